//! The Data page: which files there are, what is in them, and under which terms. What columns the tables have and what
//! each means is the tables' own knowledge, which the template asks for.

use std::collections::BTreeMap;

use serde::Serialize;

use super::address::Here;
use super::edition::Edition;
use super::license;
use super::parts::Named;

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DataView {
    /// How many rows each table has, by its name.
    pub rows: BTreeMap<&'static str, usize>,
    /// The terms of the site's own data, with where they can be read.
    pub terms: Option<Named>,
    /// The publishers with an article here, and their terms.
    pub sources: Vec<SourceTerms>,
    /// Whether questions and events have a file of their own.
    pub page_data: bool,
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
        page_data: corpus.site.page_data,
    }
}

fn terms(written: &str) -> Named {
    Named { name: Some(written.to_owned()), href: license::address(written) }
}
