//! The article as it was captured: found under the root, and nowhere else.

use std::fs;
use std::path::{Component, Path, PathBuf};

use super::report::{Report, near};
use crate::diagnostics::{Code, Field};
use crate::model::Capture;
use crate::read::cause_of;

/// Larger captures are not read.
const LARGEST: u64 = 16 * 1024 * 1024;

/// Where captures are read from.
#[derive(Clone, Debug)]
pub struct Captures {
    root: PathBuf,
    real_root: Option<PathBuf>,
}

impl Captures {
    /// Captures named by paths relative to this folder.
    pub fn under(root: &Path) -> Self {
        Self { root: root.to_path_buf(), real_root: root.canonicalize().ok() }
    }

    /// What an article's `capture` names, and its text where that is here to read.
    pub(super) fn read(
        &self,
        written: Option<&str>,
        field: &Field,
        report: &mut Report<'_>,
    ) -> (Option<Capture>, Option<String>) {
        let Some(written) = written else { return (None, None) };
        if let Some(hash) = written.strip_prefix("sha256:") {
            if hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_hexdigit()) {
                return (Some(Capture::Sha256(hash.to_ascii_lowercase())), None);
            }
            let message = "a SHA-256 has 64 hexadecimal digits";
            report.field(Code::NoCapture, field, message, Some("copy what `sha256sum` prints for the file".into()));
            return (None, None);
        }
        match self.text(written) {
            Ok(text) => (Some(Capture::File(written.to_string())), Some(text)),
            Err((message, help)) => {
                report.field(Code::NoCapture, field, message, Some(help));
                (None, None)
            }
        }
    }

    /// A hash of what the capture says that an article names; nothing where it cannot be read.
    pub(super) fn hash(&self, written: &str) -> Option<[u8; 32]> {
        if written.starts_with("sha256:") {
            return Some([0; 32]);
        }
        Some(*blake3::hash(self.text(written).ok()?.as_bytes()).as_bytes())
    }

    fn text(&self, written: &str) -> Result<String, (String, String)> {
        let relative = Path::new(written);
        let plain = relative.components().all(|part| matches!(part, Component::Normal(_)));
        if !plain || written.contains('\\') {
            let message = format!("the capture `{written}` is not a path under the root");
            return Err((message, "write it from the root down: `seeds/article.txt`".into()));
        }
        let path = self.root.join(relative);
        let inside = |real: &PathBuf| self.real_root.as_ref().is_some_and(|root| real.starts_with(root));
        match path.canonicalize() {
            Ok(real) if inside(&real) => {}
            Ok(_) => {
                let message = format!("the capture `{written}` leads out of the root");
                return Err((message, "put the file itself under the root, not a link to it".into()));
            }
            Err(_) => return Err((format!("there is no file `{written}`"), self.near(relative))),
        }
        if path.is_dir() {
            let message = format!("the capture `{written}` is a folder");
            return Err((message, format!("name the file in it: `{}/article.txt`", written.trim_end_matches('/'))));
        }
        let size = fs::metadata(&path).map(|data| data.len()).unwrap_or_default();
        if size > LARGEST {
            let message = format!("the capture `{written}` is larger than {} MB", LARGEST / 1024 / 1024);
            return Err((message, "keep it elsewhere, and name it by its hash: `capture: sha256:…`".into()));
        }
        let bytes = fs::read(&path).map_err(|error| {
            (
                format!("the capture `{written}` cannot be read: {}", cause_of(&error)),
                "see to it that you may read the file".into(),
            )
        })?;
        String::from_utf8(bytes).map_err(|_| {
            let help = "save it as UTF-8 text, or keep it elsewhere and name it by its hash: `capture: sha256:…`";
            (format!("the capture `{written}` is not UTF-8 text"), help.into())
        })
    }

    /// A file beside the missing one whose name is near.
    fn near(&self, relative: &Path) -> String {
        let folder = relative.parent().unwrap_or(Path::new(""));
        let wanted = relative.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let mut names: Vec<String> = fs::read_dir(self.root.join(folder))
            .map(|entries| entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect())
            .unwrap_or_default();
        names.sort();
        match near(wanted, names.iter().map(String::as_str)) {
            Some(near) => format!("did you mean `{}`?", folder.join(near).display()),
            None => "save the article as it was captured there, or leave `capture` out".to_string(),
        }
    }
}
