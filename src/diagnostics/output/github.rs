//! Workflow commands: `::error file=…,line=…,col=…,title=…::message`.
//!
//! A command ends at the line's end, and its properties at commas and colons, so these are escaped as GitHub's own
//! toolkit does; text that an article brought along cannot start a command of its own.

use std::fmt::Write as _;

use super::Located;
use crate::diagnostics::Severity;

pub fn write(problems: &[Located]) -> String {
    let mut text = String::new();
    for located in problems {
        let problem = &located.problem;
        let command = match problem.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "notice",
        };
        let file = property(&located.spot.path);
        let position = located.position().map(|at| format!(",line={},col={}", at.line, at.column)).unwrap_or_default();
        let message = match &problem.help {
            Some(help) => data(&format!("{}\nhelp: {help}", problem.message)),
            None => data(&problem.message),
        };
        // Writing to a String cannot fail.
        let _ = writeln!(text, "::{command} file={file}{position},title={}::{message}", property(problem.code.name()));
    }
    text
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
