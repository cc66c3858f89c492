//! Numbers as answers: how two of them agree (step 7), and when a bound is strained.
//!
//! Readings are turned into ranks first: all ends of a question's readings in order, so that "meets" and "wholly below"
//! are comparisons of two small whole numbers. Exact, and cheap enough for millions of pairs.

use rust_decimal::Decimal;

use super::interval::Cut;
use super::readings::{self, Readings};
use crate::model::{Amount, Delta, Hedge, Interval, Quantity, Question, Reason, Value};

/// A number as somebody stated it, in the unit in which it is compared.
#[derive(Clone, Debug)]
pub(super) struct Number {
    pub readings: Readings,
    pub wording: Wording,
    /// What makes two of them `same`, where neither was converted.
    pub identity: Identity,
    pub is_delta: bool,
    /// "More than" or "at least" v: the number above which another's figure strains it, both without their signs: figures
    /// that agree with such a bound are on its side of zero.
    limit: Option<Decimal>,
    /// The stated number or a range's low end without its sign, where it can strain another's bound.
    stated: Option<Decimal>,
    /// The figure as written, where one number is written.
    pub figure: Option<Decimal>,
}

/// What kind of words a number comes in: it decides the reason of an agreement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Wording {
    /// More than, at least, less than, at most, up to.
    pub bound: bool,
    /// About, nearly, just over.
    pub hedge: bool,
    /// From one number to another.
    pub range: bool,
    /// Dozens, a few …
    pub vague: bool,
}

/// Hedge class, numbers and, for bare and exact ones, written precision.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Identity {
    /// `none`.
    Nothing,
    /// Anything else.
    Said { hedge: Hedge, delta: Option<Delta>, amount: Amounts },
}

/// The numbers of an identity.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Amounts {
    Stated(Decimal, Option<Decimal>),
    Range(Decimal, Decimal),
    Vague(crate::model::VagueWord, Decimal),
}

/// Both readings by rank.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Ranks {
    strict: (u32, u32),
    loose: (u32, u32),
}

/// How two numbers agree, or that they do not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NumberMatch {
    Same,
    Strictly(Reason),
    Loosely(Reason),
    Differ,
}

impl Number {
    /// The number of a value; `None` where it has none, or one too large to calculate with.
    pub fn of(value: &Value, question: &Question) -> Option<Self> {
        let readings = readings::of_value(value, question)?;
        let Value::Quantity(quantity) = value else {
            return Some(Self {
                readings,
                wording: Wording::default(),
                identity: Identity::Nothing,
                is_delta: false,
                limit: None,
                stated: None,
                figure: Some(Decimal::ZERO),
            });
        };
        let (low_figure, figure) = match &quantity.amount {
            Amount::Stated(figure) => (Some(figure.value), Some(figure.value)),
            Amount::Range(from, _) => (Some(from.value), None),
            Amount::Vague(_) => (None, None),
        };
        let limit = match quantity.hedge {
            Hedge::MoreThan | Hedge::AtLeast => {
                figure.and_then(|value| value.abs().checked_mul(question.tolerance.strain))
            }
            _ => None,
        };
        let stated = match quantity.hedge {
            Hedge::LessThan | Hedge::AtMost | Hedge::UpTo => None,
            _ => low_figure.map(|value| value.abs()),
        };
        let less = quantity.delta == Some(Delta::Less);
        let figure = figure.map(|value| if less { -value.abs() } else { value });
        Some(Self {
            readings,
            wording: Wording::of(quantity),
            identity: identity(quantity),
            is_delta: quantity.delta.is_some(),
            limit,
            stated,
            figure,
        })
    }

    /// In another unit, of which one of this is `rate`; readings were cut to integers before, and are not again.
    pub fn converted(self, rate: Decimal) -> Option<Self> {
        let times = |value: Decimal| value.checked_mul(rate);
        Some(Self {
            readings: Readings { strict: self.readings.strict.times(rate)?, loose: self.readings.loose.times(rate)? },
            limit: self.limit.and_then(times),
            stated: self.stated.and_then(times),
            figure: self.figure.and_then(times),
            ..self
        })
    }

    /// Whether the other states so much more than this one's "more than" or "at least" that a reader should know.
    pub fn is_strained_by(&self, other: &Self) -> bool {
        self.limit.zip(other.stated).is_some_and(|(limit, stated)| limit < stated)
    }
}

