//! An array of objects. Its keys are a promise (FORMAT.md); absent is null.

use serde::Serialize;

use super::Located;

#[derive(Serialize)]
struct Problem<'a> {
    code: &'static str,
    severity: &'static str,
    message: &'a str,
    path: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    help: Option<&'a str>,
}

pub fn write(problems: &[Located]) -> String {
    let problems: Vec<Problem> = problems
        .iter()
        .map(|located| Problem {
            code: located.problem.code.name(),
            severity: located.problem.severity().name(),
            message: &located.problem.message,
            path: &located.spot.path,
            line: located.position().map(|at| at.line),
            column: located.position().map(|at| at.column),
            help: located.problem.help.as_deref(),
        })
        .collect();
    // Text and numbers can always be written as JSON.
    let mut text = serde_json::to_string_pretty(&problems).unwrap_or_else(|_| "[]".into());
    text.push('\n');
    text
}
