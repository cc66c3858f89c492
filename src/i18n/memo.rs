//! What was once put into words, kept: the same dates and figures come again on page after page, and looking one up
//! costs a twentieth of saying it anew.
//!
//! A memo changes no word: what it keeps is a pure function of its key.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hash};
use std::sync::{PoisonError, RwLock};

use foldhash::fast::RandomState;

/// So many parts, each with a lock of its own, that threads seldom meet.
const PARTS: usize = 64;
/// No part grows beyond this: a preview that runs for weeks sees ever new dates.
const MOST: usize = 4096;

/// Words by what they say; shared by all threads.
#[derive(Debug)]
pub(super) struct Memo<K> {
    hasher: RandomState,
    parts: Vec<RwLock<HashMap<K, String, RandomState>>>,
}

impl<K> Default for Memo<K> {
    fn default() -> Self {
        Self { hasher: RandomState::default(), parts: (0..PARTS).map(|_| RwLock::default()).collect() }
    }
}

impl<K: Hash + Eq + Clone> Memo<K> {
    /// What is kept for a key, or what `say` makes of it.
    pub(super) fn of(&self, key: &K, say: impl FnOnce(&K) -> String) -> String {
        let part = &self.parts[self.hasher.hash_one(key) as usize % PARTS];
        // A panic elsewhere leaves a map as it was: each change to it is a single insertion.
        if let Some(words) = part.read().unwrap_or_else(PoisonError::into_inner).get(key) {
            return words.clone();
        }
        let words = say(key);
        let mut kept = part.write().unwrap_or_else(PoisonError::into_inner);
        if kept.len() < MOST {
            kept.insert(key.clone(), words.clone());
        }
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_is_said_once() {
        let memo = Memo::default();
        assert_eq!(memo.of(&1, |_| "one".into()), "one");
        assert_eq!(memo.of(&1, |_| unreachable!("it is known")), "one");
        assert_eq!(memo.of(&2, |_| "two".into()), "two");
    }

    #[test]
    fn it_does_not_grow_without_end() {
        let memo = Memo::default();
        for key in 0..PARTS * MOST * 2 {
            assert_eq!(memo.of(&key, |_| "said".into()), "said");
        }
        assert!(memo.parts.iter().all(|part| part.read().unwrap().len() <= MOST));
    }
}
