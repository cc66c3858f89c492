//! What the preview shows, as the server sees it: files by their path, and nothing that a path could lead out of.

use std::{borrow::Cow, collections::BTreeMap, sync::Arc};

use axum::body::Bytes;

use super::problem::{Note, Problem};
use crate::render::assets::HASH_DIGITS;

/// A site in memory.
///
/// Paths are those of the files that a build would write: `articles/x/index.html`. They are only ever looked up, never
/// joined to a folder, so that nothing but the site can be asked for.
pub trait Site: Send + Sync {
    /// Whether there is such a file.
    fn has(&self, path: &str) -> bool;
    /// Makes the file; `None` where there is none.
    fn file(&self, path: &str) -> Option<Result<Bytes, Problem>>;
    /// What an author should know about a page, and a reader does not see.
    fn notes(&self, path: &str) -> Vec<Note>;
    /// The style sheets with the hashes that are in their names on the site: `static/style.css` → `1f2e3d4c5b`.
    fn styles(&self) -> &BTreeMap<String, String>;
}

/// What the preview shows at one moment.
#[derive(Clone)]
pub struct State {
    /// Grows with every build, also from one run of the preview to the next.
    pub build: u64,
    /// The last site that could be built.
    pub site: Arc<dyn Site>,
    /// What is wrong with the files as they are now; empty where the site is made of them.
    pub problems: Arc<[Problem]>,
    /// How many problems there are beyond those.
    pub more: usize,
    /// Whether the site is older than the files, because these cannot be built.
    pub stale: bool,
    /// The address of the page that the file saved last is shown on: `/articles/x/`.
    pub saved: Option<String>,
}

/// No site, where none could be built yet.
#[derive(Default)]
pub(super) struct Nothing(BTreeMap<String, String>);

impl Site for Nothing {
    fn has(&self, _: &str) -> bool {
        false
    }

    fn file(&self, _: &str) -> Option<Result<Bytes, Problem>> {
        None
    }

    fn notes(&self, _: &str) -> Vec<Note> {
        Vec::new()
    }

    fn styles(&self) -> &BTreeMap<String, String> {
        &self.0
    }
}

/// What is at an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A file, by its path, and what came of making it.
    File(String, Result<Bytes, Problem>),
    /// A folder: its page is at the address with a `/` at the end.
    Folder,
    /// Nothing; the site's own page that says so, where it has one.
    Nothing(Option<Bytes>),
}

/// The page that sites show for addresses that they do not have.
const NOT_FOUND: &str = "404.html";

impl State {
    /// What is at the path of a URL, as it came in the request.
    pub(super) fn find(&self, encoded: &str) -> Found {
        let Some(name) = file_name(encoded) else { return self.nothing() };
        if let Some(file) = self.site.file(&name) {
            return Found::File(name.into_owned(), file);
        }
        if !name.ends_with('/') && self.site.has(&format!("{name}/index.html")) {
            return Found::Folder;
        }
        self.nothing()
    }

    fn nothing(&self) -> Found {
        Found::Nothing(self.site.file(NOT_FOUND).and_then(Result::ok))
    }
}

/// The file that the path of a URL means; `None` where it can mean none. What is percent-encoded is decoded once.
fn file_name(encoded: &str) -> Option<Cow<'_, str>> {
    let path = percent_encoding::percent_decode_str(encoded.strip_prefix('/')?).decode_utf8().ok()?;
    if path.chars().any(|c| c.is_control() || c == '\\') {
        return None;
    }
    Some(if path.is_empty() || path.ends_with('/') { Cow::Owned(format!("{path}index.html")) } else { path })
}

/// A hash of a page as its reader sees it: the hashes in the names of style sheets are left out, because those can be put
/// into a page that is open.
pub(super) fn fingerprint(page: &[u8]) -> String {
    const STYLE: &[u8] = b".css\"";
    let mut hasher = blake3::Hasher::new();
    let mut rest = page;
    while let Some(at) = find(rest, STYLE) {
        let (before, after) = rest.split_at(at);
        hasher.update(without_hash(before));
        rest = after.get(STYLE.len()..).unwrap_or_default();
    }
    hasher.update(rest);
    hasher.finalize().to_hex()[..16].to_owned()
}

/// What ends with a file's name, without the hash at the end of that.
fn without_hash(name: &[u8]) -> &[u8] {
    let digits = name.iter().rev().take_while(|byte| byte.is_ascii_hexdigit()).count();
    let rest = &name[..name.len() - digits];
    if digits == HASH_DIGITS && rest.ends_with(b".") { rest } else { name }
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    let first = *part.first()?;
    let mut from = 0;
    loop {
        let at = from + bytes.get(from..)?.iter().position(|byte| *byte == first)?;
        if bytes.get(at..at + part.len())? == part {
            return Some(at);
        }
        from = at + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_mean_files() {
        for (address, name) in [
            ("/", Some("index.html")),
            ("/articles/a/", Some("articles/a/index.html")),
            ("/articles/a", Some("articles/a")),
            ("/static/%D0%BA.svg", Some("static/к.svg")),
            ("/%252e", Some("%2e")),
            ("/a%00b", None),
            ("/a%5Cb", None),
            ("/a%0D%0Ab", None),
            ("/%FF", None),
            ("a", None),
            ("*", None),
        ] {
            assert_eq!(file_name(address).as_deref(), name, "{address}");
        }
    }

    #[test]
    fn a_page_is_another_when_anything_but_a_style_changes() {
        let page = |style: &str, script: &str| {
            fingerprint(format!("<link href=\"../static/a.{style}.css\"><script src=\"x.{script}.js\">").as_bytes())
        };
        assert_eq!(page("0123456789", "a"), page("abcdef0123", "a"));
        assert_ne!(page("0123456789", "a"), page("0123456789", "b"));
        assert_ne!(page("0123456789", "a"), page("other", "a"));
        assert_ne!(fingerprint(b"a"), fingerprint(b"b"));
        assert_eq!(fingerprint(b".css\"").len(), 16);
    }
}
