//! The timeline: a list with a section for each year, or each month where there are many events; above it the picture.
//!
//! One that is too long for a page is cut by year: its own address then shows the years, and each year's page shows, in a
//! small picture, where in the whole it stands.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::address::{self, Here};
use super::charts::{Lane, Moment, Signs, Strip, strip};
use super::edition::Edition;
use super::filter::{Choices, Entry, Facets, Filter};
use super::parts::{Named, When};
use super::split::{ByYear, Pager, Part};
use crate::model::{Article, Class, EventRef, SourceRef, Status};

/// More events than this in a year, on average, make a section for each month.
const CROWDED: usize = 40;

/// More lanes than this would not fit; the sources with the fewest accounts share the last one.
const LANES: usize = 9;

/// How many characters of a lane's name are shown.
const LANE_NAME: usize = 42;

/// How many sources of an event a list names.
const SOURCES: usize = 6;

/// How many dates of an event a list gives.
const DATES: usize = 6;

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TimelineView {
    /// The picture of what the page lists.
    pub strip: Option<Strip>,
    /// The picture of all years, on a page of one of them.
    pub overview: Option<Strip>,
    /// The list; empty where the page only leads to the years.
    pub sections: Vec<Section>,
    /// The years, for jumping: within the page, or to theirs.
    pub years: Vec<YearLink>,
    /// The page's year in words, where it has one of its own.
    pub year: Option<String>,
    /// Whether the page is that of events without a date.
    pub undated: bool,
    /// Whether the list is cut by year.
    pub cut: bool,
    /// How many events there are in all.
    pub count: usize,
    /// The other pages of a year that has several.
    pub pager: Option<Pager>,
    /// The year before and the year after.
    pub around: [Option<YearLink>; 2],
    /// What the list can be filtered by.
    pub filter: Filter,
}

/// A year of a list that is in order of time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct YearLink {
    /// The year; absent for what has no date.
    pub name: Option<String>,
    /// Where it starts.
    pub href: String,
    /// How many entries it has.
    pub count: usize,
    /// Whether the page is of it.
    pub current: bool,
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
    /// How many sources are not named.
    pub more_sources: usize,
    /// How many dates are not given.
    pub more_dates: usize,
    /// What the list can be filtered by.
    pub facets: Facets,
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

/// The view of a page of it.
pub fn view(edition: &Edition<'_>, here: &Here, page: usize) -> TimelineView {
    let order = edition.order();
    let pages = &order.timeline_pages;
    let part = pages.part(page);
    let events = &edition.timeline()[pages.range(page)];
    let (sections, filter) = sections(edition, here, events);
    let years = if pages.is_cut() { year_links(here, pages, part) } else { jumps(edition, events) };
    let at = years.iter().position(|year| year.current);
    let neighbour = |step: isize| years.get(at?.checked_add_signed(step)?).cloned();
    let whole = |link: &dyn Fn(EventRef) -> String| picture(edition, edition.timeline(), LANES, link);
    TimelineView {
        strip: match pages.is_cut() && part.is_none() {
            true => whole(&|event| here.to(edition.in_timeline(event).unwrap_or_default())),
            false => picture(edition, events, LANES, &|event| format!("#{}", address::in_list(&edition.corpus[event]))),
        },
        overview: part.and_then(|part| edition.overview()?.seen_from(|href| here.to(href), days(part.year)).into()),
        year: part.and_then(|part| Some(edition.language.year(part.year?))),
        undated: part.is_some_and(|part| part.year.is_none()),
        cut: pages.is_cut(),
        count: edition.timeline().len(),
        pager: pages.pager(here, page),
        around: [neighbour(-1), neighbour(1)],
        years,
        sections,
        filter,
    }
}

/// The picture of all years in a single lane, with links that are relative to the site's root.
pub fn overview(edition: &Edition<'_>) -> Option<Strip> {
    picture(edition, edition.timeline(), 1, &|event| edition.in_timeline(event).unwrap_or_default())
}

fn sections(edition: &Edition<'_>, here: &Here, events: &[EventRef]) -> (Vec<Section>, Filter) {
    let by_month = by_month(edition, events);
    let mut choices = Choices::default();
    let mut sections: Vec<Section> = Vec::new();
    for &at in events {
        let (id, name) = section(edition, at, by_month);
        let mut entry = Entry::default();
        entry.event(edition, at);
        entry.class(class(edition, at));
        let item = Item { facets: choices.add(edition, entry), ..item(edition, here, at) };
        match sections.last_mut().filter(|section| section.id == id) {
            Some(section) => section.events.push(item),
            None => sections.push(Section { id, name, events: vec![item] }),
        }
    }
    (sections, choices.filter())
}

/// The years of a page that has all of them.
fn jumps(edition: &Edition<'_>, events: &[EventRef]) -> Vec<YearLink> {
    let by_month = by_month(edition, events);
    let mut years: Vec<(i32, YearLink)> = Vec::new();
    for &at in events {
        let Some(year) = edition.corpus.event_date(at).and_then(crate::model::Date::year) else { continue };
        match years.last_mut().filter(|(last, _)| *last == year) {
            Some((_, link)) => link.count += 1,
            None => {
                let href = format!("#{}", section(edition, at, by_month).0);
                years.push((year, YearLink { name: Some(year.to_string()), href, count: 1, current: false }));
            }
        }
    }
    years.into_iter().map(|(_, link)| link).collect()
}

