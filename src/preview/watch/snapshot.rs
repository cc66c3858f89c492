//! The files that the site is made of, as they were when somebody last looked: path → length, times and hash.
//!
//! This is the truth that the preview goes by; what an operating system says about changes only tells it when to look.
//! A file counts as changed when its content is another: its length and times are compared first, which costs some
//! microseconds a file, and only where they differ is it read. A file that was written just before it was looked at is
//! read the next time as well, because a file system's clock may be too coarse to tell two writes apart.

use std::{
    collections::BTreeMap,
    fs::{self, Metadata},
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::names::{self, FOLDERS, SETTINGS};

/// The coarsest clock of a file system in use (that of FAT).
const COARSEST_CLOCK: Duration = Duration::from_secs(2);
/// Larger files are told apart by length and times only.
const LARGEST_HASHED: u64 = 64 << 20;
/// Deeper folders are not looked into.
const DEEPEST: usize = 16;

/// What changed between two looks, each list in the order of the paths, relative to the root and with `/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files that were not there before.
    pub added: Vec<String>,
    /// Files with another content.
    pub changed: Vec<String>,
    /// Files that are gone.
    pub removed: Vec<String>,
}

/// All files at one moment.
#[derive(Debug)]
pub struct Snapshot {
    root: PathBuf,
    files: BTreeMap<String, Stamp>,
    folders: BTreeMap<PathBuf, Identity>,
}

/// Which folder stands at a path: another one may take its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Identity(u64, u64);

#[derive(Clone, Copy, Debug)]
struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    changed: Identity,
    /// Written so long before it was looked at that the same length and times mean the same content.
    settled: bool,
    hash: Option<blake3::Hash>,
}

impl Snapshot {
    /// Looks for the first time. The root must be a real path, free of symbolic links, as watchers report it.
    pub fn take(root: &Path) -> Self {
        let mut snapshot = Self { root: root.to_owned(), files: BTreeMap::new(), folders: BTreeMap::new() };
        snapshot.look();
        snapshot
    }

    /// Looks at everything again.
    pub fn look(&mut self) -> Changes {
        let now = SystemTime::now();
        let mut found = Vec::new();
        self.folders = BTreeMap::new();
        if let Ok(metadata) = fs::metadata(&self.root) {
            self.folders.insert(self.root.clone(), Identity::of_folder(&metadata));
        }
        for folder in FOLDERS {
            self.walk(&self.root.join(folder), &mut found);
        }
        found.push((SETTINGS.to_owned(), self.root.join(SETTINGS)));
        let before = &self.files;
        let stamped: Vec<(String, Stamp)> = found
            .into_par_iter()
            .filter_map(|(name, path)| {
                let stamp = Stamp::of(&path, before.get(&name), now)?;
                Some((name, stamp))
            })
            .collect();
        let mut changes = Changes::default();
        let mut files = BTreeMap::new();
        for (name, stamp) in stamped {
            match self.files.remove(&name) {
                None => changes.added.push(name.clone()),
                Some(before) if stamp.differs(&before) => changes.changed.push(name.clone()),
                Some(_) => {}
            }
            files.insert(name, stamp);
        }
        changes.removed = std::mem::replace(&mut self.files, files).into_keys().collect();
        changes.added.sort();
        changes.changed.sort();
        changes
    }

    /// Looks at a few files only. `None`: one of the paths is, or was, more than a file; everything must be looked at.
    pub fn look_at(&mut self, paths: &[PathBuf]) -> Option<Changes> {
        let now = SystemTime::now();
        let mut changes = Changes::default();
        let mut names: Vec<(String, &PathBuf)> =
            paths.iter().filter_map(|path| Some((name_below(&self.root, path)?, path))).collect();
        names.sort();
        names.dedup();
        for (name, path) in names {
            if self.folders.contains_key(path) || path.is_dir() {
                return None;
            }
            if !names::is_read(&name) {
                continue;
            }
            let before = self.files.get(&name).copied();
            match (Stamp::of(path, before.as_ref(), now), before) {
                (None, None) => continue,
                (None, Some(_)) => {
                    self.files.remove(&name);
                    changes.removed.push(name);
                    continue;
                }
                (Some(stamp), None) => {
                    self.files.insert(name.clone(), stamp);
                    changes.added.push(name);
                }
                (Some(stamp), Some(before)) => {
                    self.files.insert(name.clone(), stamp);
                    if stamp.differs(&before) {
                        changes.changed.push(name);
                    }
                }
            }
        }
        Some(changes)
    }

