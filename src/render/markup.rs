//! Markdown as HTML: the articles' text, which is a stranger's, and the editor's own words.
//!
//! Two walls stand between a stranger's text and the reader. Here, raw HTML is dropped, links go to http(s) or mailto
//! only, nothing is loaded from elsewhere (an image becomes a link to it), and headings stay below the page's own. Then
//! the [`wall`](super::wall) keeps only the elements and attributes that this module writes.
//!
//! [`article`] also marks the passages that are quoted. Quotes are ranges of the plain text; they may overlap and may
//! cross emphasis, links and paragraphs. So the text is cut into runs at every end of a quote, each run inside one text
//! node, and where a quote ends stands the number of its note.

use std::collections::HashSet;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Tag, TagEnd, html};
use serde::Serialize;

use super::wall::clean;
use crate::pages::Mark;
use crate::read::markdown::walk;

/// A block of the text: a paragraph, a heading, a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Block {
    /// Its HTML.
    pub html: String,
    /// The numbers of the notes whose first quote ends in it.
    pub notes: Vec<usize>,
}

/// An article's Markdown, its quotes marked.
pub fn article(markdown: &str, marks: &[Mark]) -> Vec<Block> {
    write(markdown, marks, 2, None)
}

/// The editor's Markdown. Headings start at `below` + 1, links that start with `/` are relative to the site's `root`.
pub fn prose(markdown: &str, below: u8, root: &str) -> String {
    write(markdown, &[], below, Some(root)).into_iter().map(|block| block.html).collect()
}

/// Text without Markdown, its quotes marked.
pub fn plain(text: &str, marks: &[Mark]) -> Block {
    let mut writer = Writer::new(marks);
    writer.words(text, 0);
    writer.cut();
    writer.blocks.pop().unwrap_or(Block { html: String::new(), notes: Vec::new() })
}

fn write(markdown: &str, marks: &[Mark], below: u8, root: Option<&str>) -> Vec<Block> {
    let mut depth = 0_usize;
    let mut writer = Writer::new(marks);
    let mut headings = Headings { below, last: below };
    let mut images: Vec<(String, String)> = Vec::new();
    for step in walk(markdown) {
        match &step.event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        let ends = matches!(&step.event, Event::End(_) | Event::Rule);
        match step.event {
            Event::Start(Tag::Image { dest_url, .. }) => images.push((dest_url.into_string(), String::new())),
            Event::End(TagEnd::Image) => {
                if let Some((url, words)) = images.pop() {
                    writer.image(&url, &words, images.is_empty());
                }
            }
            Event::Text(words) | Event::Code(words) if !images.is_empty() => {
                if let Some((_, all)) = images.last_mut() {
                    all.push_str(&words);
                }
            }
            _ if !images.is_empty() => {}
            Event::Text(words) => writer.words(&words, step.plain.start),
            Event::SoftBreak => writer.words("\n", step.plain.start),
            Event::Code(words) => {
                writer.raw("<code>");
                writer.words(&words, step.plain.start);
                writer.raw("</code>");
            }
            Event::Start(Tag::Link { dest_url, .. }) => writer.link(target(&dest_url, root)),
            Event::End(TagEnd::Link) => writer.end_link(),
            Event::Start(Tag::Heading { level, .. }) => {
                let level = headings.next(level);
                writer.raw(&format!("<h{level}>"));
            }
            Event::End(TagEnd::Heading(_)) => {
                let level = headings.last;
                writer.raw(&format!("</h{level}>"));
            }
            Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => {}
            event => writer.event(event.into_static()),
        }
        if ends && depth == 0 {
            writer.cut();
        }
    }
    writer.cut();
    writer.blocks
}

/// Where a link may go: http(s) and mailto; on the editor's own pages within the site too.
fn target(url: &str, root: Option<&str>) -> Option<String> {
    let scheme = |name: &str| url.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
    if ["http://", "https://", "mailto:"].into_iter().any(scheme) {
        return Some(url.to_owned());
    }
    let root = root?;
    match url.strip_prefix('/') {
        Some(path) if !path.starts_with('/') => Some(format!("{root}{path}")),
        Some(_) => None,
        None => (!url.split(['/', '?', '#']).next().unwrap_or_default().contains(':')).then(|| url.to_owned()),
    }
}

/// Keeps headings in order: none above or beside the page's own, none that skips a level.
struct Headings {
    below: u8,
    last: u8,
}

impl Headings {
    fn next(&mut self, level: HeadingLevel) -> u8 {
        let wanted = (level as u8).max(self.below + 1);
        self.last = wanted.min(self.last.max(self.below) + 1).min(6);
        self.last
    }
}

/// Collects events, with marks around the words that are quoted.
struct Writer<'a> {
    blocks: Vec<Block>,
    events: Vec<Event<'static>>,
    /// The numbers of the notes that belong to the block being written.
    notes: Vec<usize>,
    /// The numbers of all notes that have a block.
    noted: HashSet<usize>,
    marks: &'a [Mark],
    /// Positions in `marks`, by where they end: those whose number is still to be written.
    to_number: Vec<usize>,
    /// The marks whose first run is written: it carries the id.
    begun: HashSet<usize>,
    /// The marks that the run now open belongs to.
    open: Vec<usize>,
    /// Whether each link now open is written as one.
    links: Vec<bool>,
    /// How far in the plain text.
    at: usize,
}

