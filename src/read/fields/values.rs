//! The values that a question of kind `category` allows.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::value::SeqAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// The values of a category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValuesFields {
    /// `entities`: the ids of entities.
    Entities,
    /// These.
    Listed(Vec<CategoryFields>),
}

/// One value, with narrower ones where it is a group: `side-a`, or `{ side-a: [side-a-army] }`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CategoryFields {
    /// Its name.
    pub name: String,
    /// Narrower values.
    pub members: Vec<CategoryFields>,
}

impl<'de> Deserialize<'de> for ValuesFields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ListOrEntities;

        impl<'de> Visitor<'de> for ListOrEntities {
            type Value = ValuesFields;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a list of values, or `entities`")
            }

            fn visit_str<E: Error>(self, word: &str) -> Result<ValuesFields, E> {
                match word {
                    "entities" => Ok(ValuesFields::Entities),
                    _ => Err(E::custom("expected a list of values, or `entities`")),
                }
            }

            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<ValuesFields, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(seq)).map(ValuesFields::Listed)
            }
        }

        deserializer.deserialize_any(ListOrEntities)
    }
}

impl<'de> Deserialize<'de> for CategoryFields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NameOrGroup;

        impl<'de> Visitor<'de> for NameOrGroup {
            type Value = CategoryFields;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a value's name, or a name with a list of narrower values")
            }

            fn visit_str<E: Error>(self, name: &str) -> Result<CategoryFields, E> {
                Ok(CategoryFields { name: name.into(), members: Vec::new() })
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<CategoryFields, A::Error> {
                let Some((name, members)) = map.next_entry()? else {
                    return Ok(CategoryFields::default());
                };
                if map.next_key::<String>()?.is_some() {
                    return Err(A::Error::custom("expected one name with its list of narrower values"));
                }
                Ok(CategoryFields { name, members })
            }
        }

        deserializer.deserialize_any(NameOrGroup)
    }
}

impl JsonSchema for ValuesFields {
    fn schema_name() -> Cow<'static, str> {
        "Values".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let category = generator.subschema_for::<CategoryFields>();
        json_schema!({ "anyOf": [{ "type": "string", "enum": ["entities"] }, { "type": "array", "items": category }] })
    }
}

impl JsonSchema for CategoryFields {
    fn schema_name() -> Cow<'static, str> {
        "Category".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let category = generator.subschema_for::<CategoryFields>();
        json_schema!({ "anyOf": [
            { "type": "string" },
            {
                "type": "object",
                "additionalProperties": { "type": "array", "items": category },
                "minProperties": 1,
                "maxProperties": 1,
            },
        ] })
    }
}
