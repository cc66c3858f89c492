//! Two claims on one question, or two accounts of one event.

use std::borrow::Cow;

use super::Telling;
use super::side::Side;
use super::text::isolated;
use crate::i18n::{AmountCase, Argument, DateCase};
use crate::model::{Amount, Date, Figures, Flag, Hedge, Kind, Part, Quantity, Reason, Scope, Value, Verdict};

/// What most messages about a pair need: who says what.
struct Said {
    a: String,
    b: String,
    va: Option<String>,
    vb: Option<String>,
}

impl<'a> Telling<'a> {
    /// The sentences about a pair, without the remarks that follow.
    pub(super) fn pair(&self) -> Vec<String> {
        let [a, b] = &self.sides[..] else { return Vec::new() };
        let (name_a, name_b) = self.names(a, b);
        let said = Said { a: name_a, b: name_b, va: self.value(a), vb: self.value(b) };
        match self.finding.verdict {
            Verdict::Same => vec![self.with_both("agree-same", &said, &[])],
            Verdict::Compatible => self.compatible(&said),
            Verdict::Evolution => self.evolution(&said),
            Verdict::DifferentPeriod => vec![self.of_times("different-period", &said)],
            Verdict::PartOf => vec![self.nested(&said), self.say("part-fits", &[])],
            Verdict::PartExceedsWhole => vec![self.nested(&said), self.say("part-exceeds-whole", &[])],
            Verdict::Revision => vec![self.revision(&said)],
            Verdict::Superseded => vec![match &said.va {
                Some(value) => self.say("was-replaced", &[("a", (&said.a).into()), ("va", value.into())]),
                None => self.say("was-replaced-plain", &[("a", (&said.a).into())]),
            }],
            Verdict::Conflict => self.conflict(&said),
            Verdict::MonotoneViolation => vec![self.said_as_of(&said), self.say("monotone-violation", &[])],
            Verdict::Disputed => vec![self.with_both("disputed", &said, &[])],
            Verdict::NotComparable => self.not_comparable(&said),
            Verdict::Indeterminate => self.indeterminate(&said),
            Verdict::SumOk | Verdict::SumMismatch | Verdict::NotChecked | Verdict::Anachronism => Vec::new(),
        }
    }

    /// An account whose dates cannot be right.
    pub(super) fn anachronism(&self, side: &Side<'a>) -> Vec<String> {
        let date = side.account.and_then(|account| account.date.as_ref());
        let name = self.name(side, None);
        let date_in =
            |case| Argument::from(date.map_or_else(String::new, |date| isolated(&self.language.date(date, case))));
        let published = side.article.published.as_ref().map(|date| isolated(&self.language.date_in_words(date)));
        let known = published.is_some();
        let arguments = [
            ("a", name.into()),
            ("date", date_in(DateCase::Nominative)),
            ("when", date_in(DateCase::When)),
            ("published", published.unwrap_or_default().into()),
        ];
        vec![match (self.reason(), known) {
            (Some(Reason::NotYet), _) => self.say("not-yet", &arguments),
            (_, true) => self.say("still-to-come", &arguments),
            (_, false) => self.say("still-to-come-unpublished", &arguments),
        }]
    }

    /// An account whose dates would not be right, if one of them were not inferred, soft or uncertain. Like every verdict
    /// that is held back, it is not told what would have been found.
    pub(super) fn held_anachronism(&self, side: &Side<'a>) -> Vec<String> {
        let date = side.account.and_then(|account| account.date.as_ref());
        let date = date.map_or_else(String::new, |date| isolated(&self.language.date_in_words(date)));
        let arguments = [("a", self.name(side, None).into()), ("date", date.into())];
        let published = side.article.published.as_ref().map(|date| isolated(&self.language.date_in_words(date)));
        let mut all = vec![self.say("dates-event", &arguments)];
        all.push(match published {
            Some(published) => self.say("dates-article", &[("published", published.into())]),
            None => self.say("dates-article-unknown", &[]),
        });
        all.push(self.say(
            match self.reason() {
                Some(Reason::TimeOverlap) => "dates-soft",
                Some(Reason::Uncertain) => "dates-uncertain",
                _ => "dates-inferred",
            },
            &[],
        ));
        all
    }

