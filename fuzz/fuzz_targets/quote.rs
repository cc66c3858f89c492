//! Any text may be quoted, in any language.

#![no_main]

mod question;

use crosscheck::languages::{is_sensitive, verify, verify_date};
use crosscheck::model::Value;
use crosscheck::read::{date, value};
use libfuzzer_sys::fuzz_target;
use question::question;

fuzz_target!(|text: &str| {
    let (written, quote) = text.split_once('\n').unwrap_or(("about 20 million USD", text));
    for lang in ["en", "uk", "az", "ar", "fr", "de"] {
        if let Ok(Value::Quantity(quantity)) = value::parse(written, &question(false)) {
            let _ = verify(&quantity, written, &[quote], lang);
        }
        if let Ok(date) = date::parse(written) {
            let _ = verify_date(&date, &[quote], lang);
        }
        let _ = is_sensitive(quote, lang);
    }
});
