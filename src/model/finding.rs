//! What was found when claims, or accounts of an event, were set side by side (COMPARISON.md, "Verdicts").

use schemars::JsonSchema;
use serde::Deserialize;

use std::fmt;

use rust_decimal::Decimal;

use super::{AccountRef, ClaimRef, EventRef, QuestionRef};

/// How grave a finding is, from harmless to grave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the table in COMPARISON.md explains them")]
pub enum Class {
    Agree,
    Explained,
    Unclear,
    Contradict,
}

/// What is said of two or more claims.
///
/// The order of the list is the order of the table, which reports follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the table in COMPARISON.md explains them")]
pub enum Verdict {
    Same,
    Compatible,
    Evolution,
    DifferentPeriod,
    PartOf,
    SumOk,
    Revision,
    Superseded,
    Conflict,
    MonotoneViolation,
    PartExceedsWhole,
    SumMismatch,
    Disputed,
    Anachronism,
    NotComparable,
    Indeterminate,
    NotChecked,
}

/// Why; its text is what `findings.json` carries.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the table in COMPARISON.md explains them")]
pub enum Reason {
    Bound,
    Hedge,
    Rounding,
    Range,
    Precision,
    Granularity,
    Overlap,
    Exact,
    Flat,
    Up,
    Down,
    Open,
    Changed,
    StillToCome,
    NotYet,
    Unit,
    /// A scope's name.
    Scope(String),
    ChangeVsLevel,
    PeriodOverlap,
    Since,
    ScopeAndTime,
    CrossedScopes,
    Projection,
    MultiValued,
    NoValue,
    /// `assumed:<names>`.
    Assumed(Vec<String>),
    /// `unspecified:<names>`.
    Unspecified(Vec<String>),
    TimeOverlap,
    Uncertain,
    MissingPart,
}

/// What else a reader or an author should know.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "COMPARISON.md, below the table of verdicts, explains them")]
pub enum Flag {
    Loose,
    Echo,
    /// `self`: one origin contradicts itself.
    OwnContradiction,
    SameOrigin,
    Strained,
    /// `stale?`.
    Stale,
    Converted,
    Uncertain,
    MayFall,
    /// `unspecified:<names>`.
    Unspecified(Vec<String>),
    Ruled,
    /// `would-be:<verdict>`: for the author only, never shown to readers.
    WouldBe(Verdict),
}

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Subject {
    Question(QuestionRef),
    Event(EventRef),
}

/// One of the things compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Member {
    Claim(ClaimRef),
    Account(AccountRef),
}

/// What two accounts of an event are compared in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are the keys of an account")]
pub enum Aspect {
    Date,
    Status,
    Place,
    Who,
}

/// The set of numbers that a statement allows. An end that is `None` is unbounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The lower end.
    pub low: Option<Decimal>,
    /// The upper end.
    pub high: Option<Decimal>,
    /// Whether the lower end itself is left out.
    pub low_open: bool,
    /// Whether the upper end itself is left out.
    pub high_open: bool,
}

/// The figures of a finding; only those that its verdict carries are set. They are in the question's unit, or in
/// [`Figures::unit`] where that is set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The distance between the loose readings of a conflict.
    pub gap: Option<Decimal>,
    /// The same for dates, in days.
    pub gap_days: Option<i64>,
    /// What a total grew by at the least.
    pub min_change: Option<Decimal>,
    /// What the whole and the sum of its parts differ by.
    pub residual: Option<Interval>,
    /// What a missing part would be: derived, nobody said it.
    pub implied: Option<Interval>,
    /// What parts that are not exhaustive leave over.
    pub remainder: Option<Interval>,
    /// What the written numbers of a sum's parts add up to, where every part states one and none was converted.
    pub sum: Option<Decimal>,
    /// The unit of these figures, where all that was compared is in one and the same unit that is not the question's.
    pub unit: Option<String>,
}

/// One finding. Its sentence is made by `i18n`, from this and the corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is about.
    pub subject: Subject,
    /// For an event: what of it was compared; `None` for a question.
    pub aspect: Option<Aspect>,
    /// What was compared. Two as a rule, one for an anachronism, any number for a sum. Their order says who is who:
    ///
    /// | verdict | order |
    /// |---|---|
    /// | a sum (`sum-ok`, `sum-mismatch`, `not-checked`, a sum's `part-of` …) | the whole, then its known parts as declared |
    /// | `part-of`, `part-exceeds-whole` | the whole, then the part |
    /// | `evolution`, `monotone-violation`, `different-period` | the earlier, then the later |
    /// | `revision` | what was corrected, then what corrects it |
    /// | `superseded` | the one that was withdrawn, then the other; both withdrawn: first the one that the other replaces |
    /// | `disputed` | what is said, then who denies it |
    /// | all others, `indeterminate` among them | as in the corpus |
    pub members: Vec<Member>,
    /// The verdict.
    pub verdict: Verdict,
    /// Why, where the verdict has reasons.
    pub reason: Option<Reason>,
    /// In the order of [`Flag`].
    pub flags: Vec<Flag>,
    /// The numbers that go with it.
    pub figures: Figures,
}

