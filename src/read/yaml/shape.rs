//! What may stand where in the front matter of one kind of file.
//!
//! Made from the JSON Schema of the field structs, so that there is one definition of each field. A shape says which of
//! the three forms of a value (text, mapping, list) are allowed, and what they may hold; a form that may be written in
//! several ways has several forms.

use std::collections::HashMap;
use std::fmt::Write as _;

use schemars::{JsonSchema, Schema};
use serde_json::Value;

/// All shapes of one kind of file. They refer to each other by position, since a part may have parts.
#[derive(Clone, Debug, Default)]
pub struct Shapes {
    shapes: Vec<Shape>,
}

/// A position in [`Shapes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShapeRef(usize);

/// What a value may be.
#[derive(Clone, Debug, Default)]
pub struct Shape {
    /// As text.
    pub text: Option<Text>,
    /// As a mapping.
    pub mapping: Option<Mapping>,
    /// As a list.
    pub list: Option<List>,
}

/// What a text may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// Any text.
    Any,
    /// One of these words.
    Words(Vec<String>),
}

/// What a mapping may hold.
#[derive(Clone, Debug)]
pub enum Mapping {
    /// These fields.
    Fields {
        /// What it is: "claim".
        name: String,
        /// Sorted by name.
        fields: Vec<Field>,
    },
    /// Keys of the author's own.
    Free {
        /// What each value is.
        value: ShapeRef,
        /// Whether there must be exactly one key.
        single: bool,
    },
}

/// A field of a mapping.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its key.
    pub name: String,
    /// What it means, from the struct's documentation.
    pub description: String,
    /// Whether it must be there.
    pub required: bool,
    /// What its value is.
    pub shape: ShapeRef,
}

/// What a list may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct List {
    /// What each item is.
    pub item: ShapeRef,
    /// How many there must be, where that is fixed.
    pub length: Option<usize>,
}

impl Shapes {
    /// The shapes of a struct.
    pub fn of<F: JsonSchema>() -> Self {
        Self::from_schema(&schemars::schema_for!(F))
    }

    fn from_schema(schema: &Schema) -> Self {
        let mut reader = Reader { root: schema.as_value(), named: HashMap::new(), shapes: Self::default() };
        reader.read(schema.as_value());
        reader.shapes
    }

    /// The shape of the front matter itself.
    pub fn root(&self) -> ShapeRef {
        ShapeRef(0)
    }

    /// A shape; the shape of nothing for a position that is not one of these.
    pub fn get(&self, shape: ShapeRef) -> &Shape {
        const NOTHING: &Shape = &Shape { text: None, mapping: None, list: None };
        self.shapes.get(shape.0).unwrap_or(NOTHING)
    }

    /// The names of all fields, at any depth.
    pub fn field_names(&self) -> impl Iterator<Item = &str> {
        self.shapes
            .iter()
            .flat_map(|shape| match &shape.mapping {
                Some(Mapping::Fields { fields, .. }) => fields.as_slice(),
                _ => &[],
            })
            .map(|field| field.name.as_str())
    }
}

impl Shape {
    /// What is expected, for a message: "text or a list".
    pub fn expected(&self) -> String {
        let mut forms = Vec::new();
        match &self.text {
            Some(Text::Any) => forms.push("text".to_owned()),
            Some(Text::Words(words)) => forms.push(one_of(words)),
            None => {}
        }
        if self.list.is_some() {
            forms.push("a list".into());
        }
        if self.mapping.is_some() {
            forms.push("a group of `key: value`".into());
        }
        forms.join(", or ")
    }
}

/// "`a`, `b` or `c`".
pub fn one_of(words: &[String]) -> String {
    let mut text = String::new();
    for (position, word) in words.iter().enumerate() {
        let separator = match position {
            0 => "",
            _ if position + 1 == words.len() => " or ",
            _ => ", ",
        };
        // Writing to a String cannot fail.
        let _ = write!(text, "{separator}`{word}`");
    }
    text
}

/// Reads a schema as schemars writes it: `$ref`, `anyOf` and `oneOf` are alternatives that add up.
struct Reader<'a> {
    root: &'a Value,
    named: HashMap<&'a str, ShapeRef>,
    shapes: Shapes,
}

impl<'a> Reader<'a> {
    fn read(&mut self, schema: &'a Value) -> ShapeRef {
        if let Some(name) = schema["$ref"].as_str() {
            if let Some(known) = self.named.get(name) {
                return *known;
            }
            let reference = self.reserve();
            self.named.insert(name, reference);
            let shape = self.shape(schema);
            self.shapes.shapes[reference.0] = shape;
            return reference;
        }
        let reference = self.reserve();
        let shape = self.shape(schema);
        self.shapes.shapes[reference.0] = shape;
        reference
    }

    fn reserve(&mut self) -> ShapeRef {
        self.shapes.shapes.push(Shape::default());
        ShapeRef(self.shapes.shapes.len() - 1)
    }

    fn shape(&mut self, schema: &'a Value) -> Shape {
        let mut shape = Shape::default();
        self.add(schema, schema["title"].as_str().unwrap_or_default(), &mut shape);
        shape
    }

