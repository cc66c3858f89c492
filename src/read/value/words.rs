//! The words of the grammar, one table for each of its parts.

use crate::model::{Hedge, VagueWord};

/// Hedges, as written; synonyms share a class.
pub(super) const HEDGES: &[(&str, Hedge)] = &[
    ("exactly", Hedge::Exactly),
    ("precisely", Hedge::Exactly),
    ("a total of", Hedge::Exactly),
    ("about", Hedge::About),
    ("around", Hedge::About),
    ("approximately", Hedge::About),
    ("roughly", Hedge::About),
    ("some", Hedge::About),
    ("circa", Hedge::About),
    ("an estimated", Hedge::About),
    ("nearly", Hedge::Nearly),
    ("almost", Hedge::Nearly),
    ("just under", Hedge::Nearly),
    ("close to", Hedge::Nearly),
    ("just over", Hedge::JustOver),
    ("slightly more than", Hedge::JustOver),
    ("at least", Hedge::AtLeast),
    ("no fewer than", Hedge::AtLeast),
    ("at most", Hedge::AtMost),
    ("no more than", Hedge::AtMost),
    ("up to", Hedge::UpTo),
    ("as many as", Hedge::UpTo),
    ("more than", Hedge::MoreThan),
    ("over", Hedge::MoreThan),
    ("above", Hedge::MoreThan),
    ("exceeding", Hedge::MoreThan),
    ("in excess of", Hedge::MoreThan),
    ("upwards of", Hedge::MoreThan),
    ("less than", Hedge::LessThan),
    ("fewer than", Hedge::LessThan),
    ("under", Hedge::LessThan),
    ("below", Hedge::LessThan),
];

/// Words before a change for the better or worse: more of it.
pub(super) const ADDITIONS: &[(&str, ())] = &[("an additional", ()), ("another", ()), ("a further", ())];

/// Quantities without a number; `of` may follow.
pub(super) const VAGUE: &[(&str, VagueWord)] = &[
    ("a couple", VagueWord::Couple),
    ("a few", VagueWord::Few),
    ("several", VagueWord::Several),
    ("tens", VagueWord::Tens),
    ("dozens", VagueWord::Dozens),
    ("scores", VagueWord::Scores),
    ("hundreds", VagueWord::Hundreds),
    ("thousands", VagueWord::Thousands),
];

/// Numbers in words; a word's position is its number less one.
const NUMBERS: &[&str] = &[
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

/// The powers of ten that a scale word multiplies by.
pub(super) fn scale(word: &str) -> Option<u32> {
    Some(match word.to_lowercase().as_str() {
        "thousand" | "k" => 3,
        "million" | "m" | "mn" => 6,
        "billion" | "bn" => 9,
        "trillion" => 12,
        _ => return None,
    })
}

/// The scale after a vague word, where the plural is usual: "hundreds of thousands".
pub(super) fn plural_scale(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    scale(&word).or_else(|| word.strip_suffix('s').filter(|stem| stem.len() > 2).and_then(scale))
}

/// A number in words, one to twenty.
pub(super) fn number(word: &str) -> Option<usize> {
    let word = word.to_lowercase();
    NUMBERS.iter().position(|number| *number == word).map(|position| position + 1)
}
