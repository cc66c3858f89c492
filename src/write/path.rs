//! Which paths may be written below the output folder, and which of them get in each other's way.
//!
//! Paths come from ids, from a theme's file names and from a manifest found on the disk; none of these is trusted.

use std::{
    collections::HashMap,
    path::{Component, Path},
};

use unicode_normalization::UnicodeNormalization;

use super::WriteError;

/// The folder below the output folder that is the writer's own.
pub const OWN_FOLDER: &str = ".crosscheck";

/// The longest name that common file systems take, in bytes.
const LONGEST_NAME: usize = 255;
/// The longest path that this program writes, in bytes.
const LONGEST_PATH: usize = 1024;

/// Gives an error unless the path is plain: relative, `/` between the names, nothing that leads elsewhere.
pub(super) fn check(path: &str) -> Result<(), WriteError> {
    let wrong =
        |why: &str| Err(WriteError::refused(format!("cannot write {path:?}: {why}"), "rename what it is made from"));
    if path.is_empty() || path.len() > LONGEST_PATH {
        return wrong("the path is empty or too long");
    }
    if path.chars().any(|c| c.is_control() || c == '\\') {
        return wrong("a backslash or a control character is in the name");
    }
    for name in path.split('/') {
        let plain = matches!(Path::new(name).components().next(), Some(Component::Normal(normal)) if normal == name);
        if !plain {
            return wrong("the path must stay inside the output folder");
        }
        if name.len() > LONGEST_NAME {
            return wrong("a name in it is longer than 255 bytes");
        }
    }
    let first = path.split('/').next().unwrap_or_default();
    if first.eq_ignore_ascii_case(OWN_FOLDER) || first.eq_ignore_ascii_case(".git") {
        return wrong("this name is kept for crosscheck's own files and for git");
    }
    Ok(())
}

/// All paths above a path, the nearest first: `a/b/c` → `a/b`, `a`.
pub(super) fn parents(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(path.rsplit_once('/'), |(parent, _)| parent.rsplit_once('/')).map(|(parent, _)| parent)
}

/// The names that this build takes, as a file system sees them that ignores case and Unicode's forms (those of macOS and
/// Windows do): a site that only works on some machines is an error on all.
#[derive(Debug, Default)]
pub(super) struct Names {
    taken: HashMap<String, Name>,
}

#[derive(Debug)]
struct Name {
    spelled: String,
    folder: bool,
}

impl Names {
    /// Takes the path for a file, and its parents for folders.
    pub(super) fn take(&mut self, path: &str) -> Result<(), WriteError> {
        for parent in parents(path) {
            if self.take_name(parent, true)? {
                break;
            }
        }
        if self.take_name(path, false)? {
            return Err(WriteError::refused(
                format!("two outputs want to be {path}"),
                "two things have the same address: rename one, or take back the alias",
            ));
        }
        Ok(())
    }

    /// Whether the very same name was there already.
    fn take_name(&mut self, path: &str, folder: bool) -> Result<bool, WriteError> {
        let folded = path.nfc().flat_map(char::to_lowercase).nfc().collect();
        let Some(there) = self.taken.get(&folded) else {
            self.taken.insert(folded, Name { spelled: path.into(), folder });
            return Ok(false);
        };
        if there.spelled != path {
            return Err(WriteError::refused(
                format!("the outputs {} and {path} are one file where case does not count", there.spelled),
                "rename one: macOS and Windows cannot hold both",
            ));
        }
        if there.folder != folder {
            return Err(WriteError::refused(
                format!("the output {path} is wanted both as a file and as a folder"),
                "rename one of the two",
            ));
        }
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_paths_pass() {
        for path in ["index.html", "articles/a-b/index.html", "static/Київ.svg", ".well-known/x", "a..b", "CNAME"] {
            assert!(check(path).is_ok(), "{path}");
        }
    }

    #[test]
    fn paths_that_lead_elsewhere_are_refused() {
        let long = "x".repeat(256);
        for path in [
            "",
            "/etc/passwd",
            "..",
            "../x",
            "a/../../x",
            "a/./b",
            "a//b",
            "a/",
            ".",
            "a\\b",
            "a\0b",
            "a\nb",
            ".crosscheck/manifest.json",
            ".CrossCheck/lock",
            ".git/config",
            &long,
        ] {
            assert!(check(path).is_err(), "{path:?}");
        }
    }

    #[test]
    fn parents_go_up() {
        assert_eq!(parents("a/b/c").collect::<Vec<_>>(), ["a/b", "a"]);
        assert_eq!(parents("a").count(), 0);
    }

    #[test]
    fn names_that_collide_are_refused() {
        let collide = |first: &str, second: &str| {
            let mut names = Names::default();
            names.take(first).unwrap();
            names.take(second).unwrap_err().to_string()
        };
        assert_eq!(collide("a/b", "a/b"), "two outputs want to be a/b");
        assert_eq!(collide("a/b", "a/B"), "the outputs a/b and a/B are one file where case does not count");
        assert_eq!(collide("a/b", "A/c"), "the outputs a and A are one file where case does not count");
        assert_eq!(collide("a", "a/b"), "the output a is wanted both as a file and as a folder");
        assert_eq!(collide("a/b", "a"), "the output a is wanted both as a file and as a folder");
        assert_eq!(collide("\u{e9}", "e\u{301}").split(' ').next(), Some("the"));
    }

    #[test]
    fn names_that_only_share_a_folder_do_not_collide() {
        let mut names = Names::default();
        for path in ["a/b/c", "a/b/d", "a/e", "b"] {
            assert!(names.take(path).is_ok());
        }
    }
}
