//! What one language says numbers, units, hedges and months with, read from a plain text table (`tables/*.txt`) that
//! anybody who speaks the language can check.
//!
//! ```text
//! # a comment
//! decimal = ,                     the sign before decimals
//! elision = yes                   a word ends after its apostrophe: "d'une"
//! together = und                  joins the words of a number that are written together: "einundzwanzig"
//! proclitics = و | ب              letters that are written together with the word after them, longest first
//! articles = yes                  a thing by itself has a word: "a civilian"
//! ones-first = yes                twenty-one is said "one and twenty"
//! dual = yes                      two things need no number
//! ablative = dan | den            endings that a word has before "more than it"
//! number 20 = twenty              a number; implied: one that need not be meant, such as an article
//! scale 1000000 = million         what a number is multiplied by; short: an abbreviation
//! vague few,several = кілька      a quantity without a number, and the words of the format that it may stand for
//! hedge more-than = over          before a number; where a quote has it, the value must
//! verb more-than = exceeded       the same; fillers may stand between ("exceeded the sum of 40")
//! hedge-money …                   the same as hedge, but only of a number with a scale, a currency or a percentage, and
//!                                 not before a length of time ("over 12 days")
//! hedge-round …                   the same, and of multiples of ten
//! after at-least = or more        the same, after a number; after-ablative: after a word with such an ending
//! possible up-to = до             a value may have the hedge, but need not; after-possible: after a number
//! currency USD,CAD = dollar*      what a currency is called, and which those are
//! percent = %                     points = percentage points
//! month 6 = june                  background = since: before a date that is not the one spoken of
//! filler = the | a                may stand between a verb and its number
//! joint = and | to                between the two ends of a range
//! time, saying, negation          lengths of time; of speaking, which "about" may belong to; no, not, never
//! ```
//!
//! Phrases are set apart by `|`; a word with `*` at its end stands for all words that begin so. Where several phrases fit,
//! the longest one counts.

use std::collections::HashMap;

use rust_decimal::Decimal;

use crate::model::VagueWord;

use super::meaning::{Meaning, meaning};
use super::text::{Token, fold, tokens};

/// Keys that say how a language writes, not what its words say.
const SETTINGS: [&str; 8] =
    ["decimal", "elision", "articles", "dual", "ones-first", "together", "ablative", "proclitics"];

/// How far a word with `*` may go on.
const LONGEST_ENDING: usize = 8;

/// Shortest beginning of a word with `*`; phrases are found by it.
const BEGINNING: usize = 2;

/// A phrase of the table, folded: each word with whether it may go on.
#[derive(Debug)]
struct Phrase {
    words: Vec<(String, bool)>,
    meaning: Meaning,
}

/// One language.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// The sign before decimals.
    pub decimal: char,
    pub elision: bool,
    pub articles: bool,
    pub dual: bool,
    pub ones_first: bool,
    pub together: Option<String>,
    pub ablative: Vec<String>,
    proclitics: Vec<String>,
    phrases: Vec<Phrase>,
    /// First word → phrases.
    whole: HashMap<String, Vec<usize>>,
    /// The first letters of a first word with `*` → phrases.
    begun: HashMap<String, Vec<usize>>,
}

