//! Counts the words of documents: which document has which word, and how much it means there.
//!
//! A tally takes documents in order; runs of them are counted side by side and put together afterwards
//! ([`merge`](super::merge)). How much a word means is a level from 1 to 5: words of a title mean more than those of a
//! quote, and those more than words of a text, where a word that comes up often in a short text means more than one that
//! comes up once in a long one.
//!
//! What is counted are forms: a word together with what it is a form of in the language of its text. So a tally says of
//! each document by itself what it has, and a document can be taken out of it again.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use serde::{Deserialize, Serialize};

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
/// How many bits a level takes.
const LEVEL_BITS: u32 = 3;

/// A word, a tab, and its language and key where it is a form of something: `києва\tuk:киів`. Words have no tab, and no
/// character that comes before it: the order of forms is that of their words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Form(String);

impl Form {
    /// The word.
    pub(super) fn word(&self) -> &str {
        self.0.split_once('\t').map_or(&self.0, |(word, _)| word)
    }

    /// What it is a form of.
    pub(super) fn key(&self) -> Option<&str> {
        self.0.split_once('\t').map(|(_, key)| key).filter(|key| !key.is_empty())
    }

    /// All of it.
    pub(super) fn text(&self) -> &str {
        &self.0
    }
}

/// The forms of some documents.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Tally {
    forms: Vec<Form>,
    /// For each form, where its part of the postings ends.
    ends: Vec<usize>,
    #[serde(skip)]
    postings: Vec<u8>,
}

impl Tally {
    /// The forms.
    pub(super) fn forms(&self) -> &[Form] {
        &self.forms
    }

    /// The documents that have a form, in order, each with its level.
    pub(super) fn postings(&self, form: usize) -> impl Iterator<Item = (u32, u8)> {
        let start = form.checked_sub(1).map_or(0, |before| self.ends[before]);
        let mut bytes = self.postings[start..self.ends[form]].iter();
        let mut number = 0_u32;
        std::iter::from_fn(move || {
            let mut value = 0_u64;
            for (place, byte) in (&mut bytes).enumerate() {
                value |= u64::from(byte & 127) << (7 * place);
                if *byte < 128 {
                    number += (value >> LEVEL_BITS) as u32;
                    return Some((number, (value & ((1 << LEVEL_BITS) - 1)) as u8));
                }
            }
            None
        })
    }

    /// Adds a form with the documents that have it, in order.
    pub(super) fn push(&mut self, form: Form, postings: impl Iterator<Item = (u32, u8)>) {
        let mut before = 0;
        for (number, level) in postings {
            let mut value = u64::from(number - before) << LEVEL_BITS | u64::from(level);
            while value > 127 {
                self.postings.push(value as u8 | 128);
                value >>= 7;
            }
            self.postings.push(value as u8);
            before = number;
        }
        self.forms.push(form);
        self.ends.push(self.postings.len());
    }

    /// Adds all of another, whose forms come after.
    pub(super) fn append(&mut self, mut other: Self) {
        let start = self.postings.len();
        self.forms.append(&mut other.forms);
        self.ends.extend(other.ends.iter().map(|end| start + end));
        self.postings.append(&mut other.postings);
    }

    /// The postings, which are by far the most of it, as they are written to a cache; they are not serialized with the rest.
    pub(super) fn packed(&self) -> &[u8] {
        &self.postings
    }

    /// Puts them back; `None` where they are not those.
    pub(super) fn with_packed(self, postings: Vec<u8>) -> Option<Self> {
        let is_whole = self.ends.len() == self.forms.len()
            && self.ends.is_sorted()
            && self.ends.last().copied().unwrap_or_default() == postings.len();
        is_whole.then_some(Self { postings, ..self })
    }
}

/// Counts.
#[derive(Default)]
pub(super) struct Counter {
    languages: HashMap<String, Lexicon, RandomState>,
    positions: HashMap<String, u32, RandomState>,
    forms: Vec<Form>,
    /// What was found: a form, and a document's number with the level in the lowest bits.
    found: Vec<(u32, u32)>,
    /// Of the document being counted, for each form how often its text has it, and its level elsewhere.
    counts: Vec<(u32, u8)>,
    /// The forms that the document has.
    touched: Vec<u32>,
    /// How many words its text has.
    length: u32,
    places: Vec<Place>,
    /// The form that is looked up.
    wanted: String,
}

/// The words of a language as they are written, each with the forms that it is found by.
struct Lexicon {
    name: String,
    forms: Forms,
    short: HashMap<Short, Known, RandomState>,
    long: HashMap<Box<str>, Known, RandomState>,
}

/// A word of at most 16 bytes, in place: most are, and looking up a word is most of what counting does.
type Short = (u64, u64);

/// The forms that a word as written is found by: nearly always one.
enum Known {
    One(u32),
    Many(Box<[u32]>),
}

impl Lexicon {
    fn of(language: &str) -> Self {
        let forms = Forms::of(language);
        Self { name: language.to_owned(), forms, short: HashMap::default(), long: HashMap::default() }
    }

    fn get(&self, text: &str, place: Place) -> Option<&Known> {
        match short(text, place) {
            Some(word) => self.short.get(&word),
            None => self.long.get(&text[place.start..place.end]),
        }
    }

    fn insert(&mut self, text: &str, place: Place, known: Known) {
        match short(text, place) {
            Some(word) => self.short.insert(word, known),
            None => self.long.insert(text[place.start..place.end].into(), known),
        };
    }
}

