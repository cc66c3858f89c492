//! Sets of numbers with open, closed or unbounded ends: what a statement allows.
//!
//! Every operation is exact and checked: where a figure does not fit into a decimal the answer is `None`, which callers
//! treat as "no value", never a panic and never a rounded number.

use rust_decimal::Decimal;

use crate::model::Interval;

/// Where an end lies on the line: at a number there is room just before it and just after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cut {
    /// Before all numbers.
    Below,
    /// Just before a number (`false`) or just after it (`true`).
    At(Decimal, bool),
    /// After all numbers.
    Above,
}

impl Interval {
    /// All numbers from `low` to `high`, both included.
    pub fn closed(low: Decimal, high: Decimal) -> Self {
        Self { low: Some(low), high: Some(high), low_open: false, high_open: false }
    }

    /// One number.
    pub fn point(value: Decimal) -> Self {
        Self::closed(value, value)
    }

    /// Where it begins.
    pub(super) fn lower(&self) -> Cut {
        self.low.map_or(Cut::Below, |low| Cut::At(low, self.low_open))
    }

    /// Where it ends.
    pub(super) fn upper(&self) -> Cut {
        self.high.map_or(Cut::Above, |high| Cut::At(high, !self.high_open))
    }

    /// Whether no number lies in it. An empty reading meets nothing.
    pub fn is_empty(&self) -> bool {
        self.lower() >= self.upper()
    }

    /// Whether a number lies in both.
    pub fn meets(&self, other: &Self) -> bool {
        !self.is_empty() && !other.is_empty() && self.lower() < other.upper() && other.lower() < self.upper()
    }

    /// Whether every number in this one is smaller than every number in the other; an empty one is nowhere.
    pub fn wholly_below(&self, other: &Self) -> bool {
        !self.is_empty() && !other.is_empty() && self.upper() <= other.lower()
    }

    /// How far this one's upper end is from the lower end of one that it lies wholly below.
    pub fn distance_up_to(&self, other: &Self) -> Option<Decimal> {
        if !self.wholly_below(other) {
            return None;
        }
        other.low?.checked_sub(self.high?)
    }

    /// The numbers in both; `None` where there are none.
    pub fn intersection(&self, other: &Self) -> Option<Self> {
        let (low, low_open) =
            if self.lower() >= other.lower() { (self.low, self.low_open) } else { (other.low, other.low_open) };
        let (high, high_open) =
            if self.upper() <= other.upper() { (self.high, self.high_open) } else { (other.high, other.high_open) };
        let both = Self { low, high, low_open, high_open };
        (!both.is_empty()).then_some(both)
    }

    /// Every sum of a number of this one and a number of the other.
    pub fn plus(&self, other: &Self) -> Option<Self> {
        Some(Self {
            low: both_ends(self.low, other.low, Decimal::checked_add)?,
            high: both_ends(self.high, other.high, Decimal::checked_add)?,
            low_open: self.low_open || other.low_open,
            high_open: self.high_open || other.high_open,
        })
    }

    /// Every difference of a number of this one and a number of the other.
    pub fn minus(&self, other: &Self) -> Option<Self> {
        self.plus(&other.mirrored())
    }

    /// The same on the other side of zero.
    #[must_use]
    pub fn mirrored(&self) -> Self {
        Self {
            low: self.high.map(|end| -end),
            high: self.low.map(|end| -end),
            low_open: self.high_open,
            high_open: self.low_open,
        }
    }

    /// Every number multiplied by a positive rate.
    pub fn times(&self, rate: Decimal) -> Option<Self> {
        let scaled = |end: Option<Decimal>| match end {
            None => Some(None),
            Some(end) => end.checked_mul(rate).map(Some),
        };
        Some(Self { low: scaled(self.low)?, high: scaled(self.high)?, ..*self })
    }

    /// The whole numbers in it, as an interval with closed ends.
    pub fn cut_to_integers(&self) -> Option<Self> {
        let low = match self.low {
            None => None,
            Some(low) if self.low_open => Some(low.floor().checked_add(Decimal::ONE)?),
            Some(low) => Some(low.ceil()),
        };
        let high = match self.high {
            None => None,
            Some(high) if self.high_open => Some(high.ceil().checked_sub(Decimal::ONE)?),
            Some(high) => Some(high.floor()),
        };
        Some(Self { low, high, low_open: false, high_open: false })
    }
}

