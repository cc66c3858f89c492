//! Things that follow from something else, each by a hash of what it follows from.

use std::{
    collections::HashMap,
    ops::Range,
    path::{Path, PathBuf},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use serde::{Serialize, de::DeserializeOwned};

use super::Cache;

/// Larger caches are not written: a hundred thousand articles stay below.
const LARGEST: usize = 400 << 20;

/// A hash of all that something follows from, the program apart.
pub type Key = [u8; 32];

/// What is known of one site. Threads share it.
#[derive(Debug, Default)]
pub struct Store {
    file: Option<(Cache, PathBuf)>,
    bytes: Vec<u8>,
    /// Where in `bytes` each thing is, and whether it was asked for.
    known: HashMap<Key, (Range<usize>, AtomicBool)>,
    new: Mutex<New>,
}

/// What this run found.
#[derive(Debug, Default)]
struct New {
    things: Vec<(Key, Vec<u8>)>,
    /// How many bytes all of them have; where that is too many, they are not there any more.
    size: usize,
}

impl Store {
    /// The fields of each article of the site under a root folder, by a hash of its file: YAML is the slowest thing to read.
    pub fn of_parsed(cache: &Cache, root: &Path) -> Self {
        Self::of(cache, root, "parsed")
    }

    /// Each of its articles, linked, by a hash of its file and of all that it was linked against.
    pub fn of_linked(cache: &Cache, root: &Path) -> Self {
        Self::of(cache, root, "linked")
    }

    /// Nothing, and nothing is kept.
    pub fn nothing() -> Self {
        Self::default()
    }

    fn of(cache: &Cache, root: &Path, ending: &str) -> Self {
        let file = cache.file(root, ending);
        let bytes = cache.unseal(&file).unwrap_or_default();
        let known = index(&bytes).unwrap_or_default();
        Self { file: Some((cache.clone(), file)), bytes, known, new: Mutex::default() }
    }

    /// Whether anything is kept.
    pub(crate) fn keeps(&self) -> bool {
        self.file.is_some()
    }

    /// What follows from this, if a former run found it.
    pub(crate) fn get<T: DeserializeOwned>(&self, key: &Key) -> Option<T> {
        let (range, used) = self.known.get(key)?;
        let thing = postcard::from_bytes(self.bytes.get(range.clone())?).ok()?;
        used.store(true, Ordering::Relaxed);
        Some(thing)
    }

    /// Keeps what follows from this.
    pub(crate) fn keep<T: Serialize>(&self, key: Key, thing: &T) {
        if self.keeps()
            && let Ok(bytes) = postcard::to_stdvec(thing)
        {
            let mut new = self.new.lock().unwrap_or_else(PoisonError::into_inner);
            new.size += bytes.len();
            match new.size {
                ..=LARGEST => new.things.push((key, bytes)),
                _ => new.things = Vec::new(),
            }
        }
    }

    /// How many things this run found that were not known.
    #[cfg(test)]
    pub(crate) fn news(&self) -> usize {
        self.new.lock().unwrap_or_else(PoisonError::into_inner).things.len()
    }

    /// Writes what this run asked for, unless that is what was there.
    pub fn save(self) {
        let Self { file: Some((cache, file)), bytes, known, new } = self else { return };
        let New { things: new, size } = new.into_inner().unwrap_or_else(PoisonError::into_inner);
        if size > LARGEST {
            return;
        }
        let all = known.len();
        let used = known.into_iter().filter(|(_, (_, used))| used.load(Ordering::Relaxed));
        let used: Vec<(Key, Range<usize>)> = used.map(|(key, (range, _))| (key, range)).collect();
        if new.is_empty() && used.len() == all {
            return;
        }
        let mut content = Vec::with_capacity(bytes.len());
        let mut add = |key: &Key, thing: &[u8]| {
            let Ok(length) = u32::try_from(thing.len()) else { return };
            content.extend_from_slice(key);
            content.extend_from_slice(&length.to_le_bytes());
            content.extend_from_slice(thing);
        };
        used.iter().for_each(|(key, range)| add(key, bytes.get(range.clone()).unwrap_or_default()));
        new.iter().for_each(|(key, thing)| add(key, thing));
        if content.len() <= LARGEST {
            cache.seal(&file, &content);
        }
    }
}

/// Where in a cache each thing is: a key, a length, the thing, and so on.
fn index(bytes: &[u8]) -> Option<HashMap<Key, (Range<usize>, AtomicBool)>> {
    let mut known = HashMap::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        let (key, after) = rest.split_first_chunk::<32>()?;
        let (length, after) = after.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        rest = after.get(length..)?;
        let start = bytes.len() - after.len();
        known.insert(*key, (start..start + length, AtomicBool::new(false)));
    }
    Some(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_comes_back_as_long_as_it_is_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::at(folder.path().join("cache")).unwrap();
        let (a, b) = ([1; 32], [2; 32]);
        let parsed = || Store::of_parsed(&cache, folder.path());
        let store = parsed();
        assert_eq!(store.get::<String>(&a), None);
        store.keep(a, &"one");
        store.keep(b, &"two");
        store.save();
        let store = parsed();
        assert_eq!(store.get::<String>(&a).as_deref(), Some("one"));
        assert_eq!(Store::of_linked(&cache, folder.path()).get::<String>(&a), None);
        // What a run does not ask for is gone after it.
        store.save();
        assert_eq!((parsed().get::<String>(&a).is_some(), parsed().get::<String>(&b)), (true, None));
        assert_eq!(Store::of_parsed(&cache.of_another_program(), folder.path()).get::<String>(&a), None);
        assert!(!Store::nothing().keeps() && Store::nothing().get::<String>(&a).is_none());
    }
}
