//! The smallest pieces of a page: a name, a date, a headline, a sentence. Each stands some hundred times on a page of a large
//! corpus, and is the same everywhere, so they are filters: a component of the same markup costs five times as much.
//!
//! A theme that wants other markup writes it out: all that a piece shows is in the view ([`pages::parts`](crate::pages)).
//!
//! | filter | of | gives |
//! |---|---|---|
//! | `when` | a date | `<time>` where HTML has a notation for it, else its words |
//! | `named` | a thing with a name | a link to its page where it has one; that it is not named |
//! | `publisher` | a source | the same, as who publishes |
//! | `headline` | an article | `<cite>`, or what stands for a headline |
//! | `sentence` | phrases | the words, names and values set apart for reading direction |
//! | `sign` | a class | its sign, which a screen reader passes over |
//! | `verdict` | a class | its sign and its name: no class is told by its colour alone |

use std::sync::Arc;

use tera::value::Key;
use tera::{Error, Kwargs, State, Tera, TeraResult, Value, escape_html};

use crate::i18n::Language;
use crate::pages::CLASSES;

/// Adds them all.
pub(super) fn register(tera: &mut Tera, language: &Arc<Language>) {
    let text = |key: &str| language.text(key, &[]);
    let unnamed = text("not-named");
    let unidentified = text("source-unidentified");
    let untitled = text("untitled");
    add(tera, "when", when);
    add(tera, "named", move |thing, html| named(thing, &unnamed, html));
    add(tera, "publisher", move |source, html| publisher(source, &unidentified, html));
    add(tera, "headline", move |article, html| headline(article, &untitled, html));
    add(tera, "sentence", sentence);
    add(tera, "sign", |class, html| sign(class.as_str().unwrap_or_default(), html));
    let names = CLASSES.map(|class| (class.name(), text(&format!("class-{}", class.name()))));
    add(tera, "verdict", move |class, html| verdict(class.as_str().unwrap_or_default(), &names, html));
}

/// A filter that writes HTML.
fn add(tera: &mut Tera, name: &'static str, write: impl Fn(&Value, &mut Html) + Send + Sync + 'static) {
    tera.register_filter(name, move |value: &Value, _: Kwargs, _: &State<'_>| -> TeraResult<Value> {
        if value.is_undefined() || value.is_none() {
            return Err(Error::message(format!("`{name}` has nothing to write")));
        }
        let mut html = Html(Vec::with_capacity(USUAL));
        write(value, &mut html);
        Ok(Value::safe_string(&String::from_utf8_lossy(&html.0)))
    });
}

/// Most pieces are shorter than this.
const USUAL: usize = 192;

/// HTML that is being written.
struct Html(Vec<u8>);

impl Html {
    /// Markup, as it is.
    fn tag(&mut self, markup: &str) -> &mut Self {
        self.0.extend_from_slice(markup.as_bytes());
        self
    }

    /// Words, escaped.
    fn words(&mut self, words: &str) -> &mut Self {
        // Writing to memory does not fail.
        let _ = escape_html(words, &mut self.0);
        self
    }
}

/// A field's text; nothing where it is empty or absent.
fn field<'v>(value: &'v Value, name: &'static str) -> Option<&'v str> {
    value.as_map()?.get(&Key::Str(name))?.as_str().filter(|text| !text.is_empty())
}

fn when(date: &Value, html: &mut Html) {
    let words = field(date, "words").unwrap_or_default();
    match field(date, "iso") {
        Some(iso) => html.tag("<time datetime=\"").words(iso).tag("\">").words(words).tag("</time>"),
        None => {
            let written = field(date, "written").unwrap_or_default();
            html.tag("<span class=\"date\" data-edtf=\"").words(written).tag("\">").words(words).tag("</span>")
        }
    };
}

fn named(thing: &Value, unnamed: &str, html: &mut Html) {
    match (field(thing, "name"), field(thing, "href")) {
        (None, _) => html.tag("<span class=\"unnamed\">").words(unnamed).tag("</span>"),
        (Some(name), Some(href)) => html.tag("<a href=\"").words(href).tag("\"><bdi>").words(name).tag("</bdi></a>"),
        (Some(name), None) => html.tag("<bdi>").words(name).tag("</bdi>"),
    };
}

fn publisher(source: &Value, unidentified: &str, html: &mut Html) {
    match (field(source, "name"), field(source, "href")) {
        (None, _) => html.tag("<span class=\"source source-unknown\">").words(unidentified).tag("</span>"),
        (Some(name), Some(href)) => {
            html.tag("<a class=\"source\" href=\"").words(href).tag("\"><bdi>").words(name).tag("</bdi></a>")
        }
        (Some(name), None) => html.tag("<span class=\"source\"><bdi>").words(name).tag("</bdi></span>"),
    };
}

