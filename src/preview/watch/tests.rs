//! On real files, as editors and other programs treat them.

use std::fs::{self, create_dir_all, remove_dir_all, remove_file, rename, write};

use super::*;

/// How long a test waits before it says that nothing came.
const LONG: Duration = Duration::from_secs(10);

struct Site {
    _kept: tempfile::TempDir,
    root: PathBuf,
    changes: Receiver<Changes>,
    stop: Stop,
}

impl Site {
    fn new() -> Self {
        Self::polling(false)
    }

    /// A small site, watched as the preview does it.
    fn polling(poll: bool) -> Self {
        let kept = tempfile::tempdir().unwrap();
        let root = kept.path().canonicalize().unwrap();
        for (name, text) in [
            ("crosscheck.yaml", "title: x"),
            ("content/articles/a.md", "one"),
            ("content/articles/b.md", "one"),
            ("seeds/a.txt", "one"),
            ("themes/mine/static/style.css", "one"),
            ("site/index.html", "one"),
        ] {
            create_dir_all(root.join(name).parent().unwrap()).unwrap();
            write(root.join(name), text).unwrap();
        }
        let mut watcher = Watcher::new(&root, poll);
        let stop = watcher.stop();
        let (sender, changes) = channel();
        let mut snapshot = Snapshot::take(&root);
        watcher.follow(snapshot.folders());
        std::thread::spawn(move || {
            while let Some(wake) = watcher.wait() {
                let first = match &wake {
                    Wake::At(paths) => snapshot.look_at(paths).unwrap_or_default(),
                    Wake::Everywhere => Changes::default(),
                };
                let mut seen = vec![first, snapshot.look()];
                while watcher.follow(snapshot.folders()) {
                    seen.push(snapshot.look());
                }
                for changes in seen.into_iter().filter(|changes| !changes.is_empty()) {
                    let _ = sender.send(changes);
                }
            }
        });
        Self { _kept: kept, root, changes, stop }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// Waits for all of these, in any number of batches, and that nothing else comes.
    #[track_caller]
    fn expect(&self, added: &[&str], changed: &[&str], removed: &[&str]) {
        let mut seen = Changes::default();
        let wanted = added.len() + changed.len() + removed.len();
        while seen.len() < wanted {
            let Ok(next) = self.changes.recv_timeout(LONG) else { panic!("nothing came after {seen:?}") };
            seen.added.extend(next.added);
            seen.changed.extend(next.changed);
            seen.removed.extend(next.removed);
        }
        seen.added.sort();
        assert_eq!((seen.added, seen.changed, seen.removed), (list(added), list(changed), list(removed)));
        self.expect_nothing();
    }

    #[track_caller]
    fn expect_nothing(&self) {
        if let Ok(changes) = self.changes.recv_timeout(QUIET * 4) {
            panic!("nothing should have come, but {changes:?} did");
        }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.stop.stop();
    }
}

fn list(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| name.to_string()).collect()
}

#[test]
fn a_plain_save_is_seen() {
    let site = Site::new();
    write(site.path("content/articles/a.md"), "two").unwrap();
    site.expect(&[], &["content/articles/a.md"], &[]);
}

#[test]
fn an_atomic_save_is_seen_again_and_again() {
    let site = Site::new();
    for text in ["two", "three", "four"] {
        write(site.path("content/articles/.a.md.tmp"), text).unwrap();
        rename(site.path("content/articles/.a.md.tmp"), site.path("content/articles/a.md")).unwrap();
        site.expect(&[], &["content/articles/a.md"], &[]);
    }
}

/// As Vim does it: the old file becomes the backup, a new one takes its place, the backup goes.
#[test]
fn a_save_by_backup_is_one_change() {
    let site = Site::new();
    let (file, backup) = (site.path("content/articles/a.md"), site.path("content/articles/a.md~"));
    write(site.path("content/articles/4913"), "").unwrap();
    remove_file(site.path("content/articles/4913")).unwrap();
    rename(&file, &backup).unwrap();
    write(&file, "two").unwrap();
    remove_file(&backup).unwrap();
    site.expect(&[], &["content/articles/a.md"], &[]);
}

#[test]
fn the_settings_saved_in_place_and_by_rename_are_seen() {
    let site = Site::new();
    write(site.path("crosscheck.yaml"), "title: y").unwrap();
    site.expect(&[], &["crosscheck.yaml"], &[]);
    write(site.path("crosscheck.yaml.new"), "title: z").unwrap();
    rename(site.path("crosscheck.yaml.new"), site.path("crosscheck.yaml")).unwrap();
    site.expect(&[], &["crosscheck.yaml"], &[]);
}

#[test]
fn renamed_and_deleted_files_are_seen() {
    let site = Site::new();
    rename(site.path("content/articles/a.md"), site.path("content/articles/c.md")).unwrap();
    site.expect(&["content/articles/c.md"], &[], &["content/articles/a.md"]);
    remove_file(site.path("content/articles/b.md")).unwrap();
    site.expect(&[], &[], &["content/articles/b.md"]);
}

#[test]
fn a_new_folder_is_watched_with_what_is_in_it_already() {
    let site = Site::new();
    create_dir_all(site.path("content/events/2023")).unwrap();
    write(site.path("content/events/2023/e.md"), "one").unwrap();
    site.expect(&["content/events/2023/e.md"], &[], &[]);
    write(site.path("content/events/2023/e.md"), "two").unwrap();
    site.expect(&[], &["content/events/2023/e.md"], &[]);
}

