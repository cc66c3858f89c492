//! One article with everything it says.

use serde::{Deserialize, Serialize};

use super::attribution::{Context, inferred};
use super::index::{is_included, local_id, speaks};
use super::quotes::Searcher;
use super::report::Report;
use super::{Linker, nearest::Nearest};
use crate::diagnostics::{At, Code, Diagnostic, Field};
use crate::languages;
use crate::model::{Account, Article, ArticleRef, Claim, Corpus, Correction, Withdrawal, passages};
use crate::read::fields::{ArticleFields, Attributed};
use crate::read::{File, markdown};

/// Fields of an article that an editor may infer.
const INFERABLE: &[&str] =
    &["title", "source", "authors", "published", "url", "archived", "retrieved", "lang", "added"];

/// An article with its accounts and claims, and what is wrong with them.
#[derive(Serialize, Deserialize)]
pub(super) struct Linked {
    pub(super) article: Article,
    /// Its text, Markdown.
    #[serde(skip)]
    pub(super) markdown: String,
    pub(super) accounts: Vec<Account>,
    pub(super) claims: Vec<Claim>,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Whether the article is in the corpus at all.
    pub(super) included: bool,
}

impl Linked {
    /// Puts it at the end of the corpus, unless it is not in it at all. Gives what is wrong with it.
    pub(super) fn put_into(self, corpus: &mut Corpus) -> Vec<Diagnostic> {
        if self.included {
            let (accounts, claims) = (corpus.accounts.len(), corpus.claims.len());
            corpus.accounts.extend(self.accounts);
            corpus.claims.extend(self.claims);
            let (accounts, claims) = (accounts..corpus.accounts.len(), claims..corpus.claims.len());
            corpus.texts.push(self.markdown);
            corpus.articles.push(Article { accounts, claims, ..self.article });
        }
        self.diagnostics
    }
}

impl Linker<'_> {
    /// Links an article. Drafts are linked like the rest, so that their problems are
    /// known, and then left out.
    pub(super) fn article(&self, file: File<ArticleFields>) -> Linked {
        let mut report = Report::new(&file.path);
        let fields = &file.fields;
        let at = self.index.articles.get(&file.id).copied().unwrap_or(ArticleRef(usize::MAX));
        let (plain, cuts) = markdown::plain_text_with_cuts(&file.body);
        let (capture, captured) = self.captures.read(fields.capture.as_deref(), &Field::key("capture"), &mut report);
        let lang = self.language(fields.lang.as_deref(), &Field::key("lang"), &mut report);
        let searcher = Searcher::new(&plain, fields.title.as_deref(), captured.as_deref());
        let context = Context {
            article: at,
            searcher: &searcher,
            markdown: &file.body,
            body_start: file.body_start,
            lang: &lang,
            damaged: file.damaged,
        };
        let mut accounts = Vec::with_capacity(fields.events.len());
        for (position, account) in fields.events.iter().enumerate() {
            self.note_draft(
                account.draft,
                account.attribution().id.or(account.event.as_deref()),
                "events",
                position,
                &mut report,
            );
            let linked = self.account(account, (at, &file.id), position, &context, &mut report);
            accounts.extend(linked.filter(|_| self.options.drafts || account.draft != Some(true)));
        }
        let mut claims = Vec::with_capacity(fields.claims.len());
        for (position, claim) in fields.claims.iter().enumerate() {
            self.note_draft(
                claim.draft,
                claim.attribution().id.or(claim.question.as_deref()),
                "claims",
                position,
                &mut report,
            );
            let linked = self.claim(claim, (at, &file.id), position, &context, &mut report);
            claims.extend(linked.filter(|_| self.options.drafts || claim.draft != Some(true)));
        }
        report_doubles(&file, &mut report);
        self.index.older_articles.check(&fields.aliases, &mut report);
        let published = report.date(&Field::key("published"), fields.published.as_deref());
        let retrieved = report.date(&Field::key("retrieved"), fields.retrieved.as_deref());
        let added = report.date(&Field::key("added"), fields.added.as_deref());
        let source = fields.source.as_deref().and_then(|id| self.source_ref(id, &mut report));
        report_foreign_passages(&file, &searcher, &passages(&plain), &lang, &mut report);
        if !speaks(&file.fields, self.options) {
            accounts.clear();
            claims.clear();
        }
        if fields.draft == Some(true) && !self.options.drafts {
            let message = "this article is a draft, and is left out of the site";
            report.field(Code::Draft, &Field::key("draft"), message, None);
        }
        let url = report.url(&Field::key("url"), fields.url.as_deref());
        let archived = report.url(&Field::key("archived"), fields.archived.as_deref());
        let corrections = corrections(fields, &mut report);
        let withdrawn = fields.withdrawn.as_ref().map(|withdrawn| Withdrawal {
            on: report.date(&Field::key("withdrawn").then("on"), withdrawn.on.as_deref()),
            reason: withdrawn.reason.clone(),
        });
        let inferred = inferred(&fields.inferred, &Field::key("inferred"), INFERABLE, &mut report);
        let included = is_included(&file.fields, self.options);
        let diagnostics = report.into_diagnostics();
        let File { id, path, hash, fields, body: markdown, body_start, damaged: _ } = file;
        let article = Article {
            id,
            path,
            hash,
            title: fields.title.filter(|title| !title.trim().is_empty()),
            source,
            authors: fields.authors,
            url,
            archived,
            capture,
            text: fields.text.or(source.and_then(|at| self.sources[at.0].text)).unwrap_or(self.site.text),
            added: added.or_else(|| retrieved.clone()).or_else(|| published.clone()),
            published,
            retrieved,
            corrections,
            withdrawn,
            inferred,
            draft: fields.draft == Some(true),
            body_start,
            cuts,
            aliases: fields.aliases,
            accounts: 0..0,
            claims: 0..0,
            lang,
        };
        Linked { article, markdown, accounts, claims, diagnostics, included }
    }

    fn note_draft(&self, draft: Option<bool>, id: Option<&str>, list: &str, position: usize, report: &mut Report<'_>) {
        if draft == Some(true) && !self.options.drafts {
            let message = format!("`{}` is a draft, and is left out of the site", id.unwrap_or_default());
            report.field(Code::Draft, &Field::key(list).item(position).then("draft"), message, None);
        }
    }

    fn source_ref(&self, id: &str, report: &mut Report<'_>) -> Option<crate::model::SourceRef> {
        let found = self.index.sources.get(id).copied();
        if found.is_none() {
            let known = self.index.sources.keys().map(String::as_str);
            let otherwise = "write it with `crosscheck new source`, or leave `source` out where it is not known";
            report.unknown_id(&Field::key("source"), "source", id, known, otherwise);
        }
        found
    }
}