    fn add(&mut self, schema: &'a Value, name: &'a str, shape: &mut Shape) {
        if let Some(reference) = schema["$ref"].as_str()
            && let Some(target) = self.root.pointer(reference.trim_start_matches('#'))
        {
            self.add(target, reference.rsplit('/').next().unwrap_or_default(), shape);
        }
        for alternatives in ["anyOf", "oneOf"] {
            for alternative in schema[alternatives].as_array().into_iter().flatten() {
                self.add(alternative, name, shape);
            }
        }
        let is = |kind: &str| match &schema["type"] {
            Value::String(only) => only == kind,
            Value::Array(kinds) => kinds.iter().any(|one| one == kind),
            _ => false,
        };
        if is("boolean") {
            shape.text = Some(Text::Words(vec!["true".into(), "false".into()]));
        }
        let words: Vec<String> = match (&schema["enum"], &schema["const"]) {
            (Value::Array(words), _) => words.iter().filter_map(|word| word.as_str().map(Into::into)).collect(),
            (_, Value::String(word)) => vec![word.clone()],
            _ => Vec::new(),
        };
        match &mut shape.text {
            Some(Text::Words(known)) => known.extend(words),
            text if !words.is_empty() => *text = Some(Text::Words(words)),
            text if is("string") => *text = Some(Text::Any),
            _ => {}
        }
        if is("array") {
            let length = schema["maxItems"].as_u64().and_then(|length| usize::try_from(length).ok());
            shape.list = Some(List { item: self.read(&schema["items"]), length });
        }
        if is("object") {
            shape.mapping = Some(self.mapping(schema, name));
        }
    }

    fn mapping(&mut self, schema: &'a Value, name: &str) -> Mapping {
        if let Some(value @ Value::Object(_)) = schema.get("additionalProperties") {
            return Mapping::Free { value: self.read(value), single: schema["maxProperties"] == 1 };
        }
        let required =
            |name: &str| schema["required"].as_array().is_some_and(|names| names.iter().any(|one| one == name));
        let fields = schema["properties"].as_object().into_iter().flatten().map(|(name, property)| Field {
            name: name.clone(),
            description: property["description"].as_str().unwrap_or_default().replace('\n', " "),
            required: required(name),
            shape: self.read(property),
        });
        let fields = fields.collect();
        Mapping::Fields { name: spaced(name), fields }
    }
}

/// `ExchangeRate` as "exchange rate".
fn spaced(name: &str) -> String {
    let mut words = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(letter.to_lowercase());
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::fields::{ArticleFields, QuestionFields};

    fn field<'a>(shapes: &'a Shapes, path: &[&str]) -> &'a Shape {
        let mut shape = shapes.get(shapes.root());
        for key in path {
            let reference = match (&shape.mapping, *key) {
                (_, "[]") => shape.list.unwrap().item,
                (Some(Mapping::Free { value, .. }), _) => *value,
                (Some(Mapping::Fields { fields, .. }), key) => {
                    fields.iter().find(|field| field.name == key).unwrap().shape
                }
                _ => panic!("{key}"),
            };
            shape = shapes.get(reference);
        }
        shape
    }

    #[test]
    fn of_an_article() {
        let shapes = Shapes::of::<ArticleFields>();
        assert_eq!(field(&shapes, &["title"]).expected(), "text");
        assert_eq!(field(&shapes, &["text"]).expected(), "`full`, `quotes` or `link`");
        assert_eq!(field(&shapes, &["draft"]).expected(), "`true` or `false`");
        assert_eq!(field(&shapes, &["authors"]).expected(), "a list");
        assert_eq!(field(&shapes, &["events", "[]", "who"]).expected(), "text, or a list");
        assert_eq!(
            field(&shapes, &["claims", "[]", "quote"]).expected(),
            "text, or a list, or a group of `key: value`"
        );
        assert_eq!(field(&shapes, &["claims", "[]", "quote", "[]"]).expected(), "text, or a group of `key: value`");
        let claim = field(&shapes, &["claims", "[]"]);
        let Some(Mapping::Fields { name, fields }) = &claim.mapping else { panic!("{claim:?}") };
        assert_eq!(name, "claim");
        let required: Vec<_> = fields.iter().filter(|field| field.required).map(|field| field.name.as_str()).collect();
        assert_eq!(required, ["question"]);
        assert!(fields.iter().all(|field| !field.description.is_empty()), "every field is explained");
    }

    #[test]
    fn of_a_question() {
        let shapes = Shapes::of::<QuestionFields>();
        let part = ["scope", "any", "parts", "[]", "parts", "[]", "parts", "[]"];
        assert_eq!(field(&shapes, &part).expected(), "text, or a group of `key: value`");
        assert_eq!(field(&shapes, &["values"]).expected(), "`entities`, or a list");
        assert_eq!(field(&shapes, &["values", "[]", "any", "[]", "any"]).expected(), "a list");
        assert_eq!(field(&shapes, &["rulings", "[]", "claims"]).list.unwrap().length, Some(2));
        let ruling = field(&shapes, &["rulings", "[]", "verdict"]);
        assert!(
            matches!(&ruling.text, Some(Text::Words(words)) if words.iter().any(|word| word == "part-exceeds-whole"))
        );
    }
}
