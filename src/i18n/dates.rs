//! Dates in words: "2 June 2023", "between May and August 2025", "навесні 2020 року".
//!
//! Month names are messages, not ICU's: a sentence needs them in the case that its preposition asks for ("у червні",
//! "від червня", "між травнем і серпнем"), and ICU knows two of the five. What a date shows is what was written, not the
//! window that comparison goes by.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

use super::{Argument, Language};
use crate::model::{Date, Precision, Shape};

/// How deep dates may stand inside dates; the reader of dates allows less.
const DEEPEST: usize = 4;

/// Where in a sentence a date stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateCase {
    /// By itself: "2 June 2023", "червень 2023 року".
    Nominative,
    /// It tells when: "on 2 June 2023", "у червні 2023 року".
    When,
    /// After "since", "until", "by": "червня 2023 року".
    Genitive,
    /// After "as of" or "speaks of": "середину 2025 року".
    Accusative,
    /// After "between": "червнем 2023 року".
    Instrumental,
}

impl DateCase {
    /// How many there are.
    pub(super) const ALL: usize = Self::Instrumental as usize + 1;
}

/// The first day that a moment states, and how finely it was written.
struct Moment {
    day: NaiveDate,
    precision: Precision,
}

impl Language {
    /// A date by itself, as a label: "about May 2024", "2 or 4 May 2024", "since 3 May 2024".
    pub fn date_in_words(&self, date: &Date) -> String {
        self.date(date, DateCase::Nominative)
    }

    /// When something was: "on 2 June 2023", "in mid-2025", "between May and August 2025".
    pub fn date_when(&self, date: &Date) -> String {
        self.date(date, DateCase::When)
    }

    /// The moment that a figure is of: "as of mid-2025"; "at some point between May and August 2025".
    pub fn date_as_of(&self, date: &Date) -> String {
        match date.shape {
            Shape::Moment(_) | Shape::OneOf(_) => {
                self.text("date-as-of", &[("date", self.date(date, DateCase::Accusative).into())])
            }
            Shape::Duration { start: None, end: None } | Shape::Within { start: None, end: None } => {
                self.text("date-open", &[])
            }
            _ => self.text("date-as-of-some", &[("date", self.date(date, DateCase::When).into())]),
        }
    }

    /// What lies between two dates: "between June 2023 and mid-2025".
    pub fn dates_between(&self, first: &Date, second: &Date) -> String {
        let moments = [first, second].iter().all(|date| matches!(date.shape, Shape::Moment(_)));
        let (key, case) = match moments {
            true => ("dates-between", DateCase::Instrumental),
            false => ("dates-between-spans", DateCase::Nominative),
        };
        self.text(key, &[("first", self.date(first, case).into()), ("second", self.date(second, case).into())])
    }

    /// A date as a sentence needs it.
    pub fn date(&self, date: &Date, case: DateCase) -> String {
        self.dates[case as usize].of(date, |date| self.date_within(date, case, DEEPEST))
    }

    /// A single day: "2 June 2023".
    pub fn day(&self, day: NaiveDate) -> String {
        self.moment(&Moment { day, precision: Precision::Day }, DateCase::Nominative)
    }

    /// A month with its year: "June 2023".
    pub fn month(&self, year: i32, month: u32) -> String {
        let month = self.month_name(month, DateCase::Nominative);
        self.framed("date-month", DateCase::Nominative, &[("month", &month), ("year", &year.to_string())])
    }

    /// A month, short: "Jun".
    pub fn month_short(&self, month: u32) -> String {
        self.text(&format!("month-short-{}", month.clamp(1, 12)), &[])
    }

    /// A year by itself: "2023", "2023 рік".
    pub fn year(&self, year: i32) -> String {
        self.framed("date-year", DateCase::Nominative, &[("year", &year.to_string())])
    }

