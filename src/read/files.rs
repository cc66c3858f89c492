//! Which files there are under `content/`, and what is wrong with their names.
//!
//! A file's id is its name without `.md`. Sub-folders are for the editor's own order and are no part of the id, so that a
//! file can be moved without breaking a URL; two files with one id are an error. Links are followed as long as they stay
//! under the root. Dot files and what editors leave behind are passed over in silence; a file that looks as if it was
//! meant to be read, but is not, is a warning.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::folder::Folder;
use crate::diagnostics::{At, Code, Diagnostic, Place, suggest};

/// The longest id, in bytes: it is a folder's name on the host.
const MAX_ID: usize = 200;
/// A file to be read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// What kind of file it is.
    pub folder: Folder,
    /// Its name without `.md`.
    pub id: String,
    /// Relative to the root, with `/`.
    pub path: String,
    /// Where it is on disk.
    pub on_disk: PathBuf,
}

/// Finds all content files, sorted by folder, id and path.
pub fn find(root: &Path) -> (Vec<Found>, Vec<Diagnostic>) {
    let mut finder = Finder { root, real_root: root.canonicalize().ok(), found: Vec::new(), problems: Vec::new() };
    finder.walk();
    let Finder { mut found, mut problems, .. } = finder;
    found.sort();
    without_duplicates(&mut found, &mut problems);
    (found, problems)
}

/// A problem with a file as a whole.
pub fn problem(code: Code, path: &str, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(code, Place { path: path.into(), at: At::File }, message)
}

/// Whether a text can be an id.
pub fn is_id(text: &str) -> bool {
    (1..=MAX_ID).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

struct Finder<'a> {
    root: &'a Path,
    real_root: Option<PathBuf>,
    found: Vec<Found>,
    problems: Vec<Diagnostic>,
}

impl Finder<'_> {
    fn walk(&mut self) {
        let content = self.root.join("content");
        if !content.is_dir() {
            return;
        }
        let mut walk = WalkDir::new(&content).follow_links(true).min_depth(1).into_iter();
        while let Some(entry) = walk.next() {
            match entry {
                Ok(entry) => {
                    let enter = self.entry(&entry);
                    if !enter && entry.file_type().is_dir() {
                        walk.skip_current_dir();
                    }
                }
                Err(error) => {
                    let path = error.path().map_or_else(|| "content".into(), |path| self.relative(path));
                    let message = match (error.loop_ancestor(), error.io_error()) {
                        (Some(_), _) => "the link leads back to a folder that it is in".to_owned(),
                        (None, Some(cause)) => format!("the file cannot be read: {}", cause_of(cause)),
                        (None, None) => "the file cannot be read".to_owned(),
                    };
                    self.problems.push(problem(Code::UnreadableFile, &path, message));
                }
            }
        }
    }

    /// Takes a file in. Whether to go on into it, if it is a folder.
    fn entry(&mut self, entry: &DirEntry) -> bool {
        let path = self.relative(entry.path());
        let Some(name) = entry.file_name().to_str() else {
            self.problems.push(problem(Code::BadId, &path, "the file's name is not UTF-8").help(ID_HELP));
            return false;
        };
        if is_leftover(name) {
            return false;
        }
        if entry.path_is_symlink() && !self.is_inside(entry.path()) {
            self.problems.push(
                problem(Code::UnreadableFile, &path, "the link leads out of the site's folder")
                    .help("copy what it leads to into the site"),
            );
            return false;
        }
        let folder = path.split('/').nth(1).and_then(Folder::from_name);
        match (folder, entry.file_type().is_dir(), entry.depth()) {
            (Some(_), true, _) => true,
            (Some(folder), false, 2..) => {
                if entry.file_type().is_file() {
                    self.file(folder, name, path, entry.path());
                }
                false
            }
            (None, true, 1) => {
                self.problems.push(unknown_folder(&path, name));
                false
            }
            _ => {
                if name.ends_with(".md") {
                    let message = "the file is in none of the folders of content, and is not read";
                    self.problems.push(problem(Code::NotRead, &path, message).help(FOLDERS_HELP));
                }
                false
            }
        }
    }

    fn file(&mut self, folder: Folder, name: &str, path: String, on_disk: &Path) {
        let Some(id) = name.strip_suffix(".md") else {
            let lower = name.to_ascii_lowercase();
            let near = [".md", ".markdown", ".mdown", ".mkd", ".yaml", ".yml", ".txt", ".md.txt"];
            if let Some(ending) = near.iter().rfind(|ending| lower.ends_with(**ending)) {
                let stem = &lower[..lower.len() - ending.len()];
                let message = "the file's name does not end in `.md`, so it is not read";
                self.problems.push(problem(Code::NotRead, &path, message).help(format!("rename it to `{stem}.md`")));
            }
            return;
        };
        if !is_id(id) {
            let problem = problem(Code::BadId, &path, format!("`{id}` cannot be an id"));
            let slug = slug(id);
            self.problems.push(match slug.is_empty() {
                true => problem.help(ID_HELP),
                false => problem.help(format!("rename the file to `{slug}.md`: {ID_HELP}")),
            });
        }
        self.found.push(Found { folder, id: id.into(), path, on_disk: on_disk.into() });
    }

    fn is_inside(&self, path: &Path) -> bool {
        match (&self.real_root, path.canonicalize()) {
            (Some(root), Ok(path)) => path.starts_with(root),
            _ => false,
        }
    }

    fn relative(&self, path: &Path) -> String {
        let path = path.strip_prefix(self.root).unwrap_or(path);
        let parts = path.components().map(|part| part.as_os_str().to_string_lossy());
        parts.collect::<Vec<_>>().join("/")
    }
}

