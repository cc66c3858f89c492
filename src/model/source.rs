//! A publisher.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{EntityRef, TextMode};

/// What a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are the words of FORMAT.md")]
pub enum SourceKind {
    Outlet,
    Agency,
    State,
    Organization,
}

/// One publisher.
#[derive(Clone, Debug)]
pub struct Source {
    /// From the file's path.
    pub id: String,
    /// As the site names it.
    pub name: String,
    /// Its own site.
    pub url: Option<String>,
    /// What it is, where the file says so.
    pub kind: Option<SourceKind>,
    /// The state it is of: an entity, or a name without a file.
    pub country: Option<String>,
    /// The entity that `country` names.
    pub country_entity: Option<EntityRef>,
    /// How much of its text may be shown.
    pub text: Option<TextMode>,
    /// The terms under which its text is shown.
    pub license: Option<String>,
    /// The editor's words, Markdown.
    pub body: String,
    /// Older ids, which redirect here.
    pub aliases: Vec<String>,
}

impl SourceKind {
    /// Its name in front matter.
    pub fn name(self) -> &'static str {
        match self {
            Self::Outlet => "outlet",
            Self::Agency => "agency",
            Self::State => "state",
            Self::Organization => "organization",
        }
    }
}
