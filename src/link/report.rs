//! Collects what is wrong in one file while it is linked.

use rust_decimal::Decimal;

use crate::diagnostics::{At, Code, Diagnostic, Field, Place, suggest};
use crate::model::Date;
use crate::read::date;

/// The problems of one file.
pub(super) struct Report<'a> {
    path: &'a str,
    found: Vec<Diagnostic>,
}

impl<'a> Report<'a> {
    pub(super) fn new(path: &'a str) -> Self {
        Self { path, found: Vec::new() }
    }

    pub(super) fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.found
    }

    pub(super) fn path(&self) -> &str {
        self.path
    }

    /// A front matter value of this file.
    pub(super) fn at(&self, field: &Field) -> Place {
        self.place(At::Field(field.clone()))
    }

    /// A place in this file.
    pub(super) fn place(&self, at: At) -> Place {
        Place { path: self.path.to_string(), at }
    }

    pub(super) fn add(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// A problem with a front matter value; `help` says what to write instead.
    pub(super) fn field(&mut self, code: Code, field: &Field, message: impl Into<String>, help: Option<String>) {
        let mut diagnostic = Diagnostic::new(code, self.at(field), message);
        diagnostic.help = help;
        self.found.push(diagnostic);
    }

    /// A problem with the name of a front matter field, not with its value.
    pub(super) fn name(&mut self, code: Code, field: &Field, message: impl Into<String>, help: Option<String>) {
        let mut diagnostic = Diagnostic::new(code, self.place(At::Key(field.clone())), message);
        diagnostic.help = help;
        self.found.push(diagnostic);
    }

    /// An id that nothing has, with the nearest that something has.
    pub(super) fn unknown_id<'n>(
        &mut self,
        field: &Field,
        what: &str,
        id: &str,
        known: impl Iterator<Item = &'n str>,
        otherwise: &str,
    ) {
        let help = match near(id, known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => otherwise.to_string(),
        };
        self.field(Code::UnknownId, field, format!("there is no {what} `{id}`"), Some(help));
    }

    /// Reads a date; one that cannot be read is reported and absent.
    pub(super) fn date(&mut self, field: &Field, written: Option<&str>) -> Option<Date> {
        match date::parse(written?) {
            Ok(date) => Some(date),
            Err(malformed) => {
                self.field(Code::BadDate, field, malformed.message, malformed.help);
                None
            }
        }
    }

    /// Reads an http(s) URL; anything else is reported and absent.
    pub(super) fn url(&mut self, field: &Field, written: Option<&str>) -> Option<String> {
        let written = written?.trim();
        if is_http_url(written) {
            return Some(written.to_string());
        }
        let message = format!("`{written}` is not a web address");
        self.field(
            Code::BadUrl,
            field,
            message,
            Some("write a full address that begins with https:// or http://".into()),
        );
        None
    }

    /// Reads a decimal number; anything else is reported and absent.
    pub(super) fn decimal(&mut self, field: &Field, written: Option<&str>) -> Option<Decimal> {
        let written = written?.trim();
        match Decimal::from_str_exact(written) {
            Ok(number) => Some(number),
            Err(_) => {
                let help = "write digits with a point before the decimals: 1.09";
                self.field(Code::BadValue, field, format!("`{written}` is not a number"), Some(help.into()));
                None
            }
        }
    }
}

/// The nearest of several names, the same whatever order they come in.
pub(super) fn near<'n>(word: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let mut names: Vec<&str> = names.collect();
    names.sort_unstable();
    suggest(word, names)
}

/// Whether a text is an http(s) URL without user name, white space or control characters.
fn is_http_url(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let Some(rest) = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://")) else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let unsafe_character = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\' | '`');
    !host.is_empty() && !host.contains('@') && text.len() <= 4096 && !text.chars().any(unsafe_character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_are_links() {
        assert!(is_http_url("https://example.org/a?b=c#d"));
        assert!(is_http_url("HTTP://пошта.укр/"));
        for bad in [
            "javascript:alert(1)",
            "https://",
            "example.org",
            "https://a b.org",
            "https://u:p@example.org",
            "data:text/html,x",
            "https://a.org/\"onclick",
        ] {
            assert!(!is_http_url(bad), "{bad}");
        }
    }
}
