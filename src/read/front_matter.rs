//! Where the front matter of a file ends and its text begins.
//!
//! Front matter stands between two lines of three hyphens, the first of which is the file's first line. A byte order
//! mark and Windows line ends are accepted. Positions are in bytes of the file as it is on disk.

use std::ops::Range;

use crate::diagnostics::{At, Code, Diagnostic, Place};

/// A file, divided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// The YAML between the two lines of hyphens.
    pub yaml: Range<usize>,
    /// Where the text begins.
    pub body: usize,
}

/// Divides a file. Where a line of hyphens is missing, that is reported and the likeliest place is taken, so that the
/// rest of the file can be checked too.
pub fn split(path: &str, file: &str) -> (Split, Option<Diagnostic>) {
    let start = if file.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let report = |range: Range<usize>, message: &str, help: String| {
        Some(
            Diagnostic::new(Code::NoFrontMatter, Place { path: path.into(), at: At::Bytes(range) }, message).help(help),
        )
    };
    let mut lines = lines(file, start);
    let Some(first) = lines.next().filter(|line| is_fence(&file[line.clone()])) else {
        let line = start..line_end(file, start);
        let help = match self::lines(file, start).find(|line| is_fence(&file[line.clone()])) {
            Some(fence) if file[start..fence.start].trim().is_empty() => {
                "remove what stands before the first `---`: it must be the very first line".to_owned()
            }
            _ => "begin the file with a line `---`, then the fields, then another line `---`, then the text".to_owned(),
        };
        let split = Split { yaml: start..start, body: start };
        return (split, report(line, "the file does not begin with front matter", help));
    };
    let yaml = first.end;
    if let Some(last) = lines.clone().find(|line| is_fence(&file[line.clone()])) {
        return (Split { yaml: yaml..last.start, body: last.end }, None);
    }
    let near = lines.clone().find(|line| is_nearly_a_fence(&file[line.clone()]));
    let end = match &near {
        Some(line) => line.clone(),
        None => {
            let end = lines.find(|line| !is_yaml(&file[line.clone()])).map_or(file.len(), |line| line.start);
            end..end
        }
    };
    let help = match &near {
        Some(line) => format!(
            "write three hyphens, `---`, instead of `{}`, and nothing else on that line",
            file[line.clone()].trim()
        ),
        None => "put a line `---` after the last field, before the text".to_owned(),
    };
    let place = near.map_or(start..first.end, |line| line);
    let place = place.start..place.start + file[place].trim_end().len();
    (Split { yaml: yaml..end.start, body: end.end }, report(place, "the front matter does not end", help))
}

/// The lines from a place on, each with its line end.
fn lines(file: &str, from: usize) -> impl Iterator<Item = Range<usize>> + Clone {
    file[from..].split_inclusive('\n').scan(from, |at, line| {
        let start = *at;
        *at += line.len();
        Some(start..*at)
    })
}

fn line_end(file: &str, from: usize) -> usize {
    file[from..].find(['\r', '\n']).map_or(file.len(), |length| from + length)
}

fn is_fence(line: &str) -> bool {
    line.strip_prefix("---").is_some_and(|rest| rest.trim().is_empty())
}

/// What editors make of three hyphens: `—-`, `----`, `- - -`, indented ones.
fn is_nearly_a_fence(line: &str) -> bool {
    let marks = || line.chars().filter(|c| !c.is_whitespace());
    marks().all(|c| matches!(c, '-' | '–' | '—' | '―' | '−')) && marks().count() > 0 && line.trim() != "-"
}

/// Whether a line may belong to front matter: a field, a list item, a comment, or indented.
fn is_yaml(line: &str) -> bool {
    let key = line.split(':').next().unwrap_or_default();
    line.starts_with([' ', '\t', '#', '-'])
        || line.trim().is_empty()
        || (line.contains(':')
            && !key.is_empty()
            && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(file: &str) -> (&str, &str, Option<String>) {
        let (split, problem) = split("a.md", file);
        (&file[split.yaml], &file[split.body..], problem.and_then(|problem| problem.help))
    }

    #[test]
    fn divides() {
        assert_eq!(parts("---\na: b\n---\ntext\n"), ("a: b\n", "text\n", None));
        assert_eq!(parts("\u{feff}---\r\na: b\r\n---\r\ntext"), ("a: b\r\n", "text", None));
        assert_eq!(parts("---\n---"), ("", "", None));
        assert_eq!(parts("--- \na: b\n---\t\n\n---\n"), ("a: b\n", "\n---\n", None));
    }

    #[test]
    fn a_line_within_a_text_is_not_the_end() {
        assert_eq!(parts("---\na: b --- c\n ---\n---\nd").0, "a: b --- c\n ---\n");
    }

    #[test]
    fn without_any() {
        let (yaml, body, help) = parts("Some text.\n");
        assert_eq!((yaml, body), ("", "Some text.\n"));
        assert!(help.unwrap().starts_with("begin the file"));
        assert!(parts("\n\n---\na: b\n---\n").2.unwrap().starts_with("remove what stands before"));
        assert_eq!(parts("").0, "");
    }

    #[test]
    fn without_an_end() {
        let (yaml, body, help) = parts("---\ntitle: a\nclaims:\n- b: c\n\nThe text: it begins.\n");
        assert_eq!((yaml, body), ("title: a\nclaims:\n- b: c\n\n", "The text: it begins.\n"));
        assert!(help.unwrap().starts_with("put a line `---`"));
    }

    #[test]
    fn with_an_end_that_an_editor_changed() {
        for end in ["—-", "----", "–––", " ---", "--"] {
            let file = format!("---\ntitle: a\n{end}\nThe text.\n");
            let (yaml, body, help) = parts(&file);
            assert_eq!((yaml, body), ("title: a\n", "The text.\n"), "{end}");
            assert!(help.unwrap().contains(&format!("instead of `{}`", end.trim())));
        }
    }
}
