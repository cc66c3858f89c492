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
mod answers;
mod article;
mod card;
mod changed;
mod charts;
mod claims;
mod corrections;
mod data;
mod dated;
mod edition;
mod entity;
mod event;
mod excerpts;
mod feeds;
mod findings;
mod frame;
mod home;
pub mod license;
mod linked;
mod lists;
mod method;
mod parts;
mod places;
mod question;
mod script;
mod source;
mod timeline;
mod wording;

use serde::Serialize;

use crate::model::{ArticleRef, EntityRef, EventRef, QuestionRef, SourceRef};
use address::Here;

pub use changed::changed;
pub use dated::{CALENDAR, Dated, TIMELINE_JS};
pub use edition::Edition;
pub use feeds::{Alternate, Feed};
pub use frame::{Frame, is_indexable};
pub use parts::{Mark, Words};
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
#[expect(missing_docs, reason = "one for each kind of page")]
pub enum About {
    Home,
    Timeline,
    Event(EventRef),
    Claims,
    Question(QuestionRef),
    Articles,
    Article(ArticleRef),
    Sources,
    Source(SourceRef),
    Entities,
    Entity(EntityRef),
    Method,
    Data,
    Corrections,
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
    Question(Box<question::QuestionView>),
    Articles(Box<lists::ArticlesView>),
    Article(Box<article::ArticleView>),
    Sources(Box<lists::SourcesView>),
    Source(Box<source::SourceView>),
    Entities(Box<lists::EntitiesView>),
    Entity(Box<entity::EntityView>),
    Method(Box<method::MethodView>),
    Corrections(Box<corrections::CorrectionsView>),
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
            Body::Question(_) => "question.html",
            Body::Articles(_) => "articles.html",
            Body::Article(_) => "article.html",
            Body::Sources(_) => "sources.html",
            Body::Source(_) => "source.html",
            Body::Entities(_) => "entities.html",
            Body::Entity(_) => "entity.html",
            Body::Method(_) => "method.html",
            Body::Corrections(_) => "corrections.html",
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
    let mut pages = vec![Page { path: "404.html".into(), about: About::NotFound }];
    let mut add = |address: &str, about| pages.push(Page { path: format!("{address}index.html"), about });
    add("", About::Home);
    add("timeline/", About::Timeline);
    add("claims/", About::Claims);
    add("articles/", About::Articles);
    add("sources/", About::Sources);
    add("entities/", About::Entities);
    add("method/", About::Method);
    add("data/", About::Data);
    add("corrections/", About::Corrections);
    let mut moved = Vec::new();
    let mut own = |address: String, about, folder: &str, aliases: &[String]| {
        moved.extend(aliases.iter().map(|alias| (format!("{folder}{alias}/"), address.clone())));
        add(&address, about);
    };
    for (position, article) in corpus.articles.iter().enumerate() {
        own(address::article(article), About::Article(ArticleRef(position)), "articles/", &article.aliases);
    }
    for &at in edition.timeline() {
        own(address::event(&corpus[at]), About::Event(at), "events/", &corpus[at].aliases);
    }
    for (position, question) in corpus.questions.iter().enumerate() {
        own(address::question(question), About::Question(QuestionRef(position)), "claims/", &question.aliases);
    }
    for (position, source) in corpus.sources.iter().enumerate() {
        own(address::source(source), About::Source(SourceRef(position)), "sources/", &source.aliases);
    }
    for at in edition.entities() {
        own(address::entity(&corpus[at]), About::Entity(at), "entities/", &corpus[at].aliases);
    }
    for (position, page) in corpus.pages.iter().enumerate() {
        own(address::editor_page(page), About::Editor(position), "", &page.aliases);
    }
    for (from, to) in moved {
        add(&from, About::Moved(to));
    }
    pages.sort();
    // A thing that is there goes before an older name of another.
    pages.dedup_by(|a, b| a.path == b.path);
    pages
}

/// What a page's template needs.
pub fn view(edition: &Edition<'_>, page: &Page) -> View {
    let here = match page.about {
        About::NotFound => Here::anywhere(&edition.corpus.site.base_url),
        _ => Here::at(&page.path),
    };
    let body = match &page.about {
        About::Home => Body::Home(Box::new(home::view(edition, &here))),
        About::Timeline => Body::Timeline(Box::new(timeline::view(edition, &here))),
        About::Event(at) => Body::Event(Box::new(event::view(edition, &here, *at))),
        About::Claims => Body::Claims(Box::new(claims::view(edition, &here))),
        About::Question(at) => Body::Question(Box::new(question::view(edition, &here, *at))),
        About::Articles => Body::Articles(Box::new(lists::articles(edition, &here))),
        About::Article(at) => Body::Article(Box::new(article::view(edition, &here, *at))),
        About::Sources => Body::Sources(Box::new(lists::sources(edition, &here))),
        About::Source(at) => Body::Source(Box::new(source::view(edition, &here, *at))),
        About::Entities => Body::Entities(Box::new(lists::entities(edition, &here))),
        About::Entity(at) => Body::Entity(Box::new(entity::view(edition, &here, *at))),
        About::Method => Body::Method(Box::new(method::view(edition, &here))),
        About::Corrections => Body::Corrections(Box::new(corrections::view(edition, &here))),
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
