//! From changed files to the site that is shown: stages 1 to 3 when something was saved, 4 and 5 when a page is asked for.
//!
//! A site with an error in its files takes nobody's place: the last good one stays, and the problems are shown over it.
//! Only where there is no good one yet, what could be made of the files is shown. A saved article is taken into the site
//! that is there, and only what it touches is compared again, where [`Ground::place`] says that this gives what building
//! everything would give; else everything is built.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
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
    compare,
    diagnostics::{Code, Diagnostic, Located, Severity},
    i18n::Language,
    link::{self, Again, Captures, Ground},
    model::{ArticleRef, Corpus, EventRef, QuestionRef},
    pipeline, privacy,
    read::{self, Collection, File, fields::ArticleFields},
    render::Renderer,
    search::Memory,
};

/// More problems than these are only counted.
const MOST_PROBLEMS: usize = 50;

/// Builds, again and again.
pub(super) struct Builder {
    root: PathBuf,
    options: pipeline::Options,
    places: Places,
    english: Arc<Language>,
    made: Arc<Made>,
    searched: Arc<Memory>,
    theme: Option<Theme>,
    has_good_site: bool,
    kept: Option<Kept>,
}

struct Theme {
    name: String,
    language: String,
    ready: (Arc<Renderer>, Arc<Language>),
}

