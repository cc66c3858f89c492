//! The command itself: what it prints, and what it refuses.

use std::{
    io::{BufRead, BufReader},
    net::TcpListener,
    process::{Child, Command, Stdio},
};

use super::client::{Site, get};

/// A program that ends with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn serve(site: &Site, arguments: &[&str]) -> Running {
    let mut command = Command::new(env!("CARGO_BIN_EXE_crosscheck"));
    command.arg("serve").args(arguments).current_dir(site.root());
    Running(command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap())
}

fn lines(running: &mut Running) -> impl Iterator<Item = String> + use<> {
    BufReader::new(running.0.stdout.take().unwrap()).lines().map(Result::unwrap)
}

#[test]
fn it_says_where_it_is_and_what_was_built() {
    let site = Site::demonstration();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let mut running = serve(&site, &["--port", &port.to_string()]);
    let mut printed = lines(&mut running);
    let first = printed.next().unwrap();
    let address = first.strip_prefix("The preview is at http://").unwrap().split_once('/').unwrap().0.to_owned();
    assert!(!address.ends_with(&format!(":{port}")), "{first}");
    assert!(printed.next().unwrap().starts_with("Built · "));
    assert_eq!(get(address.parse().unwrap(), "/").status, 200);
    site.write("content/articles/new.md", "---\ntitle: New\n---\nText.\n");
    let line = printed.next().unwrap();
    assert!(line.starts_with("content/articles/new.md is new · ") && line.contains(" ms"), "{line}");
    site.write("content/articles/new.md", "---\ntitel: New\n---\nText.\n");
    let line = printed.next().unwrap();
    assert!(line.ends_with(", 1 error: the last good site stays"), "{line}");
    let note = BufReader::new(running.0.stderr.take().unwrap()).lines().next().unwrap().unwrap();
    assert!(note.starts_with(&format!("note: port {port} is taken")), "{note}");
}

#[test]
fn wrong_wishes_are_refused() {
    let site = Site::demonstration();
    for arguments in [["--host", "example.org"], ["--editor", "javascript:{path}"], ["--port", "x"]] {
        let mut running = serve(&site, &arguments);
        assert_eq!(running.0.wait().unwrap().code(), Some(2), "{arguments:?}");
    }
}
