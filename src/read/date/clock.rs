//! The time that may follow a day (RFC 3339): `T14:26`, `T14:26:30`, then `Z` or an offset such as `+03:00`.
//!
//! Seconds, and fractions of them, are read and not kept: an instant is a minute (COMPARISON.md, "Time"). The offset is
//! kept and never applied to the day.

use super::super::malformed::{Malformed, quoted};

/// A time of day as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    /// Minutes since midnight.
    pub minute: u32,
    /// Minutes east of UTC, where an offset is written.
    pub offset: Option<i64>,
}

/// No place on earth is further from UTC than this many minutes.
const FURTHEST: i64 = 14 * 60;

/// Reads what follows the `T`.
pub(super) fn clock(text: &str) -> Result<Clock, Malformed> {
    let bad = || {
        Malformed::new(format!("{} is not a time of day that crosscheck can read", quoted(text))).help(
            "write hours and minutes, then the offset from UTC if it is known: `T14:26`, `T14:26+03:00`, `T14:26Z`",
        )
    };
    let (hour, rest) = two_digits(text).ok_or_else(bad)?;
    let (minute, rest) = rest.strip_prefix(':').and_then(two_digits).ok_or_else(bad)?;
    let (second, rest) = match rest.strip_prefix(':') {
        Some(rest) => two_digits(rest).ok_or_else(bad)?,
        None => (0, rest),
    };
    let rest = match rest.strip_prefix('.') {
        Some(fraction) if text.as_bytes().get(5) == Some(&b':') => {
            let after = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
            if after.len() == fraction.len() {
                return Err(bad());
            }
            after
        }
        Some(_) => return Err(bad()),
        None => rest,
    };
    if hour == 24 {
        return Err(Malformed::new("hours run from 00 to 23").help("midnight is `T00:00` of the day that it begins"));
    }
    if hour > 23 || minute > 59 || second > 60 {
        return Err(Malformed::new(format!("there is no such time of day as {}", quoted(text)))
            .help("hours run from 00 to 23, minutes and seconds from 00 to 59"));
    }
    Ok(Clock { minute: hour * 60 + minute, offset: offset(rest)? })
}

fn offset(text: &str) -> Result<Option<i64>, Malformed> {
    let bad = || {
        Malformed::new(format!("{} is not an offset from UTC", quoted(text)))
            .help("write `Z` for UTC, or hours and minutes with a colon: `+03:00`, `-05:00`")
    };
    if text.is_empty() {
        return Ok(None);
    }
    if text == "Z" {
        return Ok(Some(0));
    }
    let (sign, rest) = match text.as_bytes().first() {
        Some(b'+') => (1, &text[1..]),
        Some(b'-') => (-1, &text[1..]),
        _ => return Err(bad()),
    };
    let (hours, rest) = two_digits(rest).ok_or_else(bad)?;
    let minutes = match rest.strip_prefix(':').map(two_digits) {
        Some(Some((minutes, ""))) if minutes < 60 => minutes,
        None if rest.is_empty() => 0,
        _ => return Err(bad()),
    };
    let total = i64::from(hours * 60 + minutes);
    if total > FURTHEST {
        return Err(Malformed::new(format!("no place is {} from UTC", quoted(text)))
            .help("offsets run from `-14:00` to `+14:00`"));
    }
    Ok(Some(sign * total))
}

fn two_digits(text: &str) -> Option<(u32, &str)> {
    match text.as_bytes() {
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9', ..] => {
            Some((u32::from(tens - b'0') * 10 + u32::from(ones - b'0'), &text[2..]))
        }
        _ => None,
    }
}