    /// "A says …, B says …."
    fn said(&self, said: &Said) -> String {
        self.with_both("said-two", said, &[])
    }

    /// The same with the moments that both are of, where both are known.
    fn said_as_of(&self, said: &Said) -> String {
        match self.as_ofs() {
            Some((a, b)) => self.with_both("said-as-of", said, &[("as-of-a", a), ("as-of-b", b)]),
            None => self.said(said),
        }
    }

    fn with_both(&self, key: &str, said: &Said, more: &[(&str, String)]) -> String {
        let value = |value: &Option<String>| Argument::from(value.clone().unwrap_or_default());
        let mut arguments: Vec<(&str, Argument<'_>)> = vec![
            ("kind", self.kind().into()),
            ("a", (&said.a).into()),
            ("b", (&said.b).into()),
            ("va", value(&said.va)),
            ("vb", value(&said.vb)),
        ];
        arguments.extend(more.iter().map(|(name, text)| (*name, Argument::from(text))));
        self.say(key, &arguments)
    }

    fn times(&self) -> Option<(Cow<'a, Date>, Cow<'a, Date>)> {
        let [a, b] = &self.sides[..] else { return None };
        let kind = self.question.map(|question| question.kind);
        Some((a.time(kind)?, b.time(kind)?))
    }

    fn as_ofs(&self) -> Option<(String, String)> {
        let (a, b) = self.times()?;
        Some((self.language.date_as_of(&a), self.language.date_as_of(&b)))
    }

    /// A message about the times that the two speak of.
    fn of_times(&self, key: &str, said: &Said) -> String {
        match &self.sides[..] {
            [a, b] => {
                let time = |side| self.spoken_of(side).unwrap_or_default();
                self.with_both(key, said, &[("time-a", time(a)), ("time-b", time(b))])
            }
            _ => String::new(),
        }
    }

    fn compatible(&self, said: &Said) -> Vec<String> {
        let loose = self.has(&Flag::Loose);
        let of = |key: &str, value: Option<String>| match value {
            Some(value) => self.say(key, &[("v", value.into())]),
            None => self.say("agree-both-right", &[]),
        };
        let kind = || [("kind", Argument::from(self.kind()))];
        let remark = match (self.reason(), loose) {
            (Some(Reason::Bound), true) => of("agree-bound-loose", self.hedged(is_bound)),
            (Some(Reason::Hedge), false) => of("agree-hedge", self.hedged(is_approximate)),
            (Some(Reason::Hedge), true) => of("agree-hedge-loose", self.hedged(is_approximate)),
            (Some(Reason::Rounding), false) => of("agree-rounding", self.roundest()),
            (Some(Reason::Rounding), true) => of("agree-rounding-loose", self.roundest()),
            (Some(Reason::Range), _) => self.say("agree-range", &[]),
            (Some(Reason::Precision), _) => self.say("agree-precision", &[]),
            (Some(Reason::Overlap), _) => self.say("agree-overlap", &kind()),
            (Some(Reason::Granularity), _) => self.say("agree-granularity", &kind()),
            _ => self.say("agree-both-right", &[]),
        };
        let mut all = vec![self.said(said), remark];
        if self.has(&Flag::Strained)
            && let Some((bound, other)) = self.strained()
        {
            all.push(self.say("note-strained", &[("v", bound.into()), ("w", other.into())]));
        }
        all
    }

