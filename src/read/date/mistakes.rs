//! What to write instead of a date that was refused: the forms that people and other programs write.
//!
//! Everything offered is itself read first: a help never names a date that would be refused in its turn. Where a text can
//! be read in two ways (`06/02/2023`), both are named.

use crate::languages;

use super::super::malformed::{Malformed, quoted};
use super::is_date;

/// The months as English names them; abbreviations are their first three letters.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Days that move with the day on which the text is read.
const RELATIVE: &[&str] = &[
    "yesterday",
    "today",
    "tomorrow",
    "tonight",
    "now",
    "recently",
    "last",
    "next",
    "this",
    "ago",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// Words that may stand in a date and add nothing that a date here can hold.
const FILLERS: &[&str] =
    &["the", "of", "in", "on", "early", "mid", "late", "року", "р", "года", "г", "de", "den", "le"];

/// "on Friday, the 2nd of June 2023" has fewer words than this.
const MOST_WORDS: usize = 8;

const GENERAL: &str = "write it as year, month, day: `2023-06-02`, `2023-06` or `2023`; \
                       `2023~` for about, `2022-07/2023-06` for a span, `[2025-05..2025-08]` for some day within";

/// The problem, with what was probably meant.
pub(super) fn explain(text: &str, problem: Malformed) -> Malformed {
    if text.is_empty() {
        return Malformed::new("the date is empty")
            .help("write it as `2023-06-02`, or leave the field out if it is not known");
    }
    let refused = || Malformed::new(format!("{} is not a date that crosscheck can read", quoted(text)));
    let plain = plain(text);
    if plain != text && is_date(&plain) {
        return refused().help(format!("write `{plain}`, with plain hyphens and the digits 0 to 9"));
    }
    if plain.starts_with('{') {
        return refused().help("curly brackets mean all of several dates; one of several is `[2024-05-02,2024-05-04]`");
    }
    let meant = meant(&plain);
    match meant.as_slice() {
        [] => {}
        [one] => return refused().help(format!("write `{one}`")),
        [one, rest @ ..] => {
            let others = rest.iter().map(|other| format!("`{other}`")).collect::<Vec<_>>().join(" or ");
            return refused().help(format!("it can be read in two ways: write `{one}` or {others}"));
        }
    }
    if let Some(help) = hopeless(&plain) {
        return refused().help(help);
    }
    if problem.help.is_some() { problem } else { problem.help(GENERAL) }
}

/// With hyphens, digits and spaces of the plain kind.
fn plain(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|c| match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            '\u{660}'..='\u{669}' => char::from(b'0' + (u32::from(c) - 0x660) as u8),
            '\u{6f0}'..='\u{6f9}' => char::from(b'0' + (u32::from(c) - 0x6f0) as u8),
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .filter(|c| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{ad}'))
        .collect();
    text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What it may have been meant to say; more than one where it can be read in several ways.
fn meant(text: &str) -> Vec<String> {
    let attempts = [other_case, spaced_time, around, between, of_numbers, in_words, part_of_year];
    for attempt in attempts {
        let mut dates: Vec<String> = attempt(text).into_iter().filter(|date| is_date(date)).collect();
        dates.dedup();
        if !dates.is_empty() {
            return dates;
        }
    }
    Vec::new()
}

/// `202x`, `Mid-2025`, `2023-06-02t14:26z`, `2020 ~`, `2020?~`.
fn other_case(text: &str) -> Vec<String> {
    let tight = text.replace(' ', "").replace("?~", "%").replace("~?", "%");
    vec![text.to_uppercase(), text.to_lowercase(), tight]
}

/// `2023-06-02 14:26`, `2023-06-02T14:26+0300`.
fn spaced_time(text: &str) -> Vec<String> {
    let Some((day, time)) = text.split_once(['T', ' ']).filter(|(day, _)| is_date(day)) else { return Vec::new() };
    let time = time.replace(' ', "").replace("UTC", "Z").replace("GMT", "Z").replace("(Z", "").replace(')', "");
    let mut candidates = vec![format!("{day}T{time}")];
    let digits = time.len() - time.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    if digits == 4 {
        let (hours, minutes) = time.split_at(time.len() - 2);
        candidates.push(format!("{day}T{hours}:{minutes}"));
    }
    candidates
}

/// `2023-6-2`, `2023.06.02`, `06/02/2023`, `20230602`, `06/2023`, `2020-2021`.
fn of_numbers(text: &str) -> Vec<String> {
    let text = text.trim_end_matches('.');
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return vec![format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..])];
    }
    let groups: Vec<&str> = text.split(['-', '/', '.', ' ', ',']).filter(|group| !group.is_empty()).collect();
    if text.starts_with('/') || text.ends_with('/') {
        return Vec::new(); // a span with an end missing
    }
    if !groups.iter().all(|group| group.len() <= 4 && group.bytes().all(|byte| byte.is_ascii_digit())) {
        return Vec::new();
    }
    match *groups.as_slice() {
        [year, month, day] if year.len() == 4 => vec![format!("{year}-{month:0>2}-{day:0>2}")],
        [a, b, year] if year.len() == 4 => {
            vec![format!("{year}-{b:0>2}-{a:0>2}"), format!("{year}-{a:0>2}-{b:0>2}")]
        }
        [from, to] if from.len() == 4 && to.len() == 4 => vec![format!("{from}/{to}"), format!("{to}/{from}")],
        [year, month] if year.len() == 4 => vec![format!("{year}-{month:0>2}")],
        [month, year] if year.len() == 4 => vec![format!("{year}-{month:0>2}")],
        _ => Vec::new(),
    }
}

