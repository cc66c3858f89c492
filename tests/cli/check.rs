//! `crosscheck check`.

use crate::harness::Test;

/// A site with one error and one warning.
fn flawed() -> Test {
    Test::new().file("crosscheck.yaml", "title: Town\n").file(
        "content/articles/one.md",
        "---\ntitel: One\nevents:\n  - event: flood\n    quote: A flood\n    place: Nowhere\n---\nA flood.\n",
    )
}

#[test]
fn a_good_site() {
    let folder = Test::new().args(["init", ".", "-q"]).success().folder;
    let done = Test::inside(folder)
        .args(["check"])
        .stdout("Checked 2 articles, 2 accounts and 4 claims: no problems.\n")
        .success();
    assert!(!done.folder.path("site").exists());
    Test::inside(done.folder).args(["check", "--format", "json"]).stdout("[]\n").success();
}

#[test]
fn all_problems_are_listed_in_every_format() {
    let human = flawed().args(["check"]).any_output().failure();
    assert!(human.stdout.contains("titel") && human.stdout.contains("Nowhere"), "{}", human.stdout);
    assert!(human.stdout.ends_with("1 error, 1 warning in 1 file.\n"), "{}", human.stdout);

    let short = flawed().args(["check", "--format", "short"]).any_output().failure();
    assert_eq!(short.stdout.lines().count(), 2, "{}", short.stdout);
    assert!(short.stdout.starts_with("content/articles/one.md:2:1: error"), "{}", short.stdout);

    let github = flawed().args(["check", "--format", "github"]).any_output().failure();
    assert!(github.stdout.starts_with("::error file=content/articles/one.md,line=2,col=1,"), "{}", github.stdout);

    let json = flawed().args(["check", "--format", "json"]).any_output().failure();
    let problems: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(problems[0]["code"], "unknown-key");
    assert_eq!((&problems[0]["line"], &problems[0]["column"]), (&2.into(), &1.into()));
    assert_eq!(problems.as_array().unwrap().len(), 2);
}

#[test]
fn warnings_fail_a_strict_check() {
    let warned = || {
        let folder = Test::new().args(["init", ".", "-q"]).success().folder;
        let path = "content/articles/courier-flood.md";
        folder.write(path, folder.read(path).replace("who: [Ida Merrow]", "who: [Ida Merow]"));
        Test::inside(folder)
    };
    warned().args(["check"]).any_output().success();
    warned().args(["check", "--strict"]).any_output().failure();
}

#[test]
fn paths_are_given_from_where_one_is() {
    let done = flawed().from("content").args(["check", "--format", "short"]).any_output().failure();
    assert!(done.stdout.starts_with("../content/articles/one.md:2:1: "), "{}", done.stdout);
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_failure() {
    use std::process::{Command, Stdio};
    let folder = flawed().args(["--version"]).any_output().success().folder;
    let mut check = Command::new(env!("CARGO_BIN_EXE_crosscheck"))
        .args(["check"])
        .current_dir(folder.path("."))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(check.stdout.take());
    let output = check.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

#[test]
fn links_are_followed_where_that_is_asked_for() {
    let folder = Test::new().args(["init", ".", "-q"]).success().folder;
    let good = Test::inside(folder).args(["check", "--links"]).any_output().success();
    assert!(good.stdout.ends_with(" links: no problems.\n"), "{}", good.stdout);
    good.folder.write("content/pages/about.md", "---\ntitle: About\n---\nSee [the flood](/events/flood-2025/).\n");
    let unasked = Test::inside(good.folder).args(["check"]).any_output().success();
    let done = Test::inside(unasked.folder).args(["check", "--links"]).any_output().failure();
    assert!(
        done.stdout.starts_with(
            "error[broken-link]: /about/ links to `../events/flood-2025/`, which the site does not have\n \
             --> content/pages/about.md:4:17\n"
        ),
        "{}",
        done.stdout
    );
    done.folder.write("content/articles/broken.md", "---\ntitel: x\n---\n");
    let done = Test::inside(done.folder).args(["check", "--links"]).any_output().failure();
    assert_eq!(done.stderr, "note: links are followed once the content has no errors\n");
}

#[test]
fn other_sites_are_asked_only_where_that_is_asked_for() {
    let folder = Test::new().args(["init", ".", "-q"]).success().folder;
    folder.write(
        "content/pages/about.md",
        "---\ntitle: About\n---\n[a](http://127.0.0.1:9/x) [b](http://no-host.invalid/)\n",
    );
    let done = Test::inside(folder).args(["check", "--links"]).any_output().success();
    assert!(!done.stdout.contains("127.0.0.1"), "{}", done.stdout);
    // The starter's own addresses are of example.org, which is asked for nothing here.
    for name in ["content/articles/courier-flood.md", "content/articles/radio-flood.md"] {
        let text = done.folder.read(name);
        let without: String = text.split_inclusive('\n').filter(|line| !line.starts_with("url: ")).collect();
        done.folder.write(name, without);
    }
    for name in ["content/sources/lowland-radio.md", "content/sources/varnholt-courier.md"] {
        let text = done.folder.read(name);
        let without: String = text.split_inclusive('\n').filter(|line| !line.starts_with("url: ")).collect();
        done.folder.write(name, without);
    }
    let done = Test::inside(done.folder).args(["check", "--external"]).any_output().success();
    let private = "hint[link-not-checked]: whether http://127.0.0.1:9/x is still there is not known: it is in a private network, \
                   which is not asked; --allow-private asks\n --> content/pages/about.md:4:5\n";
    assert!(done.stdout.contains(private), "{}", done.stdout);
    assert!(done.stdout.contains("http://no-host.invalid/"), "{}", done.stdout);
    let private = Test::inside(done.folder).args(["check", "--external", "--allow-private"]).any_output().success();
    assert!(
        private.stdout.contains("warning[dead-link]: nothing is at http://127.0.0.1:9/x any more"),
        "{}",
        private.stdout
    );
}

#[test]
fn a_proxy_does_not_open_private_networks() {
    let page = "---\ntitle: About\n---\n[a](http://127.0.0.1:9/x) [b](http://localhost:9/y)\n";
    let site = || {
        let test = Test::new().file("crosscheck.yaml", "title: Town\nbase_url: https://town.invalid/\n");
        let test = test.file("content/pages/about.md", page).args(["check", "--external"]).any_output();
        // Nothing listens at either port: whoever asks is told that the host takes no connection.
        test.variable("ALL_PROXY", "http://127.0.0.1:10")
    };
    let unasked = |address: &str| format!("{address} is still there is not known: it is in a private network");
    let through = site().success();
    assert!(through.stdout.contains(&unasked("http://127.0.0.1:9/x")), "{}", through.stdout);
    let past = site().variable("NO_PROXY", "localhost,127.0.0.1").success();
    assert!(past.stdout.contains(&unasked("http://127.0.0.1:9/x")), "{}", past.stdout);
    assert!(past.stdout.contains(&unasked("http://localhost:9/y")), "{}", past.stdout);
}
