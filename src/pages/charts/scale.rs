//! From figures and days to places on the paper, with ticks at numbers and dates that people would choose.

use chrono::{Datelike, Months, NaiveDate};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

use crate::i18n::Language;

/// A place on an axis with its label.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tick {
    /// Percent of the width, or pixels from the top.
    pub at: f64,
    /// What stands there.
    pub label: String,
    /// Whether its label may be left out where there is little room.
    pub minor: bool,
}

/// An axis of figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    low: f64,
    high: f64,
    /// The figures at which ticks stand.
    pub ticks: Vec<Decimal>,
}

impl Figures {
    /// An axis from `low` to `high` with about `wanted` ticks. It starts at zero where zero is near.
    pub fn new(low: Decimal, high: Decimal, wanted: u32) -> Option<Self> {
        let (mut low, mut high) = (low.min(high), high.max(low));
        let near = Decimal::new(6, 1);
        if low > Decimal::ZERO && low <= high.checked_mul(near)? {
            low = Decimal::ZERO;
        }
        if low == high {
            let room = low.abs().checked_mul(Decimal::new(1, 1))?.max(Decimal::ONE);
            (low, high) = (low.checked_sub(room)?, high.checked_add(room)?);
        }
        let step = nice_step(high.checked_sub(low)?, wanted)?;
        let first = low.checked_div(step)?.floor().checked_mul(step)?;
        let mut ticks = Vec::new();
        let mut at = first;
        while ticks.len() < 40 {
            ticks.push(at.normalize());
            if at >= high {
                break;
            }
            at = at.checked_add(step)?;
        }
        Some(Self { low: first.to_f64()?, high: at.to_f64()?, ticks })
    }

    /// Where a figure is, from 0 to 1; beyond the ends of the axis it is at the end.
    pub fn at(&self, figure: Decimal) -> f64 {
        let figure = figure.to_f64().unwrap_or(self.low);
        ((figure - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }
}

/// 1, 2 or 5 times a power of ten, such that about `wanted` of them fill the span.
fn nice_step(span: Decimal, wanted: u32) -> Option<Decimal> {
    let rough = span.checked_div(Decimal::from(wanted.max(1)))?;
    let mut power = Decimal::ONE;
    while power.checked_mul(Decimal::TEN)? <= rough {
        power = power.checked_mul(Decimal::TEN)?;
    }
    while power > rough {
        power = power.checked_div(Decimal::TEN)?;
        if power.is_zero() {
            return None;
        }
    }
    // Each step up to about the middle between it and the next.
    let steps = [(15, 1), (35, 2), (75, 5), (100, 10)];
    let tenths = rough.checked_div(power)?.checked_mul(Decimal::TEN)?;
    let (_, nice) = steps.into_iter().find(|(most, _)| tenths <= Decimal::from(*most))?;
    power.checked_mul(Decimal::from(nice))
}

/// An axis of days.
#[derive(Clone, Debug, PartialEq)]
pub struct Days {
    low: NaiveDate,
    high: NaiveDate,
    step: Step,
}

/// From tick to tick.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    Days(u32),
    Months(u32),
    Years(u32),
}

const STEPS: [(i64, Step); 14] = [
    (1, Step::Days(1)),
    (2, Step::Days(2)),
    (7, Step::Days(7)),
    (14, Step::Days(14)),
    (31, Step::Months(1)),
    (92, Step::Months(3)),
    (184, Step::Months(6)),
    (366, Step::Years(1)),
    (731, Step::Years(2)),
    (1_827, Step::Years(5)),
    (3_653, Step::Years(10)),
    (9_132, Step::Years(25)),
    (18_263, Step::Years(50)),
    (36_525, Step::Years(100)),
];

impl Days {
    /// An axis from the first to the last day, with a little room at either end, and at most about `wanted` ticks.
    pub fn new(first: NaiveDate, last: NaiveDate, wanted: u32) -> Self {
        let span = (last - first).num_days().max(1);
        let room = (span / 40).max(1);
        let low = first.checked_sub_signed(chrono::TimeDelta::days(room)).unwrap_or(first);
        let high = last.checked_add_signed(chrono::TimeDelta::days(room)).unwrap_or(last);
        let rough = (high - low).num_days() / i64::from(wanted.max(1));
        let step = STEPS.iter().find(|(days, _)| *days >= rough).map_or(Step::Years(500), |(_, step)| *step);
        Self { low, high, step }
    }

    /// Where a day is, in percent; beyond the ends of the axis it is at the end.
    pub fn at(&self, day: NaiveDate) -> f64 {
        let span = (self.high - self.low).num_days().max(1);
        let share = (day - self.low).num_days() as f64 / span as f64;
        percent(share)
    }

