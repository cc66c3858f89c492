//! The page of claims that differ: contradictions first, then what cannot be told, then what is explained; agreements
//! and questions with a single answer are folded. Events whose accounts differ are listed with them, and in the end the
//! questions that nobody answers.

use serde::Serialize;

use super::address::{self, Here};
use super::answers::Answers;
use super::edition::Edition;
use super::filter::{Choices, Entry, Facets, Filter};
use super::findings::{CLASSES, Found};
use super::parts::Named;
use super::question::named;
use super::split::{Pager, share};
use crate::compare::EventSummary;
use crate::model::{ClaimRef, Class, EventRef, QuestionRef, Value};

/// How many questions and events of a class are shown with their answers; the others in a line.
const SHOWN: usize = 25;

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
    /// How many there are of each class, and where they start.
    pub tally: Vec<Tally>,
    /// The page of all claims.
    pub all: String,
    /// The other pages of the list.
    pub pager: Option<Pager>,
    /// What the list can be filtered by.
    pub filter: Filter,
}

/// What is of one class.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// The class' name.
    pub class: &'static str,
    /// The questions and events.
    pub items: Vec<Item>,
}

/// How many questions and events are of a class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// The class' name; absent for questions with nothing to compare.
    pub class: Option<&'static str>,
    /// How many.
    pub count: usize,
    /// Where they start.
    pub href: String,
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
    /// Whether only a line of it is shown.
    pub brief: bool,
    /// What the list can be filtered by.
    pub facets: Facets,
}

/// Everything that was compared, the gravest class first and then the sharpest difference; then questions with nothing to
/// compare. An event whose accounts only agree is what one expects: its own page says so.
pub fn subjects(edition: &Edition<'_>) -> Vec<Subject> {
    let mut subjects = Vec::new();
    for class in CLASSES.into_iter().map(Some).chain([None]) {
        let questions = edition.comparison.order.iter().copied();
        let of_class = |at: &QuestionRef| edition.comparison.questions[at.0].status == class;
        let answered = |at: &QuestionRef| edition.live_claims(*at).next().is_some();
        subjects.extend(questions.filter(of_class).filter(answered).map(Subject::Question));
        let events = edition.comparison.events.iter();
        let of_class = |summary: &&EventSummary| class.is_some() && summary.status == class;
        let told = |summary: &&EventSummary| !summary.findings.is_empty();
        subjects.extend(events.filter(of_class).filter(told).map(|summary| Subject::Event(summary.event)));
    }
    subjects
}

/// The view of a page of them.
pub fn view(edition: &Edition<'_>, here: &Here, page: usize) -> ClaimsView {
    let order = edition.order();
    let unanswered = share(&order.unanswered, edition.corpus.site.page_size, page);
    let mut choices = Choices::default();
    let mut groups: Vec<Group> = Vec::new();
    let mut single = Vec::new();
    for &subject in &order.subjects[order.subject_pages.range(page)] {
        let class = subject.class(edition);
        let last = groups.last().filter(|group| Some(group.class) == class.map(Class::name));
        let place = if class.is_some() { last.map_or(0, |group| group.items.len()) } else { single.len() };
        let brief = page > 0 || place >= SHOWN;
        let facets = choices.add(edition, subject.entry(edition));
        let item = Item { facets, ..subject.item(edition, here, if brief { 0 } else { ANSWERS }) };
        let Some(class) = class.map(Class::name) else {
            single.push(item);
            continue;
        };
        match groups.last_mut().filter(|group| group.class == class) {
            Some(group) => group.items.push(item),
            None => groups.push(Group { class, items: vec![item] }),
        }
    }
    ClaimsView {
        groups,
        single,
        unanswered: unanswered.iter().map(|&at| named(edition, here, at)).collect(),
        tally: tally(edition, here, page),
        all: here.to(&order.claim_pages.addresses()[0]),
        pager: order.subject_pages.pager(here, page),
        filter: choices.filter(),
    }
}

