//! The timeline as a picture: one lane for each source, one mark for each account, its precision and doubt drawn.
//!
//! | date | mark |
//! |---|---|
//! | a day | a dot |
//! | a month, a year, a span | a bar of that length |
//! | `~` | a soft edge |
//! | `?` | a hollow mark |
//! | an open end | an arrow |
//! | one event, several dates | a thin line through each source's own mark |
//!
//! Where there are too many to tell apart, the marks of a lane within one section of the list become one, whose size
//! says how many they are.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::scale::{Days, Tick, percent};
use crate::i18n::Language;
use crate::model::{Date, EventRef, Shape};

/// How high a lane is, in pixels.
const LANE: f64 = 40.0;

/// Where in its lane a mark stands, below the lane's name.
const MARK: f64 = 28.0;

/// More marks than this become bins.
const MOST_MARKS: usize = 120;

/// How long the arrow of "some day before" or "some day after" is, in percent.
const SHORT: f64 = 5.0;

/// How many ticks the axis has, about.
const TICKS: u32 = 8;

/// A source's lane.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Lane {
    /// Whose.
    pub name: String,
}

/// What a source says of an event's date.
#[derive(Clone, Debug)]
pub struct Moment<'a> {
    /// Its lane's position.
    pub lane: usize,
    /// Which event.
    pub event: EventRef,
    /// When, by this source.
    pub date: &'a Date,
    /// What the mark is called.
    pub label: String,
    /// Where it leads.
    pub href: String,
    /// The section of the list it is in: its link and its name.
    pub section: (String, String),
}

/// The picture.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Strip {
    /// How high it is.
    pub height: f64,
    /// Where the axis is.
    pub axis: f64,
    /// The axis.
    pub ticks: Vec<Tick>,
    /// The lanes' names.
    pub lanes: Vec<Name>,
    /// The marks.
    pub marks: Vec<Mark>,
    /// The lines between marks of one event.
    pub lines: Vec<Line>,
    /// Whether marks stand for several events each.
    pub binned: bool,
}

/// A lane's name and place.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Name {
    /// The name.
    pub name: String,
    /// The line it is written on.
    pub y: f64,
    /// The line its marks stand on.
    pub base: f64,
}

/// One mark. Positions across are percentages.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mark {
    /// `dot`, `bar` or `bin`.
    pub shape: &'static str,
    /// Where it starts.
    pub x: f64,
    /// How wide it is.
    pub width: f64,
    /// Its middle.
    pub middle: f64,
    /// The line it stands on.
    pub y: f64,
    /// The radius of a bin.
    pub radius: f64,
    /// `~`.
    pub soft: bool,
    /// `?`.
    pub hollow: bool,
    /// Its beginning is open.
    pub open_start: bool,
    /// Its end is open.
    pub open_end: bool,
    /// What it is called.
    pub label: String,
    /// Where it leads.
    pub href: String,
}

/// A line from one source's mark to another's.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// Where it starts, across.
    pub x1: f64,
    /// Where it starts, down.
    pub y1: f64,
    /// Where it ends, across.
    pub x2: f64,
    /// Where it ends, down.
    pub y2: f64,
}

