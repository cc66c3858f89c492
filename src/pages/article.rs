//! An article's page: its text with every quoted passage marked, and a note beside it that says what was made of the
//! passage and what others say.

use std::collections::HashMap;
use std::ops::Range;

use serde::Serialize;

use super::address::{self, Here};
use super::edition::Edition;
use super::excerpts::excerpts;
use super::fragment::{self, Text};
use super::parts::{ArticleLink, Inference, Mark, Named, Says, Verdict, When, anchor, weight};
use crate::model::{
    self, AccountRef, Article, ArticleRef, Capture, ClaimRef, Class, Correction, Finding, Quote, Status, TextMode,
};

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ArticleView {
    /// Its headline, source, date.
    pub article: ArticleLink,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// An archived copy.
    pub archived: Option<String>,
    /// When it was captured.
    pub retrieved: Option<When>,
    /// The captured file, as it is named.
    pub capture: Option<String>,
    /// The terms under which its text is shown.
    pub license: Option<String>,
    /// What is inferred.
    pub inferred: Vec<Inference>,
    /// Corrections, as listed.
    pub corrections: Vec<CorrectionView>,
    /// Set where it was withdrawn: nothing else of it is shown then.
    pub withdrawn: Option<Withdrawn>,
    /// `full`, `quotes` or `link`.
    pub text: &'static str,
    /// Its Markdown, where the text may be shown in full.
    pub markdown: Option<String>,
    /// The passages of it that are quoted.
    pub marks: Vec<Mark>,
    /// The passages with their sentences, where only quotes may be shown.
    pub excerpts: Vec<Excerpt>,
    /// What the article says, in the order of its text.
    pub notes: Vec<Note>,
    /// How many of the notes are of each class.
    pub counts: Vec<Count>,
}

/// A run of the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Excerpt {
    /// The words.
    pub words: String,
    /// The quotes in it, counted from its start.
    pub marks: Vec<Mark>,
}

/// A correction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CorrectionView {
    /// When.
    pub on: Option<When>,
    /// What it said.
    pub was: Option<String>,
    /// What it says now.
    pub now: Option<String>,
    /// Why.
    pub why: Option<String>,
}

/// A notice that the article was withdrawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Withdrawn {
    /// When.
    pub on: Option<When>,
    /// Why.
    pub reason: Option<String>,
}

/// How many notes are of a class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Count {
    /// The class' name.
    pub class: &'static str,
    /// How many.
    pub count: usize,
}

/// One thing that the article says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// Its number in the text.
    pub number: usize,
    /// Its anchor.
    pub id: String,
    /// `claim` or `account`.
    pub kind: &'static str,
    /// The question or the event.
    pub subject: Named,
    /// A claim's value as written, or as its entity is named.
    pub value: Option<String>,
    /// An account's date.
    pub date: Option<When>,
    /// An account's status, where it is not that it happened.
    pub status: Option<&'static str>,
    /// Who says it.
    pub says: Says,
    /// The gravest of what was found about it.
    pub verdict: Option<Verdict>,
    /// How many other findings there are.
    pub others: usize,
    /// Whether no passage of the text shows it: it rests on the headline, or gives no quote.
    pub elsewhere: bool,
    /// Where each of its quotes can be looked up.
    pub checks: Vec<Check>,
}

/// Where a quote can be looked up: links that open a page at its words, as far as a browser finds them there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Check {
    /// The page that was quoted from.
    pub original: Option<String>,
    /// An archived copy of it.
    pub archived: Option<String>,
}

enum Statement {
    Claim(ClaimRef),
    Account(AccountRef),
}

/// The view of an article's page.
pub fn view(edition: &Edition<'_>, here: &Here, at: ArticleRef) -> ArticleView {
    let article = &edition.corpus[at];
    let shown = edition.is_shown(article);
    let statements = if shown { statements(edition, at) } else { Vec::new() };
    let mut notes: Vec<Note> =
        statements.iter().enumerate().map(|(place, (_, found))| note(edition, here, found, place + 1)).collect();
    let marks = if article.text == TextMode::Link { Vec::new() } else { marks(edition, &statements, &notes) };
    let words = if shown && article.text != TextMode::Link { edition.corpus.text(at) } else { model::Text::default() };
    if shown {
        check(edition, (article, &words), &statements, &marks, &mut notes);
    }
    let only_quotes = shown && article.text == TextMode::Quotes;
    ArticleView {
        article: edition.article_link(here, at),
        authors: article.authors.clone(),
        url: article.url.clone(),
        archived: article.archived.clone(),
        retrieved: article.retrieved.as_ref().map(|date| edition.when(date)),
        capture: article.capture.as_ref().map(|capture| match capture {
            Capture::File(path) => path.clone(),
            Capture::Sha256(hash) => format!("sha256:{hash}"),
        }),
        license: article.source.and_then(|source| edition.corpus[source].license.clone()),
        inferred: edition.inferences(&article.inferred),
        corrections: edition.corrections(article),
        withdrawn: edition.withdrawn(article),
        text: article.text.name(),
        excerpts: if only_quotes { cut(&words, &marks) } else { Vec::new() },
        markdown: (shown && article.text == TextMode::Full).then_some(words.markdown),
        marks: if only_quotes { Vec::new() } else { marks },
        counts: count(&notes),
        notes,
    }
}

