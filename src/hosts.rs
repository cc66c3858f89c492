//! What static hosts take, and whether a site is still within it.
//!
//! In goes what is known of a site's files; out come warnings. A site that is larger is built all the same: there are hosts
//! for it.

use crate::diagnostics::{At, Code, Diagnostic, Place};
use crate::read::SETTINGS;
use crate::search;
use crate::write::Manifest;

/// The most files: Cloudflare Pages.
const FILES: usize = 20_000;
/// The most bytes of one file: Cloudflare Pages.
const FILE: u64 = 25 << 20;
/// The most bytes of all files together: GitHub Pages.
const SITE: u64 = 1_000_000_000;

/// How many files a site has at least: those of its search index are counted, which takes making it, only where they decide
/// whether there are too many.
pub fn files(others: usize, index: impl FnOnce() -> usize) -> usize {
    let may_decide = others <= FILES && others + search::MOST_FILES > FILES;
    if may_decide { others + index() } else { others }
}

/// Warnings about a site that will have so many files, and that had these when it was last built.
pub fn limits(files: usize, last: Option<&Manifest>) -> Vec<Diagnostic> {
    let mut warnings = Vec::new();
    let mut warn = |message: String, help: &str| {
        let place = Place { path: SETTINGS.into(), at: At::File };
        warnings.push(Diagnostic::new(Code::HostLimit, place, message).help(help));
    };
    if files > FILES {
        let message = format!("the site has at least {files} files, and some hosts take no more than {FILES}");
        warn(message, "publish it where there is no such limit, or divide it into several sites");
    }
    if let Some((name, bytes)) = last.and_then(Manifest::largest).filter(|(_, bytes)| *bytes > FILE) {
        let message = format!("{name} has {} MiB, and some hosts take no more than 25 a file", bytes >> 20);
        warn(message, "publish it where there is no such limit, or divide it into several sites");
    }
    if let Some(bytes) = last.map(Manifest::bytes).filter(|bytes| *bytes > SITE) {
        let message = format!("the site has {:.1} GB, and some hosts take no more than 1", bytes as f64 / 1e9);
        warn(message, "publish it where there is no such limit, or divide it into several sites");
    }
    warnings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(files: &[(&str, u64)]) -> Manifest {
        let hash = "0".repeat(64);
        let lines = files.iter().map(|(name, bytes)| format!("\"{name}\":{{\"blake3\":\"{hash}\",\"bytes\":{bytes}}}"));
        let lines = lines.collect::<Vec<_>>().join(",");
        Manifest::parse(format!("{{\"format\":1,\"files\":{{{lines}}}}}").as_bytes()).unwrap()
    }

    fn messages(files: usize, last: &[(&str, u64)]) -> Vec<String> {
        limits(files, Some(&manifest(last))).into_iter().map(|warning| warning.message).collect()
    }

    #[test]
    fn the_search_index_counts_where_it_could_decide() {
        assert_eq!(files(19_000, || 1001), 20_001);
        assert_eq!(files(100_000, || unreachable!("they are too many already")), 100_000);
        assert_eq!(files(10_000, || unreachable!("it takes long")), 10_000);
    }

    #[test]
    fn each_limit_is_told_when_it_is_passed() {
        assert_eq!(messages(FILES, &[("a", FILE), ("b", 5)]), Vec::<String>::new());
        assert_eq!(limits(FILES + 1, None).len(), 1);
        assert_eq!(
            messages(20_001, &[("data/claims.json", 26 << 20), ("b", 990_000_000)]),
            [
                "the site has at least 20001 files, and some hosts take no more than 20000",
                "b has 944 MiB, and some hosts take no more than 25 a file",
                "the site has 1.0 GB, and some hosts take no more than 1",
            ]
        );
    }
}
