//! The preview's server: the site, and a stream of what changed, on one port.
//!
//! It answers from a [`State`] that the build puts in place, and knows no folder. Its own files are below
//! `/__crosscheck/`, where no page of a site can be, because ids have no underscore. [`guard`] says who may ask;
//! requests are bounded in size, time and number.

mod answer;
mod events;
mod guard;
mod media;

use std::{
    io,
    net::{IpAddr, SocketAddr, TcpListener},
    sync::Arc,
    thread::JoinHandle,
    time::Duration,
};

use axum::{
    Router,
    body::Body,
    extract::{Request, State as Shared},
    http::{Response, StatusCode},
    middleware::{self, Next},
    routing::get,
};
use hyper::server::conn::http1;
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    service::TowerToHyperService,
};
use tokio::{
    net::TcpStream,
    sync::{OwnedSemaphorePermit, Semaphore, oneshot, watch},
};

use super::site::State;
use answer::Answers;
pub use guard::Hosts;

/// Where the script in pages comes from.
const CLIENT_SCRIPT: &str = "/__crosscheck/client.js";
const CLIENT_STYLE: &str = "/__crosscheck/client.css";
/// The stream for a page is here, followed by the page's own path.
const EVENTS: &str = "/__crosscheck/events";

/// The head of a request may be as large as this, in bytes.
const LARGEST_HEAD: usize = 16 << 10;
/// A request may have as many header fields as this.
const MOST_FIELDS: usize = 64;
/// A request's head must be here within this time, also on a connection that was used before.
const HEAD_WITHIN: Duration = Duration::from_secs(10);
/// As many connections at once; more wait.
const MOST_CONNECTIONS: usize = 256;
/// As many tabs listen at once; more are sent away for now.
const MOST_STREAMS: usize = 64;
/// As many ports are tried.
const PORTS: u16 = 20;

/// A server that runs until it is dropped.
pub struct Server {
    address: SocketAddr,
    states: watch::Sender<Arc<State>>,
    end: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// Takes the port, or the next one that is free.
pub fn bind(host: IpAddr, port: u16) -> io::Result<TcpListener> {
    let ports = (port..=port.saturating_add(PORTS)).map(|port| TcpListener::bind((host, port)));
    let mut first = None;
    for bound in ports {
        match bound {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => first = first.or(Some(error)),
            Err(error) => return Err(error),
        }
    }
    Err(first.unwrap_or_else(|| io::ErrorKind::AddrInUse.into()))
}

impl Server {
    /// Serves the state at this listener.
    pub fn start(listener: TcpListener, hosts: Hosts, state: State) -> io::Result<Self> {
        let address = listener.local_addr()?;
        listener.set_nonblocking(true)?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
        let (states, watched) = watch::channel(Arc::new(state));
        let (end, ended) = oneshot::channel();
        let listener = {
            let _inside = runtime.enter();
            tokio::net::TcpListener::from_std(listener)?
        };
        let shared = Arc::new(Serving {
            states: watched,
            hosts,
            answers: Answers::new(),
            streams: Arc::new(Semaphore::new(MOST_STREAMS)),
        });
        let thread = std::thread::Builder::new().name("preview server".into()).spawn(move || {
            runtime.block_on(async {
                tokio::select! {
                    () = accept(listener, router(shared)) => {}
                    _ = ended => {}
                }
            });
            runtime.shutdown_background();
        })?;
        Ok(Self { address, states, end: Some(end), thread: Some(thread) })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Shows another state from now on, and tells the tabs.
    pub fn show(&self, state: State) {
        self.states.send_replace(Arc::new(state));
    }

    /// What it shows.
    pub fn shown(&self) -> Arc<State> {
        Arc::clone(&self.states.borrow())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(end) = self.end.take() {
            // A server whose thread is gone has ended.
            let _ = end.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

struct Serving {
    states: watch::Receiver<Arc<State>>,
    hosts: Hosts,
    answers: Answers,
    streams: Arc<Semaphore>,
}

fn router(serving: Arc<Serving>) -> Router {
    let own = |media_type: &'static str, text: &'static str| {
        get(move |Shared(serving): Shared<Arc<Serving>>| async move { serving.answers.own(media_type, text.into()) })
    };
    Router::new()
        .route(CLIENT_SCRIPT, own(media::media_type(CLIENT_SCRIPT), include_str!("../client/client.js")))
        .route(CLIENT_STYLE, own(media::media_type(CLIENT_STYLE), include_str!("../client/client.css")))
        .route(&format!("{EVENTS}/"), get(listen))
        .route(&format!("{EVENTS}/{{*page}}"), get(listen))
        .fallback(page)
        .layer(middleware::from_fn_with_state(Arc::clone(&serving), guarded))
        .with_state(serving)
}

async fn guarded(Shared(serving): Shared<Arc<Serving>>, request: Request, next: Next) -> Response<Body> {
    let (parts, body) = request.into_parts();
    match guard::check(&parts, &serving.hosts) {
        Ok(()) => next.run(Request::from_parts(parts, body)).await,
        Err(refusal) => serving.answers.refusal(refusal),
    }
}

async fn page(Shared(serving): Shared<Arc<Serving>>, request: Request) -> Response<Body> {
    let state = Arc::clone(&serving.states.borrow());
    let path = request.uri().path().to_owned();
    let found = {
        let path = path.clone();
        tokio::task::spawn_blocking(move || state.find(&path)).await
    };
    match found {
        Ok(found) => serving.answers.found(found, &path),
        Err(_) => {
            serving.answers.text(StatusCode::INTERNAL_SERVER_ERROR, "The page could not be made; see the terminal.")
        }
    }
}

async fn listen(Shared(serving): Shared<Arc<Serving>>, request: Request) -> Response<Body> {
    let path = request.uri().path().strip_prefix(EVENTS).unwrap_or_default().to_owned();
    match Arc::clone(&serving.streams).try_acquire_owned() {
        Ok(permit) => serving.answers.own("text/event-stream", events::stream(serving.states.clone(), path, permit)),
        Err(_) => serving.answers.text(StatusCode::SERVICE_UNAVAILABLE, "Too many tabs listen already."),
    }
}

async fn accept(listener: tokio::net::TcpListener, router: Router) {
    let connections = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    loop {
        let Ok(permit) = Arc::clone(&connections).acquire_owned().await else { return };
        match listener.accept().await {
            Ok((stream, _)) => drop(tokio::spawn(serve(stream, router.clone(), permit))),
            // Out of file descriptors, or the client went away meanwhile: neither lasts.
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}

async fn serve(stream: TcpStream, router: Router, _permit: OwnedSemaphorePermit) {
    // Small answers must not wait for each other.
    let _ = stream.set_nodelay(true);
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_WITHIN)
        .max_buf_size(LARGEST_HEAD)
        .max_headers(MOST_FIELDS)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(router));
    // Whatever ends a connection early is the client's affair.
    let _ = connection.await;
}

#[cfg(test)]
mod tests;
