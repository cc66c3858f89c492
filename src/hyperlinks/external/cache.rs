//! What was found there lately, in the user's cache folder: that an address answered is believed for a week. What did not answer
//! is asked again each time, because somebody is waiting for it to be mended.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use etcetera::{BaseStrategy, choose_base_strategy};

/// Believed for so long, in seconds.
const AGE: u64 = 7 * 24 * 60 * 60;
/// No more addresses are kept; the oldest go.
const MOST: usize = 200_000;

/// Addresses, each with the second in which it answered.
#[derive(Debug, Default)]
pub struct Cache {
    file: Option<PathBuf>,
    answered: BTreeMap<String, u64>,
    now: u64,
}

impl Cache {
    /// The user's own; an empty one where there is none to read.
    pub fn of_user() -> Self {
        let folder = choose_base_strategy().ok().map(|base| base.cache_dir().join("crosscheck"));
        folder.map(|folder| Self::in_file(folder.join("links.json"))).unwrap_or_default()
    }

    /// In this file.
    pub fn in_file(file: PathBuf) -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        let text = fs::read(&file).unwrap_or_default();
        let mut answered: BTreeMap<String, u64> = serde_json::from_slice(&text).unwrap_or_default();
        // What is from the future was written by a clock that is wrong.
        answered.retain(|_, then| *then <= now && now - *then < AGE);
        Self { file: Some(file), answered, now }
    }

    pub(super) fn knows(&self, address: &str) -> bool {
        self.answered.contains_key(address)
    }

    pub(super) fn remember(&mut self, address: &str) {
        self.answered.insert(address.to_owned(), self.now);
    }

    /// Writes it. That it cannot be kept is no harm: it is asked again next time.
    pub fn keep(mut self) {
        let Some(file) = &self.file else { return };
        if self.answered.len() > MOST {
            let mut by_age: Vec<(u64, String)> =
                self.answered.into_iter().map(|(address, then)| (then, address)).collect();
            by_age.sort_unstable_by(|a, b| b.cmp(a));
            by_age.truncate(MOST);
            self.answered = by_age.into_iter().map(|(then, address)| (address, then)).collect();
        }
        let Ok(text) = serde_json::to_vec(&self.answered) else { return };
        let new = file.with_extension("new");
        let folder = file.parent().map_or(Ok(()), fs::create_dir_all);
        let _ = folder.and_then(|()| fs::write(&new, text)).and_then(|()| fs::rename(&new, file));
    }
}
