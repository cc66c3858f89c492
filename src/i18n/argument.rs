//! What a message is filled in with.

use std::borrow::Cow;

use fluent_bundle::FluentValue;

/// One value for a message's variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument<'a> {
    /// Text, put in as it is.
    Text(Cow<'a, str>),
    /// How many: chooses the plural form, and is written with the language's digit groups.
    Count(i64),
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Argument<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Argument<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<i64> for Argument<'_> {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl From<usize> for Argument<'_> {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl<'a> Argument<'a> {
    pub(super) fn to_fluent(&'a self) -> FluentValue<'a> {
        match self {
            Self::Text(text) => FluentValue::String(Cow::Borrowed(text.as_ref())),
            Self::Count(count) => FluentValue::from(*count),
        }
    }
}
