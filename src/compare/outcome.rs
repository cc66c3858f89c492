//! The verdict on a pair in a form that costs nothing to make and to throw away: millions of pairs are counted, few are
//! shown. What is shown becomes a [`Finding`](crate::model::Finding) elsewhere.
//!
//! Here too is what holds a verdict back (COMPARISON.md, HOLD): a contradiction, or a claim of growth, that rests on
//! something missing or assumed is not told.

use super::names::Names;
use crate::model::{Class, Flag, Question, Reason, Verdict};

/// A set of flags; the bits are in the order of [`Flag`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Flags(u16);

impl Flags {
    pub const LOOSE: Self = Self(1);
    pub const ECHO: Self = Self(1 << 1);
    pub const SELF: Self = Self(1 << 2);
    pub const SAME_ORIGIN: Self = Self(1 << 3);
    pub const STRAINED: Self = Self(1 << 4);
    pub const STALE: Self = Self(1 << 5);
    pub const CONVERTED: Self = Self(1 << 6);
    pub const UNCERTAIN: Self = Self(1 << 7);
    pub const MAY_FALL: Self = Self(1 << 8);
    pub const UNSPECIFIED: Self = Self(1 << 9);
    pub const RULED: Self = Self(1 << 10);

    /// With these set where the condition holds.
    #[must_use]
    pub fn set(self, flags: Self, condition: bool) -> Self {
        if condition { Self(self.0 | flags.0) } else { self }
    }

    /// Whether all of these are set.
    pub fn has(self, flags: Self) -> bool {
        self.0 & flags.0 == flags.0
    }
}

/// A reason without the names that go with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Why {
    None,
    /// A reason that carries no names.
    Because(Reason),
    /// The scope at this position of the question.
    Scope(usize),
    /// What is assumed.
    Assumed,
    /// What is missing.
    Unspecified,
}

/// A verdict with all that goes with it, figures apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Outcome {
    pub verdict: Verdict,
    pub why: Why,
    pub flags: Flags,
    pub would_be: Option<Verdict>,
    pub missing: Names,
    pub assumed: Names,
    /// Whether the second side is to be named first.
    pub swapped: bool,
}

impl Outcome {
    /// A verdict that is final.
    pub fn new(verdict: Verdict, why: Why) -> Self {
        Self {
            verdict,
            why,
            flags: Flags::default(),
            would_be: None,
            missing: Names::NONE,
            assumed: Names::NONE,
            swapped: false,
        }
    }

    /// Not comparable, for a reason that carries no names.
    pub fn not_comparable(reason: Reason) -> Self {
        Self::new(Verdict::NotComparable, Why::Because(reason))
    }

    /// With the second side named first where the condition holds.
    #[must_use]
    pub fn swapped_if(mut self, condition: bool) -> Self {
        self.swapped = condition;
        self
    }

    /// With more flags.
    #[must_use]
    pub fn flagged(mut self, flags: Flags) -> Self {
        self.flags = self.flags.set(flags, true);
        self
    }

    /// The class of its verdict.
    pub fn class(&self) -> Class {
        let flat = matches!(self.why, Why::Because(Reason::Flat));
        self.verdict.class(flat.then_some(&Reason::Flat))
    }

    /// Its reason, with the names.
    pub fn reason(&self, question: Option<&Question>) -> Option<Reason> {
        match &self.why {
            Why::None => None,
            Why::Because(reason) => Some(reason.clone()),
            Why::Scope(position) => {
                question.and_then(|question| question.scope.get(*position)).map(|(name, _)| Reason::Scope(name.clone()))
            }
            Why::Assumed => Some(Reason::Assumed(self.assumed.list(question))),
            Why::Unspecified => Some(Reason::Unspecified(self.missing.list(question))),
        }
    }

    /// Its flags, with the names, in their order.
    pub fn flag_list(&self, question: Option<&Question>) -> Vec<Flag> {
        let plain = [
            (Flags::LOOSE, Flag::Loose),
            (Flags::ECHO, Flag::Echo),
            (Flags::SELF, Flag::OwnContradiction),
            (Flags::SAME_ORIGIN, Flag::SameOrigin),
            (Flags::STRAINED, Flag::Strained),
            (Flags::STALE, Flag::Stale),
            (Flags::CONVERTED, Flag::Converted),
            (Flags::UNCERTAIN, Flag::Uncertain),
            (Flags::MAY_FALL, Flag::MayFall),
            (Flags::RULED, Flag::Ruled),
        ];
        let mut flags: Vec<Flag> =
            plain.into_iter().filter(|(bit, _)| self.flags.has(*bit)).map(|(_, flag)| flag).collect();
        if self.flags.has(Flags::UNSPECIFIED) {
            flags.push(Flag::Unspecified(self.missing.list(question)));
        }
        flags.extend(self.would_be.map(Flag::WouldBe));
        flags.sort();
        flags
    }
}

/// What a verdict on a pair rests on so far.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Ground {
    /// What one side leaves unsaid.
    pub missing: Names,
    /// What is not stated but taken from elsewhere.
    pub assumed: Names,
    /// Flags that go with whatever the verdict will be.
    pub flags: Flags,
}

impl Ground {
    /// A verdict that nothing holds back; what is missing is not mentioned.
    pub fn verdict(self, verdict: Verdict, why: Why) -> Outcome {
        Outcome { flags: self.flags, missing: self.missing, assumed: self.assumed, ..Outcome::new(verdict, why) }
    }

    /// A verdict that stands though something is missing, which a flag then says.
    pub fn despite_missing(self, verdict: Verdict, why: Why) -> Outcome {
        let outcome = self.verdict(verdict, why);
        let flags = outcome.flags.set(Flags::UNSPECIFIED, !self.missing.is_empty());
        Outcome { flags, ..outcome }
    }

    /// HOLD: what is assumed holds it back, and so does what is missing.
    pub fn hold(self, verdict: Verdict, why: Why) -> Outcome {
        if self.assumed.is_empty() {
            return self.hold_unless_assumed(verdict, why);
        }
        self.despite_missing(Verdict::Indeterminate, Why::Assumed).instead_of(verdict)
    }

    /// HOLD': only what is missing holds it back.
    pub fn hold_unless_assumed(self, verdict: Verdict, why: Why) -> Outcome {
        if self.missing.is_empty() {
            return self.verdict(verdict, why);
        }
        self.verdict(Verdict::Indeterminate, Why::Unspecified).instead_of(verdict)
    }

    /// With more flags where the condition holds.
    #[must_use]
    pub fn flagged(mut self, flags: Flags, condition: bool) -> Self {
        self.flags = self.flags.set(flags, condition);
        self
    }
}

impl Outcome {
    /// With what it would have been, had nothing held it back.
    #[must_use]
    pub fn instead_of(mut self, verdict: Verdict) -> Self {
        self.would_be = Some(verdict);
        self
    }

    /// Named in this order unless it was held back.
    #[must_use]
    pub fn oriented(self, swapped: bool) -> Self {
        let held = self.verdict == Verdict::Indeterminate;
        self.swapped_if(swapped && !held)
    }
}
