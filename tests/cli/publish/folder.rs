//! To a folder.

use std::{collections::BTreeMap, fs};

use super::{change, counts, publish, starter};
use crate::harness::Folder;

const WWW: &[&str] = &["--folder", "../www"];

/// What readers see.
fn shown(folder: &Folder) -> BTreeMap<String, Vec<u8>> {
    let mut files = folder.files("www");
    files.retain(|name, _| !name.starts_with(".crosscheck/"));
    files
}

#[test]
fn the_site_is_there_and_the_second_time_there_is_nothing_to_do() {
    let first = publish(starter(), WWW).success();
    let [added, changed, deleted, unchanged] = counts(&first);
    assert!(added > 20 && [changed, deleted, unchanged] == [0, 0, 0], "{}", first.stdout);
    assert!(first.stdout.contains("  + … and "), "{}", first.stdout);
    let mut built = first.folder.files("town/site");
    built.retain(|name, _| !name.starts_with(".crosscheck/"));
    assert_eq!(shown(&first.folder), built);
    let again = publish(first.folder, WWW).success();
    let nothing = format!("Nothing to change: the folder [ROOT]/www has all {added} files already\n");
    assert!(again.stdout.ends_with(&nothing), "{}", again.stdout);
}

#[test]
fn only_what_changed_is_touched_and_what_is_somebody_elses_stays() {
    let folder = publish(starter(), WWW).success().folder;
    folder.write("www/CNAME", "flood.example.org\n");
    folder.write("www/archive/2019/index.html", "mine");
    let before = fs::metadata(folder.path("www/method/index.html")).unwrap().modified().unwrap();
    change(&folder);
    let done = publish(folder, WWW).success();
    let [_, changed, deleted, unchanged] = counts(&done);
    assert!(changed > 0 && deleted > 0 && unchanged > 0, "{}", done.stdout);
    assert!(done.stdout.contains("  - articles/radio-flood/index.html\n"), "{}", done.stdout);
    assert_eq!(fs::metadata(done.folder.path("www/method/index.html")).unwrap().modified().unwrap(), before);
    assert_eq!(done.folder.read("www/CNAME"), "flood.example.org\n");
    assert_eq!(done.folder.read("www/archive/2019/index.html"), "mine");
    assert!(!done.folder.path("www/articles/radio-flood").exists());
}

#[test]
fn a_dry_run_names_every_file_and_touches_none() {
    let folder = publish(starter(), WWW).success().folder;
    change(&folder);
    let before = folder.files("www");
    let done = publish(folder, &["--folder", "../www", "--dry-run"]).success();
    let counted: usize = counts(&done)[..3].iter().sum();
    let named = done.stdout.lines().filter(|line| line.starts_with("  ")).count();
    assert_eq!(named, counted, "{}", done.stdout);
    assert!(done.stdout.ends_with("Nothing was published: this was a dry run.\n"), "{}", done.stdout);
    assert_eq!(done.folder.files("www"), before);
    let done = publish(done.folder, &["--folder", "../nowhere", "--dry-run"]).success();
    assert!(!done.folder.path("nowhere").exists());
}

#[test]
fn a_folder_with_other_things_is_taken_unless_they_are_in_the_way() {
    let folder = starter();
    folder.write("www/notes.txt", "mine");
    folder.write("www/.nojekyll", "");
    let done = publish(folder, WWW).success();
    assert_eq!(done.folder.read("www/notes.txt"), "mine");
    done.folder.write("other/index.html", "mine");
    let done = publish(done.folder, &["--folder", "../other"]).refused();
    assert_eq!(
        done.stderr,
        "error: refusing to overwrite [ROOT]/other/index.html: crosscheck did not write it\n\
         help: move it out of the output folder, or rename what the site wants to put there\n"
    );
    assert_eq!(done.folder.read("other/index.html"), "mine");
    let left: Vec<String> = done.folder.names("other").into_iter().filter(|name| !name.starts_with('.')).collect();
    assert_eq!(left, ["index.html"]);
}

