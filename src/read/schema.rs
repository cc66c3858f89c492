//! The JSON Schema of each kind of file, for editors that complete and check as one types.
//!
//! It is the one that the careful reader checks against, but for one thing: an editor's YAML reader takes `2020` for a
//! number and `no` for a truth value, and here all of them are text.

use schemars::Schema;
use serde_json::{Value, json};

use super::fields::{
    ArticleFields, EntityFields, EventFields, PageFields, QuestionFields, SettingsFields, SourceFields,
};
use super::folder::Folder;

/// The schema of the front matter of a folder's files; of `crosscheck.yaml` for `None`.
pub fn schema(folder: Option<Folder>) -> Value {
    let schema: Schema = match folder {
        None => schemars::schema_for!(SettingsFields),
        Some(Folder::Articles) => schemars::schema_for!(ArticleFields),
        Some(Folder::Questions) => schemars::schema_for!(QuestionFields),
        Some(Folder::Events) => schemars::schema_for!(EventFields),
        Some(Folder::Sources) => schemars::schema_for!(SourceFields),
        Some(Folder::Entities) => schemars::schema_for!(EntityFields),
        Some(Folder::Pages) => schemars::schema_for!(PageFields),
    };
    let mut schema = schema.to_value();
    open(&mut schema);
    schema
}

/// Lets text be what YAML takes it for, wherever any text is allowed.
fn open(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(open),
        Value::Object(keys) => {
            let any_text = !keys.contains_key("enum") && !keys.contains_key("const");
            match keys.get_mut("type") {
                Some(kind) if any_text && *kind == "string" => *kind = json!(["string", "number", "boolean"]),
                Some(Value::Array(kinds)) if any_text && kinds.iter().any(|kind| kind == "string") => {
                    kinds.extend([json!("number"), json!("boolean")]);
                }
                _ => {}
            }
            keys.values_mut().for_each(open);
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;
    use crate::read::{SETTINGS, files, yaml_of};

    fn check(folder: Option<Folder>, yaml: &str) -> Result<(), String> {
        let value: Value = serde_yaml::from_str(yaml).unwrap();
        jsonschema::validate(&schema(folder), &value).map_err(|error| error.to_string())
    }

    #[test]
    fn accepts_the_demonstration() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut checked = 0;
        for found in files::find(root).0 {
            let text = fs::read_to_string(&found.on_disk).unwrap();
            check(Some(found.folder), &text[yaml_of(&found.path, &text)])
                .unwrap_or_else(|error| panic!("{}: {error}", found.path));
            checked += 1;
        }
        assert!(checked > 50);
        check(None, &fs::read_to_string(root.join(SETTINGS)).unwrap()).unwrap();
    }

    #[test]
    fn accepts_what_the_reader_does() {
        let claim = |fields: &str| {
            check(Some(Folder::Articles), &format!("title: 2020\nclaims: [{{ question: a, {fields} }}]"))
        };
        for fields in [
            "value: 3.30",
            "quote: 2020",
            "quote: { exact: a, prefix: 3 }",
            "quote: [a, { exact: b }]",
            "scope: { a: 1 }",
            "draft: true",
        ] {
            claim(fields).unwrap();
        }
        let question = "question: a\nkind: category\nvalues: [a, { b: [c, { d: [e] }] }]\nscope:\n  x: { whole: a, parts: [{ whole: b, parts: [c] }] }";
        check(Some(Folder::Questions), question).unwrap();
    }

    #[test]
    fn refuses_what_the_reader_does() {
        let refused = |folder, yaml: &str| assert!(check(Some(folder), yaml).is_err(), "{yaml}");
        for yaml in [
            "titel: a",
            "claims: [{ value: 3 }]",
            "claims: [{ question: a, stance: denys }]",
            "authors: a",
            "draft: maybe",
            "title: [a]",
        ] {
            refused(Folder::Articles, yaml);
        }
        for yaml in ["question: a", "question: a\nkind: flows", "question: a\nkind: category\nvalues: all"] {
            refused(Folder::Questions, yaml);
        }
        refused(Folder::Entities, "name: a\nlocation: [1]");
        refused(Folder::Sources, "url: a");
    }
}