/// What the good site that is shown was made from, so that a saved article can take its place in it.
struct Kept {
    live: Arc<Live>,
    collection: Collection,
    ground: Arc<Ground>,
    /// The articles' positions in the collection by their paths.
    articles: HashMap<String, usize>,
    /// Articles that were saved and cannot be taken in yet, by their positions, as they were last read.
    waiting: BTreeMap<usize, (File<ArticleFields>, Vec<Diagnostic>)>,
    /// How many warnings each file has; those about a language are no file's.
    warnings: HashMap<String, usize>,
    about_languages: usize,
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
            english: Arc::new(Language::built_in("en")),
            made: Arc::default(),
            searched: Arc::default(),
            theme: None,
            has_good_site: false,
            kept: None,
        }
    }

    /// What problems look like in a browser.
    pub(super) fn problem(&self, located: &Located) -> Problem {
        self.places.problem(located)
    }

    /// Forgets everything that it knows from former builds.
    pub(super) fn start_over(&mut self) {
        self.theme = None;
        self.kept = None;
        self.made = Arc::default();
        self.searched = Arc::default();
    }

    /// Builds after these changes.
    pub(super) fn build(&mut self, changes: &Changes) -> Built {
        if let Some(kept) = self.kept.take() {
            match self.build_articles(kept, changes) {
                Ok(built) => return built,
                Err(NotAll) => self.kept = None,
            }
        }
        self.build_everything(changes)
    }

    fn build_everything(&mut self, changes: &Changes) -> Built {
        if changes.paths().any(|path| path.starts_with("themes/")) {
            self.theme = None;
        }
        let (collection, mut diagnostics) = read::read(&self.root);
        let links = link::Options { drafts: self.options.drafts, base_url: self.options.base_url.clone() };
        let (mut corpus, found, ground) = link::link_and_keep(&collection, &Captures::under(&self.root), &links);
        diagnostics.extend(found);
        let of_severity = |severity| diagnostics.iter().filter(move |one| one.severity() == severity);
        let warnings = of_severity(Severity::Warning).count();
        let errors: Vec<Diagnostic> = of_severity(Severity::Error).cloned().collect();
        let good = errors.is_empty();
        if !good && self.has_good_site {
            return self.built(None, errors, warnings, None);
        }
        let compared = compare::Kept::of(&corpus, compare::Options { strict: self.options.strict });
        let (renderer, language) = match self.theme(&corpus) {
            Ok(theme) => theme,
            Err(problems) => return self.built(None, errors.into_iter().chain(problems).collect(), warnings, None),
        };
        privacy::mask(&mut corpus);
        let live = Live::start(Parts {
            corpus,
            compared,
            language,
            renderer,
            options: self.options.of_pages(),
            notes: Notes::new(self.places.clone(), Arc::clone(&self.english), &diagnostics),
            places: self.places.clone(),
            made: Arc::clone(&self.made),
            searched: Arc::clone(&self.searched),
        });
        let live = match live {
            Ok(live) => Arc::new(live),
            Err(problem) => return self.built(None, errors, warnings, Some(problem)),
        };
        if good {
            self.has_good_site = true;
            self.kept = Some(Kept::new(Arc::clone(&live), collection, ground, &diagnostics));
        }
        self.built(Some(live), errors, warnings, None)
    }

    /// Takes saved articles into the site that is shown, where that is all there is to do.
    fn build_articles(&mut self, mut kept: Kept, changes: &Changes) -> Result<Built, NotAll> {
        if !changes.added.is_empty() || !changes.removed.is_empty() {
            return Err(NotAll);
        }
        for path in &changes.changed {
            let at = *kept.articles.get(path).ok_or(NotAll)?;
            kept.waiting.insert(at, read::article_again(&self.root, &kept.collection.articles[at]));
        }
        let mut errors = Vec::new();
        let mut linked = Vec::new();
        for (&at, (file, problems)) in &kept.waiting {
            let again = kept.ground.again(file);
            let all: Vec<Diagnostic> = problems.iter().chain(again.diagnostics()).cloned().collect();
            errors.extend(all.iter().filter(|one| one.severity() == Severity::Error).cloned());
            linked.push(Saved { position: at, again, diagnostics: all });
        }
        if !errors.is_empty() {
            let warnings = kept.warnings();
            self.kept = Some(kept);
            return Ok(self.built(None, errors, warnings, None));
        }
        if !kept.take_in(linked) {
            return Err(NotAll);
        }
        let (live, warnings) = (Arc::clone(&kept.live), kept.warnings());
        self.kept = Some(kept);
        Ok(self.built(Some(live), errors, warnings, None))
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

/// More than the articles would change: everything must be built.
struct NotAll;

/// An article as it was saved, linked.
struct Saved {
    position: usize,
    again: Again,
    diagnostics: Vec<Diagnostic>,
}

impl Kept {
    fn new(live: Arc<Live>, collection: Collection, ground: Ground, diagnostics: &[Diagnostic]) -> Self {
        let articles = collection.articles.iter().enumerate().map(|(at, file)| (file.path.clone(), at)).collect();
        let (mut warnings, mut about_languages) = (HashMap::new(), 0);
        for diagnostic in diagnostics.iter().filter(|one| one.severity() == Severity::Warning) {
            match diagnostic.code {
                Code::NotVerified => about_languages += 1,
                _ => *warnings.entry(diagnostic.place.path.clone()).or_default() += 1,
            }
        }
        Self {
            live,
            collection,
            ground: Arc::new(ground),
            articles,
            waiting: BTreeMap::new(),
            warnings,
            about_languages,
        }
    }

    fn warnings(&self) -> usize {
        self.warnings.values().sum::<usize>() + self.about_languages
    }

    /// Puts the articles in their places and compares what they touch. False: that would not be all, or it failed, and
    /// everything must be built.
    fn take_in(&mut self, saved: Vec<Saved>) -> bool {
        let files: Vec<_> = saved
            .iter()
            .map(|one| {
                let before = self.collection.articles[one.position].clone();
                let now = self.waiting.get(&one.position).map(|(file, _)| file.clone()).unwrap_or_default();
                (before, now)
            })
            .collect();
        for one in &saved {
            let path = &self.collection.articles[one.position].path;
            let count = one.diagnostics.iter().filter(|one| one.severity() == Severity::Warning).count();
            self.warnings.insert(path.clone(), count);
        }
        let ground = Arc::clone(&self.ground);
        let (sender, taken) = std::sync::mpsc::channel();
        let changed = self.live.change(move |parts| {
            let places: Option<Vec<ArticleRef>> = saved
                .iter()
                .zip(&files)
                .map(|(one, (before, now))| ground.place(&parts.corpus, before, now, &one.again))
                .collect();
            // Nobody listens any more only where the build itself has ended.
            let _ = sender.send(places.is_some());
            if let Some(places) = places {
                put(parts, saved, &places);
            }
        });
        let taken = changed.is_some() && taken.recv().unwrap_or(false);
        if taken {
            for (at, (file, _)) in std::mem::take(&mut self.waiting) {
                self.collection.articles[at] = file;
            }
        }
        taken
    }
}

fn put(parts: &mut Parts, saved: Vec<Saved>, places: &[ArticleRef]) {
    let (mut questions, mut events) = (BTreeSet::<QuestionRef>::new(), BTreeSet::<EventRef>::new());
    for (one, &at) in saved.into_iter().zip(places) {
        let path = parts.corpus[at].path.clone();
        one.again.put(&mut parts.corpus, at);
        let article = &parts.corpus[at];
        questions.extend(parts.corpus.claims[article.claims.clone()].iter().map(|claim| claim.question));
        events.extend(parts.corpus.accounts[article.accounts.clone()].iter().map(|account| account.event));
        parts.notes.replace(&path, one.diagnostics);
    }
    parts.compared.again(&parts.corpus, &questions, &events);
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    struct Folder {
        kept: tempfile::TempDir,
        builder: Builder,
    }

    const A: &str = "content/articles/a.md";
    const FILES: [(&str, &str); 4] = [
        ("crosscheck.yaml", "title: Flood\nbase_url: /\n"),
        ("content/questions/dead.md", "---\nquestion: How many people died?\nkind: count\nunit: people\n---\n"),
        (
            A,
            "---\ntitle: A\nclaims:\n  - {question: dead, value: 12 people, quote: killed 12 people}\n---\nIt killed 12 people. It hit 13 people.\n",
        ),
        (
            "content/articles/b.md",
            "---\ntitle: B\nclaims:\n  - {question: dead, value: 12 people, quote: 12 people died}\n---\nAs many as 12 people died. No, 12 people died.\n",
        ),
    ];

    impl Folder {
        fn new() -> Self {
            let kept = tempfile::tempdir().unwrap();
            let builder = Builder::new(kept.path(), pipeline::Options::default(), Editor::default());
            let mut folder = Self { kept, builder };
            for (path, text) in FILES {
                folder.put(path, &text.replace("No, 12 people died.", ""));
            }
            folder
        }

        fn put(&mut self, path: &str, text: &str) {
            let place = self.kept.path().join(path);
            fs::create_dir_all(place.parent().unwrap()).unwrap();
            fs::write(place, text).unwrap();
        }

        fn start(&mut self) -> Arc<dyn Site> {
            let built = self.builder.build(&Changes::default());
            assert!(built.errors.is_empty(), "{:?}", built.errors);
            built.site.unwrap()
        }

        fn save(&mut self, path: &str, text: &str) -> Built {
            self.put(path, text);
            self.builder.build(&Changes { changed: vec![path.into()], ..Changes::default() })
        }

        /// Everything, built by somebody who has seen nothing before.
        fn fresh(&self) -> Arc<dyn Site> {
            let mut fresh = Builder::new(self.kept.path(), pipeline::Options::default(), Editor::default());
            fresh.build(&Changes::default()).site.unwrap()
        }
    }

    #[track_caller]
    fn assert_same(site: &dyn Site, fresh: &dyn Site) {
        for path in [
            "index.html",
            "articles/a/index.html",
            "articles/b/index.html",
            "claims/dead/index.html",
            "data/findings.json",
            // With a hash of all other files of the index.
            "search/index.json",
        ] {
            assert_eq!(site.file(path), fresh.file(path), "{path}");
            assert!(site.file(path).is_some_and(|file| file.is_ok()), "{path}");
        }
    }

    #[test]
    fn a_saved_article_is_taken_into_the_site_that_is_there() {
        let mut folder = Folder::new();
        let site = folder.start();
        // So that a search index is remembered.
        assert!(site.has("search/index.json"));
        let text = FILES[2].1.replace("12 people, quote: killed 12 people", "13 people, quote: hit 13 people");
        let saved = folder.save(A, &text).site.unwrap();
        assert!(Arc::ptr_eq(&site, &saved));
        assert_same(&*site, &*folder.fresh());
    }

    #[test]
    fn a_claim_that_is_new_means_building_everything() {
        let mut folder = Folder::new();
        let site = folder.start();
        let text = FILES[2]
            .1
            .replace("---\nIt", "  - {question: dead, id: more, value: 13 people, quote: hit 13 people}\n---\nIt");
        let saved = folder.save(A, &text).site.unwrap();
        assert!(!Arc::ptr_eq(&site, &saved));
        assert_same(&*saved, &*folder.fresh());
    }

    #[test]
    fn an_article_with_an_error_waits_until_it_is_mended() {
        let mut folder = Folder::new();
        let site = folder.start();
        let before = site.file("articles/a/index.html");
        let built = folder.save(A, &FILES[2].1.replace("killed 12 people}", "drowned 12 people}"));
        assert!(built.site.is_none());
        assert_eq!(built.errors[0].problem.code, Code::QuoteNotFound);
        let built = folder.save("content/articles/b.md", "---\ntitle: [\n");
        assert!(built.site.is_none());
        assert!(built.errors.iter().any(|one| one.spot.path == A) && built.errors.len() > 1);
        assert_eq!(site.file("articles/a/index.html"), before);
        folder.save(A, FILES[2].1);
        let mended = folder.save(
            "content/articles/b.md",
            &FILES[3].1.replace("title: B", "title: Mended").replace("No, 12 people died.", ""),
        );
        assert!(Arc::ptr_eq(&site, &mended.site.unwrap()));
        assert_same(&*site, &*folder.fresh());
    }

    #[test]
    fn another_file_than_an_article_means_building_everything() {
        let mut folder = Folder::new();
        let site = folder.start();
        let saved = folder.save("crosscheck.yaml", "title: Another\nbase_url: /\n").site.unwrap();
        assert!(!Arc::ptr_eq(&site, &saved));
        assert_same(&*saved, &*folder.fresh());
    }
}
