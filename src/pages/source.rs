//! A source's page: what it reported, whom it relies on, where it differs from others and where it stands alone.

use std::collections::BTreeMap;

use serde::Serialize;

use super::address::{self, Here};
use super::coverage::{accounts_of, gravest};
use super::edition::Edition;
use super::event::{EventLine, line};
use super::findings::{CLASSES, Found};
use super::lists::{ArticleLine, article_line};
use super::parts::Named;
use super::question::named;
use super::split::{Numbered, Pager, share};
use crate::model::{Attribution, Class, EventRef, QuestionRef, SourceKind, SourceRef, Via};

/// How many differences are shown in full.
const DIFFERENCES: usize = 8;

/// How many of those whom it relies on are named.
const RELIED: usize = 40;

/// How many questions, and how many events that nobody else tells of, are listed.
const LISTED: usize = 100;

/// How many others who tell of an event are named.
const OTHERS: usize = 4;

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourceView {
    /// Its name.
    pub name: String,
    /// Its own site.
    pub url: Option<String>,
    /// What it is.
    pub kind: Option<&'static str>,
    /// The state it is of.
    pub country: Option<Named>,
    /// The terms under which its text is shown.
    pub license: Option<String>,
    /// The editor's words, Markdown.
    pub body: String,
    /// How many articles, claims, events and questions there are of it.
    pub counts: Counts,
    /// Its articles.
    pub articles: Vec<ArticleLine>,
    /// The events that it tells of, in order of time.
    pub events: Vec<Told>,
    /// Whom it names as its sources, the most often named first.
    pub relies_on: Vec<Relied>,
    /// How many of these are not named.
    pub more_relied: usize,
    /// Differences with others that its claims and accounts are part of, the gravest first.
    pub differences: Vec<Found>,
    /// How many differences are not shown.
    pub more: usize,
    /// Questions that it answers with others.
    pub questions: Vec<Named>,
    /// How many of these are not listed.
    pub more_questions: usize,
    /// Questions that nobody else answers.
    pub alone_questions: Vec<Named>,
    /// Events that nobody else tells of.
    pub alone_events: Vec<EventLine>,
    /// How many of either are not listed.
    pub more_alone: usize,
    /// The other pages of its articles and events.
    pub pager: Option<Pager>,
}

/// How much there is of a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Articles.
    pub articles: usize,
    /// Events that it tells of.
    pub events: usize,
    /// Of these, those that nobody else tells of.
    pub alone: usize,
    /// Questions that it answers.
    pub questions: usize,
}

/// An event that it tells of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Told {
    /// The event.
    pub event: EventLine,
    /// Its own account.
    pub href: String,
    /// The class of the gravest finding about that.
    pub class: Option<&'static str>,
    /// Others who tell of it.
    pub others: Vec<Named>,
    /// How many others are not named.
    pub more: usize,
}

/// Somebody whom it relies on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Relied {
    /// Who.
    pub on: Named,
    /// In how many statements.
    pub count: usize,
}

/// The pages of a source.
pub fn pages(edition: &Edition<'_>, at: SourceRef) -> Numbered {
    let size = edition.corpus.site.page_size;
    let lists = [(edition.articles_of(at).len(), size), (edition.coverage().events[at.0].len(), size)];
    Numbered::several(&address::source(&edition.corpus[at]), &lists, |_| false)
}

/// The view of a source's page. Its articles and events may go on over several; all else stands on the first.
pub fn view(edition: &Edition<'_>, here: &Here, at: SourceRef, page: usize) -> SourceView {
    let corpus = edition.corpus;
    let coverage = edition.coverage();
    let source = &corpus[at];
    let size = corpus.site.page_size;
    let (articles, events, questions) = (edition.articles_of(at), &coverage.events[at.0], &coverage.questions[at.0]);
    let alone_events: Vec<EventRef> =
        events.iter().copied().filter(|event| coverage.tellers[event.0].is_one()).collect();
    let (alone, shared): (Vec<QuestionRef>, Vec<QuestionRef>) =
        questions.iter().partition(|question| coverage.answerers[question.0].is_one());
    let only_first = |count: usize| if page == 0 { count } else { 0 };
    let names = |questions: &[QuestionRef]| {
        questions.iter().take(only_first(LISTED)).map(|&question| named(edition, here, question)).collect()
    };
    let (differences, more) = if page == 0 { differences(edition, here, at) } else { (Vec::new(), 0) };
    let mut relies_on = if page == 0 { relies_on(edition, here, at) } else { Vec::new() };
    let more_relied = relies_on.len().saturating_sub(RELIED);
    relies_on.truncate(RELIED);
    SourceView {
        name: source.name.clone(),
        url: source.url.clone(),
        kind: source.kind.map(SourceKind::name),
        country: edition.country(here, source),
        license: source.license.clone(),
        body: if page == 0 { source.body.clone() } else { String::new() },
        counts: Counts {
            articles: articles.len(),
            events: events.len(),
            alone: alone_events.len(),
            questions: questions.len(),
        },
        articles: share(articles, size, page).iter().map(|&article| article_line(edition, here, article)).collect(),
        events: share(events, size, page).iter().map(|&event| told(edition, here, event, at)).collect(),
        relies_on,
        more_relied,
        differences,
        more,
        more_questions: only_first(shared.len().saturating_sub(LISTED)),
        more_alone: only_first(alone.len().saturating_sub(LISTED) + alone_events.len().saturating_sub(LISTED)),
        questions: names(&shared),
        alone_questions: names(&alone),
        alone_events: alone_events.iter().take(only_first(LISTED)).map(|&event| line(edition, here, event)).collect(),
        pager: pages(edition, at).pager(here, page),
    }
}

