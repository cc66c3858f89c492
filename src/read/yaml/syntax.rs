//! From text to tree, with every error of YAML itself.
//!
//! Whether a text is YAML is for the fast reader's parser to say, so that the two readers cannot disagree about it. Where
//! it says no, it names one place; `yaml-edit` and its validator find the others, and each is put in the words of
//! somebody who has never heard of scalars.

use std::collections::HashSet;
use std::ops::Range;

use serde::de::IgnoredAny;
use yaml_edit::YamlFile;
use yaml_edit::validator::{Rule, Severity, Validator, Violation};

use super::messages::{Messages, is_typographic_quote};
use super::repair::{Repaired, line_end, repair};
use super::scan;
use super::shape::Shapes;
use super::tree::{self, Kind, Node, Refusal};
use crate::diagnostics::Diagnostic;

/// Parses front matter. What can be made of it is given even where there are errors; the keys of which nothing could be
/// made come second.
pub fn parse(
    yaml: &str,
    shapes: &Shapes,
    messages: Messages,
    problems: &mut Vec<Diagnostic>,
) -> (Node, Vec<Range<usize>>) {
    let verdict = match scan::is_shallow(yaml) {
        true => serde_yaml::from_str::<IgnoredAny>(yaml).err(),
        false => None,
    };
    let already = problems.len();
    let mut repaired = match &verdict {
        None => Repaired { text: yaml.into(), parse: YamlFile::parse(yaml), doubtful: Vec::new(), lost: Vec::new() },
        Some(_) => {
            let fields: Vec<&str> = shapes.field_names().collect();
            repair(yaml, &fields, messages, problems)
        }
    };
    if verdict.is_some() {
        violations(yaml, &mut repaired, messages, problems);
    }
    for error in repaired.parse.positioned_errors() {
        if problems.len() == already {
            let place = clamp(yaml, error.range.start as usize..error.range.end as usize);
            problems.push(messages.other(place, &error.message.to_lowercase()));
        }
    }
    let (mut root, refusals) = tree::build(&repaired.parse.tree());
    for refusal in refusals {
        problems.extend(report(yaml, &refusal, messages, &repaired));
    }
    marks(&repaired.text, &root, messages, problems);
    if let (Some(error), true) = (verdict, problems.len() == already) {
        let separator = yaml.char_indices().find(|(_, c)| matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}'));
        problems.push(match separator {
            Some((at, c)) => messages.line_separator(at..at + c.len_utf8()),
            None => messages.other(place_of(yaml, &error), &plain_words(&error)),
        });
    }
    for at in repaired.doubtful {
        refuse(&mut root, &(at..line_end(&repaired.text, at).max(at + 1)));
    }
    (root, repaired.lost)
}

/// The tree alone, of a text of which the problems are known: for looking up where something stands.
pub fn tree(yaml: &str, shapes: &Shapes) -> Node {
    if !scan::is_shallow(yaml) {
        return tree::build(&YamlFile::parse(yaml).tree()).0;
    }
    let fields: Vec<&str> = shapes.field_names().collect();
    let repaired = repair(yaml, &fields, Messages { path: "", base: 0 }, &mut Vec::new());
    tree::build(&repaired.parse.tree()).0
}

fn report(yaml: &str, refusal: &Refusal, messages: Messages, repaired: &Repaired) -> Option<Diagnostic> {
    Some(match refusal {
        Refusal::Alias(range) if repaired.doubtful.contains(&range.start) => return None,
        Refusal::Alias(range) => messages.reserved_start(range.start..line_end(yaml, range.start), '*'),
        Refusal::Tag(range) => messages.reserved_start(range.start..line_end(yaml, range.start), '!'),
        Refusal::Key(range) => messages.key_not_text(clamp(yaml, range.clone())),
        Refusal::Limit(range) => messages.too_large(clamp(yaml, range.clone())),
        Refusal::Document(range) => messages.second_document(clamp(yaml, range.clone())),
    })
}

