//! What a branch holds, and what must change in it.

use std::collections::BTreeMap;

use super::run::Git;
use crate::{
    publish::{Plan, PublishError},
    write::{Manifest, OWN_FOLDER, Release},
};

/// The manifest's path within the branch.
pub(super) const MANIFEST: &str = ".crosscheck/manifest.json";

/// The files of a commit: path → what is there.
#[derive(Debug, Default)]
pub(super) struct Tree {
    entries: BTreeMap<String, Entry>,
    /// What a former run of crosscheck put there.
    manifest: Option<Manifest>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    mode: String,
    object: String,
}

/// A plan, and how git is told of it.
#[derive(Debug)]
pub(super) struct Changes {
    pub(super) plan: Plan,
    /// Path → the object that will be there.
    pub(super) put: BTreeMap<String, String>,
}

impl Tree {
    /// Of a commit; `None`: of a branch that is not there yet.
    pub(super) fn of(git: &Git, commit: Option<&str>) -> Result<Self, PublishError> {
        let Some(commit) = commit else { return Ok(Self::default()) };
        let listed = git.bytes(&["ls-tree", "-r", "-z", "--full-tree", commit], None)?;
        let mut entries = BTreeMap::new();
        for line in listed.split(|byte| *byte == 0).filter(|line| !line.is_empty()) {
            let line = String::from_utf8_lossy(line);
            let Some((what, path)) = line.split_once('\t') else { continue };
            let mut what = what.split(' ');
            let (Some(mode), _, Some(object)) = (what.next(), what.next(), what.next()) else { continue };
            entries.insert(path.to_owned(), Entry { mode: mode.into(), object: object.into() });
        }
        let manifest = match entries.get(MANIFEST) {
            None => None,
            Some(entry) => {
                let text = git.bytes(&["cat-file", "blob", &entry.object], None)?;
                let known = Manifest::parse(&text).ok_or_else(|| {
                    PublishError::new(format!(
                        "{MANIFEST} in the branch is not one that this version of crosscheck wrote"
                    ))
                    .help(
                        "look at what is in the branch; without that file, what is there is taken for somebody else's",
                    )
                })?;
                Some(known)
            }
        };
        Ok(Self { entries, manifest })
    }

    /// What must change so that the branch holds the site, whose files are these objects. The manifest is part of it.
    pub(super) fn changes(
        &self,
        git: &Git,
        release: &Release,
        objects: BTreeMap<String, String>,
    ) -> Result<Changes, PublishError> {
        let mut plan = Plan::default();
        let mut put = BTreeMap::new();
        for (name, object) in objects {
            self.check_free(&name, &object)?;
            match self.entries.get(&name) {
                None => plan.added.push(name.clone()),
                Some(there) if there.object == object && there.mode == "100644" => {
                    // The manifest is no part of the site, so it is not counted.
                    plan.unchanged += usize::from(name != MANIFEST);
                    continue;
                }
                Some(_) => plan.changed.push(name.clone()),
            }
            put.insert(name, object);
        }
        for name in self.manifest.iter().flat_map(Manifest::names) {
            let Some(there) = self.entries.get(name) else { continue };
            if release.manifest().lists(name) || name == MANIFEST {
                continue;
            }
            let text = git.bytes(&["cat-file", "blob", &there.object], None)?;
            let ours = self.manifest.as_ref().is_some_and(|manifest| manifest.has(name, &text));
            if ours { plan.deleted.push(name.into()) } else { plan.kept.push(name.into()) }
        }
        for list in [&mut plan.added, &mut plan.changed] {
            list.retain(|name| name != MANIFEST);
        }
        Ok(Changes { plan, put })
    }

    /// Gives an error where somebody else's file is in the way of one of the site's.
    fn check_free(&self, name: &str, object: &str) -> Result<(), PublishError> {
        let ours = |path: &str| path == MANIFEST || self.manifest.as_ref().is_some_and(|manifest| manifest.lists(path));
        let refuse = |path: &str| {
            Err(PublishError::new(format!("refusing to overwrite {path} in the branch: crosscheck did not write it"))
                .help("publish to a branch of its own, or remove from this one what is in the way"))
        };
        if let Some(there) = self.entries.get(name) {
            // The very same file, such as an empty `.nojekyll`, is not overwritten.
            return if ours(name) || there.object == object { Ok(()) } else { refuse(name) };
        }
        let mut rest = name;
        while let Some((parent, _)) = rest.rsplit_once('/') {
            if self.entries.contains_key(parent) && !ours(parent) {
                return refuse(parent);
            }
            rest = parent;
        }
        let below = format!("{name}/");
        let mut within = self.entries.range(below.clone()..).map(|(path, _)| path.as_str());
        match within.by_ref().take_while(|path| path.starts_with(&below)).find(|path| !ours(path)) {
            Some(path) => refuse(path),
            None => Ok(()),
        }
    }
}

/// The names under which the site's files, and its manifest, are in the branch, each with its file on the disk.
pub(super) fn files(release: &Release) -> Vec<(String, std::path::PathBuf)> {
    let site = release.manifest().names().map(|name| (name.to_owned(), release.folder().join(name)));
    let manifest = release.folder().join(OWN_FOLDER).join("manifest.json");
    site.chain([(MANIFEST.to_owned(), manifest)]).collect()
}
