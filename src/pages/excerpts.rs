//! The quoted passages of an article whose text may not be shown in full: each with its sentence, and never more.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::Edition;
use super::parts::Mark;
use crate::model::{ArticleRef, Passage, TextMode};

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

impl Edition<'_> {
    /// The runs of an article's plain text that the site shows, in order, each inside one block of it.
    pub fn shown(&self, at: ArticleRef) -> Vec<Range<usize>> {
        let article = &self.corpus[at];
        match article.text {
            _ if !self.is_shown(article) => Vec::new(),
            TextMode::Link => Vec::new(),
            TextMode::Full => article.passages.iter().map(|passage| passage.range.clone()).collect(),
            TextMode::Quotes => {
                let claims = self.claims_of_article(at).map(|claim| &self.corpus[claim].attribution);
                let accounts = self.accounts_of_article(at).map(|account| &self.corpus[account].attribution);
                let quotes = claims.chain(accounts).flat_map(|attribution| &attribution.quotes);
                let marks: Vec<Mark> = quotes.filter_map(|quote| quote.range.clone()).map(Mark::bare).collect();
                excerpts(&article.plain, &article.passages, &marks)
            }
        }
    }
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
                Mark::bare(start..end)
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
