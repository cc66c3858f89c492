//! Who says it, in which words: the part that accounts and claims share.

use super::Linker;
use super::names::Meaning;
use super::quotes::{Failure, Searcher, Wanted};
use super::report::{Report, near};
use crate::diagnostics::{At, Code, Diagnostic, Field};
use crate::languages;
use crate::model::{ArticleRef, Attribution, Inferred, Party, Quote, Via};
use crate::read::fields::AttributionFields;
use crate::read::markdown;

use super::nearest::Nearest;

/// The article that a statement is in, as far as its quotes need it.
pub(super) struct Context<'a> {
    pub(super) article: ArticleRef,
    pub(super) searcher: &'a Searcher<'a>,
    pub(super) markdown: &'a str,
    /// Where the body begins in the file, in bytes.
    pub(super) body_start: usize,
    pub(super) lang: &'a str,
    /// Something in the front matter was reported and taken out: what seems to be missing may have been there.
    pub(super) damaged: bool,
}

impl Linker<'_> {
    /// Links the shared fields of the account or claim at `field`.
    pub(super) fn attribution(
        &self,
        fields: &AttributionFields<'_>,
        field: &Field,
        allowed: &[&str],
        context: &Context<'_>,
        report: &mut Report<'_>,
    ) -> Attribution {
        let quotes = self.quotes(fields, field, context, report);
        Attribution {
            by: fields.by.map(|by| self.party(by, &field.then("by"), report)),
            said: report.date(&field.then("said"), fields.said),
            via: fields.via.and_then(|via| self.via(via, &field.then("via"), context.article, report)),
            stance: fields.stance.unwrap_or_default(),
            quotes,
            translation: fields.translation.map(str::to_string),
            note: fields.note.map(str::to_string),
            inferred: inferred(fields.inferred, &field.then("inferred"), allowed, report),
            draft: fields.draft,
        }
    }

    fn quotes(
        &self,
        fields: &AttributionFields<'_>,
        field: &Field,
        context: &Context<'_>,
        report: &mut Report<'_>,
    ) -> Vec<Quote> {
        let sensitive = |word: &str| languages::is_sensitive(word, context.lang);
        // Most statements have one.
        let mut quotes = Vec::with_capacity(fields.quote.iter().count());
        for (position, quote) in fields.quote.iter().enumerate() {
            let wanted =
                Wanted { exact: &quote.exact, prefix: quote.prefix.as_deref(), suffix: quote.suffix.as_deref() };
            match context.searcher.anchor(&wanted, &sensitive) {
                Ok(found) => quotes.push(found),
                Err(failure) => {
                    let diagnostic = explain(&failure, &wanted, &field.then("quote").item(position), context, report);
                    report.add(diagnostic);
                }
            }
        }
        quotes.sort_by_key(|quote| quote.range.as_ref().map(|range| range.start));
        quotes
    }

    /// Who asserts something: an entity, a source, or a text.
    fn party(&self, written: &str, field: &Field, report: &mut Report<'_>) -> Party {
        if let Some(&entity) = self.index.entities.get(written) {
            return Party::Entity(entity);
        }
        if let Some(&source) = self.index.sources.get(written) {
            return Party::Source(source);
        }
        match self.index.names.meaning(written) {
            Meaning::One(entity) => Party::Entity(entity),
            Meaning::Several(entities) => {
                self.ambiguous(written, entities, field, report);
                Party::Text(written.to_string())
            }
            Meaning::Nobody => {
                if let Some(&source) = self.index.source_names.get(written) {
                    return Party::Source(source);
                }
                let ids = self.index.entities.keys().chain(self.index.sources.keys()).map(String::as_str);
                if let Some(near) = written.contains('-').then(|| near(written, ids)).flatten() {
                    let message = format!("no entity or source has the id `{written}`; it is shown as text");
                    report.field(Code::UnknownName, field, message, Some(format!("did you mean `{near}`?")));
                }
                Party::Text(written.to_string())
            }
        }
    }

    /// Where an article got something: another article, a claim, a party or a text.
    fn via(&self, written: &str, field: &Field, own: ArticleRef, report: &mut Report<'_>) -> Option<Via> {
        match self.index.claims.get(written) {
            Some(Some(claim)) => return Some(Via::Claim(*claim)),
            Some(None) => return Some(Via::Party(Party::Text(written.to_string()))),
            None => {}
        }
        match self.index.articles.get(written) {
            Some(&article) if article == own => {
                let help = "write where this article got it, or leave `via` out";
                report.field(Code::Cycle, field, format!("`{written}` is this article itself"), Some(help.into()));
                return None;
            }
            Some(&article) => return Some(Via::Article(article)),
            None => {}
        }
        if let Some((article, _)) = written.split_once('#')
            && self.index.articles.contains_key(article)
        {
            let claims = self.index.claims.keys().map(String::as_str);
            report.unknown_id(
                field,
                "claim",
                written,
                claims,
                "a claim is named by its article and its id: `article#id`",
            );
        }
        Some(Via::Party(self.party(written, field, report)))
    }

    /// A name that several entities have.
    pub(super) fn ambiguous(
        &self,
        written: &str,
        entities: &[crate::model::EntityRef],
        field: &Field,
        report: &mut Report<'_>,
    ) {
        let ids: Vec<String> = entities.iter().map(|entity| format!("`{}`", self.entities[entity.0].id)).collect();
        let message = format!("“{written}” is the name of {} entities", ids.len());
        report.field(
            Code::AmbiguousName,
            field,
            message,
            Some(format!("write the id of the one meant: {}", ids.join(" or "))),
        );
    }
}

