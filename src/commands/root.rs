//! The root of the site: the folder with `crosscheck.yaml`.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use super::Failure;

/// The file that makes a folder a site.
const SETTINGS: &str = "crosscheck.yaml";

/// The folder named with `--root`, or else the nearest one with settings, from the current folder upwards.
pub(super) fn find(named: Option<&Path>) -> Result<PathBuf, Failure> {
    let start = named.unwrap_or(Path::new("."));
    let start = fs::canonicalize(start).map_err(Failure::io("find the folder", start))?;
    let mut folders = start.ancestors().take(if named.is_some() { 1 } else { usize::MAX });
    let found = folders.find(|folder| folder.join(SETTINGS).is_file());
    let root = found.ok_or_else(|| {
        let place = if named.is_some() { start.display().to_string() } else { "this folder, or in one above".into() };
        Failure::new(format!("there is no {SETTINGS} in {place}"))
            .help("go to the site's folder, name it with --root DIR, or start one with: crosscheck init DIR")
    })?;
    let here = env::current_dir().ok().and_then(|here| fs::canonicalize(here).ok());
    Ok(here.and_then(|here| relative(root, &here)).unwrap_or_else(|| root.into()))
}

/// The path as people recognize it, from where they are: `.`, `town`, `../..`; `None` where it is neither above nor below.
fn relative(path: &Path, here: &Path) -> Option<PathBuf> {
    if path == here {
        return Some(".".into());
    }
    if let Ok(below) = path.strip_prefix(here) {
        return Some(below.into());
    }
    let above = here.strip_prefix(path).ok()?;
    Some(above.components().map(|_| "..").collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_given_from_where_people_are() {
        let given = |path: &str| relative(Path::new(path), Path::new("/home/ida/town"));
        assert_eq!(given("/home/ida/town"), Some(".".into()));
        assert_eq!(given("/home/ida/town/flood"), Some("flood".into()));
        assert_eq!(given("/home"), Some("../..".into()));
        assert_eq!(given("/srv/town"), None);
    }
}
