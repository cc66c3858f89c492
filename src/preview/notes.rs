//! What an author should know about a page, and a reader does not see: what is missing, what is held back, what is a
//! draft, and the warnings and hints about the files that the page is made from.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::places::Places;
use super::problem::Note;
use crate::diagnostics::{At, Code, Diagnostic, Place, Severity, Step};
use crate::hints;
use crate::i18n::Language;
use crate::model::{
    Account, AccountRef, Article, ArticleRef, Claim, ClaimRef, Corpus, EventRef, Finding, Kind, QuestionRef, Scope,
};
use crate::pages::{Edition, address};

/// A page has no more notes than these.
const MOST: usize = 100;

/// The notes on all pages of an edition.
pub(super) struct Notes {
    places: Places,
    /// What hints are written in: diagnostics are in English, whatever the site speaks.
    english: Arc<Language>,
    /// Warnings, by the file that they are about.
    warnings: BTreeMap<String, Vec<Diagnostic>>,
}

/// What a page is about: `articles/x/index.html` → `("articles", "x")`.
fn subject(page: &str) -> Option<(&str, &str)> {
    let mut parts = page.split('/');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(part), Some(id), Some("index.html"), None) => Some((part, id)),
        _ => None,
    }
}

/// The thing that a content file is about: `content/articles/2023/x.md` → `articles/x`.
fn thing(path: &str) -> Option<String> {
    let (folder, rest) = path.strip_prefix("content/")?.split_once('/')?;
    let id = rest.rsplit('/').next()?.strip_suffix(".md")?;
    Some(format!("{folder}/{id}"))
}

impl Notes {
    /// Of the problems of a build; errors are no notes.
    pub(super) fn new(places: Places, english: Arc<Language>, diagnostics: &[Diagnostic]) -> Self {
        let mut warnings: BTreeMap<String, Vec<Diagnostic>> = BTreeMap::new();
        for diagnostic in diagnostics.iter().filter(|one| is_note(one)) {
            warnings.entry(diagnostic.place.path.clone()).or_default().push(diagnostic.clone());
        }
        Self { places, english, warnings }
    }

    /// Takes these for all that there is to say about an article, but for what was said about its language.
    pub(super) fn replace(&mut self, path: &str, diagnostics: Vec<Diagnostic>) {
        let of_language = |one: &Diagnostic| one.code == Code::NotVerified;
        let kept = self.warnings.remove(path).unwrap_or_default().into_iter().filter(of_language);
        let notes: Vec<Diagnostic> = diagnostics.into_iter().filter(is_note).chain(kept).collect();
        if !notes.is_empty() {
            self.warnings.insert(path.to_owned(), notes);
        }
    }

    /// The notes on a page.
    pub(super) fn on(&self, edition: &Edition<'_>, page: &str) -> Vec<Note> {
        let corpus = edition.corpus;
        let mut notes = match subject(page) {
            None if page == "index.html" => self.on_home(),
            None => Vec::new(),
            Some(("articles", id)) => match corpus.articles.binary_search_by(|article| article.id.as_str().cmp(id)) {
                Ok(at) => self.on_article(edition, ArticleRef(at)),
                Err(_) => Vec::new(),
            },
            Some(("events", id)) => match corpus.events.binary_search_by(|event| event.id.as_str().cmp(id)) {
                Ok(at) => self.on_event(edition, EventRef(at)),
                Err(_) => Vec::new(),
            },
            Some(("claims", id)) => match corpus.questions.binary_search_by(|question| question.id.as_str().cmp(id)) {
                Ok(at) => self.on_question(edition, QuestionRef(at)),
                Err(_) => Vec::new(),
            },
            Some((part @ ("sources" | "entities"), id)) => self.told(&format!("{part}/{id}"), |_| true),
            Some((id, _)) => self.told(&format!("pages/{id}"), |_| true),
        };
        notes.truncate(MOST);
        notes
    }

    fn on_home(&self) -> Vec<Note> {
        let count: usize = self.warnings.values().map(Vec::len).sum();
        match count {
            0 => Vec::new(),
            1 => vec![note("warning", "The whole site has 1 warning; `crosscheck check` shows it.", None)],
            _ => vec![note(
                "warning",
                format!("The whole site has {count} warnings; `crosscheck check` lists them."),
                None,
            )],
        }
    }

