//! What a value and its quotes do not agree in.

use std::fmt::Write;

use crate::diagnostics::Code;
use crate::model::Hedge;

/// One disagreement between a value or date and its quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The number is in no quote.
    Number {
        /// The value as written.
        value: String,
        /// The numbers that the quotes have, the nearest first.
        quote: Vec<String>,
    },
    /// The number is there, with another scale or without one.
    Scale {
        /// The value as written.
        value: String,
        /// The number with its scale, as the quote has it.
        quote: String,
    },
    /// The unit is another one, or not there.
    Unit {
        /// The value's unit.
        value: String,
        /// What the quote has instead.
        quote: Option<String>,
    },
    /// The quote hedges the number, and the value does not, or differently.
    HedgeInQuote {
        /// The words of the quote.
        quote: String,
        /// What the value would have to say.
        hedge: Hedge,
        /// What it says.
        has: Hedge,
        /// The value as written.
        value: String,
    },
    /// The value hedges the number, and the quote does not.
    HedgeInValue {
        /// What the value says.
        hedge: Hedge,
    },
    /// The quote states another date.
    Date {
        /// The date as written.
        value: String,
        /// The date's words in the quote.
        quote: String,
    },
}

impl Problem {
    /// Under which code it is reported.
    pub fn code(&self) -> Code {
        match self {
            Self::HedgeInQuote { .. } => Code::HedgeNotInValue,
            _ => Code::FigureNotInQuote,
        }
    }

    /// What is wrong, in one line.
    pub fn message(&self) -> String {
        match self {
            Self::Number { value, quote } if quote.is_empty() => {
                format!("the value says “{value}”, the quote has no such number")
            }
            Self::Number { value, quote } => format!("the value says “{value}”, the quote says {}", listed(quote)),
            Self::Scale { value, quote } => format!("the value says “{value}”, the quote says “{quote}”"),
            Self::Unit { value, quote: Some(quote) } => format!("the value is in {value}, the quote says “{quote}”"),
            Self::Unit { value, quote: None } => format!("the value is in {value}, of which the quote says nothing"),
            Self::HedgeInQuote { quote, has: Hedge::None, .. } => {
                format!("the quote says “{quote}”, the value has no hedge")
            }
            Self::HedgeInQuote { quote, has, .. } => {
                format!("the quote says “{quote}”, the value says “{}”", word(*has))
            }
            Self::HedgeInValue { hedge } => format!("the value says “{}”, the quote does not", word(*hedge)),
            Self::Date { value, quote } => format!("the date is {value}, the quote says “{quote}”"),
        }
    }

    /// What to write instead.
    pub fn help(&self) -> String {
        match self {
            Self::Number { .. } => "correct the value, or quote the words that have the figure".into(),
            Self::Scale { .. } => "write the scale as the quote has it".into(),
            Self::Unit { quote: Some(_), .. } => "write the unit as the quote has it".into(),
            Self::Unit { quote: None, .. } => {
                "quote the words that name the unit, or leave it out of the value if nobody says it".into()
            }
            Self::HedgeInQuote { hedge, has: Hedge::None, value, .. } => {
                format!("write `{} {value}`", word(*hedge))
            }
            Self::HedgeInQuote { hedge, .. } => format!("write `{}` in the value", word(*hedge)),
            Self::HedgeInValue { .. } => "quote the words that say so, or leave it out of the value".into(),
            Self::Date { .. } => "correct the date, or quote the words that state it".into(),
        }
    }
}

fn listed(numbers: &[String]) -> String {
    let mut line = String::new();
    for (at, number) in numbers.iter().enumerate() {
        let joint = match at {
            0 => "",
            _ if at + 1 == numbers.len() => " and ",
            _ => ", ",
        };
        let _ = write!(line, "{joint}“{number}”");
    }
    line
}

/// The first word of the class in the grammar.
fn word(hedge: Hedge) -> &'static str {
    match hedge {
        Hedge::None => "",
        Hedge::Exactly => "exactly",
        Hedge::About => "about",
        Hedge::Nearly => "nearly",
        Hedge::JustOver => "just over",
        Hedge::AtLeast => "at least",
        Hedge::AtMost => "at most",
        Hedge::UpTo => "up to",
        Hedge::MoreThan => "more than",
        Hedge::LessThan => "less than",
    }
}
