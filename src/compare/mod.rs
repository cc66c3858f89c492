//! Stage 3: claims on one question, and accounts of one event, are set side by side (COMPARISON.md).
//!
//! In goes the corpus, linked and immutable; out comes a [`Comparison`]: findings, and a summary of each question and
//! event. Comparability and time are decided before numbers are looked at, and what cannot be known is said to be
//! unknown. The same corpus gives the same comparison whatever the order its files were read in; every comparison of two
//! is symmetric; every figure is an exact decimal, and one that does not fit counts as no value.
//!
//! ```text
//! readings   a value → what it promises, and how far it is stretched        interval   sets of numbers
//! time       how two times relate                                           tree       wholes and parts, at any depth
//! origin     whose statement it is in the end
//! frame      a question with each claim worked out once                     side, number, dates, scope, category
//! pair       the steps of COMPARISON.md                                     outcome, names, trace
//! sum        wholes and their parts                                         band, derived
//! question   all of one question, its status, what is listed                show
//! events     all of one event                                               anachronism
//! ```
//!
//! Nothing here makes a sentence: that is `i18n`, from a finding and the corpus.

mod again;
mod anachronism;
mod band;
mod category;
mod dates;
mod derived;
mod events;
mod frame;
mod interval;
mod names;
mod number;
pub mod origin;
mod outcome;
mod pair;
mod question;
pub mod readings;
mod report;
mod scope;
mod show;
mod side;
mod sum;
pub mod time;
mod trace;
mod tree;

pub use again::Kept;
pub use question::{FULL_LIST, SHARPEST};
pub use report::{Band, Comparison, Counts, Derived, EventSummary, QuestionSummary};
pub use trace::Steps;

use std::collections::HashMap;

use crate::model::{ClaimRef, Corpus, Finding, Question, QuestionRef, Scope};
use frame::{Frame, World};

/// How strictly to compare.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Loose readings do not reconcile: what only they would make agree is a contradiction.
    pub strict: bool,
}

/// Compares everything in a corpus.
pub fn compare(corpus: &Corpus, options: Options) -> Comparison {
    Kept::of(corpus, options).comparison
}

/// The findings on pairs of a question's claims, each with its steps: what an author is shown who asks why. `None` where a
/// pair is not two claims on the question whose articles still stand.
pub fn explain(
    corpus: &Corpus,
    options: Options,
    question: QuestionRef,
    pairs: &[[ClaimRef; 2]],
) -> Vec<Option<(Finding, Steps)>> {
    if question.0 >= corpus.questions.len() {
        return vec![None; pairs.len()];
    }
    let world = World::of(corpus, options);
    let frame = Frame::new(&world, question);
    let places: HashMap<ClaimRef, usize> = frame.sides.iter().enumerate().map(|(at, side)| (side.claim, at)).collect();
    let told = |[a, b]: [ClaimRef; 2]| {
        let (a, b) = (*places.get(&a)?, *places.get(&b)?);
        if a == b {
            return None;
        }
        let (a, b) = (a.min(b), a.max(b));
        let mut steps = Steps::default();
        let outcome = pair::judge(&frame, a, b, &mut steps);
        Some((show::finding(&frame, a, b, &outcome), steps))
    };
    pairs.iter().copied().map(told).collect()
}

/// The scopes that a question declares and that none of these claims states: a sentence says so, for the verdict stands.
/// A scope whose silence means something counts as stated.
pub fn unstated_scopes<'a>(corpus: &Corpus, question: &'a Question, claims: &[ClaimRef]) -> Vec<&'a str> {
    question
        .scope
        .iter()
        .filter(|(_, scope)| matches!(scope, Scope::Flat { .. }))
        .filter(|(name, _)| claims.iter().all(|claim| !corpus[*claim].scope.contains_key(name)))
        .map(|(name, _)| name.as_str())
        .collect()
}