    fn date_within(&self, date: &Date, case: DateCase, depth: usize) -> String {
        let Some(depth) = depth.checked_sub(1) else { return date.written.clone() };
        let mut text = self.unmarked(date, case, depth);
        if date.approximate {
            let plain = match case {
                DateCase::Nominative => text.clone(),
                _ => self.unmarked(date, DateCase::Nominative, depth),
            };
            text = self.framed("date-approximate", case, &[("date", &text), ("plain", &plain)]);
        }
        if date.uncertain {
            text = self.text("date-uncertain", &[("date", text.into())]);
        }
        text
    }

    /// A date without what `~` and `?` add to it.
    fn unmarked(&self, date: &Date, case: DateCase, depth: usize) -> String {
        match &date.shape {
            Shape::Moment(precision) => match date.stated().start {
                Some(day) => {
                    let moment = Moment { day, precision: *precision };
                    match precision {
                        Precision::Minute => self.minute(&moment, date, case),
                        _ => self.moment(&moment, case),
                    }
                }
                None => date.written.clone(),
            },
            Shape::Duration { start: Some(start), end: Some(end) } => self.span(start, end, case, depth),
            Shape::Duration { start: Some(start), end: None } => {
                self.spoken_of("date-time", self.one("date-since", start, case, depth), case)
            }
            Shape::Duration { start: None, end: Some(end) } => {
                self.spoken_of("date-time", self.one("date-until", end, case, depth), case)
            }
            Shape::Within { start: Some(start), end: Some(end) } => {
                self.spoken_of("date-moment", self.between(start, end, depth), case)
            }
            Shape::Within { start: Some(start), end: None } => {
                self.spoken_of("date-moment", self.one("date-not-before", start, case, depth), case)
            }
            Shape::Within { start: None, end: Some(end) } => {
                self.spoken_of("date-moment", self.one("date-not-after", end, case, depth), case)
            }
            Shape::Duration { start: None, end: None } | Shape::Within { start: None, end: None } => {
                self.text("date-open", &[])
            }
            Shape::OneOf(dates) => self.one_of(dates, case, depth),
        }
    }

    fn moment(&self, moment: &Moment, case: DateCase) -> String {
        let (day, year) = (moment.day, moment.day.year());
        match moment.precision {
            Precision::Minute | Precision::Day => self.days(&day.day().to_string(), day, case),
            Precision::Month => self.months(&self.month_name(day.month(), case), year, case),
            Precision::Quarter => self.of_year(&format!("date-quarter-{}", day.month0() / 3 + 1), year, case),
            Precision::Season => match day.month() {
                3..=5 => self.of_year("date-spring", year, case),
                6..=8 => self.of_year("date-summer", year, case),
                9..=11 => self.of_year("date-autumn", year, case),
                month => self.winter(if month == 12 { year } else { year - 1 }, case),
            },
            Precision::Third => match day.month() {
                1..=4 => self.of_year("date-early", year, case),
                5..=8 => self.of_year("date-mid", year, case),
                _ => self.of_year("date-late", year, case),
            },
            Precision::Year => self.of_year("date-year", year, case),
            Precision::Decade => self.of_year("date-decade", year.div_euclid(10) * 10, case),
            Precision::Century => {
                let first = year.div_euclid(100) * 100;
                let (first, last) = (first.to_string(), (first + 99).to_string());
                self.framed("date-century", case, &[("year", &first), ("last", &last)])
            }
        }
    }

    /// A day with its time, and its zone where one was written.
    fn minute(&self, moment: &Moment, date: &Date, case: DateCase) -> String {
        let Some(clock) = date.clock() else { return self.moment(moment, case) };
        let text = self.framed(
            "date-minute",
            case,
            &[
                ("day", &moment.day.day().to_string()),
                ("month-of", &self.month_name(moment.day.month(), DateCase::Genitive)),
                ("year", &moment.day.year().to_string()),
                ("time", &format!("{:02}:{:02}", clock / 60, clock % 60)),
            ],
        );
        match zone(date) {
            Some(zone) => self.text("date-minute-zone", &[("date", text.into()), ("zone", zone.into())]),
            None => text,
        }
    }

