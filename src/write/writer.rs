//! The writer: takes outputs while pages are rendered, and puts them in place when all are there.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    fs::{self, File, TryLockError},
    io::{self, Write},
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use rayon::prelude::*;

use super::{
    Plan, WriteError,
    folder::{self, Others},
    manifest::{self, Files, Print},
    path::{self, Names, OWN_FOLDER},
};
use crate::fault;

/// What a build did to the output folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files that are new or changed.
    pub written: usize,
    /// Files that were on the disk already, byte for byte.
    pub unchanged: usize,
    /// Files of the former build that this one does not have.
    pub removed: usize,
    /// Files of the former build that this one does not have, left in place because somebody has altered them since.
    pub kept: Vec<String>,
}

/// Writes one build to one folder. See the [module](super) for what it promises.
#[derive(Debug)]
pub struct Writer {
    folder: PathBuf,
    /// What the former build wrote, or an interrupted one may have: path → the bytes that the file may hold.
    former: BTreeMap<String, Vec<Print>>,
    /// What this build has given so far.
    outputs: Mutex<Outputs>,
    /// Folders below the output folder that are known to be none of somebody else's links or files.
    sound: Mutex<HashSet<String>>,
    /// Held until the writer goes; the system releases it even when the process is killed. A writer that only looks has none.
    lock: Option<File>,
}

/// What writing would do, without doing it: nothing is created, not even the writer's own folder.
#[derive(Debug)]
pub struct Look(Writer);

#[derive(Debug, Default)]
struct Outputs {
    names: Names,
    files: Files,
    /// The files that must be put in place, and whether nothing is there yet.
    staged: BTreeMap<String, bool>,
}

/// What is at the place of an output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum There {
    Nothing,
    /// Something else that is ours.
    Other,
    /// The very bytes.
    Same,
}

/// What becomes of a file of the former build that this one does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Removed,
    /// Somebody altered it, or put something else there.
    Kept,
    /// It is gone already.
    Gone,
}

impl Writer {
    /// Prepares to write to a folder that [`output_folder`](super::output_folder) gave, and that is the site's alone. Nothing
    /// but the writer's own folder is created yet.
    pub fn open(output: &Path) -> Result<Self, WriteError> {
        Self::start(output, Others::Refused)
    }

    /// The same for a folder in which other things may lie beside the site.
    pub fn open_beside_others(output: &Path) -> Result<Self, WriteError> {
        Self::start(output, Others::Left)
    }

    fn start(output: &Path, others: Others) -> Result<Self, WriteError> {
        folder::check_content(output, others)?;
        let own = output.join(OWN_FOLDER);
        fault::step();
        fs::create_dir_all(&own).map_err(WriteError::io("create", &own))?;
        let lock = lock(output, &own.join("lock"))?;
        let writer = Self::read(output, Some(lock))?;
        writer.clear_staging();
        let staging = writer.own("staging");
        fault::step();
        fs::create_dir(&staging).map_err(WriteError::io("create", &staging))?;
        Ok(writer)
    }

    fn read(output: &Path, lock: Option<File>) -> Result<Self, WriteError> {
        let own = output.join(OWN_FOLDER);
        let mut former = BTreeMap::<String, Vec<Print>>::new();
        for list in ["manifest.json", "journal.json"] {
            for (name, print) in manifest::read(&own.join(list))?.unwrap_or_default() {
                former.entry(name).or_default().push(print);
            }
        }
        Ok(Self { folder: output.into(), former, outputs: Mutex::default(), sound: Mutex::default(), lock })
    }

    /// Takes one output. May be called from many threads; the bytes are not kept.
    pub fn put(&self, name: &str, bytes: &[u8]) -> Result<(), WriteError> {
        path::check(name)?;
        let print = Print::of(bytes);
        {
            let mut outputs = guard(&self.outputs);
            outputs.names.take(name)?;
            outputs.files.insert(name.into(), print);
        }
        self.check_parents(name)?;
        let there = self.there(name, print)?;
        if there == There::Same {
            return Ok(());
        }
        if self.lock.is_some() {
            let staged = self.stage(name)?;
            fault::step();
            fs::write(&staged, bytes).map_err(WriteError::io("write", &staged))?;
        }
        guard(&self.outputs).staged.insert(name.into(), there == There::Nothing);
        Ok(())
    }

