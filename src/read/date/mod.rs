//! Reads a date as an editor writes it (FORMAT.md, "Dates"): EDTF, the house forms and times, into a
//! [`Date`] with the days it may mean.
//!
//! ```text
//! 2023-06-02   2023-06   2023   202X   20XX   2023-06-XX         a day, month, year, decade, century; some day of June
//! 2023-21 … 2023-24   2023-33 … 2023-36                          seasons, quarters
//! early-2025   mid-2025   late-2025                              January–April, May–August, September–December
//! 2023-06-02T14:26   2023-06-02T14:26:30Z   …T14:26+03:00        a minute; an instant where an offset is written
//! 2022-07/2023-06   2022-02/..   ../2023                         a duration: throughout
//! [2025-05..2025-08]   [..2020-05-13]   [2020..]                 some moment within
//! [2024-05-02,2024-05-04]                                        one of these
//! … ~   … ?   … %                                                about, uncertain, both: at the end of a moment
//! ```
//!
//! - Spring is March–May, summer June–August, autumn September–November; winter begins in the year it is written with:
//!   `2020-24` is December 2020 to February 2021.
//! - `~` widens both ends by one unit of what is written: 3 days, 31 days, 366 days; 31 days on a season, a quarter or a
//!   house form; ten years on `202X~`.
//! - Years run from 0001 to 9999. An end of a duration that is unknown (EDTF's `2022-02/`) is refused: open is `..`.
//!
//! Goes in: one scalar. Comes out: a date, or one problem with what to write instead. It must never guess: a date that
//! could be read in two ways is refused, and the help names both.

mod clock;
mod mistakes;
mod moment;

use crate::model::{Date, DateInner, Shape, Window};

use super::malformed::{Malformed, quoted};
use moment::{Moment, moment};

/// No date that anybody writes is longer than this many bytes.
const LONGEST: usize = 400;

/// Reads one date. White space around it is not part of it.
pub fn parse(text: &str) -> Result<Date, Malformed> {
    let start = text.len() - text.trim_start().len();
    let text = text.trim();
    if text.len() > LONGEST {
        return Err(Malformed::new(format!("{} is too long for a date", quoted(text))));
    }
    understand(text).map_err(|problem| mistakes::explain(text, problem).shifted(start))
}

/// Whether the text is a date, without an explanation where it is not.
fn is_date(text: &str) -> bool {
    understand(text).is_ok()
}

fn understand(text: &str) -> Result<Date, Malformed> {
    if text.starts_with('[') {
        one_of(text)
    } else if text.contains('/') {
        duration(text)
    } else {
        moment(text).map(|moment| moment.date)
    }
}

/// `2022-07/2023-06`, `2022-02/..`.
fn duration(text: &str) -> Result<Date, Malformed> {
    let (first, last) = text.split_once('/').unwrap_or((text, ""));
    if last.contains('/') {
        return Err(Malformed::new(format!("{} has more than one slash", quoted(text)))
            .help("a span of time is written from/to: `2022-07/2023-06`"));
    }
    let start = end_of_duration(first).map_err(|problem| of_part(problem, 0, first))?;
    let end = end_of_duration(last).map_err(|problem| of_part(problem, first.len() + 1, last))?;
    if start.is_none() && end.is_none() {
        return Err(Malformed::new(format!("{} says nothing: both ends are open", quoted(text)))
            .help("give at least one end: `2022-02/..`"));
    }
    in_order(text, start.as_ref(), end.as_ref(), || format!("{last}/{first}"))?;
    Ok(spanning(text, start, end, |start, end| Shape::Duration { start, end }))
}

fn end_of_duration(text: &str) -> Result<Option<Moment>, Malformed> {
    match text {
        ".." => Ok(None),
        "" => Err(Malformed::new("one end of the span is missing")
            .help("write `..` for an end that is open: `2022-02/..`, `../2023-06`")),
        _ if text.starts_with("..") || text.ends_with("..") => Err(Malformed::new(format!(
            "{} is not an end of a span that crosscheck can read",
            quoted(text)
        ))
        .help("an end is a date, or `..` alone where it is open; a moment before or after a date is `[..2020]`, `[2020..]`")),
        _ => day_or_wider(text).map(Some),
    }
}

