//! `crosscheck new`.

use crate::harness::Test;

fn site() -> Test {
    Test::new().file("crosscheck.yaml", "title: Town\n")
}

#[test]
fn every_kind_has_its_folder() {
    for (kind, path) in [
        ("article", "content/articles/talks-in-kyiv.md"),
        ("event", "content/events/talks-in-kyiv.md"),
        ("question", "content/questions/talks-in-kyiv.md"),
        ("source", "content/sources/talks-in-kyiv.md"),
        ("entity", "content/entities/talks-in-kyiv.md"),
    ] {
        let done = site().args(["new", kind, "Talks in Kyiv"]).stdout(format!("{path}\n")).success();
        let text = done.folder.read(path);
        assert!(text.starts_with("---\n") && text.trim_end().ends_with("---"), "{text}");
        assert!(text.contains(": \"Talks in Kyiv\"\n"), "{text}");
    }
}

#[test]
fn an_id_is_transliterated() {
    site().args(["new", "entity", "Київ"]).stdout("content/entities/kyiv.md\n").success();
}

#[test]
fn nothing_is_overwritten() {
    let done = site()
        .file("content/entities/kyiv.md", "mine")
        .args(["new", "entity", "Kyiv"])
        .stderr(
            "error: content/entities/kyiv.md is there already\n\
             help: choose another id with --id; nothing was written\n",
        )
        .refused();
    assert_eq!(done.folder.read("content/entities/kyiv.md"), "mine");
}

#[test]
fn the_path_is_given_from_where_one_is() {
    let deeper = site().from("content/articles").args(["new", "event", "Flood"]);
    deeper.stdout("../../content/events/flood.md\n").success();
    let outside =
        Test::new().file("town/crosscheck.yaml", "title: Town\n").args(["--root", "town", "new", "event", "Flood"]);
    outside.stdout("town/content/events/flood.md\n").success();
}

#[test]
fn an_id_must_be_one() {
    site()
        .args(["new", "event", "Flood", "--id", "../flood"])
        .stderr(
            "error: \"../flood\" is not an id\nhelp: an id is made of lower-case ASCII letters, digits and hyphens\n",
        )
        .refused();
    site()
        .args(["new", "event", "!?"])
        .stderr("error: no id can be made from \"!?\"\nhelp: choose one with --id\n")
        .refused();
    site().args(["new", "event", "one\ntwo"]).stderr("error: the title must be one line of text\n").refused();
}
