//! The `git` program, run so that nothing of the user's is touched: no work tree, no index, no branch.

use std::{
    ffi::OsStr,
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    thread,
};

use crate::publish::{PublishError, error};

/// What a hook or another git may have set, and what would lead these commands elsewhere.
const MISLEADING: [&str; 8] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_NAMESPACE",
    "GIT_PREFIX",
];

/// A repository.
#[derive(Debug)]
pub(super) struct Git {
    root: PathBuf,
    /// An index of our own.
    pub(super) index: PathBuf,
}

impl Git {
    /// The repository that a folder is in.
    pub(super) fn at(root: &Path) -> Result<Self, PublishError> {
        let mut git = Self { root: root.into(), index: PathBuf::new() };
        let found = git.output(&["rev-parse", "--path-format=absolute", "--git-path", "crosscheck-index"], None)?;
        if !found.status.success() {
            let said = said(&found);
            if said.contains("not a git repository") {
                return Err(PublishError::new(format!("{} is not in a git repository", root.display()))
                    .help("start one with: git init; or publish to a folder, or with a command"));
            }
            return Err(PublishError::new(format!("git: {said}")));
        }
        git.index = PathBuf::from(String::from_utf8_lossy(&found.stdout).trim_end_matches(['\n', '\r']));
        Ok(git)
    }

    /// What a command prints, which must succeed.
    pub(super) fn text(&self, args: &[&str]) -> Result<String, PublishError> {
        let bytes = self.bytes(args, None)?;
        Ok(String::from_utf8_lossy(&bytes).trim_end_matches(['\n', '\r']).to_owned())
    }

    /// What a command prints when it is given this, which must succeed.
    pub(super) fn bytes(&self, args: &[&str], input: Option<&[u8]>) -> Result<Vec<u8>, PublishError> {
        let output = self.output(args, input)?;
        if output.status.success() { Ok(output.stdout) } else { Err(failed(args, &output)) }
    }

    /// What a command prints, if it succeeds.
    pub(super) fn maybe(&self, args: &[&str]) -> Result<Option<String>, PublishError> {
        let output = self.output(args, None)?;
        let text = || String::from_utf8_lossy(&output.stdout).trim_end_matches(['\n', '\r']).to_owned();
        Ok(output.status.success().then(text))
    }

    /// What a command prints that looks at the user's own index, if it succeeds.
    pub(super) fn maybe_with_own_index(&self, args: &[&str]) -> Result<Option<String>, PublishError> {
        // It must not write it either: `describe` would refresh what it knows of files' times.
        let plain = Self { root: self.root.clone(), index: PathBuf::new() };
        let mut all = vec!["--no-optional-locks"];
        all.extend(args);
        plain.maybe(&all)
    }

    /// Runs a command to its end.
    pub(super) fn output(&self, args: &[&str], input: Option<&[u8]>) -> Result<Output, PublishError> {
        self.output_with(args, input, &[])
    }

    pub(super) fn output_with(
        &self,
        args: &[&str],
        input: Option<&[u8]>,
        variables: &[(&str, &OsStr)],
    ) -> Result<Output, PublishError> {
        let mut command = Command::new("git");
        command.args(["-c", "gc.auto=0", "-c", "maintenance.auto=false"]).args(args).current_dir(&self.root);
        for name in MISLEADING {
            command.env_remove(name);
        }
        // Its words are read here, so they must be the ones that are known.
        command.env("LC_ALL", "C").env("GIT_INDEX_FILE", &self.index);
        if !io::stdin().is_terminal() {
            command.env("GIT_TERMINAL_PROMPT", "0");
        }
        for (name, value) in variables {
            command.env(name, value);
        }
        if self.index.as_os_str().is_empty() {
            command.env_remove("GIT_INDEX_FILE");
        }
        command.stdin(if input.is_some() { Stdio::piped() } else { Stdio::null() });
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => PublishError::new("there is no program git on this machine")
                .help("install git, or publish to a folder, or with a command"),
            _ => error::io("cannot run git", &error),
        })?;
        // It is fed while it is read from: neither side may wait for the other.
        let writer = child.stdin.take().zip(input.map(<[u8]>::to_owned)).map(|(mut pipe, input)| {
            thread::spawn(move || {
                // A git that does not want all of it says why in its own words.
                let _ = pipe.write_all(&input);
            })
        });
        let output = child.wait_with_output().map_err(|error| error::io("git did not end", &error))?;
        if let Some(writer) = writer {
            let _ = writer.join();
        }
        Ok(output)
    }
}

/// Why a command failed, in git's words.
pub(super) fn failed(args: &[&str], output: &Output) -> PublishError {
    let command = args.iter().find(|arg| !arg.starts_with('-')).unwrap_or(&"");
    PublishError::new(format!("git {command} failed: {}", said(output)))
}

/// What git said, in one line, without what a terminal would obey.
pub(super) fn said(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stderr);
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("hint:"));
    let text = lines.collect::<Vec<_>>().join("; ");
    let text = text.trim_start_matches("fatal: ").trim_start_matches("error: ");
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.is_empty() { "it did not say why".into() } else { text }
}
