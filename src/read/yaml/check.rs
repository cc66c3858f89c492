//! The tree against the shapes: every field that is unknown, missing, there twice or of the wrong form is reported, and
//! taken out, so that what remains can be read into the struct.
//!
//! What is taken out of a list leaves an empty item; what is required and missing is marked as reported
//! ([`Kind::Refused`]).

use std::collections::HashMap;
use std::ops::Range;

use super::messages::{Messages, Subject, is_typographic_quote};
use super::shape::{Field, List, Mapping, Shape, ShapeRef, Shapes, Text};
use super::tree::{Entry, Kind, Node};
use crate::diagnostics::{Diagnostic, suggest};

/// Fields for prose, in which a ` #` is more likely a slip than a comment. (In a claim, `question` is an id.)
const PROSE: [&str; 17] = [
    "because",
    "description",
    "exact",
    "inferred",
    "internal",
    "may_fall",
    "name",
    "note",
    "now",
    "prefix",
    "quote",
    "reason",
    "suffix",
    "title",
    "translation",
    "value",
    "was",
];

fn is_prose(of: &str, key: &str) -> bool {
    PROSE.contains(&key) || (of, key) == ("question", "question")
}

/// Checks front matter; gives what of it can be read.
///
/// `lost` are keys that were reported as unreadable and are not in the tree: they are not missing as well.
pub fn check(
    root: Node,
    yaml: &str,
    shapes: &Shapes,
    lost: &[Range<usize>],
    messages: Messages,
    problems: &mut Vec<Diagnostic>,
) -> Node {
    let mut checker = Checker { yaml, shapes, lost, messages, problems };
    let Some(Mapping::Fields { name, fields }) = &shapes.get(shapes.root()).mapping else { return root };
    let root = match root.kind {
        Kind::Scalar { .. } if root.is_null() => Node { kind: Kind::Mapping(Vec::new()), ..root },
        Kind::Mapping(_) => root,
        ref other => {
            if let Some(is) = form(other) {
                checker.problems.push(messages.not_fields(first_line(yaml, &root.range), name, is));
            }
            return Node { kind: Kind::Mapping(reported(fields)), ..root };
        }
    };
    let Node { range, kind: Kind::Mapping(entries) } = root else { return root };
    let kind = Kind::Mapping(checker.fields(entries, &range, name, fields));
    Node { range, kind }
}

struct Checker<'a> {
    yaml: &'a str,
    shapes: &'a Shapes,
    lost: &'a [Range<usize>],
    messages: Messages<'a>,
    problems: &'a mut Vec<Diagnostic>,
}

