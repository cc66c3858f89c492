//! What the site in an output folder was made from: with that, a build whose outcome is known need not be run.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::Cache;
use crate::diagnostics::Diagnostic;

/// A finished build.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// A hash of all that it was made from, the captures below included; none where that changed meanwhile.
    pub from: Option<[u8; 32]>,
    /// A hash of its manifest.
    pub manifest: [u8; 32],
    /// The captures that it read.
    pub captures: Vec<String>,
    /// How many articles it has.
    pub articles: usize,
    /// What was said of the content.
    pub diagnostics: Vec<Diagnostic>,
    /// How many pages it has.
    pub pages: usize,
    /// The files that can be known again, by their paths.
    pub known: HashMap<String, FileMade>,
}

/// A file of a finished build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileMade {
    /// A hash of all that it can depend on, where that is no more than some articles.
    pub reach: Option<[u8; 32]>,
    /// A hash of all that it was made from.
    pub from: [u8; 32],
    /// A hash of its bytes.
    pub bytes: [u8; 32],
}

/// What is known of one output folder.
#[derive(Debug)]
pub struct Built {
    cache: Cache,
    file: PathBuf,
}

impl Built {
    /// In this folder.
    pub fn at(cache: &Cache, output: &Path) -> Self {
        Self { cache: cache.clone(), file: cache.file(output, "built") }
    }

    /// The last build.
    pub fn read(&self) -> Option<Made> {
        postcard::from_bytes(&self.cache.unseal(&self.file)?).ok()
    }

    /// Takes the last build's place.
    pub fn keep(&self, made: &Made) {
        if let Ok(bytes) = postcard::to_stdvec(made) {
            self.cache.seal(&self.file, &bytes);
        }
    }
}
