//! Moments for formats that want one: a feed's `updated`, a calendar's `DTSTAMP`.
//!
//! They come from the content and never from the clock, so that the same content gives the same bytes: from when an
//! article entered the collection and from when it was corrected. A date without a time is the midnight, UTC, at which its
//! first stated day begins; a time without an offset is taken for UTC, which keeps the order of a day's articles.

use chrono::{DateTime, NaiveTime, Utc};

use crate::model::{Article, Date};

/// When a date begins; `None` where its beginning is open.
pub(super) fn of(date: &Date) -> Option<DateTime<Utc>> {
    if let Some(instant) = date.instant {
        return DateTime::from_timestamp(instant.minute.checked_mul(60)?, 0);
    }
    let day = date.stated().start?;
    let minute = date.clock().unwrap_or(0);
    let time = NaiveTime::from_hms_opt(minute / 60 % 24, minute % 60, 0)?;
    Some(day.and_time(time).and_utc())
}

/// When an article entered the collection.
pub(super) fn added(article: &Article) -> Option<DateTime<Utc>> {
    article.added.as_ref().and_then(of)
}

/// When an article entered the collection or was corrected last.
pub(super) fn updated(article: &Article) -> Option<DateTime<Utc>> {
    let corrected = article.corrections.iter().filter_map(|correction| correction.on.as_ref().and_then(of));
    corrected.chain(added(article)).max()
}

/// For content without any date: what the build's environment says (`SOURCE_DATE_EPOCH`, reproducible-builds.org), else the
/// beginning of the count.
pub fn without_content() -> DateTime<Utc> {
    let given = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.trim().parse().ok());
    given.and_then(|seconds| DateTime::from_timestamp(seconds, 0)).unwrap_or(DateTime::UNIX_EPOCH)
}

/// As RFC 3339 has it. Years that it cannot write have no moment.
pub(super) fn rfc3339(moment: DateTime<Utc>) -> String {
    moment.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::date;

    #[test]
    fn a_date_begins_where_it_is_stated_to() {
        for (written, moment) in [
            ("2023-06-02", "2023-06-02T00:00:00Z"),
            ("2023-06", "2023-06-01T00:00:00Z"),
            ("2023~", "2023-01-01T00:00:00Z"),
            ("2023-06-02T14:26", "2023-06-02T14:26:00Z"),
            ("2023-06-02T14:26+03:00", "2023-06-02T11:26:00Z"),
        ] {
            let date = date::parse(written).unwrap();
            assert_eq!(rfc3339(of(&date).unwrap()), moment, "{written}");
        }
        assert_eq!(of(&date::parse("[..2020-05-13]").unwrap()), None);
    }
}