impl<'a> Writer<'a> {
    fn new(marks: &'a [Mark]) -> Self {
        let mut to_number: Vec<usize> = (0..marks.len()).collect();
        to_number.sort_by_key(|&mark| std::cmp::Reverse((marks[mark].end, marks[mark].number)));
        Self {
            blocks: Vec::new(),
            events: Vec::new(),
            notes: Vec::new(),
            noted: HashSet::new(),
            marks,
            to_number,
            begun: HashSet::new(),
            open: Vec::new(),
            links: Vec::new(),
            at: 0,
        }
    }

    /// Words that stand in the plain text from `start` on.
    fn words(&mut self, words: &str, start: usize) {
        let end = start + words.len();
        let mut cuts: Vec<usize> = self.marks.iter().flat_map(|mark| [mark.start, mark.end]).collect();
        cuts.retain(|&cut| cut > start && cut < end && words.is_char_boundary(cut - start));
        cuts.extend([start, end]);
        cuts.sort_unstable();
        cuts.dedup();
        for pair in cuts.windows(2) {
            let &[from, to] = pair else { continue };
            let inside: Vec<usize> =
                (0..self.marks.len()).filter(|&at| self.marks[at].start <= from && to <= self.marks[at].end).collect();
            self.switch(inside);
            let words = words[from - start..to - start].to_owned();
            self.events.push(Event::Text(words.into()));
            self.at = to;
            if self.to_number.last().is_some_and(|&mark| self.marks[mark].end <= to) {
                self.switch(Vec::new());
                self.numbers();
            }
        }
    }

    /// Closes the mark that is open and opens the next, unless it is the same.
    fn switch(&mut self, inside: Vec<usize>) {
        if inside == self.open {
            return;
        }
        if !self.open.is_empty() {
            self.push("</mark>");
        }
        if let Some(&gravest) = inside.iter().max_by_key(|&&mark| (self.marks[mark].weight, std::cmp::Reverse(mark))) {
            let first =
                inside.iter().find(|&&mark| !self.begun.contains(&mark)).map(|&mark| self.marks[mark].id.as_str());
            let id = first.map(|id| format!(" id=\"{id}\"")).unwrap_or_default();
            let several = if inside.len() > 1 { " several" } else { "" };
            let class = &self.marks[gravest].class;
            let html = format!("<mark{id} class=\"m-{class}{several}\">");
            self.push(&html);
            // Where two quotes begin at one place, only one id fits on the mark; the others get a point of their own.
            let others: Vec<usize> = inside.iter().copied().filter(|mark| !self.begun.contains(mark)).skip(1).collect();
            for mark in others {
                let id = self.marks[mark].id.clone();
                self.push(&format!("<span id=\"{id}\"></span>"));
            }
        }
        self.begun.extend(&inside);
        self.open = inside;
    }

    /// Writes the numbers of the notes whose quotes have ended, unless a link is open: links do not nest.
    fn numbers(&mut self) {
        if self.links.contains(&true) {
            return;
        }
        while let Some(&mark) = self.to_number.last().filter(|&&mark| self.marks[mark].end <= self.at) {
            self.to_number.pop();
            let Mark { number, note, .. } = &self.marks[mark];
            if self.noted.insert(*number) {
                self.notes.push(*number);
            }
            let link = format!("<sup class=\"ref\"><a href=\"#{note}\" role=\"doc-noteref\">{number}</a></sup>");
            self.push(&link);
        }
    }

    /// Ends a block.
    fn cut(&mut self) {
        self.switch(Vec::new());
        self.numbers();
        if self.events.is_empty() {
            return;
        }
        let mut out = String::new();
        html::push_html(&mut out, self.events.drain(..));
        let mut html = clean(out);
        html.truncate(html.trim_end().len());
        self.blocks.push(Block { html, notes: std::mem::take(&mut self.notes) });
    }

    fn raw(&mut self, html: &str) {
        self.switch(Vec::new());
        self.push(html);
    }

    fn push(&mut self, html: &str) {
        self.events.push(Event::InlineHtml(CowStr::from(html.to_owned())));
    }

    fn event(&mut self, event: Event<'static>) {
        self.switch(Vec::new());
        self.events.push(event);
    }

    fn link(&mut self, target: Option<String>) {
        self.links.push(target.is_some());
        if let Some(target) = target {
            let html = anchor(&target);
            self.raw(&html);
        }
    }

    fn end_link(&mut self) {
        self.switch(Vec::new());
        if self.links.pop() == Some(true) {
            self.push("</a>");
        }
        self.numbers();
    }

