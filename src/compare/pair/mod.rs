//! Two claims on one question: the steps 0 to 10 of COMPARISON.md, "A pair".
//!
//! In go two sides that are worked out, out comes a verdict with its reason and flags. Symmetric by construction: the
//! sides come in the order of the corpus, and a step that needs another order (the earlier first, the part and the
//! whole) takes it from what the sides say. [`comparable`] has steps 1 to 4, [`verdict`] 5 to 10. Whoever wants to know why passes a [`Trace`]; figures and names are made
//! elsewhere, for the pairs that are shown.
//!
//! Where the text leaves a choice, this is how it is read:
//!
//! * Step 1, a nest that the kind does not allow: the first scope that makes two claims incomparable is named, in the
//!   order declared, be it this or a scope in which they lie apart. What holds of a nested scope where numbers may be
//!   negative also holds of a nested period and of a nested start: a part may then be larger than its whole, so the
//!   reasons are `period-overlap` and `since`.
//! * Step 3, a denial that repeats a figure denies that figure. Two denials with a figure dispute nothing.
//! * Step 3, two changes are read as changes from step 1 on (a nested scope is then not comparable), and `as_of` gives
//!   way to their span. Where either states a period, what the two are measured from must be equal besides.
//! * Step 5, categories at other dates carry no flags: step 8's are about figures.
//! * Step 10, said at "different" times: the windows are not equal.

mod comparable;
mod verdict;

use super::frame::Frame;
use super::outcome::{Flags, Ground, Outcome, Why};
use super::side::Side;
use super::time::{Relation, Span};
use super::trace::{Silent, Trace};
use crate::model::{Class, Kind, Reason, Verdict};

pub(super) use verdict::{agree, dates, differ};

/// The verdict on two sides of a question, named by their positions; `a` is before `b` in the corpus.
pub(super) fn judge(frame: &Frame<'_>, a: usize, b: usize, trace: &mut impl Trace) -> Outcome {
    let outcome = Pair::new(frame, a, b, false).judge(trace);
    let soft = frame.sides[a].wide.is_some() || frame.sides[b].wide.is_some();
    if outcome.class() != Class::Contradict || !soft {
        return outcome;
    }
    if Pair::new(frame, a, b, true).judge(&mut Silent).class() == Class::Contradict {
        trace.note(10, || "a season or a part of a year is in it; a month more at each end changes nothing".into());
        return outcome;
    }
    trace.note(10, || "with a month more at each end of a season or a part of a year nothing contradicts".into());
    overlapping(outcome)
}

/// A contradiction that vanishes where soft windows are wider: flags are kept.
pub(super) fn overlapping(outcome: Outcome) -> Outcome {
    Outcome { verdict: Verdict::Indeterminate, why: Why::Because(Reason::TimeOverlap), swapped: false, ..outcome }
}

/// Which side is inside the other, in a scope or in time.
#[derive(Clone, Copy, Default)]
struct Nest {
    a_in_b: bool,
    b_in_a: bool,
}

/// Who says it when: what steps 9 and 10 need to know of two statements besides what they say.
#[derive(Clone, Copy)]
pub(super) struct Voices {
    pub same_origin: bool,
    /// When each was said, or else published.
    pub said: (Option<Span>, Option<Span>),
}

struct Pair<'f, 'a> {
    frame: &'f Frame<'a>,
    at: (usize, usize),
    a: &'f Side,
    b: &'f Side,
    /// Whether soft windows are taken a month wider.
    wider: bool,
    /// Both say by how much something changed.
    change: bool,
    kind: Kind,
    /// How the times are related that both are about.
    time: Relation,
    nest: Nest,
    ground: Ground,
}

impl<'f, 'a> Pair<'f, 'a> {
    fn new(frame: &'f Frame<'a>, at_a: usize, at_b: usize, wider: bool) -> Self {
        let (a, b) = (&frame.sides[at_a], &frame.sides[at_b]);
        let change = a.is_change() && b.is_change();
        Self {
            frame,
            at: (at_a, at_b),
            a,
            b,
            wider,
            change,
            kind: if change { Kind::Flow } else { frame.question.kind },
            time: Relation::Same,
            nest: Nest::default(),
            ground: Ground::default(),
        }
    }

    fn judge(mut self, trace: &mut impl Trace) -> Outcome {
        self.decided_before(trace)
            .or_else(|| self.scopes(trace))
            .or_else(|| self.times(trace))
            .or_else(|| self.answers(trace))
            .or_else(|| self.starts(trace))
            .unwrap_or_else(|| match self.kind {
                Kind::Date => self.dates(trace),
                Kind::Category => self.categories(trace),
                _ => self.numbers(trace),
            })
    }

    fn voices(&self) -> Voices {
        Voices {
            same_origin: self.a.origin.is_some() && self.a.origin == self.b.origin,
            said: (self.a.said, self.b.said),
        }
    }

    /// Whether parts cannot be larger than their whole.
    fn nests_count(&self) -> bool {
        self.frame.question.nonneg && !self.change
    }

    /// Step 0.
    fn decided_before(&mut self, trace: &mut impl Trace) -> Option<Outcome> {
        let (a, b) = (self.a, self.b);
        if let Some(verdict) = self.frame.ruling(self.at.0, self.at.1) {
            trace.note(0, || "editors have ruled on these two".into());
            return Some(Outcome::new(verdict, Why::None).flagged(Flags::RULED));
        }
        if a.superseded || b.superseded {
            trace.note(0, || "one of the two was withdrawn by whoever said it".into());
            let replaced = self.frame.claim(self.at.1).superseded_by == Some(a.claim);
            return Some(Outcome::new(Verdict::Superseded, Why::None).swapped_if(!a.superseded || replaced));
        }
        let (a_revises, b_revises) = (a.revises == Some(b.claim), b.revises == Some(a.claim));
        if a_revises || b_revises {
            trace.note(0, || "one of the two corrects the other".into());
            return Some(Outcome::new(Verdict::Revision, Why::None).swapped_if(!b_revises));
        }
        if a.projects != b.projects {
            trace.note(0, || "only one of the two is a projection".into());
            return Some(Outcome::not_comparable(Reason::Projection));
        }
        None
    }
}
