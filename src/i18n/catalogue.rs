//! Message files: the built-in theme's, which are in the binary, and a site theme's, which override single messages.
//!
//! A site's file is somebody else's text: it is bounded in size and in nesting (the Fluent parser recurses), and every
//! message in it is held against the built-in one, so that a variable that nobody fills in is reported when the theme
//! is read and not met by a reader.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};

use crate::diagnostics::{At, Code, Diagnostic, Place};

/// The largest message file of a theme, in bytes.
const LARGEST_FILE: usize = 1 << 20;
/// How deep braces may nest in it.
const DEEPEST_NESTING: usize = 32;

macro_rules! built_in {
    ($language:literal: $($file:literal),*) => {
        &[$((
            concat!("themes/default/i18n/", $language, "/", $file, ".ftl"),
            include_str!(concat!("../../themes/default/i18n/", $language, "/", $file, ".ftl")),
        )),*]
    };
}

/// A message file: its path and its text.
pub type File = (&'static str, &'static str);

const ENGLISH: &[File] = built_in!("en": "dates", "amounts", "sentences", "labels", "interface", "data");
const UKRAINIAN: &[File] = built_in!("uk": "dates", "amounts", "sentences", "labels", "interface", "data");

/// The languages that the built-in theme speaks, English, which the others fall back to, first.
pub const BUILT_IN: &[(&str, &[File])] = &[("en", ENGLISH), ("uk", UKRAINIAN)];

/// The built-in theme's messages in a language.
pub fn built_in(language: &str) -> Option<Vec<FluentResource>> {
    let (_, files) = BUILT_IN.iter().find(|(tag, _)| *tag == language)?;
    // What cannot be read of a built-in file is left out here and noticed by the tests of this module.
    Some(files.iter().map(|(_, text)| parse(text).unwrap_or_else(|(resource, _)| resource)).collect())
}

/// A site theme's messages, and what is wrong with them. Messages that are wrong are left out.
pub fn site(path: &str, text: &str) -> (Option<FluentResource>, Vec<Diagnostic>) {
    let problem = |at, message: String| Diagnostic::new(Code::BadTheme, Place { path: path.to_owned(), at }, message);
    if text.len() > LARGEST_FILE {
        let message = format!("this message file has more than {LARGEST_FILE} bytes");
        return (None, vec![problem(At::File, message).help("keep only the messages that the theme changes")]);
    }
    if nesting(text) > DEEPEST_NESTING {
        let message = format!("braces are nested more than {DEEPEST_NESTING} deep");
        return (None, vec![problem(At::File, message).help("write every { with its }, and fewer inside each other")]);
    }
    let (resource, errors) = match parse(text) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    let mut problems: Vec<_> = errors
        .into_iter()
        .map(|error| {
            let end = error.pos.end.min(text.len());
            let at = At::Bytes(error.pos.start.min(end)..end);
            problem(at, format!("this message cannot be read: {}", lower_first(&error.kind.to_string())))
                .help("a message is `key = text`, its further lines indented, with variables as { $name }")
        })
        .collect();
    let known = variables(&built_in("en").unwrap_or_default());
    let mut wrong = false;
    for (key, used) in variables(std::slice::from_ref(&resource)) {
        let Some(given) = known.get(&key) else { continue };
        for name in used.difference(given) {
            wrong = true;
            let message = format!("`{key}` uses ${name}, which it is not given");
            let help = match given.is_empty() {
                true => format!("`{key}` is given no variables"),
                false => format!("`{key}` is given {}", listed(given)),
            };
            problems.push(problem(At::File, message).help(help));
        }
    }
    (if wrong { None } else { Some(resource) }, problems)
}

/// Every message, and every attribute as `key.attribute`, with the variables that it uses.
pub fn variables(resources: &[FluentResource]) -> BTreeMap<String, BTreeSet<String>> {
    let mut all = BTreeMap::new();
    for entry in resources.iter().flat_map(FluentResource::entries) {
        let Entry::Message(message) = entry else { continue };
        if let Some(pattern) = &message.value {
            let mut used = BTreeSet::new();
            in_pattern(pattern, &mut used);
            all.insert(message.id.name.to_owned(), used);
        }
        for attribute in &message.attributes {
            let mut used = BTreeSet::new();
            in_pattern(&attribute.value, &mut used);
            all.insert(format!("{}.{}", message.id.name, attribute.id.name), used);
        }
    }
    all
}