/// An operation on two ends: unbounded where either is, `None` outside where the number does not fit.
#[expect(clippy::option_option, reason = "outside: it fits; inside: it is bounded")]
fn both_ends(
    one: Option<Decimal>,
    other: Option<Decimal>,
    operation: fn(Decimal, Decimal) -> Option<Decimal>,
) -> Option<Option<Decimal>> {
    match (one, other) {
        (Some(one), Some(other)) => operation(one, other).map(Some),
        _ => Some(None),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn dec(value: i64) -> Decimal {
        Decimal::from(value)
    }

    fn interval() -> impl Strategy<Value = Interval> {
        let end = prop_oneof![4 => (-6i64..6).prop_map(Some), 1 => Just(None)];
        (end.clone(), end, any::<bool>(), any::<bool>()).prop_map(|(low, high, low_open, high_open)| Interval {
            low: low.map(|v| Decimal::new(v * 5, 1)),
            high: high.map(|v| Decimal::new(v * 5, 1)),
            low_open: low_open && low.is_some(),
            high_open: high_open && high.is_some(),
        })
    }

    fn holds(interval: &Interval, number: Decimal) -> bool {
        interval.low.is_none_or(|low| if interval.low_open { number > low } else { number >= low })
            && interval.high.is_none_or(|high| if interval.high_open { number < high } else { number <= high })
    }

    /// Quarters from −5 to 5: finer than the ends that are drawn, so a number in an interval is among them.
    fn grid() -> impl Iterator<Item = Decimal> {
        (-20..=20).map(|quarter| Decimal::new(quarter * 25, 2))
    }

    proptest! {
        #[test]
        fn meeting_is_having_a_number_in_common(a in interval(), b in interval()) {
            let common = grid().any(|number| holds(&a, number) && holds(&b, number));
            prop_assert_eq!(a.meets(&b), common);
            prop_assert_eq!(a.meets(&b), b.meets(&a));
            prop_assert_eq!(a.is_empty(), !grid().any(|number| holds(&a, number)));
            prop_assert_eq!(a.intersection(&b).is_some(), common);
        }

        #[test]
        fn two_that_hold_something_meet_or_lie_apart(a in interval(), b in interval()) {
            let ways = [a.meets(&b), a.wholly_below(&b), b.wholly_below(&a)];
            let expected = usize::from(!a.is_empty() && !b.is_empty());
            prop_assert_eq!(ways.iter().filter(|way| **way).count(), expected);
        }

        #[test]
        fn an_intersection_holds_what_both_hold(a in interval(), b in interval()) {
            if let Some(both) = a.intersection(&b) {
                for number in grid() {
                    prop_assert_eq!(holds(&both, number), holds(&a, number) && holds(&b, number));
                }
            }
        }

        #[test]
        fn cutting_keeps_the_whole_numbers(a in interval()) {
            let cut = a.cut_to_integers().unwrap();
            for number in -5..=5 {
                prop_assert_eq!(holds(&cut, dec(number)), holds(&a, dec(number)));
            }
        }

        #[test]
        fn sums_and_differences_hold_those_of_members(a in interval(), b in interval()) {
            let (sum, difference) = (a.plus(&b).unwrap(), a.minus(&b).unwrap());
            for x in grid().filter(|x| holds(&a, *x)) {
                for y in grid().filter(|y| holds(&b, *y)) {
                    prop_assert!(holds(&sum, x + y));
                    prop_assert!(holds(&difference, x - y));
                }
            }
        }
    }

    #[test]
    fn what_does_not_fit_is_no_value() {
        let huge = Interval::point(Decimal::MAX);
        assert_eq!(huge.plus(&huge), None);
        assert_eq!(huge.times(dec(2)), None);
        assert_eq!(Interval { low_open: true, ..huge }.cut_to_integers(), None);
    }

    #[test]
    fn an_open_end_is_left_out() {
        let more_than_twelve = Interval { low: Some(dec(12)), high: None, low_open: true, high_open: false };
        assert_eq!(more_than_twelve.cut_to_integers().unwrap().low, Some(dec(13)));
        assert!(!more_than_twelve.meets(&Interval::point(dec(12))));
        assert_eq!(Interval::point(dec(12)).distance_up_to(&more_than_twelve), Some(dec(0)));
        let sum = more_than_twelve.plus(&Interval::point(dec(1))).unwrap();
        assert!(sum.low_open && sum.low == Some(dec(13)));
    }
}
