//! An article: what was published, by whom, and its text.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use std::ops::Range;

use super::{Cuts, Date, Inferred, SourceRef};

/// How much of an article's text the site may show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TextMode {
    /// All of it.
    Full,
    /// The quoted passages, with their sentence.
    #[default]
    Quotes,
    /// No words at all.
    Link,
}

/// The article as it was captured.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Capture {
    /// A file under the root, by its path relative to the root.
    File(String),
    /// A file kept elsewhere, named by its SHA-256 in hexadecimal.
    Sha256(String),
}

/// A correction that the article's publisher or the editors made, shown to readers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// When.
    pub on: Option<Date>,
    /// What it said.
    pub was: Option<String>,
    /// What it says now.
    pub now: Option<String>,
    /// Why.
    pub why: Option<String>,
}

/// The article was withdrawn: a notice stays at its URL, every other output forgets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    /// When.
    pub on: Option<Date>,
    /// Why.
    pub reason: Option<String>,
}

/// One article, linked.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Article {
    /// From the file's path.
    pub id: String,
    /// The file, relative to the root, with `/`.
    pub path: String,
    /// BLAKE3 of that file as it was read.
    pub hash: [u8; 32],
    /// Its headline; `None`: untitled, and the site says so.
    pub title: Option<String>,
    /// Its publisher; `None`: an unidentified source, of this article's own.
    pub source: Option<SourceRef>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// When it was published.
    pub published: Option<Date>,
    /// Where it was published.
    pub url: Option<String>,
    /// An archived copy.
    pub archived: Option<String>,
    /// When it was captured.
    pub retrieved: Option<Date>,
    /// BCP 47; the site's where the article does not say.
    pub lang: String,
    /// As it was captured.
    pub capture: Option<Capture>,
    /// How much of it is shown: its own setting, else the source's, else the site's.
    pub text: TextMode,
    /// When it entered the collection: `added`, else `retrieved`, else `published`.
    pub added: Option<Date>,
    /// Corrections, as listed.
    pub corrections: Vec<Correction>,
    /// Set where the article was withdrawn.
    pub withdrawn: Option<Withdrawal>,
    /// What is inferred, and why.
    pub inferred: Inferred,
    /// Left out of the site unless drafts are asked for.
    pub draft: bool,
    /// Where the body begins, in bytes of the file; `Corpus::text` gives it.
    pub body_start: usize,
    /// How its plain text is cut from that.
    pub cuts: Cuts,
    /// Older ids, which redirect here.
    pub aliases: Vec<String>,
    /// Its accounts, a range of `Corpus::accounts`.
    pub accounts: Range<usize>,
    /// Its claims, a range of `Corpus::claims`.
    pub claims: Range<usize>,
}

impl TextMode {
    /// Its name in front matter.
    pub fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Quotes => "quotes",
            Self::Link => "link",
        }
    }
}