/// What the validator finds, a problem for each line. A line is out of place for the validator also where it follows a
/// value that is broken in another way, so what it says of indentation comes last.
fn violations(yaml: &str, repaired: &mut Repaired, messages: Messages, problems: &mut Vec<Diagnostic>) {
    let documents = repaired.parse.tree().documents();
    let mut violations: Vec<_> = documents.flat_map(|document| Validator::new().validate(&document)).collect();
    violations.sort_by_key(is_about_indentation);
    let lines = Lines::new(yaml);
    // Lines on which something was reported already.
    let mut reported: HashSet<usize> = repaired.doubtful.iter().map(|at| lines.of(*at)).collect();
    for violation in violations {
        let Some(range) = violation.text_range else { continue };
        let range = range.start as usize..(range.end as usize).min(yaml.len());
        let line = lines.of(range.start);
        if violation.severity != Severity::Error || reported.contains(&line) {
            continue;
        }
        if let Some(problem) = explain(yaml, &violation, range, messages, &mut repaired.doubtful) {
            reported.insert(line);
            problems.push(problem);
        }
    }
}

fn is_about_indentation(violation: &Violation) -> bool {
    let about_block = violation.message.contains("Block scalar");
    !about_block && (violation.rule == Rule::InvalidIndentation || violation.message.contains("indentation"))
}

fn explain(
    yaml: &str,
    violation: &Violation,
    range: Range<usize>,
    messages: Messages,
    doubtful: &mut Vec<usize>,
) -> Option<Diagnostic> {
    let value = value_start(yaml, range.start);
    let mark = yaml[value..].chars().next().unwrap_or(' ');
    let rest = value..line_end(yaml, value);
    let here = clamp(yaml, range.clone());
    let says = |words: &str| violation.message.contains(words);
    Some(match violation.rule {
        Rule::DuplicateKeys | Rule::LegacyYaml11 => return None,
        Rule::InvalidTabUsage => messages.tab(here),
        Rule::InvalidEscape => messages.bad_escape(here),
        Rule::InvalidCharacter => messages.character(here),
        Rule::MissingSyntax if says("comma") => messages.missing_comma(here),
        Rule::InvalidAnchor => {
            doubtful.push(range.start);
            messages.reserved_start(
                range.start..line_end(yaml, range.start),
                yaml[range.start..].chars().next().unwrap_or('*'),
            )
        }
        _ if says("mapping syntax (colon)") => messages.colon_in_text(here, mark_is_typographic(yaml, value)),
        _ if says("Trailing content after quoted") => {
            messages.quote_in_quote(range.start..line_end(yaml, range.start), if mark == '\'' { mark } else { '"' })
        }
        _ if says("cannot start with") => {
            let mark = yaml[range.start..].chars().next().unwrap_or(' ');
            doubtful.push(range.start);
            messages.reserved_start(range.start..line_end(yaml, range.start), mark)
        }
        _ if (says("more than one node") || says("Block scalar")) && matches!(mark, '>' | '|') => {
            doubtful.push(value);
            messages.block_scalar(rest.clone(), mark, yaml[rest].trim_start_matches(['>', '|']).trim_start())
        }
        _ if says("more than one node") && mark == '*' => {
            doubtful.push(value);
            messages.reserved_start(rest, mark)
        }
        _ if says("Document holds more than one node") => messages.indentation(here),
        _ if says("more than one node") || says("Block mapping cannot start on same line") => {
            messages.something_follows(here)
        }
        _ if says("Block sequence cannot start on same line") => {
            doubtful.push(value);
            messages.list_on_line(rest)
        }
        _ if is_about_indentation(violation) => messages.indentation(line_of(yaml, range.start)),
        _ => messages.other(here, &violation.message.to_lowercase()),
    })
}

/// Anchors and tags stand between values; so whatever is there and is neither blank, bracket nor comment is one.
fn marks(text: &str, root: &Node, messages: Messages, problems: &mut Vec<Diagnostic>) {
    let mut values = Vec::new();
    collect(root, &mut values);
    values.sort_by_key(|range| (range.start, range.end));
    let mut at = 0;
    for value in values.into_iter().chain(std::iter::once(text.len()..text.len())) {
        if value.start > at {
            for (offset, mark) in marks_between(&text[at..value.start]) {
                let start = at + offset;
                problems.push(messages.reserved_start(start..line_end(text, start), mark));
            }
        }
        at = at.max(value.end);
    }
}

