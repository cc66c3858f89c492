//! What was corrected: by publishers, by the editors, and by those who made a claim. A withdrawn article is not here: but
//! for the notice at its own address, the site has forgotten it.

use serde::Serialize;

use super::address::{self, Here};
use super::article::CorrectionView;
use super::edition::Edition;
use super::parts::{ArticleLink, Named};
use super::question::named;
use super::split::{Pager, share};
use crate::model::{ArticleRef, ClaimRef, Date};

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CorrectionsView {
    /// Corrected articles, the latest correction first.
    pub corrected: Vec<Corrected>,
    /// Claims that their claimant corrected.
    pub superseded: Vec<Superseded>,
    /// The other pages of the list.
    pub pager: Option<Pager>,
}

/// Everything that was corrected.
#[derive(Clone, Debug, Default)]
pub struct Corrections {
    /// Articles, the latest correction first.
    pub articles: Vec<ArticleRef>,
    /// Claims that their claimant corrected.
    pub claims: Vec<ClaimRef>,
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

/// All of them.
pub fn all(edition: &Edition<'_>) -> Corrections {
    let corpus = edition.corpus;
    let latest = |at: &ArticleRef| {
        corpus[*at].corrections.iter().filter_map(|correction| correction.on.as_ref().map(Date::sort_key)).max()
    };
    let mut articles: Vec<ArticleRef> = edition.articles().filter(|&at| !corpus[at].corrections.is_empty()).collect();
    articles.sort_by_cached_key(|at| std::cmp::Reverse(latest(at)));
    let claims = (0..corpus.claims.len()).map(ClaimRef).filter(|&at| {
        let claim = &corpus[at];
        claim.superseded && edition.is_live(claim.article, &claim.attribution)
    });
    Corrections { articles, claims: claims.collect() }
}

/// The view of a page of them.
pub fn view(edition: &Edition<'_>, here: &Here, page: usize) -> CorrectionsView {
    let corpus = edition.corpus;
    let order = edition.order();
    let corrected = share(&order.corrections.articles, corpus.site.page_size, page);
    let superseded = share(&order.corrections.claims, corpus.site.page_size, page);
    CorrectionsView {
        corrected: corrected
            .iter()
            .map(|&at| Corrected {
                article: edition.article_link(here, at),
                corrections: edition.corrections(&corpus[at]),
            })
            .collect(),
        superseded: superseded
            .iter()
            .map(|&at| {
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
        pager: order.correction_pages.pager(here, page),
    }
}
