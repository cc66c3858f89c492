//! Sums of whole numbers against trying every combination of numbers that the words allow.

use crosscheck::compare::readings;
use crosscheck::model::{Figures, Finding, Interval, Value, Verdict};
use proptest::prelude::*;
use rust_decimal::prelude::ToPrimitive;

use crate::corpus::{corpus_of, decimal, findings, line, question_of};

const WORDS: &[&str] = &[
    "7",
    "12",
    "19",
    "about 12",
    "about 20",
    "nearly 20",
    "just over 12",
    "at least 12",
    "more than 12",
    "less than 8",
    "at most 12",
    "up to 15",
    "5 to 9",
    "a few",
    "several",
    "a couple of",
    "none",
    "exactly 31",
    "27",
    "33",
    "about 40",
];

/// No number above this is tried; larger than any sum of the bounded words.
const LIMIT: i64 = 300;

fn numbers(reading: &Interval) -> impl Iterator<Item = i64> + Clone {
    let low = reading.low.map_or(0, |end| end.to_i64().unwrap());
    let high = reading.high.map_or(LIMIT, |end| end.to_i64().unwrap());
    low..=high
}

/// Every sum of one number of each reading.
fn all_sums(readings: &[Interval]) -> Vec<bool> {
    let mut reached = vec![false; 4 * LIMIT as usize];
    reached[0] = true;
    for reading in readings {
        let mut next = vec![false; reached.len()];
        for (sum, _) in reached.iter().enumerate().filter(|(_, reached)| **reached) {
            for number in numbers(reading) {
                if let Some(slot) = usize::try_from(sum as i64 + number).ok().and_then(|at| next.get_mut(at)) {
                    *slot = true;
                }
            }
        }
        reached = next;
    }
    reached
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases.max(1500)))]

    #[test]
    fn a_sum_holds_where_some_combination_does(
        whole in prop::sample::select(WORDS),
        parts in prop::collection::vec(prop::sample::select(WORDS), 2..4),
        exhaustive in any::<bool>(),
    ) {
        let names = ["a", "b", "c"];
        let declared = names[..parts.len()].join(",");
        let mark = if exhaustive { "!" } else { "" };
        let question = question_of(&format!("kind=count; unit=USD; integer; scope.share=total({declared}){mark}"));
        let mut claims = vec![whole.to_owned()];
        claims.extend(parts.iter().zip(names).map(|(part, name)| format!("{part}; scope.share={name}")));
        let texts: Vec<&str> = claims.iter().map(String::as_str).collect();
        let corpus = corpus_of(&question, &texts, &(0..texts.len()).collect::<Vec<_>>());
        let comparison = findings(&corpus);
        let of_sum = |finding: &&Finding| finding.members.len() == claims.len();
        let found: Vec<&Finding> = comparison.findings.iter().filter(of_sum).collect();
        prop_assert_eq!(found.len(), 1);

        let read = |claim: &Option<Value>| readings::of_value(claim.as_ref().unwrap(), &question).unwrap();
        let all: Vec<_> = corpus.claims.iter().map(|claim| read(&claim.value)).collect();
        // "A few" is at least two loosely, so no reading here goes below zero except by the least widths.
        let strict: Vec<Interval> = all.iter().map(|readings| readings.strict).collect();
        let loose: Vec<Interval> = all.iter().map(|readings| readings.loose).collect();
        let reach = |whole: &Interval, parts: &[Interval]| {
            let sums = all_sums(parts);
            numbers(whole).any(|number| sums.get(number as usize).copied().unwrap_or(false))
        };
        let least_parts: i64 = loose[1..].iter().map(|reading| numbers(reading).next().unwrap()).sum();
        let expected = if !exhaustive {
            if loose[0].high.is_some_and(|high| high < least_parts.into()) { Verdict::PartExceedsWhole } else { Verdict::PartOf }
        } else if reach(&strict[0], &strict[1..]) || reach(&loose[0], &loose[1..]) {
            Verdict::SumOk
        } else {
            Verdict::SumMismatch
        };
        prop_assert_eq!(found[0].verdict, expected, "{:?}: {}", claims, line(found[0]));
        let is_loose = line(found[0]).contains(" loose");
        prop_assert_eq!(is_loose, expected == Verdict::SumOk && !reach(&strict[0], &strict[1..]));
        if let Some(residual) = found[0].figures.residual {
            prop_assert!(residual.low.is_none_or(|low| low > decimal("0")) || residual.high.is_none_or(|high| high < decimal("0")));
        }
    }
}

