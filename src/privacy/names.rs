//! Finds names in text, and masks them.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};
use pulldown_cmark::Event;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::read::markdown;

/// Names to look for, all at once.
pub(super) struct Names {
    search: AhoCorasick,
}

impl Names {
    /// `None` where there is nothing to look for.
    pub(super) fn new<'n>(names: impl IntoIterator<Item = &'n String>) -> Option<Self> {
        let mut names: Vec<String> = names.into_iter().map(|name| Folded::new(name).text).collect();
        names.retain(|name| !name.is_empty());
        names.sort();
        names.dedup();
        if names.is_empty() {
            return None;
        }
        // It only fails on more text than fits into memory.
        let search = AhoCorasick::builder().match_kind(MatchKind::Standard).build(&names).ok()?;
        Some(Self { search })
    }

    /// Masks the names in a text.
    pub(super) fn mask(&self, text: &mut String) {
        let found = self.find(text);
        if !found.is_empty() {
            *text = with_masks(text, &found);
        }
    }

    /// Masks the names in Markdown, also those that Markdown's marks cut into pieces: `**Ida** Merrow`.
    pub(super) fn mask_markdown(&self, text: &mut String) {
        self.mask(text);
        let mut walk = markdown::walk(text);
        let steps: Vec<_> = walk.by_ref().collect();
        let plain = walk.into_plain();
        let found = self.find(&plain);
        if found.is_empty() {
            return;
        }
        let mut changed = text.clone();
        // From the end, so that earlier places stay where they are.
        for step in steps.iter().rev() {
            let (Event::Text(words) | Event::Code(words)) = &step.event else { continue };
            let inside: Vec<Range<usize>> = found
                .iter()
                .filter(|range| range.start < step.plain.end && step.plain.start < range.end)
                .map(|range| {
                    range.start.saturating_sub(step.plain.start)..range.end.min(step.plain.end) - step.plain.start
                })
                .collect();
            if inside.is_empty() {
                continue;
            }
            let masked = with_masks(words, &inside);
            // Words that stand as they are written are replaced where they stand; others, an escaped letter or code over
            // two lines, as a whole.
            let offset = text.get(step.source.clone()).and_then(|source| source.find(words.as_ref()));
            match offset.map(|offset| step.source.start + offset) {
                Some(start) => changed.replace_range(start..start + words.len(), &masked),
                None if matches!(step.event, Event::Code(_)) => {
                    changed.replace_range(step.source.clone(), &code(&masked));
                }
                None => changed.replace_range(step.source.clone(), &masked),
            }
        }
        *text = changed;
    }

    /// The places of names, in order, joined where they overlap.
    fn find(&self, text: &str) -> Vec<Range<usize>> {
        let folded = Folded::new(text);
        let mut found: Vec<Range<usize>> = Vec::new();
        let matches = self.search.find_overlapping_iter(&folded.text).map(|found| found.range());
        let mut places: Vec<_> =
            matches.filter(|range| folded.is_whole(range)).map(|range| folded.original(range)).collect();
        places.sort_by_key(|place| (place.start, place.end));
        for place in places {
            match found.last_mut() {
                Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
                _ => found.push(place),
            }
        }
        found
    }
}

/// A code span that says exactly these words (CommonMark 6.1).
fn code(words: &str) -> String {
    let ticks = words.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(ticks + 1);
    let stripped = words.starts_with(' ') && words.ends_with(' ') && words.contains(|c| c != ' ');
    let pad = if stripped || words.starts_with('`') || words.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{words}{pad}{fence}")
}

/// A text with every letter and digit masked.
pub(super) fn masked(text: &str) -> String {
    with_masks(text, std::slice::from_ref(&(0..text.len())))
}

/// The text with the letters and digits at these places masked. Each mask is as many bytes long as what it stands for.
fn with_masks(text: &str, places: &[Range<usize>]) -> String {
    let mut places = places.iter().peekable();
    let mask = |(at, c): (usize, char)| {
        while places.next_if(|place| place.end <= at).is_some() {}
        let inside = places.peek().is_some_and(|place| place.contains(&at));
        match c.len_utf8() {
            _ if !inside || !(c.is_alphanumeric() || is_combining_mark(c)) => c,
            1 => 'X',
            2 => 'Х',  // the Cyrillic letter
            3 => 'Ｘ', // the full-width letter
            _ => '𝖷',  // the mathematical letter
        }
    };
    text.char_indices().map(mask).collect()
}

/// A text without case, accents, and differences in white space, with the way back.
struct Folded {
    text: String,
    /// For each byte of `text`, the bytes of the original that gave it.
    origin: Vec<Range<usize>>,
}

