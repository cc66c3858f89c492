//! What the comparison gives: findings, and a summary of each question and each event.
//!
//! Plain data for the stages that follow; nothing in here decides anything.

use std::ops::Range;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::model::{AccountRef, ClaimRef, Class, EventRef, Finding, Interval, QuestionRef, Verdict};

/// Everything that was found, the same for the same corpus whatever order its files were read in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// All findings that are listed: those of questions in the order of the corpus, then those of events. Within one
    /// subject the gravest class comes first, then the sharpest difference, then the order of the members.
    pub findings: Vec<Finding>,
    /// A summary for each of `Corpus::questions`, at the same position.
    pub questions: Vec<QuestionSummary>,
    /// A summary for each of `Corpus::events`, at the same position.
    pub events: Vec<EventSummary>,
    /// The questions in the order in which readers should see them: by class, then number of independent origins, then
    /// gap relative to the smaller figure, then recency, then id.
    pub order: Vec<QuestionRef>,
}

/// How many pairs have which verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts([u64; Verdict::ALL.len()]);

/// One question as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionSummary {
    /// Which.
    pub question: QuestionRef,
    /// The worst class among live pairs and sums, echoes collapsed; `None` where there is nothing to compare.
    pub status: Option<Class>,
    /// The claims that still stand: neither superseded nor in a withdrawn article, in the order of the corpus.
    pub live: Vec<ClaimRef>,
    /// How many independent origins the live claims have; an unknown origin counts once for each article.
    pub origins: usize,
    /// All pairs by verdict, also those that are not listed.
    pub pairs: Counts,
    /// Whether every pair of live claims is among the findings.
    pub complete: bool,
    /// Its findings: a range of [`Comparison::findings`].
    pub findings: Range<usize>,
    /// Where every pair of live claims of one time and scope agrees: what all of them can live with.
    pub bands: Vec<Band>,
    /// Values that two claims together imply; nobody said them and they are compared with nothing.
    pub derived: Vec<Derived>,
    /// The largest gap of a contradiction, relative to the smaller figure; `None` where none has one (or where the
    /// smaller figure is zero, see [`QuestionSummary::boundless`]).
    pub relative_gap: Option<Decimal>,
    /// Whether a contradiction is with a figure of zero, so that the relative gap has no limit.
    pub boundless: bool,
    /// The last day on which a live claim was published or, where that is unknown, said or is about.
    pub latest: Option<NaiveDate>,
}

/// Claims of one time and scope that agree pair by pair, with what every one of them can live with. A band is not a
/// best estimate and has no middle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// The claims, in the order of the corpus.
    pub claims: Vec<ClaimRef>,
    /// The numbers that lie in all their loose readings.
    pub interval: Interval,
    /// The unit, where it is not the question's.
    pub unit: Option<String>,
}

/// What a change and a total (or two flows) imply together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derived {
    /// The change.
    pub delta: ClaimRef,
    /// The figure that it is added to, or that it is taken from.
    pub base: ClaimRef,
    /// True: `base` is what the change is measured from, and the value is of the change's own time (`as_of` or `period`).
    /// False: `base` is of the change's own time, and the value is of what the change is measured from (`against`).
    pub forward: bool,
    /// The value, from the loose readings.
    pub interval: Interval,
    /// The unit, where it is not the question's.
    pub unit: Option<String>,
}

/// One event as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventSummary {
    /// Which.
    pub event: EventRef,
    /// The worst class among its findings, or `Agree` where two or more accounts give nothing to find; `None` with
    /// fewer than two accounts and no finding.
    pub status: Option<Class>,
    /// Its accounts that still stand, in the order of the corpus.
    pub accounts: Vec<AccountRef>,
    /// How many independent origins those have.
    pub origins: usize,
    /// Its findings: a range of [`Comparison::findings`]. Accounts that say the same are not listed.
    pub findings: Range<usize>,
}

impl Comparison {
    /// The findings about a question.
    pub fn of_question(&self, question: QuestionRef) -> &[Finding] {
        self.questions.get(question.0).and_then(|summary| self.findings.get(summary.findings.clone())).unwrap_or(&[])
    }

    /// The findings about an event.
    pub fn of_event(&self, event: EventRef) -> &[Finding] {
        self.events.get(event.0).and_then(|summary| self.findings.get(summary.findings.clone())).unwrap_or(&[])
    }
}

impl Counts {
    /// One more of this verdict.
    pub(super) fn add(&mut self, verdict: Verdict) {
        self.0[verdict as usize] += 1;
    }

    /// The sum of two tallies.
    pub(super) fn plus(mut self, other: Self) -> Self {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine += theirs;
        }
        self
    }

    /// How many pairs have this verdict.
    pub fn of(&self, verdict: Verdict) -> u64 {
        self.0[verdict as usize]
    }

    /// Each verdict that occurs with its number of pairs, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = (Verdict, u64)> + '_ {
        Verdict::ALL.into_iter().map(|verdict| (verdict, self.of(verdict))).filter(|(_, count)| *count > 0)
    }

    /// How many pairs there are.
    pub fn total(&self) -> u64 {
        self.0.iter().sum()
    }
}
