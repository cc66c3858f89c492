//! A source's page: what it reported, whom it relies on, where it differs from others and where it stands alone.

use std::collections::BTreeMap;

use serde::Serialize;

use super::address::Here;
use super::edition::Edition;
use super::event::{EventLine, line};
use super::findings::{CLASSES, Found};
use super::lists::{ArticleLine, article_line};
use super::parts::Named;
use super::question::named;
use crate::model::{Attribution, Class, EventRef, QuestionRef, SourceKind, SourceRef, Via};

/// How many differences are shown in full.
const DIFFERENCES: usize = 20;

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
    /// Its articles.
    pub articles: Vec<ArticleLine>,
    /// Whom it names as its sources, the most often named first.
    pub relies_on: Vec<Relied>,
    /// Differences with others that its claims and accounts are part of, the gravest first.
    pub differences: Vec<Found>,
    /// How many differences are not shown.
    pub more: usize,
    /// Questions that it answers with others.
    pub questions: Vec<Named>,
    /// Questions that nobody else answers.
    pub alone_questions: Vec<Named>,
    /// Events that nobody else tells of.
    pub alone_events: Vec<EventLine>,
}

/// Somebody whom it relies on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Relied {
    /// Who.
    pub on: Named,
    /// In how many statements.
    pub count: usize,
}

/// The view of a source's page.
pub fn view(edition: &Edition<'_>, here: &Here, at: SourceRef) -> SourceView {
    let corpus = edition.corpus;
    let source = &corpus[at];
    let articles = edition.articles_of(at);
    let claims = || articles.iter().flat_map(|&article| edition.claims_of_article(article));
    let accounts = || articles.iter().flat_map(|&article| edition.accounts_of_article(article));
    let mut questions: Vec<QuestionRef> = claims().map(|claim| corpus[claim].question).collect();
    questions.sort_unstable();
    questions.dedup();
    let own = |question: &QuestionRef| {
        edition.claims(*question).iter().all(|&claim| corpus[corpus[claim].article].source == Some(at))
    };
    let (alone, shared): (Vec<QuestionRef>, Vec<QuestionRef>) = questions.into_iter().partition(own);
    let mut events: Vec<EventRef> = accounts().map(|account| corpus[account].event).collect();
    events.sort_unstable();
    events.dedup();
    events.retain(|&event| {
        let accounts = edition.accounts(&corpus[event]);
        accounts.iter().all(|&account| corpus[corpus[account].article].source == Some(at))
    });
    let mut found: Vec<usize> = claims()
        .flat_map(|claim| edition.positions_about_claim(claim))
        .chain(accounts().flat_map(|account| edition.positions_about_account(account)))
        .collect();
    found.sort_unstable();
    found.dedup();
    let findings = &edition.comparison.findings;
    found.retain(|&position| findings[position].class() != Class::Agree);
    let grave = |position: &usize| CLASSES.iter().position(|class| *class == findings[*position].class());
    found.sort_by_key(grave);
    SourceView {
        name: source.name.clone(),
        url: source.url.clone(),
        kind: source.kind.map(SourceKind::name),
        country: edition.country(here, source),
        license: source.license.clone(),
        body: source.body.clone(),
        articles: articles.iter().map(|&article| article_line(edition, here, article)).collect(),
        relies_on: relies_on(
            edition,
            here,
            claims()
                .map(|claim| &corpus[claim].attribution)
                .chain(accounts().map(|account| &corpus[account].attribution)),
        ),
        differences: found.iter().take(DIFFERENCES).map(|&position| edition.found(here, &findings[position])).collect(),
        more: found.len().saturating_sub(DIFFERENCES),
        questions: shared.into_iter().map(|question| named(edition, here, question)).collect(),
        alone_questions: alone.into_iter().map(|question| named(edition, here, question)).collect(),
        alone_events: events.into_iter().map(|event| line(edition, here, event)).collect(),
    }
}

fn relies_on<'a>(
    edition: &Edition<'_>,
    here: &Here,
    attributions: impl Iterator<Item = &'a Attribution>,
) -> Vec<Relied> {
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