    /// Takes one output that is given in parts, and is never in memory as a whole.
    pub fn put_in_parts(
        &self,
        name: &str,
        give: impl FnOnce(&mut (dyn FnMut(&[u8]) + Send)),
    ) -> Result<(), WriteError> {
        path::check(name)?;
        guard(&self.outputs).names.take(name)?;
        self.check_parents(name)?;
        // One that only looks writes nothing.
        let staged = self.lock.as_ref().map(|_| self.stage(name)).transpose()?;
        let mut file = staged.as_ref().map(File::create).transpose();
        let mut hasher = blake3::Hasher::new();
        fault::step();
        give(&mut |part| {
            hasher.update(part);
            if let Ok(Some(there)) = &mut file
                && let Err(error) = there.write_all(part)
            {
                file = Err(error);
            }
        });
        if let Some(staged) = &staged {
            file.map_err(WriteError::io("write", staged))?;
        }
        let print = Print { hash: hasher.finalize(), length: hasher.count() };
        guard(&self.outputs).files.insert(name.into(), print);
        let there = self.there(name, print)?;
        if there == There::Same {
            return staged.map_or(Ok(()), |staged| fs::remove_file(&staged).map_err(WriteError::io("remove", &staged)));
        }
        guard(&self.outputs).staged.insert(name.into(), there == There::Nothing);
        Ok(())
    }

    /// Takes one output as it is on the disk, where that is what a former build wrote and has this hash. Whether it is: where
    /// not, [`put`](Self::put) has to follow.
    pub fn keep(&self, name: &str, hash: [u8; 32]) -> Result<bool, WriteError> {
        path::check(name)?;
        let known = self.former.get(name).and_then(|prints| prints.iter().find(|print| *print.hash.as_bytes() == hash));
        let Some(&print) = known else { return Ok(false) };
        self.check_parents(name)?;
        let place = self.folder.join(name);
        let is_file = metadata(&place)?.is_some_and(|there| there.is_file() && there.len() == print.length);
        if !is_file || Print::read(&place)? != print {
            return Ok(false);
        }
        let mut outputs = guard(&self.outputs);
        outputs.names.take(name)?;
        outputs.files.insert(name.into(), print);
        Ok(true)
    }

    /// What is at an output's place now, whoever put it there; nothing where that is no file that can be read.
    pub fn there_now(&self, name: &str) -> Option<File> {
        path::check(name).ok()?;
        let place = self.folder.join(name);
        metadata(&place).ok()?.filter(fs::Metadata::is_file)?;
        File::open(place).ok()
    }

    /// What [`finish`](Self::finish) would do now.
    pub fn plan(&self) -> Result<Plan, WriteError> {
        let outputs = guard(&self.outputs);
        let mut plan = Plan { unchanged: outputs.files.len() - outputs.staged.len(), ..Plan::default() };
        for (name, is_new) in &outputs.staged {
            let list = if *is_new { &mut plan.added } else { &mut plan.changed };
            list.push(name.clone());
        }
        for name in self.stale(&outputs.files) {
            match self.fate(name)? {
                Fate::Removed => plan.deleted.push(name.into()),
                Fate::Kept => plan.kept.push(name.into()),
                Fate::Gone => {}
            }
        }
        Ok(plan)
    }

