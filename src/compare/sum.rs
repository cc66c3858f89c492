//! A whole and its parts, added up (COMPARISON.md, "A sum").
//!
//! A nested scope is a sum wherever claims on a whole and on at least one of its direct parts share every other scope and
//! the time. A part that has parts of its own is the whole of another sum.
//!
//! Which claims are set against each other, where there are several: every claim on the whole is the head of one sum. For
//! each part the claim of the same article is taken; else, of other articles, one of the same origin; else one that is not
//! a mere repetition; and of several the first in the order of the corpus. So a sum is made inside one article where
//! that article has all parts, and across articles only for what it lacks. Sums across articles that would set the same
//! figure against the same parts again are left out.
//!
//! Rates, dates and categories do not add up. Where numbers may be negative, parts that are not exhaustive say nothing of
//! their whole. Totals that start at different times are not added.

use std::collections::{BTreeMap, HashSet};

use rust_decimal::Decimal;

use super::frame::Frame;
use super::names::Key;
use super::number::{Number, Wording};
use super::outcome::{Flags, Ground, Outcome, Why};
use super::scope::SumRule;
use super::show::{Sharpness, nearest, ratio};
use super::side::Side;
use super::time::{Relation, Span};
use crate::model::{ArticleRef, Figures, Finding, Interval, Kind, Member, Reason, Subject, Verdict};

/// What the claims of a sum have in common: scopes but for the one that is added up, time, what a change is measured from,
/// and what kind of statement it is.
type Common = (Vec<u32>, Option<Span>, Option<Span>, bool, bool);

/// All sums of a question, each with how sharply it contradicts. `repeated[side]`: a mere repetition of another.
pub(super) fn sums(frame: &Frame<'_>, repeated: &[bool]) -> Vec<(Finding, Sharpness)> {
    let adds_up = matches!(frame.question.kind, Kind::Cumulative | Kind::Level | Kind::Flow | Kind::Count);
    let mut found = Vec::new();
    for (scope, index) in frame.scopes.iter().enumerate().filter(|(_, index)| adds_up && !index.sums.is_empty()) {
        for by_value in groups(frame, scope).into_values() {
            for rule in &index.sums {
                let Some(wholes) = by_value.get(&rule.whole) else { continue };
                let parts: Vec<&[usize]> =
                    rule.parts.iter().map(|part| by_value.get(part).map_or(&[][..], Vec::as_slice)).collect();
                let mut seen = HashSet::new();
                for whole in wholes {
                    let sum = Sum::choose(frame, rule, *whole, &parts, repeated);
                    if sum.known().next().is_none() || !sum.is_of_one_article() && !seen.insert(sum.likeness()) {
                        continue;
                    }
                    found.extend(sum.finding());
                }
            }
        }
    }
    found
}

/// The sides that can be added up, by what they have in common and then by their value of the scope.
fn groups(frame: &Frame<'_>, scope: usize) -> BTreeMap<Common, BTreeMap<u32, Vec<usize>>> {
    let mut groups: BTreeMap<Common, BTreeMap<u32, Vec<usize>>> = BTreeMap::new();
    for (at, side) in frame.sides.iter().enumerate() {
        let Some(number) = side.number().filter(|_| !side.superseded && !side.denies) else { continue };
        let readable = frame.numbers[at].as_ref().is_some_and(|number| !number.readings.loose.is_empty());
        let time = time(frame, side);
        let too_long = frame.question.kind != Kind::Flow
            && !number.is_delta
            && time.is_some_and(|time| time.relation(time) != Relation::Same);
        if !readable || too_long {
            continue;
        }
        let mut scopes = frame.scope_values(at).to_vec();
        let value = std::mem::take(&mut scopes[scope]);
        let against = side.times.against.filter(|_| number.is_delta);
        let common = (scopes, time, against, number.is_delta, side.projects);
        groups.entry(common).or_default().entry(value).or_default().push(at);
    }
    groups
}