impl Table {
    /// Reads a table; the problem says which line.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let mut table = Self { decimal: '.', ..Self::default() };
        let lines = || {
            text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
                let (key, phrases) = line.split_once('=').ok_or_else(|| format!("no `=` in `{line}`"))?;
                let phrases: Vec<&str> =
                    phrases.split('|').map(str::trim).filter(|phrase| !phrase.is_empty()).collect();
                let (key, argument) = key.trim().split_once(' ').unwrap_or((key.trim(), ""));
                Ok::<_, String>((line, key, argument.trim(), phrases))
            })
        };
        for line in lines() {
            let (_, key, _, phrases) = line?;
            let folded = || phrases.iter().map(|phrase| fold(phrase)).collect::<Vec<_>>();
            match key {
                "decimal" => table.decimal = phrases.first().and_then(|sign| sign.chars().next()).unwrap_or('.'),
                "elision" => table.elision = true,
                "articles" => table.articles = true,
                "dual" => table.dual = true,
                "ones-first" => table.ones_first = true,
                "together" => table.together = folded().pop(),
                "ablative" => table.ablative = folded(),
                "proclitics" => table.proclitics = folded(),
                _ => {}
            }
        }
        for line in lines() {
            let (line, key, argument, phrases) = line?;
            if SETTINGS.contains(&key) {
                continue;
            }
            let meaning = meaning(key, argument).ok_or_else(|| format!("`{line}` is not understood"))?;
            for phrase in phrases {
                table
                    .add(phrase, meaning.clone())
                    .ok_or_else(|| format!("`{phrase}` in `{line}` is too short for `*`"))?;
            }
        }
        Ok(table)
    }

    fn add(&mut self, phrase: &str, meaning: Meaning) -> Option<()> {
        let mut words: Vec<(String, bool)> = Vec::new();
        for token in tokens(phrase, self.elision) {
            match words.last_mut() {
                Some(last) if token.text == "*" && token.glued => last.1 = true,
                _ => words.push((token.text, false)),
            }
        }
        let (first, goes_on) = words.first()?;
        let position = self.phrases.len();
        if *goes_on {
            self.begun.entry(beginning(first)?.to_owned()).or_default().push(position);
        } else {
            self.whole.entry(first.clone()).or_default().push(position);
        }
        self.phrases.push(Phrase { words, meaning });
        Some(())
    }

    /// How many tokens the longest phrase at the beginning has, and all that it may say.
    pub(super) fn longest<'t>(&'t self, tokens: &[Token]) -> (usize, Vec<&'t Meaning>) {
        let Some(first) = tokens.first() else { return (0, Vec::new()) };
        let found = self.longest_from(&first.text, tokens);
        if found.0 > 0 {
            return found;
        }
        self.proclitics
            .iter()
            .filter_map(|proclitic| first.text.strip_prefix(proclitic.as_str()))
            .filter(|rest| rest.chars().count() > 1)
            .map(|rest| self.longest_from(rest, tokens))
            .find(|(length, _)| *length > 0)
            .unwrap_or_default()
    }

    fn longest_from<'t>(&'t self, first: &str, tokens: &[Token]) -> (usize, Vec<&'t Meaning>) {
        let whole = self.whole.get(first);
        let begun = beginning(first).and_then(|beginning| self.begun.get(beginning));
        let mut longest = (0, Vec::new());
        for phrase in whole.into_iter().chain(begun).flatten().filter_map(|position| self.phrases.get(*position)) {
            let fits = tokens.len() >= phrase.words.len()
                && phrase.words.iter().zip(tokens).enumerate().all(|(at, ((word, goes_on), token))| {
                    let here = if at == 0 { first } else { token.text.as_str() };
                    fits(here, word, *goes_on) || at > 0 && self.fits_without_proclitic(here, word, *goes_on)
                });
            if fits && phrase.words.len() > longest.0 {
                longest = (phrase.words.len(), vec![&phrase.meaning]);
            } else if fits && phrase.words.len() == longest.0 {
                longest.1.push(&phrase.meaning);
            }
        }
        longest
    }

    fn fits_without_proclitic(&self, here: &str, word: &str, goes_on: bool) -> bool {
        self.proclitics
            .iter()
            .any(|proclitic| here.strip_prefix(proclitic.as_str()).is_some_and(|rest| fits(rest, word, goes_on)))
    }

    /// A number whose words are written together: "einundzwanzig".
    pub(super) fn number_written_together(&self, token: &Token) -> Option<Decimal> {
        let joint = self.together.as_deref()?;
        let number = |text: &str| {
            let (_, meanings) = self.longest_from(text, std::slice::from_ref(token));
            meanings.into_iter().find_map(|meaning| match meaning {
                Meaning::Number(number) | Meaning::Implied(number) => Some(*number),
                _ => None,
            })
        };
        token.text.match_indices(joint).find_map(|(at, _)| {
            let ones = number(&token.text[..at]).filter(|ones| *ones < Decimal::TEN)?;
            let tens = number(&token.text[at + joint.len()..]).filter(|tens| *tens >= Decimal::TEN)?;
            ones.checked_add(tens)
        })
    }

    /// Whether the table has a name for the currency.
    pub(super) fn names_currency(&self, code: &str) -> bool {
        self.phrases.iter().any(|phrase| match &phrase.meaning {
            Meaning::Currency(codes) => codes.iter().any(|known| known == code),
            _ => false,
        })
    }

    /// Whether the table has a phrase for the vague quantity.
    pub(super) fn names_vague(&self, word: VagueWord) -> bool {
        self.phrases.iter().any(|phrase| matches!(&phrase.meaning, Meaning::Vague(words) if words.contains(&word)))
    }
}

fn fits(here: &str, word: &str, goes_on: bool) -> bool {
    here == word || goes_on && here.strip_prefix(word).is_some_and(|ending| ending.chars().count() <= LONGEST_ENDING)
}

fn beginning(word: &str) -> Option<&str> {
    let end = word.char_indices().map(|(at, c)| at + c.len_utf8()).nth(BEGINNING - 1)?;
    word.get(..end)
}
