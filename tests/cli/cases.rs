//! Runs every folder of `tests/cases`.
//!
//! ```text
//! tests/cases/<name>/
//!   site/        what the program finds
//!   args         its arguments, one line; absent: build
//!   code         its exit code; absent: 0
//!   stdout.txt   what it prints; absent: nothing
//!   stderr.txt
//!   expected/    files that it must write to site/site, byte for byte; of a page only <main>
//! ```
//!
//! Files that it writes and that are not in `expected/` are not looked at; a file in `expected/` that it does not write is
//! a failure, and so is any other file in the folder. `CROSSCHECK_UPDATE=1 cargo test --test cli cases` writes what is
//! printed and written now into the folders: read the difference before you commit it.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use crate::harness::{Done, Test};

const PARTS: [&str; 6] = ["site", "expected", "args", "code", "stdout.txt", "stderr.txt"];

#[test]
fn all_cases() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let update = env::var_os("CROSSCHECK_UPDATE").is_some();
    let mut folders: Vec<PathBuf> = fs::read_dir(cases).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    assert!(!folders.is_empty());
    let problems: Vec<String> = folders.iter().flat_map(|case| run(case, update)).collect();
    assert!(problems.is_empty(), "{}\n\n{} problems", problems.join("\n"), problems.len());
}

/// Runs one case and gives what is not as expected.
fn run(case: &Path, update: bool) -> Vec<String> {
    let text = |name: &str| fs::read_to_string(case.join(name)).ok();
    let args = text("args").unwrap_or_else(|| "build".into());
    let done = Test::new().copy(&case.join("site")).args(args.split_whitespace()).any_output().run();
    let mut actual = vec![("stdout.txt".to_string(), done.stdout.clone()), ("stderr.txt".into(), done.stderr.clone())];
    actual.push(("code".into(), if done.code == 0 { String::new() } else { format!("{}\n", done.code) }));

    let name = case.file_name().unwrap().to_string_lossy();
    let mut problems = Vec::new();
    for entry in fs::read_dir(case).unwrap() {
        let part = entry.unwrap().file_name().to_string_lossy().into_owned();
        if !PARTS.contains(&part.as_str()) {
            problems.push(format!("== {name}: {part} is not part of a case"));
        }
    }
    for (part, actual) in actual.into_iter().chain(pages(case, &done)) {
        let wanted = text(&part).unwrap_or_default();
        if wanted == actual {
            continue;
        }
        if !update {
            problems.push(format!("== {name}: {part}\n-- expected\n{wanted}\n-- actual\n{actual}"));
        } else if actual.is_empty() {
            fs::remove_file(case.join(part)).unwrap();
        } else {
            fs::write(case.join(part), actual).unwrap();
        }
    }
    problems
}

/// For each file in `expected/`, what the program wrote; nothing where it did not.
fn pages(case: &Path, done: &Done) -> Vec<(String, String)> {
    let entries = walkdir::WalkDir::new(case.join("expected")).sort_by_file_name().into_iter().filter_map(Result::ok);
    let files = entries.filter(|entry| entry.file_type().is_file());
    let actual = |entry: walkdir::DirEntry| {
        let part = entry.path().strip_prefix(case).unwrap().to_str().unwrap().to_owned();
        let written = part.replacen("expected/", "site/", 1);
        let text = fs::read_to_string(done.folder.path(&written)).unwrap_or_default();
        let shown = if part.ends_with(".html") { main(&text) } else { text };
        (part, shown)
    };
    files.map(actual).collect()
}

/// The part of a page that is its own.
fn main(page: &str) -> String {
    let body = page.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>"));
    body.map_or_else(|| page.into(), |(main, _)| format!("<main{}</main>\n", main))
}
