//! A preview of a folder of its own, and a browser without a window: asks for pages, and listens as a tab does.

use std::{
    fs,
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, channel},
    time::{Duration, Instant},
};

use crosscheck::preview::{Options, Preview, Report};
use serde_json::Value;
use tempfile::TempDir;

/// How long anything may take before a test says that it does not happen.
pub const LONG: Duration = Duration::from_secs(60);

/// A site in a folder that goes when the test ends.
pub struct Site {
    folder: TempDir,
}

impl Site {
    /// A copy of the demonstration.
    pub fn demonstration() -> Self {
        let from = Path::new(env!("CARGO_MANIFEST_DIR"));
        let site = Self { folder: tempfile::tempdir().unwrap() };
        for part in ["content", "seeds", "crosscheck.yaml"] {
            for entry in walkdir::WalkDir::new(from.join(part)).into_iter().map(Result::unwrap) {
                if entry.file_type().is_file() {
                    let name = entry.path().strip_prefix(from).unwrap().to_str().unwrap();
                    site.write(name, fs::read(entry.path()).unwrap());
                }
            }
        }
        site
    }

    pub fn root(&self) -> PathBuf {
        self.folder.path().canonicalize().unwrap()
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        fs::write(self.path(name), text).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Replaces a text in a file by another, where it stands for the first time.
    #[track_caller]
    pub fn edit(&self, name: &str, from: &str, to: &str) {
        let text = self.read(name);
        assert!(text.contains(from), "{name} has no {from:?}");
        self.write(name, text.replacen(from, to, 1));
    }

    pub fn serve(&self) -> Served {
        self.serve_with(Options::default())
    }

    pub fn serve_with(&self, options: Options) -> Served {
        let (sender, reports) = channel();
        let options = Options { port: 0, ..options };
        let preview = Preview::start(&self.folder.path().canonicalize().unwrap(), &options, move |report| {
            let _ = sender.send(report);
        });
        Served { preview: preview.unwrap(), reports }
    }
}

/// A preview that runs.
pub struct Served {
    pub preview: Preview,
    pub reports: Receiver<Report>,
}

/// An answer.
pub struct Answer {
    pub status: u16,
    pub body: Vec<u8>,
}

impl Served {
    /// Asks for a path.
    pub fn get(&self, path: &str) -> Answer {
        get(self.preview.address(), path)
    }

    /// A page as it is served, without the preview's script.
    #[track_caller]
    pub fn page(&self, path: &str) -> String {
        let answer = self.get(path);
        assert_eq!(answer.status, 200, "{path}");
        without_script(&String::from_utf8(answer.body).unwrap())
    }

    /// Opens a tab.
    pub fn tab(&self, path: &str) -> Tab {
        let mut stream = TcpStream::connect(self.preview.address()).unwrap();
        write!(stream, "GET /__crosscheck/events{path} HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        Tab { stream, read: String::new() }
    }
}

/// Asks a server for a path.
pub fn get(address: SocketAddr, path: &str) -> Answer {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(LONG)).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let end = bytes.windows(4).position(|part| part == b"\r\n\r\n").expect("a head");
    let status = std::str::from_utf8(&bytes[9..12]).unwrap().parse().unwrap();
    Answer { status, body: bytes.split_off(end + 4) }
}

/// What a build would have written.
pub fn without_script(page: &str) -> String {
    let Some((before, rest)) = page.split_once("<script src=\"/__crosscheck/client.js\"") else {
        return page.to_owned();
    };
    let (_, after) = rest.split_once("</script>\n").unwrap();
    format!("{before}{after}")
}

/// A tab that listens.
pub struct Tab {
    stream: TcpStream,
    read: String,
}

impl Tab {
    /// The next message.
    pub fn message(&mut self) -> Value {
        self.message_within(LONG).expect("a message")
    }

    /// The next message, if one comes within this time.
    pub fn message_within(&mut self, time: Duration) -> Option<Value> {
        let until = Instant::now() + time;
        loop {
            // Signs of life stand between messages.
            if let Some((_, rest)) = self.read.split_once("\ndata: ")
                && let Some((data, rest)) = rest.split_once("\n\n")
            {
                let message = serde_json::from_str(data).unwrap();
                self.read = rest.to_owned();
                return Some(message);
            }
            let left = until.saturating_duration_since(Instant::now()).max(Duration::from_millis(1));
            self.stream.set_read_timeout(Some(left)).unwrap();
            let mut bytes = [0; 65536];
            match self.stream.read(&mut bytes) {
                Ok(0) => panic!("the stream ended"),
                Ok(count) => self.read.push_str(std::str::from_utf8(&bytes[..count]).unwrap()),
                Err(_) if Instant::now() >= until => return None,
                Err(_) => {}
            }
        }
    }

    /// The first message of which this is true.
    #[track_caller]
    pub fn until(&mut self, what: &str, holds: impl Fn(&Value) -> bool) -> Value {
        let until = Instant::now() + LONG;
        let mut last = Value::Null;
        while let Some(message) = self.message_within(until.saturating_duration_since(Instant::now())) {
            if holds(&message) {
                return message;
            }
            last = message;
        }
        panic!("never {what}; the last message was {last}");
    }
}
