//! Links that open a file in the author's own editor.

use std::path::Path;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What a link is made from: `vscode://file{path}:{line}:{column}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editor(Option<String>);

/// Kept as it is in the path of a URL.
const IN_PATHS: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Editors by name.
const KNOWN: [(&str, &str); 6] = [
    ("vscode", "vscode://file{path}:{line}:{column}"),
    ("vscodium", "vscodium://file{path}:{line}:{column}"),
    ("cursor", "cursor://file{path}:{line}:{column}"),
    ("zed", "zed://file{path}:{line}:{column}"),
    ("idea", "idea://open?file={path}&line={line}&column={column}"),
    ("textmate", "txmt://open?url=file://{path}&line={line}&column={column}"),
];

impl Default for Editor {
    fn default() -> Self {
        Self(Some(KNOWN[0].1.to_owned()))
    }
}

impl Editor {
    /// An editor by its name, a link with `{path}`, or `none`.
    pub fn named(name: &str) -> Result<Self, String> {
        if name == "none" {
            return Ok(Self(None));
        }
        if let Some((_, link)) = KNOWN.iter().find(|(known, _)| *known == name) {
            return Ok(Self(Some((*link).to_owned())));
        }
        let scheme = name.split_once(':').map_or("", |(scheme, _)| scheme);
        let plain = scheme.starts_with(|c: char| c.is_ascii_lowercase())
            && scheme.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"+-.".contains(&byte));
        let harmless = !matches!(scheme, "javascript" | "data" | "vbscript" | "blob" | "file");
        if plain && harmless && name.contains("{path}") && !name.contains(char::is_whitespace) {
            return Ok(Self(Some(name.to_owned())));
        }
        let names: Vec<&str> = KNOWN.iter().map(|(name, _)| *name).collect();
        Err(format!("write {}, none, or a link such as vscode://file{{path}}:{{line}}:{{column}}", names.join(", ")))
    }

    /// The link to a place in a file; `None` where the author wants none.
    pub(super) fn link(&self, root: &Path, path: &str, line: usize, column: usize) -> Option<String> {
        let link = self.0.as_deref()?;
        let on_disk = root.join(path);
        let on_disk = on_disk.to_string_lossy().replace('\\', "/");
        let on_disk = if on_disk.starts_with('/') { on_disk } else { format!("/{on_disk}") };
        let on_disk = utf8_percent_encode(&on_disk, IN_PATHS).to_string();
        // The numbers first: what a path is made of is not looked at again.
        let link = link.replace("{line}", &line.to_string()).replace("{column}", &column.to_string());
        Some(link.replace("{path}", &on_disk))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_names_the_place() {
        let link = |name: &str| Editor::named(name).unwrap().link(Path::new("/home/ida/my site"), "content/a.md", 3, 7);
        assert_eq!(link("vscode").as_deref(), Some("vscode://file/home/ida/my%20site/content/a.md:3:7"));
        assert_eq!(link("idea").as_deref(), Some("idea://open?file=/home/ida/my%20site/content/a.md&line=3&column=7"));
        assert_eq!(link("subl://{path}").as_deref(), Some("subl:///home/ida/my%20site/content/a.md"));
        assert_eq!(link("none"), None);
    }

    #[test]
    fn a_path_cannot_add_to_its_link() {
        let link = Editor::default().link(Path::new("/s"), "content/{line}&x=1\"#.md", 1, 1).unwrap();
        assert_eq!(link, "vscode://file/s/content/%7Bline%7D%26x%3D1%22%23.md:1:1");
    }

    #[test]
    fn links_that_would_run_are_refused() {
        for name in ["javascript:alert('{path}')", "data:{path}", "vscode://file", "{path}", "emacs", "a b:{path}"] {
            assert!(Editor::named(name).is_err(), "{name}");
        }
    }
}