#[test]
fn folders_that_cannot_be_meant_are_refused() {
    let mut folder = starter();
    for (wanted, why) in [
        (".", "it is, or holds, the folder that the site is made from"),
        ("..", "it is, or holds, the folder that the site is made from"),
        ("/", "it is, or holds, the folder that the site is made from"),
        ("content", "it lies in content/, which the site is made from"),
        ("site", "the site is built in "),
        ("site/below", "the site is built in "),
        ("~/www", "begins with ~"),
        ("../other/.git/www", "it lies in .git, which is git's own"),
    ] {
        let settings = folder.read("town/crosscheck.yaml");
        folder.write("town/crosscheck.yaml", format!("{settings}publish: {{ to: folder, folder: {wanted} }}\n"));
        let done = publish(folder, &[]).refused();
        assert!(done.stderr.contains(why), "{wanted}: {}", done.stderr);
        assert_eq!(done.stdout, "", "{wanted}: refused before it is built");
        folder = done.folder;
        folder.write("town/crosscheck.yaml", settings);
    }
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let folder = publish(starter(), WWW).success().folder;
    fs::remove_dir_all(folder.path("www/articles")).unwrap();
    fs::create_dir(folder.path("elsewhere")).unwrap();
    std::os::unix::fs::symlink("../elsewhere", folder.path("www/articles")).unwrap();
    let done = publish(folder, WWW).refused();
    assert!(done.stderr.contains("articles in [ROOT]/www is a symbolic link"), "{}", done.stderr);
    assert!(done.folder.names("elsewhere").is_empty());
}

#[test]
fn many_deletions_need_consent() {
    let folder = starter();
    for at in 0..300 {
        folder.write(&format!("town/content/articles/more-{at}.md"), format!("---\ntitle: More {at}\n---\n"));
    }
    let folder = publish(folder, WWW).success().folder;
    for at in 0..300 {
        fs::remove_file(folder.path(&format!("town/content/articles/more-{at}.md"))).unwrap();
    }
    let before = folder.files("www");
    let done = publish(folder, WWW).refused();
    assert_eq!(done.folder.files("www"), before);
    let refusal = done.stderr;
    let done = publish(done.folder, &["--folder", "../www", "--yes"]).success();
    // The articles, and files of the search index that have other names now.
    let deleted = counts(&done)[2];
    assert!((300..310).contains(&deleted), "{deleted}");
    let expected = format!(
        "error: publishing would delete {deleted} files from the folder [ROOT]/www, and nobody is here to allow it; nothing \
         was published\nhelp: see which with --dry-run; if they should go, allow it with --yes\n"
    );
    assert!(refusal.ends_with(&expected), "{refusal}");
}

/// Cuts a run short before its first, second, third … change, and looks at what readers see each time.
#[test]
fn a_run_that_is_cut_short_anywhere_is_taken_up_again() {
    let wanted = {
        let folder = publish(starter(), WWW).success().folder;
        change(&folder);
        publish(folder, WWW).success().folder.files("www")
    };
    let mut folder = publish(starter(), WWW).success().folder;
    folder.write("www/CNAME", "flood.example.org\n");
    let old = shown(&folder);
    change(&folder);
    // Built beforehand, so that only steps of publishing are counted.
    folder = crate::harness::Test::inside(folder).from("town").args(["build", "-q"]).any_output().success().folder;
    let built = folder.files("town/site");
    let mut cuts = 0;
    for at in 1.. {
        let done = publish(folder, WWW).variable("CROSSCHECK_ABORT_AT", at.to_string()).run();
        folder = done.folder;
        for (name, bytes) in shown(&folder) {
            if name != "CNAME" {
                let whole = old.get(&name) == Some(&bytes) || built.get(&name) == Some(&bytes);
                assert!(whole, "after {at} steps {name} is neither the old nor the new one");
            }
        }
        if done.code == 0 {
            break;
        }
        cuts += 1;
        // A page is there only with what it asks for.
        let page = folder.read("www/index.html");
        let style = page.split("static/style.").nth(1).unwrap().split('"').next().unwrap();
        assert!(folder.path(&format!("www/static/style.{style}")).is_file(), "after {at} steps");
    }
    assert!(cuts > 10, "{cuts}");
    folder = publish(folder, WWW).success().folder;
    assert_eq!(folder.read("www/CNAME"), "flood.example.org\n");
    let mut files = folder.files("www");
    files.remove("CNAME");
    assert_eq!(files, wanted);
}
