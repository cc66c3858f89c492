//! One article linked again, against everything else as it was linked: what a preview does after a save.
//!
//! It is only offered where it cannot change anything but the article: its statements keep their ids, what they are about
//! and their number; no other article leans on it, and it leans on none; no ruling is about its claims. Everything else
//! is for [`link`](super::link) to do again. What is given is what linking everything again would give.

use std::collections::HashSet;

use super::index::{Index, keys};
use super::{Captures, Linker, Options, article::Linked};
use crate::diagnostics::Diagnostic;
use crate::model::{Account, ArticleRef, Attribution, Claim, Corpus, Entity, Question, QuestionRef, Site, Source, Via};
use crate::read::fields::ArticleFields;
use crate::read::{Collection, File};

/// What articles were linked against.
pub struct Ground {
    pub(super) options: Options,
    pub(super) captures: Captures,
    pub(super) site: Site,
    pub(super) index: Index,
    pub(super) entities: Vec<Entity>,
    pub(super) sources: Vec<Source>,
    pub(super) questions: Vec<Question>,
    /// Articles that others took something from, or correct.
    leaned_on: HashSet<ArticleRef>,
    /// Questions with an editor's verdicts.
    ruled: HashSet<QuestionRef>,
}

/// An article that was linked again, with what is wrong in it.
pub struct Again {
    linked: Linked,
}

impl Ground {
    pub(super) fn new<A>(
        collection: &Collection<A>,
        (options, captures): (&Options, &Captures),
        site: Site,
        index: Index,
        (entities, sources, questions): (Vec<Entity>, Vec<Source>, Vec<Question>),
    ) -> Self {
        let ruled = collection.questions.iter().enumerate().filter(|(_, file)| !file.fields.rulings.is_empty());
        Self {
            options: options.clone(),
            captures: captures.clone(),
            site,
            index,
            entities,
            sources,
            questions,
            leaned_on: HashSet::new(),
            ruled: ruled.map(|(at, _)| QuestionRef(at)).collect(),
        }
    }

    pub(super) fn linker(&self) -> Linker<'_> {
        Linker {
            options: &self.options,
            captures: &self.captures,
            site: &self.site,
            index: &self.index,
            entities: &self.entities,
            sources: &self.sources,
            questions: &self.questions,
        }
    }

    /// Notes who leans on whom, once everything is linked.
    pub(super) fn see(&mut self, corpus: &Corpus) {
        self.leaned_on = leaned_on(corpus);
    }

    /// Links a file again.
    pub fn again(&self, file: &File<ArticleFields>) -> Again {
        Again { linked: self.linker().article(file.clone()) }
    }

    /// The article of the corpus that this one can take the place of; `None` where that would not be all.
    pub fn place(
        &self,
        corpus: &Corpus,
        before: &File<ArticleFields>,
        now: &File<ArticleFields>,
        again: &Again,
    ) -> Option<ArticleRef> {
        let linked = &again.linked;
        let at = *self.index.articles.get(&now.id)?;
        let old = corpus.articles.get(at.0)?;
        let accounts = corpus.accounts.get(old.accounts.clone())?;
        let claims = corpus.claims.get(old.claims.clone())?;
        let same_keys = keys(&before.fields) == keys(&now.fields);
        let same_accounts = accounts.len() == linked.accounts.len()
            && accounts.iter().zip(&linked.accounts).all(|(a, b)| (&a.id, a.event) == (&b.id, b.event));
        let same_claims = claims.len() == linked.claims.len()
            && claims.iter().zip(&linked.claims).all(|(a, b)| (&a.id, a.question) == (&b.id, b.question));
        let stands_alone = !self.leaned_on.contains(&at)
            && !accounts.iter().chain(&linked.accounts).any(|account| leans(&account.attribution).is_some())
            && !claims.iter().chain(&linked.claims).any(claim_leans);
        let unruled = !claims.iter().any(|claim| self.ruled.contains(&claim.question));
        let public = !self.entities.iter().any(|entity| entity.private);
        let is_all = linked.included
            && old.path == linked.article.path
            && old.lang == linked.article.lang
            && same_keys
            && same_accounts
            && same_claims
            && stands_alone
            && unruled
            && public;
        is_all.then_some(at)
    }
}

impl Again {
    /// All that is wrong in the article.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.linked.diagnostics
    }

    /// Puts it in the place that [`Ground::place`] gave.
    pub fn put(self, corpus: &mut Corpus, at: ArticleRef) {
        let Linked { mut article, markdown, accounts, claims, .. } = self.linked;
        let Some(old) = corpus.articles.get_mut(at.0) else { return };
        article.accounts = old.accounts.clone();
        article.claims = old.claims.clone();
        if let Some(place) = corpus.accounts.get_mut(article.accounts.clone()) {
            place.iter_mut().zip(accounts).for_each(|(old, new): (&mut Account, _)| *old = new);
        }
        if let Some(place) = corpus.claims.get_mut(article.claims.clone()) {
            place.iter_mut().zip(claims).for_each(|(old, new): (&mut Claim, _)| *old = new);
        }
        *old = article;
        corpus.texts.put(at, markdown);
    }
}

fn leaned_on(corpus: &Corpus) -> HashSet<ArticleRef> {
    let accounts = corpus.accounts.iter().filter_map(|account| leans(&account.attribution));
    let claims = corpus.claims.iter().flat_map(|claim| {
        let others = [claim.revises, claim.superseded_by].into_iter().flatten().map(Via::Claim);
        leans(&claim.attribution).cloned().into_iter().chain(others).collect::<Vec<_>>()
    });
    let article = |via: Via| match via {
        Via::Article(at) => Some(at),
        Via::Claim(at) => corpus.claims.get(at.0).map(|claim| claim.article),
        Via::Party(_) => None,
    };
    accounts.cloned().chain(claims).filter_map(article).collect()
}

fn claim_leans(claim: &Claim) -> bool {
    claim.revises.is_some() || claim.superseded || leans(&claim.attribution).is_some()
}

/// The article or claim that something was taken from.
fn leans(attribution: &Attribution) -> Option<&Via> {
    attribution.via.as_ref().filter(|via| !matches!(via, Via::Party(_)))
}