fn short(text: &str, place: Place) -> Option<Short> {
    let length = place.end - place.start;
    let bytes = text.as_bytes();
    let word = match bytes.get(place.start..place.start + 16).and_then(|bytes| bytes.first_chunk()) {
        _ if length > 16 || length == 0 => return None,
        Some(bytes) => u128::from_le_bytes(*bytes) & (u128::MAX >> (128 - 8 * length)),
        None => {
            let mut padded = [0; 16];
            padded[..length].copy_from_slice(&bytes[place.start..place.end]);
            u128::from_le_bytes(padded)
        }
    };
    Some((word as u64, (word >> 64) as u64))
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
            Field::Quote => QUOTE,
        };
        if field == Field::Body {
            self.length += places.len() as u32;
        }
        self.text(text, &places, language, level);
        self.places = places;
    }

    /// Ends the document with this number, which is greater than all before.
    pub(super) fn end(&mut self, number: u32) {
        for form in self.touched.drain(..) {
            let (count, level) = std::mem::take(&mut self.counts[form as usize]);
            let level = level.max(level_of(count, self.length));
            self.found.push((form, number << LEVEL_BITS | u32::from(level)));
        }
        self.length = 0;
    }

    /// All that was counted; the forms are in no order.
    pub(super) fn finish(self) -> Tally {
        let mut starts = vec![0_usize; self.forms.len() + 1];
        for (form, _) in &self.found {
            starts[*form as usize + 1] += 1;
        }
        for form in 1..starts.len() {
            starts[form] += starts[form - 1];
        }
        let mut next = starts.clone();
        let mut sorted = vec![0; self.found.len()];
        for (form, posting) in self.found {
            let at = &mut next[form as usize];
            sorted[*at] = posting;
            *at += 1;
        }
        let mut tally = Tally::default();
        for (form, bounds) in self.forms.into_iter().zip(starts.windows(2)) {
            let of_form = sorted[bounds[0]..bounds[1]].iter();
            tally.push(form, of_form.map(|it| (it >> LEVEL_BITS, (it & ((1 << LEVEL_BITS) - 1)) as u8)));
        }
        tally
    }

    fn text(&mut self, text: &str, places: &[Place], language: &str, level: u8) {
        let language = language.split(['-', '_']).next().unwrap_or_default();
        let mut lexicon = match self.languages.remove(language) {
            Some(lexicon) => lexicon,
            None => Lexicon::of(language),
        };
        let mut has_digits = false;
        for place in places {
            let written = &text[place.start..place.end];
            has_digits |= written.starts_with(|c: char| c.is_numeric());
            match lexicon.get(text, *place) {
                Some(Known::One(form)) => self.add(*form, level),
                Some(Known::Many(forms)) => forms.iter().for_each(|form| self.add(*form, level)),
                None => {
                    let forms = self.learn(written, &lexicon);
                    forms.iter().for_each(|form| self.add(*form, level));
                    let known = if let [only] = forms[..] { Known::One(only) } else { Known::Many(forms.into()) };
                    lexicon.insert(text, *place, known);
                }
            }
        }
        if has_digits {
            figures(text, places, |figure| {
                let form = self.position(figure, "");
                self.add(form, level);
            });
        }
        self.languages.insert(lexicon.name.clone(), lexicon);
    }

    fn learn(&mut self, written: &str, lexicon: &Lexicon) -> Vec<u32> {
        let words = words(written);
        let key = if words.len() == 1 { lexicon.forms.key(written) } else { None };
        let key = key.map(|key| format!("{}:{key}", lexicon.name)).unwrap_or_default();
        words.iter().map(|word| self.position(word, &key)).collect()
    }

    fn position(&mut self, word: &str, key: &str) -> u32 {
        self.wanted.clear();
        self.wanted.extend([word, "\t", key]);
        if let Some(position) = self.positions.get(&self.wanted) {
            return *position;
        }
        let position = self.forms.len() as u32;
        self.positions.insert(self.wanted.clone(), position);
        self.forms.push(Form(self.wanted.clone()));
        self.counts.push((0, 0));
        position
    }

    fn add(&mut self, form: u32, level: u8) {
        let (count, best) = &mut self.counts[form as usize];
        if *count == 0 && *best == 0 {
            self.touched.push(form);
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
        counter.field(Field::Quote, "$20 million for floods", "en");
        counter.end(1);
        counter.field(Field::Body, "Flood, flood.", "en");
        counter.end(300);
        counter.finish()
    }

    fn at(tally: &Tally, word: &str) -> usize {
        tally.forms().iter().position(|form| form.word() == word).unwrap()
    }

    fn postings(tally: &Tally, word: &str) -> Vec<(u32, u8)> {
        tally.postings(at(tally, word)).collect()
    }

    #[test]
    fn titles_mean_more_than_quotes_and_quotes_more_than_text() {
        let tally = tally();
        assert_eq!(postings(&tally, "flood"), [(0, 5), (300, 2)]);
        assert_eq!(postings(&tally, "floods"), [(1, QUOTE)]);
        assert_eq!(postings(&tally, "came"), [(0, 1)]);
        let key = |word| tally.forms()[at(&tally, word)].key();
        assert!(key("flood").is_some() && key("flood") == key("floods"));
    }

    #[test]
    fn figures_are_words_too() {
        let tally = tally();
        for word in ["20", "$20", "20 million"] {
            assert_eq!(postings(&tally, word), [(1, QUOTE)], "{word}");
        }
    }
}
