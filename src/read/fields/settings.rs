//! `crosscheck.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::ToleranceFields;
use crate::model::TextMode;

/// The site's settings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Settings")]
pub struct SettingsFields {
    /// The site's name.
    #[schemars(required)]
    #[serde(deserialize_with = "super::required::read")]
    pub title: Option<String>,
    /// What it is, in a sentence.
    pub description: Option<String>,
    /// Where it will be published: `https://example.org/azerbaijan/`.
    pub base_url: Option<String>,
    /// The language of the site, and of articles that do not say theirs, BCP 47. Absent: `en`.
    pub language: Option<String>,
    /// The folder under `themes/`. Absent: `default`.
    pub theme: Option<String>,
    /// How much of articles' text the site shows where neither article nor source says. Absent: `quotes`.
    pub text: Option<TextMode>,
    /// The constants of the comparison.
    #[serde(default)]
    pub tolerance: ToleranceFields,
}
