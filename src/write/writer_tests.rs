//! What a writer promises, each promise as a test.

use std::os::unix::fs::symlink;

use proptest::prelude::*;
use tempfile::TempDir;

use super::*;

fn site() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn build(site: &TempDir, files: &[(&str, &str)]) -> Result<Summary, WriteError> {
    let writer = Writer::open(site.path())?;
    for (name, text) in files {
        writer.put(name, text.as_bytes())?;
    }
    writer.finish()
}

fn read(site: &TempDir, name: &str) -> String {
    fs::read_to_string(site.path().join(name)).unwrap_or_else(|_| "(nothing)".into())
}

/// All files in the folder, the writer's own included.
fn all(site: &TempDir) -> BTreeMap<String, Vec<u8>> {
    let files = walkdir::WalkDir::new(site.path()).into_iter().map(Result::unwrap).filter(|e| e.file_type().is_file());
    files
        .map(|entry| {
            let name = entry.path().strip_prefix(site.path()).unwrap().to_string_lossy().into_owned();
            (name, fs::read(entry.path()).unwrap())
        })
        .collect()
}

#[test]
fn a_second_build_writes_what_changed_and_removes_what_is_gone() {
    let site = site();
    let first = build(&site, &[("index.html", "1"), ("a/index.html", "a"), ("b/c/index.html", "b")]).unwrap();
    assert_eq!(first, Summary { written: 3, ..Summary::default() });
    let second = build(&site, &[("index.html", "2"), ("a/index.html", "a"), ("d/index.html", "d")]).unwrap();
    assert_eq!(second, Summary { written: 2, unchanged: 1, removed: 1, kept: vec![] });
    assert_eq!(read(&site, "index.html"), "2");
    assert_eq!(read(&site, "d/index.html"), "d");
    assert!(!site.path().join("b").exists());
}

#[test]
fn what_is_new_goes_in_by_whole_folders_beside_what_is_there() {
    let site = site();
    build(&site, &[("a/b/index.html", "1")]).unwrap();
    fs::write(site.path().join("a/notes.txt"), "mine").unwrap();
    let writer = Writer::open(site.path()).unwrap();
    for name in ["a/b/index.html", "a/b/c/x.json", "a/d/e/index.html", "a/d/x.json", "f/g/index.html", "h.html"] {
        writer.put(name, name.as_bytes()).unwrap();
    }
    let staged = std::mem::take(&mut guard(&writer.outputs).staged);
    let (page, data) = (Kind::Page, Kind::Data);
    assert_eq!(
        Vec::from_iter(writer.moves(&staged).unwrap()),
        [("a/b/c", data), ("a/b/index.html", page), ("a/d", data), ("f", page), ("h.html", page)]
    );
    guard(&writer.outputs).staged = staged;
    assert_eq!(writer.finish().unwrap(), Summary { written: 6, ..Summary::default() });
    assert_eq!(read(&site, "a/d/e/index.html"), "a/d/e/index.html");
    assert_eq!(read(&site, "a/notes.txt"), "mine");
}

#[test]
fn an_unchanged_file_is_not_touched() {
    let site = site();
    build(&site, &[("index.html", "1")]).unwrap();
    let before = fs::metadata(site.path().join("index.html")).unwrap();
    let manifest = fs::metadata(site.path().join(".crosscheck/manifest.json")).unwrap();
    build(&site, &[("index.html", "1")]).unwrap();
    use std::os::unix::fs::MetadataExt;
    assert_eq!(fs::metadata(site.path().join("index.html")).unwrap().ino(), before.ino());
    assert_eq!(fs::metadata(site.path().join(".crosscheck/manifest.json")).unwrap().ino(), manifest.ino());
}

#[test]
fn a_file_in_parts_is_the_file_as_a_whole() {
    let in_parts = |site: &TempDir, parts: &[&str]| {
        let writer = Writer::open(site.path()).unwrap();
        writer.put_in_parts("data.json", |to| parts.iter().for_each(|part| to(part.as_bytes()))).unwrap();
        writer.finish().unwrap()
    };
    let (whole, parts) = (site(), site());
    build(&whole, &[("data.json", "[1,2]")]).unwrap();
    assert_eq!(in_parts(&parts, &["[1", "", ",2]"]).written, 1);
    assert_eq!(all(&parts), all(&whole));
    assert_eq!(in_parts(&whole, &["[1,", "2]"]).unchanged, 1);
    assert_eq!(all(&parts), all(&whole));
    assert_eq!(in_parts(&parts, &["[1]"]).written, 1);
    assert_eq!(read(&parts, "data.json"), "[1]");
    fs::write(parts.path().join("data.json"), "[7]").unwrap();
    assert_eq!(in_parts(&parts, &["[1]"]).written, 1);
    fs::write(whole.path().join("other.json"), "theirs").unwrap();
    let writer = Writer::open(whole.path()).unwrap();
    assert!(writer.put_in_parts("other.json", |to| to(b"ours")).is_err());
}

