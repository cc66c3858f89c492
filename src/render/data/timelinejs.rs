//! `data/timelinejs.json`: the events with a date for TimelineJS 3 (<https://timeline.knightlab.com/>), one slide an event,
//! grouped by who tells it.
//!
//! TimelineJS puts what it is given into pages as HTML: every text is escaped here, and links are the site's own.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use serde_json::{Map, Value, json};

use super::Data;
use super::html::{Html, escaped};
use super::plan::Plan;
use super::sink::Sheet;
use crate::model::{Precision, Shape};
use crate::pages::address::{self, Here};
use crate::pages::{Dated, Edition, Reach};

/// How its slides are cut into chunks. A slide follows from the event.
pub(super) fn plan(data: &Data<'_>, reach: Option<&Reach<'_>>) -> Plan {
    let events: Vec<Dated<'_>> = data.edition.dated_events().collect();
    Plan::of(&events, reach, |dated, from| from.event(dated.event))
}

/// The timeline, part by part.
pub(super) fn write(data: &Data<'_>, to: &mut Sheet<'_, '_>) {
    let edition = data.edition;
    let site = &edition.corpus.site;
    let title = json!({
        "unique_id": "title",
        "text": { "headline": escaped(&site.title), "text": escaped(site.description.as_deref().unwrap_or_default()) },
        "autolink": false,
    });
    to.put(b"{\"events\":");
    let events: Vec<Dated<'_>> = edition.dated_events().collect();
    to.json_list(&events, |dated| slide(edition, dated));
    to.put(format!(",\"scale\":\"human\",\"title\":{title}}}\n").as_bytes());
}

fn slide(edition: &Edition<'_>, dated: &Dated<'_>) -> Value {
    let record = &edition.corpus[dated.event];
    let mut slide = Map::new();
    slide.insert("unique_id".into(), record.id.as_str().into());
    slide.insert("start_date".into(), start(dated));
    if let Some(last) = dated.last.filter(|last| has_end(dated, *last)) {
        slide.insert("end_date".into(), date(last, Parts::Day));
    }
    slide.insert("display_date".into(), escaped(&edition.dated_words(dated)).into());
    let headline = escaped(edition.corpus.event_title(dated.event));
    slide.insert("text".into(), json!({ "headline": headline, "text": text(edition, dated) }));
    if let Some(group) = group(edition, dated) {
        slide.insert("group".into(), escaped(&group).into());
    }
    slide.insert("autolink".into(), false.into());
    slide.into()
}

/// How much of a day is written: TimelineJS shows the rest as not known.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Parts {
    Year,
    Month,
    Day,
}

fn start(dated: &Dated<'_>) -> Value {
    let parts = match dated.date.precision() {
        Some(Precision::Year) => Parts::Year,
        Some(Precision::Month) => Parts::Month,
        _ => Parts::Day,
    };
    let mut start = date(dated.first, parts);
    if let Some(minute) = dated.date.clock() {
        start["hour"] = (minute / 60).to_string().into();
        start["minute"] = (minute % 60).to_string().into();
    }
    start
}

fn date(day: NaiveDate, parts: Parts) -> Value {
    let mut date = json!({ "year": day.year().to_string() });
    if parts != Parts::Year {
        date["month"] = day.month().to_string().into();
    }
    if parts == Parts::Day {
        date["day"] = day.day().to_string().into();
    }
    date
}

/// A moment that a year, a month or a day says has no end of its own.
fn has_end(dated: &Dated<'_>, last: NaiveDate) -> bool {
    let whole = matches!(dated.date.shape, Shape::Moment(Precision::Year | Precision::Month));
    !whole && last > dated.first
}

/// Who tells it: one source by its name, several as such; nobody of an event that only the editor has.
fn group(edition: &Edition<'_>, dated: &Dated<'_>) -> Option<String> {
    let corpus = edition.corpus;
    let accounts = edition.accounts(&corpus[dated.event]);
    let sources: BTreeSet<_> = accounts.iter().map(|account| corpus[corpus[*account].article].source).collect();
    match sources.len() {
        0 => None,
        1 => Some(match sources.first().copied().flatten() {
            Some(source) => corpus[source].name.clone(),
            None => edition.language.text("source-unidentified", &[]),
        }),
        _ => Some(edition.language.text("timelinejs-several", &[])),
    }
}

/// What was found, and each account with its date and its quotes.
fn text(edition: &Edition<'_>, dated: &Dated<'_>) -> String {
    let corpus = edition.corpus;
    let there = Here { root: corpus.site.base_url.clone() };
    let mut html = Html::default();
    if let Some(finding) = edition.comparison.of_event(dated.event).first() {
        html.paragraph(&edition.sentence(finding));
    }
    for at in edition.accounts(&corpus[dated.event]) {
        let account = &corpus[at];
        let source = corpus.source_of(account.article).map(|source| source.name.clone());
        let source = source.unwrap_or_else(|| edition.language.text("source-unidentified", &[]));
        let date = account.date.as_ref().map(|date| edition.words(date)).unwrap_or_default();
        html.link(&there.to(address::account(account)), &source, &date);
        let quotes = edition.quotes(&there, account.article, &account.id, &account.attribution.quotes);
        quotes.iter().for_each(|words| html.quote(words));
    }
    let page = there.to(address::event(&corpus[dated.event]));
    html.link(&page, &edition.language.text("timelinejs-more", &[]), "");
    html.into_text()
}
