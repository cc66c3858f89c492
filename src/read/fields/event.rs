//! `events/*.md`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Names;

/// An event's own title, date and story. Optional: an event also exists where an article gives an account of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Event")]
pub struct EventFields {
    /// Its title. Absent: the first that an account gives.
    pub title: Option<String>,
    /// When it took place (EDTF). Absent: as the accounts say.
    pub date: Option<String>,
    /// Where: an entity's id, name or spelling.
    pub place: Option<String>,
    /// Who took part: entities' ids, names or spellings.
    #[serde(default)]
    pub who: Names,
    /// The larger event that it belongs to, an id.
    pub part_of: Option<String>,
    /// Older ids, which redirect here.
    #[serde(default)]
    pub aliases: Vec<String>,
}