fn told(question: &str, claims: &[&str]) -> Vec<(Vec<usize>, String)> {
    let corpus = corpus_of(&question_of(question), claims, &(0..claims.len()).collect::<Vec<_>>());
    let sums =
        |finding: &&Finding| matches!(finding.verdict, Verdict::SumOk | Verdict::SumMismatch | Verdict::NotChecked);
    let comparison = findings(&corpus);
    let mut told: Vec<_> = comparison
        .findings
        .iter()
        .filter(sums)
        .map(|finding| (finding.members.iter().map(|at| crate::corpus::member(*at)).collect(), line(finding)))
        .collect();
    told.sort();
    told
}

const SHARES: &str = "kind=count; unit=USD; scope.share=total(a,b)!";

#[test]
fn inside_one_article_first() {
    let claims = [
        "60; article=x",
        "50; article=x; scope.share=a",
        "10; article=x; scope.share=b",
        "20; article=y; scope.share=b",
        "70; article=y",
        "50; article=y; scope.share=a",
    ];
    let expected = [(vec![0, 1, 2], "sum-ok/exact".to_owned()), (vec![4, 5, 3], "sum-ok/exact".to_owned())];
    assert_eq!(told(SHARES, &claims), expected);
}

#[test]
fn across_articles_for_what_an_article_lacks_and_of_the_same_origin_first() {
    let claims = [
        "60; article=x; by=m",
        "50; article=x; scope.share=a; by=m",
        "15; article=y; scope.share=b",
        "10; article=z; scope.share=b; by=m",
    ];
    assert_eq!(told(SHARES, &claims), [(vec![0, 1, 3], "sum-ok/exact".to_owned())]);
}

#[test]
fn of_several_that_state_a_part_the_first_that_is_no_mere_repetition_and_denies_nothing() {
    let chosen = |parts: &[&str]| {
        let of_b = parts.iter().map(|part| format!("{part}; scope.share=b"));
        let claims: Vec<String> = ["60".into(), "50; scope.share=a".into()].into_iter().chain(of_b).collect();
        let claims: Vec<&str> = claims.iter().map(String::as_str).collect();
        let [(members, _)] = &told(SHARES, &claims)[..] else { panic!("one sum") };
        members[2]
    };
    assert_eq!(chosen(&["10", "15"]), 2);
    // Two unknown origins are never the same, so neither part is preferred for it.
    assert_eq!(chosen(&["10; by=m", "15"]), 2);
    assert_eq!(chosen(&["10; by=m", "10; by=m"]), 2);
    assert_eq!(chosen(&["10; by=m; said=2023-02", "10; by=m; said=2023-01"]), 3);
    assert_eq!(chosen(&["10; by=m", "10; by=m; said=2023-01"]), 3);
    assert_eq!(chosen(&["10; by=m; inferred=share", "10; by=m"]), 3);
    assert_eq!(chosen(&["10; by=m; stance=denies", "10; by=m", "10; by=n"]), 3);
}

#[test]
fn an_article_s_own_sum_stands_though_another_article_s_whole_is_the_same() {
    let claims = ["60; article=y", "60; article=x", "50; article=x; scope.share=a", "10; article=x; scope.share=b"];
    let expected = [(vec![0, 2, 3], "sum-ok/exact".to_owned()), (vec![1, 2, 3], "sum-ok/exact".to_owned())];
    assert_eq!(told(SHARES, &claims), expected);
}

#[test]
fn the_same_whole_is_not_summed_again_across_articles() {
    let claims = ["60", "60", "61", "50; scope.share=a", "10; scope.share=b"];
    let expected = [(vec![0, 3, 4], "sum-ok/exact".to_owned()), (vec![2, 3, 4], "sum-ok/rounding".to_owned())];
    assert_eq!(told(SHARES, &claims), expected);
}

#[test]
fn the_written_sum_goes_with_it_where_every_part_states_a_number() {
    let sum = |claims: &[&str]| {
        let corpus = corpus_of(&question_of(SHARES), claims, &[0, 1, 2]);
        let comparison = findings(&corpus);
        comparison.findings.iter().find(|finding| finding.members.len() == 3).unwrap().figures.sum
    };
    assert_eq!(sum(&["60", "55.9; scope.share=a", "about 3.3; scope.share=b"]), Some(decimal("59.2")));
    assert_eq!(sum(&["60", "55.9; scope.share=a", "3 to 4; scope.share=b"]), None);
}

#[test]
fn a_sum_that_is_held_back_carries_no_figures() {
    let question = question_of("kind=flow; unit=USD; scope.share=total(a,b)!");
    let claims = ["60.0", "50; scope.share=a", "2; scope.share=b"];
    let comparison = findings(&corpus_of(&question, &claims, &[0, 1, 2]));
    let held = comparison.findings.iter().find(|finding| finding.members.len() == 3).unwrap();
    assert_eq!((held.verdict, &held.figures), (Verdict::Indeterminate, &Figures::default()));
}
