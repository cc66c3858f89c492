//! Words of the article: a text, a text with what stands around it, or a list of these.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};

/// One quote, with what tells it from others like it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct QuoteFields {
    /// The words.
    pub exact: String,
    /// What stands right before them; only needed where they stand in the text more than once.
    pub prefix: Option<String>,
    /// What stands right after them.
    pub suffix: Option<String>,
}

/// The quotes of a statement. However they were written, the first is at `quote[0]` for a diagnostic.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Quotes(pub Vec<QuoteFields>);

impl Deref for Quotes {
    type Target = [QuoteFields];

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

/// The long form.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Quote")]
struct Anchored {
    /// The words, as the article has them.
    #[schemars(required)]
    #[serde(deserialize_with = "super::required::read")]
    exact: Option<String>,
    /// What stands right before them.
    prefix: Option<String>,
    /// What stands right after them.
    suffix: Option<String>,
}

impl<'de> Deserialize<'de> for QuoteFields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextOrAnchored;

        impl<'de> Visitor<'de> for TextOrAnchored {
            type Value = QuoteFields;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("the quoted words")
            }

            fn visit_str<E: Error>(self, exact: &str) -> Result<QuoteFields, E> {
                Ok(QuoteFields { exact: exact.into(), ..QuoteFields::default() })
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<QuoteFields, A::Error> {
                let Anchored { exact, prefix, suffix } = Anchored::deserialize(MapAccessDeserializer::new(map))?;
                Ok(QuoteFields { exact: exact.unwrap_or_default(), prefix, suffix })
            }
        }

        match deserializer.is_human_readable() {
            true => deserializer.deserialize_any(TextOrAnchored),
            false => {
                let (exact, prefix, suffix) = Deserialize::deserialize(deserializer)?;
                Ok(QuoteFields { exact, prefix, suffix })
            }
        }
    }
}

impl<'de> Deserialize<'de> for Quotes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrMore;

        impl<'de> Visitor<'de> for OneOrMore {
            type Value = Quotes;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("the quoted words, or a list of quotes")
            }

            fn visit_unit<E: Error>(self) -> Result<Quotes, E> {
                Ok(Quotes::default())
            }

            fn visit_str<E: Error>(self, exact: &str) -> Result<Quotes, E> {
                Ok(Quotes(vec![QuoteFields { exact: exact.into(), ..QuoteFields::default() }]))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Quotes, A::Error> {
                Ok(Quotes(vec![QuoteFields::deserialize(MapAccessDeserializer::new(map))?]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Quotes, A::Error> {
                Ok(Quotes(Vec::deserialize(SeqAccessDeserializer::new(seq))?))
            }
        }

        match deserializer.is_human_readable() {
            true => deserializer.deserialize_any(OneOrMore),
            false => Vec::deserialize(deserializer).map(Quotes),
        }
    }
}

impl JsonSchema for QuoteFields {
    fn schema_name() -> Cow<'static, str> {
        "QuoteForm".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let anchored = generator.subschema_for::<Anchored>();
        json_schema!({ "anyOf": [{ "type": "string" }, anchored] })
    }
}

impl JsonSchema for Quotes {
    fn schema_name() -> Cow<'static, str> {
        "QuoteForms".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let quote = generator.subschema_for::<QuoteFields>();
        json_schema!({ "anyOf": [quote, { "type": "array", "items": quote }] })
    }
}
