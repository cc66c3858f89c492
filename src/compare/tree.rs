//! Wholes and their parts, groups and their members, places and what they lie in: which of two contains the other.
//!
//! Built once from "who is above whom", whatever the depth, without recursion; answers in constant time. Whatever goes
//! in a circle is above and below nothing.

/// How one node relates to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kinship {
    /// The same node.
    Same,
    /// Inside the other, at any depth.
    Inside,
    /// Around the other, at any depth.
    Around,
    /// Neither.
    Apart,
}

/// A forest whose nodes are numbered from 0.
#[derive(Clone, Debug, Default)]
pub(super) struct Tree {
    /// For each node the order in which a walk enters it and the order after which it has left everything below it.
    visits: Vec<(u32, u32)>,
}

impl Tree {
    /// From the node above each node.
    pub fn from_parents(parents: &[Option<usize>]) -> Self {
        let mut below: Vec<Vec<usize>> = vec![Vec::new(); parents.len()];
        let mut roots = Vec::new();
        for (node, parent) in parents.iter().enumerate() {
            match parent.and_then(|parent| below.get_mut(parent)) {
                Some(list) => list.push(node),
                None => roots.push(node),
            }
        }
        let mut visits = vec![(u32::MAX, 0); parents.len()];
        let mut clock = 0;
        for root in roots {
            let mut open = vec![(root, 0)];
            visits[root].0 = clock;
            clock += 1;
            while let Some((node, next)) = open.last_mut() {
                if let Some(child) = below[*node].get(*next).copied() {
                    *next += 1;
                    visits[child].0 = clock;
                    clock += 1;
                    open.push((child, 0));
                } else {
                    visits[*node].1 = clock;
                    open.pop();
                }
            }
        }
        Self { visits }
    }

    /// How `a` relates to `b`; a node that the forest does not have is apart from all others.
    pub fn kinship(&self, a: usize, b: usize) -> Kinship {
        if a == b {
            return Kinship::Same;
        }
        match (self.visits.get(a), self.visits.get(b)) {
            (Some(a), Some(b)) if a.0 < b.0 && b.0 < a.1 => Kinship::Around,
            (Some(a), Some(b)) if b.0 < a.0 && a.0 < b.1 => Kinship::Inside,
            _ => Kinship::Apart,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn depth_does_not_matter_and_siblings_are_apart() {
        let tree = Tree::from_parents(&[None, Some(0), Some(1), Some(0), None]);
        assert_eq!(tree.kinship(2, 0), Kinship::Inside);
        assert_eq!(tree.kinship(0, 2), Kinship::Around);
        assert_eq!(tree.kinship(2, 3), Kinship::Apart);
        assert_eq!(tree.kinship(0, 4), Kinship::Apart);
        assert_eq!(tree.kinship(3, 3), Kinship::Same);
        assert_eq!(tree.kinship(9, 0), Kinship::Apart);
    }

    #[test]
    fn a_circle_contains_nothing() {
        let tree = Tree::from_parents(&[Some(1), Some(0), Some(0)]);
        assert_eq!(tree.kinship(0, 1), Kinship::Apart);
        assert_eq!(tree.kinship(2, 0), Kinship::Apart);
        assert_eq!(tree.kinship(2, 2), Kinship::Same);
    }

    proptest! {
        #[test]
        fn agrees_with_climbing_up(parents in prop::collection::vec(prop::option::of(0usize..1000), 1..40)) {
            // A parent is always an earlier node: no circles.
            let parents: Vec<_> =
                parents.iter().enumerate().map(|(i, p)| p.filter(|_| i > 0).map(|p| p % i)).collect();
            let tree = Tree::from_parents(&parents);
            let climbs = |mut from: usize, to: usize| loop {
                match parents[from] {
                    Some(up) if up == to => break true,
                    Some(up) => from = up,
                    None => break false,
                }
            };
            for a in 0..parents.len() {
                for b in 0..parents.len() {
                    let expected = if a == b { Kinship::Same }
                        else if climbs(a, b) { Kinship::Inside }
                        else if climbs(b, a) { Kinship::Around }
                        else { Kinship::Apart };
                    prop_assert_eq!(tree.kinship(a, b), expected);
                }
            }
        }
    }
}
