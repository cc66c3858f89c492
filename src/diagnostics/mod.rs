//! What is wrong, or worth a look, in the content: values that flow along the pipeline and are printed at its end.
//!
//! A stage never prints and never stops at the first problem: it gives what it could make of its input, and a list of
//! [`Diagnostic`]s. A diagnostic names a file and a place in it as the stage knows it (a front matter field, or a byte
//! range); `locate` turns that into lines and columns when there is something to print.

mod code;
mod locate;
mod output;
mod suggest;

use std::ops::Range;

use serde::{Deserialize, Serialize};

pub use code::{Code, Severity};
pub use locate::{Excerpt, Located, Position, Spot, locate, on_disk};
pub use output::{Format, summary, write};
pub use suggest::suggest;

/// A step from one front matter value to one inside it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Step {
    /// A key of a mapping.
    Key(String),
    /// A position in a list, from 0.
    Index(usize),
}

/// The way to a front matter value: `claims[2].value`. Empty: the front matter itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Field(pub Vec<Step>);

impl Field {
    /// A top-level key.
    pub fn key(name: &str) -> Self {
        Self::default().then(name)
    }

    /// The value under a key of this mapping.
    #[must_use]
    pub fn then(&self, name: &str) -> Self {
        let mut steps = self.0.clone();
        steps.push(Step::Key(name.into()));
        Self(steps)
    }

    /// The item at a position of this list.
    #[must_use]
    pub fn item(&self, position: usize) -> Self {
        let mut steps = self.0.clone();
        steps.push(Step::Index(position));
        Self(steps)
    }
}

/// Where in a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum At {
    /// The file as a whole.
    File,
    /// A front matter value; where it is absent, the nearest enclosing one that is there.
    Field(Field),
    /// The key of a front matter value, not the value.
    Key(Field),
    /// Bytes of the file as it is on disk.
    Bytes(Range<usize>),
}

/// A file and a place in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// Relative to the root, with `/`.
    pub path: String,
    /// Where in it.
    pub at: At,
}

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// Which problem; it decides the severity.
    pub code: Code,
    /// What is wrong, in the words of the field, in one line.
    pub message: String,
    /// Where.
    pub place: Place,
    /// What stands below the caret.
    pub label: Option<String>,
    /// Other places that matter, each with what it is.
    pub related: Vec<(Place, String)>,
    /// What to write instead.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A problem at a place.
    pub fn new(code: Code, place: Place, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), place, label: None, related: Vec::new(), help: None }
    }

    /// With what to write instead.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// With a word below the caret.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// With another place that matters.
    #[must_use]
    pub fn related(mut self, place: Place, what: impl Into<String>) -> Self {
        self.related.push((place, what.into()));
        self
    }

    /// Its code's severity.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}
