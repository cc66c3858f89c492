//! Two claims on one question: the steps 0 to 10 of COMPARISON.md, "A pair".
//!
//! In go two sides that are worked out, out comes a verdict with its reason and flags. Symmetric by construction: the
//! sides come in the order of the corpus, and a step that needs another order (the earlier first, the part and the
//! whole) takes it from what the sides say. Whoever wants to know why passes a [`Trace`]; figures and names are made
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

use super::dates::DateMatch;
use super::frame::Frame;
use super::names::Key;
use super::number::NumberMatch;
use super::outcome::{Flags, Ground, Outcome, Why};
use super::scope::Standing;
use super::side::{Answer, Side};
use super::time::{Relation, Span};
use super::trace::{Silent, Trace};
use super::tree::Kinship;
use crate::model::{Class, Kind, Reason, Verdict};

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

    /// Step 1.
    fn scopes(&mut self, trace: &mut impl Trace) -> Option<Outcome> {
        let nests_count = self.nests_count() && !matches!(self.kind, Kind::Rate | Kind::Date | Kind::Category);
        for scope in 0..self.frame.scopes.len() {
            let name = || &self.frame.question.scope[scope].0;
            let standing = self.frame.standing(scope, self.at.0, self.at.1);
            match standing {
                Standing::Equal => trace.note(1, || format!("{}: nothing tells them apart", name())),
                Standing::OneUnstated => {
                    trace.note(1, || format!("{}: only one of the two states it", name()));
                    self.ground.missing.add_scope(scope);
                }
                Standing::Part | Standing::Whole if nests_count => {
                    trace.note(1, || format!("{}: one is a part of the other", name()));
                    self.add_nest(standing == Standing::Part);
                }
                Standing::Part | Standing::Whole | Standing::Apart => {
                    trace.note(1, || format!("{}: not the same thing", name()));
                    return Some(self.ground.verdict(Verdict::NotComparable, Why::Scope(scope)));
                }
            }
        }
        None
    }

    fn add_nest(&mut self, a_is_part: bool) {
        self.nest.a_in_b |= a_is_part;
        self.nest.b_in_a |= !a_is_part;
    }

    /// Step 2.
    fn times(&mut self, trace: &mut impl Trace) -> Option<Outcome> {
        let (a, b) = (self.a.times(self.wider), self.b.times(self.wider));
        if self.change {
            self.ground.assumed = self.a.assumed_of_change.with(self.b.assumed_of_change);
            self.ground.missing = self.ground.missing.with(self.a.missing_of_change).with(self.b.missing_of_change);
            return self.changes(trace);
        }
        self.ground.assumed = self.a.assumed.with(self.b.assumed);
        match self.kind {
            Kind::Count | Kind::Date => None,
            Kind::Flow => match (a.period, b.period) {
                (Some(a), Some(b)) => self.periods(a, b, trace),
                _ => {
                    trace.note(2, || "a period is not stated".into());
                    self.ground.missing.add(Key::Period);
                    None
                }
            },
            Kind::Cumulative | Kind::Level | Kind::Rate | Kind::Category => {
                match (a.as_of, b.as_of) {
                    (Some(a), Some(b)) => self.time = a.relation(b),
                    _ => self.ground.missing.add(Key::AsOf),
                }
                let time = self.time;
                trace.note(2, || match time {
                    Relation::Same => "of the same time, as far as is known".into(),
                    Relation::Before => "the first is of an earlier time".into(),
                    Relation::After => "the second is of an earlier time".into(),
                    Relation::Overlap => "their times overlap".into(),
                });
                None
            }
        }
    }

    /// Two changes as flows over their spans.
    fn changes(&mut self, trace: &mut impl Trace) -> Option<Outcome> {
        let (a, b) = (self.a.times(self.wider), self.b.times(self.wider));
        let outcome = match (a.change, b.change) {
            (Some(from), Some(to)) => self.periods(from, to, trace),
            _ => None,
        };
        let measured_apart = matches!((a.against, b.against), (Some(a), Some(b)) if !a.equals(b));
        let by_period = a.period.is_some() || b.period.is_some();
        if outcome.is_none() && by_period && measured_apart {
            trace.note(3, || "the changes are measured from different times".into());
            return Some(self.ground.verdict(Verdict::NotComparable, Why::Because(Reason::PeriodOverlap)));
        }
        outcome
    }

    /// Two periods that are stated.
    fn periods(&mut self, a: Span, b: Span, trace: &mut impl Trace) -> Option<Outcome> {
        if a.equals(b) {
            trace.note(2, || "the same period".into());
            return None;
        }
        if a.is_disjoint(b) {
            trace.note(2, || "separate periods".into());
            let swapped = a.relation(b) == Relation::After;
            return Some(self.ground.verdict(Verdict::DifferentPeriod, Why::None).swapped_if(swapped));
        }
        let nested = a.contains(b) || b.contains(a);
        if nested && self.nests_count() {
            trace.note(2, || "one period lies within the other".into());
            self.add_nest(b.contains(a));
            return None;
        }
        trace.note(2, || "the periods overlap and are not the same".into());
        Some(self.ground.verdict(Verdict::NotComparable, Why::Because(Reason::PeriodOverlap)))
    }

    /// Step 3.
    fn answers(&mut self, trace: &mut impl Trace) -> Option<Outcome> {
        let (a, b) = (self.a, self.b);
        let no_value = |ground: Ground| Some(ground.verdict(Verdict::NotComparable, Why::Because(Reason::NoValue)));
        let denies_all = |side: &Side| side.answer == Answer::Absent;
        match (denies_all(a), denies_all(b)) {
            (true, true) => {
                trace.note(3, || "both deny and neither gives a figure".into());
                return no_value(self.ground);
            }
            (true, false) | (false, true) => {
                let may_change = matches!(self.kind, Kind::Level | Kind::Rate | Kind::Category);
                if may_change && matches!(self.time, Relation::Before | Relation::After) {
                    trace.note(3, || "one denies, of another time".into());
                    let why = Why::Because(Reason::Changed);
                    let outcome = self.ground.hold_unless_assumed(Verdict::Evolution, why);
                    return Some(outcome.oriented(self.time == Relation::After));
                }
                trace.note(3, || "one denies what the other says".into());
                return Some(self.disputed());
            }
            (false, false) => {}
        }
        if a.denies || b.denies {
            if a.denies != b.denies && self.meets() {
                trace.note(3, || "one denies the figure that the other gives".into());
                return Some(self.disputed());
            }
            trace.note(3, || "a figure is denied that the other side does not give".into());
            return no_value(self.ground);
        }
        match (a.answer, b.answer) {
            (Answer::Number(x), Answer::Number(y)) => {
                if x.is_delta != y.is_delta {
                    trace.note(3, || "one says by how much it changed, the other how much it is".into());
                    return Some(self.ground.verdict(Verdict::NotComparable, Why::Because(Reason::ChangeVsLevel)));
                }
                if x.unit != y.unit {
                    trace.note(3, || "the units differ and no rate is declared".into());
                    return Some(self.ground.verdict(Verdict::NotComparable, Why::Because(Reason::Unit)));
                }
                self.ground = self.ground.flagged(Flags::CONVERTED, x.converted || y.converted);
                None
            }
            (Answer::Category(_), Answer::Category(_)) | (Answer::Date, Answer::Date) => None,
            _ => {
                trace.note(3, || "one side gives no value".into());
                no_value(self.ground)
            }
        }
    }

    fn disputed(&self) -> Outcome {
        self.ground.hold(Verdict::Disputed, Why::None).oriented(self.a.denies && !self.b.denies)
    }

    /// Whether what is denied is what the other says, as far as its words promise.
    fn meets(&self) -> bool {
        match (self.a.answer, self.b.answer) {
            (Answer::Number(a), Answer::Number(b)) => {
                a.unit == b.unit && a.is_delta == b.is_delta && a.ranks.strictly_meets(b.ranks)
            }
            (Answer::Category(a), Answer::Category(b)) => self.frame.categories.kinship(a, b) != Kinship::Apart,
            (Answer::Date, Answer::Date) => {
                let (a, b) = (self.a.times(self.wider).date, self.b.times(self.wider).date);
                a.zip(b).is_some_and(|(a, b)| a.meets(&b))
            }
            _ => false,
        }
    }

    /// Step 4.
    fn starts(&mut self, trace: &mut impl Trace) -> Option<Outcome> {
        if self.kind != Kind::Cumulative {
            return None;
        }
        match (self.a.times(self.wider).since, self.b.times(self.wider).since) {
            (None, None) => None,
            (Some(a), Some(b)) if !a.is_disjoint(b) => None,
            (Some(a), Some(b)) => {
                if self.time == Relation::Same && self.nests_count() {
                    trace.note(4, || "one total starts later: it is a part of the other".into());
                    self.add_nest(a.relation(b) == Relation::After);
                    return None;
                }
                trace.note(4, || "the totals start at different times".into());
                Some(self.ground.verdict(Verdict::NotComparable, Why::Because(Reason::Since)))
            }
            _ => {
                trace.note(4, || "only one of the two says where its total starts".into());
                self.ground.missing.add(Key::Since);
                None
            }
        }
    }

    /// Step 5, dates.
    fn dates(&self, trace: &mut impl Trace) -> Outcome {
        let (Some(a), Some(b)) = (self.a.times(self.wider).date, self.b.times(self.wider).date) else {
            return self.ground.verdict(Verdict::NotComparable, Why::Because(Reason::NoValue));
        };
        let matches = a.matches(&b);
        trace.note(5, || format!("the dates {}", if matches == DateMatch::Differ { "differ" } else { "agree" }));
        dates(self.ground, self.voices(), matches, a.uncertain || b.uncertain)
    }

    /// Step 5, categories.
    fn categories(&self, trace: &mut impl Trace) -> Outcome {
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
    fn numbers(&self, trace: &mut impl Trace) -> Outcome {
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
pub(super) fn dates(ground: Ground, voices: Voices, matches: DateMatch, uncertain: bool) -> Outcome {
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
pub(super) fn agree(ground: Ground, voices: Voices, verdict: Verdict, why: Why) -> Outcome {
    ground.flagged(Flags::ECHO, voices.same_origin).despite_missing(verdict, why)
}

/// Step 10: they differ, and are of the same or of overlapping times.
pub(super) fn differ(mut ground: Ground, voices: Voices, time: Relation) -> Outcome {
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
