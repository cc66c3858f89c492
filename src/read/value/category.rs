//! Answers to a question of kind `category`: one of the values that it declares, at any depth, or an entity's id.

use crate::model::{Category, Question};

use super::super::malformed::{Malformed, quoted};

/// How many values a message lists.
const LISTED: usize = 12;

/// Reads a category. Where the question says `values: entities` the text is passed on, and whoever knows the entities
/// checks it.
pub(super) fn parse(text: &str, question: &Question) -> Result<String, Malformed> {
    if question.categories_are_entities {
        return Ok(text.to_owned());
    }
    let names = names(&question.categories);
    if names.contains(&text) {
        return Ok(text.to_owned());
    }
    let folded = |name: &str| name.to_lowercase().replace(['-', '_'], " ");
    let alike = names.iter().find(|name| folded(name) == folded(text)).copied();
    let nearest = || {
        names
            .iter()
            .map(|name| (strsim::damerau_levenshtein(&folded(name), &folded(text)), *name))
            .filter(|(distance, name)| distance * 3 <= name.chars().count())
            .min()
            .map(|(_, name)| name)
    };
    let help = match alike.or_else(nearest) {
        Some(name) => format!("did you mean `{name}`?"),
        None if names.is_empty() => "the question declares no values".to_owned(),
        None => {
            let listed: Vec<String> = names.iter().take(LISTED).map(|name| format!("`{name}`")).collect();
            let more = if names.len() > LISTED { " …" } else { "" };
            format!("write one of {}{more}, or `unknown`, or `none`", listed.join(", "))
        }
    };
    Err(Malformed::new(format!("{} is not among the values of the question `{}`", quoted(text), question.id))
        .help(help))
}

/// All names, a group before its members, in the order declared.
fn names(categories: &[Category]) -> Vec<&str> {
    let mut names = Vec::new();
    let mut left: Vec<&Category> = categories.iter().rev().collect();
    while let Some(category) = left.pop() {
        names.push(category.name.as_str());
        left.extend(category.members.iter().rev());
    }
    names
}