fn told(edition: &Edition<'_>, here: &Here, event: EventRef, at: SourceRef) -> Told {
    let corpus = edition.corpus;
    let own = || accounts_of(edition, event, at);
    let tellers = &edition.coverage().tellers[event.0];
    let others = tellers.sources.iter().filter(|source| **source != at);
    let count = tellers.sources.len() - 1 + tellers.unidentified;
    let others: Vec<Named> = others.take(OTHERS).map(|&source| edition.source_name(here, source)).collect();
    Told {
        event: line(edition, here, event),
        href: own().next().map(|account| here.to(address::account(&corpus[account]))).unwrap_or_default(),
        class: own().filter_map(|account| gravest(edition, account)).max().map(Class::name),
        more: count - others.len(),
        others,
    }
}

/// Differences that a source is part of, the gravest first, and how many more there are.
fn differences(edition: &Edition<'_>, here: &Here, at: SourceRef) -> (Vec<Found>, usize) {
    let articles = edition.articles_of(at);
    let claims = articles.iter().flat_map(|&article| edition.claims_of_article(article));
    let accounts = articles.iter().flat_map(|&article| edition.accounts_of_article(article));
    let mut found: Vec<usize> = claims
        .flat_map(|claim| edition.positions_about_claim(claim))
        .chain(accounts.flat_map(|account| edition.positions_about_account(account)))
        .collect();
    found.sort_unstable();
    found.dedup();
    let findings = &edition.comparison.findings;
    found.retain(|&position| findings[position].class() != Class::Agree);
    found.sort_by_key(|&position| CLASSES.iter().position(|class| *class == findings[position].class()));
    let shown = found.iter().take(DIFFERENCES).map(|&position| edition.found(here, &findings[position], &|_| None));
    (shown.collect(), found.len().saturating_sub(DIFFERENCES))
}

/// Whom its claims and accounts name as who says it, or as where it was taken from.
fn relies_on(edition: &Edition<'_>, here: &Here, at: SourceRef) -> Vec<Relied> {
    let corpus = edition.corpus;
    let articles = edition.articles_of(at);
    let claims = articles.iter().flat_map(|&article| edition.claims_of_article(article));
    let accounts = articles.iter().flat_map(|&article| edition.accounts_of_article(article));
    let attributions = claims.map(|claim| &corpus[claim].attribution);
    let attributions: Vec<&Attribution> =
        attributions.chain(accounts.map(|account| &corpus[account].attribution)).collect();
    let mut tally: BTreeMap<String, Relied> = BTreeMap::new();
    for attribution in attributions {
        let by = attribution.by.as_ref().map(|party| edition.party(here, party));
        let via = match &attribution.via {
            Some(Via::Party(party)) => Some(edition.party(here, party)),
            Some(Via::Article(article)) => Some(edition.publisher(here, &edition.corpus[*article])),
            Some(Via::Claim(claim)) => Some(edition.publisher(here, &edition.corpus[edition.corpus[*claim].article])),
            None => None,
        };
        for on in by.into_iter().chain(via) {
            let Some(name) = on.name.clone() else { continue };
            tally.entry(name).or_insert(Relied { on, count: 0 }).count += 1;
        }
    }
    let mut relied: Vec<Relied> = tally.into_values().collect();
    relied.sort_by_key(|relied| std::cmp::Reverse(relied.count));
    relied
}
