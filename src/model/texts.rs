//! The texts of articles. They are most of what a corpus weighs and are needed one at a time, so they are not in it: each is
//! read again from its file when somebody asks, or kept where there is no file to rely on.

use std::{
    fmt, fs,
    ops::Range,
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
};

use serde::{Deserialize, Serialize};

use super::{Article, ArticleRef};

/// The text of one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The body as written, Markdown.
    pub markdown: String,
    /// The body's text without Markdown's marks, one line feed between blocks: what quotes are found in.
    pub plain: String,
}

impl Text {
    /// The blocks (a paragraph, a heading, a list item) by their byte ranges in the plain text.
    pub fn passages(&self) -> Vec<Range<usize>> {
        passages(&self.plain)
    }
}

/// The blocks of a plain text, by their byte ranges, in order.
pub fn passages(plain: &str) -> Vec<Range<usize>> {
    let mut passages = Vec::new();
    let mut start = 0;
    for block in plain.split('\n') {
        let range = start..start + block.len();
        start = range.end + 1;
        if !block.trim().is_empty() {
            passages.push(range);
        }
    }
    passages
}

/// How a plain text is put together from its Markdown, so that this need not be parsed again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cuts {
    runs: Box<[Cut]>,
    /// What does not stand in the Markdown as it is.
    other: Box<str>,
}

/// A run of bytes; four bytes for each number, since articles have thousands. A file has at most 5 MB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Cut {
    /// Of the Markdown.
    Source(u32, u32),
    /// The next ones of what does not stand there.
    Other(u32),
}

impl Cuts {
    /// From a plain text and, in order, which of its bytes the Markdown's bytes gave.
    pub fn new(markdown: &str, plain: &str, given: impl Iterator<Item = (Range<usize>, Range<usize>)>) -> Self {
        let (mut runs, mut other) = (Vec::new(), String::new());
        let mut add = |words: &str, source: Option<usize>| {
            let Ok(length) = u32::try_from(words.len()) else { return };
            match (source.and_then(|at| u32::try_from(at).ok()), runs.last_mut()) {
                (Some(at), Some(Cut::Source(from, so_far))) if *from + *so_far == at => *so_far += length,
                (Some(at), _) => runs.push(Cut::Source(at, length)),
                (None, last) => {
                    other.push_str(words);
                    match last {
                        Some(Cut::Other(so_far)) => *so_far += length,
                        _ => runs.push(Cut::Other(length)),
                    }
                }
            }
        };
        let mut done = 0;
        for (source, range) in given.filter(|(_, range)| !range.is_empty()) {
            if range.start > done {
                add(&plain[done..range.start], None);
            }
            let words = &plain[range.clone()];
            // Most words stand at the start of what gave them, and preparing to find a long text takes its time.
            let there = &markdown[source.clone()];
            let place = if there.starts_with(words) { Some(0) } else { there.find(words) };
            let place = place.map(|offset| source.start + offset);
            add(words, place);
            done = range.end;
        }
        Self { runs: runs.into(), other: other.into() }
    }

    /// The plain text of the Markdown that they were made from.
    pub fn plain(&self, markdown: &str) -> String {
        let mut plain = String::with_capacity(self.length());
        let mut other: &str = &self.other;
        for run in &self.runs {
            let words = match *run {
                Cut::Source(from, length) => markdown.get(from as usize..from as usize + length as usize),
                Cut::Other(length) => other.split_at_checked(length as usize).map(|(words, rest)| {
                    other = rest;
                    words
                }),
            };
            plain.push_str(words.unwrap_or_default());
        }
        plain
    }

    /// How many bytes the plain text has.
    fn length(&self) -> usize {
        self.runs
            .iter()
            .map(|run| match *run {
                Cut::Source(_, length) | Cut::Other(length) => length as usize,
            })
            .sum()
    }
}

/// Changes a text before anybody sees it.
type Mask = Arc<dyn Fn(&mut Text) + Send + Sync>;

/// Where the texts of a corpus come from.
#[derive(Clone, Default)]
pub struct Texts {
    place: Place,
    mask: Option<Mask>,
    changed: OnceLock<String>,
}

#[derive(Clone)]
enum Place {
    /// Each article's Markdown, by its position.
    Memory(Vec<String>),
    /// The articles' files, under this root.
    Files(PathBuf),
}

impl Default for Place {
    fn default() -> Self {
        Self::Memory(Vec::new())
    }
}

impl Texts {
    /// In the articles' files under a root folder. They must stay as they were until nobody asks any more, see
    /// [`changed`](Self::changed).
    pub fn in_files(root: &Path) -> Self {
        Self { place: Place::Files(root.to_owned()), ..Self::default() }
    }

    /// Takes the Markdown of the next article in, unless that is in its file.
    pub fn push(&mut self, markdown: String) {
        if let Place::Memory(texts) = &mut self.place {
            texts.push(markdown);
        }
    }

    /// Puts Markdown in the place of what an article had.
    pub fn put(&mut self, at: ArticleRef, markdown: String) {
        if let Place::Memory(texts) = &mut self.place
            && let Some(text) = texts.get_mut(at.0)
        {
            *text = markdown;
        }
    }

    /// From now on everybody sees texts only as this leaves them. It must not change how long a plain text is.
    pub fn mask(&mut self, mask: impl Fn(&mut Text) + Send + Sync + 'static) {
        self.mask = Some(Arc::new(mask));
    }

    /// A file that was not any more what it had been when its text was needed: what was made with that is worth nothing.
    pub fn changed(&self) -> Option<&str> {
        self.changed.get().map(String::as_str)
    }

    /// The text of the article at this position.
    pub(super) fn of(&self, at: ArticleRef, article: &Article) -> Text {
        let markdown = match &self.place {
            Place::Memory(texts) => texts.get(at.0).cloned(),
            Place::Files(root) => body(&root.join(&article.path), &article.hash, article.body_start),
        };
        let Some(markdown) = markdown else {
            // The first one is as good as any other to tell of.
            let _ = self.changed.set(article.path.clone());
            // Ranges of the plain text are to stay ranges of it.
            return Text { markdown: String::new(), plain: " ".repeat(article.cuts.length()) };
        };
        let mut text = Text { plain: article.cuts.plain(&markdown), markdown };
        if let Some(mask) = &self.mask {
            mask(&mut text);
        }
        text
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = match &self.place {
            Place::Memory(texts) => format!("{} in memory", texts.len()),
            Place::Files(root) => format!("in {}", root.display()),
        };
        f.debug_tuple("Texts").field(&place).finish()
    }
}

/// A file from this byte on, if it still is the file with this hash.
pub fn body(file: &Path, hash: &[u8; 32], start: usize) -> Option<String> {
    let mut bytes = fs::read(file).ok()?;
    if blake3::hash(&bytes).as_bytes() != hash || bytes.len() < start {
        return None;
    }
    bytes.drain(..start);
    String::from_utf8(bytes).ok()
}