const ID_HELP: &str = "ids are made of lower-case letters a to z, digits and hyphens";
const FOLDERS_HELP: &str = "put it into articles, questions, events, sources, entities or pages";

/// Files that are not there for crosscheck.
fn is_leftover(name: &str) -> bool {
    let ends = |ending: &str| name.to_ascii_lowercase().ends_with(ending);
    name.starts_with(['.', '~', '#'])
        || name.ends_with(['~', '#'])
        || [".bak", ".swp", ".tmp", ".orig", ".rej"].into_iter().any(ends)
}

fn unknown_folder(path: &str, name: &str) -> Diagnostic {
    let problem = problem(Code::NotRead, path, "nothing is read from this folder");
    let names = Folder::ALL.iter().flat_map(|folder| [folder.name(), folder.singular()]);
    match suggest(name, names).or(Folder::ALL.iter().map(|folder| folder.singular()).find(|singular| *singular == name))
    {
        Some(meant) => {
            let folder = Folder::ALL.into_iter().find(|folder| folder.singular() == meant || folder.name() == meant);
            problem.help(format!("did you mean `{}`?", folder.map_or(meant, Folder::name)))
        }
        None => problem.help(FOLDERS_HELP.replace("put it into", "the folders are")),
    }
}

/// The id that a file name was probably meant to be.
pub fn slug(name: &str) -> String {
    let ascii = deunicode::deunicode(name).to_lowercase();
    let words = ascii.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// Keeps the first of several files with one id.
fn without_duplicates(found: &mut Vec<Found>, problems: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<(Folder, String), String> = BTreeMap::new();
    found.retain(|file| match first.get(&(file.folder, file.id.clone())) {
        None => {
            first.insert((file.folder, file.id.clone()), file.path.clone());
            true
        }
        Some(path) => {
            let message = format!("`{}` is the id of two files, and only the other one is read", file.id);
            problems.push(
                problem(Code::DuplicateId, &file.path, message)
                    .related(Place { path: path.clone(), at: At::File }, "the other one")
                    .help("rename one of them; folders are no part of an id"),
            );
            false
        }
    });
}

/// Why a file cannot be read, in words.
pub fn cause_of(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "it is not there".into(),
        std::io::ErrorKind::PermissionDenied => "there is no permission to".into(),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn site(files: &[&str]) -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for file in files {
            let path = root.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "---\n---\n").unwrap();
        }
        root
    }

    fn names(root: &Path) -> (Vec<String>, Vec<String>) {
        let (found, problems) = find(root);
        let line =
            |p: &Diagnostic| format!("{}: {} | {}", p.place.path, p.code.name(), p.help.as_deref().unwrap_or_default());
        (
            found.into_iter().map(|file| format!("{}:{}", file.folder.singular(), file.id)).collect(),
            problems.iter().map(line).collect(),
        )
    }

    #[test]
    fn ids_are_file_names() {
        let root = site(&[
            "content/sources/b.md",
            "content/articles/z.md",
            "content/articles/2020/a-1.md",
            "content/entities/x.md",
        ]);
        assert_eq!(
            names(root.path()),
            (["article:a-1", "article:z", "source:b", "entity:x"].map(String::from).into(), vec![])
        );
    }

    #[test]
    fn what_is_not_read() {
        let root = site(&[
            "content/articles/a.markdown",
            "content/articles/b.MD",
            "content/articles/c.png",
            "content/articles/.d.md",
            "content/articles/e.md~",
            "content/articles/f.md.bak",
            "content/article/g.md",
            "content/h.md",
            "content/misc/i.md",
            "content/articles/j.md.txt",
            "content/articles/.git/k.md",
        ]);
        let (found, mut problems) = names(root.path());
        problems.sort();
        assert_eq!(found, Vec::<String>::new());
        assert_eq!(
            problems,
            [
                "content/article: not-read | did you mean `articles`?",
                "content/articles/a.markdown: not-read | rename it to `a.md`",
                "content/articles/b.MD: not-read | rename it to `b.md`",
                "content/articles/j.md.txt: not-read | rename it to `j.md`",
                "content/h.md: not-read | put it into articles, questions, events, sources, entities or pages",
                "content/misc: not-read | the folders are articles, questions, events, sources, entities or pages",
            ]
        );
    }

    #[test]
    fn names_that_cannot_be_ids() {
        let root = site(&[
            "content/articles/My Article_2.md",
            "content/articles/Київ.md",
            "content/articles/x/a.md",
            "content/articles/y/a.md",
        ]);
        let (found, mut problems) = names(root.path());
        problems.sort();
        assert_eq!(found, ["article:My Article_2", "article:a", "article:Київ"]);
        assert_eq!(
            problems,
            [
                "content/articles/My Article_2.md: bad-id | rename the file to `my-article-2.md`: ids are made of lower-case letters a to z, digits and hyphens",
                "content/articles/y/a.md: duplicate-id | rename one of them; folders are no part of an id",
                "content/articles/Київ.md: bad-id | rename the file to `kiyiv.md`: ids are made of lower-case letters a to z, digits and hyphens",
            ]
        );
    }

    #[cfg(unix)]
    #[test]
    fn links_stay_inside() {
        use std::os::unix::fs::symlink;
        let outside = site(&["secret.md", "content/articles/other.md"]);
        let root = site(&["content/articles/a.md"]);
        let articles = root.path().join("content/articles");
        symlink(outside.path().join("secret.md"), articles.join("leaving.md")).unwrap();
        symlink(outside.path().join("content/articles"), articles.join("folder")).unwrap();
        symlink(articles.join("a.md"), articles.join("b.md")).unwrap();
        symlink(root.path().join("content"), articles.join("loop")).unwrap();
        symlink(articles.join("gone.md"), articles.join("dangling.md")).unwrap();
        let (found, mut problems) = names(root.path());
        problems.sort();
        assert_eq!(found, ["article:a", "article:b"]);
        let files: Vec<_> = problems.iter().map(|problem| problem.split(':').next().unwrap()).collect();
        assert_eq!(
            files,
            [
                "content/articles/dangling.md",
                "content/articles/folder",
                "content/articles/leaving.md",
                "content/articles/loop"
            ]
        );
    }
}
