//! Counts the words of documents: which document has which word, and how much it means there.
//!
//! A tally takes the documents of one run, in order; runs are counted side by side and put together afterwards. How much
//! a word means is a level from 1 to 5: words of a title mean more than those of a quote, and those more than words of a
//! text, where a word that comes up often in a short text means more than one that comes up once in a long one.

use std::collections::HashMap;

use super::cut::{Place, cut, figures, words};
use super::documents::Field;
use super::stem::Forms;

/// The levels: 0 is none.
pub(super) const LEVELS: usize = 5;
/// The level of a quote's words.
pub(super) const QUOTE: u8 = 3;
/// The level of a title's words; those of a short one are one higher.
pub(super) const TITLE: u8 = 4;
/// A title of as few words as this is the name of something.
const NAME: u32 = 4;
/// A text of this many words is neither short nor long.
const USUAL: f32 = 400.0;

/// The words of a run of documents, sorted.
pub(super) struct Tally {
    pub(super) words: Vec<Counted>,
}

/// A word with the documents that have it.
pub(super) struct Counted {
    pub(super) word: String,
    /// What it is a form of: language and key, `uk:київ`.
    pub(super) keys: Vec<String>,
    /// See [`Counted::postings`].
    packed: Vec<u8>,
}

impl Counted {
    /// The documents, by number from the run's first, each with its level.
    pub(super) fn postings(&self) -> impl Iterator<Item = (u32, u8)> {
        let mut bytes = self.packed.iter();
        let mut number = 0_u32;
        std::iter::from_fn(move || {
            let mut value = 0_u64;
            for (place, byte) in (&mut bytes).enumerate() {
                value |= u64::from(byte & 127) << (7 * place);
                if *byte < 128 {
                    number += (value >> 3) as u32;
                    return Some((number, (value & 7) as u8));
                }
            }
            None
        })
    }
}

/// Counts.
#[derive(Default)]
pub(super) struct Counter {
    languages: HashMap<String, Lexicon>,
    positions: HashMap<String, u32>,
    words: Vec<Counted>,
    /// For each word the last document that has it.
    last: Vec<u32>,
    /// Of the document being counted, for each word how often its text has it, and its level elsewhere.
    counts: Vec<(u32, u8)>,
    /// The words that the document has.
    touched: Vec<u32>,
    /// How many words its text has.
    length: u32,
    places: Vec<Place>,
}

/// The words of a language as they are written, each with the words that it is found by.
struct Lexicon {
    name: String,
    forms: Forms,
    known: HashMap<Box<str>, Box<[u32]>>,
}

impl Counter {
    /// Counts words of a document's.
    pub(super) fn field(&mut self, field: Field, text: &str, language: &str) {
        let mut places = std::mem::take(&mut self.places);
        places.clear();
        places.extend(cut(text));
        let level = match field {
            Field::Title if places.len() as u32 <= NAME => TITLE + 1,
            Field::Title => TITLE,
            Field::Body => 0,
            Field::Beside => 1,
        };
        if field == Field::Body {
            self.length += places.len() as u32;
        }
        self.text(text, &places, language, level);
        self.places = places;
    }

    /// Counts a quote, which is a document of its own.
    pub(super) fn quote(&mut self, text: &str, language: &str) {
        let places: Vec<Place> = cut(text).collect();
        self.text(text, &places, language, QUOTE);
    }

    /// Ends the document with this number, which is greater than all before.
    pub(super) fn end(&mut self, number: u32) {
        for word in std::mem::take(&mut self.touched) {
            let at = word as usize;
            let (count, level) = std::mem::take(&mut self.counts[at]);
            let level = level.max(level_of(count, self.length));
            let gap = number - std::mem::replace(&mut self.last[at], number);
            let mut value = u64::from(gap) << 3 | u64::from(level);
            let packed = &mut self.words[at].packed;
            while value > 127 {
                packed.push(value as u8 | 128);
                value >>= 7;
            }
            packed.push(value as u8);
        }
        self.length = 0;
    }

