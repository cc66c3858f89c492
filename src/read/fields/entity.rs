//! `entities/*.md`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::boolean;
use crate::model::EntityKind;

/// A person, an organization, a state or a place, with the ways its name is spelled.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Entity")]
pub struct EntityFields {
    /// As the site names it.
    #[schemars(required)]
    #[serde(deserialize_with = "super::required::read")]
    pub name: Option<String>,
    /// What it is.
    pub kind: Option<EntityKind>,
    /// Other ways in which articles write the name.
    #[serde(default)]
    pub spellings: Vec<String>,
    /// True: named in no output.
    #[serde(default, deserialize_with = "boolean::read")]
    pub private: Option<bool>,
    /// The place or state that it lies in, an entity's id.
    pub within: Option<String>,
    /// Where it is: degrees north, degrees east.
    pub location: Option<[String; 2]>,
    /// Older ids, which redirect here.
    #[serde(default)]
    pub aliases: Vec<String>,
}
