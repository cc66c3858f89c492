//! Whole sites with broken links of every kind.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;
use std::time::Duration;

use super::*;
use crate::pipeline::{self, Options};
use crate::timings::Timings;

const SETTINGS: (&str, &str) = ("crosscheck.yaml", "title: Town\nbase_url: https://example.org/town/\n");
const ARTICLE: (&str, &str) = (
    "content/articles/flood.md",
    "---\ntitle: Flood\nurl: https://courier.example/flood?a=1&b=2\n---\nThe river rose.\n",
);

fn found(files: &[(&str, &str)]) -> Found {
    let root = tempfile::tempdir().unwrap();
    for (path, text) in [SETTINGS, ARTICLE].iter().chain(files) {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let options = Options::default();
    let mut checked = pipeline::check(root.path(), &options, &mut Timings::default());
    assert!(!checked.has_errors(false), "{:?}", checked.diagnostics);
    pipeline::hyperlinks(root.path(), &mut checked, &options).unwrap()
}

fn about(body: &str) -> (String, Found) {
    let text = format!("---\ntitle: About\n---\n{body}\n");
    let found = found(&[("content/pages/about.md", &text)]);
    (text, found)
}

/// What is said of a page with this text, and the words that it points at.
#[track_caller]
fn said(body: &str) -> (String, String) {
    let (text, found) = about(body);
    let [problem] = found.diagnostics.as_slice() else { panic!("{:?}", found.diagnostics) };
    assert_eq!((problem.code, problem.place.path.as_str()), (Code::BrokenLink, "content/pages/about.md"));
    let At::Bytes(range) = &problem.place.at else { panic!("{problem:?}") };
    (problem.message.clone(), text[range.clone()].to_owned())
}

#[test]
fn a_sound_site_has_no_broken_link() {
    let (_, found) = about(
        "[a](/articles/flood/), [b](../claims/), [c](/data/claims.json), [d](#_main), [e](https://example.org/town/method/)",
    );
    assert_eq!(found.diagnostics, []);
    assert!(found.followed > 100, "{}", found.followed);
}

#[test]
fn a_broken_link_is_reported_where_it_was_written() {
    let (message, words) = said("See [this](/articles/flod/).");
    assert_eq!(message, "/about/ links to `../articles/flod/`, which the site does not have");
    assert_eq!(words, "/articles/flod/");
    assert_eq!(said("See [this](../claims/none/ \"title\").").1, "../claims/none/");
    assert_eq!(said("See [this](https://example.org/town/x/).").1, "https://example.org/town/x/");
    let (message, words) = said("[this](/method/#nowhere)");
    assert_eq!(message, "/about/ links to `../method/#nowhere`, but /method/ has no place named `nowhere`");
    assert_eq!(words, "/method/#nowhere");
    let (message, words) = said("[this](../../../x)");
    assert_eq!(message, "/about/ links to `../../../x`, which is outside of the site's folder");
    assert_eq!(words, "../../../x");
}

#[test]
fn capital_letters_count() {
    let (_, found) = about("[a](/articles/Flood/)");
    let help = found.diagnostics[0].help.as_deref();
    assert_eq!(help, Some("did you mean `/articles/flood/`? Capital and small letters count"));
}

#[test]
fn what_the_theme_breaks_is_reported_once() {
    let page =
        "{% extends \"default/base.html\" %}{% block footer %}<img src=\"{{ root }}logo.png\" alt=\"\">{% endblock %}";
    let settings = "title: Town\nbase_url: https://example.org/town/\ntheme: mine\n";
    let found = found(&[
        ("crosscheck.yaml", settings),
        ("themes/mine/theme.yaml", "contract: 1\n"),
        ("themes/mine/templates/base.html", page),
        ("themes/mine/static/mine.css", "p { background: url(\"none.png\") }"),
    ]);
    let messages: Vec<&str> = found.diagnostics.iter().map(|problem| problem.message.as_str()).collect();
    let [logo, background] = messages.as_slice() else { panic!("{messages:?}") };
    assert!(
        logo.starts_with("/404.html and ") && logo.contains(" pages more show the image `/town/logo.png`"),
        "{logo}"
    );
    assert!(background.ends_with(" names `none.png`, which the site does not have"), "{background}");
}

#[test]
fn addresses_elsewhere_are_collected_with_their_place() {
    let (text, found) = about("[a](https://other.example/x) ![b](https://pixel.example/y.png) [c](mailto:x@y.example)");
    let at = &found.elsewhere["https://other.example/x"];
    let At::Bytes(range) = &at.at else { panic!("{at:?}") };
    assert_eq!((&text[range.clone()], at.path.as_str()), ("https://other.example/x", "content/pages/about.md"));
    let article = &found.elsewhere["https://courier.example/flood?a=1&b=2"];
    assert_eq!(article.path, "content/articles/flood.md");
    assert!(matches!(article.at, At::Bytes(_)));
    assert!(!found.elsewhere.keys().any(|address| address.contains("@")));
}

/// A host that answers each path as its name says, and notes what it was asked.
fn host() -> (String, std::sync::Arc<std::sync::Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let asked = std::sync::Arc::new(std::sync::Mutex::new(Vec::<String>::new()));
    let notes = std::sync::Arc::clone(&asked);
    thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let notes = std::sync::Arc::clone(&notes);
            thread::spawn(move || {
                let mut request = [0; 4096];
                let length = stream.read(&mut request).unwrap_or(0);
                let line = String::from_utf8_lossy(&request[..length]).lines().next().unwrap_or_default().to_owned();
                let Some((method, path)) = line.trim_end_matches(" HTTP/1.1").split_once(' ') else { return };
                let before = {
                    let mut notes = notes.lock().unwrap();
                    let before = notes.iter().filter(|note| note.ends_with(path)).count();
                    notes.push(format!("{method} {path}"));
                    before
                };
                let status = match (path, method) {
                    ("/there", _) | ("/get-only", "GET") => "200 OK",
                    ("/get-only", _) => "405 Method Not Allowed",
                    ("/moved", _) => "301 Moved\r\nLocation: /there",
                    ("/circle", _) => "302 Found\r\nLocation: /circle",
                    ("/busy-once", _) if before >= 2 => "200 OK",
                    ("/busy-once" | "/busy", _) => "503 Busy",
                    ("/paid", _) => "403 Forbidden",
                    ("/slow", _) => {
                        thread::sleep(Duration::from_secs(3));
                        "200 OK"
                    }
                    _ => "404 Not Found",
                };
                let _ = write!(stream, "HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            });
        }
    });
    (address, asked)
}

fn limits() -> Limits {
    Limits {
        pause: Duration::ZERO,
        time: Duration::from_millis(700),
        back_off: Duration::from_millis(10),
        attempts: 2,
        allow_private: true,
        ..Limits::default()
    }
}

#[test]
fn a_host_is_asked_politely_and_its_answers_are_told_apart() {
    let (host, asked) = host();
    let folder = tempfile::tempdir().unwrap();
    let cache = || Cache::in_file(folder.path().join("a/links.json"));
    let paths = ["there", "get-only", "moved", "busy-once", "gone", "circle", "busy", "paid", "slow"];
    let addresses: Vec<String> = paths.iter().map(|path| format!("{host}/{path}")).collect();
    let addresses: BTreeSet<&str> = addresses.iter().map(String::as_str).collect();
    let mut known = cache();
    let answers = external::ask(&addresses, &limits(), &mut known, &|_, _| {});
    known.keep();
    let answer = |path: &str| match &answers[&format!("{host}/{path}")] {
        Answer::There => "there".to_owned(),
        Answer::Gone(why) => format!("gone: {why}"),
        Answer::Unknown(why) => format!("unknown: {why}"),
    };
    for path in ["there", "get-only", "moved", "busy-once"] {
        assert_eq!(answer(path), "there", "{path}");
    }
    assert_eq!(answer("gone"), "gone: the server answers 404: there is nothing");
    assert_eq!(answer("circle"), "gone: it leads in a circle");
    assert_eq!(answer("busy"), "unknown: the server answers 503");
    assert_eq!(answer("paid"), "unknown: the server answers 403");
    assert_eq!(answer("slow"), "unknown: the server did not answer in time");
    let counted = |note: &str| asked.lock().unwrap().iter().filter(|asked| *asked == note).count();
    assert_eq!((counted("HEAD /gone"), counted("GET /gone")), (1, 1), "what is final is not asked again");
    assert_eq!(counted("HEAD /busy"), 2);

    let before = asked.lock().unwrap().len();
    let there: BTreeSet<&str> = addresses.iter().copied().filter(|address| address.ends_with("there")).collect();
    let again = external::ask(&there, &limits(), &mut cache(), &|_, _| {});
    assert!(again.values().all(|answer| *answer == Answer::There));
    assert_eq!(asked.lock().unwrap().len(), before, "what answered lately is not asked");
}

#[test]
fn machines_of_private_networks_are_not_asked() {
    let (host, asked) = host();
    let address = format!("{host}/there");
    let limits = Limits { allow_private: false, ..limits() };
    let ask =
        |limits: &Limits| external::ask(&BTreeSet::from([address.as_str()]), limits, &mut Cache::default(), &|_, _| {});
    assert!(matches!(&ask(&limits)[&address], Answer::Unknown(why) if why.contains("private network")));
    assert!(asked.lock().unwrap().is_empty());
    let own = Limits { own_host: external::host(&address).map(Into::into), ..limits };
    assert_eq!(ask(&own)[&address], Answer::There, "the site's own host is asked wherever it is");
}
