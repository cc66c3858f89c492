//! Which words of all runs are forms of one word, and the list of documents that such a group shares.

use std::cmp::Ordering;
use std::collections::HashMap;

use rayon::prelude::*;

use super::digits;
use super::tally::{Counted, LEVELS, Tally};

/// A word that more than this part of all documents have tells little: only what is named after it is listed.
const COMMON: u32 = 4;
/// In a small collection every word is listed.
const SMALL: u32 = 1000;

/// One word of the index.
pub(super) struct Word<'t> {
    pub(super) word: &'t str,
    /// The word of its group that has the list: the first of them.
    pub(super) home: usize,
    /// The list, where this is that word.
    pub(super) documents: String,
}

/// A run of documents, and the number of its first.
pub(super) struct Run<'t> {
    pub(super) first: u32,
    pub(super) tally: &'t Tally,
}

/// All words of all runs, sorted as JavaScript sorts. The runs are in the order of their documents.
pub(super) fn words<'t>(runs: &[Run<'t>], documents: u32) -> Vec<Word<'t>> {
    let mut all: Vec<(&'t Counted, u32)> =
        runs.iter().flat_map(|run| run.tally.words.iter().map(|word| (word, run.first))).collect();
    all.par_sort_unstable_by(|a, b| by_utf16(&a.0.word, &b.0.word).then(a.1.cmp(&b.1)));
    let same: Vec<&[(&Counted, u32)]> = all.chunk_by(|a, b| a.0.word == b.0.word).collect();
    let homes = homes(&same);
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); same.len()];
    for (at, home) in homes.iter().enumerate() {
        members[*home].push(at);
    }
    let word = |(at, home): (usize, &usize)| Word {
        word: &same[at][0].0.word,
        home: *home,
        documents: list(members[at].iter().flat_map(|member| same[*member]), documents),
    };
    homes.par_iter().enumerate().map(word).collect()
}

/// For each word the first of those that are forms of the same.
fn homes(words: &[&[(&Counted, u32)]]) -> Vec<usize> {
    let mut homes: Vec<usize> = (0..words.len()).collect();
    let mut of_keys: HashMap<&str, usize> = HashMap::new();
    for (at, counted) in words.iter().enumerate() {
        for key in counted.iter().flat_map(|(counted, _)| &counted.keys) {
            let other = *of_keys.entry(key).or_insert(at);
            let (one, other) = (home(&mut homes, at), home(&mut homes, other));
            homes[one.max(other)] = one.min(other);
        }
    }
    (0..homes.len()).for_each(|at| homes[at] = home(&mut homes, at));
    homes
}

fn home(homes: &mut [usize], mut at: usize) -> usize {
    while homes[at] != at {
        homes[at] = homes[homes[at]];
        at = homes[at];
    }
    at
}

/// A list of documents as text: the numbers of each level, the lowest level first, with spaces between the levels. A `*`
/// before it says that most documents have the word and only names and titles are listed.
fn list<'c>(counted: impl Iterator<Item = &'c (&'c Counted, u32)>, documents: u32) -> String {
    let mut postings: Vec<(u32, u8)> = counted
        .flat_map(|(counted, first)| counted.postings().map(move |(number, level)| (first + number, level)))
        .collect();
    postings.sort_unstable_by_key(|(number, level)| (*number, std::cmp::Reverse(*level)));
    postings.dedup_by_key(|(number, _)| *number);
    let common = documents > SMALL && postings.len() > (documents / COMMON) as usize;
    let mut levels: [(String, u32); LEVELS] = Default::default();
    for (number, level) in postings {
        if common && level < super::tally::TITLE {
            continue;
        }
        let Some((text, last)) = levels.get_mut(usize::from(level).wrapping_sub(1)) else { continue };
        digits::push(text, number - *last);
        *last = number;
    }
    let levels: Vec<String> = levels.into_iter().map(|(text, _)| text).collect();
    let list = levels.join(" ");
    format!("{}{}", if common { "*" } else { "" }, list.trim_end())
}

/// The order of UTF-16, which differs from that of UTF-8 where one letter is beyond the first 65,536.
pub(super) fn by_utf16(a: &str, b: &str) -> Ordering {
    match a.bytes().zip(b.bytes()).find(|(a, b)| a != b) {
        Some((a, b)) if a >= 0xee && b >= 0xee && (a >= 0xf0) != (b >= 0xf0) => b.cmp(&a),
        Some((a, b)) => a.cmp(&b),
        None => a.len().cmp(&b.len()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::documents::Field;
    use super::super::tally::Counter;
    use super::*;

    fn tally(texts: &[(&str, &str)]) -> Tally {
        let mut counter = Counter::default();
        for (number, (language, text)) in (0..).zip(texts) {
            counter.field(Field::Body, text, language);
            counter.end(number);
        }
        counter.finish()
    }

    fn all_of<'w>(words: &'w [Word<'_>], word: &str) -> Option<&'w str> {
        let found = words.iter().find(|found| found.word == word)?;
        Some(&words[found.home].documents)
    }

    #[test]
    fn forms_share_a_list_and_languages_do_not() {
        let one = tally(&[("en", "floods"), ("de", "die Flut"), ("en", "dying")]);
        let two = tally(&[("en", "flood"), ("en", "to die")]);
        let words = words(&[Run { first: 0, tally: &one }, Run { first: 10, tally: &two }], 12);
        assert_eq!(all_of(&words, "flood"), all_of(&words, "floods"));
        assert_eq!(all_of(&words, "floods").map(|list| digits::read(list.trim())), Some(vec![0, 10]));
        assert_eq!(all_of(&words, "flut").map(|list| digits::read(list.trim())), Some(vec![1]));
        assert!(all_of(&words, "drought").is_none());
    }

    #[test]
    fn a_word_that_most_have_lists_only_names() {
        let mut counter = Counter::default();
        for number in 0..2000 {
            counter.field(Field::Body, "the flood", "en");
            if number == 7 {
                counter.field(Field::Title, "The Flood", "en");
            }
            counter.end(number);
        }
        let tally = counter.finish();
        let words = words(&[Run { first: 0, tally: &tally }], 2000);
        assert_eq!(all_of(&words, "the"), Some("*    7"));
    }

    proptest! {
        #[test]
        fn the_order_is_javascripts(a in "[a\u{ff61}\u{1d4d0}é]{0,4}", b in "[a\u{ff61}\u{1d4d0}é]{0,4}") {
            let utf16 = a.encode_utf16().cmp(b.encode_utf16());
            prop_assert_eq!(by_utf16(&a, &b), utf16);
        }
    }
}
