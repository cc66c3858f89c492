//! An article's Markdown as plain text, with the way back.
//!
//! Quotes are found in the *plain text*: the words without Markdown's marks, one space for a soft line break, one line
//! feed between blocks. [`walk`] goes through the Markdown once and says for each event which bytes of the plain text it
//! wrote, so that whoever renders the Markdown can mark a passage in it; [`plain_text`] only collects the words. Both
//! follow the same rules because one is made from the other.
//!
//! Not in the plain text, and so not quotable: raw HTML, the words of images (an editor's, not the article's) and
//! footnote marks.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::model::Cuts;

/// The Markdown that content is written in. Fixed: another setting would move quotes.
pub const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH);

/// One event with where it stands.
#[derive(Debug)]
pub struct Step<'a> {
    /// What pulldown-cmark saw.
    pub event: Event<'a>,
    /// Its bytes in the Markdown.
    pub source: Range<usize>,
    /// The bytes of the plain text that it wrote; empty for events without words.
    pub plain: Range<usize>,
}

/// Goes through Markdown, and writes its plain text on the way.
pub struct Walk<'a> {
    events: pulldown_cmark::OffsetIter<'a>,
    plain: String,
    images: usize,
    /// Whether a block has ended since the last words.
    between_blocks: bool,
}

/// Starts a walk.
pub fn walk(markdown: &str) -> Walk<'_> {
    Walk {
        events: Parser::new_ext(markdown, OPTIONS).into_offset_iter(),
        plain: String::with_capacity(markdown.len()),
        images: 0,
        between_blocks: false,
    }
}

impl Walk<'_> {
    /// The plain text written so far: all of it once the walk is at its end.
    pub fn into_plain(self) -> String {
        self.plain
    }

    fn write(&mut self, words: &str) -> Range<usize> {
        if self.images > 0 || words.is_empty() {
            return self.plain.len()..self.plain.len();
        }
        if std::mem::take(&mut self.between_blocks) && !self.plain.is_empty() {
            self.plain.push('\n');
        }
        let start = self.plain.len();
        self.plain.push_str(words);
        start..self.plain.len()
    }
}

impl<'a> Iterator for Walk<'a> {
    type Item = Step<'a>;

    fn next(&mut self) -> Option<Step<'a>> {
        let (event, source) = self.events.next()?;
        let nothing = self.plain.len()..self.plain.len();
        let plain = match &event {
            Event::Text(words) | Event::Code(words) => self.write(words),
            Event::SoftBreak | Event::HardBreak => self.write(" "),
            Event::Start(Tag::Image { .. }) => {
                self.images += 1;
                nothing
            }
            Event::End(TagEnd::Image) => {
                self.images = self.images.saturating_sub(1);
                nothing
            }
            Event::Start(tag) if is_block(tag) => {
                self.between_blocks = true;
                nothing
            }
            Event::End(end) if is_block_end(*end) => {
                self.between_blocks = true;
                nothing
            }
            Event::Rule => {
                self.between_blocks = true;
                nothing
            }
            _ => nothing,
        };
        Some(Step { event, source, plain })
    }
}

/// The plain text of Markdown.
pub fn plain_text(markdown: &str) -> String {
    let mut walk = walk(markdown);
    while walk.next().is_some() {}
    walk.into_plain()
}

/// The same, and how it is cut from the Markdown.
pub fn plain_text_with_cuts(markdown: &str) -> (String, Cuts) {
    let mut walk = walk(markdown);
    let given: Vec<_> = walk.by_ref().map(|step| (step.source, step.plain)).collect();
    let plain = walk.into_plain();
    let cuts = Cuts::new(markdown, &plain, given.into_iter());
    (plain, cuts)
}

/// The bytes of the Markdown that a range of its plain text came from, from the start of its first word to the end of
/// its last; exact to the run of text (words that Markdown escapes count as a whole).
pub fn source_range(markdown: &str, plain: Range<usize>) -> Range<usize> {
    let mut start = None;
    let mut end = 0;
    for step in walk(markdown) {
        if step.plain.is_empty() || step.plain.end <= plain.start {
            continue;
        }
        if step.plain.start >= plain.end {
            break;
        }
        let verbatim = step.source.len() == step.plain.len();
        let from = if verbatim { plain.start.saturating_sub(step.plain.start) } else { 0 };
        let until = if verbatim { step.plain.end.saturating_sub(plain.end) } else { 0 };
        start.get_or_insert(step.source.start + from);
        end = step.source.end - until;
    }
    start.unwrap_or(0)..end
}

/// Markdown without its marks, on one line: for text that was copied from the Markdown itself.
pub fn strip_marks(markdown: &str) -> String {
    plain_text(markdown).replace('\n', " ")
}

fn is_block(tag: &Tag<'_>) -> bool {
    is_block_end(tag.to_end())
}

fn is_block_end(end: TagEnd) -> bool {
    !matches!(
        end,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Link
            | TagEnd::Image
            | TagEnd::Superscript
            | TagEnd::Subscript
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::passages;

    #[test]
    fn marks_links_entities_and_soft_breaks_are_not_words() {
        assert_eq!(
            plain_text("has *exceeded* [&#36;40&nbsp;million](https://example.org)\nas of **mid-2025**."),
            "has exceeded $40\u{a0}million as of mid-2025."
        );
    }

    #[test]
    fn blocks_are_lines() {
        assert_eq!(
            plain_text("# Aid\n\nOne.\n\n- two\n- three\n\n> four\n\n| a | b |\n|---|---|\n| c | d |\n"),
            "Aid\nOne.\ntwo\nthree\nfour\na\nb\nc\nd"
        );
        assert_eq!(passages(&plain_text("One.\n\n***\n\nTwo.")).len(), 2);
    }

    #[test]
    fn a_passage_leads_back_to_the_markdown() {
        let markdown = "Aid has *exceeded* $40\nmillion. Then.";
        let text = plain_text(markdown);
        let start = text.find("exceeded").unwrap();
        let end = text.find(". Then").unwrap();
        assert_eq!(&markdown[source_range(markdown, start..end)], "exceeded* $40\nmillion");
    }

    #[test]
    fn html_and_images_are_not_quotable() {
        assert_eq!(plain_text("before <b>bold</b> ![a picture of 12 men](x.png) after"), "before bold  after");
        assert_eq!(plain_text("<script>alert(1)</script>\n\nOne."), "One.");
    }

    #[test]
    fn every_step_says_what_it_wrote() {
        let markdown = "One *two*\nthree.\n\nFour `five`.";
        let whole = plain_text(markdown);
        for step in walk(markdown) {
            if let Event::Text(words) | Event::Code(words) = &step.event {
                assert_eq!(&whole[step.plain.clone()], words.as_ref());
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn passages_lie_in_the_text(markdown in "[ a-zé0-9*_`#>\\[\\]()|!<&;\n-]{0,80}") {
            let plain = plain_text(&markdown);
            for passage in passages(&plain) {
                proptest::prop_assert!(!plain[passage].contains('\n'));
            }
        }

        #[test]
        fn the_plain_text_is_cut_from_the_markdown_again(markdown in "[ a-zé0-9*_`#>\\[\\]()|!<&;\r\n-]{0,80}") {
            let (plain, cuts) = plain_text_with_cuts(&markdown);
            proptest::prop_assert_eq!(cuts.plain(&markdown), plain);
        }
    }
}
