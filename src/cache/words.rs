//! The words of pages as the search index counted them: `search::Memory` knows what is in it.

use std::path::{Path, PathBuf};

use super::Cache;

/// Larger caches are not written: a hundred thousand articles stay below.
const LARGEST: usize = 400 << 20;

/// What is known of the words of one site.
#[derive(Debug)]
pub struct Words {
    cache: Cache,
    file: PathBuf,
}

impl Words {
    /// Of the site under a root folder.
    pub fn of(cache: &Cache, root: &Path) -> Self {
        Self { cache: cache.clone(), file: cache.file(root, "words") }
    }

    /// What a former run kept.
    pub(crate) fn read(&self) -> Option<Vec<u8>> {
        self.cache.unseal(&self.file)
    }

    /// Takes the place of what was kept.
    pub(crate) fn keep(&self, bytes: &[u8]) {
        if bytes.len() <= LARGEST {
            self.cache.seal(&self.file, bytes);
        }
    }
}
