//! What a person can ask for. One file for each command; this one says which there are, what they have in common, and
//! what the exit codes mean.
//!
//! A command reads its arguments, calls the library, and prints. It decides nothing about content.

mod build;
mod check;
mod compare;
mod content;
mod failure;
mod init;
mod new;
mod problems;
mod progress;
mod publish;
mod root;
mod serve;
mod site;
mod table;
mod terminal;

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, Parser, Subcommand};

use failure::Failure;
use terminal::{ColorChoice, Terminal};

const AFTER_HELP: &str = "\
Examples:
  crosscheck init varnholt            start with a small site that works
  crosscheck check                    what is wrong in the content, and what to write instead
  crosscheck build                    the site, in site/
  crosscheck compare aid-to-ukraine   why two claims were, or were not, set against each other
  crosscheck publish --dry-run        what publishing would change, and nothing else
  crosscheck serve --open             the site in a browser, and again whatever is saved
  crosscheck new question \"How many people were evacuated?\"

Exit codes: 0 done, 1 the content has errors, 2 wrong usage or a file that cannot be read or written.";

/// Turns a folder of annotated news articles into a static site that shows what happened, who says so, and where the
/// sources differ.
#[derive(Debug, Parser)]
#[command(name = "crosscheck", version, after_help = AFTER_HELP, arg_required_else_help = true)]
pub struct CommandLine {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Command,
}

/// What all commands take.
#[derive(Debug, Args)]
#[command(next_help_heading = "For every command")]
struct Common {
    /// The folder with crosscheck.yaml [default: the current folder, or the nearest one above that has it]
    #[arg(long, global = true, value_name = "DIR")]
    root: Option<PathBuf>,
    /// Print problems and results only, nothing else
    #[arg(long, short, global = true)]
    quiet: bool,
    /// How many threads to use [default: one for each processor]
    #[arg(long, short, global = true, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    jobs: Option<u16>,
    /// Whether to print in colour [auto: on a terminal, unless NO_COLOR is set]
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: ColorChoice,
}

#[derive(Debug, Subcommand)]
enum Command {
    Build(build::Build),
    Check(check::Check),
    Compare(compare::Compare),
    Init(init::Init),
    New(new::New),
    Publish(publish::Publish),
    Serve(serve::Serve),
}

/// How a command ended, short of a [`Failure`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Exit code 0.
    Done,
    /// The content has errors: exit code 1.
    ContentErrors,
}

impl CommandLine {
    /// Runs the command and gives the exit code.
    pub fn run(self) -> ExitCode {
        let Self { common, command } = self;
        let mut terminal = Terminal::new(common.color, common.quiet);
        if let Some(jobs) = common.jobs {
            // It only fails where a pool is there already, and nothing has started one yet.
            let _ = rayon::ThreadPoolBuilder::new().num_threads(jobs.into()).build_global();
        }
        let root = || root::find(common.root.as_deref());
        let outcome = match command {
            Command::Build(build) => root().and_then(|root| build.run(&root, &mut terminal)),
            Command::Check(check) => root().and_then(|root| check.run(&root, &mut terminal)),
            Command::Compare(compare) => root().and_then(|root| compare.run(&root, &mut terminal)),
            Command::Init(init) => init.run(root, &mut terminal),
            Command::New(new) => root().and_then(|root| new.run(&root, &mut terminal)),
            Command::Publish(publish) => root().and_then(|root| publish.run(&root, &mut terminal)),
            Command::Serve(serve) => root().and_then(|root| serve.run(&root, &mut terminal)),
        };
        match outcome {
            Ok(Outcome::Done) => ExitCode::SUCCESS,
            Ok(Outcome::ContentErrors) => ExitCode::from(1),
            Err(failure) => {
                terminal.failure(&failure);
                ExitCode::from(2)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        CommandLine::command().debug_assert();
    }
}
