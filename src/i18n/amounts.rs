//! Amounts as people write them: "$18 million", "59.2 million barrels", "18 мільйонів доларів США".
//!
//! No digit is ever lost: a scale word (million, billion, trillion) is used only where what is left is exact and has
//! at most three digits after the point; otherwise every digit is written. Grouping is our own (three lines) rather
//! than ICU's, because a figure must come out exactly as its decimal text has it. Plural forms are chosen by CLDR's
//! rules from that text, never from a rounded number.
//!
//! Ukrainian writes scale words in full, as public broadcasters do ("18 мільйонів доларів США", not "18 млн"), with
//! nouns in agreement: 1 мільйон, 2 мільйони, 5 мільйонів, 2,5 мільйона.

use rust_decimal::Decimal;

use super::{Argument, Language};
use crate::model::{Amount, Delta, Figure, Hedge, Interval, Quantity, Vague, VagueWord};

/// Scale words, by their power of ten.
const SCALES: [(u32, &str); 3] = [(12, "amount-trillion"), (9, "amount-billion"), (6, "amount-million")];
/// The most digits after the point in front of a scale word.
const SHORT: u32 = 3;

/// The grammatical case of an amount, for languages that have them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountCase {
    /// "18 мільйонів", "21 тонна".
    Nominative,
    /// After "до", "близько": "2 мільйонів", "21 тонни".
    Genitive,
    /// After "на", "понад": "21 тонну".
    Accusative,
}

/// A number written out, without its sign and unit.
struct Spelled {
    text: String,
    /// Its plural category, or "scaled".
    count: &'static str,
    negative: bool,
}

impl Language {
    /// A derived figure with its unit (an ISO 4217 code, `%`, `pp`, a noun): "$18 million".
    pub fn amount(&self, value: Decimal, unit: Option<&str>) -> String {
        self.amount_in(value, unit, AmountCase::Nominative)
    }

    /// The same in a grammatical case.
    pub fn amount_in(&self, value: Decimal, unit: Option<&str>, case: AmountCase) -> String {
        self.with_unit(&self.spelled(value.normalize(), None, case), unit, case)
    }

    /// How far two figures are apart: "$18 million", "3 percentage points" for percentages, "5" for people killed.
    pub fn difference(&self, value: Decimal, unit: Option<&str>, case: AmountCase) -> String {
        let unit = if unit == Some("%") { Some("pp") } else { unit };
        let own = unit.and_then(|unit| self.unit_key(unit)).map(|key| format!("{key}.difference"));
        match own.filter(|key| self.has(key)) {
            Some(key) => self.framed_amount(&key, &self.spelled(value.normalize(), None, case), unit, case),
            None => self.amount_in(value, unit, case),
        }
    }

    /// A figure as it was written, with the zeros that tell its precision: "$20.0 million".
    pub fn figure(&self, figure: &Figure, unit: Option<&str>) -> String {
        self.figure_in(figure, unit, AmountCase::Nominative)
    }

    /// The same in a grammatical case.
    pub fn figure_in(&self, figure: &Figure, unit: Option<&str>, case: AmountCase) -> String {
        let value = figure.value.normalize();
        self.with_unit(&self.spelled(value, places(figure.last_place), case), unit, case)
    }

    /// A statement with its hedge: "more than $40 million", "dozens of people", "between 18 and 22 barrels". `unit`
    /// stands in where the statement has none of its own.
    pub fn quantity(&self, quantity: &Quantity, unit: Option<&str>) -> String {
        match (&quantity.unit, unit) {
            (None, Some(unit)) => {
                self.quantities.of(&Quantity { unit: Some(unit.to_owned()), ..quantity.clone() }, |it| self.stated(it))
            }
            _ => self.quantities.of(quantity, |it| self.stated(it)),
        }
    }

    /// A statement that has its unit, if there is one.
    fn stated(&self, quantity: &Quantity) -> String {
        let unit = quantity.unit.as_deref();
        let text = |case: AmountCase| match &quantity.amount {
            Amount::Stated(figure) => self.figure_in(figure, unit, case),
            Amount::Range(low, high) => self.range(low, high, unit),
            Amount::Vague(vague) => self.vague(vague, unit),
        };
        let hedged = |key: &str, text: &dyn Fn(AmountCase) -> String| {
            self.text(
                key,
                &[
                    ("amount", text(AmountCase::Nominative).into()),
                    ("amount-of", text(AmountCase::Genitive).into()),
                    ("amount-acc", text(AmountCase::Accusative).into()),
                ],
            )
        };
        let stated = match hedge_key(quantity.hedge) {
            Some(key) => hedged(key, &text),
            None => text(AmountCase::Nominative),
        };
        match (quantity.delta, quantity.hedge) {
            (None, _) => stated,
            (Some(delta), Hedge::None) => hedged(delta_key(delta), &text),
            (Some(delta), _) => hedged(delta_key(delta), &|_| stated.clone()),
        }
    }

