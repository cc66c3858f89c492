//! Every message that code and templates ask for exists, and every message that exists is asked for.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crosscheck::i18n::Language;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// All files below a folder with this ending.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut open = vec![Path::new(ROOT).join(folder)];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The keys of the built-in messages, by their files.
fn keys() -> BTreeSet<String> {
    files("themes/default/i18n/en", ".ftl")
        .iter()
        .flat_map(|path| fs::read_to_string(path).unwrap().lines().map(str::to_owned).collect::<Vec<_>>())
        .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(" =").map(|(key, _)| key.to_owned()))
        .collect()
}

/// What stands after each occurrence of `before`, up to the closing quotation mark, and whether more is joined to it.
fn asked_for(text: &str, before: &str) -> Vec<(String, bool)> {
    text.split(before)
        .skip(1)
        .filter_map(|rest| rest.split_once('"'))
        .map(|(key, rest)| (key.to_owned(), rest.trim_start().starts_with('~')))
        .collect()
}

fn assert_known(language: &Language, keys: &BTreeSet<String>, (key, is_prefix): &(String, bool), path: &Path) {
    let known = match is_prefix {
        true => keys.iter().any(|known| known.starts_with(key.as_str())),
        false => language.has(key),
    };
    assert!(known, "{} asks for \"{key}\", which no message file has", path.display());
}

#[test]
fn templates_ask_for_what_there_is() {
    let keys = keys();
    let english = Language::built_in("en");
    let mut asked = 0;
    for path in files("themes/default/templates", ".html") {
        for key in asked_for(&fs::read_to_string(&path).unwrap(), "t(key=\"") {
            assert_known(&english, &keys, &key, &path);
            asked += 1;
        }
    }
    assert!(asked > 0);
}

#[test]
fn code_asks_for_what_there_is() {
    let keys = keys();
    let english = Language::built_in("en");
    let mut asked = 0;
    for path in files("src/i18n", ".rs").into_iter().filter(|path| !path.to_string_lossy().contains("tests")) {
        let text = fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for before in
            [".text(\"", ".say(\"", ".framed(\"", ".of_year(\"", ".with_both(\"", ".of_times(\"", ".of_starts(\""]
        {
            for key in asked_for(code, before) {
                assert_known(&english, &keys, &key, &path);
                asked += 1;
            }
        }
    }
    assert!(asked > 100, "{asked}");
}

/// A message that nothing asks for is a leftover. Families are asked for by a part of their key.
#[test]
fn no_message_is_left_over() {
    let mut text = String::new();
    for path in files("src", ".rs").into_iter().chain(files("themes/default/templates", ".html")) {
        text.push_str(&fs::read_to_string(path).unwrap());
    }
    let families: Vec<&str> = text
        .split('"')
        .filter(|piece| piece.contains("-{") || piece.ends_with('-') || piece.ends_with("{family}"))
        .filter_map(|piece| piece.split('{').next())
        .filter(|family| family.len() > 2 && family.ends_with('-'))
        .collect();
    let labels = [
        "verdict-", "reason-", "flag-", "kind-", "hedge-", "stance-", "status-", "class-", "aspect-", "source-",
        "entity-", "field-",
    ];
    for key in keys() {
        let asked = text.contains(&format!("\"{key}\""))
            || families.iter().chain(&labels).any(|family| key.starts_with(family));
        assert!(asked, "nothing asks for {key}");
    }
}
