//! What the reader hands on: every file of the content, read into its fields, nothing yet looked up.

use std::path::PathBuf;

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

/// The content of a site, each kind sorted by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Collection {
    /// The root folder where the articles' texts were left: their `body` is empty then.
    pub texts_in: Option<PathBuf>,
    /// `crosscheck.yaml`; the defaults where it could not be read.
    pub settings: File<SettingsFields>,
    /// `content/articles/`.
    pub articles: Vec<File<ArticleFields>>,
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

impl Collection {
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
