//! What every page has: the site's name, the language, the navigation, what search engines are told.

use serde::Serialize;

use super::address::{self, Here};
use super::card::{self, Card};
use super::feeds::{Alternate, alternates};
use super::script::direction;
use super::search;
use super::{About, Edition, Page};
use crate::model::{Article, TextMode};

/// What every page has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Frame {
    /// What leads from the page to the site's root.
    pub root: String,
    /// The site's language, which is the editor's.
    pub lang: String,
    /// Which way it is written.
    pub dir: &'static str,
    /// The interface's language, where that does not speak the site's.
    pub interface: Option<String>,
    /// The site.
    pub site: Site,
    /// The main navigation.
    pub nav: Vec<Entry>,
    /// The search page.
    pub search: Search,
    /// The editor's own pages.
    pub editor_pages: Vec<EditorEntry>,
    /// Where the page is published; absent where the site does not know its address.
    pub address: Option<String>,
    /// Where the page's text was first published, of pages that show all of somebody else's text.
    pub canonical: Option<String>,
    /// Other forms of what the page, or the site, is about.
    pub alternates: Vec<Alternate>,
    /// Whether search engines are asked to leave it out.
    pub noindex: bool,
    /// What a link to the page is shown with elsewhere.
    pub card: Card,
}

/// The site, as its head and foot name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Site {
    /// Its name.
    pub title: String,
    /// What it is, in a sentence.
    pub description: Option<String>,
    /// The first page.
    pub href: String,
}

/// One entry of the navigation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Its name in the message files, after `nav-`.
    pub key: &'static str,
    /// Where it leads.
    pub href: String,
    /// Whether the page is in that part of the site.
    pub current: bool,
}

/// The search page, as every page leads to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Search {
    /// Where it is.
    pub href: String,
    /// Whether words can be looked for, and not only names from A to Z.
    pub words: bool,
    /// Whether the page is in that part of the site.
    pub current: bool,
}

/// One page of the editor's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EditorEntry {
    /// Its heading.
    pub title: String,
    /// Where it leads.
    pub href: String,
}

/// The parts of the site that the navigation names.
const PARTS: [&str; 5] = ["claims", "timeline", "articles", "sources", "entities"];

/// The frame of a page.
pub fn frame(edition: &Edition<'_>, here: &Here, page: &Page) -> Frame {
    let site = &edition.corpus.site;
    let part = page.path.split('/').next().unwrap_or_default();
    let part = if part == "events" { "timeline" } else { part };
    let absolute = site.base_url.contains("://");
    let is_page = is_page(page);
    Frame {
        root: here.root.clone(),
        lang: site.language.clone(),
        dir: direction(&site.language),
        interface: (edition.language.tag() != site.language).then(|| edition.language.tag().to_owned()),
        site: Site { title: site.title.clone(), description: site.description.clone(), href: here.to("") },
        nav: PARTS.iter().map(|&key| Entry { key, href: here.to(format!("{key}/")), current: key == part }).collect(),
        search: Search {
            href: here.to(search::ADDRESS),
            words: !edition.options.no_search,
            current: format!("{part}/") == search::ADDRESS,
        },
        editor_pages: edition
            .corpus
            .pages
            .iter()
            .map(|own| EditorEntry { title: own.title.clone(), href: here.to(address::editor_page(own)) })
            .collect(),
        address: (absolute && is_page)
            .then(|| format!("{}{}", site.base_url, page.path.trim_end_matches("index.html"))),
        canonical: article(edition, page)
            .filter(|article| article.text == TextMode::Full)
            .and_then(|article| article.url.clone()),
        alternates: if is_page { alternates(edition, here, &page.about) } else { Vec::new() },
        noindex: !is_indexable(edition, page),
        card: card::card(edition, page),
    }
}

/// Whether search engines are welcome on a page: not on somebody else's whole text, nor where there is nothing to find.
pub fn is_indexable(edition: &Edition<'_>, page: &Page) -> bool {
    let kept_out = |article: &Article| article.text == TextMode::Full || article.withdrawn.is_some();
    is_page(page) && !article(edition, page).is_some_and(kept_out)
}

fn is_page(page: &Page) -> bool {
    !matches!(page.about, About::NotFound | About::Moved(_))
}

fn article<'a>(edition: &Edition<'a>, page: &Page) -> Option<&'a Article> {
    match page.about {
        About::Article(at) => Some(&edition.corpus[at]),
        _ => None,
    }
}