impl Folded {
    fn new(original: &str) -> Self {
        let mut folded =
            Self { text: String::with_capacity(original.len()), origin: Vec::with_capacity(original.len()) };
        for (at, c) in original.char_indices() {
            let origin = at..at + c.len_utf8();
            if c.is_ascii_alphanumeric() {
                folded.push(c.to_ascii_lowercase(), &origin);
            } else if c.is_whitespace() {
                if !folded.text.ends_with(' ') {
                    folded.push(' ', &origin);
                }
            } else if !is_invisible(c) {
                let lower = c.to_lowercase().flat_map(|c| c.nfd().filter(|c| !is_combining_mark(*c)));
                // An accent on its own belongs to the letter before it.
                let mut marks_only = true;
                for c in lower {
                    marks_only = false;
                    folded.push(c, &origin);
                }
                if marks_only && let Some(last) = folded.origin.last_mut() {
                    last.end = origin.end;
                }
            }
        }
        while folded.text.ends_with(' ') {
            folded.text.pop();
            folded.origin.pop();
        }
        folded
    }

    fn push(&mut self, c: char, origin: &Range<usize>) {
        self.text.push(c);
        self.origin.extend(std::iter::repeat_n(origin.clone(), c.len_utf8()));
    }

    /// The original of a part that is not empty.
    fn original(&self, part: Range<usize>) -> Range<usize> {
        match self.origin.get(part) {
            Some([first, .., last]) => first.start..last.end,
            Some([only]) => only.clone(),
            _ => 0..0,
        }
    }

    /// Whether a part neither starts nor ends inside a word.
    fn is_whole(&self, part: &Range<usize>) -> bool {
        let inside_word = |at: usize| {
            let (before, after) = self.text.split_at(at);
            let letter = |c: char| c.is_alphanumeric() && !is_unspaced(c);
            before.chars().next_back().is_some_and(letter) && after.chars().next().is_some_and(letter)
        };
        !inside_word(part.start) && !inside_word(part.end)
    }
}

/// Characters that nobody sees, so that they do not hide a name: soft hyphen, zero-width and directional ones.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Scripts that write words without spaces between them.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn mask(names: &[&str], text: &str) -> String {
        let names: Vec<String> = names.iter().map(|name| name.to_string()).collect();
        let mut text = text.to_string();
        Names::new(&names).unwrap().mask(&mut text);
        text
    }

    #[test]
    fn names_are_found_however_they_are_set() {
        let names = ["Ida Merrow", "Merrow", "Олена Петренко", "Pérez", "王伟"];
        for (text, masked) in [
            ("Ida Merrow, IDA\u{a0}MERROW and Merrow's", "XXX XXXXXX, XXX\u{a0}XXXXXX and XXXXXX's"),
            ("Ida\n  Mer\u{ad}row", "XXX\n  XXX\u{ad}XXX"),
            ("Олена Петренко сказала", "ХХХХХ ХХХХХХХХ сказала"),
            ("Perez and P\u{e9}rez", "XXXXX and XХXXX"),
            ("昨天王伟说", "昨天ＸＸ说"),
            ("Merrowville and Idas", "Merrowville and Idas"),
            ("Ida Merrowson", "Ida Merrowson"),
            ("", ""),
        ] {
            assert_eq!(mask(&names, text), masked);
        }
        assert_eq!(mask(&["Ann Lee", "Lee Young"], "Ann Lee Young"), "XXX XXX XXXXX");
    }

    #[test]
    fn names_are_found_through_markdown() {
        let names = Names::new(&["Ida Merrow".to_string()]).unwrap();
        for (text, masked) in [
            ("**Ida** [Merrow](https://example.org) said", "**XXX** [XXXXXX](https://example.org) said"),
            ("Ida\nMerrow `Ida Merrow`", "XXX\nXXXXXX `XXX XXXXXX`"),
            ("*Ida* &#77;errow", "*XXX* XXXXXX"),
            ("![Ida Merrow](x.png)", "![XXX XXXXXX](x.png)"),
            ("`\nIda` Merrow", "` XXX` XXXXXX"),
            ("``\n`Ida`` Merrow", "`` `XXX`` XXXXXX"),
            ("nobody", "nobody"),
        ] {
            let mut changed = text.to_string();
            names.mask_markdown(&mut changed);
            assert_eq!(changed, masked);
        }
    }

    #[test]
    fn nothing_to_look_for() {
        assert!(Names::new(&[]).is_none());
        assert!(Names::new(&["  ".to_string()]).is_none());
    }

    proptest! {
        #[test]
        fn a_mask_is_as_long_as_the_name(before in "\\PC{0,20}", name in "[a-zа-яéїЇ 王]{1,10}", after in "\\PC{0,20}") {
            prop_assume!(!name.trim().is_empty());
            let text = format!("{before} {name}, {after}");
            let masked = mask(&[&name], &text);
            prop_assert_eq!(masked.len(), text.len());
            prop_assert!(!masked.contains(&format!(" {name},")), "{}", masked);
        }

        #[test]
        fn masking_markdown_keeps_the_length_of_its_text(text in "[ aб*_`\\[\\]()&;#\n-]{0,60}") {
            let names = Names::new(&["a б".to_string(), "бa".to_string()]).unwrap();
            let mut masked = text.clone();
            names.mask_markdown(&mut masked);
            prop_assert_eq!(markdown::plain_text(&masked).len(), markdown::plain_text(&text).len());
        }
    }
}
