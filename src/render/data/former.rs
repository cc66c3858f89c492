//! The file of the former build, as far as its rows are known.

use std::{
    collections::HashMap,
    fs::File,
    io::{Read, Seek, SeekFrom},
    sync::{Mutex, PoisonError},
};

use crate::cache::{Chunk, Rows};

/// A file that may have rows which need not be made again.
pub struct Former {
    file: Mutex<File>,
    /// By what they follow from.
    chunks: HashMap<[u8; 32], Chunk>,
}

impl Former {
    /// What is there now, and where its rows were when it was written.
    pub fn new(file: File, rows: &Rows) -> Self {
        Self { file: Mutex::new(file), chunks: rows.chunks.iter().map(|chunk| (chunk.from, *chunk)).collect() }
    }

    /// The chunk that follows from this, where there was one.
    pub(super) fn chunk(&self, from: &[u8; 32]) -> Option<&Chunk> {
        self.chunks.get(from)
    }

    /// The rows that follow from this; nothing where they are not known, or where somebody has altered the file there.
    pub(super) fn rows(&self, from: &[u8; 32]) -> Option<Vec<u8>> {
        let chunk = self.chunks.get(from)?;
        let bytes = self.read(chunk)?;
        (*blake3::hash(&bytes).as_bytes() == chunk.bytes).then_some(bytes)
    }

    fn read(&self, chunk: &Chunk) -> Option<Vec<u8>> {
        let mut bytes = Vec::with_capacity(usize::try_from(chunk.length).ok()?);
        // Each reads from where it went itself: one that failed before does no harm.
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(chunk.start)).ok()?;
        (&mut *file).take(chunk.length).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }
}
