//! Where commands print: results to standard output, everything about how the work goes to standard error.
//!
//! A reader that goes away (`crosscheck check | head`) is not a failure: what is left is not printed, the command still
//! ends as it would have.

use std::{
    env,
    io::{self, IsTerminal, Write},
};

use clap::ValueEnum;

use super::Failure;

/// `--color`; `Auto`: on a terminal, unless NO_COLOR is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ColorChoice {
    Auto,
    Always,
    Never,
}

impl ColorChoice {
    fn wanted(self, stream: &impl IsTerminal) -> bool {
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto => {
                let says_no = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
                stream.is_terminal() && !says_no && env::var_os("TERM").is_none_or(|term| term != "dumb")
            }
        }
    }
}

/// How standard error is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Watched {
    /// By a person, now.
    Live,
    /// From a file, later.
    Logged,
}

/// Standard output and standard error, with what the person wants of them.
#[derive(Debug)]
pub(super) struct Terminal {
    color: ColorChoice,
    quiet: bool,
}

impl Terminal {
    pub(super) fn new(color: ColorChoice, quiet: bool) -> Self {
        Self { color, quiet }
    }

    /// A line of what the command was called for, also under `--quiet`.
    pub(super) fn result(&mut self, line: &str) -> Result<(), Failure> {
        self.text(&format!("{line}\n"))
    }

    /// The same, with its own line feeds.
    pub(super) fn text(&mut self, text: &str) -> Result<(), Failure> {
        let mut stdout = io::stdout().lock();
        match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Err(Failure::new(format!("cannot write to standard output: {error}")))
            }
            _ => Ok(()),
        }
    }

    /// A word on how it went, which `--quiet` leaves out.
    pub(super) fn note(&mut self, line: &str) -> Result<(), Failure> {
        if self.quiet { Ok(()) } else { self.result(line) }
    }

    /// Something to look at beside the result, with its own line feeds.
    pub(super) fn aside(&mut self, text: &str) {
        // Nobody is left to tell when this fails.
        let _ = io::stderr().write_all(text.as_bytes());
    }

    /// Whether results are shown in colour.
    pub(super) fn results_in_color(&self) -> bool {
        self.color.wanted(&io::stdout())
    }

    /// Whether what goes beside the results is shown in colour.
    pub(super) fn asides_in_color(&self) -> bool {
        self.color.wanted(&io::stderr())
    }

    /// Whether somebody may be watching, and wants to.
    pub(super) fn shows_progress(&self) -> Option<Watched> {
        match (self.quiet, io::stderr().is_terminal()) {
            (true, _) => None,
            (false, true) => Some(Watched::Live),
            (false, false) => Some(Watched::Logged),
        }
    }

    /// Asks a question that is answered with yes or no; `None` where nobody is there to answer. Anything but yes is no.
    pub(super) fn ask(&mut self, question: &str) -> Option<bool> {
        if !(io::stdin().is_terminal() && io::stderr().is_terminal()) {
            return None;
        }
        self.aside(&format!("{question} [y/N] "));
        let mut answer = String::new();
        // Who closes the terminal does not say yes.
        let _ = io::stdin().read_line(&mut answer);
        Some(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
    }

    /// Why the command could not do its work.
    pub(super) fn failure(&mut self, failure: &Failure) {
        let (red, cyan, reset) =
            if self.asides_in_color() { ("\x1b[1;31m", "\x1b[1;36m", "\x1b[0m") } else { ("", "", "") };
        self.aside(&format!("{red}error{reset}: {failure}\n"));
        if let Some(help) = &failure.help {
            self.aside(&format!("{cyan}help{reset}: {help}\n"));
        }
    }
}