    fn on_article(&self, edition: &Edition<'_>, at: ArticleRef) -> Vec<Note> {
        let corpus = edition.corpus;
        let article = &corpus[at];
        let mut notes = Vec::new();
        let file = || Some(self.places.start_of(&article.path));
        let mut missing = |absent: bool, text: &str| {
            if absent {
                notes.push(Note { place: file(), ..note("missing", text, None) });
            }
        };
        missing(article.published.is_none(), "The article does not say when it was published.");
        missing(article.source.is_none(), "The article does not name its source.");
        missing(article.title.is_none(), "The article has no title.");
        missing(
            article.accounts.is_empty() && article.claims.is_empty() && article.withdrawn.is_none(),
            "Nothing is annotated in this article.",
        );
        if article.draft {
            notes
                .push(Note { place: file(), ..note("draft", "The article is a draft: the site leaves it out.", None) });
        }
        for account in corpus.accounts.get(article.accounts.clone()).unwrap_or_default() {
            notes.extend(self.on_account(corpus, account));
        }
        for claim in corpus.claims.get(article.claims.clone()).unwrap_or_default() {
            notes.extend(self.on_claim(corpus, claim));
        }
        notes.extend(self.told_of_file(&article.path, |_| true));
        let findings = (article.claims.clone().map(ClaimRef)).flat_map(|claim| edition.about_claim(claim));
        let findings =
            findings.chain(article.accounts.clone().map(AccountRef).flat_map(|at| edition.about_account(at)));
        notes.extend(self.held_back(corpus, findings));
        notes
    }

    fn on_event(&self, edition: &Edition<'_>, at: EventRef) -> Vec<Note> {
        let corpus = edition.corpus;
        let event = &corpus[at];
        let mut notes = Vec::new();
        if event.accounts.is_empty() {
            notes.push(note("missing", "No article gives an account of this event.", None));
        }
        if corpus.event_date(at).is_none() {
            notes.push(note("missing", "Nobody says when this event took place.", None));
        }
        if event.title.is_none() && event.accounts.iter().all(|account| corpus[*account].title.is_none()) {
            notes.push(note("missing", "The event has no title; its id stands in for it.", None));
        }
        notes.extend(self.told(&format!("events/{}", event.id), |_| true));
        for &account in &event.accounts {
            let account = &corpus[account];
            notes.extend(self.on_account(corpus, account));
            notes.extend(self.told_of(&corpus[account.article], "events", account.position));
        }
        notes.extend(self.held_back(corpus, edition.comparison.of_event(at)));
        notes
    }

    fn on_question(&self, edition: &Edition<'_>, at: QuestionRef) -> Vec<Note> {
        let corpus = edition.corpus;
        let question = &corpus[at];
        let mut notes = Vec::new();
        if question.claims.is_empty() {
            notes.push(note("missing", "No article answers this question.", None));
        }
        notes.extend(self.told(&format!("questions/{}", question.id), |_| true));
        for &claim in &question.claims {
            if notes.len() >= MOST {
                break;
            }
            let claim = &corpus[claim];
            notes.extend(self.on_claim(corpus, claim));
            notes.extend(self.told_of(&corpus[claim.article], "claims", claim.position));
        }
        notes.extend(self.held_back(corpus, edition.comparison.of_question(at)));
        notes
    }

