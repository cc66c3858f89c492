//! Where the feeds are, and which of them a page names in its head.

use serde::Serialize;

use super::address::{self, Here};
use super::dated::CALENDAR;
use super::{About, Edition};
use crate::model::Site;

/// The feed of a page, or of the site.
pub struct Feed;

/// Another form of what a page is about, for the page's head.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Alternate {
    /// Where it is.
    pub href: String,
    /// Its media type.
    pub kind: &'static str,
    /// What it is.
    pub title: String,
}

impl Feed {
    /// Feeds are full of addresses: they are there where the site knows its own.
    pub fn are_there(site: &Site) -> bool {
        site.base_url.contains("://")
    }

    /// The path of the Atom feed of what is at an address.
    pub fn atom(address: &str) -> String {
        format!("{address}feed.xml")
    }

    /// The path of the JSON feed.
    pub fn json(address: &str) -> String {
        format!("{address}feed.json")
    }
}

/// What a page's head names.
pub(super) fn alternates(edition: &Edition<'_>, here: &Here, about: &About) -> Vec<Alternate> {
    let corpus = edition.corpus;
    let site = &corpus.site;
    let mut alternates = Vec::new();
    if matches!(about, About::Home | About::Timeline(_)) && edition.has_dated_events() {
        let title = edition.language.text("data-calendar", &[]);
        alternates.push(Alternate { href: here.to(CALENDAR), kind: "text/calendar", title });
    }
    if !Feed::are_there(site) {
        return alternates;
    }
    let mut add = |address: &str, name: &str| {
        let title = edition.language.text("feed-link", &[("name", name.into())]);
        let atom = Alternate { href: here.to(Feed::atom(address)), kind: "application/atom+xml", title: title.clone() };
        let json = Alternate { href: here.to(Feed::json(address)), kind: "application/feed+json", title };
        alternates.extend([atom, json]);
    };
    match about {
        About::Entity(at, _) if site.feeds.entities => add(&address::entity(&corpus[*at]), &corpus[*at].name),
        About::Question(at, _) if site.feeds.questions => add(&address::question(&corpus[*at]), &corpus[*at].question),
        _ => {}
    }
    add("", &site.title);
    alternates
}
