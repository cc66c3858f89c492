//! What an article answers to a question.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{ArticleRef, Attribution, ClaimRef, Date, QuestionRef, Value};

/// One claim, linked. `revises` and `superseded_by` are other claims of the corpus.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Claim {
    /// The full id: `article#id`.
    pub id: String,
    /// The article that makes it.
    pub article: ArticleRef,
    /// Its position among the article's claims: `claims[position]` in the front matter.
    pub position: usize,
    /// What it answers.
    pub question: QuestionRef,
    /// The answer; `None` only where the stance is `denies`: it denies whatever others say.
    pub value: Option<Value>,
    /// The answer as written in the front matter.
    pub written: Option<String>,
    /// The moment it is about.
    pub as_of: Option<Date>,
    /// The span it is about, for flows.
    pub period: Option<Date>,
    /// Where a running total starts.
    pub since: Option<Date>,
    /// What a change is measured from.
    pub against: Option<Date>,
    /// Scope name → value, as stated; what is not here is silent.
    pub scope: BTreeMap<String, String>,
    /// Who says it, and in which words.
    pub attribution: Attribution,
    /// The claim it corrects.
    pub revises: Option<ClaimRef>,
    /// Whether `superseded_by` was written, though what it names may not be in the corpus.
    pub superseded: bool,
    /// The claim that corrects it, where the corpus has it.
    pub superseded_by: Option<ClaimRef>,
}
