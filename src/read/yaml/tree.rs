//! Front matter as a tree in which everything has its place.
//!
//! Made from `yaml-edit`'s lossless tree, but plain: text, mappings and lists, with byte ranges. Scalars are text, as
//! YAML unquotes and folds them, whatever YAML would take them for.

use std::ops::Range;

use yaml_edit::{Document, Mapping, Sequence, TextPosition, YamlFile, YamlNode};

/// How deep front matter may be nested; FORMAT.md needs about eight.
const MAX_DEPTH: usize = 64;
/// How many values front matter may have.
const MAX_NODES: usize = 200_000;

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Where it stands, in bytes of the YAML text.
    pub range: Range<usize>,
    /// What it is.
    pub kind: Kind,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Scalar {
        /// Without quotation marks, lines joined.
        text: String,
        /// Whether it stands without quotation marks, so that `null` means nothing.
        plain: bool,
    },
    /// Keys with values, in the order written; a key may stand twice.
    Mapping(Vec<Entry>),
    /// A list.
    Sequence(Vec<Node>),
    /// Something that could not be read, or that front matter may not have: reported by whoever put it here.
    Refused,
}

/// A key with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub key_range: Range<usize>,
    /// The value.
    pub value: Node,
}

/// Something that YAML has and front matter may not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A `*name`, which stands for the value that `&name` marks.
    Alias(Range<usize>),
    /// A value with a `!tag`.
    Tag(Range<usize>),
    /// A key that is a list or a mapping.
    Key(Range<usize>),
    /// Nesting or size beyond the limits.
    Limit(Range<usize>),
    /// A second document.
    Document(Range<usize>),
}

impl Node {
    /// Whether it says nothing: absent, `~` or `null` without quotation marks.
    pub fn is_null(&self) -> bool {
        matches!(&self.kind, Kind::Scalar { text, plain: true } if is_null(text))
    }

    /// The entries of a mapping, none of anything else.
    pub fn entries(&self) -> &[Entry] {
        match &self.kind {
            Kind::Mapping(entries) => entries,
            _ => &[],
        }
    }
}

/// YAML's words for nothing.
pub fn is_null(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

/// Makes the tree of a document. What there is of it is given even where there are errors.
pub fn build(file: &YamlFile) -> (Node, Vec<Refusal>) {
    let mut builder = Builder { nodes: 0, refusals: Vec::new() };
    let mut documents = file.documents();
    let root = documents.next().and_then(|document| builder.document(&document));
    if let Some(second) = documents.next() {
        builder.refusals.push(Refusal::Document(range(second.byte_range())));
    }
    let root = root.unwrap_or(Node { range: 0..0, kind: Kind::Scalar { text: String::new(), plain: true } });
    (root, builder.refusals)
}

struct Builder {
    nodes: usize,
    refusals: Vec<Refusal>,
}

impl Builder {
    fn document(&mut self, document: &Document) -> Option<Node> {
        if let Some(mapping) = document.as_mapping() {
            Some(self.node(&YamlNode::Mapping(mapping), 0))
        } else if let Some(sequence) = document.as_sequence() {
            Some(self.node(&YamlNode::Sequence(sequence), 0))
        } else {
            document.as_scalar().map(|scalar| self.node(&YamlNode::Scalar(scalar), 0))
        }
    }

    fn node(&mut self, node: &YamlNode, depth: usize) -> Node {
        let range = range(node.byte_range());
        self.nodes += 1;
        if depth > MAX_DEPTH || self.nodes > MAX_NODES {
            if !matches!(self.refusals.last(), Some(Refusal::Limit(_))) {
                self.refusals.push(Refusal::Limit(range.clone()));
            }
            return Node { range, kind: Kind::Refused };
        }
        let kind = match node {
            YamlNode::Scalar(scalar) => {
                let raw = scalar.value();
                let plain = !raw.starts_with(['"', '\'', '|', '>']);
                Kind::Scalar { text: scalar.as_string(), plain }
            }
            YamlNode::Mapping(mapping) => self.mapping(mapping, &range, depth),
            YamlNode::Sequence(sequence) => self.sequence(sequence, depth),
            YamlNode::Alias(_) => {
                self.refusals.push(Refusal::Alias(range.clone()));
                Kind::Refused
            }
            YamlNode::TaggedNode(_) => {
                self.refusals.push(Refusal::Tag(range.clone()));
                Kind::Refused
            }
        };
        Node { range, kind }
    }

    fn mapping(&mut self, mapping: &Mapping, range: &Range<usize>, depth: usize) -> Kind {
        let mut entries = Vec::new();
        for entry in mapping.entries() {
            let key = entry.key_node().map(|key| self.node(&key, depth + 1));
            let value = entry.value_node().map(|value| self.node(&value, depth + 1));
            let Some(Node { range: key_range, kind }) = key else { continue };
            let Kind::Scalar { text, .. } = kind else {
                self.refusals.push(Refusal::Key(key_range));
                continue;
            };
            let value = value.unwrap_or(Node {
                range: key_range.end..key_range.end.min(range.end),
                kind: Kind::Scalar { text: String::new(), plain: true },
            });
            entries.push(Entry { key: text, key_range, value });
        }
        Kind::Mapping(entries)
    }

    fn sequence(&mut self, sequence: &Sequence, depth: usize) -> Kind {
        Kind::Sequence(sequence.values().map(|value| self.node(&value, depth + 1)).collect())
    }
}

fn range(position: TextPosition) -> Range<usize> {
    position.start as usize..position.end as usize
}
