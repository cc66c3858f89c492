//! Compares a date with the dates that its quotes state.
//!
//! A quote may speak of many days, and the date of an account is often said elsewhere in the article. So only one case is
//! certain: the quotes state one single date, with its month, not as the date that something else happened since, until or
//! after; and no day that the date may mean is that one.

use chrono::{Datelike, Days, NaiveDate};

use crate::model::{Date, Window};

use super::items::Line;
use super::meaning::Meaning;
use super::problem::Problem;
use super::table::Table;
use super::text::Kind;

/// Windows are searched for a month or day no further than this.
const MOST_DAYS: u64 = 366 * 8 + 2;

/// A date in a quote, as far as it is stated.
#[derive(Clone, Debug, Default)]
struct Stated {
    year: Option<i32>,
    month: Option<u32>,
    days: Vec<u32>,
    /// The day, month and year are in numbers whose order is not certain.
    doubtful: bool,
    background: bool,
    words: String,
}

/// The problem, where there is one for certain.
pub(super) fn compare(date: &Date, quotes: &[&str], table: &Table) -> Option<Problem> {
    let stated: Vec<Stated> = quotes.iter().flat_map(|quote| dates(&Line::read(quote, table))).collect();
    let [only] = stated.as_slice() else { return None };
    if only.doubtful || only.background || only.month.is_none() || (only.year.is_none() && only.days.is_empty()) {
        return None;
    }
    if is_possible(only, &date.window) {
        return None;
    }
    Some(Problem::Date { value: date.written.clone(), quote: only.words.clone() })
}

fn dates(line: &Line<'_>) -> Vec<Stated> {
    let mut dates = Vec::new();
    let mut at = 0;
    while at < line.items.len() {
        match numeric(line, at).or_else(|| named(line, at)).or_else(|| bare_year(line, at)) {
            Some((stated, end)) => {
                dates.push(stated);
                at = end;
            }
            None => at += 1,
        }
    }
    dates
}

/// A whole number of a token without separators.
fn number(line: &Line<'_>, at: Option<usize>) -> Option<u32> {
    let token = line.token(line.item(at)?)?;
    let plain =
        token.kind == Kind::Number && token.text.len() <= 4 && token.text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { token.text.parse().ok() } else { None }
}

fn year(line: &Line<'_>, at: Option<usize>) -> Option<i32> {
    number(line, at).filter(|year| (1900..2100).contains(year)).and_then(|year| i32::try_from(year).ok())
}

fn day(line: &Line<'_>, at: Option<usize>) -> Option<u32> {
    number(line, at).filter(|day| (1..=31).contains(day))
}

/// "2023-06-01", "01.06.2023" (one token or three).
fn numeric(line: &Line<'_>, at: usize) -> Option<(Stated, usize)> {
    let token = line.token(line.items.get(at)?)?;
    if token.kind != Kind::Number {
        return None;
    }
    let groups: Vec<&str> = token.text.split('.').collect();
    if let [day, month, year] = groups.as_slice() {
        let (day, month, year) = (day.parse().ok()?, month.parse().ok()?, year.parse().ok()?);
        return whole(line, at..at + 1, year, month, day);
    }
    let sign = |at: usize, sign: &str| line.items.get(at).is_some_and(|item| line.is_sign(item, sign));
    let (first, second, third) = (number(line, Some(at))?, number(line, Some(at + 2))?, number(line, Some(at + 4))?);
    if sign(at + 1, "-") && sign(at + 3, "-") && token.text.len() == 4 {
        return whole(line, at..at + 5, i32::try_from(first).ok()?, second, third);
    }
    if sign(at + 1, "/") && sign(at + 3, "/") {
        let stated = Stated { doubtful: true, ..Stated::default() };
        return Some((stated, at + 5));
    }
    None
}

fn whole(line: &Line<'_>, items: std::ops::Range<usize>, year: i32, month: u32, day: u32) -> Option<(Stated, usize)> {
    NaiveDate::from_ymd_opt(year, month, day)?;
    let end = items.end;
    let background = is_background(line, items.start);
    let words = line.words(items).to_owned();
    Some((Stated { year: Some(year), month: Some(month), days: vec![day], doubtful: false, background, words }, end))
}

