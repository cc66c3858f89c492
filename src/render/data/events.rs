//! `data/events.json`: events, and within each what articles say of it. `data/accounts.csv` has the accounts as rows.

use super::{
    Cell, Data, date,
    table::{
        Kind::{List, Rows, Text},
        Table, column,
    },
};
use crate::{
    compare::EventSummary,
    model::{Account, AccountRef, Event, Mention, Status},
};

pub(super) static TABLE: Table<EventSummary> = Table {
    name: "events",
    columns: &[
        column("id", Text, |data, row| (&data.corpus[row.event].id).into()),
        column("title", Text, |data, row| data.corpus.event_title(row.event).into()),
        column("date", Text, |data, row| date(data.corpus.event_date(row.event))),
        column("status", Text, |data, row| status(data, &data.corpus[row.event])),
        column("place", Text, |data, row| place(data, &data.corpus[row.event])),
        column("who", List, |data, row| who(data, &data.corpus[row.event])),
        column("accounts", Rows, |data, row| accounts(data, &data.corpus[row.event])),
    ],
    rows: |data| data.comparison.events.iter().collect(),
};

pub(super) static ACCOUNTS: Table<Account> = Table {
    name: "accounts",
    columns: &[
        column("id", Text, |_, account| (&account.id).into()),
        column("event", Text, |data, account| (&data.corpus[account.event].id).into()),
        column("article", Text, |data, account| (&data.corpus[account.article].id).into()),
        column("source", Text, |data, account| data.source(data.corpus[account.article].source)),
        column("title", Text, |_, account| account.title.as_ref().into()),
        column("date", Text, |_, account| date(account.date.as_ref())),
        column("status", Text, |_, account| account.status.name().into()),
        column("place", Text, |data, account| mention(data, account.place.as_ref())),
        column("who", List, |data, account| mentions(data, &account.who)),
        column("by", Text, |data, account| data.by(&account.attribution)),
        column("said", Text, |_, account| date(account.attribution.said.as_ref())),
        column("via", Text, |data, account| data.via(&account.attribution)),
        column("quote", Text, |data, account| data.quote(&data.corpus[account.article], &account.attribution)),
    ],
    rows: |data| data.corpus.accounts.iter().collect(),
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
