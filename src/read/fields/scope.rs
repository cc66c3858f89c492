//! One dimension of what a question counts: a list of values, or a whole with its parts.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::boolean;

/// A scope, as declared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScopeFields {
    /// Values that exclude each other.
    Flat(Vec<String>),
    /// A whole and its parts.
    Nested(WholeFields),
}

/// A scope with parts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Whole")]
pub struct WholeFields {
    /// The name of the whole.
    #[schemars(required)]
    #[serde(deserialize_with = "super::required::read")]
    pub whole: Option<String>,
    /// What it consists of; a part may have parts of its own.
    #[schemars(required)]
    #[serde(deserialize_with = "super::required::list")]
    pub parts: Vec<PartFields>,
    /// True: the parts make up the whole, so that their sum must reach it.
    #[serde(default, deserialize_with = "boolean::read")]
    pub exhaustive: Option<bool>,
    /// What silence means. Absent: the whole.
    pub default: Option<String>,
}

/// A part: a name, or a whole of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartFields {
    /// A part that is not divided further.
    Leaf(String),
    /// A part with parts.
    Divided {
        /// Its name.
        whole: String,
        /// What it consists of.
        parts: Vec<PartFields>,
        /// Whether the parts make it up.
        exhaustive: bool,
    },
}

/// A part with parts of its own.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "DividedPart")]
struct Divided {
    /// The name of the part.
    #[schemars(required)]
    #[serde(deserialize_with = "super::required::read")]
    whole: Option<String>,
    /// What it consists of.
    #[schemars(required)]
    #[serde(deserialize_with = "super::required::list")]
    parts: Vec<PartFields>,
    /// True: its parts make it up.
    #[serde(default, deserialize_with = "boolean::read")]
    exhaustive: Option<bool>,
}

impl Default for ScopeFields {
    fn default() -> Self {
        Self::Flat(Vec::new())
    }
}

impl Default for PartFields {
    fn default() -> Self {
        Self::Leaf(String::new())
    }
}

impl<'de> Deserialize<'de> for ScopeFields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ListOrWhole;

        impl<'de> Visitor<'de> for ListOrWhole {
            type Value = ScopeFields;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a list of values, or a whole with its parts")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<ScopeFields, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(seq)).map(ScopeFields::Flat)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<ScopeFields, A::Error> {
                WholeFields::deserialize(MapAccessDeserializer::new(map)).map(ScopeFields::Nested)
            }
        }

        deserializer.deserialize_any(ListOrWhole)
    }
}

impl<'de> Deserialize<'de> for PartFields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NameOrWhole;

        impl<'de> Visitor<'de> for NameOrWhole {
            type Value = PartFields;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a part's name, or a part with parts of its own")
            }

            fn visit_str<E: Error>(self, name: &str) -> Result<PartFields, E> {
                Ok(PartFields::Leaf(name.into()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<PartFields, A::Error> {
                let Divided { whole, parts, exhaustive } = Divided::deserialize(MapAccessDeserializer::new(map))?;
                Ok(PartFields::Divided {
                    whole: whole.unwrap_or_default(),
                    parts,
                    exhaustive: exhaustive == Some(true),
                })
            }
        }

        deserializer.deserialize_any(NameOrWhole)
    }
}

impl JsonSchema for ScopeFields {
    fn schema_name() -> Cow<'static, str> {
        "Scope".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let whole = generator.subschema_for::<WholeFields>();
        json_schema!({ "anyOf": [{ "type": "array", "items": { "type": "string" } }, whole] })
    }
}

impl JsonSchema for PartFields {
    fn schema_name() -> Cow<'static, str> {
        "Part".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let divided = generator.subschema_for::<Divided>();
        json_schema!({ "anyOf": [{ "type": "string" }, divided] })
    }
}
