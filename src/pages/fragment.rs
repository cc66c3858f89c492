//! Links that open a page at the words that are quoted from it, and mark them there (text fragments,
//! <https://wicg.github.io/scroll-to-text-fragment/>).
//!
//! In goes an address, the article's text and where in it the words stand; out comes
//! `https://example.org/a#:~:text=prefix-,first%20words,last%20words,-suffix`. A browser that does not know them, or does
//! not find the words, opens the page as it is; so such a link says where to look, never that the words are there. A
//! fragment holds words of the article, and none that the site may not show: those around a quote are taken from `near`
//! only.

use std::ops::Range;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use unicode_segmentation::UnicodeSegmentation;

/// Words are written with all but these escaped; a hyphen, a comma and an ampersand have meanings of their own.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'_').remove(b'.').remove(b'~');

/// A quote with more characters than this is given by its first and last words.
const LONG: usize = 200;

/// How many words at either end of a long quote are given, at first and at most.
const ENDS: Range<usize> = 4..12;

/// How many words before and after a quote tell it from others, at most.
const AROUND: usize = 6;

/// The text of an article, ready for passages to be looked up in it.
pub struct Text<'a> {
    plain: &'a str,
    /// As browsers compare it: in lower case, any white space one space.
    folded: String,
}

impl<'a> Text<'a> {
    /// A text with a line feed between blocks.
    pub fn new(plain: &'a str) -> Self {
        Self { plain, folded: folded(plain) }
    }

    /// The address of a passage. `near` is what around it may be used to tell it from the same words elsewhere. `None`
    /// where that does not do, or the address is no web page.
    pub fn at_passage(&self, url: &str, at: Range<usize>, near: Range<usize>) -> Option<String> {
        let at = whole_words(self.plain, at)?;
        let near = near.start.min(at.start)..near.end.max(at.end);
        let (start, end) = self.ends(&at)?;
        let (prefix, suffix) = self.around(&start, end.is_none(), &near)?;
        let encoded = |words: &Range<usize>| encoded(&self.plain[words.clone()]);
        let mut parts = Vec::new();
        parts.extend(prefix.map(|words| format!("{}-", encoded(&words))));
        parts.push(encoded(&start));
        parts.extend(end.as_ref().map(encoded));
        parts.extend(suffix.map(|words| format!("-{}", encoded(&words))));
        joined(url, &parts.join(","))
    }

    /// All of a short passage in one block; of any other its first words, which occur nowhere else if that can be, and
    /// its last.
    fn ends(&self, at: &Range<usize>) -> Option<(Range<usize>, Option<Range<usize>>)> {
        let passage = &self.plain[at.clone()];
        if !passage.contains('\n') && passage.chars().count() <= LONG {
            return Some((at.clone(), None));
        }
        // Neither end may reach over a block.
        let first_block = at.start..at.start + passage.find('\n').unwrap_or(passage.len());
        let last_block = at.start + passage.rfind('\n').map_or(0, |at| at + 1)..at.end;
        let ending = words(self.plain, last_block);
        let end = |count: usize| Some(ending.get(ending.len().saturating_sub(count))?.start..ending.last()?.end);
        let beginning = words(self.plain, first_block);
        let start = |count: usize| Some(beginning.first()?.start..beginning.get(count.min(beginning.len()) - 1)?.end);
        let apart = |start: &Range<usize>| end(ENDS.start).is_some_and(|end| start.end <= end.start);
        let unique = ENDS.filter_map(start).filter(apart).find(|start| self.is_unique(start));
        match unique.or_else(|| start(ENDS.start).filter(apart)) {
            Some(start) => {
                // A browser takes the first place after the beginning that has the last words.
                let first = |end: &Range<usize>| start.end <= end.start && self.is_first(start.end, end);
                let end = ENDS.filter_map(end).find(first).or_else(|| end(ENDS.start));
                Some((start, end))
            }
            // One long word, or few: all of it, if it is in one block.
            None => (!passage.contains('\n')).then(|| (at.clone(), None)),
        }
    }

    /// What before or after the first words tells them from the same words elsewhere; nothing where they occur once,
    /// `None` where nothing near does.
    fn around(&self, first: &Range<usize>, may_follow: bool, near: &Range<usize>) -> Option<Around> {
        if self.is_unique(first) {
            return Some((None, None));
        }
        let before = words(self.plain, near.start..first.start);
        let after = if may_follow { words(self.plain, first.end..near.end) } else { Vec::new() };
        let prefix = |count: usize| Some(before.get(before.len().checked_sub(count)?)?.start..before.last()?.end);
        let suffix = |count: usize| Some(after.first()?.start..after.get(count - 1)?.end);
        let tries = (1..=AROUND)
            .flat_map(|count| [(prefix(count), None), (None, suffix(count)), (prefix(count), suffix(count))]);
        tries.into_iter().find(|(prefix, suffix)| {
            let start = prefix.as_ref().map_or(first.start, |words| words.start);
            let end = suffix.as_ref().map_or(first.end, |words| words.end);
            (prefix.is_some() || suffix.is_some()) && self.is_unique(&(start..end))
        })
    }

