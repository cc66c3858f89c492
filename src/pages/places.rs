//! Where in the list of findings those about a statement are.
//!
//! One list for all statements instead of one for each: tens of thousands of short lists cost more to make than all that
//! is in them, and a preview makes them anew after each save.

use rayon::prelude::*;

use crate::model::{AccountRef, ClaimRef, Corpus, Finding, Member};

/// For each of some statements, positions in a list.
struct Places {
    /// Where each statement's positions start; one more at the end.
    starts: Vec<usize>,
    positions: Vec<u32>,
}

/// The findings about each claim and each account, by their positions.
pub(super) struct FindingPlaces {
    claims: Places,
    accounts: Places,
}

impl FindingPlaces {
    /// Of all findings.
    pub(super) fn new(corpus: &Corpus, findings: &[Finding]) -> Self {
        let of = |position: usize, finding: &Finding| {
            let position = u32::try_from(position).unwrap_or(u32::MAX);
            finding.members.iter().map(move |member| (*member, position)).collect::<Vec<_>>()
        };
        let pairs: Vec<(Member, u32)> =
            findings.par_iter().enumerate().flat_map_iter(|(position, finding)| of(position, finding)).collect();
        let claim = |(member, position): &(Member, u32)| match member {
            Member::Claim(at) => Some((at.0, *position)),
            Member::Account(_) => None,
        };
        let account = |(member, position): &(Member, u32)| match member {
            Member::Account(at) => Some((at.0, *position)),
            Member::Claim(_) => None,
        };
        let (claims, accounts) = rayon::join(
            || Places::new(corpus.claims.len(), || pairs.iter().filter_map(claim)),
            || Places::new(corpus.accounts.len(), || pairs.iter().filter_map(account)),
        );
        Self { claims, accounts }
    }

    /// Those about a claim.
    pub(super) fn of_claim(&self, at: ClaimRef) -> impl Iterator<Item = usize> + use<'_> {
        self.claims.of(at.0)
    }

    /// Those about an account.
    pub(super) fn of_account(&self, at: AccountRef) -> impl Iterator<Item = usize> + use<'_> {
        self.accounts.of(at.0)
    }
}

impl Places {
    /// Of pairs of a statement and a position; those of one statement stay in their order.
    fn new<I: Iterator<Item = (usize, u32)>>(count: usize, pairs: impl Fn() -> I) -> Self {
        let mut starts = vec![0; count + 1];
        for (statement, _) in pairs() {
            starts[statement + 1] += 1;
        }
        for at in 0..count {
            starts[at + 1] += starts[at];
        }
        let mut next = starts.clone();
        let mut positions = vec![0; starts[count]];
        for (statement, position) in pairs() {
            positions[next[statement]] = position;
            next[statement] += 1;
        }
        Self { starts, positions }
    }

    fn of(&self, statement: usize) -> impl Iterator<Item = usize> + use<'_> {
        let range = self.starts[statement]..self.starts[statement + 1];
        self.positions[range].iter().map(|position| *position as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_statement_has_its_positions_in_order() {
        let pairs = [(2, 0), (0, 1), (2, 3), (3, 4), (2, 9)];
        let places = Places::new(5, || pairs.into_iter());
        let all: Vec<Vec<usize>> = (0..5).map(|statement| places.of(statement).collect()).collect();
        assert_eq!(all, [vec![1], vec![], vec![0, 3, 9], vec![4], vec![]]);
    }
}