/// Draws it; `None` where no date has an end that is not open.
pub fn strip(lanes: &[Lane], moments: &[Moment<'_>], language: &Language) -> Option<Strip> {
    let days = || moments.iter().flat_map(|moment| [moment.date.stated().start, moment.date.stated().end]).flatten();
    let axis = Days::new(days().min()?, days().max()?, TICKS);
    let y = |lane: usize| lane as f64 * LANE + MARK;
    let names = lanes.iter().enumerate().map(|(lane, of)| Name {
        name: of.name.clone(),
        y: lane as f64 * LANE + 14.0,
        base: y(lane),
    });
    let binned = moments.len() > MOST_MARKS;
    let marks: Vec<Mark> = moments.iter().map(|moment| mark(moment, &axis, y(moment.lane))).collect();
    let lines = if binned { Vec::new() } else { lines(moments, &marks) };
    let height = lanes.len() as f64 * LANE;
    Some(Strip {
        height: height + 24.0,
        axis: height + 4.0,
        ticks: axis.ticks(language),
        lanes: names.collect(),
        marks: if binned { bins(moments, &marks) } else { marks },
        lines,
        binned,
    })
}

fn mark(moment: &Moment<'_>, axis: &Days, y: f64) -> Mark {
    let date = moment.date;
    let window = date.stated();
    let lasts = matches!(date.shape, Shape::Duration { .. });
    let to = window.end.map_or(100.0, |day: NaiveDate| axis.at(day.succ_opt().unwrap_or(day)));
    // What lasts since long before is drawn so; some day before another is not.
    let open = if lasts { 0.0 } else { (to - SHORT).max(0.0) };
    let from = window.start.map_or(open, |day| axis.at(day));
    let to = if window.end.is_none() && !lasts { (from + SHORT).min(100.0) } else { to };
    let is_day = window.start.is_some() && window.start == window.end;
    Mark {
        shape: if is_day { "dot" } else { "bar" },
        x: from,
        width: percent((to - from).max(0.0) / 100.0),
        middle: percent((from + to) / 200.0),
        y,
        radius: 5.0,
        soft: date.approximate || date.soft,
        hollow: date.uncertain || matches!(date.shape, Shape::Within { .. } | Shape::OneOf(_)),
        open_start: window.start.is_none(),
        open_end: window.end.is_none(),
        label: moment.label.clone(),
        href: moment.href.clone(),
    }
}

/// Joins the marks of one event whose dates differ, from lane to lane.
fn lines(moments: &[Moment<'_>], marks: &[Mark]) -> Vec<Line> {
    let mut of_event: BTreeMap<EventRef, Vec<usize>> = BTreeMap::new();
    for (position, moment) in moments.iter().enumerate() {
        of_event.entry(moment.event).or_default().push(position);
    }
    let mut lines = Vec::new();
    for positions in of_event.values_mut() {
        positions.sort_by_key(|&position| moments[position].lane);
        for pair in positions.windows(2) {
            let &[a, b] = pair else { continue };
            if moments[a].date.window != moments[b].date.window {
                lines.push(Line { x1: marks[a].middle, y1: marks[a].y, x2: marks[b].middle, y2: marks[b].y });
            }
        }
    }
    lines
}

fn bins(moments: &[Moment<'_>], marks: &[Mark]) -> Vec<Mark> {
    let mut bins: BTreeMap<(usize, &(String, String)), Vec<&Mark>> = BTreeMap::new();
    for (moment, mark) in moments.iter().zip(marks) {
        bins.entry((moment.lane, &moment.section)).or_default().push(mark);
    }
    let bin = |((_, section), members): ((usize, &(String, String)), Vec<&Mark>)| {
        let middle = members.iter().map(|mark| mark.middle).sum::<f64>() / members.len() as f64;
        Mark {
            shape: "bin",
            x: percent(middle / 100.0),
            width: 0.0,
            middle: percent(middle / 100.0),
            radius: ((members.len() as f64).sqrt() * 1.6).clamp(2.5, 11.0).round(),
            soft: false,
            hollow: false,
            open_start: false,
            open_end: false,
            label: format!("{}: {}", section.1, members.len()),
            href: section.0.clone(),
            ..members[0].clone()
        }
    };
    bins.into_iter().map(bin).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::date;

    fn draw(dates: &[(usize, usize, &str)]) -> Strip {
        let dates: Vec<_> =
            dates.iter().map(|(lane, event, text)| (*lane, *event, date::parse(text).unwrap())).collect();
        let moments: Vec<Moment<'_>> = dates
            .iter()
            .map(|(lane, event, date)| Moment {
                lane: *lane,
                event: EventRef(*event),
                date,
                label: String::new(),
                href: String::new(),
                section: ("#a".into(), "2024".into()),
            })
            .collect();
        let lanes = [Lane { name: "A".into() }, Lane { name: "B".into() }];
        strip(&lanes, &moments, &Language::built_in("en")).unwrap()
    }

    #[test]
    fn precision_and_doubt_are_drawn() {
        let marks = draw(&[
            (0, 0, "2024-05-03"),
            (0, 1, "2024-05"),
            (0, 2, "2024-05~"),
            (0, 3, "2024-05-03?"),
            (0, 4, "2024-02/.."),
            (0, 5, "[..2024-05-13]"),
        ])
        .marks;
        assert_eq!((marks[0].shape, marks[0].soft, marks[0].hollow), ("dot", false, false));
        assert_eq!((marks[1].shape, marks[1].width > 0.0), ("bar", true));
        assert!(marks[2].soft && marks[3].hollow && marks[4].open_end && marks[5].open_start && marks[5].hollow);
        assert_eq!(marks[4].x + marks[4].width, 100.0);
    }

    #[test]
    fn a_line_joins_sources_that_differ_on_a_date() {
        let differ = draw(&[(0, 0, "2024-05-02"), (1, 0, "2024-05-03"), (0, 1, "2024-06-01"), (1, 1, "2024-06-01")]);
        assert_eq!(differ.lines.len(), 1);
        assert!(differ.lines[0].x1 < differ.lines[0].x2 && differ.lines[0].y1 < differ.lines[0].y2);
    }

    #[test]
    fn too_many_marks_become_bins() {
        let many: Vec<_> = (0..=MOST_MARKS).map(|event| (event % 2, event, "2024-05-02")).collect();
        let strip = draw(&many);
        assert!(strip.binned);
        assert_eq!(strip.marks.len(), 2);
    }
}
