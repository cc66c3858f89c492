//! A whole and its parts: what was written is added up for the reader to check.

use super::Telling;
use super::pair::{is_approximate, is_bound, parts_of, quantity};
use super::side::Side;
use super::text::isolated;
use crate::i18n::Argument;
use crate::model::{Amount, Flag, Interval, Quantity, Reason, Verdict};

impl<'a> Telling<'a> {
    /// The sentences about a sum, without the remarks that follow.
    pub(super) fn sum(&self) -> Vec<String> {
        let Some((whole, parts)) = self.sides.split_first() else { return Vec::new() };
        let mut all = vec![self.addition(whole, parts)];
        all.extend(match self.finding.verdict {
            Verdict::SumOk => self.adds_up(),
            Verdict::SumMismatch => Some(self.does_not_add_up()),
            Verdict::NotChecked => None,
            Verdict::PartExceedsWhole => Some(self.say("sum-exceeds-whole", &[])),
            Verdict::PartOf => Some(self.say("sum-part-of", &[])),
            Verdict::Indeterminate => Some(self.held_sum()),
            _ => Some(self.say("incomparable-unit", &[])),
        });
        match self.finding.verdict {
            Verdict::NotChecked => all.extend(self.missing_parts(whole, parts)),
            Verdict::PartOf => all.extend(self.remainder()),
            _ => {}
        }
        all.extend(self.sources());
        all
    }

