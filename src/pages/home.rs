//! The first page: what this collection is, the sharpest differences, the latest events.

use serde::Serialize;

use super::address::{self, Here};
use super::charts::Strip;
use super::claims::{self, Item};
use super::edition::Edition;
use super::timeline::{self, picture};

/// How many differences are shown.
const DIFFERENCES: usize = 5;

/// How many events are shown.
const EVENTS: usize = 8;

/// Up to so many events the picture has a lane for each source; of more it shows how many there were when.
const FEW_EVENTS: usize = 60;

/// How many lanes it has.
const LANES: usize = 6;

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HomeView {
    /// The sharpest differences.
    pub differences: Vec<Item>,
    /// How many questions and events are of each class, the gravest class first.
    pub tally: Vec<claims::Tally>,
    /// The latest events, the latest first.
    pub events: Vec<timeline::Item>,
    /// The timeline's picture.
    pub strip: Option<Strip>,
    /// How much there is.
    pub counts: Counts,
}

/// How much there is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Articles that are shown.
    pub articles: usize,
    /// Sources that they are of.
    pub sources: usize,
    /// Articles of no known source.
    pub unidentified: usize,
    /// Questions with an answer.
    pub questions: usize,
    /// Answers to them.
    pub claims: usize,
    /// Events.
    pub events: usize,
}

/// The view of the page.
pub fn view(edition: &Edition<'_>, here: &Here) -> HomeView {
    let events = edition.timeline();
    let dated = events.iter().rev().filter(|&&at| edition.corpus.event_date(at).is_some());
    HomeView {
        differences: claims::sharpest(edition, here, DIFFERENCES),
        tally: claims::tally_for_home(edition, here),
        events: dated.take(EVENTS).map(|&at| timeline::item(edition, here, at)).collect(),
        strip: match events.len() > FEW_EVENTS {
            true => edition.overview().map(|strip| strip.seen_from(|href| here.to(href), None)),
            false => picture(edition, events, LANES, &|at| here.to(address::event(&edition.corpus[at]))),
        },
        counts: Counts {
            articles: edition.order().articles.len(),
            sources: edition.order().sources.len(),
            unidentified: edition.unidentified(),
            questions: edition.order().questions.len(),
            claims: edition.order().claims,
            events: events.len(),
        },
    }
}
