//! Which files of a folder the site is made of, by their names alone.

/// The settings.
pub(super) const SETTINGS: &str = "crosscheck.yaml";
/// The folders that the site is made of.
pub(super) const FOLDERS: [&str; 3] = ["content", "seeds", "themes"];

/// What editors and file managers leave beside the file that a person saves.
const LEFTOVERS: [&str; 9] = ["~", ".swp", ".swx", ".swo", ".tmp", ".bck", ".kate-swp", "___jb_tmp___", "___jb_old___"];

/// Whether a change of this path, relative to the root and with `/`, can change the site. It may name a folder.
pub(super) fn matters(path: &str) -> bool {
    if path.split('/').any(is_leftover) {
        return false;
    }
    path == SETTINGS || FOLDERS.iter().any(|folder| path.strip_prefix(folder).is_some_and(is_end_of_name))
}

/// Whether this file is one of those that the site is made of.
pub(super) fn is_read(path: &str) -> bool {
    matters(path) && (!path.starts_with("content/") || path.ends_with(".md"))
}

/// Whether the name is hidden, or an editor's own.
pub(super) fn is_leftover(name: &str) -> bool {
    name.starts_with(['.', '#']) || name == "4913" || LEFTOVERS.iter().any(|end| name.ends_with(end))
}

fn is_end_of_name(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_site_is_made_of_matters() {
        for path in ["crosscheck.yaml", "content", "content/articles/a.md", "seeds/a.txt", "themes/x/static/a.css"] {
            assert!(matters(path), "{path}");
        }
    }

    #[test]
    fn the_site_itself_and_what_editors_leave_do_not() {
        for path in [
            "site/index.html",
            "contents/a.md",
            "README.md",
            ".git/index",
            "content/articles/.a.md.swp",
            "content/articles/a.md~",
            "content/articles/4913",
            "content/articles/a.md.bck",
            "content/articles/#a.md#",
            "content/articles/.#a.md",
            "content/articles/a.md___jb_tmp___",
            "content/.cache/a.md",
        ] {
            assert!(!matters(path), "{path}");
        }
    }

    #[test]
    fn of_the_content_only_markdown_is_read() {
        assert!(is_read("content/articles/a.md"));
        assert!(!is_read("content/articles/a.png"));
        assert!(is_read("seeds/a.html"));
    }
}
