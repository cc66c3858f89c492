//! Who gives which of several answers that are no figures: a table with a row for each voice and a column for each answer.

use std::ops::Range;

use serde::Serialize;

use super::address::Here;
use super::edition::Edition;
use super::parts::Named;
use crate::model::{ClaimRef, Class, QuestionRef, Stance, Value};

/// With more answers than this a table is no help.
const COLUMNS: usize = 12;

/// The table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Grid {
    /// The answers.
    pub values: Vec<Named>,
    /// The voices.
    pub rows: Vec<Row>,
}

/// A voice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Who asserts it, where that is not the article itself.
    pub by: Option<Named>,
    /// The publisher.
    pub source: Named,
    /// What it says of each answer.
    pub cells: Vec<Vec<Mark>>,
}

/// A claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// Its number on the page.
    pub number: usize,
    /// Whether it says that the answer is not so.
    pub denies: bool,
    /// The class of the gravest finding about it.
    pub class: Option<&'static str>,
}

/// The table of some answers to a question; `None` where they are figures, or there is nothing to set side by side.
pub fn grid(edition: &Edition<'_>, here: &Here, at: QuestionRef, part: Range<usize>) -> Option<Grid> {
    let corpus = edition.corpus;
    let first = part.start;
    let claims = &edition.in_order(at)[part];
    let category = |claim: ClaimRef| match &corpus[claim].value {
        Some(Value::Category(id)) => Some(id.as_str()),
        _ => None,
    };
    let mut ids: Vec<&str> = Vec::new();
    for id in claims.iter().filter_map(|&claim| category(claim)) {
        if !ids.contains(&id) {
            ids.push(id);
            if ids.len() > COLUMNS {
                return None;
            }
        }
    }
    let mut rows: Vec<Row> = Vec::new();
    let mut values: Vec<Option<Named>> = vec![None; ids.len()];
    for (position, &at) in claims.iter().enumerate() {
        let claim = &corpus[at];
        let Some(column) = category(at).and_then(|id| ids.iter().position(|other| *other == id)) else { continue };
        values[column] = Some(edition.value(here, claim));
        let by = claim.attribution.by.as_ref().map(|party| edition.party(here, party));
        let source = edition.publisher(here, &corpus[claim.article]);
        let mark = Mark {
            number: first + position + 1,
            denies: claim.attribution.stance == Stance::Denies,
            class: edition.gravest_class(at).map(Class::name),
        };
        // An unidentified source is one for each article: it is never the same voice as another.
        let same = |row: &&mut Row| row.by == by && row.source == source && source.name.is_some();
        match rows.iter_mut().find(same) {
            Some(row) => row.cells[column].push(mark),
            None => {
                let mut cells = vec![Vec::new(); ids.len()];
                cells[column].push(mark);
                rows.push(Row { by, source, cells });
            }
        }
    }
    let values: Vec<Named> = values.into_iter().flatten().collect();
    (values.len() > 1 && rows.len() > 1).then_some(Grid { values, rows })
}
