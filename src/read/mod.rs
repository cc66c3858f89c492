//! Stage 1: files become typed front matter and text.
//!
//! In goes the root folder, out come a [`Collection`] and every problem found. A file is read on its own, so all are
//! read in parallel; nothing is looked up in another file here. A file with problems is in the collection all the same,
//! with what could be read of it, so that others may refer to it and its other problems are found in the same run.

pub mod date;
pub mod fields;
pub mod front_matter;
pub mod malformed;
pub mod markdown;
pub mod value;
pub mod yaml;

mod collection;
mod files;
mod folder;
mod schema;

use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

pub use collection::{Collection, Fields, File, Packed};
pub use files::{cause_of, is_id, slug};
pub use folder::Folder;
pub use schema::schema;

use self::fields::{
    ArticleFields, EntityFields, EventFields, PageFields, QuestionFields, SettingsFields, SourceFields,
};
use self::files::{Found, problem};
use self::yaml::{FrontMatter, Node, Reading};
use crate::cache::{Inputs, Store};
use crate::diagnostics::{At, Code, Diagnostic, Place};
use crate::model::body;

/// The settings' file, in the root folder.
pub const SETTINGS: &str = "crosscheck.yaml";
/// The largest file that is read, in bytes.
pub const MAX_SIZE: u64 = 5_000_000;
/// The largest front matter that is read, in bytes.
const MAX_FRONT_MATTER: usize = 250_000;

/// Reads everything under a root folder.
pub fn read(root: &Path) -> (Collection, Vec<Diagnostic>) {
    read_with(root, one, None)
}

/// The same for who wants the articles one after the other: their fields are packed, and their texts, which are most of it
/// all, stay in their files. What a former run read is not read again; not even opened, where one has looked at it already.
pub fn read_packed(root: &Path, parsed: &Store, inputs: Option<&Inputs>) -> (Collection<Packed>, Vec<Diagnostic>) {
    let article = |found: &Found| article(found, parsed, inputs.and_then(|inputs| inputs.hash_of(&found.on_disk)));
    read_with(root, article, Some(root.to_owned()))
}

/// The text that [`read_packed`] left in an article's file; nothing where that changed since.
pub fn body_again<F>(root: &Path, file: &File<F>) -> Result<String, Box<Diagnostic>> {
    // What could not be read was reported then.
    if file.hash == [0; 32] {
        return Ok(String::new());
    }
    body(&root.join(&file.path), &file.hash, file.body_start).ok_or_else(|| Box::new(changed(&file.path)))
}

/// A file says something else than it did when it was read: half a site would be of the one, half of the other.
pub fn changed(path: &str) -> Diagnostic {
    problem(Code::UnreadableFile, path, "the file changed while it was being read").help("run the command again")
}

fn read_with<A: Send>(
    root: &Path,
    article: impl Fn(&Found) -> (File<A>, Vec<Diagnostic>) + Sync,
    texts_in: Option<PathBuf>,
) -> (Collection<A>, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let settings = match root.join(SETTINGS).exists() {
        true => take(settings(root), &mut problems),
        false => {
            problems.push(
                problem(Code::NotASite, SETTINGS, "this folder is not a crosscheck site: it has no `crosscheck.yaml`")
                    .help("run `crosscheck init` to make one, or go to the folder that has it"),
            );
            File { path: SETTINGS.into(), damaged: true, ..File::default() }
        }
    };
    let (found, more) = files::find(root);
    problems.extend(more);
    let of = |folder: Folder| found.iter().filter(move |file| file.folder == folder).collect::<Vec<_>>();
    let collection = Collection {
        texts_in,
        settings,
        articles: all(&of(Folder::Articles), article, &mut problems),
        questions: all(&of(Folder::Questions), one, &mut problems),
        events: all(&of(Folder::Events), one, &mut problems),
        sources: all(&of(Folder::Sources), one, &mut problems),
        entities: all(&of(Folder::Entities), one, &mut problems),
        pages: all(&of(Folder::Pages), one, &mut problems),
    };
    (collection, problems)
}

/// Reads the text of a file with front matter, as it is in an editor or on disk.
pub fn file<F: FrontMatter>(path: &str, id: &str, text: &str) -> (File<F>, Vec<Diagnostic>) {
    let (split, missing) = front_matter::split(path, text);
    let mut reading: Reading<F> = match &missing {
        // Without front matter, nothing can be said of its fields.
        Some(_) if split.yaml.is_empty() => Reading::default(),
        _ => bounded(path, &text[split.yaml.clone()], split.yaml.start),
    };
    reading.problems.extend(missing);
    let damaged = reading.is_damaged();
    let Reading { fields, problems } = reading;
    let (body, hash) = (text[split.body..].to_owned(), hash(text));
    (File { path: path.into(), id: id.into(), fields, body, body_start: split.body, hash, damaged }, problems)
}

/// Reads an article's file again.
pub fn article_again(root: &Path, before: &File<ArticleFields>) -> (File<ArticleFields>, Vec<Diagnostic>) {
    let File { path, id, .. } = before;
    one(&Found { folder: Folder::Articles, id: id.clone(), path: path.clone(), on_disk: root.join(path) })
}

