//! The page of claims that differ: contradictions first, then what cannot be told, then what is explained; agreements
//! and questions with a single answer are folded. Events whose accounts differ are listed with them, and in the end the
//! questions that nobody answers.

use serde::Serialize;

use super::address::{self, Here};
use super::answers::Answers;
use super::edition::Edition;
use super::findings::{CLASSES, Found};
use super::parts::Named;
use super::question::named;
use crate::model::{ClaimRef, Class, EventRef, QuestionRef, Value};

/// How many questions of a class are shown with their answers; the others are listed by name.
const SHOWN: usize = 40;

/// How many answers of a question are shown; its own page has all.
const ANSWERS: usize = 6;

/// The same on the first page.
const FEW: usize = 4;

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ClaimsView {
    /// The questions and events of each class, the gravest class first.
    pub groups: Vec<Group>,
    /// Questions with nothing to compare.
    pub single: Vec<Item>,
    /// Questions that no article answers.
    pub unanswered: Vec<Named>,
    /// How many questions there are.
    pub questions: usize,
}

/// What is of one class.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// The class' name.
    pub class: &'static str,
    /// With their answers.
    pub items: Vec<Item>,
    /// By name only.
    pub others: Vec<Named>,
}

/// A question or an event.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Item {
    /// `question` or `event`.
    pub kind: &'static str,
    /// Its name and page.
    pub subject: Named,
    /// The class' name.
    pub class: Option<&'static str>,
    /// How many independent origins speak of it.
    pub origins: usize,
    /// The gravest finding.
    pub lead: Option<Found>,
    /// How many other findings there are.
    pub others: usize,
    /// A question's answers.
    pub answers: Option<Answers>,
}

/// The view of the page.
pub fn view(edition: &Edition<'_>, here: &Here) -> ClaimsView {
    let comparison = edition.comparison;
    let (asked, unanswered): (Vec<QuestionRef>, Vec<QuestionRef>) =
        comparison.order.iter().copied().partition(|&at| !edition.claims(at).is_empty());
    let groups = CLASSES.into_iter().map(|class| {
        let of_class = |at: &&QuestionRef| comparison.questions[at.0].status == Some(class);
        let questions = asked.iter().filter(of_class).copied().map(Subject::Question);
        let subjects: Vec<Subject> = questions.chain(events(edition, class).map(Subject::Event)).collect();
        let (shown, listed) = subjects.split_at(subjects.len().min(SHOWN));
        Group {
            class: class.name(),
            items: shown.iter().map(|subject| subject.item(edition, here, ANSWERS)).collect(),
            others: listed.iter().map(|subject| subject.name(edition, here)).collect(),
        }
    });
    let groups = groups.filter(|group| !group.items.is_empty()).collect();
    let single = asked.iter().filter(|at| comparison.questions[at.0].status.is_none());
    ClaimsView {
        groups,
        single: single.map(|&at| Subject::Question(at).item(edition, here, ANSWERS)).collect(),
        unanswered: unanswered.iter().map(|&at| named(edition, here, at)).collect(),
        questions: asked.len(),
    }
}

/// The sharpest differences, for the first page.
pub fn sharpest(edition: &Edition<'_>, here: &Here, most: usize) -> Vec<Item> {
    let differ = CLASSES.into_iter().filter(|class| *class != Class::Agree);
    let subjects = differ.flat_map(|class| {
        let questions = edition.comparison.order.iter().copied();
        let of_class = move |at: &QuestionRef| edition.comparison.questions[at.0].status == Some(class);
        let subjects = questions.filter(of_class).map(Subject::Question);
        subjects.chain(events(edition, class).map(Subject::Event)).map(move |subject| (class, subject))
    });
    // After contradictions come figures of several sources, which a reader grasps at a glance.
    let mut ranked: Vec<(u8, Subject)> = subjects
        .map(|(class, subject)| {
            let several = subject.origins(edition) > 1;
            let rank = match (class, several, several && subject.has_figures(edition)) {
                (Class::Contradict, _, _) => 0,
                (_, _, true) => 1,
                (_, true, _) => 2,
                _ => 3,
            };
            (rank, subject)
        })
        .collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().take(most).map(|(_, subject)| subject.item(edition, here, FEW)).collect()
}

fn events<'a>(edition: &'a Edition<'_>, class: Class) -> impl Iterator<Item = EventRef> + 'a {
    let of_class = move |summary: &&crate::compare::EventSummary| {
        // Accounts that only agree are what one expects of an event: its own page says so.
        summary.status == Some(class) && !summary.findings.is_empty()
    };
    edition.comparison.events.iter().filter(of_class).map(|summary| summary.event)
}

enum Subject {
    Question(QuestionRef),
    Event(EventRef),
}

impl Subject {
    fn name(&self, edition: &Edition<'_>, here: &Here) -> Named {
        match *self {
            Self::Question(at) => named(edition, here, at),
            Self::Event(at) => {
                Named::link(edition.corpus.event_title(at), here.to(address::event(&edition.corpus[at])))
            }
        }
    }

    fn origins(&self, edition: &Edition<'_>) -> usize {
        match *self {
            Self::Question(at) => edition.comparison.questions[at.0].origins,
            Self::Event(at) => edition.comparison.events[at.0].origins,
        }
    }

    /// Whether two answers or more are figures.
    fn has_figures(&self, edition: &Edition<'_>) -> bool {
        let Self::Question(at) = *self else { return false };
        let figure = |claim: &&ClaimRef| matches!(edition.corpus[**claim].value, Some(Value::Quantity(_)));
        edition.claims(at).iter().filter(figure).count() > 1
    }

    fn item(&self, edition: &Edition<'_>, here: &Here, most: usize) -> Item {
        let comparison = edition.comparison;
        let (kind, findings, class, origins, answers) = match *self {
            Self::Question(at) => {
                let summary = &comparison.questions[at.0];
                let answers = edition.answers(here, at, most);
                ("question", comparison.of_question(at), summary.status, summary.origins, Some(answers))
            }
            Self::Event(at) => {
                let summary = &comparison.events[at.0];
                ("event", comparison.of_event(at), summary.status, summary.origins, None)
            }
        };
        Item {
            kind,
            subject: self.name(edition, here),
            class: class.map(Class::name),
            origins,
            lead: findings.first().map(|finding| edition.found(here, finding)),
            others: findings.len().saturating_sub(1),
            answers,
        }
    }
}
