//! A row for each answer on one axis of figures: what its words promise (strict, solid) and how far they are stretched in
//! practice (loose, pale), with an arrow where they set no limit.

use rust_decimal::Decimal;
use serde::Serialize;

use super::scale::{Figures, Tick, percent};
use crate::compare::readings::Readings;
use crate::i18n::Language;
use crate::model::Interval;

/// How many ticks an axis has, about; more would touch on a phone.
const TICKS: u32 = 4;

/// How wide the axis is on a desk, and a character of a label at most, in pixels.
const WIDTH: f64 = 440.0;
const CHARACTER: f64 = 7.0;

/// The room to the right that an arrow without end takes, as a share of the axis.
const ARROW: f64 = 0.06;

/// The axis and its rows.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rows {
    /// The axis.
    pub ticks: Vec<Tick>,
    /// One for each of the answers given, in their order; `None` where there is nothing to draw.
    pub bars: Vec<Option<Bar>>,
}

/// One row's marks; all positions are percentages.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bar {
    /// Where the strict reading starts.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// Where the loose reading starts.
    pub loose_from: f64,
    /// Where it ends.
    pub loose_to: f64,
    /// The figure itself, where one is stated.
    pub point: Option<f64>,
    /// Whether the figure itself is left out ("more than").
    pub point_open: bool,
    /// Whether there is no lower limit.
    pub open_low: bool,
    /// Whether there is no upper limit.
    pub open_high: bool,
}

/// Draws answers on one axis. Each has its readings and, where it states one figure, that figure.
pub fn rows(answers: &[Option<(Readings, Option<Decimal>)>], language: &Language) -> Option<Rows> {
    let drawn = || answers.iter().flatten();
    let ends = drawn().flat_map(|(readings, point)| {
        let Interval { low, high, .. } = readings.loose;
        [low, high, readings.strict.low, readings.strict.high, *point].into_iter().flatten()
    });
    let (low, high) = (ends.clone().min()?, ends.max()?);
    let axis = Figures::new(low, high, TICKS)?;
    let open_high = drawn().any(|(readings, _)| readings.loose.high.is_none());
    let open_low = drawn().any(|(readings, _)| readings.loose.low.is_none());
    let (left, right) = (if open_low { ARROW } else { 0.0 }, if open_high { ARROW } else { 0.0 });
    let place = |figure: Decimal| percent(left + axis.at(figure) * (1.0 - left - right));
    let bars = answers.iter().map(|answer| {
        let (readings, point) = answer.as_ref()?;
        let Readings { strict, loose } = readings;
        let end = |figure: Option<Decimal>, open: f64| figure.map_or(open, place);
        Some(Bar {
            from: end(strict.low, 0.0),
            to: end(strict.high, 100.0),
            loose_from: end(loose.low, 0.0),
            loose_to: end(loose.high, 100.0),
            point: point.map(place),
            point_open: leaves_out(strict, *point),
            open_low: strict.low.is_none(),
            open_high: strict.high.is_none(),
        })
    });
    let bars = bars.collect();
    let labels: Vec<String> = axis.ticks.iter().map(|&figure| language.amount(figure, None)).collect();
    let every = stride(&labels);
    let many = labels.len().div_ceil(every) > 3;
    let ticks = axis.ticks.iter().zip(labels).enumerate().map(|(position, (&figure, label))| Tick {
        at: place(figure),
        label: if position % every == 0 { label } else { String::new() },
        minor: many && (position / every) % 2 == 1,
    });
    Some(Rows { ticks: ticks.collect(), bars })
}

/// Every how many ticks there is room for a label.
fn stride(labels: &[String]) -> usize {
    let longest = labels.iter().map(|label| label.chars().count()).max().unwrap_or(0);
    let room = (WIDTH / (longest as f64 * CHARACTER + CHARACTER * 2.0)).max(2.0) as usize;
    labels.len().div_ceil(room).max(1)
}

/// Whether a statement sets its figure as a limit that it does not reach itself: "more than 40".
pub fn leaves_out(strict: &Interval, point: Option<Decimal>) -> bool {
    point.is_some_and(|point| {
        strict.low.is_some_and(|low| point < low || point == low && strict.low_open)
            || strict.high.is_some_and(|high| point > high || point == high && strict.high_open)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closed(low: i64, high: i64) -> Interval {
        Interval { low: Some(low.into()), high: Some(high.into()), low_open: false, high_open: false }
    }

    #[test]
    fn readings_and_open_ends_have_their_places() {
        let about = Readings { strict: closed(19, 21), loose: closed(18, 22) };
        let more = Interval { low: Some(40.into()), high: None, low_open: true, high_open: false };
        let more = Readings { strict: more, loose: Interval { low_open: false, ..more } };
        let answers = [Some((about, Some(20.into()))), None, Some((more, Some(40.into())))];
        let rows = rows(&answers, &Language::built_in("en")).unwrap();
        assert_eq!(rows.ticks.first().map(|tick| (tick.at, tick.label.as_str())), Some((0.0, "0")));
        assert_eq!(rows.ticks.last().map(|tick| (tick.at, tick.label.as_str())), Some((94.0, "40")));
        let first = rows.bars[0].clone().unwrap();
        assert!(first.loose_from < first.from && first.from < first.to && first.to < first.loose_to);
        assert!(!first.point_open && !first.open_high);
        assert_eq!(rows.bars[1], None);
        let last = rows.bars[2].clone().unwrap();
        assert!(last.open_high && last.point_open && last.to == 100.0 && !last.open_low);
    }

    #[test]
    fn more_than_a_count_leaves_it_out() {
        let more = Interval { low: Some(41.into()), high: None, low_open: false, high_open: false };
        assert!(leaves_out(&more, Some(40.into())));
        assert!(!leaves_out(&more, Some(41.into())) && !leaves_out(&more, None));
    }

    #[test]
    fn nothing_to_draw_is_no_chart() {
        assert_eq!(rows(&[None], &Language::built_in("en")), None);
    }
}
