//! The unit of a number of a quote: currencies and percentages. Nouns are not checked: a text has too many words for the
//! same thing ("12 killed", "a death toll of 12").

use super::items::{Item, Line};
use super::meaning::Meaning;
use super::mentions::Mention;
use super::table::Table;
use crate::read::value::is_currency;

/// How many words may stand between a number and the name of its currency: "20 million US dollars".
const BETWEEN: usize = 2;

/// How the unit of a value stands to a number.
pub(super) enum Fit {
    /// It is there, or it cannot be told.
    Fits,
    /// The number has another one: these words.
    Other(String),
    /// No quote has it.
    Missing,
}

/// Compares the unit of a value with that of a number.
pub(super) fn fit(unit: Option<&str>, line: &Line<'_>, mention: &Mention, all: &[Line<'_>], table: &Table) -> Fit {
    let Some(wanted) = unit.and_then(Wanted::of) else { return Fit::Fits };
    let attached = attached(line, mention);
    if attached.is_empty() {
        let anywhere = all.iter().flat_map(|line| &line.items).any(|item| wanted.fits(item));
        return if anywhere || !wanted.is_known(table) { Fit::Fits } else { Fit::Missing };
    }
    if attached.iter().any(|at| line.items.get(*at).is_some_and(|item| wanted.fits(item))) {
        return Fit::Fits;
    }
    Fit::Other(attached.first().map(|at| line.words(*at..*at + 1).to_owned()).unwrap_or_default())
}

enum Wanted<'a> {
    Currency(&'a str),
    Percent,
    Points,
}

impl<'a> Wanted<'a> {
    /// `None` for nouns.
    fn of(unit: &'a str) -> Option<Self> {
        match unit {
            "%" | "percent" | "per cent" => Some(Self::Percent),
            "pp" => Some(Self::Points),
            code if is_currency(code) => Some(Self::Currency(code)),
            _ => None,
        }
    }

    fn fits(&self, item: &Item<'_>) -> bool {
        match self {
            Self::Currency(code) => item.may_be_currency(code),
            Self::Percent => item.says(&Meaning::Percent),
            Self::Points => item.says(&Meaning::Points),
        }
    }

    /// Whether a quote without it is certain to lack it. Points are often left out: "fell by 2".
    fn is_known(&self, table: &Table) -> bool {
        match self {
            Self::Currency(code) => table.names_currency(code),
            Self::Percent => true,
            Self::Points => false,
        }
    }
}

/// The items that are the number's unit: one before it that is a sign or a code, one of the words after it.
fn attached(line: &Line<'_>, mention: &Mention) -> Vec<usize> {
    let mut attached = Vec::new();
    if let Some(before) = mention.items.start.checked_sub(1)
        && let Some(item) = line.items.get(before)
        && item.is_unit()
        && (is_sign(line, before) || item.is_code() || item.says(&Meaning::Percent))
    {
        attached.push(before);
    }
    for at in mention.items.end..=mention.items.end + BETWEEN {
        let Some(item) = line.items.get(at) else { break };
        if item.is_unit() {
            // In "£20m ($25m)" the second sign belongs to the second number.
            let of_next = line.items.get(at + 1).is_some_and(|next| !next.digits.is_empty()) && is_sign(line, at);
            if !of_next {
                attached.push(at);
            }
            break;
        }
        let in_the_way = !item.digits.is_empty() || item.number().is_some() || item.says(&Meaning::Joint);
        if in_the_way || line.ends_sentence(item) {
            break;
        }
    }
    attached
}

/// "$", "US$": as opposed to "dollars".
fn is_sign(line: &Line<'_>, at: usize) -> bool {
    let last = line.items.get(at).and_then(|item| line.tokens.get(item.tokens.end - 1));
    last.is_some_and(|token| !token.text.starts_with(char::is_alphabetic))
}
