//! To wherever a command of the user's own takes it: rsync, wrangler, aws, a script.
//!
//! The command is a program and its arguments; no shell reads it. `{folder}` in an argument is the folder with the built site.
//! It runs in the site's root and is told in its environment:
//!
//! | variable | |
//! |---|---|
//! | `CROSSCHECK_FOLDER` | the folder with the built site |
//! | `CROSSCHECK_MANIFEST` | the list of its files with their hashes, JSON |
//! | `CROSSCHECK_CHANGED` | a file that names, a line each, what is new or changed since the command last succeeded |
//! | `CROSSCHECK_DELETED` | the same for what the site no longer has |
//! | `CROSSCHECK_BASE_URL` | where the site will be |
//!
//! What the command last took is remembered beside the built site, so that the next run can say what has changed.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::Command,
};

use super::{Plan, PublishError, error};
use crate::{
    fault,
    write::{Manifest, OWN_FOLDER, Release},
};

/// A command, for one site.
#[derive(Debug)]
pub struct CommandTarget {
    words: Vec<String>,
    /// Where it runs.
    root: PathBuf,
}

impl CommandTarget {
    /// Takes a command; an empty one is refused.
    pub fn new(root: &Path, words: Vec<String>) -> Result<Self, PublishError> {
        let root = fs::canonicalize(root).map_err(|error| error::io("cannot find the site's folder", &error))?;
        match words.first() {
            Some(program) if !program.trim().is_empty() => Ok(Self { words, root }),
            _ => Err(PublishError::new("the command to publish with is empty")
                .help("write a program and its arguments: [rsync, -a, --delete, \"{folder}/\", \"host:/srv/www/\"]")),
        }
    }

    /// As a person would type it.
    pub fn shown(&self) -> String {
        shown(&self.words)
    }

    /// What has changed since it last succeeded; `None` where it never did here.
    pub fn plan(&self, release: &Release) -> Result<Option<Plan>, PublishError> {
        Ok(Manifest::read(&self.record(release))?.map(|earlier| release.manifest().since(&earlier)))
    }

    /// Runs it, and remembers what it took if it succeeds.
    pub fn publish(&self, release: &Release, base_url: &str) -> Result<(), PublishError> {
        let plan = match self.plan(release)? {
            Some(plan) => plan,
            None => release.manifest().since(&Manifest::default()),
        };
        let folder = fs::canonicalize(release.folder())
            .map_err(|error| error::io("cannot find the folder with the built site", &error))?;
        let own = folder.join(OWN_FOLDER);
        let changed = list(&own.join("changed"), plan.added.iter().chain(&plan.changed))?;
        let deleted = list(&own.join("deleted"), plan.deleted.iter())?;
        let (program, arguments) = self.words.split_first().ok_or_else(|| PublishError::new("the command is empty"))?;
        let folder_text = folder.to_string_lossy();
        fault::step();
        let status = Command::new(program)
            .args(arguments.iter().map(|word| word.replace("{folder}", &folder_text)))
            .current_dir(&self.root)
            .env("CROSSCHECK_FOLDER", &folder)
            .env("CROSSCHECK_MANIFEST", own.join("manifest.json"))
            .env("CROSSCHECK_CHANGED", &changed)
            .env("CROSSCHECK_DELETED", &deleted)
            .env("CROSSCHECK_BASE_URL", base_url)
            .status();
        let status = status.map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => PublishError::new(format!("there is no program {program:?}"))
                .help("install it, or correct the command; a script needs its folder: ./publish.sh"),
            _ => error::io(&format!("cannot run {program}"), &error),
        })?;
        if !status.success() {
            let how = match status.code() {
                Some(code) => format!("ended with {code}"),
                None => "was ended by a signal".into(),
            };
            return Err(PublishError::new(format!("the command {how}: {}", self.shown()))
                .help("see what it says above; what it did until then is done, and publishing again repeats it"));
        }
        let record = self.record(release);
        fault::step();
        fs::write(&record, release.manifest().text())
            .map_err(|error| error::io(&format!("cannot write {}", record.display()), &error))
    }

    /// What it last took, a file for each command.
    fn record(&self, release: &Release) -> PathBuf {
        let hash = blake3::hash(self.words.join("\0").as_bytes()).to_hex();
        release.folder().join(OWN_FOLDER).join(format!("published-{}.json", &hash[..16]))
    }
}

/// A command as a person would type it.
pub fn shown(words: &[String]) -> String {
    let plain =
        |word: &str| !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || "-_./:=@,+{}%".contains(c));
    let quoted = |word: &String| match plain(word) {
        true => word.clone(),
        // What a terminal would obey is shown, not obeyed.
        false => format!("'{}'", word.replace('\'', "'\\''").replace(|c: char| c.is_control(), "\u{fffd}")),
    };
    words.iter().map(quoted).collect::<Vec<_>>().join(" ")
}

fn list<'a>(file: &Path, names: impl Iterator<Item = &'a String>) -> Result<PathBuf, PublishError> {
    let text: String = names.map(|name| format!("{name}\n")).collect();
    fs::write(file, text).map_err(|error| error::io(&format!("cannot write {}", file.display()), &error))?;
    Ok(file.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_it_would_be_typed() {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            shown(&words(&["rsync", "-a", "{folder}/", "me@host:/srv/a b"])),
            "rsync -a {folder}/ 'me@host:/srv/a b'"
        );
        assert_eq!(shown(&words(&["sh", "-c", "it's\u{1b}[2J"])), "sh -c 'it'\\''s\u{fffd}[2J'");
        assert!(CommandTarget::new(Path::new("/"), Vec::new()).is_err());
    }
}
