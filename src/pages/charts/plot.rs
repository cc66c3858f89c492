//! Figures against the moment that they are about: one mark for each origin and what it says of a moment, with the
//! numbers of the answers that say so beside it; a thin line from one to the next of the same origin.

use std::collections::HashMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::Serialize;

use super::Line;
use super::rows::leaves_out;
use super::scale::{Days, Figures, Tick, percent, pixels};
use crate::compare::origin::Origin;
use crate::compare::readings::Readings;
use crate::i18n::Language;

/// How high the drawing is, in pixels, without the labels below.
pub const HEIGHT: f64 = 240.0;

/// The room above the highest tick, for arrows.
const TOP: f64 = 28.0;

/// How many ticks either axis has, about.
const TICKS: u32 = 4;

/// How wide a character of a label is, in pixels, at most.
const CHARACTER: f64 = 7.0;

/// How near, in percent and pixels, two numbers may stand.
const CLEAR: (f64, f64) = (7.0, 18.0);

/// From how far, in pixels, a line leads from a number to its mark.
const NEAR: f64 = 20.0;

/// An answer to draw.
#[derive(Clone, Debug)]
pub struct Told<'a> {
    /// The first day that it is about.
    pub first: NaiveDate,
    /// The last.
    pub last: NaiveDate,
    /// Whether the time is assumed.
    pub assumed: bool,
    /// Its readings.
    pub readings: Readings,
    /// The figure, where one is stated.
    pub point: Option<Decimal>,
    /// Its number in the table.
    pub numbers: Vec<usize>,
    /// Whose figure it is in the end; `None` where that is not known.
    pub origin: Option<Origin<'a>>,
}

/// The chart.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Plot {
    /// How high it is.
    pub height: f64,
    /// How wide the labels of the figures are, in pixels, at most.
    pub labels: f64,
    /// Days, in percent.
    pub across: Vec<Tick>,
    /// Figures, in pixels.
    pub down: Vec<Tick>,
    /// The answers.
    pub points: Vec<Point>,
    /// The lines from one figure of an origin to its next.
    pub lines: Vec<Line>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Point {
    /// The numbers of those who say so, as they are written beside it.
    pub numbers: String,
    /// How wide these are, in pixels.
    pub badge: f64,
    /// Where its window starts, in percent.
    pub x: f64,
    /// How wide it is.
    pub width: f64,
    /// Its middle.
    pub middle: f64,
    /// The top of the strict reading, in pixels.
    pub top: f64,
    /// How high it is.
    pub tall: f64,
    /// The top of the loose reading.
    pub loose_top: f64,
    /// How high it is.
    pub loose_tall: f64,
    /// The figure.
    pub point: Option<f64>,
    /// Whether the figure itself is left out ("more than").
    pub point_open: bool,
    /// Whether there is no upper limit.
    pub open_high: bool,
    /// Whether there is no lower limit.
    pub open_low: bool,
    /// Whether the time is assumed.
    pub assumed: bool,
    /// Where its number stands.
    pub label: f64,
    /// How far below its number it is, where that is too far to be seen as its own; else 0.
    pub leader: f64,
}

/// Draws answers; `None` with fewer than two moments: rows say it better then.
pub fn plot(answers: &[Told<'_>], language: &Language) -> Option<Plot> {
    let answers = &once_for_each_origin(answers);
    let (first, last) = (answers.iter().map(|told| told.first).min()?, answers.iter().map(|told| told.last).max()?);
    let same = |told: &Told<'_>| (told.first, told.last) == (answers[0].first, answers[0].last);
    if answers.iter().all(same) {
        return None;
    }
    let ends = answers.iter().flat_map(|told| {
        [
            told.readings.loose.low,
            told.readings.loose.high,
            told.readings.strict.low,
            told.readings.strict.high,
            told.point,
        ]
    });
    let (low, high) = (ends.clone().flatten().min()?, ends.flatten().max()?);
    let days = Days::new(first, last, TICKS + 2);
    let figures = Figures::new(low, high, TICKS)?;
    let y = |figure: Decimal| pixels(TOP + (1.0 - figures.at(figure)) * (HEIGHT - TOP));
    let x = |day: NaiveDate| days.at(day);
    let mut points: Vec<Point> = Vec::new();
    for told in answers {
        let Readings { strict, loose } = told.readings;
        let (top, bottom) = (strict.high.map_or(0.0, y), strict.low.map_or(HEIGHT, y));
        let (loose_top, loose_bottom) = (loose.high.map_or(0.0, y), loose.low.map_or(HEIGHT, y));
        let (from, to) = (x(told.first), x(told.last));
        let middle = percent((from + to) / 200.0);
        let wanted = told.point.map_or(top, y).max(TOP / 2.0) - 16.0;
        let label = free(&points, middle, wanted);
        let away = pixels(told.point.map_or(f64::midpoint(top, bottom), y) - label);
        let numbers = told.numbers.iter().map(usize::to_string).collect::<Vec<_>>().join(", ");
        points.push(Point {
            badge: numbers.chars().count() as f64 * CHARACTER + 11.0,
            numbers,
            x: from,
            width: percent((to - from) / 100.0),
            middle,
            top,
            tall: pixels(bottom - top),
            loose_top,
            loose_tall: pixels(loose_bottom - loose_top),
            point: told.point.map(y),
            point_open: leaves_out(&strict, told.point),
            open_high: strict.high.is_none(),
            open_low: strict.low.is_none(),
            assumed: told.assumed,
            label,
            leader: if away.abs() > NEAR { away } else { 0.0 },
        });
    }
    let down =
        figures.ticks.iter().map(|&figure| Tick { at: y(figure), label: language.amount(figure, None), minor: false });
    let down: Vec<Tick> = down.collect();
    let lines = lines(answers, &points);
    let longest = down.iter().map(|tick| tick.label.chars().count()).max().unwrap_or(0);
    let labels = (longest as f64 * CHARACTER + 10.0).round();
    Some(Plot { height: HEIGHT, labels, across: days.ticks(language), down, points, lines })
}

/// An origin that is repeated is one mark: who passes on a figure adds no weight to it.
fn once_for_each_origin<'a>(answers: &[Told<'a>]) -> Vec<Told<'a>> {
    let mut marks: Vec<Told<'a>> = Vec::new();
    for told in answers {
        let same = |mark: &&mut Told<'_>| {
            let time = (mark.first, mark.last, mark.assumed) == (told.first, told.last, told.assumed);
            mark.origin.is_some() && mark.origin == told.origin && time && mark.readings == told.readings
        };
        match marks.iter_mut().find(same) {
            Some(mark) => mark.numbers.extend(&told.numbers),
            None => marks.push(told.clone()),
        }
    }
    marks
}

