//! What a number in digits may say: which sign is the decimal one depends on the language, and often on the writer.

use std::str::FromStr;

use rust_decimal::Decimal;

use super::text::is_separator;

/// No number in a text has more digits than this.
const MOST_DIGITS: usize = 27;

/// All values that the digits may be read as; the language's own reading first. In a language with a decimal point the
/// other reading counts only where its own fails; elsewhere writers use both signs, and both readings count.
pub(super) fn readings(text: &str, decimal: char) -> Vec<Decimal> {
    if text.len() > MOST_DIGITS {
        return Vec::new();
    }
    let other = if decimal == '.' { ',' } else { '.' };
    let own = reading(text, decimal);
    let foreign = if decimal == '.' && own.is_some() { None } else { reading(text, other) };
    let mut readings: Vec<Decimal> = own.into_iter().chain(foreign).collect();
    readings.dedup();
    readings
}

fn reading(text: &str, decimal: char) -> Option<Decimal> {
    let text = text.replace('\u{66b}', &decimal.to_string()).replace('\u{66c}', "'");
    let (whole, decimals) = match text.split_once(decimal) {
        Some((whole, decimals)) => (whole, decimals),
        None => (text.as_str(), ""),
    };
    if decimals.contains(is_separator) {
        return None;
    }
    let mut groups = whole.split(is_separator);
    let first = groups.next()?;
    let groups: Vec<&str> = groups.collect();
    // Groups of two are Indian: 1,50,000.
    let grouped = groups.is_empty()
        || first.len() <= 3
            && groups.last().is_some_and(|last| last.len() == 3)
            && groups.iter().all(|group| matches!(group.len(), 2 | 3));
    if !grouped {
        return None;
    }
    let digits = format!("{first}{}", groups.concat());
    let number = if decimals.is_empty() { digits } else { format!("{digits}.{decimals}") };
    Decimal::from_str(&number).ok().map(|number| number.normalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, decimal: char) -> Vec<String> {
        readings(text, decimal).iter().map(Decimal::to_string).collect()
    }

    #[test]
    fn separators_are_read_as_the_language_does() {
        assert_eq!(read("20,000", '.'), ["20000"]);
        assert_eq!(read("3.83", '.'), ["3.83"]);
        assert_eq!(read("1,5", '.'), ["1.5"]);
        assert_eq!(read("20,000,000", '.'), ["20000000"]);
        assert_eq!(read("1,50,000", '.'), ["150000"]);
        assert_eq!(read("1.500", ','), ["1500", "1.5"]);
        assert_eq!(read("1,5", ','), ["1.5"]);
        assert_eq!(read("1.5", ','), ["1.5"]);
        assert_eq!(read("20\u{a0}000,5", ','), ["20000.5"]);
        assert_eq!(read("20٫5", ','), ["20.5"]);
        assert_eq!(read("1٬000٬000", ','), ["1000000"]);
        assert_eq!(read("1.2.3", '.'), Vec::<String>::new());
    }
}