    /// Puts the outputs in place, removes what the former build wrote and this one did not, and writes the manifest.
    pub fn finish(self) -> Result<Summary, WriteError> {
        let Outputs { files, staged, .. } = std::mem::take(&mut *guard(&self.outputs));
        let stale = self.stale(&files);
        let mut summary =
            Summary { written: staged.len(), unchanged: files.len() - staged.len(), ..Summary::default() };
        let list = manifest::text(&files);
        if !staged.is_empty() || !stale.is_empty() {
            self.replace(&list, "journal.json")?;
            let (in_the_way, rest): (Vec<&str>, Vec<&str>) =
                stale.into_iter().partition(|name| is_in_the_way(name, &staged));
            self.remove(&in_the_way, &mut summary)?;
            let moves = self.moves(&staged)?;
            for kind in [Kind::Asset, Kind::Data, Kind::Page] {
                moves.par_iter().filter(|(_, of)| **of == kind).try_for_each(|(name, _)| self.put_in_place(name))?;
            }
            self.remove(&rest, &mut summary)?;
        }
        self.replace(&list, "manifest.json")?;
        fault::step();
        match fs::remove_file(self.own("journal.json")) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(WriteError::io("remove", &self.own("journal.json"))(error))
            }
            _ => Ok(summary),
        }
    }

    /// What is to be moved in, and when: whole folders where nothing is at their place, and files. A folder goes with the
    /// first kind that it holds, so that nothing has to wait for it.
    fn moves<'a>(&self, staged: &'a BTreeMap<String, bool>) -> Result<BTreeMap<&'a str, Kind>, WriteError> {
        let mut there = HashMap::new();
        let mut moves = BTreeMap::new();
        for name in staged.keys() {
            let mut what = name.as_str();
            for folder in path::parents(name) {
                let is_there = match there.get(folder) {
                    Some(is_there) => *is_there,
                    None => metadata(&self.folder.join(folder))?.is_some(),
                };
                there.insert(folder, is_there);
                if is_there {
                    break;
                }
                what = folder;
            }
            let kind = Kind::of(name);
            moves.entry(what).and_modify(|first| *first = kind.min(*first)).or_insert(kind);
        }
        Ok(moves)
    }

    fn put_in_place(&self, name: &str) -> Result<(), WriteError> {
        let place = self.folder.join(name);
        if let Some(parent) = place.parent() {
            fs::create_dir_all(parent).map_err(WriteError::io("create", parent))?;
        }
        fault::step();
        fs::rename(self.staged(name), &place).map_err(WriteError::io("write", &place))
    }

    /// The files of the former build that are not among these.
    fn stale(&self, files: &Files) -> Vec<&str> {
        self.former.keys().map(String::as_str).filter(|name| !files.contains_key(*name)).collect()
    }

    /// What is at the place of a file. One that is not ours is an error.
    fn there(&self, name: &str, print: Print) -> Result<There, WriteError> {
        let place = self.folder.join(name);
        let Some(metadata) = metadata(&place)? else { return Ok(There::Nothing) };
        if metadata.is_dir() {
            return if self.wrote_below(name) { Ok(There::Other) } else { Err(self.foreign(name)) };
        }
        let may_be_same = metadata.is_file() && metadata.len() == print.length;
        let is_same = || Ok(Print::read(&place)? == print);
        match self.former.get(name) {
            // Somebody put the very same file there, such as an empty `.nojekyll`: nothing is overwritten.
            None if may_be_same && is_same()? => Ok(There::Same),
            None => Err(self.foreign(name)),
            Some(prints) if may_be_same && prints.contains(&print) && is_same()? => Ok(There::Same),
            Some(_) => Ok(There::Other),
        }
    }

    /// Gives an error where a name above the file is a symbolic link or somebody else's file.
    fn check_parents(&self, name: &str) -> Result<(), WriteError> {
        for parent in path::parents(name) {
            if !guard(&self.sound).insert(parent.into()) {
                break;
            }
            let Some(metadata) = metadata(&self.folder.join(parent))? else { continue };
            if metadata.is_symlink() {
                return Err(WriteError::refused(
                    format!("refusing to write {name}: {parent} in {} is a symbolic link", self.folder.display()),
                    "replace the link with a folder, or write the site elsewhere with --output",
                ));
            }
            if !metadata.is_dir() && !self.former.contains_key(parent) {
                return Err(self.foreign(parent));
            }
        }
        Ok(())
    }

    /// Removes files of the former build, and the folders that this leaves empty.
    fn remove(&self, stale: &[&str], summary: &mut Summary) -> Result<(), WriteError> {
        let mut folders = BTreeSet::new();
        for name in stale {
            match self.fate(name)? {
                Fate::Removed => {
                    let place = self.folder.join(name);
                    fault::step();
                    fs::remove_file(&place).map_err(WriteError::io("remove", &place))?;
                    summary.removed += 1;
                }
                Fate::Kept => summary.kept.push((*name).into()),
                // A run that was cut short may have removed it and left its folder.
                Fate::Gone => {}
            }
            folders.extend(path::parents(name));
        }
        // The deepest first. A folder that still holds something is not removed: that is what the error says.
        for folder in folders.into_iter().rev() {
            if !metadata(&self.folder.join(folder))?.is_some_and(|there| there.is_symlink()) {
                let _ = fs::remove_dir(self.folder.join(folder));
            }
        }
        Ok(())
    }

    fn fate(&self, name: &str) -> Result<Fate, WriteError> {
        let mut linked = false;
        for parent in path::parents(name) {
            linked |= metadata(&self.folder.join(parent))?.is_some_and(|parent| parent.is_symlink());
        }
        let place = self.folder.join(name);
        Ok(match metadata(&place)? {
            None => Fate::Gone,
            Some(there) if !linked && there.is_file() && self.is_as_written(name, &place)? => Fate::Removed,
            Some(_) => Fate::Kept,
        })
    }

    /// Whether the file holds what the former build, or an interrupted one, wrote.
    fn is_as_written(&self, name: &str, place: &Path) -> Result<bool, WriteError> {
        let print = Print::read(place)?;
        Ok(self.former.get(name).is_some_and(|prints| prints.contains(&print)))
    }

    /// Whether the former build wrote into a folder of this name.
    fn wrote_below(&self, name: &str) -> bool {
        let below = format!("{name}/");
        self.former.range(below.clone()..).next().is_some_and(|(first, _)| first.starts_with(&below))
    }

    fn foreign(&self, name: &str) -> WriteError {
        WriteError::refused(
            format!("refusing to overwrite {}: crosscheck did not write it", self.folder.join(name).display()),
            "move it out of the output folder, or rename what the site wants to put there",
        )
    }

    /// Writes one of the writer's own files in one step, unless it is as it should be.
    fn replace(&self, bytes: &[u8], name: &str) -> Result<(), WriteError> {
        let place = self.own(name);
        if fs::read(&place).is_ok_and(|there| there == bytes) {
            return Ok(());
        }
        let staged = self.own("staging").join(name);
        fault::step();
        fs::write(&staged, bytes).map_err(WriteError::io("write", &staged))?;
        fault::step();
        fs::rename(&staged, &place).map_err(WriteError::io("write", &place))
    }

    fn own(&self, name: &str) -> PathBuf {
        self.folder.join(OWN_FOLDER).join(name)
    }

    /// Where a file waits, or a folder of them: as it will lie below the output folder.
    fn staged(&self, name: &str) -> PathBuf {
        self.own("staging").join("site").join(name)
    }

    /// Makes room for a file that is to wait.
    fn stage(&self, name: &str) -> Result<PathBuf, WriteError> {
        let staged = self.staged(name);
        if let Some(parent) = staged.parent() {
            fs::create_dir_all(parent).map_err(WriteError::io("create", parent))?;
        }
        Ok(staged)
    }

    /// Forgets what was not put in place. That it cannot is no harm: the next run tries again.
    fn clear_staging(&self) {
        let _ = fs::remove_dir_all(self.own("staging"));
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        if self.lock.is_some() {
            self.clear_staging();
        }
    }
}

