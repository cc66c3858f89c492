//! The lists of everything: articles, sources, people and places.

use serde::Serialize;

use super::address::{self, Here};
use super::edition::Edition;
use super::parts::{ArticleLink, Named};
use crate::model::{ArticleRef, Class, EntityKind, EntityRef, SourceKind};

/// The list of articles, the latest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ArticlesView {
    /// The articles of each year; those without a date at the end.
    pub years: Vec<Year>,
    /// How many there are.
    pub count: usize,
}

/// The articles of a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Year {
    /// The year in words; absent for those without a date.
    pub name: Option<String>,
    /// The articles.
    pub articles: Vec<ArticleLine>,
}

/// An article in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ArticleLine {
    /// The article.
    pub article: ArticleLink,
    /// How many claims it makes.
    pub claims: usize,
    /// How many accounts of events it gives.
    pub accounts: usize,
    /// The class of the gravest finding about it.
    pub class: Option<&'static str>,
}

/// The list of sources.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourcesView {
    /// The sources, those with the most articles first.
    pub sources: Vec<SourceLine>,
    /// The articles whose source is not known.
    pub unidentified: Vec<ArticleLine>,
}

/// A source in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourceLine {
    /// Its name and page.
    pub source: Named,
    /// What it is.
    pub kind: Option<&'static str>,
    /// The state it is of.
    pub country: Option<Named>,
    /// How many articles it has here.
    pub articles: usize,
    /// How many claims they make.
    pub claims: usize,
}

/// The list of entities.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EntitiesView {
    /// The entities of each kind.
    pub kinds: Vec<KindOfEntities>,
}

/// The entities of a kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KindOfEntities {
    /// The kind, by its name in the format; absent for those without.
    pub kind: Option<&'static str>,
    /// The entities, by name.
    pub entities: Vec<EntityLine>,
}

/// An entity in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EntityLine {
    /// Its name and page.
    pub entity: Named,
    /// How many events name it.
    pub events: usize,
    /// How many claims are by or about it.
    pub claims: usize,
}

/// The view of the list of articles.
pub fn articles(edition: &Edition<'_>, here: &Here) -> ArticlesView {
    let date = |at: &ArticleRef| edition.corpus[*at].published.as_ref();
    let mut all: Vec<ArticleRef> = edition.articles().collect();
    all.sort_by_cached_key(|at| std::cmp::Reverse(date(at).map(crate::model::Date::sort_key)));
    let mut years: Vec<Year> = Vec::new();
    for at in &all {
        let name = date(at).and_then(crate::model::Date::year).map(|year| edition.language.year(year));
        let line = article_line(edition, here, *at);
        match years.last_mut().filter(|year| year.name == name) {
            Some(year) => year.articles.push(line),
            None => years.push(Year { name, articles: vec![line] }),
        }
    }
    ArticlesView { years, count: all.len() }
}

/// An article in a list.
pub fn article_line(edition: &Edition<'_>, here: &Here, at: ArticleRef) -> ArticleLine {
    let article = &edition.corpus[at];
    let found = edition.gravest_of_article(at).filter(|class| *class != Class::Agree);
    ArticleLine {
        article: edition.article_link(here, at),
        claims: article.claims.len(),
        accounts: article.accounts.len(),
        class: found.map(Class::name),
    }
}

/// The view of the list of sources.
pub fn sources(edition: &Edition<'_>, here: &Here) -> SourcesView {
    let mut sources: Vec<SourceLine> = edition
        .sources()
        .map(|at| {
            let source = &edition.corpus[at];
            let articles = edition.articles_of(at);
            SourceLine {
                source: edition.source_name(here, at),
                kind: source.kind.map(SourceKind::name),
                country: edition.country(here, source),
                articles: articles.len(),
                claims: articles.iter().map(|&article| edition.corpus[article].claims.len()).sum(),
            }
        })
        .collect();
    sources.sort_by(|a, b| b.articles.cmp(&a.articles).then_with(|| a.source.name.cmp(&b.source.name)));
    let unidentified = edition.articles().filter(|&at| edition.corpus[at].source.is_none());
    SourcesView { sources, unidentified: unidentified.map(|at| article_line(edition, here, at)).collect() }
}

/// The view of the list of entities.
pub fn entities(edition: &Edition<'_>, here: &Here) -> EntitiesView {
    let kinds = [EntityKind::Person, EntityKind::Organization, EntityKind::State, EntityKind::Place];
    let kinds = kinds.into_iter().map(Some).chain([None]).map(|kind| {
        let all = edition.entities().filter(|&at| edition.corpus[at].kind == kind);
        let mut entities: Vec<EntityLine> = all.map(|at| entity_line(edition, here, at)).collect();
        entities.sort_by(|a, b| a.entity.name.cmp(&b.entity.name));
        KindOfEntities { kind: kind.map(EntityKind::name), entities }
    });
    EntitiesView { kinds: kinds.filter(|kind| !kind.entities.is_empty()).collect() }
}

fn entity_line(edition: &Edition<'_>, here: &Here, at: EntityRef) -> EntityLine {
    let entity = &edition.corpus[at];
    EntityLine {
        entity: Named::link(&entity.name, here.to(address::entity(entity))),
        events: edition.events_of(at).len(),
        claims: edition.claims_by(at).len() + edition.claims_about(at).len(),
    }
}