/// The time that members of a sum share; `None` where it is not stated, or plays no role.
fn time(frame: &Frame<'_>, side: &Side) -> Option<Span> {
    if side.is_change() {
        return side.times.change;
    }
    match frame.question.kind {
        Kind::Flow => side.times.period,
        Kind::Count => None,
        _ => side.times.as_of,
    }
}

struct Sum<'f, 'a> {
    frame: &'f Frame<'a>,
    rule: &'f SumRule,
    whole: usize,
    /// For each part its claim, if there is one.
    parts: Vec<Option<usize>>,
}

impl<'f, 'a> Sum<'f, 'a> {
    fn choose(
        frame: &'f Frame<'a>,
        rule: &'f SumRule,
        whole: usize,
        candidates: &[&[usize]],
        repeated: &[bool],
    ) -> Self {
        let head = &frame.sides[whole];
        let article = |side: usize| frame.claim(side).article;
        let parts = candidates
            .iter()
            .map(|claims| {
                claims.iter().copied().filter(|part| starts_fit(head, &frame.sides[*part])).min_by_key(|part| {
                    let origin = frame.sides[*part].origin;
                    let elsewhere = article(*part) != article(whole);
                    (elsewhere, origin.is_none() || origin != head.origin, repeated[*part], *part)
                })
            })
            .collect();
        Self { frame, rule, whole, parts }
    }

    fn known(&self) -> impl Iterator<Item = usize> + '_ {
        self.parts.iter().flatten().copied()
    }

    fn members(&self) -> impl Iterator<Item = usize> + '_ {
        std::iter::once(self.whole).chain(self.known())
    }

    fn article(&self, side: usize) -> ArticleRef {
        self.frame.claim(side).article
    }

    fn is_of_one_article(&self) -> bool {
        self.known().all(|part| self.article(part) == self.article(self.whole))
    }

    /// Equal for sums that set the same figure against the same parts.
    fn likeness(&self) -> (Option<u32>, Vec<Option<usize>>) {
        (self.frame.sides[self.whole].number().map(|number| number.identity), self.parts.clone())
    }

    /// What holds a contradiction back, and the flag that goes with every verdict.
    fn ground(&self) -> Ground {
        let mut ground = Ground::default();
        let head = &self.frame.sides[self.whole];
        for side in self.members().map(|member| &self.frame.sides[member]) {
            if side.is_change() {
                ground.assumed = ground.assumed.with(side.assumed_of_change);
                ground.missing = ground.missing.with(side.missing_of_change);
            } else {
                ground.assumed = ground.assumed.with(side.assumed);
                match self.frame.question.kind {
                    Kind::Flow if side.times.period.is_none() => ground.missing.add(Key::Period),
                    Kind::Cumulative | Kind::Level if side.times.as_of.is_none() => ground.missing.add(Key::AsOf),
                    _ => {}
                }
                if side.times.since.is_some() != head.times.since.is_some() {
                    ground.missing.add(Key::Since);
                }
            }
            ground = ground.flagged(Flags::CONVERTED, side.number().is_some_and(|number| number.converted));
        }
        ground
    }

    fn finding(&self) -> Option<(Finding, Sharpness)> {
        let question = Some(self.frame.question);
        let (outcome, figures, sharpness) = self.check()?;
        let finding = Finding {
            subject: Subject::Question(self.frame.at),
            aspect: None,
            members: self.members().map(|side| Member::Claim(self.frame.sides[side].claim)).collect(),
            verdict: outcome.verdict,
            reason: outcome.reason(question),
            flags: outcome.flag_list(question),
            figures,
        };
        Some((finding, sharpness))
    }

    /// The verdict; `None` where a figure is too large to calculate with, or where parts say nothing of their whole.
    fn check(&self) -> Option<(Outcome, Figures, Sharpness)> {
        let frame = self.frame;
        let number = |side: usize| frame.numbers[side].as_ref();
        let unit = |side: usize| frame.sides[side].number().map(|number| number.unit);
        let whole = number(self.whole)?;
        let change = frame.sides[self.whole].is_change();
        if !self.rule.exhaustive && (change || !frame.question.nonneg) {
            return None;
        }
        if self.members().any(|side| unit(side) != unit(self.whole)) {
            let reason = Why::Because(Reason::Unit);
            let outcome = Outcome::new(Verdict::NotComparable, reason);
            return Some((outcome, Figures::default(), Sharpness::None));
        }
        let ground = self.ground();
        let known: Vec<&Number> = self.known().filter_map(number).collect();
        let loose = added(known.iter().map(|part| part.readings.loose))?;
        let rest = whole.readings.loose.minus(&loose)?;
        let mut figures =
            Figures { unit: unit(self.whole).and_then(|unit| frame.foreign_unit(unit)), ..Figures::default() };
        if known.len() < self.parts.len() {
            figures.implied = Some(rest);
            let outcome = ground.verdict(Verdict::NotChecked, Why::Because(Reason::MissingPart));
            return Some((outcome, figures, Sharpness::None));
        }
        let converted = ground.flags.has(Flags::CONVERTED);
        let written = if converted { None } else { total(&known) };
        figures.sum = written;
        let sharpness = || match (written, whole.figure) {
            (Some(sum), Some(whole)) => ratio(nearest(&rest), sum.abs().min(whole.abs())),
            _ => Sharpness::None,
        };
        let wording = known.iter().fold(whole.wording, |words, part| words.or(part.wording));
        if self.rule.exhaustive {
            let strict = added(known.iter().map(|part| part.readings.strict))?;
            if whole.readings.strict.meets(&strict) {
                let exact = written.is_some() && written == whole.figure;
                let outcome = ground.verdict(Verdict::SumOk, Why::Because(strict_reason(wording, exact)));
                return Some((outcome, figures, Sharpness::None));
            }
            if whole.readings.loose.meets(&loose) {
                let ground = ground.flagged(Flags::LOOSE, true);
                let outcome = ground.verdict(Verdict::SumOk, Why::Because(wording.loose_reason()));
                return Some((outcome, figures, Sharpness::None));
            }
            let outcome = ground.hold(Verdict::SumMismatch, Why::None);
            figures.residual = (outcome.verdict == Verdict::SumMismatch).then_some(rest);
            return Some(carrying(outcome, figures, sharpness()));
        }
        if whole.readings.loose.wholly_below(&loose) {
            let outcome = ground.hold(Verdict::PartExceedsWhole, Why::None);
            return Some(carrying(outcome, figures, sharpness()));
        }
        figures.remainder = Some(rest);
        Some((ground.verdict(Verdict::PartOf, Why::None), figures, Sharpness::None))
    }
}