    /// An image is not loaded: its words stand for it, and lead to it where a link may.
    fn image(&mut self, url: &str, words: &str, outermost: bool) {
        if !outermost {
            return;
        }
        let words = if words.trim().is_empty() { "image" } else { words };
        let target = target(url, None).filter(|_| !self.links.contains(&true));
        self.raw("<span class=\"image\">");
        if let Some(target) = &target {
            let html = anchor(target);
            self.push(&html);
        }
        self.events.push(Event::Text(words.to_owned().into()));
        if target.is_some() {
            self.push("</a>");
        }
        self.push("</span>");
    }
}

fn anchor(target: &str) -> String {
    let href = target.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;");
    let outside = if target.contains(':') { " rel=\"nofollow noopener\"" } else { "" };
    format!("<a href=\"{href}\"{outside}>")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::markdown::plain_text;

    fn html(markdown: &str, marks: &[Mark]) -> String {
        article(markdown, marks).into_iter().map(|block| block.html).collect()
    }

    fn mark(markdown: &str, words: &str, number: usize) -> Mark {
        let start = plain_text(markdown).find(words).unwrap();
        let end = start + words.len();
        Mark {
            start,
            end,
            number,
            note: format!("n{number}"),
            id: format!("q{number}"),
            class: "agree".into(),
            weight: 0,
        }
    }

    #[test]
    fn a_quote_is_marked_and_numbered() {
        let text = "has *exceeded* $40 million.";
        assert_eq!(
            html(text, &[mark(text, "exceeded $40", 1)]),
            "<p>has <em><mark id=\"q1\" class=\"m-agree\">exceeded</mark></em><mark class=\"m-agree\"> $40</mark>\
             <sup class=\"ref\"><a href=\"#n1\" role=\"doc-noteref\">1</a></sup> million.</p>"
        );
    }

    #[test]
    fn overlapping_quotes_become_runs() {
        let text = "one two three";
        let html = html(text, &[mark(text, "one two", 1), mark(text, "two three", 2)]);
        assert!(html.contains(
            "<mark id=\"q1\" class=\"m-agree\">one </mark><mark id=\"q2\" class=\"m-agree several\">two</mark>"
        ));
        assert!(html.contains("<mark class=\"m-agree\"> three</mark>"));
    }

    #[test]
    fn a_number_does_not_stand_inside_a_link() {
        let text = "see [about 20 million](https://example.org/a) people";
        let html = html(text, &[mark(text, "20 million", 1)]);
        assert!(html.contains("</mark></a><sup"), "{html}");
    }

    #[test]
    fn a_stranger_cannot_write_html_nor_load_anything() {
        for hostile in [
            "<script>alert(1)</script>",
            "a <img src=x onerror=alert(1)> b",
            "[a](javascript:alert(1))",
            "[a](JaVaScRiPt:alert(1))",
            "[a](data:text/html,x)",
            "![x](https://example.org/pixel.png)",
            "<a href='javascript:x' style='color:red'>x</a>",
            "[a](https://example.org/\"onmouseover=\"alert(1))",
            "```html onload=alert(1)\n<b>\n```",
        ] {
            let html = html(hostile, &[]);
            for bad in
                ["<script", "<img", "javascript:", "data:", " style=", " src=", "\"onmouseover", " onload", "<b>"]
            {
                assert!(!html.to_lowercase().contains(bad), "{hostile} gave {html}");
            }
        }
    }

    #[test]
    fn headings_stay_below_the_page_and_in_order() {
        assert_eq!(html("# A\n\n#### B", &[]), "<h3>A</h3><h4>B</h4>");
        assert_eq!(prose("## A\n\n# B", 1, ""), "<h2>A</h2><h2>B</h2>");
    }

    #[test]
    fn links_within_the_site_are_for_editors_only() {
        assert_eq!(prose("[m](/method/)", 1, "../"), "<p><a href=\"../method/\">m</a></p>");
        assert_eq!(html("[m](/method/)", &[]), "<p>m</p>");
    }

    #[test]
    fn a_note_belongs_to_the_block_of_its_first_quote() {
        let text = "One two.\n\n- three\n- four";
        let again = Mark { number: 1, ..mark(text, "four", 1) };
        let blocks = article(text, &[mark(text, "two", 1), mark(text, "three", 2), again]);
        let notes: Vec<&[usize]> = blocks.iter().map(|block| block.notes.as_slice()).collect();
        assert_eq!(notes, [[1].as_slice(), &[2]]);
    }

    proptest::proptest! {
        #[test]
        fn marking_changes_no_word(text in "[a-zé \\n*_`\\[\\]()#-]{0,60}", a in 0usize..60, b in 0usize..60) {
            let plain = plain_text(&text);
            let (start, end) = (a.min(b).min(plain.len()), a.max(b).min(plain.len()));
            let boundary = plain.is_char_boundary(start) && plain.is_char_boundary(end);
            let marked = Mark { start, end, number: 1, note: "n1".into(), id: "q1".into(), class: "agree".into(), weight: 0 };
            let words = |html: &str| ammonia::Builder::empty().clean(&html.replace(">1</a>", "></a>")).to_string();
            if boundary && start < end && !text.contains('1') {
                proptest::prop_assert_eq!(words(&html(&text, &[marked])), words(&html(&text, &[])));
            }
        }
    }
}
