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
    let (corpus, diagnostics, _) = link_all(Cow::Owned(collection), captures, options);
    (corpus, diagnostics)
}

/// The same for a collection that is still needed, with what is needed to link a single article again.
pub fn link_and_keep(
    collection: &Collection,
    captures: &Captures,
    options: &Options,
) -> (Corpus, Vec<Diagnostic>, Ground) {
    link_all(Cow::Borrowed(collection), captures, options)
}

/// So many articles are linked side by side before the corpus takes them in: what is neither in the collection nor in the
/// corpus is little.
const AT_A_TIME: usize = 1024;

fn link_all<A: Fields>(
    mut collection: Cow<'_, Collection<A>>,
    captures: &Captures,
    options: &Options,
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
    let link_one = |file: File<A>| {
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
