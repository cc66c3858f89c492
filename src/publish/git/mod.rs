//! To a branch of a git repository: what GitHub Pages, GitLab Pages and many others publish from.
//!
//! The tree is made in an index of our own and pushed as one commit on top of what is there, so that the branch changes at
//! once or not at all. The user's work tree, index, branches and remotes stay as they are. The push holds only if the branch
//! is still where it was looked at; if somebody else was faster, the site is compared with theirs and pushed again.

mod run;
mod tree;

use std::{
    collections::BTreeMap,
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
};

use super::{Plan, PublishError};
use crate::{fault, write::Release};
use run::{Git, failed, said};
use tree::{Changes, Tree};

/// Where the branch is kept while it is looked at. No command of git's shows it, and it is removed again.
const LOOKED_AT: &str = "refs/crosscheck/looked-at";

/// A branch that a site may be published to.
#[derive(Debug)]
pub struct Branch {
    git: Git,
    remote: String,
    name: String,
}

/// How a commit is made.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Forget what was published before: the branch has one commit only.
    pub squash: bool,
    /// The commit's message.
    pub message: String,
}

/// What was found in the branch, and what must change.
#[derive(Debug)]
pub struct Look {
    /// The commit that the branch is at; `None`: there is no branch yet.
    tip: Option<String>,
    changes: Changes,
}

/// How a push ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pushed {
    /// The branch is at this commit now.
    Done(String),
    /// There was nothing to do.
    Unchanged,
    /// Somebody else was faster: look again.
    Moved,
}

impl Branch {
    /// Finds the repository that the site is in, and checks the names.
    pub fn open(root: &Path, remote: &str, name: &str) -> Result<Self, PublishError> {
        let root = fs::canonicalize(root).map_err(|error| super::error::io("cannot find the site's folder", &error))?;
        let git = Git::at(&root)?;
        if remote.is_empty() || remote.starts_with('-') {
            return Err(PublishError::new(format!("{remote:?} is no remote repository"))
                .help("write the name of one, as `git remote` lists it, or its address"));
        }
        let full = format!("refs/heads/{name}");
        // Git would take these, and would then not know which of two is meant by the name.
        let misleads = name.eq_ignore_ascii_case("HEAD") || name.starts_with("refs/");
        if name.starts_with('-') || misleads || git.maybe(&["check-ref-format", &full])?.is_none() {
            return Err(
                PublishError::new(format!("{name:?} is no name for a branch")).help("write one such as gh-pages")
            );
        }
        if git.maybe(&["symbolic-ref", "--quiet", "HEAD"])?.as_deref() == Some(full.as_str()) {
            return Err(PublishError::new(format!(
                "refusing to publish to the branch {name}: it is checked out here, with what the site is made from"
            ))
            .help("publish to a branch of its own, such as gh-pages"));
        }
        Ok(Self { git, remote: remote.into(), name: name.into() })
    }

    /// "the branch gh-pages of origin".
    pub fn shown(&self) -> String {
        match self.remote.as_str() {
            "." => format!("the branch {} of this repository", self.name),
            remote => format!("the branch {} of {}", self.name, without_password(remote)),
        }
    }

    /// Fetches the branch, and compares the site with it.
    pub fn look(&self, release: &Release) -> Result<Look, PublishError> {
        let tip = self.tip()?;
        let tree = Tree::of(&self.git, tip.as_deref())?;
        let files = tree::files(release);
        let objects = self.objects(&files, false)?;
        Ok(Look { changes: tree.changes(&self.git, release, objects)?, tip })
    }

