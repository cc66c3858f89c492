//! Steps 5 to 10: whether two comparable answers agree, and what it means where they do not.

use super::{Pair, Voices};
use crate::compare::dates::DateMatch;
use crate::compare::names::Key;
use crate::compare::number::NumberMatch;
use crate::compare::outcome::{Flags, Ground, Outcome, Why};
use crate::compare::side::Answer;
use crate::compare::time::Relation;
use crate::compare::trace::Trace;
use crate::compare::tree::Kinship;
use crate::model::{Kind, Reason, Verdict};

impl Pair<'_, '_> {
    /// Step 5, dates.
    pub(super) fn dates(&self, trace: &mut impl Trace) -> Outcome {
        let (Some(a), Some(b)) = (self.a.times(self.wider).date, self.b.times(self.wider).date) else {
            return self.ground.verdict(Verdict::NotComparable, Why::Because(Reason::NoValue));
        };
        let matches = a.matches(&b);
        trace.note(5, || format!("the dates {}", if matches == DateMatch::Differ { "differ" } else { "agree" }));
        dates(self.ground, self.voices(), matches, a.uncertain || b.uncertain)
    }

    /// Step 5, categories.
    pub(super) fn categories(&self, trace: &mut impl Trace) -> Outcome {
        let (Answer::Category(a), Answer::Category(b)) = (self.a.answer, self.b.answer) else {
            return self.ground.verdict(Verdict::NotComparable, Why::Because(Reason::NoValue));
        };
        let later = match self.time {
            Relation::Before => Some(false),
            Relation::After => Some(true),
            Relation::Same | Relation::Overlap => None,
        };
        let evolution = |why: Reason| self.ground.verdict(Verdict::Evolution, Why::Because(why));
        let kinship = self.frame.categories.kinship(a, b);
        trace.note(5, || {
            match kinship {
                Kinship::Same => "the same category",
                Kinship::Inside | Kinship::Around => "one category is a group that holds the other",
                Kinship::Apart => "different categories",
            }
            .into()
        });
        match (kinship, later) {
            (Kinship::Same, Some(swapped)) => evolution(Reason::Flat).swapped_if(swapped),
            (Kinship::Same, None) => agree(self.ground, self.voices(), Verdict::Same, Why::None),
            (Kinship::Inside | Kinship::Around, Some(swapped)) => evolution(Reason::Open).swapped_if(swapped),
            (Kinship::Inside | Kinship::Around, None) => {
                agree(self.ground, self.voices(), Verdict::Compatible, Why::Because(Reason::Granularity))
            }
            (Kinship::Apart, _) if !self.frame.question.exclusive => {
                self.ground.verdict(Verdict::NotComparable, Why::Because(Reason::MultiValued))
            }
            (Kinship::Apart, Some(swapped)) => {
                self.ground.hold_unless_assumed(Verdict::Evolution, Why::Because(Reason::Changed)).oriented(swapped)
            }
            (Kinship::Apart, None) => differ(self.ground, self.voices(), self.time),
        }
    }

    /// Steps 6 to 10 for numbers.
    pub(super) fn numbers(&self, trace: &mut impl Trace) -> Outcome {
        let (Some(a), Some(b)) = (self.a.number(), self.b.number()) else {
            return self.ground.verdict(Verdict::NotComparable, Why::Because(Reason::NoValue));
        };
        match (self.nest.a_in_b, self.nest.b_in_a) {
            (true, true) => {
                trace.note(6, || "each is a part of the other in some respect".into());
                return self.ground.verdict(Verdict::NotComparable, Why::Because(Reason::CrossedScopes));
            }
            (false, false) => {}
            (a_is_part, _) => return self.part_and_whole(a_is_part, trace),
        }
        let same = a.is_same_as(b);
        let matches = NumberMatch::of(same, (a.ranks, a.wording), (b.ranks, b.wording));
        trace.note(7, || {
            match matches {
                NumberMatch::Same => "the same figure in the same words",
                NumberMatch::Strictly(_) => "what the words promise has a number in common",
                NumberMatch::Loosely(_) => "only loosely read do they have a number in common",
                NumberMatch::Differ => "no number fits both",
            }
            .into()
        });
        if matches!(self.time, Relation::Before | Relation::After) {
            return self.evolution(matches, trace);
        }
        let strained = self.is_strained();
        let ground = |loose| self.ground.flagged(Flags::LOOSE, loose).flagged(Flags::STRAINED, strained);
        match matches {
            NumberMatch::Same => agree(ground(false), self.voices(), Verdict::Same, Why::None),
            NumberMatch::Strictly(reason) => {
                agree(ground(false), self.voices(), Verdict::Compatible, Why::Because(reason))
            }
            NumberMatch::Loosely(reason) => {
                agree(ground(true), self.voices(), Verdict::Compatible, Why::Because(reason))
            }
            NumberMatch::Differ => differ(self.ground, self.voices(), self.time),
        }
    }

    fn is_strained(&self) -> bool {
        match (&self.frame.numbers[self.at.0], &self.frame.numbers[self.at.1]) {
            (Some(a), Some(b)) => a.is_strained_by(b) || b.is_strained_by(a),
            _ => false,
        }
    }

