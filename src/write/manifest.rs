//! What a build wrote: the list by which the next one tells its own files from everybody else's.
//!
//! The same file format serves as the journal of a run in progress. It holds nothing but what follows from the site's
//! bytes, so that it is as reproducible as they are.

use std::{collections::BTreeMap, fs, io, path::Path};

use serde::{Deserialize, Serialize};

use super::{Plan, WriteError, path};

/// The version of the file format; a manifest of another version is refused, not guessed at.
const FORMAT: u32 = 1;

/// One file's content, as a fingerprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Print {
    pub(super) hash: blake3::Hash,
    pub(super) length: u64,
}

impl Print {
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self { hash: blake3::hash(bytes), length: bytes.len() as u64 }
    }

    /// Of a file on the disk.
    pub(super) fn read(file: &Path) -> Result<Self, WriteError> {
        let mut hasher = blake3::Hasher::new();
        let hashed = fs::File::open(file).and_then(|file| hasher.update_reader(file).map(|_| ()));
        hashed.map_err(WriteError::io("read", file))?;
        Ok(Self { hash: hasher.finalize(), length: hasher.count() })
    }
}

/// A list of files with their hashes, as a manifest has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest(Files);

impl Manifest {
    /// Reads a manifest's text; `None` where no version of crosscheck that this one knows wrote it.
    pub fn parse(text: &[u8]) -> Option<Self> {
        parse(text).map(Self)
    }

    /// Reads a manifest; `None` where there is no such file.
    pub fn read(file: &Path) -> Result<Option<Self>, WriteError> {
        Ok(read(file)?.map(Self))
    }

    /// The paths of all files, in order.
    pub fn names(&self) -> impl ExactSizeIterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Whether it lists a file.
    pub fn lists(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Whether it lists a file with these bytes.
    pub fn has(&self, name: &str, bytes: &[u8]) -> bool {
        self.0.get(name) == Some(&Print::of(bytes))
    }

    /// The hash of a file that it lists.
    pub fn hash(&self, name: &str) -> Option<[u8; 32]> {
        self.0.get(name).map(|print| *print.hash.as_bytes())
    }

    /// The largest file, and how many bytes it has.
    pub fn largest(&self) -> Option<(&str, u64)> {
        self.0.iter().map(|(name, print)| (name.as_str(), print.length)).max_by_key(|(_, length)| *length)
    }

    /// How many bytes the files have.
    pub fn bytes(&self) -> u64 {
        self.0.values().map(|print| print.length).sum()
    }

    /// What has changed since an earlier one.
    pub fn since(&self, earlier: &Self) -> Plan {
        let mut plan = Plan::default();
        for (name, print) in &self.0 {
            match earlier.0.get(name) {
                None => plan.added.push(name.clone()),
                Some(before) if before == print => plan.unchanged += 1,
                Some(_) => plan.changed.push(name.clone()),
            }
        }
        plan.deleted = earlier.names().filter(|name| !self.lists(name)).map(Into::into).collect();
        plan
    }

    /// Its text, one file a line.
    pub fn text(&self) -> Vec<u8> {
        text(&self.0)
    }
}

/// Path → fingerprint.
pub(super) type Files = BTreeMap<String, Print>;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document<'a> {
    format: u32,
    #[serde(borrow)]
    files: BTreeMap<std::borrow::Cow<'a, str>, Record<'a>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Record<'a> {
    blake3: std::borrow::Cow<'a, str>,
    bytes: u64,
}

/// The files that a manifest or a journal lists; `None` where there is none.
pub(super) fn read(file: &Path) -> Result<Option<Files>, WriteError> {
    let text = match fs::read(file) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(WriteError::io("read", file)(error)),
    };
    parse(&text).map(Some).ok_or_else(|| {
        WriteError::refused(
            format!("{} is not a list of files that this version of crosscheck wrote", file.display()),
            "look at what is in the output folder, then delete the folder and build again",
        )
    })
}

fn parse(text: &[u8]) -> Option<Files> {
    let document: Document<'_> = serde_json::from_slice(text).ok()?;
    if document.format != FORMAT {
        return None;
    }
    let print = |(name, record): (std::borrow::Cow<'_, str>, Record<'_>)| {
        path::check(&name).ok()?;
        let hash = blake3::Hash::from_hex(record.blake3.as_bytes()).ok()?;
        Some((name.into_owned(), Print { hash, length: record.bytes }))
    };
    document.files.into_iter().map(print).collect()
}

/// The text of a manifest, one file a line so that two of them can be compared by eye.
pub(super) fn text(files: &Files) -> Vec<u8> {
    let mut text = format!("{{\"format\":{FORMAT},\"files\":{{");
    for (position, (name, print)) in files.iter().enumerate() {
        text.push_str(if position == 0 { "\n" } else { ",\n" });
        let name = serde_json::Value::from(name.as_str());
        text.push_str(&format!("{name}:{{\"blake3\":\"{}\",\"bytes\":{}}}", print.hash.to_hex(), print.length));
    }
    text.push_str("\n}}\n");
    text.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        for names in [&[][..], &["index.html"], &["a \"quoted\" name", "data/claims.json", "Київ"]] {
            let files: Files = names.iter().map(|name| (name.to_string(), Print::of(name.as_bytes()))).collect();
            assert_eq!(parse(&text(&files)), Some(files));
        }
    }

    #[test]
    fn a_manifest_that_leads_elsewhere_is_refused() {
        let hash = "0".repeat(64);
        let of =
            |name: &str| format!("{{\"format\":1,\"files\":{{\"{name}\":{{\"blake3\":\"{hash}\",\"bytes\":1}}}}}}");
        assert!(parse(of("index.html").as_bytes()).is_some());
        for name in ["../../home", "/etc/passwd", ".git/config"] {
            assert!(parse(of(name).as_bytes()).is_none(), "{name}");
        }
        assert!(parse(of("index.html").replace("\"format\":1", "\"format\":2").as_bytes()).is_none());
        assert!(parse(b"").is_none());
    }
}
