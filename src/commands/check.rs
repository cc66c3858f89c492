//! `crosscheck check`: reads, links and compares the content, and says what is wrong.

use std::{mem, path::Path};

use clap::{Args, ValueEnum};
use crosscheck::{
    diagnostics::{self, Diagnostic, Severity},
    hyperlinks::external::{Cache, Limits, host},
    pipeline::{self, Checked, Options},
    timings::Timings,
};

use super::{
    Failure, Outcome, Terminal,
    content::Content,
    problems::{Listing, plural},
    progress::Progress,
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
  crosscheck check --format short                 path:line:column: message, for editors
  crosscheck check --links                        follow every link of the site, too
  crosscheck check --external                     and ask other sites whether what is linked to is still there")]
pub(super) struct Check {
    #[command(flatten)]
    content: Content,
    /// How problems are printed
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
    /// Make the site in memory and follow every link, image and anchor within it
    #[arg(long)]
    links: bool,
    /// Follow links to other sites, too; they are asked over the network
    #[arg(long)]
    external: bool,
    /// With --external: ask machines in private networks as well
    #[arg(long, requires = "external")]
    allow_private: bool,
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
        let mut checked = pipeline::check(root, &options, &mut Timings::default());
        let mut failed = checked.has_errors(options.strict);
        let corpus = &checked.corpus;
        let mut size = format!(
            "{}, {} and {}",
            plural(corpus.articles.len(), "article"),
            plural(corpus.accounts.len(), "account"),
            plural(corpus.claims.len(), "claim")
        );
        let mut diagnostics = mem::take(&mut checked.diagnostics);
        let limits =
            if failed { Vec::new() } else { pipeline::host_limits(root, &root.join("site"), &checked, &options) };
        if self.links || self.external {
            if failed {
                terminal.aside("note: links are followed once the content has no errors\n");
            } else {
                let (found, followed) = self.links(root, &mut checked, &options, terminal);
                let least = if options.strict { Severity::Warning } else { Severity::Error };
                failed = found.iter().any(|problem| problem.severity() <= least);
                diagnostics.extend(found);
                size.push_str(&followed);
            }
        }
        // Freed piece by piece it would take a while; the system takes all of it back at once.
        mem::forget(checked);
        failed |= options.strict && !limits.is_empty();
        diagnostics.extend(limits);
        let listing = Listing::of(root, diagnostics);
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

    /// What is wrong with the links of sound content, and how many there are.
    fn links(
        &self,
        root: &Path,
        checked: &mut Checked,
        options: &Options,
        terminal: &Terminal,
    ) -> (Vec<Diagnostic>, String) {
        let own_host = host(&checked.corpus.site.base_url).map(Into::into);
        let mut found = match pipeline::hyperlinks(root, checked, options) {
            Ok(found) => found,
            Err(problems) => return (problems, String::new()),
        };
        let mut followed = format!(", {}", plural(found.followed, "link"));
        if self.external {
            let limits = Limits { allow_private: self.allow_private, own_host, ..Limits::default() };
            let mut cache = Cache::of_user();
            let progress = Progress::new(terminal, "asking for", "addresses");
            found.ask(&limits, &mut cache, &|done, all| progress.show(done, all));
            progress.finish();
            cache.keep();
            followed.push_str(&format!(", {} elsewhere", found.elsewhere.len()));
        }
        (found.diagnostics, followed)
    }
}
