//! `questions/*.md`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Ordered, ScopeFields, ToleranceFields, ValuesFields, boolean};
use crate::model::{Kind, Verdict};

/// What claims answer, and under which rules their answers are compared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Question")]
pub struct QuestionFields {
    /// The question, as a reader would ask it.
    #[schemars(required)]
    #[serde(deserialize_with = "super::required::read")]
    pub question: Option<String>,
    /// What kind of answer it asks for; it decides the role of time.
    #[schemars(required)]
    #[serde(deserialize_with = "super::required::read")]
    pub kind: Option<Kind>,
    /// The unit of its answers: an ISO 4217 code, `%`, or a noun.
    pub unit: Option<String>,
    /// Where running totals start (EDTF).
    pub since: Option<String>,
    /// The dimensions of what is counted: a name, then a list of values that exclude each other, or a whole with its
    /// parts.
    #[serde(default)]
    pub scope: Ordered<ScopeFields>,
    /// Why a running total may fall. Absent: it may only grow.
    pub may_fall: Option<String>,
    /// True: answers are whole numbers.
    #[serde(default, deserialize_with = "boolean::read")]
    pub integer: Option<bool>,
    /// True: bare counts are never rounded; false: they always may be. Absent: multiples of 100 may be.
    #[serde(default, deserialize_with = "boolean::read")]
    pub exact_counts: Option<bool>,
    /// False: answers may be negative. Absent: true.
    #[serde(default, deserialize_with = "boolean::read")]
    pub nonneg: Option<bool>,
    /// The constants of the comparison, for this question.
    #[serde(default)]
    pub tolerance: ToleranceFields,
    /// Foreign units, each with its rate in the question's unit. Absent: nothing is ever converted.
    #[serde(default)]
    pub fx: Ordered<ExchangeRateFields>,
    /// Required of a category: true where one answer excludes the others.
    #[serde(default, deserialize_with = "boolean::read")]
    pub exclusive: Option<bool>,
    /// The values of a category: a list, groups as `{ side-a: [side-a-army] }`, or `entities`.
    pub values: Option<ValuesFields>,
    /// Editors' verdicts.
    #[serde(default)]
    pub rulings: Vec<RulingFields>,
    /// Older ids, which redirect here.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// What a foreign unit is worth.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ExchangeRate")]
pub struct ExchangeRateFields {
    /// One foreign unit in the question's unit.
    #[schemars(required)]
    #[serde(deserialize_with = "super::required::read")]
    pub rate: Option<String>,
    /// When it applied (EDTF).
    pub on: Option<String>,
    /// Who published it.
    pub from: Option<String>,
}

/// An editor's verdict on two claims.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Ruling")]
pub struct RulingFields {
    /// The two claims, as `article#id`.
    #[schemars(required)]
    #[serde(deserialize_with = "super::required::read")]
    pub claims: Option<[String; 2]>,
    /// Their values as ruled on; a value that has changed since voids the ruling.
    #[schemars(required)]
    #[serde(deserialize_with = "super::required::read")]
    pub values: Option<[String; 2]>,
    /// The verdict.
    #[schemars(required)]
    #[serde(deserialize_with = "super::required::read")]
    pub verdict: Option<Verdict>,
    /// Why.
    #[schemars(required)]
    #[serde(deserialize_with = "super::required::read")]
    pub because: Option<String>,
    /// Who ruled.
    pub by: Option<String>,
    /// When (EDTF).
    pub on: Option<String>,
}
