//! What a former run already found out, kept in the user's cache folder so that the next one need not.
//!
//! | file | holds |
//! |---|---|
//! | `<site>.parsed` | the fields of each article ([`Store`]) |
//! | `<site>.linked` | each article, linked ([`Store`]) |
//! | `<site>.words` | the words of pages, counted for the search index ([`Words`]) |
//! | `<output>.built` | what the site in an output folder was made from ([`Built`]) |
//!
//! A cache never changes a byte of a site. All that is looked up in it is looked up by a hash of everything that it follows
//! from, the program included: what another version wrote, or what is damaged in any way, is as if it were not there. Nothing
//! here is an error: where a cache cannot be read or written, things are done anew.
//!
//! It is kept with the user and not with the site, because it may hold what a site must not: notes for editors, drafts.

mod built;
mod inputs;
mod sealed;
mod store;
mod words;

use std::{fs, path::Path, path::PathBuf, sync::OnceLock, time::SystemTime};

use etcetera::{BaseStrategy, choose_base_strategy};

pub use built::{Built, Chunk, FileMade, Made, Rows};
pub use inputs::{Inputs, beside_articles};
pub use store::{Key, Store};
pub use words::Words;

/// So many files are kept, those used last.
const MOST_FILES: usize = 64;

/// A folder of caches.
#[derive(Clone, Debug)]
pub struct Cache {
    folder: PathBuf,
    program: [u8; 32],
}

impl Cache {
    /// The user's; none where there is no home folder.
    pub fn of_user() -> Option<Self> {
        Self::at(choose_base_strategy().ok()?.cache_dir().join("crosscheck"))
    }

    /// In a folder.
    pub fn at(folder: PathBuf) -> Option<Self> {
        Some(Self { folder, program: program()? })
    }

    /// As another program would use it.
    #[cfg(test)]
    fn of_another_program(&self) -> Self {
        Self { program: [7; 32], ..self.clone() }
    }

    /// The cache of this ending for a folder of the user's.
    fn file(&self, of: &Path, ending: &str) -> PathBuf {
        let of = fs::canonicalize(of).unwrap_or_else(|_| of.to_owned());
        let name = blake3::hash(of.as_os_str().as_encoded_bytes()).to_hex();
        self.folder.join(format!("{}.{ending}", &name[..32]))
    }

    /// Removes the files that were written longest ago, where there are too many.
    fn tidy(&self) {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let mut files: Vec<(SystemTime, PathBuf)> =
            entries.filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path()))).collect();
        files.sort();
        for (_, path) in files.iter().rev().skip(MOST_FILES) {
            let _ = fs::remove_file(path);
        }
    }
}

/// A hash by which this very program is known: two builds of one version are two programs. Where its file lies and when it
/// was put there tell them apart, without reading all of it at each start.
fn program() -> Option<[u8; 32]> {
    static PROGRAM: OnceLock<Option<[u8; 32]>> = OnceLock::new();
    *PROGRAM.get_or_init(|| {
        let file = std::env::current_exe().ok()?;
        let there = fs::metadata(&file).ok()?;
        let known = (env!("CARGO_PKG_VERSION"), &file, there.len(), there.modified().ok()?, inputs::changed(&there)?);
        Some(*blake3::hash(format!("{known:?}").as_bytes()).as_bytes())
    })
}