fn marks_between(gap: &str) -> Vec<(usize, char)> {
    let mut found = Vec::new();
    let mut before = ' ';
    let mut comment = false;
    for (offset, c) in gap.char_indices() {
        match c {
            '\n' => comment = false,
            '#' if before.is_whitespace() => comment = true,
            '&' | '!' | '%' if !comment => {
                found.push((offset, c));
                comment = true;
            }
            _ => {}
        }
        before = c;
    }
    found
}

fn collect(node: &Node, values: &mut Vec<Range<usize>>) {
    match &node.kind {
        Kind::Scalar { .. } | Kind::Refused => values.push(node.range.clone()),
        Kind::Sequence(items) => items.iter().for_each(|item| collect(item, values)),
        Kind::Mapping(entries) => {
            for entry in entries {
                values.push(entry.key_range.clone());
                collect(&entry.value, values);
            }
        }
    }
}

/// Marks the values that begin within a range as reported.
fn refuse(node: &mut Node, range: &Range<usize>) {
    let begins =
        |node: &Node| range.contains(&node.range.start) || (node.range.is_empty() && node.range.start == range.end);
    match &mut node.kind {
        Kind::Sequence(items) => {
            for item in items {
                if begins(item) { item.kind = Kind::Refused } else { refuse(item, range) }
            }
        }
        Kind::Mapping(entries) => {
            for entry in entries {
                if begins(&entry.value) { entry.value.kind = Kind::Refused } else { refuse(&mut entry.value, range) }
            }
        }
        Kind::Scalar { .. } | Kind::Refused => {}
    }
}

/// The lines of a text, to ask which one a place is on.
pub struct Lines(Vec<usize>);

impl Lines {
    /// Finds the lines.
    pub fn new(text: &str) -> Self {
        Self(text.match_indices('\n').map(|(end, _)| end + 1).collect())
    }

    /// The line of a place, from 0.
    pub fn of(&self, at: usize) -> usize {
        self.0.partition_point(|start| *start <= at)
    }
}

/// Where the value begins in which a place is: after the last `key: ` or `- ` of its line before it.
fn value_start(yaml: &str, at: usize) -> usize {
    let start = line_start(yaml, at);
    let line = &yaml[start..line_end(yaml, start)];
    let content = line.trim_start_matches([' ', '-', '\t']);
    let indent = line.len() - content.len();
    let key = content
        .find(": ")
        .filter(|key| content[..*key].bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-'));
    let value = key.map_or(content, |key| content[key + 1..].trim_start());
    start + indent + content.len() - value.len()
}

fn mark_is_typographic(yaml: &str, value: usize) -> bool {
    yaml[value..].starts_with(is_typographic_quote)
}

fn line_start(yaml: &str, at: usize) -> usize {
    yaml[..at].rfind('\n').map_or(0, |end| end + 1)
}

fn line_of(yaml: &str, at: usize) -> Range<usize> {
    let start = line_start(yaml, at);
    let indent = yaml[start..].len() - yaml[start..].trim_start_matches([' ', '\t']).len();
    start + indent..line_end(yaml, start + indent)
}

/// A range within the text, on one line, and not empty where that can be helped.
fn clamp(yaml: &str, range: Range<usize>) -> Range<usize> {
    let start = floor(yaml, range.start);
    let end = line_end(yaml, start).min(range.end.max(start));
    start..floor(yaml, end).max(start)
}

fn floor(yaml: &str, at: usize) -> usize {
    let at = at.min(yaml.len());
    (0..=at).rev().find(|at| yaml.is_char_boundary(*at)).unwrap_or(0)
}

fn place_of(yaml: &str, error: &serde_yaml::Error) -> Range<usize> {
    let Some(location) = error.location() else { return 0..line_end(yaml, 0) };
    let lines = yaml.split_inclusive('\n');
    let start: usize = lines.take(location.line().saturating_sub(1)).map(str::len).sum();
    let line = &yaml[start.min(yaml.len())..];
    let offset = line.char_indices().nth(location.column().saturating_sub(1)).map_or(0, |(offset, _)| offset);
    clamp(yaml, start + offset..yaml.len())
}

/// The parser's own words, without its positions.
fn plain_words(error: &serde_yaml::Error) -> String {
    let words = error.to_string();
    let end = words.find(" at line ").or_else(|| words.find(" at position ")).unwrap_or(words.len());
    words[..end].to_owned()
}
