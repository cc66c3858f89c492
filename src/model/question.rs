//! What the claims answer, and under which rules their answers are compared (FORMAT.md, "Question").

use schemars::JsonSchema;
use serde::Deserialize;

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{ClaimRef, Date, Verdict};

/// What kind of quantity a question asks for; it decides the role of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the table in FORMAT.md explains them")]
pub enum Kind {
    Cumulative,
    Level,
    Flow,
    Count,
    Rate,
    Category,
    Date,
}

/// One dimension of what is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Values that exclude each other; silence means unstated.
    Flat {
        /// The values.
        values: Vec<String>,
    },
    /// A whole and its parts; silence means `default`.
    Nested {
        /// The root of the tree.
        root: Part,
        /// What silence means: the whole, unless said.
        default: String,
    },
}

/// A whole with its parts, or a leaf without any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// What it consists of.
    pub parts: Vec<Part>,
    /// Whether the parts make up the whole.
    pub exhaustive: bool,
}

/// A value of a question of kind `category`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// Its name.
    pub name: String,
    /// Narrower values.
    pub members: Vec<Category>,
}

/// How much one foreign unit is in the question's unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExchangeRate {
    /// 1 foreign unit is `rate` of the question's unit.
    pub rate: Decimal,
    /// When it applied.
    pub on: Option<Date>,
    /// Who published it.
    pub from: Option<String>,
}

/// The constants of COMPARISON.md that a site or a question may set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tolerance {
    /// How far a rounded number may be from the truth, as a share: 0.05.
    pub round_cap: Decimal,
    /// How far "about" reaches loosely, as a share: 0.10; strictly half as far.
    pub about: Decimal,
    /// From which factor a bound is strained: 1.5.
    pub strain: Decimal,
}

impl Default for Tolerance {
    fn default() -> Self {
        Self { round_cap: Decimal::new(5, 2), about: Decimal::new(10, 2), strain: Decimal::new(15, 1) }
    }
}

/// An editor's verdict on two claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruling {
    /// The two claims; a ruling whose claims are not in the corpus is reported and dropped.
    pub claims: [ClaimRef; 2],
    /// Their values as ruled on, as written.
    pub values: [String; 2],
    /// What the editors say.
    pub verdict: Verdict,
    /// Why.
    pub because: String,
    /// Who ruled.
    pub by: Option<String>,
    /// When.
    pub on: Option<Date>,
}

/// One question.
#[derive(Clone, Debug)]
pub struct Question {
    /// From the file's path.
    pub id: String,
    /// The question, as asked.
    pub question: String,
    /// What kind of quantity it asks for.
    pub kind: Kind,
    /// The unit of its answers: an ISO 4217 code, `%`, or a noun.
    pub unit: Option<String>,
    /// Where running totals start.
    pub since: Option<Date>,
    /// The dimensions of what is counted, in the order declared.
    pub scope: Vec<(String, Scope)>,
    /// Whether a running total may fall, and why.
    pub may_fall: Option<String>,
    /// Whether answers are whole numbers.
    pub integer: bool,
    /// `Some(true)`: bare counts are never rounded; `Some(false)`: always; `None`: multiples of 100 may be.
    pub exact_counts: Option<bool>,
    /// Whether answers cannot be negative.
    pub nonneg: bool,
    /// The constants in force for it.
    pub tolerance: Tolerance,
    /// Foreign unit → its rate.
    pub fx: BTreeMap<String, ExchangeRate>,
    /// For categories: whether two values exclude each other.
    pub exclusive: bool,
    /// For categories: the values; empty where `values: entities`.
    pub categories: Vec<Category>,
    /// For categories: the values are entities' ids.
    pub categories_are_entities: bool,
    /// Editors' verdicts in force; those voided by a changed value are reported and dropped.
    pub rulings: Vec<Ruling>,
    /// The editor's words, Markdown.
    pub body: String,
    /// Older ids, which redirect here.
    pub aliases: Vec<String>,
    /// Claims that answer it, in the order of the corpus.
    pub claims: Vec<ClaimRef>,
}

impl Question {
    /// A question of which nothing is known but its id and kind: all else is as where front matter leaves it out.
    pub fn new(id: &str, kind: Kind) -> Self {
        Self {
            id: id.into(),
            question: id.into(),
            kind,
            unit: None,
            since: None,
            scope: Vec::new(),
            may_fall: None,
            integer: false,
            exact_counts: None,
            nonneg: true,
            tolerance: Tolerance::default(),
            fx: BTreeMap::new(),
            exclusive: false,
            categories: Vec::new(),
            categories_are_entities: false,
            rulings: Vec::new(),
            body: String::new(),
            aliases: Vec::new(),
            claims: Vec::new(),
        }
    }
}

impl Kind {
    /// Its name in front matter.
    pub fn name(self) -> &'static str {
        match self {
            Self::Cumulative => "cumulative",
            Self::Level => "level",
            Self::Flow => "flow",
            Self::Count => "count",
            Self::Rate => "rate",
            Self::Category => "category",
            Self::Date => "date",
        }
    }
}
