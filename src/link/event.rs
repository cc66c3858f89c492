//! Events: those with a file of their own, and those that only articles speak of.

use super::Linker;
use super::names::Meaning;
use super::report::Report;
use crate::diagnostics::{Code, Diagnostic, Field};
use crate::model::{EntityRef, Event};
use crate::read::File;
use crate::read::fields::EventFields;

impl Linker<'_> {
    /// The event with an id, from its file where it has one.
    pub(super) fn event(&self, id: &str, file: Option<&File<EventFields>>) -> (Event, Vec<Diagnostic>) {
        let mut event = Event { has_file: file.is_some(), ..Event::new(id) };
        let Some(file) = file else { return (event, Vec::new()) };
        let mut report = Report::new(&file.path);
        let fields = &file.fields;
        event.title = fields.title.clone();
        event.date = report.date(&Field::key("date"), fields.date.as_deref());
        event.place = fields.place.as_deref().map(|place| self.mention(place, &Field::key("place"), &mut report));
        event.who = self.mentions(&fields.who, &Field::key("who"), &mut report);
        event.body = file.body.clone();
        event.aliases = fields.aliases.clone();
        if let Some(whole) = fields.part_of.as_deref() {
            event.part_of = self.index.events.get(whole).copied();
            if event.part_of.is_none() {
                let known = self.index.event_ids.iter().map(String::as_str);
                let otherwise = "write it with `crosscheck new event`";
                report.unknown_id(&Field::key("part_of"), "event", whole, known, otherwise);
            }
        }
        (event, report.into_diagnostics())
    }

    /// The entity that a field names, by id, name or spelling; reported where there is none.
    pub(super) fn entity_ref(&self, written: &str, field: &Field, report: &mut Report<'_>) -> Option<EntityRef> {
        if let Some(&entity) = self.index.entities.get(written) {
            return Some(entity);
        }
        match self.index.names.meaning(written) {
            Meaning::One(entity) => Some(entity),
            Meaning::Several(entities) => {
                self.ambiguous(written, entities, field, report);
                None
            }
            Meaning::Nobody => {
                let known = self.index.entities.keys().map(String::as_str);
                report.unknown_id(field, "entity", written, known, "write it with `crosscheck new entity`");
                None
            }
        }
    }
}

/// Events that contain each other are reported, and set apart.
pub(super) fn break_cycles(events: &mut [Event], paths: &dyn Fn(&str) -> String) -> Vec<Diagnostic> {
    let parents: Vec<Option<usize>> = events.iter().map(|event| event.part_of.map(|at| at.0)).collect();
    let mut diagnostics = Vec::new();
    for at in super::cycle::members(&parents) {
        let event = &mut events[at];
        event.part_of = None;
        let path = paths(&event.id);
        let mut report = Report::new(&path);
        let message = format!("the event `{}` is part of itself, through its `part_of`", event.id);
        report.field(
            Code::Cycle,
            &Field::key("part_of"),
            message,
            Some("name the larger event in one direction only".into()),
        );
        diagnostics.extend(report.into_diagnostics());
    }
    diagnostics
}
