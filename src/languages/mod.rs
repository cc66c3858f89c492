//! Whether a value's figures are in the words that it quotes (FORMAT.md, "Quotes", rule 4), by a table per language.
//!
//! ```text
//! quote → words, numbers, signs   [text]
//!       → items: the longest phrases of the language's table   [table], [meaning], [items]
//!       → numbers with their scales   [mentions]
//!       → compared with the value: number, scale, unit   [units], hedge   [hedges]   → problems
//! ```
//!
//! There are tables for English, Ukrainian, Russian, Azerbaijani, Turkish, Arabic, French and German; a quote in another
//! language is not verified, and whoever asked says so once. One mechanism reads all languages: what differs between them
//! is in the tables.
//!
//! A problem stops an editor's build, so a check is made only where the pattern is certain; what can be read in two ways
//! passes. It must never change a value or a quote, only set them side by side.

mod dates;
mod digits;
mod figures;
mod hedges;
mod items;
mod meaning;
mod mentions;
mod problem;
mod table;
mod text;
mod units;

use std::sync::LazyLock;

use crate::model::{Date, Quantity};

use items::Line;
use table::Table;

pub use problem::Problem;

const SOURCES: [(&str, &str); 8] = [
    ("en", include_str!("tables/en.txt")),
    ("uk", include_str!("tables/uk.txt")),
    ("ru", include_str!("tables/ru.txt")),
    ("az", include_str!("tables/az.txt")),
    ("tr", include_str!("tables/tr.txt")),
    ("ar", include_str!("tables/ar.txt")),
    ("fr", include_str!("tables/fr.txt")),
    ("de", include_str!("tables/de.txt")),
];

/// Read once; a test sees to it that every one of them can be read.
static TABLES: LazyLock<Vec<(&'static str, Table)>> =
    LazyLock::new(|| SOURCES.iter().filter_map(|(code, source)| Some((*code, Table::read(source).ok()?))).collect());

/// What came of a check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verification {
    /// Nothing speaks against it.
    Ok,
    /// The language has no table.
    NoTable,
    /// What the value and the quotes do not agree in.
    Problems(Vec<Problem>),
}

/// Whether the number, scale, unit and hedge of a value are in its quotes. `written` is the value as the front matter has
/// it, `lang` the quotes' language (BCP 47). Without quotes there is nothing to verify.
pub fn verify(value: &Quantity, written: &str, quotes: &[&str], lang: &str) -> Verification {
    let Some(table) = table(lang) else { return Verification::NoTable };
    if quotes.is_empty() {
        return Verification::Ok;
    }
    concluded(figures::compare(value, written, quotes, table))
}

/// Whether the quotes state another date. Quotes that state none say nothing against it.
pub fn verify_date(date: &Date, quotes: &[&str], lang: &str) -> Verification {
    let Some(table) = table(lang) else { return Verification::NoTable };
    concluded(dates::compare(date, quotes, table).into_iter().collect())
}

/// Whether a word is a figure, a number word, a scale, a unit, a currency sign or a negation: where two texts differ in one
/// of those, neither may be offered for the other (FORMAT.md, "Quotes", rule 3).
pub fn is_sensitive(word: &str, lang: &str) -> bool {
    if word.chars().any(|c| c.is_numeric() || is_currency_sign(c) || matches!(c, '%' | '٪' | '‰')) {
        return true;
    }
    let Some(table) = table(lang) else { return false };
    let line = Line::read(word, table);
    line.items.iter().any(items::Item::is_sensitive) || text::fold(word).ends_with("n't")
}

/// The month that a word names in any of the languages, from 1.
pub fn month_named(word: &str) -> Option<u32> {
    TABLES.iter().find_map(|(_, table)| Line::read(word, table).items.first()?.month())
}

/// Whether quotes in the language can be verified.
pub fn has_table(lang: &str) -> bool {
    table(lang).is_some()
}

fn table(lang: &str) -> Option<&'static Table> {
    let primary = lang.split(['-', '_']).next()?;
    TABLES.iter().find(|(code, _)| code.eq_ignore_ascii_case(primary)).map(|(_, table)| table)
}

fn concluded(problems: Vec<Problem>) -> Verification {
    if problems.is_empty() { Verification::Ok } else { Verification::Problems(problems) }
}

fn is_currency_sign(c: char) -> bool {
    matches!(c, '$' | '¢' | '£' | '¤' | '¥' | '֏' | '؋' | '৳' | '฿' | '៛' | '﷼' | '\u{20a0}'..='\u{20cf}')
}

#[cfg(test)]
mod tests;
