//! One plain sentence, or a few, for every finding: what a reader can check against the quotes beside it.
//!
//! In: a finding and the corpus. Out: a [`Sentence`], made of whole messages, so that each language orders its words as
//! it likes. Never in it: a key of the format, a name of a verdict, what a held-back verdict would have been.
//!
//! | module | job |
//! |---|---|
//! | `text` | the sentence as parts, so that names keep their own direction of writing |
//! | `side` | who says it, what, and of when |
//! | `pair` | two claims, or two accounts of an event |
//! | `sum` | a whole and its parts |
//! | `missing` | what is not stated, inferred, or stated by neither |
//! | `remarks` | one origin, conversion, uncertain dates, rulings |
//! | `hint` | for the author: what held a verdict back |

mod hint;
mod missing;
mod pair;
mod remarks;
mod side;
mod sum;
mod text;

use super::{Argument, Language};
use crate::model::{ClaimRef, Corpus, Finding, Flag, Kind, Member, Question, Reason, Subject, Verdict};
pub use hint::Hint;
use side::Side;
pub use text::{Part, Sentence};

impl Language {
    /// The sentence for readers.
    pub fn sentence(&self, corpus: &Corpus, finding: &Finding) -> Sentence {
        Telling::new(self, corpus, finding).told()
    }

    /// For the author: what would have been found, had nothing held it back, and what to add; `None` where nothing did.
    pub fn author_hint(&self, corpus: &Corpus, finding: &Finding) -> Option<Hint> {
        Telling::new(self, corpus, finding).hint()
    }
}

/// A finding with everything that its sentence needs.
struct Telling<'a> {
    language: &'a Language,
    corpus: &'a Corpus,
    finding: &'a Finding,
    question: Option<&'a Question>,
    sides: Vec<Side<'a>>,
}

impl<'a> Telling<'a> {
    fn new(language: &'a Language, corpus: &'a Corpus, finding: &'a Finding) -> Self {
        let question = match finding.subject {
            Subject::Question(question) => Some(&corpus[question]),
            Subject::Event(_) => None,
        };
        let sides = finding.members.iter().map(|member| Side::of(corpus, *member)).collect();
        Self { language, corpus, finding, question, sides }
    }

    fn told(&self) -> Sentence {
        let mut all = match (self.ruling(), self.finding.verdict, &self.sides[..]) {
            (Some(ruling), _, _) => return Sentence::new(&[ruling]),
            (None, Verdict::Anachronism, [side]) => self.anachronism(side),
            (None, Verdict::Indeterminate, [side]) => self.held_anachronism(side),
            (None, _, [_, _]) if !self.is_sum() => self.pair(),
            _ => self.sum(),
        };
        all.extend(self.remarks());
        Sentence::new(&all)
    }

    /// Whether it is a sum: one by its verdict, or by having other than two members.
    fn is_sum(&self) -> bool {
        matches!(self.finding.verdict, Verdict::SumOk | Verdict::SumMismatch | Verdict::NotChecked)
            || self.sides.len() != 2
            || self.finding.figures.remainder.is_some()
    }

    /// What kind of answer it is, as messages select by it.
    fn kind(&self) -> &'static str {
        match (self.question.map(|question| question.kind), self.finding.aspect) {
            (Some(Kind::Category), _) => "category",
            (Some(Kind::Date), _) => "date",
            (Some(_), _) => "number",
            (None, Some(aspect)) => aspect.name(),
            (None, None) => "date",
        }
    }

    /// What a figure of this question is called.
    fn measure(&self) -> &'static str {
        match self.question.map(|question| question.kind) {
            Some(Kind::Cumulative) => "total",
            Some(Kind::Rate) => "rate",
            _ => "figure",
        }
    }

    /// The unit that the finding's figures are in.
    fn unit(&self) -> Option<&'a str> {
        self.finding.figures.unit.as_deref().or_else(|| self.question.and_then(|question| question.unit.as_deref()))
    }

    /// The unit of a difference between two figures: percentages differ by percentage points.
    fn unit_of_difference(&self) -> Option<&'a str> {
        match self.unit() {
            Some("%") => Some("pp"),
            unit => unit,
        }
    }

    /// The claims among what was compared.
    fn claims(&self) -> impl Iterator<Item = ClaimRef> {
        self.finding.members.iter().filter_map(|member| match member {
            Member::Claim(claim) => Some(*claim),
            Member::Account(_) => None,
        })
    }

    fn has(&self, flag: &Flag) -> bool {
        self.finding.flags.contains(flag)
    }

    fn reason(&self) -> Option<&'a Reason> {
        self.finding.reason.as_ref()
    }

    /// One message, as a sentence of its own.
    fn say(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        text::capitalised(self.language.text(key, arguments))
    }
}

/// The full id of a claim or an account.
fn id_of(corpus: &Corpus, member: Member) -> &str {
    match member {
        Member::Claim(claim) => &corpus[claim].id,
        Member::Account(account) => &corpus[account].id,
    }
}

#[cfg(test)]
mod tests;
