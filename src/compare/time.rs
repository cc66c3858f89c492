//! How two statements of time relate (COMPARISON.md, "Time").
//!
//! A [`Span`] is a window as plain numbers, cheap to compare millions of times. Two that are instants are compared as
//! minutes, all others as the days that are written. Nothing in here knows what the times are of.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::model::{Date, Shape, Window};

/// Windows of equal days count as the same time up to this length: a month.
pub const LONGEST_SAME: i64 = 31;

/// By how many calendar months a soft window is widened at each end before a contradiction is let stand.
pub const SOFT_MONTHS: u32 = 1;

/// Whole days, both ends included, as days of the common era; an open end is the smallest or largest number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Span {
    /// The first day.
    pub start: i32,
    /// The last day.
    pub end: i32,
    /// The minute, where a time with an offset was written.
    pub minute: Option<i64>,
}

/// How one time relates to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    /// Equal, and at most [`LONGEST_SAME`] days long.
    Same,
    /// Wholly before the other.
    Before,
    /// Wholly after the other.
    After,
    /// Anything else: each may be of some instant within.
    Overlap,
}

impl Span {
    /// The days that a date may mean.
    pub fn of(date: &Date) -> Self {
        Self { minute: date.instant.map(|instant| instant.minute), ..Self::of_window(date.window) }
    }

    /// The days of a window.
    pub fn of_window(window: Window) -> Self {
        Self {
            start: window.start.map_or(i32::MIN, |day| day.num_days_from_ce()),
            end: window.end.map_or(i32::MAX, |day| day.num_days_from_ce()),
            minute: None,
        }
    }

    /// The same, a calendar month wider at each end where the date is soft. A duration reaches as far as its own ends do.
    pub fn widened(date: &Date) -> Self {
        if !date.soft {
            return Self::of(date);
        }
        match &date.shape {
            Shape::Duration { start, end } | Shape::Within { start, end } => Self {
                start: start.as_ref().map_or(i32::MIN, |start| Self::widened(start).start),
                end: end.as_ref().map_or(i32::MAX, |end| Self::widened(end).end),
                minute: None,
            },
            Shape::OneOf(dates) => dates.iter().map(Self::widened).fold(Self::of(date), |all, one| Self {
                start: all.start.min(one.start),
                end: all.end.max(one.end),
                minute: None,
            }),
            Shape::Moment(_) => Self::of_window(Window {
                start: date.window.start.map(|day| day.checked_sub_months(Months::new(SOFT_MONTHS)).unwrap_or(day)),
                end: date.window.end.map(month_later),
            }),
        }
    }

    /// From the first day of one to the last day of another.
    pub fn from_to(from: Self, to: Self) -> Self {
        Self { start: from.start, end: to.end, minute: None }
    }

    /// How it relates to another.
    pub fn relation(self, other: Self) -> Relation {
        if let (Some(mine), Some(theirs)) = (self.minute, other.minute) {
            return match mine.cmp(&theirs) {
                std::cmp::Ordering::Less => Relation::Before,
                std::cmp::Ordering::Equal => Relation::Same,
                std::cmp::Ordering::Greater => Relation::After,
            };
        }
        if self.end < other.start {
            Relation::Before
        } else if other.end < self.start {
            Relation::After
        } else if self.equals(other) && self.days() <= LONGEST_SAME {
            Relation::Same
        } else {
            Relation::Overlap
        }
    }

    /// Whether both are the same days or, for two instants, the same minute.
    pub fn equals(self, other: Self) -> bool {
        match (self.minute, other.minute) {
            (Some(mine), Some(theirs)) => mine == theirs,
            _ => self.start == other.start && self.end == other.end,
        }
    }

    /// Whether they have no moment in common.
    pub fn is_disjoint(self, other: Self) -> bool {
        matches!(self.relation(other), Relation::Before | Relation::After)
    }

    /// Whether every day of the other is a day of this one.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The first day of the later one minus the last day of the earlier one; 0 where they are not apart.
    pub fn days_between(self, other: Self) -> i64 {
        let apart = i64::from(other.start) - i64::from(self.end);
        let apart_the_other_way = i64::from(self.start) - i64::from(other.end);
        apart.max(apart_the_other_way).max(0)
    }

    fn days(self) -> i64 {
        i64::from(self.end) - i64::from(self.start) + 1
    }
}

/// The day a calendar month later; from the last day of a month, the last day of the next.
fn month_later(day: NaiveDate) -> NaiveDate {
    let later = |day: NaiveDate| day.checked_add_months(Months::new(SOFT_MONTHS));
    let next = day.checked_add_days(Days::new(1));
    match next {
        Some(next) if next.day() == 1 => later(next).and_then(|day| day.pred_opt()).unwrap_or(day),
        _ => later(day).unwrap_or(day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(written: &str) -> Date {
        crate::read::date::parse(written).unwrap()
    }

    fn span(written: &str) -> Span {
        Span::of(&date(written))
    }

    fn relation(a: &str, b: &str) -> Relation {
        span(a).relation(span(b))
    }

    #[test]
    fn equal_windows_are_the_same_up_to_a_month() {
        assert_eq!(relation("2023-06-02", "2023-06-02"), Relation::Same);
        assert_eq!(relation("2023-07", "2023-07"), Relation::Same);
        assert_eq!(relation("2023-07", "2023-07-01/2023-07-31"), Relation::Same);
        assert_eq!(relation("2023-07-01/2023-08-01", "2023-07-01/2023-08-01"), Relation::Overlap);
        assert_eq!(relation("2023", "2023"), Relation::Overlap);
        assert_eq!(relation("2023-06", "2023-06-01"), Relation::Overlap);
        assert_eq!(relation("2022-02/..", "2022-02/.."), Relation::Overlap);
    }

    #[test]
    fn windows_without_a_common_day_are_before_and_after() {
        assert_eq!(relation("2023-06-01", "2023-06-02"), Relation::Before);
        assert_eq!(relation("2023-06", "2023-05"), Relation::After);
        assert_eq!(relation("2022-02/..", "2021"), Relation::After);
        assert_eq!(relation("2023-06", "2023-06-30"), Relation::Overlap);
    }

    #[test]
    fn two_instants_are_compared_as_minutes_all_else_as_days() {
        assert_eq!(relation("2023-06-02T23:30+03:00", "2023-06-02T22:30+02:00"), Relation::Same);
        assert_eq!(relation("2023-06-02T00:30+03:00", "2023-06-01T22:00+00:00"), Relation::Before);
        assert_eq!(relation("2023-06-02T14:26", "2023-06-02T18:00"), Relation::Same);
        assert_eq!(relation("2023-06-02T14:26+03:00", "2023-06-02T18:00"), Relation::Same);
        assert_eq!(relation("2023-06-02T14:26+03:00", "2023-06-02"), Relation::Same);
        assert_eq!(relation("2023-06-02T14:26+03:00", "2023-06-01"), Relation::After);
    }

    #[test]
    fn only_soft_windows_are_widened_by_a_calendar_month() {
        assert_eq!(Span::widened(&date("mid-2025")), span("2025-04-01/2025-09-30"));
        assert_eq!(Span::widened(&date("2022-24")), span("2022-11-01/2023-03-31"));
        assert_eq!(Span::widened(&date("2025-06")), span("2025-06"));
        assert_eq!(Span::widened(&date("2025-34")), span("2025-34"));
    }
}
