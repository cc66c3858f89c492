//! The constants of the comparison, for the site or for one question.

use schemars::JsonSchema;
use serde::Deserialize;

/// How far apart two figures may be and still agree. What is absent is as the site says, else as the method says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Tolerance")]
pub struct ToleranceFields {
    /// How far a rounded number may be from the truth, as a share: `0.05`.
    pub round_cap: Option<String>,
    /// How far "about" reaches, as a share: `0.10`; strictly half as far.
    pub about: Option<String>,
    /// From which factor a bound is strained: `1.5`.
    pub strain: Option<String>,
}
