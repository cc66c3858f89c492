//! A comparison that is kept, so that after an edit only the questions and events that it touched are compared again.

use std::collections::BTreeSet;
use std::ops::Range;

use rayon::prelude::*;

use super::frame::World;
use super::show::Sharpness;
use super::{Comparison, Options, events, question};
use crate::model::{Corpus, EventRef, Finding, QuestionRef};

/// A comparison with what is needed to bring it up to date.
pub struct Kept {
    /// What was found.
    pub(super) comparison: Comparison,
    /// How sharp each question's sharpest contradiction is.
    sharpness: Vec<Sharpness>,
    options: Options,
}

impl Kept {
    /// Compares everything in a corpus.
    pub fn of(corpus: &Corpus, options: Options) -> Self {
        let mut kept = Self { comparison: Comparison::default(), sharpness: Vec::new(), options };
        let world = World::of(corpus, options);
        let comparison = &mut kept.comparison;
        // In batches: what one batch needed for a while serves the next, and memory stays near what is kept.
        for batch in batches(corpus.questions.len()) {
            let compared: Vec<_> = batch.into_par_iter().map(|at| question::compare(&world, QuestionRef(at))).collect();
            for (findings, mut summary, sharpness) in compared {
                let start = comparison.findings.len();
                comparison.findings.extend(findings);
                summary.findings = start..comparison.findings.len();
                comparison.questions.push(summary);
                kept.sharpness.push(sharpness);
            }
        }
        for batch in batches(corpus.events.len()) {
            let compared: Vec<_> = batch.into_par_iter().map(|at| events::compare(&world, EventRef(at))).collect();
            for (findings, mut summary) in compared {
                let start = comparison.findings.len();
                comparison.findings.extend(findings);
                summary.findings = start..comparison.findings.len();
                comparison.events.push(summary);
            }
        }
        kept.order(corpus);
        kept
    }

    /// What was found.
    pub fn comparison(&self) -> &Comparison {
        &self.comparison
    }

    /// Compares these questions and events again, in a corpus in which nothing else changed. No claim, account, question
    /// or event may have come or gone.
    pub fn again(&mut self, corpus: &Corpus, questions: &BTreeSet<QuestionRef>, events: &BTreeSet<EventRef>) {
        let world = World::of(corpus, self.options);
        let Comparison { findings: all, questions: of_questions, events: of_events, .. } = &mut self.comparison;
        let (question_count, event_count) = (of_questions.len(), of_events.len());
        for &QuestionRef(at) in questions.iter().filter(|at| at.0 < question_count) {
            let (findings, summary, sharpness) = question::compare(&world, QuestionRef(at));
            let old = std::mem::replace(&mut of_questions[at], summary);
            let later = of_questions[at + 1..].iter_mut().map(|summary| &mut summary.findings);
            let later = later.chain(of_events.iter_mut().map(|summary| &mut summary.findings));
            of_questions[at].findings = replace(all, old.findings, findings, later);
            self.sharpness[at] = sharpness;
        }
        for &EventRef(at) in events.iter().filter(|at| at.0 < event_count) {
            let (findings, summary) = events::compare(&world, EventRef(at));
            let old = std::mem::replace(&mut of_events[at], summary);
            let later = of_events[at + 1..].iter_mut().map(|summary| &mut summary.findings);
            of_events[at].findings = replace(all, old.findings, findings, later);
        }
        self.order(corpus);
    }

    fn order(&mut self, corpus: &Corpus) {
        let summaries = self.comparison.questions.iter().zip(self.sharpness.iter().copied());
        self.comparison.order = question::order(&corpus.questions, summaries);
    }
}

/// All positions of a list of this length, in batches.
fn batches(length: usize) -> impl Iterator<Item = Range<usize>> {
    const BATCH: usize = 512;
    (0..length).step_by(BATCH).map(move |start| start..length.min(start + BATCH))
}

/// Puts findings in the place of others, moves the places of those behind, and gives their own.
fn replace<'a>(
    all: &mut Vec<Finding>,
    place: Range<usize>,
    findings: Vec<Finding>,
    later: impl Iterator<Item = &'a mut Range<usize>>,
) -> Range<usize> {
    let new = place.start..place.start + findings.len();
    all.splice(place.clone(), findings);
    for range in later {
        *range = range.start - place.end + new.end..range.end - place.end + new.end;
    }
    new
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::link::{self, Captures};
    use crate::read;

    #[test]
    fn compared_again_is_compared() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let (collection, _) = read::read(root);
        let (corpus, _) = link::link(collection, &Captures::under(root), &link::Options::default());
        let fresh = Kept::of(&corpus, Options::default());
        let questions: Vec<QuestionRef> = (0..corpus.questions.len()).map(QuestionRef).collect();
        let events: Vec<EventRef> = (0..corpus.events.len()).map(EventRef).collect();
        let mut silent = corpus.clone();
        for claim in &mut silent.claims {
            claim.value = None;
        }
        for account in &mut silent.accounts {
            account.date = None;
        }
        // Without values there is less to find; with them there must be everything again, in the same order.
        let mut kept = Kept::of(&silent, Options::default());
        assert_ne!(kept.comparison, fresh.comparison);
        for question in questions.iter().rev() {
            kept.again(&corpus, &BTreeSet::from([*question]), &BTreeSet::new());
        }
        for event in events.iter().rev() {
            kept.again(&corpus, &BTreeSet::new(), &BTreeSet::from([*event]));
        }
        assert_eq!(kept.comparison, fresh.comparison);
        assert_eq!(kept.sharpness, fresh.sharpness);
    }
}
