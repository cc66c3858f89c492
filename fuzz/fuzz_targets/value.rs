//! A value is read or refused, never with a panic; what is read obeys the laws of its kind, and what is refused comes
//! with help whose own offers are read.

#![no_main]

mod question;

use crosscheck::model::{Amount, Value};
use crosscheck::read::value::parse;
use libfuzzer_sys::fuzz_target;
use question::question;

fuzz_target!(|text: &str| {
    for nonneg in [true, false] {
        let question = question(nonneg);
        match parse(text, &question) {
            Ok(Value::Quantity(quantity)) => {
                if let Amount::Range(low, high) = &quantity.amount {
                    assert!(low.value <= high.value);
                }
                if let Amount::Stated(figure) | Amount::Range(figure, _) = &quantity.amount {
                    assert!(figure.last_place <= figure.last_nonzero_place);
                    assert!(!nonneg || !figure.value.is_sign_negative());
                    assert!((figure.value % figure.last_place).is_zero());
                }
            }
            Ok(_) => {}
            Err(problem) => {
                assert!(problem.range.is_none_or(|range| text.get(range).is_some()));
                let help = problem.help.unwrap_or_default();
                if let Some(offer) = help.strip_prefix("write `").and_then(|rest| rest.strip_suffix('`'))
                    && !offer.contains('`')
                {
                    assert!(parse(offer, &question).is_ok(), "{text} → {offer}");
                }
            }
        }
    }
});
