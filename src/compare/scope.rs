//! What of the world a claim is about: the scopes that its question declares, as numbers (step 1).

use std::collections::HashMap;

use super::tree::{Kinship, Tree};
use crate::model::{Claim, Part, Scope};

/// The value of a scope that a claim leaves unsaid and that has no default.
pub(super) const UNSTATED: u32 = 0;

/// How two claims stand to each other in one scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// Equal, or both unstated.
    Equal,
    /// One says it, the other does not.
    OneUnstated,
    /// The first is a part of the second, through any depth.
    Part,
    /// The first is a whole that the second is a part of.
    Whole,
    /// Two things that exclude each other.
    Apart,
}

/// One scope of a question, ready to look values up in.
#[derive(Debug)]
pub(super) struct ScopeIndex<'a> {
    name: &'a str,
    numbers: HashMap<&'a str, u32>,
    default: u32,
    tree: Tree,
    /// Each whole with its direct parts, from the root downwards.
    pub sums: Vec<SumRule>,
}

/// A whole and its direct parts, by number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SumRule {
    pub whole: u32,
    pub parts: Vec<u32>,
    /// Whether the parts make up the whole.
    pub exhaustive: bool,
}

impl<'a> ScopeIndex<'a> {
    /// From its declaration.
    pub fn new(name: &'a str, scope: &'a Scope) -> Self {
        let mut index =
            Self { name, numbers: HashMap::new(), default: UNSTATED, tree: Tree::default(), sums: Vec::new() };
        match scope {
            Scope::Flat { values } => {
                for value in values {
                    index.number(value);
                }
            }
            Scope::Nested { root, default } => {
                index.declare(root);
                index.default = index.numbers.get(default.as_str()).copied().unwrap_or(UNSTATED);
            }
        }
        index
    }

    fn declare(&mut self, root: &'a Part) {
        let mut parents: Vec<Option<usize>> = vec![None];
        let mut open = vec![(root, None)];
        while let Some((part, above)) = open.pop() {
            let number = self.number(&part.name);
            // A name that stands twice keeps its first place.
            if number as usize == parents.len() {
                parents.push(above);
            }
            open.extend(part.parts.iter().rev().map(|below| (below, Some(number as usize))));
        }
        self.tree = Tree::from_parents(&parents);
        let mut open = vec![root];
        while let Some(part) = open.pop() {
            if !part.parts.is_empty() {
                let whole = self.number(&part.name);
                let parts = part.parts.iter().map(|below| self.number(&below.name)).collect();
                self.sums.push(SumRule { whole, parts, exhaustive: part.exhaustive });
            }
            open.extend(part.parts.iter().rev());
        }
    }

    fn number(&mut self, value: &'a str) -> u32 {
        let next = u32::try_from(self.numbers.len() + 1).unwrap_or(u32::MAX);
        *self.numbers.entry(value).or_insert(next)
    }

    /// The number of what a claim says, or of what its silence means. A value that is not declared gets a number of its
    /// own: it is apart from all others.
    pub fn value(&mut self, claim: &'a Claim) -> u32 {
        match claim.scope.get(self.name) {
            Some(value) => self.number(value),
            None => self.default,
        }
    }

    /// How two values stand to each other.
    pub fn standing(&self, a: u32, b: u32) -> Standing {
        if a == b {
            return Standing::Equal;
        }
        if a == UNSTATED || b == UNSTATED {
            return Standing::OneUnstated;
        }
        match self.tree.kinship(a as usize, b as usize) {
            Kinship::Same => Standing::Equal,
            Kinship::Inside => Standing::Part,
            Kinship::Around => Standing::Whole,
            Kinship::Apart => Standing::Apart,
        }
    }
}
