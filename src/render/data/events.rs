//! `data/events.json`: events, and within each what articles say of it. The accounts are a table of their
//! own too.

use super::{
    Cell, Data, address, date, inferred,
    table::{
        Kind::{Date, Fields, Id, List, Rows, Text, Url},
        Table, column, reference,
    },
};
use crate::{
    compare::EventSummary,
    model::{Account, AccountRef, Event, Mention, Status},
};

pub(super) static TABLE: Table<EventSummary> = Table {
    name: "events",
    key: Some("id"),
    columns: &[
        column("id", Id, |data, row| (&data.corpus[row.event].id).into()),
        column("title", Text, |data, row| data.corpus.event_title(row.event).into()),
        column("date", Date, |data, row| date(data.corpus.event_date(row.event))),
        column("status", Text, |data, row| status(data, &data.corpus[row.event])),
        column("place", Text, |data, row| place(data, &data.corpus[row.event])),
        column("who", List, |data, row| who(data, &data.corpus[row.event])),
        column("accounts", Rows, |data, row| accounts(data, &data.corpus[row.event])),
        reference("part_of", Text, "events", |data, row| {
            data.corpus[row.event].part_of.map(|at| &data.corpus[at].id).into()
        }),
        column("url", Url, |data, row| data.url(&address::event(&data.corpus[row.event]))),
    ],
    rows: |data| data.comparison.events.iter().collect(),
    from: |_, row, from| from.event(row.event),
};

pub(super) static ACCOUNTS: Table<Account> = Table {
    name: "accounts",
    key: Some("id"),
    columns: &[
        column("id", Id, |_, account| (&account.id).into()),
        reference("event", Id, "events", |data, account| (&data.corpus[account.event].id).into()),
        reference("article", Id, "articles", |data, account| (&data.corpus[account.article].id).into()),
        reference("source", Text, "sources", |data, account| data.source(data.corpus[account.article].source)),
        column("title", Text, |_, account| account.title.as_ref().into()),
        column("date", Date, |_, account| date(account.date.as_ref())),
        column("status", Text, |_, account| account.status.name().into()),
        column("place", Text, |data, account| mention(data, account.place.as_ref())),
        column("who", List, |data, account| mentions(data, &account.who)),
        column("by", Text, |data, account| data.by(&account.attribution)),
        column("said", Date, |_, account| date(account.attribution.said.as_ref())),
        column("via", Text, |data, account| data.via(&account.attribution)),
        column("quote", Text, |data, account| data.quote(&data.corpus[account.article], &account.attribution)),
        column("kind", Text, |_, account| account.kind.as_ref().into()),
        column("stance", Text, |_, account| account.attribution.stance.name().into()),
        column("inferred", Fields, |_, account| inferred(&account.attribution.inferred)),
        column("url", Url, |data, account| data.url(&address::account(account))),
    ],
    rows: |data| data.corpus.accounts.iter().collect(),
    from: |_, account, from| from.statement(&account.id, account.article, &account.attribution),
};

/// What all accounts say; null where there is none, and where they differ.
fn status<'d>(data: &'d Data<'d>, event: &Event) -> Cell<'d> {
    let mut said = event.accounts.iter().map(|account| data.corpus[*account].status);
    let first = said.next();
    first.filter(|first| said.all(|other| other == *first)).map(Status::name).into()
}

/// The editor's place, or the first that an account gives.
fn place<'d>(data: &'d Data<'d>, event: &'d Event) -> Cell<'d> {
    let told = || event.accounts.iter().find_map(|account| data.corpus[*account].place.as_ref());
    mention(data, event.place.as_ref().or_else(told))
}

/// The editor's participants; where there are none, everybody whom an account names, in the order of the corpus.
fn who<'d>(data: &'d Data<'d>, event: &'d Event) -> Cell<'d> {
    if !event.who.is_empty() {
        return mentions(data, &event.who);
    }
    mentions(data, event.accounts.iter().flat_map(|account| &data.corpus[*account].who))
}

/// Each once: two private entities are one withheld participant, for their number is not told either.
fn mentions<'d>(data: &'d Data<'d>, mentions: impl IntoIterator<Item = &'d Mention>) -> Cell<'d> {
    let mut named = Vec::new();
    for mention in mentions {
        let cell = data.mention(mention);
        if !named.contains(&cell) {
            named.push(cell);
        }
    }
    Cell::List(named)
}

fn mention<'d>(data: &'d Data<'d>, mention: Option<&'d Mention>) -> Cell<'d> {
    mention.map(|mention| data.mention(mention)).into()
}

/// The accounts as rows, without what they repeat of their event.
fn accounts<'d>(data: &'d Data<'d>, event: &'d Event) -> Cell<'d> {
    let row = |account: &'d AccountRef| match ACCOUNTS.nested(data, &data.corpus[*account]) {
        Cell::Fields(fields) => Cell::Fields(fields.into_iter().filter(|(name, _)| name != "event").collect()),
        other => other,
    };
    event.accounts.iter().map(row).collect()
}
