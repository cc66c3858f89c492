//! The stages, one after the other: what every command runs.
//!
//! [`check`] is stages 1 to 3, [`build`] is the rest. A stage's problems are carried along; a site is only written when
//! there is no error among them, so that a failed build leaves the last good site as it was.

mod update;

use std::mem;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::iter::Either;
use rayon::prelude::*;

use crate::cache::{self, Cache, Inputs, Made, Store};
use crate::compare::{self, Comparison};
use crate::diagnostics::{Diagnostic, Severity};
use crate::hints;
use crate::hosts;
use crate::hyperlinks;
use crate::i18n::Language;
use crate::link::{self, Captures};
use crate::model::{Corpus, Site};
use crate::outputs::{Output, Outputs};
use crate::pages::{self, Edition, Page, Reach};
use crate::privacy;
use crate::read::{self, Fields};
use crate::render::{Renderer, Theme, data};
use crate::search::Memory;
use crate::timings::Timings;
use crate::write::{Release, Summary, WriteError, Writer};
use update::Update;

/// How many pages a thread takes at a time. Left to itself it takes thousands, and those that list everything come last, all for
/// one thread.
const PAGES_AT_ONCE: usize = 8;

/// What the command line decides.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Keep drafts.
    pub drafts: bool,
    /// Where the site will be published, instead of what the settings say.
    pub base_url: Option<String>,
    /// Let only strict readings agree, and take warnings for errors.
    pub strict: bool,
    /// Leave search out of the site.
    pub no_search: bool,
    /// What former runs found out; without it everything is done anew.
    pub cache: Option<Cache>,
}

impl Options {
    /// What of it is about pages.
    pub fn of_pages(&self) -> pages::Options {
        pages::Options { drafts: self.drafts, no_search: self.no_search }
    }

