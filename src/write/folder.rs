//! Which folder may be the output folder.
//!
//! A mistyped `--output` must never cost anybody a file, so everything that could hold something else is refused.

use std::{
    env, fs, io,
    path::{Component, Path, PathBuf},
};

use super::{WriteError, path::OWN_FOLDER};

/// The folders below the root that a site is made from.
const INPUTS: [&str; 4] = ["content", "seeds", "themes", ".git"];

/// What an output folder may hold before the first build: what people and hosts put there themselves.
const WELCOME: [&str; 6] = [OWN_FOLDER, ".git", ".gitignore", ".nojekyll", "CNAME", ".DS_Store"];

/// The folder to write to, without symbolic links on the way, or why it is refused. A relative `output` is taken from
/// `root`.
pub fn output_folder(root: &Path, output: &Path) -> Result<PathBuf, WriteError> {
    let root = fs::canonicalize(root).map_err(WriteError::io("find", root))?;
    let wanted = root.join(output);
    let folder = resolve(&wanted).map_err(WriteError::io("find", &wanted))?;
    let refuse = |why: &str| {
        Err(WriteError::refused(
            format!("refusing to write the site to {}: {why}", folder.display()),
            "name a folder of its own, such as site, or /srv/www/flood",
        ))
    };
    if root.starts_with(&folder) {
        return refuse("it is, or holds, the folder that the site is made from");
    }
    if let Some(input) = INPUTS.iter().find(|input| folder.starts_with(root.join(input))) {
        return refuse(&format!("it lies in {input}/, which the site is made from"));
    }
    if folder.components().any(|part| part.as_os_str() == ".git") {
        return refuse("it lies in .git, which is git's own");
    }
    let home = env::home_dir().and_then(|home| fs::canonicalize(home).ok());
    if home.is_some_and(|home| home.starts_with(&folder)) {
        return refuse("it is, or holds, your home folder");
    }
    Ok(folder)
}

/// What may lie in a folder that no run has written to yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Others {
    /// Nothing but what hosts put there: a folder to build in is the build's.
    Refused,
    /// Anything that is not in the way: a folder to publish to may serve other things too.
    Left,
}

/// Gives an error where the folder holds somebody else's things and no build ever wrote to it.
pub(super) fn check_content(folder: &Path, others: Others) -> Result<(), WriteError> {
    let own = folder.join(OWN_FOLDER);
    match fs::symlink_metadata(&own) {
        Ok(metadata) if !metadata.is_dir() => {
            return Err(WriteError::refused(
                format!("refusing to write the site to {}: {OWN_FOLDER} in it is not a folder", folder.display()),
                "name an empty or a new folder with --output",
            ));
        }
        Ok(_) if own.join("manifest.json").exists() || own.join("journal.json").exists() => return Ok(()),
        _ => {}
    }
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            return Err(WriteError::refused(
                format!("refusing to write the site to {}: it is a file", folder.display()),
                "name a folder of its own, such as site, or /srv/www/flood",
            ));
        }
        Err(error) => return Err(WriteError::io("read", folder)(error)),
    };
    let mut foreign = Vec::new();
    for entry in entries {
        let name = entry.map_err(WriteError::io("read", folder))?.file_name().to_string_lossy().into_owned();
        if others == Others::Refused && !WELCOME.contains(&name.as_str()) {
            foreign.push(name);
        }
    }
    foreign.sort();
    let Some(first) = foreign.first() else { return Ok(()) };
    let more = match foreign.len() - 1 {
        0 => String::new(),
        1 => " and one thing more".into(),
        more => format!(" and {more} things more"),
    };
    Err(WriteError::refused(
        format!(
            "refusing to write the site to {}: it holds {first}{more}, and no build of crosscheck wrote that",
            folder.display()
        ),
        "name an empty or a new folder with --output, or empty this one yourself",
    ))
}

/// The absolute path with `..` and symbolic links resolved as far as the path exists.
fn resolve(path: &Path) -> io::Result<PathBuf> {
    let mut resolved = PathBuf::new();
    for component in path.components() {
        match component {
            Component::ParentDir => {
                resolved.pop();
            }
            Component::CurDir => {}
            other => resolved.push(other),
        }
        match fs::canonicalize(&resolved) {
            Ok(real) => resolved = real,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            // What follows a file is reported by whoever opens it, with the file's name.
            Err(error) if error.kind() == io::ErrorKind::NotADirectory => {}
            Err(error) => return Err(error),
        }
    }
    Ok(resolved)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn root() -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join("project/content/articles")).unwrap();
        root
    }

    #[test]
    fn a_folder_of_its_own_passes() {
        let top = root();
        let project = top.path().join("project");
        let real = fs::canonicalize(&project).unwrap();
        assert_eq!(output_folder(&project, Path::new("site")).unwrap(), real.join("site"));
        assert_eq!(output_folder(&project, Path::new("a/../out/x")).unwrap(), real.join("out/x"));
        assert_eq!(output_folder(&project, Path::new("../published")).unwrap(), real.with_file_name("published"));
    }

    #[test]
    fn folders_that_hold_other_things_are_refused() {
        let top = root();
        let project = top.path().join("project");
        for output in [".", "", "..", "/", "content", "content/x", "site/../content/articles", "themes/mine", ".git"] {
            let error = output_folder(&project, Path::new(output)).unwrap_err();
            assert!(error.to_string().starts_with("refusing to write the site to "), "{output}: {error}");
        }
        let home = env::home_dir().unwrap();
        assert!(output_folder(&project, &home).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_the_content_is_seen_through() {
        let top = root();
        let project = top.path().join("project");
        std::os::unix::fs::symlink("content", project.join("site")).unwrap();
        assert!(output_folder(&project, Path::new("site")).is_err());
        std::os::unix::fs::symlink("..", project.join("up")).unwrap();
        assert!(output_folder(&project, Path::new("up")).is_err());
    }

    #[test]
    fn only_empty_or_known_content_is_welcome() {
        let top = root();
        let site = top.path().join("site");
        assert!(check_content(&site, Others::Refused).is_ok());
        fs::create_dir(&site).unwrap();
        fs::write(site.join(".gitignore"), "*").unwrap();
        fs::write(site.join("CNAME"), "example.org").unwrap();
        assert!(check_content(&site, Others::Refused).is_ok());
        fs::write(site.join("thesis.docx"), "x").unwrap();
        let message = check_content(&site, Others::Refused).unwrap_err().to_string();
        assert!(check_content(&site, Others::Left).is_ok());
        assert!(message.ends_with("it holds thesis.docx, and no build of crosscheck wrote that"), "{message}");
        assert!(
            check_content(&site.join("thesis.docx"), Others::Refused)
                .unwrap_err()
                .to_string()
                .ends_with("it is a file")
        );
    }
}
