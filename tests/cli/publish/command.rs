//! With a command of the user's own.

use super::{change, publish, starter};
use crate::harness::Folder;

/// A program that records what it is given.
#[cfg(unix)]
fn recorder(folder: &Folder) {
    use std::os::unix::fs::PermissionsExt;
    let script = "#!/bin/sh\n{\n  echo \"arguments: $*\"\n  echo \"base: $CROSSCHECK_BASE_URL\"\n  \
                  echo \"changed: $(grep -c . \"$CROSSCHECK_CHANGED\")\"\n  echo \"deleted: $(cat \"$CROSSCHECK_DELETED\")\"\n  \
                  test -f \"$CROSSCHECK_FOLDER/index.html\" && grep -q '\"index.html\"' \"$CROSSCHECK_MANIFEST\" && echo complete\n\
                  } >> \"$PWD/../record\"\nexit ${CODE:-0}\n";
    folder.write("town/publish.sh", script);
    std::fs::set_permissions(folder.path("town/publish.sh"), std::fs::Permissions::from_mode(0o755)).unwrap();
}

fn with_settings(command: &str) -> Folder {
    let folder = starter();
    let settings = folder.read("town/crosscheck.yaml");
    folder.write("town/crosscheck.yaml", format!("{settings}publish: {{ to: command, command: {command} }}\n"));
    folder
}

#[cfg(unix)]
#[test]
fn it_gets_the_folder_and_what_has_changed() {
    let folder = starter();
    recorder(&folder);
    let given = &["--", "./publish.sh", "{folder}/", "a b"];
    let first = publish(folder, given).success();
    assert!(first.stdout.contains("What is there now is not known here"), "{}", first.stdout);
    let record = first.folder.read("record");
    assert!(record.starts_with("arguments: /") && record.contains("/town/site/ a b\n"), "{record}");
    assert!(record.ends_with("deleted: \ncomplete\n"), "{record}");
    let folder = first.folder;
    change(&folder);
    let second = publish(folder, given).success();
    let record = second.folder.read("record");
    assert!(record.contains("articles/radio-flood/index.html\n"), "{record}");
    assert!(second.stdout.contains("To the command ./publish.sh {folder}/ 'a b': "), "{}", second.stdout);
}

#[cfg(unix)]
#[test]
fn one_that_fails_is_repeated_the_next_time() {
    let folder = starter();
    recorder(&folder);
    let done = publish(folder, &["--", "./publish.sh"]).variable("CODE", "3").refused();
    assert!(
        done.stderr.ends_with(
            "error: the command ended with 3: ./publish.sh\nhelp: see what it says above; what it did until then is done, and \
             publishing again repeats it\n"
        ),
        "{}",
        done.stderr
    );
    let done = publish(done.folder, &["--", "./publish.sh"]).success();
    assert!(done.stdout.contains("not known here"), "what failed is not taken for published: {}", done.stdout);
    let done = publish(done.folder, &["--", "./nothing.sh"]).refused();
    assert!(done.stderr.contains("there is no program \"./nothing.sh\""), "{}", done.stderr);
}

#[cfg(unix)]
#[test]
fn one_from_the_settings_needs_consent() {
    let folder = with_settings("[./publish.sh, \"{folder}\"]");
    recorder(&folder);
    let done = publish(folder, &[]).refused();
    assert_eq!(
        done.stderr,
        "crosscheck.yaml wants to publish with a command that was not run here before:\n\n  ./publish.sh {folder}\n\n\
         error: nobody is here to allow the command; nothing was published\n\
         help: allow it with --yes if you know it, or run crosscheck publish in a terminal once\n"
    );
    assert!(!done.folder.path("record").exists() && !done.folder.path("town/site").exists());
    let done = publish(done.folder, &["--dry-run"]).success();
    assert!(!done.folder.path("record").exists());
    let done = publish(done.folder, &["--yes"]).success();
    assert!(done.folder.path("record").exists());
    // Allowed for that run only.
    publish(done.folder, &[]).refused();
}

#[cfg(unix)]
#[test]
fn other_files_in_the_folder_are_pointed_out() {
    let folder = publish(starter(), &["--", "true"]).success().folder;
    folder.write("town/site/notes.txt", "mine");
    let done = publish(folder, &["--", "true"]).success();
    assert!(done.stderr.contains("also holds notes.txt, which no build wrote"), "{}", done.stderr);
}
