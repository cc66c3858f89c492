//! From changed files to the site that is shown: stages 1 to 3 when something was saved, 4 and 5 when a page is asked for.
//!
//! A site with an error in its files takes nobody's place: the last good one stays, and the problems are shown over it.
//! Only where there is no good one yet, what could be made of the files is shown.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    editor::Editor,
    live::{Live, Made, Parts},
    notes::Notes,
    places::Places,
    problem::Problem,
    site::Site,
    watch::Changes,
};
use crate::{
    diagnostics::{Diagnostic, Located, Severity},
    i18n::Language,
    model::Corpus,
    pages, pipeline, privacy,
    render::Renderer,
    timings::Timings,
};

/// More problems than these are only counted.
const MOST_PROBLEMS: usize = 50;

/// Builds, again and again.
pub(super) struct Builder {
    root: PathBuf,
    options: pipeline::Options,
    places: Places,
    made: Arc<Made>,
    theme: Option<Theme>,
    has_good_site: bool,
}

struct Theme {
    name: String,
    language: String,
    ready: (Arc<Renderer>, Arc<Language>),
}

/// What came of a build.
pub(super) struct Built {
    /// The site, where there is one to show.
    pub(super) site: Option<Arc<dyn Site>>,
    /// The errors, with their places.
    pub(super) errors: Vec<Located>,
    /// How many errors there are beyond those.
    pub(super) more: usize,
    /// How many warnings there are.
    pub(super) warnings: usize,
    /// What went wrong beside the files.
    pub(super) failed: Option<Problem>,
}

impl Builder {
    pub(super) fn new(root: &Path, options: pipeline::Options, editor: Editor) -> Self {
        Self {
            root: root.to_owned(),
            options,
            places: Places::new(root, editor),
            made: Arc::default(),
            theme: None,
            has_good_site: false,
        }
    }

    /// What problems look like in a browser.
    pub(super) fn problem(&self, located: &Located) -> Problem {
        self.places.problem(located)
    }

    /// Forgets everything that it knows from former builds.
    pub(super) fn start_over(&mut self) {
        self.theme = None;
        self.made = Arc::default();
    }

    /// Builds after these changes.
    pub(super) fn build(&mut self, changes: &Changes) -> Built {
        if changes.paths().any(|path| path.starts_with("themes/")) {
            self.theme = None;
        }
        let pipeline::Checked { mut corpus, comparison, diagnostics } =
            pipeline::check(&self.root, &self.options, &mut Timings::default());
        let of_severity = |severity| diagnostics.iter().filter(move |one| one.severity() == severity);
        let warnings = of_severity(Severity::Warning).count();
        let errors: Vec<Diagnostic> = of_severity(Severity::Error).cloned().collect();
        let good = errors.is_empty();
        if !good && self.has_good_site {
            return self.built(None, errors, warnings, None);
        }
        let (renderer, language) = match self.theme(&corpus) {
            Ok(theme) => theme,
            Err(problems) => return self.built(None, errors.into_iter().chain(problems).collect(), warnings, None),
        };
        privacy::mask(&mut corpus);
        let notes = Notes::new(self.places.clone(), &diagnostics);
        let live = Live::start(Parts {
            corpus,
            comparison,
            language,
            renderer,
            options: pages::Options { drafts: self.options.drafts },
            notes,
            places: self.places.clone(),
            made: Arc::clone(&self.made),
        });
        match live {
            Ok(live) => {
                self.has_good_site |= good;
                self.built(Some(Arc::new(live)), errors, warnings, None)
            }
            Err(problem) => self.built(None, errors, warnings, Some(problem)),
        }
    }

    fn built(
        &self,
        site: Option<Arc<dyn Site>>,
        mut errors: Vec<Diagnostic>,
        warnings: usize,
        failed: Option<Problem>,
    ) -> Built {
        let more = errors.len().saturating_sub(MOST_PROBLEMS);
        errors.truncate(MOST_PROBLEMS);
        Built { site, errors: self.places.locate(errors), more, warnings, failed }
    }

    /// The theme, read again only where its files or the settings that name it changed.
    fn theme(&mut self, corpus: &Corpus) -> Result<(Arc<Renderer>, Arc<Language>), Vec<Diagnostic>> {
        let site = &corpus.site;
        match &self.theme {
            Some(theme) if theme.name == site.theme && theme.language == site.language => Ok(theme.ready.clone()),
            _ => {
                let (renderer, language) = pipeline::theme(&self.root, site)?;
                let ready = (Arc::new(renderer), language);
                self.theme =
                    Some(Theme { name: site.theme.clone(), language: site.language.clone(), ready: ready.clone() });
                Ok(ready)
            }
        }
    }
}
