//! `crosscheck init`: a small site that works, to look at and to write over; with `--ci`, the workflow that publishes one.
//!
//! The files are those of the folder `init/starter/`, as they stand there. Nothing is asked, nothing is overwritten.

mod ci;

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use clap::Args;
use include_dir::{Dir, File, include_dir};

use super::{Failure, Outcome, Terminal};
use ci::Ci;

static STARTER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/commands/init/starter");

/// What may be in the folder already: a site is often started in a fresh repository.
const WELCOME: [&str; 2] = [".git", ".DS_Store"];

/// Start a site: two articles about one flood that do not agree, ready to build
///
/// With --ci, write the workflow that checks, builds and publishes the site after each change: for the site that is there, or
/// for the one that is started.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  crosscheck init varnholt     makes the folder
  crosscheck init .            fills the current folder, which must be empty
  crosscheck init --ci github  for the site that is here: a workflow that publishes it to GitHub Pages")]
pub(super) struct Init {
    /// The folder to make, or an empty one
    #[arg(value_name = "DIR", required_unless_present = "ci")]
    folder: Option<PathBuf>,
    /// Write the file by which this forge checks, builds and publishes the site
    #[arg(long, value_name = "FORGE")]
    ci: Option<Ci>,
}

impl Init {
    pub(super) fn run(
        self,
        root: impl FnOnce() -> Result<PathBuf, Failure>,
        terminal: &mut Terminal,
    ) -> Result<Outcome, Failure> {
        if let Some(folder) = &self.folder {
            start(folder, terminal)?;
        }
        if let Some(ci) = self.ci {
            ci.write(&self.folder.map_or_else(root, Ok)?, terminal)?;
        }
        Ok(Outcome::Done)
    }
}

fn start(folder: &Path, terminal: &mut Terminal) -> Result<(), Failure> {
    check_empty(folder)?;
    let files = files(&STARTER);
    for file in &files {
        let place = folder.join(file.path());
        if let Some(parent) = place.parent() {
            fs::create_dir_all(parent).map_err(Failure::io("create", parent))?;
        }
        fs::write(&place, file.contents()).map_err(Failure::io("write", &place))?;
    }
    terminal.note(&format!("Wrote {} files to {}. Next:", files.len(), folder.display()))?;
    if folder != Path::new(".") {
        terminal.note(&format!("  cd {}", folder.display()))?;
    }
    terminal.note("  crosscheck serve --open     the site in a browser, and again whatever you save")?;
    terminal.note("  crosscheck build            the site as files, in site/")
}

/// All files, folders within folders included, in the order of their paths.
fn files<'a>(folder: &'a Dir<'a>) -> Vec<&'a File<'a>> {
    let mut files: Vec<_> = folder.files().chain(folder.dirs().flat_map(files)).collect();
    files.sort_by_key(|file| file.path());
    files
}

fn check_empty(folder: &Path) -> Result<(), Failure> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Failure::io("start a site in", folder)(error)),
    };
    let mut names = Vec::new();
    for entry in entries {
        let name = entry.map_err(Failure::io("read", folder))?.file_name().to_string_lossy().into_owned();
        if !WELCOME.contains(&name.as_str()) {
            names.push(name);
        }
    }
    let Some(first) = names.iter().min() else { return Ok(()) };
    let more = if names.len() > 1 { format!(" and {} more", names.len() - 1) } else { String::new() };
    Err(Failure::new(format!("{} is not empty: it holds {first}{more}", folder.display()))
        .help("name a new folder; nothing was written"))
}
