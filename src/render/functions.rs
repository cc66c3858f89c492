//! What templates can call, besides what Tera brings.
//!
//! | call | gives |
//! |---|---|
//! | `t(key="…", name=value …)` | the interface's text; a key that the language lacks is an error |
//! | `asset(path="…")` | a static file's URL, which changes when the file does |
//! | `title \| page_title(site=…)` | `<title>`, and the same for cards, without the site's name |
//! | `text \| markdown(below=2, root=root)` | the editor's Markdown as HTML, headings below that level |
//! | `article(markdown=…, marks=…)` | an article's blocks, each with `html`, its quotes marked, and the `notes` beside it |
//! | `runs(text=…, marks=…)` | one such block of plain text |
//! | `data_tables()` | the data files' tables, each with its `name` and its `columns`: `name`, `kind`, `refers`, `about` |

use std::collections::HashMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use super::{Theme, assets, data, markup};
use crate::i18n::{Argument, Language};
use crate::pages::Mark;

/// Adds them all.
pub(super) fn register(tera: &mut Tera, theme: &Theme, language: Arc<Language>) {
    let words = Arc::clone(&language);
    let fixed: HashMap<String, Value> =
        language.fixed().map(|(key, text)| (key.to_owned(), Value::from(text))).collect();
    tera.register_function("t", move |kwargs: Kwargs, _: &State<'_>| -> TeraResult<Value> {
        let key: &str = kwargs.must_get("key")?;
        match fixed.get(key) {
            Some(text) => Ok(text.clone()),
            None => text(&language, key, &kwargs).map(Value::from),
        }
    });

    let urls: HashMap<String, String> =
        theme.static_files().map(|(path, bytes)| (path.to_owned(), assets::url(path, bytes))).collect();
    tera.register_function("asset", move |kwargs: Kwargs, state: &State<'_>| -> TeraResult<String> {
        let path: &str = kwargs.must_get("path")?;
        let root: String = state.get("root")?.unwrap_or_default();
        let path = format!("static/{path}");
        match urls.get(&path) {
            Some(url) => Ok(format!("{root}{url}")),
            None => Err(Error::message(format!("the theme has no file {path}"))),
        }
    });

    tera.register_filter("page_title", |title: &str, kwargs: Kwargs, _: &State<'_>| -> TeraResult<Value> {
        let site: &str = kwargs.get("site")?.unwrap_or_default();
        Ok(Value::safe_string(&page_title(title, site)))
    });

    tera.register_filter("markdown", |markdown: &str, kwargs: Kwargs, _: &State<'_>| -> TeraResult<Value> {
        let below: u8 = kwargs.get("below")?.unwrap_or(2);
        let root: &str = kwargs.get("root")?.unwrap_or_default();
        Ok(Value::safe_string(&markup::prose(markdown, below, root)))
    });

    tera.register_function("data_tables", move |_: Kwargs, _: &State<'_>| -> Value {
        let tables = data::tables().into_iter().map(|table| data_table(table, &words));
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

/// A page's title as HTML, for its tab and for links to it elsewhere, which name the site apart.
fn page_title(title: &str, site: &str) -> String {
    let title = title.trim();
    let mut name = Vec::new();
    // Writing to memory does not fail.
    let _ = tera::escape_html(site, &mut name);
    let name = String::from_utf8_lossy(&name);
    let alone = title.strip_suffix(name.as_ref()).and_then(|rest| rest.trim_end().strip_suffix('·'));
    let alone = alone.map_or(title, str::trim_end).replace('"', "&quot;").replace('<', "&lt;");
    format!("<title>{title}</title>\n<meta property=\"og:title\" content=\"{alone}\">")
}

/// A table of the data files.
#[derive(Serialize)]
struct DataTable {
    name: &'static str,
    columns: Vec<DataColumn>,
}

/// A column, with what it means in words.
#[derive(Serialize)]
struct DataColumn {
    name: &'static str,
    kind: &'static str,
    refers: Option<&'static str>,
    about: String,
}

fn data_table(table: &dyn data::Dataset, language: &Language) -> DataTable {
    let column = |heading: data::Heading| DataColumn {
        name: heading.name,
        kind: heading.kind.name(),
        refers: heading.refers,
        about: data::describe(table.name(), heading.name, language),
    };
    DataTable { name: table.name(), columns: table.columns().into_iter().map(column).collect() }
}

#[derive(Deserialize)]
struct Marked {
    #[serde(alias = "markdown")]
    text: String,
    marks: Vec<Mark>,
}

fn text(language: &Language, key: &str, kwargs: &Kwargs) -> TeraResult<String> {
    let mut arguments: Vec<(&str, Argument<'_>)> = Vec::new();
    for (name, value) in kwargs.iter() {
        let Some(name) = name.as_str().filter(|name| *name != "key") else { continue };
        arguments.push((
            name,
            match value.as_str() {
                Some(text) => Argument::from(text),
                None => Argument::from(i64::try_from(value.clone())?),
            },
        ));
    }
    language.find(key, &arguments).ok_or_else(|| Error::message(format!("there is no interface text \"{key}\"")))
}
