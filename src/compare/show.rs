//! A verdict as a finding: with names, members in order and figures, for the pairs that somebody will see.

use rust_decimal::Decimal;

use super::frame::Frame;
use super::outcome::{Flags, Outcome};
use super::side::Answer;
use crate::model::{Figures, Finding, Interval, Member, Reason, Subject, Verdict};

/// How sharp a contradiction is; what comes last in this order is the sharpest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sharpness {
    /// Nothing measures it.
    #[default]
    None,
    /// Dates this many days apart.
    Days(i64),
    /// Figures apart by this multiple of the smaller one.
    Ratio(Decimal),
    /// Figures apart, and the smaller is zero.
    Boundless,
}

/// The finding of a pair.
pub(super) fn finding(frame: &Frame<'_>, a: usize, b: usize, outcome: &Outcome) -> Finding {
    let (first, second) = if outcome.swapped { (b, a) } else { (a, b) };
    let members = [first, second].map(|side| Member::Claim(frame.sides[side].claim)).to_vec();
    Finding {
        subject: Subject::Question(frame.at),
        aspect: None,
        members,
        verdict: outcome.verdict,
        reason: outcome.reason(Some(frame.question)),
        flags: outcome.flag_list(Some(frame.question)),
        figures: figures(frame, first, second, outcome),
    }
}

fn figures(frame: &Frame<'_>, first: usize, second: usize, outcome: &Outcome) -> Figures {
    let mut figures = Figures::default();
    if outcome.flags.has(Flags::RULED) {
        return figures;
    }
    let rose = outcome.verdict == Verdict::Evolution && outcome.reason(None) == Some(Reason::Up);
    match (frame.sides[first].answer, frame.sides[second].answer) {
        (Answer::Number(number), Answer::Number(_)) => {
            let apart = || distance(frame, first, second).map(|(distance, _)| distance);
            match outcome.verdict {
                Verdict::Conflict => figures.gap = apart(),
                Verdict::Evolution if rose => figures.min_change = apart(),
                _ => return figures,
            }
            figures.unit = frame.foreign_unit(number.unit);
        }
        (Answer::Date, Answer::Date) if outcome.verdict == Verdict::Conflict => {
            let dates = frame.sides[first].times.date.zip(frame.sides[second].times.date);
            figures.gap_days = dates.map(|(first, second)| first.days_between(&second));
        }
        _ => {}
    }
    figures
}

/// How sharp the contradiction between two sides is.
pub(super) fn sharpness(frame: &Frame<'_>, a: usize, b: usize) -> Sharpness {
    match (frame.sides[a].times.date, frame.sides[b].times.date) {
        (Some(a), Some(b)) => Sharpness::Days(a.days_between(&b)),
        _ => distance(frame, a, b).map_or(Sharpness::None, |(distance, smaller)| ratio(distance, smaller)),
    }
}

/// A distance as a multiple of the smaller figure.
pub(super) fn ratio(distance: Decimal, smaller: Decimal) -> Sharpness {
    if smaller.is_zero() {
        return Sharpness::Boundless;
    }
    distance.checked_div(smaller.abs()).map_or(Sharpness::Boundless, Sharpness::Ratio)
}

/// How far the loose readings of two numbers are apart, and the smaller figure: the number that is stated or, of a range
/// or a vague quantity, the end that faces the other.
fn distance(frame: &Frame<'_>, a: usize, b: usize) -> Option<(Decimal, Decimal)> {
    let (a, b) = (frame.numbers[a].as_ref()?, frame.numbers[b].as_ref()?);
    let (lower, upper) = if a.readings.loose.wholly_below(&b.readings.loose) { (a, b) } else { (b, a) };
    let distance = lower.readings.loose.distance_up_to(&upper.readings.loose)?;
    let below = lower.figure.or(lower.readings.strict.high)?.abs();
    let above = upper.figure.or(upper.readings.strict.low)?.abs();
    Some((distance, below.min(above)))
}

/// The nearest that two sets of numbers come, from all their differences: 0 where they meet.
pub(super) fn nearest(differences: &Interval) -> Decimal {
    match (differences.low, differences.high) {
        (Some(low), _) if low > Decimal::ZERO => low,
        (_, Some(high)) if high < Decimal::ZERO => -high,
        _ => Decimal::ZERO,
    }
}
