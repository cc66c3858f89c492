//! A row for each date that somebody gives, on one axis of days: the days that it states (solid), those that it may mean
//! where it is about (pale), with an arrow where it is open.

use chrono::NaiveDate;

use super::rows::{Bar, Rows};
use super::scale::{Days, Tick};
use crate::i18n::Language;
use crate::model::{Date, Window};

/// How many ticks an axis has, about; a phone shows every other one of more than three.
const TICKS: u32 = 6;

/// Draws dates on one axis; `None` with fewer than two: one alone is no picture.
pub fn days(answers: &[Option<&Date>], language: &Language) -> Option<Rows> {
    let drawn = || answers.iter().flatten();
    if drawn().count() < 2 {
        return None;
    }
    let ends = drawn().flat_map(|date| {
        let (stated, meant) = (date.stated(), date.window);
        [stated.start, stated.end, meant.start, meant.end].into_iter().flatten()
    });
    let axis = Days::new(ends.clone().min()?, ends.max()?, TICKS);
    let bars = answers.iter().map(|date| date.map(|date| bar(&axis, date)));
    let ticks = axis.ticks(language);
    let many = ticks.len() > 3;
    // The first one says the year.
    let ticks = ticks.into_iter().enumerate().map(|(at, tick)| Tick { minor: many && at % 2 == 1, ..tick });
    Some(Rows { bars: bars.collect(), ticks: ticks.collect() })
}

fn bar(axis: &Days, date: &Date) -> Bar {
    let Window { start, end } = date.stated();
    let place = |day: Option<NaiveDate>, open: f64| day.map_or(open, |day| axis.at(day));
    Bar {
        from: place(start, 0.0),
        to: place(end, 100.0),
        loose_from: place(date.window.start, 0.0),
        loose_to: place(date.window.end, 100.0),
        point: start.filter(|_| start == end).map(|day| axis.at(day)),
        point_open: false,
        open_low: start.is_none(),
        open_high: end.is_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::date;

    fn drawn(written: &[&str]) -> Option<Rows> {
        let dates: Vec<Date> = written.iter().map(|date| date::parse(date).unwrap()).collect();
        days(&dates.iter().map(Some).collect::<Vec<_>>(), &Language::built_in("en"))
    }

    #[test]
    fn a_date_is_drawn_as_exactly_as_it_is_known() {
        let rows = drawn(&["2024-03-20", "2024-05", "2024-04~", "../2024-06-01"]).unwrap();
        let [day, month, about, open] =
            rows.bars.into_iter().map(Option::unwrap).collect::<Vec<_>>().try_into().unwrap();
        assert!(day.point == Some(day.from) && day.from == day.to);
        assert!(month.point.is_none() && day.to < month.from && month.from < month.to);
        assert!(about.loose_from < about.from && about.to < about.loose_to);
        assert!(open.open_low && open.from == 0.0 && !open.open_high);
    }

    #[test]
    fn one_alone_is_no_picture() {
        assert_eq!(drawn(&["2024-03-20"]), None);
    }
}
