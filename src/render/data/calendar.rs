//! `events.ics`: the events with a date as a calendar (RFC 5545), which calendar programs can subscribe to.
//!
//! Whole days only: an event lasts from the first to the last day that its date states. What days cannot say (about, some
//! time in, sources differ) is said in the summary, and the date as written is in `X-EDTF`. Events without a date are left
//! out, and the Data page says how many they are.

use chrono::{DateTime, Days, NaiveDate, Utc};
use icalendar::{Component, Event, EventStatus, Property, ValueType};

use super::plan::Plan;
use super::sink::Sheet;
use super::{Data, moment};
use crate::model::{EventRef, Status};
use crate::pages::address::{self, Here};
use crate::pages::{Dated, Edition, Reach};

/// How its entries are cut into chunks. An entry follows from the event; its stamp may follow from the environment.
pub(super) fn plan(data: &Data<'_>, reach: Option<&Reach<'_>>) -> Plan {
    let events: Vec<Dated<'_>> = data.edition.dated_events().collect();
    Plan::of(&events, reach, |dated, from| {
        from.event(dated.event);
        from.text(&moment::rfc3339(stamp(data.edition, dated.event)));
    })
}

/// The calendar, part by part.
pub(super) fn write(data: &Data<'_>, to: &mut Sheet<'_, '_>) {
    let edition = data.edition;
    let site = &edition.corpus.site;
    let mut text = String::from("BEGIN:VCALENDAR\r\n");
    let mut head = vec![
        Property::new("VERSION", "2.0"),
        Property::new("PRODID", "-//crosscheck//crosscheck//EN"),
        Property::new("CALSCALE", "GREGORIAN"),
        words("NAME", &site.title),
        words("X-WR-CALNAME", &site.title),
    ];
    head.extend(site.description.iter().map(|description| words("X-WR-CALDESC", description)));
    // Text in memory: there is nothing that could be refused.
    text.extend(head.into_iter().filter_map(|property| TryInto::<String>::try_into(property).ok()));
    to.put(text.as_bytes());
    let events: Vec<Dated<'_>> = edition.dated_events().collect();
    let entry = |dated: &Dated<'_>| event(edition, dated).try_into_string().unwrap_or_default();
    to.rows(&events, b"", |events| events.iter().map(entry).collect::<String>().into_bytes());
    to.put(b"END:VCALENDAR\r\n");
}

fn event(edition: &Edition<'_>, dated: &Dated<'_>) -> Event {
    let corpus = edition.corpus;
    let record = &corpus[dated.event];
    let there = Here { root: corpus.site.base_url.clone() };
    let mut event = Event::new();
    event
        .uid(&uid(&record.id, &corpus.site.base_url))
        .timestamp(stamp(edition, dated.event))
        .append_property(words("SUMMARY", &edition.dated_title(dated)))
        .append_property(words("X-EDTF", &dated.date.written))
        .append_property(day("DTSTART", dated.first))
        .append_property(Property::new("URL", there.to(address::event(record))))
        .append_property(Property::new("TRANSP", "TRANSPARENT"));
    // The end is the first day after it.
    if let Some(end) = dated.last.and_then(|last| last.checked_add_days(Days::new(1))) {
        event.append_property(day("DTEND", end));
    }
    let accounts = edition.accounts(record);
    let mut places = record.place.iter().chain(accounts.iter().filter_map(|account| corpus[*account].place.as_ref()));
    if let Some(place) = places.next() {
        if let Some(name) = edition.mention(&there, place).name {
            event.append_property(words("LOCATION", &name));
        }
        let public = place.entity.map(|at| &corpus[at]).filter(|entity| !entity.private);
        if let Some(point) = public.and_then(|entity| entity.location) {
            event.append_property(Property::new("GEO", format!("{};{}", point.latitude, point.longitude)));
        }
    }
    let mut said = accounts.iter().map(|account| corpus[*account].status);
    let first = said.next();
    let status = match first.filter(|first| said.all(|other| other == *first)) {
        Some(Status::Happened) => Some(EventStatus::Confirmed),
        Some(Status::Planned) => Some(EventStatus::Tentative),
        Some(Status::Cancelled) => Some(EventStatus::Cancelled),
        Some(Status::Denied) | None => None,
    };
    if let Some(status) = status {
        event.status(status);
    }
    let sources = accounts.iter().filter_map(|account| corpus.source_of(corpus[*account].article));
    let mut sources: Vec<&str> = sources.map(|source| source.name.as_str()).collect();
    sources.sort_unstable();
    sources.dedup();
    let separator = edition.language.text("list-separator", &[]);
    let finding = edition.comparison.of_event(dated.event).first().map(|finding| edition.sentence(finding));
    let told: Vec<String> =
        finding.into_iter().chain([sources.join(&separator)]).filter(|text| !text.is_empty()).collect();
    if !told.is_empty() {
        event.append_property(words("DESCRIPTION", &told.join("\n")));
    }
    event
}

/// The same event of the same site keeps its id.
fn uid(event: &str, base_url: &str) -> String {
    let site = base_url.split_once("://").map_or(base_url, |(_, rest)| rest).trim_matches('/');
    format!("{event}@{}", if site.is_empty() { "crosscheck" } else { site })
}

/// When what is said of an event last changed: its accounts entered the collection or were corrected.
fn stamp(edition: &Edition<'_>, at: EventRef) -> DateTime<Utc> {
    let corpus = edition.corpus;
    let accounts = edition.accounts(&corpus[at]);
    let articles = || accounts.iter().map(|account| &corpus[corpus[*account].article]);
    articles().filter_map(moment::updated).max().unwrap_or_else(moment::without_content)
}

fn day(name: &str, day: NaiveDate) -> Property {
    Property::new(name, day.format("%Y%m%d").to_string()).append_parameter(ValueType::Date).done()
}

/// Words, escaped; a calendar has no control characters but the line feed. Properties that RFC 5545 does not know say that
/// they are text.
fn words(name: &str, text: &str) -> Property {
    let text: String = text.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    let mut property = Property::new(name, text);
    if name == "NAME" || name == "X-EDTF" {
        property.append_parameter(ValueType::Text);
    }
    property
}
