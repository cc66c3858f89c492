//! The quoted passages of an article whose text may not be shown in full: each with its sentence, and never more.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::parts::Mark;
use crate::model::Passage;

/// Runs of the plain text that may be shown, in order, each inside one block of it.
pub fn excerpts(plain: &str, passages: &[Passage], marks: &[Mark]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut wanted: Vec<&Mark> = marks.iter().collect();
    wanted.sort_by_key(|mark| (mark.start, mark.end));
    let mut first = 0;
    for passage in passages {
        while wanted.get(first).is_some_and(|mark| mark.end <= passage.range.start) {
            first += 1;
        }
        let inside: Vec<&Mark> = wanted[first..]
            .iter()
            .copied()
            .take_while(|mark| mark.start < passage.range.end)
            .filter(|mark| mark.end > passage.range.start)
            .collect();
        let Some(block) = plain.get(passage.range.clone()).filter(|_| !inside.is_empty()) else { continue };
        for (offset, sentence) in block.split_sentence_bound_indices() {
            let start = passage.range.start + offset;
            let end = start + sentence.trim_end().len();
            if !inside.iter().any(|mark| mark.start < end && start < mark.end) {
                continue;
            }
            match found.last_mut() {
                // The sentence before was shown too: no ellipsis between them.
                Some(last) if last.end >= passage.range.start && plain[last.end..start].trim().is_empty() => {
                    last.end = end
                }
                _ => found.push(start..end),
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::markdown::plain_text;

    fn shown(markdown: &str, quotes: &[&str]) -> Vec<String> {
        let (plain, passages) = plain_text(markdown);
        let marks: Vec<Mark> = quotes
            .iter()
            .map(|quote| {
                let start = plain.find(quote).unwrap();
                let end = start + quote.len();
                Mark { start, end, number: 1, note: String::new(), id: String::new(), class: String::new(), weight: 0 }
            })
            .collect();
        excerpts(&plain, &passages, &marks).into_iter().map(|range| plain[range].to_owned()).collect()
    }

    const TEXT: &str = "One came. Two came. Three left.\n\nFour stayed. Five slept.";

    #[test]
    fn the_sentence_and_no_more() {
        assert_eq!(shown(TEXT, &["Two"]), ["Two came."]);
        assert_eq!(shown(TEXT, &["One", "Five"]), ["One came.", "Five slept."]);
    }

    #[test]
    fn neighbours_join_within_a_block() {
        assert_eq!(shown(TEXT, &["One", "Two"]), ["One came. Two came."]);
        assert_eq!(shown(TEXT, &["Three", "Four"]), ["Three left.", "Four stayed."]);
    }

    #[test]
    fn a_quote_over_a_sentence_end_shows_both() {
        assert_eq!(shown(TEXT, &["came. Two"]), ["One came. Two came."]);
    }

    #[test]
    fn without_quotes_nothing_is_shown() {
        assert!(shown(TEXT, &[]).is_empty());
    }
}
