//! The first page: what this collection is, the sharpest differences, the latest events.

use serde::Serialize;

use super::address::{self, Here};
use super::charts::Strip;
use super::claims::{self, Item};
use super::edition::Edition;
use super::timeline::{self, picture};
use crate::model::Class;

/// How many differences are shown.
const DIFFERENCES: usize = 5;

/// How many events are shown.
const EVENTS: usize = 8;

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HomeView {
    /// The sharpest differences.
    pub differences: Vec<Item>,
    /// How many questions and events are of each class, the gravest class first.
    pub tally: Vec<Tally>,
    /// The latest events, the latest first.
    pub events: Vec<timeline::Item>,
    /// The timeline's picture.
    pub strip: Option<Strip>,
    /// How much there is.
    pub counts: Counts,
}

/// How many are of a class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// The class' name.
    pub class: &'static str,
    /// How many questions and events.
    pub count: usize,
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
        tally: tally(edition),
        events: dated.take(EVENTS).map(|&at| timeline::item(edition, here, at)).collect(),
        strip: picture(edition, events, false, |at| here.to(address::event(&edition.corpus[at]))),
        counts: Counts {
            articles: edition.articles().count(),
            sources: edition.sources().count(),
            unidentified: edition.unidentified(),
            questions: edition.questions().count(),
            claims: edition.questions().map(|question| edition.claims(question).len()).sum(),
            events: events.len(),
        },
    }
}

fn tally(edition: &Edition<'_>) -> Vec<Tally> {
    let comparison = edition.comparison;
    let count = |class: Class| {
        let questions = comparison.questions.iter().filter(|summary| summary.status == Some(class)).count();
        let events =
            comparison.events.iter().filter(|summary| summary.status == Some(class) && !summary.findings.is_empty());
        Tally { class: class.name(), count: questions + events.count() }
    };
    super::findings::CLASSES.into_iter().map(count).filter(|tally| tally.count > 0).collect()
}
