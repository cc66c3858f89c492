//! `crosscheck check`: reads, links and compares the content, and says what is wrong.

use std::path::Path;

use clap::{Args, ValueEnum};
use crosscheck::{diagnostics, pipeline, timings::Timings};

use super::{
    Failure, Outcome, Terminal,
    content::Content,
    problems::{Listing, plural},
};

/// Check the content without writing anything
///
/// All problems of all files are listed, each with its place and what to write instead. Hints, such as a verdict that is held
/// back because a claim gives no date, are listed too; they never fail a check.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  crosscheck check
  crosscheck check --strict --format github       in a workflow: problems are shown beside the lines
  crosscheck check --format short                 path:line:column: message, for editors")]
pub(super) struct Check {
    #[command(flatten)]
    content: Content,
    /// How problems are printed
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
}

/// `--format`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Human,
    Short,
    Json,
    Github,
}

impl Check {
    pub(super) fn run(self, root: &Path, terminal: &mut Terminal) -> Result<Outcome, Failure> {
        let options = self.content.options(None);
        let checked = pipeline::check(root, &options, &mut Timings::default());
        let failed = checked.has_errors(options.strict);
        let corpus = &checked.corpus;
        let size = format!(
            "{}, {} and {}",
            plural(corpus.articles.len(), "article"),
            plural(corpus.accounts.len(), "account"),
            plural(corpus.claims.len(), "claim")
        );
        let listing = Listing::of(root, checked.diagnostics);
        terminal.text(&match self.format {
            Format::Human => listing.people(terminal.results_in_color()),
            Format::Short => listing.in_format(diagnostics::Format::Short),
            Format::Json => listing.in_format(diagnostics::Format::Json),
            Format::Github => listing.in_format(diagnostics::Format::Github),
        })?;
        if self.format == Format::Human {
            terminal.note(&format!("Checked {size}: {}.", listing.summary()))?;
        }
        Ok(if failed { Outcome::ContentErrors } else { Outcome::Done })
    }
}