    /// All that was counted.
    pub(super) fn finish(mut self) -> Tally {
        self.words.sort_unstable_by(|a, b| a.word.cmp(&b.word));
        self.words.iter_mut().for_each(|word| word.packed.shrink_to_fit());
        Tally { words: self.words }
    }

    fn text(&mut self, text: &str, places: &[Place], language: &str, level: u8) {
        let language = language.split(['-', '_']).next().unwrap_or_default();
        let mut lexicon = match self.languages.remove(language) {
            Some(lexicon) => lexicon,
            None => Lexicon { name: language.to_owned(), forms: Forms::of(language), known: HashMap::new() },
        };
        let mut has_digits = false;
        for place in places {
            let written = &text[place.start..place.end];
            has_digits |= written.starts_with(|c: char| c.is_numeric());
            if let Some(known) = lexicon.known.get(written) {
                known.iter().for_each(|word| self.add(*word, level));
            } else {
                let found = self.learn(written, &lexicon);
                found.iter().for_each(|word| self.add(*word, level));
                lexicon.known.insert(written.into(), found);
            }
        }
        if has_digits {
            figures(text, places, |figure| {
                let word = self.position(figure);
                self.add(word, level);
            });
        }
        self.languages.insert(lexicon.name.clone(), lexicon);
    }

    fn learn(&mut self, written: &str, lexicon: &Lexicon) -> Box<[u32]> {
        let found: Box<[u32]> = words(written).into_iter().map(|word| self.position(word)).collect();
        if let [only] = *found
            && let Some(key) = lexicon.forms.key(written)
        {
            let key = format!("{}:{key}", lexicon.name);
            let keys = &mut self.words[only as usize].keys;
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        found
    }

    fn position(&mut self, word: String) -> u32 {
        if let Some(position) = self.positions.get(&word) {
            return *position;
        }
        let position = self.words.len() as u32;
        self.positions.insert(word.clone(), position);
        self.words.push(Counted { word, keys: Vec::new(), packed: Vec::new() });
        self.last.push(0);
        self.counts.push((0, 0));
        position
    }

    fn add(&mut self, word: u32, level: u8) {
        let (count, best) = &mut self.counts[word as usize];
        if *count == 0 && *best == 0 {
            self.touched.push(word);
        }
        match level {
            0 => *count += 1,
            _ => *best = level.max(*best),
        }
    }
}

/// The level of a word that a text of so many words has so many times: Okapi BM25 in two steps.
fn level_of(count: u32, length: u32) -> u8 {
    let count = count as f32;
    let weight = count * 2.2 / (count + 1.2 * (0.25 + 0.75 * length as f32 / USUAL));
    match count {
        0.0 => 0,
        _ if weight < 1.3 => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally() -> Tally {
        let mut counter = Counter::default();
        counter.field(Field::Title, "Flood", "en");
        counter.field(Field::Body, &format!("A flood came. {}", "Other words. ".repeat(300)), "en");
        counter.end(0);
        counter.quote("$20 million for floods", "en");
        counter.end(1);
        counter.field(Field::Body, "Flood, flood.", "en");
        counter.end(300);
        counter.finish()
    }

    fn of<'t>(tally: &'t Tally, word: &str) -> &'t Counted {
        tally.words.iter().find(|counted| counted.word == word).unwrap()
    }

    #[test]
    fn titles_mean_more_than_quotes_and_quotes_more_than_text() {
        let tally = tally();
        assert_eq!(of(&tally, "flood").postings().collect::<Vec<_>>(), [(0, 5), (300, 2)]);
        assert_eq!(of(&tally, "floods").postings().collect::<Vec<_>>(), [(1, QUOTE)]);
        assert_eq!(of(&tally, "came").postings().collect::<Vec<_>>(), [(0, 1)]);
        assert_eq!(of(&tally, "flood").keys, of(&tally, "floods").keys);
    }

    #[test]
    fn figures_are_words_too() {
        let tally = tally();
        for word in ["20", "$20", "20 million"] {
            assert_eq!(of(&tally, word).postings().collect::<Vec<_>>(), [(1, QUOTE)], "{word}");
        }
    }
}
