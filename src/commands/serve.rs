//! `crosscheck serve`: the site as it is being written, in a browser, without writing it.

use std::{
    net::{IpAddr, Ipv4Addr},
    path::Path,
    process::{Command, Stdio},
    sync::mpsc::channel,
    time::Duration,
};

use clap::Args;
use crosscheck::{
    diagnostics::Located,
    preview::{Editor, Options, PORT, Preview, Report, watch::Changes},
};

use super::{
    Failure, Outcome, Terminal,
    problems::{Listing, plural},
};

/// As many files are named when they change.
const NAMED: usize = 3;

/// Show the site in a browser, and show again whatever is saved
///
/// Nothing is written: the site is kept in memory. With an error in the content, the last good site stays, and what is
/// wrong is shown over it and here.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  crosscheck serve --open                    and open it in a browser
  crosscheck serve --drafts --port 8080
  crosscheck serve --host 0.0.0.0 --allow-host ida.local    for everybody in the same network")]
pub(super) struct Serve {
    /// Open the site in a browser
    #[arg(long)]
    open: bool,
    /// The port; where it is taken, the next one that is free
    #[arg(long, value_name = "N", default_value_t = PORT)]
    port: u16,
    /// The address to listen at; anything but this machine's own lets others read, drafts included
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1", value_parser = host)]
    host: IpAddr,
    /// A further name by which browsers may ask for it; may be given more than once
    #[arg(long, value_name = "NAME")]
    allow_host: Vec<String>,
    /// Show drafts
    #[arg(long)]
    drafts: bool,
    /// Look for changes every second, for folders that report none
    #[arg(long)]
    poll: bool,
    /// What opens a file: vscode, vscodium, cursor, zed, idea, textmate, none, or a link with {path}, {line}, {column}
    #[arg(long, value_name = "EDITOR", default_value = "vscode", value_parser = Editor::named)]
    editor: Editor,
}

impl Serve {
    pub(super) fn run(self, root: &Path, terminal: &mut Terminal) -> Result<Outcome, Failure> {
        let options = Options {
            host: self.host,
            port: self.port,
            allowed_hosts: self.allow_host,
            drafts: self.drafts,
            poll: self.poll,
            editor: self.editor,
            ..Options::default()
        };
        let (sender, reports) = channel();
        // Nobody listens any more only when the program is about to end.
        let preview = Preview::start(root, &options, move |report| drop(sender.send(report))).map_err(|error| {
            Failure::new(format!("the preview cannot be started at {}:{}: {error}", self.host, self.port))
                .help("choose another address with --host, or another port with --port")
        })?;
        let address = preview.address();
        if address.port() != self.port && self.port != 0 {
            terminal.aside(&format!("note: port {} is taken, so it is {}\n", self.port, address.port()));
        }
        if !address.ip().is_loopback() {
            terminal.aside(
                "warning: everybody who can reach this machine can now read the site, drafts included if they are shown\n",
            );
        }
        let url = preview.url();
        terminal.result(&format!("The preview is at {url} and ends with Ctrl+C"))?;
        if self.open {
            open(&url, terminal);
        }
        for report in reports {
            tell(root, report, terminal)?;
        }
        Ok(Outcome::Done)
    }
}

fn tell(root: &Path, report: Report, terminal: &mut Terminal) -> Result<(), Failure> {
    match report {
        Report::Polling(why) => terminal.note(&format!("Looking for changes every second: {why}")),
        Report::Failed(message) => {
            terminal.aside(&format!("error: {message}\nThe preview goes on; please report this.\n"));
            Ok(())
        }
        Report::Built { changes, took, errors, more, warnings, stale } => {
            list(root, errors.clone(), more, terminal);
            let problems = match (errors.len() + more, stale) {
                (0, _) if warnings > 0 => format!(", {}", plural(warnings, "warning")),
                (0, _) => String::new(),
                (count, true) => format!(", {}: the last good site stays", plural(count, "error")),
                (count, false) => format!(", {}", plural(count, "error")),
            };
            terminal.note(&format!("{} · {}{problems}", what(&changes), duration(took)))
        }
    }
}

fn list(root: &Path, errors: Vec<Located>, more: usize, terminal: &mut Terminal) {
    if errors.is_empty() {
        return;
    }
    let color = terminal.asides_in_color();
    terminal.aside(&Listing::located(root, errors).people(color));
    if more > 0 {
        terminal.aside(&format!("… and {more} more; `crosscheck check` lists all\n"));
    }
}

/// "content/articles/a.md changed, content/articles/b.md is new".
fn what(changes: &Changes) -> String {
    let lists = [(&changes.added, "is new"), (&changes.changed, "changed"), (&changes.removed, "is gone")];
    match changes.len() {
        0 => "Built".to_owned(),
        1..=NAMED => {
            let named = lists.iter().flat_map(|(files, how)| files.iter().map(move |file| format!("{file} {how}")));
            named.collect::<Vec<_>>().join(", ")
        }
        _ => {
            let counted = lists.iter().filter(|(files, _)| !files.is_empty());
            let counted = counted.map(|(files, how)| match (files.len(), *how) {
                (1, how) => format!("1 file {how}"),
                (count, "changed") => format!("{count} files changed"),
                (count, how) => format!("{count} files {}", how.replace("is ", "are ")),
            });
            counted.collect::<Vec<_>>().join(", ")
        }
    }
}

fn duration(took: Duration) -> String {
    match took.as_millis() {
        millis @ 0..1000 => format!("{millis} ms"),
        _ => format!("{:.1} s", took.as_secs_f64()),
    }
}

fn host(written: &str) -> Result<IpAddr, String> {
    match written {
        "localhost" => Ok(Ipv4Addr::LOCALHOST.into()),
        _ => written.parse().map_err(|_| "write an IP address: 127.0.0.1, 0.0.0.0, ::1".to_owned()),
    }
}

/// Asks the system to open a URL.
fn open(url: &str, terminal: &mut Terminal) {
    let mut command = Command::new(match std::env::consts::OS {
        "macos" => "open",
        "windows" => "explorer",
        _ => "xdg-open",
    });
    command.arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    match command.spawn() {
        // It is waited for, so that it leaves nothing behind.
        Ok(mut child) => drop(std::thread::spawn(move || child.wait())),
        Err(_) => terminal.aside(&format!("note: no browser could be opened; go to {url}\n")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(count: usize) -> Vec<String> {
        (0..count).map(|at| format!("content/{at}.md")).collect()
    }

    #[test]
    fn few_changes_are_named_and_many_counted() {
        let changes = Changes { added: files(1), changed: files(1), removed: files(1) };
        assert_eq!(what(&changes), "content/0.md is new, content/0.md changed, content/0.md is gone");
        let changes = Changes { added: files(1000), changed: files(2), removed: files(1) };
        assert_eq!(what(&changes), "1000 files are new, 2 files changed, 1 file is gone");
    }

    #[test]
    fn durations_are_read_at_a_glance() {
        assert_eq!(duration(Duration::from_micros(38_400)), "38 ms");
        assert_eq!(duration(Duration::from_millis(1_840)), "1.8 s");
    }

    #[test]
    fn hosts_are_addresses() {
        assert_eq!(host("localhost"), Ok(Ipv4Addr::LOCALHOST.into()));
        assert!(host("::").is_ok() && host("example.org").is_err());
    }
}
