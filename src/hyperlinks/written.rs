//! Where in the content a link was written: by an editor, in a page's Markdown or in a note, or as an article's address.
//!
//! The files are searched as they are on the disk, front matter included, because a note is Markdown within YAML and its place is
//! wanted in the file. They are read only once something is looked for.

use std::ops::Range;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::resolve::{Base, Target};
use crate::diagnostics::{At, Place};

/// The content's files.
pub(super) struct Written {
    root: PathBuf,
    /// As the site's own addresses are written in full.
    site: Base,
    files: Option<Vec<(String, String)>>,
}

impl Written {
    pub(super) fn under(root: &Path, base_url: &str) -> Self {
        Self { root: root.to_owned(), site: Base::of(base_url), files: None }
    }

    /// The place where a link to this path of the site was written, which a page shows.
    pub(super) fn link(&mut self, target: &str, page: &str) -> Option<Place> {
        self.files();
        let files = self.files.as_deref().unwrap_or_default();
        // In Markdown `/` is the site's own top, wherever the site is.
        let from_top = Base::of("/");
        let resolve = |written: &str| match from_top.resolve(page, written) {
            Target::Elsewhere(_) => self.site.resolve(page, written),
            target => target,
        };
        let leads_there = |written: &str| match resolve(written) {
            Target::Here { path, anchor: None } => path == target,
            Target::Here { path, anchor: Some(anchor) } => {
                let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path };
                format!("{path}#{anchor}") == target || format!("{path}/index.html#{anchor}") == target
            }
            Target::Outside => written == target,
            Target::Elsewhere(_) | Target::Ignored => false,
        };
        let places = files.iter().flat_map(|(path, text)| {
            destinations(text).filter(|range| leads_there(&text[range.clone()])).map(move |range| place(path, range))
        });
        // The page's own file first: a relative link means something only there.
        let id = page.trim_end_matches("/index.html").rsplit('/').next().unwrap_or_default().to_owned();
        let mut places: Vec<Place> = places.collect();
        places.sort_by_key(|place| !place.path.ends_with(&format!("/{id}.md")));
        places.into_iter().next()
    }

    /// The place where an address elsewhere was written.
    pub(super) fn address(&mut self, address: &str) -> Option<Place> {
        self.files().iter().find_map(|(path, text)| {
            let mut places = text.match_indices(address).map(|(at, _)| at..at + address.len());
            // Not the beginning of a longer address.
            let whole = |range: &Range<usize>| {
                !text[range.end..].starts_with(|c: char| c.is_ascii_alphanumeric() || "/-_.~%?&=+".contains(c))
            };
            places.find(whole).map(|range| place(path, range))
        })
    }

    fn files(&mut self) -> &[(String, String)] {
        let Self { root, files, .. } = self;
        files.get_or_insert_with(|| {
            let entries = WalkDir::new(root.join("content")).sort_by_file_name().into_iter().filter_map(Result::ok);
            let markdown = entries.filter(|entry| entry.path().extension().is_some_and(|ending| ending == "md"));
            let files = markdown.filter_map(|entry| {
                let path = entry.path().strip_prefix(&*root).ok()?.to_str()?.replace(std::path::MAIN_SEPARATOR, "/");
                Some((path, std::fs::read_to_string(entry.path()).ok()?))
            });
            files.collect()
        })
    }
}

fn place(path: &str, range: Range<usize>) -> Place {
    Place { path: path.to_owned(), at: At::Bytes(range) }
}

/// Where Markdown's links and images say where they lead: `](…)`, `]: …`.
fn destinations(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices(']').filter_map(|(at, _)| {
        let rest = &text[at + 1..];
        let start = match rest.strip_prefix('(') {
            Some(_) => at + 2,
            None => at + 1 + (rest.len() - rest.strip_prefix(':')?.trim_start_matches(' ').len()),
        };
        let start = start + usize::from(text[start..].starts_with('<'));
        let end = text[start..].find(|c: char| c.is_whitespace() || matches!(c, ')' | '>' | '"'))?;
        (end > 0).then(|| start..start + end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn destinations_of_markdown_are_found() {
        let text = "a [b](/c/) ![d](<e> \"f\")\n\n[g]: /h/#i\n[j]\nnote: see [k](../l/)\n[m](";
        let found: Vec<&str> = destinations(text).map(|range| &text[range]).collect();
        assert_eq!(found, ["/c/", "e", "/h/#i", "../l/"]);
    }
}