    /// One or more days of a month: "2", "1–3", "2 or 4".
    fn days(&self, days: &str, of: NaiveDate, case: DateCase) -> String {
        let month = self.month_name(of.month(), DateCase::Genitive);
        self.framed("date-day", case, &[("day", days), ("month-of", &month), ("year", &of.year().to_string())])
    }

    /// One or more months of a year, already in their case.
    fn months(&self, months: &str, year: i32, case: DateCase) -> String {
        self.framed("date-month", case, &[("month", months), ("year", &year.to_string())])
    }

    fn of_year(&self, key: &str, year: i32, case: DateCase) -> String {
        self.framed(key, case, &[("year", &year.to_string())])
    }

    fn winter(&self, year: i32, case: DateCase) -> String {
        self.framed("date-winter", case, &[("year", &year.to_string()), ("next", &(year + 1).to_string())])
    }

    fn month_name(&self, month: u32, case: DateCase) -> String {
        self.framed(&format!("month-{}", month.clamp(1, 12)), case, &[])
    }

    fn day_of_month(&self, day: NaiveDate) -> String {
        let month = self.month_name(day.month(), DateCase::Genitive);
        self.text("date-day-of-month", &[("day", day.day().to_string().into()), ("month-of", month.into())])
    }

    /// From one date throughout to another.
    fn span(&self, start: &Date, end: &Date, case: DateCase, depth: usize) -> String {
        if let (Some(a), Some(b)) = (plain_moment(start), plain_moment(end)) {
            let year = a.day.year();
            match (a.precision, b.precision) {
                (Precision::Day, Precision::Day) if (year, a.day.month()) == (b.day.year(), b.day.month()) => {
                    return self.days(&format!("{}–{}", a.day.day(), b.day.day()), b.day, case);
                }
                (Precision::Month, Precision::Month) if year == b.day.year() => {
                    let [first, last] = [a, b].map(|moment| self.month_name(moment.day.month(), case));
                    return self.months(&format!("{first}–{last}"), year, case);
                }
                (Precision::Year, Precision::Year) => {
                    let (start, end) = (year.to_string(), b.day.year().to_string());
                    return self.framed("date-span-years", case, &[("start", &start), ("end", &end)]);
                }
                _ => {}
            }
        }
        let (first, last) = self.pair(start, end, DateCase::Nominative, depth);
        let (first_of, last_of) = self.pair(start, end, DateCase::Genitive, depth);
        let arguments = [("start", &*first), ("end", &last), ("start-of", &first_of), ("end-of", &last_of)];
        self.framed("date-span", case, &arguments)
    }

    /// Some moment between two dates.
    fn between(&self, start: &Date, end: &Date, depth: usize) -> String {
        if let (Some(a), Some(b)) = (plain_moment(start), plain_moment(end))
            && (a.precision, b.precision) == (Precision::Year, Precision::Year)
        {
            let (start, end) = (a.day.year().to_string(), b.day.year().to_string());
            return self.text("date-between-years", &[("start", start.into()), ("end", end.into())]);
        }
        let (start, end) = self.pair(start, end, DateCase::Instrumental, depth);
        self.text("date-between", &[("start", start.into()), ("end", end.into())])
    }

    /// Two dates, the first without what it shares with the second: "1" and "3 May 2024", "May" and "August 2025".
    fn pair(&self, start: &Date, end: &Date, case: DateCase, depth: usize) -> (String, String) {
        let full = |date| self.date_within(date, case, depth);
        let first = match (plain_moment(start), plain_moment(end)) {
            (Some(a), Some(b)) if a.day.year() == b.day.year() => match (a.precision, b.precision) {
                (Precision::Day, Precision::Day) if a.day.month() == b.day.month() => a.day.day().to_string(),
                (Precision::Day, Precision::Day) => self.day_of_month(a.day),
                (Precision::Month, Precision::Month) => self.month_name(a.day.month(), case),
                _ => full(start),
            },
            _ => full(start),
        };
        (first, full(end))
    }

