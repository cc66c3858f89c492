//! The fields of articles by a hash of their front matter: YAML is the slowest thing to read.

use std::{
    collections::HashMap,
    ops::Range,
    path::{Path, PathBuf},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use super::Cache;
use crate::read::fields::ArticleFields;

/// Larger caches are not written: a hundred thousand articles stay below.
const LARGEST: usize = 400 << 20;

type Key = [u8; 32];

/// What is known of the articles of one site. Threads share it.
#[derive(Debug, Default)]
pub struct Parsed {
    file: Option<(Cache, PathBuf)>,
    bytes: Vec<u8>,
    /// Where in `bytes` an article's fields are, and whether they were asked for.
    known: HashMap<Key, (Range<usize>, AtomicBool)>,
    new: Mutex<Vec<(Key, Vec<u8>)>>,
}

impl Parsed {
    /// What a former run kept of the site under a root folder.
    pub fn of(cache: &Cache, root: &Path) -> Self {
        let file = cache.file(root, "parsed");
        let bytes = cache.unseal(&file).unwrap_or_default();
        let known = index(&bytes).unwrap_or_default();
        Self { file: Some((cache.clone(), file)), bytes, known, new: Mutex::default() }
    }

    /// Nothing, and nothing is kept.
    pub fn nothing() -> Self {
        Self::default()
    }

    /// The fields that this front matter was read into when nothing was wrong with it.
    pub(crate) fn fields(&self, yaml: &str) -> Option<ArticleFields> {
        let (range, used) = self.known.get(blake3::hash(yaml.as_bytes()).as_bytes())?;
        let fields = postcard::from_bytes(self.bytes.get(range.clone())?).ok()?;
        used.store(true, Ordering::Relaxed);
        Some(fields)
    }

    /// Keeps the fields of front matter with which nothing is wrong.
    pub(crate) fn keep(&self, yaml: &str, fields: &ArticleFields) {
        if self.file.is_some()
            && let Ok(bytes) = postcard::to_stdvec(fields)
        {
            let entry = (*blake3::hash(yaml.as_bytes()).as_bytes(), bytes);
            self.new.lock().unwrap_or_else(PoisonError::into_inner).push(entry);
        }
    }

    /// Writes what this run asked for, unless that is what was there.
    pub fn save(self) {
        let Self { file: Some((cache, file)), bytes, known, new } = self else { return };
        let new = new.into_inner().unwrap_or_else(PoisonError::into_inner);
        let all = known.len();
        let used = known.into_iter().filter(|(_, (_, used))| used.load(Ordering::Relaxed));
        let used: Vec<(Key, Range<usize>)> = used.map(|(key, (range, _))| (key, range)).collect();
        if new.is_empty() && used.len() == all {
            return;
        }
        let mut content = Vec::with_capacity(bytes.len());
        let mut add = |key: &Key, fields: &[u8]| {
            let Ok(length) = u32::try_from(fields.len()) else { return };
            content.extend_from_slice(key);
            content.extend_from_slice(&length.to_le_bytes());
            content.extend_from_slice(fields);
        };
        used.iter().for_each(|(key, range)| add(key, bytes.get(range.clone()).unwrap_or_default()));
        new.iter().for_each(|(key, fields)| add(key, fields));
        if content.len() <= LARGEST {
            cache.seal(&file, &content);
        }
    }
}

/// Where in a cache each article's fields are: a key, their length, the fields, and so on.
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
    use crate::read;

    const YAML: &str = "title: '3.30'\nsource: bbc\ndraft: true\ntext: link\nevents:\n- event: a\n  who: [b, c]\n  status: denied\n\
                        claims:\n- question: q\n  value: 3.30\n  scope: { b: c, a: d }\n  stance: denies\n  \
                        quote: [x, { exact: y, prefix: z }]\n";

    fn article(yaml: &str) -> ArticleFields {
        let (file, problems) = read::file("content/articles/a.md", "a", &format!("---\n{yaml}---\nText.\n"));
        assert_eq!(problems, []);
        file.fields
    }

    #[test]
    fn what_was_kept_is_what_was_read() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::at(folder.path().join("cache")).unwrap();
        let parsed = Parsed::of(&cache, folder.path());
        assert_eq!(parsed.fields(YAML), None);
        parsed.keep(YAML, &article(YAML));
        parsed.keep("title: b\n", &article("title: b\n"));
        parsed.save();
        let parsed = Parsed::of(&cache, folder.path());
        assert_eq!(parsed.fields(YAML), Some(article(YAML)));
        // What a run does not ask for is gone after it.
        parsed.save();
        let parsed = Parsed::of(&cache, folder.path());
        assert!(parsed.fields(YAML).is_some() && parsed.fields("title: b\n").is_none());
        assert_eq!(Parsed::of(&cache.of_another_program(), folder.path()).fields(YAML), None);
    }
}
