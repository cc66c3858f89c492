use chrono::NaiveDate;
use proptest::prelude::*;

use super::parse;
use crate::model::{Date, Precision, Shape};

fn read(text: &str) -> Date {
    parse(text).unwrap_or_else(|problem| panic!("{text}: {}", problem.message))
}

/// The window as `first..last`, an open end as nothing.
fn window(text: &str) -> String {
    let date = read(text);
    let end = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    format!("{}..{}", end(date.first_day()), end(date.last_day()))
}

fn help(text: &str) -> String {
    parse(text).expect_err(text).help.unwrap_or_default()
}

fn message(text: &str) -> String {
    parse(text).expect_err(text).message
}

#[test]
fn windows_are_inclusive_days() {
    for (text, expected) in [
        ("2023-06-02", "2023-06-02..2023-06-02"),
        ("2023-02", "2023-02-01..2023-02-28"),
        ("2024-02", "2024-02-01..2024-02-29"),
        ("2020", "2020-01-01..2020-12-31"),
        ("202X", "2020-01-01..2029-12-31"),
        ("20XX", "2000-01-01..2099-12-31"),
        ("2004-XX", "2004-01-01..2004-12-31"),
        ("2004-XX-XX", "2004-01-01..2004-12-31"),
        ("1985-04-XX", "1985-04-01..1985-04-30"),
        ("2020-21", "2020-03-01..2020-05-31"),
        ("2020-22", "2020-06-01..2020-08-31"),
        ("2020-23", "2020-09-01..2020-11-30"),
        ("2020-24", "2020-12-01..2021-02-28"),
        ("2023-24", "2023-12-01..2024-02-29"),
        ("2020-33", "2020-01-01..2020-03-31"),
        ("2020-36", "2020-10-01..2020-12-31"),
        ("early-2025", "2025-01-01..2025-04-30"),
        ("mid-2025", "2025-05-01..2025-08-31"),
        ("late-2025", "2025-09-01..2025-12-31"),
        ("2022-07/2023-06", "2022-07-01..2023-06-30"),
        ("2022-02/..", "2022-02-01.."),
        ("../2022-02", "..2022-02-28"),
        ("[2025-05..2025-08]", "2025-05-01..2025-08-31"),
        ("[..2020-05-13]", "..2020-05-13"),
        ("[2020..]", "2020-01-01.."),
        ("[2024-05-02,2024-05-04]", "2024-05-02..2024-05-04"),
        ("[2024-05-02, 2024-05-04]", "2024-05-02..2024-05-04"),
        ("[2020,2022..2023]", "2020-01-01..2023-12-31"),
        ("early-2025/mid-2025", "2025-01-01..2025-08-31"),
        ("0001", "0001-01-01..0001-12-31"),
        ("9999-24", "9999-12-01..+10000-02-29"),
    ] {
        assert_eq!(window(text), expected, "{text}");
    }
}

#[test]
fn about_widens_by_one_unit_and_uncertain_by_nothing() {
    for (text, expected) in [
        ("2020-07-22~", "2020-07-19..2020-07-25"),
        ("2020-07~", "2020-05-31..2020-08-31"),
        ("2020~", "2018-12-31..2022-01-01"),
        ("2020-21~", "2020-01-30..2020-07-01"),
        ("2020-33~", "2019-12-01..2020-05-01"),
        ("mid-2025~", "2025-03-31..2025-10-01"),
        ("2020?", "2020-01-01..2020-12-31"),
        ("2020%", "2018-12-31..2022-01-01"),
        ("2022~/2023-06", "2020-12-31..2023-06-30"),
    ] {
        assert_eq!(window(text), expected, "{text}");
    }
    assert!(read("2020%").approximate && read("2020%").uncertain);
    assert!(read("2020?").uncertain && !read("2020?").approximate);
    assert!(read("2022?/2023").uncertain);
}

#[test]
fn seasons_and_house_forms_are_soft() {
    assert!(read("2020-21").soft && read("mid-2025").soft && read("mid-2025/2026").soft);
    assert!(!read("2020-33").soft && !read("2020~").soft);
}

#[test]
fn instants_are_known_only_with_an_offset_and_the_day_is_the_one_written() {
    let local = read("2023-06-02T00:26+03:00");
    let utc = read("2023-06-01T21:26:30Z");
    assert_eq!(local.instant, utc.instant);
    assert!(local.instant.is_some());
    assert_eq!(local.first_day(), NaiveDate::from_ymd_opt(2023, 6, 2));
    assert_eq!(utc.first_day(), NaiveDate::from_ymd_opt(2023, 6, 1));
    assert_eq!(read("2023-06-02T14:26").instant, None);
    assert_eq!(read("2023-06-02T14:26").shape, Shape::Moment(Precision::Minute));
    assert_eq!(read("2023-06-02T14:26:60.123-05").instant, read("2023-06-02T19:26Z").instant);
}