impl Look {
    /// Looks at a folder in which other things may lie beside the site.
    pub fn open(output: &Path) -> Result<Self, WriteError> {
        folder::check_content(output, Others::Left)?;
        Writer::read(output, None).map(Self)
    }

    /// Takes one output. May be called from many threads; the bytes are not kept.
    pub fn put(&self, name: &str, bytes: &[u8]) -> Result<(), WriteError> {
        self.0.put(name, bytes)
    }

    /// What a writer would do now.
    pub fn plan(&self) -> Result<Plan, WriteError> {
        self.0.plan()
    }
}

/// In which order files are put in place: nothing before what it asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Asset,
    Data,
    Page,
}

impl Kind {
    fn of(name: &str) -> Self {
        match name {
            _ if name.starts_with("static/") => Self::Asset,
            _ if name.ends_with(".html") => Self::Page,
            _ => Self::Data,
        }
    }
}

/// Whether a file must go first, because one of these wants its name for a folder, or its folder's name for a file.
fn is_in_the_way(name: &str, staged: &BTreeMap<String, bool>) -> bool {
    let below = format!("{name}/");
    path::parents(name).any(|parent| staged.contains_key(parent))
        || staged.range(below.clone()..).next().is_some_and(|(first, _)| first.starts_with(&below))
}

/// Sees to it that no other process writes to the folder at the same time.
fn lock(output: &Path, file: &Path) -> Result<File, WriteError> {
    let lock = File::options().create(true).append(true).open(file).map_err(WriteError::io("write", file))?;
    match lock.try_lock() {
        Err(TryLockError::WouldBlock) => Err(WriteError::refused(
            format!("another crosscheck is writing to {}", output.display()),
            "wait until it is done, or write elsewhere with --output",
        )),
        // Some network file systems know no locks; a build is possible there all the same.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(lock),
    }
}

/// What is at a path, links not followed; `None`: nothing.
fn metadata(path: &Path) -> Result<Option<fs::Metadata>, WriteError> {
    match fs::symlink_metadata(path) {
        Ok(metadata) => Ok(Some(metadata)),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(WriteError::io("look at", path)(error)),
    }
}

/// A panic elsewhere leaves these tables as they were: each change to them is a single insertion.
fn guard<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(all(test, unix))]
#[path = "writer_tests.rs"]
mod tests;