impl Checker<'_> {
    /// A value under a key, as far as it can be read. `None`: it cannot, and that was reported.
    fn value(&mut self, node: Node, shape: ShapeRef, at: Subject, prose: bool) -> Option<Node> {
        let key = at.key();
        let shapes = self.shapes;
        let shape = shapes.get(shape);
        let Node { range, kind } = node;
        let is = form(&kind)?;
        let kind = match (kind, shape) {
            (Kind::Scalar { text, plain }, Shape { text: Some(allowed), .. }) => {
                if plain && prose {
                    self.comment(&range, &text, key);
                }
                match allowed {
                    Text::Words(words) if !words.contains(&text) => {
                        self.problems.push(self.messages.not_a_word(range, key, &text, words));
                        return None;
                    }
                    _ => Kind::Scalar { text, plain },
                }
            }
            (Kind::Sequence(items), Shape { list: Some(list), .. }) => {
                Kind::Sequence(self.list(items, &range, *list, key, prose)?)
            }
            (Kind::Mapping(entries), Shape { mapping: Some(mapping), .. }) => match mapping {
                Mapping::Fields { name, fields } => Kind::Mapping(self.fields(entries, &range, name, fields)),
                Mapping::Free { value, single } => Kind::Mapping(self.free(entries, &range, *value, *single, key)?),
            },
            _ => {
                let place = first_line(self.yaml, &range);
                self.problems.push(self.messages.wrong_form(place, at, is, shape));
                return None;
            }
        };
        Some(Node { range, kind })
    }

    fn fields(&mut self, entries: Vec<Entry>, range: &Range<usize>, name: &str, fields: &[Field]) -> Vec<Entry> {
        let place = entries.first().map_or_else(|| first_line(self.yaml, range), |entry| entry.key_range.clone());
        let mut seen: HashMap<String, Range<usize>> = HashMap::new();
        let mut kept: Vec<Entry> = Vec::new();
        let around = line_before(self.yaml, range.start)..range.end;
        let mut hidden: Vec<&str> =
            self.lost.iter().filter(|lost| around.contains(&lost.start)).map(|lost| &self.yaml[lost.clone()]).collect();
        for Entry { key, key_range, value } in self.without_split_numbers(entries) {
            if let Some(first) = seen.get(&key) {
                self.problems.push(self.messages.duplicate_key(key_range, first.clone(), &key));
                continue;
            }
            let Some(field) = fields.iter().find(|field| field.name == key) else {
                let meant = suggest(&key, fields.iter().map(|field| field.name.as_str()));
                self.problems.push(self.messages.unknown_key(key_range.clone(), &key, name, fields, meant));
                // What was meant is not missing as well.
                if let Some(meant) = meant {
                    hidden.push(meant);
                }
                seen.insert(key, key_range);
                continue;
            };
            seen.insert(key.clone(), key_range.clone());
            if value.is_null() {
                if is_prose(name, &key) && value.range.is_empty() {
                    let colon = key_range.end + self.yaml[key_range.end..].find(':').map_or(0, |colon| colon + 1);
                    self.comment(&(colon..colon), "", &key);
                }
                if field.required {
                    self.problems.push(self.messages.missing_key(key_range, field, name, true));
                    kept.extend(reported(std::slice::from_ref(field)));
                }
                continue;
            }
            match self.value(value, field.shape, Subject::Field(&key), is_prose(name, &key)) {
                Some(value) => kept.push(Entry { key, key_range, value }),
                None if field.required => kept.extend(reported(std::slice::from_ref(field))),
                None => {}
            }
        }
        for field in fields.iter().filter(|field| field.required && !seen.contains_key(&field.name)) {
            if !hidden.contains(&field.name.as_str()) {
                self.problems.push(self.messages.missing_key(place.clone(), field, name, false));
            }
            kept.extend(reported(std::slice::from_ref(field)));
        }
        kept
    }

    fn free(
        &mut self,
        entries: Vec<Entry>,
        range: &Range<usize>,
        shape: ShapeRef,
        single: bool,
        parent: &str,
    ) -> Option<Vec<Entry>> {
        if single && entries.len() != 1 {
            self.problems.push(self.messages.not_single(first_line(self.yaml, range), parent));
            return None;
        }
        let prose = is_prose("", parent);
        let shapes = self.shapes;
        let may_be_empty = shapes.get(shape).text == Some(Text::Any);
        let mut seen: HashMap<String, Range<usize>> = HashMap::new();
        let mut kept = Vec::new();
        for Entry { key, key_range, value } in self.without_split_numbers(entries) {
            if let Some(first) = seen.get(&key) {
                self.problems.push(self.messages.duplicate_key(key_range, first.clone(), &key));
                continue;
            }
            seen.insert(key.clone(), key_range.clone());
            if value.is_null() && !may_be_empty {
                self.problems.push(self.messages.empty_value(key_range, &key, shapes.get(shape)));
            } else if let Some(value) = self.value(value, shape, Subject::Field(&key), prose) {
                kept.push(Entry { key, key_range, value });
            }
        }
        Some(kept)
    }

    fn list(
        &mut self,
        items: Vec<Node>,
        range: &Range<usize>,
        list: List,
        key: &str,
        prose: bool,
    ) -> Option<Vec<Node>> {
        let mut kept: Vec<Node> = Vec::new();
        let mut previous: Option<Range<usize>> = None;
        for item in items {
            let item_range = item.range.clone();
            let split =
                previous.as_ref().filter(|previous| key != "location" && self.splits_number(previous, &item.range));
            if let (Some(first), Some(last)) = (split, kept.last_mut()) {
                let number = first.start..item.range.end;
                self.problems.push(self.messages.comma_in_number(number.clone(), &self.yaml[number]));
                *last = self.empty(list.item, first.clone());
            } else if matches!(&item.kind, Kind::Scalar { text, .. } if text.is_empty()) {
                // An empty item has no place of its own, but its mark has.
                let before = self.yaml[..item.range.start].trim_end();
                let place = if item.range.is_empty() {
                    before.len().saturating_sub(1)..before.len()
                } else {
                    item.range.clone()
                };
                self.problems.push(self.messages.empty_item(place, key));
                kept.push(self.empty(list.item, item.range));
            } else {
                let item = self.value(item, list.item, Subject::Item(key), prose);
                kept.push(item.unwrap_or_else(|| self.empty(list.item, item_range.clone())));
            }
            previous = Some(item_range);
        }
        if let Some(length) = list.length.filter(|length| *length != kept.len()) {
            self.problems.push(self.messages.wrong_length(first_line(self.yaml, range), key, kept.len(), length));
            return None;
        }
        Some(kept)
    }

    /// What stands in a list for an item that could not be read.
    fn empty(&self, shape: ShapeRef, range: Range<usize>) -> Node {
        let kind = match self.shapes.get(shape) {
            Shape { text: None, mapping: Some(Mapping::Fields { fields, .. }), .. } => Kind::Mapping(reported(fields)),
            _ => Kind::Scalar { text: String::new(), plain: false },
        };
        Node { range, kind }
    }

    /// Between brackets, `value: 20,000` is a value 20 and a key 000: both are reported as what they are, and taken out.
    fn without_split_numbers(&mut self, entries: Vec<Entry>) -> Vec<Entry> {
        let mut kept: Vec<Entry> = Vec::new();
        for entry in entries {
            match kept.last_mut() {
                Some(last) if entry.value.is_null() && self.splits_number(&last.value.range, &entry.key_range) => {
                    let number = last.value.range.start..entry.key_range.end;
                    if last.value.kind != Kind::Refused {
                        self.problems.push(self.messages.comma_in_number(number.clone(), &self.yaml[number.clone()]));
                    }
                    last.value = Node { range: number, kind: Kind::Refused };
                }
                _ => kept.push(entry),
            }
        }
        kept
    }

    fn splits_number(&self, before: &Range<usize>, after: &Range<usize>) -> bool {
        let slice = |range: Range<usize>| self.yaml.get(range).unwrap_or_default();
        let after_text = slice(after.clone());
        let digits = after_text.bytes().take_while(u8::is_ascii_digit).count();
        slice(before.end..after.start) == ","
            && slice(before.clone()).ends_with(|c: char| c.is_ascii_digit())
            && digits == 3
    }

    fn comment(&mut self, range: &Range<usize>, text: &str, key: &str) {
        let line = self.yaml[range.end..].lines().next().unwrap_or_default();
        let comment = line.trim_start_matches([' ', '\t']);
        if comment.starts_with('#') && comment.len() < line.len() {
            let start = range.end + line.len() - comment.len();
            let place = start..start + comment.trim_end().len();
            self.problems.push(self.messages.comment_in_text(place, key, text.starts_with(is_typographic_quote)));
        }
    }
}

/// Required fields that are missing and reported.
fn reported(fields: &[Field]) -> Vec<Entry> {
    let required = fields.iter().filter(|field| field.required);
    let entry = |field: &Field| Entry {
        key: field.name.clone(),
        key_range: 0..0,
        value: Node { range: 0..0, kind: Kind::Refused },
    };
    required.map(entry).collect()
}

/// What a value is, for a message. `None`: it was reported.
fn form(kind: &Kind) -> Option<&'static str> {
    match kind {
        Kind::Scalar { .. } => Some("text"),
        Kind::Sequence(_) => Some("a list"),
        Kind::Mapping(_) => Some("a group of `key: value`"),
        Kind::Refused => None,
    }
}

/// The part of a range on its first line.
fn first_line(yaml: &str, range: &Range<usize>) -> Range<usize> {
    let text = yaml.get(range.clone()).unwrap_or_default();
    range.start..range.start + text.lines().next().unwrap_or_default().trim_end().len()
}

/// Where the line before a place begins.
fn line_before(yaml: &str, at: usize) -> usize {
    let start = |at: usize| yaml[..at].rfind('\n').map_or(0, |end| end + 1);
    start(start(at).saturating_sub(1))
}
