//! What is shown while something takes long: a bar on a terminal, else one plain line.

use std::{
    io::{self, Write},
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant},
};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::terminal::{Terminal, Watched};

/// Work shorter than this shows nothing to a person.
const PATIENCE: Duration = Duration::from_secs(1);
/// Work shorter than this is not worth a line in a log.
const LOG_PATIENCE: Duration = Duration::from_secs(5);

/// The progress of one piece of work; shared by all threads.
pub(super) struct Progress {
    bar: ProgressBar,
    start: Instant,
    what: String,
    watched: Option<Watched>,
    shown: AtomicBool,
}

impl Progress {
    /// "rendering 120 of 12600 pages".
    pub(super) fn new(terminal: &Terminal, doing: &'static str, things: &str) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        let template = format!("{{msg}} {{bar:30}} {{pos}} of {{len}} {things}, {{eta}} left");
        if let Ok(style) = ProgressStyle::with_template(&template) {
            bar.set_style(style);
        }
        bar.set_message(doing);
        Self {
            bar,
            start: Instant::now(),
            what: format!("{doing} {{}} {things} …"),
            watched: terminal.shows_progress(),
            shown: AtomicBool::new(false),
        }
    }

    /// So much is done.
    pub(super) fn show(&self, done: usize, all: usize) {
        let patience = if self.watched == Some(Watched::Live) { PATIENCE } else { LOG_PATIENCE };
        if self.start.elapsed() < patience {
            return;
        }
        let first = !self.shown.swap(true, Ordering::Relaxed);
        match self.watched {
            Some(Watched::Live) => {
                if first {
                    self.bar.set_length(all as u64);
                    self.bar.set_draw_target(ProgressDrawTarget::stderr());
                }
                self.bar.set_position(done as u64);
            }
            Some(Watched::Logged) if first => {
                // Nobody is left to tell when this fails.
                let _ = writeln!(io::stderr(), "{}", self.what.replace("{}", &all.to_string()));
            }
            _ => {}
        }
    }

    /// It is over; the bar goes.
    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
