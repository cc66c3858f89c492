//! `crosscheck init`.

use crate::harness::Test;

#[test]
fn a_new_folder() {
    let done = Test::new()
        .args(["init", "town"])
        .stdout(
            "Wrote 13 files to town. Next:\n  cd town\n  crosscheck serve --open     the site in a browser, and again whatever you \
             save\n  crosscheck build            the site as files, in site/\n",
        )
        .success();
    let names = done.folder.names("town");
    for name in [".gitignore", "crosscheck.yaml", "content/articles/courier-flood.md", "seeds/courier-flood.txt"] {
        assert!(names.iter().any(|there| there == name), "{name} in {names:?}");
    }
}

#[test]
fn the_current_folder_where_it_is_empty() {
    let done = Test::new().file(".git/HEAD", "x").args(["init", ".", "--quiet"]).success();
    assert!(done.folder.path("crosscheck.yaml").is_file());
}

#[test]
fn a_folder_with_other_things_is_refused() {
    let done = Test::new()
        .file("thesis.docx", "x")
        .file("zebra.txt", "x")
        .args(["init", "."])
        .stderr(
            "error: . is not empty: it holds thesis.docx and 1 more\nhelp: name a new folder; nothing was written\n",
        )
        .refused();
    assert_eq!(done.folder.names("."), ["thesis.docx", "zebra.txt"]);
}

#[test]
fn a_file_is_refused() {
    Test::new()
        .file("town", "x")
        .args(["init", "town"])
        .stderr("error: cannot start a site in town: not a directory\n")
        .refused();
}
