//! Text as quotes are compared: the differences that typesetting makes are taken out, and the way back is kept.
//!
//! FORMAT.md, "Quotes" 1: white space, quotation marks, dashes, soft hyphens and Unicode NFC do not count. Nothing else
//! is changed: letters, digits, case and punctuation are the article's own.

use std::ops::Range;

use memchr::memmem;
use unicode_normalization::{UnicodeNormalization, is_nfc};
use unicode_segmentation::UnicodeSegmentation;

/// A text in its normal form, with the way back to the original.
#[derive(Clone, Debug, Default)]
pub struct Normal {
    text: String,
    /// Where runs that stand in the original as they stand here start: in the normal form, and in the original.
    runs: Vec<(usize, usize)>,
    /// Where the last character that is not white space ends in the original.
    end: usize,
}

impl Normal {
    /// Normalises a text. Leading and trailing white space goes.
    pub fn new(original: &str) -> Self {
        let mut normal = Self { text: String::with_capacity(original.len()), runs: Vec::new(), end: 0 };
        if original.is_ascii() || is_nfc(original) {
            normal.push_nfc(original);
        } else {
            for (at, cluster) in original.grapheme_indices(true) {
                for character in cluster.nfc() {
                    normal.push(character, at, cluster.len());
                }
            }
        }
        if normal.text.ends_with(' ') {
            normal.text.pop();
        }
        normal
    }

    fn push_nfc(&mut self, original: &str) {
        let mut at = 0;
        while let Some(rest) = original.get(at..).filter(|rest| !rest.is_empty()) {
            let plain = plain_words(rest.as_bytes());
            if plain > 0 {
                self.run(at);
                self.text.push_str(&rest[..plain]);
                self.end = at + plain;
                at += plain;
            } else if let Some(character) = rest.chars().next() {
                self.push(character, at, character.len_utf8());
                at += character.len_utf8();
            }
        }
    }

    fn push(&mut self, character: char, at: usize, length: usize) {
        let Some(character) = fold(character) else { return };
        if character == ' ' && (self.text.is_empty() || self.text.ends_with(' ')) {
            return;
        }
        if character != ' ' {
            self.end = at + length;
        }
        self.run(at);
        self.text.push(character);
    }

    /// What comes next stands at this place of the original.
    fn run(&mut self, at: usize) {
        let here = self.text.len();
        if self.runs.last().is_none_or(|(normal, original)| original + (here - normal) != at) {
            self.runs.push((here, at));
        }
    }

    /// Where a character of the normal form stands in the original.
    fn place(&self, at: usize) -> usize {
        if at >= self.text.len() {
            return self.end;
        }
        let after = self.runs.partition_point(|(normal, _)| *normal <= at);
        self.runs[..after].last().map_or(0, |(normal, original)| original + (at - normal))
    }

    /// The normal form.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the original that a range of the normal form came from, without white space at its end.
    pub fn original(&self, range: Range<usize>, original: &str) -> Range<usize> {
        let (start, end) = (self.place(range.start), self.place(range.end));
        let words = original.get(start..end).unwrap_or_default();
        start..start + words.trim_end_matches(|c: char| fold(c).is_none_or(|c| c == ' ')).len()
    }

    /// Where a normal text stands in this one, as whole words; at most `limit` places.
    pub fn find(&self, wanted: &str, limit: usize) -> Vec<Range<usize>> {
        if wanted.is_empty() {
            return Vec::new();
        }
        memmem::find_iter(self.text.as_bytes(), wanted)
            .map(|start| start..start + wanted.len())
            .filter(|range| self.is_whole(range))
            .take(limit)
            .collect()
    }

    /// A place where a normal text stands in this one, as whole words: right behind another place, if it is there, for to
    /// prepare a search for a long text takes longer than to look.
    pub fn find_behind(&self, place: usize, wanted: &str) -> Option<Range<usize>> {
        let rest = self.text.get(place..).unwrap_or_default().trim_start();
        let start = self.text.len() - rest.len();
        let next = start..start + wanted.len();
        if !wanted.is_empty() && rest.starts_with(wanted) && self.is_whole(&next) {
            return Some(next);
        }
        self.find(wanted, 1).pop()
    }

    /// Whether a range neither starts nor ends inside a word or a number: "2 killed" is not in "12 killed", nor
    /// "3 million" in "3.3 million".
    fn is_whole(&self, range: &Range<usize>) -> bool {
        !joined(&self.text, range.start) && !joined(&self.text, range.end)
    }
}

/// Whether the characters around a position belong to one word or one number.
fn joined(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let mut left = before.chars().rev();
    let mut right = after.chars();
    let (Some(l), Some(r)) = (left.next(), right.next()) else { return false };
    let separator = |c: char| matches!(c, '.' | ',' | '٫' | '٬');
    (l.is_alphanumeric() && r.is_alphanumeric() && !unspaced(l) && !unspaced(r))
        || (separator(l) && r.is_numeric() && left.next().is_some_and(char::is_numeric))
        || (l.is_numeric() && separator(r) && right.next().is_some_and(char::is_numeric))
}

