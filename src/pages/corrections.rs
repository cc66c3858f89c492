//! What was corrected: by publishers, by the editors, and by those who made a claim. A withdrawn article is not here: but
//! for the notice at its own address, the site has forgotten it.

use serde::Serialize;

use super::address::{self, Here};
use super::article::CorrectionView;
use super::edition::Edition;
use super::parts::{ArticleLink, Named};
use super::question::named;
use crate::model::{Article, ClaimRef, Date};

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CorrectionsView {
    /// Corrected articles, the latest correction first.
    pub corrected: Vec<Corrected>,
    /// Claims that their claimant corrected.
    pub superseded: Vec<Superseded>,
}

/// A corrected article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Corrected {
    /// The article.
    pub article: ArticleLink,
    /// Its corrections.
    pub corrections: Vec<CorrectionView>,
}

/// A claim that was corrected by another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Superseded {
    /// The question.
    pub question: Named,
    /// What was said.
    pub was: Named,
    /// What is said now, where the collection has it.
    pub now: Option<Named>,
    /// The article that said it.
    pub article: ArticleLink,
}

/// The view of the page.
pub fn view(edition: &Edition<'_>, here: &Here) -> CorrectionsView {
    let corpus = edition.corpus;
    let latest = |article: &Article| {
        article.corrections.iter().filter_map(|correction| correction.on.as_ref().map(Date::sort_key)).max()
    };
    let mut corrected: Vec<_> =
        edition.articles().map(|at| (at, &corpus[at])).filter(|(_, article)| !article.corrections.is_empty()).collect();
    corrected.sort_by_cached_key(|(_, article)| std::cmp::Reverse(latest(article)));
    let superseded = (0..corpus.claims.len()).map(ClaimRef).filter(|&at| {
        let claim = &corpus[at];
        claim.superseded && edition.is_live(claim.article, &claim.attribution)
    });
    CorrectionsView {
        corrected: corrected
            .into_iter()
            .map(|(at, article)| Corrected {
                article: edition.article_link(here, at),
                corrections: edition.corrections(article),
            })
            .collect(),
        superseded: superseded
            .map(|at| {
                let claim = &corpus[at];
                let with_link = |at: ClaimRef| Named {
                    href: Some(here.to(address::claim(&corpus[at]))),
                    ..edition.value(here, &corpus[at])
                };
                Superseded {
                    question: named(edition, here, claim.question),
                    was: with_link(at),
                    now: claim.superseded_by.map(with_link),
                    article: edition.article_link(here, claim.article),
                }
            })
            .collect(),
    }
}
