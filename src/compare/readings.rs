//! The strict and the loose reading of a value (COMPARISON.md, "Two readings of a value").
//!
//! In goes a quantity as somebody wrote it and the question that it answers; out come two intervals. Whoever says "about
//! 20" or "20" allows a little around it: the strict reading is what the words promise, the loose one is how far they
//! are stretched in practice. The widths are the question's [`Tolerance`], the vague words are [`VAGUE_WORDS`], and there
//! is no other constant: the method page prints these and nothing else decides.

use rust_decimal::Decimal;

use crate::model::{Amount, Delta, Figure, Hedge, Interval, Quantity, Question, Tolerance, Vague, VagueWord, Value};

/// What a value allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Readings {
    /// What its words promise.
    pub strict: Interval,
    /// How far its words are stretched in practice.
    pub loose: Interval,
}

/// A vague word with its strict and its loose reading, lowest and highest number, before the scale multiplies them.
pub type VagueReading = (VagueWord, (u32, u32), (u32, u32));

/// The readings of the vague words.
pub const VAGUE_WORDS: [VagueReading; 8] = [
    (VagueWord::Couple, (2, 2), (2, 3)),
    (VagueWord::Few, (2, 5), (2, 9)),
    (VagueWord::Several, (3, 9), (2, 12)),
    (VagueWord::Tens, (20, 99), (10, 199)),
    (VagueWord::Dozens, (24, 99), (12, 120)),
    (VagueWord::Scores, (40, 99), (20, 199)),
    (VagueWord::Hundreds, (200, 999), (100, 1999)),
    (VagueWord::Thousands, (2000, 9999), (1000, 19999)),
];

/// How far "about", "nearly" and "just over" reach at the least among whole numbers, strictly and loosely.
pub const INTEGER_WIDTHS: (u32, u32) = (1, 2);

/// Bare counts that are a multiple of this may be rounded, unless the question says otherwise.
pub const ROUND_COUNT: u32 = 100;

/// The readings of a claim's value; `None` where it has no number, or one too large to calculate with.
pub fn of_value(value: &Value, question: &Question) -> Option<Readings> {
    match value {
        Value::Quantity(quantity) => of_quantity(quantity, question),
        Value::Nothing => {
            let zero = Interval::point(Decimal::ZERO);
            Some(Readings { strict: zero, loose: zero })
        }
        Value::Unknown | Value::Category(_) | Value::Date(_) => None,
    }
}

/// The readings of a quantity, in its own unit; `None` where a figure is too large to calculate with.
pub fn of_quantity(quantity: &Quantity, question: &Question) -> Option<Readings> {
    let rules = Rules {
        // A change may go either way, whatever its question says of totals (step 3).
        nonneg: question.nonneg && quantity.delta.is_none(),
        integer: question.integer,
        exact_counts: question.exact_counts,
        tolerance: &question.tolerance,
    };
    // A range and a vague number take no "less", and are of positive numbers.
    let (readings, negative) = match &quantity.amount {
        Amount::Stated(figure) => {
            let less = quantity.delta == Some(Delta::Less);
            (rules.stated(quantity.hedge, figure)?, less || figure.value.is_sign_negative() && !figure.value.is_zero())
        }
        Amount::Range(from, to) => (rules.range(from, to)?, false),
        Amount::Vague(vague) => (vague_readings(*vague)?, false),
    };
    let signed = |reading: Interval| if negative { reading.mirrored() } else { reading };
    let cut = |reading: Interval| if rules.integer { reading.cut_to_integers() } else { Some(reading) };
    Some(Readings { strict: cut(signed(readings.strict))?, loose: cut(signed(readings.loose))? })
}

/// What of a question decides how its values are read.
struct Rules<'a> {
    nonneg: bool,
    integer: bool,
    exact_counts: Option<bool>,
    tolerance: &'a Tolerance,
}