#[test]
fn a_file_altered_by_hand_is_restored_even_at_the_same_length() {
    let site = site();
    build(&site, &[("index.html", "true"), ("data.json", "{}")]).unwrap();
    fs::write(site.path().join("index.html"), "fals").unwrap();
    fs::remove_file(site.path().join("data.json")).unwrap();
    let summary = build(&site, &[("index.html", "true"), ("data.json", "{}")]).unwrap();
    assert_eq!(summary.written, 2);
    assert_eq!(read(&site, "index.html") + &read(&site, "data.json"), "true{}");
}

#[test]
fn a_file_altered_by_hand_is_not_removed() {
    let site = site();
    build(&site, &[("index.html", "1"), ("about/index.html", "ours")]).unwrap();
    fs::write(site.path().join("about/index.html"), "theirs").unwrap();
    let summary = build(&site, &[("index.html", "1")]).unwrap();
    assert_eq!(summary.kept, ["about/index.html"]);
    assert_eq!(read(&site, "about/index.html"), "theirs");
    let error = build(&site, &[("about/index.html", "ours again")]).unwrap_err().to_string();
    assert!(error.starts_with("refusing to overwrite ") && error.ends_with("crosscheck did not write it"), "{error}");
}

#[test]
fn foreign_files_stay() {
    let site = site();
    fs::write(site.path().join(".gitignore"), "*").unwrap();
    build(&site, &[("a/index.html", "a")]).unwrap();
    fs::write(site.path().join("a/notes.txt"), "mine").unwrap();
    fs::write(site.path().join("verify.html"), "mine").unwrap();
    let summary = build(&site, &[("index.html", "1")]).unwrap();
    assert_eq!(summary.removed, 1);
    assert_eq!(["a/notes.txt", "verify.html", ".gitignore"].map(|name| read(&site, name)), ["mine", "mine", "*"]);
    let error = build(&site, &[("verify.html", "ours")]).unwrap_err();
    assert!(error.to_string().contains("verify.html"), "{error}");
    assert!(error.help().is_some());
    assert_eq!(read(&site, "verify.html"), "mine");
}

#[test]
fn a_folder_of_somebody_else_is_refused() {
    let site = site();
    fs::write(site.path().join("thesis.docx"), "x").unwrap();
    assert!(build(&site, &[("index.html", "1")]).is_err());
    assert_eq!(all(&site).len(), 1);
}

#[test]
fn a_build_that_stops_halfway_leaves_the_last_good_site() {
    let site = site();
    build(&site, &[("index.html", "good"), ("a.html", "good")]).unwrap();
    let before = all(&site);
    let writer = Writer::open(site.path()).unwrap();
    writer.put("index.html", b"bad").unwrap();
    drop(writer);
    assert_eq!(all(&site), before);
    assert!(build(&site, &[("index.html", "bad"), ("../out", "x")]).is_err());
    assert_eq!(all(&site), before);
}

#[test]
fn a_run_that_was_killed_is_mended_by_the_next() {
    let site = site();
    build(&site, &[("index.html", "1"), ("old.html", "o")]).unwrap();
    // As it is when power fails between two renames: journal there, one file in, one torn, rubbish in staging.
    let planned: Files = [("index.html", "2"), ("new.html", "n"), ("torn.html", "whole")]
        .map(|(name, text)| (name.into(), Print::of(text.as_bytes())))
        .into();
    fs::write(site.path().join(".crosscheck/journal.json"), manifest::text(&planned)).unwrap();
    fs::create_dir(site.path().join(".crosscheck/staging")).unwrap();
    fs::write(site.path().join(".crosscheck/staging/7"), "rubbish").unwrap();
    fs::write(site.path().join("index.html"), "2").unwrap();
    fs::write(site.path().join("new.html"), "n").unwrap();
    fs::write(site.path().join("torn.html"), "who").unwrap();

    let summary = build(&site, &[("index.html", "2"), ("torn.html", "whole")]).unwrap();
    assert_eq!(summary, Summary { written: 1, unchanged: 1, removed: 2, kept: vec![] });
    let names: Vec<_> = all(&site).into_keys().collect();
    assert_eq!(names, [".crosscheck/lock", ".crosscheck/manifest.json", "index.html", "torn.html"]);
    assert_eq!(read(&site, "torn.html"), "whole");
}