    /// Whether a day is before all that the axis has.
    pub fn is_before(&self, day: NaiveDate) -> bool {
        day < self.low
    }

    /// Whether a day is after all that the axis has.
    pub fn is_after(&self, day: NaiveDate) -> bool {
        day > self.high
    }

    /// The ticks, with their labels. Every other one is minor.
    pub fn ticks(&self, language: &Language) -> Vec<Tick> {
        let mut ticks = Vec::new();
        let mut day = self.first_tick();
        while let Some(at) = day.filter(|day| *day <= self.high && ticks.len() < 40) {
            if at >= self.low {
                let minor = self.is_minor(at);
                ticks.push(Tick { at: self.at(at), label: self.label(at, language, ticks.is_empty()), minor });
            }
            day = self.next_tick(at);
        }
        // Labels near either end would be cut off.
        ticks.retain(|tick| tick.at > 1.0 && tick.at < 97.0);
        ticks
    }

    fn first_tick(&self) -> Option<NaiveDate> {
        let year = self.low.year();
        match self.step {
            Step::Days(_) => Some(self.low),
            Step::Months(every) => NaiveDate::from_ymd_opt(year, (self.low.month0() / every) * every + 1, 1),
            Step::Years(every) => NaiveDate::from_ymd_opt(year - year.rem_euclid(every as i32), 1, 1),
        }
    }

    fn next_tick(&self, day: NaiveDate) -> Option<NaiveDate> {
        match self.step {
            Step::Days(every) => day.checked_add_signed(chrono::TimeDelta::days(i64::from(every))),
            Step::Months(every) => day.checked_add_months(Months::new(every)),
            Step::Years(every) => day.checked_add_months(Months::new(every * 12)),
        }
    }

    fn is_minor(&self, day: NaiveDate) -> bool {
        match self.step {
            Step::Days(every) => ((day - self.low).num_days() / i64::from(every)) % 2 == 1,
            Step::Months(every) => (day.month0() / every) % 2 == 1,
            Step::Years(every) => day.year().div_euclid(every as i32) % 2 != 0,
        }
    }

    fn label(&self, day: NaiveDate, language: &Language, first: bool) -> String {
        match self.step {
            Step::Days(_) => format!("{} {}", day.day(), language.month_short(day.month())),
            Step::Months(_) if first || day.month() == 1 => {
                format!("{} {}", language.month_short(day.month()), day.year())
            }
            Step::Months(_) => language.month_short(day.month()),
            Step::Years(_) => day.year().to_string(),
        }
    }
}

/// A share as a percentage with two decimals: enough for a screen, and the same on every machine.
pub fn percent(share: f64) -> f64 {
    (share.clamp(0.0, 1.0) * 10_000.0).round() / 100.0
}

/// Pixels with one decimal.
pub fn pixels(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(low: i64, high: i64) -> Vec<String> {
        Figures::new(low.into(), high.into(), 4).unwrap().ticks.iter().map(ToString::to_string).collect()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn ticks_are_numbers_that_people_would_choose() {
        assert_eq!(figures(18_000_000, 40_000_000), ["0", "10000000", "20000000", "30000000", "40000000"]);
        assert_eq!(figures(97, 103), ["97", "98", "99", "100", "101", "102", "103"]);
        assert_eq!(figures(7, 7), ["6", "6.5", "7", "7.5", "8"]);
    }

    #[test]
    fn a_figure_at_the_end_of_what_can_be_calculated_has_no_axis() {
        assert_eq!(Figures::new(Decimal::MIN, Decimal::MAX, 4), None);
    }

    #[test]
    fn ticks_follow_the_calendar() {
        let english = Language::built_in("en");
        let labels = |first, last| {
            let days = Days::new(day(first), day(last), 6);
            days.ticks(&english).into_iter().map(|tick| tick.label).collect::<Vec<_>>()
        };
        assert_eq!(labels("2011-01-01", "2025-07-28"), ["2015", "2020", "2025"]);
        assert_eq!(labels("2023-06-02", "2025-06-30"), ["Jul 2023", "Jan 2024", "Jul", "Jan 2025"]);
        assert_eq!(labels("2023-06-01", "2023-06-04"), ["1 Jun", "2 Jun", "3 Jun", "4 Jun"]);
    }

    proptest::proptest! {
        #[test]
        fn every_figure_is_on_its_axis(low in -1_000_000_000_i64..1_000_000_000, width in 0_i64..1_000_000_000) {
            let figures = Figures::new(low.into(), (low + width).into(), 4).unwrap();
            proptest::prop_assert!((2..=12).contains(&figures.ticks.len()));
            proptest::prop_assert!(*figures.ticks.first().unwrap() <= low.into());
            proptest::prop_assert!(*figures.ticks.last().unwrap() >= (low + width).into());
        }
    }
}
