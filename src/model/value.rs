//! What a claim's `value` says (FORMAT.md, "Value expressions"). Reading is in `read::value`, the strict and loose
//! readings are in `compare::readings`.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::Date;

/// The answer that a claim gives.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Value {
    /// `unknown`: the claim says that it is not known.
    Unknown,
    /// `none`: there is none; zero for a number, a value of its own for a category.
    Nothing,
    /// A number, a range or a vague quantity.
    Quantity(Quantity),
    /// One of the question's values, or an entity's id where the question says `values: entities`.
    Category(String),
    /// For questions of kind `date`.
    Date(Date),
}

/// A quantity with everything around it that changes what it says.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Quantity {
    /// "about", "more than" … ; ranges and vague quantities carry [`Hedge::None`].
    pub hedge: Hedge,
    /// "an additional …", "… more": a change, not a total.
    pub delta: Option<Delta>,
    /// The figure or figures, in units (a scale such as "million" is already multiplied in).
    pub amount: Amount,
    /// Canonical: an ISO 4217 code, `%`, `pp`, or a noun as the question or the claim has it; `None` where unstated.
    pub unit: Option<String>,
}

/// What the number is hedged by; each is a class of synonyms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names are the words")]
pub enum Hedge {
    None,
    Exactly,
    About,
    Nearly,
    JustOver,
    AtLeast,
    AtMost,
    UpTo,
    MoreThan,
    LessThan,
}

/// The direction of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Delta {
    /// "an additional", "another", "a further", "+", "… more".
    More,
    /// "-", "… less".
    Less,
}

/// The figure or figures of a quantity.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Amount {
    /// "20 million".
    Stated(Figure),
    /// "between 18 and 22 million".
    Range(Figure, Figure),
    /// "dozens of", "hundreds of thousands".
    Vague(Vague),
}

/// A written number with the precision it was written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Figure {
    /// The number in units: "20 million" is 20000000.
    #[serde(with = "rust_decimal::serde::str")]
    pub value: Decimal,
    /// q: the place value of the last written digit ("20 million": 1000000; "20.0 million": 100000).
    #[serde(with = "rust_decimal::serde::str")]
    pub last_place: Decimal,
    /// r: the place value of the last non-zero digit ("20 million": 10000000); q where decimals were written, and for 0.
    #[serde(with = "rust_decimal::serde::str")]
    pub last_nonzero_place: Decimal,
    /// Whether the last non-zero digit is a 5 (the granule is then 5r).
    pub ends_in_five: bool,
}

/// A quantity without a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Vague {
    /// The word.
    pub word: VagueWord,
    /// What it is multiplied by: 1000 in "hundreds of thousands", otherwise 1.
    #[serde(with = "rust_decimal::serde::str")]
    pub scale: Decimal,
}

/// The vague quantity words of the grammar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names are the words")]
pub enum VagueWord {
    Couple,
    Few,
    Several,
    Tens,
    Dozens,
    Scores,
    Hundreds,
    Thousands,
}
