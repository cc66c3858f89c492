//! `data/claims.json`: what articles answer to questions, with the strict and the loose reading of each answer.

use super::{
    Cell, Data, WITHHELD, address, date, inferred,
    table::{
        Kind::{Date, Fields, Flag, Id, Number, Text, Url},
        Table, column, reference,
    },
};
use crate::{
    compare::readings::{self, Readings},
    model::{Claim, Interval, Kind as QuestionKind, Value},
};

pub(super) static TABLE: Table<Claim> = Table {
    name: "claims",
    key: Some("id"),
    columns: &[
        column("id", Id, |_, claim| (&claim.id).into()),
        reference("question", Id, "questions", |data, claim| (&data.corpus[claim.question].id).into()),
        reference("article", Id, "articles", |data, claim| (&data.corpus[claim.article].id).into()),
        reference("source", Text, "sources", |data, claim| data.source(data.corpus[claim.article].source)),
        column("value", Text, value),
        column("low", Number, |data, claim| end(data, claim, |read| read.strict, |i| i.low)),
        column("high", Number, |data, claim| end(data, claim, |read| read.strict, |i| i.high)),
        column("loose_low", Number, |data, claim| end(data, claim, |read| read.loose, |i| i.low)),
        column("loose_high", Number, |data, claim| end(data, claim, |read| read.loose, |i| i.high)),
        column("unit", Text, unit),
        column("as_of", Date, |_, claim| date(claim.as_of.as_ref())),
        column("period", Date, |_, claim| date(claim.period.as_ref())),
        column("since", Date, |_, claim| date(claim.since.as_ref())),
        column("against", Date, |_, claim| date(claim.against.as_ref())),
        column("scope", Fields, |_, claim| scope(claim)),
        column("by", Text, |data, claim| data.by(&claim.attribution)),
        column("said", Date, |_, claim| date(claim.attribution.said.as_ref())),
        column("via", Text, |data, claim| data.via(&claim.attribution)),
        column("stance", Text, |_, claim| claim.attribution.stance.name().into()),
        column("quote", Text, |data, claim| data.quote(&data.corpus[claim.article], &claim.attribution)),
        column("inferred", Fields, |_, claim| inferred(&claim.attribution.inferred)),
        column("url", Url, |data, claim| data.url(&address::claim(claim))),
        reference("revises", Text, "claims", |data, claim| claim.revises.map(|at| &data.corpus[at].id).into()),
        column("superseded", Flag, |_, claim| Cell::Flag(claim.superseded)),
        reference("superseded_by", Text, "claims", |data, claim| {
            claim.superseded_by.map(|at| &data.corpus[at].id).into()
        }),
    ],
    rows: |data| data.corpus.claims.iter().collect(),
    from: |data, claim, from| {
        from.statement(&claim.id, claim.article, &claim.attribution);
        // Another article may have what these name, or not.
        for other in [claim.revises, claim.superseded_by] {
            from.text(other.map_or("", |at| &data.corpus[at].id));
        }
    },
};

/// The answer as written. One that names a private entity by its id is withheld.
fn value<'d>(data: &'d Data<'d>, claim: &'d Claim) -> Cell<'d> {
    let entities = &data.corpus.entities;
    if let Some(Value::Category(id)) = &claim.value
        && data.corpus[claim.question].categories_are_entities
        && let Ok(at) = entities.binary_search_by(|entity| entity.id.as_str().cmp(id))
        && entities[at].private
    {
        return WITHHELD.into();
    }
    claim.written.as_ref().into()
}

/// One end of one reading.
fn end<'d>(
    data: &'d Data<'d>,
    claim: &Claim,
    reading: fn(Readings) -> Interval,
    end: fn(Interval) -> Option<rust_decimal::Decimal>,
) -> Cell<'d> {
    let question = &data.corpus[claim.question];
    if matches!(question.kind, QuestionKind::Category | QuestionKind::Date) {
        return Cell::Null;
    }
    let readings = claim.value.as_ref().and_then(|value| readings::of_value(value, question));
    readings.and_then(|readings| end(reading(readings))).into()
}

/// The unit that the value has, be it by the question's.
fn unit<'d>(data: &'d Data<'d>, claim: &'d Claim) -> Cell<'d> {
    match &claim.value {
        Some(Value::Quantity(quantity)) => quantity.unit.as_ref().or(data.corpus[claim.question].unit.as_ref()).into(),
        _ => Cell::Null,
    }
}

fn scope(claim: &Claim) -> Cell<'_> {
    Cell::Fields(claim.scope.iter().map(|(name, value)| (name.as_str().into(), value.into())).collect())
}
