//! A date as somebody wrote it, and the days it may mean (FORMAT.md, "Dates").
//!
//! Reading is in `read::date`; how two windows relate is in `compare::time`; words for people are in `i18n`.

use chrono::NaiveDate;

/// A span of whole days, both ends included; an end that is `None` is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Window {
    /// The earliest day, or open.
    pub start: Option<NaiveDate>,
    /// The latest day, or open.
    pub end: Option<NaiveDate>,
}

/// A minute with its offset from UTC: only two instants are ever compared as instants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Instant {
    /// Minutes since 1970-01-01T00:00Z.
    pub minute: i64,
}

/// How finely a moment is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
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
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// One moment, known to this precision.
    Moment(Precision),
    /// `2022-07/2023-06`: from one moment throughout to another; an end that is `None` is open (`..`).
    Duration {
        /// When it began.
        start: Option<Box<Date>>,
        /// When it ended.
        end: Option<Box<Date>>,
    },
    /// `[2025-05..2025-08]`, `[..2020-05-13]`: some moment within; an end that is `None` is open.
    Within {
        /// Not before.
        start: Option<Box<Date>>,
        /// Not after.
        end: Option<Box<Date>>,
    },
    /// `[2024-05-02,2024-05-04]`: one of these.
    OneOf(Vec<Date>),
}

/// A date with the days it may mean.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Date {
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
