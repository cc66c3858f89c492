//! A date as somebody wrote it, and the days it may mean (FORMAT.md, "Dates").
//!
//! Reading is in `read::date`; how two windows relate is in `compare::time`; words for people are in `i18n`.

use std::{
    cmp::Reverse,
    hash::{Hash, Hasher},
    ops::{Deref, DerefMut},
    sync::Arc,
};

use chrono::{Datelike, Days, NaiveDate, NaiveTime};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A span of whole days, both ends included; an end that is `None` is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Window {
    /// The earliest day, or open.
    pub start: Option<NaiveDate>,
    /// The latest day, or open.
    pub end: Option<NaiveDate>,
}

/// A minute with its offset from UTC: only two instants are ever compared as instants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Instant {
    /// Minutes since 1970-01-01T00:00Z.
    pub minute: i64,
}

/// How finely a moment is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Precision {
    /// `2023-06-02T14:26`, with or without an offset.
    Minute,
    /// `2023-06-02`.
    Day,
    /// `2023-06`.
    Month,
    /// `2023-33` to `2023-36`: January–March and so on.
    Quarter,
    /// `2023-21` to `2023-24`: spring, summer, autumn, winter.
    Season,
    /// `early-2023`, `mid-2023`, `late-2023`: four months each.
    Third,
    /// `2023`.
    Year,
    /// `202X`: ten years.
    Decade,
    /// `20XX`: a hundred years.
    Century,
}

/// What kind of statement about time it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Shape {
    /// One moment, known to this precision.
    Moment(Precision),
    /// `2022-07/2023-06`: from one moment throughout to another; an end that is `None` is open (`..`).
    Duration {
        /// When it began.
        start: Option<Date>,
        /// When it ended.
        end: Option<Date>,
    },
    /// `[2025-05..2025-08]`, `[..2020-05-13]`: some moment within; an end that is `None` is open.
    Within {
        /// Not before.
        start: Option<Date>,
        /// Not after.
        end: Option<Date>,
    },
    /// `[2024-05-02,2024-05-04]`: one of these.
    OneOf(Vec<Date>),
}

/// A date with the days it may mean: what it says is behind a pointer, since most of a corpus' dates are absent, and many are
/// there twice.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Date(Arc<DateInner>);

/// What a [`Date`] says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateInner {
    /// As written in the front matter.
    pub written: String,
    /// All days it may mean or span, `~` already widened by (3, 31, 366 days; 31 on a season or quarter).
    pub window: Window,
    /// What is stated.
    pub shape: Shape,
    /// Marked `~`.
    pub approximate: bool,
    /// Marked `?`: widens nothing, shows as uncertain.
    pub uncertain: bool,
    /// A season or a house form such as `mid-2025`, whose limits nobody agreed on.
    pub soft: bool,
    /// Only where a time with an offset was written.
    pub instant: Option<Instant>,
}

/// What is written says all the rest, and is a tenth of it to hash.
impl Hash for DateInner {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.written.hash(state);
    }
}

impl Precision {
    /// How many days `~` widens a moment of this precision by at either end: one unit of what is written (FORMAT.md,
    /// "Dates"); a month for what is shorter than a year and longer than a month.
    pub fn margin(self) -> Days {
        Days::new(match self {
            Precision::Minute | Precision::Day => 3,
            Precision::Month | Precision::Quarter | Precision::Season | Precision::Third => 31,
            Precision::Year => 366,
            Precision::Decade => 3_653,
            Precision::Century => 36_525,
        })
    }
}

impl Window {
    /// All days from `first` to `last`.
    pub fn of(first: NaiveDate, last: NaiveDate) -> Self {
        Self { start: Some(first), end: Some(last) }
    }

    /// How many days it has; `None` where an end is open.
    pub fn days(&self) -> Option<i64> {
        Some((self.end? - self.start?).num_days() + 1)
    }

    /// Whether the day is in it.
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.start.is_none_or(|start| start <= day) && self.end.is_none_or(|end| day <= end)
    }
}

impl From<DateInner> for Date {
    fn from(inner: DateInner) -> Self {
        Self(Arc::new(inner))
    }
}

/// As what it says: the pointer is nobody's concern.
impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        DateInner::deserialize(deserializer).map(Self::from)
    }
}

impl Deref for Date {
    type Target = DateInner;

    fn deref(&self) -> &DateInner {
        &self.0
    }
}

/// A date that is changed is no longer the one that others hold.
impl DerefMut for Date {
    fn deref_mut(&mut self) -> &mut DateInner {
        Arc::make_mut(&mut self.0)
    }
}

impl Date {
    /// The first day it may mean or span; `None` where that end is open.
    pub fn first_day(&self) -> Option<NaiveDate> {
        self.window.start
    }

