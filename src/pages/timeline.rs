//! The timeline: a list with a section for each year, or each month where there are many events; above it the picture.

use std::collections::BTreeMap;

use serde::Serialize;

use super::address::{self, Here};
use super::charts::{Lane, Moment, Strip, strip};
use super::edition::Edition;
use super::parts::{Named, When};
use crate::model::{Article, Class, EventRef, SourceRef, Status};

/// More events than this in a year, on average, make a section for each month.
const CROWDED: usize = 40;

/// More lanes than this would not fit; the sources with the fewest accounts share the last one.
const LANES: usize = 9;

/// How many characters of a lane's name are shown.
const LANE_NAME: usize = 42;

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TimelineView {
    /// The picture.
    pub strip: Option<Strip>,
    /// The list.
    pub sections: Vec<Section>,
    /// The years, for jumping.
    pub years: Vec<Named>,
    /// How many events there are.
    pub count: usize,
    /// The sources and kinds that the list can be filtered by.
    pub sources: Vec<String>,
    /// See there.
    pub kinds: Vec<String>,
}

/// The events of a year or a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Section {
    /// Its anchor.
    pub id: String,
    /// Its heading; absent for events without a date.
    pub name: Option<String>,
    /// The events.
    pub events: Vec<Item>,
}

/// An event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Item {
    /// Its anchor.
    pub id: String,
    /// Its name and page.
    pub event: Named,
    /// The dates that it is given, with who gives them where they differ; the first is the one it is listed by.
    pub dates: Vec<Dated>,
    /// Whether it took place, where that is not all that accounts say.
    pub status: Option<&'static str>,
    /// Where, as far as one account says.
    pub place: Option<Named>,
    /// Who gives an account.
    pub sources: Vec<Named>,
    /// How many accounts there are.
    pub accounts: usize,
    /// What kinds of event accounts call it.
    pub kinds: Vec<String>,
    /// The class of the gravest finding, where accounts differ.
    pub class: Option<&'static str>,
}

/// A date with who gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dated {
    /// The date.
    pub when: When,
    /// Who gives it; absent where all agree or the editor does.
    pub source: Option<Named>,
    /// The marks that are drawn for it, by name: `approximate`, `uncertain`, `within`, `open`.
    pub marks: Vec<&'static str>,
}

/// The view of the page.
pub fn view(edition: &Edition<'_>, here: &Here) -> TimelineView {
    let events = edition.timeline();
    let by_month = by_month(edition, events);
    let mut sections: Vec<Section> = Vec::new();
    for &at in events {
        let (id, name) = section(edition, at, by_month);
        match sections.last_mut().filter(|section| section.id == id) {
            Some(section) => section.events.push(item(edition, here, at)),
            None => sections.push(Section { id, name, events: vec![item(edition, here, at)] }),
        }
    }
    let mut years: Vec<Named> = Vec::new();
    for section in &sections {
        let year = section.id[1..].split('-').next().unwrap_or_default().to_owned();
        let named = section.name.is_some();
        if named && years.last().is_none_or(|last| last.name.as_deref() != Some(&year)) {
            years.push(Named::link(year, format!("#{}", section.id)));
        }
    }
    let items = || sections.iter().flat_map(|section| &section.events);
    let unique = |mut names: Vec<String>| {
        names.sort_unstable();
        names.dedup();
        names
    };
    let sources = items().flat_map(|item| item.sources.iter().filter_map(|source| source.name.clone())).collect();
    let kinds = items().flat_map(|item| item.kinds.iter().cloned()).collect();
    TimelineView {
        strip: picture(edition, events, by_month, |at| format!("#{}", anchor(edition, at))),
        years,
        count: events.len(),
        sources: unique(sources),
        kinds: unique(kinds),
        sections,
    }
}

