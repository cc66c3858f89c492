//! `data/datapackage.json`: what the data files are, column by column, as a Frictionless Data Package
//! (<https://specs.frictionlessdata.io/>), so that programs can load them with their types and follow their ids.
//!
//! Everything in it comes from the tables' own columns. It has no date and no version of its own: it is the same from
//! build to build as long as the content is.

use serde_json::{Map, Value, json};

use super::{Data, Dataset, Heading, Kind, tables};
use crate::i18n::Language;
use crate::pages::license;

/// Where it is.
pub(super) const PATH: &str = "data/datapackage.json";

/// The two forms of a table; in JSON, lists and names with values have a structure.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Csv,
    Json,
}

/// The package.
pub(super) fn bytes(data: &Data<'_>) -> Vec<u8> {
    let site = &data.corpus.site;
    let language = data.edition.language;
    let mut package = Map::new();
    package.insert("profile".into(), "data-package".into());
    package.insert("name".into(), "crosscheck".into());
    package.insert("title".into(), site.title.as_str().into());
    if let Some(description) = &site.description {
        package.insert("description".into(), description.as_str().into());
    }
    if site.base_url.contains("://") {
        package.insert("homepage".into(), site.base_url.as_str().into());
    }
    if let Some(terms) = &site.license {
        package.insert("licenses".into(), json!([licence(terms)]));
    }
    let sources: Vec<Value> = data.edition.sources().map(|at| source(&data.corpus[at])).collect();
    if !sources.is_empty() {
        package.insert("sources".into(), sources.into());
    }
    let resources: Vec<Value> = tables()
        .into_iter()
        .flat_map(|table| [Format::Csv, Format::Json].map(|format| resource(table, format, language)))
        .collect();
    package.insert("resources".into(), resources.into());
    let mut bytes = serde_json::to_vec_pretty(&package).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// The terms of the site's own data. Words that are neither an id nor an address are said, and explained on the Data page.
fn licence(terms: &str) -> Value {
    let mut licence = Map::new();
    let id = terms.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte));
    if id {
        licence.insert("name".into(), terms.into());
    }
    match license::address(terms) {
        Some(address) => licence.insert("path".into(), address.into()),
        None if !id => licence.insert("path".into(), "index.html".into()),
        None => None,
    };
    licence.insert("title".into(), terms.into());
    licence.into()
}

/// A publisher whose articles the data was taken from, with the terms of its words.
fn source(source: &crate::model::Source) -> Value {
    let mut entry = Map::new();
    entry.insert("title".into(), source.name.as_str().into());
    if let Some(url) = &source.url {
        entry.insert("path".into(), url.as_str().into());
    }
    entry.into()
}

fn resource(table: &dyn Dataset, format: Format, language: &Language) -> Value {
    let name = table.name();
    let (resource, ending, media) = match format {
        Format::Csv => (name.to_owned(), "csv", "text/csv"),
        Format::Json => (format!("{name}-json"), "json", "application/json"),
    };
    let fields: Vec<Value> =
        table.columns().iter().flat_map(|heading| fields(name, *heading, table.key(), format, language)).collect();
    let mut schema = Map::new();
    schema.insert("fields".into(), fields.into());
    schema.insert("missingValues".into(), json!([""]));
    schema.extend(table.key().map(|key| ("primaryKey".into(), json!([key]))));
    let keys: Vec<Value> =
        table.columns().iter().filter_map(|heading| Some(foreign_key(name, heading.name, heading.refers?))).collect();
    if format == Format::Csv && !keys.is_empty() {
        schema.insert("foreignKeys".into(), keys.into());
    }
    json!({
        "name": resource,
        "profile": "tabular-data-resource",
        "path": format!("{name}.{ending}"),
        "title": language.text(&format!("data-{name}"), &[]),
        "description": language.text(&format!("data-{name}.about"), &[]),
        "format": ending,
        "mediatype": media,
        "encoding": "utf-8",
        "schema": schema,
    })
}

/// The ids of a column are those of another table, or of the same: then the name of the other is empty.
fn foreign_key(own: &str, column: &str, table: &str) -> Value {
    let resource = if table == own { "" } else { table };
    json!({ "fields": [column], "reference": { "resource": resource, "fields": ["id"] } })
}

/// A column as the schema has it: an interval is two of them in CSV.
fn fields(table: &str, heading: Heading, key: Option<&str>, format: Format, language: &Language) -> Vec<Value> {
    let description = describe(table, heading.name, language);
    let field = |name: String, kind: &str| {
        let mut field = Map::new();
        field.insert("name".into(), name.into());
        field.insert("type".into(), kind.into());
        field.insert("description".into(), description.as_str().into());
        match heading.kind {
            Kind::Date => field.insert("rdfType".into(), "http://id.loc.gov/datatypes/edtf/EDTF".into()),
            Kind::Url => field.insert("rdfType".into(), "http://www.w3.org/2001/XMLSchema#anyURI".into()),
            _ => None,
        };
        if heading.kind == Kind::Id {
            let unique = key == Some(heading.name);
            let constraints =
                if unique { json!({ "required": true, "unique": true }) } else { json!({ "required": true }) };
            field.insert("constraints".into(), constraints);
        }
        field.into()
    };
    let name = heading.name.to_owned();
    match (heading.kind, format) {
        (Kind::Interval, Format::Csv) => {
            vec![field(format!("{name}_low"), "number"), field(format!("{name}_high"), "number")]
        }
        (Kind::Text | Kind::Id | Kind::Date | Kind::Url, _) => vec![field(name, "string")],
        (Kind::Number, _) => vec![field(name, "number")],
        (Kind::Count, _) => vec![field(name, "integer")],
        (Kind::Flag, _) => vec![field(name, "boolean")],
        (Kind::List | Kind::Rows | Kind::Interval, Format::Json) => vec![field(name, "array")],
        (Kind::Fields, Format::Json) => vec![field(name, "object")],
        (Kind::List | Kind::Rows | Kind::Fields, Format::Csv) => vec![field(name, "string")],
    }
}

/// What a column means, in words: as this table means it, or as all do.
pub fn describe(table: &str, column: &str, language: &Language) -> String {
    let key = |rest: &str| format!("data-field-{}", rest.replace('_', "-"));
    let own = language.find(&key(&format!("{table}-{column}")), &[]);
    own.unwrap_or_else(|| language.text(&key(column), &[]))
}
