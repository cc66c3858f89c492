//! Problems and notes as a browser gets them: text, places and links, already worked out, nothing to interpret.

use serde::Serialize;

/// One thing that is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// `error`, `warning` or `hint`.
    pub severity: &'static str,
    /// Its stable name.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
    /// Where it is.
    pub place: Option<Spot>,
    /// The lines around it.
    pub excerpt: Vec<Line>,
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Spot {
    /// Relative to the root, with `/`.
    pub path: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// What opens the file there in the author's editor.
    pub open: Option<String>,
}

/// One line of an excerpt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// From 1.
    pub number: usize,
    /// What stands in it before what is meant.
    pub before: String,
    /// What is meant.
    pub marked: String,
    /// What stands in it after that.
    pub after: String,
}

/// What an author should know about a page, and a reader does not see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// What kind of note it is: `hint`, `warning`, `would-be`, `missing`, `draft`.
    pub kind: &'static str,
    /// The note.
    pub text: String,
    /// The part of the page that it is about: an id, without `#`.
    pub anchor: Option<String>,
    /// Where it would be mended.
    pub place: Option<Spot>,
}

impl Problem {
    /// Something that went wrong in the program itself, not in a file.
    pub fn of_program(message: impl Into<String>) -> Self {
        Self { severity: "error", code: "internal", message: message.into(), ..Self::default() }
    }
}
