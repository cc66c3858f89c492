//! When a page last changed, as far as the content says.
//!
//! Search engines trust a site's dates for as long as they are true. So only what editors dated counts: when an article
//! entered the collection, when it was corrected. The date on which somebody else published an article is no change of
//! this site, and a page about which nothing is dated has no date.

use chrono::NaiveDate;

use super::{About, Edition, Page};
use crate::model::{Article, ArticleRef, Date, Precision};

/// The day of the last dated change to what the page shows; `None` where there is none.
pub fn changed(edition: &Edition<'_>, page: &Page) -> Option<NaiveDate> {
    let corpus = edition.corpus;
    let of_articles = |articles: &mut dyn Iterator<Item = ArticleRef>| {
        let shown = articles.map(|at| &corpus[at]).filter(|article| edition.is_shown(article));
        shown.filter_map(article).max()
    };
    match page.about {
        About::Home
        | About::Timeline(_)
        | About::Claims(_)
        | About::AllClaims(_)
        | About::Articles(_)
        | About::Sources(_)
        | About::Corrections(_) => edition.changed(),
        About::Article(at) => article(&corpus[at]),
        About::Event(at, _) => {
            let accounts = edition.accounts(&corpus[at]);
            of_articles(&mut accounts.into_iter().map(|account| corpus[account].article))
        }
        About::Question(at, _) => of_articles(&mut edition.live_claims(at).map(|claim| corpus[claim].article)),
        About::Source(at, _) => of_articles(&mut edition.articles_of(at).iter().copied()),
        About::Entity(at, _) => {
            let events = edition.events_of(at).iter().flat_map(|&event| edition.accounts(&corpus[event]));
            let claims = edition.claims_by(at).iter().chain(edition.claims_about(at));
            of_articles(
                &mut events.map(|account| corpus[account].article).chain(claims.map(|&claim| corpus[claim].article)),
            )
        }
        About::Entities(_)
        | About::Method
        | About::Data
        | About::Search
        | About::Letter(_)
        | About::Editor(_)
        | About::NotFound
        | About::Moved(_) => None,
    }
}

/// The day of the last dated change to anything that is shown.
pub fn last(edition: &Edition<'_>) -> Option<NaiveDate> {
    edition.articles().filter_map(|at| article(&edition.corpus[at])).max()
}

fn article(article: &Article) -> Option<NaiveDate> {
    // `added` falls back to the day of publication, which is not a day on which this site changed.
    let is_own = article.retrieved.is_some() || article.added != article.published;
    let added = article.added.as_ref().filter(|_| is_own);
    let corrected = article.corrections.iter().filter_map(|correction| correction.on.as_ref());
    let withdrawn = article.withdrawn.as_ref().and_then(|withdrawal| withdrawal.on.as_ref());
    corrected.chain(added).chain(withdrawn).filter_map(day).max()
}

/// The day, where a date is one and nothing about it is in doubt.
fn day(date: &Date) -> Option<NaiveDate> {
    let exact = matches!(date.precision(), Some(Precision::Day | Precision::Minute));
    (exact && !date.approximate && !date.uncertain && !date.soft).then(|| date.first_day())?
}
