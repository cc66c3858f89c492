//! A site that was built, to be put somewhere else: exactly the files that its manifest lists.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use super::{
    Manifest, WriteError,
    path::{self, OWN_FOLDER},
};

/// The files of the last build of an output folder. What else lies in the folder is not among them.
#[derive(Debug)]
pub struct Release {
    folder: PathBuf,
    manifest: Manifest,
}

impl Release {
    /// Reads the list of files.
    pub fn of(folder: &Path) -> Result<Self, WriteError> {
        let manifest = Manifest::read(&folder.join(OWN_FOLDER).join("manifest.json"))?.ok_or_else(|| {
            WriteError::refused(format!("no site was built in {}", folder.display()), "run: crosscheck build")
        })?;
        Ok(Self { folder: folder.into(), manifest })
    }

    /// The folder that it was built in.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// All files with their hashes.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// One file, as it was built.
    pub fn read(&self, name: &str) -> Result<Vec<u8>, WriteError> {
        let place = self.folder.join(name);
        let bytes = fs::read(&place).map_err(WriteError::io("read", &place))?;
        if !self.manifest.has(name, &bytes) {
            return Err(WriteError::refused(
                format!("{} was changed after it was built", place.display()),
                "run the command again",
            ));
        }
        Ok(bytes)
    }

    /// Whether all files, and no links in their place, hold what was built, and no later run was cut short.
    pub fn is_whole(&self) -> bool {
        let is_folder = |parent: &str| fs::symlink_metadata(self.folder.join(parent)).is_ok_and(|there| there.is_dir());
        let folders: BTreeSet<&str> = self.manifest.names().flat_map(path::parents).collect();
        let is_as_built = |name: &&str| {
            fs::symlink_metadata(self.folder.join(name)).is_ok_and(|there| there.is_file()) && self.read(name).is_ok()
        };
        let names: Vec<&str> = self.manifest.names().collect();
        !self.folder.join(OWN_FOLDER).join("journal.json").exists()
            && folders.into_iter().all(is_folder)
            && names.par_iter().all(is_as_built)
    }

    /// What else is in the folder: files that no build wrote, in the order of their paths.
    pub fn others(&self) -> Vec<String> {
        let entries = walkdir::WalkDir::new(&self.folder).sort_by_file_name().into_iter();
        let entries = entries.filter_entry(|entry| entry.depth() != 1 || entry.file_name() != OWN_FOLDER);
        let files = entries.filter_map(Result::ok).filter(|entry| !entry.file_type().is_dir());
        let names = files.filter_map(|entry| {
            let name = entry.path().strip_prefix(&self.folder).ok()?.to_str()?;
            Some(name.replace(std::path::MAIN_SEPARATOR, "/"))
        });
        names.filter(|name| !self.manifest.lists(name)).collect()
    }
}
