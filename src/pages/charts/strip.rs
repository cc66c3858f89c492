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
//! | long before or after all others | an arrowhead at the edge |
//!
//! Where there are too many to tell apart, a lane shows how many there are in each day, week, month or longer: the
//! higher, the more. So a picture has a bounded number of marks, whatever it is of.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::Line;
use super::bins::Bin;
use super::scale::{Days, Tick, percent, pixels};
use crate::i18n::Language;
use crate::model::{Date, EventRef, Shape};

/// How high a lane is, in pixels.
const LANE: f64 = 40.0;

/// Where in its lane a mark stands, below the lane's name.
const MARK: f64 = 28.0;

/// The same for counts, which rise from there.
const BASE: f64 = 36.0;

/// How high the highest of a lane's counts is drawn: not into its name.
const HIGHEST: f64 = 18.0;

/// More marks than this become counts.
const MOST_MARKS: usize = 160;

/// At most so many counts stand beside each other: with the nine lanes that fit, under a thousand links.
const MOST_BINS: i64 = 96;

/// How long the arrow of "some day before" or "some day after" is, in percent.
const SHORT: f64 = 5.0;

/// How many ticks the axis has, about.
const TICKS: u32 = 8;

/// Of all marks, one in so many may stand far out at either end without the axis reaching for it.
const FAR_OUT: usize = 10;

/// A source's lane.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Lane {
    /// Whose; nothing is written where there is one lane for all.
    pub name: String,
}

/// What a source says of an event's date.
#[derive(Clone, Copy, Debug)]
pub struct Moment<'a> {
    /// Its lane's position.
    pub lane: usize,
    /// Which event.
    pub event: EventRef,
    /// When, by this source.
    pub date: &'a Date,
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
    /// Whether marks are counts of several accounts each.
    pub binned: bool,
    /// The span that the page is about, where the picture is of more: where it starts and how wide it is.
    pub here: Option<(f64, f64)>,
    #[serde(skip)]
    days: Option<Days>,
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
    /// `dot`, `bar`, `bin`, `before` or `after`.
    pub shape: &'static str,
    /// Where it starts.
    pub x: f64,
    /// How wide it is.
    pub width: f64,
    /// Its middle.
    pub middle: f64,
    /// The line it stands on.
    pub y: f64,
    /// How high a count is drawn.
    pub height: f64,
    /// `~`.
    pub soft: bool,
    /// `?`.
    pub hollow: bool,
    /// Its beginning is open.
    pub open_start: bool,
    /// Its end is open.
    pub open_end: bool,
    /// Whether it lasts, rather than being some moment within.
    pub lasts: bool,
    /// What it is called.
    pub label: String,
    /// Where it leads.
    pub href: String,
}

/// What marks are called and where they lead.
pub struct Signs<'a> {
    /// The interface's language.
    pub language: &'a Language,
    /// What an event's mark is called.
    pub label: &'a dyn Fn(&Moment<'_>) -> String,
    /// Where an event's mark leads, or that of several of which it is the first.
    pub link: &'a dyn Fn(EventRef) -> String,
}