impl Edition<'_> {
    /// An article's corrections.
    pub fn corrections(&self, article: &Article) -> Vec<CorrectionView> {
        let view = |correction: &Correction| CorrectionView {
            on: correction.on.as_ref().map(|date| self.when(date)),
            was: correction.was.clone(),
            now: correction.now.clone(),
            why: correction.why.clone(),
        };
        article.corrections.iter().map(view).collect()
    }

    /// The notice that an article was withdrawn.
    pub fn withdrawn(&self, article: &Article) -> Option<Withdrawn> {
        article.withdrawn.as_ref().map(|withdrawal| Withdrawn {
            on: withdrawal.on.as_ref().map(|date| self.when(date)),
            reason: withdrawal.reason.clone(),
        })
    }
}

/// What the article says, by where its first quote stands: the headline, then the text, then what has no quote.
fn statements(edition: &Edition<'_>, at: ArticleRef) -> Vec<((u8, usize, usize), Statement)> {
    let article = &edition.corpus[at];
    // Of several that stand at one place the accounts come first, then the claims, each as they are listed.
    let place = |quotes: &[Quote], position: usize| match quotes
        .iter()
        .map(|quote| quote.range.as_ref())
        .min_by_key(|range| range.map_or(0, |range| range.start))
    {
        Some(None) => (0, 0, position),
        Some(Some(range)) => (1, range.start, position),
        None => (2, 0, position),
    };
    let accounts = article.accounts.clone().map(AccountRef).filter_map(|account| {
        let attribution = &edition.corpus[account].attribution;
        let live = edition.is_live(at, attribution);
        live.then(|| (place(&attribution.quotes, account.0 - article.accounts.start), Statement::Account(account)))
    });
    let claims = article.claims.clone().map(ClaimRef).filter_map(|claim| {
        let attribution = &edition.corpus[claim].attribution;
        let live = edition.is_live(at, attribution);
        let position = article.accounts.len() + claim.0 - article.claims.start;
        live.then(|| (place(&attribution.quotes, position), Statement::Claim(claim)))
    });
    let mut all: Vec<_> = accounts.chain(claims).collect();
    all.sort_by_key(|(place, _)| *place);
    all
}

fn note(edition: &Edition<'_>, here: &Here, statement: &Statement, number: usize) -> Note {
    let corpus = edition.corpus;
    match *statement {
        Statement::Claim(at) => {
            let claim = &corpus[at];
            let question = &corpus[claim.question];
            let (verdict, others) = gravest(edition, edition.about_claim(at));
            Note {
                number,
                id: address::local(&claim.id).to_owned(),
                kind: "claim",
                subject: Named::link(&question.question, here.to(address::question(question))),
                value: edition.value(here, claim).name,
                date: None,
                status: None,
                says: edition.says(here, claim.article, &claim.id, &claim.attribution),
                verdict,
                others,
                elsewhere: !in_text(&corpus[claim.article], &claim.attribution.quotes),
                checks: Vec::new(),
            }
        }
        Statement::Account(at) => {
            let account = &corpus[at];
            let event = &corpus[account.event];
            let (verdict, others) = gravest(edition, edition.about_account(at));
            Note {
                number,
                id: address::local(&account.id).to_owned(),
                kind: "account",
                subject: Named::link(corpus.event_title(account.event), here.to(address::event(event))),
                value: None,
                date: account.date.as_ref().map(|date| edition.when(date)),
                status: Some(account.status).filter(|&status| status != Status::Happened).map(Status::name),
                says: edition.says(here, account.article, &account.id, &account.attribution),
                verdict,
                others,
                elsewhere: !in_text(&corpus[account.article], &account.attribution.quotes),
                checks: Vec::new(),
            }
        }
    }
}