    fn evolution(&self, said: &Said) -> Vec<String> {
        let times = self.times();
        let between = times.map(|(a, b)| self.language.dates_between(&a, &b)).unwrap_or_default();
        let measured = |key: &str, change: &str| {
            self.say(
                key,
                &[("measure", self.measure().into()), ("change", change.into()), ("between", (&between).into())],
            )
        };
        let mut all = match (self.reason(), self.finding.figures.min_change) {
            (Some(Reason::Flat), _) => vec![self.of_times("evolution-flat", said)],
            (Some(Reason::Up), Some(change)) if !change.is_zero() => {
                let change = self.language.difference(change, self.unit(), AmountCase::Accusative);
                vec![measured("evolution-up", &isolated(&change))]
            }
            (Some(Reason::Up), _) => vec![measured("evolution-up-plain", "")],
            (Some(Reason::Down), _) => vec![measured("evolution-down", "")],
            (Some(Reason::Open), _) => {
                vec![self.said_as_of(said), self.say("evolution-open", &[("kind", self.kind().into())])]
            }
            _ => self.changed(said),
        };
        if self.has(&Flag::MayFall)
            && let Some(because) = self.question.and_then(|question| question.may_fall.as_deref())
        {
            all.push(self.say("note-may-fall", &[("because", isolated(&ended(because)).into())]));
        }
        match self.has(&Flag::Stale) {
            true => all.extend(self.stale()),
            false => all.extend(self.assumed_notes()),
        }
        all
    }

    /// A category or a status that may have changed, or a denial of another date.
    fn changed(&self, said: &Said) -> Vec<String> {
        let [a, b] = &self.sides[..] else { return Vec::new() };
        if self.finding.aspect.is_some() {
            return vec![self.said(said), self.say("evolution-status", &[])];
        }
        let time = |side| Argument::from(self.spoken_of(side).unwrap_or_default());
        if a.denies() != b.denies() {
            let (denier, other) = if a.denies() { self.names(a, b) } else { self.names(b, a) };
            let arguments = [("x", denier.into()), ("y", other.into()), ("time-a", time(a)), ("time-b", time(b))];
            return vec![self.say("evolution-denied", &arguments)];
        }
        vec![self.said_as_of(said), self.say("evolution-changed", &[])]
    }

    fn revision(&self, said: &Said) -> String {
        let [a, b] = &self.sides[..] else { return String::new() };
        let declared = b.claim.zip(a.claim).is_some_and(|(later, earlier)| {
            later.revises.is_some_and(|revised| self.corpus[revised].id == earlier.id)
                || earlier.superseded_by.is_some_and(|by| self.corpus[by].id == later.id)
        });
        if said.va.is_none() || said.vb.is_none() {
            return self.with_both("revision-plain", said, &[]);
        }
        let origin = self.origin(b).filter(|_| self.has(&Flag::SameOrigin) && !declared);
        let Some(origin) = origin else { return self.with_both("revision", said, &[]) };
        let cumulative = self.question.is_some_and(|question| question.kind == Kind::Cumulative);
        match self.as_ofs() {
            Some((as_of_a, as_of_b)) if cumulative && as_of_a != as_of_b => {
                let more = [("origin", origin), ("as-of-a", as_of_a), ("as-of-b", as_of_b)];
                self.with_both("revision-lowered", said, &more)
            }
            _ => self.with_both("revision-same-origin", said, &[("origin", origin)]),
        }
    }

    fn conflict(&self, said: &Said) -> Vec<String> {
        let Figures { gap, gap_days, .. } = &self.finding.figures;
        let same_time = self.times().filter(|(a, b)| a.window == b.window).map(|(a, _)| a);
        let opening = match same_time {
            Some(time) if self.kind() == "number" => {
                self.with_both("said-of-time", said, &[("time", self.language.date(&time, DateCase::Accusative))])
            }
            _ => self.said(said),
        };
        let remark = match (self.kind(), gap, gap_days) {
            (_, _, Some(days)) => self.say("conflict-days", &[("days", (*days).into())]),
            ("number", Some(gap), _) if !gap.is_zero() => {
                let gap = self.language.difference(*gap, self.unit(), AmountCase::Nominative);
                self.say("conflict-gap", &[("gap", isolated(&gap).into())])
            }
            ("number", ..) => self.say("conflict-number", &[]),
            (kind, ..) => self.say("conflict-other", &[("kind", kind.into())]),
        };
        vec![opening, remark]
    }

