//! Entities, as their files give them.

use super::Linker;
use super::report::Report;
use crate::diagnostics::{Code, Diagnostic, Field};
use crate::model::{Entity, Location};
use crate::read::File;
use crate::read::fields::EntityFields;
use rust_decimal::Decimal;

/// An entity by itself; what it lies in is linked when all are known.
pub(super) fn entity(file: &File<EntityFields>) -> (Entity, Vec<Diagnostic>) {
    let mut report = Report::new(&file.path);
    let fields = &file.fields;
    let entity = Entity {
        id: file.id.clone(),
        name: fields.name.clone().unwrap_or_else(|| file.id.clone()),
        kind: fields.kind,
        spellings: fields.spellings.clone(),
        private: fields.private == Some(true),
        within: None,
        location: location(fields, &mut report),
        body: file.body.clone(),
        aliases: fields.aliases.clone(),
    };
    (entity, report.into_diagnostics())
}

fn location(fields: &EntityFields, report: &mut Report<'_>) -> Option<Location> {
    let [north, east] = fields.location.as_ref()?;
    let field = Field::key("location");
    let latitude = report.decimal(&field.item(0), Some(north))?;
    let longitude = report.decimal(&field.item(1), Some(east))?;
    let (quarter, half) = (Decimal::from(90), Decimal::from(180));
    if latitude.abs() > quarter || longitude.abs() > half {
        let help = "write degrees north (−90 to 90), then degrees east (−180 to 180): [50.45, 30.52]";
        report.field(Code::BadValue, &field, "this is not a place on the earth", Some(help.into()));
        return None;
    }
    Some(Location { latitude, longitude })
}

impl Linker<'_> {
    /// Links what each entity lies in.
    pub(super) fn within(&self, files: &[File<EntityFields>]) -> (Vec<Entity>, Vec<Diagnostic>) {
        let mut entities = self.entities.to_vec();
        let mut diagnostics = Vec::new();
        for (entity, file) in entities.iter_mut().zip(files) {
            let Some(within) = file.fields.within.as_deref() else { continue };
            let mut report = Report::new(&file.path);
            entity.within = self.entity_ref(within, &Field::key("within"), &mut report);
            diagnostics.extend(report.into_diagnostics());
        }
        let parents: Vec<Option<usize>> = entities.iter().map(|entity| entity.within.map(|at| at.0)).collect();
        for at in super::cycle::members(&parents) {
            entities[at].within = None;
            let mut report = Report::new(&files[at].path);
            let message = format!("`{}` lies within itself, through its `within`", entities[at].id);
            report.field(Code::Cycle, &Field::key("within"), message, Some("name the larger place only".into()));
            diagnostics.extend(report.into_diagnostics());
        }
        (entities, diagnostics)
    }
}