/// A picture of some events, whose marks lead to `link`.
pub fn picture(
    edition: &Edition<'_>,
    events: &[EventRef],
    by_month: bool,
    link: impl Fn(EventRef) -> String,
) -> Option<Strip> {
    let corpus = edition.corpus;
    let mut told = Vec::new();
    for &at in events {
        for account in edition.accounts(&corpus[at]) {
            if let Some(date) = &corpus[account].date {
                told.push((at, lane(edition, &corpus[corpus[account].article]), date));
            }
        }
    }
    let mut tally: BTreeMap<Whose<'_>, usize> = BTreeMap::new();
    for (_, whose, _) in &told {
        *tally.entry(*whose).or_default() += 1;
    }
    let mut whose: Vec<(Whose<'_>, usize)> = tally.into_iter().collect();
    whose.sort_by_key(|(whose, count)| (std::cmp::Reverse(*count), *whose));
    let shared = whose.len() > LANES;
    whose.truncate(if shared { LANES - 1 } else { LANES });
    let mut lanes: Vec<Lane> = whose.iter().map(|(whose, _)| Lane { name: lane_name(edition, *whose) }).collect();
    if shared {
        lanes.push(Lane { name: edition.language.text("timeline-other-sources", &[]) });
    }
    let position = |of: Whose<'_>| whose.iter().position(|(whose, _)| *whose == of).unwrap_or(LANES - 1);
    let moments: Vec<Moment<'_>> = told
        .iter()
        .map(|&(event, whose, date)| {
            let (id, name) = section(edition, event, by_month);
            Moment {
                lane: position(whose),
                event,
                date,
                label: format!("{}: {}", edition.words(date), corpus.event_title(event)),
                href: link(event),
                section: (format!("#{id}"), name.unwrap_or_default()),
            }
        })
        .collect();
    strip(&lanes, &moments, edition.language)
}

/// Whose lane: a source, or an article whose source is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Whose<'a> {
    Source(SourceRef),
    Article(&'a str),
}

fn lane<'a>(_: &Edition<'a>, article: &'a Article) -> Whose<'a> {
    article.source.map_or(Whose::Article(&article.id), Whose::Source)
}

fn lane_name(edition: &Edition<'_>, whose: Whose<'_>) -> String {
    match whose {
        Whose::Source(source) => shortened(edition.corpus[source].name.clone()),
        Whose::Article(id) => shortened(edition.language.text("lane-unidentified", &[("id", id.into())])),
    }
}

/// A name that fits a lane on a phone.
fn shortened(name: String) -> String {
    match name.char_indices().nth(LANE_NAME) {
        Some((end, _)) => format!("{}…", name[..end].trim_end_matches(['-', ' '])),
        None => name,
    }
}

/// Whether sections are months.
pub fn by_month(edition: &Edition<'_>, events: &[EventRef]) -> bool {
    let mut years: Vec<_> = events.iter().filter_map(|&at| edition.corpus.event_date(at)?.year()).collect();
    let dated = years.len();
    years.dedup();
    dated > CROWDED * years.len().max(1)
}

/// The anchor and the name of the section that an event is listed in.
fn section(edition: &Edition<'_>, at: EventRef, by_month: bool) -> (String, Option<String>) {
    let date = edition.corpus.event_date(at);
    let Some((date, year)) = date.and_then(|date| Some((date, date.year()?))) else {
        return ("_undated".to_owned(), None);
    };
    match date.month().filter(|_| by_month) {
        Some(month) => (format!("y{year}-{month:02}"), Some(edition.language.month(year, month))),
        None => (format!("y{year}"), Some(edition.language.year(year))),
    }
}

fn anchor(edition: &Edition<'_>, at: EventRef) -> String {
    format!("e.{}", edition.corpus[at].id)
}

/// An event for the list.
pub fn item(edition: &Edition<'_>, here: &Here, at: EventRef) -> Item {
    let corpus = edition.corpus;
    let event = &corpus[at];
    let accounts = edition.accounts(event);
    let mut sources: Vec<Named> = Vec::new();
    let mut kinds: Vec<String> = Vec::new();
    let mut statuses: Vec<Status> = Vec::new();
    for &account in &accounts {
        let account = &corpus[account];
        let source = edition.publisher(here, &corpus[account.article]);
        if !sources.contains(&source) {
            sources.push(source);
        }
        kinds.extend(account.kind.clone());
        statuses.push(account.status);
    }
    kinds.sort_unstable();
    kinds.dedup();
    let told = statuses.iter().find(|status| **status == Status::Happened).or(statuses.first());
    let place = event.place.as_ref().or_else(|| accounts.iter().find_map(|&account| corpus[account].place.as_ref()));
    let summary = edition.comparison.events.get(at.0);
    Item {
        id: anchor(edition, at),
        event: Named::link(corpus.event_title(at), here.to(address::event(event))),
        dates: dates(edition, here, at),
        status: told.filter(|status| **status != Status::Happened).map(|status| status.name()),
        place: place.map(|place| edition.mention(here, place)),
        sources,
        accounts: accounts.len(),
        kinds,
        class: summary.and_then(|summary| summary.status).filter(|class| *class != Class::Agree).map(Class::name),
    }
}

/// The editor's date, else the accounts' with who gives which.
fn dates(edition: &Edition<'_>, here: &Here, at: EventRef) -> Vec<Dated> {
    let corpus = edition.corpus;
    let event = &corpus[at];
    let dated = |date: &crate::model::Date, source| Dated { when: edition.when(date), source, marks: marks(date) };
    if let Some(date) = &event.date {
        return vec![dated(date, None)];
    }
    let told: Vec<_> = edition
        .accounts(event)
        .into_iter()
        .filter_map(|account| Some((corpus[account].date.as_ref()?, corpus[account].article)))
        .collect();
    let Some((first, _)) = told.first() else { return Vec::new() };
    if told.iter().all(|(date, _)| date.written == first.written) {
        return vec![dated(first, None)];
    }
    let mut all: Vec<_> = told;
    all.sort_by_key(|(date, _)| date.sort_key());
    all.into_iter().map(|(date, article)| dated(date, Some(edition.publisher(here, &corpus[article])))).collect()
}

/// What is drawn for a date besides its place, so that it can be said in words too.
fn marks(date: &crate::model::Date) -> Vec<&'static str> {
    use crate::model::Shape;
    let window = date.stated();
    let drawn = [
        (date.approximate || date.soft, "approximate"),
        (date.uncertain, "uncertain"),
        (matches!(date.shape, Shape::Within { .. } | Shape::OneOf(_)), "within"),
        (window.start.is_none() || window.end.is_none(), "open"),
    ];
    drawn.into_iter().filter(|(is, _)| *is).map(|(_, name)| name).collect()
}