    /// The last day it may mean or span; `None` where that end is open.
    pub fn last_day(&self) -> Option<NaiveDate> {
        self.window.end
    }

    /// The precision of a single moment; `None` of a duration, a "within" or a "one of".
    pub fn precision(&self) -> Option<Precision> {
        match self.shape {
            Shape::Moment(precision) => Some(precision),
            _ => None,
        }
    }

    /// Whether it is a span of time, throughout which something holds (as opposed to some moment within a span).
    pub fn is_duration(&self) -> bool {
        matches!(self.shape, Shape::Duration { .. })
    }

    /// The days as written, before `~` widened them: `2020~` states 2020. For the order and the headings of a timeline;
    /// comparison goes by `window`.
    pub fn stated(&self) -> Window {
        match &self.shape {
            Shape::Moment(precision) if self.approximate => Window {
                start: self.window.start.and_then(|day| day.checked_add_days(precision.margin())),
                end: self.window.end.and_then(|day| day.checked_sub_days(precision.margin())),
            },
            Shape::Moment(_) => self.window,
            Shape::Duration { start, end } | Shape::Within { start, end } => Window {
                start: start.as_ref().and_then(|date| date.stated().start),
                end: end.as_ref().and_then(|date| date.stated().end),
            },
            Shape::OneOf(dates) => {
                let windows = || dates.iter().map(Date::stated);
                Window {
                    start: windows().map(|window| window.start).min().flatten(),
                    end: if windows().any(|window| window.end.is_none()) {
                        None
                    } else {
                        windows().filter_map(|window| window.end).max()
                    },
                }
            }
        }
    }

    /// What `<time datetime>` may hold: a day, month or year, or a minute with its offset where one was written. The marks
    /// `~` and `?` are left to the words beside it. `None` of everything that HTML has no notation for.
    pub fn iso_core(&self) -> Option<String> {
        let Shape::Moment(precision) = self.shape else { return None };
        let day = self.stated().start?;
        match precision {
            Precision::Minute => {
                let clock = self.clock()?;
                let offset = match self.offset_minutes() {
                    None => String::new(),
                    Some(0) => "Z".to_owned(),
                    Some(minutes) => {
                        let sign = if minutes < 0 { '-' } else { '+' };
                        format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
                    }
                };
                Some(format!("{day}T{:02}:{:02}{offset}", clock / 60, clock % 60))
            }
            Precision::Day => Some(day.to_string()),
            Precision::Month => Some(format!("{:04}-{:02}", day.year(), day.month())),
            Precision::Year => Some(format!("{:04}", day.year())),
            _ => None,
        }
    }

    /// The minute of the day as written, from 0; `None` where no time was written.
    pub fn clock(&self) -> Option<u32> {
        let Shape::Moment(Precision::Minute) = self.shape else { return None };
        let (_, time) = self.written.trim_start().split_once('T')?;
        let hour: u32 = time.get(0..2)?.parse().ok()?;
        let minute: u32 = time.get(3..5)?.parse().ok()?;
        Some(hour * 60 + minute)
    }

    /// Minutes east of UTC, where an offset was written.
    pub fn offset_minutes(&self) -> Option<i64> {
        let local_day = self.window.start?;
        let midnight = local_day.and_time(NaiveTime::MIN).and_utc().timestamp() / 60;
        Some(midnight + i64::from(self.clock()?) - self.instant?.minute)
    }

    /// The year that a timeline lists it under: that of its first stated day, or of its last where the first is open.
    pub fn year(&self) -> Option<i32> {
        Some(self.anchor()?.year())
    }

    /// The month (1–12) that a timeline lists it under; `None` where no month is stated: a year, a season, a quarter.
    pub fn month(&self) -> Option<u32> {
        match &self.shape {
            Shape::Moment(Precision::Minute | Precision::Day | Precision::Month) => Some(self.anchor()?.month()),
            Shape::Moment(_) => None,
            Shape::Duration { start, end } | Shape::Within { start, end } => start.as_ref().or(end.as_ref())?.month(),
            Shape::OneOf(dates) => dates.iter().min_by_key(|date| date.sort_key())?.month(),
        }
    }

    /// Orders dates as a timeline does: by the first stated day (by the last where the first is open), the wider before
    /// the narrower (2023, then January 2023, then its first day), then by the clock as written.
    pub fn sort_key(&self) -> SortKey {
        let anchor = self.anchor().unwrap_or(NaiveDate::MIN);
        let end = self.stated().end.unwrap_or(NaiveDate::MAX);
        SortKey(anchor, Reverse(end), self.clock().unwrap_or(0))
    }

    fn anchor(&self) -> Option<NaiveDate> {
        let stated = self.stated();
        stated.start.or(stated.end)
    }
}

/// See [`Date::sort_key`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SortKey(NaiveDate, Reverse<NaiveDate>, u32);