#[test]
fn the_iso_core_is_valid_in_html() {
    for (text, expected) in [
        ("2023-06-02", Some("2023-06-02")),
        ("2023-06~", Some("2023-06")),
        ("2023%", Some("2023")),
        ("2023-06-XX", Some("2023-06")),
        ("2023-06-02T14:26", Some("2023-06-02T14:26")),
        ("2023-06-02T14:26:31+03", Some("2023-06-02T14:26+03:00")),
        ("2023-06-02T14:26-00:00", Some("2023-06-02T14:26Z")),
        ("2023-06-02T02:26-04:30", Some("2023-06-02T02:26-04:30")),
        ("0044", Some("0044")),
        ("202X", None),
        ("2023-21", None),
        ("2023-33", None),
        ("mid-2025", None),
        ("2022/2023", None),
        ("[2022,2023]", None),
    ] {
        assert_eq!(read(text).iso_core().as_deref(), expected, "{text}");
    }
}

#[test]
fn a_timeline_lists_a_date_under_what_is_stated() {
    for (text, expected) in [
        ("2020~", (Some(2020), None)),
        ("2020-01-01~", (Some(2020), Some(1))),
        ("2020-21", (Some(2020), None)),
        ("2022-07/2023-06", (Some(2022), Some(7))),
        ("../2023-06", (Some(2023), Some(6))),
        ("[..2020-05-13]", (Some(2020), Some(5))),
        ("[2024-05-02,2024-03]", (Some(2024), Some(3))),
        ("2023-06-02T14:26", (Some(2023), Some(6))),
    ] {
        assert_eq!((read(text).year(), read(text).month()), expected, "{text}");
    }
    let ordered =
        ["2019", "2020", "2020~", "2020-01", "2020-01-01", "2020-01-01T09:00", "2020-01-01T10:00", "[..2020-02]"];
    let keys: Vec<_> = ordered.iter().map(|text| read(text).sort_key()).collect();
    assert!(keys.is_sorted(), "{keys:?}");
}

#[test]
fn days_that_do_not_exist_are_explained() {
    assert_eq!(message("2023-02-30"), "there is no “2023-02-30”: February 2023 has 28 days");
    assert!(message("2023-13-01").contains("months run from 01 to 12"));
    assert!(message("2023-00-01").contains("months run from 01 to 12"));
    assert!(message("2023-04-31~").contains("April 2023 has 30 days") || help("2023-04-31~").contains("2023"));
    assert!(message("0000").contains("year 0000"));
    assert!(message("0000-05-01").contains("year 0000"));
    assert!(message("-0044").contains("outside the years"));
    assert!(message("Y170000002").contains("outside the years"));
    assert!(message("2023-26").contains("neither a month nor a season"));
    assert_eq!(parse("2022-01/2023-02-30").unwrap_err().range, Some(16..18));
}

#[test]
fn common_mistakes_get_their_own_help() {
    for (text, expected) in [
        ("2 June 2023", "write `2023-06-02`"),
        ("June 2, 2023", "write `2023-06-02`"),
        ("Friday, 2nd June 2023", "write `2023-06-02`"),
        ("June 2023", "write `2023-06`"),
        ("2 червня 2023 року", "write `2023-06-02`"),
        ("٢ يونيو ٢٠٢٣", "write `2023-06-02`"),
        ("le 2 juin 2023", "write `2023-06-02`"),
        ("2. Juni 2023", "write `2023-06-02`"),
        ("2023-6-2", "write `2023-06-02`"),
        ("2023.06.02", "write `2023-06-02`"),
        ("2023/06/02", "write `2023-06-02`"),
        ("20230602", "write `2023-06-02`"),
        ("06/02/2023", "two ways: write `2023-02-06` or `2023-06-02`"),
        ("22/02/2023", "write `2023-02-22`"),
        ("2023–06–02", "write `2023-06-02`, with plain hyphens"),
        ("٢٠٢٣-٠٦-٠٢", "write `2023-06-02`"),
        ("yesterday", "the page will be read on other days"),
        ("2 June", "add the year"),
        ("02-06-23", "the year in full"),
        ("2023-06/2023-05", "`2023-05/2023-06`"),
        ("[2023..2022]", "`[2022..2023]`"),
        ("2023-06-02 14:26", "write `2023-06-02T14:26`"),
        ("2023-06-02T14:26+0300", "write `2023-06-02T14:26+03:00`"),
        ("202x", "write `202X`"),
        ("Mid-2025", "write `mid-2025`"),
        ("early 2025", "write `early-2025`"),
        ("spring 2023", "write `2023-21`"),
        ("2023-Q2", "write `2023-34`"),
        ("2020s", "write `202X`"),
        ("circa 2020", "write `2020~`"),
        ("before May 2020", "write `[..2020-05]`"),
        ("2020 or 2021", "write `[2020,2021]`"),
        ("2020-2021", "write `2020/2021`"),
        ("2022-07 to 2023-06", "write `2022-07/2023-06`"),
        ("between 2020 and 2021", "write `[2020..2021]`"),
        ("{2020,2021}", "curly brackets"),
        ("2022-02/", "write `..` for an end that is open"),
        ("2023-06-02T24:00", "midnight"),
        ("2023-06-02T14:26/2023-06-03", "the days only"),
        ("", "leave the field out"),
        ("soon", "year, month, day"),
    ] {
        assert!(help(text).contains(expected), "{text}: {}", help(text));
    }
}

