//! The files of the index: documents counted in runs, put together, and laid out in files.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;

use chrono::NaiveDate;
use rayon::prelude::*;
use serde::Serialize;

use super::digits;
use super::documents::{self, About, Document, Filter, Kind};
use super::groups::{self, Run, Word, by_utf16};
use super::shelves::{Size, divide};
use super::tally::{Counter, Tally};
use crate::model::Window;
use crate::pages::Edition;

/// Changes whenever a browser with an older `search.js` could not read the files.
const FORMAT: u32 = 1;
/// Articles are counted in so many runs, whatever the number of threads.
const RUNS: usize = 16;
/// A run has at least so many documents.
const SHORT: usize = 64;
/// The size of files of words.
const WORDS: Size = Size { least: 18 << 10, more: 8 << 10, most: 48 << 10 };
/// The size of files of texts.
const TEXTS: Size = Size { least: 14 << 10, more: 4 << 10, most: 24 << 10 };

/// The files of a site's index.
pub struct Index {
    files: Vec<(String, Vec<u8>)>,
}

/// A run of documents, counted.
struct Counted {
    kind: Kind,
    tally: Tally,
    pages: Vec<Page>,
    /// Which documents of the run, by number from its first, each filter lets through.
    filters: BTreeMap<Filter, Vec<u32>>,
}

/// A page, as the files have it.
struct Page {
    address: String,
    text: String,
    days: Option<Window>,
    quotes: u32,
}

impl Index {
    /// Makes all files.
    pub fn of(edition: &Edition<'_>) -> Self {
        let kinds = documents::all(edition);
        let runs: Vec<(Kind, &[About])> = kinds
            .iter()
            .flat_map(|(kind, pages)| pages.chunks(SHORT.max(pages.len().div_ceil(RUNS))).map(|run| (*kind, run)))
            .collect();
        let runs: Vec<Counted> = runs.into_par_iter().map(|(kind, run)| count(edition, kind, run)).collect();
        let (kinds, firsts) = number(&runs);
        let documents = kinds.iter().map(|kind| kind.2).sum();

        let counted: Vec<Run<'_>> =
            runs.iter().zip(&firsts).map(|(run, &first)| Run { first, tally: &run.tally }).collect();
        let words = groups::words(&counted, documents);
        let filters = filters(edition, &runs, &firsts);

        let mut files = Files::default();
        let words = shards(&words, &filters, &mut files);
        let texts = texts(&runs, &firsts, &mut files);
        files.0.push(("search/dates.txt".into(), dates(&runs).into_bytes()));
        files.0.sort();
        let root = Root { format: FORMAT, version: files.version(), documents, kinds, words, texts };
        let root = serde_json::to_vec(&root).unwrap_or_default();
        files.0.push(("search/index.json".into(), root));
        files.0.sort();
        Self { files: files.0 }
    }

    /// The files, sorted by their paths.
    pub fn into_files(self) -> Vec<(String, Vec<u8>)> {
        self.files
    }
}

/// `search/index.json`.
#[derive(Serialize)]
struct Root {
    format: u32,
    /// Another one where any file is another.
    version: String,
    documents: u32,
    /// Each kind's name, the number of its first document, and how many it has, quotes with their article.
    kinds: Vec<(&'static str, u32, u32)>,
    /// Each file's first word and name.
    words: Vec<(String, String)>,
    /// Each file's first document and name.
    texts: Vec<(u32, String)>,
}

#[derive(Default)]
struct Files(Vec<(String, Vec<u8>)>);

impl Files {
    /// Names a file by what it begins with.
    fn add(&mut self, folder: &str, extension: &str, first: &str, text: String) -> String {
        let name = short(blake3::hash(first.as_bytes()));
        self.0.push((format!("search/{folder}/{name}.{extension}"), text.into_bytes()));
        name
    }

