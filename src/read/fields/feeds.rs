//! Which feeds the site has besides that of everything.

use schemars::JsonSchema;
use serde::Deserialize;

/// Feeds of single things. The feed of the whole site is always there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Feeds")]
pub struct FeedsFields {
    /// True: a feed for each person, organization, state and place. Absent: false.
    #[serde(default, deserialize_with = "super::boolean::read")]
    pub entities: Option<bool>,
    /// True: a feed for each question. Absent: false.
    #[serde(default, deserialize_with = "super::boolean::read")]
    pub questions: Option<bool>,
}
