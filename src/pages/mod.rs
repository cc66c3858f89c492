//! Stage 4: the corpus and the findings → a list of pages, each with the small context that it alone needs.
//!
//! A [`Page`] is only a plan: where it will be and what it is about. Its [`View`], everything that its template needs, is
//! made when it is rendered and dropped afterwards, so that ten thousand articles are never held twice. A view is plain
//! data with links already relative to its page: a theme can show it, leave parts of it out, or draw its figures anew,
//! but cannot reach anything that the page does not depend on.
//!
//! What must never leave: drafts, withdrawn articles (but for their notice), private entities' names, and the words of
//! articles whose text may not be shown. [`Edition`] and `parts` see to that in one place.

pub mod address;
mod article;
mod edition;
mod excerpts;
mod frame;
mod parts;
mod script;
mod wording;

use serde::Serialize;

use crate::model::ArticleRef;
use address::Here;

pub use edition::Edition;
pub use frame::Frame;
pub use parts::Mark;
pub use script::direction;

/// What the command line asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Show drafts.
    pub drafts: bool,
}

/// A page that the site has.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Page {
    /// Its file, relative to the site's root: `events/x/index.html`.
    pub path: String,
    /// What it is about.
    pub about: About,
}

/// What a page is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// One article.
    Article(ArticleRef),
}

/// Everything that a page's template needs.
#[derive(Clone, Debug, Serialize)]
pub struct View {
    /// What every page has.
    #[serde(flatten)]
    pub frame: Frame,
    /// What this one is about.
    #[serde(flatten)]
    pub body: Body,
}

/// The part of a view that depends on what the page is about.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
#[expect(missing_docs, reason = "one for each page of the site")]
pub enum Body {
    Article(Box<article::ArticleView>),
}

impl View {
    /// The template that shows it.
    pub fn template(&self) -> &'static str {
        match self.body {
            Body::Article(_) => "article.html",
        }
    }
}

/// All pages of the site, in the order of their paths.
pub fn pages(edition: &Edition<'_>) -> Vec<Page> {
    let corpus = edition.corpus;
    let mut pages = Vec::new();
    let mut add = |address: String, about| pages.push(Page { path: format!("{address}index.html"), about });
    for (position, article) in corpus.articles.iter().enumerate() {
        add(address::article(article), About::Article(ArticleRef(position)));
    }
    pages.sort();
    pages
}

/// What a page's template needs.
pub fn view(edition: &Edition<'_>, page: &Page) -> View {
    let here = Here::at(&page.path);
    let body = match page.about {
        About::Article(at) => Body::Article(Box::new(article::view(edition, &here, at))),
    };
    View { frame: frame::frame(edition, &here, page), body }
}