    fn version(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        for (path, bytes) in &self.0 {
            hasher.update(path.as_bytes()).update(blake3::hash(bytes).as_bytes());
        }
        short(hasher.finalize())
    }
}

fn short(hash: blake3::Hash) -> String {
    hash.to_hex()[..10].to_owned()
}

fn count(edition: &Edition<'_>, kind: Kind, run: &[About]) -> Counted {
    let mut counter = Counter::default();
    let mut filters: BTreeMap<Filter, Vec<u32>> = BTreeMap::new();
    let mut pages = Vec::with_capacity(run.len());
    let mut number = 0;
    for about in run {
        let document = documents::document(edition, *about);
        for words in &document.words {
            counter.field(words.field, &words.text, words.language);
        }
        counter.end(number);
        document.filters.iter().for_each(|filter| filters.entry(*filter).or_default().push(number));
        let language = document.language.unwrap_or(&edition.corpus.site.language);
        for quote in &document.quotes {
            number += 1;
            counter.quote(&quote.text, language);
            if let Some(translation) = quote.translation {
                counter.quote(translation, &edition.corpus.site.language);
            }
            counter.end(number);
            quote.filters.iter().for_each(|filter| filters.entry(*filter).or_default().push(number));
        }
        number += 1;
        pages.push(Page {
            text: text(&document),
            days: document.days,
            quotes: document.quotes.len() as u32,
            address: document.address,
        });
    }
    Counted { kind, tally: counter.finish(), pages, filters }
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

/// The kinds with the numbers of their documents, and the number of each run's first. Each kind has room to grow, so
/// that one more event does not move every article.
fn number(runs: &[Counted]) -> (Vec<(&'static str, u32, u32)>, Vec<u32>) {
    let mut firsts = Vec::with_capacity(runs.len());
    let mut kinds = Vec::new();
    let mut start = 0_u32;
    for of_kind in runs.chunk_by(|a, b| a.kind == b.kind) {
        let mut next = start;
        for run in of_kind {
            firsts.push(next);
            next += run.pages.iter().map(|page| 1 + page.quotes).sum::<u32>();
        }
        let count = next - start;
        kinds.push((of_kind[0].kind.name(), start, count));
        start += count.next_power_of_two().max(SHORT as u32);
    }
    (kinds, firsts)
}

/// For each filter its documents as text: how many are left out and how many are let through, again and again.
fn filters(edition: &Edition<'_>, runs: &[Counted], firsts: &[u32]) -> Vec<(String, String)> {
    let mut all: BTreeMap<Filter, Vec<u32>> = BTreeMap::new();
    for (run, first) in runs.iter().zip(firsts) {
        for (filter, numbers) in &run.filters {
            all.entry(*filter).or_default().extend(numbers.iter().map(|number| first + number));
        }
    }
    let list = |numbers: &[u32]| {
        let mut text = String::from("/");
        let mut end = 0;
        for run in numbers.chunk_by(|a, b| a + 1 == *b) {
            digits::push(&mut text, run[0] - end);
            digits::push(&mut text, run.len() as u32);
            end = run[0] + run.len() as u32;
        }
        text
    };
    let mut filters: Vec<(String, String)> =
        all.into_par_iter().map(|(filter, numbers)| (filter.word(edition), list(&numbers))).collect();
    filters.sort_unstable();
    filters
}

impl Filter {
    /// What stands for it among the words; no word has a `/` in it.
    fn word(self, edition: &Edition<'_>) -> String {
        match self {
            Self::Source(at) => format!("source/{}", edition.corpus[at].id),
            Self::Entity(at) => format!("entity/{}", edition.corpus[at].id),
        }
    }
}

/// Lays the words out in files; gives each file's first word and name.
fn shards(words: &[Word<'_>], filters: &[(String, String)], files: &mut Files) -> Vec<(String, String)> {
    let lines: Vec<(&str, String)> = words
        .par_iter()
        .enumerate()
        .map(|(at, word)| match words.get(word.home) {
            Some(home) if word.home != at => match form_of(word.word, home.word) {
                Some(form) => (word.word, form),
                None => (word.word, home.documents.clone()),
            },
            _ => (word.word, word.documents.clone()),
        })
        .collect();
    let mut lines: Vec<(&str, &str)> = lines.iter().map(|(word, payload)| (*word, payload.as_str())).collect();
    lines.extend(filters.iter().map(|(word, payload)| (word.as_str(), payload.as_str())));
    lines.par_sort_unstable_by(|a, b| by_utf16(a.0, b.0));
    let shards = divide(lines.iter().map(|(word, payload)| (*word, word.len() + payload.len())), WORDS);
    let texts: Vec<String> = shards.par_iter().map(|range| shard(&lines[range.clone()])).collect();
    let firsts = shards.iter().map(|range| lines[range.start].0);
    let name = |(first, text): (&str, String)| (first.to_owned(), files.add("words", "txt", first, text));
    firsts.zip(texts).map(name).collect()
}

/// A file of words: in each line how many letters the word shares with the one before, the rest of it, a tab, its list.
fn shard(lines: &[(&str, &str)]) -> String {
    let mut text = String::new();
    let mut before = "";
    for (word, payload) in lines {
        let (units, bytes) = shared(before, word, 31);
        digits::push(&mut text, units);
        let _ = writeln!(text, "{}\t{payload}", &word[bytes..]);
        before = word;
    }
    text
}

/// Instead of a list: how many letters to take from the word's end, as one digit, and what to put there for the form that
/// has the list. `None` where the digit is too small for it.
fn form_of(word: &str, home: &str) -> Option<String> {
    let (_, bytes) = shared(word, home, u32::MAX);
    let less = word[bytes..].encode_utf16().count() as u32;
    let mut text = String::from("=");
    digits::push(&mut text, less);
    (less < 32).then(|| text + &home[bytes..])
}

/// How much two words share from their beginning, in UTF-16 and in bytes.
fn shared(a: &str, b: &str, most: u32) -> (u32, usize) {
    let (mut units, mut bytes) = (0, 0);
    for (a, b) in a.chars().zip(b.chars()) {
        let next = units + a.len_utf16() as u32;
        if a != b || next > most {
            break;
        }
        units = next;
        bytes += a.len_utf8();
    }
    (units, bytes)
}

/// Lays the texts out in files; gives each file's first document and name.
fn texts(runs: &[Counted], firsts: &[u32], files: &mut Files) -> Vec<(u32, String)> {
    let mut all: Vec<(u32, &Page)> = Vec::new();
    for (run, first) in runs.iter().zip(firsts) {
        let mut number = *first;
        for page in &run.pages {
            all.push((number, page));
            number += 1 + page.quotes;
        }
    }
    let ranges = divide(all.iter().map(|(_, page)| (page.address.as_str(), page.text.len())), TEXTS);
    let file = |range: &Range<usize>| {
        // The numbers of kinds have gaps: a file that goes over one says so by where its pages are.
        let mut text = String::from("[");
        for (position, (number, page)) in all[range.clone()].iter().enumerate() {
            let comma = if position == 0 { "" } else { ",\n" };
            let _ = write!(text, "{comma}[{},{}]", number - all[range.start].0, page.text);
        }
        text + "]"
    };
    let texts: Vec<String> = ranges.par_iter().map(file).collect();
    let firsts = ranges.iter().map(|range| all[range.start]);
    let name =
        |((number, page), text): ((u32, &Page), String)| (number, files.add("texts", "json", &page.address, text));
    firsts.zip(texts).map(name).collect()
}

/// Of every page in order: how many quotes it has and how much is known of its date, in one number; then the first day
/// that it may mean, counted from that of the page before, and how many more days it may be.
fn dates(runs: &[Counted]) -> String {
    let mut text = String::new();
    let mut before = 0;
    for page in runs.iter().flat_map(|run| &run.pages) {
        let Some((first, last)) = page.days.map(days) else {
            digits::push(&mut text, page.quotes << 2);
            continue;
        };
        digits::push(&mut text, page.quotes << 2 | if first == last { 1 } else { 2 });
        digits::push_signed(&mut text, first - before);
        if last > first {
            digits::push(&mut text, (last - first) as u32);
        }
        before = first;
    }
    text
}

/// Days from the first of 1970; an open end is the first or last that four digits can write.
fn days(window: Window) -> (i32, i32) {
    const FIRST: i32 = -719_528;
    const LAST: i32 = 2_932_896;
    let day = |day: NaiveDate| (day - NaiveDate::default()).num_days().clamp(FIRST.into(), LAST.into()) as i32;
    (window.start.map_or(FIRST, day), window.end.map_or(LAST, day))
}