    fn not_comparable(&self, said: &Said) -> Vec<String> {
        let [a, b] = &self.sides[..] else { return Vec::new() };
        let then = |key: &str| vec![self.said(said), self.say(key, &[])];
        // The side that the remark is about, and the other.
        let about = |key: &str, first: bool| {
            let ((x, vx), (y, vy)) = match first {
                true => ((a, &said.va), (b, &said.vb)),
                false => ((b, &said.vb), (a, &said.va)),
            };
            let (x, y) = self.names(x, y);
            let value = |value: &Option<String>| Argument::from(value.clone().unwrap_or_default());
            vec![self.say(key, &[("x", x.into()), ("y", y.into()), ("vx", value(vx)), ("vy", value(vy))])]
        };
        match self.reason() {
            Some(Reason::Unit) => then("incomparable-unit"),
            Some(Reason::Scope(name)) => vec![self.apart_in_scope(name, said)],
            Some(Reason::ChangeVsLevel) => about("incomparable-change", quantity(a).is_some_and(|a| a.delta.is_some())),
            Some(Reason::PeriodOverlap) => vec![self.of_times("incomparable-period", said)],
            Some(Reason::Since) => vec![self.of_starts("incomparable-since", said)],
            Some(Reason::ScopeAndTime) => vec![self.said_as_of(said), self.say("incomparable-scope-and-time", &[])],
            Some(Reason::CrossedScopes) => then("incomparable-crossed"),
            Some(Reason::Projection) => about("incomparable-projection", a.projects()),
            Some(Reason::MultiValued) => then("incomparable-several"),
            Some(Reason::NoValue) => match (is_unknown(a), is_unknown(b), a.denies(), b.denies()) {
                (true, true, ..) => vec![self.say("incomparable-both-unknown", &[])],
                (true, false, ..) => about("incomparable-unknown", true),
                (false, true, ..) => about("incomparable-unknown", false),
                (.., true, true) => vec![self.say("incomparable-both-deny", &[])],
                (.., first, _) => about("incomparable-denial", first),
            },
            _ => then("incomparable-other"),
        }
    }

    fn apart_in_scope(&self, name: &str, said: &Said) -> String {
        let scope = self.question.and_then(|question| question.scope.iter().find(|(declared, _)| declared == name));
        match (&self.sides[..], scope) {
            ([a, b], Some((name, scope))) => {
                let of = |side: &Side<'a>| side.scope(name, scope).map(|value| isolated(&self.named(value)));
                match (of(a), of(b)) {
                    (Some(first), Some(second)) => {
                        self.with_both("incomparable-scope", said, &[("scope-a", first), ("scope-b", second)])
                    }
                    _ => self.say("incomparable-other", &[]),
                }
            }
            _ => self.say("incomparable-other", &[]),
        }
    }

