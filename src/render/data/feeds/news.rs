//! What is new, the latest first: found without making a word of it, because of a hundred thousand things that were once
//! new a feed has two hundred.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::{About, MOST, moment};
use crate::model::{AccountRef, ArticleRef, ClaimRef, Class, Finding, Member};
use crate::pages::Edition;

/// Something that is new.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    /// A contradiction, by the position of its finding.
    Difference(usize),
    Claim(ClaimRef),
    Account(AccountRef),
    Article(ArticleRef),
    /// A correction of an article, by its position.
    Correction(ArticleRef, usize),
}

/// Something that is new, and since when.
#[derive(Clone, Copy, Debug)]
pub(super) struct News {
    pub(super) since: DateTime<Utc>,
    pub(super) what: What,
}

/// The latest, in the order in which a feed has them: by time, and at one time by kind and place in the corpus.
pub(super) fn latest(edition: &Edition<'_>, about: About) -> Vec<News> {
    let mut news = match about {
        About::Site => of_site(edition),
        About::Entity(at) => {
            let claims: BTreeSet<ClaimRef> =
                edition.claims_by(at).iter().chain(edition.claims_about(at)).copied().collect();
            let events = edition.events_of(at);
            let of_claims = claims.iter().flat_map(|claim| edition.positions_about_claim(*claim));
            let of_events = events.iter().filter_map(|event| edition.comparison.events.get(event.0));
            let positions: BTreeSet<usize> =
                of_claims.chain(of_events.flat_map(|summary| summary.findings.clone())).collect();
            let accounts = events.iter().flat_map(|event| edition.accounts(&edition.corpus[*event]));
            let mut news: Vec<News> = claims.iter().filter_map(|claim| of_claim(edition, *claim)).collect();
            news.extend(accounts.filter_map(|account| of_account(edition, account)));
            news.extend(positions.into_iter().filter_map(|position| of_finding(edition, position)));
            news
        }
        About::Question(at) => {
            let findings = edition.comparison.questions.get(at.0).map(|summary| summary.findings.clone());
            let mut news: Vec<News> = edition.live_claims(at).filter_map(|claim| of_claim(edition, claim)).collect();
            news.extend(findings.into_iter().flatten().filter_map(|position| of_finding(edition, position)));
            news
        }
    };
    let order = |news: &News| (Reverse(news.since), news.what);
    if news.len() > MOST {
        news.select_nth_unstable_by_key(MOST, order);
        news.truncate(MOST);
    }
    news.sort_unstable_by_key(order);
    news
}

fn of_site(edition: &Edition<'_>) -> Vec<News> {
    let mut news = Vec::new();
    for at in edition.articles() {
        let article = &edition.corpus[at];
        let Some(added) = moment::added(article) else { continue };
        let since = moment::updated(article).unwrap_or(added);
        news.push(News { since, what: What::Article(at) });
        news.extend(edition.claims_of_article(at).map(|claim| News { since: added, what: What::Claim(claim) }));
        news.extend(edition.accounts_of_article(at).map(|account| News { since: added, what: What::Account(account) }));
        news.extend(article.corrections.iter().enumerate().filter_map(|(position, correction)| {
            let since = correction.on.as_ref().and_then(moment::of)?;
            Some(News { since, what: What::Correction(at, position) })
        }));
    }
    news.extend((0..edition.comparison.findings.len()).filter_map(|position| of_finding(edition, position)));
    news
}

fn of_claim(edition: &Edition<'_>, at: ClaimRef) -> Option<News> {
    let since = moment::added(&edition.corpus[edition.corpus[at].article])?;
    Some(News { since, what: What::Claim(at) })
}

fn of_account(edition: &Edition<'_>, at: AccountRef) -> Option<News> {
    let since = moment::added(&edition.corpus[edition.corpus[at].article])?;
    Some(News { since, what: What::Account(at) })
}

/// A contradiction appears when the last of its claims is added.
fn of_finding(edition: &Edition<'_>, position: usize) -> Option<News> {
    let finding: &Finding = edition.comparison.findings.get(position)?;
    if finding.class() != Class::Contradict {
        return None;
    }
    let article = |member: &Member| match *member {
        Member::Claim(at) => edition.corpus[at].article,
        Member::Account(at) => edition.corpus[at].article,
    };
    let added = |member: &Member| moment::added(&edition.corpus[article(member)]);
    let since =
        finding.members.iter().map(added).try_fold(DateTime::<Utc>::MIN_UTC, |last, one| Some(last.max(one?)))?;
    Some(News { since, what: What::Difference(position) })
}
