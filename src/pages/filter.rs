//! What a reader can narrow a list down to: sources, entities, kinds, classes of verdict, dates.
//!
//! The list is complete without a script. With one, each entry says by small numbers which of the page's choices it
//! belongs to, so that a list of hundreds stays small; the choices carry the ids that stand in a shared address.
//! Private entities are no choice.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::edition::Edition;
use crate::model::{
    AccountRef, Article, Attribution, ClaimRef, Class, Date, EntityRef, EventRef, Mention, Party, SourceRef, Value,
    Via, Window,
};

/// What stands in an address for sources that are not known: no id can be this.
const UNIDENTIFIED: &str = "_";

/// What the entries of a page can be narrowed down to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Filter {
    /// Publishers.
    pub sources: Vec<Choice>,
    /// People, organizations, states, places.
    pub entities: Vec<Choice>,
    /// Kinds of event, or of question.
    pub kinds: Vec<Choice>,
    /// Classes of verdict.
    pub classes: Vec<Choice>,
    /// How many entries the page has.
    pub count: usize,
}

/// One choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// What stands for it in an address.
    pub id: String,
    /// For people.
    pub name: String,
}

/// Which of the page's choices an entry belongs to, by their positions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Facets {
    /// Of [`Filter::sources`].
    pub sources: Vec<usize>,
    /// Of [`Filter::entities`].
    pub entities: Vec<usize>,
    /// Of [`Filter::kinds`].
    pub kinds: Vec<usize>,
    /// Of [`Filter::classes`].
    pub classes: Vec<usize>,
    /// The first and the last day, `2024-05-02/2024-05-04`; nothing stands for an end that is open. Absent: no date.
    pub dates: Option<String>,
}

/// Collects a page's choices while its entries are made.
#[derive(Default)]
pub struct Choices {
    filter: Filter,
    places: [HashMap<String, usize>; 4],
}

/// What of an entry choices are made from, before they have their numbers.
#[derive(Default)]
pub struct Entry {
    /// Each once: a question may have a hundred answers of few sources.
    sources: Vec<Option<SourceRef>>,
    entities: Vec<EntityRef>,
    kinds: Vec<Choice>,
    class: Option<Class>,
    days: Option<Window>,
}

impl Choices {
    /// An entry of the page.
    pub fn add(&mut self, edition: &Edition<'_>, mut entry: Entry) -> Facets {
        self.filter.count += 1;
        entry.entities.sort_unstable();
        entry.entities.dedup();
        let entities = entry.entities.iter().map(|&at| &edition.corpus[at]).filter(|entity| !entity.private);
        let entities = entities.map(|entity| Choice { id: entity.id.clone(), name: entity.name.clone() }).collect();
        let of_source = |source: &Option<SourceRef>| match source.map(|at| &edition.corpus[at]) {
            Some(source) => Choice { id: source.id.clone(), name: source.name.clone() },
            None => {
                let name = edition.language.text("source-unidentified", &[]);
                Choice { id: UNIDENTIFIED.to_owned(), name }
            }
        };
        let class = entry.class.map(|class| {
            let name = class.name();
            Choice { id: name.to_owned(), name: edition.language.text(&format!("class-{name}"), &[]) }
        });
        let [sources, others, kinds, classes] = &mut self.places;
        Facets {
            sources: numbers(&mut self.filter.sources, sources, entry.sources.iter().map(of_source).collect()),
            entities: numbers(&mut self.filter.entities, others, entities),
            kinds: numbers(&mut self.filter.kinds, kinds, entry.kinds),
            classes: numbers(&mut self.filter.classes, classes, class.into_iter().collect()),
            dates: entry.days.map(|days| format!("{}/{}", iso(days.start), iso(days.end))),
        }
    }

    /// All of them, once every entry is there.
    pub fn filter(self) -> Filter {
        self.filter
    }
}

