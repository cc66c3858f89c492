//! When to look: waits until something happens to the files that the site is made of.
//!
//! Events of the operating system are only a wake-up. They are lost, doubled, renamed and split differently on every
//! system and by every editor, so nothing is read out of them but "look", and "look here first"; what changed is said by
//! a [`Snapshot`]. Folders are watched, never files, because most editors put a new file in the place of the old one.
//! Where a system has no events to give (network file systems, too many folders), the folder is looked at every second
//! instead, and [`Watcher::polls`] says why.

mod names;
mod remote;
mod snapshot;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    time::{Duration, Instant},
};

use notify::{
    ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _,
    event::{AccessKind, AccessMode},
};

pub use snapshot::{Changes, Identity, Snapshot};

/// How long it must be quiet before anybody looks: a save is often several events, and a program that saves one file
/// often saves the next.
const QUIET: Duration = Duration::from_millis(100);
/// How long to wait for quiet at most.
const PATIENCE: Duration = Duration::from_millis(500);
/// How often to look where there are no events.
const POLL: Duration = Duration::from_secs(1);
/// Looking may take this share of the time at most.
const POLL_SHARE: u32 = 10;
/// With more paths than these, looking everywhere is as fast.
const MOST_PATHS: usize = 64;

/// Where to look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wake {
    /// At these first, then everywhere.
    At(Vec<PathBuf>),
    /// Everywhere.
    Everywhere,
}

/// Stops a watcher that waits in another thread.
#[derive(Clone, Debug)]
pub struct Stop(Sender<Message>);

impl Stop {
    /// [`Watcher::wait`] gives `None` from now on.
    pub fn stop(&self) {
        // A watcher that is gone has stopped.
        let _ = self.0.send(Message::Stop);
    }
}

enum Message {
    Event(notify::Result<Event>),
    Stop,
}

/// Waits for changes below a root.
pub struct Watcher {
    root: PathBuf,
    quiet: Duration,
    messages: Receiver<Message>,
    sender: Sender<Message>,
    way: Way,
    stopped: bool,
}

enum Way {
    Events { watcher: RecommendedWatcher, watched: BTreeMap<PathBuf, Identity> },
    Polling { why: String, every: Duration },
}

impl Watcher {
    /// Watches below a real path; by looking every second where `poll` is set, or where there are no events.
    pub fn new(root: &Path, poll: bool) -> Self {
        let (sender, messages) = channel();
        let why = if poll { Some("as asked with --poll".to_owned()) } else { remote::why_silent(root) };
        let events = sender.clone();
        let way = match why {
            Some(why) => Way::polling(why),
            None => {
                // Nobody listens any more only where the watcher itself is gone.
                let handler = move |event| drop(events.send(Message::Event(event)));
                match notify::recommended_watcher(handler) {
                    Ok(watcher) => Way::Events { watcher, watched: BTreeMap::new() },
                    Err(error) => Way::polling(reason(&error)),
                }
            }
        };
        Self { root: root.to_owned(), quiet: QUIET, messages, sender, way, stopped: false }
    }

    /// Does not wait for quiet: to measure what comes after.
    pub fn without_waiting(mut self) -> Self {
        self.quiet = Duration::ZERO;
        self
    }

    /// What stops it.
    pub fn stop(&self) -> Stop {
        Stop(self.sender.clone())
    }

    /// Why it looks every second instead of waiting for events.
    pub fn polls(&self) -> Option<&str> {
        match &self.way {
            Way::Polling { why, .. } => Some(why),
            Way::Events { .. } => None,
        }
    }

    /// Watches these folders and no others. Gives whether one is new: what happened in it before was not heard, so
    /// somebody must look once more.
    pub fn follow(&mut self, folders: &BTreeMap<PathBuf, Identity>) -> bool {
        let Way::Events { watcher, watched } = &mut self.way else { return false };
        watched.retain(|path, identity| {
            let stays = folders.get(path) == Some(identity);
            if !stays {
                // It fails where the system has dropped the watch together with the folder.
                let _ = watcher.unwatch(path);
            }
            stays
        });
        let mut any = false;
        for (path, identity) in folders {
            if watched.contains_key(path) {
                continue;
            }
            match watcher.watch(path, RecursiveMode::NonRecursive) {
                Ok(()) => {
                    watched.insert(path.clone(), *identity);
                    any = true;
                }
                // Gone since it was looked at; its parent reports that.
                Err(error) if is_gone(&error) => {}
                Err(error) => {
                    self.way = Way::polling(reason(&error));
                    return true;
                }
            }
        }
        any
    }

