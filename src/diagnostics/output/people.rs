//! What a person reads: the message, the line with a caret under what is meant, and what to write instead.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Located, printable};
use crate::diagnostics::{Severity, Spot};

/// How wide the output may be: an article's paragraph is one long line, and is cut around what is meant.
const WIDTH: usize = 120;
/// How much of a line after what is meant is worth looking at, in bytes.
const MAX_AFTER: usize = 1_000;

pub fn write(problems: &[Located], color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() }.term_width(WIDTH);
    let mut text = String::new();
    for located in problems {
        text.push_str(&renderer.render(&report(located)));
        text.push_str("\n\n");
    }
    text
}

fn report(located: &Located) -> Vec<Group<'_>> {
    let problem = &located.problem;
    let level = match problem.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::NOTE.with_name("hint"),
    };
    let title = level.primary_title(printable(&problem.message)).id(problem.code.name());
    let mut first = place(Group::with_title(title), &located.spot, problem.label.as_deref());
    if let Some(help) = &problem.help {
        first = first.element(Level::HELP.message(printable(help)));
    }
    let mut groups = vec![first];
    for (spot, what) in &located.related {
        groups.push(place(Group::with_title(Level::NOTE.secondary_title(printable(what))), spot, None));
    }
    groups
}

fn place<'a>(group: Group<'a>, spot: &'a Spot, label: Option<&str>) -> Group<'a> {
    let Some((position, excerpt)) = &spot.position else { return group.element(Origin::path(printable(&spot.path))) };
    let line = &excerpt.line;
    let after = (excerpt.span.end + MAX_AFTER).min(line.len());
    let end = (after..=line.len()).find(|end| line.is_char_boundary(*end)).unwrap_or(line.len());
    let annotation = AnnotationKind::Primary.span(excerpt.span.clone()).label(label.map(printable));
    let snippet = Snippet::source(&line[..end]).path(printable(&spot.path)).line_start(position.line);
    group.element(snippet.annotation(annotation))
}
