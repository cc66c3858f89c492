//! A hash of everything that a site is made from, and one of all of it but the articles.
//!
//! Bytes count, not dates: a file that was copied, restored or checked out again is what it says.

use std::{
    fs::{self, Metadata},
    path::Path,
    time::{Duration, SystemTime},
};

use rayon::prelude::*;
use walkdir::WalkDir;

use crate::read::{Collection, SETTINGS};

/// How much of a file counts.
#[derive(Clone, Copy)]
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

/// Of the settings, the content, the themes and these captures, and of whatever else the caller says; nothing where
/// something cannot be read, or has changed since.
pub fn inputs(root: &Path, captures: &[String], others: &str, since: Option<SystemTime>) -> Option<[u8; 32]> {
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
    files.extend(captures.iter().map(|capture| (root.join(capture), Counts::Place)));
    let hashes: Vec<[u8; 32]> =
        files.par_iter().map(|(file, counts)| hash(file, *counts, since)).collect::<Option<_>>()?;
    let mut all = blake3::Hasher::new();
    let mut add = |bytes: &[u8]| {
        all.update(&bytes.len().to_le_bytes());
        all.update(bytes);
    };
    add(others.as_bytes());
    for ((file, _), hash) in files.iter().zip(hashes) {
        add(file.strip_prefix(root).unwrap_or(file).as_os_str().as_encoded_bytes());
        add(&hash);
    }
    Some(*all.finalize().as_bytes())
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

fn hash(path: &Path, counts: Counts, since: Option<SystemTime>) -> Option<[u8; 32]> {
    if let Some(since) = since
        && changed(&fs::metadata(path).ok()?)? + LATE >= since
    {
        return None;
    }
    let mut hasher = blake3::Hasher::new();
    if matches!(counts, Counts::Place) {
        let place = fs::canonicalize(path).ok()?.into_os_string().into_encoded_bytes();
        hasher.update(&place.len().to_le_bytes());
        hasher.update(&place);
    }
    if matches!(counts, Counts::Bytes) || (matches!(counts, Counts::Place) && path.is_file()) {
        hasher.update(&fs::read(path).ok()?);
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
