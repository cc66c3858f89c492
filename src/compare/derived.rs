//! Third values that two claims imply: a change with what it is measured from, and a total or a flow at one end of it.
//!
//! Nobody said such a value. It is shown as derived and never compared with anything. A projected change leads on from a
//! figure that is stated, and back from none; a projected figure leads nowhere.

use std::collections::BTreeMap;

use super::frame::Frame;
use super::report::Derived;
use super::side::Side;
use super::time::{Relation, Span};
use crate::model::Kind;

/// What a change and the figure that it belongs to have in common, and the time of that figure.
type Place = (Vec<u32>, u32, Option<Span>, Span);

/// The derived values of a question, by change. Of several figures for one end of a change, the first in the order of
/// the corpus is taken.
pub(super) fn derived(frame: &Frame<'_>) -> Vec<Derived> {
    let live = |side: &&(usize, &Side)| !side.1.superseded && !side.1.denies;
    let mut figures: BTreeMap<Place, usize> = BTreeMap::new();
    for (at, side) in frame.sides.iter().enumerate().filter(|side| live(&side) && !side.1.projects) {
        let Some(number) = side.number().filter(|number| !number.is_delta) else { continue };
        if let Some(time) = time(frame, side) {
            figures.entry(place(frame, at, side, number.unit, time)).or_insert(at);
        }
    }
    let mut found = Vec::new();
    for (at, side) in frame.sides.iter().enumerate().filter(|side| live(&side)) {
        let Some(number) = side.number().filter(|number| number.is_delta) else { continue };
        let own_time = time(frame, side).filter(|_| !side.projects);
        for (forward, time) in [(true, side.times.against), (false, own_time)] {
            let base = time.and_then(|time| figures.get(&place(frame, at, side, number.unit, time)));
            found.extend(base.and_then(|base| derive(frame, at, *base, forward)));
        }
    }
    found
}

/// The time of a figure: the period of a flow, else a moment that is known well enough.
fn time(frame: &Frame<'_>, side: &Side) -> Option<Span> {
    match frame.question.kind {
        Kind::Flow => side.times.period,
        Kind::Cumulative | Kind::Level | Kind::Rate => {
            side.times.as_of.filter(|time| time.relation(*time) == Relation::Same)
        }
        Kind::Count | Kind::Category | Kind::Date => None,
    }
}

fn place(frame: &Frame<'_>, at: usize, side: &Side, unit: u32, time: Span) -> Place {
    (frame.scope_values(at).to_vec(), unit, side.times.since, time)
}

fn derive(frame: &Frame<'_>, delta: usize, base: usize, forward: bool) -> Option<Derived> {
    let change = frame.numbers[delta].as_ref()?.readings.loose;
    let known = frame.numbers[base].as_ref()?.readings.loose;
    let interval = if forward { known.plus(&change) } else { known.minus(&change) }?;
    let unit = frame.sides[delta].number().and_then(|number| frame.foreign_unit(number.unit));
    Some(Derived { delta: frame.sides[delta].claim, base: frame.sides[base].claim, forward, interval, unit })
}