/// Fields that were inferred; a name that is not a field's is reported.
pub(super) fn inferred(
    fields: &[(String, String)],
    field: &Field,
    allowed: &[&str],
    report: &mut Report<'_>,
) -> Inferred {
    for (name, because) in fields {
        if !allowed.contains(&name.as_str()) {
            let help = match near(name, allowed.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "name the field that was inferred, and say why".to_string(),
            };
            report.name(
                Code::UnknownKey,
                &field.then(name),
                format!("there is no field `{name}` to infer"),
                Some(help),
            );
        } else if because.trim().is_empty() {
            let message = format!("why `{name}` was inferred is not said");
            report.field(Code::MissingKey, &field.then(name), message, Some("write the reason; readers see it".into()));
        }
    }
    fields.iter().cloned().collect()
}

/// Says why a quote was not anchored, and what to write instead.
fn explain(
    failure: &Failure,
    wanted: &Wanted<'_>,
    field: &Field,
    context: &Context<'_>,
    report: &Report<'_>,
) -> Diagnostic {
    let place = report.at(field);
    match failure {
        Failure::Empty => Diagnostic::new(Code::QuoteNotFound, place, "the quote has no words")
            .help("copy the words from the article's text, or leave `quote` out"),
        Failure::NotFound(near) => Diagnostic::new(
            Code::QuoteNotFound,
            place,
            "the article does not contain this quote",
        )
        .help(not_found_help(wanted, near, "the article's text")),
        Failure::NotInCapture(near) => {
            let message = "the quote is in the article's text here, but not in its capture";
            Diagnostic::new(Code::QuoteNotInCapture, place, message).help(not_found_help(wanted, near, "the capture"))
        }
        Failure::Ambiguous(places) => {
            let message = format!("the article contains this quote {} times", places.len());
            let mut diagnostic = Diagnostic::new(Code::QuoteAmbiguous, place, message);
            for range in places {
                let source = markdown::source_range(context.markdown, range.clone());
                let bytes = context.body_start + source.start..context.body_start + source.end;
                diagnostic = diagnostic.related(report.place(At::Bytes(bytes)), "here");
            }
            diagnostic.help(
                "quote more words, or say which place is meant: `{exact: …, prefix: the words before it, suffix: the words after it}`",
            )
        }
    }
}

fn not_found_help(wanted: &Wanted<'_>, near: &Nearest, text: &str) -> String {
    if wanted.exact.contains('…') || wanted.exact.contains("...") || wanted.exact.contains("[") {
        return "a quote is one unbroken passage; for words in several places write a list of quotes".into();
    }
    match near {
        Nearest::Passage(passage) => format!("the nearest passage in {text} is, with [yours → the text's]: {passage}"),
        Nearest::Withheld => {
            format!("{text} has a passage like it that differs in a figure or a negation: read it there, and copy it")
        }
        Nearest::Nothing => format!("copy the words from {text} exactly"),
    }
}
