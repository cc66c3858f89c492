//! What must hold of any corpus, tried on corpora drawn at random.

use std::collections::BTreeSet;

use crosscheck::compare::{Comparison, Options, Steps, explain};
use crosscheck::model::{ClaimRef, Class, Corpus, Finding, Question, QuestionRef, Verdict};
use proptest::prelude::*;

use crate::corpus::{Builder, corpus_of, decimal, findings, line, member, question_of, ruling};
use crate::summary::derived;

fn pick(words: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    prop::sample::select(words)
}

const QUESTIONS: &[&str] = &[
    "kind=cumulative; unit=USD; since=2022-02; scope.basis=paid|pledged; fx.EUR=1.1",
    "kind=cumulative; unit=USD; may_fall; scope.who=all(us,eu(de,fr))!",
    "kind=level; unit=USD; scope.who=all(us,eu(de,fr))",
    "kind=flow; unit=USD; scope.who=all(us,eu(de,fr))!",
    "kind=count; unit=USD; integer; scope.basis=paid|pledged",
    "kind=rate; unit=USD; nonneg=false",
];

/// A claim in words that every question above understands.
fn claim() -> impl Strategy<Value = String> {
    let value = pick(&[
        "20",
        "22",
        "about 20",
        "about 25",
        "20.0",
        "nearly 25",
        "just over 20",
        "more than 21",
        "at least 30",
        "less than 20",
        "at most 25",
        "up to 30",
        "18 to 22",
        "dozens of",
        "none",
        "unknown",
        "+5",
        "3 less",
        "20 EUR",
        "exactly 24",
        "200",
        "190",
        "-; stance=denies",
        "22; stance=denies",
        "20; stance=projects",
    ]);
    let as_of = pick(&[
        "",
        "; as_of=2023-06",
        "; as_of=2023-06",
        "; as_of=2023-07",
        "; as_of=2023",
        "; as_of=mid-2023",
        "; as_of=2023-08-14",
        "; as_of=2023-06; inferred=as_of",
    ]);
    let period =
        pick(&["", "; period=2022", "; period=2022", "; period=2022-33", "; period=2023", "; period=early-2022"]);
    let since = pick(&["", "", "; since=2014", "; since=2022-02", "; since=2022"]);
    let against = pick(&["", "; against=2022", "; against=2021"]);
    let scope = pick(&[
        "",
        "",
        "; scope.basis=paid",
        "; scope.basis=pledged",
        "; scope.who=us",
        "; scope.who=eu",
        "; scope.who=de",
        "; scope.who=all",
    ]);
    let voice = pick(&[
        "",
        "; by=x",
        "; by=x; said=2023-09",
        "; by=x; said=2023-10",
        "; by=y",
        "; source=agency",
        "; source=paper; via=agency",
        "; published=2023-09-01",
        "; by=x; published=2023-09-02",
    ]);
    let gone = prop_oneof![9 => Just(""), 1 => Just("; superseded"), 1 => Just("; withdrawn")];
    (value, as_of, period, since, against, scope, voice, gone).prop_map(
        |(value, as_of, period, since, against, scope, voice, gone)| {
            format!("{value}{as_of}{period}{since}{against}{scope}{voice}{gone}")
        },
    )
}

fn question() -> impl Strategy<Value = Question> {
    pick(QUESTIONS).prop_map(question_of)
}

fn in_order(question: &Question, claims: &[String], order: &[usize]) -> Corpus {
    let claims: Vec<&str> = claims.iter().map(String::as_str).collect();
    corpus_of(question, &claims, order)
}

fn as_drawn(question: &Question, claims: &[String]) -> Corpus {
    in_order(question, claims, &(0..claims.len()).collect::<Vec<_>>())
}

/// Pair findings as lines with their members, by the names that members have before shuffling.
fn told(comparison: &Comparison, order: &[usize]) -> BTreeSet<(Vec<usize>, String)> {
    let tell = |finding: &Finding| {
        let mut members: Vec<usize> = finding.members.iter().map(|at| order[member(*at)]).collect();
        if members.len() == 2 {
            members.sort_unstable();
        }
        (members, line(finding))
    };
    comparison.findings.iter().filter(|finding| !is_of_a_sum(finding)).map(tell).collect()
}