/// "June 1, 2023", "1 June 2023", "1 червня 2023 року", "1–3 June", "June 2023", "June".
fn named(line: &Line<'_>, at: usize) -> Option<(Stated, usize)> {
    let mut month_at = at;
    let mut days = Vec::new();
    // Days before: "1", "1-3", "1 and 3".
    while let Some(found) = day(line, Some(month_at)) {
        days.push(found);
        month_at += 1;
        while line.items.get(month_at).is_some_and(|item| {
            item.says(&Meaning::Joint)
                || item.says(&Meaning::Filler)
                || is_ordinal(line, month_at)
                || line.is_sign(item, ".")
        }) {
            month_at += 1;
        }
    }
    let month = line.items.get(month_at)?.month()?;
    let mut end = month_at + 1;
    let skip_sign = |at: usize, signs: &[&str]| {
        line.items.get(at).is_some_and(|item| signs.iter().any(|sign| line.is_sign(item, sign)))
    };
    // "Feb. 24"
    if skip_sign(end, &["."]) && (day(line, Some(end + 1)).is_some() || year(line, Some(end + 1)).is_some()) {
        end += 1;
    }
    if days.is_empty() {
        while let Some(found) = day(line, Some(end)) {
            days.push(found);
            end += 1;
            if is_ordinal(line, end) {
                end += 1;
            }
            let joined = line.items.get(end).is_some_and(|item| item.says(&Meaning::Joint) && !line.is_sign(item, ","));
            if joined && day(line, Some(end + 1)).is_some() {
                end += 1;
            } else {
                break;
            }
        }
    }
    let mut year_at = end;
    while skip_sign(year_at, &[",", "'"]) || line.items.get(year_at).is_some_and(|item| item.says(&Meaning::Filler)) {
        year_at += 1;
    }
    let found = year(line, Some(year_at));
    if found.is_some() {
        end = year_at + 1;
    }
    // "may" and "march" are verbs too: a month needs a day or a year beside it to be one for certain.
    let words = line.words(at..end).to_owned();
    // "between 1 and 3 June", "the 12 June protesters": more than one day is several dates, or none.
    let doubtful = days.len() > 2;
    Some((Stated { year: found, month: Some(month), days, doubtful, background: is_background(line, at), words }, end))
}

fn is_ordinal(line: &Line<'_>, at: usize) -> bool {
    line.items.get(at).and_then(|item| line.token(item)).is_some_and(|token| {
        token.glued && matches!(token.text.as_str(), "st" | "nd" | "rd" | "th" | "er" | "е" | "го")
    })
}

/// A year alone: it states a date, though never one that is certain to be the one spoken of.
fn bare_year(line: &Line<'_>, at: usize) -> Option<(Stated, usize)> {
    let year = year(line, Some(at))?;
    Some((Stated { year: Some(year), background: true, ..Stated::default() }, at + 1))
}

/// "since", "until", "the agreement of", "reported on": within two items before the date, or three.
fn is_background(line: &Line<'_>, at: usize) -> bool {
    let says = |back: usize, what: &Meaning| line.item(at.checked_sub(back)).is_some_and(|item| item.says(what));
    (1..=2).any(|back| says(back, &Meaning::Background)) || (1..=3).any(|back| says(back, &Meaning::Saying))
}

/// Whether some day of the window is one that is stated.
fn is_possible(stated: &Stated, window: &Window) -> bool {
    let is_stated = |day: NaiveDate| {
        stated.year.is_none_or(|year| day.year() == year)
            && stated.month.is_none_or(|month| day.month() == month)
            && (stated.days.is_empty() || stated.days.contains(&day.day()))
    };
    let (Some(first), Some(last)) = (window.start, window.end) else {
        // An open window: only what is stated in full can be outside.
        let (Some(year), Some(month)) = (stated.year, stated.month) else { return true };
        return stated
            .days
            .iter()
            .chain(stated.days.is_empty().then_some(&1))
            .filter_map(|day| NaiveDate::from_ymd_opt(year, month, *day))
            .any(|day| window.contains(day) || stated.days.is_empty());
    };
    let mut days = (0..=MOST_DAYS).map_while(|more| first.checked_add_days(Days::new(more)));
    let longer = last.signed_duration_since(first).num_days() > MOST_DAYS as i64;
    longer || days.any(|day| day <= last && is_stated(day))
}
