//! `crosscheck build`: what it writes, what it leaves alone, how it ends.

use std::fs;

use crate::harness::{Done, Folder, Test};

const PAGE: &str = "site/articles/courier-flood/index.html";

/// The starter site, built once.
fn built() -> Done {
    let folder = Test::new().args(["init", ".", "-q"]).success().folder;
    build(folder, &[]).success()
}

fn build(folder: Folder, args: &[&str]) -> Test {
    Test::inside(folder).args(["build"]).args(args.iter().copied()).any_output()
}

/// The sum at the end of what `build` prints: written, unchanged, removed.
fn counts(done: &Done) -> [usize; 3] {
    let line = done.stdout.lines().last().unwrap();
    let count = |what: &str| {
        let before = line.split(&format!(" {what}")).next().unwrap();
        before.rsplit(' ').next().unwrap().parse().unwrap_or_else(|_| panic!("{line}"))
    };
    ["written", "unchanged", "removed"].map(count)
}

#[test]
fn the_starter_builds_without_a_warning() {
    let done = built();
    assert_eq!(done.stderr, "");
    assert!(
        done.stdout.starts_with("Built ") && done.stdout.contains(" from 2 articles in [TIME]: "),
        "{}",
        done.stdout
    );
    assert!(done.stdout.ends_with(" 0 unchanged, 0 removed → site/\n"), "{}", done.stdout);
    for name in ["index.html", "articles/courier-flood/index.html", "data/claims.json"] {
        assert!(done.folder.path("site").join(name).is_file(), "{name}");
    }
}

#[test]
fn the_demonstration_builds_without_a_warning() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut test = Test::new().file("crosscheck.yaml", fs::read(root.join("crosscheck.yaml")).unwrap());
    for folder in ["content", "seeds"] {
        test = test.copy_to(&root.join(folder), folder);
    }
    let done = test.args(["build", "--strict"]).any_output().success();
    assert_eq!(done.stderr, "");
}

#[test]
fn a_second_build_writes_nothing() {
    let first = built();
    let files = counts(&first)[0];
    let second = build(first.folder, &[]).success();
    assert_eq!(counts(&second), [0, files, 0]);
}

#[test]
fn only_what_changed_is_written_and_only_what_we_wrote_is_removed() {
    let first = built();
    first.folder.write("site/verify.html", "mine");
    fs::remove_file(first.folder.path("content/articles/radio-flood.md")).unwrap();
    let second = build(first.folder, &[]).success();
    let [written, unchanged, removed] = counts(&second);
    assert!(written > 0 && unchanged > 0 && removed > 0, "{}", second.stdout);
    assert!(!second.folder.path("site/articles/radio-flood").exists());
    assert_eq!(second.folder.read("site/verify.html"), "mine");
}

#[test]
fn a_page_altered_by_hand_is_restored() {
    let first = built();
    let page = first.folder.read(PAGE);
    first.folder.write(PAGE, page.replace('e', "3"));
    let second = build(first.folder, &[]).success();
    assert_eq!(counts(&second)[0], 1);
    assert_eq!(second.folder.read(PAGE), page);
}

#[test]
fn an_error_in_the_content_leaves_the_last_good_site() {
    let first = built();
    let before = first.folder.files("site");
    first.folder.write("content/articles/broken.md", "---\ntitel: Broken\n---\n");
    let second = build(first.folder, &[]).failure();
    assert!(second.stderr.contains("titel") && second.stderr.ends_with("; nothing was written\n"), "{}", second.stderr);
    assert_eq!(second.stdout, "");
    assert_eq!(second.folder.files("site"), before);
}

#[test]
fn an_error_in_the_theme_leaves_the_last_good_site() {
    let first = built();
    let before = first.folder.files("site");
    first.folder.write("themes/default/theme.yaml", "contract: 1\n");
    first.folder.write("themes/default/templates/article.html", "{{ nothing.at.all }}");
    let second = build(first.folder, &[]).failure();
    assert!(second.stderr.contains("themes/default/templates/article.html"), "{}", second.stderr);
    assert_eq!(second.folder.files("site"), before);
}

#[test]
fn a_warning_fails_only_a_strict_build() {
    let folder = built().folder;
    let article = folder.read("content/articles/courier-flood.md").replace("who: [Ida Merrow]", "who: [Ida Merow]");
    folder.write("content/articles/courier-flood.md", article);
    let lenient = build(folder, &[]).success();
    assert!(lenient.stderr.contains("Ida Merow"), "{}", lenient.stderr);
    let strict = build(lenient.folder, &["--strict"]).failure();
    assert!(strict.stderr.contains("1 warning in 1 file; nothing was written"), "{}", strict.stderr);
}

#[test]
fn a_folder_with_other_things_is_refused() {
    let folder = Test::new().args(["init", ".", "-q"]).success().folder;
    folder.write("papers/thesis.docx", "x");
    let done = Test::inside(folder)
        .args(["build", "--output", "papers"])
        .stderr(
            "error: refusing to write the site to [ROOT]/papers: it holds thesis.docx, and no build of crosscheck wrote \
             that\nhelp: name an empty or a new folder with --output, or empty this one yourself\n",
        )
        .refused();
    let mut folder = done.folder;
    for (output, why) in [
        (".", "it is, or holds, the folder that the site is made from"),
        ("..", "it is, or holds, the folder that the site is made from"),
        ("/", "it is, or holds, the folder that the site is made from"),
        ("content/x", "it lies in content/, which the site is made from"),
    ] {
        let done = build(folder, &["--output", output]).refused();
        assert!(done.stderr.contains(why), "{output}: {}", done.stderr);
        folder = done.folder;
    }
}