    /// Makes the commit and pushes it.
    pub fn push(&self, release: &Release, look: &Look, options: &Options) -> Result<Pushed, PublishError> {
        self.check(release, look)?;
        self.write_objects(release, look)?;
        let tree = self.write_tree(look)?;
        let parent = look.tip.as_deref().filter(|_| !options.squash);
        if let Some(tip) = &look.tip {
            let same = self.git.text(&["rev-parse", &format!("{tip}^{{tree}}")])? == tree;
            let has_past = self.git.maybe(&["rev-parse", "--verify", "--quiet", &format!("{tip}^")])?.is_some();
            if same && !(options.squash && has_past) {
                return Ok(Pushed::Unchanged);
            }
        }
        let commit = self.commit(&tree, parent, &options.message)?;
        fault::step();
        let full = format!("refs/heads/{}", self.name);
        let lease = format!("--force-with-lease={full}:{}", look.tip.as_deref().unwrap_or_default());
        let refspec = format!("{commit}:{full}");
        let args = ["push", "--porcelain", &lease, "--", &self.remote, &refspec];
        let output = self.git.output(&args, None)?;
        let report = String::from_utf8_lossy(&output.stdout);
        if output.status.success() {
            return Ok(Pushed::Done(commit));
        }
        // Servers have many words for a branch that was changed meanwhile; where it is now says it plainly.
        if self.tip()? != look.tip {
            return Ok(Pushed::Moved);
        }
        let refused = report.lines().filter(|line| line.starts_with('!'));
        let why = refused.filter_map(|line| line.rsplit_once('\t')).map(|(_, why)| why.to_owned()).next();
        let message = format!(
            "{} did not take the push: {}",
            without_password(&self.remote),
            why.unwrap_or_else(|| said(&output))
        );
        Err(PublishError::new(message).help("see whether you may write to that branch, and whether it is protected"))
    }

    /// The commit that the branch is at now, with all that it holds.
    fn tip(&self) -> Result<Option<String>, PublishError> {
        let full = format!("refs/heads/{}", self.name);
        let args = ["ls-remote", "--exit-code", "--", &self.remote, &full];
        let listed = self.git.output(&args, None)?;
        match listed.status.code() {
            Some(0) => {}
            // No such branch.
            Some(2) => return Ok(None),
            _ => {
                let message = format!("cannot reach {}: {}", without_password(&self.remote), said(&listed));
                let help = "`git remote -v` lists the remote repositories; name one with --remote, or write `remote: .` for this one";
                return Err(PublishError::new(message).help(help));
            }
        }
        fault::step();
        let refspec = format!("+{full}:{LOOKED_AT}");
        let args =
            ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--refmap=", "--", &self.remote, &refspec];
        let fetched = self.git.output(&args, None)?;
        if !fetched.status.success() {
            return Err(failed(&args, &fetched));
        }
        let tip = self.git.text(&["rev-parse", "--verify", LOOKED_AT])?;
        fault::step();
        self.git.text(&["update-ref", "-d", LOOKED_AT])?;
        Ok(Some(tip))
    }

    /// The objects that files are, by their names; written to the repository, or only counted out.
    fn objects(&self, files: &[(String, PathBuf)], write: bool) -> Result<BTreeMap<String, String>, PublishError> {
        let mut input = Vec::new();
        for (_, file) in files {
            let path = file.to_str().filter(|path| !path.contains('\n')).ok_or_else(|| {
                PublishError::new(format!("git cannot be given the path {}", file.display()))
                    .help("build the site in a folder with a plainer name: --output DIR")
            })?;
            input.extend_from_slice(path.as_bytes());
            input.push(b'\n');
        }
        let mut args = vec!["hash-object", "--no-filters", "--stdin-paths"];
        if write {
            fault::step();
            args.insert(1, "-w");
        }
        let listed = self.git.bytes(&args, Some(&input))?;
        let listed = String::from_utf8_lossy(&listed);
        let objects: Vec<&str> = listed.lines().collect();
        if objects.len() != files.len() {
            return Err(PublishError::new("git did not take all files of the site").help("run the command again"));
        }
        Ok(files.iter().map(|(name, _)| name.clone()).zip(objects.into_iter().map(Into::into)).collect())
    }

    /// Gives an error where a file is no longer what the build wrote.
    fn check(&self, release: &Release, look: &Look) -> Result<(), PublishError> {
        for name in look.changes.put.keys().filter(|name| *name != tree::MANIFEST) {
            release.read(name)?;
        }
        Ok(())
    }

    fn write_objects(&self, release: &Release, look: &Look) -> Result<(), PublishError> {
        let put = &look.changes.put;
        let files: Vec<_> = tree::files(release).into_iter().filter(|(name, _)| put.contains_key(name)).collect();
        let written = self.objects(&files, true)?;
        if &written == put {
            return Ok(());
        }
        Err(PublishError::new("the built site was changed while it was being published").help("run the command again"))
    }