fn parse(text: &str) -> Result<FluentResource, (FluentResource, Vec<fluent_syntax::parser::ParserError>)> {
    FluentResource::try_new(text.to_owned())
}

fn nesting(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for byte in text.bytes() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

fn in_pattern(pattern: &Pattern<&str>, used: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, used);
        }
    }
}

fn in_expression(expression: &Expression<&str>, used: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, used),
        Expression::Select { selector, variants } => {
            in_inline(selector, used);
            variants.iter().for_each(|variant| in_pattern(&variant.value, used));
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, used: &mut BTreeSet<String>) {
    let in_call = |arguments: &CallArguments<&str>, used: &mut BTreeSet<String>| {
        arguments.positional.iter().for_each(|argument| in_inline(argument, used));
        arguments.named.iter().for_each(|argument| in_inline(&argument.value, used));
    };
    match inline {
        InlineExpression::VariableReference { id } => {
            used.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => in_expression(expression, used),
        InlineExpression::FunctionReference { arguments, .. } => in_call(arguments, used),
        InlineExpression::TermReference { arguments: Some(arguments), .. } => in_call(arguments, used),
        _ => {}
    }
}

fn listed(names: &BTreeSet<String>) -> String {
    names.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(", ")
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_files_are_without_a_fault() {
        for (_, files) in BUILT_IN {
            for (path, text) in *files {
                assert!(parse(text).is_ok(), "{path}: {:?}", parse(text).err().map(|(_, errors)| errors));
            }
        }
    }

    #[test]
    fn no_key_stands_twice() {
        for (language, files) in BUILT_IN {
            let resources = built_in(language).unwrap();
            let written: usize = resources
                .iter()
                .flat_map(FluentResource::entries)
                .map(|entry| match entry {
                    Entry::Message(message) => usize::from(message.value.is_some()) + message.attributes.len(),
                    _ => 0,
                })
                .sum();
            assert_eq!(written, variables(&resources).len(), "{language}: {} files", files.len());
        }
    }

    #[test]
    fn every_language_has_the_same_keys() {
        let english = variables(&built_in("en").unwrap());
        for (language, _) in BUILT_IN {
            let theirs = variables(&built_in(language).unwrap());
            let missing: Vec<_> = english.keys().filter(|key| !theirs.contains_key(*key)).collect();
            let extra: Vec<_> = theirs.keys().filter(|key| !english.contains_key(*key)).collect();
            assert!(missing.is_empty() && extra.is_empty(), "{language} lacks {missing:?} and adds {extra:?}");
        }
    }

    #[test]
    fn a_site_may_override_a_message_and_add_its_own() {
        let (resource, problems) = site("themes/x/i18n/en.ftl", "date-year = the year { $year }\nours = Ours\n");
        assert_eq!(problems, []);
        assert_eq!(resource.unwrap().entries().count(), 2);
    }

    #[test]
    fn a_fault_is_reported_where_it_stands_and_the_rest_is_kept() {
        let text = "good = Good\nbad\nfine = Fine\n";
        let (resource, problems) = site("themes/x/i18n/en.ftl", text);
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert_eq!(problems[0].code, Code::BadTheme);
        let At::Bytes(range) = &problems[0].place.at else { panic!("{problems:?}") };
        assert!((12..=16).contains(&range.start), "{range:?}");
        let keys = variables(&[resource.unwrap()]);
        assert_eq!(keys.keys().collect::<Vec<_>>(), ["fine", "good"]);
    }

    #[test]
    fn a_variable_that_nobody_fills_in_is_reported() {
        let (resource, problems) = site("themes/x/i18n/en.ftl", "date-year = { $yaer }\n");
        assert!(resource.is_none());
        assert_eq!(problems[0].message, "`date-year` uses $yaer, which it is not given");
        assert_eq!(problems[0].help.as_deref(), Some("`date-year` is given $case, $year"));
    }

    #[test]
    fn depth_and_size_are_bounded() {
        let deep = format!("a = {}", "{ ".repeat(100_000));
        assert_eq!(site("x.ftl", &deep).1.len(), 1);
        let large = "# \n".repeat(LARGEST_FILE);
        assert_eq!(site("x.ftl", &large).1.len(), 1);
    }
}
