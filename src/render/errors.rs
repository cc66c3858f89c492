//! What Tera says is wrong, as diagnostics that name the template, the line and the page.

use tera::{Error, ErrorKind, ReportError};

use super::Theme;
use crate::diagnostics::{At, Code, Diagnostic, Place};
use crate::pages::Page;

/// What is wrong with the templates themselves, all of it.
pub(super) fn of_theme(theme: &Theme, error: &Error) -> Vec<Diagnostic> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => vec![of_report(theme, report)],
        ErrorKind::Msg(message) => message.split("\n\n").map(|report| of_text(theme, report)).collect(),
        ErrorKind::MissingParent { current, .. } => vec![at_file(theme, current, first_line(error))],
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            vec![at_file(theme, tpl, first_line(error))]
        }
        _ => vec![at_file(theme, "theme.yaml", first_line(error))],
    }
}

/// What went wrong while one page was written.
pub(super) fn of_page(theme: &Theme, page: &Page, error: &Error) -> Diagnostic {
    let mut problem = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => of_report(theme, report),
        ErrorKind::TemplateNotFound(name) => at_file(theme, name, first_line(error)),
        _ => at_file(theme, "base.html", first_line(error)),
    };
    problem.message = format!("{} (while writing the page {})", problem.message, page.path);
    problem
}

fn of_report(theme: &Theme, report: &ReportError) -> Diagnostic {
    let span = report.span();
    let mut problem = at_file(theme, report.filename(), String::new());
    problem.message = format!("{}, line {}: {}", short(report.filename()), span.start_line, report.message());
    problem.place.at = At::Bytes(span.range.clone());
    problem
}

/// Tera gives some reports as text only: "error: …", then "--> file:line:column".
fn of_text(theme: &Theme, report: &str) -> Diagnostic {
    let mut lines = report.lines();
    let message = lines.next().unwrap_or_default().trim_start_matches("error: ");
    let place = lines.find_map(|line| line.trim().strip_prefix("--> "));
    let mut parts = place.unwrap_or_default().rsplitn(3, ':');
    let (column, line, name) = (parts.next(), parts.next(), parts.next());
    match (name, line.and_then(|line| line.parse::<usize>().ok()), column.and_then(|column| column.parse().ok())) {
        (Some(name), Some(line), Some(column)) => {
            let mut problem = at_file(theme, name, format!("{}, line {line}: {message}", short(name)));
            if let Some(start) = theme.template(name).and_then(|template| offset(&template.source, line, column)) {
                problem.place.at = At::Bytes(start..start + 1);
            }
            problem
        }
        _ => at_file(theme, "theme.yaml", message.to_owned()),
    }
}

/// Where a line and a column, both from 1, are in a text.
fn offset(source: &str, line: usize, column: usize) -> Option<usize> {
    let start: usize = source.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let rest = source.get(start..)?;
    rest.char_indices().nth(column.checked_sub(1)?).map(|(at, _)| start + at)
}

fn at_file(theme: &Theme, name: &str, message: String) -> Diagnostic {
    let path = theme.template(name).map_or_else(|| format!("themes/{name}"), |template| template.path.clone());
    Diagnostic::new(Code::BadTheme, Place { path, at: At::File }, message)
}

fn short(name: &str) -> &str {
    name.strip_prefix(super::theme::BUILT_IN).unwrap_or(name)
}

fn first_line(error: &Error) -> String {
    error.to_string().lines().next().unwrap_or_default().to_owned()
}