    /// Says how long a look everywhere took, so that polling a large folder does not keep the machine busy.
    pub fn took(&mut self, look: Duration) {
        if let Way::Polling { every, .. } = &mut self.way {
            *every = POLL.max(look * POLL_SHARE);
        }
    }

    /// Waits until it is worth to look; `None` once it was stopped.
    pub fn wait(&mut self) -> Option<Wake> {
        while !self.stopped {
            let wake = match self.way {
                Way::Polling { every, .. } => self.wait_for_time(every),
                Way::Events { .. } => self.wait_for_events(),
            };
            if wake.is_some() {
                return wake;
            }
        }
        None
    }

    fn wait_for_time(&mut self, every: Duration) -> Option<Wake> {
        let until = Instant::now() + every;
        loop {
            match self.messages.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(Message::Event(_)) => {}
                Err(RecvTimeoutError::Timeout) => return Some(Wake::Everywhere),
                Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => {
                    self.stopped = true;
                    return None;
                }
            }
        }
    }

    /// `None`: nothing that matters, or stopped.
    fn wait_for_events(&mut self) -> Option<Wake> {
        let mut heard = Heard::default();
        let first = self.messages.recv().unwrap_or(Message::Stop);
        if !self.hear(first, &mut heard) {
            return None;
        }
        let start = Instant::now();
        while !self.stopped {
            let left = PATIENCE.saturating_sub(start.elapsed()).min(self.quiet);
            match self.messages.recv_timeout(left) {
                Ok(message) => drop(self.hear(message, &mut heard)),
                Err(_) => break,
            }
            if start.elapsed() >= PATIENCE {
                break;
            }
        }
        (!self.stopped).then(|| heard.wake())
    }

    /// Whether the message matters.
    fn hear(&mut self, message: Message, heard: &mut Heard) -> bool {
        let event = match message {
            Message::Event(Ok(event)) => event,
            Message::Event(Err(error)) => {
                if matches!(error.kind, ErrorKind::MaxFilesWatch) {
                    self.way = Way::polling(reason(&error));
                }
                heard.everywhere = true;
                return true;
            }
            Message::Stop => {
                self.stopped = true;
                return false;
            }
        };
        if event.need_rescan() {
            heard.everywhere = true;
            return true;
        }
        if !may_change_content(event.kind) {
            return false;
        }
        let mut matters = false;
        for path in event.paths {
            match snapshot::name_below(&self.root, &path) {
                Some(name) if name.is_empty() => heard.everywhere = true,
                Some(name) if !names::matters(&name) => continue,
                _ => {}
            }
            matters = true;
            heard.add(path);
        }
        matters
    }
}

impl Way {
    fn polling(why: String) -> Self {
        Self::Polling { why, every: POLL }
    }
}

/// What was heard while waiting for quiet.
#[derive(Default)]
struct Heard {
    paths: Vec<PathBuf>,
    everywhere: bool,
}

impl Heard {
    fn add(&mut self, path: PathBuf) {
        if self.paths.len() >= MOST_PATHS {
            self.everywhere = true;
        } else if !self.paths.contains(&path) {
            self.paths.push(path);
        }
    }

    fn wake(self) -> Wake {
        if self.everywhere { Wake::Everywhere } else { Wake::At(self.paths) }
    }
}

/// Whether an event of this kind can mean another content. Reading is not among them: the preview itself reads.
fn may_change_content(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        EventKind::Access(_) => false,
        EventKind::Any | EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_) | EventKind::Other => true,
    }
}

fn is_gone(error: &notify::Error) -> bool {
    match &error.kind {
        ErrorKind::PathNotFound => true,
        ErrorKind::Io(error) => error.kind() == std::io::ErrorKind::NotFound,
        _ => false,
    }
}

fn reason(error: &notify::Error) -> String {
    match error.kind {
        ErrorKind::MaxFilesWatch => "the system allows no more watched folders (on Linux, raise \
                                     fs.inotify.max_user_watches)"
            .to_owned(),
        _ => format!("the system cannot watch the folders: {error}"),
    }
}

#[cfg(test)]
mod tests;
