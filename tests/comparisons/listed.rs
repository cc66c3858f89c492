//! Which findings a question with many claims lists, and in which order.

use crosscheck::model::{Class, Finding, Verdict};

use crate::corpus::{as_drawn, findings, line, member, question_of, ruling};

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
