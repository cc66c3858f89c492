//! What every source can live with (COMPARISON.md, "A whole question").
//!
//! Claims of one time and one scope that agree pair by pair share a number, because readings on a line that meet pairwise
//! share a point: the band is what lies in all their loose readings. Agreement is not transitive, so nothing is grouped by
//! nearness: a group is everything said of that time and scope, and where one pair of it does not agree there is no band.

use std::collections::BTreeMap;

use super::frame::Frame;
use super::pair::judge;
use super::report::Band;
use super::side::Side;
use super::time::{Relation, Span};
use super::trace::Silent;
use crate::model::{Class, Kind, Verdict};

/// What the claims of a band have in common: scopes, time, where the total starts or what the change is measured from,
/// unit, and what kind of statement it is.
type Common = (Vec<u32>, Option<Span>, Option<Span>, u32, bool, bool);

/// The bands of a question, in the order of time.
pub(super) fn bands(frame: &Frame<'_>) -> Vec<Band> {
    let mut groups: BTreeMap<Common, Vec<usize>> = BTreeMap::new();
    for (at, side) in frame.sides.iter().enumerate() {
        if let Some(common) = common(frame, at, side) {
            groups.entry(common).or_default().push(at);
        }
    }
    let denials: Vec<usize> =
        (0..frame.sides.len()).filter(|side| frame.sides[*side].denies && !frame.sides[*side].superseded).collect();
    let ruled_apart = ruled_apart(frame);
    let mut bands: Vec<(Option<Span>, Band)> = groups
        .into_iter()
        .filter(|(_, sides)| sides.len() > 1)
        .filter(|(_, sides)| !ruled_apart.iter().any(|(a, b)| sides.contains(a) && sides.contains(b)))
        .filter(|(_, sides)| !denials.iter().any(|denial| sides.iter().any(|side| is_disputed(frame, *denial, *side))))
        .filter_map(|(common, sides)| band(frame, &sides).map(|band| (common.1, band)))
        .collect();
    bands.sort_by_key(|(time, band)| (*time, band.claims.first().copied()));
    bands.into_iter().map(|(_, band)| band).collect()
}

fn common(frame: &Frame<'_>, at: usize, side: &Side) -> Option<Common> {
    let number = side.number().filter(|_| !side.superseded && !side.denies)?;
    let time = if number.is_delta {
        Some(side.times.change.filter(|_| side.missing_of_change.is_empty())?)
    } else {
        match frame.question.kind {
            Kind::Count => None,
            Kind::Flow => Some(side.times.period?),
            _ => Some(side.times.as_of.filter(|time| time.relation(*time) == Relation::Same)?),
        }
    };
    let from = if number.is_delta { side.times.against } else { side.times.since };
    Some((frame.scope_values(at).to_vec(), time, from, number.unit, number.is_delta, side.projects))
}

fn band(frame: &Frame<'_>, sides: &[usize]) -> Option<Band> {
    let mut readings = sides.iter().map(|side| frame.numbers[*side].as_ref().map(|number| number.readings.loose));
    let first = readings.next()??;
    let interval = readings.try_fold(first, |all, reading| all.intersection(&reading?))?;
    let unit = frame.sides[*sides.first()?].number().and_then(|number| frame.foreign_unit(number.unit));
    Some(Band { claims: sides.iter().map(|side| frame.sides[*side].claim).collect(), interval, unit })
}

/// Pairs of which editors say that they do not agree.
fn ruled_apart(frame: &Frame<'_>) -> Vec<(usize, usize)> {
    frame
        .ruled_pairs()
        .into_iter()
        .filter(|(a, b)| frame.ruling(*a, *b).is_some_and(|verdict| verdict.class(None) != Class::Agree))
        .collect()
}

fn is_disputed(frame: &Frame<'_>, denial: usize, side: usize) -> bool {
    judge(frame, denial.min(side), denial.max(side), &mut Silent).verdict == Verdict::Disputed
}
