//! A node of a graph, built property by property; what is absent is left out.

use serde_json::{Map, Value};

/// A thing with its type, its id and its properties.
#[derive(Default)]
pub(super) struct Node(Map<String, Value>);

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
        self.with("@id", id.into().into())
    }

    /// Words.
    pub(super) fn text(self, name: &str, text: impl Into<String>) -> Self {
        self.with(name, Value::String(text.into()))
    }

    /// Words, where there are some.
    pub(super) fn maybe(self, name: &str, text: Option<String>) -> Self {
        match text {
            Some(text) => self.text(name, text),
            None => self,
        }
    }

    /// A node within it.
    pub(super) fn node(self, name: &str, node: Node) -> Self {
        self.with(name, node.into_value())
    }

    /// Nodes within it, where there are some.
    pub(super) fn nodes(self, name: &str, nodes: impl IntoIterator<Item = Node>) -> Self {
        let nodes: Vec<Value> = nodes.into_iter().map(Node::into_value).collect();
        if nodes.is_empty() { self } else { self.with(name, nodes.into()) }
    }

    /// Its JSON.
    pub(super) fn into_value(self) -> Value {
        Value::Object(self.0)
    }

    fn with(mut self, name: &str, value: Value) -> Self {
        self.0.insert(name.to_owned(), value);
        self
    }
}
