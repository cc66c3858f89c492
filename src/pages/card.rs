//! What a link to a page is shown with elsewhere: in a chat, in a feed reader, in a list of search results.
//!
//! A description is the editor's own first paragraph, or what was found, and never the words of an article. A page with
//! neither has none: an invented one helps nobody.

use serde::Serialize;

use super::{About, Edition, Page};
use crate::model::{QuestionRef, passages};
use crate::read::markdown::plain_text;

/// No description is longer, in characters.
const LONGEST: usize = 200;

/// The card of a page, beside its title and its address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Card {
    /// `article` or `website`, in Open Graph's terms.
    pub kind: &'static str,
    /// What the page says, in a sentence or two.
    pub description: Option<String>,
}

/// The card of a page.
pub fn card(edition: &Edition<'_>, page: &Page) -> Card {
    let corpus = edition.corpus;
    let body = match page.about {
        About::Home => corpus.site.description.as_deref(),
        About::Event(at, _) => Some(corpus[at].body.as_str()),
        About::Question(at, _) => Some(corpus[at].body.as_str()),
        About::Source(at, _) => Some(corpus[at].body.as_str()),
        About::Entity(at, _) => Some(corpus[at].body.as_str()),
        About::Editor(at) => Some(corpus.pages[at].body.as_str()),
        _ => None,
    };
    let found = || match page.about {
        About::Question(at, _) => found(edition, at),
        _ => None,
    };
    Card {
        kind: if matches!(page.about, About::Article(_)) { "article" } else { "website" },
        description: body.and_then(first_paragraph).or_else(found),
    }
}

/// The sentence of the gravest finding about a question.
fn found(edition: &Edition<'_>, question: QuestionRef) -> Option<String> {
    let claims = edition.live_claims(question);
    let gravest = claims.flat_map(|claim| edition.about_claim(claim)).max_by_key(|finding| finding.class())?;
    let words = edition.sentence(gravest);
    Some(cut(&words))
}

fn first_paragraph(markdown: &str) -> Option<String> {
    let plain = plain_text(markdown);
    Some(cut(plain.get(passages(&plain).first()?.clone())?))
}

/// The beginning, cut between words.
fn cut(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let whole = words.join(" ");
    let Some((end, _)) = whole.char_indices().nth(LONGEST) else { return whole };
    let kept = whole[..end].rfind(' ').map_or(&whole[..end], |space| &whole[..space]);
    format!("{}…", kept.trim_end_matches([',', ';', ':', '–', '-']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_is_a_paragraph_without_marks() {
        assert_eq!(first_paragraph("*One*\nline.\n\nTwo."), Some("One line.".into()));
        assert_eq!(first_paragraph(" \n"), None);
        let long = cut(&"слово ".repeat(100));
        assert!(long.chars().count() <= LONGEST + 1 && long.ends_with("слово…"), "{long}");
        assert_eq!(cut(&"文".repeat(300)).chars().count(), LONGEST + 1);
    }
}