    /// The verdicts that are held back, and what they would be.
    fn held_back<'f>(&self, corpus: &Corpus, findings: impl IntoIterator<Item = &'f Finding>) -> Vec<Note> {
        let mut hints = Vec::new();
        for hint in findings.into_iter().filter_map(|finding| hints::hint(corpus, finding, &self.english)) {
            // A finding about two statements of one article comes twice.
            if hints.len() < MOST && !hints.contains(&hint) {
                hints.push(hint);
            }
        }
        self.tell(hints)
    }

    fn on_account(&self, corpus: &Corpus, account: &Account) -> Vec<Note> {
        let mut notes = Vec::new();
        if account.date.is_none() {
            notes.push(self.statement(corpus, account.article, &account.id, "missing", "gives no date"));
        }
        if account.attribution.draft {
            notes.push(self.statement(
                corpus,
                account.article,
                &account.id,
                "draft",
                "is a draft: the site leaves it out",
            ));
        }
        notes
    }

    fn on_claim(&self, corpus: &Corpus, claim: &Claim) -> Vec<Note> {
        let question = &corpus[claim.question];
        let mut notes = Vec::new();
        let mut add = |kind, text: &str| notes.push(self.statement(corpus, claim.article, &claim.id, kind, text));
        if claim.value.is_some() {
            match question.kind {
                Kind::Cumulative | Kind::Level | Kind::Rate | Kind::Category if claim.as_of.is_none() => {
                    add("missing", "has no as_of: it is assumed to be about the day of publication");
                }
                Kind::Flow if claim.period.is_none() => add("missing", "has no period"),
                _ => {}
            }
            if question.kind == Kind::Cumulative && claim.since.is_none() && question.since.is_none() {
                add("missing", "does not say since when the total runs");
            }
            for (name, scope) in &question.scope {
                if matches!(scope, Scope::Flat { .. }) && !claim.scope.contains_key(name) {
                    add("missing", &format!("does not state its scope \"{name}\""));
                }
            }
        }
        if claim.attribution.draft {
            add("draft", "is a draft: the site leaves it out");
        }
        notes
    }

    /// A note on something that an article says.
    fn statement(&self, corpus: &Corpus, article: ArticleRef, id: &str, kind: &'static str, text: &str) -> Note {
        let local = address::local(id);
        Note {
            kind,
            text: format!("{id} {text}."),
            anchor: Some(local.to_owned()),
            place: Some(self.places.start_of(&corpus[article].path)),
        }
    }

    /// The diagnostics about one statement of an article.
    fn told_of(&self, article: &Article, list: &str, position: usize) -> Vec<Note> {
        let is_it = |place: &Place| {
            let (At::Field(field) | At::Key(field)) = &place.at else { return false };
            place.path == article.path
                && matches!(field.0.as_slice(), [Step::Key(key), Step::Index(at), ..] if key == list && *at == position)
        };
        self.told_of_file(&article.path, |diagnostic| places_of(diagnostic).any(is_it))
    }

    /// The warnings about the file of a thing: `events/x`.
    fn told(&self, thing: &str, wanted: impl Fn(&Diagnostic) -> bool) -> Vec<Note> {
        let path = self.warnings.keys().find(|path| self::thing(path).as_deref() == Some(thing));
        path.map(|path| self.told_of_file(path, wanted)).unwrap_or_default()
    }

    fn told_of_file(&self, path: &str, wanted: impl Fn(&Diagnostic) -> bool) -> Vec<Note> {
        let warnings = self.warnings.get(path).map(Vec::as_slice).unwrap_or_default();
        self.tell(warnings.iter().filter(|one| wanted(one)).take(MOST).cloned().collect())
    }

    /// Diagnostics as notes, with their places.
    fn tell(&self, diagnostics: Vec<Diagnostic>) -> Vec<Note> {
        let located = self.places.locate(diagnostics);
        let told = located.iter().map(|one| {
            let help = one.problem.help.as_deref().map(|help| format!(" ({help})")).unwrap_or_default();
            let text = format!("{}{help}", one.problem.message);
            Note { place: Some(self.places.spot(one)), ..note(one.problem.code.name(), text, None) }
        });
        told.collect()
    }
}

/// Errors are no notes; what is held back is looked up for each page.
fn is_note(diagnostic: &Diagnostic) -> bool {
    diagnostic.severity() != Severity::Error
}

fn note(kind: &'static str, text: impl Into<String>, anchor: Option<String>) -> Note {
    Note { kind, text: text.into(), anchor, place: None }
}

fn places_of(diagnostic: &Diagnostic) -> impl Iterator<Item = &Place> {
    std::iter::once(&diagnostic.place).chain(diagnostic.related.iter().map(|(place, _)| place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_files_are_about_things() {
        assert_eq!(subject("articles/x/index.html"), Some(("articles", "x")));
        assert_eq!(subject("index.html"), None);
        assert_eq!(subject("articles/index.html"), None);
        assert_eq!(thing("content/articles/2023/x.md").as_deref(), Some("articles/x"));
        assert_eq!(thing("content/events/x.md").as_deref(), Some("events/x"));
        assert_eq!(thing("crosscheck.yaml"), None);
    }
}