    /// A message about where the two totals start.
    fn of_starts(&self, key: &str, said: &Said) -> String {
        let [a, b] = &self.sides[..] else { return String::new() };
        let start = |side: &Side<'a>| {
            side.since(self.question).map(|date| self.language.date(date, DateCase::Genitive)).unwrap_or_default()
        };
        self.with_both(key, said, &[("since-a", start(a)), ("since-b", start(b))])
    }

    /// The whole and its part, told by what sets them apart: a scope, a period, or where the totals start.
    fn nested(&self, said: &Said) -> String {
        let [whole, part] = &self.sides[..] else { return String::new() };
        let scopes = self.question.map_or(&[][..], |question| &question.scope[..]);
        let differing = scopes.iter().find_map(|(name, scope)| {
            let (of_whole, of_part) = (whole.scope(name, scope)?, part.scope(name, scope)?);
            (of_whole != of_part).then(|| (isolated(&self.named(of_whole)), isolated(&self.named(of_part))))
        });
        if let Some((of_whole, of_part)) = differing {
            return self.with_both("said-for-scopes", said, &[("whole", of_whole), ("part", of_part)]);
        }
        match self.question.map(|question| question.kind) {
            Some(Kind::Flow) => self.of_times("said-for-periods", said),
            _ => self.of_starts("said-counted-from", said),
        }
    }

    fn indeterminate(&self, said: &Said) -> Vec<String> {
        match self.reason() {
            Some(Reason::TimeOverlap) => match self.times() {
                Some((a, b)) if overlap(&a, &b) => vec![self.of_times("time-overlap", said)],
                _ => vec![self.said(said), self.say("time-soft", &[])],
            },
            Some(Reason::Uncertain) => vec![self.said(said), self.say("uncertain", &[])],
            Some(Reason::Assumed(names)) => self.held(said, self.held_by_assumption(names)),
            Some(Reason::Unspecified(names)) => self.held(said, self.held_by_silence(names)),
            _ => vec![self.said(said), self.say("held", &[])],
        }
    }

    /// Why two statements are held back: several sentences end with "the two", and so begin with what these say.
    fn held(&self, said: &Said, mut why: Vec<String>) -> Vec<String> {
        if why.len() > 1 {
            why.insert(0, self.said(said));
        }
        why
    }

    /// The statement whose hedge gives the reason: the first of the two that has such a hedge.
    fn hedged(&self, fits: fn(&Quantity) -> bool) -> Option<String> {
        let side = self.sides.iter().find(|side| quantity(side).is_some_and(fits))?;
        self.value(side)
    }

    /// The rounder of the figures: the one whose last digit that is not zero stands furthest to the left.
    pub(super) fn roundest(&self) -> Option<String> {
        let place = |side: &&Side<'a>| match &quantity(side)?.amount {
            Amount::Stated(figure) => Some(figure.last_nonzero_place),
            _ => None,
        };
        // Of equals the first.
        let side = self.sides.iter().filter(|side| place(side).is_some()).rev().max_by_key(place)?;
        self.value(side)
    }

    /// The limit, and the figure that lies far beyond it.
    fn strained(&self) -> Option<(String, String)> {
        let [a, b] = &self.sides[..] else { return None };
        let low = |side: &Side<'a>| match &quantity(side)?.amount {
            Amount::Stated(figure) | Amount::Range(figure, _) => Some(figure.value),
            Amount::Vague(_) => None,
        };
        let is_floor = |side: &Side<'a>| {
            quantity(side).is_some_and(|quantity| matches!(quantity.hedge, Hedge::MoreThan | Hedge::AtLeast))
        };
        let below = is_floor(a) && (!is_floor(b) || low(a) < low(b));
        let (floor, other) = if below { (a, b) } else { (b, a) };
        Some((self.value(floor)?, self.value(other)?))
    }
}

/// The quantity that a side states.
pub(super) fn quantity<'a>(side: &Side<'a>) -> Option<&'a Quantity> {
    match side.value()? {
        Value::Quantity(quantity) => Some(quantity),
        _ => None,
    }
}

pub(super) fn is_bound(quantity: &Quantity) -> bool {
    matches!(quantity.hedge, Hedge::MoreThan | Hedge::AtLeast | Hedge::LessThan | Hedge::AtMost | Hedge::UpTo)
}

/// Whether a figure is put approximately; loosely, a word such as "dozens" counts too.
pub(super) fn is_approximate(quantity: &Quantity) -> bool {
    matches!(quantity.hedge, Hedge::About | Hedge::Nearly | Hedge::JustOver)
        || matches!(quantity.amount, Amount::Vague(_))
}

/// All parts below a whole's name, one level down; empty where it has none.
pub(super) fn parts_of<'a>(scope: &'a Scope, whole: &str) -> &'a [Part] {
    let Scope::Nested { root, .. } = scope else { return &[] };
    let mut open = vec![root];
    while let Some(part) = open.pop() {
        if part.name == whole {
            return &part.parts;
        }
        open.extend(&part.parts);
    }
    &[]
}

/// A reason as people write it, with a full stop where it has none.
pub(super) fn ended(text: &str) -> String {
    let text = text.trim();
    match text.ends_with(['.', '!', '?', '…', '؟', '。']) {
        true => text.to_owned(),
        false => format!("{text}."),
    }
}

fn is_unknown(side: &Side<'_>) -> bool {
    matches!(side.value(), Some(Value::Unknown)) || (side.value().is_none() && !side.denies())
}

fn overlap(a: &Date, b: &Date) -> bool {
    let starts_by = |start: Option<chrono::NaiveDate>, end: Option<chrono::NaiveDate>| {
        start.zip(end).is_none_or(|(start, end)| start <= end)
    };
    starts_by(a.window.start, b.window.end) && starts_by(b.window.start, a.window.end)
}