/// From each figure of an origin to its next in time.
fn lines(answers: &[Told<'_>], points: &[Point]) -> Vec<Line> {
    let mut last: HashMap<Origin<'_>, &Point> = HashMap::new();
    let mut order: Vec<(&Told<'_>, &Point)> = answers.iter().zip(points).collect();
    order.sort_by_key(|(told, _)| (told.first, told.last));
    let mut lines = Vec::new();
    for (told, point) in order {
        let Some(origin) = told.origin else { continue };
        if let Some(before) = last.insert(origin, point) {
            lines.push(Line { x1: before.middle, y1: height(before), x2: point.middle, y2: height(point) });
        }
    }
    lines
}

/// Where a mark is held: at its figure, else in the middle of what its words promise.
fn height(point: &Point) -> f64 {
    point.point.unwrap_or(pixels(point.top + point.tall / 2.0))
}

/// The nearest place to the one wanted where no other number stands: up first, then down.
fn free(placed: &[Point], middle: f64, wanted: f64) -> f64 {
    let clear = |at: f64| {
        placed.iter().all(|point| (point.middle - middle).abs() >= CLEAR.0 || (point.label - at).abs() >= CLEAR.1)
    };
    let tries = (0..24).map(|step| {
        let away = f64::from((step + 1) / 2) * CLEAR.1;
        if step % 2 == 1 { wanted - away } else { wanted + away }
    });
    pixels(tries.into_iter().find(|&at| (8.0..=HEIGHT - 4.0).contains(&at) && clear(at)).unwrap_or(wanted))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Interval;

    fn told(day: &str, figure: i64, number: usize) -> Told<'static> {
        let day = day.parse().unwrap();
        let point: Decimal = figure.into();
        let reading = Interval { low: Some(point), high: Some(point), low_open: false, high_open: false };
        let readings = Readings { strict: reading, loose: reading };
        let origin = Some(Origin::Text("a ministry"));
        Told { first: day, last: day, assumed: false, readings, point: Some(point), numbers: vec![number], origin }
    }

    #[test]
    fn later_is_further_right_and_more_is_higher() {
        let answers = [told("2023-06-02", 20, 1), told("2025-06-30", 40, 2)];
        let plot = plot(&answers, &Language::built_in("en")).unwrap();
        assert!(plot.points[0].x < plot.points[1].x);
        assert!(plot.points[0].point > plot.points[1].point);
    }

    #[test]
    fn numbers_do_not_stand_on_each_other() {
        let same =
            [told("2023-06-02", 20, 1), told("2023-06-03", 20, 2), told("2023-06-03", 21, 3), told("2025-01-01", 9, 4)];
        let plot = plot(&same, &Language::built_in("en")).unwrap();
        for (position, a) in plot.points.iter().enumerate() {
            for b in &plot.points[position + 1..] {
                assert!((a.middle - b.middle).abs() >= CLEAR.0 || (a.label - b.label).abs() >= CLEAR.1);
            }
        }
    }

    #[test]
    fn a_number_that_stands_away_from_its_mark_is_led_to_it() {
        let same = [told("2023-06-02", 20, 1), told("2023-06-03", 20, 2), told("2025-01-01", 40, 3)];
        let plot = plot(&same, &Language::built_in("en")).unwrap();
        let leaders: Vec<f64> = plot.points.iter().map(|point| point.leader).collect();
        assert_eq!(leaders[0], 0.0);
        assert_ne!(leaders[1], 0.0);
        assert_eq!(pixels(plot.points[1].label + leaders[1]), plot.points[1].point.unwrap());
    }

    #[test]
    fn an_origin_that_is_repeated_is_one_mark() {
        let english = Language::built_in("en");
        let of_one = [told("2023-06-02", 20, 1), told("2023-06-02", 20, 2), told("2025-06-30", 40, 3)];
        let drawn = plot(&of_one, &english).unwrap();
        assert_eq!(drawn.points.iter().map(|point| point.numbers.as_str()).collect::<Vec<_>>(), ["1, 2", "3"]);
        assert_eq!(drawn.lines.len(), 1);
        let unknown = of_one.map(|told| Told { origin: None, ..told });
        let drawn = plot(&unknown, &english).unwrap();
        assert_eq!((drawn.points.len(), drawn.lines.len()), (3, 0));
    }

    #[test]
    fn one_moment_is_no_chart() {
        let answers = [told("2023-06-02", 20, 1), told("2023-06-02", 40, 2)];
        assert_eq!(plot(&answers, &Language::built_in("en")), None);
    }
}