    /// Whether words occur nowhere between a place and where they stand.
    fn is_first(&self, from: usize, words: &Range<usize>) -> bool {
        let wanted = folded(&self.plain[words.clone()]);
        let between = folded(&self.plain[from..words.end]);
        between.find(&wanted) == Some(between.len() - wanted.len())
    }

    /// Whether words occur once in the text.
    fn is_unique(&self, words: &Range<usize>) -> bool {
        let wanted = folded(&self.plain[words.clone()]);
        let Some(first) = self.folded.find(&wanted) else { return false };
        let after = first + self.folded[first..].chars().next().map_or(1, char::len_utf8);
        !self.folded[after..].contains(&wanted)
    }
}

/// The words before and the words after.
type Around = (Option<Range<usize>>, Option<Range<usize>>);

/// The address of words that stand in a headline.
pub fn at_words(url: &str, words: &str) -> Option<String> {
    if words.trim().is_empty() { None } else { joined(url, &encoded(words)) }
}

/// An address may have a fragment of its own already, which goes before.
fn joined(url: &str, directive: &str) -> Option<String> {
    let scheme = url.split("://").next().unwrap_or_default();
    if !scheme.eq_ignore_ascii_case("https") && !scheme.eq_ignore_ascii_case("http") {
        return None;
    }
    let own = url.split(":~:").next().unwrap_or(url);
    let mark = if own.contains('#') { "" } else { "#" };
    Some(format!("{own}{mark}:~:text={directive}"))
}

fn encoded(words: &str) -> String {
    utf8_percent_encode(&spaced(words), ESCAPED).to_string()
}

fn folded(text: &str) -> String {
    spaced(text).to_lowercase()
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The runs of a part of a text between white space.
fn words(text: &str, part: Range<usize>) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    for (at, c) in text[part.clone()].char_indices().filter(|(_, c)| !c.is_whitespace()) {
        let (at, end) = (part.start + at, part.start + at + c.len_utf8());
        match words.last_mut().filter(|word| word.end == at) {
            Some(word) => word.end = end,
            None => words.push(at..end),
        }
    }
    words
}

/// Browsers find whole words only: a passage that begins or ends within one is widened.
fn whole_words(text: &str, at: Range<usize>) -> Option<Range<usize>> {
    let passage = text.get(at.clone())?;
    let start = at.start + (passage.len() - passage.trim_start().len());
    let end = at.end - (passage.len() - passage.trim_end().len());
    if start >= end {
        return None;
    }
    let block_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let block_end = text[end..].find('\n').map_or(text.len(), |at| end + at);
    let (mut first, mut last) = (start, end);
    for (place, word) in text[block_start..block_end].unicode_word_indices() {
        let word = block_start + place..block_start + place + word.len();
        if word.start < start && start < word.end {
            first = word.start;
        }
        if word.start < end && end < word.end {
            last = word.end;
        }
    }
    Some(first..last)
}

#[cfg(test)]
mod tests {
    use percent_encoding::percent_decode_str;
    use proptest::prelude::*;

    use super::*;

    /// What a browser makes of an address: prefix, start, end, suffix.
    #[derive(Debug, Default, PartialEq)]
    struct Directive {
        prefix: Option<String>,
        start: String,
        end: Option<String>,
        suffix: Option<String>,
    }

    fn read(address: &str) -> Directive {
        let (_, written) = address.split_once("#:~:text=").unwrap();
        assert!(!written.contains('&'), "{written}");
        let decoded = |part: &str| percent_decode_str(part).decode_utf8().unwrap().into_owned();
        let mut parts: Vec<&str> = written.split(',').collect();
        let mut read = Directive::default();
        if let Some(prefix) = parts[0].strip_suffix('-') {
            read.prefix = Some(decoded(prefix));
            parts.remove(0);
        }
        if let Some(suffix) = parts.last().and_then(|part| part.strip_prefix('-')) {
            read.suffix = Some(decoded(suffix));
            parts.pop();
        }
        read.start = decoded(parts[0]);
        read.end = parts.get(1).map(|part| decoded(part));
        assert!(parts.len() <= 2 && parts.iter().all(|part| !part.contains('-')), "{written}");
        read
    }

