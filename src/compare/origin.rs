//! Whose statement it is in the end: what tells corroboration from repetition (COMPARISON.md, `origin(c)`).
//!
//! `by`; else `via`, followed to the claim or article at its root and that one's origin, or the text it names; else the
//! article's source. What cannot be told (an unidentified source, a chain of `via` in a circle) is unknown, and unknown
//! origins are never the same, not even two of one article.

use std::collections::{HashMap, HashSet};

use crate::model::{Account, ArticleRef, Attribution, Claim, ClaimRef, Corpus, EntityRef, Party, SourceRef, Via};

/// A chain of `via` beyond this length is not followed: its root counts as unknown.
const LONGEST_CHAIN: usize = 1000;

/// Who is at the root of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Origin<'a> {
    /// One of the corpus' entities.
    Entity(EntityRef),
    /// One of the corpus' publishers.
    Source(SourceRef),
    /// Somebody without a file, as named.
    Text(&'a str),
}

/// The origin of a claim; `None` where it is unknown.
pub fn of_claim<'a>(corpus: &'a Corpus, claim: &'a Claim) -> Option<Origin<'a>> {
    of_statement(corpus, &claim.attribution, claim.article)
}

/// The origin of an account; `None` where it is unknown.
pub fn of_account<'a>(corpus: &'a Corpus, account: &'a Account) -> Option<Origin<'a>> {
    of_statement(corpus, &account.attribution, account.article)
}

fn of_statement<'a>(
    corpus: &'a Corpus,
    mut attribution: &'a Attribution,
    mut article: ArticleRef,
) -> Option<Origin<'a>> {
    let mut followed: HashSet<ClaimRef> = HashSet::new();
    loop {
        if let Some(party) = &attribution.by {
            return Some(of_party(party));
        }
        match &attribution.via {
            None => return corpus[article].source.map(Origin::Source),
            Some(Via::Party(party)) => return Some(of_party(party)),
            Some(Via::Article(root)) => return corpus[*root].source.map(Origin::Source),
            Some(Via::Claim(root)) if followed.len() < LONGEST_CHAIN && followed.insert(*root) => {
                attribution = &corpus[*root].attribution;
                article = corpus[*root].article;
            }
            Some(Via::Claim(_)) => return None,
        }
    }
}

fn of_party(party: &Party) -> Origin<'_> {
    match party {
        Party::Entity(entity) => Origin::Entity(*entity),
        Party::Source(source) => Origin::Source(*source),
        Party::Text(text) => Origin::Text(text.trim()),
    }
}

/// The origins of a group of statements as small numbers, equal where the origin is.
#[derive(Debug, Default)]
pub(super) struct Numbering<'a>(HashMap<Origin<'a>, u32>);

impl<'a> Numbering<'a> {
    /// The number of an origin.
    pub fn number(&mut self, origin: Origin<'a>) -> u32 {
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        *self.0.entry(origin).or_insert(next)
    }
}

/// How many independent origins there are: known ones once each, unknown ones once for each article.
pub(super) fn independent(origins: impl Iterator<Item = (Option<u32>, ArticleRef)>) -> usize {
    let mut known = HashSet::new();
    let mut unknown = HashSet::new();
    for (origin, article) in origins {
        match origin {
            Some(origin) => known.insert(origin),
            None => unknown.insert(article),
        };
    }
    known.len() + unknown.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_around_a_name_make_nobody_else() {
        let named = |name: &str| Party::Text(name.into());
        assert_eq!(of_party(&named("the ministry")), of_party(&named(" the ministry ")));
        assert_ne!(of_party(&named("the ministry")), of_party(&named("a ministry")));
    }
}
