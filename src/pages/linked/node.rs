//! A node of a graph, built property by property; what is absent is left out.

use serde::{Serialize, Serializer};

/// A thing with its type, its id and its properties, in the order in which they are given.
#[derive(Default)]
pub(super) struct Node(Vec<(&'static str, Property)>);

/// What a property says.
#[derive(Serialize)]
#[serde(untagged)]
enum Property {
    Text(String),
    Node(Node),
    Nodes(Vec<Node>),
}

impl Node {
    /// A thing of a type.
    pub(super) fn new(kind: &str) -> Self {
        Self::untyped().text("@type", kind)
    }

    /// A thing of which it is not known what it is.
    pub(super) fn untyped() -> Self {
        Self::default()
    }

    /// Another node, by its id.
    pub(super) fn reference(id: impl Into<String>) -> Self {
        Self::untyped().id(id)
    }

    /// Its id.
    pub(super) fn id(self, id: impl Into<String>) -> Self {
        self.text("@id", id)
    }

    /// Words.
    pub(super) fn text(self, name: &'static str, text: impl Into<String>) -> Self {
        self.with(name, Property::Text(text.into()))
    }

    /// Words, where there are some.
    pub(super) fn maybe(self, name: &'static str, text: Option<String>) -> Self {
        match text {
            Some(text) => self.text(name, text),
            None => self,
        }
    }

    /// A node within it.
    pub(super) fn node(self, name: &'static str, node: Node) -> Self {
        self.with(name, Property::Node(node))
    }

    /// Nodes within it, where there are some.
    pub(super) fn nodes(self, name: &'static str, nodes: impl IntoIterator<Item = Node>) -> Self {
        let nodes: Vec<Node> = nodes.into_iter().collect();
        if nodes.is_empty() { self } else { self.with(name, Property::Nodes(nodes)) }
    }

    fn with(mut self, name: &'static str, value: Property) -> Self {
        debug_assert!(self.0.iter().all(|(other, _)| *other != name), "{name} is said twice");
        self.0.push((name, value));
        self
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}