    /// The folders that were looked into, the root among them: what must be watched.
    pub fn folders(&self) -> &BTreeMap<PathBuf, Identity> {
        &self.folders
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    fn walk(&mut self, folder: &Path, found: &mut Vec<(String, PathBuf)>) {
        let visible = |entry: &walkdir::DirEntry| !names::is_leftover(&entry.file_name().to_string_lossy());
        // Links that lead in a circle are errors of the walk: they are left out with everything that cannot be read.
        let walk = WalkDir::new(folder).follow_links(true).max_depth(DEEPEST).into_iter().filter_entry(visible);
        for entry in walk.filter_map(Result::ok) {
            if entry.file_type().is_dir() {
                if let Ok(metadata) = entry.metadata() {
                    self.folders.insert(entry.into_path(), Identity::of_folder(&metadata));
                }
            } else if entry.file_type().is_file()
                && let Some(name) = name_below(&self.root, entry.path())
                && names::is_read(&name)
            {
                found.push((name, entry.into_path()));
            }
        }
    }
}

impl Stamp {
    /// `None` where there is no file.
    fn of(path: &Path, before: Option<&Stamp>, now: SystemTime) -> Option<Self> {
        let metadata = fs::metadata(path).ok().filter(Metadata::is_file)?;
        let modified = metadata.modified().ok();
        let settled = modified.is_some_and(|at| at + COARSEST_CLOCK < now);
        let mut stamp = Self {
            length: metadata.len(),
            modified,
            changed: Identity::of_file(&metadata),
            settled,
            hash: before.and_then(|before| before.hash),
        };
        let looks_the_same = before.is_some_and(|before| before.settled && stamp.looks_like(before));
        // At the first look, old files are taken as they are: whoever reads them afterwards reads the same.
        let must_read = if before.is_some() { !looks_the_same } else { !settled };
        if must_read {
            stamp.hash = hash(path, stamp.length);
        }
        Some(stamp)
    }

    fn looks_like(&self, other: &Self) -> bool {
        (self.length, self.modified, self.changed) == (other.length, other.modified, other.changed)
    }

    fn differs(&self, before: &Self) -> bool {
        match (self.hash, before.hash) {
            (Some(now), Some(before)) => now != before,
            _ => !self.looks_like(before),
        }
    }
}

impl Identity {
    #[cfg(unix)]
    fn of_folder(metadata: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        Self(metadata.dev(), metadata.ino())
    }

    #[cfg(not(unix))]
    fn of_folder(metadata: &Metadata) -> Self {
        let created = metadata.created().ok().and_then(|at| at.duration_since(SystemTime::UNIX_EPOCH).ok());
        Self(created.map_or(0, |at| at.as_nanos() as u64), 0)
    }

    /// Where the system keeps it: the time of the last change that nobody can set, and which file it is. A tool that
    /// keeps a file's length and time of modification still changes these.
    #[cfg(unix)]
    fn of_file(metadata: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        Self(
            metadata.ino(),
            (metadata.ctime() as u64).wrapping_mul(1_000_000_000).wrapping_add(metadata.ctime_nsec() as u64),
        )
    }

    #[cfg(not(unix))]
    fn of_file(_: &Metadata) -> Self {
        Self(0, 0)
    }
}

impl Changes {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many files it is about.
    pub fn len(&self) -> usize {
        self.added.len() + self.changed.len() + self.removed.len()
    }

    /// All files it is about.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.added.iter().chain(&self.changed).chain(&self.removed).map(String::as_str)
    }
}

fn hash(path: &Path, length: u64) -> Option<blake3::Hash> {
    if length > LARGEST_HASHED {
        return None;
    }
    fs::read(path).ok().map(|bytes| blake3::hash(&bytes))
}

