//! What a site is made from as it was at one time: a hash of each file and of all together, and one of all but the articles.
//!
//! Bytes count, not dates: a file that was copied, restored or checked out again is what it says.

use std::{
    collections::HashMap,
    fs::{self, File, Metadata},
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use rayon::prelude::*;
use walkdir::WalkDir;

use crate::read::{Collection, SETTINGS};

/// How much of a file counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Counts {
    /// That it is there.
    Name,
    /// What it says too.
    Bytes,
    /// And where it really is: a capture must lie under the root.
    Place,
}

/// A clock that tells when files change may be so far behind.
const LATE: Duration = Duration::from_millis(50);

/// A hash, by BLAKE3.
type Hash = [u8; 32];

/// The settings, the content and the themes of a site, as they were at one time.
#[derive(Debug)]
pub struct Inputs {
    root: PathBuf,
    /// When looking began.
    since: SystemTime,
    /// In a fixed order.
    files: Vec<(PathBuf, Counts)>,
    /// Of each of them.
    hashes: Vec<Hash>,
    /// Where in `files` those are of which the hash is that of what they say.
    contents: HashMap<PathBuf, usize>,
}

impl Inputs {
    /// Looks at everything under a root folder; nothing where something cannot be read.
    pub fn look(root: &Path) -> Option<Self> {
        let since = SystemTime::now();
        let mut files = vec![(root.join(SETTINGS), Counts::Bytes)];
        for folder in ["content", "themes"] {
            let path = root.join(folder);
            if !path.exists() {
                continue;
            }
            for entry in WalkDir::new(path).follow_links(true).sort_by_file_name() {
                let entry = entry.ok()?;
                let is_read = folder == "themes" || entry.path().extension().is_some_and(|ending| ending == "md");
                let counts = match (entry.path_is_symlink(), entry.file_type().is_file() && is_read) {
                    (true, _) => Counts::Place,
                    (false, true) => Counts::Bytes,
                    (false, false) => Counts::Name,
                };
                files.push((entry.into_path(), counts));
            }
        }
        let hashes = files.par_iter().map(|(file, counts)| hash(file, *counts)).collect::<Option<_>>()?;
        let contents = files.iter().enumerate().filter(|(_, (_, counts))| *counts == Counts::Bytes);
        let contents = contents.map(|(at, (file, _))| (file.clone(), at)).collect();
        Some(Self { root: root.to_owned(), since, files, hashes, contents })
    }

    /// How many files there are of which it counts what they say.
    pub fn count(&self) -> usize {
        self.contents.len()
    }

    /// Of what a file says.
    pub(crate) fn hash_of(&self, file: &Path) -> Option<Hash> {
        self.hashes.get(*self.contents.get(file)?).copied()
    }

    /// Of all of them, of these captures as they are now, and of whatever else the caller says; nothing where a capture
    /// cannot be read.
    pub fn print(&self, captures: &[String], others: &str) -> Option<Hash> {
        let of_captures: Vec<(PathBuf, Hash)> =
            captures.par_iter().map(|capture| with_hash(self.root.join(capture))).collect::<Option<_>>()?;
        let own = self.files.iter().map(|(file, _)| file).zip(&self.hashes);
        let mut all = blake3::Hasher::new();
        let mut add = |bytes: &[u8]| {
            all.update(&bytes.len().to_le_bytes());
            all.update(bytes);
        };
        add(others.as_bytes());
        for (file, hash) in own.chain(of_captures.iter().map(|(file, hash)| (file, hash))) {
            add(file.strip_prefix(&self.root).unwrap_or(file).as_os_str().as_encoded_bytes());
            add(hash);
        }
        Some(*all.finalize().as_bytes())
    }

    /// The same where none of it has changed since looking began: what was made meanwhile was made from that.
    pub fn print_if_still(&self, captures: &[String], others: &str) -> Option<Hash> {
        let is_still = |file: &Path| {
            let changed = fs::metadata(file).ok().and_then(|there| changed(&there));
            changed.is_some_and(|changed| changed + LATE < self.since)
        };
        let still = self.files.par_iter().all(|(file, _)| is_still(file))
            && captures.iter().all(|capture| is_still(&self.root.join(capture)));
        still.then(|| self.print(captures, others)).flatten()
    }
}

/// Of all files of a collection but its articles, and of whatever else the caller says.
pub fn beside_articles<A>(collection: &Collection<A>, others: &str) -> [u8; 32] {
    let Collection { settings, articles: _, questions, events, sources, entities, pages, texts_in: _ } = collection;
    let mut all = blake3::Hasher::new();
    let mut add = |path: &str, hash: &[u8; 32]| {
        all.update(&path.len().to_le_bytes()).update(path.as_bytes()).update(hash);
    };
    add("", blake3::hash(others.as_bytes()).as_bytes());
    add(&settings.path, &settings.hash);
    questions.iter().for_each(|file| add(&file.path, &file.hash));
    events.iter().for_each(|file| add(&file.path, &file.hash));
    sources.iter().for_each(|file| add(&file.path, &file.hash));
    entities.iter().for_each(|file| add(&file.path, &file.hash));
    pages.iter().for_each(|file| add(&file.path, &file.hash));
    *all.finalize().as_bytes()
}

/// A capture, which counts wherever it is, with its hash.
fn with_hash(capture: PathBuf) -> Option<(PathBuf, Hash)> {
    let hash = hash(&capture, Counts::Place)?;
    Some((capture, hash))
}

fn hash(path: &Path, counts: Counts) -> Option<Hash> {
    let mut hasher = blake3::Hasher::new();
    if matches!(counts, Counts::Place) {
        let place = fs::canonicalize(path).ok()?.into_os_string().into_encoded_bytes();
        hasher.update(&place.len().to_le_bytes());
        hasher.update(&place);
    }
    if matches!(counts, Counts::Bytes) || (matches!(counts, Counts::Place) && path.is_file()) {
        // In parts: what is too large to be read is not too large to be looked at.
        hasher.update_reader(File::open(path).ok()?).ok()?;
    }
    Some(*hasher.finalize().as_bytes())
}

/// When anything about a file last changed: no program can set this time.
#[cfg(unix)]
pub(super) fn changed(file: &Metadata) -> Option<SystemTime> {
    use std::os::unix::fs::MetadataExt;
    let seconds = Duration::new(u64::try_from(file.ctime()).ok()?, u32::try_from(file.ctime_nsec()).ok()?);
    SystemTime::UNIX_EPOCH.checked_add(seconds)
}

#[cfg(not(unix))]
pub(super) fn changed(file: &Metadata) -> Option<SystemTime> {
    file.modified().ok()
}
