//! The files of the index: documents counted in runs, put together, and laid out in files.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;

use chrono::NaiveDate;
use rayon::prelude::*;
use serde::Serialize;

use super::count::{Counted, Page, count};
use super::digits;
use super::documents::{self, About, Filter, Kind};
use super::groups::{self, Word};
use super::memory::{Known, Memory};
use super::merge::{GONE, Part, by_utf16, merge};
use super::shelves::{Size, divide};
use super::tally::Tally;
use crate::model::Window;
use crate::pages::Edition;

/// Changes whenever a browser with an older `search.js` could not read the files.
const FORMAT: u32 = 1;
/// Pages are counted in so many runs for each thread, so that none waits long for the last.
const RUNS: usize = 2;
/// A run has at least so many pages.
const SHORT: usize = 64;
/// A run has at most so many pages: while a run is counted, it takes much more memory than afterwards.
const LONG: usize = 16_384;
/// The size of files of words.
const WORDS: Size = Size { least: 18 << 10, more: 8 << 10, most: 48 << 10 };
/// The size of files of texts.
const TEXTS: Size = Size { least: 14 << 10, more: 4 << 10, most: 24 << 10 };

/// The files of a site's index.
pub struct Index {
    files: Vec<(String, Vec<u8>)>,
}

impl Index {
    /// Makes all files. They are the same whatever is remembered, and however many threads there are.
    pub fn of(edition: &Edition<'_>, memory: &Memory) -> Self {
        let known = memory.take();
        let all = documents::all(edition);
        let all: Vec<(Kind, About)> =
            all.iter().flat_map(|(kind, pages)| pages.iter().map(|about| (*kind, *about))).collect();
        let run = all.len().div_ceil(RUNS * rayon::current_num_threads()).clamp(SHORT, LONG);
        let (runs, tallies): (Vec<Counted>, Vec<Tally>) =
            all.par_chunks(run).map(|run| count(edition, &known, run)).unzip();
        let pages: Vec<&Page> = runs.iter().flat_map(|run| &run.pages).collect();
        let (kinds, numbers) = number(&pages);
        let documents = kinds.iter().map(|kind| kind.2).sum();

        let of_runs = of_runs(&runs, &numbers);
        let kept = pages.iter().filter(|page| page.former.is_some()).count();
        let is_new = kept < pages.len() || kept < known.numbers.len();
        // What was put together is let go of: for a large site it is a lot of memory.
        let tally = together(known, tallies, &of_runs, &pages, &numbers);
        let mut files = Files::default();
        let words = shards(&groups::words(&tally, documents), &filters(edition, &runs, &of_runs), &mut files);
        let prints = pages.iter().zip(&numbers).map(|(page, number)| (page.print, *number)).collect();
        memory.put(Known { numbers: prints, tally }, is_new);
        let texts = texts(&pages, &numbers, &mut files);
        files.0.push(("search/dates.txt".into(), dates(&pages).into_bytes()));
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
        let hashes: Vec<blake3::Hash> = self.0.par_iter().map(|(_, bytes)| blake3::hash(bytes)).collect();
        let mut hasher = blake3::Hasher::new();
        for ((path, _), hash) in self.0.iter().zip(hashes) {
            hasher.update(path.as_bytes()).update(hash.as_bytes());
        }
        short(hasher.finalize())
    }
}

fn short(hash: blake3::Hash) -> String {
    hash.to_hex()[..10].to_owned()
}

/// The kinds with the numbers of their documents, and each page's number. Each kind has room to grow, so that one more event
/// does not move every article.
fn number(pages: &[&Page]) -> (Vec<(&'static str, u32, u32)>, Vec<u32>) {
    let mut numbers = Vec::with_capacity(pages.len());
    let mut kinds = Vec::new();
    let mut start = 0_u32;
    for of_kind in pages.chunk_by(|a, b| a.kind == b.kind) {
        let mut next = start;
        for page in of_kind {
            numbers.push(next);
            next += 1 + page.quotes;
        }
        let count = next - start;
        kinds.push((of_kind[0].kind.name(), start, count));
        start += count.next_power_of_two().max(SHORT as u32);
    }
    (kinds, numbers)
}

/// For each run the numbers of its documents.
fn of_runs(runs: &[Counted], numbers: &[u32]) -> Vec<Vec<u32>> {
    let mut numbers = numbers.iter();
    let of_run = |run: &Counted| {
        let pages = run.pages.iter().zip(&mut numbers);
        pages.flat_map(|(page, number)| *number..=number + page.quotes).collect()
    };
    runs.iter().map(of_run).collect()
}

/// All words that are known and all that were counted.
fn together(known: Known, tallies: Vec<Tally>, of_runs: &[Vec<u32>], pages: &[&Page], numbers: &[u32]) -> Tally {
    let mut of_known = Vec::new();
    for (page, number) in pages.iter().zip(numbers) {
        let Some(former) = page.former.map(|former| former as usize) else { continue };
        let last = former + page.quotes as usize;
        of_known.resize(of_known.len().max(last + 1), GONE);
        of_known.splice(former..=last, *number..=number + page.quotes);
    }
    let counted = tallies.iter().zip(of_runs).map(|(tally, numbers)| Part { tally, numbers });
    let parts = [Part { tally: &known.tally, numbers: &of_known }].into_iter().chain(counted);
    merge(&parts.collect::<Vec<_>>())
}

/// For each filter its documents as text: how many are left out and how many are let through, again and again.
fn filters(edition: &Edition<'_>, runs: &[Counted], of_runs: &[Vec<u32>]) -> Vec<(String, String)> {
    let mut all: BTreeMap<Filter, Vec<u32>> = BTreeMap::new();
    for (run, of_run) in runs.iter().zip(of_runs) {
        for (filter, numbers) in &run.filters {
            all.entry(*filter).or_default().extend(numbers.iter().map(|number| of_run[*number as usize]));
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
    let payloads: Vec<Cow<'_, str>> = (0..words.len()).into_par_iter().map(|at| payload(words, at)).collect();
    let mut lines: Vec<(&str, &str)> =
        words.iter().map(|word| word.word).zip(payloads.iter().map(|it| &**it)).collect();
    lines.extend(filters.iter().map(|(word, payload)| (word.as_str(), payload.as_str())));
    // The words are sorted already, and so nearly are the filters.
    lines.sort_by(|a, b| by_utf16(a.0, b.0));
    let sized = || lines.iter().map(|(word, payload)| (*word, word.len() + payload.len()));
    let shards = divide(sized(), WORDS.of_all(sized().map(|line| line.1).sum()));
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

/// What stands behind a word: its list, or for which form to look instead.
fn payload<'w>(words: &'w [Word<'_>], at: usize) -> Cow<'w, str> {
    let home = &words[words[at].home];
    let form = if words[at].home == at { None } else { form_of(words[at].word, home.word) };
    form.map_or(Cow::Borrowed(&*home.documents), Cow::Owned)
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
fn texts(pages: &[&Page], numbers: &[u32], files: &mut Files) -> Vec<(u32, String)> {
    let all: Vec<(u32, &Page)> = numbers.iter().copied().zip(pages.iter().copied()).collect();
    let sized = || pages.iter().map(|page| (page.address.as_str(), page.text.len()));
    let ranges = divide(sized(), TEXTS.of_all(sized().map(|page| page.1).sum()));
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
fn dates(pages: &[&Page]) -> String {
    let mut text = String::new();
    let mut before = 0;
    for page in pages {
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
