//! Stage 2: ids resolved, values and dates read, quotes anchored → the [`Corpus`].
//!
//! In: the [`Collection`] as read, and the captures. Out: everything cross-referenced and immutable, and all that is
//! wrong with it. Articles are linked in parallel, each by itself; what they refer to was numbered before
//! ([`index`]). Nothing is guessed: a name that two entities share, a quote that is found twice, an id that nothing
//! has, each is reported and left out.

mod account;
mod again;
mod article;
mod attribution;
mod capture;
mod claim;
mod cycle;
mod entity;
mod event;
mod index;
mod names;
mod nearest;
mod normal;
mod older;
mod page;
mod question;
mod quotes;
mod report;
mod site;
mod slips;
mod source;
mod verify;

use std::borrow::Cow;

use rayon::prelude::*;

pub use again::{Again, Ground};
pub use capture::Captures;

use crate::cache::{Key, Store};
use crate::diagnostics::{Code, Diagnostic, Field};
use crate::model::{AccountRef, ArticleRef, ClaimRef, Corpus, Entity, Question, QuestionRef, Site, Source, Texts, Via};
use crate::read::{self, Collection, Fields, File};
use index::Index;
use report::Report;

/// What the command line decides.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Keep drafts.
    pub drafts: bool,
    /// Where the site will be published, instead of what the settings say.
    pub base_url: Option<String>,
}

/// What articles are linked against: everything else, already linked.
struct Linker<'a> {
    options: &'a Options,
    captures: &'a Captures,
    site: &'a Site,
    index: &'a Index,
    entities: &'a [Entity],
    sources: &'a [Source],
    questions: &'a [Question],
}

/// Links a collection, of which nothing is kept: texts stay in their files, and what was read of an article makes room for
/// what it is linked to. The corpus is as complete as the diagnostics allow; with an error among them it is not to be published.
pub fn link<A: Fields>(collection: Collection<A>, captures: &Captures, options: &Options) -> (Corpus, Vec<Diagnostic>) {
    link_with(collection, captures, options, None)
}

/// The same with articles that a former run linked, as long as they and all that they were linked against are what they
/// were.
pub fn link_with<A: Fields>(
    collection: Collection<A>,
    captures: &Captures,
    options: &Options,
    known: Option<Known<'_>>,
) -> (Corpus, Vec<Diagnostic>) {
    let (corpus, diagnostics, _) = link_all(Cow::Owned(collection), captures, options, known);
    (corpus, diagnostics)
}

/// Articles that a former run linked.
pub struct Known<'a> {
    /// Where they are kept.
    pub store: &'a Store,
    /// A hash of everything but articles, the options included.
    pub beside_articles: [u8; 32],
}

impl Known<'_> {
    /// By what an article that was linked against this is known.
    fn key<A: Fields>(&self, ground: &Ground, file: &File<A>) -> Option<Key> {
        // What could not be read is nothing that could be known again.
        if file.hash == [0; 32] {
            return None;
        }
        let capture = file.fields.capture().map_or(Some([0; 32]), |capture| ground.captures.hash(capture))?;
        let mut key = blake3::Hasher::new();
        key.update(&self.beside_articles).update(&ground.index.print).update(&file.hash).update(&capture);
        Some(*key.update(file.path.as_bytes()).finalize().as_bytes())
    }
}

/// The same for a collection that is still needed, with what is needed to link a single article again.
pub fn link_and_keep(
    collection: &Collection,
    captures: &Captures,
    options: &Options,
) -> (Corpus, Vec<Diagnostic>, Ground) {
    link_all(Cow::Borrowed(collection), captures, options, None)
}

/// So many articles are linked side by side before the corpus takes them in: what is neither in the collection nor in the
/// corpus is little.
const AT_A_TIME: usize = 1024;

