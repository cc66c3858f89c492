//! `crosscheck init`: a small site that works, to look at and to write over.
//!
//! The files are those of the folder `init/starter/`, as they stand there. Nothing is asked, nothing is overwritten.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use clap::Args;
use include_dir::{Dir, File, include_dir};

use super::{Failure, Outcome, Terminal};

static STARTER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/commands/init/starter");

/// What may be in the folder already: a site is often started in a fresh repository.
const WELCOME: [&str; 2] = [".git", ".DS_Store"];

/// Start a site: two articles about one flood that do not agree, ready to build
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  crosscheck init varnholt     makes the folder\n  crosscheck init .            \
                        fills the current folder, which must be empty")]
pub(super) struct Init {
    /// The folder to make, or an empty one
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

impl Init {
    pub(super) fn run(self, terminal: &mut Terminal) -> Result<Outcome, Failure> {
        check_empty(&self.folder)?;
        let files = files(&STARTER);
        for file in &files {
            let place = self.folder.join(file.path());
            if let Some(parent) = place.parent() {
                fs::create_dir_all(parent).map_err(Failure::io("create", parent))?;
            }
            fs::write(&place, file.contents()).map_err(Failure::io("write", &place))?;
        }
        terminal.note(&format!("Wrote {} files to {}. Next:", files.len(), self.folder.display()))?;
        if self.folder != Path::new(".") {
            terminal.note(&format!("  cd {}", self.folder.display()))?;
        }
        terminal.note("  crosscheck serve --open     the site in a browser, and again whatever you save")?;
        terminal.note("  crosscheck build            the site as files, in site/")?;
        Ok(Outcome::Done)
    }
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
