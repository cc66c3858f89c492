use std::sync::LazyLock;

use super::*;
use crate::model::{DateInner, Instant, Window};

/// A date of one moment, its window as the reader of dates makes it.
fn moment(precision: Precision, start: &str, end: &str) -> Date {
    let day = |text: &str| Some(text.parse::<NaiveDate>().unwrap());
    DateInner {
        written: start.into(),
        window: Window { start: day(start), end: day(end) },
        shape: Shape::Moment(precision),
        approximate: false,
        uncertain: false,
        soft: matches!(precision, Precision::Season | Precision::Third),
        instant: None,
    }
    .into()
}

fn day(text: &str) -> Date {
    moment(Precision::Day, text, text)
}

fn month(year: i32, month: u32) -> Date {
    let first = NaiveDate::from_ymd_opt(year, month, 1).unwrap();
    let last = first + chrono::Months::new(1) - chrono::Days::new(1);
    moment(Precision::Month, &first.to_string(), &last.to_string())
}

fn year(year: i32) -> Date {
    moment(Precision::Year, &format!("{year}-01-01"), &format!("{year}-12-31"))
}

fn third(year: i32) -> Date {
    moment(Precision::Third, &format!("{year}-05-01"), &format!("{year}-08-31"))
}

fn shaped(shape: Shape) -> Date {
    let mut date = day("2024-05-01");
    date.shape = shape;
    date
}

fn duration(start: Option<Date>, end: Option<Date>) -> Date {
    shaped(Shape::Duration { start, end })
}

fn within(start: Option<Date>, end: Option<Date>) -> Date {
    shaped(Shape::Within { start, end })
}

fn one_of(dates: &[Date]) -> Date {
    shaped(Shape::OneOf(dates.to_vec()))
}

/// A time on 2 June 2023 with its offset in minutes, if any.
fn timed(clock: &str, zone: &str, offset: Option<i64>) -> Date {
    let mut date = moment(Precision::Minute, "2023-06-02", "2023-06-02");
    let written = format!("2023-06-02T{clock}{zone}");
    let local = date.window.start.unwrap().and_time(clock.parse().unwrap()).and_utc().timestamp() / 60;
    (date.written, date.instant) = (written, offset.map(|offset| Instant { minute: local - offset }));
    date
}

fn about(mut date: Date, days: u64) -> Date {
    let window = Window {
        start: date.window.start.map(|day| day - chrono::Days::new(days)),
        end: date.window.end.map(|day| day + chrono::Days::new(days)),
    };
    (date.window, date.approximate) = (window, true);
    date
}

fn uncertain(mut date: Date) -> Date {
    date.uncertain = true;
    date
}

/// Every shape that FORMAT.md has.
fn shapes() -> Vec<Date> {
    vec![
        day("2023-06-02"),
        month(2023, 6),
        year(2023),
        moment(Precision::Quarter, "2023-01-01", "2023-03-31"),
        moment(Precision::Quarter, "2023-10-01", "2023-12-31"),
        moment(Precision::Season, "2020-03-01", "2020-05-31"),
        moment(Precision::Season, "2020-12-01", "2021-02-28"),
        moment(Precision::Third, "2025-01-01", "2025-04-30"),
        third(2025),
        moment(Precision::Third, "2025-09-01", "2025-12-31"),
        moment(Precision::Decade, "2020-01-01", "2029-12-31"),
        moment(Precision::Century, "2000-01-01", "2099-12-31"),
        timed("14:26", "", None),
        timed("14:26", "+03:00", Some(180)),
        timed("14:26", "Z", Some(0)),
        timed("09:05", "-05:30", Some(-330)),
        about(month(2024, 5), 31),
        about(day("2024-05-03"), 3),
        about(year(2020), 366),
        uncertain(day("2024-05-03")),
        uncertain(about(month(2024, 5), 31)),
        duration(Some(day("2024-05-01")), Some(day("2024-05-03"))),
        duration(Some(day("2024-05-01")), Some(day("2024-06-03"))),
        duration(Some(day("2023-12-30")), Some(day("2024-01-02"))),
        duration(Some(month(2025, 5)), Some(month(2025, 8))),
        duration(Some(month(2022, 7)), Some(month(2023, 6))),
        duration(Some(year(2022)), Some(year(2023))),
        duration(Some(year(2022)), Some(month(2023, 6))),
        duration(Some(about(month(2024, 5), 31)), Some(month(2024, 8))),
        duration(Some(day("2024-05-03")), None),
        duration(Some(month(2022, 2)), None),
        duration(None, Some(day("2020-05-13"))),
        duration(None, None),
        within(Some(month(2025, 5)), Some(month(2025, 8))),
        within(Some(day("2024-05-02")), Some(day("2024-05-04"))),
        within(Some(day("2024-05-02")), Some(day("2024-06-04"))),
        within(Some(year(2020)), Some(year(2022))),
        within(Some(third(2025)), Some(moment(Precision::Quarter, "2025-10-01", "2025-12-31"))),
        within(None, Some(day("2020-05-13"))),
        within(Some(month(2020, 5)), None),
        one_of(&[day("2024-05-02"), day("2024-05-04")]),
        one_of(&[day("2024-05-02"), day("2024-05-04"), day("2024-05-06")]),
        one_of(&[day("2024-05-02"), day("2024-06-04")]),
        one_of(&[month(2024, 5), month(2024, 6)]),
        one_of(&[year(2020), year(2021)]),
        one_of(&[year(2020), month(2021, 3)]),
    ]
}

