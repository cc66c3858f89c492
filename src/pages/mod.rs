//! Stage 4: the corpus and the findings → a list of pages, each with the small context that it alone needs.
//!
//! A [`Page`] is only a plan: where it will be and what it is about. Its [`View`], everything that its template needs, is
//! made when it is rendered and dropped afterwards, so that ten thousand articles are never held twice. A view is plain
//! data with links already relative to its page: a theme can show it, leave parts of it out, or draw its figures anew,
//! but cannot reach anything that the page does not depend on.
//!
//! What must never leave: drafts, withdrawn articles (but for their notice), private entities' names, and the words of
//! articles whose text may not be shown. [`Edition`] and `parts` see to that in one place.

mod a_to_z;
pub mod address;
mod answers;
mod article;
mod card;
mod changed;
mod charts;
mod claims;
mod corrections;
mod coverage;
mod data;
mod dated;
mod edition;
mod entity;
mod event;
mod excerpts;
mod feeds;
mod filter;
mod findings;
mod fragment;
mod frame;
mod grid;
mod home;
pub mod license;
mod linked;
mod lists;
mod method;
mod order;
mod parts;
mod places;
mod question;
mod reach;
mod script;
mod search;
mod source;
mod split;
mod statements;
mod timeline;
mod wording;

use serde::Serialize;

use crate::model::{ArticleRef, EntityRef, EventRef, QuestionRef, SourceRef};
use a_to_z::Part;
use address::Here;

pub use changed::changed;
pub use data::ANNOTATIONS;
pub use dated::{CALENDAR, Dated, TIMELINE_JS};
pub use edition::Edition;
pub use excerpts::Shown;
pub use feeds::{Alternate, Feed};
pub use findings::CLASSES;
pub use frame::{Frame, is_indexable};
pub use parts::{Mark, When, Words};
pub use reach::{Follows, Reach};
pub use script::direction;

/// What the command line asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Show drafts.
    pub drafts: bool,
    /// Leave search out.
    pub no_search: bool,
}

/// A page that the site has.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Page {
    /// Its file, relative to the site's root: `events/x/index.html`.
    pub path: String,
    /// What it is about.
    pub about: About,
}

/// What a page is about; where a list is cut into several, with the page's number, from 0.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "one for each kind of page")]
pub enum About {
    Home,
    Timeline(usize),
    Event(EventRef, usize),
    Claims(usize),
    AllClaims(usize),
    Question(QuestionRef, usize),
    Articles(usize),
    Article(ArticleRef),
    Sources(usize),
    Source(SourceRef, usize),
    Entities(usize),
    Entity(EntityRef, usize),
    Method,
    Data,
    Corrections(usize),
    Search,
    /// A part of the list of everything from A to Z, by its position there.
    Letter(usize),
    /// A page of the editor's, by its position in the corpus.
    Editor(usize),
    /// What a host shows where there is no page.
    NotFound,
    /// An older address, and the one that took its place.
    Moved(String),
}

/// Everything that a page's template needs.
#[derive(Clone, Debug, Serialize)]
pub struct View {
    /// What every page has.
    #[serde(flatten)]
    pub frame: Frame,
    /// What it says to machines: JSON-LD, escaped for an element of its own.
    pub linked: Option<String>,
    /// What this one is about.
    #[serde(flatten)]
    pub body: Body,
}

/// The part of a view that depends on what the page is about.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
#[expect(missing_docs, reason = "one for each kind of page")]
pub enum Body {
    Home(Box<home::HomeView>),
    Timeline(Box<timeline::TimelineView>),
    Event(Box<event::EventView>),
    Claims(Box<claims::ClaimsView>),
    Statements(Box<statements::StatementsView>),
    Question(Box<question::QuestionView>),
    Articles(Box<lists::ArticlesView>),
    Article(Box<article::ArticleView>),
    Sources(Box<lists::SourcesView>),
    Source(Box<source::SourceView>),
    Entities(Box<lists::EntitiesView>),
    Entity(Box<entity::EntityView>),
    Method(Box<method::MethodView>),
    Corrections(Box<corrections::CorrectionsView>),
    Search(Box<search::SearchView>),
    Letter(Box<search::LetterView>),
    Editor {
        title: String,
        /// Markdown.
        body: String,
    },
    Moved {
        to: String,
    },
    Data(Box<data::DataView>),
    NotFound {},
}

impl View {
    /// The template that shows it.
    pub fn template(&self) -> &'static str {
        match self.body {
            Body::Home(_) => "home.html",
            Body::Timeline(_) => "timeline.html",
            Body::Event(_) => "event.html",
            Body::Claims(_) => "claims.html",
            Body::Statements(_) => "statements.html",
            Body::Question(_) => "question.html",
            Body::Articles(_) => "articles.html",
            Body::Article(_) => "article.html",
            Body::Sources(_) => "sources.html",
            Body::Source(_) => "source.html",
            Body::Entities(_) => "entities.html",
            Body::Entity(_) => "entity.html",
            Body::Method(_) => "method.html",
            Body::Corrections(_) => "corrections.html",
            Body::Search(_) => "search.html",
            Body::Letter(_) => "letter.html",
            Body::Editor { .. } => "page.html",
            Body::Moved { .. } => "moved.html",
            Body::Data(_) => "data.html",
            Body::NotFound {} => "404.html",
        }
    }
}

