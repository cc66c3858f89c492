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

#[test]
fn a_workflow_for_the_site_that_is_there() {
    let folder = Test::new().args(["init", "sites/town", "-q"]).success().folder;
    folder.write(".git/HEAD", "ref: refs/heads/trunk\n");
    let done = Test::inside(folder).from("sites/town").args(["init", "--ci", "github"]).any_output().success();
    assert!(done.stdout.contains("Wrote [ROOT]/.github/workflows/site.yml. Next:\n"), "{}", done.stdout);
    let text = done.folder.read(".github/workflows/site.yml");
    for part in
        ["branches: [\"trunk\"]", "crosscheck --root sites/town check --links --format github", "path: sites/town/site"]
    {
        assert!(text.contains(part), "{part} in {text}");
    }
    let again = Test::inside(done.folder).from("sites/town").args(["init", "--ci", "github"]).any_output().success();
    assert_eq!(again.stdout, "[ROOT]/.github/workflows/site.yml is there already.\n");
    again.folder.write(".github/workflows/site.yml", "mine\n");
    let done = Test::inside(again.folder).from("sites/town").args(["init", "--ci", "github"]).any_output().refused();
    assert_eq!(
        done.stderr,
        "error: [ROOT]/.github/workflows/site.yml is there already, and says something else\n\
         help: rename or delete it, then run this again and compare\n"
    );
    assert_eq!(done.folder.read(".github/workflows/site.yml"), "mine\n");
}

#[test]
fn a_workflow_for_a_site_that_is_started() {
    let done = Test::new().args(["init", "town", "--ci", "gitlab"]).any_output().success();
    assert!(done.folder.read("town/.gitlab-ci.yml").contains("- crosscheck build --output public\n"));
    let done = Test::new().args(["init", "--ci", "gitlab"]).any_output().refused();
    assert!(done.stderr.starts_with("error: there is no crosscheck.yaml in this folder"), "{}", done.stderr);
    Test::new().args(["init", "--ci", "gitea"]).any_output().refused();
}
