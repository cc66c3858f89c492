//! Text that is not YAML, made readable.
//!
//! An unclosed quotation mark swallows the rest of the file, and a `key:value` hides all that follows. So such a slip is
//! reported, its mark is overwritten with a blank (or its line with a comment), and the text is parsed again, until
//! nothing of the kind is left. The text keeps its length: positions remain those of the file.

use std::ops::Range;

use yaml_edit::{Parse, ParseErrorKind, YamlFile, YamlNode};

use super::messages::Messages;
use crate::diagnostics::Diagnostic;

/// How many slips of this kind are looked for in one file.
const MAX_REPAIRS: usize = 20;

/// A text that can be parsed, with what had to be overwritten.
pub struct Repaired {
    /// As long as the original.
    pub text: String,
    /// The parse of that text.
    pub parse: Parse<YamlFile>,
    /// Where values begin that can no longer be trusted: from here to the end of the line.
    pub doubtful: Vec<usize>,
    /// Keys of which the line was made a comment.
    pub lost: Vec<Range<usize>>,
}

/// Repairs a text that YAML refuses.
pub fn repair(yaml: &str, fields: &[&str], messages: Messages, problems: &mut Vec<Diagnostic>) -> Repaired {
    let mut text = yaml.to_owned();
    let mut doubtful = Vec::new();
    let mut lost = Vec::new();
    for _ in 0..MAX_REPAIRS {
        let parse = YamlFile::parse(&text);
        let slip = open_mark(&parse, &text, fields).or_else(|| missing_space(&parse, &text, fields));
        let Some(slip) = slip else {
            return Repaired { text, parse, doubtful, lost };
        };
        let (at, with) = match slip {
            Slip::Mark(at, mark) => {
                let place = at..line_end(yaml, at);
                problems.push(match mark {
                    '"' | '\'' => messages.unclosed_quote(place, mark),
                    _ => messages.unclosed_bracket(place, mark),
                });
                doubtful.push(at);
                (at, " ")
            }
            Slip::Space(key) => {
                problems.push(messages.missing_space(key.start..line_end(yaml, key.start), &yaml[key.clone()]));
                lost.push(key.clone());
                (key.start, "#")
            }
        };
        text.replace_range(at..at + 1, with);
    }
    let parse = YamlFile::parse(&text);
    Repaired { text, parse, doubtful, lost }
}

enum Slip {
    /// A quotation mark or bracket that is not closed.
    Mark(usize, char),
    /// A key with its value right after the colon.
    Space(Range<usize>),
}

/// The last quotation mark or bracket that is not closed, or that only the mark of a later field closes.
fn open_mark(parse: &Parse<YamlFile>, text: &str, fields: &[&str]) -> Option<Slip> {
    let mut open = None;
    let unterminated = |start: usize| {
        let errors = parse.positioned_errors().iter();
        errors
            .filter(|error| error.kind == ParseErrorKind::UnterminatedString)
            .any(|error| error.range.start as usize == start)
    };
    for_each(parse, |node| {
        let range = node.byte_range();
        let range = range.start as usize..range.end as usize;
        let Some(raw) = text.get(range.clone()).map(str::trim_end) else { return };
        let Some(mark) = raw.chars().next() else { return };
        let is_open = match (node, mark) {
            (YamlNode::Scalar(_), '"' | '\'') => {
                unterminated(range.start) || raw.lines().skip(1).any(|line| field_of(line, fields, ": ").is_some())
            }
            (YamlNode::Sequence(_), '[') => !raw.ends_with(']'),
            (YamlNode::Mapping(_), '{') => !raw.ends_with('}'),
            _ => false,
        };
        if is_open {
            open = Some(Slip::Mark(range.start, mark));
        }
    });
    open
}

/// A line `key:value`, not within a text that goes over several lines.
fn missing_space(parse: &Parse<YamlFile>, text: &str, fields: &[&str]) -> Option<Slip> {
    let mut texts = Vec::new();
    for_each(parse, |node| {
        let range = node.byte_range();
        let range = range.start as usize..range.end as usize;
        if matches!(node, YamlNode::Scalar(_))
            && text.get(range.clone()).is_some_and(|raw| raw.starts_with(['"', '\'', '|', '>']))
        {
            texts.push(range);
        }
    });
    let beyond = parse.positioned_errors().iter().map(|error| error.range.start as usize).min();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let at = start;
        start += line.len();
        if texts.iter().any(|range| range.start < at && at < range.end) {
            continue;
        }
        let known = field_of(line, fields, ":").filter(|key| {
            let value = &line[key.end + 1..];
            !value.starts_with([' ', '\t', '\r', '\n']) && !value.is_empty() && !value.starts_with("//")
        });
        // Where YAML itself gives up on the line, the key need not be known.
        let unread = || (beyond == Some(at)).then(|| any_key(line)).flatten();
        if let Some(key) = known.or_else(unread) {
            return Some(Slip::Space(at + key.start..at + key.end));
        }
    }
    None
}

/// The key of a line, where it is one of the fields and followed by the separator or by the line's end.
fn field_of(line: &str, fields: &[&str], separator: &str) -> Option<Range<usize>> {
    let content = line.trim_start_matches([' ', '-', '\t']);
    let start = line.len() - content.len();
    let key = content.split(':').next().unwrap_or_default();
    let after = content.get(key.len()..).unwrap_or_default();
    let separated = after.starts_with(separator) || after.trim_end() == ":";
    (separated && fields.contains(&key)).then(|| start..start + key.len())
}

fn any_key(line: &str) -> Option<Range<usize>> {
    let content = line.trim_start_matches([' ', '-']);
    let start = line.len() - content.len();
    let (key, _) = content.split_once(':')?;
    let is_key = !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    is_key.then(|| start..start + key.len())
}

/// Visits every value of the tree. Its depth is limited by the parser.
fn for_each(parse: &Parse<YamlFile>, mut visit: impl FnMut(&YamlNode)) {
    let mut stack: Vec<YamlNode> = Vec::new();
    for document in parse.tree().documents() {
        stack.extend(document.as_mapping().map(YamlNode::Mapping));
        stack.extend(document.as_sequence().map(YamlNode::Sequence));
        stack.extend(document.as_scalar().map(YamlNode::Scalar));
    }
    while let Some(node) = stack.pop() {
        visit(&node);
        match &node {
            YamlNode::Mapping(mapping) => {
                for entry in mapping.entries() {
                    stack.extend(entry.key_node());
                    stack.extend(entry.value_node());
                }
            }
            YamlNode::Sequence(sequence) => stack.extend(sequence.values()),
            _ => {}
        }
    }
}

/// The end of the line, without blanks.
pub fn line_end(text: &str, from: usize) -> usize {
    from + text[from..].lines().next().unwrap_or_default().trim_end().len()
}
