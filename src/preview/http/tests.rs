//! Each rule by raw bytes over a socket.

use std::{
    collections::BTreeMap,
    io::{Read, Write},
    net::{Ipv4Addr, TcpStream},
    time::Instant,
};

use axum::body::Bytes;

use super::*;
use crate::preview::{Note, Problem, Site};

/// How long a test waits for an answer.
const LONG: Duration = Duration::from_secs(10);

struct Files {
    files: BTreeMap<String, &'static str>,
    styles: BTreeMap<String, String>,
}

impl Site for Files {
    fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    fn file(&self, path: &str) -> Option<Result<Bytes, Problem>> {
        match *self.files.get(path)? {
            "PANIC" => panic!("this page cannot be made"),
            "BROKEN" => Some(Err(Problem::of_program("a template is wrong: <b>"))),
            text => Some(Ok(text.into())),
        }
    }

    fn notes(&self, path: &str) -> Vec<Note> {
        vec![Note { kind: "hint", text: format!("about {path}"), anchor: None, place: None }]
    }

    fn styles(&self) -> &BTreeMap<String, String> {
        &self.styles
    }
}

fn state(build: u64, files: &[(&str, &'static str)]) -> State {
    let site = Files {
        files: files.iter().map(|(path, text)| (path.to_string(), *text)).collect(),
        styles: BTreeMap::from([("static/style.css".to_owned(), format!("{build:010x}"))]),
    };
    State { build, site: Arc::new(site), problems: Arc::new([]), more: 0, stale: false, saved: None }
}

const SITE: [(&str, &str); 7] = [
    ("index.html", "<body>Home</body>"),
    ("articles/a/index.html", "<body>Article</body>"),
    ("articles/b/index.html", "<body>Other</body>"),
    ("static/style.css", "p{}"),
    ("panic/index.html", "PANIC"),
    ("broken/index.html", "BROKEN"),
    ("__proto__", "x"),
];

fn server() -> Server {
    let listener = bind(Ipv4Addr::LOCALHOST.into(), 0).unwrap();
    Server::start(listener, Hosts::new(["allowed.example".to_owned()]), state(1, &SITE)).unwrap()
}

fn connect(server: &Server) -> TcpStream {
    let stream = TcpStream::connect(server.address()).unwrap();
    stream.set_read_timeout(Some(LONG)).unwrap();
    stream
}

/// Sends these bytes and reads until the server closes.
fn send(server: &Server, bytes: impl AsRef<[u8]>) -> String {
    let mut stream = connect(server);
    // A refusal may come, and the connection close, before everything is sent.
    let _ = stream.write_all(bytes.as_ref());
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8(answer).unwrap()
}

fn get(server: &Server, path: &str) -> String {
    request(server, path, "Host: localhost\r\n")
}

fn request(server: &Server, path: &str, fields: &str) -> String {
    send(server, format!("GET {path} HTTP/1.1\r\n{fields}Connection: close\r\n\r\n"))
}

fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap_or("none")
}

fn body(answer: &str) -> &str {
    answer.split_once("\r\n\r\n").map_or("", |(_, body)| body)
}

fn field<'a>(answer: &'a str, name: &str) -> Option<&'a str> {
    let head = answer.split_once("\r\n\r\n")?.0;
    let line = head.lines().find(|line| line.to_ascii_lowercase().starts_with(&format!("{name}: ")))?;
    line.split_once(": ").map(|(_, value)| value)
}

/// Reads the stream of a page up to its next message.
struct Tab {
    stream: TcpStream,
    read: String,
}

