//! Problems of the content as a browser shows them: places found, lines read, links made.

use std::path::{Path, PathBuf};

use super::editor::Editor;
use super::problem::{Line, Problem, Spot};
use crate::diagnostics::{self, Diagnostic, Located, Severity};

/// Characters of a line that an excerpt has on each side of what is meant.
const AROUND: usize = 160;
/// Characters that an excerpt marks at most.
const MARKED: usize = 400;

/// Finds places below a root, and links to them.
#[derive(Clone, Debug)]
pub(super) struct Places {
    root: PathBuf,
    editor: Editor,
}

impl Places {
    /// Below a real path.
    pub(super) fn new(root: &Path, editor: Editor) -> Self {
        Self { root: root.to_owned(), editor }
    }

    /// Finds the places of problems.
    pub(super) fn locate(&self, problems: Vec<Diagnostic>) -> Vec<Located> {
        diagnostics::locate(problems, diagnostics::on_disk(&self.root))
    }

    /// A problem whose place was found.
    pub(super) fn problem(&self, located: &Located) -> Problem {
        Problem {
            severity: name(located.problem.severity()),
            code: located.problem.code.name(),
            message: located.problem.message.clone(),
            help: located.problem.help.clone(),
            place: Some(self.spot(located)),
            excerpt: excerpt(located).into_iter().collect(),
        }
    }

    /// The place of a problem.
    pub(super) fn spot(&self, located: &Located) -> Spot {
        let (line, column) = located.position().map_or((1, 1), |at| (at.line, at.column));
        let path = located.spot.path.clone();
        let open = self.editor.link(&self.root, &path, line, column);
        Spot { path, line, column, open }
    }

    /// The beginning of a file.
    pub(super) fn start_of(&self, path: &str) -> Spot {
        Spot { path: path.to_owned(), line: 1, column: 1, open: self.editor.link(&self.root, path, 1, 1) }
    }
}

/// A severity by the word that is printed.
pub(super) fn name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "hint",
    }
}

fn excerpt(located: &Located) -> Option<Line> {
    let (position, excerpt) = located.spot.position.as_ref()?;
    let before = excerpt.line.get(..excerpt.span.start)?;
    let marked = excerpt.line.get(excerpt.span.clone())?;
    let after = excerpt.line.get(excerpt.span.end..)?;
    let skipped = before.chars().count().saturating_sub(AROUND);
    Some(Line {
        number: position.line,
        before: before.chars().skip(skipped).collect(),
        marked: marked.chars().take(MARKED).collect(),
        after: after.chars().take(AROUND).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::{At, Code, Place};

    #[test]
    fn a_problem_shows_its_line_with_what_is_meant() {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(root.path().join("content")).unwrap();
        std::fs::write(root.path().join("content/a.md"), "---\ntitle: \u{43a} <b>\n---\n").unwrap();
        let places = Places::new(root.path(), Editor::default());
        let place = Place { path: "content/a.md".into(), at: At::Bytes(14..17) };
        let located = places.locate(vec![Diagnostic::new(Code::BadValue, place, "no").help("write x")]);
        let problem = places.problem(&located[0]);
        let spot = problem.place.unwrap();
        assert_eq!((spot.line, spot.column), (2, 10));
        assert!(spot.open.unwrap().ends_with("/content/a.md:2:10"));
        let line = &problem.excerpt[0];
        assert_eq!((line.before.as_str(), line.marked.as_str(), line.after.as_str()), ("title: \u{43a} ", "<b>", ""));
    }

    #[test]
    fn a_long_line_is_cut() {
        let root = tempfile::tempdir().unwrap();
        let text = format!("{}X{}", "a".repeat(5000), "b".repeat(5000));
        std::fs::write(root.path().join("a.md"), text).unwrap();
        let places = Places::new(root.path(), Editor::default());
        let place = Place { path: "a.md".into(), at: At::Bytes(5000..5001) };
        let located = places.locate(vec![Diagnostic::new(Code::BadValue, place, "no")]);
        let line = &places.problem(&located[0]).excerpt[0];
        assert_eq!((line.before.len(), line.marked.as_str(), line.after.len()), (AROUND, "X", AROUND));
    }
}