    /// What an interval allows: "between $1.05 million and $7.15 million", "at least 13 killed", "less than 5%".
    pub fn interval(&self, interval: &Interval, unit: Option<&str>) -> String {
        let with = |key: &str, name: &'static str, value: Decimal| {
            let text = |case| Argument::from(self.amount_in(value, unit, case));
            match name {
                "low" => self.text(
                    key,
                    &[
                        ("low", text(AmountCase::Nominative)),
                        ("low-of", text(AmountCase::Genitive)),
                        ("low-acc", text(AmountCase::Accusative)),
                    ],
                ),
                _ => self.text(key, &[("high", text(AmountCase::Nominative)), ("high-of", text(AmountCase::Genitive))]),
            }
        };
        match (interval.low, interval.high) {
            (Some(low), Some(high)) if low == high => self.amount(low, unit),
            (Some(low), Some(high)) => {
                let ends = |case| {
                    self.ends(
                        &self.spelled(low.normalize(), None, case),
                        &self.spelled(high.normalize(), None, case),
                        unit,
                        case,
                    )
                };
                self.range_of("interval-between", ends)
            }
            (Some(low), None) if interval.low_open => with("interval-more-than", "low", low),
            (Some(low), None) => with("interval-at-least", "low", low),
            (None, Some(high)) if interval.high_open => with("interval-less-than", "high", high),
            (None, Some(high)) => with("interval-at-most", "high", high),
            (None, None) => self.text("interval-any", &[]),
        }
    }

    /// "a, b and c".
    pub fn all_of(&self, items: &[String]) -> String {
        self.list("list-and", items)
    }

    /// "a, b or c".
    pub fn one_of_these(&self, items: &[String]) -> String {
        self.list("list-or", items)
    }

    fn list(&self, key: &str, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [most @ .., last] => self.text(key, &[("items", most.join(", ").into()), ("last", last.into())]),
        }
    }

    fn range(&self, low: &Figure, high: &Figure, unit: Option<&str>) -> String {
        let spelled = |figure: &Figure, case| self.spelled(figure.value.normalize(), places(figure.last_place), case);
        self.range_of("value-between", |case| self.ends(&spelled(low, case), &spelled(high, case), unit, case))
    }

    fn range_of(&self, key: &str, ends: impl Fn(AmountCase) -> (String, String)) -> String {
        let (low, high) = ends(AmountCase::Nominative);
        let (low_of, high_of) = ends(AmountCase::Genitive);
        self.text(
            key,
            &[("low", low.into()), ("high", high.into()), ("low-of", low_of.into()), ("high-of", high_of.into())],
        )
    }

    /// Two ends of a range; where the unit stands behind the number, once is enough.
    fn ends(&self, low: &Spelled, high: &Spelled, unit: Option<&str>, case: AmountCase) -> (String, String) {
        let last = self.with_unit(high, unit, case);
        let unit_follows = last.starts_with(&high.text) && !last.ends_with('%');
        let first = match unit_follows && !low.negative {
            true => low.text.clone(),
            false => self.with_unit(low, unit, case),
        };
        (first, last)
    }

    fn spelled(&self, value: Decimal, places: Option<i32>, case: AmountCase) -> Spelled {
        let negative = value.is_sign_negative() && !value.is_zero();
        let value = value.abs();
        match scale_of(value, places) {
            Some((scaled, key)) => {
                let plain = scaled.to_string();
                let text = self.text(
                    key,
                    &[
                        ("n", self.digits(&plain).into()),
                        ("count", self.plural(&plain).into()),
                        ("case", case.name().into()),
                    ],
                );
                Spelled { text, count: "scaled", negative }
            }
            None => {
                let plain =
                    padded(value, places.and_then(|places| u32::try_from(places).ok()).unwrap_or(0)).to_string();
                Spelled { text: self.digits(&plain), count: self.plural(&plain), negative }
            }
        }
    }

    fn with_unit(&self, spelled: &Spelled, unit: Option<&str>, case: AmountCase) -> String {
        match unit {
            Some(name) => {
                let key = self.unit_key(name);
                self.framed_amount(key.as_deref().unwrap_or("unit-other"), spelled, unit, case)
            }
            None => format!("{}{}", spelled.sign(), spelled.text),
        }
    }

    fn framed_amount(&self, key: &str, spelled: &Spelled, unit: Option<&str>, case: AmountCase) -> String {
        let text = self.text(
            key,
            &[
                ("n", (&spelled.text).into()),
                ("count", spelled.count.into()),
                ("case", case.name().into()),
                ("unit", unit.unwrap_or_default().into()),
            ],
        );
        format!("{}{text}", spelled.sign())
    }

    /// The message of a unit that this language has words for.
    fn unit_key(&self, unit: &str) -> Option<String> {
        let key = match unit {
            "%" => "unit-percent".to_owned(),
            "pp" => "unit-points".to_owned(),
            code if code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()) => format!("currency-{code}"),
            noun if noun.bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b' ' | b'-')) => {
                format!("unit-{}", noun.to_ascii_lowercase().replace(' ', "-"))
            }
            _ => return None,
        };
        (key != "unit-other" && self.has(&key)).then_some(key)
    }

    fn vague(&self, vague: &Vague, unit: Option<&str>) -> String {
        let unit = unit.map(|unit| {
            let many = self.unit_key(unit).and_then(|key| self.find(&format!("{key}.many"), &[]));
            many.unwrap_or_else(|| unit.to_owned())
        });
        let of = |key: &str, unit: Option<String>| {
            let has = if unit.is_some() { "yes" } else { "no" };
            self.text(key, &[("has-unit", has.into()), ("unit", unit.unwrap_or_default().into())])
        };
        let scale = [
            (3, "vague-scale-thousand"),
            (6, "vague-scale-million"),
            (9, "vague-scale-billion"),
            (12, "vague-scale-trillion"),
        ]
        .iter()
        .find(|(power, _)| Decimal::from(10_u64.pow(*power)) == vague.scale);
        let unit = match scale {
            Some((_, key)) => Some(of(key, unit)),
            None => unit,
        };
        of(vague_key(vague.word), unit)
    }
}

