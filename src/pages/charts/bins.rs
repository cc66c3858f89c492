//! Spans of equal length that a long time is divided into, each as a calendar names it.

use chrono::{Datelike, NaiveDate, TimeDelta};

use crate::i18n::Language;

/// A span: so many days, or so many months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bin {
    Days(i64),
    Months(i64),
}

/// From short to long.
const BINS: [Bin; 11] = [
    Bin::Days(1),
    Bin::Days(7),
    Bin::Months(1),
    Bin::Months(3),
    Bin::Months(12),
    Bin::Months(60),
    Bin::Months(120),
    Bin::Months(600),
    Bin::Months(1_200),
    Bin::Months(6_000),
    Bin::Months(60_000),
];

impl Bin {
    /// The shortest span of which at most so many cover all days from the first to the last.
    pub fn covering(first: NaiveDate, last: NaiveDate, most: i64) -> Self {
        let fits = |bin: &Bin| bin.number(last) - bin.number(first) < most;
        BINS.into_iter().find(fits).unwrap_or(Bin::Months(60_000))
    }

    /// The number of the span that a day is in; they are numbered in order of time.
    pub fn number(self, day: NaiveDate) -> i64 {
        match self {
            // Day 1 of this count was a Monday.
            Bin::Days(every) => (i64::from(day.num_days_from_ce()) - 1).div_euclid(every),
            Bin::Months(every) => (i64::from(day.year()) * 12 + i64::from(day.month0())).div_euclid(every),
        }
    }

    /// Its first day.
    pub fn first(self, number: i64) -> Option<NaiveDate> {
        match self {
            Bin::Days(every) => {
                NaiveDate::from_num_days_from_ce_opt(i32::try_from(number.checked_mul(every)?.checked_add(1)?).ok()?)
            }
            Bin::Months(every) => {
                let months = number.checked_mul(every)?;
                let year = i32::try_from(months.div_euclid(12)).ok()?;
                NaiveDate::from_ymd_opt(year, u32::try_from(months.rem_euclid(12)).ok()? + 1, 1)
            }
        }
    }

    /// The first day after it.
    pub fn end(self, number: i64) -> Option<NaiveDate> {
        self.first(number.checked_add(1)?)
    }

    /// What people call it: a day, a month, a year, or its first and last.
    pub fn name(self, number: i64, language: &Language) -> Option<String> {
        let first = self.first(number)?;
        let last = self.end(number)?.checked_sub_signed(TimeDelta::days(1))?;
        let month = |day: NaiveDate| language.month(day.year(), day.month());
        Some(match self {
            Bin::Days(1) => language.day(first),
            Bin::Days(_) => format!("{} – {}", language.day(first), language.day(last)),
            Bin::Months(1) => month(first),
            Bin::Months(12) => language.year(first.year()),
            Bin::Months(every) if every % 12 == 0 => format!("{}–{}", first.year(), last.year()),
            Bin::Months(_) => format!("{} – {}", month(first), month(last)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_span_has_its_name() {
        let english = Language::built_in("en");
        let name = |bin: Bin, text| bin.name(bin.number(day(text)), &english).unwrap();
        assert_eq!(name(Bin::Days(1), "2024-05-03"), "3 May 2024");
        assert_eq!(name(Bin::Days(7), "2024-05-03"), "29 April 2024 – 5 May 2024");
        assert_eq!(name(Bin::Months(1), "2024-05-03"), "May 2024");
        assert_eq!(name(Bin::Months(3), "2024-05-03"), "April 2024 – June 2024");
        assert_eq!(name(Bin::Months(12), "2024-05-03"), "2024");
        assert_eq!(name(Bin::Months(120), "2024-05-03"), "2020–2029");
    }

    proptest::proptest! {
        #[test]
        fn a_day_is_in_its_span(from in 1_i32..800_000, span in 0_i32..800_000) {
            let first = NaiveDate::from_num_days_from_ce_opt(from).unwrap();
            let last = NaiveDate::from_num_days_from_ce_opt(from + span).unwrap();
            let bin = Bin::covering(first, last, 96);
            proptest::prop_assert!(bin.number(last) - bin.number(first) < 96);
            for day in [first, last] {
                let number = bin.number(day);
                proptest::prop_assert!(bin.first(number).unwrap() <= day && day < bin.end(number).unwrap());
            }
        }
    }
}
