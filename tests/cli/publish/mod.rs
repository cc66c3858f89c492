//! `crosscheck publish`: where the site ends up, what stays as it was there, and what happens when it is cut short.

mod command;
mod folder;
mod git;

use crate::harness::{Done, Folder, Test};

/// The starter site.
fn starter() -> Folder {
    Test::new().args(["init", "town", "-q"]).success().folder
}

/// Runs `crosscheck publish` in the site.
fn publish(folder: Folder, args: &[&str]) -> Test {
    Test::inside(folder).from("town").args(["publish"]).args(args.iter().copied()).any_output()
}

/// Takes an article out of the site, and changes another.
fn change(folder: &Folder) {
    std::fs::remove_file(folder.path("town/content/articles/radio-flood.md")).unwrap();
    let path = "town/content/articles/courier-flood.md";
    folder.write(path, folder.read(path).replacen("title: ", "title: Changed, ", 1));
}

/// "1 to add, 2 to change, 3 to delete, 4 unchanged" of what was printed.
fn counts(done: &Done) -> [usize; 4] {
    let line = done.stdout.lines().find(|line| line.contains(" to add, "));
    let line = line.unwrap_or_else(|| panic!("{}\n{}", done.stdout, done.stderr));
    let (_, counts) = line.rsplit_once(": ").unwrap();
    let numbers: Vec<usize> = counts.split(", ").map(|part| part.split(' ').next().unwrap().parse().unwrap()).collect();
    numbers.try_into().unwrap()
}

#[test]
fn somewhere_must_be_named() {
    let done = publish(starter(), &[]).refused();
    assert_eq!(
        done.stderr,
        "error: crosscheck.yaml does not say where to publish\nhelp: write there, for example, publish: { to: git, \
         branch: gh-pages }, or name a target: --folder DIR, --branch NAME, -- COMMAND\n"
    );
    for args in [
        &["--folder", "x", "--branch", "y"][..],
        &["--folder", "x", "--squash"],
        &["--folder", "x", "--", "true"],
        &["--to", "command", "--folder", "x"],
        &["--to", "folder"],
        &["--message", "x", "--", "true"],
    ] {
        let done = publish(starter(), args).refused();
        assert!(done.stderr.starts_with("error: "), "{args:?}: {}", done.stderr);
    }
}

#[test]
fn settings_are_checked_with_the_content() {
    let folder = starter();
    let settings = folder.read("town/crosscheck.yaml");
    folder.write("town/crosscheck.yaml", format!("{settings}publish: {{ to: folder }}\n"));
    let done = publish(folder, &[]).failure();
    assert!(done.stderr.contains("error[missing-key]: `publish` names no `folder`"), "{}", done.stderr);
    assert!(done.stderr.ends_with("; nothing was published\n"), "{}", done.stderr);
    done.folder.write("town/crosscheck.yaml", format!("{settings}publish: {{ to: folders }}\n"));
    let done = publish(done.folder, &[]).failure();
    assert!(done.stderr.contains("help: did you mean `folder`?"), "{}", done.stderr);
}

#[test]
fn an_error_in_the_content_publishes_nothing() {
    let folder = starter();
    folder.write("town/content/articles/broken.md", "---\ntitel: Broken\n---\n");
    let done = publish(folder, &["--folder", "../www"]).failure();
    assert!(done.stderr.ends_with("1 error in 1 file; nothing was published\n"), "{}", done.stderr);
    assert!(!done.folder.path("www").exists());
}

#[test]
fn drafts_are_never_published() {
    let folder = starter();
    folder.write("town/content/articles/draft.md", "---\ntitle: Unfinished\ndraft: true\n---\nNot yet.\n");
    let folder = Test::inside(folder).from("town").args(["build", "--drafts"]).any_output().success().folder;
    let done = publish(folder, &["--folder", "../www"]).success();
    let files = done.folder.files("www");
    assert!(files.len() > 20);
    assert!(files.values().all(|bytes| !String::from_utf8_lossy(bytes).contains("Unfinished")));
}