    /// Where a browser finds it: the place of the first match in the folded text. All words here are set off by spaces.
    fn find(text: &str, wanted: &Directive) -> Option<usize> {
        let prefix = wanted.prefix.as_deref().map(|prefix| folded(prefix) + " ").unwrap_or_default();
        let suffix = wanted.suffix.as_deref().map(|suffix| " ".to_owned() + &folded(suffix)).unwrap_or_default();
        let run = format!("{prefix}{}{suffix}", folded(&wanted.start));
        folded(text).find(&run).map(|at| at + prefix.len())
    }

    fn passage(text: &str, quote: &str) -> Option<String> {
        let start = text.find(quote).unwrap();
        Text::new(text).at_passage("https://example.org/a", start..start + quote.len(), 0..text.len())
    }

    #[test]
    fn a_short_quote_is_given_whole() {
        let address = passage("It gave around $20 million, it said.", "around $20 million");
        assert_eq!(address.as_deref(), Some("https://example.org/a#:~:text=around%20%2420%20million"));
    }

    #[test]
    fn what_has_a_meaning_of_its_own_is_escaped() {
        let address = passage("One, two-three & four.", "One, two-three & four.").unwrap();
        assert!(address.ends_with("#:~:text=One%2C%20two%2Dthree%20%26%20four."), "{address}");
    }

    #[test]
    fn the_same_words_elsewhere_are_told_apart() {
        let text = "In May 12 people died. In June 12 people died.";
        let at = text.rfind("12 people died").unwrap();
        let address = Text::new(text).at_passage("https://a.org/", at..at + 14, 0..text.len());
        assert_eq!(address.as_deref(), Some("https://a.org/#:~:text=June-,12%20people%20died"));
        assert_eq!(
            Text::new(text).at_passage("https://a.org/", at..at + 14, at..at + 14),
            None,
            "nothing near may be used"
        );
    }

    #[test]
    fn a_quote_over_blocks_is_given_by_its_ends() {
        let text = "A heading\nThe first of the words stand here.\nAnd the last of them stand there.";
        let read = read(&passage(text, &text[10..]).unwrap());
        assert_eq!(read.start, "The first of the");
        assert_eq!(read.end.as_deref(), Some("of them stand there."));
    }

    #[test]
    fn half_a_word_is_widened_and_scripts_are_kept() {
        assert_eq!(read(&passage("Two earthquakes came.", "earthquake").unwrap()).start, "earthquakes");
        assert_eq!(read(&passage("وقع القصف ليلا.", "وقع القصف").unwrap()).start, "وقع القصف");
    }

    #[test]
    fn only_pages_of_the_web_have_fragments() {
        assert_eq!(at_words("ftp://example.org/a", "words"), None);
        assert_eq!(at_words("javascript:alert(1)", "words"), None);
        assert_eq!(at_words("HTTPS://example.org/a#b", "x").as_deref(), Some("HTTPS://example.org/a#b:~:text=x"));
        assert_eq!(at_words("https://a.org/#:~:text=old", "x").as_deref(), Some("https://a.org/#:~:text=x"));
    }

    #[test]
    fn last_words_that_stand_in_the_passage_twice_are_told_apart() {
        let text =
            "It began there in the north.\nThen one of them fell in the town.\nAnd two of them fell in the town. Over.";
        let quote = &text[..text.len() - 6];
        let read = read(&passage(text, quote).unwrap());
        assert_eq!(read.end.as_deref(), Some("two of them fell in the town."));
    }

    /// Letters, signs and spaces that addresses, directives and lower case have trouble with.
    fn awkward() -> impl Strategy<Value = String> {
        let pieces = prop::sample::select(vec![
            "a",
            "b",
            "ab",
            " ",
            " ",
            "\n",
            "\u{a0}",
            "\t",
            "-",
            ",",
            "&",
            "%",
            "%2",
            "%2C",
            "#",
            ":~:",
            "text=",
            "=",
            "+",
            "\"",
            "'",
            "<",
            ">",
            ".",
            "_",
            "~",
            "é",
            "e\u{301}",
            "ß",
            "ẞ",
            "İ",
            "ı",
            "ς",
            "Σ",
            "ﬁ",
            "中",
            "文",
            "א",
            "ع",
            "\u{200d}",
            "\u{200f}",
            "\u{ad}",
            "👩\u{200d}🚒",
            "\u{1f1fa}\u{1f1e6}",
            "1",
            "1,200",
            "$",
            "’",
            "…",
            "\0",
            "\u{2028}",
            "\u{feff}",
        ]);
        prop_oneof![
            4 => prop::collection::vec(pieces, 1..60).prop_map(|pieces| pieces.concat()),
            1 => "[ab ,&-]{1,40}",
            1 => "\\PC{1,30}",
        ]
    }

