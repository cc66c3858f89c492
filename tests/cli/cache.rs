//! What former runs found out is used again, and never changes a byte of a site.

use std::{
    fs,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use crate::harness::{Done, Folder, Test};

const ARTICLE: &str = "content/articles/courier-flood.md";

/// The starter site, built once.
fn built() -> Done {
    let folder = Test::new().args(["init", ".", "-q"]).success().folder;
    build(quiet(folder), &[])
}

fn build(folder: Folder, args: &[&str]) -> Done {
    Test::inside(folder).args(["build", "--timings"]).args(args.iter().copied()).any_output().success()
}

/// What is changed, and how.
type Change = (&'static str, fn(&Folder));

/// What somebody does to a file of the site.
type Touch = fn(&PathBuf);

/// After a moment, so that no file was changed just before a build.
fn quiet(folder: Folder) -> Folder {
    thread::sleep(Duration::from_millis(120));
    folder
}

/// Whether a run saw by its files that there was nothing to do.
fn was_known(done: &Done) -> bool {
    !done.stderr.contains("\nlink ")
}

/// The same content built elsewhere, without any cache.
#[track_caller]
fn is_as_if_built_anew(done: Done) -> Folder {
    let anew = build(Folder::of(&done.folder), &["--no-cache", "--output", "anew"]);
    let of = |folder: &Folder, name: &str| folder.files(name);
    assert!(of(&done.folder, "site") == of(&anew.folder, "anew"), "the site differs from one built anew");
    done.folder
}

fn caches(folder: &Folder) -> Vec<PathBuf> {
    let names = folder.names("nobody/.cache/crosscheck");
    names.iter().map(|name| folder.path("nobody/.cache/crosscheck").join(name)).collect()
}

/// Changes one byte.
fn flip(file: &Path, at: usize) {
    let mut bytes = fs::read(file).unwrap();
    bytes[at] ^= 1;
    fs::write(file, bytes).unwrap();
}

fn edit(folder: &Folder, change: impl Fn(&str) -> String) {
    folder.write(ARTICLE, change(&folder.read(ARTICLE)));
}

#[test]
fn what_is_known_is_not_done_again() {
    let first = built();
    assert!(!was_known(&first));
    let second = build(first.folder, &[]);
    assert!(was_known(&second), "{}", second.stderr);
    assert!(
        second.stdout.contains(": 0 written, ") && second.stdout.contains(" 0 removed → site/"),
        "{}",
        second.stdout
    );
    is_as_if_built_anew(second);
}

#[test]
fn every_kind_of_change_is_seen() {
    let changes: [Change; 7] = [
        ("an article", |folder| edit(folder, |text| format!("{text}\nOne more paragraph.\n"))),
        ("front matter", |folder| edit(folder, |text| text.replacen("title: ", "title: New ", 1))),
        ("a new file", |folder| folder.write("content/pages/about.md", "---\ntitle: About\n---\nWe.\n")),
        ("a file gone", |folder| fs::remove_file(folder.path("content/pages/about.md")).unwrap()),
        ("the settings", |folder| {
            let text = folder.read("crosscheck.yaml");
            folder.write("crosscheck.yaml", format!("{text}\ndescription: Another one.\n"));
        }),
        ("the site", |folder| folder.write("site/index.html", "nothing")),
        ("a page gone", |folder| fs::remove_file(folder.path("site/404.html")).unwrap()),
    ];
    let mut folder = built().folder;
    for (what, change) in changes {
        change(&folder);
        let again = build(quiet(folder), &[]);
        assert!(!was_known(&again), "{what}");
        folder = is_as_if_built_anew(again);
        let same = build(folder, &[]);
        assert!(was_known(&same), "{what}, then nothing");
        folder = same.folder;
    }
}

#[test]
fn other_options_are_another_site() {
    let first = built();
    let other = build(first.folder, &["--base-url", "https://example.org/"]);
    assert!(!was_known(&other));
    assert!(was_known(&build(other.folder, &["--base-url", "https://example.org/"])));
}

#[test]
fn a_time_from_the_environment_is_another_site() {
    let undated = "---\ntitle: A\nevents:\n  - event: flood\n    date: 2025-03-12\n    quote: A flood\n---\nA flood.\n";
    let settings = "title: Flood\nbase_url: https://example.org/\n";
    let test = Test::new().file("crosscheck.yaml", settings).file("content/articles/a.md", undated);
    let mut folder = test.args(["build"]).any_output().success().folder;
    for (epoch, stamp) in [("1700000000", "DTSTAMP:20231114T221320Z"), ("", "DTSTAMP:19700101T000000Z")] {
        let test = Test::inside(quiet(folder)).variable("SOURCE_DATE_EPOCH", epoch);
        folder = test.args(["build"]).any_output().success().folder;
        assert!(folder.read("site/events.ics").contains(stamp));
    }
}

#[test]
fn an_edit_that_is_taken_back_gives_the_first_site_again() {
    let first = built();
    let text = first.folder.read(ARTICLE);
    let site = first.folder.files("site");
    edit(&first.folder, |text| format!("{text}\nOne more paragraph.\n"));
    // As if a run had ended right after its site was in place, before it could note what it was made from.
    let second = build(first.folder, &["--no-cache"]);
    assert!(second.folder.files("site") != site);
    second.folder.write(ARTICLE, text);
    let third = build(second.folder, &[]);
    assert!(third.folder.files("site") == site);
}

#[test]
fn a_cache_that_is_gone_or_damaged_is_no_matter() {
    let mut folder = built().folder;
    let damages: [fn(&PathBuf); 4] = [
        |file| fs::remove_file(file).unwrap(),
        |file| fs::write(file, "").unwrap(),
        |file| flip(file, fs::read(file).unwrap().len() / 2),
        // Another program's.
        |file| flip(file, 20),
    ];
    for damage in damages {
        let caches = caches(&folder);
        assert_eq!(caches.len(), 4, "{caches:?}");
        caches.iter().for_each(damage);
        let again = build(quiet(folder), &[]);
        assert!(!was_known(&again));
        assert!(again.stdout.contains(": 0 written, "), "{}", again.stdout);
        folder = is_as_if_built_anew(again);
    }
}

/// Rows that follow from nothing new are taken from the site that is there: only from a file that nobody has touched.
#[test]
fn tables_that_somebody_altered_are_made_anew() {
    let touch: [Touch; 6] = [
        |file| flip(file, fs::read(file).unwrap().len() / 2),
        |file| {
            let bytes = fs::read(file).unwrap();
            fs::write(file, &bytes[..bytes.len() / 2]).unwrap();
        },
        |file| {
            // Every row is there, elsewhere.
            let bytes = fs::read(file).unwrap();
            fs::write(file, [b"x", &bytes[..]].concat()).unwrap();
        },
        |file| fs::write(file, "").unwrap(),
        |file| fs::remove_file(file).unwrap(),
        |_| {},
    ];
    // One that no row shows, and one that some rows do.
    let changes: [fn(&str) -> String; 2] = [
        |text| format!("{text}\nOne more paragraph.\n"),
        |text| text.replacen("title: ", "authors: [A. Nother]\ntitle: ", 1),
    ];
    let mut folder = built().folder;
    for touch in touch {
        for change in changes {
            for table in
                ["data/claims.json", "data/articles.csv", "data/findings.csv", "data/timelinejs.json", "events.ics"]
            {
                touch(&folder.path("site").join(table));
            }
            let text = folder.read(ARTICLE);
            edit(&folder, change);
            folder = is_as_if_built_anew(build(quiet(folder), &[]));
            folder.write(ARTICLE, text);
            folder = is_as_if_built_anew(build(quiet(folder), &[]));
        }
    }
}

/// Pages whose words are counted already stand beside others that are new, gone, or elsewhere in the order.
#[test]
fn the_search_index_is_as_if_all_words_were_counted_at_once() {
    let changes: [fn(&Folder); 6] = [
        |folder| {
            article(folder, "one", "en", "2024-05-01", "Resumes die of dying winds");
            article(folder, "two", "de", "2024-05-02", "Die Stürme");
            article(folder, "three", "uk", "2024-05-03", "Будинки за $20 млн");
        },
        // What made two words forms of one is gone, and comes back.
        |folder| article(folder, "one", "en", "2024-05-01", "Winds"),
        |folder| article(folder, "four", "en", "2024-01-01", "Dying, he died; résumé, resume"),
        // The first becomes the last, and is gone.
        |folder| article(folder, "four", "en", "2024-12-31", "Dying, he died; résumé, resume"),
        |folder| fs::remove_file(folder.path("content/articles/four.md")).unwrap(),
        |folder| article(folder, "three", "ru", "2024-05-03", "Будинки за $20 млн"),
    ];
    let mut folder = built().folder;
    for change in changes {
        change(&folder);
        folder = is_as_if_built_anew(build(quiet(folder), &[]));
    }
}

fn article(folder: &Folder, name: &str, lang: &str, day: &str, text: &str) {
    let front = format!("title: {text}\nsource: varnholt-courier\nlang: {lang}\npublished: {day}\n");
    folder.write(&format!("content/articles/{name}.md"), format!("---\n{front}---\n{text}, {text}.\n"));
}

#[test]
fn warnings_are_told_each_time() {
    let folder = built().folder;
    folder.write("content/articles/notes.txt", "not read\n");
    let first = build(quiet(folder), &[]);
    let warning = |done: &Done| done.stderr.split("stage ").next().unwrap().to_owned();
    let told = warning(&first);
    assert!(told.contains("notes.txt"), "{told}");
    let second = build(first.folder, &[]);
    assert!(was_known(&second));
    assert_eq!(warning(&second), told);
}

#[test]
fn nothing_is_remembered_where_that_is_asked_for() {
    let folder = Test::new().args(["init", ".", "-q"]).success().folder;
    let done = build(folder, &["--no-cache"]);
    assert!(!done.folder.path("nobody/.cache").exists());
}
