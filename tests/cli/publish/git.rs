//! To a branch of a git repository.

use std::{
    collections::BTreeMap,
    fs,
    path::Path,
    process::{Command, Stdio},
};

use super::{change, counts, publish, starter};
use crate::harness::{Folder, Test};

const PAGES: &[&str] = &["--branch", "gh-pages"];

fn git(at: &Path, args: &[&str]) -> String {
    let output = Command::new("git")
        .args(["-c", "user.name=Ida", "-c", "user.email=ida@example.org"])
        .args(args)
        .current_dir(at)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// The starter in a repository, with a bare one beside it as `origin`.
fn repository() -> Folder {
    let folder = starter();
    let town = folder.path("town");
    git(&folder.path(""), &["init", "-q", "--bare", "-b", "main", "remote.git"]);
    git(&town, &["init", "-q", "-b", "main"]);
    git(&town, &["add", "."]);
    git(&town, &["commit", "-q", "-m", "Content"]);
    git(&town, &["remote", "add", "origin", "../remote.git"]);
    // Something is staged and something is not: neither may be touched.
    folder.write("town/staged.txt", "staged");
    git(&town, &["add", "staged.txt"]);
    folder.write("town/loose.txt", "loose");
    folder
}

/// The files of the published branch.
fn published(folder: &Folder) -> BTreeMap<String, String> {
    let remote = folder.path("remote.git");
    let names = git(&remote, &["ls-tree", "-r", "--name-only", "gh-pages"]);
    names.lines().map(|name| (name.to_owned(), git(&remote, &["show", &format!("gh-pages:{name}")]))).collect()
}

/// Everything of the user's that must stay as it is.
fn own(folder: &Folder) -> BTreeMap<String, String> {
    let mut files = folder.files("town");
    files.retain(|name, _| {
        let kept = [".git/index", ".git/HEAD", ".git/FETCH_HEAD", ".git/ORIG_HEAD", ".git/config", ".git/packed-refs"];
        let is_ref = name.starts_with(".git/refs/heads/") || name.starts_with(".git/refs/tags/");
        !name.starts_with(".git/") && !name.starts_with("site/") || is_ref || kept.contains(&name.as_str())
    });
    files.into_iter().map(|(name, bytes)| (name, blake3::hash(&bytes).to_hex()[..8].to_owned())).collect()
}

/// Puts a file into the published branch, as somebody else would.
fn add_to_branch(folder: &Folder, name: &str, text: &str) {
    let clone = folder.path("clone");
    let _ = fs::remove_dir_all(&clone);
    git(&folder.path(""), &["clone", "-q", "-b", "gh-pages", "remote.git", "clone"]);
    folder.write(&format!("clone/{name}"), text);
    git(&clone, &["add", "-f", "."]);
    git(&clone, &["commit", "-q", "-m", "By hand"]);
    git(&clone, &["push", "-q", "origin", "gh-pages"]);
}

#[test]
fn the_branch_holds_the_site_and_nothing_else_changes() {
    let folder = repository();
    let before = own(&folder);
    let first = publish(folder, PAGES).success();
    assert!(first.stdout.contains("To the branch gh-pages of origin: "), "{}", first.stdout);
    let files = published(&first.folder);
    for (name, bytes) in first.folder.files("town/site") {
        if !name.starts_with(".crosscheck/") && name != ".gitignore" {
            assert_eq!(files.get(&name).map(String::as_str), Some(String::from_utf8_lossy(&bytes).trim()), "{name}");
        }
    }
    assert!(files.contains_key(".nojekyll"));
    assert_eq!(own(&first.folder), before);
    let remote = first.folder.path("remote.git");
    let message = git(&remote, &["log", "-1", "--format=%an%n%B", "gh-pages"]);
    assert!(message.starts_with("crosscheck\nPublish ") && message.contains("-dirty."), "{message}");
    let tip = git(&remote, &["rev-parse", "gh-pages"]);
    let again = publish(first.folder, PAGES).success();
    assert!(again.stdout.contains("Nothing to change: the branch gh-pages of origin has all "), "{}", again.stdout);
    assert_eq!(git(&remote, &["rev-parse", "gh-pages"]), tip);
    assert_eq!(own(&again.folder), before);
}

#[test]
fn history_is_kept_and_what_is_somebody_elses_stays() {
    let folder = publish(repository(), PAGES).success().folder;
    add_to_branch(&folder, "CNAME", "flood.example.org\n");
    add_to_branch(&folder, "archive/2019/index.html", "mine\n");
    change(&folder);
    let done = publish(folder, PAGES).success();
    let [_, changed, deleted, unchanged] = counts(&done);
    assert!(changed > 0 && deleted > 0 && unchanged > 0, "{}", done.stdout);
    let files = published(&done.folder);
    assert_eq!(files["CNAME"], "flood.example.org");
    assert_eq!(files["archive/2019/index.html"], "mine");
    assert!(!files.contains_key("articles/radio-flood/index.html"));
    assert_eq!(git(&done.folder.path("remote.git"), &["rev-list", "--count", "gh-pages"]), "4");
}

#[test]
fn squashed_the_branch_has_no_past() {
    let folder = publish(repository(), PAGES).success().folder;
    add_to_branch(&folder, "CNAME", "flood.example.org\n");
    change(&folder);
    let squash = &["--branch", "gh-pages", "--squash", "--message", "Only this"];
    let done = publish(folder, squash).success();
    let remote = done.folder.path("remote.git");
    assert_eq!(git(&remote, &["log", "--format=%s", "gh-pages"]), "Only this");
    assert_eq!(published(&done.folder)["CNAME"], "flood.example.org");
    let tip = git(&remote, &["rev-parse", "gh-pages"]);
    let again = publish(done.folder, squash).success();
    assert_eq!(git(&remote, &["rev-parse", "gh-pages"]), tip, "{}", again.stdout);
}

#[test]
fn a_branch_that_moved_meanwhile_is_looked_at_again() {
    let folder = publish(repository(), PAGES).success().folder;
    add_to_branch(&folder, "CNAME", "flood.example.org\n");
    let theirs = git(&folder.path("remote.git"), &["rev-parse", "gh-pages"]);
    // It is back, and returns between our look and our push.
    git(&folder.path("remote.git"), &["update-ref", "refs/heads/gh-pages", "gh-pages~1"]);
    let hook = format!("#!/bin/sh\ngit --git-dir=../remote.git update-ref refs/heads/gh-pages {theirs}\n");
    folder.write("town/.git/hooks/pre-push", hook);
    executable(&folder.path("town/.git/hooks/pre-push"));
    change(&folder);
    let done = publish(folder, PAGES).success();
    assert!(
        done.stderr.contains("note: somebody else changed the branch gh-pages of origin meanwhile; looking again\n"),
        "{}",
        done.stderr
    );
    let files = published(&done.folder);
    assert_eq!(files["CNAME"], "flood.example.org", "their commit is not lost");
    assert!(!files.contains_key("articles/radio-flood/index.html"));
}

#[test]
fn somebody_elses_branch_is_refused_where_it_is_in_the_way() {
    let folder = repository();
    let town = folder.path("town");
    let blob = git(&town, &["hash-object", "-w", "staged.txt"]);
    for (path, what) in [("index.html", "index.html"), ("articles", "articles"), ("_headers/x", "_headers/x")] {
        let index = folder.path("index");
        let _ = fs::remove_file(&index);
        let run = |args: &[&str]| {
            let output =
                Command::new("git").args(args).current_dir(&town).env("GIT_INDEX_FILE", &index).output().unwrap();
            String::from_utf8(output.stdout).unwrap().trim().to_owned()
        };
        run(&["update-index", "--add", "--cacheinfo", &format!("100644,{blob},{path}")]);
        let tree = run(&["write-tree"]);
        let commit = git(&town, &["commit-tree", "-m", "Mine", &tree]);
        git(&town, &["push", "-q", "-f", "origin", &format!("{commit}:refs/heads/gh-pages")]);
        let output =
            Test::inside(Folder::of(&folder)).from("town").args(["publish", "--branch", "gh-pages"]).any_output();
        let done = output.refused();
        let wanted = format!("refusing to overwrite {what} in the branch: crosscheck did not write it");
        assert!(done.stderr.contains(&wanted), "{path}: {}", done.stderr);
        assert_eq!(git(&folder.path("remote.git"), &["rev-parse", "gh-pages"]), commit);
    }
}

#[test]
fn branches_that_cannot_be_meant_are_refused() {
    let mut folder = repository();
    for (args, why) in [
        (&["--branch", "main"][..], "refusing to publish to the branch main: it is checked out here"),
        (&["--branch", "HEAD"], "\"HEAD\" is no name for a branch"),
        (&["--branch", "refs/heads/pages"], "\"refs/heads/pages\" is no name for a branch"),
        (&["--branch", "a..b"], "\"a..b\" is no name for a branch"),
        (&["--branch=--force"], "\"--force\" is no name for a branch"),
        (&["--remote=--upload-pack=x"], "is no remote repository"),
        (&["--remote", "nowhere"], "cannot reach nowhere: "),
    ] {
        let done = publish(folder, args).refused();
        assert!(done.stderr.contains(why), "{args:?}: {}", done.stderr);
        folder = done.folder;
    }
    fs::remove_dir_all(folder.path("town/.git")).unwrap();
    let done = publish(folder, PAGES).refused();
    assert!(done.stderr.contains("is not in a git repository\nhelp: start one with: git init"), "{}", done.stderr);
}

#[test]
fn a_dry_run_changes_nothing() {
    let folder = repository();
    let before = own(&folder);
    let done = publish(folder, &["--branch", "gh-pages", "-n"]).success();
    assert!(counts(&done)[0] > 20 && done.stdout.contains("  + index.html\n"), "{}", done.stdout);
    assert_eq!(git(&done.folder.path("remote.git"), &["for-each-ref"]), "");
    assert_eq!(own(&done.folder), before);
}

#[test]
fn this_repository_itself_may_have_the_branch() {
    let folder = repository();
    // As within a hook, where git says which repository and index it works on.
    let test = publish(folder, &["--branch", "gh-pages", "--remote", "."]);
    let done = test.variable("GIT_DIR", "/nowhere").variable("GIT_INDEX_FILE", "/nowhere/index").success();
    let town = done.folder.path("town");
    assert!(git(&town, &["ls-tree", "--name-only", "gh-pages"]).contains("index.html"));
    assert_eq!(git(&town, &["symbolic-ref", "HEAD"]), "refs/heads/main");
    assert!(git(&town, &["status", "--porcelain"]).contains("A  staged.txt"));
}

#[test]
fn a_run_that_is_cut_short_anywhere_is_taken_up_again() {
    let mut folder = publish(repository(), PAGES).success().folder;
    add_to_branch(&folder, "CNAME", "flood.example.org\n");
    change(&folder);
    let remote = folder.path("remote.git");
    let old = git(&remote, &["rev-parse", "gh-pages^{tree}"]);
    let wanted = {
        let copy = Folder::of(&folder);
        let copy = publish(copy, PAGES).success().folder;
        git(&copy.path("remote.git"), &["rev-parse", "gh-pages^{tree}"])
    };
    assert_ne!(old, wanted);
    folder = Test::inside(folder).from("town").args(["build", "-q"]).any_output().success().folder;
    let before = own(&folder);
    let mut cuts = 0;
    for at in 1.. {
        let done = publish(folder, PAGES).variable("CROSSCHECK_ABORT_AT", at.to_string()).run();
        folder = done.folder;
        let now = git(&remote, &["rev-parse", "gh-pages^{tree}"]);
        assert!(now == old || now == wanted, "after {at} steps");
        assert_eq!(own(&folder), before, "after {at} steps");
        if done.code == 0 {
            break;
        }
        assert_eq!(now, old, "after {at} steps");
        cuts += 1;
    }
    assert!(cuts > 8, "{cuts}");
    assert_eq!(git(&remote, &["rev-parse", "gh-pages^{tree}"]), wanted);
    assert_eq!(git(&folder.path("town"), &["for-each-ref", "refs/crosscheck"]), "");
}

#[cfg(unix)]
fn executable(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
}
