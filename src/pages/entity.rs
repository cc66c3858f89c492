//! The page of a person, an organization, a state or a place: what happened around it, what it is said to have said, and
//! what is said of it.

use serde::Serialize;

use super::address::{self, Here};
use super::edition::Edition;
use super::parts::{ArticleLink, Named, Says};
use super::question::named;
use super::split::{Numbered, Pager, share};
use super::timeline::{self, Item};
use crate::model::{ClaimRef, Class, EntityKind, EntityRef};

/// How many events, and how many claims of either list, stand on a page.
const SHOWN: usize = 200;

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EntityView {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: Option<&'static str>,
    /// How articles write it besides.
    pub spellings: Vec<String>,
    /// What it lies in, from near to far.
    pub within: Vec<Named>,
    /// Degrees north and east.
    pub location: Option<[String; 2]>,
    /// The events that name it.
    pub events: Vec<Item>,
    /// What it is said to have said.
    pub by: Vec<Statement>,
    /// Claims whose answer it is.
    pub about: Vec<Statement>,
    /// The editor's words, Markdown.
    pub body: String,
    /// The other pages of the lists.
    pub pager: Option<Pager>,
}

/// A claim in a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Statement {
    /// The question.
    pub question: Named,
    /// The answer.
    pub value: Named,
    /// Where it is explained.
    pub href: String,
    /// The article that gives it.
    pub article: ArticleLink,
    /// Who says it.
    pub says: Says,
    /// The class of the gravest finding about it.
    pub class: Option<&'static str>,
}

/// The pages of an entity.
pub fn pages(edition: &Edition<'_>, at: EntityRef) -> Numbered {
    let counts = [edition.events_of(at).len(), edition.claims_by(at).len(), edition.claims_about(at).len()];
    Numbered::several(&address::entity(&edition.corpus[at]), &counts.map(|count| (count, SHOWN)), |_| false)
}

/// The view of an entity's page.
pub fn view(edition: &Edition<'_>, here: &Here, at: EntityRef, page: usize) -> EntityView {
    let entity = &edition.corpus[at];
    let events = share(edition.events_of(at), SHOWN, page);
    let statements =
        |claims: &[ClaimRef]| share(claims, SHOWN, page).iter().map(|&claim| statement(edition, here, claim)).collect();
    let mut within = Vec::new();
    let mut outer = entity.within;
    while let Some(place) = outer.filter(|_| within.len() < 8) {
        within.push(edition.entity_name(here, place));
        outer = edition.corpus[place].within;
    }
    EntityView {
        name: entity.name.clone(),
        kind: entity.kind.map(EntityKind::name),
        spellings: entity.spellings.clone(),
        within,
        location: entity.location.map(|point| [point.latitude.to_string(), point.longitude.to_string()]),
        events: events.iter().map(|&event| timeline::item(edition, here, event)).collect(),
        by: statements(edition.claims_by(at)),
        about: statements(edition.claims_about(at)),
        body: if page == 0 { entity.body.clone() } else { String::new() },
        pager: pages(edition, at).pager(here, page),
    }
}

fn statement(edition: &Edition<'_>, here: &Here, at: ClaimRef) -> Statement {
    let claim = &edition.corpus[at];
    Statement {
        question: named(edition, here, claim.question),
        value: edition.value(here, claim),
        href: here.to(address::claim(claim)),
        article: edition.article_link(here, claim.article),
        says: edition.says(here, claim.article, &claim.id, &claim.attribution),
        class: edition.gravest_class(at).map(Class::name),
    }
}