    /// The place of a char boundary.
    fn boundary(text: &str, at: prop::sample::Index) -> usize {
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        places[at.index(places.len())]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases.max(1000)))]

        /// Whatever the text and the passage: an address that is well-formed, says nothing that may not be said, and
        /// means what stands there.
        #[test]
        fn any_text_makes_a_sound_address_or_none(
            text in awkward(),
            places in any::<[prop::sample::Index; 4]>(),
            own in prop::sample::select(vec!["https://a.org/", "https://a.org/?a=b,c&d-e", "https://a.org/#part", "https://a.org/#:~:text=old"]),
        ) {
            let mut places = places.map(|at| boundary(&text, at));
            places.sort_unstable();
            let [from, start, end, to] = places;
            let Some(address) = Text::new(&text).at_passage(own, start..end, from..to) else { return Ok(()) };
            let (before, directive) = address.split_once(":~:text=").unwrap();
            prop_assert_eq!(before, if own.contains('#') { own.split(":~:").next().unwrap().to_owned() } else { format!("{own}#") });
            for (at, c) in directive.char_indices() {
                prop_assert!(c.is_ascii_alphanumeric() || "%,-_.~".contains(c), "{directive}");
                if c == '%' {
                    let digits = directive.get(at + 1..at + 3).unwrap_or_default();
                    prop_assert!(digits.len() == 2 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()), "{directive}");
                }
            }
            let wanted = read(&format!("#:~:text={directive}"));
            let at = whole_words(&text, start..end).unwrap();
            let quote = spaced(&text[at.clone()]);
            prop_assert!(quote.starts_with(&wanted.start) && !wanted.start.is_empty());
            prop_assert!(wanted.end.as_ref().map_or(quote == wanted.start, |end| quote.ends_with(end.as_str())));
            let before = spaced(&text[from.min(at.start)..at.start]);
            prop_assert!(wanted.prefix.is_none_or(|prefix| !prefix.is_empty() && before.ends_with(&prefix)));
            let after = spaced(&text[at.end..to.max(at.end)]);
            prop_assert!(wanted.suffix.is_none_or(|suffix| !suffix.is_empty() && after.starts_with(&suffix)));
        }

        #[test]
        fn a_headline_makes_a_sound_address_or_none(words in awkward()) {
            let Some(address) = at_words("https://a.org/", &words) else { return Ok(()) };
            let wanted = read(&address);
            prop_assert_eq!(wanted, Directive { start: spaced(&words), ..Directive::default() });
        }

        #[test]
        fn a_browser_finds_the_passage(
            words in prop::collection::vec("[a-cA-C,&%#é-]{0,3}[a-cа-в中]", 3..120),
            blocks in prop::collection::vec(any::<bool>(), 120),
            from in 0_usize..120,
            count in 1_usize..120,
        ) {
            let mut text = String::new();
            let mut starts = Vec::new();
            for (word, block) in words.iter().zip(&blocks) {
                if !text.is_empty() {
                    text.push(if *block { '\n' } else { ' ' });
                }
                starts.push(text.len()..text.len() + word.len());
                text.push_str(word);
            }
            let from = from % words.len();
            let last = (from + count).min(words.len()) - 1;
            let at = starts[from].start..starts[last].end;
            let Some(address) = Text::new(&text).at_passage("https://a.org/", at.clone(), 0..text.len()) else {
                return Ok(());
            };
            let wanted = read(&address);
            let quote = spaced(&text[at.clone()]);
            prop_assert!(quote.starts_with(&wanted.start), "{wanted:?} {quote}");
            if let Some(end) = &wanted.end {
                prop_assert!(quote.ends_with(end.as_str()));
                // The first place after the beginning, unless the last words are not to be told apart in their block.
                let (after, end) = (folded(&quote[wanted.start.len()..]), folded(end));
                let words = end.split(' ').count();
                prop_assert!(words < 5 || after.find(&end) == Some(after.len() - end.len()), "{end} in {after}");
            } else {
                prop_assert_eq!(&quote, &wanted.start);
            }
            let place = folded(&text[..at.start]).len() + usize::from(at.start > 0);
            prop_assert_eq!(find(&text, &wanted), Some(place), "{:?} in {}", wanted, text);
        }
    }
}
