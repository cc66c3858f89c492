//! A table: its columns, each defined once, and the rows that it has in a given corpus.
//!
//! JSON, CSV, the schema in `datapackage.json`, the Data page and the guide are all made from the columns, so that they
//! cannot differ. What a column means is said in words by the message `data-field-<table>-<name>`, or by `data-field-<name>` where
//! it means the same in every table.

use std::borrow::Cow;

use serde::{Serialize, Serializer, ser::SerializeMap};

use super::{
    Data,
    cell::{Cell, harmless},
    plan::Plan,
    sink::Sheet,
};
use crate::pages::{Follows, Reach};

/// What a column holds; it decides how a CSV file shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// An id: never absent, and a row's own where the column is the first.
    Id,
    /// A date as written in front matter, EDTF.
    Date,
    /// A URL.
    Url,
    /// A decimal number in plain notation.
    Number,
    /// A whole number: how many, or how many days.
    Count,
    /// Yes or no.
    Flag,
    /// Several texts. In CSV joined with `; `.
    List,
    /// Low and high end. In CSV two columns, `<name>_low` and `<name>_high`.
    Interval,
    /// Names with values. In CSV `name: value; name: value`.
    Fields,
    /// Rows within the row. In CSV the id of each; a table of their own has the rest.
    Rows,
}

/// One column of a table of `R`s.
pub struct Column<R: 'static> {
    /// Its name in both formats, what it holds, and what it points at.
    pub heading: Heading,
    /// Its value in a row.
    pub cell: for<'d> fn(&'d Data<'d>, &'d R) -> Cell<'d>,
}

/// A column.
pub(super) const fn column<R>(
    name: &'static str,
    kind: Kind,
    cell: for<'d> fn(&'d Data<'d>, &'d R) -> Cell<'d>,
) -> Column<R> {
    Column { heading: Heading { name, kind, refers: None }, cell }
}

/// A column with ids of another table in it and nothing else.
pub(super) const fn reference<R>(
    name: &'static str,
    kind: Kind,
    table: &'static str,
    cell: for<'d> fn(&'d Data<'d>, &'d R) -> Cell<'d>,
) -> Column<R> {
    Column { heading: Heading { name, kind, refers: Some(table) }, cell }
}

/// What is known of a column without looking at a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its name in both formats.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// The table whose ids it holds, where it can hold nothing else.
    pub refers: Option<&'static str>,
}

impl Kind {
    /// Its name, for the message `data-type-<name>`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Id => "id",
            Self::Date => "date",
            Self::Url => "url",
            Self::Number => "number",
            Self::Count => "count",
            Self::Flag => "flag",
            Self::List => "list",
            Self::Interval => "interval",
            Self::Fields => "fields",
            Self::Rows => "rows",
        }
    }
}

/// One table.
pub struct Table<R: 'static> {
    /// Its name: `claims` is `data/claims.json` and `data/claims.csv`.
    pub name: &'static str,
    /// The column that no two rows have the same in.
    pub key: Option<&'static str>,
    /// Its columns, in order.
    pub columns: &'static [Column<R>],
    /// Its rows, in an order that is the same for the same corpus.
    pub rows: for<'d> fn(&'d Data<'d>) -> Vec<&'d R>,
    /// Takes in what a row follows from, its own id included. A column that shows something new needs it here.
    pub from: fn(&Data<'_>, &R, &mut Follows<'_, '_>),
}

