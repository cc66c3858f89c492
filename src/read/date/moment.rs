//! One moment: everything that is not a span or a list.
//!
//! Plain days, by far the most frequent, are read by hand; what is left of EDTF goes through `edtf-core`, of which only
//! the forms that FORMAT.md lists are let through.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate, NaiveTime};
use edtf_core::{DateField, Edtf, YearKind};

use crate::model::{Date, DateInner, Instant, Precision, Shape, Window};

use super::super::malformed::{Malformed, quoted};
use super::clock;

/// For messages.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A moment with its days before `~` widened them.
pub(super) struct Moment {
    pub date: Date,
    pub first: NaiveDate,
    pub last: NaiveDate,
}

#[derive(Clone, Copy, Default)]
struct Marks {
    approximate: bool,
    uncertain: bool,
}

/// Reads one moment.
pub(super) fn moment(text: &str) -> Result<Moment, Malformed> {
    if let Some((year, month, day)) = plain_day(text) {
        let day = calendar_day(text, year, month, day)?;
        return build(text, Precision::Day, day, day, Marks::default());
    }
    if let Some((day, time)) = text.split_once('T')
        && let Some((year, month, number)) = plain_day(day)
    {
        let day = calendar_day(day, year, month, number)?;
        let clock = clock::clock(time).map_err(|problem| problem.at(11..text.len()))?;
        let mut moment = build(text, Precision::Minute, day, day, Marks::default())?;
        let midnight = day.and_time(NaiveTime::MIN).and_utc().timestamp() / 60;
        moment.date.instant =
            clock.offset.map(|offset| Instant { minute: midnight + i64::from(clock.minute) - offset });
        return Ok(moment);
    }
    if let Some(moment) = house_form(text) {
        return moment;
    }
    edtf(text)
}

/// The numbers of `YYYY-MM-DD`, whatever they are.
fn plain_day(text: &str) -> Option<(i32, u32, u32)> {
    let bytes: &[u8; 10] = text.as_bytes().try_into().ok()?;
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *bytes else { return None };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0, |sum: u32, digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0')))
    };
    let year = i32::try_from(number(&[y1, y2, y3, y4])?).ok()?;
    Some((year, number(&[m1, m2])?, number(&[d1, d2])?))
}

fn calendar_day(text: &str, year: i32, month: u32, day: u32) -> Result<NaiveDate, Malformed> {
    if let Some(date) = NaiveDate::from_ymd_opt(year, month, day) {
        return Ok(date);
    }
    let Some(last) = last_of(year, month) else { return Err(no_such_month(text, month)) };
    let length = last.day();
    let name = MONTHS.get(last.month0() as usize).copied().unwrap_or_default();
    Err(Malformed::new(format!("there is no {}: {name} {year} has {length} days", quoted(text)))
        .at(8..10)
        .help(format!("days of that month run from 01 to {length}")))
}

fn no_such_month(text: &str, month: u32) -> Malformed {
    Malformed::new(format!("there is no {}: months run from 01 to 12", quoted(text))).at(5..7).help(if month == 0 {
        "write the year alone where the month is not known: `2023`"
    } else {
        "a date is year, month, day: `2023-06-02`; 21 to 24 are seasons, 33 to 36 quarters, without a day"
    })
}

/// `early-2025`, with `~` or `?` where wanted.
fn house_form(text: &str) -> Option<Result<Moment, Malformed>> {
    let (word, rest) = text.split_once('-')?;
    let months = match word {
        "early" => 1..=4,
        "mid" => 5..=8,
        "late" => 9..=12,
        _ => return None,
    };
    let (year, marks) = match rest.as_bytes().last() {
        Some(b'~') => (&rest[..rest.len() - 1], Marks { approximate: true, uncertain: false }),
        Some(b'?') => (&rest[..rest.len() - 1], Marks { approximate: false, uncertain: true }),
        Some(b'%') => (&rest[..rest.len() - 1], Marks { approximate: true, uncertain: true }),
        _ => (rest, Marks::default()),
    };
    let refused = || {
        Malformed::new(format!("{} is not a part of a year that crosscheck can read", quoted(text)))
            .help("`early-2025`, `mid-2025` and `late-2025` take a year of four digits and nothing else")
    };
    if year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Err(refused()));
    }
    let Ok(year) = year.parse() else { return Some(Err(refused())) };
    Some(months_of(text, Precision::Third, year, months, 0, marks))
}

