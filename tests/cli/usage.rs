//! The command line itself.

use crate::harness::Test;

#[test]
fn there_must_be_a_site() {
    Test::new()
        .args(["new", "event", "Flood"])
        .stderr(
            "error: there is no crosscheck.yaml in this folder, or in one above\n\
             help: go to the site's folder, name it with --root DIR, or start one with: crosscheck init DIR\n",
        )
        .refused();
    let named = Test::new().file("crosscheck.yaml", "title: x\n").file("below/x", "");
    let done = named.args(["--root", "below", "new", "event", "Flood"]).any_output().refused();
    assert!(done.stderr.starts_with("error: there is no crosscheck.yaml in [ROOT]/below\n"), "{}", done.stderr);
    Test::new()
        .args(["--root", "nowhere", "new", "event", "Flood"])
        .stderr("error: cannot find the folder nowhere: no such file or directory\n")
        .refused();
}

#[test]
fn wrong_usage_ends_with_2() {
    for args in [&["bild"][..], &["new", "artcle", "x"], &["new"], &["--jobs", "0", "init", "x"], &[]] {
        let done = Test::new().args(args.iter().copied()).any_output().refused();
        assert!(done.stderr.contains("Usage") || done.stderr.contains("--help"), "{}", done.stderr);
    }
}

#[test]
fn help_teaches() {
    let done = Test::new().args(["--help"]).any_output().success();
    for word in ["Examples:", "Exit codes:", "init", "new"] {
        assert!(done.stdout.contains(word), "{word}");
    }
    let done = Test::new().args(["new", "--help"]).any_output().success();
    assert!(done.stdout.contains("crosscheck new article"), "{}", done.stdout);
}
