//! What is wrong with one written date or value: a message for a journalist, and what to write instead.
//!
//! The readers of scalars know nothing of files or front matter fields, so they cannot make a
//! [`Diagnostic`](crate::diagnostics::Diagnostic); whoever called them adds the code and the place.

use std::ops::Range;

/// Why a text was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// What is wrong, in one line.
    pub message: String,
    /// What to write instead, where that is known.
    pub help: Option<String>,
    /// The bytes of the text that are at fault, where it is not all of it.
    pub range: Option<Range<usize>>,
}

impl Malformed {
    /// A problem with the text as a whole.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), help: None, range: None }
    }

    /// With what to write instead.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// With the bytes at fault.
    #[must_use]
    pub fn at(mut self, range: Range<usize>) -> Self {
        self.range = Some(range);
        self
    }

    /// The same problem of a text that starts `by` bytes into the whole.
    #[must_use]
    pub fn shifted(mut self, by: usize) -> Self {
        self.range = self.range.map(|range| range.start + by..range.end + by);
        self
    }
}

/// A text between quotation marks for a message, cut where it is long: a message stays one readable line.
pub(crate) fn quoted(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("“{}…”", &text[..cut]),
        None => format!("“{text}”"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_between_characters() {
        assert_eq!(quoted("2023"), "“2023”");
        let long = "дата ".repeat(40);
        assert_eq!(quoted(&long).chars().count(), 63);
    }

    #[test]
    fn a_shift_moves_the_range_only() {
        let problem = Malformed::new("m").at(1..3).shifted(4);
        assert_eq!(problem.range, Some(5..7));
        assert_eq!(Malformed::new("m").shifted(4).range, None);
    }
}
