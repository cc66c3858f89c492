//! To a folder: the document root of a server, a mounted share, the `docs/` of a repository.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::{Plan, PublishError};
use crate::write::{Look, Release, Summary, WriteError, Writer, output_folder};

/// A folder that a site may be published to.
#[derive(Debug)]
pub struct FolderTarget {
    folder: PathBuf,
}

/// A site that stands ready to be moved into the folder.
#[derive(Debug)]
pub struct Folded {
    writer: Writer,
    plan: Plan,
}

impl FolderTarget {
    /// Takes a folder, a relative one from the root, unless a mistake there could cost something: see
    /// [`output_folder`]. The folder that the site is built in, and those within and above it, are refused too.
    pub fn new(root: &Path, output: &Path, folder: &Path) -> Result<Self, PublishError> {
        if folder.starts_with("~") {
            return Err(PublishError::new(format!("the folder {} begins with ~", folder.display()))
                .help("write the whole path, such as /home/ida/www"));
        }
        let folder = output_folder(root, folder)?;
        if folder.starts_with(output) || output.starts_with(&folder) {
            return Err(PublishError::new(format!(
                "the site is built in {}: it cannot be published to {}",
                output.display(),
                folder.display()
            ))
            .help("publish to a folder of its own, or serve the one that it is built in"));
        }
        Ok(Self { folder })
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What publishing would do; nothing is touched.
    pub fn look(&self, release: &Release) -> Result<Plan, PublishError> {
        let look = Look::open(&self.folder)?;
        put_all(release, |name, bytes| look.put(name, bytes))?;
        Ok(look.plan()?)
    }

    /// Copies what is new or changed to where it can be moved from in one step each. Readers see nothing of it yet.
    pub fn prepare(&self, release: &Release) -> Result<Folded, PublishError> {
        let writer = Writer::open_beside_others(&self.folder)?;
        put_all(release, |name, bytes| writer.put(name, bytes))?;
        let plan = writer.plan()?;
        Ok(Folded { writer, plan })
    }
}

impl Folded {
    /// What publishing will do.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Does it.
    pub fn publish(self) -> Result<Summary, PublishError> {
        Ok(self.writer.finish()?)
    }
}

/// Gives every file of the site; of several failures, the first in the order of paths.
fn put_all(release: &Release, put: impl Fn(&str, &[u8]) -> Result<(), WriteError> + Sync) -> Result<(), WriteError> {
    let names: Vec<&str> = release.manifest().names().collect();
    let failures: Vec<WriteError> =
        names.par_iter().filter_map(|name| release.read(name).and_then(|bytes| put(name, &bytes)).err()).collect();
    failures.into_iter().next().map_or(Ok(()), Err)
}