fn headline(article: &Value, untitled: &str, html: &mut Html) {
    let own = |html: &mut Html, element: &str, words: &str| {
        let [lang, dir] = ["lang", "dir"].map(|name| field(article, name).unwrap_or_default());
        html.tag("<").tag(element).tag(" lang=\"").words(lang).tag("\" dir=\"").words(dir).tag("\">").words(words);
        html.tag("</").tag(element).tag(">");
    };
    if let Some(title) = field(article, "title") {
        return own(html, "cite", title);
    }
    html.tag("<span class=\"untitled\">").words(untitled).tag(" ");
    match field(article, "incipit") {
        Some(incipit) => own(html, "span", incipit),
        None => {
            html.tag("<code>").words(field(article, "id").unwrap_or_default()).tag("</code>");
        }
    }
    html.tag("</span>");
}

fn sentence(phrases: &Value, html: &mut Html) {
    for phrase in phrases.as_array().unwrap_or_default() {
        let words = field(phrase, "text").unwrap_or_default();
        let isolated = phrase.as_map().and_then(|phrase| phrase.get(&Key::Str("isolated"))?.as_bool());
        if isolated == Some(true) {
            html.tag("<bdi>").words(words).tag("</bdi>");
        } else {
            html.words(words);
        }
    }
}

fn sign(class: &str, html: &mut Html) {
    html.tag("<span class=\"sign sign-").words(class).tag("\" aria-hidden=\"true\">");
    html.tag(match class {
        "contradict" => "≠",
        "unclear" => "?",
        "explained" => "Δ",
        "agree" => "=",
        _ => "·",
    });
    html.tag("</span>");
}

fn verdict(class: &str, names: &[(&'static str, String)], html: &mut Html) {
    let name = names.iter().find(|(other, _)| *other == class).map_or(class, |(_, name)| name);
    html.tag("<span class=\"verdict verdict-").words(class).tag("\">");
    sign(class, html);
    html.tag(" ").words(name).tag("</span>");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::When;

    /// What a template writes of a value that is called `it`.
    fn written(template: &str, it: &impl serde::Serialize) -> Result<String, String> {
        let mut tera = Tera::default();
        register(&mut tera, &Arc::new(Language::built_in("en")));
        tera.add_raw_template("own.html", template).unwrap();
        let mut context = tera::Context::new();
        context.insert("it", it);
        tera.render("own.html", &context).map_err(|error| error.to_string())
    }

    #[test]
    fn nothing_that_is_written_becomes_markup() {
        let hostile = r#"<script>"&'"#;
        let it = serde_json::json!({
            "name": hostile, "href": hostile, "title": hostile, "lang": hostile, "dir": hostile, "incipit": hostile,
            "id": hostile, "words": hostile, "iso": hostile, "written": hostile, "text": hostile,
        });
        for piece in ["when", "named", "publisher", "headline"] {
            let html = written(&format!("{{{{ it | {piece} }}}}"), &it).unwrap();
            assert!(html.contains("&lt;script&gt;&quot;&amp;") && !html.contains(hostile), "{piece}: {html}");
        }
        let html = written("{{ it | sentence }}", &[&it]).unwrap();
        assert!(html.starts_with("&lt;script&gt;"), "{html}");
        for piece in ["sign", "verdict"] {
            let html = written(&format!("{{{{ it | {piece} }}}}"), &hostile).unwrap();
            assert!(!html.contains("<script>"), "{piece}: {html}");
        }
    }

    #[test]
    fn a_date_without_a_notation_in_html_is_no_time() {
        let date =
            |iso: Option<&str>| When { words: "by 2022".into(), iso: iso.map(Into::into), written: "../2022".into() };
        assert_eq!(
            written("{{ it | when }}", &date(None)).unwrap(),
            r#"<span class="date" data-edtf="../2022">by 2022</span>"#
        );
        assert_eq!(written("{{ it | when }}", &date(Some("2022"))).unwrap(), r#"<time datetime="2022">by 2022</time>"#);
    }

    #[test]
    fn what_is_not_there_is_an_error() {
        let error = written("{{ other | named }}", &1).unwrap_err();
        assert!(error.contains("`named` has nothing to write"), "{error}");
    }

    #[test]
    fn who_is_not_named_is_said_to_be_so() {
        let nobody = serde_json::json!({ "name": null, "href": null });
        let html = written("{{ it | named }} {{ it | publisher }}", &nobody).unwrap();
        assert!(html.contains("class=\"unnamed\"") && html.contains("class=\"source source-unknown\""), "{html}");
    }
}
