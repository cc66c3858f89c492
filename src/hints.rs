//! What an author may want to add: the verdicts that are held back because something is not stated.
//!
//! Readers never see them. They are diagnostics like all others, of severity hint: `check` lists them, nothing fails
//! because of them.

use crate::compare::Comparison;
use crate::diagnostics::{At, Code, Diagnostic, Field, Place};
use crate::i18n::Language;
use crate::model::{Corpus, Finding, Member};

/// A hint for each listed finding that is held back, in the order of the findings.
pub fn hints(corpus: &Corpus, comparison: &Comparison) -> Vec<Diagnostic> {
    // Diagnostics are in English, whatever the site speaks.
    let language = Language::built_in("en");
    comparison.findings.iter().filter_map(|finding| hint(corpus, finding, &language)).collect()
}

/// The hint for one finding, in the words of a language; `None` where nothing is held back.
pub fn hint(corpus: &Corpus, finding: &Finding, language: &Language) -> Option<Diagnostic> {
    let hint = language.author_hint(corpus, finding)?;
    let mut places = finding.members.iter().map(|member| place(corpus, *member));
    let mut diagnostic = Diagnostic::new(Code::WouldBe, places.next()?, hint.would_be);
    for place in places {
        diagnostic = diagnostic.related(place, "compared with this");
    }
    Some(if hint.advice.is_empty() { diagnostic } else { diagnostic.help(hint.advice) })
}

/// Where the statement is annotated.
fn place(corpus: &Corpus, member: Member) -> Place {
    let (article, list, position) = match member {
        Member::Claim(claim) => (corpus[claim].article, "claims", corpus[claim].position),
        Member::Account(account) => (corpus[account].article, "events", corpus[account].position),
    };
    Place { path: corpus[article].path.clone(), at: At::Field(Field::key(list).item(position)) }
}
