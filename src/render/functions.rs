//! What templates can call, besides what Tera brings.
//!
//! | call | gives |
//! |---|---|
//! | `t(key="…", name=value …)` | the interface's text; a key that the language lacks is an error |
//! | `asset(path="…")` | a static file's URL, which changes when the file does |
//! | `text \| markdown(below=2, root=root)` | the editor's Markdown as HTML, headings below that level |
//! | `article(markdown=…, marks=…)` | an article's blocks, each with `html`, its quotes marked, and the `notes` beside it |
//! | `runs(text=…, marks=…)` | one such block of plain text |
//! | `data_tables()` | the data files' tables, each with its `name` and `columns` |

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use super::{Theme, data, markup};
use crate::i18n::{Argument, Language};
use crate::pages::Mark;

/// Adds them all.
pub(super) fn register(tera: &mut Tera, theme: &Theme, language: Arc<Language>) {
    tera.register_function("t", move |kwargs: Kwargs, _: &State<'_>| text(&language, &kwargs));

    let versions: HashMap<String, String> = theme
        .static_files()
        .map(|(path, bytes)| (path.to_owned(), blake3::hash(bytes).to_hex()[..10].to_owned()))
        .collect();
    tera.register_function("asset", move |kwargs: Kwargs, state: &State<'_>| -> TeraResult<String> {
        let path: &str = kwargs.must_get("path")?;
        let root: String = state.get("root")?.unwrap_or_default();
        let path = format!("static/{path}");
        match versions.get(&path) {
            Some(version) => Ok(format!("{root}{path}?v={version}")),
            None => Err(Error::message(format!("the theme has no file {path}"))),
        }
    });

    tera.register_filter("markdown", |markdown: &str, kwargs: Kwargs, _: &State<'_>| -> TeraResult<Value> {
        let below: u8 = kwargs.get("below")?.unwrap_or(2);
        let root: &str = kwargs.get("root")?.unwrap_or_default();
        Ok(Value::safe_string(&markup::prose(markdown, below, root)))
    });

    tera.register_function("data_tables", |_: Kwargs, _: &State<'_>| -> Value {
        let tables = data::tables().into_iter().map(|table| {
            let columns = table.columns().into_iter().map(|(name, _)| name).collect();
            DataTable { name: table.name(), columns }
        });
        Value::from_serializable(&tables.collect::<Vec<_>>())
    });

    tera.register_function("article", |kwargs: Kwargs, _: &State<'_>| -> TeraResult<Value> {
        let given: Marked = kwargs.deserialize()?;
        Ok(Value::from_serializable(&markup::article(&given.text, &given.marks)))
    });
    tera.register_function("runs", |kwargs: Kwargs, _: &State<'_>| -> TeraResult<Value> {
        let given: Marked = kwargs.deserialize()?;
        Ok(Value::from_serializable(&markup::plain(&given.text, &given.marks)))
    });
}

/// A table of the data files.
#[derive(Serialize)]
struct DataTable {
    name: &'static str,
    columns: Vec<&'static str>,
}

#[derive(Deserialize)]
struct Marked {
    #[serde(alias = "markdown")]
    text: String,
    marks: Vec<Mark>,
}

fn text(language: &Language, kwargs: &Kwargs) -> TeraResult<String> {
    let given: BTreeMap<String, Given> = kwargs.deserialize()?;
    let Some(Given::Text(key)) = given.get("key") else {
        return Err(Error::message("t() needs key=\"…\""));
    };
    let arguments: Vec<(&str, Argument<'_>)> = given
        .iter()
        .filter(|(name, _)| *name != "key")
        .map(|(name, value)| match value {
            Given::Count(count) => (name.as_str(), Argument::from(*count)),
            Given::Text(text) => (name.as_str(), Argument::from(text)),
        })
        .collect();
    language.find(key, &arguments).ok_or_else(|| Error::message(format!("there is no interface text \"{key}\"")))
}

/// What a template may give to an interface text.
#[derive(Deserialize)]
#[serde(untagged)]
enum Given {
    Count(i64),
    Text(String),
}