/// Where the YAML of a file lies: all of the settings, else the front matter.
pub fn yaml_of(path: &str, text: &str) -> std::ops::Range<usize> {
    match path {
        SETTINGS => text.len() - text.trim_start_matches('\u{feff}').len()..text.len(),
        _ => front_matter::split(path, text).0.yaml,
    }
}

/// The tree of a file's YAML, for looking up where a field stands. Nothing is reported.
pub fn tree(path: &str, yaml: &str) -> Node {
    if yaml.len() > MAX_FRONT_MATTER {
        return Node { range: 0..0, kind: yaml::Kind::Refused };
    }
    match folder_of(path) {
        None if path == SETTINGS => yaml::tree::<SettingsFields>(yaml),
        None | Some(Folder::Articles) => yaml::tree::<ArticleFields>(yaml),
        Some(Folder::Questions) => yaml::tree::<QuestionFields>(yaml),
        Some(Folder::Events) => yaml::tree::<EventFields>(yaml),
        Some(Folder::Sources) => yaml::tree::<SourceFields>(yaml),
        Some(Folder::Entities) => yaml::tree::<EntityFields>(yaml),
        Some(Folder::Pages) => yaml::tree::<PageFields>(yaml),
    }
}

/// The kind of a file, by its path relative to the root.
pub fn folder_of(path: &str) -> Option<Folder> {
    let mut parts = path.split('/');
    parts.next().filter(|first| *first == "content")?;
    Folder::from_name(parts.next()?)
}

fn settings(root: &Path) -> (File<SettingsFields>, Vec<Diagnostic>) {
    let text = match text(SETTINGS, &root.join(SETTINGS)) {
        Ok(text) => text,
        Err(problem) => return (File { path: SETTINGS.into(), damaged: true, ..File::default() }, vec![*problem]),
    };
    let yaml = yaml_of(SETTINGS, &text);
    let reading: Reading<SettingsFields> = bounded(SETTINGS, &text[yaml.clone()], yaml.start);
    let damaged = reading.is_damaged();
    let Reading { fields, problems } = reading;
    let (body_start, hash) = (text.len(), hash(&text));
    (File { path: SETTINGS.into(), fields, damaged, body_start, hash, ..File::default() }, problems)
}

fn all<F: Send>(
    found: &[&Found],
    one: impl Fn(&Found) -> (File<F>, Vec<Diagnostic>) + Sync,
    problems: &mut Vec<Diagnostic>,
) -> Vec<File<F>> {
    let read: Vec<_> = found.par_iter().map(|found| one(found)).collect();
    read.into_iter().map(|read| take(read, problems)).collect()
}

/// An article without its text, parsed anew only where that was never done without a problem.
fn article(found: &Found, parsed: &Store, seen: Option<[u8; 32]>) -> (File<Packed>, Vec<Diagnostic>) {
    let known = |hash: [u8; 32]| {
        let (fields, body_start) = parsed.get::<(Packed, usize)>(&hash)?;
        let (path, id) = (found.path.clone(), found.id.clone());
        Some(File { path, id, fields, body: String::new(), body_start, hash, damaged: false })
    };
    if let Some(file) = seen.and_then(known) {
        return (file, Vec::new());
    }
    let (file, problems) = match text(&found.path, &found.on_disk) {
        Ok(text) => match known(hash(&text)) {
            Some(file) => return (file, Vec::new()),
            None => file::<ArticleFields>(&found.path, &found.id, &text),
        },
        Err(_) => one(found),
    };
    let file = File { body: String::new(), ..file.with(Packed::from) };
    if problems.is_empty() {
        parsed.keep(file.hash, &(&file.fields, file.body_start));
    }
    (file, problems)
}

fn hash(text: &str) -> [u8; 32] {
    *blake3::hash(text.as_bytes()).as_bytes()
}

fn one<F: FrontMatter>(found: &Found) -> (File<F>, Vec<Diagnostic>) {
    match text(&found.path, &found.on_disk) {
        Ok(text) => file(&found.path, &found.id, &text),
        Err(problem) => {
            let file = File { path: found.path.clone(), id: found.id.clone(), damaged: true, ..File::default() };
            (file, vec![*problem])
        }
    }
}

fn bounded<F: FrontMatter>(path: &str, yaml: &str, base: usize) -> Reading<F> {
    if yaml.len() <= MAX_FRONT_MATTER {
        return yaml::read(path, yaml, base);
    }
    let message = "the front matter is larger than 250 kB";
    Reading {
        fields: F::default(),
        problems: vec![problem(Code::UnreadableFile, path, message).help("split the file")],
    }
}

fn text(path: &str, on_disk: &Path) -> Result<String, Box<Diagnostic>> {
    let unreadable = |error: std::io::Error| {
        let message = format!("the file cannot be read: {}", cause_of(&error));
        Box::new(problem(Code::UnreadableFile, path, message))
    };
    if fs::metadata(on_disk).map_err(unreadable)?.len() > MAX_SIZE {
        let message = "the file is larger than 5 MB";
        let problem = problem(Code::UnreadableFile, path, message);
        return Err(Box::new(problem.help("split it, or keep the original as a capture")));
    }
    String::from_utf8(fs::read(on_disk).map_err(unreadable)?).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let place = Place { path: path.into(), at: At::Bytes(at..at + 1) };
        let problem = Diagnostic::new(Code::UnreadableFile, place, "the file is not UTF-8 text from here on");
        Box::new(problem.help("save it as UTF-8 in your editor"))
    })
}

