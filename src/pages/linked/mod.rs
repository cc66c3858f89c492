//! What pages say to machines inside themselves: schema.org as JSON-LD, in a data block that no browser runs.
//!
//! An article's page is a page *about* somebody else's article: the article is the publisher's, at the publisher's address,
//! and this site claims to be the author of none of it. A claim says who makes it and where it appears; a figure on a
//! question's page is an observation with the strict reading as its limits; a date is given only where ISO 8601 has it and
//! nothing about it is in doubt. Everything that binds the page binds the block: no words of articles whose text is withheld,
//! nobody who is not named.
//!
//! `schema.org` has no word for "differs from": the findings are in the data files.

mod article;
mod dataset;
mod event;
mod node;
mod question;

use std::io;

use serde::Serialize;

use super::address::{self, Here};
use super::{About, Edition, Page};
use crate::model::{Article, Date, EntityKind, EntityRef, Party, Source, SourceKind, SourceRef};
use node::Node;

/// A page's block, escaped so that nothing in it can end the element it stands in; `None` where there is nothing to say.
pub fn block(edition: &Edition<'_>, page: &Page) -> Option<String> {
    let linked = Linked { edition, here: there(edition, page) };
    let graph = match page.about {
        About::Home => vec![linked.site()],
        About::Data => vec![linked.dataset()],
        About::Article(at) if edition.is_shown(&edition.corpus[at]) => linked.article(at),
        About::Event(at, 0) => vec![linked.event(at)],
        About::Question(at, 0) => linked.question(at),
        _ => return None,
    };
    Some(written(&Graph { context: "https://schema.org", graph }))
}

/// What a block says.
#[derive(Serialize)]
struct Graph {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Node>,
}

/// The site by its address, where it is known; else links are relative to the page.
fn there(edition: &Edition<'_>, page: &Page) -> Here {
    let base = &edition.corpus.site.base_url;
    if base.contains("://") { Here { root: base.clone() } } else { Here::at(&page.path) }
}

/// JSON that can stand in an element.
fn written(value: &impl Serialize) -> String {
    let mut json = Escaped(Vec::with_capacity(2048));
    // Texts with text keys, written to memory: there is nothing that could be refused.
    let _ = serde_json::to_writer(&mut json, value);
    String::from_utf8(json.0).unwrap_or_default()
}

/// JSON in which no `<` begins the end of the element, or a comment. Outside of JSON's strings there is none.
struct Escaped(Vec<u8>);

impl io::Write for Escaped {
    fn write(&mut self, json: &[u8]) -> io::Result<usize> {
        let mut done = 0;
        for at in memchr::memchr3_iter(b'<', b'>', b'&', json) {
            self.0.extend_from_slice(&json[done..at]);
            self.0.extend_from_slice(match json[at] {
                b'<' => b"\\u003c",
                b'>' => b"\\u003e",
                _ => b"\\u0026",
            });
            done = at + 1;
        }
        self.0.extend_from_slice(&json[done..]);
        Ok(json.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What nodes are made from.
struct Linked<'e, 'a> {
    edition: &'e Edition<'a>,
    here: Here,
}

impl Linked<'_, '_> {
    fn site(&self) -> Node {
        let site = &self.edition.corpus.site;
        Node::new("WebSite")
            .id(self.here.to(""))
            .text("url", self.here.to(""))
            .text("name", &site.title)
            .maybe("description", site.description.clone())
            .text("inLanguage", &site.language)
    }

    /// A page of the site.
    fn page(&self, address: &str, name: &str) -> Node {
        Node::new("WebPage")
            .id(self.here.to(address))
            .text("url", self.here.to(address))
            .text("name", name)
            .text("inLanguage", &self.edition.corpus.site.language)
            .node("isPartOf", Node::reference(self.here.to("")))
    }

    /// What an article is known by: where it was published, else a place on its page here.
    fn article_id(&self, article: &Article) -> String {
        article.url.clone().unwrap_or_else(|| self.here.to(format!("{}#_article", address::article(article))))
    }

    /// A publisher.
    fn publisher(&self, at: SourceRef) -> Node {
        let source = &self.edition.corpus[at];
        self.publisher_in_short(source).maybe("url", source.url.clone())
    }

    fn publisher_in_short(&self, source: &Source) -> Node {
        let kind = match source.kind {
            Some(SourceKind::Outlet | SourceKind::Agency) => "NewsMediaOrganization",
            Some(SourceKind::State) => "GovernmentOrganization",
            Some(SourceKind::Organization) | None => "Organization",
        };
        Node::new(kind).id(self.here.to(address::source(source))).text("name", &source.name)
    }

    /// Somebody who says or does something; `None` where they are not named.
    fn party(&self, party: &Party) -> Option<Node> {
        match party {
            Party::Entity(at) => self.entity(*at),
            Party::Source(at) => Some(self.publisher_in_short(&self.edition.corpus[*at])),
            Party::Text(name) => Some(Node::untyped().text("name", name)),
        }
    }

    fn entity(&self, at: EntityRef) -> Option<Node> {
        let entity = &self.edition.corpus[at];
        if entity.private {
            return None;
        }
        let node = match entity.kind {
            Some(EntityKind::Person) => Node::new("Person"),
            Some(EntityKind::Organization) => Node::new("Organization"),
            Some(EntityKind::State) => Node::new("Country"),
            Some(EntityKind::Place) => Node::new("Place"),
            None => Node::untyped(),
        };
        Some(node.id(self.here.to(address::entity(entity))).text("name", &entity.name))
    }
}

/// A date that ISO 8601 has and that is not in doubt.
fn iso(date: &Date) -> Option<String> {
    let certain = !(date.approximate || date.uncertain || date.soft);
    date.iso_core().filter(|_| certain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_the_element() {
        let escaped = written(&serde_json::json!({ "a": "</script><!--<script>&" }));
        assert!(!escaped.contains(['<', '>', '&']), "{escaped}");
        let read: serde_json::Value = serde_json::from_str(&escaped).unwrap();
        assert_eq!(read["a"], "</script><!--<script>&");
    }
}
