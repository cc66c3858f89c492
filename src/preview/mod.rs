//! `crosscheck serve`: a site that is only in memory, and shows what was just saved.
//!
//! ```text
//! files ──[watch]── what changed ──[builder]── a site, or what is wrong ──[http]── pages, and how things stand
//! ```
//!
//! In go a root folder and the author's wishes; out come a server that runs until it is dropped, and reports for the
//! terminal. It writes nothing, serves nothing but the site, and lives on whatever the files do to it: a build that
//! panics is one more problem to show.

mod builder;
mod editor;
pub mod http;
mod live;
mod notes;
mod places;
mod problem;
mod site;
pub mod watch;

use std::{
    any::Any,
    io,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    sync::Arc,
    thread::{self, JoinHandle},
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use crate::{diagnostics::Located, pipeline};
use builder::{Builder, Built};
use http::{Hosts, Server};
use watch::{Changes, Snapshot, Stop, Wake, Watcher};

pub use editor::Editor;
pub use problem::{Line, Note, Problem, Spot};
pub use site::{Site, State};

/// The port where there is no wish.
pub const PORT: u16 = 2468;

/// What the author wishes.
#[derive(Clone, Debug)]
pub struct Options {
    /// Where to listen; anything but this machine itself lets others read.
    pub host: IpAddr,
    /// The port, or else the next one that is free.
    pub port: u16,
    /// Names besides this machine's own by which it may be called.
    pub allowed_hosts: Vec<String>,
    /// Show drafts.
    pub drafts: bool,
    /// Look every second instead of waiting for events.
    pub poll: bool,
    /// What opens files.
    pub editor: Editor,
    /// Build at once when a file changes, without waiting for quiet: to measure.
    pub at_once: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            host: Ipv4Addr::LOCALHOST.into(),
            port: PORT,
            allowed_hosts: Vec::new(),
            drafts: false,
            poll: false,
            editor: Editor::default(),
            at_once: false,
        }
    }
}

/// What the terminal is told.
#[derive(Debug)]
pub enum Report {
    /// Changes are looked for every second, and why.
    Polling(String),
    /// A build came to its end.
    Built {
        /// What had changed; nothing at the start.
        changes: Changes,
        /// From the moment it was known to the moment that tabs were told.
        took: Duration,
        /// The errors, with their places.
        errors: Vec<Located>,
        /// How many errors there are beyond those.
        more: usize,
        /// How many warnings there are.
        warnings: usize,
        /// Whether an older site is shown, because the files cannot be built.
        stale: bool,
    },
    /// Something went wrong that is no error in a file.
    Failed(String),
}

/// A preview that runs until it is dropped.
pub struct Preview {
    address: SocketAddr,
    stop: Stop,
    worker: Option<JoinHandle<()>>,
}

impl Preview {
    /// Takes a port, builds the site and serves it; from then on, whatever changes below the root is shown.
    pub fn start(root: &Path, options: &Options, report: impl FnMut(Report) + Send + 'static) -> io::Result<Self> {
        let root = root.canonicalize()?;
        let listener = http::bind(options.host, options.port)?;
        let address = listener.local_addr()?;
        let pipeline =
            pipeline::Options { drafts: options.drafts, base_url: Some(url(address)), ..pipeline::Options::default() };
        // Before anything is read, so that no change falls between.
        let snapshot = Snapshot::take(&root);
        let mut watcher = Watcher::new(&root, options.poll);
        if options.at_once {
            watcher = watcher.without_waiting();
        }
        let stop = watcher.stop();
        let builder = Builder::new(&root, pipeline, options.editor.clone());
        let mut worker = Worker { builder, snapshot, watcher, report: Box::new(report), build: first_build() };
        let first = worker.first();
        let server = Server::start(listener, Hosts::new(options.allowed_hosts.iter().cloned()), first)?;
        let worker = thread::Builder::new().name("preview".into()).spawn(move || worker.run(&server))?;
        Ok(Self { address, stop, worker: Some(worker) })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What browsers open.
    pub fn url(&self) -> String {
        url(self.address)
    }

    /// Waits until the preview ends, which it only does when the process is told to.
    pub fn wait(mut self) {
        if let Some(worker) = self.worker.take() {
            let _ = worker.join();
        }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.stop.stop();
        if let Some(worker) = self.worker.take() {
            let _ = worker.join();
        }
    }
}

/// Where a browser on this machine finds it.
fn url(address: SocketAddr) -> String {
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    format!("http://{}/", SocketAddr::new(ip, address.port()))
}

/// Greater than any that an earlier run of the preview gave, as long as the clock goes on.
fn first_build() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis() as u64)
}

struct Worker {
    builder: Builder,
    snapshot: Snapshot,
    watcher: Watcher,
    report: Box<dyn FnMut(Report) + Send>,
    build: u64,
}

impl Worker {
    fn first(&mut self) -> State {
        let nothing = State {
            build: self.build,
            site: Arc::new(site::Nothing::default()),
            problems: Arc::new([]),
            more: 0,
            stale: false,
            saved: None,
        };
        let (state, report) = self.build(&nothing, Changes::default(), Instant::now());
        (self.report)(report);
        state
    }

