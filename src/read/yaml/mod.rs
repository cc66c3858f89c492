//! YAML into the field structs, twice over.
//!
//! The **fast reader** is serde: text straight into the struct, no positions, stops at the first error. It is used where
//! it is certain that a text has nothing to report (`scan`). The **careful reader** keeps every byte's place: it parses
//! into a tree (`syntax`, `repair`, `tree`), checks that against the shapes that the structs' schema gives (`shape`,
//! `check`), reports everything, and reads what is sound into the same struct (`deserialize`). Where both can read a
//! text, they give the same.

mod check;
mod deserialize;
mod messages;
mod repair;
mod scan;
mod shape;
mod syntax;
mod tree;

#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::sync::OnceLock;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use self::messages::Messages;
pub use self::shape::{Field, List, Mapping, Shape, ShapeRef, Shapes, Text};
pub use self::tree::{Entry, Kind, Node};
use super::fields::{
    ArticleFields, EntityFields, EventFields, PageFields, QuestionFields, SettingsFields, SourceFields,
};
use crate::diagnostics::{At, Diagnostic, Severity};

/// The front matter of a kind of file.
pub trait FrontMatter: DeserializeOwned + JsonSchema + Default + Send {
    /// What may stand where in it.
    fn shapes() -> &'static Shapes;
}

macro_rules! front_matter {
    ($($fields:ty),*) => {
        $(impl FrontMatter for $fields {
            fn shapes() -> &'static Shapes {
                static SHAPES: OnceLock<Shapes> = OnceLock::new();
                SHAPES.get_or_init(Shapes::of::<Self>)
            }
        })*
    };
}

front_matter!(ArticleFields, EntityFields, EventFields, PageFields, QuestionFields, SettingsFields, SourceFields);

/// What could be read of some front matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading<F> {
    /// Its fields.
    pub fields: F,
    /// What is wrong with it.
    pub problems: Vec<Diagnostic>,
}

impl<F> Reading<F> {
    /// Whether something was reported that may be missing from the fields.
    pub fn is_damaged(&self) -> bool {
        self.problems.iter().any(|problem| problem.severity() == Severity::Error)
    }
}

/// Reads front matter. `base` is where it begins in its file.
pub fn read<F: FrontMatter>(path: &str, yaml: &str, base: usize) -> Reading<F> {
    match fast(yaml) {
        Some(fields) => Reading { fields, problems: Vec::new() },
        None => careful(path, yaml, base),
    }
}

/// The fast reader. `None`: the careful one has to look at it.
fn fast<F: FrontMatter>(yaml: &str) -> Option<F> {
    if yaml.trim().is_empty() || !scan::is_plain(yaml) {
        return None;
    }
    serde_yaml::from_str(yaml).ok()
}

/// The careful reader.
pub(super) fn careful<F: FrontMatter>(path: &str, yaml: &str, base: usize) -> Reading<F> {
    let messages = Messages { path, base };
    let mut problems = Vec::new();
    let (root, lost) = syntax::parse(yaml, F::shapes(), messages, &mut problems);
    let mut more = Vec::new();
    let root = check::check(root, yaml, F::shapes(), &lost, messages, &mut more);
    // On a line that is not YAML, a field of the wrong form is only what follows from that.
    let lines = syntax::Lines::new(yaml);
    let line = |problem: &Diagnostic| match &problem.place.at {
        At::Bytes(range) => Some(lines.of(range.start.saturating_sub(base))),
        _ => None,
    };
    let broken: HashSet<Option<usize>> = problems.iter().map(line).collect();
    problems.extend(more.into_iter().filter(|problem| !broken.contains(&line(problem))));
    let fields = F::deserialize(&root).unwrap_or_else(|error| {
        // The checked tree has the struct's shape, so this is never reached; but a file must not pass unread.
        problems.push(messages.other(0..0, &error.to_string()));
        F::default()
    });
    Reading { fields, problems }
}

/// The tree of some front matter, for looking up where a field stands. Nothing is reported.
pub fn tree<F: FrontMatter>(yaml: &str) -> Node {
    syntax::tree(yaml, F::shapes())
}
