//! The fields that accounts and claims share: who says it, when, on whose word, in which words.
//!
//! They stand at the top level of each, and serde cannot both merge structs and refuse unknown keys; so a macro writes
//! them into either, from the one list below.

use super::{Ordered, Quotes};
use crate::model::Stance;

/// The shared fields of an account or a claim, borrowed from it.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "each is explained where it is declared, in `attributed!`")]
pub struct AttributionFields<'a> {
    pub id: Option<&'a str>,
    pub by: Option<&'a str>,
    pub said: Option<&'a str>,
    pub via: Option<&'a str>,
    pub stance: Option<Stance>,
    pub quote: &'a Quotes,
    pub translation: Option<&'a str>,
    pub note: Option<&'a str>,
    pub internal: Option<&'a str>,
    pub inferred: &'a Ordered<String>,
    pub draft: bool,
}

/// An account or a claim, as far as they are alike.
pub trait Attributed {
    /// The shared fields.
    fn attribution(&self) -> AttributionFields<'_>;
}

/// Declares a struct with fields of its own and the shared ones.
macro_rules! attributed {
    ($(#[$meta:meta])* pub struct $name:ident { $($own:tt)* }) => {
        #[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        $(#[$meta])*
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($own)*
            /// Its own id within the article; absent: the event's or question's id. A second statement on the same
            /// event or question needs one.
            pub id: Option<String>,
            /// Who asserts it: an entity, a source, or a name. Absent: the article speaks in its own voice.
            pub by: Option<String>,
            /// When it was said (EDTF). Absent: when the article was published.
            pub said: Option<String>,
            /// Where this article got it: a text, an article's id, or a claim's (`article#id`).
            pub via: Option<String>,
            /// How whoever says it stands to it. Absent: `asserts`.
            pub stance: Option<crate::model::Stance>,
            /// The article's own words for it: a text, a text with what stands around it, or a list of these.
            #[serde(default)]
            pub quote: super::Quotes,
            /// A translation of the quote.
            pub translation: Option<String>,
            /// A note for readers, in Markdown.
            pub note: Option<String>,
            /// A note for the editors; it is in no output.
            pub internal: Option<String>,
            /// Fields that the editor inferred, each with the reason. Readers see it.
            #[serde(default)]
            pub inferred: super::Ordered<String>,
            /// True: listed by `check`, left out of the site.
            #[serde(default, deserialize_with = "super::boolean::read")]
            pub draft: Option<bool>,
        }

        impl super::Attributed for $name {
            fn attribution(&self) -> super::AttributionFields<'_> {
                super::AttributionFields {
                    id: self.id.as_deref(),
                    by: self.by.as_deref(),
                    said: self.said.as_deref(),
                    via: self.via.as_deref(),
                    stance: self.stance,
                    quote: &self.quote,
                    translation: self.translation.as_deref(),
                    note: self.note.as_deref(),
                    internal: self.internal.as_deref(),
                    inferred: &self.inferred,
                    draft: self.draft == Some(true),
                }
            }
        }
    };
}

pub(super) use attributed;
