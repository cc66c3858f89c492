//! Whether addresses elsewhere still answer.
//!
//! Courtesy and caution: hosts are asked side by side, but each one question at a time and with a pause between; only headers
//! are read; what is known from last week is not asked again; and no address of this machine or of a private network is asked,
//! because the addresses come from content, and content may come from anybody.

mod cache;
mod guard;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Error};

pub use cache::Cache;
use guard::Guard;

/// How much is asked, and how patiently.
#[derive(Clone, Debug)]
pub struct Limits {
    /// So many hosts at a time.
    pub hosts: usize,
    /// Between two questions to one host.
    pub pause: Duration,
    /// For one question, with all redirects.
    pub time: Duration,
    /// Before the second attempt; twice as long before the third.
    pub back_off: Duration,
    /// So many attempts.
    pub attempts: u32,
    /// Ask machines in private networks, too.
    pub allow_private: bool,
    /// A host that is asked wherever it is: the site's own.
    pub own_host: Option<String>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            hosts: 8,
            pause: Duration::from_millis(250),
            time: Duration::from_secs(20),
            back_off: Duration::from_secs(2),
            attempts: 3,
            allow_private: false,
            own_host: None,
        }
    }
}

/// What came of asking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is there.
    There,
    /// It is not, and why that is known.
    Gone(String),
    /// It cannot be told, and why.
    Unknown(String),
}

/// Asks for each address that the cache does not know. `progress` is told how many of how many are done.
pub fn ask(
    addresses: &BTreeSet<&str>,
    limits: &Limits,
    cache: &mut Cache,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> BTreeMap<String, Answer> {
    let mut answers = BTreeMap::new();
    let mut hosts: HashMap<String, Vec<&str>> = HashMap::new();
    for &address in addresses {
        if cache.knows(address) {
            answers.insert(address.to_owned(), Answer::There);
        } else {
            hosts.entry(host(address).unwrap_or_default().to_lowercase()).or_default().push(address);
        }
    }
    let total = hosts.values().map(Vec::len).sum();
    // The longest first, so that none is left over at the end; then by name, so that runs are alike.
    let mut queue: Vec<(String, Vec<&str>)> = hosts.into_iter().collect();
    queue.sort_by(|a, b| a.1.len().cmp(&b.1.len()).then_with(|| b.0.cmp(&a.0)));
    let agent = agent(limits);
    let (queue, found, done) = (Mutex::new(queue), Mutex::new(Vec::new()), AtomicUsize::new(0));
    thread::scope(|scope| {
        for _ in 0..limits.hosts.max(1) {
            scope.spawn(|| {
                while let Some((_, addresses)) = lock(&queue).pop() {
                    for (at, address) in addresses.iter().enumerate() {
                        if at > 0 {
                            thread::sleep(limits.pause);
                        }
                        let answer = patiently(&agent, address, limits);
                        lock(&found).push(((*address).to_owned(), answer));
                        progress(1 + done.fetch_add(1, Ordering::Relaxed), total);
                    }
                }
            });
        }
    });
    for (address, answer) in found.into_inner().unwrap_or_default() {
        if answer == Answer::There {
            cache.remember(&address);
        }
        answers.insert(address, answer);
    }
    answers
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn agent(limits: &Limits) -> Agent {
    let config = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(8)
        .timeout_global(Some(limits.time))
        .max_response_header_size(64 << 10)
        .user_agent(concat!("crosscheck/", env!("CARGO_PKG_VERSION"), " (link check)"))
        .accept("*/*")
        .build();
    Agent::with_parts(config, DefaultConnector::default(), Guard::new(limits))
}

/// Asks again where the answer may be another one later.
fn patiently(agent: &Agent, address: &str, limits: &Limits) -> Answer {
    if guard::is_private_number(address, limits) {
        return Answer::Unknown(guard::WHY.into());
    }
    let mut pause = limits.back_off;
    for attempt in 1.. {
        let (answer, is_final) = once(agent, address);
        if is_final || attempt >= limits.attempts {
            return answer;
        }
        thread::sleep(pause);
        pause *= 2;
    }
    Answer::Unknown("it was not asked".into())
}

/// One attempt, and whether another one can be spared.
fn once(agent: &Agent, address: &str) -> (Answer, bool) {
    let asked = agent.head(address).call().map(|answer| answer.status().as_u16());
    // Some servers know no HEAD, or answer it otherwise; the answer's body is not read.
    let asked = match asked {
        Ok(200..=399) => return (Answer::There, true),
        Ok(_) => agent.get(address).call().map(|answer| answer.status().as_u16()),
        Err(error) => Err(error),
    };
    match asked {
        Ok(200..=399) => (Answer::There, true),
        Ok(status @ (404 | 410)) => (Answer::Gone(format!("the server answers {status}: there is nothing")), true),
        Ok(status @ (408 | 425 | 429 | 500..=599)) => (Answer::Unknown(format!("the server answers {status}")), false),
        Ok(status) => (Answer::Unknown(format!("the server answers {status}")), true),
        Err(error) => failed(&error),
    }
}

fn failed(error: &Error) -> (Answer, bool) {
    match error {
        Error::HostNotFound => (Answer::Gone("there is no such host".into()), true),
        Error::TooManyRedirects | Error::RedirectFailed => (Answer::Gone("it leads in a circle".into()), true),
        Error::BadUri(_) | Error::Http(_) => (Answer::Gone("it is no valid address".into()), true),
        Error::Timeout(_) => (Answer::Unknown("the server did not answer in time".into()), false),
        Error::Io(error) if guard::is_refusal(error) => (Answer::Unknown(guard::WHY.into()), true),
        // What the system says of names that nobody has.
        Error::Io(error) if error.to_string().contains("lookup address") => {
            (Answer::Gone("there is no such host".into()), true)
        }
        Error::Io(error) if error.kind() == std::io::ErrorKind::ConnectionRefused => {
            (Answer::Gone("the host takes no connection".into()), false)
        }
        Error::Tls(_) | Error::Rustls(_) => (Answer::Unknown("its certificate is not accepted".into()), true),
        _ => (Answer::Unknown("the connection failed".into()), false),
    }
}

/// The host of an address, with its port: `https://a@example.org:80/x` → `example.org:80`; `None` of one that has none.
pub fn host(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    authority.rsplit('@').next()
}
