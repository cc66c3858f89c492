//! `sources/*.md`.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::{SourceKind, TextMode};

/// A publisher.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Source")]
pub struct SourceFields {
    /// As the site names it.
    #[schemars(required)]
    #[serde(deserialize_with = "super::required::read")]
    pub name: Option<String>,
    /// Its own site.
    pub url: Option<String>,
    /// What it is.
    pub kind: Option<SourceKind>,
    /// The state it is of: an entity's id, name or spelling.
    pub country: Option<String>,
    /// How much of its articles the site shows. Absent: as the site says, else `quotes`.
    pub text: Option<TextMode>,
    /// The terms under which its text may be shown.
    pub license: Option<String>,
    /// Older ids, which redirect here.
    #[serde(default)]
    pub aliases: Vec<String>,
}
