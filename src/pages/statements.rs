//! All claims that are shown, question by question: what was said first, then what it was read as.

use serde::Serialize;

use super::address::Here;
use super::answers::Answer;
use super::edition::Edition;
use super::filter::{Choices, Entry, Facets, Filter};
use super::parts::Named;
use super::question::named;
use super::split::Pager;
use crate::model::Class;

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StatementsView {
    /// The questions, the sharpest difference first, each with its answers.
    pub questions: Vec<Asked>,
    /// How many claims there are in all.
    pub count: usize,
    /// How many questions there are in all.
    pub asked: usize,
    /// The other pages of the list.
    pub pager: Option<Pager>,
    /// What the list can be filtered by.
    pub filter: Filter,
}

/// A question with some of its answers.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Asked {
    /// Its name and page.
    pub question: Named,
    /// Its anchor.
    pub id: String,
    /// Its kind, by its name in the format.
    pub kind: &'static str,
    /// The class of the gravest finding.
    pub class: Option<&'static str>,
    /// The answers.
    pub answers: Vec<Line>,
    /// How many answers stand on pages before this one.
    pub before: usize,
}

/// An answer with what the list can be filtered by.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// The answer.
    #[serde(flatten)]
    pub answer: Answer,
    /// What it can be found by.
    pub facets: Facets,
}

/// The view of a page of the list.
pub fn view(edition: &Edition<'_>, here: &Here, page: usize) -> StatementsView {
    let order = edition.order();
    let part = order.claim_pages.range(page);
    let mut choices = Choices::default();
    let mut questions = Vec::new();
    for (at, share) in order.answers(edition, part) {
        let question = &edition.corpus[at];
        let before = share.start;
        let mut answers = Vec::with_capacity(share.len());
        for (position, &claim) in edition.in_order(at)[share].iter().enumerate() {
            let mut entry = Entry::default();
            entry.claim(edition, claim);
            entry.named_kind(edition, question.kind.name());
            entry.class(edition.gravest_class(claim));
            let facets = choices.add(edition, entry);
            answers.push(Line { answer: edition.answer(here, claim, before + position + 1, None), facets });
        }
        questions.push(Asked {
            question: named(edition, here, at),
            id: question.id.clone(),
            kind: question.kind.name(),
            class: edition.comparison.questions[at.0].status.map(Class::name),
            answers,
            before,
        });
    }
    StatementsView {
        questions,
        count: order.claims,
        asked: order.questions.len(),
        pager: order.claim_pages.pager(here, page),
        filter: choices.filter(),
    }
}
