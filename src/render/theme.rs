//! The theme's files: the built-in theme, and over it the folder `themes/<name>/` of the site.
//!
//! A template of the site's theme replaces the built-in one of the same name; where it starts with
//! `{% extends "default/<name>" %}` it replaces single blocks of it instead. Static files replace each other by name.

use std::collections::BTreeMap;
use std::path::Path;

use include_dir::{Dir, include_dir};
use serde::Deserialize;
use walkdir::WalkDir;

use crate::diagnostics::{At, Code, Diagnostic, Place};

static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default/templates");
static STATIC: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default/static");

/// What the names of built-in templates start with.
pub(super) const BUILT_IN: &str = "default/";

/// The version of what templates may rely on: names of templates, blocks and components, and the keys of views.
pub const CONTRACT: u32 = 1;

/// A theme's file may not be larger; it is a template or an image, not an archive.
const MAX_FILE: u64 = 4 << 20;

/// One template.
#[derive(Debug)]
pub(super) struct Template {
    /// As other templates name it.
    pub name: String,
    /// Its file, relative to the root.
    pub path: String,
    /// Its text.
    pub source: String,
}

/// All files of a theme, layered.
#[derive(Debug)]
pub struct Theme {
    templates: Vec<Template>,
    static_files: BTreeMap<String, Vec<u8>>,
    messages: Vec<(String, String)>,
}

/// `theme.yaml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    contract: u32,
    #[expect(dead_code, reason = "for people who look for the theme's author; the program has no use for it")]
    #[serde(default)]
    name: Option<String>,
}

impl Theme {
    /// The theme in the binary.
    pub fn built_in() -> Self {
        let mut templates = Vec::new();
        let mut static_files = BTreeMap::new();
        files(&TEMPLATES, &mut |path, bytes| {
            templates.push(Template {
                name: format!("{BUILT_IN}{path}"),
                path: format!("themes/default/templates/{path}"),
                source: String::from_utf8_lossy(bytes).into_owned(),
            });
        });
        files(&STATIC, &mut |path, bytes| {
            static_files.insert(format!("static/{path}"), bytes.to_owned());
        });
        templates.sort_by(|a, b| a.name.cmp(&b.name));
        Self { templates, static_files, messages: Vec::new() }
    }

    /// The built-in theme with `themes/<name>/` of the site over it.
    pub fn load(root: &Path, name: &str) -> Result<Self, Vec<Diagnostic>> {
        let mut theme = Self::built_in();
        let folder = format!("themes/{name}");
        let on_disk = root.join(&folder);
        if !on_disk.is_dir() {
            if name == "default" {
                return Ok(theme);
            }
            let problem = bad("crosscheck.yaml", format!("there is no theme \"{name}\"", name = name))
                .help(format!("make the folder {folder}, or write theme: default"));
            return Err(vec![problem]);
        }
        let mut problems = Vec::new();
        problems.extend(settings(&on_disk, &folder).err());
        for (path, bytes) in read_all(&on_disk, &folder, &mut problems) {
            if let Some(name) = path.strip_prefix("templates/") {
                let path = format!("{folder}/{path}");
                match String::from_utf8(bytes) {
                    Ok(source) => theme.templates.push(Template { name: name.to_owned(), path, source }),
                    Err(_) => problems.push(bad(&path, "the template is not UTF-8")),
                }
            } else if path.starts_with("i18n/") && path.matches('/').count() == 1 {
                match String::from_utf8(bytes) {
                    Ok(text) => theme.messages.push((format!("{folder}/{path}"), text)),
                    Err(_) => problems.push(bad(&format!("{folder}/{path}"), "the message file is not UTF-8")),
                }
            } else if path.starts_with("static/") {
                theme.static_files.insert(path, bytes);
            }
        }
        if problems.is_empty() { Ok(theme) } else { Err(problems) }
    }

    /// The files that are copied to the site, by their path on it: `static/style.css`.
    pub fn static_files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.static_files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// The message files of the site's theme for a language, each by its path and its text: `i18n/<language>.ftl`.
    pub fn messages(&self, language: &str) -> Vec<(String, String)> {
        let base = language.split(['-', '_']).next().unwrap_or_default();
        let file = format!("/i18n/{base}.ftl");
        self.messages.iter().filter(|(path, _)| path.ends_with(&file)).cloned().collect()
    }

    /// A hash of everything in it: pages are written again where it changes.
    pub fn fingerprint(&self) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        let templates = self.templates.iter().map(|template| (&template.name, template.source.as_bytes()));
        let static_files = self.static_files.iter().map(|(path, bytes)| (path, bytes.as_slice()));
        let messages = self.messages.iter().map(|(path, text)| (path, text.as_bytes()));
        for (name, bytes) in templates.chain(static_files).chain(messages) {
            hasher.update(&(name.len() as u64).to_le_bytes());
            hasher.update(name.as_bytes());
            hasher.update(&(bytes.len() as u64).to_le_bytes());
            hasher.update(bytes);
        }
        *hasher.finalize().as_bytes()
    }

    pub(super) fn templates(&self) -> impl Iterator<Item = &Template> {
        self.templates.iter()
    }

    /// The file of the template that other templates know by this name.
    pub(super) fn template(&self, name: &str) -> Option<&Template> {
        let find = |name: &str| self.templates.iter().find(|template| template.name == name);
        find(name).or_else(|| find(&format!("{BUILT_IN}{name}")))
    }
}

fn files<'a>(dir: &'a Dir<'a>, take: &mut impl FnMut(&'a str, &'a [u8])) {
    for file in dir.files() {
        if let Some(path) = file.path().to_str() {
            take(path, file.contents());
        }
    }
    for inner in dir.dirs() {
        files(inner, take);
    }
}

fn settings(on_disk: &Path, folder: &str) -> Result<(), Diagnostic> {
    let path = format!("{folder}/theme.yaml");
    let Ok(text) = std::fs::read_to_string(on_disk.join("theme.yaml")) else {
        return Err(bad(&path, "the theme has no theme.yaml").help(format!("write one that says contract: {CONTRACT}")));
    };
    let settings: Settings =
        serde_yaml::from_str(&text).map_err(|error| bad(&path, format!("theme.yaml cannot be read: {error}")))?;
    if settings.contract == CONTRACT {
        return Ok(());
    }
    let message =
        format!("the theme was made for contract {}, this crosscheck has contract {CONTRACT}", settings.contract);
    Err(bad(&path, message).help("compare its templates with the built-in theme's, then change the number"))
}

fn read_all(on_disk: &Path, folder: &str, problems: &mut Vec<Diagnostic>) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for entry in WalkDir::new(on_disk).max_depth(8).sort_by_file_name().into_iter().filter_map(Result::ok) {
        let Some(path) = entry.path().strip_prefix(on_disk).ok().and_then(Path::to_str) else { continue };
        let path = path.replace(std::path::MAIN_SEPARATOR, "/");
        if !entry.file_type().is_file() || path.split('/').any(|part| part.starts_with('.')) {
            continue;
        }
        let size = entry.metadata().map_or(0, |metadata| metadata.len());
        let bytes = if size > MAX_FILE { None } else { std::fs::read(entry.path()).ok() };
        match bytes {
            Some(bytes) => files.push((path, bytes)),
            None => {
                let message = format!("the file cannot be read, or is larger than {} MB", MAX_FILE >> 20);
                problems.push(bad(&format!("{folder}/{path}"), message));
            }
        }
    }
    files
}

fn bad(path: &str, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(Code::BadTheme, Place { path: path.to_owned(), at: At::File }, message)
}
