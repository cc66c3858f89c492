//! What is told of a question as a whole, in a line; claims go by their number in the case.
//!
//! ```text
//! status    contradict origins=2 gap=0.5 latest=2023-06-30     `nothing` where there is nothing to compare
//! bands     0,1 in 19..21, 2,3 in *..5                         by the least claim of each
//! derived   0+1=25..25, 2-1=25..25                             a figure and the change that leads on from it, or back
//! ```

use crosscheck::compare::QuestionSummary;
use crosscheck::model::{ClaimRef, Interval};

/// Its class, its origins, and how far apart its sharpest contradiction is; `latest` is told where a case asks for it.
pub fn status(summary: &QuestionSummary, with_latest: bool) -> String {
    let mut told = summary.status.map_or("nothing", |class| class.name()).to_owned();
    told += &format!(" origins={}", summary.origins);
    if let Some(gap) = summary.relative_gap {
        told += &format!(" gap={}", gap.normalize());
    }
    if summary.boundless {
        told += " boundless";
    }
    if with_latest {
        told += &summary.latest.map_or(" latest=never".into(), |day| format!(" latest={day}"));
    }
    told
}

/// Its bands.
pub fn bands(summary: &QuestionSummary, order: &[usize]) -> String {
    let band = |claims: &[ClaimRef], interval: &Interval| {
        let mut numbers: Vec<usize> = claims.iter().map(|claim| order[claim.0]).collect();
        numbers.sort_unstable();
        let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
        format!("{} in {}", numbers.join(","), ends(interval))
    };
    listed(summary.bands.iter().map(|told| band(&told.claims, &told.interval)))
}

/// Its derived values.
pub fn derived(summary: &QuestionSummary, order: &[usize]) -> String {
    listed(summary.derived.iter().map(|value| {
        let sign = if value.forward { '+' } else { '-' };
        format!("{}{sign}{}={}", order[value.base.0], order[value.delta.0], ends(&value.interval))
    }))
}

fn listed(told: impl Iterator<Item = String>) -> String {
    let mut told: Vec<String> = told.collect();
    told.sort();
    if told.is_empty() { "none".into() } else { told.join(", ") }
}

fn ends(interval: &Interval) -> String {
    let end = |end: Option<rust_decimal::Decimal>| end.map_or("*".into(), |end| end.normalize().to_string());
    format!("{}..{}", end(interval.low), end(interval.high))
}