    /// Step 6.
    fn part_and_whole(&self, a_is_part: bool, trace: &mut impl Trace) -> Outcome {
        let part_is_earlier = self.time == if a_is_part { Relation::Before } else { Relation::After };
        let decidable = match self.time {
            Relation::Same => true,
            Relation::Overlap => false,
            Relation::Before | Relation::After => {
                self.kind == Kind::Cumulative && part_is_earlier && self.frame.question.may_fall.is_none()
            }
        };
        if !decidable {
            trace.note(6, || "a part and a whole of different times".into());
            return self.ground.verdict(Verdict::NotComparable, Why::Because(Reason::ScopeAndTime));
        }
        let (Some(a), Some(b)) = (self.a.number(), self.b.number()) else {
            return self.ground.verdict(Verdict::NotComparable, Why::Because(Reason::NoValue));
        };
        let (part, whole) = if a_is_part { (a, b) } else { (b, a) };
        if whole.ranks.wholly_below(part.ranks) {
            trace.note(6, || "the part is larger than the whole".into());
            return self.ground.hold(Verdict::PartExceedsWhole, Why::None).oriented(a_is_part);
        }
        trace.note(6, || "the part fits into the whole".into());
        self.ground.despite_missing(Verdict::PartOf, Why::None).swapped_if(a_is_part)
    }

    /// Step 8: one is of an earlier time than the other.
    fn evolution(&self, matches: NumberMatch, trace: &mut impl Trace) -> Outcome {
        let swapped = self.time == Relation::After;
        let same_origin = self.voices().same_origin;
        let stale = self.ground.assumed.has(Key::AsOf);
        let repeated = |ground: Ground| ground.flagged(Flags::STALE, stale).flagged(Flags::SAME_ORIGIN, same_origin);
        let open = |ground: Ground| ground.despite_missing(Verdict::Evolution, Why::Because(Reason::Open));
        match matches {
            NumberMatch::Same => {
                return repeated(self.ground)
                    .despite_missing(Verdict::Evolution, Why::Because(Reason::Flat))
                    .swapped_if(swapped);
            }
            NumberMatch::Strictly(_) => return open(self.ground).swapped_if(swapped),
            NumberMatch::Loosely(_) => return open(self.ground.flagged(Flags::LOOSE, true)).swapped_if(swapped),
            NumberMatch::Differ => {}
        }
        let (Some(a), Some(b)) = (self.a.number(), self.b.number()) else {
            return self.ground.verdict(Verdict::NotComparable, Why::Because(Reason::NoValue));
        };
        let (earlier, later) = if swapped { (b, a) } else { (a, b) };
        let fell = |ground: Ground| {
            ground.hold_unless_assumed(Verdict::Evolution, Why::Because(Reason::Down)).oriented(swapped)
        };
        if earlier.ranks.wholly_below(later.ranks) {
            trace.note(8, || "it rose".into());
            let outcome = self.ground.hold_unless_assumed(Verdict::Evolution, Why::Because(Reason::Up));
            return outcome.oriented(swapped);
        }
        trace.note(8, || "it fell".into());
        if self.kind != Kind::Cumulative {
            return fell(self.ground);
        }
        if self.frame.question.may_fall.is_some() {
            return fell(self.ground.flagged(Flags::MAY_FALL, true));
        }
        if same_origin && !stale {
            trace.note(8, || "the same origin lowered its own total".into());
            let ground = self.ground.flagged(Flags::SAME_ORIGIN, true);
            return ground.hold_unless_assumed(Verdict::Revision, Why::None).oriented(swapped);
        }
        trace.note(8, || "a running total cannot fall".into());
        repeated(self.ground).hold(Verdict::MonotoneViolation, Why::None).oriented(swapped)
    }
}

/// Step 5 for two dates, with steps 9 and 10.
pub(in crate::compare) fn dates(ground: Ground, voices: Voices, matches: DateMatch, uncertain: bool) -> Outcome {
    match matches.agreement() {
        Some((Verdict::Same, _)) => agree(ground, voices, Verdict::Same, Why::None),
        Some((verdict, reason)) => {
            let why = reason.map_or(Why::None, Why::Because);
            agree(ground.flagged(Flags::UNCERTAIN, uncertain), voices, verdict, why)
        }
        None if uncertain => {
            let why = Why::Because(Reason::Uncertain);
            ground.verdict(Verdict::Indeterminate, why).instead_of(Verdict::Conflict)
        }
        None => differ(ground, voices, Relation::Same),
    }
}

/// Step 9: they agree, and are of the same or of overlapping times.
pub(in crate::compare) fn agree(ground: Ground, voices: Voices, verdict: Verdict, why: Why) -> Outcome {
    ground.flagged(Flags::ECHO, voices.same_origin).despite_missing(verdict, why)
}

/// Step 10: they differ, and are of the same or of overlapping times.
pub(in crate::compare) fn differ(mut ground: Ground, voices: Voices, time: Relation) -> Outcome {
    if voices.same_origin
        && time == Relation::Same
        && let (Some(a), Some(b)) = voices.said
        && !a.equals(b)
    {
        let swapped = match a.relation(b) {
            Relation::Before => false,
            Relation::After => true,
            Relation::Same | Relation::Overlap => (b.start, b.end) < (a.start, a.end),
        };
        let ground = ground.flagged(Flags::SAME_ORIGIN, true);
        return ground.hold_unless_assumed(Verdict::Revision, Why::None).oriented(swapped);
    }
    ground = ground.flagged(Flags::SELF, voices.same_origin);
    if time == Relation::Overlap {
        return ground.verdict(Verdict::Indeterminate, Why::Because(Reason::TimeOverlap));
    }
    if voices.same_origin && (voices.said.0.is_none() || voices.said.1.is_none()) {
        ground.missing.add(Key::Said);
    }
    ground.hold(Verdict::Conflict, Why::None)
}
