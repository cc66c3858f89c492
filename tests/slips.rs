//! What crosscheck says of the slips that people make in front matter: `tests/slips` has a broken file for each, and
//! beside it, what is said of it. A new one is added by writing the file and running with `INSTA_UPDATE=always`.

use std::fs;
use std::path::Path;

use crosscheck::diagnostics::{Diagnostic, Format, locate, summary, write};
use crosscheck::read::fields::{ArticleFields, QuestionFields, SettingsFields};
use crosscheck::read::{self, SETTINGS};

/// Checks every file of a folder.
fn check(folder: &str, read: impl Fn(&str, &str) -> (String, Vec<Diagnostic>)) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/slips").join(folder);
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.retain(|file| file.extension().is_some_and(|ending| ending != "snap" && ending != "new"));
    assert!(!files.is_empty());
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let name = file.file_stem().unwrap().to_str().unwrap();
        let (path, problems) = read(name, &text);
        problems.iter().for_each(is_in_one_style);
        let located = locate(problems, |asked| (asked == path).then(|| text.clone()));
        let said = write(&located, Format::People { color: false }) + &summary(&located).unwrap_or_default();
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(&folder);
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!(name, said));
    }
}

/// A message begins in lower case and has no full stop, so that it reads on from where it stands and into its help.
fn is_in_one_style(problem: &Diagnostic) {
    let message = &problem.message;
    let mut letters = message.chars();
    let capital = letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
    assert!(!capital && !message.ends_with('.'), "{message}");
}

#[test]
fn in_articles() {
    check("articles", |name, text| {
        let path = format!("content/articles/{name}.md");
        let (_, problems) = read::file::<ArticleFields>(&path, name, text);
        (path, problems)
    });
}

#[test]
fn in_questions() {
    check("questions", |name, text| {
        let path = format!("content/questions/{name}.md");
        let (_, problems) = read::file::<QuestionFields>(&path, name, text);
        (path, problems)
    });
}

#[test]
fn in_settings() {
    check("settings", |_, text| {
        let reading = read::yaml::read::<SettingsFields>(SETTINGS, text, 0);
        (SETTINGS.into(), reading.problems)
    });
}
