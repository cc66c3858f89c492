//! What the site says about passages, as W3C Web Annotations (<https://www.w3.org/TR/annotation-model/>): a collection, and
//! pages of bounded size, so that tools for annotation can show on the original what was marked here.
//!
//! | file | |
//! |---|---|
//! | `data/annotations.jsonld` | the `AnnotationCollection`: how many there are, and where they begin |
//! | `data/annotations/<n>.jsonld` | an `AnnotationPage` of at most [`PAGE`] statements |
//!
//! Each claim and each account is an annotation. Its target is the article where it was published, and in it the quoted
//! words by themselves (`TextQuoteSelector`), with what stands before and after them only as far as the site shows those
//! words too: within the block where the text is shown in full, within the sentence where only quotes are. Of an article
//! whose words are withheld the target is the article as a whole.

use std::ops::Range;

use serde::Serialize;

use super::Data;
use super::moment::{self, rfc3339};
use super::tag::Tags;
use crate::model::{Article, ArticleRef, Attribution, Corpus, Quote, TextMode};
use crate::pages::address::{self, Here};
use crate::pages::{ANNOTATIONS, Edition, Reach, Shown, license};

/// How many statements a page has at the most.
pub(super) const PAGE: usize = 1_000;

/// How many characters before and after a quote are given.
const CONTEXT: usize = 32;

const VOCABULARY: &str = "http://www.w3.org/ns/anno.jsonld";

/// How many pages there are. A corpus has what is shown and nothing else: drafts only where they were asked for, and of
/// withdrawn articles no statements.
pub(super) fn pages(corpus: &Corpus) -> usize {
    total(corpus).div_ceil(PAGE)
}

fn total(corpus: &Corpus) -> usize {
    corpus.accounts.len() + corpus.claims.len()
}

/// The path of a page, counted from 0.
pub(super) fn page_path(page: usize) -> String {
    format!("data/annotations/{}.jsonld", page + 1)
}

#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    r#type: &'static str,
    label: &'a str,
    creator: Creator<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rights: Option<String>,
    total: usize,
    first: String,
    last: String,
}

#[derive(Serialize)]
struct Creator<'a> {
    r#type: &'static str,
    name: &'a str,
    homepage: String,
}

/// The collection.
pub(super) fn collection(data: &Data<'_>) -> Vec<u8> {
    let corpus = data.edition.corpus;
    let site = &corpus.site;
    let there = Here { root: site.base_url.clone() };
    let collection = Collection {
        context: VOCABULARY,
        id: there.to(ANNOTATIONS),
        r#type: "AnnotationCollection",
        label: &site.title,
        creator: Creator { r#type: "Organization", name: &site.title, homepage: there.to("") },
        rights: site.license.as_deref().and_then(license::address),
        total: total(corpus),
        first: there.to(page_path(0)),
        last: there.to(page_path(pages(corpus).saturating_sub(1))),
    };
    let mut bytes = serde_json::to_vec_pretty(&collection).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

#[derive(Serialize)]
struct Page<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    r#type: &'static str,
    #[serde(rename = "partOf")]
    part_of: String,
    #[serde(rename = "startIndex")]
    start_index: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    prev: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
    items: Vec<Annotation<'a>>,
}

#[derive(Serialize)]
struct Annotation<'a> {
    id: String,
    r#type: &'static str,
    motivation: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    modified: Option<String>,
    body: (Words<'a>, Link),
    target: Vec<Target<'a>>,
}

/// What the site makes of the passage, in words.
#[derive(Serialize)]
struct Words<'a> {
    r#type: &'static str,
    value: String,
    format: &'static str,
    language: &'a str,
    purpose: &'static str,
}

/// The page of the question or the event.
#[derive(Serialize)]
struct Link {
    r#type: &'static str,
    source: String,
    purpose: &'static str,
}

#[derive(Clone, Serialize)]
struct Target<'a> {
    source: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<State<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    selector: Option<Selector>,
}

/// The article as it was when it was captured.
#[derive(Clone, Serialize)]
struct State<'a> {
    r#type: &'static str,
    #[serde(rename = "sourceDate", skip_serializing_if = "Option::is_none")]
    source_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cached: Option<&'a str>,
}

#[derive(Clone, Serialize)]
struct Selector {
    r#type: &'static str,
    exact: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    prefix: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    suffix: String,
}

/// The statements on a page, and the articles that make them: statements are numbered article by article.
fn on_page(corpus: &Corpus, page: usize) -> (Range<usize>, Range<usize>) {
    let wanted = page * PAGE..((page + 1) * PAGE).min(total(corpus));
    let first = corpus.articles.partition_point(|article| before(article) <= wanted.start).saturating_sub(1);
    let end = corpus.articles.partition_point(|article| before(article) < wanted.end);
    (wanted, first..end)
}

/// How many statements there are in all articles before this one.
fn before(article: &Article) -> usize {
    article.accounts.start + article.claims.start
}

/// A hash of all that a page can depend on, the program apart.
pub(super) fn reach(corpus: &Corpus, reach: &Reach<'_>, page: usize) -> [u8; 32] {
    let (wanted, articles) = on_page(corpus, page);
    let first = corpus.articles.get(articles.start).map_or(0, before);
    reach.print_of(|from| {
        [page, pages(corpus), wanted.start - first, wanted.len()].into_iter().for_each(|count| from.number(count));
        for article in &corpus.articles[articles] {
            from.article(article);
            // The first account of an event that has a title gives it, in whatever article that is.
            let accounts = &corpus.accounts[article.accounts.clone()];
            accounts.iter().for_each(|account| from.text(corpus.event_title(account.event)));
        }
    })
}

