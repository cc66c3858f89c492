//! The Data page: which files there are, what is in them, and under which terms. What columns the tables have and what
//! each means is the tables' own knowledge, which the template asks for.

use std::collections::BTreeMap;

use serde::Serialize;

use super::address::Here;
use super::dated::{CALENDAR, TIMELINE_JS};
use super::edition::Edition;
use super::feeds::Feed;
use super::license;
use super::parts::Named;

/// Where the collection of annotations is.
pub const ANNOTATIONS: &str = "data/annotations.jsonld";

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DataView {
    /// How many rows each table has, by its name.
    pub rows: BTreeMap<&'static str, usize>,
    /// The terms of the site's own data, with where they can be read.
    pub terms: Option<Named>,
    /// The publishers with an article here, and their terms.
    pub sources: Vec<SourceTerms>,
    /// The other forms in which the site can be read.
    pub forms: Vec<Form>,
    /// Whether questions and events have a file of their own.
    pub page_data: bool,
}

/// A form in which other programs read the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Form {
    /// Its name in the message files, after `data-`.
    pub key: &'static str,
    /// Its files.
    pub files: Vec<Named>,
    /// What else there is of it, as the settings ask: names in the message files.
    pub more: Vec<&'static str>,
    /// How many things it leaves out, because they have no date.
    pub left_out: usize,
}

/// The terms of a publisher's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourceTerms {
    /// The publisher.
    pub source: Named,
    /// Its terms, where they are stated.
    pub terms: Option<Named>,
}

/// The view of the page.
pub fn view(edition: &Edition<'_>, here: &Here) -> DataView {
    let corpus = edition.corpus;
    let rows = [
        ("claims", corpus.claims.len()),
        ("events", corpus.events.len()),
        ("accounts", corpus.accounts.len()),
        ("findings", edition.comparison.findings.len()),
        ("questions", corpus.questions.len()),
        ("articles", corpus.articles.iter().filter(|article| article.withdrawn.is_none()).count()),
        ("sources", corpus.sources.len()),
        ("entities", edition.entities().count()),
    ];
    let sources = edition.sources().map(|at| SourceTerms {
        source: edition.source_name(here, at),
        terms: corpus[at].license.as_deref().map(terms),
    });
    DataView {
        rows: rows.into_iter().collect(),
        terms: corpus.site.license.as_deref().map(terms),
        sources: sources.collect(),
        forms: forms(edition, here),
        page_data: corpus.site.page_data,
    }
}

fn forms(edition: &Edition<'_>, here: &Here) -> Vec<Form> {
    let corpus = edition.corpus;
    let file = |path: &str| Named::link(path, here.to(path));
    let mut forms = Vec::new();
    if Feed::are_there(&corpus.site) {
        let undated = edition.articles().filter(|&at| corpus[at].added.is_none()).count();
        let files = vec![file(&Feed::atom("")), file(&Feed::json(""))];
        let wanted = corpus.site.feeds;
        let more = [(wanted.entities, "data-feeds-of-entities"), (wanted.questions, "data-feeds-of-questions")];
        let more = more.into_iter().filter_map(|(wanted, key)| wanted.then_some(key)).collect();
        forms.push(Form { key: "feeds", files, more, left_out: undated });
    }
    if edition.has_dated_events() {
        let undated = edition.timeline().len() - edition.dated_events().count();
        forms.push(Form { key: "calendar", files: vec![file(CALENDAR)], more: vec![], left_out: undated });
        forms.push(Form { key: "timelinejs", files: vec![file(TIMELINE_JS)], more: vec![], left_out: undated });
    }
    if corpus.accounts.len() + corpus.claims.len() > 0 {
        forms.push(Form { key: "annotations", files: vec![file(ANNOTATIONS)], more: vec![], left_out: 0 });
    }
    forms
}

fn terms(written: &str) -> Named {
    Named { name: Some(written.to_owned()), href: license::address(written) }
}
