//! Why a command could not do its work at all: wrong usage, or a file that cannot be read or written (exit code 2).
//! What is wrong in the content is a [`Diagnostic`](crosscheck::diagnostics::Diagnostic) instead.

use std::{error::Error, fmt, io, path::Path};

use crosscheck::{publish::PublishError, write::WriteError};

/// One reason, with what to do about it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Failure {
    pub(super) message: String,
    pub(super) help: Option<String>,
}

impl Failure {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), help: None }
    }

    #[must_use]
    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The file system said no: `doing` completes "cannot".
    pub(super) fn io<'a>(doing: &'a str, path: &'a Path) -> impl FnOnce(io::Error) -> Self + 'a {
        move |error| WriteError::io(doing, path)(error).into()
    }
}

impl From<WriteError> for Failure {
    fn from(error: WriteError) -> Self {
        Self { message: error.to_string(), help: error.help().map(Into::into) }
    }
}

impl From<PublishError> for Failure {
    fn from(error: PublishError) -> Self {
        Self { message: error.to_string(), help: error.what_to_do().map(Into::into) }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl Error for Failure {}