impl Tab {
    fn open(server: &Server, path: &str) -> Self {
        let mut stream = connect(server);
        write!(stream, "GET {EVENTS}{path} HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        Self { stream, read: String::new() }
    }

    fn message(&mut self) -> serde_json::Value {
        loop {
            if let Some((_, rest)) = self.read.split_once("\ndata: ")
                && let Some((data, rest)) = rest.split_once("\n\n")
            {
                let message = serde_json::from_str(data).unwrap();
                self.read = rest.to_owned();
                return message;
            }
            let mut bytes = [0; 4096];
            let count = self.stream.read(&mut bytes).unwrap();
            assert_ne!(count, 0, "the stream ended after {:?}", self.read);
            self.read.push_str(std::str::from_utf8(&bytes[..count]).unwrap());
        }
    }
}

#[test]
fn pages_and_files_are_served() {
    let server = server();
    let page = get(&server, "/articles/a/");
    assert_eq!(status(&page), "200");
    assert!(body(&page).starts_with("<body>Article<script src=\"/__crosscheck/client.js\" nonce=\""), "{page}");
    assert_eq!(field(&page, "content-type"), Some("text/html; charset=utf-8"));
    let style = get(&server, "/static/style.css?v=1");
    assert_eq!((status(&style), body(&style)), ("200", "p{}"));
    let folder = get(&server, "/articles/a");
    assert_eq!((status(&folder), field(&folder, "location")), ("308", Some("/articles/a/")));
    assert_eq!(status(&get(&server, "/nowhere/")), "404");
    for own in [CLIENT_SCRIPT, CLIENT_STYLE] {
        assert_eq!(status(&get(&server, own)), "200");
    }
}

#[test]
fn a_head_request_gets_the_head_only() {
    let answer = send(&server(), "HEAD /articles/a/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assert_eq!((status(&answer), body(&answer)), ("200", ""));
}

#[test]
fn only_this_machine_is_listened_to() {
    assert!(server().address().ip().is_loopback());
}

#[test]
fn a_foreign_host_is_refused() {
    let server = server();
    for host in
        ["evil.example", "evil.example:80", "localhost.evil.example", "127.0.0.1.nip.io", "", "localhost@evil.example"]
    {
        let answer = request(&server, "/", &format!("Host: {host}\r\n"));
        assert_eq!(status(&answer), "403", "{host}");
        assert!(!answer.contains("Home"), "{host}");
    }
    for host in ["localhost", "127.0.0.1:2468", "[::1]:2468", "allowed.example", "a.localhost"] {
        assert_eq!(status(&request(&server, "/", &format!("Host: {host}\r\n"))), "200", "{host}");
    }
}

#[test]
fn a_host_must_be_there_once() {
    let server = server();
    assert_eq!(status(&request(&server, "/", "")), "400");
    assert_eq!(status(&request(&server, "/", "Host: localhost\r\nHost: evil.example\r\n")), "400");
    assert_eq!(status(&send(&server, "GET / HTTP/1.0\r\n\r\n")), "400");
}

#[test]
fn another_origin_is_refused() {
    let server = server();
    for origin in ["http://evil.example", "null", "http://localhost:3000", "http://localhost.evil.example", "file://"] {
        for path in ["/", "/__crosscheck/events/", "/static/style.css"] {
            let answer = request(&server, path, &format!("Host: localhost\r\nOrigin: {origin}\r\n"));
            assert_eq!(status(&answer), "403", "{origin}");
        }
    }
    assert_eq!(status(&request(&server, "/", "Host: localhost:1\r\nOrigin: http://localhost:1\r\n")), "200");
}

#[test]
fn another_site_may_open_a_tab_and_nothing_else() {
    let server = server();
    let from = |site: &str, mode: &str, destination: &str| {
        let fields = format!(
            "Host: localhost\r\nSec-Fetch-Site: {site}\r\nSec-Fetch-Mode: {mode}\r\nSec-Fetch-Dest: {destination}\r\n"
        );
        status(&request(&server, "/", &fields)).to_owned()
    };
    for site in ["cross-site", "same-site"] {
        assert_eq!(from(site, "navigate", "document"), "200");
        assert_eq!(from(site, "navigate", "iframe"), "403");
        assert_eq!(from(site, "no-cors", "image"), "403");
        assert_eq!(from(site, "no-cors", "script"), "403");
        assert_eq!(from(site, "cors", "empty"), "403");
    }
    assert_eq!(from("same-origin", "cors", "empty"), "200");
    assert_eq!(from("none", "navigate", "document"), "200");
}

#[test]
fn no_answer_shares_anything() {
    let server = server();
    for answer in [
        get(&server, "/"),
        get(&server, "/static/style.css"),
        get(&server, "/nowhere"),
        get(&server, CLIENT_SCRIPT),
        request(&server, "/", "Host: evil.example\r\n"),
        send(&server, "OPTIONS / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
    ] {
        assert!(!answer.to_ascii_lowercase().contains("access-control"), "{answer}");
        assert_eq!(field(&answer, "x-content-type-options"), Some("nosniff"));
        assert_eq!(field(&answer, "referrer-policy"), Some("no-referrer"));
        assert_eq!(field(&answer, "cache-control"), Some("no-store"));
        assert_eq!(field(&answer, "cross-origin-resource-policy"), Some("same-origin"));
        assert_eq!(field(&answer, "x-frame-options"), Some("DENY"));
        assert!(field(&answer, "content-security-policy").unwrap().contains("frame-ancestors 'none'"));
    }
}

#[test]
fn only_the_preview_s_own_script_has_the_nonce() {
    let server = server();
    let nonces: Vec<String> = (0..2)
        .map(|_| {
            let answer = get(&server, "/");
            let policy = field(&answer, "content-security-policy").unwrap();
            let (_, rest) = policy.split_once("script-src 'self' 'nonce-").unwrap();
            let nonce = rest.split_once('\'').unwrap().0;
            assert!(nonce.len() >= 22);
            assert_eq!(body(&answer).matches(&format!("nonce=\"{nonce}\"")).count(), 1);
            assert!(!policy.contains("unsafe"), "{policy}");
            nonce.to_owned()
        })
        .collect();
    assert_ne!(nonces[0], nonces[1]);
}

#[test]
fn other_methods_are_refused() {
    let server = server();
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "CONNECT", "BREW"] {
        let target = if method == "CONNECT" { "localhost:1" } else { "/" };
        let answer =
            send(&server, format!("{method} {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        assert_eq!((status(&answer), field(&answer, "allow")), ("405", Some("GET, HEAD")), "{method}");
    }
}

#[test]
fn nothing_but_the_site_can_be_asked_for() {
    let server = server();
    for path in [
        "/../../../etc/passwd",
        "/..%2f..%2f..%2fetc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/%252e%252e/etc/passwd",
        "/..\\..\\etc\\passwd",
        "/..%5c..%5cetc%5cpasswd",
        "//etc/passwd",
        "/etc/passwd",
        "/index.html%00.css",
        "/%ff%fe",
        "/static/../index.html",
        "/articles/a/?raw",
        "/__crosscheck/",
        "/__crosscheck/../etc/passwd",
        "/C:/Windows/win.ini",
    ] {
        let answer = get(&server, path);
        let nothing = matches!(status(&answer), "404" | "400");
        assert!(nothing || body(&answer).starts_with("<body>Article"), "{path}: {answer}");
        assert!(!answer.contains("root:"), "{path}");
    }
}

#[test]
fn a_target_must_be_a_path() {
    let server = server();
    for target in ["http://evil.example/", "http://localhost/", "localhost:80", "*"] {
        let answer = request(&server, target, "Host: localhost\r\n");
        assert_eq!(status(&answer), "400", "{target}: {answer}");
    }
    // What follows a # never reaches a server from a browser; where it does, it names nothing.
    let answer = get(&server, "/#/../etc/passwd");
    assert!(status(&answer) == "400" || body(&answer).starts_with("<body>Home"), "{answer}");
}

#[test]
fn a_redirect_never_leaves_the_preview() {
    let server = server();
    for path in ["//evil.example/articles/a", "/%2Fevil.example", "/articles/a%0d%0aSet-Cookie:x=1", "/\\evil.example"]
    {
        let answer = get(&server, path);
        assert!(field(&answer, "location").is_none(), "{path}: {answer}");
        assert!(field(&answer, "set-cookie").is_none(), "{path}: {answer}");
    }
}

#[test]
fn a_large_head_is_refused() {
    let server = server();
    let long = "x".repeat(64 << 10);
    let answer = request(&server, "/", &format!("Host: localhost\r\nX-Long: {long}\r\n"));
    assert!(matches!(status(&answer), "431" | "400"), "{answer}");
    let answer = request(&server, &format!("/{long}"), "Host: localhost\r\n");
    assert!(matches!(status(&answer), "414" | "431" | "400"), "{answer}");
    let many: String = (0..500).map(|at| format!("X-{at}: x\r\n")).collect();
    let answer = request(&server, "/", &format!("Host: localhost\r\n{many}"));
    assert!(matches!(status(&answer), "431" | "400"), "{answer}");
    assert_eq!(status(&get(&server, "/")), "200", "and the server lives on");
}

#[test]
fn a_slow_head_is_not_waited_for() {
    let server = server();
    let mut stream = connect(&server);
    stream.set_read_timeout(Some(HEAD_WITHIN * 2)).unwrap();
    stream.write_all(b"GET / HTTP/1.1\r\nHost: loc").unwrap();
    let start = Instant::now();
    let mut answer = Vec::new();
    // Closed with or without a word.
    let _ = stream.read_to_end(&mut answer);
    let waited = start.elapsed();
    assert!(waited < HEAD_WITHIN + Duration::from_secs(5), "{waited:?}");
    assert!(!String::from_utf8_lossy(&answer).contains("Home"));
}

#[test]
fn streams_are_counted_and_given_back() {
    let server = server();
    let mut tabs: Vec<Tab> = (0..MOST_STREAMS).map(|_| Tab::open(&server, "/")).collect();
    tabs.iter_mut().for_each(|tab| drop(tab.message()));
    assert_eq!(status(&get(&server, "/__crosscheck/events/")), "503");
    assert_eq!(status(&get(&server, "/")), "200", "pages are still served");
    drop(tabs);
    let start = Instant::now();
    loop {
        let mut stream = connect(&server);
        write!(stream, "GET {EVENTS}/ HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        let mut bytes = [0; 12];
        stream.read_exact(&mut bytes).unwrap();
        if &bytes == b"HTTP/1.1 200" {
            break;
        }
        assert!(start.elapsed() < LONG, "the streams were not given back");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_page_that_panics_is_one_answer_and_the_server_lives_on() {
    let server = server();
    assert_eq!(status(&get(&server, "/panic/")), "500");
    assert_eq!(status(&get(&server, "/")), "200");
}

#[test]
fn a_page_that_cannot_be_rendered_says_why_as_text() {
    let server = server();
    let answer = get(&server, "/broken/");
    assert_eq!(status(&answer), "500");
    assert!(answer.contains("a template is wrong: &lt;b>"), "{answer}");
    let message = Tab::open(&server, "/broken/").message();
    assert_eq!(message["problems"][0]["message"], "a template is wrong: <b>");
}

/// The fingerprint in a page as it is served.
fn shown(page: &str) -> &str {
    page.split_once("data-page=\"").unwrap().1.split_once('"').unwrap().0
}

#[test]
fn a_tab_is_told_about_its_own_page() {
    let server = server();
    let mut a = Tab::open(&server, "/articles/a/");
    let mut b = Tab::open(&server, "/articles/b/");
    let (first, other) = (a.message(), b.message());
    assert_eq!(first["page"], shown(&get(&server, "/articles/a/")), "what is served is what the tab is told");
    assert_eq!(first["notes"][0]["text"], "about articles/a/index.html");

    let mut files = SITE;
    files[1].1 = "<body>Changed</body>";
    let mut next = state(2, &files);
    next.saved = Some("/articles/a/".to_owned());
    server.show(next);
    let (second, unchanged) = (a.message(), b.message());
    assert_ne!(second["page"], first["page"]);
    assert_eq!(second["page"], shown(&get(&server, "/articles/a/")));
    assert_eq!(unchanged["page"], other["page"], "the other page stays");
    assert_eq!(unchanged["styles"]["static/style.css"], "0000000002");
    assert_eq!(unchanged["saved"], "/articles/a/");
}

#[test]
fn a_tab_that_slept_gets_the_state_as_it_is() {
    let server = server();
    let mut broken = state(5, &SITE);
    broken.problems = Arc::new([Problem { message: "</script><script>alert(1)".into(), ..Problem::of_program("") }]);
    broken.stale = true;
    server.show(broken);
    let message = Tab::open(&server, "/").message();
    assert_eq!((&message["build"], &message["stale"]), (&5.into(), &true.into()));
    assert_eq!(message["problems"][0]["message"], "</script><script>alert(1)");
    server.show(state(6, &SITE));
    assert_eq!(Tab::open(&server, "/").message()["problems"].as_array().unwrap().len(), 0);
}

#[test]
fn a_page_that_is_gone_is_told_as_the_page_that_says_so() {
    let server = server();
    let mut tab = Tab::open(&server, "/articles/a/");
    tab.message();
    server.show(state(2, &[("404.html", "<body>Not here</body>")]));
    assert_eq!(tab.message()["page"], shown(&get(&server, "/articles/a/")));
}

#[test]
fn a_port_that_is_taken_gives_the_next_one() {
    let first = bind(Ipv4Addr::LOCALHOST.into(), 0).unwrap();
    let port = first.local_addr().unwrap().port();
    let second = bind(Ipv4Addr::LOCALHOST.into(), port).unwrap();
    let next = second.local_addr().unwrap().port();
    assert!(next > port && next <= port + PORTS, "{port} → {next}");
}

#[test]
fn a_dropped_server_is_gone() {
    let server = server();
    let address = server.address();
    let mut tab = Tab::open(&server, "/");
    tab.message();
    drop(server);
    assert!(TcpStream::connect(address).is_err());
}
