//! What is missing or only assumed on either side of a comparison: a small set of keys, as front matter has them.

use crate::model::Question;

/// A key that is not a scope, in the order in which sentences list them, after the scopes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    AsOf,
    Since,
    Period,
    Against,
    Said,
    Date,
    Status,
    Place,
    Who,
    Published,
}

const KEYS: [(Key, &str); 10] = [
    (Key::AsOf, "as_of"),
    (Key::Since, "since"),
    (Key::Period, "period"),
    (Key::Against, "against"),
    (Key::Said, "said"),
    (Key::Date, "date"),
    (Key::Status, "status"),
    (Key::Place, "place"),
    (Key::Who, "who"),
    (Key::Published, "published"),
];

/// Scopes from this one on share a place: any of them counts as all of them. No question comes near.
const LAST_SCOPE: usize = 100;

/// A set of keys and scopes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Names {
    keys: u16,
    scopes: u128,
}

impl Names {
    /// Nothing.
    pub const NONE: Self = Self { keys: 0, scopes: 0 };

    /// Adds a key.
    pub fn add(&mut self, key: Key) {
        self.keys |= 1 << key as u16;
    }

    /// Adds a scope by its position in the question.
    pub fn add_scope(&mut self, position: usize) {
        self.scopes |= 1 << position.min(LAST_SCOPE);
    }

    /// What is in either.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self { keys: self.keys | other.keys, scopes: self.scopes | other.scopes }
    }

    /// Whether the key is in it.
    pub fn has(self, key: Key) -> bool {
        self.keys & (1 << key as u16) != 0
    }

    /// Whether nothing is in it.
    pub fn is_empty(self) -> bool {
        self == Self::NONE
    }

    /// The names, scopes as declared and then the others in their order.
    pub fn list(self, question: Option<&Question>) -> Vec<String> {
        let scopes = question.map_or(&[][..], |question| &question.scope[..]);
        let stated = scopes
            .iter()
            .enumerate()
            .filter(|(position, _)| self.scopes & (1 << (*position).min(LAST_SCOPE)) != 0)
            .map(|(_, (name, _))| name.clone());
        let keys = KEYS.into_iter().filter(|(key, _)| self.has(*key)).map(|(_, name)| name.to_owned());
        stated.chain(keys).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_listed_in_the_order_of_the_specification() {
        let mut names = Names::NONE;
        for key in [Key::Said, Key::Against, Key::Period, Key::Since, Key::AsOf] {
            names.add(key);
        }
        assert_eq!(names.list(None), ["as_of", "since", "period", "against", "said"]);
        assert!(Names::NONE.is_empty() && !names.is_empty());
    }
}
