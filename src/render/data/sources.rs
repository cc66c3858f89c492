//! `data/sources.json`: publishers.

use super::{
    Cell, Data, address,
    table::{
        Kind::{Id, Text, Url},
        Table, column,
    },
};
use crate::model::{Source, SourceKind, TextMode};

pub(super) static TABLE: Table<Source> = Table {
    name: "sources",
    key: Some("id"),
    columns: &[
        column("id", Id, |_, source| (&source.id).into()),
        column("name", Text, |_, source| (&source.name).into()),
        column("kind", Text, |_, source| source.kind.map(SourceKind::name).into()),
        column("country", Text, country),
        column("website", Url, |_, source| source.url.as_ref().into()),
        column("text", Text, |_, source| source.text.map(TextMode::name).into()),
        column("license", Text, |_, source| source.license.as_ref().into()),
        column("url", Url, |data, source| data.url(&address::source(source))),
    ],
    rows: |data| data.corpus.sources.iter().collect(),
    from: |_, source, from| from.text(&source.id),
};

fn country<'d>(data: &'d Data<'d>, source: &'d Source) -> Cell<'d> {
    source.country_entity.map_or_else(|| source.country.as_ref().into(), |entity| data.entity(entity))
}
