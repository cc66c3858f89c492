//! `data/questions.json`: what the claims answer, and how all pairs of them compare.

use super::{
    Cell, Data, address, date,
    table::{
        Kind::{Count, Date, Fields, Flag, Id, List, Text, Url},
        Table, column,
    },
};
use crate::{
    compare::{Band, QuestionSummary},
    model::{Category, ClaimRef, Class, Part, Question, Scope},
};

pub(super) static TABLE: Table<QuestionSummary> = Table {
    name: "questions",
    key: Some("id"),
    columns: &[
        column("id", Id, |data, row| (&data.corpus[row.question].id).into()),
        column("question", Text, |data, row| (&data.corpus[row.question].question).into()),
        column("kind", Text, |data, row| data.corpus[row.question].kind.name().into()),
        column("unit", Text, |data, row| data.corpus[row.question].unit.as_ref().into()),
        column("since", Date, |data, row| date(data.corpus[row.question].since.as_ref())),
        column("scope", Fields, |data, row| scope(&data.corpus[row.question])),
        column("values", List, |data, row| values(&data.corpus[row.question])),
        column("status", Text, |_, row| row.status.map(Class::name).into()),
        column("origins", Count, |_, row| Cell::Count(row.origins as u64)),
        column("claims", List, |data, row| claims(data, &data.corpus[row.question].claims)),
        column("pairs", Fields, |_, row| pairs(row)),
        column("complete", Flag, |_, row| Cell::Flag(row.complete)),
        column("bands", List, bands),
        column("url", Url, |data, row| data.url(&address::question(&data.corpus[row.question]))),
    ],
    rows: |data| data.comparison.questions.iter().collect(),
    from: |_, row, from| from.question(row.question),
};

/// Each scope with its values, a whole before its parts.
fn scope(question: &Question) -> Cell<'_> {
    let values = |scope: &Scope| match scope {
        Scope::Flat { values } => values.clone(),
        Scope::Nested { root, .. } => names(root, |part: &Part| (&part.name, &part.parts)),
    };
    let scopes = question.scope.iter().map(|(name, scope)| (name.as_str().into(), values(scope).into_iter().collect()));
    Cell::Fields(scopes.collect())
}

/// The values of a category, a group before its members.
fn values(question: &Question) -> Cell<'_> {
    question
        .categories
        .iter()
        .flat_map(|category| names(category, |one: &Category| (&one.name, &one.members)))
        .collect()
}

/// The names of a tree, from the root down.
fn names<'t, N>(root: &'t N, look: impl Fn(&'t N) -> (&'t String, &'t Vec<N>)) -> Vec<String> {
    let mut names = Vec::new();
    let mut waiting = vec![root];
    while let Some(node) = waiting.pop() {
        let (name, children) = look(node);
        names.push(name.clone());
        waiting.extend(children.iter().rev());
    }
    names
}

fn claims<'d>(data: &'d Data<'d>, claims: &'d [ClaimRef]) -> Cell<'d> {
    claims.iter().map(|claim| &data.corpus[*claim].id).collect()
}

/// How many pairs have which verdict, those that are not listed as findings included.
fn pairs(summary: &QuestionSummary) -> Cell<'_> {
    Cell::Fields(summary.pairs.iter().map(|(verdict, count)| (verdict.name().into(), Cell::Count(count))).collect())
}

/// What all claims of one time can live with.
fn bands<'d>(data: &'d Data<'d>, summary: &'d QuestionSummary) -> Cell<'d> {
    let band = |band: &'d Band| {
        Cell::Fields(vec![
            ("claims".into(), claims(data, &band.claims)),
            ("low".into(), band.interval.low.into()),
            ("high".into(), band.interval.high.into()),
            ("unit".into(), band.unit.as_ref().or(data.corpus[summary.question].unit.as_ref()).into()),
        ])
    };
    summary.bands.iter().map(band).collect()
}
