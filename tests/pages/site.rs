//! A site in memory, and what must hold of every page of it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crosscheck::pipeline::{self, Options};
use crosscheck::timings::Timings;

/// All files of a site, by path.
#[derive(PartialEq)]
pub struct Site(BTreeMap<String, Vec<u8>>);

impl Site {
    /// Builds the content under a root.
    pub fn build(root: &Path) -> Self {
        let output = tempfile::tempdir().unwrap();
        let mut timings = Timings::default();
        let mut checked = pipeline::check(root, &Options::default(), &mut timings);
        pipeline::build(root, output.path(), &mut checked, &Options::default(), &|_, _| {}, &mut timings).unwrap();
        let mut files = BTreeMap::new();
        for entry in walkdir::WalkDir::new(output.path()).into_iter().map(Result::unwrap) {
            let path = entry.path().strip_prefix(output.path()).unwrap().to_str().unwrap().to_owned();
            if entry.file_type().is_file() && !path.starts_with(".crosscheck/") {
                files.insert(path, std::fs::read(entry.path()).unwrap());
            }
        }
        Self(files)
    }

    /// Builds a corpus of these files.
    pub fn of(files: &[(&str, &str)]) -> Self {
        let root = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = root.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        Self::build(root.path())
    }

    pub fn has(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    pub fn page(&self, path: &str) -> &str {
        std::str::from_utf8(self.0.get(path).unwrap_or_else(|| panic!("no {path}"))).unwrap()
    }

    fn pages(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.keys().filter(|path| path.ends_with(".html")).map(|path| (path.as_str(), self.page(path)))
    }

    /// The folders at the site's top.
    pub fn top_folders(&self) -> BTreeSet<&str> {
        self.0.keys().filter_map(|path| path.split_once('/')).map(|(folder, _)| folder).collect()
    }

    /// No file has these words.
    pub fn assert_nowhere(&self, words: &str) {
        for (path, bytes) in &self.0 {
            assert!(!String::from_utf8_lossy(bytes).contains(words), "{path} has \"{words}\"");
        }
    }

    /// The files that have these words, whatever their case, be it in their names.
    pub fn paths_with<'s>(&'s self, words: &'s str) -> impl Iterator<Item = &'s str> {
        let has = move |(path, bytes): &(&'s String, &Vec<u8>)| {
            path.to_lowercase().contains(words) || String::from_utf8_lossy(bytes).to_lowercase().contains(words)
        };
        self.0.iter().filter(has).map(|(path, _)| path.as_str())
    }

    /// No file has these words, whatever their case.
    pub fn assert_nowhere_in_any_case(&self, words: &str) {
        assert_eq!(self.paths_with(words).next(), None, "\"{words}\"");
    }

    /// Every link within the site leads to a file and, where it names one, to an anchor in it; no anchor stands twice.
    pub fn assert_links_lead_somewhere(&self) {
        let mut anchors = BTreeMap::new();
        for (path, html) in self.pages() {
            let mut ids = BTreeSet::new();
            for id in attributes(html, "id") {
                assert!(ids.insert(id.clone()), "{path} has the id {id} twice");
            }
            anchors.insert(path, ids);
        }
        for (path, html) in self.pages().filter(|(path, _)| *path != "404.html") {
            for link in attributes(html, "href").into_iter().chain(attributes(html, "src")) {
                if link.contains(':') {
                    continue;
                }
                let (file, anchor) = link.split_once('#').map_or((link.as_str(), None), |(file, id)| (file, Some(id)));
                let file = file.split('?').next().unwrap();
                let target = resolve(path, file);
                assert!(self.has(&target), "{path} links to {link}: no {target}");
                if let Some(anchor) = anchor {
                    assert!(anchors[target.as_str()].contains(anchor), "{path} links to {link}: no such anchor");
                }
            }
        }
    }

    /// No script or style stands in a page, and nothing is loaded from elsewhere.
    pub fn assert_policy(&self) {
        for (path, html) in self.pages() {
            for (at, _) in html.match_indices("<script") {
                let tag = &html[at..at + html[at..].find('>').unwrap()];
                let data = tag.contains(" type=\"application/ld+json\"");
                assert!(data || tag.contains(" src=\""), "{path} has a script in it: {tag}");
            }
            let lower = html.to_lowercase();
            for bad in
                ["<style", " style=\"", "<img", "<iframe", "javascript:", "<b>tests</b>", " onerror=\"", " onload=\""]
            {
                assert!(!lower.contains(bad), "{path} has {bad}");
            }
            for source in attributes(html, "src") {
                assert!(!source.contains("//"), "{path} loads {source}");
            }
        }
    }
}

/// The values of an attribute, wherever it stands in a tag.
fn attributes(html: &str, name: &str) -> Vec<String> {
    let pattern = format!(" {name}=\"");
    let values = html.match_indices(&pattern).map(|(at, _)| {
        let value = &html[at + pattern.len()..];
        value[..value.find('"').unwrap()].replace("&amp;", "&")
    });
    values.collect()
}

/// The file that a link on a page leads to.
fn resolve(page: &str, link: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    if !link.is_empty() {
        parts.pop();
    }
    for part in link.split('/') {
        match part {
            ".." => assert!(parts.pop().is_some(), "{page} links out of the site: {link}"),
            "." | "" => {}
            part => parts.push(part),
        }
    }
    if link.ends_with('/') {
        parts.push("index.html");
    }
    parts.join("/")
}
