//! Which entity a name means: by id, name or spelling.

use std::collections::HashMap;

use super::normal::Normal;
use crate::model::{Entity, EntityRef};

/// What a name was found to mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning<'a> {
    /// This entity.
    One(EntityRef),
    /// Any of these.
    Several(&'a [EntityRef]),
    /// Nobody in the corpus.
    Nobody,
}

/// All names and spellings.
#[derive(Default)]
pub(super) struct Names {
    by_name: HashMap<String, Vec<EntityRef>>,
}

impl Names {
    pub(super) fn new(entities: &[Entity]) -> Self {
        let mut by_name: HashMap<String, Vec<EntityRef>> = HashMap::new();
        for (position, entity) in entities.iter().enumerate() {
            let names = std::iter::once(&entity.name).chain(&entity.spellings);
            for name in names {
                let meanings = by_name.entry(Normal::new(name).text().to_string()).or_default();
                if !meanings.contains(&EntityRef(position)) {
                    meanings.push(EntityRef(position));
                }
            }
        }
        Self { by_name }
    }

    /// What a name or spelling means; ids are looked up before.
    pub(super) fn meaning(&self, name: &str) -> Meaning<'_> {
        match self.by_name.get(Normal::new(name).text()).map(Vec::as_slice) {
            None | Some([]) => Meaning::Nobody,
            Some([one]) => Meaning::One(*one),
            Some(several) => Meaning::Several(several),
        }
    }

    /// All names and spellings, for "did you mean".
    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        self.by_name.keys().map(String::as_str)
    }
}
