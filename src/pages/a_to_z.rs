//! Everything that has a name, from A to Z: events, questions, people and places, sources.
//!
//! A small site has it all on the search page. Where there is more, a long list is cut into a page for each letter, and a
//! letter with very many names into several, so that no page grows with the collection.

use std::ops::Range;

use super::edition::Edition;
use super::search;
use crate::i18n::{Collation, SortKey};
use crate::model::{EntityRef, EventRef, QuestionRef, SourceRef};

/// As many names are on one page.
const ON_ONE_PAGE: usize = 400;
/// Where there are more, a list of so many is still on the search page.
const SHORT: usize = 100;
/// No part of a letter has more.
const LONGEST_PART: usize = 1000;

/// The lists.
pub struct AToZ {
    /// One for each kind that has any.
    pub lists: Vec<List>,
}

/// All things of a kind.
pub struct List {
    /// The kind, which is also the name of its folder.
    pub kind: &'static str,
    /// The things, sorted by their names.
    pub things: Vec<Thing>,
    /// Its letters, or parts of them.
    pub parts: Vec<Part>,
    /// Whether each part has a page of its own.
    pub is_split: bool,
}

/// Something with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    Event(EventRef),
    Question(QuestionRef),
    Entity(EntityRef),
    Source(SourceRef),
}

/// The things whose names begin with one letter; of very many, a part of them.
pub struct Part {
    /// The letter.
    pub letter: String,
    /// Which part of the letter it is, from 1.
    pub number: usize,
    /// The things, by their positions in the list.
    pub things: Range<usize>,
    kind: &'static str,
}

impl AToZ {
    /// Sorts all names.
    pub(super) fn of(edition: &Edition<'_>) -> Self {
        let corpus = edition.corpus;
        let events = edition.timeline().iter().map(|&at| (corpus.event_title(at), Thing::Event(at)));
        let questions = (0..corpus.questions.len()).map(QuestionRef);
        let questions = questions.map(|at| (corpus[at].question.as_str(), Thing::Question(at)));
        let entities = edition.entities().map(|at| (corpus[at].name.as_str(), Thing::Entity(at)));
        let sources = (0..corpus.sources.len()).map(SourceRef);
        let sources = sources.map(|at| (corpus[at].name.as_str(), Thing::Source(at)));
        let collation = Collation::of(&corpus.site.language);
        let mut lists = vec![
            List::of("events", collation, events),
            List::of("questions", collation, questions),
            List::of("entities", collation, entities),
            List::of("sources", collation, sources),
        ];
        lists.retain(|list| !list.things.is_empty());
        let all: usize = lists.iter().map(|list| list.things.len()).sum();
        for list in &mut lists {
            list.is_split = all > ON_ONE_PAGE && list.things.len() > SHORT;
        }
        Self { lists }
    }

    /// The parts that have pages of their own.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        self.lists.iter().filter(|list| list.is_split).flat_map(|list| &list.parts)
    }
}

impl List {
    fn of<'n>(kind: &'static str, collation: Collation, named: impl Iterator<Item = (&'n str, Thing)>) -> Self {
        let mut named: Vec<(SortKey, Thing)> = named.map(|(name, thing)| (collation.key(name), thing)).collect();
        named.sort();
        let mut parts: Vec<Part> = Vec::new();
        for (at, (key, _)) in named.iter().enumerate() {
            let letter = collation.letter(key);
            match parts.last_mut().filter(|part| part.letter == letter) {
                Some(part) if part.things.len() < LONGEST_PART => part.things.end = at + 1,
                last => {
                    let number = last.map_or(1, |part| part.number + 1);
                    parts.push(Part { letter, number, things: at..at + 1, kind });
                }
            }
        }
        Self { kind, things: named.into_iter().map(|(_, thing)| thing).collect(), parts, is_split: false }
    }
}

impl Part {
    /// The address of its page.
    pub fn address(&self) -> String {
        let part = if self.number > 1 { format!("-{}", self.number) } else { String::new() };
        format!("{}{}/{}{part}/", search::ADDRESS, self.kind, slug(&self.letter))
    }

    /// Its letter, with the number of the part where there are several.
    pub fn name(&self) -> String {
        if self.number > 1 { format!("{} {}", self.letter, self.number) } else { self.letter.clone() }
    }
}

/// A letter as part of an address: ASCII is the same in every file system.
fn slug(letter: &str) -> String {
    match letter {
        "0–9" => "0-9".to_owned(),
        "…" => "other".to_owned(),
        _ if letter.bytes().all(|byte| byte.is_ascii_alphanumeric()) => letter.to_ascii_lowercase(),
        _ => letter.chars().map(|c| format!("u{:04x}", u32::from(c))).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(names: &[String]) -> List {
        let named = names.iter().enumerate().map(|(at, name)| (name.as_str(), Thing::Event(EventRef(at))));
        List::of("events", Collation::of("uk"), named)
    }

    #[test]
    fn letters_follow_the_alphabet_and_long_ones_are_cut() {
        let mut names: Vec<String> = ["Яна", "Ґанок", "Гора", "Їжак", "2 дні"].map(str::to_owned).to_vec();
        names.extend((0..1500).map(|number| format!("Дім {number:04}")));
        let list = list(&names);
        let parts: Vec<(String, usize)> = list.parts.iter().map(|part| (part.name(), part.things.len())).collect();
        let expected = [("0–9", 1), ("Г", 1), ("Ґ", 1), ("Д", 1000), ("Д 2", 500), ("Ї", 1), ("Я", 1)];
        assert_eq!(parts, expected.map(|(name, count)| (name.to_owned(), count)));
        assert_eq!(list.things[2], Thing::Event(EventRef(1)));
    }

    #[test]
    fn addresses_are_ascii() {
        let addresses: Vec<String> =
            list(&["Яна".into(), "Bob".into(), "7".into(), "—".into()]).parts.iter().map(Part::address).collect();
        assert_eq!(
            addresses,
            ["search/events/other/", "search/events/0-9/", "search/events/u042f/", "search/events/b/"]
        );
    }
}
