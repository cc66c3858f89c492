//! Every sentence on the demonstration site, and on that of the second corpus, is fit for readers, in both languages of the
//! interface. `cargo test --test sentences -- --nocapture` prints them for an editor to read.

use std::path::Path;

use crosscheck::i18n::Language;
use crosscheck::pipeline::{self, Options};
use crosscheck::timings::Timings;

#[test]
fn the_demonstration_speaks_plainly() {
    speaks_plainly(".");
}

#[test]
fn the_second_corpus_speaks_plainly() {
    speaks_plainly("tests/corpora/quake");
}

fn speaks_plainly(root: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(root);
    let checked = pipeline::check(&root, &Options::default(), &mut Timings::default());
    assert!(!checked.comparison.findings.is_empty());
    for tag in ["en", "uk"] {
        let language = Language::built_in(tag);
        for finding in &checked.comparison.findings {
            let sentence = language.sentence(&checked.corpus, finding).to_string();
            let words = sentence.to_lowercase();
            for jargon in ["indeterminate", "strict", "would-be", "hold(", "as_of", "  ", "{", "“”", "«»", " ."] {
                assert!(!words.contains(jargon), "{jargon:?} in: {sentence}");
            }
            assert!(sentence.ends_with('.') && !words.ends_with(".."), "{sentence}");
            println!("{} {:?} {:?}: {sentence}", finding.verdict.name(), finding.reason, finding.members);
            if let Some(hint) = language.author_hint(&checked.corpus, finding) {
                println!("    {} {}", hint.would_be, hint.advice);
            }
        }
    }
}