/// The years of a list that is cut.
pub fn year_links(here: &Here, pages: &ByYear, part: Option<&Part>) -> Vec<YearLink> {
    let link = |year: super::split::Year<'_>| YearLink {
        name: year.year.map(|year| year.to_string()),
        href: here.to(&year.parts[0].address),
        count: year.count(),
        current: part.is_some_and(|part| part.year == year.year),
    };
    pages.years().map(link).collect()
}

/// The first and the last day of a year.
fn days(year: Option<i32>) -> Option<(NaiveDate, NaiveDate)> {
    NaiveDate::from_ymd_opt(year?, 1, 1).zip(NaiveDate::from_ymd_opt(year?, 12, 31))
}

/// A picture of some events in at most so many lanes, whose marks lead to `link`.
pub fn picture(
    edition: &Edition<'_>,
    events: &[EventRef],
    most: usize,
    link: &dyn Fn(EventRef) -> String,
) -> Option<Strip> {
    let corpus = edition.corpus;
    let mut told = Vec::new();
    for &at in events {
        for account in edition.accounts(&corpus[at]) {
            if let Some(date) = &corpus[account].date {
                told.push((at, lane(&corpus[corpus[account].article]), date));
            }
        }
    }
    let (whose, names) = if most > 1 {
        lanes(edition, told.iter().map(|(_, whose, _)| *whose), most)
    } else {
        (BTreeMap::new(), vec![String::new()])
    };
    let lanes: Vec<Lane> = names.into_iter().map(|name| Lane { name }).collect();
    let moments: Vec<Moment<'_>> = told
        .iter()
        .map(|&(event, of, date)| Moment { lane: whose.get(&of).copied().unwrap_or(lanes.len() - 1), event, date })
        .collect();
    let label = |moment: &Moment<'_>| format!("{}: {}", edition.words(moment.date), corpus.event_title(moment.event));
    strip(&lanes, &moments, &Signs { language: edition.language, label: &label, link })
}

/// The lanes' names, and which lane is whose; who has none of their own shares the last.
fn lanes<'a>(
    edition: &Edition<'a>,
    told: impl Iterator<Item = Whose<'a>>,
    most: usize,
) -> (BTreeMap<Whose<'a>, usize>, Vec<String>) {
    let mut tally: BTreeMap<Whose<'_>, usize> = BTreeMap::new();
    for whose in told {
        *tally.entry(whose).or_default() += 1;
    }
    let mut whose: Vec<(Whose<'_>, usize)> = tally.into_iter().collect();
    whose.sort_by_key(|(whose, count)| (std::cmp::Reverse(*count), *whose));
    let shared = whose.len() > most;
    whose.truncate(if shared { most - 1 } else { most });
    let mut names: Vec<String> = whose.iter().map(|(whose, _)| lane_name(edition, *whose)).collect();
    if shared {
        names.push(edition.language.text("timeline-other-sources", &[]));
    }
    (whose.into_iter().enumerate().map(|(lane, (whose, _))| (whose, lane)).collect(), names)
}

/// Whose lane: a source, or an article whose source is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Whose<'a> {
    Source(SourceRef),
    Article(&'a str),
}

fn lane(article: &Article) -> Whose<'_> {
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

/// The class of the gravest finding about an event, where accounts differ.
fn class(edition: &Edition<'_>, at: EventRef) -> Option<Class> {
    edition.comparison.events.get(at.0).and_then(|summary| summary.status).filter(|class| *class != Class::Agree)
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
    let more_sources = sources.len().saturating_sub(SOURCES);
    sources.truncate(SOURCES);
    let (dates, more_dates) = dates(edition, here, at);
    Item {
        id: address::in_list(event),
        event: Named::link(corpus.event_title(at), here.to(address::event(event))),
        dates,
        status: told.filter(|status| **status != Status::Happened).map(|status| status.name()),
        place: place.map(|place| edition.mention(here, place)),
        sources,
        accounts: accounts.len(),
        kinds,
        class: class(edition, at).map(Class::name),
        more_sources,
        more_dates,
        facets: Facets::default(),
    }
}

/// The editor's date, else the accounts' with who gives which; and how many of these are left out.
fn dates(edition: &Edition<'_>, here: &Here, at: EventRef) -> (Vec<Dated>, usize) {
    let corpus = edition.corpus;
    let event = &corpus[at];
    let dated = |date: &crate::model::Date, source| Dated { when: edition.when(date), source, marks: marks(date) };
    if let Some(date) = &event.date {
        return (vec![dated(date, None)], 0);
    }
    let told: Vec<_> = edition
        .accounts(event)
        .into_iter()
        .filter_map(|account| Some((corpus[account].date.as_ref()?, corpus[account].article)))
        .collect();
    let Some((first, _)) = told.first() else { return (Vec::new(), 0) };
    if told.iter().all(|(date, _)| date.written == first.written) {
        return (vec![dated(first, None)], 0);
    }
    let mut all: Vec<_> = told;
    all.sort_by_key(|(date, _)| date.sort_key());
    let more = all.len().saturating_sub(DATES);
    let shown = all.into_iter().take(DATES);
    (shown.map(|(date, article)| dated(date, Some(edition.publisher(here, &corpus[article])))).collect(), more)
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
