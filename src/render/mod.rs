//! Stage 5: a page's view and the theme → bytes.
//!
//! [`Theme`] is the files: the built-in theme, and over it the site's own, which may replace any template, any block of
//! a template, any component and any static file. [`Renderer`] is the theme made ready once; it is shared by all threads
//! and knows nothing of the corpus: a page is a pure function of its [`View`](crate::pages::View) and the theme.
//!
//! What templates can call is in `functions` and `pieces`; how Markdown of strangers becomes HTML is in `markup`.

pub mod assets;
pub mod data;
mod errors;
mod functions;
pub mod host;
mod markup;
mod pieces;
mod theme;
mod wall;

use std::sync::Arc;

use tera::{Context, Tera};

use crate::diagnostics::Diagnostic;
use crate::i18n::Language;
use crate::pages::{Page, View};

pub use markup::Block;
pub use theme::Theme;

/// Most pages are shorter than this, and are written without growing.
const USUAL_PAGE: usize = 32 << 10;

/// The theme, made ready.
pub struct Renderer {
    tera: Tera,
    theme: Theme,
    /// Of the theme and the language: what a page depends on besides its view.
    print: [u8; 32],
}

impl Renderer {
    /// Reads all templates; gives all that is wrong with them.
    pub fn new(theme: Theme, language: Arc<Language>) -> Result<Self, Vec<Diagnostic>> {
        let mut tera = Tera::default();
        let print = print(&theme, &language);
        pieces::register(&mut tera, &language);
        functions::register(&mut tera, &theme, language);
        let templates = theme.templates().map(|template| (template.name.as_str(), template.source.as_str()));
        tera.set_fallback_prefixes([theme::BUILT_IN])
            .and_then(|()| tera.add_raw_templates(templates))
            .map_err(|error| errors::of_theme(&theme, &error))?;
        Ok(Self { tera, theme, print })
    }

    /// The theme.
    pub fn theme(&self) -> &Theme {
        &self.theme
    }

    /// A hash of the theme and the language.
    pub fn own_print(&self) -> [u8; 32] {
        self.print
    }

    /// A hash of all that the page with this view is made from, the program apart.
    pub fn print(&self, view: &View) -> Option<[u8; 32]> {
        // Taken apart, so that nothing that is added to views is forgotten here.
        let View { frame, linked, body } = view;
        // Postcard is the fastest, and does not take views with parts that are flattened into others.
        let body = postcard::to_stdvec(body).ok().or_else(|| serde_json::to_vec(body).ok())?;
        let parts = [postcard::to_stdvec(&(frame, linked)).ok()?, body];
        let mut print = blake3::Hasher::new_keyed(&self.print);
        for part in parts.iter().map(Vec::as_slice).chain([view.template().as_bytes()]) {
            print.update(&part.len().to_le_bytes());
            print.update(part);
        }
        Some(*print.finalize().as_bytes())
    }

    /// Writes one page.
    pub fn render(&self, page: &Page, view: &View) -> Result<Vec<u8>, Diagnostic> {
        let write = || {
            let View { frame, linked, body } = view;
            let mut context = Context::from_serialize(frame)?;
            context.extend(Context::from_serialize(body)?);
            if let Some(linked) = linked {
                context.insert("linked", linked);
            }
            let mut html = Vec::with_capacity(USUAL_PAGE);
            self.tera.render_to(view.template(), &context, &mut html)?;
            Ok(html)
        };
        write().map_err(|error| errors::of_page(&self.theme, page, &error))
    }
}

/// A hash of everything that templates can show or call.
fn print(theme: &Theme, language: &Language) -> [u8; 32] {
    let mut print = blake3::Hasher::new();
    let mut add = |bytes: &[u8]| {
        print.update(&bytes.len().to_le_bytes());
        print.update(bytes);
    };
    for template in theme.templates() {
        add(template.name.as_bytes());
        add(template.source.as_bytes());
    }
    for (path, bytes) in theme.static_files() {
        add(path.as_bytes());
        add(bytes);
    }
    add(language.tag().as_bytes());
    for (path, text) in theme.messages(language.tag()) {
        add(path.as_bytes());
        add(text.as_bytes());
    }
    *print.finalize().as_bytes()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn themed(files: &[(&str, &str)]) -> Result<Renderer, Vec<Diagnostic>> {
        let root = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = root.path().join("themes/mine").join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        Theme::load(root.path(), "mine").and_then(|theme| Renderer::new(theme, Arc::new(Language::built_in("en"))))
    }

    const SETTINGS: (&str, &str) = ("theme.yaml", "contract: 1\n");

    #[test]
    fn a_theme_overrides_a_block_and_keeps_the_rest() {
        let own = r#"{% extends "default/base.html" %}{% block footer %}MINE{% endblock %}"#;
        let renderer = themed(&[SETTINGS, ("templates/base.html", own)]).unwrap();
        let html = renderer.tera.render("base.html", &Context::new());
        // The page needs its frame, so it fails in what was kept: the block alone would not.
        assert!(
            matches!(html.unwrap_err().kind(), tera::ErrorKind::RenderingError(report) if report.filename() == "default/base.html")
        );
    }

    #[test]
    fn a_wrong_template_is_named_with_its_line() {
        let problems = themed(&[SETTINGS, ("templates/base.html", "a\nb {% if %}\n")]).err().unwrap();
        assert_eq!(problems[0].place.path, "themes/mine/templates/base.html");
        assert!(problems[0].message.starts_with("base.html, line 2: "), "{}", problems[0].message);
    }

    #[test]
    fn every_unknown_name_is_reported() {
        let problems = themed(&[SETTINGS, ("templates/own.html", "{{ a | nope }}\n{{ <nix /> }}\n")]).err().unwrap();
        let messages: Vec<&str> = problems.iter().map(|problem| problem.message.as_str()).collect();
        assert_eq!(messages, ["own.html, line 1: Unknown filter `nope`", "own.html, line 2: Unknown component `nix`"]);
    }

    #[test]
    fn every_text_that_a_template_asks_for_is_there() {
        let english = Language::built_in("en");
        let mut asked = 0;
        for template in Theme::built_in().templates() {
            for rest in template.source.split("t(key=\"").skip(1) {
                let (key, after) = rest.split_once('"').unwrap();
                asked += 1;
                if !after.trim_start().starts_with('~') {
                    assert!(english.has(key), "{} asks for {key}", template.path);
                }
            }
        }
        assert!(asked > 20);
    }

    #[test]
    fn a_theme_for_another_contract_is_refused() {
        let problems = themed(&[("theme.yaml", "contract: 99\n")]).err().unwrap();
        assert!(problems[0].message.contains("contract 99"), "{}", problems[0].message);
        assert!(Theme::load(Path::new("/nowhere"), "mine").is_err());
        assert!(Theme::load(Path::new("/nowhere"), "default").is_ok());
    }
}
