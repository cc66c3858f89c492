//! One line for each problem: what editors and `grep` understand.

use std::fmt::Write as _;

use super::{Located, printable};

pub fn write(problems: &[Located]) -> String {
    let mut text = String::new();
    for located in problems {
        let problem = &located.problem;
        let path = printable(&located.spot.path);
        let position = located.position().map(|at| format!(":{}:{}", at.line, at.column)).unwrap_or_default();
        let (severity, code) = (problem.severity().name(), problem.code.name());
        // Writing to a String cannot fail.
        let _ =
            writeln!(text, "{path}{position}: {severity}[{code}]: {}", printable(&problem.message).replace('\n', " "));
    }
    text
}