    /// One of several dates: "2 or 4 May 2024".
    fn one_of(&self, dates: &[Date], case: DateCase, depth: usize) -> String {
        let moments: Option<Vec<Moment>> = dates.iter().map(plain_moment).collect();
        if let Some(moments) = moments
            && let Some(first) = moments.first()
            && moments.iter().all(|moment| moment.precision == first.precision)
        {
            let year = first.day.year();
            let same_year = moments.iter().all(|moment| moment.day.year() == year);
            let same_month = same_year && moments.iter().all(|moment| moment.day.month() == first.day.month());
            let joined = |name: &dyn Fn(&Moment) -> String| self.any_of(moments.iter().map(name).collect());
            match first.precision {
                Precision::Day if same_month => {
                    return self.days(&joined(&|moment| moment.day.day().to_string()), first.day, case);
                }
                Precision::Day if same_year => {
                    let last = moments.last().unwrap_or(first).day;
                    let mut days: Vec<_> = moments.iter().map(|moment| self.day_of_month(moment.day)).collect();
                    days.pop();
                    days.push(last.day().to_string());
                    return self.days(&self.any_of(days), last, case);
                }
                Precision::Month if same_year => {
                    return self.months(&joined(&|moment| self.month_name(moment.day.month(), case)), year, case);
                }
                Precision::Year => {
                    let years = joined(&|moment| moment.day.year().to_string());
                    return self.framed("date-year", case, &[("year", &years)]);
                }
                _ => {}
            }
        }
        self.any_of(dates.iter().map(|date| self.date_within(date, case, depth)).collect())
    }

    fn any_of(&self, mut items: Vec<String>) -> String {
        let last = items.pop().unwrap_or_default();
        match items.is_empty() {
            true => last,
            false => self.text("date-one-of", &[("dates", items.join(", ").into()), ("last", last.into())]),
        }
    }

    fn one(&self, key: &str, date: &Date, case: DateCase, depth: usize) -> String {
        self.framed(key, case, &[("date", &self.date_within(date, DateCase::Genitive, depth))])
    }

    /// "since May 2024" cannot be spoken of, "the time since May 2024" can.
    fn spoken_of(&self, key: &str, text: String, case: DateCase) -> String {
        match case {
            DateCase::Accusative => self.text(key, &[("date", text.into())]),
            _ => text,
        }
    }

    fn framed(&self, key: &str, case: DateCase, arguments: &[(&str, &str)]) -> String {
        let mut all: Vec<(&str, Argument<'_>)> = Vec::with_capacity(arguments.len() + 1);
        all.push(("case", case.name().into()));
        all.extend(arguments.iter().map(|(name, text)| (*name, Argument::Text(Cow::Borrowed(*text)))));
        self.text(key, &all)
    }
}

impl DateCase {
    fn name(self) -> &'static str {
        match self {
            Self::Nominative => "nominative",
            Self::When => "when",
            Self::Genitive => "genitive",
            Self::Accusative => "accusative",
            Self::Instrumental => "instrumental",
        }
    }
}

/// The moment that a date is, if it is one without `~` and `?` and without a time.
fn plain_moment(date: &Date) -> Option<Moment> {
    match date.shape {
        Shape::Moment(precision) if precision != Precision::Minute && !date.approximate && !date.uncertain => {
            Some(Moment { day: date.stated().start?, precision })
        }
        _ => None,
    }
}

/// The zone of a time, where one was written: "UTC+3".
fn zone(date: &Date) -> Option<String> {
    let offset = date.offset_minutes()?;
    let (hours, minutes) = (offset.abs() / 60, offset.abs() % 60);
    let sign = if offset < 0 { '\u{2212}' } else { '+' };
    Some(match (hours, minutes) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
    })
}

#[cfg(test)]
mod tests;
