//! One value of a data file, and how it is written as JSON and in a CSV file.

use std::borrow::Cow;

use rust_decimal::Decimal;
use serde::{
    Serialize, Serializer,
    ser::{SerializeMap, SerializeSeq},
};

use crate::model::Interval;

/// A value. Numbers of the corpus are text in plain notation, so that no reader of the file rounds them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Absent.
    Null,
    /// Words, an id, a date as written, a URL.
    Text(Cow<'a, str>),
    /// A number of the corpus.
    Number(Decimal),
    /// How many of something.
    Count(u64),
    /// Yes or no.
    Flag(bool),
    /// Some, in an order that means something or is sorted.
    List(Vec<Cell<'a>>),
    /// Names with their values, in this order.
    Fields(Vec<(Cow<'a, str>, Cell<'a>)>),
}

impl<'a> Cell<'a> {
    /// Text.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Self::Text(text.into())
    }

    /// Both ends of an interval, null where open; null where there is none.
    pub fn interval(interval: Option<Interval>) -> Self {
        interval.map_or(Self::Null, |Interval { low, high, .. }| Self::List(vec![low.into(), high.into()]))
    }

    /// What a spreadsheet shows: lists and fields are joined, absent is empty.
    pub(super) fn plain(&self) -> Cow<'_, str> {
        let joined = |parts: Vec<Cow<'_, str>>| Cow::Owned(parts.join("; "));
        match self {
            Self::Null => "".into(),
            Self::Text(text) => text.as_ref().into(),
            Self::Number(number) => decimal(number).into(),
            Self::Count(count) => count.to_string().into(),
            Self::Flag(flag) => flag.to_string().into(),
            Self::List(cells) => joined(cells.iter().map(Self::plain).collect()),
            Self::Fields(fields) => {
                joined(fields.iter().map(|(name, cell)| format!("{name}: {}", cell.plain()).into()).collect())
            }
        }
    }
}

impl<'a, C: Into<Cell<'a>>> From<Option<C>> for Cell<'a> {
    fn from(value: Option<C>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl<'a, C: Into<Cell<'a>>> FromIterator<C> for Cell<'a> {
    fn from_iter<I: IntoIterator<Item = C>>(items: I) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Self::text(text)
    }
}

impl<'a> From<&'a String> for Cell<'a> {
    fn from(text: &'a String) -> Self {
        Self::text(text)
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        Self::text(text)
    }
}

impl From<Decimal> for Cell<'_> {
    fn from(number: Decimal) -> Self {
        Self::Number(number)
    }
}

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_none(),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_str(&decimal(number)),
            Self::Count(count) => serializer.serialize_u64(*count),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::List(cells) => {
                let mut list = serializer.serialize_seq(Some(cells.len()))?;
                cells.iter().try_for_each(|cell| list.serialize_element(cell))?;
                list.end()
            }
            Self::Fields(fields) => {
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                fields.iter().try_for_each(|(name, cell)| map.serialize_entry(name, cell))?;
                map.end()
            }
        }
    }
}

/// Plain notation, and one only: 20.0 and 20 are both `20`.
fn decimal(number: &Decimal) -> String {
    number.normalize().to_string()
}

/// A text that a spreadsheet takes for text: what starts like a formula gets an apostrophe in front (OWASP, "CSV
/// Injection"). Full-width signs start a formula in some of them too. A number below zero is no formula, and stays one
/// that can be reckoned with.
pub(super) fn harmless(text: &str) -> Cow<'_, str> {
    let starts_formula = |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠');
    let formula = text.starts_with(starts_formula) || text.trim_start().starts_with(starts_formula);
    if formula && !is_negative_number(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// A minus sign, digits, and at most one full stop among them: nothing that could name a cell or a function.
fn is_negative_number(text: &str) -> bool {
    let Some(number) = text.strip_prefix('-') else { return false };
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    [whole, fraction].iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(cell: &Cell<'_>) -> String {
        serde_json::to_string(cell).unwrap()
    }

    #[test]
    fn numbers_are_plain_text() {
        for (written, plain) in [("20000000", "20000000"), ("3.30", "3.3"), ("0.0", "0"), ("-0.05", "-0.05")] {
            let number: Decimal = written.parse().unwrap();
            assert_eq!(json(&number.into()), format!("\"{plain}\""));
        }
        assert_eq!(json(&Decimal::MAX.into()), "\"79228162514264337593543950335\"");
    }

    #[test]
    fn open_ends_are_null() {
        let interval = Interval { low: Some(Decimal::ONE), high: None, low_open: true, high_open: true };
        assert_eq!(json(&Cell::interval(Some(interval))), r#"["1",null]"#);
        assert_eq!(json(&Cell::interval(None)), "null");
    }

    #[test]
    fn lists_and_fields_can_be_read_in_a_spreadsheet() {
        let list: Cell<'_> = ["a", "b"].into_iter().collect();
        assert_eq!(list.plain(), "a; b");
        let fields = Cell::Fields(vec![("basis".into(), "paid".into()), ("n".into(), Cell::Count(2))]);
        assert_eq!(fields.plain(), "basis: paid; n: 2");
        assert_eq!(json(&fields), r#"{"basis":"paid","n":2}"#);
    }

    #[test]
    fn formulas_are_defused() {
        let formulas =
            ["=1+1", "+1", "-1+1", "-A1", "-", "-1.", "--1", "-1;-2", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"];
        for text in formulas {
            assert_eq!(harmless(text), format!("'{text}"));
        }
        for text in ["", "a=1", "about 20", "2020-01-01", "-1", "-0.05", "-12000000"] {
            assert_eq!(harmless(text), text);
        }
    }
}