/// Draws it; `None` where no date has an end that is not open.
pub fn strip(lanes: &[Lane], moments: &[Moment<'_>], signs: &Signs<'_>) -> Option<Strip> {
    let (first, last) = reach(moments)?;
    let binned = moments.len() > MOST_MARKS;
    let y = |lane: usize| lane as f64 * LANE + if binned { BASE } else { MARK };
    let names = lanes.iter().enumerate().map(|(lane, of)| Name {
        name: of.name.clone(),
        y: lane as f64 * LANE + 14.0,
        base: y(lane),
    });
    let bin = Bin::covering(first, last, MOST_BINS);
    let axis = match (bin.first(bin.number(first)), bin.end(bin.number(last))) {
        (Some(first), Some(end)) if binned => Days::new(first, end, TICKS),
        _ => Days::new(first, last, TICKS),
    };
    let (marks, lines) = if binned {
        (bins(moments, bin, &axis, &y, signs), Vec::new())
    } else {
        let marks: Vec<Mark> = moments.iter().map(|moment| mark(moment, &axis, y(moment.lane), signs)).collect();
        let lines = lines(moments, &marks);
        (long_first(marks), lines)
    };
    let height = lanes.len() as f64 * LANE;
    Some(Strip {
        height: height + 24.0,
        axis: height + 4.0,
        ticks: axis.ticks(signs.language),
        lanes: names.collect(),
        marks,
        lines,
        binned,
        here: None,
        days: Some(axis),
    })
}

impl Strip {
    /// The same on another page, with links as they are from there; `part` is what that page is about.
    pub fn seen_from(&self, link: impl Fn(&str) -> String, part: Option<(NaiveDate, NaiveDate)>) -> Self {
        let mut own = self.clone();
        for mark in &mut own.marks {
            mark.href = link(&mark.href);
        }
        own.here = part.zip(self.days.as_ref()).map(|((first, last), days)| {
            let (from, to) = (days.at(first), days.at(last.succ_opt().unwrap_or(last)));
            (from, percent((to - from).max(0.0) / 100.0))
        });
        own
    }
}

/// The first and the last day to draw. What stands far from all else does not make the rest too small to see.
fn reach(moments: &[Moment<'_>]) -> Option<(NaiveDate, NaiveDate)> {
    let ends = |moment: &Moment<'_>| {
        let window = moment.date.stated();
        [window.start.or(window.end), window.end.or(window.start)]
    };
    let mut days: Vec<NaiveDate> = moments.iter().flat_map(ends).flatten().collect();
    days.sort_unstable();
    let (first, last) = (*days.first()?, *days.last()?);
    let out = days.len() / FAR_OUT;
    let (low, high) = (days[out], days[days.len() - 1 - out]);
    let core = (high - low).num_days();
    if core < 1 || (last - first).num_days() <= core * 4 {
        return Some((first, last));
    }
    let near = |day: &&NaiveDate| (low - **day).num_days() <= core && (**day - high).num_days() <= core;
    let (first, last) = (days.iter().find(near)?, days.iter().rfind(near)?);
    Some((*first, *last))
}

fn mark(moment: &Moment<'_>, axis: &Days, y: f64, signs: &Signs<'_>) -> Mark {
    let date = moment.date;
    let window = date.stated();
    let lasts = matches!(date.shape, Shape::Duration { .. });
    let to = window.end.map_or(100.0, |day: NaiveDate| axis.at(day.succ_opt().unwrap_or(day)));
    // What lasts since long before is drawn so; some day before another is not.
    let open = if lasts { 0.0 } else { (to - SHORT).max(0.0) };
    let from = window.start.map_or(open, |day| axis.at(day));
    let to = if window.end.is_none() && !lasts { (from + SHORT).min(100.0) } else { to };
    let is_day = window.start.is_some() && window.start == window.end;
    let shape = match (window.start, window.end) {
        (_, Some(end)) if axis.is_before(end) => "before",
        (Some(start), _) if axis.is_after(start) => "after",
        _ if is_day => "dot",
        _ => "bar",
    };
    Mark {
        shape,
        x: from,
        width: percent((to - from).max(0.0) / 100.0),
        middle: percent((from + to) / 200.0),
        y,
        height: 0.0,
        soft: date.approximate || date.soft,
        hollow: date.uncertain || matches!(date.shape, Shape::Within { .. } | Shape::OneOf(_)),
        open_start: window.start.is_none(),
        open_end: window.end.is_none(),
        lasts,
        label: (signs.label)(moment),
        href: (signs.link)(moment.event),
    }
}

/// What is drawn later lies over what is drawn before: a day must not vanish under a year.
fn long_first(mut marks: Vec<Mark>) -> Vec<Mark> {
    marks.sort_by(|a, b| b.width.total_cmp(&a.width));
    marks
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
            if moments[a].lane != moments[b].lane && moments[a].date.window != moments[b].date.window {
                lines.push(Line { x1: joint(&marks[a]), y1: marks[a].y, x2: joint(&marks[b]), y2: marks[b].y });
            }
        }
    }
    lines
}

/// Where a line meets a mark: at its beginning where it goes on from there, else in its middle.
fn joint(mark: &Mark) -> f64 {
    if mark.lasts || mark.open_end { mark.x } else { mark.middle }
}

