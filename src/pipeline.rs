//! The stages, one after the other: what every command runs.
//!
//! [`check`] is stages 1 to 3, [`build`] is the rest. A stage's problems are carried along; a site is only written when
//! there is no error among them, so that a failed build leaves the last good site as it was.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::compare::{self, Comparison};
use crate::diagnostics::{Diagnostic, Severity};
use crate::hints;
use crate::i18n::Language;
use crate::link::{self, Captures};
use crate::links;
use crate::model::{Corpus, Site};
use crate::outputs::{Output, Outputs};
use crate::pages::{self, Edition};
use crate::privacy;
use crate::read;
use crate::render::{Renderer, Theme};
use crate::timings::Timings;
use crate::write::{Summary, WriteError, Writer};

/// What the command line decides.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Keep drafts.
    pub drafts: bool,
    /// Where the site will be published, instead of what the settings say.
    pub base_url: Option<String>,
    /// Let only strict readings agree, and take warnings for errors.
    pub strict: bool,
}

/// The content, compared, and all that is wrong with it.
#[derive(Debug)]
pub struct Checked {
    /// Everything that was read, cross-referenced.
    pub corpus: Corpus,
    /// Everything that was found.
    pub comparison: Comparison,
    /// All problems, in no particular order.
    pub diagnostics: Vec<Diagnostic>,
}

impl Checked {
    /// Whether there is an error; under `strict` a warning is one too.
    pub fn has_errors(&self, strict: bool) -> bool {
        let least = if strict { Severity::Warning } else { Severity::Error };
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity() <= least)
    }
}

/// A site, written.
#[derive(Debug)]
pub struct Built {
    /// How many pages it has.
    pub pages: usize,
    /// What changed in the output folder.
    pub summary: Summary,
}

/// Why a site was not written.
#[derive(Debug)]
pub enum Failure {
    /// The theme, or a page rendered with it, is wrong.
    Theme(Vec<Diagnostic>),
    /// A file cannot be written.
    Write(WriteError),
}

/// Stages 1 to 3: reads, links and compares the content under a root folder.
pub fn check(root: &Path, options: &Options, timings: &mut Timings) -> Checked {
    let (collection, mut diagnostics) =
        timings.stage("read", "files", || read::read(root), |(collection, _)| collection.files());
    let captures = Captures::under(root);
    let links = link::Options { drafts: options.drafts, base_url: options.base_url.clone() };
    let (corpus, found) = timings.stage(
        "link",
        "articles",
        || link::link(&collection, &captures, &links),
        |(corpus, _)| corpus.articles.len(),
    );
    diagnostics.extend(found);
    let comparison = timings.stage(
        "compare",
        "claims",
        || compare::compare(&corpus, compare::Options { strict: options.strict }),
        |_| corpus.claims.len(),
    );
    diagnostics.extend(hints::hints(&corpus, &comparison));
    Checked { corpus, comparison, diagnostics }
}

/// Stages 4 to 6: makes the pages and data files of checked content, and writes what changed of them to `output`.
pub fn build(
    root: &Path,
    output: &Path,
    checked: Checked,
    options: &Options,
    progress: &(dyn Fn(usize, usize) + Sync),
    timings: &mut Timings,
) -> Result<Built, Failure> {
    let Checked { mut corpus, comparison, .. } = checked;
    privacy::mask(&mut corpus);
    let (renderer, language) = theme(root, &corpus.site).map_err(Failure::Theme)?;
    let edition = timings.stage(
        "pages",
        "pages",
        || Edition::new(&corpus, &comparison, &language, pages::Options { drafts: options.drafts }),
        |_| 0,
    );
    let writer = Writer::open(output).map_err(Failure::Write)?;
    let outputs = Outputs::new(&edition, &renderer);
    let (pages, others): (Vec<&Output>, Vec<&Output>) =
        outputs.all().iter().partition(|output| output.page().is_some());
    let done = AtomicUsize::new(0);
    let write = |output: &Output| {
        let bytes = outputs.bytes(output).map_err(|diagnostic| Failure::Theme(vec![diagnostic]))?;
        writer.put(output.path(), &bytes).map_err(Failure::Write)
    };
    let write_page = |output: &&Output| {
        let written = write(output);
        progress(1 + done.fetch_add(1, Ordering::Relaxed), pages.len());
        written.err()
    };
    let failed = timings.stage(
        "render",
        "pages",
        || pages.par_iter().filter_map(write_page).collect::<Vec<Failure>>(),
        |_| pages.len(),
    );
    one_failure(failed)?;
    timings.stage("data", "files", || others.par_iter().try_for_each(|output| write(output)), |_| others.len())?;
    let pages = pages.len();
    let summary = timings.stage("write", "files", || writer.finish(), |_| 0).map_err(Failure::Write)?;
    Ok(Built { pages, summary })
}

/// Makes the site of checked content in memory, and follows its links. Fails with what is wrong in the theme.
pub fn links(root: &Path, checked: Checked, options: &Options) -> Result<links::Found, Vec<Diagnostic>> {
    let Checked { mut corpus, comparison, .. } = checked;
    privacy::mask(&mut corpus);
    let (renderer, language) = theme(root, &corpus.site)?;
    let edition = Edition::new(&corpus, &comparison, &language, pages::Options { drafts: options.drafts });
    links::check(root, &corpus, &Outputs::new(&edition, &renderer))
}

/// The site's theme, made ready, and the interface's language with the theme's own messages over the built-in ones.
pub fn theme(root: &Path, site: &Site) -> Result<(Renderer, Arc<Language>), Vec<Diagnostic>> {
    let theme = Theme::load(root, &site.theme)?;
    let (language, problems) = Language::with_theme(&site.language, &theme.messages(&site.language));
    if !problems.is_empty() {
        return Err(problems);
    }
    let language = Arc::new(language);
    Ok((Renderer::new(theme, Arc::clone(&language))?, language))
}

/// Many pages that fail for one reason are one failure: a file that cannot be written, else all that is wrong with the
/// theme, each thing once.
fn one_failure(failed: Vec<Failure>) -> Result<(), Failure> {
    let mut wrong: Vec<Diagnostic> = Vec::new();
    for failure in failed {
        match failure {
            Failure::Write(error) => return Err(Failure::Write(error)),
            Failure::Theme(diagnostics) => {
                for diagnostic in diagnostics {
                    if !wrong.iter().any(|known| known.place == diagnostic.place && known.code == diagnostic.code) {
                        wrong.push(diagnostic);
                    }
                }
            }
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(Failure::Theme(wrong)) }
}
