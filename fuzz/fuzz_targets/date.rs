//! A date is read or refused, never with a panic; a window that is read does not end before it starts.

#![no_main]

use crosscheck::read::date::parse;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| match parse(text) {
    Ok(date) => {
        if let (Some(first), Some(last)) = (date.first_day(), date.last_day()) {
            assert!(first <= last);
        }
        let _ = (date.sort_key(), date.year(), date.month(), date.iso_core());
        assert_eq!(parse(&date.written), Ok(date));
    }
    Err(problem) => {
        assert!(problem.help.is_some());
        assert!(problem.range.is_none_or(|range| text.get(range).is_some()));
    }
});