#[test]
fn a_folder_that_is_replaced_is_watched_again() {
    let site = Site::new();
    create_dir_all(site.path("other")).unwrap();
    write(site.path("other/a.md"), "two").unwrap();
    rename(site.path("content/articles"), site.path("old")).unwrap();
    rename(site.path("other"), site.path("content/articles")).unwrap();
    site.expect(&[], &["content/articles/a.md"], &["content/articles/b.md"]);
    write(site.path("content/articles/a.md"), "three").unwrap();
    site.expect(&[], &["content/articles/a.md"], &[]);
    remove_dir_all(site.path("content")).unwrap();
    site.expect(&[], &[], &["content/articles/a.md"]);
    create_dir_all(site.path("content/articles")).unwrap();
    write(site.path("content/articles/a.md"), "four").unwrap();
    site.expect(&["content/articles/a.md"], &[], &[]);
}

/// As a checkout of another branch does it.
#[test]
fn a_thousand_files_at_once_are_seen() {
    let site = Site::new();
    let names: Vec<String> = (0..1000).map(|at| format!("content/articles/new-{at:04}.md")).collect();
    for name in &names {
        write(site.path(name), "one").unwrap();
    }
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    site.expect(&names, &[], &[]);
}

#[test]
fn the_theme_and_the_seeds_are_watched() {
    let site = Site::new();
    write(site.path("themes/mine/static/style.css"), "two").unwrap();
    site.expect(&[], &["themes/mine/static/style.css"], &[]);
    write(site.path("seeds/a.txt"), "two").unwrap();
    site.expect(&[], &["seeds/a.txt"], &[]);
    create_dir_all(site.path("themes/mine/templates/parts")).unwrap();
    write(site.path("themes/mine/templates/parts/x.html"), "one").unwrap();
    site.expect(&["themes/mine/templates/parts/x.html"], &[], &[]);
}

#[test]
fn the_site_and_what_editors_leave_wake_nobody() {
    let site = Site::new();
    for name in ["site/index.html", "content/articles/.a.md.swp", "content/articles/a.md~", "README.md", ".git/HEAD"] {
        create_dir_all(site.path(name).parent().unwrap()).unwrap();
        write(site.path(name), "two").unwrap();
    }
    fs::read(site.path("content/articles/a.md")).unwrap();
    site.expect_nothing();
}

#[test]
fn a_save_without_a_change_is_none() {
    let site = Site::new();
    write(site.path("content/articles/a.md"), "one").unwrap();
    site.expect_nothing();
}

#[cfg(unix)]
#[test]
fn folders_behind_links_are_watched() {
    let site = Site::new();
    let elsewhere = tempfile::tempdir().unwrap();
    write(elsewhere.path().join("e.md"), "one").unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), site.path("content/events")).unwrap();
    site.expect(&["content/events/e.md"], &[], &[]);
    write(elsewhere.path().join("e.md"), "two").unwrap();
    site.expect(&[], &["content/events/e.md"], &[]);
}

#[test]
fn without_events_it_looks_every_second() {
    let site = Site::polling(true);
    write(site.path("content/articles/a.md"), "two").unwrap();
    site.expect(&[], &["content/articles/a.md"], &[]);
    rename(site.path("content/articles/a.md"), site.path("content/articles/c.md")).unwrap();
    site.expect(&["content/articles/c.md"], &[], &["content/articles/a.md"]);
}

#[test]
fn polling_says_why() {
    let root = tempfile::tempdir().unwrap();
    assert_eq!(Watcher::new(root.path(), true).polls(), Some("as asked with --poll"));
    assert_eq!(Watcher::new(&root.path().canonicalize().unwrap(), false).polls(), None);
}

/// A watch that the system refuses is not the end: the preview looks every second instead.
#[test]
fn a_watch_that_fails_becomes_polling() {
    let root = tempfile::tempdir().unwrap();
    let mut watcher = Watcher::new(&root.path().canonicalize().unwrap(), false);
    let full = notify::Error::new(ErrorKind::MaxFilesWatch);
    watcher.sender.send(Message::Event(Err(full))).unwrap();
    assert_eq!(watcher.wait(), Some(Wake::Everywhere));
    assert!(watcher.polls().unwrap().contains("no more watched folders"), "{:?}", watcher.polls());
}

#[test]
fn a_lost_event_means_looking_everywhere() {
    let root = tempfile::tempdir().unwrap();
    let mut watcher = Watcher::new(&root.path().canonicalize().unwrap(), false);
    let lost = Event::new(EventKind::Other).set_flag(notify::event::Flag::Rescan);
    watcher.sender.send(Message::Event(Ok(lost))).unwrap();
    assert_eq!(watcher.wait(), Some(Wake::Everywhere));
}

#[test]
fn a_storm_is_waited_for_half_a_second_at_most() {
    let root = tempfile::tempdir().unwrap();
    let root = root.path().canonicalize().unwrap();
    let mut watcher = Watcher::new(&root, false);
    let (sender, path) = (watcher.sender.clone(), root.join("content/articles/a.md"));
    std::thread::spawn(move || {
        let event = || Event::new(EventKind::Any).add_path(path.clone());
        while sender.send(Message::Event(Ok(event()))).is_ok() {
            std::thread::sleep(Duration::from_millis(20));
        }
    });
    let start = Instant::now();
    assert!(watcher.wait().is_some());
    let waited = start.elapsed();
    assert!(waited >= QUIET && waited < PATIENCE + Duration::from_millis(250), "{waited:?}");
}

#[test]
fn a_watcher_can_be_stopped() {
    let root = tempfile::tempdir().unwrap();
    for poll in [false, true] {
        let mut watcher = Watcher::new(&root.path().canonicalize().unwrap(), poll);
        watcher.stop().stop();
        assert_eq!(watcher.wait(), None);
    }
}
