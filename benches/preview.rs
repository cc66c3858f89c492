//! How long an author waits: from the start to the first page, and from a saved file to the message that reloads its tab.
//!
//! ```text
//! python3 corpus.py 10000 /tmp/corpus
//! cargo bench --bench preview -- /tmp/corpus/crosscheck        as many folders as you like
//! ```
//!
//! Each folder is measured with the wait for quiet, as authors have it, and without. One article is saved some times
//! with another sentence at its end; afterwards it is as it was.

use std::{
    env, fs,
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    path::Path,
    time::{Duration, Instant},
};

use crosscheck::preview::{Options, Preview};

/// How often an article is saved.
const EDITS: usize = 11;

fn main() {
    let folders: Vec<String> = env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    if folders.is_empty() {
        println!("usage: cargo bench --bench preview -- DIR...    (folders with crosscheck.yaml)");
    }
    for folder in folders {
        for at_once in [false, true] {
            measure(Path::new(&folder), at_once);
        }
    }
}

fn measure(root: &Path, at_once: bool) {
    let mut articles: Vec<_> = fs::read_dir(root.join("content/articles"))
        .expect("a folder with articles")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .collect();
    articles.sort();
    let article = &articles[articles.len() / 2];
    let address = format!("/articles/{}/", article.file_stem().and_then(|stem| stem.to_str()).expect("a name"));
    let text = fs::read_to_string(article).expect("an article");

    let start = Instant::now();
    let options = Options { port: 0, at_once, ..Options::default() };
    let preview = Preview::start(root, &options, |_| {}).expect("a preview");
    get(preview.address(), &address);
    let first_page = start.elapsed();

    let mut tab = Tab::open(preview.address(), &address);
    let mut shown = tab.page();
    let aside = article.with_extension("md.tmp");
    let mut took = Vec::new();
    for edit in 0..EDITS {
        // Quiet, so that no look at the files from the edit before is in the way.
        std::thread::sleep(Duration::from_millis(1500));
        let saved = Instant::now();
        // As most editors save; a file that is written in place is half written for a moment, and then built twice.
        fs::write(&aside, format!("{text}\nSentence number {edit}.\n")).expect("to write");
        fs::rename(&aside, article).expect("to rename");
        loop {
            let page = tab.page();
            if page != shown {
                shown = page;
                break;
            }
        }
        took.push(saved.elapsed());
    }
    fs::write(article, text).expect("to write");
    took.sort();
    println!(
        "{} articles, {}: start to first page {:.2} s; saved file to reload event {} ms (median of {EDITS}; {} to {})",
        articles.len(),
        if at_once { "without the wait" } else { "with the wait for quiet" },
        first_page.as_secs_f64(),
        took[EDITS / 2].as_millis(),
        took[0].as_millis(),
        took[EDITS - 1].as_millis(),
    );
}

fn get(address: SocketAddr, path: &str) {
    let mut stream = TcpStream::connect(address).expect("to connect");
    write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").expect("to ask");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 200 "), "{path}: {}", answer.lines().next().unwrap_or_default());
}

/// A tab that listens.
struct Tab(BufReader<TcpStream>);

impl Tab {
    fn open(address: SocketAddr, path: &str) -> Self {
        let mut stream = TcpStream::connect(address).expect("to connect");
        write!(stream, "GET /__crosscheck/events{path} HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("to ask");
        Self(BufReader::new(stream))
    }

    /// The fingerprint of the page in the next message.
    fn page(&mut self) -> String {
        loop {
            let mut line = String::new();
            assert_ne!(self.0.read_line(&mut line).expect("a line"), 0, "the stream ended");
            if let Some(data) = line.strip_prefix("data: ") {
                let message: serde_json::Value = serde_json::from_str(data).expect("JSON");
                return message["page"].to_string();
            }
        }
    }
}
