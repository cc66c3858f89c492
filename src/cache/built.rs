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
    /// Where rows are in the files that have many, by their paths.
    pub rows: HashMap<String, Rows>,
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

/// A file that has many rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rows {
    /// A hash of what it says beside them.
    pub beside: [u8; 32],
    /// All of them, in order.
    pub chunks: Vec<Chunk>,
}

impl Rows {
    /// Whether a file with these rows and one with those have the same bytes.
    pub fn say_the_same(&self, other: &Self) -> bool {
        let says = |chunk: &Chunk| (chunk.start, chunk.length, chunk.bytes);
        self.beside == other.beside && self.chunks.iter().map(says).eq(other.chunks.iter().map(says))
    }
}

/// Some rows of a file, one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chunk {
    /// A hash of all that they follow from.
    pub from: [u8; 32],
    /// Where in the file they begin.
    pub start: u64,
    /// How many bytes they have.
    pub length: u64,
    /// A hash of these.
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
