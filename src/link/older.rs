//! Older ids: the `aliases` of a file, each of which becomes a page that leads to where the thing is now.

use std::collections::{HashMap, HashSet};

use super::report::Report;
use crate::diagnostics::{At, Code, Diagnostic, Field, Place};
use crate::read::{File, is_id, slug};

/// The ids and older ids of all files of one kind.
#[derive(Default)]
pub(super) struct Older {
    ids: HashSet<String>,
    /// Older id → the first file that claims it.
    claimed: HashMap<String, String>,
}

impl Older {
    /// `ids` are those in use, by files or without.
    pub(super) fn new<'a>(ids: impl IntoIterator<Item = &'a str>) -> Self {
        Self { ids: ids.into_iter().map(str::to_owned).collect(), claimed: HashMap::new() }
    }

    /// Takes the older ids of a file in.
    pub(super) fn claim(&mut self, path: &str, aliases: &[String]) {
        for alias in aliases {
            self.claimed.entry(alias.clone()).or_insert_with(|| path.to_owned());
        }
    }

    /// Reports those older ids of a file that cannot lead to it.
    pub(super) fn check(&self, aliases: &[String], report: &mut Report<'_>) {
        let list = Field::key("aliases");
        for (position, alias) in aliases.iter().enumerate() {
            let field = list.item(position);
            if !is_id(alias) {
                let help = match slug(alias) {
                    slug if is_id(&slug) => {
                        format!("write an id, such as `{slug}`: letters a to z, digits and hyphens")
                    }
                    _ => "write an id: lower-case letters a to z, digits and hyphens".to_owned(),
                };
                report.field(Code::BadId, &field, format!("`{alias}` cannot be an older id"), Some(help));
            } else if self.ids.contains(alias) {
                let message = format!("`{alias}` is an id that is in use, so nothing can lead from there to here");
                let help = "leave it out; an alias is an id that this file had and nothing has now";
                report.field(Code::DuplicateId, &field, message, Some(help.into()));
            } else if let Some(first) = self.claimed.get(alias)
                && first != report.path()
            {
                let message = format!("`{alias}` is an older id of another file, too");
                let first = Place { path: first.clone(), at: At::Field(list.clone()) };
                report.add(
                    Diagnostic::new(Code::DuplicateId, report.at(&field), message)
                        .help("keep it where readers should arrive")
                        .related(first, "the other file"),
                );
            }
        }
    }
}

/// The same for all files of a kind whose ids are their own.
pub(super) fn check<F>(files: &[File<F>], aliases: impl Fn(&F) -> &[String] + Copy) -> Vec<Diagnostic> {
    check_beside(files.iter().map(|file| file.id.as_str()), files, aliases)
}

/// The same where other ids than those of the files are in use, too.
pub(super) fn check_beside<'a, F>(
    ids: impl IntoIterator<Item = &'a str>,
    files: &'a [File<F>],
    aliases: impl Fn(&F) -> &[String] + Copy,
) -> Vec<Diagnostic> {
    let mut older = Older::new(ids);
    files.iter().for_each(|file| older.claim(&file.path, aliases(&file.fields)));
    let mut problems = Vec::new();
    for file in files {
        let mut report = Report::new(&file.path);
        older.check(aliases(&file.fields), &mut report);
        problems.extend(report.into_diagnostics());
    }
    problems
}
