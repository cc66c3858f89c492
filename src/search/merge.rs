//! Puts tallies together: all their forms, sorted, with the documents of each as the index numbers them.

use std::cmp::Ordering;

use rayon::prelude::*;

use super::tally::{Form, Tally};

/// Where a tally has a document that is in the index no more.
pub(super) const GONE: u32 = u32::MAX;
/// So many forms are put together at a time.
const FORMS: usize = 4096;

/// A tally, and the number in the index of each document that it counts; those behind the last are gone too.
pub(super) struct Part<'t> {
    pub(super) tally: &'t Tally,
    pub(super) numbers: &'t [u32],
}

impl<'t> Part<'t> {
    fn entries(&'t self) -> impl ParallelIterator<Item = Entry<'t>> {
        let forms = self.tally.forms().par_iter().enumerate();
        forms.map(|(at, form)| Entry { beginning: beginning(form.text()), form, part: self, at })
    }
}

/// A form of a part.
#[derive(Clone, Copy)]
struct Entry<'t> {
    /// What most comparisons need, see [`beginning`].
    beginning: u64,
    form: &'t Form,
    part: &'t Part<'t>,
    at: usize,
}

/// All parts as one. No two of them have the same document; forms that no document has are left out.
pub(super) fn merge(parts: &[Part<'_>]) -> Tally {
    let mut entries: Vec<Entry<'_>> = parts.par_iter().flat_map(Part::entries).collect();
    entries.par_sort_unstable_by(Entry::compare);
    let same: Vec<&[Entry<'_>]> = entries.chunk_by(|a, b| a.compare(b) == Ordering::Equal).collect();
    let together = |same: &[&[Entry<'_>]]| {
        let mut tally = Tally::default();
        let mut postings = Vec::new();
        for same in same {
            postings.clear();
            postings.extend(same.iter().flat_map(Entry::postings));
            if !postings.is_empty() {
                // The parts are in the order of their documents, but for those that moved or were counted before.
                postings.sort_unstable();
                tally.push(same[0].form.clone(), postings.iter().copied());
            }
        }
        tally
    };
    let runs: Vec<Tally> = same.par_chunks(FORMS).map(together).collect();
    runs.into_iter().fold(Tally::default(), |mut all, run| {
        all.append(run);
        all
    })
}

impl Entry<'_> {
    fn compare(&self, other: &Self) -> Ordering {
        let longer = || by_utf16(self.form.text(), other.form.text());
        self.beginning.cmp(&other.beginning).then_with(longer)
    }

    fn postings(&self) -> impl Iterator<Item = (u32, u8)> {
        let numbers = self.part.numbers;
        let postings = self.part.tally.postings(self.at);
        postings.filter_map(|(number, level)| Some((*numbers.get(number as usize)?, level))).filter(|it| it.0 != GONE)
    }
}

/// The order of UTF-16, as JavaScript sorts.
pub(super) fn by_utf16(a: &str, b: &str) -> Ordering {
    match a.bytes().zip(b.bytes()).find(|(a, b)| a != b) {
        Some((a, b)) => rank(a).cmp(&rank(b)),
        None => a.len().cmp(&b.len()),
    }
}

/// The first bytes of a text as a number that is in the same order.
fn beginning(text: &str) -> u64 {
    let mut bytes = [0; 8];
    bytes.iter_mut().zip(text.bytes()).for_each(|(to, byte)| *to = rank(byte));
    u64::from_be_bytes(bytes)
}

/// The order of UTF-16 differs from that of UTF-8 where one letter is beyond the first 65,536, and the other behind the
/// place that UTF-16 writes those with.
fn rank(byte: u8) -> u8 {
    match byte {
        0xee | 0xef => byte + 0x10,
        _ => byte,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::documents::Field;
    use super::super::tally::Counter;
    use super::*;

    fn tally(texts: &[&str]) -> Tally {
        let mut counter = Counter::default();
        for (number, text) in (0..).zip(texts) {
            counter.field(Field::Body, text, "en");
            counter.end(number);
        }
        counter.finish()
    }

    fn all(tally: &Tally) -> Vec<(&str, Vec<(u32, u8)>)> {
        let form = |(at, form): (usize, &'_ Form)| (at, form.text().to_owned());
        let forms: Vec<(usize, String)> = tally.forms().iter().enumerate().map(form).collect();
        assert!(forms.is_sorted_by(|a, b| by_utf16(&a.1, &b.1) == Ordering::Less));
        tally.forms().iter().enumerate().map(|(at, form)| (form.text(), tally.postings(at).collect())).collect()
    }

    #[test]
    fn parts_are_as_if_they_were_counted_at_once() {
        let once = tally(&["the dam broke", "the resume", "résumé: dam, dam", "a flood"]);
        let once = merge(&[Part { tally: &once, numbers: &[0, 1, 2, 3] }]);
        let (one, two) = (
            tally(&["a flood", "nothing of it is left", "the dam broke", "gone"]),
            tally(&["résumé: dam, dam", "the resume"]),
        );
        let parts = [Part { tally: &one, numbers: &[3, GONE, 0] }, Part { tally: &two, numbers: &[2, 1] }];
        assert_eq!(all(&merge(&parts)), all(&once));
    }

    proptest! {
        #[test]
        fn the_order_is_javascripts(a in "[a\u{ff61}\u{1d4d0}é]{0,4}", b in "[a\u{ff61}\u{1d4d0}é]{0,4}") {
            let utf16 = a.encode_utf16().cmp(b.encode_utf16());
            prop_assert_eq!(by_utf16(&a, &b), utf16);
            prop_assert_eq!(beginning(&a).cmp(&beginning(&b)).then_with(|| by_utf16(&a, &b)), utf16);
        }
    }
}