    /// "$55.9 million + $3.3 million = $59.2 million; the whole is given as $60 million."
    fn addition(&self, whole: &Side<'a>, parts: &[Side<'a>]) -> String {
        let values: Vec<String> = parts.iter().filter_map(|part| self.value(part)).collect();
        let value = self.value(whole).unwrap_or_default();
        let exact = self.reason() == Some(&Reason::Exact);
        let bare = |part: &Side<'a>| {
            quantity(part).is_some_and(|quantity| {
                matches!(quantity.amount, Amount::Stated(_)) && !is_bound(quantity) && !is_approximate(quantity)
            })
        };
        // Hedged figures are not added up with a plus sign: "about 20" and 3 do not equal 23.
        let sum = self.finding.figures.sum.filter(|_| values.len() > 1 && parts.iter().all(bare));
        match sum {
            Some(sum) => {
                let sum = isolated(&self.language.amount(sum, self.unit()));
                let terms = values.join(" + ");
                let arguments = [("terms", terms.into()), ("sum", sum.into()), ("whole", value.into())];
                self.say(if exact { "sum-exact" } else { "sum-written" }, &arguments)
            }
            None => {
                let count = Argument::from(values.len());
                let arguments =
                    [("count", count), ("terms", self.language.all_of(&values).into()), ("whole", value.into())];
                self.say(if exact { "sum-exact-plain" } else { "sum-plain" }, &arguments)
            }
        }
    }

    /// A contradiction that is held back, by what of the whole or the parts is inferred or not stated.
    fn held_sum(&self) -> String {
        let names: &[String] = match self.reason() {
            Some(Reason::Assumed(names) | Reason::Unspecified(names)) => names,
            _ => &[],
        };
        let fields: Vec<String> = names.iter().map(|name| self.inferred_words(name)).collect();
        self.say("held-sum", &[("fields", self.language.all_of(&fields).into())])
    }

    fn adds_up(&self) -> Option<String> {
        let loose = self.has(&Flag::Loose);
        let of = |key: &str, value: Option<String>| value.map(|value| self.say(key, &[("v", value.into())]));
        let with = |fits: fn(&Quantity) -> bool| {
            let side = self.sides.iter().find(|side| quantity(side).is_some_and(fits))?;
            self.value(side)
        };
        match (self.reason(), loose) {
            (Some(Reason::Hedge), false) if self.sum_is_whole() => Some(self.say("sum-fits", &[])),
            (Some(Reason::Rounding), false) => Some(self.say("sum-rounding", &[])),
            (Some(Reason::Rounding), true) => of("sum-rounding-loose", self.roundest()),
            (Some(Reason::Hedge), false) => of("sum-hedge", with(is_approximate)),
            (Some(Reason::Hedge), true) => of("sum-hedge-loose", with(is_approximate)),
            (Some(Reason::Bound), false) => of("sum-bound", with(is_bound)),
            (Some(Reason::Bound), true) => of("sum-bound-loose", with(is_bound)),
            (Some(Reason::Range), _) => of("sum-range", with(|quantity| !matches!(quantity.amount, Amount::Stated(_)))),
            _ => None,
        }
    }

    /// Whether the written numbers add up, hedges apart.
    fn sum_is_whole(&self) -> bool {
        let whole = self.sides.first().and_then(quantity).map(|quantity| &quantity.amount);
        matches!((whole, self.finding.figures.sum), (Some(Amount::Stated(whole)), Some(sum)) if whole.value == sum)
    }

    fn does_not_add_up(&self) -> String {
        match &self.finding.figures.residual {
            Some(residual) if residual.low.is_some_and(|low| low.is_sign_positive()) => {
                self.say("sum-residual", &[("residual", self.difference(residual).into())])
            }
            Some(residual) if residual.high.is_some_and(|high| high.is_sign_negative()) => {
                self.say("sum-excess", &[("excess", self.difference(&mirrored(residual)).into())])
            }
            _ => self.say("sum-mismatch", &[]),
        }
    }

    fn difference(&self, interval: &Interval) -> String {
        isolated(&self.language.interval(interval, self.unit_of_difference()))
    }

    /// Which parts nobody states, and what they would be by subtraction.
    fn missing_parts(&self, whole: &Side<'a>, parts: &[Side<'a>]) -> Vec<String> {
        let scopes = self.question.map_or(&[][..], |question| &question.scope[..]);
        let missing: Vec<String> = scopes
            .iter()
            .find_map(|(name, scope)| {
                let known: Vec<&str> = parts.iter().filter_map(|part| part.scope(name, scope)).collect();
                let of_whole = whole.scope(name, scope)?;
                let declared = parts_of(scope, of_whole);
                let inside = |value: &&str| declared.iter().any(|part| part.name == **value);
                if declared.is_empty() || !known.iter().all(inside) {
                    return None;
                }
                let missing = declared.iter().filter(|part| !known.contains(&part.name.as_str()));
                Some(missing.map(|part| isolated(&self.named(&part.name))).collect())
            })
            .unwrap_or_default();
        if missing.is_empty() {
            return Vec::new();
        }
        let count = Argument::from(missing.len());
        let quoted = |text: &String| self.language.text("quoted", &[("text", text.into())]);
        let names = match &missing[..] {
            [only] => only.clone(),
            several => self.language.all_of(&several.iter().map(quoted).collect::<Vec<_>>()),
        };
        let mut all = vec![self.say("sum-missing", &[("count", count.clone()), ("parts", names.into())])];
        if let Some(implied) = &self.finding.figures.implied {
            let implied = isolated(&self.language.interval(&self.possible(implied), self.unit()));
            all.push(self.say("sum-implied", &[("count", count), ("implied", implied.into())]));
        }
        all
    }

    fn remainder(&self) -> Option<String> {
        let remainder = self.possible(self.finding.figures.remainder.as_ref()?);
        Some(self.say("sum-remainder", &[("remainder", self.difference(&remainder).into())]))
    }

    /// Without what a figure that cannot be negative cannot be.
    fn possible(&self, interval: &Interval) -> Interval {
        let nonneg = self.question.is_none_or(|question| question.nonneg);
        match interval.low {
            Some(low) if nonneg && low.is_sign_negative() => Interval { low: None, low_open: false, ..*interval },
            _ => *interval,
        }
    }

    /// Across articles, whose figures they are.
    fn sources(&self) -> Option<String> {
        let mut names: Vec<String> = Vec::new();
        let first = self.sides.first()?;
        if self.sides.iter().all(|side| side.at == first.at) {
            return None;
        }
        for side in &self.sides {
            let name = self.name(side, None);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        Some(self.say("sum-sources", &[("names", self.language.all_of(&names).into())]))
    }
}

fn mirrored(interval: &Interval) -> Interval {
    Interval {
        low: interval.high.map(|high| -high),
        high: interval.low.map(|low| -low),
        low_open: interval.high_open,
        high_open: interval.low_open,
    }
}
