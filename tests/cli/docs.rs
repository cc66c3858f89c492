//! The user's guide says what is true.

use std::{collections::BTreeSet, fs, path::Path};

use crosscheck::{
    diagnostics::{Code, Severity},
    render::data,
};

fn guide(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name)).unwrap()
}

#[test]
fn every_code_is_explained_with_its_severity() {
    let text = guide("checking.md");
    let explained: BTreeSet<String> =
        text.lines().filter(|line| line.starts_with("| `") && line.matches('|').count() == 4).map(head).collect();
    let severity = |code: &Code| match code.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "hint",
    };
    let all: BTreeSet<String> =
        Code::ALL.iter().map(|code| format!("| `{}` | {}", code.name(), severity(code))).collect();
    assert_eq!(explained, all);
}

/// The first two cells of a table's row.
fn head(line: &str) -> String {
    let end = line.match_indices(" |").nth(1).unwrap().0;
    line[..end].into()
}

#[test]
fn every_column_of_the_data_is_explained() {
    let text = guide("data.md");
    for table in data::tables() {
        let heading =
            text.match_indices("\n## ").find(|(at, _)| text[at + 4..].lines().next().unwrap().contains(table.name()));
        let section = &text[heading.unwrap_or_else(|| panic!("no section on {}", table.name())).0..];
        for (column, _) in table.columns() {
            assert!(section.contains(&format!("`{column}`")), "{}: {column}", table.name());
        }
    }
}
