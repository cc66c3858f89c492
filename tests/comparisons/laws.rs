//! What must hold of any corpus, tried on corpora drawn at random.

use std::collections::BTreeSet;

use crosscheck::compare::Comparison;
use crosscheck::model::{ClaimRef, Class, Finding, Question, Verdict};
use proptest::prelude::*;

use crate::corpus::{Builder, as_drawn, corpus_of, findings, in_order, line, member, question_of, why};

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

/// The verdict on two claims alone.
fn alone(question: &Question, a: &str, b: &str) -> String {
    let corpus = corpus_of(question, &[a, b], &[0, 1]);
    why(&corpus, 0, 1).map_or("none".into(), |(finding, _)| line(&finding))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases.max(2000)))]

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
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases.max(250)))]

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
