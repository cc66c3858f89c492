//! `data/findings.json`: what was found, each in its sentence.

use super::{
    Cell, Data, address,
    table::{
        Kind::{Count, Id, Interval, List, Number, Text, Url},
        Table, column, reference,
    },
};
use crate::model::{Aspect, Finding, Member, Subject};

pub(super) static TABLE: Table<Finding> = Table {
    name: "findings",
    key: Some("id"),
    columns: &[
        reference("question", Text, "questions", question),
        reference("event", Text, "events", event),
        column("claims", List, members),
        column("class", Text, |_, finding| finding.class().name().into()),
        column("verdict", Text, |_, finding| finding.verdict.name().into()),
        column("reason", Text, |_, finding| finding.reason.as_ref().map(ToString::to_string).into()),
        column("flags", List, |_, finding| flags(finding)),
        column("gap", Number, |_, finding| finding.figures.gap.into()),
        column("gap_days", Count, |_, finding| gap_days(finding)),
        column("min_change", Number, |_, finding| finding.figures.min_change.into()),
        column("residual", Interval, |_, finding| Cell::interval(finding.figures.residual)),
        column("implied", Interval, |_, finding| Cell::interval(finding.figures.implied)),
        column("remainder", Interval, |_, finding| Cell::interval(finding.figures.remainder)),
        column("sentence", Text, |data, finding| data.edition.sentence(finding).into()),
        column("aspect", Text, |_, finding| finding.aspect.map(Aspect::name).into()),
        column("id", Id, |data, finding| data.edition.finding_id(finding).into()),
        column("url", Url, |data, finding| data.url(&address::subject(data.corpus, finding.subject))),
    ],
    rows: |data| data.comparison.findings.iter().collect(),
    from: |data, finding, from| {
        match finding.subject {
            Subject::Question(at) => from.question(at),
            Subject::Event(at) => from.event(at),
        }
        // Which of the findings about that.
        from.number(data.edition.place_of(finding));
    },
};

fn question<'d>(data: &'d Data<'d>, finding: &Finding) -> Cell<'d> {
    match finding.subject {
        Subject::Question(question) => (&data.corpus[question].id).into(),
        Subject::Event(_) => Cell::Null,
    }
}

fn event<'d>(data: &'d Data<'d>, finding: &Finding) -> Cell<'d> {
    match finding.subject {
        Subject::Event(event) => (&data.corpus[event].id).into(),
        Subject::Question(_) => Cell::Null,
    }
}

fn members<'d>(data: &'d Data<'d>, finding: &'d Finding) -> Cell<'d> {
    let id = |member: &Member| match *member {
        Member::Claim(claim) => &data.corpus[claim].id,
        Member::Account(account) => &data.corpus[account].id,
    };
    finding.members.iter().map(id).collect()
}

/// All of them: `would-be` too, which no page shows, since whoever checks the method needs to know what was held back.
fn flags(finding: &Finding) -> Cell<'_> {
    finding.flags.iter().map(ToString::to_string).collect()
}

fn gap_days(finding: &Finding) -> Cell<'_> {
    finding.figures.gap_days.and_then(|days| u64::try_from(days).ok()).map_or(Cell::Null, Cell::Count)
}
