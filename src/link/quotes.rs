//! Quotes found where they stand in the article, and in its capture (FORMAT.md, "Quotes" 1 to 3).

use std::ops::Range;

use super::nearest::{Nearest, nearest};
use super::normal::Normal;
use crate::model::Quote;
use crate::read::markdown::strip_marks;

/// The words that an editor quotes, and what stands beside them where that is needed to tell two places apart.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// The words.
    pub exact: &'a str,
    /// Words right before them.
    pub prefix: Option<&'a str>,
    /// Words right after them.
    pub suffix: Option<&'a str>,
}

/// Why a quote was not anchored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// There are no words in it.
    Empty,
    /// Not in the body nor in the title.
    NotFound(Nearest),
    /// In the body at each of these places of its plain text.
    Ambiguous(Vec<Range<usize>>),
    /// In the article, but not in its capture.
    NotInCapture(Nearest),
}

/// The texts of one article in their normal form: made once, searched for each of its quotes.
pub struct Searcher<'a> {
    plain: &'a str,
    body: Normal,
    title: Option<(&'a str, Normal)>,
    capture: Option<Normal>,
}

/// More places than this are not listed.
const MOST_PLACES: usize = 8;

impl<'a> Searcher<'a> {
    /// For an article's plain text, its title, and its capture where that is there to read.
    pub fn new(plain: &'a str, title: Option<&'a str>, capture: Option<&str>) -> Self {
        Self {
            plain,
            body: Normal::new(plain),
            title: title.map(|title| (title, Normal::new(title))),
            capture: capture.map(Normal::new),
        }
    }

    /// Finds a quote. `sensitive` says which words no suggestion may touch.
    pub fn anchor(&self, wanted: &Wanted<'_>, sensitive: &dyn Fn(&str) -> bool) -> Result<Quote, Failure> {
        let quote = self.in_article(wanted, sensitive)?;
        if let Some(capture) = &self.capture {
            let words = Normal::new(&quote.text);
            if capture.find(words.text(), 1).is_empty() {
                return Err(Failure::NotInCapture(nearest(words.text(), capture.text(), sensitive)));
            }
        }
        Ok(quote)
    }

    fn in_article(&self, wanted: &Wanted<'_>, sensitive: &dyn Fn(&str) -> bool) -> Result<Quote, Failure> {
        let exact = Normal::new(wanted.exact);
        if exact.text().is_empty() {
            return Err(Failure::Empty);
        }
        let mut places = self.places(exact.text(), wanted);
        if places.is_empty() {
            let unmarked = Normal::new(&strip_marks(wanted.exact));
            if unmarked.text() != exact.text() {
                places = self.places(unmarked.text(), wanted);
            }
        }
        match places.as_slice() {
            [] => self
                .in_title(exact.text())
                .ok_or_else(|| Failure::NotFound(nearest(exact.text(), self.body.text(), sensitive))),
            [place] => {
                let range = self.body.original(place.clone(), self.plain);
                Ok(Quote { text: self.plain[range.clone()].to_string(), range: Some(range) })
            }
            _ => {
                Err(Failure::Ambiguous(places.into_iter().map(|place| self.body.original(place, self.plain)).collect()))
            }
        }
    }

    fn in_title(&self, exact: &str) -> Option<Quote> {
        let (title, normal) = self.title.as_ref()?;
        let place = normal.find(exact, 1).pop()?;
        Some(Quote { text: title[normal.original(place, title)].to_string(), range: None })
    }

    /// Where the body has the words, between the prefix and the suffix if they are given.
    fn places(&self, exact: &str, wanted: &Wanted<'_>) -> Vec<Range<usize>> {
        let beside = |words: Option<&str>| words.map(Normal::new).filter(|words| !words.text().is_empty());
        let (prefix, suffix) = (beside(wanted.prefix), beside(wanted.suffix));
        let limit = if prefix.is_some() || suffix.is_some() { usize::MAX } else { MOST_PLACES };
        let text = self.body.text();
        let mut places = self.body.find(exact, limit);
        places.retain(|place| {
            let before = text[..place.start].trim_end();
            let after = text[place.end..].trim_start();
            prefix.as_ref().is_none_or(|prefix| before.ends_with(prefix.text()))
                && suffix.as_ref().is_none_or(|suffix| after.starts_with(suffix.text()))
        });
        places.truncate(MOST_PLACES);
        places
    }