/// A table, whatever its rows are.
pub trait Dataset: Sync {
    /// Its name, which is that of its files.
    fn name(&self) -> &'static str;
    /// The column that no two rows have the same in.
    fn key(&self) -> Option<&'static str>;
    /// What is known of its columns, in order.
    fn columns(&self) -> Vec<Heading>;
    /// How many rows it has.
    fn count(&self, data: &Data<'_>) -> usize;
    /// How its rows are cut into chunks.
    fn plan(&self, data: &Data<'_>, reach: Option<&Reach<'_>>) -> Plan;
    /// A list of objects, one a line.
    fn json(&self, data: &Data<'_>, to: &mut Sheet<'_, '_>);
    /// RFC 4180, UTF-8, with a header, safe to open in a spreadsheet.
    fn csv(&self, data: &Data<'_>, to: &mut Sheet<'_, '_>);
}

impl<R: Sync> Dataset for Table<R> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn key(&self) -> Option<&'static str> {
        self.key
    }

    fn columns(&self) -> Vec<Heading> {
        self.columns.iter().map(|column| column.heading).collect()
    }

    fn count(&self, data: &Data<'_>) -> usize {
        (self.rows)(data).len()
    }

    fn plan(&self, data: &Data<'_>, reach: Option<&Reach<'_>>) -> Plan {
        self.plan_of(data, &(self.rows)(data), reach)
    }

    fn json(&self, data: &Data<'_>, to: &mut Sheet<'_, '_>) {
        to.json_list(&(self.rows)(data), |row| self.row(data, row));
        to.put(b"\n");
    }

    fn csv(&self, data: &Data<'_>, to: &mut Sheet<'_, '_>) {
        self.csv_of(data, &(self.rows)(data), to);
    }
}

impl<R: Sync> Table<R> {
    /// How some of its rows are cut into chunks.
    pub(super) fn plan_of(&self, data: &Data<'_>, rows: &[&R], reach: Option<&Reach<'_>>) -> Plan {
        Plan::of(rows, reach, |row, from| (self.from)(data, row, from))
    }

    /// Some of its rows as a CSV file.
    pub(super) fn csv_of(&self, data: &Data<'_>, rows: &[&R], to: &mut Sheet<'_, '_>) {
        let header = self.columns.iter().flat_map(|column| match column.heading {
            Heading { name, kind: Kind::Interval, .. } => vec![format!("{name}_low"), format!("{name}_high")],
            Heading { name, .. } => vec![name.into()],
        });
        to.put(&csv_lines([header.collect()]));
        to.rows(rows, b"", |rows| csv_lines(rows.iter().map(|row| self.csv_record(data, row))));
    }
}

impl<R> Table<R> {
    /// One row.
    fn row<'d>(&self, data: &'d Data<'d>, row: &'d R) -> Row<'d> {
        Row(self.columns.iter().map(|column| (column.heading.name, (column.cell)(data, row))).collect())
    }

    /// One row as a cell of another table's row.
    pub(super) fn nested<'d>(&self, data: &'d Data<'d>, row: &'d R) -> Cell<'d> {
        Cell::Fields(self.row(data, row).0.into_iter().map(|(name, cell)| (name.into(), cell)).collect())
    }

    fn csv_record(&self, data: &Data<'_>, row: &R) -> Vec<String> {
        let mut record = Vec::new();
        for column in self.columns {
            let cell = (column.cell)(data, row);
            match (column.heading.kind, &cell) {
                (Kind::Interval, Cell::List(ends)) => record.extend(ends.iter().map(|end| end.plain().into_owned())),
                (Kind::Interval, _) => record.extend([String::new(), String::new()]),
                (Kind::Number | Kind::Count, cell) => record.push(cell.plain().into_owned()),
                (Kind::Rows, Cell::List(rows)) => record.push(harmless(&ids(rows).join("; ")).into_owned()),
                (_, cell) => record.push(harmless(&cell.plain()).into_owned()),
            }
        }
        record
    }
}

/// The first field of each row, which is its id.
fn ids<'c>(rows: &'c [Cell<'_>]) -> Vec<Cow<'c, str>> {
    let id = |row: &'c Cell<'_>| match row {
        Cell::Fields(fields) => fields.first().map(|(_, id)| id.plain()),
        _ => None,
    };
    rows.iter().filter_map(id).collect()
}

struct Row<'d>(Vec<(&'static str, Cell<'d>)>);

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        self.0.iter().try_for_each(|(name, cell)| map.serialize_entry(name, cell))?;
        map.end()
    }
}

fn csv_lines(records: impl IntoIterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for record in records {
        // A write to memory cannot fail.
        let _ = writer.write_record(record);
    }
    writer.into_inner().unwrap_or_default()
}
