//! Where each thing lives on the site, and how one page leads to another.
//!
//! Addresses are made of ids and are relative to the site's root. Links are relative to the page they stand on, so that
//! the site works in any folder of any host, and from a disk; only `404.html`, which a host shows at any depth, names the
//! folder that the site is published in.
//!
//! There are a hundred of them for each article: they are put together at once, not formatted.

use crate::model::{Account, Article, Claim, Corpus, EditorPage, Entity, Event, Question, Source, Subject};

/// The address of an event's page.
pub fn event(event: &Event) -> String {
    ["events/", &event.id, "/"].concat()
}

/// The anchor of an event in the timeline.
pub fn in_list(event: &Event) -> String {
    ["e.", &event.id].concat()
}

/// The address of a question's page.
pub fn question(question: &Question) -> String {
    ["claims/", &question.id, "/"].concat()
}

/// The address of an article's page.
pub fn article(article: &Article) -> String {
    ["articles/", &article.id, "/"].concat()
}

/// The address of a source's page.
pub fn source(source: &Source) -> String {
    ["sources/", &source.id, "/"].concat()
}

/// The address of an entity's page.
pub fn entity(entity: &Entity) -> String {
    ["entities/", &entity.id, "/"].concat()
}

/// The address of the page that a finding stands on.
pub fn subject(corpus: &Corpus, subject: Subject) -> String {
    match subject {
        Subject::Question(at) => question(&corpus[at]),
        Subject::Event(at) => event(&corpus[at]),
    }
}

/// The address of one of the editor's own pages.
pub fn editor_page(page: &EditorPage) -> String {
    format!("{}/", page.id)
}

/// The address of what an article says, on its page: a full id, `article#id`, as an address.
pub fn claim(claim: &Claim) -> String {
    statement(&claim.id)
}

/// The same for an account.
pub fn account(account: &Account) -> String {
    statement(&account.id)
}

fn statement(id: &str) -> String {
    let (article, local) = id.split_once('#').unwrap_or((id, ""));
    ["articles/", article, "/#", local].concat()
}

/// The part of a full id after the `#`: unique within its article, and the anchor on its page.
pub fn local(id: &str) -> &str {
    id.split_once('#').map_or(id, |(_, local)| local)
}

/// The page that links stand on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Here {
    /// What leads from here to the site's root: `../../`, or nothing on the first page.
    pub root: String,
}

impl Here {
    /// The page in this file.
    pub fn at(path: &str) -> Self {
        Self { root: "../".repeat(path.matches('/').count()) }
    }

    /// A page that is shown at any depth of a site that is published at `base_url`.
    pub fn anywhere(base_url: &str) -> Self {
        let path =
            base_url.split_once("://").map_or(base_url, |(_, rest)| rest.find('/').map_or("/", |at| &rest[at..]));
        Self { root: format!("{}/", path.trim_end_matches('/')) }
    }

    /// A link to an address.
    pub fn to(&self, address: impl AsRef<str>) -> String {
        match (self.root.as_str(), address.as_ref()) {
            ("", "") => "./".to_owned(),
            (root, address) => [root, address].concat(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative_to_their_page() {
        assert_eq!(Here::at("events/a/index.html").to("claims/b/"), "../../claims/b/");
        assert_eq!(Here::at("index.html").to("claims/"), "claims/");
        assert_eq!(Here::at("index.html").to(""), "./");
    }

    #[test]
    fn the_404_page_knows_its_folder() {
        assert_eq!(Here::anywhere("https://example.org/azerbaijan/").to("claims/"), "/azerbaijan/claims/");
        assert_eq!(Here::anywhere("https://example.org").to(""), "/");
        assert_eq!(Here::anywhere("/").to(""), "/");
    }
}
