//! Reads a written number into a [`Figure`]: its value and the precision it was written to.

use rust_decimal::Decimal;

use crate::model::Figure;

use super::super::malformed::{Malformed, quoted};
use super::lexer::THOUSANDS_SPACES;

/// More digits than this do not fit a decimal exactly.
const MOST_DIGITS: usize = 28;

/// A number as written, before a scale multiplies it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Written {
    /// Its digits, without separators and without leading zeros.
    digits: String,
    /// How many of them stand after the dot.
    decimals: usize,
    /// Whether it is below zero.
    pub negative: bool,
    /// `1.500`: whether the dot is a decimal point is for the words around to say.
    pub ambiguous: bool,
}

impl Written {
    /// A number in words.
    pub(super) fn small(number: usize) -> Self {
        Self { digits: number.to_string(), decimals: 0, negative: false, ambiguous: false }
    }

    /// Reads digits with commas or fixed spaces between thousands and a dot before decimals.
    pub(super) fn read(text: &str) -> Result<Self, Malformed> {
        let (whole, decimals) = match text.split_once('.') {
            Some((whole, decimals)) => (whole, decimals),
            None => (text, ""),
        };
        if decimals.contains(is_separator) || decimals.contains('.') {
            return Err(misgrouped(text));
        }
        let mut separators = whole.chars().filter(|c| is_separator(*c));
        let separator = separators.next();
        if separators.any(|other| Some(other) != separator) {
            return Err(misgrouped(text));
        }
        if let Some(separator) = separator {
            let mut groups = whole.split(separator);
            if !groups.next().is_some_and(|first| (1..=3).contains(&first.len()))
                || groups.any(|group| group.len() != 3)
            {
                return Err(misgrouped(text));
            }
        }
        let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
        if whole.len() > 1 && whole.starts_with('0') {
            return Err(Malformed::new(format!("{} begins with a zero", quoted(text)))
                .help(format!("write the number without it: `{}`", text.trim_start_matches(['0', ',']))));
        }
        let ambiguous = separator.is_none() && decimals.len() == 3 && whole.len() <= 3 && whole != "0";
        let digits = format!("{whole}{decimals}").trim_start_matches('0').to_owned();
        if digits.len() > MOST_DIGITS || decimals.len() > MOST_DIGITS {
            return Err(too_long());
        }
        Ok(Self { digits, decimals: decimals.len(), negative: false, ambiguous })
    }

    /// Multiplies by a power of ten and works out the precision.
    pub(super) fn figure(&self, power: u32) -> Result<Figure, Malformed> {
        let last_place = place(power, self.decimals)?;
        let significant = self.digits.trim_end_matches('0');
        let zeros = self.digits.len() - significant.len();
        let last_nonzero_place = if self.decimals > 0 || significant.is_empty() {
            last_place
        } else {
            place(power + u32::try_from(zeros).map_err(|_| too_long())?, 0)?
        };
        let digits = if self.digits.is_empty() { "0" } else { &self.digits };
        let magnitude: i128 = digits.parse().map_err(|_| too_long())?;
        let value = scaled(if self.negative { -magnitude } else { magnitude }, power, self.decimals)?;
        Ok(Figure { value, last_place, last_nonzero_place, ends_in_five: significant.ends_with('5') })
    }
}

fn place(power: u32, decimals: usize) -> Result<Decimal, Malformed> {
    scaled(1, power, decimals)
}

/// `number` × 10^`power` / 10^`decimals`, exactly.
fn scaled(number: i128, power: u32, decimals: usize) -> Result<Decimal, Malformed> {
    let decimals = u32::try_from(decimals).map_err(|_| too_long())?;
    let raised = 10i128.checked_pow(power.saturating_sub(decimals)).and_then(|factor| number.checked_mul(factor));
    let limit = 10i128.pow(MOST_DIGITS as u32);
    let raised = raised.filter(|raised| (-limit..limit).contains(raised)).ok_or_else(too_long)?;
    Decimal::try_from_i128_with_scale(raised, decimals.saturating_sub(power)).map_err(|_| too_long())
}

fn is_separator(c: char) -> bool {
    c == ',' || THOUSANDS_SPACES.contains(&c)
}

fn too_long() -> Malformed {
    Malformed::new(format!("the number has more than {MOST_DIGITS} digits")).help("write it with a scale: `20 million`")
}

fn misgrouped(text: &str) -> Malformed {
    let malformed = Malformed::new(format!("{} is not a number that crosscheck can read", quoted(text)));
    let groups: Vec<&str> = text.split('.').collect();
    if let [first, rest @ ..] = groups.as_slice()
        && rest.len() > 1
        && rest.iter().all(|group| group.len() == 3)
    {
        return malformed.help(format!("dots do not separate thousands here: write `{first},{}`", rest.join(",")));
    }
    if let Some((whole, decimals)) = text.split_once(',')
        && !decimals.contains([',', '.'])
        && decimals.len() != 3
    {
        return malformed
            .help(format!("decimals follow a dot: write `{whole}.{decimals}`; a comma stands between thousands"));
    }
    malformed.help("a comma stands before each three digits, a dot before decimals: `20,000`, `1,234.5`")
}