    /// The passages of the plain text (byte ranges) that the capture does not have (FORMAT.md, "Quotes" 5), each with
    /// what it has instead. Empty without a capture.
    pub fn not_in_capture(
        &self,
        passages: &[Range<usize>],
        sensitive: &dyn Fn(&str) -> bool,
    ) -> Vec<(Range<usize>, Nearest)> {
        let Some(capture) = &self.capture else { return Vec::new() };
        let mut behind = 0;
        let mut missing = Vec::new();
        for passage in passages {
            let words = Normal::new(&self.plain[passage.clone()]);
            match capture.find_behind(behind, words.text()) {
                Some(place) => behind = place.end,
                None if words.text().is_empty() => {}
                None => missing.push((passage.clone(), nearest(words.text(), capture.text(), sensitive))),
            }
        }
        missing
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::markdown::plain_text;

    const BODY: &str = "Aid has *exceeded* [$40 million](https://example.org) as of\nmid-2025.\n\nIt was $20 million. It was $20 million again.";

    fn never(_: &str) -> bool {
        false
    }

    fn anchor(exact: &str, prefix: Option<&str>, suffix: Option<&str>) -> Result<Quote, Failure> {
        let plain = plain_text(BODY);
        let searcher = Searcher::new(&plain, Some("How much aid?"), None);
        searcher.anchor(&Wanted { exact, prefix, suffix }, &never)
    }

    #[test]
    fn marks_inside_a_quote_do_not_hide_it() {
        assert_eq!(
            anchor("has exceeded $40 million as of mid-2025", None, None).unwrap().text,
            "has exceeded $40 million as of mid-2025"
        );
        let copied = anchor("has *exceeded* [$40 million](https://example.org) as of", None, None).unwrap();
        assert_eq!(copied.text, "has exceeded $40 million as of");
    }

    #[test]
    fn a_title_can_be_quoted() {
        assert_eq!(anchor("How much aid", None, None).unwrap().range, None);
    }

    #[test]
    fn two_places_need_a_neighbour() {
        let Err(Failure::Ambiguous(places)) = anchor("It was $20 million", None, None) else { panic!("one place") };
        assert_eq!(places.len(), 2);
        let second = anchor("It was $20 million", Some("million."), None).unwrap();
        assert_eq!(second.range, Some(places[1].clone()));
        let second = anchor("It was $20 million", None, Some("again")).unwrap();
        assert_eq!(second.range, Some(places[1].clone()));
        assert!(matches!(anchor("It was $20 million", None, Some("never")), Err(Failure::NotFound(_))));
    }

    #[test]
    fn a_capture_must_have_it_too() {
        let searcher = Searcher::new("It was $20 million.", None, Some("It was\n$21 million."));
        let wanted = Wanted { exact: "It was $20 million", prefix: None, suffix: None };
        assert!(matches!(searcher.anchor(&wanted, &never), Err(Failure::NotInCapture(_))));
        assert_eq!(searcher.not_in_capture(&[Range { start: 0, end: 19 }], &never).len(), 1);
    }

    proptest::proptest! {
        #[test]
        fn any_run_of_words_is_found_or_ambiguous(words in proptest::collection::vec("[a-z0-9*_$.,’\"–]{1,6}", 1..30), from in 0usize..30, length in 1usize..10) {
            let markdown = words.join(" ");
            let plain = plain_text(&markdown);
            let words: Vec<&str> = plain.split(' ').collect();
            let from = from % words.len();
            let quote = words[from..(from + length).min(words.len())].join(" ");
            let searcher = Searcher::new(&plain, None, None);
            let wanted = Wanted { exact: &quote, prefix: None, suffix: None };
            match searcher.anchor(&wanted, &never) {
                Ok(found) => proptest::prop_assert_eq!(&plain[found.range.unwrap()], quote.trim()),
                Err(Failure::Ambiguous(_) | Failure::Empty) => {}
                Err(other) => return Err(proptest::test_runner::TestCaseError::fail(format!("{other:?} in {plain:?}: {quote:?}"))),
            }
        }

        #[test]
        fn a_changed_digit_is_never_found(digits in "[1-9][0-9]{0,3}", at in 0usize..4, other in 0u8..10) {
            let plain = format!("They gave {digits} million in aid.");
            let mut changed = digits.clone().into_bytes();
            let at = at % changed.len();
            let digit = b'0' + other;
            proptest::prop_assume!(changed[at] != digit);
            changed[at] = digit;
            let quote = format!("{} million", String::from_utf8(changed).unwrap());
            let searcher = Searcher::new(&plain, None, None);
            let found = searcher.anchor(&Wanted { exact: &quote, prefix: None, suffix: None }, &never);
            proptest::prop_assert!(matches!(found, Err(Failure::NotFound(_))));
        }
    }
}
