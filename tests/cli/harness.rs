//! A test in one sentence: which files, which arguments, what is printed, how it ends.
//!
//! ```ignore
//! Test::new().file("crosscheck.yaml", "titel: x\n").args(["check"]).stdout("…").failure();
//! ```
//!
//! Both streams are compared as a whole; what is not said must be empty. The test's folder reads `[ROOT]` in both, and a
//! duration `[TIME]`.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use tempfile::TempDir;

/// What will be run.
pub struct Test {
    folder: Folder,
    inside: PathBuf,
    args: Vec<String>,
    variables: Vec<(String, String)>,
    stdout: Expect,
    stderr: Expect,
}

/// A folder that goes when the test ends.
pub struct Folder {
    root: TempDir,
}

enum Expect {
    Is(String),
    Any,
}

/// What a run left behind.
pub struct Done {
    pub folder: Folder,
    pub stdout: String,
    pub stderr: String,
    pub code: i32,
}

impl Test {
    /// In an empty folder.
    pub fn new() -> Self {
        Self::inside(Folder { root: tempfile::tempdir().unwrap() })
    }

    /// In the folder that another run left behind.
    pub fn inside(folder: Folder) -> Self {
        let nothing = || Expect::Is(String::new());
        Self {
            folder,
            inside: PathBuf::new(),
            args: Vec::new(),
            variables: Vec::new(),
            stdout: nothing(),
            stderr: nothing(),
        }
    }

    /// With a file.
    pub fn file(self, name: &str, text: impl AsRef<[u8]>) -> Self {
        self.folder.write(name, text);
        self
    }

    /// With everything that is in a folder.
    pub fn copy(self, from: &Path) -> Self {
        self.copy_to(from, "")
    }

    /// With everything that is in a folder, in a folder of this name.
    pub fn copy_to(self, from: &Path, to: &str) -> Self {
        for (name, bytes) in files(from) {
            self.folder.write(format!("{to}/{name}").trim_start_matches('/'), bytes);
        }
        self
    }

    /// Run in this folder below the test's.
    pub fn from(mut self, inside: &str) -> Self {
        fs::create_dir_all(self.folder.path(inside)).unwrap();
        self.inside = inside.into();
        self
    }

    pub fn args<'a>(mut self, args: impl IntoIterator<Item = &'a str>) -> Self {
        self.args.extend(args.into_iter().map(Into::into));
        self
    }

    /// With a variable in its environment.
    pub fn variable(mut self, name: &str, value: impl Into<String>) -> Self {
        self.variables.push((name.into(), value.into()));
        self
    }

    pub fn stdout(mut self, text: impl Into<String>) -> Self {
        self.stdout = Expect::Is(text.into());
        self
    }

    pub fn stderr(mut self, text: impl Into<String>) -> Self {
        self.stderr = Expect::Is(text.into());
        self
    }

    /// Whatever it prints: the test looks at it itself.
    pub fn any_output(mut self) -> Self {
        (self.stdout, self.stderr) = (Expect::Any, Expect::Any);
        self
    }

    /// Ends with 0.
    #[track_caller]
    pub fn success(self) -> Done {
        self.ends_with(0)
    }

    /// Ends with 1: the content has errors.
    #[track_caller]
    pub fn failure(self) -> Done {
        self.ends_with(1)
    }

    /// Ends with 2: wrong usage, or a file that cannot be read or written.
    #[track_caller]
    pub fn refused(self) -> Done {
        self.ends_with(2)
    }

    #[track_caller]
    fn ends_with(self, code: i32) -> Done {
        let (stdout, stderr) = (self.stdout.text(), self.stderr.text());
        let done = self.run();
        for (stream, wanted, printed) in
            [("standard error", stderr, &done.stderr), ("standard output", stdout, &done.stdout)]
        {
            if let Some(wanted) = wanted {
                assert_eq!(*printed, wanted, "{stream} of `crosscheck`");
            }
        }
        assert_eq!(done.code, code, "the exit code; standard error was\n{}", done.stderr);
        done
    }

    /// Runs it and gives what happened, whatever it was.
    pub fn run(self) -> Done {
        let output = Command::new(env!("CARGO_BIN_EXE_crosscheck"))
            .args(&self.args)
            .current_dir(self.folder.root.path().join(&self.inside))
            .env("HOME", self.folder.root.path().join("nobody"))
            .env_remove("NO_COLOR")
            .env_remove("GITHUB_ACTIONS")
            .env_remove("XDG_DATA_HOME")
            .env_remove("XDG_CACHE_HOME")
            .envs(self.variables.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let text = |bytes: &[u8]| self.folder.neutral(std::str::from_utf8(bytes).unwrap());
        Done {
            stdout: text(&output.stdout),
            stderr: text(&output.stderr),
            code: output.status.code().unwrap_or(-1),
            folder: self.folder,
        }
    }
}

impl Expect {
    fn text(&self) -> Option<String> {
        match self {
            Self::Is(text) => Some(text.clone()),
            Self::Any => None,
        }
    }
}

impl Folder {
    /// A copy, with everything that is in it.
    pub fn of(other: &Self) -> Self {
        let copy = Self { root: tempfile::tempdir().unwrap() };
        let status = Command::new("cp").arg("-a").arg(other.path(".")).arg(copy.path(".")).status().unwrap();
        assert!(status.success());
        copy
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let place = self.path(name);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, text).unwrap();
    }

    #[track_caller]
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Every file below a folder with its bytes.
    pub fn files(&self, below: &str) -> BTreeMap<String, Vec<u8>> {
        files(&self.path(below))
    }

    /// The names of all files below a folder.
    pub fn names(&self, below: &str) -> Vec<String> {
        self.files(below).into_keys().collect()
    }

    /// Output without what differs from run to run.
    fn neutral(&self, output: &str) -> String {
        let real = fs::canonicalize(self.root.path()).unwrap();
        let output =
            output.replace(real.to_str().unwrap(), "[ROOT]").replace(self.root.path().to_str().unwrap(), "[ROOT]");
        output.split_inclusive('\n').map(without_duration).collect()
    }
}

/// Every file below a folder with its bytes.
fn files(top: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(top).into_iter().filter_map(Result::ok);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let name = entry.path().strip_prefix(top).unwrap().to_str().unwrap().to_owned();
            (name, fs::read(entry.path()).unwrap())
        })
        .collect()
}

/// `… in 0.08 s: …` → `… in [TIME]: …`.
fn without_duration(line: &str) -> String {
    let Some((before, rest)) = line.split_once(" in ") else { return line.into() };
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').len();
    match rest[digits..].strip_prefix(" s") {
        Some(after) if digits > 0 => format!("{before} in [TIME]{after}"),
        _ => line.into(),
    }
}
