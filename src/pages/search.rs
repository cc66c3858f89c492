//! The search page, and the pages of the list from A to Z that stands there for whoever has no JavaScript.
//!
//! What is found, and how, is [`search`](crate::search)'s; here are the names that can be chosen as filters, and the list.

use serde::Serialize;

use super::a_to_z::{List, Part, Thing};
use super::address::{self, Here};
use super::edition::Edition;
use super::parts::Named;
use crate::model::EntityRef;

/// Where the search page is, from the site's root.
pub const ADDRESS: &str = "search/";
/// As many sources or entities can be chosen from; a page about any other leads to a search within it all the same.
const CHOICES: usize = 1000;

/// What the search page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SearchView {
    /// The sources to choose from, by name.
    pub sources: Vec<Choice>,
    /// The entities to choose from, by name.
    pub entities: Vec<Choice>,
    /// Everything from A to Z.
    pub lists: Vec<ListView>,
}

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// All things of a kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ListView {
    /// `events`, `questions`, `entities` or `sources`.
    pub kind: &'static str,
    /// How many there are.
    pub count: usize,
    /// The letters, in order.
    pub letters: Vec<LetterLine>,
}

/// A letter of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LetterLine {
    /// The letter, for a heading.
    pub name: String,
    /// How many names begin with it.
    pub count: usize,
    /// Its page, where the list is too long for the search page.
    pub href: Option<String>,
    /// Whether this is its page.
    pub current: bool,
    /// The things, where it has none.
    pub things: Vec<Named>,
}

/// What the page of a letter shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LetterView {
    /// See [`ListView::kind`].
    pub kind: &'static str,
    /// The letter, for a heading.
    pub letter: String,
    /// All letters of the list.
    pub letters: Vec<LetterLine>,
    /// The things.
    pub things: Vec<Named>,
}

/// The view of the search page.
pub fn view(edition: &Edition<'_>, here: &Here) -> SearchView {
    let corpus = edition.corpus;
    let a_to_z = edition.a_to_z();
    let sources = a_to_z.lists.iter().filter(|list| list.kind == "sources").flat_map(|list| &list.things);
    let sources = sources.filter_map(|thing| match thing {
        Thing::Source(at) if !edition.articles_of(*at).is_empty() => Some(&corpus[*at]),
        _ => None,
    });
    let entities = a_to_z.lists.iter().filter(|list| list.kind == "entities").flat_map(|list| &list.things);
    let entities: Vec<EntityRef> = entities
        .filter_map(|thing| match thing {
            Thing::Entity(at) => Some(*at),
            _ => None,
        })
        .collect();
    let mentions =
        |at: EntityRef| edition.events_of(at).len() + edition.claims_by(at).len() + edition.claims_about(at).len();
    let mut counts: Vec<usize> = entities.iter().map(|&at| mentions(at)).collect();
    counts.sort_unstable_by(|a, b| b.cmp(a));
    let least = counts.get(CHOICES).map_or(1, |count| count + 1);
    let entities = entities.into_iter().filter(|&at| mentions(at) >= least).map(|at| &corpus[at]);
    SearchView {
        sources: sources
            .take(CHOICES)
            .map(|source| Choice { id: source.id.clone(), name: source.name.clone() })
            .collect(),
        entities: entities.map(|entity| Choice { id: entity.id.clone(), name: entity.name.clone() }).collect(),
        lists: a_to_z
            .lists
            .iter()
            .map(|list| ListView {
                kind: list.kind,
                count: list.things.len(),
                letters: letters(edition, here, list, None),
            })
            .collect(),
    }
}

/// The view of the page of a letter, by its position among all that have one.
pub fn letter(edition: &Edition<'_>, here: &Here, position: usize) -> LetterView {
    let a_to_z = edition.a_to_z();
    let mut before = 0;
    for list in a_to_z.lists.iter().filter(|list| list.is_split) {
        if let Some(part) = list.parts.get(position - before) {
            return LetterView {
                kind: list.kind,
                letter: part.name(),
                letters: letters(edition, here, list, Some(part)),
                things: things(edition, here, list, part),
            };
        }
        before += list.parts.len();
    }
    LetterView { kind: "events", letter: String::new(), letters: Vec::new(), things: Vec::new() }
}

fn letters(edition: &Edition<'_>, here: &Here, list: &List, current: Option<&Part>) -> Vec<LetterLine> {
    let line = |part: &Part| LetterLine {
        name: part.name(),
        count: part.things.len(),
        href: list.is_split.then(|| here.to(part.address())),
        current: current.is_some_and(|current| std::ptr::eq(current, part)),
        things: if list.is_split { Vec::new() } else { things(edition, here, list, part) },
    };
    list.parts.iter().map(line).collect()
}

fn things(edition: &Edition<'_>, here: &Here, list: &List, part: &Part) -> Vec<Named> {
    let corpus = edition.corpus;
    let named = |thing: &Thing| match *thing {
        Thing::Event(at) => Named::link(corpus.event_title(at), here.to(address::event(&corpus[at]))),
        Thing::Question(at) => Named::link(&corpus[at].question, here.to(address::question(&corpus[at]))),
        Thing::Entity(at) => edition.entity_name(here, at),
        Thing::Source(at) => edition.source_name(here, at),
    };
    list.things.get(part.things.clone()).unwrap_or_default().iter().map(named).collect()
}
