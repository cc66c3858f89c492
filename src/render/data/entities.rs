//! `data/entities.json`: people, organizations, states and places, without those that are private.

use super::{
    address,
    table::{
        Kind::{Id, List, Number, Text, Url},
        Table, column,
    },
};
use crate::model::{Entity, EntityKind};

pub(super) static TABLE: Table<Entity> = Table {
    name: "entities",
    key: Some("id"),
    columns: &[
        column("id", Id, |_, entity| (&entity.id).into()),
        column("name", Text, |_, entity| (&entity.name).into()),
        column("kind", Text, |_, entity| entity.kind.map(EntityKind::name).into()),
        column("spellings", List, |_, entity| entity.spellings.iter().collect()),
        column("within", Text, |data, entity| entity.within.map(|entity| data.entity(entity)).into()),
        column("latitude", Number, |_, entity| entity.location.map(|at| at.latitude).into()),
        column("longitude", Number, |_, entity| entity.location.map(|at| at.longitude).into()),
        column("url", Url, |data, entity| data.url(&address::entity(entity))),
    ],
    rows: |data| data.corpus.entities.iter().filter(|entity| !entity.private).collect(),
    from: |_, entity, from| from.text(&entity.id),
};
