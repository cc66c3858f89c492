//! Problems of the content as a command lists them: with their places found, and paths from where the person is.

use std::path::Path;

use crosscheck::diagnostics::{self, Diagnostic, Format, Located, Severity};

/// Problems with their places, in order.
pub(super) struct Listing {
    located: Vec<Located>,
    /// What leads from the current folder to the root: empty, or `town/`, or `../`.
    prefix: String,
}

impl Listing {
    /// Finds the places.
    pub(super) fn of(root: &Path, diagnostics: Vec<Diagnostic>) -> Self {
        Self::located(root, diagnostics::locate(diagnostics, diagnostics::on_disk(root)))
    }

    /// Of problems whose places are found.
    pub(super) fn located(root: &Path, located: Vec<Located>) -> Self {
        let prefix = if root == Path::new(".") { String::new() } else { format!("{}/", root.display()) };
        Self { located, prefix }
    }

    /// Only what is wrong, without what might be added.
    pub(super) fn without_hints(mut self) -> Self {
        self.located.retain(|located| located.problem.severity() != Severity::Hint);
        self
    }

    /// For people.
    pub(super) fn people(&self, color: bool) -> String {
        self.in_format(Format::People { color })
    }

    /// In a format. JSON has paths relative to the root, which is what programs know; all others are printed to be clicked.
    pub(super) fn in_format(&self, format: Format) -> String {
        if format == Format::Json || self.prefix.is_empty() {
            return diagnostics::write(&self.located, format);
        }
        let mut shown = self.located.clone();
        for located in &mut shown {
            located.spot.path.insert_str(0, &self.prefix);
            located.related.iter_mut().for_each(|(spot, _)| spot.path.insert_str(0, &self.prefix));
        }
        diagnostics::write(&shown, format)
    }

    /// "3 errors, 1 warning in 2 files".
    pub(super) fn summary(&self) -> String {
        diagnostics::summary(&self.located).unwrap_or_else(|| "no problems".into())
    }
}

/// "1 page", "2 pages".
pub(super) fn plural(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