fn corrections(fields: &ArticleFields, report: &mut Report<'_>) -> Vec<Correction> {
    let list = fields.corrections.iter().enumerate();
    list.map(|(position, correction)| Correction {
        on: report.date(&Field::key("corrections").item(position).then("on"), correction.on.as_deref()),
        was: correction.was.clone(),
        now: correction.now.clone(),
        why: correction.why.clone(),
    })
    .collect()
}

/// Accounts and claims share one namespace in an article.
fn report_doubles(file: &File<ArticleFields>, report: &mut Report<'_>) {
    let events = file.fields.events.iter().enumerate().map(|(position, account)| {
        (local_id(account.attribution().id, account.event.as_deref()), Field::key("events").item(position))
    });
    let claims = file.fields.claims.iter().enumerate().map(|(position, claim)| {
        (local_id(claim.attribution().id, claim.question.as_deref()), Field::key("claims").item(position))
    });
    let mut seen = std::collections::HashMap::new();
    for (id, field) in events.chain(claims) {
        let Some(id) = id else { continue };
        if let Some(first) = seen.get(id) {
            let message = format!("`{id}` is already the id of another statement in this article");
            let diagnostic = Diagnostic::new(Code::DuplicateId, report.at(&field), message)
                .related(report.at(first), "the first one")
                .help("give this one an `id` of its own");
            report.add(diagnostic);
        } else {
            seen.insert(id, field);
        }
    }
}

/// Paragraphs that the capture does not have: what was cut may be missing from the body, nothing may be added.
fn report_foreign_passages(
    file: &File<ArticleFields>,
    searcher: &Searcher<'_>,
    passages: &[std::ops::Range<usize>],
    lang: &str,
    report: &mut Report<'_>,
) {
    let sensitive = |word: &str| languages::is_sensitive(word, lang);
    for (range, near) in searcher.not_in_capture(passages, &sensitive) {
        let source = markdown::source_range(&file.body, range);
        let place = report.place(At::Bytes(file.body_start + source.start..file.body_start + source.end));
        let help = match near {
            Nearest::Passage(passage) => format!("the capture has, with [yours → the capture's]: {passage}"),
            Nearest::Withheld => "the capture has a passage like it that differs in a figure or a negation".to_string(),
            Nearest::Nothing => "take out what was added; what was cut may stay away".to_string(),
        };
        report
            .add(Diagnostic::new(Code::NotInCapture, place, "this passage is not in the article's capture").help(help));
    }
}
