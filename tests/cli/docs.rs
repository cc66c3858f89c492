//! The user's guide says what is true.

use std::{collections::BTreeSet, fmt::Write, fs, path::Path};

use crosscheck::{
    diagnostics::{Code, Severity},
    i18n::Language,
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

/// What stands between the two marks in the guide is made from the tables' own columns: `CROSSCHECK_UPDATE=1 cargo test
/// --test cli docs` writes it.
#[test]
fn the_tables_of_the_guide_are_those_of_the_program() {
    const MARKS: [&str; 2] = ["<!-- tables -->\n", "<!-- end of tables -->"];
    let text = guide("data.md");
    let (before, rest) = text.split_once(MARKS[0]).unwrap();
    let (_, after) = rest.split_once(MARKS[1]).unwrap();
    let english = Language::built_in("en");
    let mut tables = String::new();
    for table in data::tables() {
        let name = table.name();
        let about = english.text(&format!("data-{name}.about"), &[]);
        writeln!(tables, "\n### {name}\n\n{about}\n\n| column | type | |\n|---|---|---|").unwrap();
        for heading in table.columns() {
            let kind = english.text(&format!("data-type-{}", heading.kind.name()), &[]);
            let refers = heading.refers.map(|table| format!(", of {table}")).unwrap_or_default();
            let about = data::describe(name, heading.name, &english);
            assert!(!about.starts_with("data-field-"), "{name}: {} is not described", heading.name);
            writeln!(tables, "| `{}` | {kind}{refers} | {about} |", heading.name).unwrap();
        }
    }
    let expected = format!("{before}{}{tables}\n{}{after}", MARKS[0], MARKS[1]);
    if std::env::var_os("CROSSCHECK_UPDATE").is_some() {
        fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/data.md"), &expected).unwrap();
    } else {
        assert!(text == expected, "docs/data.md is out of date: CROSSCHECK_UPDATE=1 cargo test --test cli docs");
    }
}
