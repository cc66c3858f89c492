//! What a former index was made from, so that only the words of what changed since are cut, folded and counted.
//!
//! Pages are known by a hash of all that they are found by. So it does not matter which site, edition or run the memory is
//! of: the index is the same with any memory and with none.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::tally::Tally;
use crate::cache::Words;

/// Remembers the last index, between runs in a cache, else as long as it is there itself.
#[derive(Debug, Default)]
pub struct Memory {
    cache: Option<Words>,
    last: Mutex<Option<Known>>,
}

/// The words of the pages of one index.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// The number of each page's document; those of its quotes follow.
    pub(super) numbers: HashMap<[u8; 32], u32>,
    pub(super) tally: Tally,
}

/// What is written to a cache, before the postings.
#[derive(Serialize, Deserialize)]
struct Header<P, T> {
    numbers: P,
    tally: T,
}

impl Memory {
    /// What runs before this one kept, for those after it.
    pub fn of(cache: Words) -> Self {
        Self { cache: Some(cache), last: Mutex::default() }
    }

    /// Takes out what is known.
    pub(super) fn take(&self) -> Known {
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner).take();
        let kept = || Known::read(&self.cache.as_ref()?.read()?);
        last.or_else(kept).unwrap_or_default()
    }

    /// Keeps what is known now; `is_new` where that is something else than what was taken out.
    pub(super) fn put(&self, known: Known, is_new: bool) {
        match &self.cache {
            Some(cache) if is_new => cache.keep(&known.written()),
            Some(_) => {}
            None => *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Some(known),
        }
    }
}

impl Known {
    /// The number of a page, by the hash of all that it is found by.
    pub(super) fn number(&self, print: &[u8; 32]) -> Option<u32> {
        self.numbers.get(print).copied()
    }

    fn written(&self) -> Vec<u8> {
        let header = Header { numbers: &self.numbers, tally: &self.tally };
        let mut bytes = postcard::to_stdvec(&header).unwrap_or_default();
        bytes.extend_from_slice(self.tally.packed());
        bytes
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let (header, postings): (Header<_, Tally>, _) = postcard::take_from_bytes(bytes).ok()?;
        Some(Self { numbers: header.numbers, tally: header.tally.with_packed(postings.to_vec())? })
    }
}
