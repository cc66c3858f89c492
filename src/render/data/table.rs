//! A table: its columns, each defined once, and the rows that it has in a given corpus. JSON and CSV are both written
//! from the columns, so that they cannot differ.

use std::borrow::Cow;

use rayon::prelude::*;
use serde::{Serialize, Serializer, ser::SerializeMap};

use super::{
    Data,
    cell::{Cell, harmless},
};

/// What a column holds; it decides how a CSV file shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
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
    /// Its name in both formats.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Its value in a row.
    pub cell: for<'d> fn(&'d Data<'d>, &'d R) -> Cell<'d>,
}

/// A column.
pub(super) const fn column<R>(
    name: &'static str,
    kind: Kind,
    cell: for<'d> fn(&'d Data<'d>, &'d R) -> Cell<'d>,
) -> Column<R> {
    Column { name, kind, cell }
}

/// One table.
pub struct Table<R: 'static> {
    /// Its name: `claims` is `data/claims.json` and `data/claims.csv`.
    pub name: &'static str,
    /// Its columns, in order.
    pub columns: &'static [Column<R>],
    /// Its rows, in an order that is the same for the same corpus.
    pub rows: for<'d> fn(&'d Data<'d>) -> Vec<&'d R>,
}

/// A table, whatever its rows are.
pub trait Dataset: Sync {
    /// Its name, which is that of its files.
    fn name(&self) -> &'static str;
    /// Its columns' names and kinds, in order.
    fn columns(&self) -> Vec<(&'static str, Kind)>;
    /// A list of objects, one a line.
    fn json(&self, data: &Data<'_>) -> Vec<u8>;
    /// RFC 4180, UTF-8, with a header, safe to open in a spreadsheet.
    fn csv(&self, data: &Data<'_>) -> Vec<u8>;
}

/// How many rows one thread writes at a time.
const CHUNK: usize = 512;

impl<R: Sync> Dataset for Table<R> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn columns(&self) -> Vec<(&'static str, Kind)> {
        self.columns.iter().map(|column| (column.name, column.kind)).collect()
    }

    fn json(&self, data: &Data<'_>) -> Vec<u8> {
        let lines = |rows: &[&R]| -> Vec<String> { rows.iter().map(|row| to_json(&self.row(data, row))).collect() };
        let lines: Vec<String> = (self.rows)(data).par_chunks(CHUNK).flat_map_iter(lines).collect();
        if lines.is_empty() { b"[]\n".to_vec() } else { format!("[\n{}\n]\n", lines.join(",\n")).into_bytes() }
    }

    fn csv(&self, data: &Data<'_>) -> Vec<u8> {
        let header = self.columns.iter().flat_map(|column| match column.kind {
            Kind::Interval => vec![format!("{}_low", column.name), format!("{}_high", column.name)],
            _ => vec![column.name.into()],
        });
        let mut text = csv_lines([header.collect()]);
        let lines = |rows: &[&R]| csv_lines(rows.iter().map(|row| self.csv_record(data, row)));
        text.extend((self.rows)(data).par_chunks(CHUNK).map(lines).collect::<Vec<_>>().concat());
        text
    }
}

impl<R> Table<R> {
    /// One row.
    fn row<'d>(&self, data: &'d Data<'d>, row: &'d R) -> Row<'d> {
        Row(self.columns.iter().map(|column| (column.name, (column.cell)(data, row))).collect())
    }

    /// One row as a cell of another table's row.
    pub(super) fn nested<'d>(&self, data: &'d Data<'d>, row: &'d R) -> Cell<'d> {
        Cell::Fields(self.row(data, row).0.into_iter().map(|(name, cell)| (name.into(), cell)).collect())
    }

    fn csv_record(&self, data: &Data<'_>, row: &R) -> Vec<String> {
        let mut record = Vec::new();
        for column in self.columns {
            let cell = (column.cell)(data, row);
            match (column.kind, &cell) {
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

/// Text keys and plain values: there is nothing that serde_json could refuse.
fn to_json(row: &Row<'_>) -> String {
    serde_json::to_string(row).unwrap_or_default()
}

fn csv_lines(records: impl IntoIterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for record in records {
        // A write to memory cannot fail.
        let _ = writer.write_record(record);
    }
    writer.into_inner().unwrap_or_default()
}