#[test]
fn a_first_run_that_was_killed_is_mended_by_the_next() {
    let site = site();
    let planned: Files = [("index.html".into(), Print::of(b"1"))].into();
    fs::create_dir(site.path().join(".crosscheck")).unwrap();
    fs::write(site.path().join(".crosscheck/journal.json"), manifest::text(&planned)).unwrap();
    fs::write(site.path().join("index.html"), "1").unwrap();
    assert_eq!(build(&site, &[("index.html", "1")]).unwrap().unchanged, 1);
}

#[test]
fn a_broken_manifest_is_refused_not_guessed_at() {
    let site = site();
    build(&site, &[("index.html", "1")]).unwrap();
    fs::write(site.path().join(".crosscheck/manifest.json"), "{").unwrap();
    let error = build(&site, &[("index.html", "2")]).unwrap_err().to_string();
    assert!(error.ends_with("is not a list of files that this version of crosscheck wrote"), "{error}");
    assert_eq!(read(&site, "index.html"), "1");
}

#[test]
fn links_are_not_followed() {
    let (site, elsewhere) = (site(), site());
    build(&site, &[("index.html", "1"), ("data/claims.json", "[]"), ("x/y", "z")]).unwrap();
    let secret = elsewhere.path().join("claims.json");
    fs::write(&secret, "[]").unwrap();
    fs::remove_dir_all(site.path().join("data")).unwrap();
    symlink(elsewhere.path(), site.path().join("data")).unwrap();

    let error = build(&site, &[("index.html", "1"), ("data/claims.json", "new")]).unwrap_err().to_string();
    assert!(error.contains("data in") && error.ends_with("is a symbolic link"), "{error}");
    let summary = build(&site, &[("index.html", "1"), ("x/y", "z")]).unwrap();
    assert_eq!(summary.kept, ["data/claims.json"]);
    assert_eq!(fs::read_to_string(&secret).unwrap(), "[]");

    fs::remove_file(site.path().join("index.html")).unwrap();
    symlink(&secret, site.path().join("index.html")).unwrap();
    build(&site, &[("index.html", "1"), ("x/y", "z")]).unwrap();
    assert!(!fs::symlink_metadata(site.path().join("index.html")).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(&secret).unwrap(), "[]");
}

#[test]
fn a_file_may_become_a_folder_and_back() {
    let site = site();
    build(&site, &[("a", "file")]).unwrap();
    build(&site, &[("a/index.html", "folder")]).unwrap();
    assert_eq!(read(&site, "a/index.html"), "folder");
    build(&site, &[("a", "file")]).unwrap();
    assert_eq!(read(&site, "a"), "file");
    fs::remove_file(site.path().join("a")).unwrap();
    fs::create_dir(site.path().join("a")).unwrap();
    assert!(build(&site, &[("a", "file")]).is_err(), "a folder of somebody else's");
}

#[test]
fn two_writers_do_not_meet() {
    let site = site();
    let first = Writer::open(site.path()).unwrap();
    let error = Writer::open(site.path()).unwrap_err().to_string();
    assert!(error.starts_with("another crosscheck is writing to "), "{error}");
    drop(first);
    assert!(Writer::open(site.path()).is_ok());
}

#[test]
fn the_bytes_do_not_depend_on_threads_or_order() {
    let names: Vec<String> = (0..300).map(|n| format!("folder-{}/{n}/index.html", n % 7)).collect();
    let sites: Vec<_> = [false, true]
        .map(|parallel| {
            let site = site();
            let writer = Writer::open(site.path()).unwrap();
            if parallel {
                names.par_iter().rev().try_for_each(|name| writer.put(name, name.as_bytes())).unwrap();
            } else {
                names.iter().try_for_each(|name| writer.put(name, name.as_bytes())).unwrap();
            }
            writer.finish().unwrap();
            all(&site)
        })
        .into();
    assert_eq!(sites[0].len(), 302);
    assert_eq!(sites[0], sites[1]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases.max(60)))]

    /// Whatever builds came before, the folder holds exactly the last one, and the foreign files.
    #[test]
    fn the_folder_is_the_last_build(
        builds in prop::collection::vec(prop::collection::btree_map("[a-c](/[a-c])?\\.html", "[xy]{0,2}", 0..6), 1..5)
    ) {
        let site = site();
        for files in &builds {
            let files: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
            build(&site, &files).unwrap();
            fs::write(site.path().join("foreign"), "mine").unwrap();
        }
        let mut left = all(&site);
        left.retain(|name, _| !name.starts_with(".crosscheck/"));
        prop_assert_eq!(left.remove("foreign"), Some(b"mine".to_vec()));
        let last: BTreeMap<_, _> = builds.last().unwrap().iter().map(|(n, t)| (n.clone(), t.clone().into_bytes())).collect();
        prop_assert_eq!(left, last);
    }
}
