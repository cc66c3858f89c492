//! What an article answers to a question.

use super::Ordered;
use super::attribution::attributed;

attributed! {
    /// What the article answers to a question.
    #[schemars(rename = "Claim")]
    pub struct ClaimFields {
        /// The question's id.
        #[schemars(required)]
        #[serde(deserialize_with = "super::required::read")]
        pub question: Option<String>,
        /// The answer: a value expression (`around 20 million USD`), one of the question's values, or a date.
        /// `unknown` says that it is not known, `none` that there is none. Only a claim that denies may go without.
        pub value: Option<String>,
        /// The moment it is about (EDTF). Absent: when the article was published, as assumed. Not for flows.
        pub as_of: Option<String>,
        /// The span it is about, throughout (EDTF interval). For flows.
        pub period: Option<String>,
        /// Where a running total starts (EDTF). Absent: where the question says.
        pub since: Option<String>,
        /// What "more" and "less" are measured from (EDTF).
        pub against: Option<String>,
        /// What exactly is counted, as the question declares it: `{ basis: pledged }`.
        #[serde(default)]
        pub scope: Ordered<String>,
        /// The claim that this one corrects, by the same claimant.
        pub revises: Option<String>,
        /// The claim that corrects this one.
        pub superseded_by: Option<String>,
    }
}
