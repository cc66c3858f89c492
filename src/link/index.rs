//! What every id stands for, before anything is linked: the numbers that records will have in the corpus.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Serialize;

use super::Options;
use super::names::Names;
use super::older::{self, Older};
use super::{page, slips};
use crate::diagnostics::Diagnostic;
use crate::model::{ArticleRef, ClaimRef, Entity, EntityRef, EventRef, QuestionRef, SourceRef};
use crate::read::fields::{ArticleFields, Attributed, QuestionFields};
use crate::read::is_id;
use crate::read::{Collection, Fields, File};

/// All ids.
pub(super) struct Index {
    pub(super) articles: HashMap<String, ArticleRef>,
    /// Full id → its claim; `None` where a draft or a withdrawn article keeps it out of the corpus.
    pub(super) claims: HashMap<String, Option<ClaimRef>>,
    pub(super) questions: HashMap<String, QuestionRef>,
    pub(super) events: HashMap<String, EventRef>,
    pub(super) sources: HashMap<String, SourceRef>,
    /// A source's name → the source.
    pub(super) source_names: HashMap<String, SourceRef>,
    pub(super) entities: HashMap<String, EntityRef>,
    pub(super) names: Names,
    /// Event ids in the order of their numbers.
    pub(super) event_ids: Vec<String>,
    /// Event id that only one account has → the known one that it looks like a slip of.
    pub(super) slips: HashMap<String, String>,
    /// Questions of which something was reported and taken out: what their claims seem to lack may have been there.
    pub(super) damaged: HashSet<QuestionRef>,
    pub(super) older_articles: Older,
    /// How many accounts and claims were written: the corpus has no more.
    pub(super) written: (usize, usize),
    /// A hash of all that was taken from articles.
    pub(super) print: [u8; 32],
}

/// Whether an article is in the corpus.
pub(super) fn is_included(article: &ArticleFields, options: &Options) -> bool {
    options.drafts || article.draft != Some(true)
}

/// Whether an article's accounts and claims may be in the corpus: those of a withdrawn article are not.
pub(super) fn speaks(article: &ArticleFields, options: &Options) -> bool {
    is_included(article, options) && article.withdrawn.is_none()
}

/// What an account or a claim is about, its own id, and whether it is a draft.
type Statement<'a> = (Option<&'a str>, Option<&'a str>, Option<bool>);

/// Everything in an article that what others refer to is made from.
#[derive(PartialEq, Eq, Serialize)]
pub(super) struct Keys<'a> {
    draft: Option<bool>,
    is_withdrawn: bool,
    aliases: &'a [String],
    accounts: Vec<Statement<'a>>,
    claims: Vec<Statement<'a>>,
}

/// See [`Keys`].
pub(super) fn keys(fields: &ArticleFields) -> Keys<'_> {
    let accounts = fields.events.iter().map(|one| (one.event.as_deref(), one.attribution().id, one.draft));
    let claims = fields.claims.iter().map(|one| (one.question.as_deref(), one.attribution().id, one.draft));
    Keys {
        draft: fields.draft,
        is_withdrawn: fields.withdrawn.is_some(),
        aliases: &fields.aliases,
        accounts: accounts.collect(),
        claims: claims.collect(),
    }
}

/// The id of an account or a claim within its article.
pub(super) fn local_id<'a>(own: Option<&'a str>, target: Option<&'a str>) -> Option<&'a str> {
    own.or(target)
}

impl Index {
    pub(super) fn new<A: Fields>(collection: &Collection<A>, entities: &[Entity], options: &Options) -> Self {
        let questions = numbers(&collection.questions, QuestionRef);
        let mut articles = HashMap::new();
        let mut older_articles = Older::new(collection.articles.iter().map(|article| article.id.as_str()));
        let mut written = (0, 0);
        let mut claims: HashMap<String, Option<ClaimRef>> = HashMap::new();
        // Event id → how many speak of it; its own file counts as many.
        let mut events: BTreeMap<String, usize> =
            collection.events.iter().map(|event| (event.id.clone(), usize::MAX / 2)).collect();
        let mut next = 0;
        let mut print = blake3::Hasher::new();
        for article in &collection.articles {
            let fields = article.fields.look();
            // Plain data, written to memory: there is nothing that could be refused.
            print.update(&postcard::to_stdvec(&(&article.path, &article.id, keys(&fields))).unwrap_or_default());
            if is_included(&fields, options) {
                articles.insert(article.id.clone(), ArticleRef(articles.len()));
            }
            older_articles.claim(&article.path, &fields.aliases);
            written = (written.0 + fields.events.len(), written.1 + fields.claims.len());
            let speaks = speaks(&fields, options);
            for claim in &fields.claims {
                let known = claim.question.as_deref().is_some_and(|id| questions.contains_key(id));
                let number = (speaks && known && (options.drafts || claim.draft != Some(true))).then(|| {
                    next += 1;
                    ClaimRef(next - 1)
                });
                let shared = claim.attribution();
                if let Some(id) = local_id(shared.id, claim.question.as_deref()) {
                    claims.entry(format!("{}#{id}", article.id)).or_insert(number);
                }
            }
            if speaks {
                let accounts = fields.events.iter().filter(|a| options.drafts || a.draft != Some(true));
                for id in accounts.filter_map(|account| account.event.as_deref()).filter(|id| is_id(id)) {
                    match events.get_mut(id) {
                        Some(times) => *times += 1,
                        None => drop(events.insert(id.to_owned(), 1)),
                    }
                }
            }
        }
        let source_name = |(at, source): (usize, &File<_>)| {
            let fields: &crate::read::fields::SourceFields = &source.fields;
            fields.name.clone().map(|name| (name, SourceRef(at)))
        };
        Self {
            articles,
            claims,
            questions,
            events: events.keys().enumerate().map(|(at, id)| (id.clone(), EventRef(at))).collect(),
            sources: numbers(&collection.sources, SourceRef),
            source_names: collection.sources.iter().enumerate().filter_map(source_name).collect(),
            entities: numbers(&collection.entities, EntityRef),
            names: Names::new(entities),
            slips: slips::slips(&events),
            event_ids: events.into_keys().collect(),
            damaged: damaged(&collection.questions),
            older_articles,
            written,
            print: *print.finalize().as_bytes(),
        }
    }
}

impl Index {
    /// What is wrong with the older ids of everything but articles, which are looked at one by one.
    pub(super) fn aliases<A>(&self, collection: &Collection<A>) -> Vec<Diagnostic> {
        let pages = collection.pages.iter().map(|page| page.id.as_str());
        let mut problems = older::check_beside(pages.chain(page::TAKEN), &collection.pages, |fields| &fields.aliases);
        let events = self.event_ids.iter().map(String::as_str);
        problems.extend(older::check_beside(events, &collection.events, |fields| &fields.aliases));
        problems.extend(older::check(&collection.questions, |fields| &fields.aliases));
        problems.extend(older::check(&collection.sources, |fields| &fields.aliases));
        problems.extend(older::check(&collection.entities, |fields| &fields.aliases));
        problems
    }
}

fn damaged(questions: &[File<QuestionFields>]) -> HashSet<QuestionRef> {
    questions.iter().enumerate().filter(|(_, file)| file.damaged).map(|(at, _)| QuestionRef(at)).collect()
}

fn numbers<F, R>(files: &[File<F>], reference: impl Fn(usize) -> R) -> HashMap<String, R> {
    files.iter().enumerate().map(|(at, file)| (file.id.clone(), reference(at))).collect()
}
