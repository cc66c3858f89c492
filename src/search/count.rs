//! Counts a run of pages: what each is found by, what a result shows of it, which filters let it through.
//!
//! Words that a former run counted are not counted again: a page that is found by the same words is known by a hash of
//! them. All else about a page is cheap, and made each time.

use std::collections::BTreeMap;

use super::documents::{self, About, Document, Filter, Kind, Words};
use super::memory::Known;
use super::tally::{Counter, Tally};
use crate::model::Window;
use crate::pages::Edition;

/// A run of pages, counted.
pub(super) struct Counted {
    pub(super) pages: Vec<Page>,
    /// Which documents each filter lets through, numbered from the first of the run.
    pub(super) filters: BTreeMap<Filter, Vec<u32>>,
}

/// A page, as the files have it.
pub(super) struct Page {
    pub(super) kind: Kind,
    pub(super) address: String,
    pub(super) text: String,
    pub(super) days: Option<Window>,
    pub(super) quotes: u32,
    /// A hash of all that it is found by.
    pub(super) print: [u8; 32],
    /// The number that it had when its words were counted, where that was done before.
    pub(super) former: Option<u32>,
}

/// Counts a run; gives also the words of those of its pages that are not known, with documents numbered in the same way.
pub(super) fn count(edition: &Edition<'_>, known: &Known, run: &[(Kind, About)]) -> (Counted, Tally) {
    let site = edition.corpus.site.language.as_str();
    let mut counter = Counter::default();
    let mut filters: BTreeMap<Filter, Vec<u32>> = BTreeMap::new();
    let mut pages = Vec::with_capacity(run.len());
    let mut number = 0;
    for (kind, about) in run {
        let document = documents::document(edition, *about);
        let found_by = document.found_by(site);
        let print = print(&document.address, &found_by);
        let former = known.number(&print);
        for (number, words) in (number..).zip(found_by).filter(|_| former.is_none()) {
            for words in words {
                counter.field(words.field, &words.text, words.language);
            }
            counter.end(number);
        }
        let of_quotes = document.quotes.iter().map(|quote| &quote.filters);
        for (number, of_document) in (number..).zip([&document.filters].into_iter().chain(of_quotes)) {
            of_document.iter().for_each(|filter| filters.entry(*filter).or_default().push(number));
        }
        let quotes = document.quotes.len() as u32;
        number += 1 + quotes;
        let text = text(&document);
        pages.push(Page { kind: *kind, text, days: document.days, quotes, address: document.address, print, former });
    }
    (Counted { pages, filters }, counter.finish())
}

fn print(address: &str, found_by: &[Vec<Words<'_>>]) -> [u8; 32] {
    let bytes = postcard::to_stdvec(&(address, found_by)).unwrap_or_default();
    *blake3::hash(&bytes).as_bytes()
}

/// What a result shows, as JSON: address, title, first words, source, date in words and as HTML writes it, language,
/// quotes; what is not there at the end is left out.
fn text(document: &Document<'_>) -> String {
    let date = document.date.as_ref();
    let quotes: Vec<(&str, &str, &str)> = document
        .quotes
        .iter()
        .map(|quote| (quote.anchor.as_str(), quote.text.as_str(), quote.translation.unwrap_or_default()))
        .collect();
    let all = [
        document.address.as_str(),
        document.title.unwrap_or_default(),
        &document.opening,
        document.source.unwrap_or_default(),
        date.map_or("", |date| &date.words),
        date.and_then(|date| date.iso.as_deref()).unwrap_or_default(),
        document.language.unwrap_or_default(),
    ];
    let last = all.iter().rposition(|part| !part.is_empty()).map_or(0, |last| last + 1);
    let text = if quotes.is_empty() {
        serde_json::to_string(&all[..last])
    } else {
        let [address, title, opening, source, words, iso, language] = all;
        serde_json::to_string(&(address, title, opening, source, words, iso, language, quotes))
    };
    text.unwrap_or_default()
}
