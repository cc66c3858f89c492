//! What the reader hands on: every file of the content, read into its fields, nothing yet looked up.

use std::borrow::Cow;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::fields::{
    ArticleFields, EntityFields, EventFields, PageFields, QuestionFields, SettingsFields, SourceFields,
};

/// One file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct File<F> {
    /// Relative to the root, with `/`.
    pub path: String,
    /// What annotations call it: its file name without `.md`.
    pub id: String,
    /// Its front matter.
    pub fields: F,
    /// What follows the front matter, as written.
    pub body: String,
    /// Where the body begins, in bytes of the file as it is on disk.
    pub body_start: usize,
    /// BLAKE3 of the whole file as it was read; zeros for one that could not be.
    pub hash: [u8; 32],
    /// Something in the front matter could not be read, was reported, and is missing from `fields`: what follows only
    /// from an absence there is not worth a report.
    pub damaged: bool,
}

impl<F> File<F> {
    /// The same file with other fields.
    pub fn with<G>(self, fields: impl FnOnce(F) -> G) -> File<G> {
        let Self { path, id, fields: own, body, body_start, hash, damaged } = self;
        File { path, id, fields: fields(own), body, body_start, hash, damaged }
    }
}

/// The fields of an article, as they were read or [packed](Packed).
pub trait Fields: Clone + Send + Sync {
    /// To look at.
    fn look(&self) -> Cow<'_, ArticleFields>;
    /// To keep.
    fn unpack(self) -> ArticleFields;
    /// The capture that they name.
    fn capture(&self) -> Option<&str>;
}

impl Fields for ArticleFields {
    fn look(&self) -> Cow<'_, ArticleFields> {
        Cow::Borrowed(self)
    }

    fn unpack(self) -> ArticleFields {
        self
    }

    fn capture(&self) -> Option<&str> {
        self.capture.as_deref()
    }
}

/// The fields of an article in a fifth of the memory: most fields of most statements are empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Packed {
    bytes: Box<[u8]>,
    capture: Option<String>,
}

impl From<ArticleFields> for Packed {
    fn from(fields: ArticleFields) -> Self {
        // Plain data, written to memory: there is nothing that could be refused.
        let bytes = postcard::to_stdvec(&fields).unwrap_or_default();
        Self { bytes: bytes.into(), capture: fields.capture }
    }
}

impl Fields for Packed {
    fn look(&self) -> Cow<'_, ArticleFields> {
        // What was packed a moment ago.
        Cow::Owned(postcard::from_bytes(&self.bytes).unwrap_or_default())
    }

    fn unpack(self) -> ArticleFields {
        self.look().into_owned()
    }

    fn capture(&self) -> Option<&str> {
        self.capture.as_deref()
    }
}

/// The content of a site, each kind sorted by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Collection<A = ArticleFields> {
    /// The root folder where the articles' texts were left: their `body` is empty then.
    pub texts_in: Option<PathBuf>,
    /// `crosscheck.yaml`; the defaults where it could not be read.
    pub settings: File<SettingsFields>,
    /// `content/articles/`.
    pub articles: Vec<File<A>>,
    /// `content/questions/`.
    pub questions: Vec<File<QuestionFields>>,
    /// `content/events/`.
    pub events: Vec<File<EventFields>>,
    /// `content/sources/`.
    pub sources: Vec<File<SourceFields>>,
    /// `content/entities/`.
    pub entities: Vec<File<EntityFields>>,
    /// `content/pages/`.
    pub pages: Vec<File<PageFields>>,
}

impl<A> Collection<A> {
    /// How many files it is made of.
    pub fn files(&self) -> usize {
        1 + self.articles.len()
            + self.questions.len()
            + self.events.len()
            + self.sources.len()
            + self.entities.len()
            + self.pages.len()
    }
}
