//! The command line of crosscheck: parses it, calls a command, sets the exit code.

mod commands;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    commands::CommandLine::parse().run()
}
