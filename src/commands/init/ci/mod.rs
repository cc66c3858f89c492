//! `crosscheck init --ci`: the file by which a forge checks, builds and publishes the site after each change.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use clap::ValueEnum;

use super::{Failure, Terminal};

/// Where the releases of this program are; a program that somebody built for themselves does not know.
const RELEASES: Option<&str> = option_env!("CROSSCHECK_RELEASES");

/// `--ci`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Ci {
    Github,
    Gitlab,
}

impl Ci {
    fn file(self) -> &'static str {
        match self {
            Self::Github => ".github/workflows/site.yml",
            Self::Gitlab => ".gitlab-ci.yml",
        }
    }

    /// Writes the file at the top of the repository that the site is in.
    pub(super) fn write(self, root: &Path, terminal: &mut Terminal) -> Result<(), Failure> {
        let root = fs::canonicalize(root).map_err(Failure::io("find the folder", root))?;
        let top = root.ancestors().find(|folder| folder.join(".git").exists()).unwrap_or(&root);
        let folder = root.strip_prefix(top).ok().and_then(Path::to_str).unwrap_or_default().replace('\\', "/");
        if !folder.chars().all(|c| c.is_ascii_alphanumeric() || "-_./".contains(c)) {
            return Err(Failure::new(format!("the site's folder in the repository is {folder:?}"))
                .help("rename it to letters, digits and hyphens, so that a workflow can name it"));
        }
        let text = self.text(&folder, branch(top).as_deref().unwrap_or("main"), RELEASES);
        let place = top.join(self.file());
        let shown = shown(&place);
        match fs::read_to_string(&place) {
            Ok(there) if there == text => return terminal.note(&format!("{shown} is there already.")),
            Ok(_) => {
                return Err(Failure::new(format!("{shown} is there already, and says something else"))
                    .help("rename or delete it, then run this again and compare"));
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(Failure::io("read", &place)(error)),
        }
        if let Some(parent) = place.parent() {
            fs::create_dir_all(parent).map_err(Failure::io("create", parent))?;
        }
        fs::write(&place, text).map_err(Failure::io("write", &place))?;
        terminal.note(&format!("Wrote {shown}. Next:"))?;
        if RELEASES.is_none() {
            let variables = match self {
                Self::Github => "Settings → Secrets and variables → Actions → Variables",
                Self::Gitlab => "Settings → CI/CD → Variables",
            };
            terminal.note(&format!(
                "  {variables}: CROSSCHECK_RELEASES, where crosscheck's releases are\n  \
                 (https://…/releases/download); this crosscheck was not made by its release workflow and does not know"
            ))?;
        }
        if self == Self::Github {
            terminal.note("  Settings → Pages → Source: GitHub Actions")?;
        }
        terminal.note("  base_url in crosscheck.yaml: the address that the site will have")?;
        terminal.note("  commit and push: each change is checked, and this branch is published")
    }

    /// The file's text, for a site in this folder of the repository.
    fn text(self, folder: &str, branch: &str, releases: Option<&str>) -> String {
        let releases = match (self, releases) {
            (Self::Github, None) => "${{ vars.CROSSCHECK_RELEASES }}".to_owned(),
            (Self::Github, Some(url)) => url.to_owned(),
            // A variable of the project's settings goes before one that stands here.
            (Self::Gitlab, None) => String::new(),
            (Self::Gitlab, Some(url)) => format!("  CROSSCHECK_RELEASES: {url}\n"),
        };
        let (root, folder) =
            if folder.is_empty() { Default::default() } else { (format!(" --root {folder}"), format!("{folder}/")) };
        let template = match self {
            Self::Github => include_str!("github.yml"),
            Self::Gitlab => include_str!("gitlab.yml"),
        };
        template
            .replace("{releases}", &releases)
            .replace("{version}", env!("CARGO_PKG_VERSION"))
            .replace("{branch}", branch)
            .replace("{root}", &root)
            .replace("{folder}", &folder)
    }
}

/// The branch that is checked out, where its name can stand in a workflow as it is.
fn branch(top: &Path) -> Option<String> {
    let head = fs::read_to_string(top.join(".git/HEAD")).ok()?;
    let name = head.trim().strip_prefix("ref: refs/heads/")?;
    name.chars().all(|c| c.is_ascii_alphanumeric() || "-_./".contains(c)).then(|| name.to_owned())
}

/// A path as people recognize it, from where they are.
fn shown(path: &Path) -> String {
    let here = env::current_dir().and_then(fs::canonicalize).unwrap_or_else(|_| PathBuf::from("/"));
    path.strip_prefix(&here).unwrap_or(path).display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_placeholder_is_filled_and_the_files_are_yaml() {
        for ci in [Ci::Github, Ci::Gitlab] {
            for folder in ["", "sites/flood"] {
                for releases in [None, Some("https://example.org/releases/download")] {
                    let text = ci.text(folder, "trunk", releases);
                    let value: serde_json::Value = serde_yaml::from_str(&text).unwrap();
                    let jobs = if ci == Ci::Github { &value["jobs"] } else { &value };
                    assert!(jobs.as_object().unwrap().len() >= 2, "{text}");
                    for placeholder in ["{releases}", "{version}", "{branch}", "{root}", "{folder}"] {
                        assert!(!text.contains(placeholder), "{placeholder} in {text}");
                    }
                    assert_eq!(text.contains("crosscheck --root sites/flood check --links"), !folder.is_empty());
                    assert_eq!(text.contains("https://example.org/releases/download"), releases.is_some());
                }
            }
        }
    }

    #[test]
    fn the_workflow_may_do_no_more_than_it_needs() {
        let text = Ci::Github.text("", "main", None);
        let value: serde_json::Value = serde_yaml::from_str(&text).unwrap();
        assert_eq!(value["permissions"], serde_json::json!({ "contents": "read" }));
        assert_eq!(
            value["jobs"]["publish"]["permissions"],
            serde_json::json!({ "pages": "write", "id-token": "write" })
        );
        assert!(value["jobs"]["build"].get("permissions").is_none());
        for uses in text.lines().filter_map(|line| line.split_once("uses: ")) {
            assert!(uses.1.starts_with("actions/") && uses.1.contains("@v"), "{}", uses.1);
        }
    }
}
