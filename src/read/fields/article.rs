//! `articles/*.md`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{AccountFields, ClaimFields, Ordered, boolean};
use crate::model::TextMode;

/// An article: what was published, and what it says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Article")]
pub struct ArticleFields {
    /// Its headline. Absent: untitled, and the site says so.
    pub title: Option<String>,
    /// Its publisher, an id in `sources/`. Absent: an unidentified source, of this article's own.
    pub source: Option<String>,
    /// Who wrote it.
    #[serde(default)]
    pub authors: Vec<String>,
    /// When it was published (EDTF, or a date with a time). Absent: unknown, and the site says so.
    pub published: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// An archived copy.
    pub archived: Option<String>,
    /// When it was captured (EDTF, or a date with a time).
    pub retrieved: Option<String>,
    /// Its language, BCP 47. Absent: the site's.
    pub lang: Option<String>,
    /// The article as it was captured: a path under the root, or `sha256:…` of a file that is kept elsewhere. Absent:
    /// quotes are checked against the body only.
    pub capture: Option<String>,
    /// How much of it the site shows. Absent: as the source says, else the site, else `quotes`.
    pub text: Option<TextMode>,
    /// When it entered the collection; feeds go by it. Absent: `retrieved`, else `published`.
    pub added: Option<String>,
    /// Corrections, shown to readers.
    #[serde(default)]
    pub corrections: Vec<CorrectionFields>,
    /// The article was withdrawn: a notice stays at its URL, every other output forgets it.
    pub withdrawn: Option<WithdrawalFields>,
    /// Fields that the editor inferred, each with the reason. Readers see it.
    #[serde(default)]
    pub inferred: Ordered<String>,
    /// True: listed by `check`, left out of the site.
    #[serde(default, deserialize_with = "boolean::read")]
    pub draft: Option<bool>,
    /// What it says of events.
    #[serde(default)]
    pub events: Vec<AccountFields>,
    /// What it answers to questions.
    #[serde(default)]
    pub claims: Vec<ClaimFields>,
    /// Older ids, which redirect here.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// A correction, shown to readers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Correction")]
pub struct CorrectionFields {
    /// When (EDTF).
    pub on: Option<String>,
    /// What it said.
    pub was: Option<String>,
    /// What it says now.
    pub now: Option<String>,
    /// Why.
    pub why: Option<String>,
}

/// That, when and why the article was withdrawn.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Withdrawal")]
pub struct WithdrawalFields {
    /// When (EDTF).
    pub on: Option<String>,
    /// Why.
    pub reason: Option<String>,
}
