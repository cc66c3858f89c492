//! The language of the site: every word that is not an author's comes from here, in the interface's language.
//!
//! In: a language tag, a theme's message files, and plain data (dates, decimals, findings). Out: text for people.
//! Messages are Fluent files in `themes/default/i18n/<language>/`; code and templates name messages by their key and
//! never carry words of their own. What is here must never do arithmetic in floating point, lose a digit, or let a
//! reader see a key.
//!
//! | module | job |
//! |---|---|
//! | `language` | one interface language: looks a message up and fills it in |
//! | `catalogue` | reads message files, built in or from a site's theme, and says what is wrong with them |
//! | `collation` | the order of names from A to Z |
//! | `number` | digits: grouping, the decimal mark, plural categories |
//! | `amounts` | figures with their units, hedges and intervals |
//! | `dates` | dates in words |
//! | `sentence` | what was found, in plain sentences |
//! | `memo` | what was once put into words, kept |

mod amounts;
mod argument;
mod catalogue;
mod collation;
mod dates;
mod language;
mod memo;
mod number;
mod sentence;

pub use amounts::AmountCase;
pub use argument::Argument;
pub use collation::{Collation, SortKey};
pub use dates::DateCase;
pub use language::Language;
pub use sentence::{Hint, Part, Sentence};

#[cfg(test)]
mod labels;
