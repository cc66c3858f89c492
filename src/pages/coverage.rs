//! Who tells of what, and who is silent: worked out once for all sources, events and questions.

use serde::Serialize;

use super::address::{self, Here};
use super::edition::Edition;
use super::event::{EventLine, line};
use super::parts::Named;
use crate::model::{AccountRef, Class, EventRef, QuestionRef, SourceRef};

/// How many sources the table has: the ones with the most articles.
const SOURCES: usize = 12;

/// How many events it has: the ones that the most of these sources tell of.
const EVENTS: usize = 40;

/// For each source, event and question of the corpus, by its position.
pub struct Coverage {
    /// The events that a source tells of, in order of time.
    pub events: Vec<Vec<EventRef>>,
    /// The questions that a source answers, in the order of the corpus.
    pub questions: Vec<Vec<QuestionRef>>,
    /// Who tells of an event.
    pub tellers: Vec<Tellers>,
    /// Who answers a question.
    pub answerers: Vec<Tellers>,
}

/// Those who speak of something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tellers {
    /// The sources, in the order of the corpus.
    pub sources: Vec<SourceRef>,
    /// How many articles without a known source do, each a source of its own.
    pub unidentified: usize,
}

impl Tellers {
    fn new(sources: impl Iterator<Item = Option<SourceRef>>) -> Self {
        let mut tellers = Self::default();
        for source in sources {
            match source {
                Some(source) => tellers.sources.push(source),
                None => tellers.unidentified += 1,
            }
        }
        tellers.sources.sort_unstable();
        tellers.sources.dedup();
        tellers
    }

    /// Whether nobody speaks of it but one source.
    pub fn is_one(&self) -> bool {
        self.sources.len() == 1 && self.unidentified == 0
    }
}

impl Coverage {
    /// Looks through all accounts and claims once.
    pub fn new(edition: &Edition<'_>) -> Self {
        let corpus = edition.corpus;
        let mut coverage = Self {
            events: vec![Vec::new(); corpus.sources.len()],
            questions: vec![Vec::new(); corpus.sources.len()],
            tellers: vec![Tellers::default(); corpus.events.len()],
            answerers: Vec::with_capacity(corpus.questions.len()),
        };
        for &at in edition.timeline() {
            let accounts = edition.live_accounts(&corpus[at]);
            let tellers = Tellers::new(accounts.map(|account| corpus[corpus[account].article].source));
            tellers.sources.iter().for_each(|source| coverage.events[source.0].push(at));
            coverage.tellers[at.0] = tellers;
        }
        for at in (0..corpus.questions.len()).map(QuestionRef) {
            let claims = edition.live_claims(at);
            let answerers = Tellers::new(claims.map(|claim| corpus[corpus[claim].article].source));
            answerers.sources.iter().for_each(|source| coverage.questions[source.0].push(at));
            coverage.answerers.push(answerers);
        }
        coverage
    }
}

/// Sources against events: who tells of what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Matrix {
    /// The sources.
    pub sources: Vec<Named>,
    /// The events, in order of time.
    pub rows: Vec<Row>,
    /// How many events of several sources are left out.
    pub more: usize,
    /// How many sources are left out.
    pub more_sources: usize,
}

/// An event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Its name, page and date.
    pub event: EventLine,
    /// What each source does.
    pub cells: Vec<Cell>,
}

/// What one source does with one event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// Its account; absent where it is silent.
    pub href: Option<String>,
    /// The class of the gravest finding about that.
    pub class: Option<&'static str>,
}

/// The table of those who tell of the events that several tell of; `None` where there are no such events.
pub fn matrix(edition: &Edition<'_>, here: &Here) -> Option<Matrix> {
    let corpus = edition.corpus;
    let coverage = edition.coverage();
    let all = &edition.order().sources;
    let sources = &all[..all.len().min(SOURCES)];
    let tells = |event: EventRef| {
        let tellers = &coverage.tellers[event.0].sources;
        sources.iter().filter(|source| tellers.binary_search(source).is_ok()).count()
    };
    let mut events: Vec<(usize, EventRef)> = edition.timeline().iter().map(|&event| (tells(event), event)).collect();
    events.retain(|(count, _)| *count > 1);
    if events.is_empty() {
        return None;
    }
    // Of events that as many tell of, the latest.
    events.sort_by_key(|(count, event)| std::cmp::Reverse((*count, edition.place(*event))));
    let more = events.len().saturating_sub(EVENTS);
    events.truncate(EVENTS);
    events.sort_by_key(|(_, event)| edition.place(*event));
    let rows = events.into_iter().map(|(_, event)| Row {
        event: line(edition, here, event),
        cells: sources.iter().map(|&source| cell(edition, here, event, source)).collect(),
    });
    let rows: Vec<Row> = rows.collect();
    let told = |column: &usize| rows.iter().any(|row| row.cells[*column].href.is_some());
    let columns: Vec<usize> = (0..sources.len()).filter(told).collect();
    let of_columns = |cells: Vec<Cell>| columns.iter().map(|&column| cells[column].clone()).collect();
    Some(Matrix {
        sources: columns.iter().map(|&column| edition.source_name(here, sources[column])).collect(),
        more_sources: all.len() - columns.len(),
        rows: rows.into_iter().map(|row| Row { cells: of_columns(row.cells), event: row.event }).collect(),
        more,
    })
    .filter(|matrix| corpus.sources.len() > 1 && matrix.sources.len() > 1)
}

fn cell(edition: &Edition<'_>, here: &Here, event: EventRef, source: SourceRef) -> Cell {
    let own: Vec<AccountRef> = accounts_of(edition, event, source).collect();
    Cell {
        href: own.first().map(|&account| here.to(address::account(&edition.corpus[account]))),
        class: own.iter().filter_map(|&account| gravest(edition, account)).max().map(Class::name),
    }
}

/// A source's accounts of an event.
pub fn accounts_of<'e>(
    edition: &'e Edition<'_>,
    event: EventRef,
    source: SourceRef,
) -> impl Iterator<Item = AccountRef> + 'e {
    let corpus = edition.corpus;
    let own = move |account: &AccountRef| corpus[corpus[*account].article].source == Some(source);
    edition.live_accounts(&corpus[event]).filter(own)
}

/// The class of the gravest finding about an account, where it is more than that accounts agree.
pub fn gravest(edition: &Edition<'_>, account: AccountRef) -> Option<Class> {
    let classes = edition.about_account(account).map(|finding| finding.class());
    classes.max().filter(|class| *class != Class::Agree)
}
