//! `pages/*.md`.

use schemars::JsonSchema;
use serde::Deserialize;

/// A page of the editor's own: about, corrections, imprint.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Page")]
pub struct PageFields {
    /// Its heading.
    #[schemars(required)]
    #[serde(deserialize_with = "super::required::read")]
    pub title: Option<String>,
    /// Older ids, which redirect here.
    #[serde(default)]
    pub aliases: Vec<String>,
}