/// `2 June 2023`, `June 2nd, 2023`, `Friday, 2 June 2023`, `June 2023`.
fn in_words(text: &str) -> Vec<String> {
    if words(text).count() > MOST_WORDS {
        return Vec::new();
    }
    let (mut year, mut month, mut day) = (None, None, None);
    for word in words(text) {
        if let Some(number) = month_number(&word) {
            month.get_or_insert(number);
        } else if word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()) {
            year.get_or_insert(word);
        } else if let Ok(number @ 1..=31) = without_ordinal(&word).parse::<u32>() {
            day.get_or_insert(number);
        } else if !FILLERS.contains(&word.as_str()) && !RELATIVE.contains(&word.as_str()) {
            return Vec::new();
        }
    }
    match (year, month, day) {
        (Some(year), Some(month), Some(day)) => vec![format!("{year}-{month:02}-{day:02}")],
        (Some(year), Some(month), None) => vec![format!("{year}-{month:02}")],
        _ => Vec::new(),
    }
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split([' ', ',', '.', '-', '/']).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

fn month_number(word: &str) -> Option<usize> {
    let position = MONTHS.iter().position(|month| word == *month || word == &month[..3]);
    position.map(|position| position + 1).or_else(|| languages::month_named(word).map(|month| month as usize))
}

fn without_ordinal(word: &str) -> &str {
    ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word)
}

/// `early 2025`, `spring 2023`, `Q2 2023`, `the 2020s`.
fn part_of_year(text: &str) -> Vec<String> {
    let words: Vec<String> =
        words(text).filter(|word| !matches!(word.as_str(), "the" | "of" | "in" | "quarter")).collect();
    let (year, part) = match words.as_slice() {
        [decade] => {
            let digits = decade.strip_suffix('s').filter(|digits| digits.len() == 4 && digits.ends_with('0'));
            if let Some(digits) = digits {
                return vec![format!("{}X", &digits[..3])];
            }
            match decade.split_at_checked(4) {
                Some((year, quarter)) => (year, quarter),
                None => return Vec::new(),
            }
        }
        [a, b] if a.len() == 4 && a.bytes().all(|byte| byte.is_ascii_digit()) => (a.as_str(), b.as_str()),
        [a, b] => (b.as_str(), a.as_str()),
        _ => return Vec::new(),
    };
    let code = match part {
        "early" | "mid" | "late" => return vec![format!("{part}-{year}")],
        "beginning" | "start" => return vec![format!("early-{year}")],
        "middle" => return vec![format!("mid-{year}")],
        "end" => return vec![format!("late-{year}")],
        "spring" => 21,
        "summer" => 22,
        "autumn" | "fall" => 23,
        "winter" => 24,
        "q1" | "first" => 33,
        "q2" | "second" => 34,
        "q3" | "third" => 35,
        "q4" | "fourth" => 36,
        _ => return Vec::new(),
    };
    vec![format!("{year}-{code}")]
}

/// `circa 2020`, `before 2020`, `since 2022-02`.
fn around(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let Some((word, rest)) = lower.split_once(' ') else { return Vec::new() };
    let Some(rest) = date_of(rest.trim()) else { return Vec::new() };
    match word {
        "about" | "around" | "circa" | "c." | "ca." | "c" | "ca" | "approximately" | "approx." | "roughly" | "~" => {
            vec![format!("{rest}~")]
        }
        "probably" | "possibly" | "maybe" | "perhaps" | "reportedly" => vec![format!("{rest}?")],
        "before" | "by" => vec![format!("[..{rest}]")],
        "after" => vec![format!("[{rest}..]")],
        "since" | "from" => vec![format!("{rest}/..")],
        "until" | "till" | "to" => vec![format!("../{rest}")],
        _ => Vec::new(),
    }
}

/// `2020 or 2021`, `between May 2025 and August 2025`, `2022-07 to 2023-06`, `2023-06-02 - 2023-06-05`.
fn between(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let pair = |text: &str, joint: &str| {
        let (a, b) = text.split_once(joint)?;
        Some((date_of(a)?, date_of(b)?))
    };
    if let Some((a, b)) = pair(&lower, " or ") {
        return vec![format!("[{a},{b}]")];
    }
    if let Some((a, b)) = lower.strip_prefix("between ").and_then(|rest| pair(rest, " and ")) {
        return vec![format!("[{a}..{b}]")];
    }
    let rest = lower.strip_prefix("from ").unwrap_or(&lower);
    if let Some((a, b)) = pair(rest, "..") {
        return vec![format!("{a}/{b}"), format!("[{a}..{b}]")];
    }
    [" to ", " - ", " until ", "--"]
        .iter()
        .find_map(|joint| pair(rest, joint))
        .map(|(a, b)| vec![format!("{a}/{b}")])
        .unwrap_or_default()
}

/// A date, or what was meant by it where that is certain.
fn date_of(text: &str) -> Option<String> {
    if is_date(text) {
        return Some(text.to_owned());
    }
    let attempts = [of_numbers, in_words, part_of_year];
    let mut dates: Vec<String> =
        attempts.iter().flat_map(|attempt| attempt(text)).filter(|date| is_date(date)).collect();
    dates.dedup();
    if dates.len() == 1 { dates.pop() } else { None }
}

/// What is plain to see although no date can be offered.
fn hopeless(text: &str) -> Option<String> {
    let words: Vec<String> = words(text).collect();
    if words.iter().any(|word| RELATIVE.contains(&word.as_str())) {
        return Some("write the day itself, such as `2023-06-02`: the page will be read on other days".into());
    }
    if words.iter().any(|word| month_number(word).is_some()) {
        return Some("add the year, in numbers: `2023-06-02`, or `2023-06` where the day is not known".into());
    }
    let short = |word: &String| word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    if words.len() == 3 && words.iter().all(short) {
        return Some("write the year in full and first: `2023-06-02`".into());
    }
    None
}
