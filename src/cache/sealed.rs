//! A file that is either as it was written by this program, or not there at all.

use std::{
    fs::{self, File},
    io::Write,
    path::Path,
    process,
    sync::atomic::{AtomicU64, Ordering},
};

use super::Cache;

const NAME: &[u8] = b"crosscheck cache\n";

impl Cache {
    /// What a file of this program's holds; nothing where it is missing, another program's, or damaged.
    pub(super) fn unseal(&self, file: &Path) -> Option<Vec<u8>> {
        let mut bytes = fs::read(file).ok()?;
        let content = bytes.strip_prefix(NAME)?.strip_prefix(&self.program)?;
        let (hash, content) = content.split_first_chunk::<32>()?;
        if blake3::hash(content) != *hash {
            return None;
        }
        let start = bytes.len() - content.len();
        bytes.drain(..start);
        Some(bytes)
    }

    /// Puts a file in place in one step.
    pub(super) fn seal(&self, file: &Path, content: &[u8]) {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let hash = blake3::hash(content);
        let new = file.with_extension(format!("{}-{}.new", process::id(), NEXT.fetch_add(1, Ordering::Relaxed)));
        let placed = fs::create_dir_all(&self.folder)
            .and_then(|()| File::create(&new))
            .and_then(|mut file| {
                [NAME, &self.program, hash.as_bytes(), content].iter().try_for_each(|part| file.write_all(part))
            })
            .and_then(|()| fs::rename(&new, file));
        match placed {
            Ok(()) => self.tidy(),
            Err(_) => {
                let _ = fs::remove_file(&new);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_sealed_comes_back() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::at(folder.path().join("deep/er")).unwrap();
        let file = cache.file(folder.path(), "x");
        assert_eq!(cache.unseal(&file), None);
        cache.seal(&file, b"one");
        cache.seal(&file, b"two");
        assert_eq!(cache.unseal(&file).as_deref(), Some(&b"two"[..]));
        assert_eq!(fs::read_dir(file.parent().unwrap()).unwrap().count(), 1);
        assert_eq!(cache.of_another_program().unseal(&file), None);
    }

    #[test]
    fn any_damage_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::at(folder.path().to_owned()).unwrap();
        let file = cache.file(folder.path(), "x");
        cache.seal(&file, b"some content");
        let whole = fs::read(&file).unwrap();
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 1;
            fs::write(&file, damaged).unwrap();
            assert_eq!(cache.unseal(&file), None, "byte {at}");
            fs::write(&file, &whole[..at]).unwrap();
            assert_eq!(cache.unseal(&file), None, "cut at {at}");
        }
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_no_error() {
        let folder = tempfile::tempdir().unwrap();
        let taken = folder.path().join("taken");
        fs::write(&taken, "a file").unwrap();
        let cache = Cache::at(taken).unwrap();
        let file = cache.file(folder.path(), "x");
        cache.seal(&file, b"one");
        assert_eq!(cache.unseal(&file), None);
    }
}