impl Wording {
    fn of(quantity: &Quantity) -> Self {
        use Hedge::{About, AtLeast, AtMost, JustOver, LessThan, MoreThan, Nearly, UpTo};
        Self {
            bound: matches!(quantity.hedge, MoreThan | AtLeast | LessThan | AtMost | UpTo),
            hedge: matches!(quantity.hedge, About | Nearly | JustOver),
            range: matches!(quantity.amount, Amount::Range(..)),
            vague: matches!(quantity.amount, Amount::Vague(_)),
        }
    }

    /// The words of either.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            bound: self.bound || other.bound,
            hedge: self.hedge || other.hedge,
            range: self.range || other.range,
            vague: self.vague || other.vague,
        }
    }

    /// Why two strict readings meet: the first that applies to either side.
    pub fn strict_reason(self) -> Reason {
        match self {
            Self { bound: true, .. } => Reason::Bound,
            Self { range: true, .. } | Self { vague: true, .. } => Reason::Range,
            Self { hedge: true, .. } => Reason::Hedge,
            _ => Reason::Rounding,
        }
    }

    /// Why only loose readings meet.
    pub fn loose_reason(self) -> Reason {
        match self {
            Self { bound: true, .. } => Reason::Bound,
            Self { hedge: true, .. } | Self { vague: true, .. } => Reason::Hedge,
            _ => Reason::Rounding,
        }
    }
}

fn identity(quantity: &Quantity) -> Identity {
    let amount = match &quantity.amount {
        Amount::Stated(figure) => {
            let precise = matches!(quantity.hedge, Hedge::None | Hedge::Exactly);
            Amounts::Stated(figure.value, precise.then_some(figure.last_place))
        }
        Amount::Range(from, to) => Amounts::Range(from.value, to.value),
        Amount::Vague(vague) => Amounts::Vague(vague.word, vague.scale),
    };
    Identity::Said { hedge: quantity.hedge, delta: quantity.delta, amount }
}

/// All ends of a question's readings, in order.
#[derive(Debug, Default)]
pub(super) struct Ranking(Vec<Cut>);

impl Ranking {
    /// Of these numbers.
    pub fn of<'n>(numbers: impl Iterator<Item = &'n Number>) -> Self {
        let mut cuts: Vec<Cut> = numbers
            .flat_map(|number| [number.readings.strict, number.readings.loose])
            .flat_map(|reading| [reading.lower(), reading.upper()])
            .collect();
        cuts.sort_unstable();
        cuts.dedup();
        Self(cuts)
    }

    /// The ranks of a number's readings.
    pub fn ranks(&self, number: &Number) -> Ranks {
        Ranks { strict: self.rank(number.readings.strict), loose: self.rank(number.readings.loose) }
    }

    fn rank(&self, reading: Interval) -> (u32, u32) {
        let place = |cut: Cut| self.0.partition_point(|other| *other < cut) as u32;
        (place(reading.lower()), place(reading.upper()))
    }
}

impl Ranks {
    /// Whether the strict readings have a number in common.
    pub fn strictly_meets(self, other: Self) -> bool {
        meet(self.strict, other.strict)
    }

    /// Whether the loose readings have a number in common.
    pub fn loosely_meets(self, other: Self) -> bool {
        meet(self.loose, other.loose)
    }

    /// Whether everything that this one allows at all is smaller than everything that the other allows.
    pub fn wholly_below(self, other: Self) -> bool {
        holds_any(self.loose) && holds_any(other.loose) && self.loose.1 <= other.loose.0
    }
}

fn holds_any(reading: (u32, u32)) -> bool {
    reading.0 < reading.1
}

fn meet(a: (u32, u32), b: (u32, u32)) -> bool {
    holds_any(a) && holds_any(b) && a.0 < b.1 && b.0 < a.1
}

impl NumberMatch {
    /// Step 7, where sameness is known.
    pub fn of(same: bool, a: (Ranks, Wording), b: (Ranks, Wording)) -> Self {
        if same {
            Self::Same
        } else if a.0.strictly_meets(b.0) {
            Self::Strictly(a.1.or(b.1).strict_reason())
        } else if a.0.loosely_meets(b.0) {
            Self::Loosely(a.1.or(b.1).loose_reason())
        } else {
            Self::Differ
        }
    }
}