#[test]
fn every_shape_in_every_place_of_a_sentence() {
    for tag in ["en", "uk"] {
        let language = Language::built_in(tag);
        let lines: Vec<String> = shapes()
            .iter()
            .map(|date| {
                format!(
                    "{} | {} | {} | {}",
                    language.date_in_words(date),
                    language.date_when(date),
                    language.date_as_of(date),
                    language.date(date, DateCase::Accusative)
                )
            })
            .collect();
        insta::assert_snapshot!(format!("dates_{tag}"), lines.join("\n"));
    }
}

#[test]
fn every_month_in_every_case() {
    let ukrainian = Language::built_in("uk");
    let lines: Vec<String> = (1..=12)
        .map(|number| {
            let date = month(2024, number);
            let cases = [DateCase::When, DateCase::Genitive, DateCase::Accusative, DateCase::Instrumental];
            let words: Vec<_> = cases.iter().map(|case| ukrainian.date(&date, *case)).collect();
            format!("{} | {}", ukrainian.date_in_words(&date), words.join(" | "))
        })
        .collect();
    insta::assert_snapshot!("months_uk", lines.join("\n"));
}

#[test]
fn between_two_dates() {
    let between = |tag, a: &Date, b: &Date| Language::built_in(tag).dates_between(a, b);
    assert_eq!(between("en", &month(2023, 6), &third(2025)), "between June 2023 and mid-2025");
    assert_eq!(between("uk", &month(2023, 6), &third(2025)), "між червнем 2023 року і серединою 2025 року");
    let span = duration(Some(month(2022, 7)), Some(month(2023, 6)));
    assert_eq!(
        between("en", &span, &third(2025)),
        "between the first date (July 2022 – June 2023) and the second (mid-2025)"
    );
}

#[test]
fn headings() {
    let (english, ukrainian) = (Language::built_in("en"), Language::built_in("uk"));
    assert_eq!([english.month(2023, 6), english.year(2023), english.month_short(6)], ["June 2023", "2023", "Jun"]);
    assert_eq!([ukrainian.month(2023, 6), ukrainian.year(2023)], ["червень 2023 року", "2023 рік"]);
    assert_eq!(ukrainian.day("2023-06-02".parse().unwrap()), "2 червня 2023 року");
}

#[test]
fn a_date_with_open_ends_that_is_a_moment_is_shown_as_written() {
    let mut date = month(2024, 5);
    (date.window, date.written) = (Window { start: None, end: None }, "2024-05".into());
    assert_eq!(Language::built_in("en").date_in_words(&date), "2024-05");
}

#[test]
fn nesting_is_bounded() {
    let mut date = day("2024-05-02");
    for _ in 0..50 {
        date = shaped(Shape::OneOf(vec![date]));
    }
    assert_eq!(Language::built_in("en").date_in_words(&date), "2024-05-01");
}

proptest::proptest! {
    #[test]
    fn any_day_says_its_day_and_year(days in 0_i64..800_000) {
        let date = NaiveDate::from_ymd_opt(1, 1, 1).unwrap() + chrono::Days::new(days as u64);
        static UKRAINIAN: LazyLock<Language> = LazyLock::new(|| Language::built_in("uk"));
        let text = UKRAINIAN.day(date);
        let (first, year) = (format!("{} ", date.day()), format!(" {} року", date.year()));
        proptest::prop_assert!(text.starts_with(&first) && text.ends_with(&year), "{}", text);
    }
}
