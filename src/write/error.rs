//! Why nothing, or not everything, could be written.

use std::{error, fmt, io, path::Path};

/// A refusal, or a failure of the file system. Never about content: that is what diagnostics are for.
#[derive(Debug)]
pub struct WriteError {
    message: String,
    help: Option<String>,
    source: Option<io::Error>,
}

impl WriteError {
    /// A refusal, with what to do instead.
    pub(super) fn refused(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: Some(help.into()), source: None }
    }

    /// The file system said no: `doing` completes "cannot".
    pub fn io<'a>(doing: &'a str, path: &'a Path) -> impl FnOnce(io::Error) -> Self + 'a {
        move |source| Self {
            message: format!("cannot {doing} {}: {}", path.display(), plain(&source)),
            help: None,
            source: Some(source),
        }
    }

    /// What to do instead, where something can be said.
    pub fn help(&self) -> Option<&str> {
        self.help.as_deref()
    }
}

/// The system's words without Rust's "(os error 13)".
fn plain(error: &io::Error) -> String {
    let text = error.to_string();
    match text.find(" (os error") {
        Some(end) => text[..end].to_lowercase(),
        None => text,
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl error::Error for WriteError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.source.as_ref().map(|source| source as _)
    }
}