fn take<F>((file, more): (File<F>, Vec<Diagnostic>), problems: &mut Vec<Diagnostic>) -> File<F> {
    problems.extend(more);
    file
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::diagnostics::{Severity, locate};

    #[test]
    fn the_demonstration_has_no_problem() {
        let (collection, problems) = read(Path::new(env!("CARGO_MANIFEST_DIR")));
        assert_eq!(problems, []);
        assert!(collection.articles.len() >= 5 && collection.settings.fields.title.is_some());
        assert!(collection.articles.iter().all(|article| !article.body.is_empty() && !article.damaged));
    }

    #[test]
    fn what_is_packed_is_what_was_read() {
        for root in ["", "tests/corpora/quake"] {
            let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(root);
            let ((whole, problems), (packed, same)) = (read(&root), read_packed(&root, &Store::nothing(), None));
            assert_eq!(problems, same);
            assert_eq!(whole.articles.len(), packed.articles.len());
            for (whole, packed) in whole.articles.into_iter().zip(packed.articles) {
                assert_eq!(body_again(&root, &packed).unwrap(), whole.body);
                assert_eq!(packed.fields.capture(), whole.fields.capture());
                assert_eq!(packed.with(Fields::unpack), File { body: String::new(), ..whole });
            }
        }
    }

    proptest! {
        #[test]
        fn any_file_can_be_read(parts in prop::collection::vec(prop::sample::select(PARTS.as_slice()), 0..16)) {
            let text = parts.concat();
            let (file, problems) = file::<ArticleFields>("content/articles/a.md", "a", &text);
            prop_assert_eq!(text.get(file.body_start..), Some(file.body.as_str()));
            prop_assert_eq!(file.damaged, !problems.is_empty() && problems.iter().any(|p| p.severity() == Severity::Error));
            let count = problems.len();
            let located = locate(problems, |_| Some(text.clone()));
            prop_assert!(located.len() <= count && located.iter().all(|located| located.position().is_some()));
        }
    }

    const PARTS: [&str; 18] = [
        "---",
        "\n",
        "\r\n",
        "\n---\n",
        "\u{feff}",
        "title: a",
        "claims:\n- question: b",
        "—-",
        " ",
        "\t",
        "é",
        "a: \"b",
        "[",
        "...",
        "\r",
        "Text.",
        "\u{0}",
        "- ",
    ];

    #[test]
    fn a_body_keeps_its_place() {
        let text = "\u{feff}---\r\ntitle: A\r\n---\r\nBody.\r\n";
        let (file, problems) = file::<PageFields>("content/pages/a.md", "a", text);
        assert_eq!(problems, []);
        assert_eq!(&text[file.body_start..], file.body);
        assert_eq!(file.body, "Body.\r\n");
    }

    #[test]
    fn a_folder_that_is_no_site() {
        let root = tempfile::tempdir().unwrap();
        let (_, problems) = read(root.path());
        assert_eq!(problems.iter().map(|problem| problem.code).collect::<Vec<_>>(), [Code::NotASite]);
    }

    #[test]
    fn what_cannot_be_read_still_has_its_id() {
        let root = tempfile::tempdir().unwrap();
        let articles = root.path().join("content/articles");
        fs::create_dir_all(&articles).unwrap();
        fs::write(root.path().join(SETTINGS), "title: A\n").unwrap();
        fs::write(articles.join("latin.md"), b"---\ntitle: caf\xe9\n---\n").unwrap();
        fs::write(articles.join("large.md"), vec![b' '; 5_000_001]).unwrap();
        fs::write(articles.join("none.md"), "Only text.\n").unwrap();
        let (collection, problems) = read(root.path());
        assert_eq!(
            collection.articles.iter().map(|a| (a.id.as_str(), a.damaged)).collect::<Vec<_>>(),
            [("large", true), ("latin", true), ("none", true)]
        );
        assert_eq!(
            problems.iter().map(|problem| problem.code).collect::<Vec<_>>(),
            [Code::UnreadableFile, Code::UnreadableFile, Code::NoFrontMatter]
        );
        assert_eq!(problems[1].place.at, At::Bytes(14..15));
        assert_eq!(collection.articles[2].body, "Only text.\n");
    }

    #[test]
    fn both_readers_read_the_demonstration_alike() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        for found in files::find(root).0.iter().filter(|found| found.folder == Folder::Articles) {
            let text = fs::read_to_string(&found.on_disk).unwrap();
            let yaml = &text[yaml_of(&found.path, &text)];
            assert_eq!(
                yaml::careful::<ArticleFields>("", yaml, 0).fields,
                serde_yaml::from_str(yaml).unwrap(),
                "{}",
                found.path
            );
        }
    }
}