fn is_of_a_sum(finding: &Finding) -> bool {
    matches!(finding.verdict, Verdict::SumOk | Verdict::SumMismatch | Verdict::NotChecked)
        || finding.members.len() > 2
        || finding.figures.remainder.is_some()
}

/// The finding on two claims of a corpus with its steps.
fn why(corpus: &Corpus, a: usize, b: usize) -> Option<(Finding, Steps)> {
    explain(corpus, Options::default(), QuestionRef(0), &[[ClaimRef(a), ClaimRef(b)]]).pop().flatten()
}

/// The verdict on two claims alone.
fn alone(question: &Question, a: &str, b: &str) -> String {
    let corpus = corpus_of(question, &[a, b], &[0, 1]);
    why(&corpus, 0, 1).map_or("none".into(), |(finding, _)| line(&finding))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn symmetric(question in question(), a in claim(), b in claim()) {
        let forwards = told(&findings(&corpus_of(&question, &[&a, &b], &[0, 1])), &[0, 1]);
        let backwards = told(&findings(&corpus_of(&question, &[&a, &b], &[1, 0])), &[1, 0]);
        prop_assert_eq!(forwards, backwards);
    }

    #[test]
    fn an_orientation_does_not_depend_on_the_order_of_the_corpus(question in question(), a in claim(), b in claim()) {
        let first = |order: &[usize]| {
            let comparison = findings(&corpus_of(&question, &[&a, &b], order));
            comparison.findings.iter().find(|finding| !is_of_a_sum(finding)).map(|finding| {
                (finding.verdict, order[member(finding.members[0])])
            })
        };
        let (forwards, backwards) = (first(&[0, 1]), first(&[1, 0]));
        if let (Some((verdict, first)), Some((_, second))) = (forwards, backwards) {
            let oriented = [
                Verdict::Evolution, Verdict::MonotoneViolation, Verdict::DifferentPeriod, Verdict::PartOf,
                Verdict::PartExceedsWhole,
            ];
            prop_assert!(first == second || !oriented.contains(&verdict), "{verdict:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(250))]

    #[test]
    fn the_order_of_the_corpus_changes_no_verdict_and_no_status(
        question in question(),
        claims in prop::collection::vec(claim(), 2..9),
        seed in any::<u64>(),
    ) {
        let plain: Vec<usize> = (0..claims.len()).collect();
        let mut shuffled = plain.clone();
        let mut state = seed | 1;
        for last in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            shuffled.swap(last, (state >> 33) as usize % (last + 1));
        }
        let (one, other) = (findings(&in_order(&question, &claims, &plain)), findings(&in_order(&question, &claims, &shuffled)));
        prop_assert_eq!(told(&one, &plain), told(&other, &shuffled));
        prop_assert_eq!(one.questions[0].pairs, other.questions[0].pairs);
        prop_assert_eq!(one.questions[0].origins, other.questions[0].origins);
        // Which of several claims on a part a sum is made with goes by the order.
        if !one.findings.iter().any(is_of_a_sum) {
            prop_assert_eq!(one.questions[0].status, other.questions[0].status);
        }
        let bands = |comparison: &Comparison| {
            comparison.questions[0].bands.iter().map(|band| format!("{:?}", band.interval)).collect::<BTreeSet<_>>()
        };
        prop_assert_eq!(bands(&one), bands(&other));
    }

    #[test]
    fn the_same_corpus_gives_the_same_comparison(question in question(), claims in prop::collection::vec(claim(), 2..9)) {
        let corpus = as_drawn(&question, &claims);
        prop_assert_eq!(findings(&corpus), findings(&corpus));
    }

    #[test]
    fn a_pair_is_judged_the_same_alone_and_in_company(
        question in question(),
        claims in prop::collection::vec(claim(), 2..7),
    ) {
        let corpus = as_drawn(&question, &claims);
        for finding in findings(&corpus).findings.iter().filter(|finding| !is_of_a_sum(finding)) {
            let [a, b] = [member(finding.members[0]), member(finding.members[1])];
            prop_assert_eq!(line(finding), alone(&question, &claims[a.min(b)], &claims[a.max(b)]));
        }
    }

    #[test]
    fn an_echo_changes_no_status(question in question(), claims in prop::collection::vec(claim(), 1..7), at in any::<prop::sample::Index>()) {
        // An echo is of one origin, and of the same time: what it is of must be stated, not taken from its publication.
        let claims: Vec<String> = claims.into_iter().map(|claim| claim.replace("; superseded", "")).collect();
        let echo = claims[at.index(claims.len())].clone();
        prop_assume!(echo.contains("by=") && !echo.contains("published"));
        let before = as_drawn(&question, &claims);
        let mut with_echo = claims.clone();
        with_echo.push(echo);
        let after = as_drawn(&question, &with_echo);
        let (before, after) = (findings(&before), findings(&after));
        prop_assert_eq!(before.questions[0].status, after.questions[0].status);
        prop_assert_eq!(before.questions[0].origins, after.questions[0].origins);
    }

    #[test]
    fn removing_a_claim_that_nothing_cites_creates_no_contradiction(
        question in question(),
        claims in prop::collection::vec(claim(), 2..7),
        at in any::<prop::sample::Index>(),
    ) {
        let gone = at.index(claims.len());
        let contradictions = |comparison: &Comparison, order: &[usize]| -> BTreeSet<(Vec<usize>, String)> {
            let lines = told(comparison, order);
            let names: BTreeSet<&str> = Verdict::ALL.iter()
                .filter(|verdict| verdict.class(None) == Class::Contradict)
                .map(|verdict| verdict.name())
                .collect();
            lines.into_iter().filter(|(_, line)| names.contains(line.split([' ', '/']).next().unwrap())).collect()
        };
        let all: Vec<usize> = (0..claims.len()).collect();
        let rest: Vec<usize> = all.iter().copied().filter(|claim| *claim != gone).collect();
        let before = contradictions(&findings(&in_order(&question, &claims, &all)), &all);
        let mut builder = Builder::new(question.clone());
        for claim in &rest {
            builder.claim(&claims[*claim]);
        }
        let after = contradictions(&findings(&builder.finish(&[])), &rest);
        prop_assert!(after.is_subset(&before));
    }

    #[test]
    fn every_pair_is_counted_and_every_pair_of_few_is_listed(
        question in question(),
        claims in prop::collection::vec(claim(), 2..9),
    ) {
        let corpus = as_drawn(&question, &claims);
        let comparison = findings(&corpus);
        let standing = claims.iter().filter(|claim| !claim.contains("withdrawn")).count() as u64;
        let summary = &comparison.questions[0];
        prop_assert_eq!(summary.pairs.total(), standing * standing.saturating_sub(1) / 2);
        let live = summary.live.len();
        let listed = told(&comparison, &(0..claims.len()).collect::<Vec<_>>());
        let of_live: BTreeSet<&Vec<usize>> = listed.iter()
            .filter(|(members, _)| members.iter().all(|at| summary.live.contains(&ClaimRef(*at))))
            .map(|(members, _)| members)
            .collect();
        let parts_alone = comparison.findings.iter().filter(|finding| finding.members.len() == 2 && finding.figures.remainder.is_some()).count();
        prop_assert!(of_live.len() + parts_alone >= live * live.saturating_sub(1) / 2);
    }

    #[test]
    fn a_band_is_what_all_loose_readings_share_and_its_claims_agree(
        question in question(),
        claims in prop::collection::vec(claim(), 2..9),
    ) {
        let corpus = as_drawn(&question, &claims);
        for band in &findings(&corpus).questions[0].bands {
            for (position, a) in band.claims.iter().enumerate() {
                for b in &band.claims[position + 1..] {
                    let (finding, _) = why(&corpus, a.0, b.0).unwrap();
                    prop_assert_eq!(finding.class(), Class::Agree);
                }
            }
        }
    }
}

#[test]
fn agreement_is_not_transitive() {
    let question = question_of("kind=count; unit=USD");
    let corpus = corpus_of(&question, &["about 20", "22", "about 25"], &[0, 1, 2]);
    let comparison = findings(&corpus);
    let expected = [
        (vec![0, 1], "compatible/hedge loose".to_owned()),
        (vec![0, 2], "conflict gap=0.5".to_owned()),
        (vec![1, 2], "compatible/hedge loose".to_owned()),
    ];
    assert_eq!(told(&comparison, &[0, 1, 2]), BTreeSet::from(expected));
    assert_eq!(comparison.questions[0].bands, []);
}

#[test]
fn the_band_of_the_specification() {
    let question = question_of("kind=count; unit=USD");
    let corpus = corpus_of(&question, &["about 20", "22", "more than 21"], &[0, 1, 2]);
    let comparison = findings(&corpus);
    let [band] = &comparison.questions[0].bands[..] else { panic!("{:?}", comparison.questions[0].bands) };
    assert_eq!((band.interval.low, band.interval.high), (Some(decimal("21.5")), Some(decimal("22"))));
    assert_eq!(comparison.questions[0].status, Some(Class::Agree));
}

#[test]
fn bands_are_of_one_time_and_one_scope_and_of_what_agrees() {
    let bands = |question: &str, claims: &[&str]| -> Vec<Vec<usize>> {
        let corpus = corpus_of(&question_of(question), claims, &(0..claims.len()).collect::<Vec<_>>());
        let comparison = findings(&corpus);
        comparison.questions[0].bands.iter().map(|band| band.claims.iter().map(|claim| claim.0).collect()).collect()
    };
    let none: Vec<Vec<usize>> = vec![];
    let level = "kind=level; unit=USD; scope.basis=a|b";
    assert_eq!(
        bands(level, &["20; as_of=2023-06", "20; as_of=2023-06", "30; as_of=2023-07", "30; as_of=2023-07"]),
        [[0, 1], [2, 3]]
    );
    assert_eq!(bands(level, &["20; as_of=2023-06", "20; as_of=2023-07"]), none);
    assert_eq!(bands(level, &["20; as_of=2023", "20; as_of=2023"]), none);
    assert_eq!(bands(level, &["20; as_of=2023-06; scope.basis=a", "20; as_of=2023-06"]), none);
    assert_eq!(bands(level, &["20; as_of=2023-06", "20; as_of=2023-06", "-; stance=denies; as_of=2023-06"]), none);
    assert_eq!(bands(level, &["20; as_of=2023-06", "20 EUR; as_of=2023-06"]), none);
    assert_eq!(bands(level, &["20; as_of=2023-06", "20; as_of=2023-06; superseded"]), none);
    assert_eq!(bands("kind=flow; unit=USD", &["20; period=2022", "20; period=2022", "20; period=2023"]), [[0, 1]]);
}

#[test]
fn a_change_and_a_figure_imply_a_third_value() {
    let question = question_of("kind=level; unit=USD");
    let claims =
        ["exactly 20; as_of=2022-06", "exactly +5; against=2022-06; as_of=2023-06", "exactly 30; as_of=2023-06"];
    let comparison = findings(&corpus_of(&question, &claims, &[0, 1, 2]));
    let derived: Vec<_> = comparison.questions[0]
        .derived
        .iter()
        .map(|value| {
            (value.delta.0, value.base.0, value.forward, value.interval.low.unwrap(), value.interval.high.unwrap())
        })
        .collect();
    let (twenty_five, thirty_less_five) = (decimal("25"), decimal("25"));
    assert_eq!(derived, [(1, 0, true, twenty_five, twenty_five), (1, 2, false, thirty_less_five, thirty_less_five)]);
    let flow = question_of("kind=flow; unit=USD");
    let claims = ["exactly 20; period=2022", "exactly 3 less; against=2022; period=2023"];
    let comparison = findings(&corpus_of(&flow, &claims, &[0, 1]));
    let [value] = &comparison.questions[0].derived[..] else { panic!() };
    assert_eq!((value.base, value.forward, value.interval.low), (ClaimRef(0), true, Some(decimal("17"))));
}

#[test]
fn the_status_is_the_worst_class_and_origins_are_counted() {
    let summary = |question: &str, claims: &[&str]| {
        let corpus = corpus_of(&question_of(question), claims, &(0..claims.len()).collect::<Vec<_>>());
        let comparison = findings(&corpus);
        (comparison.questions[0].status, comparison.questions[0].origins)
    };
    let count = "kind=count; unit=USD; scope.share=total(a,b)!";
    assert_eq!(summary(count, &[]), (None, 0));
    assert_eq!(summary(count, &["20"]), (None, 1));
    assert_eq!(summary(count, &["20", "20"]), (Some(Class::Agree), 2));
    assert_eq!(summary(count, &["20; by=x", "20; by=x"]), (None, 1));
    assert_eq!(summary(count, &["20; by=x", "20; by=x", "20; by=y"]), (Some(Class::Agree), 2));
    assert_eq!(summary(count, &["20; article=one", "20; article=one"]), (Some(Class::Agree), 1));
    assert_eq!(summary(count, &["20", "12; scope.share=a"]), (Some(Class::Explained), 2));
    assert_eq!(summary(count, &["20", "unknown"]), (Some(Class::Unclear), 2));
    assert_eq!(summary(count, &["20", "unknown", "30"]), (Some(Class::Contradict), 3));
    assert_eq!(summary(count, &["20", "30; superseded"]), (None, 1));
    // A sum that does not add up is a contradiction though every pair in it can be explained.
    assert_eq!(summary(count, &["20", "12; scope.share=a", "2; scope.share=b"]), (Some(Class::Contradict), 3));
}

#[test]
fn questions_come_by_class_then_origins_then_relative_gap_then_recency_then_id() {
    let mut corpus = Corpus::default();
    let mut add = |id: &str, claims: &[&str]| {
        let at = QuestionRef(corpus.questions.len());
        let mut question = question_of("kind=count; unit=USD");
        question.id = id.into();
        let mut of_question = corpus_of(&question, claims, &(0..claims.len()).collect::<Vec<_>>());
        let (articles, before) = (corpus.articles.len(), corpus.claims.len());
        for claim in &mut of_question.claims {
            claim.question = at;
            claim.article.0 += articles;
        }
        let mut question = of_question.questions.remove(0);
        question.claims = (before..before + of_question.claims.len()).map(ClaimRef).collect();
        corpus.articles.extend(of_question.articles);
        corpus.claims.extend(of_question.claims);
        corpus.questions.push(question);
    };
    add("agreed", &["20", "20", "20"]);
    add("b-older", &["20; published=2020", "30; published=2020"]);
    add("newer", &["20; published=2021", "30; published=2021"]);
    add("a-just-as-old", &["20; published=2020", "30; published=2020"]);
    add("wider", &["20", "40"]);
    add("of-three", &["20", "20", "30"]);
    add("of-zero", &["none", "1"]);
    let order = findings(&corpus).order;
    let ids: Vec<&str> = order.iter().map(|question| corpus[*question].id.as_str()).collect();
    assert_eq!(ids, ["of-three", "of-zero", "wider", "newer", "a-just-as-old", "b-older", "agreed"]);
}

#[test]
fn of_a_large_question_the_sharpest_and_each_with_the_next_are_listed_and_all_pairs_counted() {
    let question = question_of("kind=level; unit=USD; scope.basis=a|b");
    let claims: Vec<String> = (0..60)
        .map(|at| {
            let month = 1 + at % 12;
            format!("{}; as_of=2023-{month:02}; scope.basis={}", 100 + at * 40, if at % 20 == 19 { "a" } else { "b" })
        })
        .collect();
    let corpus = as_drawn(&question, &claims);
    let comparison = findings(&corpus);
    let summary = &comparison.questions[0];
    assert!(!summary.complete);
    assert_eq!(summary.pairs.total(), 60 * 59 / 2);
    // 57 of one basis and 3 of the other, each with the next; contradictions of the same month on top.
    let conflicts = summary.pairs.of(Verdict::Conflict);
    assert!(conflicts > 100 && conflicts < 200, "{conflicts}");
    let listed_conflicts = comparison.findings.iter().filter(|f| f.verdict == Verdict::Conflict).count() as u64;
    assert_eq!(listed_conflicts, conflicts);
    let in_time = comparison.findings.iter().filter(|f| f.verdict == Verdict::Evolution).count();
    assert!((12..60).contains(&in_time), "{in_time}");
    assert!(comparison.findings.windows(2).all(|pair| pair[0].class() >= pair[1].class()), "gravest first");
}

/// The findings of a corpus of these claims, as pairs.
fn pairs_of(question: &str, claims: &[String]) -> Vec<(usize, usize)> {
    let comparison = findings(&as_drawn(&question_of(question), claims));
    let pair = |finding: &Finding| {
        let (a, b) = (member(finding.members[0]), member(finding.members[1]));
        (a.min(b), a.max(b))
    };
    let mut pairs: Vec<(usize, usize)> = comparison.findings.iter().map(pair).collect();
    pairs.sort_unstable();
    pairs
}

/// A number for each of 25 claims, far from their order in the corpus.
fn scattered(at: usize) -> usize {
    1 + at * 7 % 25
}

#[test]
fn of_twenty_claims_all_pairs_are_listed_and_of_one_more_each_with_the_next() {
    let claims: Vec<String> = (0..21).map(|at| format!("20; as_of=2023-01-{:02}", 1 + at)).collect();
    let level = "kind=level; unit=USD";
    assert_eq!(pairs_of(level, &claims[..20]).len(), 190);
    assert_eq!(pairs_of(level, &claims), (0..20).map(|at| (at, at + 1)).collect::<Vec<_>>());
    // What was withdrawn does not count.
    let mut one_gone = claims.clone();
    one_gone[3] += "; superseded";
    assert_eq!(pairs_of(level, &one_gone).len(), 210);
}

#[test]
fn the_next_in_time_is_by_what_a_claim_is_about() {
    let next = |claim: &dyn Fn(usize) -> String, question: &str| {
        let claims: Vec<String> = (0..25).map(|at| claim(scattered(at))).collect();
        let listed = pairs_of(question, &claims);
        (0..25).all(|a| (a + 1..25).all(|b| scattered(a).abs_diff(scattered(b)) != 1 || listed.contains(&(a, b))))
    };
    assert!(next(&|day| format!("20; as_of=2023-01-{day:02}"), "kind=level; unit=USD"));
    assert!(next(&|year| format!("20; period=20{year:02}"), "kind=flow; unit=USD"));
    // All contradict; two on end are the least sharp, and would not be listed for that.
    assert!(next(&|day| format!("2023-01-{day:02}"), "kind=date"));
}

#[test]
fn the_next_in_time_is_of_the_same_scope_unless_a_claim_is_alone_in_its_own() {
    let claims = |alone: &[usize]| -> Vec<String> {
        let scope = |at| if alone.contains(&at) { "a" } else { "b" };
        (0..25).map(|at| format!("20; as_of=2023-01-{:02}; scope.basis={}", 1 + at, scope(at))).collect()
    };
    let question = "kind=level; unit=USD; scope.basis=a|b";
    let one = pairs_of(question, &claims(&[12]));
    assert_eq!(one.len(), 23 + 2);
    assert!(one.contains(&(11, 12)) && one.contains(&(12, 13)) && one.contains(&(11, 13)));
    let two = pairs_of(question, &claims(&[12, 20]));
    assert_eq!(two.len(), 22 + 1);
    assert!(two.contains(&(12, 20)) && !two.contains(&(11, 12)));
}

#[test]
fn of_a_large_question_what_editors_ruled_on_is_listed_and_its_status_is_of_all_pairs() {
    let question = question_of("kind=level; unit=USD");
    let claims: Vec<String> = (0..25).map(|at| format!("20; as_of=2023-01-{:02}", 1 + at)).collect();
    let mut corpus = as_drawn(&question, &claims);
    assert_eq!(findings(&corpus).questions[0].status, Some(Class::Agree));
    corpus.questions[0].rulings = vec![
        ruling([3, 20], Verdict::Conflict),
        ruling([3, 20], Verdict::Compatible),
        ruling([5, 15], Verdict::Compatible),
    ];
    let comparison = findings(&corpus);
    assert_eq!(line(&comparison.findings[0]), "conflict ruled", "of two rulings on one pair the first counts");
    assert_eq!(comparison.findings.len(), 24 + 2);
    assert_eq!(comparison.questions[0].status, Some(Class::Contradict));
}

#[test]
fn contradictions_come_by_sharpness_sums_among_them() {
    let question = question_of("kind=count; unit=USD; scope.share=total(a,b)!");
    let claims = ["exactly 60", "exactly 50; scope.share=a", "exactly 5; scope.share=b", "exactly 69", "exactly 63"];
    let claims = claims.map(str::to_owned);
    let comparison = findings(&as_drawn(&question, &claims));
    let contradicts = |finding: &&Finding| finding.class() == Class::Contradict;
    let told: Vec<Vec<usize>> = comparison
        .findings
        .iter()
        .filter(contradicts)
        .map(|f| f.members.iter().map(|at| member(*at)).collect())
        .collect();
    // By 14/55, 9/60, 8/55, 6/63, 5/55 and 3/60.
    assert_eq!(told, [vec![3, 1, 2], vec![0, 3], vec![4, 1, 2], vec![3, 4], vec![0, 1, 2], vec![0, 4]]);
}

#[test]
fn of_several_figures_at_one_end_of_a_change_the_first_is_taken() {
    let question = question_of("kind=level; unit=USD");
    let claims =
        ["exactly 20; as_of=2022-06", "exactly 21; as_of=2022-06", "exactly +5; against=2022-06; as_of=2023-06"];
    for (order, expected) in [([0, 1, 2], "0+2=25..25"), ([1, 0, 2], "1+2=26..26")] {
        let comparison = findings(&corpus_of(&question, &claims, &order));
        assert_eq!(derived(&comparison.questions[0], &order), expected);
    }
}

#[test]
fn only_the_sharpest_two_hundred_contradictions_are_listed() {
    let question = question_of("kind=count; unit=USD");
    let claims: Vec<String> = (0..300).map(|at| format!("exactly {}", 1000 + at)).collect();
    let corpus = as_drawn(&question, &claims);
    let comparison = findings(&corpus);
    assert_eq!(comparison.questions[0].pairs.of(Verdict::Conflict), 300 * 299 / 2);
    let pair = |finding: &Finding| (member(finding.members[0]), member(finding.members[1]));
    let listed: Vec<(usize, usize)> = comparison.findings.iter().map(pair).collect();
    // Neighbours in time come on top: here in the order of the corpus, for no claim has a time.
    assert_eq!(listed.len(), 200 + 299);
    let mut all: Vec<(usize, usize)> = (0..300).flat_map(|a| (a + 1..300).map(move |b| (a, b))).collect();
    // By (b − a) / (1000 + a), the larger first, without dividing.
    all.sort_by(|(a, b), (c, d)| ((d - c) * (1000 + a), (a, b)).cmp(&((b - a) * (1000 + c), (c, d))));
    assert_eq!(listed[..200], all[..200]);
}

#[test]
fn scopes_that_neither_states_are_named() {
    let question = question_of("kind=count; unit=USD; scope.basis=a|b; scope.who=all(x,y)");
    let corpus = corpus_of(&question, &["20", "30", "30; scope.basis=a"], &[0, 1, 2]);
    let unstated =
        |claims: [usize; 2]| crosscheck::compare::unstated_scopes(&corpus, &corpus.questions[0], &claims.map(ClaimRef));
    assert_eq!(unstated([0, 1]), ["basis"]);
    assert!(unstated([0, 2]).is_empty());
}

#[test]
fn the_steps_of_a_verdict_can_be_told() {
    let question = question_of("kind=cumulative; unit=USD; scope.basis=a|b");
    let corpus = corpus_of(&question, &["20; as_of=2023-06", "30; as_of=2023-07; scope.basis=a"], &[0, 1]);
    let (finding, steps) = why(&corpus, 1, 0).unwrap();
    assert_eq!(line(&finding), "indeterminate/unspecified:basis would-be:evolution");
    let told: Vec<u8> = steps.0.iter().map(|(step, _)| *step).collect();
    assert_eq!(told, [1, 2, 7, 8], "{steps:?}");
    assert_eq!(why(&corpus, 0, 0), None);
    assert_eq!(why(&corpus, 0, 7), None);
    let pairs = [[ClaimRef(0), ClaimRef(1)], [ClaimRef(1), ClaimRef(1)]];
    assert_eq!(explain(&corpus, Options::default(), QuestionRef(0), &pairs), [Some((finding, steps)), None]);
    assert_eq!(explain(&corpus, Options::default(), QuestionRef(1), &pairs), [None, None]);
}

#[test]
fn figures_too_large_to_calculate_with_are_no_value() {
    let question = question_of("kind=cumulative; unit=USD; fx.EUR=1000000; scope.share=total(a,b)!");
    let huge = "9,999,999,999,999,999,999,999,999,999";
    let claims = [
        format!("{huge}; as_of=2023-06"),
        format!("about {huge}; as_of=2023-06"),
        format!("exactly {huge} EUR; as_of=2023-06"),
        format!("exactly {huge}; as_of=2023-06; scope.share=a"),
        format!("exactly {huge}; as_of=2023-06; scope.share=b"),
        "20; as_of=2023-06".into(),
    ];
    let comparison = findings(&as_drawn(&question, &claims));
    let no_value = comparison.findings.iter().filter(|finding| line(finding) == "not-comparable/no-value").count();
    assert_eq!(no_value, 5, "the one that cannot be converted, with each of the others");
}