impl Spelled {
    fn sign(&self) -> &'static str {
        if self.negative { "\u{2212}" } else { "" }
    }
}

impl AmountCase {
    fn name(self) -> &'static str {
        match self {
            Self::Nominative => "nominative",
            Self::Genitive => "genitive",
            Self::Accusative => "accusative",
        }
    }
}

/// The number in front of the scale word that suits it, and the word's message. `places` is how many digits were
/// written after the point, negative where the last written digit stands before it; none for a derived figure. The
/// largest word that needs no padding zeros is taken, else the one that shows exactly the zeros that were written.
fn scale_of(value: Decimal, places: Option<i32>) -> Option<(Decimal, &'static str)> {
    let mut with_zeros = None;
    for (power, key) in SCALES {
        if value < Decimal::from(10_u64.pow(power)) {
            continue;
        }
        let Ok(scaled) = Decimal::try_from_i128_with_scale(value.mantissa(), value.scale() + power) else { continue };
        let scaled = scaled.normalize();
        if scaled.scale() > SHORT {
            continue;
        }
        let written = match places.map(|places| places.saturating_add(i32::try_from(power).unwrap_or(0))) {
            // Under a smaller word the number would show more digits than were written ("1,200 million" for 1.20 billion).
            Some(..0) => continue,
            Some(places) => places.unsigned_abs(),
            None => 0,
        };
        if written <= scaled.scale() {
            return Some((scaled, key));
        }
        if written <= SHORT {
            with_zeros = Some((padded(scaled, written), key));
        }
    }
    with_zeros
}

/// With zeros up to so many digits after the point.
fn padded(value: Decimal, digits: u32) -> Decimal {
    let mut padded = value;
    if digits > value.scale() {
        padded.rescale(digits);
    }
    padded
}

/// How many digits after the point a place value stands for: 0.01 is 2, 1 is 0, 1000000 is −6.
fn places(place: Decimal) -> Option<i32> {
    let place = place.normalize();
    if place.scale() > 0 {
        return i32::try_from(place.scale()).ok();
    }
    let zeros = place.mantissa().to_string().bytes().rev().take_while(|digit| *digit == b'0').count();
    i32::try_from(zeros).ok().map(|zeros| -zeros)
}

fn hedge_key(hedge: Hedge) -> Option<&'static str> {
    Some(match hedge {
        Hedge::None => return None,
        Hedge::Exactly => "value-exactly",
        Hedge::About => "value-about",
        Hedge::Nearly => "value-nearly",
        Hedge::JustOver => "value-just-over",
        Hedge::AtLeast => "value-at-least",
        Hedge::AtMost => "value-at-most",
        Hedge::UpTo => "value-up-to",
        Hedge::MoreThan => "value-more-than",
        Hedge::LessThan => "value-less-than",
    })
}

fn delta_key(delta: Delta) -> &'static str {
    match delta {
        Delta::More => "value-more",
        Delta::Less => "value-less",
    }
}

fn vague_key(word: VagueWord) -> &'static str {
    match word {
        VagueWord::Couple => "vague-couple",
        VagueWord::Few => "vague-few",
        VagueWord::Several => "vague-several",
        VagueWord::Tens => "vague-tens",
        VagueWord::Dozens => "vague-dozens",
        VagueWord::Scores => "vague-scores",
        VagueWord::Hundreds => "vague-hundreds",
        VagueWord::Thousands => "vague-thousands",
    }
}

#[cfg(test)]
mod tests;
