//! Digits as the language writes them. Numbers are taken as decimals and as text, never as floating point.

use rust_decimal::Decimal;

use super::Language;

impl Language {
    /// A number in digits, all of them: `1,234.5`, `1 234,5`. Zeros that end a fraction are kept.
    pub fn number(&self, value: Decimal) -> String {
        self.digits(&value.to_string())
    }

    /// The same from plain decimal notation.
    pub(super) fn digits(&self, plain: &str) -> String {
        let (sign, unsigned) = match plain.strip_prefix('-') {
            Some(unsigned) => ("\u{2212}", unsigned),
            None => ("", plain),
        };
        let (whole, fraction) = unsigned.split_once('.').map_or((unsigned, None), |(w, f)| (w, Some(f)));
        let mut text = format!("{sign}{}", grouped(whole, &self.group));
        if let Some(fraction) = fraction {
            text.push_str(&self.decimal);
            text.push_str(fraction);
        }
        text
    }
}

/// A count with its groups of three, in the three ways that languages write them.
pub(super) fn group_with_comma(count: String) -> String {
    signed(&count, ",")
}

pub(super) fn group_with_full_stop(count: String) -> String {
    signed(&count, ".")
}

pub(super) fn group_with_space(count: String) -> String {
    signed(&count, "\u{a0}")
}

fn signed(count: &str, separator: &str) -> String {
    match count.strip_prefix('-') {
        Some(unsigned) => format!("\u{2212}{}", grouped(unsigned, separator)),
        None => grouped(count, separator),
    }
}

fn grouped(whole: &str, separator: &str) -> String {
    let mut text = String::with_capacity(whole.len() + whole.len() / 3 * separator.len());
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position).is_multiple_of(3) {
            text.push_str(separator);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;

    #[test]
    fn digits_are_grouped_by_three() {
        let (english, ukrainian) = (Language::built_in("en"), Language::built_in("uk"));
        for (plain, in_english, in_ukrainian) in [
            ("0", "0", "0"),
            ("999", "999", "999"),
            ("1234", "1,234", "1\u{a0}234"),
            ("1234567.50", "1,234,567.50", "1\u{a0}234\u{a0}567,50"),
            ("-1234", "\u{2212}1,234", "\u{2212}1\u{a0}234"),
            ("-0.5", "\u{2212}0.5", "\u{2212}0,5"),
        ] {
            let value: Decimal = plain.parse().unwrap();
            assert_eq!(english.number(value), in_english);
            assert_eq!(ukrainian.number(value), in_ukrainian);
        }
    }

    proptest::proptest! {
        #[test]
        fn no_digit_is_lost(mantissa in proptest::num::i64::ANY, scale in 0_u32..20) {
            let value = Decimal::new(mantissa, scale);
            static UKRAINIAN: LazyLock<Language> = LazyLock::new(|| Language::built_in("uk"));
            let text = UKRAINIAN.number(value);
            let back = text.replace('\u{a0}', "").replace(',', ".").replace('\u{2212}', "-");
            proptest::prop_assert_eq!(back, value.to_string());
        }
    }
}
