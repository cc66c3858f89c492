//! Steps 1 to 4: whether the two are of one thing, at one time and in one unit, and what is missing to tell.

use super::Pair;
use crate::compare::names::Key;
use crate::compare::outcome::{Flags, Ground, Outcome, Why};
use crate::compare::scope::Standing;
use crate::compare::side::{Answer, Side};
use crate::compare::time::{Relation, Span};
use crate::compare::trace::Trace;
use crate::compare::tree::Kinship;
use crate::model::{Kind, Reason, Verdict};

impl Pair<'_, '_> {
    /// Step 1.
    pub(super) fn scopes(&mut self, trace: &mut impl Trace) -> Option<Outcome> {
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
    pub(super) fn times(&mut self, trace: &mut impl Trace) -> Option<Outcome> {
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
    pub(super) fn answers(&mut self, trace: &mut impl Trace) -> Option<Outcome> {
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
    pub(super) fn starts(&mut self, trace: &mut impl Trace) -> Option<Outcome> {
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
}
