//! Why a site was not published.

use std::{error, fmt, io};

use crate::write::WriteError;

/// A refusal, or something that did not work, with what to do instead.
#[derive(Debug, PartialEq, Eq)]
pub struct PublishError {
    message: String,
    help: Option<String>,
}

impl PublishError {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), help: None }
    }

    #[must_use]
    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// What to do instead, where something can be said.
    pub fn what_to_do(&self) -> Option<&str> {
        self.help.as_deref()
    }
}

impl From<WriteError> for PublishError {
    fn from(error: WriteError) -> Self {
        Self { message: error.to_string(), help: error.help().map(Into::into) }
    }
}

/// The system's words, after what was tried.
pub(super) fn io(doing: &str, error: &io::Error) -> PublishError {
    let text = error.to_string();
    let plain = text.find(" (os error").map_or(text.as_str(), |end| &text[..end]);
    PublishError::new(format!("{doing}: {}", plain.to_lowercase()))
}

impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl error::Error for PublishError {}