/// One page, counted from 0.
pub(super) fn page(data: &Data<'_>, page: usize) -> Vec<u8> {
    let edition = data.edition;
    let corpus = edition.corpus;
    let there = Here { root: corpus.site.base_url.clone() };
    let tags = Tags::new(&corpus.site.base_url);
    let (wanted, articles) = on_page(corpus, page);
    let first = articles.start;
    let originals: Vec<String> = corpus.articles[articles]
        .iter()
        .map(|article| article.url.clone().unwrap_or_else(|| there.to(address::article(article))))
        .collect();
    let mut items = Vec::with_capacity(wanted.len());
    for (offset, original) in originals.iter().enumerate() {
        let at = ArticleRef(first + offset);
        let article = &corpus[at];
        let own =
            |from: usize| from.clamp(before(article), before(article) + article.accounts.len() + article.claims.len());
        let of_article = OfArticle { edition, there: &there, tags: &tags, original, shown: edition.shown(at), article };
        items
            .extend((own(wanted.start)..own(wanted.end)).map(|number| of_article.annotation(number - before(article))));
    }
    let neighbour = |page: usize| there.to(page_path(page));
    let page = Page {
        context: VOCABULARY,
        id: neighbour(page),
        r#type: "AnnotationPage",
        part_of: there.to(ANNOTATIONS),
        start_index: wanted.start,
        prev: page.checked_sub(1).map(neighbour),
        next: (page + 1 < pages(corpus)).then(|| neighbour(page + 1)),
        items,
    };
    let mut bytes = serde_json::to_vec(&page).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// An article whose statements are annotations.
struct OfArticle<'e, 'a> {
    edition: &'e Edition<'a>,
    there: &'e Here,
    tags: &'e Tags,
    original: &'e str,
    shown: Shown,
    article: &'a Article,
}

impl<'e, 'a: 'e> OfArticle<'e, 'a> {
    /// Its accounts come first, then its claims.
    fn annotation(&self, number: usize) -> Annotation<'e> {
        let corpus = self.edition.corpus;
        let language = self.edition.language;
        let accounts = self.article.accounts.len();
        let (id, attribution, words, about) = if number < accounts {
            let account = &corpus.accounts[self.article.accounts.start + number];
            let title = corpus.event_title(account.event);
            let words = match &account.date {
                Some(date) => format!("{title} · {}", self.edition.words(date)),
                None => title.to_owned(),
            };
            (&account.id, &account.attribution, words, address::event(&corpus[account.event]))
        } else {
            let claim = &corpus.claims[self.article.claims.start + number - accounts];
            let question = &corpus[claim.question];
            let value = self.edition.value(self.there, claim).name;
            let value = value.unwrap_or_else(|| language.text("not-named", &[]));
            (&claim.id, &claim.attribution, format!("{} {value}", question.question), address::question(question))
        };
        let created = moment::added(self.article);
        let modified = moment::updated(self.article).filter(|updated| Some(*updated) != created);
        Annotation {
            id: self.tags.of("annotation", id),
            r#type: "Annotation",
            motivation: "describing",
            created: created.map(rfc3339),
            modified: modified.map(rfc3339),
            body: (
                Words {
                    r#type: "TextualBody",
                    value: words,
                    format: "text/plain",
                    language: language.tag(),
                    purpose: "describing",
                },
                Link { r#type: "SpecificResource", source: self.there.to(about), purpose: "linking" },
            ),
            target: self.targets(attribution),
        }
    }

    /// The quoted passages; the article as a whole where there are none, or where its words are withheld.
    fn targets(&self, attribution: &Attribution) -> Vec<Target<'e>> {
        let source_date = self.article.retrieved.as_ref().and_then(moment::of).map(rfc3339);
        let cached = self.article.archived.as_deref();
        let captured = source_date.is_some() || cached.is_some();
        let state = captured.then_some(State { r#type: "TimeState", source_date, cached });
        let whole = Target { source: self.original, state, selector: None };
        if self.article.text == TextMode::Link || attribution.quotes.is_empty() {
            return vec![whole];
        }
        let quoted = |quote: &Quote| Target { selector: Some(self.selector(quote)), ..whole.clone() };
        attribution.quotes.iter().map(quoted).collect()
    }

    fn selector(&self, quote: &Quote) -> Selector {
        let context = quote.range.as_ref().and_then(|range| {
            let shown = self.shown.runs.iter().find(|shown| shown.start <= range.start && range.end <= shown.end)?;
            let before = self.shown.plain.get(shown.start..range.start)?;
            let after = self.shown.plain.get(range.end..shown.end)?;
            let from = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
            let to = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
            Some((spaced(before.get(from..)?), spaced(after.get(..to)?)))
        });
        let (prefix, suffix) = context.unwrap_or_default();
        Selector { r#type: "TextQuoteSelector", exact: spaced(quote.text.trim()), prefix, suffix }
    }
}

/// Words as a browser has them: every run of white space is one space.
fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match (c.is_whitespace(), out.ends_with(' ')) {
            (true, true) => {}
            (true, false) => out.push(' '),
            (false, _) => out.push(c),
        }
    }
    out
}