#[test]
fn a_foreign_file_in_the_way_is_not_overwritten() {
    let folder = built().folder;
    folder.write("site/articles/new/index.html", "mine");
    folder.write("content/articles/new.md", "---\ntitle: New\n---\n");
    let done = build(folder, &[]).refused();
    assert!(done.stderr.contains("site/articles/new/index.html: crosscheck did not write it"), "{}", done.stderr);
    assert_eq!(done.folder.read("site/articles/new/index.html"), "mine");
}

#[test]
fn drafts_are_left_out_unless_asked_for() {
    let folder = Test::new().args(["init", ".", "-q"]).success().folder;
    folder.write("content/articles/draft.md", "---\ntitle: Unfinished\ndraft: true\n---\nNot yet.\n");
    let without = build(folder, &[]).success();
    let shown = |done: &Done| {
        done.folder.files("site").values().any(|bytes| String::from_utf8_lossy(bytes).contains("Unfinished"))
    };
    assert!(!shown(&without));
    let with = build(without.folder, &["--drafts"]).success();
    assert!(shown(&with));
    let again = build(with.folder, &[]).success();
    assert!(!shown(&again));
}

#[test]
fn the_site_is_the_same_bytes_whatever_the_threads_and_the_order_of_files() {
    let build_with = |jobs: &str, backwards: bool| {
        let site = Test::new().args(["init", ".", "-q"]).success().folder;
        let mut files: Vec<_> = site.files(".").into_iter().collect();
        if backwards {
            files.reverse();
        }
        let test = files.iter().fold(Test::new(), |test, (name, bytes)| test.file(name, bytes));
        test.args(["build", "--jobs", jobs]).any_output().success().folder.files("site")
    };
    let first = build_with("1", false);
    assert!(first.len() > 10);
    assert!(first == build_with("2", true), "the bytes differ");
}

#[test]
fn a_site_in_a_sub_folder() {
    let folder = Test::new().args(["init", ".", "-q"]).success().folder;
    let done = build(folder, &["--base-url", "https://example.org/deep/down", "-o", "out"]).success();
    assert!(done.folder.read("out/data/claims.json").contains("\"url\":\"https://example.org/deep/down/articles/"));
    assert!(done.folder.read("out/404.html").contains("\"/deep/down/"), "404.html names its folder");
    for (name, bytes) in done.folder.files("out") {
        if name.ends_with(".html") && name != "404.html" {
            let page = String::from_utf8(bytes).unwrap();
            assert!(!page.contains("href=\"/") && !page.contains("src=\"/"), "{name} links to the root of the host");
        }
    }
}

#[test]
fn quiet_and_timings() {
    let folder = built().folder;
    let quiet = build(folder, &["-q"]).success();
    assert_eq!((quiet.stdout.as_str(), quiet.stderr.as_str()), ("", ""));
    let timed = build(quiet.folder, &["--timings", "--no-cache"]).success();
    for stage in ["stage", "read", "link", "compare", "render", "write", "all"] {
        assert!(timed.stderr.lines().any(|line| line.starts_with(stage)), "{stage} in\n{}", timed.stderr);
    }
}

#[test]
fn a_wrong_base_url_is_refused() {
    let done = Test::new().file("crosscheck.yaml", "title: x\n").args(["build", "--base-url", "example.org"]);
    let done = done.any_output().refused();
    assert!(done.stderr.contains("write a URL such as https://example.org/flood/"), "{}", done.stderr);
}

#[test]
fn what_may_not_be_shown_is_in_no_file() {
    let cases = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    for (case, hidden) in [
        ("private-names", &["merrow", "mill lane"][..]),
        ("what-may-not-be-shown", &["secretwords", "forgottenwords", "draftwords"]),
    ] {
        let done = Test::new().copy(&cases.join(case).join("site")).args(["build"]).any_output().success();
        for (name, bytes) in done.folder.files("site") {
            let text = String::from_utf8_lossy(&bytes).to_lowercase();
            for words in hidden {
                assert!(!text.contains(words), "{case}: {name} has {words:?}");
            }
        }
    }
}

#[test]
fn paths_are_taken_from_where_one_is() {
    let folder = Test::new().args(["init", "town", "-q"]).success().folder;
    let done = Test::inside(folder).from("town/content").args(["build", "-o", "../../out"]).any_output().success();
    assert!(done.stdout.ends_with(" → ../../out/\n"), "{}", done.stdout);
    assert!(done.folder.path("out/index.html").is_file());
    let done = Test::inside(done.folder).args(["--root", "town", "build"]).any_output().success();
    assert!(done.stdout.ends_with(" → town/site/\n"), "{}", done.stdout);
    assert!(done.folder.path("town/site/index.html").is_file());
}

#[test]
fn a_time_that_the_content_does_not_have_is_the_environments() {
    let undated = "---\ntitle: A\nevents:\n  - event: flood\n    date: 2025-03-12\n    quote: A flood\n---\nA flood.\n";
    let built = |epoch: &str| {
        let test = Test::new()
            .file("crosscheck.yaml", "title: Flood\nbase_url: https://example.org/\n")
            .file("content/articles/a.md", undated)
            .variable("SOURCE_DATE_EPOCH", epoch)
            .args(["build", "--quiet"])
            .any_output();
        test.success().folder.read("site/events.ics")
    };
    assert!(built("1700000000").contains("DTSTAMP:20231114T221320Z"));
    assert!(built("").contains("DTSTAMP:19700101T000000Z"));
}
