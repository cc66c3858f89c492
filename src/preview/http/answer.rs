//! Answers: the site's files, and the preview's own script put into pages.
//!
//! Every answer carries the same rules for the browser: nothing is kept (`no-store`), nothing is guessed (`nosniff`),
//! no address of a draft is told to anybody (`no-referrer`), no other site may embed or read it, and only scripts of the
//! site and the preview's own run.

use std::{
    hash::{BuildHasher, Hasher, RandomState},
    sync::atomic::{AtomicU64, Ordering},
};

use axum::{
    body::{Body, Bytes},
    http::{HeaderName, HeaderValue, Response, StatusCode, header},
};

use super::{CLIENT_SCRIPT, guard::Refusal, media};
use crate::preview::{
    problem::Problem,
    site::{Found, fingerprint},
};

/// Sent with everything.
const RULES: [(HeaderName, &str); 7] = [
    (header::CACHE_CONTROL, "no-store"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("x-robots-tag"), "noindex"),
];

/// Makes answers.
pub(super) struct Answers {
    secret: [u8; 32],
    count: AtomicU64,
}

impl Answers {
    pub(super) fn new() -> Self {
        let mut secret = [0; 32];
        for part in secret.chunks_exact_mut(8) {
            // The standard library seeds each of these from the system's randomness.
            part.copy_from_slice(&RandomState::new().build_hasher().finish().to_le_bytes());
        }
        Self { secret, count: AtomicU64::new(0) }
    }

    /// What is at an address of the site.
    pub(super) fn found(&self, found: Found, encoded_path: &str) -> Response<Body> {
        match found {
            Found::File(name, Ok(bytes)) => match media::media_type(&name) {
                media::HTML => self.page(StatusCode::OK, &bytes),
                other => self.with(StatusCode::OK, other, bytes.into(), None),
            },
            Found::File(_, Err(problem)) => self.page(StatusCode::INTERNAL_SERVER_ERROR, &broken(&problem)),
            Found::Folder => {
                let mut answer = self.text(StatusCode::PERMANENT_REDIRECT, "The page is a folder.");
                match HeaderValue::try_from(format!("{encoded_path}/")) {
                    Ok(place) => drop(answer.headers_mut().insert(header::LOCATION, place)),
                    Err(_) => *answer.status_mut() = StatusCode::BAD_REQUEST,
                }
                answer
            }
            Found::Nothing(page) => {
                self.page(StatusCode::NOT_FOUND, page.as_deref().unwrap_or(NOTHING_HERE.as_bytes()))
            }
        }
    }

    pub(super) fn refusal(&self, refusal: Refusal) -> Response<Body> {
        let mut answer = self.text(refusal.status, refusal.why);
        if refusal.status == StatusCode::METHOD_NOT_ALLOWED {
            answer.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        }
        answer
    }

    pub(super) fn text(&self, status: StatusCode, text: &str) -> Response<Body> {
        self.with(status, "text/plain; charset=utf-8", format!("{text}\n").into(), None)
    }

    /// One of the preview's own files, or its stream.
    pub(super) fn own(&self, media_type: &'static str, body: Body) -> Response<Body> {
        self.with(StatusCode::OK, media_type, body, None)
    }

    fn page(&self, status: StatusCode, page: &[u8]) -> Response<Body> {
        let nonce = self.nonce();
        let script = format!(
            "<script src=\"{CLIENT_SCRIPT}\" nonce=\"{nonce}\" data-page=\"{}\" defer></script>\n",
            fingerprint(page)
        );
        self.with(status, media::HTML, with_script(page, &script).into(), Some(&nonce))
    }

    fn with(&self, status: StatusCode, media_type: &'static str, body: Body, nonce: Option<&str>) -> Response<Body> {
        let mut answer = Response::new(body);
        *answer.status_mut() = status;
        let headers = answer.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
        for (name, value) in RULES {
            headers.insert(name, HeaderValue::from_static(value));
        }
        if let Ok(policy) = HeaderValue::try_from(policy(nonce)) {
            headers.insert(header::CONTENT_SECURITY_POLICY, policy);
        }
        answer
    }

    /// A word that nobody can know beforehand.
    fn nonce(&self) -> String {
        let count = self.count.fetch_add(1, Ordering::Relaxed);
        blake3::keyed_hash(&self.secret, &count.to_le_bytes()).to_hex()[..32].to_owned()
    }
}

fn policy(nonce: Option<&str>) -> String {
    let script = nonce.map_or_else(String::new, |nonce| format!(" 'nonce-{nonce}'"));
    format!(
        "default-src 'self'; script-src 'self'{script}; img-src 'self' data:; object-src 'none'; base-uri 'none'; \
         form-action 'self'; frame-ancestors 'none'"
    )
}

/// Puts the script at the end of the page's body, or of the page where the theme has lost that.
fn with_script(page: &[u8], script: &str) -> Bytes {
    const END: &[u8] = b"</body>";
    let at = page.windows(END.len()).rposition(|part| part == END).unwrap_or(page.len());
    let (before, after) = page.split_at(at);
    [before, script.as_bytes(), after].concat().into()
}

/// A page that cannot be rendered; what is wrong stands in the overlay, and here for those without JavaScript.
fn broken(problem: &Problem) -> Vec<u8> {
    let text = format!("{}\n{}", problem.message, problem.help.as_deref().unwrap_or_default());
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    format!(
        "{HEAD}<title>This page cannot be rendered</title>\n<h1>This page cannot be rendered</h1>\n<pre>{text}</pre>\n"
    )
    .into()
}

const HEAD: &str = "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
                    <meta name=\"viewport\" content=\"width=device-width\">\n";
const NOTHING_HERE: &str = "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
     <meta name=\"viewport\" content=\"width=device-width\">\n\
     <title>Nothing here</title>\n<h1>Nothing here</h1>\n<p>The site has no page at this address.</p>\n";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_stands_at_the_end_of_the_body() {
        let put = |page: &str| String::from_utf8(with_script(page.as_bytes(), "X").to_vec()).unwrap();
        assert_eq!(put("<body>a</body> b</body></html>"), "<body>a</body> bX</body></html>");
        assert_eq!(put("torn"), "tornX");
    }

    #[test]
    fn no_nonce_is_used_twice() {
        let answers = Answers::new();
        assert_ne!(answers.nonce(), answers.nonce());
        assert_ne!(Answers::new().nonce(), Answers::new().nonce());
    }

    #[test]
    fn a_problem_is_text() {
        let page = broken(&Problem { message: "<script>alert(1)</script>".into(), ..Problem::default() });
        assert!(String::from_utf8(page).unwrap().contains("&lt;script>alert(1)"));
    }
}