/// Scripts that write words without spaces between them.
fn unspaced(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// The bytes that are characters in their normal form wherever they stand.
static PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = b'!';
    while byte <= b'~' {
        plain[byte as usize] = byte != b'`';
        byte += 1;
    }
    plain
};

/// How many bytes are as they are in the normal form: words of plain bytes with one space between them. Most of most texts.
fn plain_words(bytes: &[u8]) -> usize {
    let plain = |at: usize| bytes.get(at).is_some_and(|byte| PLAIN[usize::from(*byte)]);
    let mut end = 0;
    while plain(end) || (end > 0 && bytes.get(end) == Some(&b' ') && plain(end + 1)) {
        end += 1;
    }
    end
}

/// One character in its normal form; `None` where it is not seen.
fn fold(c: char) -> Option<char> {
    Some(match c {
        ' '..='!' | '#'..='&' | '('..='_' | 'a'..='~' => c,
        '\u{ad}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => {
            return None;
        }
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '＂' => '"',
        '\'' | '`' | '´' | '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | 'ʼ' => '\'',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, quote: &str) -> Vec<String> {
        let normal = Normal::new(text);
        let places = normal.find(Normal::new(quote).text(), 10);
        places.into_iter().map(|range| text[normal.original(range, text)].to_string()).collect()
    }

    #[test]
    fn typesetting_does_not_count() {
        assert_eq!(
            found("He said: “It\u{a0}is\n  over” – then left.", "\"It is over\" - then"),
            ["“It\u{a0}is\n  over” – then"]
        );
        assert_eq!(found("co\u{ad}operation", "cooperation"), ["co\u{ad}operation"]);
        assert_eq!(found("Cafe\u{301} noir", "Caf\u{e9} noir"), ["Cafe\u{301} noir"]);
        assert_eq!(found("Caf\u{e9} noir", "Cafe\u{301}"), ["Caf\u{e9}"]);
    }

    #[test]
    fn a_number_is_not_found_inside_another() {
        assert!(found("killed 12 servicemen", "2 servicemen").is_empty());
        assert!(found("was $3.3 million", "3 million").is_empty());
        assert!(found("was $55.9 million", "was $55").is_empty());
        assert!(found("was $1,200", "was $1").is_empty());
        assert_eq!(found("was $55. Then", "was $55"), ["was $55"]);
        assert!(found("the servicemen", "service").is_empty());
        assert_eq!(found("在北京会见", "北京"), ["北京"]);
    }

    #[test]
    fn other_differences_count() {
        assert!(found("more than 40", "More than 40").is_empty());
        assert!(found("more than 40.", "more than 40!").is_empty());
    }

    proptest::proptest! {
        #[test]
        fn a_text_is_found_in_itself(text in "[ a-z0-9.,'\"«»\u{301}é\u{ad}\u{200b}\n–-]{0,60}") {
            let normal = Normal::new(&text);
            if !normal.text().is_empty() {
                let places = normal.find(normal.text(), 2);
                proptest::prop_assert_eq!(places.len(), 1);
                let range = normal.original(places[0].clone(), &text);
                let again = Normal::new(&text[range]);
                proptest::prop_assert_eq!(again.text(), normal.text());
            }
        }

        #[test]
        fn looking_behind_a_place_finds_no_less_and_no_more(
            text in "[ ab1.]{0,24}", wanted in "[ab1.]{0,3}", place in 0usize..24,
        ) {
            let (text, wanted) = (Normal::new(&text), Normal::new(&wanted));
            let found = text.find_behind(place, wanted.text());
            proptest::prop_assert!(found.iter().all(|at| text.is_whole(at) && &text.text()[at.clone()] == wanted.text()));
            // Those that overlap the one before are not listed, nor are there more words where one stands.
            proptest::prop_assert!(found.is_some() || text.find(wanted.text(), usize::MAX).is_empty());
        }

        #[test]
        fn every_character_leads_back_to_its_own(text in "[ a-z'\"`«»é\u{ad}\u{200b}\n–-]{0,60}") {
            let normal = Normal::new(&text);
            for (at, character) in normal.text().char_indices() {
                let origin = text[normal.place(at)..].chars().next();
                proptest::prop_assert_eq!(origin.and_then(fold), Some(character), "{} in {:?}", at, text);
            }
        }

        #[test]
        fn the_normal_form_is_its_own(text in ".{0,60}") {
            let once = Normal::new(&text);
            let again = Normal::new(once.text());
            proptest::prop_assert_eq!(once.text(), again.text());
        }
    }
}
