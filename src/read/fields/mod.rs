//! The front matter, as it may be written: one struct per kind of file, and this is the one definition of each field.
//!
//! The structs are what a file is read into, and their doc comments are what the JSON Schema, the reference page,
//! completion and "did you mean" are made of. Everything here is still text: a date is not parsed, an id is not looked
//! up; that is the linker's work, which also knows the field to point at. Four rules hold throughout:
//!
//! - **A scalar is a `String`.** YAML must never make 3.3 out of `3.30`; where serde has to ask YAML what kind of thing
//!   a value is (a text or a list?), the answer "a number" is refused and the careful reader takes over.
//! - **A required field is an `Option`**, and `None` means "already reported": its absence is found against the schema,
//!   with a position, and the rest of the file is read all the same.
//! - **What the cache keeps is not read as YAML is.** It has no kinds of values to ask about, so the forms that ask give what
//!   they hold, and take it back where a format is not for people (`is_human_readable`).
//! - **Positions in lists are kept.** An item that could not be read leaves an empty one ([`Default`], or `""`) in its
//!   place, already reported, so that `claims[2]` remains the third.

mod account;
mod article;
mod attribution;
mod boolean;
mod claim;
mod entity;
mod event;
mod feeds;
mod names;
mod ordered;
mod page;
mod publish;
mod question;
mod quote;
mod required;
mod scope;
mod settings;
mod source;
mod tolerance;
mod values;

pub use account::AccountFields;
pub use article::{ArticleFields, CorrectionFields, WithdrawalFields};
pub use attribution::{Attributed, AttributionFields};
pub use claim::ClaimFields;
pub use entity::EntityFields;
pub use event::EventFields;
pub use feeds::FeedsFields;
pub use names::Names;
pub use ordered::Ordered;
pub use page::PageFields;
pub use publish::PublishFields;
pub use question::{ExchangeRateFields, QuestionFields, RulingFields};
pub use quote::{QuoteFields, Quotes};
pub use scope::{PartFields, ScopeFields, WholeFields};
pub use settings::SettingsFields;
pub use source::SourceFields;
pub use tolerance::ToleranceFields;
pub use values::{CategoryFields, ValuesFields};

#[cfg(test)]
mod tests {
    use super::*;

    fn article(yaml: &str) -> Result<ArticleFields, String> {
        serde_yaml::from_str(yaml).map_err(|error| error.to_string())
    }

    #[test]
    fn scalars_stay_as_written() {
        let article =
            article("title: 2020\nlang: no\npublished: 2023-06-02\nclaims:\n- question: a\n  value: 3.30\n").unwrap();
        assert_eq!(article.title.as_deref(), Some("2020"));
        assert_eq!(article.lang.as_deref(), Some("no"));
        assert_eq!(article.published.as_deref(), Some("2023-06-02"));
        assert_eq!(article.claims[0].value.as_deref(), Some("3.30"));
    }

    #[test]
    fn a_number_where_the_form_is_open_is_left_to_the_careful_reader() {
        for yaml in [
            "claims: [{ question: a, quote: X }]",
            "claims: [{ question: a, quote: [X] }]",
            "events: [{ event: a, who: X }]",
        ] {
            assert!(article(yaml).is_ok(), "{yaml}");
            assert!(article(&yaml.replace('X', "3.30")).is_err(), "{yaml}");
        }
    }

    #[test]
    fn a_key_that_stands_twice_is_refused_at_every_depth() {
        for yaml in [
            "title: a\ntitle: b",
            "inferred: { title: a, title: b }",
            "claims: [{ question: a, scope: { a: b, a: b } }]",
        ] {
            assert!(article(yaml).unwrap_err().contains("duplicate"), "{yaml}");
        }
    }

    #[test]
    fn the_forms_of_a_quote() {
        let forms = ["a", "{ exact: a, prefix: b }", "[a, { exact: b, suffix: c }]", ""];
        let yaml = forms.map(|form| format!("- question: a\n  quote: {form}\n")).concat();
        let claims = article(&format!("claims:\n{yaml}")).unwrap().claims;
        let shape = |claim: &ClaimFields| claim.quote.iter().map(|quote| quote.exact.clone()).collect::<Vec<_>>();
        assert_eq!(claims.iter().map(shape).collect::<Vec<_>>(), [vec!["a"], vec!["a"], vec!["a", "b"], vec![]]);
        assert_eq!(claims[1].quote[0].prefix.as_deref(), Some("b"));
        assert_eq!(claims[2].quote[1].suffix.as_deref(), Some("c"));
    }

    #[test]
    fn scopes_keep_their_order_and_their_depth() {
        let yaml = "question: a\nkind: count\nscope:\n  z: [a, b]\n  a: { whole: all, parts: [{ whole: us, parts: [x] }, eu] }";
        let question: QuestionFields = serde_yaml::from_str(yaml).unwrap();
        assert_eq!(question.scope.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["z", "a"]);
        let Some(ScopeFields::Nested(whole)) = question.scope.get("a") else { panic!("not nested") };
        assert_eq!(whole.parts[1], PartFields::Leaf("eu".into()));
        assert!(
            matches!(&whole.parts[0], PartFields::Divided { whole, parts, .. } if whole == "us" && parts.len() == 1)
        );
    }

    #[test]
    fn what_is_required_is_missed() {
        for yaml in ["claims: [{ value: a }]", "claims: [{ question: }]", "events: [{}]"] {
            assert!(article(yaml).is_err(), "{yaml}");
        }
    }

    #[test]
    fn a_truth_value_is_a_word() {
        assert_eq!(article("draft: true").unwrap().draft, Some(true));
        assert_eq!(article("draft: 'false'").unwrap().draft, Some(false));
        assert_eq!(article("draft:").unwrap().draft, None);
        assert!(article("draft: yes").is_err());
    }
}