impl Rules<'_> {
    /// A stated number, read on the positive side; the caller mirrors a negative one.
    fn stated(&self, hedge: Hedge, figure: &Figure) -> Option<Readings> {
        let v = figure.value.abs();
        let half_place = self.half_place(figure)?;
        let granule = granule(figure)?;
        let half_granule = half(granule)?;
        let far = v.checked_mul(self.tolerance.about)?;
        let near = half(far)?;
        let (least_strict, least_loose) = if self.integer { INTEGER_WIDTHS } else { (0, 0) };
        let strict_width = near.min(half_granule).max(least_strict.into());
        let loose_width = far.min(granule).max(least_loose.into());
        let above = |low_open| Interval { low: Some(v), high: None, low_open, high_open: false };
        let below = |high_open| Interval { low: self.floor(), high: Some(v), low_open: false, high_open };
        Some(match hedge {
            Hedge::Exactly => Readings { strict: Interval::point(v), loose: Interval::point(v) },
            Hedge::None => {
                let strict = around(v, half_place)?;
                let loose = if self.may_be_rounded(v)? { around(v, self.rounding(figure)?)? } else { strict };
                Readings { strict, loose }
            }
            Hedge::About => Readings {
                strict: around(v, half_place.max(strict_width))?,
                loose: around(v, half_place.max(loose_width))?,
            },
            Hedge::Nearly => Readings {
                strict: Interval { high_open: true, ..Interval::closed(v.checked_sub(strict_width)?, v) },
                loose: Interval::closed(v.checked_sub(loose_width)?, v),
            },
            Hedge::JustOver => Readings {
                strict: Interval { low_open: true, ..Interval::closed(v, v.checked_add(strict_width)?) },
                loose: Interval::closed(v, v.checked_add(loose_width)?),
            },
            Hedge::MoreThan => Readings { strict: above(true), loose: above(self.integer) },
            Hedge::AtLeast => Readings { strict: above(false), loose: above(false) },
            Hedge::LessThan => Readings { strict: below(true), loose: below(self.integer) },
            Hedge::AtMost => Readings { strict: below(false), loose: below(false) },
            Hedge::UpTo => Readings {
                strict: below(false),
                loose: Interval { high: Some(v.checked_add(far.min(granule))?), ..below(false) },
            },
        })
    }

    fn range(&self, from: &Figure, to: &Figure) -> Option<Readings> {
        let strict = Interval::closed(from.value, to.value);
        if self.integer {
            return Some(Readings { strict, loose: strict });
        }
        let low = from.value.checked_sub(self.rounding(from)?)?;
        let high = to.value.checked_add(self.rounding(to)?)?;
        Some(Readings { strict, loose: Interval::closed(low, high) })
    }

    /// The lower end of "less than", "at most" and "up to".
    fn floor(&self) -> Option<Decimal> {
        self.nonneg.then_some(Decimal::ZERO)
    }

    /// q/2, which counts as 0 where a count is written to the last person.
    fn half_place(&self, figure: &Figure) -> Option<Decimal> {
        if self.integer && figure.last_place <= Decimal::ONE { Some(Decimal::ZERO) } else { half(figure.last_place) }
    }

    /// h: how far a bare number may be rounded.
    fn rounding(&self, figure: &Figure) -> Option<Decimal> {
        let share = figure.value.abs().checked_mul(self.tolerance.round_cap)?;
        Some(self.half_place(figure)?.max(half(figure.last_nonzero_place)?.min(share)))
    }

    /// Whether a bare number has a loose reading of its own.
    fn may_be_rounded(&self, v: Decimal) -> Option<bool> {
        Some(match (self.integer, self.exact_counts) {
            (false, _) => true,
            (true, None) => v.checked_rem(ROUND_COUNT.into())?.is_zero(),
            (true, Some(exact)) => !exact,
        })
    }
}

/// The readings of a vague word times its scale.
fn vague_readings(vague: Vague) -> Option<Readings> {
    let (_, strict, loose) = VAGUE_WORDS.into_iter().find(|(word, ..)| *word == vague.word)?;
    let scaled = |(low, high): (u32, u32)| Interval::closed(low.into(), high.into()).times(vague.scale);
    Some(Readings { strict: scaled(strict)?, loose: scaled(loose)? })
}

/// g: the step in which a number like this one is rounded, r or 5r.
fn granule(figure: &Figure) -> Option<Decimal> {
    let steps = if figure.ends_in_five { 5 } else { 1 };
    figure.last_nonzero_place.checked_mul(steps.into())
}

fn half(number: Decimal) -> Option<Decimal> {
    number.checked_mul(Decimal::new(5, 1))
}

fn around(v: Decimal, width: Decimal) -> Option<Interval> {
    Some(Interval::closed(v.checked_sub(width)?, v.checked_add(width)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(tolerance: &Tolerance) -> Rules<'_> {
        Rules { nonneg: true, integer: false, exact_counts: None, tolerance }
    }

    #[test]
    fn a_figure_too_large_to_calculate_with_has_no_reading() {
        let tolerance = Tolerance::default();
        let place = Decimal::from_i128_with_scale(10_i128.pow(28), 0);
        let figure = |value| Figure { value, last_place: place, last_nonzero_place: place, ends_in_five: true };
        for hedge in [Hedge::About, Hedge::JustOver, Hedge::UpTo, Hedge::None] {
            assert_eq!(rules(&tolerance).stated(hedge, &figure(Decimal::MAX)), None, "{hedge:?}");
        }
        assert_eq!(rules(&tolerance).range(&figure(Decimal::ONE), &figure(Decimal::MAX)), None);
        assert_eq!(vague_readings(Vague { word: VagueWord::Thousands, scale: place }), None);
    }

    #[test]
    fn every_vague_word_has_readings_and_the_loose_one_holds_the_strict_one() {
        for (word, strict, loose) in VAGUE_WORDS {
            assert!(strict.0 <= strict.1 && loose.0 <= strict.0 && strict.1 <= loose.1, "{word:?}");
        }
        let distinct: std::collections::HashSet<_> = VAGUE_WORDS.iter().map(|(word, ..)| word).collect();
        assert_eq!(distinct.len(), VAGUE_WORDS.len());
    }
}