#[test]
fn what_is_not_all_date_is_refused() {
    for text in [
        "2023-06-02x",
        "2023-06-02T",
        "2023-06-02T14",
        "2023-06-02T14:26:",
        "2023-06-02T14:26.5",
        "2023-06-02T14:26~",
        "2023-06-02T14:26+15:00",
        "2004-06~-11",
        "2004-1X",
        "2004-XX-11",
        "1XXX",
        "202X-05",
        "1950S2",
        "2022/2023/2024",
        "../..",
        "[..]",
        "[]",
        "[2020,]",
        "[2020",
        "..2020",
        "2022-02/2023..",
        "mid-25",
        "mid-2025-06",
        "mid-0000",
        "2023-06-0٢",
    ] {
        assert!(parse(text).is_err(), "{text}");
    }
    assert_eq!(read(" 2023-06-02 ").written, "2023-06-02");
    assert!(parse(&"2020,".repeat(1000)).is_err());
}

fn moments() -> impl Strategy<Value = String> {
    let day = (1..=9998i32, 1..=12u32, 1..=28u32).prop_map(|(y, m, d)| format!("{y:04}-{m:02}-{d:02}"));
    let month = (1..=9998i32, 1..=12u32).prop_map(|(y, m)| format!("{y:04}-{m:02}"));
    let part = (1..=9998i32, prop_oneof![21..=24u32, 33..=36u32]).prop_map(|(y, m)| format!("{y:04}-{m:02}"));
    let house = (1..=9998i32, prop_oneof![Just("early"), Just("mid"), Just("late")])
        .prop_map(|(y, part)| format!("{part}-{y:04}"));
    let decade = (1..=998i32).prop_map(|y| format!("{y:03}X"));
    (prop_oneof![day, month, part, house, decade], prop_oneof![Just(""), Just("~"), Just("?"), Just("%")])
        .prop_map(|(moment, mark)| format!("{moment}{mark}"))
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,40}") {
        let _ = parse(&text);
    }

    #[test]
    fn no_text_like_a_date_makes_it_panic(text in "[-0-9TZX~?%:+./\\[\\], –٠-٩a-m]{0,30}") {
        if let Ok(date) = parse(&text) {
            prop_assert_eq!(parse(&date.written), Ok(date));
        }
    }

    #[test]
    fn a_moment_is_a_window_that_holds_what_is_stated(text in moments()) {
        let date = read(&text);
        let (window, stated) = (date.window, date.stated());
        prop_assert!(window.start <= stated.start && stated.start <= stated.end && stated.end <= window.end);
        prop_assert_eq!(date.approximate, window != stated);
        prop_assert!(date.stated().contains(stated.start.unwrap()));
    }

    #[test]
    fn two_moments_make_a_duration_in_one_order(a in moments(), b in moments()) {
        let forward = parse(&format!("{a}/{b}"));
        let backward = parse(&format!("{b}/{a}"));
        prop_assert!(forward.is_ok() || backward.is_ok());
        for date in [forward, backward].into_iter().flatten() {
            prop_assert!(date.window.start <= date.window.end);
        }
    }

    #[test]
    fn plain_days_are_the_calendar(year in 1..=9999i32, month in 0..=13u32, day in 0..=32u32) {
        let text = format!("{year:04}-{month:02}-{day:02}");
        let date = parse(&text);
        prop_assert_eq!(date.ok().and_then(|date| date.first_day()), NaiveDate::from_ymd_opt(year, month, day));
    }
}