    /// The branch's tree with the changes, made in an index of our own.
    fn write_tree(&self, look: &Look) -> Result<String, PublishError> {
        let index = &self.git.index;
        let forget = || match fs::remove_file(index) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(super::error::io(&format!("cannot remove {}", index.display()), &error))
            }
            _ => Ok(()),
        };
        // One may be left of a run that was cut short, and so may its lock.
        forget()?;
        let _ = fs::remove_file(index.with_extension("lock"));
        fault::step();
        match &look.tip {
            Some(tip) => self.git.text(&["read-tree", tip])?,
            None => self.git.text(&["read-tree", "--empty"])?,
        };
        let mut input = Vec::new();
        let nothing = "0".repeat(look.changes.put.values().next().map_or(40, String::len));
        // What goes comes first: it may be in the way of what comes.
        for name in &look.changes.plan.deleted {
            input.extend_from_slice(format!("0 {nothing}\t{name}\0").as_bytes());
        }
        for (name, object) in &look.changes.put {
            input.extend_from_slice(format!("100644 {object}\t{name}\0").as_bytes());
        }
        fault::step();
        self.git.bytes(&["update-index", "-z", "--index-info"], Some(&input))?;
        fault::step();
        let tree = self.git.text(&["write-tree"])?;
        forget()?;
        Ok(tree)
    }

    fn commit(&self, tree: &str, parent: Option<&str>, message: &str) -> Result<String, PublishError> {
        let mut args = vec!["commit-tree", tree];
        args.extend(parent.iter().flat_map(|parent| ["-p", parent]));
        args.extend(["-F", "-"]);
        // Continuous integration often has no name; a commit needs one.
        let nobody = [
            ("GIT_AUTHOR_NAME", OsStr::new("crosscheck")),
            ("GIT_AUTHOR_EMAIL", OsStr::new("crosscheck@localhost")),
            ("GIT_COMMITTER_NAME", OsStr::new("crosscheck")),
            ("GIT_COMMITTER_EMAIL", OsStr::new("crosscheck@localhost")),
        ];
        let has_name = self.git.maybe(&["var", "GIT_COMMITTER_IDENT"])?.is_some()
            && self.git.maybe(&["var", "GIT_AUTHOR_IDENT"])?.is_some();
        fault::step();
        let output = self.git.output_with(&args, Some(message.as_bytes()), if has_name { &[] } else { &nobody })?;
        if !output.status.success() {
            return Err(failed(&args, &output));
        }
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// What the site is made from, as a commit's message names it: `1a2b3c4`, with `-dirty` where not all is committed.
    pub fn origin(&self) -> Result<Option<String>, PublishError> {
        let Some(commit) = self.git.maybe(&["rev-parse", "--short", "HEAD"])? else { return Ok(None) };
        let status = self.git.maybe_with_own_index(&["status", "--porcelain", "--untracked-files=no"])?;
        let is_clean = status.is_none_or(|changes| changes.is_empty());
        Ok(Some(if is_clean { commit } else { format!("{commit}-dirty") }))
    }
}

impl Look {
    /// What publishing would do.
    pub fn plan(&self) -> &Plan {
        &self.changes.plan
    }

    /// Whether the branch is there already.
    pub fn has_branch(&self) -> bool {
        self.tip.is_some()
    }
}

/// An address as it may be printed: `https://token@host/…` shows no token.
fn without_password(remote: &str) -> String {
    let Some((scheme, rest)) = remote.split_once("://") else { return remote.into() };
    let (host, path) = rest.split_once('/').map_or((rest, String::new()), |(host, path)| (host, format!("/{path}")));
    match host.rsplit_once('@') {
        Some((_, host)) if scheme.starts_with("http") => format!("{scheme}://{host}{path}"),
        _ => remote.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_in_an_address_is_not_shown() {
        assert_eq!(without_password("https://ida:secret@host/a.git"), "https://host/a.git");
        assert_eq!(without_password("https://host/a@b.git"), "https://host/a@b.git");
        assert_eq!(without_password("ssh://git@host/a.git"), "ssh://git@host/a.git");
        assert_eq!(without_password("git@host:a.git"), "git@host:a.git");
    }
}
