//! Events as calendars and timelines of other programs want them: with a first and a last day, and with words for what
//! days cannot say.

use chrono::NaiveDate;

use super::Edition;
use crate::model::{Aspect, Class, Date, EventRef, Precision, Shape};

/// Where the calendar is.
pub const CALENDAR: &str = "events.ics";

/// Where the timeline for TimelineJS is.
pub const TIMELINE_JS: &str = "data/timelinejs.json";

/// An event with a date.
pub struct Dated<'a> {
    /// Which.
    pub event: EventRef,
    /// The editor's date, or the first that an account gives.
    pub date: &'a Date,
    /// The first day that it states; of a date with an open beginning, the last.
    pub first: NaiveDate,
    /// The last day that it states; where that is open, there is none.
    pub last: Option<NaiveDate>,
    /// Whether sources contradict each other on it, and no editor has decided.
    pub disputed: bool,
}

impl Dated<'_> {
    /// Whether the days tell all: nothing is approximate, uncertain, open or disputed, and the days are as written.
    pub fn is_exact(&self) -> bool {
        !self.disputed && is_exact(self.date)
    }
}

fn is_exact(date: &Date) -> bool {
    let plain = !(date.approximate || date.uncertain || date.soft);
    plain
        && match &date.shape {
            Shape::Moment(precision) => matches!(precision, Precision::Day | Precision::Minute),
            Shape::Duration { start: Some(start), end: Some(end) } => is_exact(start) && is_exact(end),
            _ => false,
        }
}

impl<'a> Edition<'a> {
    /// An event with its date; `None` where it has none, or none that four digits for a year can write.
    pub fn dated(&self, event: EventRef) -> Option<Dated<'a>> {
        let corpus = self.corpus;
        let date = corpus.event_date(event)?;
        let stated = date.stated();
        let first = stated.start.or(stated.end)?;
        let last = stated.end;
        let writable = |day: NaiveDate| (1..=9998).contains(&chrono::Datelike::year(&day));
        if !writable(first) || !last.is_none_or(writable) || last.is_some_and(|last| last < first) {
            return None;
        }
        Some(Dated { event, date, first, last, disputed: self.date_is_disputed(event) })
    }

    /// Whether sources contradict each other on when an event took place, and no editor has decided.
    pub fn date_is_disputed(&self, event: EventRef) -> bool {
        let about_date = |aspect| aspect == Some(Aspect::Date);
        let mut findings = self.comparison.of_event(event).iter();
        self.corpus[event].date.is_none()
            && findings.any(|finding| about_date(finding.aspect) && finding.class() == Class::Contradict)
    }

    /// All events with a date, in order of time.
    pub fn dated_events(&self) -> impl Iterator<Item = Dated<'a>> {
        self.timeline().iter().filter_map(|&event| self.dated(event))
    }

    /// Whether there is one at all.
    pub fn has_dated_events(&self) -> bool {
        self.dated_events().next().is_some()
    }

    /// An event's title and, where its days do not tell all, its date in words.
    pub fn dated_title(&self, dated: &Dated<'_>) -> String {
        let title = self.corpus.event_title(dated.event);
        if dated.is_exact() {
            return title.to_owned();
        }
        self.language.text("dated-title", &[("title", title.into()), ("date", self.dated_words(dated).into())])
    }

    /// An event's date in words, with what sources make of it.
    pub fn dated_words(&self, dated: &Dated<'_>) -> String {
        let words = self.words(dated.date);
        if dated.disputed { self.language.text("dated-disputed", &[("date", words.into())]) } else { words }
    }
}
