//! People, organizations, states and places.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use rust_decimal::Decimal;

use super::EntityRef;

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are the words of FORMAT.md")]
pub enum EntityKind {
    Person,
    Organization,
    State,
    Place,
}

/// A point on the earth, WGS 84 degrees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Location {
    /// Degrees north, −90 to 90.
    pub latitude: Decimal,
    /// Degrees east, −180 to 180.
    pub longitude: Decimal,
}

/// One entity.
#[derive(Clone, Debug)]
pub struct Entity {
    /// From the file's path.
    pub id: String,
    /// As the site names it.
    pub name: String,
    /// What it is, where the file says so.
    pub kind: Option<EntityKind>,
    /// Other ways in which articles write the name.
    pub spellings: Vec<String>,
    /// True: named in no output.
    pub private: bool,
    /// The place or state that this one lies in.
    pub within: Option<EntityRef>,
    /// Where it is.
    pub location: Option<Location>,
    /// The editor's words, Markdown.
    pub body: String,
    /// Older ids, which redirect here.
    pub aliases: Vec<String>,
}

/// A place or participant as an account names it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Mention {
    /// As written in the front matter.
    pub written: String,
    /// The entity it names, if one is known.
    pub entity: Option<EntityRef>,
}

impl EntityKind {
    /// All kinds, in the order in which they are listed.
    pub const ALL: [Self; 4] = [Self::Person, Self::Organization, Self::State, Self::Place];

    /// Its name in front matter.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::State => "state",
            Self::Place => "place",
        }
    }
}