/// All pages of the site, in the order of their paths.
pub fn pages(edition: &Edition<'_>) -> Vec<Page> {
    let corpus = edition.corpus;
    let order = edition.order();
    let mut pages = Pages(vec![Page { path: "404.html".into(), about: About::NotFound }]);
    pages.add("", About::Home);
    pages.add("method/", About::Method);
    pages.add("data/", About::Data);
    pages.list(order.timeline_pages.addresses(), About::Timeline);
    pages.list(order.article_pages.addresses(), About::Articles);
    pages.list(order.subject_pages.addresses(), About::Claims);
    pages.list(order.claim_pages.addresses(), About::AllClaims);
    pages.list(order.source_pages.addresses(), About::Sources);
    pages.list(order.entity_pages.addresses(), About::Entities);
    pages.list(order.correction_pages.addresses(), About::Corrections);
    pages.add(search::ADDRESS, About::Search);
    pages.list(edition.a_to_z().parts().map(Part::address), About::Letter);
    for (position, article) in corpus.articles.iter().enumerate() {
        let address = address::article(article);
        pages.older("articles/", &article.aliases, &address);
        pages.add(&address, About::Article(ArticleRef(position)));
    }
    for &at in edition.timeline() {
        let own = event::pages(edition, at);
        pages.older("events/", &corpus[at].aliases, &own.addresses()[0]);
        pages.list(own.addresses(), |page| About::Event(at, page));
    }
    for at in (0..corpus.questions.len()).map(QuestionRef) {
        let own = question::pages(edition, at);
        pages.older("claims/", &corpus[at].aliases, &own.addresses()[0]);
        pages.list(own.addresses(), |page| About::Question(at, page));
    }
    for at in (0..corpus.sources.len()).map(SourceRef) {
        let own = source::pages(edition, at);
        pages.older("sources/", &corpus[at].aliases, &own.addresses()[0]);
        pages.list(own.addresses(), |page| About::Source(at, page));
    }
    for at in edition.entities() {
        let own = entity::pages(edition, at);
        pages.older("entities/", &corpus[at].aliases, &own.addresses()[0]);
        pages.list(own.addresses(), |page| About::Entity(at, page));
    }
    for (position, page) in corpus.pages.iter().enumerate() {
        let address = address::editor_page(page);
        pages.older("", &page.aliases, &address);
        pages.add(&address, About::Editor(position));
    }
    pages.0.sort();
    // A thing that is there goes before an older name of another.
    pages.0.dedup_by(|a, b| a.path == b.path);
    pages.0
}

/// Collects pages by their addresses.
struct Pages(Vec<Page>);

impl Pages {
    fn add(&mut self, address: &str, about: About) {
        self.0.push(Page { path: format!("{address}index.html"), about });
    }

    /// The pages of a list, in their order.
    fn list(&mut self, addresses: impl IntoIterator<Item = impl AsRef<str>>, about: impl Fn(usize) -> About) {
        for (page, address) in addresses.into_iter().enumerate() {
            self.add(address.as_ref(), about(page));
        }
    }

    /// Older names of what is at an address now.
    fn older(&mut self, folder: &str, aliases: &[String], to: &str) {
        for alias in aliases {
            self.add(&format!("{folder}{alias}/"), About::Moved(to.to_owned()));
        }
    }
}

/// What a page's template needs.
pub fn view(edition: &Edition<'_>, page: &Page) -> View {
    let here = match page.about {
        About::NotFound => Here::anywhere(&edition.corpus.site.base_url),
        _ => Here::at(&page.path),
    };
    let body = match &page.about {
        About::Home => Body::Home(Box::new(home::view(edition, &here))),
        About::Timeline(page) => Body::Timeline(Box::new(timeline::view(edition, &here, *page))),
        About::Event(at, page) => Body::Event(Box::new(event::view(edition, &here, *at, *page))),
        About::Claims(page) => Body::Claims(Box::new(claims::view(edition, &here, *page))),
        About::AllClaims(page) => Body::Statements(Box::new(statements::view(edition, &here, *page))),
        About::Question(at, page) => Body::Question(Box::new(question::view(edition, &here, *at, *page))),
        About::Articles(page) => Body::Articles(Box::new(lists::articles(edition, &here, *page))),
        About::Article(at) => Body::Article(Box::new(article::view(edition, &here, *at))),
        About::Sources(page) => Body::Sources(Box::new(lists::sources(edition, &here, *page))),
        About::Source(at, page) => Body::Source(Box::new(source::view(edition, &here, *at, *page))),
        About::Entities(page) => Body::Entities(Box::new(lists::entities(edition, &here, *page))),
        About::Entity(at, page) => Body::Entity(Box::new(entity::view(edition, &here, *at, *page))),
        About::Method => Body::Method(Box::new(method::view(edition, &here))),
        About::Corrections(page) => Body::Corrections(Box::new(corrections::view(edition, &here, *page))),
        About::Search => Body::Search(Box::new(search::view(edition, &here))),
        About::Letter(position) => Body::Letter(Box::new(search::letter(edition, &here, *position))),
        About::Editor(position) => {
            let own = &edition.corpus.pages[*position];
            Body::Editor { title: own.title.clone(), body: own.body.clone() }
        }
        About::Moved(to) => Body::Moved { to: here.to(to) },
        About::Data => Body::Data(Box::new(data::view(edition, &here))),
        About::NotFound => Body::NotFound {},
    };
    View { frame: frame::frame(edition, &here, page), linked: linked::block(edition, page), body }
}