/// The path relative to the root, with `/`; `None` outside of it.
pub(super) fn name_below(root: &Path, path: &Path) -> Option<String> {
    let below = path.strip_prefix(root).ok()?;
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::{create_dir_all, remove_file, rename, write};

    struct Folder {
        _kept: tempfile::TempDir,
        root: PathBuf,
        snapshot: Snapshot,
    }

    impl Folder {
        fn with(files: &[(&str, &str)]) -> Self {
            let kept = tempfile::tempdir().unwrap();
            let root = kept.path().canonicalize().unwrap();
            for (name, text) in files {
                put(&root, name, text);
            }
            let snapshot = Snapshot::take(&root);
            Self { _kept: kept, root, snapshot }
        }

        fn put(&self, name: &str, text: &str) {
            put(&self.root, name, text);
        }

        fn path(&self, name: &str) -> PathBuf {
            self.root.join(name)
        }
    }

    fn put(root: &Path, name: &str, text: &str) {
        let path = root.join(name);
        create_dir_all(path.parent().unwrap()).unwrap();
        write(path, text).unwrap();
    }

    fn changes(added: &[&str], changed: &[&str], removed: &[&str]) -> Changes {
        let list = |names: &[&str]| names.iter().map(|name| name.to_string()).collect();
        Changes { added: list(added), changed: list(changed), removed: list(removed) }
    }

    #[test]
    fn a_file_changes_with_its_content_only() {
        let mut folder = Folder::with(&[("content/articles/a.md", "one"), ("crosscheck.yaml", "title: x")]);
        assert_eq!(folder.snapshot.look(), Changes::default());
        folder.put("content/articles/a.md", "one");
        assert_eq!(folder.snapshot.look(), Changes::default(), "saved without a change");
        folder.put("content/articles/a.md", "two");
        assert_eq!(folder.snapshot.look(), changes(&[], &["content/articles/a.md"], &[]));
        folder.put("crosscheck.yaml", "title: y");
        assert_eq!(folder.snapshot.look(), changes(&[], &["crosscheck.yaml"], &[]));
    }

    #[test]
    fn a_change_that_keeps_length_and_time_is_seen() {
        let mut folder = Folder::with(&[("seeds/a.txt", "one")]);
        let file = fs::File::options().write(true).open(folder.path("seeds/a.txt")).unwrap();
        let long_ago = SystemTime::now() - Duration::from_secs(3600);
        file.set_modified(long_ago).unwrap();
        folder.snapshot.look();
        folder.put("seeds/a.txt", "two");
        file.set_modified(long_ago).unwrap();
        assert_eq!(folder.snapshot.look(), changes(&[], &["seeds/a.txt"], &[]));
    }

    #[test]
    fn files_come_and_go_and_move() {
        let mut folder = Folder::with(&[("content/articles/a.md", "x")]);
        folder.put("content/events/new/b.md", "x");
        assert_eq!(folder.snapshot.look(), changes(&["content/events/new/b.md"], &[], &[]));
        rename(folder.path("content/articles/a.md"), folder.path("content/articles/c.md")).unwrap();
        assert_eq!(folder.snapshot.look(), changes(&["content/articles/c.md"], &[], &["content/articles/a.md"]));
        rename(folder.path("content/events"), folder.path("elsewhere")).unwrap();
        assert_eq!(folder.snapshot.look(), changes(&[], &[], &["content/events/new/b.md"]));
    }

    #[test]
    fn what_is_not_read_is_not_there() {
        let mut folder = Folder::with(&[("content/articles/a.md", "x")]);
        for name in
            ["content/articles/.a.md.swp", "content/articles/a.md~", "site/index.html", "content/articles/a.txt"]
        {
            folder.put(name, "x");
        }
        assert_eq!(folder.snapshot.look(), Changes::default());
        assert_eq!(folder.snapshot.len(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_and_circles_are_left() {
        use std::os::unix::fs::symlink;
        let mut folder = Folder::with(&[("content/articles/a.md", "x")]);
        let elsewhere = tempfile::tempdir().unwrap();
        put(elsewhere.path(), "b.md", "x");
        symlink(elsewhere.path(), folder.path("content/articles/linked")).unwrap();
        symlink(folder.path("content"), folder.path("content/articles/circle")).unwrap();
        symlink(folder.path("nowhere"), folder.path("content/articles/dangling.md")).unwrap();
        assert_eq!(folder.snapshot.look(), changes(&["content/articles/linked/b.md"], &[], &[]));
        put(elsewhere.path(), "b.md", "y");
        assert_eq!(folder.snapshot.look(), changes(&[], &["content/articles/linked/b.md"], &[]));
    }

    #[test]
    fn a_few_files_can_be_looked_at_alone() {
        let mut folder = Folder::with(&[("content/articles/a.md", "x"), ("content/articles/b.md", "x")]);
        folder.put("content/articles/a.md", "y");
        folder.put("content/articles/b.md", "y");
        folder.put("content/articles/c.md", "x");
        let paths = [folder.path("content/articles/a.md"), folder.path("content/articles/c.md")];
        let seen = folder.snapshot.look_at(&paths);
        assert_eq!(seen, Some(changes(&["content/articles/c.md"], &["content/articles/a.md"], &[])));
        assert_eq!(folder.snapshot.look(), changes(&[], &["content/articles/b.md"], &[]), "the rest is found later");
        remove_file(folder.path("content/articles/a.md")).unwrap();
        assert_eq!(folder.snapshot.look_at(&paths[..1]), Some(changes(&[], &[], &["content/articles/a.md"])));
        assert_eq!(folder.snapshot.look_at(&[folder.path("content/articles")]), None, "a folder");
    }
}
