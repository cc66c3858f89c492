//! Promise 1, tried out on the demonstration corpus: no digit of any quote can be changed without `check` failing at
//! that quote.

use std::fs;
use std::path::Path;

use crosscheck::diagnostics::{At, Field, Severity, Step};
use crosscheck::link::{Captures, Options, link};
use crosscheck::read::{self, Collection};

/// Where each quote is: the article's position, `events` or `claims`, the position in it, the position of the quote.
fn quotes(collection: &Collection) -> Vec<(usize, &'static str, usize, usize, String)> {
    let mut list = Vec::new();
    for (article, file) in collection.articles.iter().enumerate() {
        for (at, account) in file.fields.events.iter().enumerate() {
            list.extend(
                account.quote.iter().enumerate().map(|(q, quote)| (article, "events", at, q, quote.exact.clone())),
            );
        }
        for (at, claim) in file.fields.claims.iter().enumerate() {
            list.extend(
                claim.quote.iter().enumerate().map(|(q, quote)| (article, "claims", at, q, quote.exact.clone())),
            );
        }
    }
    list
}

#[test]
fn a_changed_digit_in_any_quote_is_an_error_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (collection, _) = read::read(root);
    let captures = Captures::under(root);
    let mut tried = 0;
    for (article, list, at, quote, text) in quotes(&collection) {
        for (index, digit) in text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
            let changed = if digit == '9' { '0' } else { (digit as u8 + 1) as char };
            let mut words = text.clone();
            words.replace_range(index..index + 1, &changed.to_string());
            let mut collection =
                Collection { articles: vec![collection.articles[article].clone()], ..collection.clone() };
            let fields = &mut collection.articles[0].fields;
            match list {
                "events" => fields.events[at].quote.0[quote].exact = words,
                _ => fields.claims[at].quote.0[quote].exact = words,
            }
            let path = collection.articles[0].path.clone();
            let (_, diagnostics) = link(collection, &captures, &Options::default());
            let here = Field::key(list).item(at).then("quote").item(quote);
            let found = diagnostics.iter().any(|diagnostic| {
                diagnostic.severity() == Severity::Error
                    && diagnostic.place.path == path
                    && diagnostic.place.at == At::Field(here.clone())
            });
            assert!(
                found,
                "{path}: {:?}: {text:?} passes with {changed} for {digit} at {index}",
                here.0.iter().map(step).collect::<Vec<_>>()
            );
            tried += 1;
        }
    }
    assert!(tried > 100, "only {tried} digits were tried");
}

fn step(step: &Step) -> String {
    match step {
        Step::Key(key) => key.clone(),
        Step::Index(index) => index.to_string(),
    }
}

/// The captures are the ground that everything stands on: they are stored as they were taken.
#[test]
fn the_captures_have_not_been_touched() {
    let sums = [
        ("000_744e00a815ee1b86.txt", 2238),
        ("001_a7356675eee1d994.txt", 2182),
        ("002_1b342de087722844.txt", 5564),
        ("003_2445e4fe4ff55afd.txt", 3028),
        ("004_fba661de28046e3b.txt", 2745),
    ];
    for (name, bytes) in sums {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(name);
        assert_eq!(fs::read(&path).expect("the capture is there").len(), bytes, "{name}");
    }
}
