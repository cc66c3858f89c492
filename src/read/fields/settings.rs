//! `crosscheck.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{FeedsFields, PublishFields, ToleranceFields};
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
    /// The terms under which the site's own data may be used: an SPDX id such as `CC-BY-4.0`, an address, or words. It never
    /// extends to the words of others: those have the terms of their source. Absent: none are stated.
    pub license: Option<String>,
    /// Feeds besides that of the whole site.
    #[serde(default)]
    pub feeds: FeedsFields,
    /// True: a file `data.csv` beside each question and each event too. Absent: false.
    #[serde(default, deserialize_with = "super::boolean::read")]
    pub page_data: Option<bool>,
    /// How many entries a page of a list may have, from 20 to 2000. A longer list is split: the timeline and the articles
    /// by year, other lists into numbered pages. Absent: 500.
    pub page_size: Option<String>,
    /// The constants of the comparison.
    #[serde(default)]
    pub tolerance: ToleranceFields,
    /// Where `crosscheck publish` puts the site.
    pub publish: Option<PublishFields>,
}
