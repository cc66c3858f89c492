//! The lists of everything: articles, sources, people and places.

use serde::Serialize;

use super::address::{self, Here};
use super::coverage::{Matrix, matrix};
use super::edition::Edition;
use super::parts::{ArticleLink, Named};
use super::split::{Pager, share};
use super::timeline::{YearLink, year_links};
use crate::model::{ArticleRef, Class, Date, EntityKind, EntityRef, SourceKind, SourceRef};

/// How many of the latest articles are shown above the years, where the list is cut by year.
const LATEST: usize = 20;

/// The list of articles, the latest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ArticlesView {
    /// The articles of each year; those without a date at the end.
    pub years: Vec<Year>,
    /// The pages of the years, where the list is cut.
    pub jump: Vec<YearLink>,
    /// The latest, where the page leads to the years.
    pub latest: Vec<ArticleLine>,
    /// The page's year in words, where it has one of its own.
    pub year: Option<String>,
    /// Whether the page is that of articles without a date.
    pub undated: bool,
    /// The other pages of a year that has several.
    pub pager: Option<Pager>,
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
    /// Who tells of which events.
    pub matrix: Option<Matrix>,
    /// The articles whose source is not known.
    pub unidentified: Vec<ArticleLine>,
    /// The other pages of the list.
    pub pager: Option<Pager>,
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
    /// The other pages of the list.
    pub pager: Option<Pager>,
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

/// The view of a page of the list of articles.
pub fn articles(edition: &Edition<'_>, here: &Here, page: usize) -> ArticlesView {
    let order = edition.order();
    let pages = &order.article_pages;
    let part = pages.part(page);
    let date = |at: ArticleRef| edition.corpus[at].published.as_ref();
    let mut years: Vec<Year> = Vec::new();
    for &at in &order.articles[pages.range(page)] {
        let name = date(at).and_then(Date::year).map(|year| edition.language.year(year));
        let line = article_line(edition, here, at);
        match years.last_mut().filter(|year| year.name == name) {
            Some(year) => year.articles.push(line),
            None => years.push(Year { name, articles: vec![line] }),
        }
    }
    let latest = if pages.is_cut() && part.is_none() { share(&order.articles, LATEST, 0) } else { &[] };
    ArticlesView {
        years,
        jump: year_links(here, pages, part),
        latest: latest.iter().map(|&at| article_line(edition, here, at)).collect(),
        year: part.and_then(|part| Some(edition.language.year(part.year?))),
        undated: part.is_some_and(|part| part.year.is_none()),
        pager: pages.pager(here, page),
        count: order.articles.len(),
    }
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

/// The view of a page of the list of sources.
pub fn sources(edition: &Edition<'_>, here: &Here, page: usize) -> SourcesView {
    let order = edition.order();
    let size = edition.corpus.site.page_size;
    let unidentified = share(&order.unidentified, size, page);
    SourcesView {
        sources: share(&order.sources, size, page).iter().map(|&at| source_line(edition, here, at)).collect(),
        matrix: if page == 0 { matrix(edition, here) } else { None },
        unidentified: unidentified.iter().map(|&at| article_line(edition, here, at)).collect(),
        pager: order.source_pages.pager(here, page),
    }
}

fn source_line(edition: &Edition<'_>, here: &Here, at: SourceRef) -> SourceLine {
    let source = &edition.corpus[at];
    let articles = edition.articles_of(at);
    SourceLine {
        source: edition.source_name(here, at),
        kind: source.kind.map(SourceKind::name),
        country: edition.country(here, source),
        articles: articles.len(),
        claims: articles.iter().map(|&article| edition.corpus[article].claims.len()).sum(),
    }
}

/// The view of a page of the list of entities.
pub fn entities(edition: &Edition<'_>, here: &Here, page: usize) -> EntitiesView {
    let order = edition.order();
    let mut kinds: Vec<KindOfEntities> = Vec::new();
    for &at in &order.entities[order.entity_pages.range(page)] {
        let kind = edition.corpus[at].kind.map(EntityKind::name);
        let line = entity_line(edition, here, at);
        match kinds.last_mut().filter(|last| last.kind == kind) {
            Some(last) => last.entities.push(line),
            None => kinds.push(KindOfEntities { kind, entities: vec![line] }),
        }
    }
    EntitiesView { kinds, pager: order.entity_pages.pager(here, page) }
}

fn entity_line(edition: &Edition<'_>, here: &Here, at: EntityRef) -> EntityLine {
    let entity = &edition.corpus[at];
    EntityLine {
        entity: Named::link(&entity.name, here.to(address::entity(entity))),
        events: edition.events_of(at).len(),
        claims: edition.claims_by(at).len() + edition.claims_about(at).len(),
    }
}
