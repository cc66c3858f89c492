//! The quoted passages of an article whose text may not be shown in full: each with its sentence, and never more.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::Edition;
use super::parts::Mark;
use crate::model::{ArticleRef, Text, TextMode};

/// Runs of the plain text that may be shown, in order, each inside one block of it.
pub fn excerpts(text: &Text, marks: &[Mark]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut wanted: Vec<&Mark> = marks.iter().collect();
    wanted.sort_by_key(|mark| (mark.start, mark.end));
    let mut first = 0;
    for passage in text.passages() {
        while wanted.get(first).is_some_and(|mark| mark.end <= passage.start) {
            first += 1;
        }
        let inside: Vec<&Mark> = wanted[first..]
            .iter()
            .copied()
            .take_while(|mark| mark.start < passage.end)
            .filter(|mark| mark.end > passage.start)
            .collect();
        let Some(block) = text.plain.get(passage.clone()).filter(|_| !inside.is_empty()) else { continue };
        for (offset, sentence) in block.split_sentence_bound_indices() {
            let start = passage.start + offset;
            let end = start + sentence.trim_end().len();
            if !inside.iter().any(|mark| mark.start < end && start < mark.end) {
                continue;
            }
            match found.last_mut() {
                // The sentence before was shown too: no ellipsis between them.
                Some(last) if last.end >= passage.start && text.plain[last.end..start].trim().is_empty() => {
                    last.end = end
                }
                _ => found.push(start..end),
            }
        }
    }
    found
}

/// What of a text is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The plain text, all of it.
    pub plain: String,
    /// The runs of it that are shown, in order, each inside one block of it.
    pub runs: Vec<Range<usize>>,
}

impl Shown {
    /// The words of each run.
    pub fn into_words(self) -> Vec<String> {
        self.runs.iter().filter_map(|run| self.plain.get(run.clone())).map(str::to_owned).collect()
    }
}

impl Edition<'_> {
    /// What the site shows of an article's text.
    pub fn shown(&self, at: ArticleRef) -> Shown {
        let article = &self.corpus[at];
        if !self.is_shown(article) || article.text == TextMode::Link {
            return Shown::default();
        }
        let text = self.corpus.text(at);
        let runs = match article.text {
            TextMode::Link => Vec::new(),
            TextMode::Full => text.passages(),
            TextMode::Quotes => {
                let claims = self.claims_of_article(at).map(|claim| &self.corpus[claim].attribution);
                let accounts = self.accounts_of_article(at).map(|account| &self.corpus[account].attribution);
                let quotes = claims.chain(accounts).flat_map(|attribution| &attribution.quotes);
                let marks: Vec<Mark> = quotes.filter_map(|quote| quote.range.clone()).map(Mark::bare).collect();
                excerpts(&text, &marks)
            }
        };
        Shown { plain: text.plain, runs }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::markdown::plain_text;

    fn shown(markdown: &str, quotes: &[&str]) -> Vec<String> {
        let text = Text { markdown: markdown.to_owned(), plain: plain_text(markdown) };
        let marks: Vec<Mark> = quotes
            .iter()
            .map(|quote| {
                let start = text.plain.find(quote).unwrap();
                let end = start + quote.len();
                Mark::bare(start..end)
            })
            .collect();
        let runs = excerpts(&text, &marks);
        Shown { plain: text.plain, runs }.into_words()
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