fn link_all<A: Fields>(
    mut collection: Cow<'_, Collection<A>>,
    captures: &Captures,
    options: &Options,
    known: Option<Known<'_>>,
) -> (Corpus, Vec<Diagnostic>, Ground) {
    let mut diagnostics = Vec::new();
    let (site, found) = site::site(&collection.settings, options.base_url.as_deref());
    diagnostics.extend(found);
    let entities = all(&collection.entities, entity::entity, &mut diagnostics);
    let sources = all(&collection.sources, source::source, &mut diagnostics);
    let questions = all(&collection.questions, |file| question::question(file, &site), &mut diagnostics);
    let index = Index::new(&collection, &entities, options);
    let mut ground = Ground::new(&collection, (options, captures), site, index, (entities, sources, questions));
    let linker = ground.linker();
    linker.check_language(&collection, &mut diagnostics);

    diagnostics.extend(ground.index.aliases(&collection));
    diagnostics.extend(page::taken(&collection.pages));
    let texts_in = collection.texts_in.clone();
    let texts = texts_in.as_deref().map_or_else(Texts::default, Texts::in_files);
    let mut corpus = Corpus { pages: collection.pages.iter().map(page::page).collect(), texts, ..Corpus::default() };
    corpus.articles.reserve_exact(collection.articles.len());
    corpus.accounts.reserve_exact(ground.index.written.0);
    corpus.claims.reserve_exact(ground.index.written.1);
    let mut take_in = |linked: Vec<article::Linked>| {
        linked.into_iter().for_each(|one| diagnostics.extend(one.put_into(&mut corpus)));
    };
    let known = known.filter(|known| known.store.keeps());
    let link_one = |file: File<A>| {
        let key = known.as_ref().and_then(|known| Some((known.store, known.key(&ground, &file)?)));
        if let Some(linked) = key.as_ref().and_then(|(store, key)| store.get(key)) {
            return linked;
        }
        let mut file = file.with(Fields::unpack);
        let body = texts_in.as_deref().map(|root| read::body_again(root, &file));
        let mut changed = None;
        match body {
            Some(Ok(body)) => file.body = body,
            Some(Err(problem)) => changed = Some(*problem),
            None => {}
        }
        let mut linked = linker.article(file);
        // Without its text everything else that could be said of it is wrong.
        if let Some(problem) = changed {
            linked.diagnostics = vec![problem];
        } else if let Some((store, key)) = key {
            store.keep(key, &linked);
        }
        linked
    };
    match &mut collection {
        // From here on there are no articles but those of the corpus.
        Cow::Owned(own) => {
            let mut files = std::mem::take(&mut own.articles).into_iter();
            while files.len() > 0 {
                let some: Vec<_> = files.by_ref().take(AT_A_TIME).collect();
                take_in(some.into_par_iter().map(link_one).collect());
            }
        }
        Cow::Borrowed(kept) => {
            for some in kept.articles.chunks(AT_A_TIME) {
                take_in(some.par_iter().map(|file| link_one(file.clone())).collect());
            }
        }
    }
    diagnostics.extend(verify::unverified(&corpus.articles));
    diagnostics.extend(break_chains(&mut corpus));

    let event_files: std::collections::HashMap<&str, _> =
        collection.events.iter().map(|file| (file.id.as_str(), file)).collect();
    for id in &ground.index.event_ids {
        let (event, found) = linker.event(id, event_files.get(id.as_str()).copied());
        diagnostics.extend(found);
        corpus.events.push(event);
    }
    let path_of = |id: &str| event_files.get(id).map(|file| file.path.clone()).unwrap_or_default();
    diagnostics.extend(event::break_cycles(&mut corpus.events, &path_of));
    for (at, account) in corpus.accounts.iter().enumerate() {
        corpus.events[account.event.0].accounts.push(AccountRef(at));
    }

    let (within, found) = linker.within(&collection.entities);
    diagnostics.extend(found);
    let mut rulings = Vec::new();
    for (at, file) in collection.questions.iter().enumerate() {
        let (ruled, found) = linker.rulings(file, QuestionRef(at), &corpus.claims);
        diagnostics.extend(found);
        rulings.push(ruled);
    }
    let countries: Vec<_> = ground.sources.iter().map(|source| linker.country(source)).collect();
    let (mut sources, mut questions) = (ground.sources.clone(), ground.questions.clone());
    for (source, country) in sources.iter_mut().zip(countries) {
        source.country_entity = country;
    }
    for (question, rulings) in questions.iter_mut().zip(rulings) {
        question.rulings = rulings;
    }
    for (at, claim) in corpus.claims.iter().enumerate() {
        questions[claim.question.0].claims.push(ClaimRef(at));
    }
    corpus.entities = within;
    corpus.sources = sources;
    corpus.questions = questions;
    corpus.site = ground.site.clone();
    ground.see(&corpus);
    (corpus, diagnostics, ground)
}

/// Links the files of one kind, each by itself.
fn all<F: Sync, R: Send>(
    files: &[F],
    one: impl Fn(&F) -> (R, Vec<Diagnostic>) + Send + Sync,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<R> {
    let linked: Vec<(R, Vec<Diagnostic>)> = files.par_iter().map(one).collect();
    let mut records = Vec::with_capacity(linked.len());
    for (record, found) in linked {
        records.push(record);
        diagnostics.extend(found);
    }
    records
}

impl Linker<'_> {
    /// A BCP 47 tag, or the site's where there is none or it cannot be read.
    fn language(&self, written: Option<&str>, field: &Field, report: &mut Report<'_>) -> String {
        let Some(written) = written else { return self.site.language.clone() };
        match icu_locale_core::Locale::try_from_str(written) {
            Ok(locale) => locale.to_string(),
            Err(_) => {
                let message = format!("`{written}` is not a language");
                report.field(Code::BadType, field, message, Some("write a language tag: en, uk, az, pt-BR".into()));
                self.site.language.clone()
            }
        }
    }

    fn check_language<A>(&self, collection: &Collection<A>, diagnostics: &mut Vec<Diagnostic>) {
        let mut report = Report::new(&collection.settings.path);
        self.language(collection.settings.fields.language.as_deref(), &Field::key("language"), &mut report);
        diagnostics.extend(report.into_diagnostics());
    }

    fn country(&self, source: &Source) -> Option<crate::model::EntityRef> {
        let country = source.country.as_deref()?;
        match self.index.entities.get(country) {
            Some(&entity) => Some(entity),
            None => match self.index.names.meaning(country) {
                names::Meaning::One(entity) => Some(entity),
                _ => None,
            },
        }
    }
}