    fn run(&mut self, server: &Server) {
        self.follow(server);
        let mut said = false;
        loop {
            if let (false, Some(why)) = (said, self.watcher.polls()) {
                let why = why.to_owned();
                (self.report)(Report::Polling(why));
                said = true;
            }
            let Some(wake) = self.watcher.wait() else { return };
            let start = Instant::now();
            if let Wake::At(paths) = wake
                && let Some(changes) = self.snapshot.look_at(&paths)
            {
                self.show(server, changes, start);
            }
            self.look(server);
            self.follow(server);
        }
    }

    fn look(&mut self, server: &Server) {
        let start = Instant::now();
        let changes = self.snapshot.look();
        self.watcher.took(start.elapsed());
        self.show(server, changes, start);
    }

    /// Watches the folders that there are now, and looks again where one of them is new.
    fn follow(&mut self, server: &Server) {
        while self.watcher.follow(self.snapshot.folders()) {
            self.look(server);
        }
    }

    fn show(&mut self, server: &Server, changes: Changes, start: Instant) {
        if changes.is_empty() {
            return;
        }
        self.build += 1;
        let (state, report) = self.build(&server.shown(), changes, start);
        server.show(state);
        (self.report)(report);
    }

    /// Builds after changes; gives what to show from now on, and what to say.
    fn build(&mut self, before: &State, changes: Changes, start: Instant) -> (State, Report) {
        let built = guarded(&mut self.builder, |builder| builder.build(&changes));
        let Built { site, errors, more, warnings, failed } = built;
        let problems: Vec<Problem> =
            failed.clone().into_iter().chain(errors.iter().map(|one| self.builder.problem(one))).collect();
        let stale = site.is_none() && !problems.is_empty();
        let site = site.unwrap_or_else(|| Arc::clone(&before.site));
        let saved = saved(&changes).filter(|file| site.has(&format!("{file}index.html")));
        let state = State {
            build: self.build,
            site,
            problems: problems.into(),
            more,
            stale,
            saved: saved.map(|address| format!("/{address}")).or_else(|| before.saved.clone()),
        };
        let report = match failed {
            Some(problem) => Report::Failed(problem.message),
            None => Report::Built { changes, took: start.elapsed(), errors, more, warnings, stale },
        };
        (state, report)
    }
}

/// Builds; a panic is a failure like any other.
fn guarded(builder: &mut Builder, build: impl FnOnce(&mut Builder) -> Built) -> Built {
    catch_unwind(AssertUnwindSafe(|| build(builder))).unwrap_or_else(|panic| {
        // What it knew may be half changed.
        builder.start_over();
        let message = format!("crosscheck itself failed: {}", panic_message(panic.as_ref()));
        Built { site: None, errors: Vec::new(), more: 0, warnings: 0, failed: Some(Problem::of_program(message)) }
    })
}

/// The address of the page that the one saved file is shown on.
fn saved(changes: &Changes) -> Option<String> {
    let [file] = (changes.added.iter().chain(&changes.changed)).collect::<Vec<_>>()[..] else { return None };
    let (folder, rest) = file.strip_prefix("content/")?.split_once('/')?;
    let id = rest.rsplit('/').next()?.strip_suffix(".md")?;
    match folder {
        "questions" => Some(format!("claims/{id}/")),
        "pages" => Some(format!("{id}/")),
        _ => Some(format!("{folder}/{id}/")),
    }
}

/// What a panic said.
fn panic_message(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("for a reason it did not give")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_saved_file_has_a_page() {
        let saved = |path: &str| saved(&Changes { changed: vec![path.to_owned()], ..Changes::default() });
        assert_eq!(saved("content/articles/2023/a.md").as_deref(), Some("articles/a/"));
        assert_eq!(saved("content/questions/q.md").as_deref(), Some("claims/q/"));
        assert_eq!(saved("content/pages/about.md").as_deref(), Some("about/"));
        assert_eq!(saved("crosscheck.yaml"), None);
        let two = Changes {
            added: vec!["content/articles/a.md".into(), "content/articles/b.md".into()],
            ..Changes::default()
        };
        assert_eq!(super::saved(&two), None);
    }

    #[test]
    fn a_build_that_panics_is_a_failure_and_the_next_one_builds() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut builder = Builder::new(root, pipeline::Options::default(), Editor::default());
        let built = guarded(&mut builder, |_| panic!("a defect"));
        assert_eq!(built.failed.unwrap().message, "crosscheck itself failed: a defect");
        let built = guarded(&mut builder, |builder| builder.build(&Changes::default()));
        assert!(built.failed.is_none() && built.site.unwrap().has("articles/pragmatist-approach/index.html"));
    }

    #[test]
    fn a_panic_says_something() {
        let message = |panic: Box<dyn Any + Send>| panic_message(panic.as_ref()).to_owned();
        assert_eq!(message(Box::new("why")), "why");
        assert_eq!(message(Box::new("why".to_owned())), "why");
        assert!(!message(Box::new(1)).is_empty());
    }
}