/// A contradiction with its figures; what was held back carries none.
fn carrying(outcome: Outcome, figures: Figures, sharpness: Sharpness) -> (Outcome, Figures, Sharpness) {
    if outcome.verdict == Verdict::Indeterminate {
        (outcome, Figures::default(), Sharpness::None)
    } else {
        (outcome, figures, sharpness)
    }
}

/// Why a sum adds up strictly: the order is not that of a pair.
fn strict_reason(wording: Wording, exact: bool) -> Reason {
    match wording {
        Wording { bound: true, .. } => Reason::Bound,
        Wording { hedge: true, .. } | Wording { vague: true, .. } => Reason::Hedge,
        Wording { range: true, .. } => Reason::Range,
        _ if exact => Reason::Exact,
        _ => Reason::Rounding,
    }
}

/// Whether two totals can be of one sum: unstated, or starting at times that are not apart.
fn starts_fit(whole: &Side, part: &Side) -> bool {
    match (whole.times.since, part.times.since) {
        (Some(whole), Some(part)) => !whole.is_disjoint(part),
        _ => true,
    }
}

fn added(mut readings: impl Iterator<Item = Interval>) -> Option<Interval> {
    let first = readings.next()?;
    readings.try_fold(first, |sum, reading| sum.plus(&reading))
}

/// The written numbers added up, where every part states one.
fn total(parts: &[&Number]) -> Option<Decimal> {
    parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.figure?))
}
