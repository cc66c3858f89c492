//! Which commands a person has allowed a site's settings to run.
//!
//! Settings come with a repository, and a repository may come from anybody. So a command in them runs only after somebody at
//! this machine has seen it and said yes: once for each site and each exact command. What was allowed is remembered outside
//! of the repository, where no pull request can reach it.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use etcetera::{BaseStrategy, choose_base_strategy};

use super::{PublishError, error};

/// What was allowed, in a file of the user's.
#[derive(Debug)]
pub struct Consent {
    file: PathBuf,
}

impl Consent {
    /// The user's own list.
    pub fn of_user() -> Result<Self, PublishError> {
        let base = choose_base_strategy().map_err(|_| {
            PublishError::new("there is no home folder to remember in which commands are allowed")
                .help("allow it this once with --yes")
        })?;
        Ok(Self { file: base.data_dir().join("crosscheck").join("allowed-commands") })
    }

    /// Whether the command was allowed for the site in this folder.
    pub fn is_given(&self, root: &Path, command: &[String]) -> bool {
        let wanted = line(root, command);
        fs::read_to_string(&self.file).is_ok_and(|text| text.lines().any(|allowed| allowed == wanted))
    }

    /// Remembers that it is.
    pub fn give(&self, root: &Path, command: &[String]) -> Result<(), PublishError> {
        let failed = |error: io::Error| error::io(&format!("cannot remember this in {}", self.file.display()), &error);
        let mut text = match fs::read_to_string(&self.file) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(failed(error)),
        };
        text.push_str(&line(root, command));
        text.push('\n');
        let folder = self.file.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder).map_err(failed)?;
        let new = self.file.with_extension("new");
        fs::write(&new, text).and_then(|()| fs::rename(&new, &self.file)).map_err(failed)
    }
}

/// A hash of site and command, then the command for people who look into the file.
fn line(root: &Path, command: &[String]) -> String {
    let root = fs::canonicalize(root).unwrap_or_else(|_| root.into());
    let mut hasher = blake3::Hasher::new();
    let parts = [root.to_string_lossy().into_owned()];
    for part in parts.iter().chain(command) {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    let shown: String = command.join(" ").chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    format!("{} {shown}", hasher.finalize().to_hex())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn consent_is_for_one_site_and_one_exact_command() {
        let folder = tempfile::tempdir().unwrap();
        let consent = Consent { file: folder.path().join("a/b/allowed-commands") };
        let command = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let (here, there) = (folder.path(), Path::new("/"));
        let asked = command(&["rsync", "-a", "x y"]);
        assert!(!consent.is_given(here, &asked));
        consent.give(here, &asked).unwrap();
        consent.give(here, &command(&["other\n"])).unwrap();
        assert!(consent.is_given(here, &asked) && consent.is_given(here, &command(&["other\n"])));
        assert!(!consent.is_given(there, &asked), "another site");
        assert!(!consent.is_given(here, &command(&["rsync", "-a", "x", "y"])), "other words");
        assert!(!consent.is_given(here, &command(&["rsync", "-a"])), "fewer words");
    }
}