    /// All that decides what a site says and is in no file.
    fn decisive(&self) -> String {
        let Self { drafts, base_url, strict, no_search, cache: _ } = self;
        let now = data::without_content();
        format!("{drafts} {strict} {no_search} {base_url:?} {now}")
    }
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
    /// The captures that were read.
    captures: Vec<String>,
    /// A hash of everything but the articles.
    beside_articles: [u8; 32],
    /// What it was read from, where a later run may know it again by that.
    inputs: Option<Inputs>,
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

/// A site that needs no build: it was made from what is there now, and is as it was made.
#[derive(Debug)]
pub struct Unchanged {
    /// What was said of the content.
    pub diagnostics: Vec<Diagnostic>,
    /// How many articles it has.
    pub articles: usize,
    /// As a build would tell of it.
    pub built: Built,
}

/// Why a site was not written.
#[derive(Debug)]
pub enum Failure {
    /// The theme, or a page rendered with it, is wrong.
    Theme(Vec<Diagnostic>),
    /// Articles' files changed while the site was built.
    Changed(Vec<Diagnostic>),
    /// A file cannot be written.
    Write(WriteError),
}

/// All files under a root folder as they are now, where there is a cache to know them by.
pub fn inputs(root: &Path, options: &Options, timings: &mut Timings) -> Option<Inputs> {
    options.cache.as_ref()?;
    timings.stage("inputs", "files", || Inputs::look(root), |found| found.as_ref().map_or(0, Inputs::count))
}

/// Whether `output` holds what a build would write to it, by the bytes of all files that go in and of all that came out.
pub fn unchanged(
    inputs: Option<&Inputs>,
    output: &Path,
    options: &Options,
    timings: &mut Timings,
) -> Option<Unchanged> {
    let made = cache::Built::at(options.cache.as_ref()?, output).read()?;
    let from = inputs?.print(&made.captures, &options.decisive());
    let release = Release::of(output).ok().filter(|release| {
        from == made.from && from.is_some() && *blake3::hash(&release.manifest().text()).as_bytes() == made.manifest
    })?;
    let files = release.manifest().names().len();
    if !timings.stage("outputs", "files", || release.is_whole(), |_| files) {
        return None;
    }
    let summary = Summary { unchanged: files, ..Summary::default() };
    let built = Built { pages: made.pages, summary };
    Some(Unchanged { diagnostics: made.diagnostics, articles: made.articles, built })
}

/// Stages 1 to 3: reads, links and compares the content under a root folder.
pub fn check(root: &Path, options: &Options, timings: &mut Timings) -> Checked {
    check_inputs(root, inputs(root, options, timings), options, timings)
}

/// The same where one has [looked](inputs) at the files already.
pub fn check_inputs(root: &Path, inputs: Option<Inputs>, options: &Options, timings: &mut Timings) -> Checked {
    let store = |of: fn(&Cache, &Path) -> Store| options.cache.as_ref().map_or_else(Store::nothing, |c| of(c, root));
    let read = || {
        let parsed = store(Store::of_parsed);
        let read = read::read_packed(root, &parsed, inputs.as_ref());
        parsed.save();
        read
    };
    let (collection, mut diagnostics) = timings.stage("read", "files", read, |(collection, _)| collection.files());
    let named = collection.articles.iter().filter_map(|article| article.fields.capture());
    let captures = named.filter(|capture| !capture.starts_with("sha256:")).map(str::to_owned).collect();
    let beside_articles = cache::beside_articles(&collection, &options.decisive());
    let links = link::Options { drafts: options.drafts, base_url: options.base_url.clone() };
    let link = || {
        let linked = store(Store::of_linked);
        let known = link::Known { store: &linked, beside_articles };
        let all = link::link_with(collection, &Captures::under(root), &links, Some(known));
        linked.save();
        all
    };
    let (corpus, found) = timings.stage("link", "articles", link, |(corpus, _)| corpus.articles.len());
    diagnostics.extend(found);
    let comparison = timings.stage(
        "compare",
        "claims",
        || compare::compare(&corpus, compare::Options { strict: options.strict }),
        |_| corpus.claims.len(),
    );
    diagnostics.extend(hints::hints(&corpus, &comparison));
    Checked { corpus, comparison, diagnostics, captures, beside_articles, inputs }
}

/// Stages 4 to 6: makes the pages and data files of checked content, and writes what changed of them to `output`. Names that
/// are not to be published are masked in the content, which remains the caller's: to free it takes a while.
pub fn build(
    root: &Path,
    output: &Path,
    checked: &mut Checked,
    options: &Options,
    progress: &(dyn Fn(usize, usize) + Sync),
    timings: &mut Timings,
) -> Result<Built, Failure> {
    let Checked { corpus, comparison, diagnostics, captures, beside_articles, inputs } = checked;
    privacy::mask(corpus);
    let (corpus, comparison) = (&*corpus, &*comparison);
    let (renderer, language) = theme(root, &corpus.site).map_err(Failure::Theme)?;
    let edition =
        timings.stage("pages", "pages", || Edition::new(corpus, comparison, &language, options.of_pages()), |_| 0);
    let writer = Writer::open(output).map_err(Failure::Write)?;
    let memory = options.cache.as_ref().map_or_else(Memory::default, |cache| Memory::of(cache::Words::of(cache, root)));
    let outputs = Outputs::new(&edition, &renderer, &memory);
    let pages: Vec<(&Output, &Page)> =
        outputs.all().iter().filter_map(|output| output.page().map(|page| (output, page))).collect();
    let others: Vec<&Output> = outputs.all().iter().filter(|output| output.page().is_none()).collect();
    let cached = options.cache.as_ref().map(|cache| cache::Built::at(cache, output));
    let update = Update {
        outputs: &outputs,
        renderer: &renderer,
        writer: &writer,
        former: cached.as_ref().and_then(cache::Built::read),
        reach: cached.as_ref().map(|_| Reach::of(&edition, &[*beside_articles, renderer.own_print()])),
    };
    let done = AtomicUsize::new(0);
    let (mut written, failed): (Vec<_>, Vec<Failure>) = timings.stage(
        "render",
        "pages",
        || {
            pages.par_iter().with_max_len(PAGES_AT_ONCE).partition_map(|(output, page)| {
                let written = update.page(output, page);
                progress(1 + done.fetch_add(1, Ordering::Relaxed), pages.len());
                written.map_or_else(Either::Right, Either::Left)
            })
        },
        |_| pages.len(),
    );
    one_failure(failed)?;
    let data = || {
        let (tables, rest): (Vec<_>, Vec<&Output>) = others.par_iter().partition_map(|&output| match output.table() {
            Some(table) => Either::Left((output, table)),
            None => Either::Right(output),
        });
        let mut written = update.tables(&tables)?;
        written.extend(rest.into_par_iter().map(|output| update.file(output)).collect::<Result<Vec<_>, _>>()?);
        Ok(written)
    };
    written.extend(timings.stage("data", "files", data, |_| others.len())?);
    if !options.no_search {
        let files = || {
            let written = outputs.search().par_iter().map(|output| update.file(output).map(drop));
            written.collect::<Result<(), _>>().map(|()| outputs.search().len())
        };
        timings.stage("search", "files", files, |files| *files.as_ref().unwrap_or(&0))?;
    }
    if let Some(path) = corpus.texts.changed() {
        return Err(Failure::Changed(vec![read::changed(path)]));
    }
    let summary = timings.stage("write", "files", || writer.finish(), |_| 0).map_err(Failure::Write)?;
    if let (Some(cached), Ok(release)) = (cached, Release::of(output)) {
        let manifest = release.manifest();
        let (known, rows) = update::remembered(written, manifest);
        let made = Made {
            from: inputs.as_ref().and_then(|inputs| inputs.print_if_still(captures, &options.decisive())),
            manifest: *blake3::hash(&manifest.text()).as_bytes(),
            captures: mem::take(captures),
            articles: corpus.articles.len(),
            diagnostics: mem::take(diagnostics),
            pages: pages.len(),
            known,
            rows,
        };
        cached.keep(&made);
    }
    Ok(Built { pages: pages.len(), summary })
}

/// Makes the site of checked content in memory, and follows its links. Fails with what is wrong in the theme.
pub fn hyperlinks(root: &Path, checked: &mut Checked, options: &Options) -> Result<hyperlinks::Found, Vec<Diagnostic>> {
    let Checked { corpus, comparison, .. } = checked;
    privacy::mask(corpus);
    let (renderer, language) = theme(root, &corpus.site)?;
    let edition = Edition::new(corpus, comparison, &language, options.of_pages());
    let found = hyperlinks::check(root, corpus, &Outputs::new(&edition, &renderer, &Memory::default()))?;
    corpus.texts.changed().map_or(Ok(found), |path| Err(vec![read::changed(path)]))
}

/// What of the site is more than static hosts take: by the files that a build would write, and by the sizes of those that the
/// last one wrote to `output`. Nothing where the theme is wrong: a build says so.
pub fn host_limits(root: &Path, output: &Path, checked: &Checked, options: &Options) -> Vec<Diagnostic> {
    let Checked { corpus, comparison, .. } = checked;
    let Ok((renderer, language)) = theme(root, &corpus.site) else { return Vec::new() };
    let edition = Edition::new(corpus, comparison, &language, options.of_pages());
    let memory = Memory::default();
    let outputs = Outputs::new(&edition, &renderer, &memory);
    let files = hosts::files(outputs.all().len(), || outputs.search().len());
    hosts::limits(files, Release::of(output).ok().as_ref().map(Release::manifest))
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
            Failure::Write(_) | Failure::Changed(_) => return Err(failure),
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_file_that_changes_meanwhile_is_noticed_and_nothing_is_written() {
        let root = tempfile::tempdir().unwrap();
        let site = root.path().join("site");
        let article = root.path().join("content/articles/a.md");
        fs::create_dir_all(article.parent().unwrap()).unwrap();
        fs::write(root.path().join("crosscheck.yaml"), "title: Flood\ntext: full\n").unwrap();
        let say = |text: &str| fs::write(&article, format!("---\ntitle: A\n---\n{text}\n")).unwrap();
        let check = || super::check(root.path(), &Options::default(), &mut Timings::default());
        let build = |mut checked| {
            super::build(root.path(), &site, &mut checked, &Options::default(), &|_, _| {}, &mut Timings::default())
        };
        say("The river rose.");
        build(check()).unwrap();
        let page = || fs::read_to_string(site.join("articles/a/index.html")).unwrap();
        let before = page();
        assert!(before.contains("The river rose."));

        let checked = check();
        say("The river fell.");
        let failed = build(checked);
        assert!(
            matches!(&failed, Err(Failure::Changed(problems)) if problems[0].place.path.ends_with("a.md")),
            "{failed:?}"
        );
        assert_eq!(page(), before);
        build(check()).unwrap();
        assert!(page().contains("The river fell."));
    }

    #[test]
    fn of_a_file_that_changes_before_it_is_linked_nothing_else_is_said() {
        let root = tempfile::tempdir().unwrap();
        let article = root.path().join("content/articles/a.md");
        fs::create_dir_all(article.parent().unwrap()).unwrap();
        fs::write(root.path().join("crosscheck.yaml"), "title: Flood\n").unwrap();
        let events = "events:\n- {event: flood, quote: The river rose}\n";
        fs::write(&article, format!("---\ntitle: A\n{events}---\nThe river rose.\n")).unwrap();
        let (collection, _) = read::read_packed(root.path(), &Store::nothing(), None);
        fs::write(&article, "---\ntitle: A\n---\n").unwrap();
        let (_, problems) = link::link(collection, &Captures::under(root.path()), &link::Options::default());
        assert_eq!(problems, [read::changed("content/articles/a.md")]);
    }
}
