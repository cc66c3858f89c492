//! Problems as text: for people, a line each, for scripts, for GitHub's annotations.

mod github;
mod json;
mod people;
mod short;

use std::collections::BTreeSet;

use super::{Located, Severity};

/// How problems are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// With excerpt, caret and help; in colour, or not.
    People {
        /// Whether what it is printed on shows colours.
        color: bool,
    },
    /// `path:line:column: severity[code]: message`.
    Short,
    /// An array of objects, as FORMAT.md has it.
    Json,
    /// Workflow commands, which GitHub shows beside the changed lines.
    Github,
}

/// Writes problems. Every format ends with a line feed, but for no problems, of which only JSON has something to say.
pub fn write(problems: &[Located], format: Format) -> String {
    match format {
        Format::People { color } => people::write(problems, color),
        Format::Short => short::write(problems),
        Format::Json => json::write(problems),
        Format::Github => github::write(problems),
    }
}

/// "3 errors, 1 warning in 2 files"; `None` where there is nothing to sum up.
pub fn summary(problems: &[Located]) -> Option<String> {
    let count = |severity| problems.iter().filter(|located| located.problem.severity() == severity).count();
    let counts = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Hint, "hint")];
    let counts = counts.map(|(severity, name)| (count(severity), name)).into_iter().filter(|(count, _)| *count > 0);
    let counts: Vec<String> = counts.map(|(count, name)| plural(count, name)).collect();
    let files: BTreeSet<&str> = problems.iter().map(|located| located.spot.path.as_str()).collect();
    (!counts.is_empty()).then(|| format!("{} in {}", counts.join(", "), plural(files.len(), "file")))
}

/// Text that may have come from an article, without what a terminal would obey.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\n' { '\u{fffd}' } else { c }).collect()
}

fn plural(count: usize, name: &str) -> String {
    format!("{count} {name}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::{At, Code, Diagnostic, Place, locate};

    const FILE: &str = "---\ntitle: a: b, \"c\"\n---\nText.\n";

    fn some() -> Vec<Located> {
        let place = |path: &str, at| Place { path: path.into(), at };
        let problems = vec![
            Diagnostic::new(
                Code::BadYaml,
                place("content/articles/a,b.md", At::Bytes(12..13)),
                "100% \"wrong\":\nreally",
            )
            .help("quote it")
            .label("here"),
            Diagnostic::new(Code::DuplicateId, place("content/articles/c.md", At::File), "twice")
                .related(place("content/articles/a,b.md", At::Bytes(4..9)), "the other one"),
            Diagnostic::new(Code::CommentInText, place("content/articles/a,b.md", At::Bytes(24..28)), "cut"),
            Diagnostic::new(Code::Draft, place("content/articles/c.md", At::Bytes(24..28)), "left out"),
        ];
        locate(problems, |_| Some(FILE.into()))
    }

    #[test]
    fn for_people() {
        insta::assert_snapshot!(write(&some(), Format::People { color: false }));
        assert!(write(&some(), Format::People { color: true }).contains("\u{1b}["));
        assert_eq!(write(&[], Format::People { color: false }), "");
    }

    #[test]
    fn a_line_each() {
        insta::assert_snapshot!(write(&some(), Format::Short));
    }

    #[test]
    fn for_scripts() {
        let written = write(&some(), Format::Json);
        let parsed: serde_json::Value = serde_json::from_str(&written).unwrap();
        assert_eq!(parsed[0]["column"], 9);
        assert_eq!(parsed[2]["line"], serde_json::Value::Null);
        assert_eq!(write(&[], Format::Json), "[]\n");
        insta::assert_snapshot!(written);
    }

    #[test]
    fn for_github() {
        insta::assert_snapshot!(write(&some(), Format::Github));
    }

    #[test]
    fn a_long_line_is_cut_around_what_is_meant() {
        let line = format!("{}wrong{}", "слово ".repeat(100), " 文字".repeat(100));
        let start = line.find("wrong").unwrap();
        let place = Place { path: "a.md".into(), at: At::Bytes(start..start + 5) };
        let located = locate(vec![Diagnostic::new(Code::BadYaml, place, "a long line")], |_| Some(line.clone()));
        insta::assert_snapshot!(write(&located, Format::People { color: false }));
    }

    #[test]
    fn what_an_article_brings_along_is_not_obeyed_by_a_terminal() {
        let evil = "\u{1b}[2J\u{7}";
        let place = Place { path: "a.md".into(), at: At::Bytes(0..1) };
        let problem = Diagnostic::new(Code::BadYaml, place.clone(), evil).help(evil).label(evil).related(place, evil);
        let located = locate(vec![problem], |_| Some(evil.into()));
        for format in [Format::People { color: false }, Format::Short, Format::Json] {
            assert!(!write(&located, format).contains(['\u{1b}', '\u{7}']), "{format:?}");
        }
    }

    #[test]
    fn summed_up() {
        assert_eq!(summary(&some()).as_deref(), Some("2 errors, 1 warning, 1 hint in 2 files"));
        assert_eq!(summary(&some()[..1]).as_deref(), Some("1 error in 1 file"));
        assert_eq!(summary(&[]), None);
    }
}