/// Claims that correct each other, or were taken from each other, in a circle: reported, and the links cut.
fn break_chains(corpus: &mut Corpus) -> Vec<Diagnostic> {
    let next = |corpus: &Corpus, at: usize, field: &str| match field {
        "revises" => corpus.claims[at].revises.map(|to| to.0),
        "superseded_by" => corpus.claims[at].superseded_by.map(|to| to.0),
        _ => match corpus.claims[at].attribution.via {
            Some(Via::Claim(to)) => Some(to.0),
            _ => None,
        },
    };
    let mut diagnostics = Vec::new();
    for name in ["revises", "superseded_by", "via"] {
        let links: Vec<Option<usize>> = (0..corpus.claims.len()).map(|at| next(corpus, at, name)).collect();
        for at in cycle::members(&links) {
            let ArticleRef(article) = corpus.claims[at].article;
            let claim = &mut corpus.claims[at];
            match name {
                "revises" => claim.revises = None,
                "superseded_by" => claim.superseded_by = None,
                _ => claim.attribution.via = None,
            }
            let mut report = Report::new(&corpus.articles[article].path);
            let message = format!("`{}` leads back to itself, through `{name}`", claim.id);
            let field = Field::key("claims").item(claim.position).then(name);
            report.field(Code::Cycle, &field, message, Some("let the chain end at the first who said it".into()));
            diagnostics.extend(report.into_diagnostics());
        }
    }
    diagnostics
}

#[cfg(test)]
mod tests {
    use std::{
        fs,
        path::{Path, PathBuf},
    };

    use super::*;
    use crate::cache::Cache;

    /// Linked with what the store has.
    fn linked(root: &Path, cache: &Cache) -> (String, usize) {
        let store = Store::of_linked(cache, root);
        let (collection, _) = read::read_packed(root, &Store::nothing(), None);
        let known = Known { store: &store, beside_articles: [0; 32] };
        let (corpus, diagnostics) = link_with(collection, &Captures::under(root), &Options::default(), Some(known));
        let new = store.news();
        store.save();
        (format!("{corpus:#?} {diagnostics:#?}"), new)
    }

    #[test]
    fn what_was_kept_is_what_is_linked() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::at(folder.path().join("cache")).unwrap();
        for root in ["", "tests/corpora/quake"] {
            let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(root);
            let (first, new) = linked(&root, &cache);
            assert!(new > 4);
            assert!((first, 0) == linked(&root, &cache), "{}", root.display());
        }
    }

    #[test]
    fn an_article_is_linked_again_where_anything_that_it_looks_at_changed() {
        let root = tempfile::tempdir().unwrap();
        let cache = Cache::at(root.path().join("cache")).unwrap();
        let write = |path: &str, text: &str| {
            let path: PathBuf = root.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        let flood = "events:\n- {event: flood, quote: The river rose}\n";
        write("crosscheck.yaml", "title: Flood\n");
        write("seeds/a.txt", "The river rose.\n");
        write("content/articles/a.md", &format!("---\ntitle: A\ncapture: seeds/a.txt\n{flood}---\nThe river rose.\n"));
        write("content/articles/b.md", &format!("---\ntitle: B\n{flood}---\nThe river rose.\n"));
        let again = || linked(root.path(), &cache);
        assert_eq!((again().1, again().1), (2, 0));
        // A capture is one article's own; an id is everybody's; a text is nobody's but the article's.
        write("seeds/a.txt", "The river fell.\n");
        let (said, new) = again();
        assert_eq!((said.contains("NotInCapture"), new), (true, 1));
        write("content/articles/c.md", "---\ntitle: C\n---\n");
        assert_eq!(again().1, 3);
        write("content/articles/c.md", "---\ntitle: C\n---\nIt rained.\n");
        assert_eq!(again().1, 1);
        // The same word as another's id is another thing: events are numbered by their ids.
        write("content/articles/c.md", "---\ntitle: C\naliases: [drought]\n---\n");
        assert_eq!(again().1, 3);
        write("content/articles/c.md", "---\ntitle: C\nevents: [{event: drought}]\n---\n");
        assert_eq!(again().1, 3);
        // What cannot be read is not known again.
        fs::remove_file(root.path().join("seeds/a.txt")).unwrap();
        assert_eq!((again().1, again().1), (0, 0));
        assert!(again().0.contains("NoCapture"));
    }
}
