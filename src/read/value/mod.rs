//! Reads a claim's `value` (FORMAT.md, "Value expressions") by what its question asks for.
//!
//! ```text
//! value  := [hedge] [delta] [hedge] number [scale] [unit] ['more'|'less'] | range | vague | 'unknown' | 'none'
//! ```
//!
//! The grammar is closed: a text is understood to its last character or refused, and nothing is guessed. Where the format
//! leaves room, these are the rules:
//!
//! - **Minus.** Where the question says `nonneg: false`, a `-` or `−` that touches what follows is a sign: "-2.1 %" is a
//!   negative rate. Elsewhere, and where a space follows, it is "less": a change. `+` is always "more".
//! - **A dot before three digits** is refused as "decimal or thousands?" unless something else decides: a scale ("1.125
//!   billion"), `%` or `pp` ("5.375%"), a comma elsewhere in the number, a leading zero ("0.125"), or more than three
//!   digits before the dot.
//! - **One scale serves both ends** of a range, at whichever end it stands: "18 to 22 million", "900 thousand to 1.1
//!   million". So does one currency sign.
//! - **The question's noun** may differ in letter case and, in English, in number: "1 barrel" where it says "barrels".
//!   Nouns that the question gives an exchange rate for are units too.
//! - **"of"** may be left out after a vague word ("several", "dozens killed"), and may follow its scale ("hundreds of
//!   thousands of barrels").
//! - **`$`** is the US dollar, and refused where the question counts in another country's dollars.
//!
//! Goes in: one scalar and its question. Comes out: a value, or one problem with what to write instead.

mod category;
mod currency;
mod grammar;
mod lexer;
mod mistakes;
mod near_words;
mod number;
mod unit;
mod words;

use crate::model::{Kind, Question, Value};

use super::date;
use super::malformed::{Malformed, quoted};

pub use currency::is_currency;

/// No value that anybody writes is longer than this many bytes.
const LONGEST: usize = 300;

/// Reads one value as an answer to the question. White space around it is not part of it.
pub fn parse(text: &str, question: &Question) -> Result<Value, Malformed> {
    let start = text.len() - text.trim_start().len();
    let text = text.trim();
    if text.is_empty() {
        return Err(Malformed::new("the value is empty")
            .help("write `unknown` if it is said not to be known, or leave the claim out"));
    }
    if text.len() > LONGEST {
        return Err(Malformed::new(format!("{} is too long for a value", quoted(text)))
            .help("a value is the figure alone; words around it belong in `quote` or `note`"));
    }
    if text.eq_ignore_ascii_case("unknown") {
        return Ok(Value::Unknown);
    }
    if text.eq_ignore_ascii_case("none") {
        return Ok(Value::Nothing);
    }
    match question.kind {
        Kind::Date => date::parse(text).map(Value::Date),
        Kind::Category => category::parse(text, question).map(Value::Category),
        _ => grammar::quantity(text, question)
            .map(Value::Quantity)
            .map_err(|problem| mistakes::explain(text, question, problem)),
    }
    .map_err(|problem| problem.shifted(start))
}

#[cfg(test)]
mod tests;
