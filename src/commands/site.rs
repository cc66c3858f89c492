//! Checking and building, as `build` and `publish` have it in common: problems are printed, and with an error nothing is
//! written.

use std::{mem, path::Path};

use crosscheck::{
    cache::Inputs,
    model,
    pipeline::{self, Built, Checked, Options},
    timings::Timings,
};

use super::{
    Failure, Outcome, Terminal,
    problems::{self, Listing},
    progress::Progress,
};

/// Content without an error, to be built.
pub(super) struct Sound {
    checked: Checked,
    articles: usize,
}

/// Reads, links and compares; `Err` with what is printed already where there is an error.
pub(super) fn check(
    root: &Path,
    inputs: Option<Inputs>,
    options: &Options,
    timings: &mut Timings,
    terminal: &mut Terminal,
    nothing_was: &str,
) -> Result<Sound, Outcome> {
    let checked = pipeline::check_inputs(root, inputs, options, timings);
    let failed = checked.has_errors(options.strict);
    let listing = Listing::of(root, checked.diagnostics.clone()).without_hints();
    terminal.aside(&listing.people(terminal.asides_in_color()));
    if failed {
        return Err(stopped(&listing, terminal, nothing_was));
    }
    Ok(Sound { articles: checked.corpus.articles.len(), checked })
}

impl Sound {
    /// How many articles there are.
    pub(super) fn articles(&self) -> usize {
        self.articles
    }

    /// The site's settings.
    pub(super) fn site(&self) -> &model::Site {
        &self.checked.corpus.site
    }

    /// Writes the site; `Ok(Err)` with what is printed already where the theme is wrong, or a file changed meanwhile.
    pub(super) fn build(
        mut self,
        root: &Path,
        output: &Path,
        options: &Options,
        timings: &mut Timings,
        terminal: &mut Terminal,
        nothing_was: &str,
    ) -> Result<Result<Built, Outcome>, Failure> {
        let progress = Progress::new(terminal, "rendering", "pages");
        let show = |done, all| progress.show(done, all);
        let built = pipeline::build(root, output, &mut self.checked, options, &show, timings);
        // Freed piece by piece it would take a twentieth of a build; the system takes all of it back at once.
        mem::forget(self.checked);
        progress.finish();
        let built = match built {
            Ok(built) => built,
            Err(pipeline::Failure::Write(error)) => return Err(error.into()),
            Err(pipeline::Failure::Theme(diagnostics) | pipeline::Failure::Changed(diagnostics)) => {
                let listing = Listing::of(root, diagnostics);
                terminal.aside(&listing.people(terminal.asides_in_color()));
                return Ok(Err(stopped(&listing, terminal, nothing_was)));
            }
        };
        for kept in &built.summary.kept {
            terminal
                .aside(&format!("note: kept {kept}: it is no longer part of the site, but somebody has altered it\n"));
        }
        Ok(Ok(built))
    }
}

/// "Built 127 pages from 5 articles in 0.31 s: 2 written, 148 unchanged, 0 removed → site/".
pub(super) fn summary(built: &Built, articles: usize, seconds: f64, output: &Path) -> String {
    let wrote = &built.summary;
    // As people type it: without the "./" of the current folder.
    let output = output.strip_prefix(".").unwrap_or(output).display().to_string();
    format!(
        "Built {} from {} in {seconds:.2} s: {} written, {} unchanged, {} removed → {}/",
        problems::plural(built.pages, "page"),
        problems::plural(articles, "article"),
        wrote.written,
        wrote.unchanged,
        wrote.removed,
        output.trim_end_matches('/'),
    )
}

fn stopped(listing: &Listing, terminal: &mut Terminal, nothing_was: &str) -> Outcome {
    terminal.failure(&Failure::new(format!("{}; nothing was {nothing_was}", listing.summary())));
    Outcome::ContentErrors
}