impl Verdict {
    /// All verdicts, in the order of the table.
    pub const ALL: [Self; 17] = [
        Self::Same,
        Self::Compatible,
        Self::Evolution,
        Self::DifferentPeriod,
        Self::PartOf,
        Self::SumOk,
        Self::Revision,
        Self::Superseded,
        Self::Conflict,
        Self::MonotoneViolation,
        Self::PartExceedsWhole,
        Self::SumMismatch,
        Self::Disputed,
        Self::Anachronism,
        Self::NotComparable,
        Self::Indeterminate,
        Self::NotChecked,
    ];

    /// The class it belongs to; an `evolution/flat` is an agreement, every other evolution is explained.
    pub fn class(self, reason: Option<&Reason>) -> Class {
        match self {
            Self::Same | Self::Compatible => Class::Agree,
            Self::Evolution if reason == Some(&Reason::Flat) => Class::Agree,
            Self::Evolution
            | Self::DifferentPeriod
            | Self::PartOf
            | Self::SumOk
            | Self::Revision
            | Self::Superseded => Class::Explained,
            Self::Conflict
            | Self::MonotoneViolation
            | Self::PartExceedsWhole
            | Self::SumMismatch
            | Self::Disputed
            | Self::Anachronism => Class::Contradict,
            Self::NotComparable | Self::Indeterminate | Self::NotChecked => Class::Unclear,
        }
    }

    /// Its name in `findings.json` and in rulings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Compatible => "compatible",
            Self::Evolution => "evolution",
            Self::DifferentPeriod => "different-period",
            Self::PartOf => "part-of",
            Self::SumOk => "sum-ok",
            Self::Revision => "revision",
            Self::Superseded => "superseded",
            Self::Conflict => "conflict",
            Self::MonotoneViolation => "monotone-violation",
            Self::PartExceedsWhole => "part-exceeds-whole",
            Self::SumMismatch => "sum-mismatch",
            Self::Disputed => "disputed",
            Self::Anachronism => "anachronism",
            Self::NotComparable => "not-comparable",
            Self::Indeterminate => "indeterminate",
            Self::NotChecked => "not-checked",
        }
    }
}

impl Class {
    /// Its name in `findings.json`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Explained => "explained",
            Self::Unclear => "unclear",
            Self::Contradict => "contradict",
        }
    }
}

impl Aspect {
    /// Its key in an account.
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Status => "status",
            Self::Place => "place",
            Self::Who => "who",
        }
    }
}

impl Finding {
    /// The class of its verdict.
    pub fn class(&self) -> Class {
        self.verdict.class(self.reason.as_ref())
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Self::Bound => "bound",
            Self::Hedge => "hedge",
            Self::Rounding => "rounding",
            Self::Range => "range",
            Self::Precision => "precision",
            Self::Granularity => "granularity",
            Self::Overlap => "overlap",
            Self::Exact => "exact",
            Self::Flat => "flat",
            Self::Up => "up",
            Self::Down => "down",
            Self::Open => "open",
            Self::Changed => "changed",
            Self::StillToCome => "still-to-come",
            Self::NotYet => "not-yet",
            Self::Unit => "unit",
            Self::Scope(name) => name,
            Self::ChangeVsLevel => "change-vs-level",
            Self::PeriodOverlap => "period-overlap",
            Self::Since => "since",
            Self::ScopeAndTime => "scope-and-time",
            Self::CrossedScopes => "crossed-scopes",
            Self::Projection => "projection",
            Self::MultiValued => "multi-valued",
            Self::NoValue => "no-value",
            Self::Assumed(names) => return write!(f, "assumed:{}", names.join(",")),
            Self::Unspecified(names) => return write!(f, "unspecified:{}", names.join(",")),
            Self::TimeOverlap => "time-overlap",
            Self::Uncertain => "uncertain",
            Self::MissingPart => "missing-part",
        };
        f.write_str(name)
    }
}

impl fmt::Display for Flag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Loose => f.write_str("loose"),
            Self::Echo => f.write_str("echo"),
            Self::OwnContradiction => f.write_str("self"),
            Self::SameOrigin => f.write_str("same-origin"),
            Self::Strained => f.write_str("strained"),
            Self::Stale => f.write_str("stale?"),
            Self::Converted => f.write_str("converted"),
            Self::Uncertain => f.write_str("uncertain"),
            Self::MayFall => f.write_str("may-fall"),
            Self::Unspecified(names) => write!(f, "unspecified:{}", names.join(",")),
            Self::Ruled => f.write_str("ruled"),
            Self::WouldBe(verdict) => write!(f, "would-be:{}", verdict.name()),
        }
    }
}
