//! What tabs are told: after every build, how things stand for the page that they show.
//!
//! A message is a state, not an event: a tab that slept, or that opens while something is broken, gets one message and
//! knows as much as any other. The page's fingerprint is of the page as it would be served now; a tab reloads only where
//! that is not the one it shows.

use std::{
    convert::Infallible,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::Frame;
use serde::Serialize;
use tokio::sync::{OwnedSemaphorePermit, mpsc, watch};

use crate::preview::{
    problem::{Note, Problem},
    site::{Found, State, fingerprint},
};

/// How often a stream says that it is still there, so that whatever stands between does not close it.
const SIGN_OF_LIFE: Duration = Duration::from_secs(15);
/// How soon a browser tries again when the preview is gone, in milliseconds.
const RETRY: u32 = 500;
/// How things stand for one tab.
#[derive(Serialize)]
struct Message<'a> {
    build: u64,
    /// The fingerprint of the tab's page; `None` where there is nothing at its address any more.
    page: Option<String>,
    styles: &'a std::collections::BTreeMap<String, String>,
    problems: &'a [Problem],
    /// How many problems there are beyond those listed.
    more: usize,
    stale: bool,
    notes: Vec<Note>,
    saved: Option<&'a str>,
}

/// A stream of messages for the tab that shows this path; it ends with the preview. The permit is given back when the
/// tab goes away.
pub(super) fn stream(states: watch::Receiver<Arc<State>>, path: String, permit: OwnedSemaphorePermit) -> Body {
    let (sender, messages) = mpsc::channel(1);
    tokio::spawn(tell(states, path, sender));
    Body::new(Stream { messages, _permit: permit })
}

async fn tell(mut states: watch::Receiver<Arc<State>>, path: String, tab: mpsc::Sender<Bytes>) {
    let mut text = format!("retry: {RETRY}\n\n");
    loop {
        let state = Arc::clone(&states.borrow_and_update());
        let path = path.clone();
        // Making the page may take long; a page that cannot be made is one of the problems already.
        if let Ok(message) = tokio::task::spawn_blocking(move || message(&state, &path)).await {
            text.push_str(&message);
        }
        if tab.send(std::mem::take(&mut text).into()).await.is_err() {
            return;
        }
        loop {
            tokio::select! {
                changed = states.changed() => match changed {
                    Ok(()) => break,
                    Err(_) => return,
                },
                () = tokio::time::sleep(SIGN_OF_LIFE) => {
                    if tab.send(Bytes::from_static(b":\n\n")).await.is_err() {
                        return;
                    }
                }
                () = tab.closed() => return,
            }
        }
    }
}

fn message(state: &State, path: &str) -> String {
    let (page, file, failed) = match state.find(path) {
        Found::File(name, Ok(bytes)) => (Some(fingerprint(&bytes)), Some(name), None),
        Found::File(name, Err(problem)) => (Some("broken".to_owned()), Some(name), Some(problem)),
        Found::Folder => (None, None, None),
        Found::Nothing(page) => (page.as_deref().map(fingerprint), None, None),
    };
    let mut problems: Vec<Problem> = state.problems.to_vec();
    problems.extend(failed.filter(|failed| !state.problems.contains(failed)));
    let message = Message {
        build: state.build,
        page,
        styles: state.site.styles(),
        problems: &problems,
        more: state.more,
        stale: state.stale,
        notes: file.map(|file| state.site.notes(&file)).unwrap_or_default(),
        saved: state.saved.as_deref(),
    };
    // JSON has no line feeds of its own, so the message is one line.
    let json = serde_json::to_string(&message).unwrap_or_else(|_| "{}".to_owned());
    format!("id: {}\ndata: {json}\n\n", state.build)
}

struct Stream {
    messages: mpsc::Receiver<Bytes>,
    _permit: OwnedSemaphorePermit,
}

impl HttpBody for Stream {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        self.messages.poll_recv(context).map(|bytes| bytes.map(|bytes| Ok(Frame::data(bytes))))
    }
}
