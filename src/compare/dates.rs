//! Dates as answers: when something happened, by this account or claim (step 5).

use super::time::Span;
use crate::model::{Date, Reason, Shape, Verdict};

/// A date that answers something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Dated {
    /// All days it may mean or span.
    pub whole: Span,
    /// For a duration: when it began and when it ended; an end that is left open is `None`.
    pub ends: Option<(Option<Span>, Option<Span>)>,
    /// Marked `?`.
    pub uncertain: bool,
}

/// How two dates agree, or that they do not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum DateMatch {
    Same,
    Compatible(Reason),
    Differ,
}

impl Dated {
    /// As written.
    pub fn of(date: &Date) -> Self {
        Self::by(date, Span::of)
    }

    /// With soft windows a calendar month wider.
    pub fn widened(date: &Date) -> Self {
        Self::by(date, Span::widened)
    }

    fn by(date: &Date, span: fn(&Date) -> Span) -> Self {
        let ends = match &date.shape {
            Shape::Duration { start, end } => Some((start.as_ref().map(span), end.as_ref().map(span))),
            _ => None,
        };
        Self { whole: span(date), ends, uncertain: date.uncertain }
    }

    /// Whether a day is in both.
    pub fn meets(&self, other: &Self) -> bool {
        !self.whole.is_disjoint(other.whole)
    }

    /// How the two agree.
    ///
    /// Windows that are equal are the same however long they are: here the window is the answer itself. An end that is
    /// left open is apart from nothing.
    pub fn matches(&self, other: &Self) -> DateMatch {
        if self.whole.equals(other.whole) {
            DateMatch::Same
        } else if !self.meets(other) || self.ends_apart(other).next().is_some() {
            DateMatch::Differ
        } else if self.whole.contains(other.whole) || other.whole.contains(self.whole) {
            DateMatch::Compatible(Reason::Precision)
        } else {
            DateMatch::Compatible(Reason::Overlap)
        }
    }

    /// The first day of the later one minus the last day of the earlier one; of two durations that overlap, between
    /// those of their ends that are further apart.
    pub fn days_between(&self, other: &Self) -> i64 {
        if !self.meets(other) {
            return self.whole.days_between(other.whole);
        }
        self.ends_apart(other).max().unwrap_or(0)
    }

    /// How far the beginnings, and the ends, of two durations are apart, where they are.
    fn ends_apart(&self, other: &Self) -> impl Iterator<Item = i64> {
        let (mine, theirs) = (self.ends.unwrap_or_default(), other.ends.unwrap_or_default());
        [(mine.0, theirs.0), (mine.1, theirs.1)]
            .into_iter()
            .filter_map(|(mine, theirs)| Some((mine?, theirs?)))
            .filter(|(mine, theirs)| mine.is_disjoint(*theirs))
            .map(|(mine, theirs)| mine.days_between(theirs))
    }
}

impl DateMatch {
    /// The agreement's verdict and reason; `None` where they differ.
    pub fn agreement(self) -> Option<(Verdict, Option<Reason>)> {
        match self {
            Self::Same => Some((Verdict::Same, None)),
            Self::Compatible(reason) => Some((Verdict::Compatible, Some(reason))),
            Self::Differ => None,
        }
    }
}