fn numbers(all: &mut Vec<Choice>, places: &mut HashMap<String, usize>, own: Vec<Choice>) -> Vec<usize> {
    let number = |choice: Choice| match places.get(&choice.id) {
        Some(&place) => place,
        None => {
            places.insert(choice.id.clone(), all.len());
            all.push(choice);
            all.len() - 1
        }
    };
    let mut numbers: Vec<usize> = own.into_iter().map(number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// A day as a field for dates writes it; nothing where it cannot.
fn iso(day: Option<NaiveDate>) -> String {
    day.filter(|day| (0..=9999).contains(&day.year())).map(|day| day.to_string()).unwrap_or_default()
}

impl Entry {
    /// A finding's class.
    pub fn class(&mut self, class: Option<Class>) {
        self.class = class;
    }

    /// A kind of event, in somebody's own words.
    pub fn kind(&mut self, name: &str) {
        if self.kinds.iter().all(|kind| kind.id != name) {
            self.kinds.push(Choice { id: name.to_owned(), name: name.to_owned() });
        }
    }

    /// A kind that the interface has a name for.
    pub fn named_kind(&mut self, edition: &Edition<'_>, kind: &str) {
        let name = edition.language.text(&format!("kind-{kind}"), &[]);
        self.kinds.push(Choice { id: kind.to_owned(), name });
    }

    /// An event with all its accounts.
    pub fn event(&mut self, edition: &Edition<'_>, at: EventRef) {
        let event = &edition.corpus[at];
        self.mentions(event.who.iter().chain(&event.place));
        self.date(event.date.as_ref());
        for account in edition.accounts(event) {
            self.account(edition, account);
        }
    }

    /// An event among things that were compared: what kind of event it is does not matter there.
    pub fn compared_event(&mut self, edition: &Edition<'_>, at: EventRef) {
        self.event(edition, at);
        self.kinds.clear();
        self.named_kind(edition, "event");
    }

    /// A claim.
    pub fn claim(&mut self, edition: &Edition<'_>, at: ClaimRef) {
        let claim = &edition.corpus[at];
        self.source(&edition.corpus[claim.article]);
        self.attribution(&claim.attribution);
        if let Some(Value::Category(id)) = &claim.value
            && edition.corpus[claim.question].categories_are_entities
        {
            self.entities.extend(edition.entity(id));
        }
        self.date(edition.time(claim).map(|(_, date)| date));
        if let Some(Value::Date(date)) = &claim.value {
            self.date(Some(date));
        }
    }

    fn account(&mut self, edition: &Edition<'_>, at: AccountRef) {
        let account = &edition.corpus[at];
        self.source(&edition.corpus[account.article]);
        self.attribution(&account.attribution);
        self.mentions(account.who.iter().chain(&account.place));
        self.date(account.date.as_ref());
        if let Some(kind) = &account.kind {
            self.kind(kind);
        }
    }

    fn source(&mut self, article: &Article) {
        if !self.sources.contains(&article.source) {
            self.sources.push(article.source);
        }
    }

    fn attribution(&mut self, attribution: &Attribution) {
        if let Some(Party::Entity(entity)) = attribution.by {
            self.entities.push(entity);
        }
        if let Some(Via::Party(Party::Entity(entity))) = attribution.via {
            self.entities.push(entity);
        }
    }

    fn mentions<'a>(&mut self, mentions: impl Iterator<Item = &'a Mention>) {
        self.entities.extend(mentions.filter_map(|mention| mention.entity));
    }

    /// Takes a date in: an entry is of all days from its first to its last.
    fn date(&mut self, date: Option<&Date>) {
        let Some(own) = date.map(Date::stated) else { return };
        self.days = Some(match self.days {
            None => own,
            Some(days) => Window {
                start: days.start.zip(own.start).map(|(a, b)| a.min(b)),
                end: days.end.zip(own.end).map(|(a, b)| a.max(b)),
            },
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn choices_are_numbered_as_they_come() {
        let choice = |id: &str| Choice { id: id.to_owned(), name: id.to_uppercase() };
        let (mut all, mut places) = (Vec::new(), HashMap::new());
        assert_eq!(numbers(&mut all, &mut places, vec![choice("b"), choice("a"), choice("b")]), [0, 1]);
        assert_eq!(numbers(&mut all, &mut places, vec![choice("c"), choice("a")]), [1, 2]);
        assert_eq!(all.len(), 3);
    }

    #[test]
    fn an_entry_is_of_all_days_from_its_first_to_its_last() {
        let date = |text: &str| crate::read::date::parse(text).unwrap();
        let mut entry = Entry::default();
        entry.date(None);
        assert_eq!(entry.days, None);
        entry.date(Some(&date("2024-05")));
        entry.date(Some(&date("2024-06-03")));
        assert_eq!(entry.days, Some(Window::of(day("2024-05-01"), day("2024-06-03"))));
        entry.date(Some(&date("2024-05-20/..")));
        assert_eq!(entry.days.map(|days| days.end), Some(None));
    }

    #[test]
    fn a_day_that_a_field_cannot_write_is_left_open() {
        assert_eq!(iso(Some(day("0800-01-02"))), "0800-01-02");
        assert_eq!(iso(NaiveDate::from_ymd_opt(-300, 1, 1)), "");
    }
}