/// How many there are of each class, with where they start as seen from a page of the list.
fn tally(edition: &Edition<'_>, here: &Here, page: usize) -> Vec<Tally> {
    let order = edition.order();
    let mut tally: Vec<Tally> = Vec::new();
    for (position, subject) in order.subjects.iter().enumerate() {
        let class = subject.class(edition).map(Class::name);
        match tally.last_mut().filter(|last| last.class == class) {
            Some(last) => last.count += 1,
            None => {
                let anchor = class.unwrap_or("_single");
                let on = order.subject_pages.page_of(position);
                let href = match on == page {
                    true => format!("#{anchor}"),
                    false => here.to(format!("{}#{anchor}", order.subject_pages.addresses()[on])),
                };
                tally.push(Tally { class, count: 1, href });
            }
        }
    }
    tally
}

/// The same for the first page of the site: of what was compared.
pub fn tally_for_home(edition: &Edition<'_>, here: &Here) -> Vec<Tally> {
    tally(edition, here, usize::MAX).into_iter().filter(|tally| tally.class.is_some()).collect()
}

/// The sharpest differences, for the first page.
pub fn sharpest(edition: &Edition<'_>, here: &Here, most: usize) -> Vec<Item> {
    let differ = edition.order().subjects.iter().filter_map(|&subject| {
        let class = subject.class(edition).filter(|class| *class != Class::Agree)?;
        Some((class, subject))
    });
    // After contradictions come figures of several sources, which a reader grasps at a glance.
    let mut ranked: Vec<(u8, Subject)> = differ
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

/// A question or an event whose answers or accounts were compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A question.
    Question(QuestionRef),
    /// An event.
    Event(EventRef),
}

impl Subject {
    fn class(self, edition: &Edition<'_>) -> Option<Class> {
        match self {
            Self::Question(at) => edition.comparison.questions[at.0].status,
            Self::Event(at) => edition.comparison.events[at.0].status,
        }
    }

    /// What it can be found by.
    fn entry(self, edition: &Edition<'_>) -> Entry {
        let mut entry = Entry::default();
        entry.class(self.class(edition));
        match self {
            Self::Question(at) => {
                entry.named_kind(edition, edition.corpus[at].kind.name());
                edition.in_order(at).iter().for_each(|&claim| entry.claim(edition, claim));
            }
            Self::Event(at) => entry.compared_event(edition, at),
        }
        entry
    }

    fn name(self, edition: &Edition<'_>, here: &Here) -> Named {
        match self {
            Self::Question(at) => named(edition, here, at),
            Self::Event(at) => {
                Named::link(edition.corpus.event_title(at), here.to(address::event(&edition.corpus[at])))
            }
        }
    }

    fn origins(self, edition: &Edition<'_>) -> usize {
        match self {
            Self::Question(at) => edition.comparison.questions[at.0].origins,
            Self::Event(at) => edition.comparison.events[at.0].origins,
        }
    }

    /// Whether two answers or more are figures.
    fn has_figures(self, edition: &Edition<'_>) -> bool {
        let Self::Question(at) = self else { return false };
        let figure = |claim: &&ClaimRef| matches!(edition.corpus[**claim].value, Some(Value::Quantity(_)));
        edition.in_order(at).iter().filter(figure).count() > 1
    }

    fn item(self, edition: &Edition<'_>, here: &Here, most: usize) -> Item {
        let comparison = edition.comparison;
        let (kind, findings, class, origins, answers) = match self {
            Self::Question(at) => {
                let summary = &comparison.questions[at.0];
                let answers = (most > 0).then(|| edition.some_answers(here, at, most));
                ("question", comparison.of_question(at), summary.status, summary.origins, answers)
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
            lead: findings.first().map(|finding| edition.found(here, finding, &|_| None)),
            others: findings.len().saturating_sub(1),
            answers,
            brief: most == 0,
            facets: Facets::default(),
        }
    }
}
