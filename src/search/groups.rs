//! Which words of a tally are forms of one word, and the list of documents that such a group shares.

use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::RandomState;
use rayon::prelude::*;

use super::digits;
use super::tally::{LEVELS, TITLE, Tally};

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

/// All words of a sorted tally, in its order.
pub(super) fn words(tally: &Tally, documents: u32) -> Vec<Word<'_>> {
    let mut forms = Vec::new();
    let mut start = 0;
    for of_word in tally.forms().chunk_by(|a, b| a.word() == b.word()) {
        forms.push(start..start + of_word.len());
        start += of_word.len();
    }
    let homes = homes(tally, &forms);
    let mut members: Vec<usize> = (0..forms.len()).collect();
    members.par_sort_by_key(|at| homes[*at]);
    let groups: Vec<&[usize]> = members.chunk_by(|a, b| homes[*a] == homes[*b]).collect();
    let list = |postings: &mut Vec<u32>, group: &&[usize]| {
        postings.clear();
        postings.extend(group.iter().flat_map(|at| forms[*at].clone()).flat_map(|form| ranked(tally, form)));
        (group[0], list(postings, documents))
    };
    let lists: Vec<(usize, String)> = groups.par_iter().map_init(Vec::new, list).collect();
    let word = |(forms, home): (&Range<usize>, &usize)| Word {
        word: tally.forms()[forms.start].word(),
        home: *home,
        documents: String::new(),
    };
    let mut words: Vec<Word<'_>> = forms.iter().zip(&homes).map(word).collect();
    lists.into_iter().for_each(|(home, list)| words[home].documents = list);
    words
}

/// For each word the first of those that are forms of the same.
fn homes(tally: &Tally, words: &[Range<usize>]) -> Vec<usize> {
    let mut homes: Vec<usize> = (0..words.len()).collect();
    let mut of_keys: HashMap<&str, usize, RandomState> = HashMap::default();
    for (at, forms) in words.iter().enumerate() {
        for key in tally.forms()[forms.clone()].iter().filter_map(|form| form.key()) {
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

/// How many bits a level takes.
const LEVEL_BITS: u32 = 3;
/// What the levels are taken from, so that the highest comes first.
const HIGHEST: u32 = (1 << LEVEL_BITS) - 1;

/// The documents that have a form, as numbers that sort by document and then from the highest level.
fn ranked(tally: &Tally, form: usize) -> impl Iterator<Item = u32> {
    tally.postings(form).map(|(number, level)| number << LEVEL_BITS | (HIGHEST - u32::from(level)))
}

/// A list of documents as text: the numbers of each level, the lowest level first, with spaces between the levels. A `*`
/// before it says that most documents have the word and only names and titles are listed.
fn list(postings: &mut Vec<u32>, documents: u32) -> String {
    // Each form's documents are sorted already, and so are all where a group has one form.
    postings.sort();
    postings.dedup_by_key(|posting| *posting >> LEVEL_BITS);
    let common = documents > SMALL && postings.len() > (documents / COMMON) as usize;
    let mut levels: [(String, u32); LEVELS] = Default::default();
    for posting in postings {
        let (number, level) = (*posting >> LEVEL_BITS, HIGHEST - (*posting & HIGHEST));
        if common && level < u32::from(TITLE) {
            continue;
        }
        let Some((text, last)) = levels.get_mut((level as usize).wrapping_sub(1)) else { continue };
        digits::push(text, number - *last);
        *last = number;
    }
    let mut list = String::from(if common { "*" } else { "" });
    for (at, (level, _)) in levels.iter().enumerate() {
        list.push_str(if at == 0 { "" } else { " " });
        list.push_str(level);
    }
    list.truncate(list.trim_end().len());
    list
}

#[cfg(test)]
mod tests {
    use super::super::documents::Field;
    use super::super::merge::{Part, merge};
    use super::super::tally::Counter;
    use super::*;

    /// Sorted, with these numbers.
    fn tally(texts: &[(&str, &str)], numbers: &[u32]) -> Tally {
        let mut counter = Counter::default();
        for (number, (language, text)) in (0..).zip(texts) {
            counter.field(Field::Body, text, language);
            counter.end(number);
        }
        merge(&[Part { tally: &counter.finish(), numbers }])
    }

    fn all_of<'w>(words: &'w [Word<'_>], word: &str) -> Option<&'w str> {
        let found = words.iter().find(|found| found.word == word)?;
        Some(&words[found.home].documents)
    }

    #[test]
    fn forms_share_a_list_and_languages_do_not() {
        let texts = [("en", "floods"), ("de", "die Flut"), ("en", "dying"), ("en", "flood"), ("en", "to die")];
        let tally = tally(&texts, &[0, 1, 2, 10, 11]);
        let words = words(&tally, 12);
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
        let numbers: Vec<u32> = (0..2000).collect();
        let tally = merge(&[Part { tally: &counter.finish(), numbers: &numbers }]);
        let words = words(&tally, 2000);
        assert_eq!(all_of(&words, "the"), Some("*    7"));
    }
}