/// `[2025-05..2025-08]`, `[..2020-05-13]`, `[2024-05-02,2024-05-04]`.
fn one_of(text: &str) -> Result<Date, Malformed> {
    let Some(inner) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) else {
        return Err(Malformed::new(format!("{} has no closing bracket", quoted(text)))
            .help("`[2025-05..2025-08]`: some moment within; `[2024-05-02,2024-05-04]`: one of these"));
    };
    let mut dates = Vec::new();
    let mut offset = 1;
    for part in inner.split(',') {
        let trimmed = part.trim();
        let indent = part.len() - part.trim_start().len();
        dates.push(one(trimmed).map_err(|problem| of_part(problem, offset + indent, trimmed))?);
        offset += part.len() + 1;
    }
    if dates.len() == 1 && matches!(dates[0].shape, Shape::Within { .. }) {
        let mut date = dates.remove(0);
        date.written = text.to_owned();
        return Ok(date);
    }
    let start = dates.iter().map(|date| date.window.start).min().flatten();
    let open = dates.iter().any(|date| date.window.end.is_none());
    let end = if open { None } else { dates.iter().filter_map(|date| date.window.end).max() };
    Ok(DateInner {
        written: text.to_owned(),
        window: Window { start, end },
        approximate: dates.iter().any(|date| date.approximate),
        uncertain: dates.iter().any(|date| date.uncertain),
        soft: dates.iter().any(|date| date.soft),
        instant: None,
        shape: Shape::OneOf(dates),
    }
    .into())
}

/// A moment, or a "within" by its two ends.
fn one(text: &str) -> Result<Date, Malformed> {
    let Some((first, last)) = text.split_once("..") else { return day_or_wider(text).map(|moment| moment.date) };
    let end = |text: &str| if text.is_empty() { Ok(None) } else { day_or_wider(text).map(Some) };
    let start = end(first).map_err(|problem| of_part(problem, 0, first))?;
    let end = end(last).map_err(|problem| of_part(problem, first.len() + 2, last))?;
    if start.is_none() && end.is_none() {
        return Err(Malformed::new("`..` alone says nothing: both ends are open")
            .help("give at least one end: `[..2020-05-13]`, `[2020..]`"));
    }
    in_order(text, start.as_ref(), end.as_ref(), || format!("[{last}..{first}]"))?;
    Ok(spanning(text, start, end, |start, end| Shape::Within { start, end }))
}

/// A moment without a time: what spans and sets are made of.
fn day_or_wider(text: &str) -> Result<Moment, Malformed> {
    let moment = moment(text)?;
    if moment.date.clock().is_some() {
        return Err(Malformed::new(format!("{} has a time of day inside a span or a list", quoted(text)))
            .help("write the days only: `2023-06-02/2023-06-03`"));
    }
    Ok(moment)
}

fn in_order(
    text: &str,
    start: Option<&Moment>,
    end: Option<&Moment>,
    swapped: impl Fn() -> String,
) -> Result<(), Malformed> {
    match (start, end) {
        (Some(start), Some(end)) if end.last < start.first => {
            Err(Malformed::new(format!("{} ends before it begins", quoted(text)))
                .help(format!("the earlier date comes first: `{}`", swapped())))
        }
        _ => Ok(()),
    }
}

/// A date between two moments; each end may be open.
fn spanning(
    text: &str,
    start: Option<Moment>,
    end: Option<Moment>,
    shape: impl Fn(Option<Date>, Option<Date>) -> Shape,
) -> Date {
    let start = start.map(|moment| moment.date);
    let end = end.map(|moment| moment.date);
    let ends = || start.iter().chain(&end);
    DateInner {
        written: text.to_owned(),
        window: Window {
            start: start.as_ref().and_then(|date| date.window.start),
            end: end.as_ref().and_then(|date| date.window.end),
        },
        approximate: ends().any(|date| date.approximate),
        uncertain: ends().any(|date| date.uncertain),
        soft: ends().any(|date| date.soft),
        instant: None,
        shape: shape(start, end),
    }
    .into()
}

/// A problem with a part, placed within the whole.
fn of_part(problem: Malformed, offset: usize, part: &str) -> Malformed {
    if problem.range.is_some() { problem.shifted(offset) } else { problem.at(offset..offset + part.len()) }
}

#[cfg(test)]
mod tests;
