//! The values of a category question, and which is a group of which (step 5).

use std::collections::HashMap;

use super::tree::{Kinship, Tree};
use crate::model::{Category, Corpus, Question};

/// Where each entity lies, through any depth: shared by all questions and events.
#[derive(Debug, Default)]
pub(super) struct Geography(Tree);

impl Geography {
    /// From every entity's `within`.
    pub fn of(corpus: &Corpus) -> Self {
        let parents: Vec<_> = corpus.entities.iter().map(|entity| entity.within.map(|within| within.0)).collect();
        Self(Tree::from_parents(&parents))
    }

    /// How one entity lies to another.
    pub fn kinship(&self, a: usize, b: usize) -> Kinship {
        self.0.kinship(a, b)
    }
}

/// A question's categories, ready to look values up in.
pub(super) struct Categories<'a> {
    corpus: &'a Corpus,
    geography: &'a Geography,
    are_entities: bool,
    declared: Tree,
    numbers: HashMap<&'a str, u32>,
    /// Numbers below this one are entities; those of names that are none follow.
    entities: u32,
}

/// The number of `none`: a value of its own.
pub(super) const NONE: u32 = u32::MAX;

impl<'a> Categories<'a> {
    /// From a question's declaration.
    pub fn new(corpus: &'a Corpus, geography: &'a Geography, question: &'a Question) -> Self {
        let mut numbers = HashMap::new();
        let mut parents: Vec<Option<usize>> = Vec::new();
        let mut open: Vec<(&Category, Option<usize>)> =
            question.categories.iter().rev().map(|category| (category, None)).collect();
        while let Some((category, above)) = open.pop() {
            let next = u32::try_from(parents.len()).unwrap_or(NONE);
            let number = *numbers.entry(category.name.as_str()).or_insert(next);
            if number == next {
                parents.push(above);
            }
            open.extend(category.members.iter().rev().map(|member| (member, Some(number as usize))));
        }
        let entities = if question.categories_are_entities { corpus.entities.len() } else { 0 };
        Self {
            corpus,
            geography,
            are_entities: question.categories_are_entities,
            declared: Tree::from_parents(&parents),
            numbers: if question.categories_are_entities { HashMap::new() } else { numbers },
            entities: u32::try_from(entities).unwrap_or(NONE),
        }
    }

    /// The number of a value; one that is not declared gets a number of its own and is apart from all others.
    pub fn value(&mut self, name: &'a str) -> u32 {
        if self.are_entities
            && let Ok(position) = self.corpus.entities.binary_search_by(|entity| entity.id.as_str().cmp(name))
        {
            return u32::try_from(position).unwrap_or(NONE);
        }
        let next = self.entities.saturating_add(self.numbers.len() as u32);
        *self.numbers.entry(name).or_insert(next)
    }

    /// How one value stands to another; what is neither an entity nor declared is apart from all others, and so is `none`.
    pub fn kinship(&self, a: u32, b: u32) -> Kinship {
        if a == b {
            return Kinship::Same;
        }
        if self.are_entities {
            self.geography.kinship(a as usize, b as usize)
        } else {
            self.declared.kinship(a as usize, b as usize)
        }
    }
}