/// Says of each note where its quotes can be looked up. Such a link has words of the article in it, so it has none where
/// these may not be shown, and no others than the page shows itself.
fn check(
    edition: &Edition<'_>,
    (article, words): (&Article, &model::Text),
    statements: &[((u8, usize, usize), Statement)],
    marks: &[Mark],
    notes: &mut [Note],
) {
    if article.url.is_none() && article.archived.is_none() {
        return;
    }
    let text = Text::new(&words.plain);
    let runs: Vec<Range<usize>> = match article.text {
        TextMode::Full => words.passages(),
        TextMode::Quotes => excerpts(words, marks),
        TextMode::Link => Vec::new(),
    };
    let near = |at: &Range<usize>| {
        let after = runs.partition_point(|run| run.end <= at.start);
        runs.get(after).filter(|run| run.start <= at.start).cloned().unwrap_or(at.clone())
    };
    let link = |url: &Option<String>, quote: &Quote| {
        let url = url.as_ref()?;
        let there = match &quote.range {
            _ if article.text == TextMode::Link => None,
            Some(at) => text.at_passage(url, at.clone(), near(at)),
            None => fragment::at_words(url, &quote.text),
        };
        Some(there.unwrap_or_else(|| url.clone()))
    };
    for ((_, statement), note) in statements.iter().zip(notes) {
        let quotes = match *statement {
            Statement::Claim(at) => &edition.corpus[at].attribution.quotes,
            Statement::Account(at) => &edition.corpus[at].attribution.quotes,
        };
        let check = |quote| Check { original: link(&article.url, quote), archived: link(&article.archived, quote) };
        // Without its words, each quote of an article has the same link.
        let most = if article.text == TextMode::Link { 1 } else { usize::MAX };
        note.checks = quotes.iter().take(most).map(check).collect();
    }
}

/// Whether a passage that the page shows carries the note.
fn in_text(article: &Article, quotes: &[Quote]) -> bool {
    article.text != TextMode::Link && quotes.iter().any(|quote| quote.range.is_some())
}

/// The finding of the gravest class, the first of them, and how many others there are.
fn gravest<'a>(edition: &Edition<'_>, findings: impl Iterator<Item = &'a Finding>) -> (Option<Verdict>, usize) {
    let mut worst: Option<&Finding> = None;
    let mut count = 0_usize;
    for finding in findings {
        count += 1;
        if worst.is_none_or(|worst| finding.class() > worst.class()) {
            worst = Some(finding);
        }
    }
    (worst.map(|finding| edition.verdict(finding)), count.saturating_sub(1))
}

fn marks(edition: &Edition<'_>, statements: &[((u8, usize, usize), Statement)], notes: &[Note]) -> Vec<Mark> {
    let mut marks = Vec::new();
    for ((_, statement), note) in statements.iter().zip(notes) {
        let (id, quotes) = match *statement {
            Statement::Claim(at) => (&edition.corpus[at].id, &edition.corpus[at].attribution.quotes),
            Statement::Account(at) => (&edition.corpus[at].id, &edition.corpus[at].attribution.quotes),
        };
        let class = note.verdict.as_ref().map_or(note.kind, |verdict| verdict.class);
        for (position, quote) in quotes.iter().enumerate() {
            let Some(range) = &quote.range else { continue };
            marks.push(Mark {
                start: range.start,
                end: range.end,
                number: note.number,
                note: note.id.clone(),
                id: anchor(id, position),
                class: class.to_owned(),
                weight: weight(class_named(class)),
            });
        }
    }
    marks
}

fn class_named(name: &str) -> Option<Class> {
    [Class::Agree, Class::Explained, Class::Unclear, Class::Contradict].into_iter().find(|class| class.name() == name)
}

/// The quoted passages, each with its own marks.
fn cut(text: &model::Text, marks: &[Mark]) -> Vec<Excerpt> {
    let inside = |range: std::ops::Range<usize>| {
        let marks = marks.iter().filter(|mark| mark.start < range.end && range.start < mark.end).map(|mark| Mark {
            start: mark.start.max(range.start) - range.start,
            end: mark.end.min(range.end) - range.start,
            ..mark.clone()
        });
        Excerpt { marks: marks.collect(), words: text.plain.get(range.clone()).unwrap_or_default().to_owned() }
    };
    excerpts(text, marks).into_iter().map(inside).collect()
}

fn count(notes: &[Note]) -> Vec<Count> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for verdict in notes.iter().filter_map(|note| note.verdict.as_ref()) {
        *counts.entry(verdict.class).or_default() += 1;
    }
    let classes = [Class::Contradict, Class::Unclear, Class::Explained, Class::Agree];
    let counted = classes
        .into_iter()
        .filter_map(|class| counts.get(class.name()).map(|&count| Count { class: class.name(), count }));
    counted.collect()
}