/// How many there are in each span of each lane. A count leads to the first of its events, in the order given.
fn bins(moments: &[Moment<'_>], bin: Bin, axis: &Days, y: &dyn Fn(usize) -> f64, signs: &Signs<'_>) -> Vec<Mark> {
    let mut bins: BTreeMap<(usize, i64), (usize, EventRef)> = BTreeMap::new();
    for moment in moments {
        let window = moment.date.stated();
        let Some(day) = window.start.or(window.end) else { continue };
        bins.entry((moment.lane, bin.number(day))).or_insert((0, moment.event)).0 += 1;
    }
    // Each lane has a scale of its own: the shared lane of all other sources must not flatten the rest.
    let mut most: BTreeMap<usize, usize> = BTreeMap::new();
    for ((lane, _), (count, _)) in &bins {
        let highest = most.entry(*lane).or_default();
        *highest = (*highest).max(*count);
    }
    let mut marks = Vec::new();
    for ((lane, number), (count, event)) in bins {
        let Some(((first, end), name)) = bin.first(number).zip(bin.end(number)).zip(bin.name(number, signs.language))
        else {
            continue;
        };
        let shape = if axis.is_before(first) {
            "before"
        } else if axis.is_after(first) {
            "after"
        } else {
            "bin"
        };
        let (from, to) = (axis.at(first), axis.at(end));
        marks.push(Mark {
            shape,
            x: from,
            width: percent((to - from).max(0.0) / 100.0),
            middle: percent((from + to) / 200.0),
            y: y(lane),
            height: pixels((count as f64 / most.get(&lane).copied().unwrap_or(1) as f64 * HIGHEST).max(2.0)),
            soft: false,
            hollow: false,
            open_start: false,
            open_end: false,
            lasts: false,
            label: format!("{name}: {count}"),
            href: (signs.link)(event),
        });
    }
    one_at_each_edge(marks)
}

/// Of what stands far out on one side of a lane, one mark is drawn.
fn one_at_each_edge(mut marks: Vec<Mark>) -> Vec<Mark> {
    let edge = |mark: &Mark| matches!(mark.shape, "before" | "after");
    marks.dedup_by(|a, b| edge(a) && a.shape == b.shape && a.y == b.y);
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::date;

    fn draw(dates: &[(usize, usize, &str)]) -> Strip {
        let dates: Vec<_> =
            dates.iter().map(|(lane, event, text)| (*lane, *event, date::parse(text).unwrap())).collect();
        let moments: Vec<Moment<'_>> =
            dates.iter().map(|(lane, event, date)| Moment { lane: *lane, event: EventRef(*event), date }).collect();
        let lanes = [Lane { name: "A".into() }, Lane { name: "B".into() }];
        let link = |event: EventRef| format!("#{}", event.0);
        let language = Language::built_in("en");
        strip(&lanes, &moments, &Signs { language: &language, label: &|_| String::new(), link: &link }).unwrap()
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
        let of = |event: usize| marks.iter().find(|mark| mark.href == format!("#{event}")).unwrap();
        assert_eq!((of(0).shape, of(0).soft, of(0).hollow), ("dot", false, false));
        assert_eq!((of(1).shape, of(1).width > 0.0), ("bar", true));
        assert!(of(2).soft && of(3).hollow && of(4).open_end && of(5).open_start && of(5).hollow);
        assert_eq!(of(4).x + of(4).width, 100.0);
        assert_eq!(marks[0].href, "#4", "the longest lies under all others");
    }

    #[test]
    fn a_line_joins_sources_that_differ_on_a_date() {
        let differ = draw(&[(0, 0, "2024-05-02"), (1, 0, "2024-05-03"), (0, 1, "2024-06-01"), (1, 1, "2024-06-01")]);
        assert_eq!(differ.lines.len(), 1);
        assert!(differ.lines[0].x1 < differ.lines[0].x2 && differ.lines[0].y1 < differ.lines[0].y2);
    }

    #[test]
    fn too_many_marks_become_counts() {
        let many: Vec<_> = (0..=MOST_MARKS).map(|event| (event % 2, event, "2024-05-02")).collect();
        let strip = draw(&many);
        assert!(strip.binned);
        let marks: Vec<_> = strip.marks.iter().map(|mark| (mark.label.as_str(), mark.href.as_str())).collect();
        assert_eq!(marks, [("2 May 2024: 81", "#0"), ("2 May 2024: 80", "#1")]);
    }

    #[test]
    fn a_long_time_has_a_bounded_number_of_counts() {
        let days: Vec<String> =
            (0..2000).map(|at| format!("{}-{:02}-{:02}", 1900 + at / 16, 1 + at % 12, 1 + at % 28)).collect();
        let many: Vec<_> = days.iter().enumerate().map(|(event, day)| (event % 2, event, day.as_str())).collect();
        let marks = draw(&many).marks.len();
        assert!((40..=2 * MOST_BINS as usize).contains(&marks), "{marks}");
    }

    #[test]
    fn what_is_far_out_does_not_shrink_the_rest() {
        let mut dates: Vec<(usize, usize, String)> =
            (0..20).map(|at| (0, at, format!("2024-05-{:02}", at + 1))).collect();
        dates.push((1, 20, "1932".to_owned()));
        let dates: Vec<_> = dates.iter().map(|(lane, event, date)| (*lane, *event, date.as_str())).collect();
        let marks = draw(&dates).marks;
        let of = |event: usize| marks.iter().find(|mark| mark.href == format!("#{event}")).unwrap();
        assert_eq!(of(20).shape, "before");
        assert!(of(19).middle - of(0).middle > 80.0);
    }
}
