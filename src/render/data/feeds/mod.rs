//! What is new, for those who follow: Atom and JSON Feed 1.1, for the whole site and, where the settings ask for it, for
//! each entity and each question.
//!
//! An article that was added, a value that was newly claimed, an account of an event, a contradiction that came with the
//! later of its claims, a correction: each is an entry of its own, with an id that stays. Times come from `added` and from
//! corrections, never from the clock; what has no time is in no feed, and the Data page says how much that is. A feed has
//! the latest [`MOST`] entries.
//!
//! A feed names addresses, so there is none where the site does not know its own (`base_url`).

mod atom;
mod entry;
mod json;
mod news;

use chrono::{DateTime, Utc};

use super::{Data, html, moment, tag};
use crate::model::{EntityRef, QuestionRef};
use crate::pages::address::{self, Here};
use crate::pages::{Edition, Feed as Address};
use entry::Entry;

/// How many entries a feed has at the most.
pub(super) const MOST: usize = 200;

/// What a feed is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum About {
    Site,
    Entity(EntityRef),
    Question(QuestionRef),
}

/// How it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Atom,
    Json,
}

/// A feed, ready to be written.
struct Feed {
    id: String,
    title: String,
    subtitle: Option<String>,
    /// The site, who is the author of what is said here.
    author: String,
    rights: Option<String>,
    language: String,
    /// The page that it is about.
    page: String,
    /// Its own address.
    address: String,
    updated: DateTime<Utc>,
    entries: Vec<Entry>,
}

/// All feeds of the site, by their paths.
pub(super) fn files(edition: &Edition<'_>) -> Vec<(String, About, Format)> {
    let corpus = edition.corpus;
    if !Address::are_there(&corpus.site) {
        return Vec::new();
    }
    let mut about = vec![About::Site];
    if corpus.site.feeds.entities {
        about.extend(edition.entities().map(About::Entity));
    }
    if corpus.site.feeds.questions {
        about.extend((0..corpus.questions.len()).map(|at| About::Question(QuestionRef(at))));
    }
    let both = |about: About| {
        let page = page(edition, about);
        [(Address::atom(&page), about, Format::Atom), (Address::json(&page), about, Format::Json)]
    };
    about.into_iter().flat_map(both).collect()
}

/// The address of the page that a feed is about.
fn page(edition: &Edition<'_>, about: About) -> String {
    match about {
        About::Site => String::new(),
        About::Entity(at) => address::entity(&edition.corpus[at]),
        About::Question(at) => address::question(&edition.corpus[at]),
    }
}

/// One feed's bytes.
pub(super) fn bytes(data: &Data<'_>, about: About, format: Format) -> Vec<u8> {
    let feed = feed(data.edition, about, format);
    match format {
        Format::Atom => atom::write(&feed),
        Format::Json => json::write(&feed),
    }
}

fn feed(edition: &Edition<'_>, about: About, format: Format) -> Feed {
    let corpus = edition.corpus;
    let site = &corpus.site;
    let there = Here { root: site.base_url.clone() };
    let tags = tag::Tags::new(&site.base_url);
    let news = news::latest(edition, about);
    let entries: Vec<Entry> = news.iter().map(|news| entry::entry(edition, &there, &tags, news)).collect();
    let latest =
        || corpus.articles.iter().filter(|article| edition.is_shown(article)).filter_map(moment::updated).max();
    let page = page(edition, about);
    let named = |name: &str| edition.language.text("feed-of", &[("name", name.into()), ("site", (&site.title).into())]);
    Feed {
        id: tags.of("feed", &page),
        title: match about {
            About::Site => site.title.clone(),
            About::Entity(at) => named(&corpus[at].name),
            About::Question(at) => named(&corpus[at].question),
        },
        subtitle: site.description.clone().filter(|_| about == About::Site),
        author: site.title.clone(),
        rights: site.license.clone(),
        language: edition.language.tag().to_owned(),
        address: match format {
            Format::Atom => there.to(Address::atom(&page)),
            Format::Json => there.to(Address::json(&page)),
        },
        page: there.to(&page),
        updated: entries.first().map(|entry| entry.updated).or_else(latest).unwrap_or_else(moment::without_content),
        entries,
    }
}