/// All else that EDTF has and FORMAT.md lists.
fn edtf(text: &str) -> Result<Moment, Malformed> {
    let unknown = || Malformed::new(format!("{} is not a date that crosscheck can read", quoted(text)));
    let Ok(Edtf::Date(date)) = Edtf::parse(text) else { return Err(unknown()) };
    let YearKind::Standard { negative: false, digits } = date.year.kind else {
        return Err(Malformed::new(format!("{} is outside the years that crosscheck knows", quoted(text)))
            .help("years run from 0001 to 9999"));
    };
    if date.year.significant_digits.is_some() {
        return Err(unknown());
    }
    let qualifiers = [Some(date.year.qualifier), date.month.map(|m| m.qualifier), date.day.map(|d| d.qualifier)];
    if qualifiers.iter().flatten().any(|qualifier| *qualifier != date.year.qualifier) {
        return Err(Malformed::new(format!("{} marks a part of the date only", quoted(text)))
            .help("`~` (about) and `?` (uncertain) stand at the end and are about the whole date: `2004-06-11~`"));
    }
    let marks = Marks { approximate: date.is_approximate(), uncertain: date.is_uncertain() };
    let (year, span) = match digits {
        [Some(_), Some(_), Some(_), Some(_)] => (date.year.value(), None),
        [Some(a), Some(b), Some(c), None] => (Some(decimal(&[a, b, c, 0])), Some((Precision::Decade, 9))),
        [Some(a), Some(b), None, None] => (Some(decimal(&[a, b, 0, 0])), Some((Precision::Century, 99))),
        _ => return Err(unknown().help("an unknown digit may stand for a year of a decade or century: `202X`, `20XX`")),
    };
    let year = year.and_then(|year| i32::try_from(year).ok()).ok_or_else(unknown)?;
    if let Some((precision, more)) = span {
        if date.month.is_some() {
            return Err(
                unknown().help("a month in a year that is not known cannot be placed: write the decade alone, `202X`")
            );
        }
        return months_of(text, precision, year, 1..=12, more, marks);
    }
    let Some(month) = date.month else { return months_of(text, Precision::Year, year, 1..=12, 0, marks) };
    match (month.value(), date.day) {
        (None, None) if unspecified(month) => months_of(text, Precision::Year, year, 1..=12, 0, marks),
        (None, Some(day)) if unspecified(month) && unspecified(day) => {
            months_of(text, Precision::Year, year, 1..=12, 0, marks)
        }
        (Some(month @ 1..=12), None) => {
            let month = u32::from(month);
            months_of(text, Precision::Month, year, month..=month, 0, marks)
        }
        (Some(month @ 1..=12), Some(day)) => {
            let month = u32::from(month);
            match day.value() {
                Some(day) => {
                    let day = calendar_day(text, year, month, u32::from(day))?;
                    build(text, Precision::Day, day, day, marks)
                }
                None if unspecified(day) => months_of(text, Precision::Month, year, month..=month, 0, marks),
                None => Err(unknown().help("a day is known or not: `2023-06-14` or `2023-06-XX`")),
            }
        }
        (Some(season @ 21..=23), None) => {
            let first = u32::from(season - 21) * 3 + 3;
            months_of(text, Precision::Season, year, first..=first + 2, 0, marks)
        }
        (Some(24), None) => {
            let first = NaiveDate::from_ymd_opt(year, 12, 1);
            let last = last_of(year + 1, 2);
            first
                .zip(last)
                .ok_or_else(unknown)
                .and_then(|(first, last)| build(text, Precision::Season, first, last, marks))
        }
        (Some(quarter @ 33..=36), None) => {
            let first = u32::from(quarter - 33) * 3 + 1;
            months_of(text, Precision::Quarter, year, first..=first + 2, 0, marks)
        }
        (Some(code @ 25..), _) => {
            Err(Malformed::new(format!("{code} in {} is neither a month nor a season", quoted(text)))
                .help("months are 01 to 12; seasons 21 to 24 (spring, summer, autumn, winter); quarters 33 to 36"))
        }
        _ => Err(unknown()),
    }
}

/// Both digits are X.
fn unspecified(field: DateField) -> bool {
    field.digits == [None, None]
}

fn decimal(digits: &[u8]) -> i64 {
    digits.iter().fold(0, |sum, digit| sum * 10 + i64::from(*digit))
}

/// The months of a year, and as many years `more` at the end.
fn months_of(
    text: &str,
    precision: Precision,
    year: i32,
    months: RangeInclusive<u32>,
    more: i32,
    marks: Marks,
) -> Result<Moment, Malformed> {
    let first = NaiveDate::from_ymd_opt(year.max(1), *months.start(), 1).filter(|_| year + more > 0);
    match first.zip(last_of(year + more, *months.end())) {
        Some((first, last)) => build(text, precision, first, last, marks),
        None => Err(no_year_zero(text)),
    }
}

/// The last day of a month; `None` of months that there are not.
fn last_of(year: i32, month: u32) -> Option<NaiveDate> {
    match month {
        12 => NaiveDate::from_ymd_opt(year, 12, 31),
        1..=11 => NaiveDate::from_ymd_opt(year, month + 1, 1)?.pred_opt(),
        _ => None,
    }
}

fn no_year_zero(text: &str) -> Malformed {
    Malformed::new(format!("{} is in the year 0000, which there was not", quoted(text)))
        .help("years run from 0001 to 9999")
}

fn build(
    text: &str,
    precision: Precision,
    first: NaiveDate,
    last: NaiveDate,
    marks: Marks,
) -> Result<Moment, Malformed> {
    if first.year() < 1 {
        return Err(no_year_zero(text));
    }
    let (start, end) = if marks.approximate {
        (first.checked_sub_days(precision.margin()), last.checked_add_days(precision.margin()))
    } else {
        (Some(first), Some(last))
    };
    let date = DateInner {
        written: text.to_owned(),
        window: Window { start, end },
        shape: Shape::Moment(precision),
        approximate: marks.approximate,
        uncertain: marks.uncertain,
        soft: matches!(precision, Precision::Season | Precision::Third),
        instant: None,
    };
    Ok(Moment { date: date.into(), first, last })
}
