//! `crosscheck build`: checks the content, and writes the site unless there is an error.

use std::{
    path::{self, Path, PathBuf},
    time::Instant,
};

use clap::Args;
use crosscheck::{
    pipeline::{self, Options},
    timings::Timings,
    write::output_folder,
};

use super::{Failure, Outcome, Terminal, content::Content, problems::Listing, site, table};

/// Check the content and write the site
///
/// With an error in the content nothing is written, and the site that was there stays as it is. Only files that changed are
/// written, and only files that a former build wrote are removed.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  crosscheck build                                       the site, in site/
  crosscheck build --drafts --output /tmp/preview        with drafts, somewhere else
  crosscheck build --base-url https://example.org/flood/ --strict")]
pub(super) struct Build {
    #[command(flatten)]
    content: Content,
    /// The folder to write to [default: site, beside crosscheck.yaml]
    #[arg(long, short, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Where the site will be published, instead of what crosscheck.yaml says
    #[arg(long, value_name = "URL", value_parser = base_url)]
    base_url: Option<String>,
    /// Leave search out of the site: its index and its field, but not its list from A to Z
    #[arg(long)]
    no_search: bool,
    /// Print how long each stage took
    #[arg(long)]
    timings: bool,
}

impl Build {
    pub(super) fn run(self, root: &Path, terminal: &mut Terminal) -> Result<Outcome, Failure> {
        let start = Instant::now();
        let shown = self.output.unwrap_or_else(|| root.join("site"));
        let absolute = path::absolute(&shown).map_err(Failure::io("find the folder", &shown))?;
        let output = output_folder(root, &absolute)?;
        let options = Options { no_search: self.no_search, ..self.content.options(self.base_url) };
        let mut timings = Timings::default();
        let inputs = pipeline::inputs(root, &options, &mut timings);
        if let Some(same) = pipeline::unchanged(inputs.as_ref(), &output, &options, &mut timings) {
            let listing = Listing::of(root, same.diagnostics).without_hints();
            terminal.aside(&listing.people(terminal.asides_in_color()));
            if self.timings {
                terminal.aside(&table::of(&timings, same.articles));
            }
            let seconds = start.elapsed().as_secs_f64();
            terminal.note(&site::summary(&same.built, same.articles, seconds, &shown))?;
            return Ok(Outcome::Done);
        }
        let sound = match site::check(root, inputs, &options, &mut timings, terminal, "written") {
            Ok(sound) => sound,
            Err(outcome) => return Ok(outcome),
        };
        let articles = sound.articles();
        let built = match sound.build(root, &output, &options, &mut timings, terminal, "written")? {
            Ok(built) => built,
            Err(outcome) => return Ok(outcome),
        };
        if self.timings {
            terminal.aside(&table::of(&timings, articles));
        }
        terminal.note(&site::summary(&built, articles, start.elapsed().as_secs_f64(), &shown))?;
        Ok(Outcome::Done)
    }
}

/// An http(s) URL, or a path on whatever host.
pub(super) fn base_url(url: &str) -> Result<String, String> {
    let known = ["https://", "http://", "/"].iter().any(|start| url.starts_with(start));
    if !known || url.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '?' | '#'))
    {
        return Err("write a URL such as https://example.org/flood/".into());
    }
    Ok(if url.ends_with('/') { url.into() } else { format!("{url}/") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_url_ends_with_a_slash() {
        assert_eq!(base_url("https://example.org/flood").as_deref(), Ok("https://example.org/flood/"));
        assert_eq!(base_url("/").as_deref(), Ok("/"));
        for wrong in ["", "example.org", "javascript:alert(1)", "https://example.org/\"x", "https://example.org/?a"] {
            assert!(base_url(wrong).is_err(), "{wrong}");
        }
    }
}
