//! Sources, as their files give them.

use super::report::Report;
use crate::diagnostics::{Diagnostic, Field};
use crate::model::Source;
use crate::read::File;
use crate::read::fields::SourceFields;

/// A source by itself; the state it is of is linked when entities are known.
pub(super) fn source(file: &File<SourceFields>) -> (Source, Vec<Diagnostic>) {
    let mut report = Report::new(&file.path);
    let fields = &file.fields;
    let source = Source {
        id: file.id.clone(),
        name: fields.name.clone().unwrap_or_else(|| file.id.clone()),
        url: report.url(&Field::key("url"), fields.url.as_deref()),
        kind: fields.kind,
        country: fields.country.clone(),
        country_entity: None,
        text: fields.text,
        license: fields.license.clone(),
        body: file.body.clone(),
        aliases: fields.aliases.clone(),
    };
    (source, report.into_diagnostics())
}
