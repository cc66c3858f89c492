//! `true` and `false`, as words.
//!
//! Read as text like every other scalar, so that `"true"` in quotation marks is what it looks like, and `yes`, `on` and
//! `1` are refused rather than guessed at.

use serde::de::{Deserializer, Error};
use serde::{Deserialize, de::Unexpected};

/// Reads an optional truth value.
pub fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<bool>, D::Error> {
    if !deserializer.is_human_readable() {
        return Option::deserialize(deserializer);
    }
    match Option::<String>::deserialize(deserializer)?.as_deref() {
        None => Ok(None),
        Some("true") => Ok(Some(true)),
        Some("false") => Ok(Some(false)),
        Some(other) => Err(D::Error::invalid_value(Unexpected::Str(other), &"`true` or `false`")),
    }
}
