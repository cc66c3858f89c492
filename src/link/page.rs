//! The editor's own pages, which lie beside those that the site has of itself.

use crate::diagnostics::{At, Code, Diagnostic, Place};
use crate::model::EditorPage;
use crate::read::File;
use crate::read::fields::PageFields;

/// What a site has at its top. A test of whole sites holds it to be all.
pub(super) const TAKEN: [&str; 11] = [
    "articles",
    "claims",
    "corrections",
    "data",
    "entities",
    "events",
    "method",
    "search",
    "sources",
    "static",
    "timeline",
];

/// One of the editor's pages.
pub(super) fn page(file: &File<PageFields>) -> EditorPage {
    EditorPage {
        id: file.id.clone(),
        title: file.fields.title.clone().unwrap_or_else(|| file.id.clone()),
        body: file.body.clone(),
        aliases: file.fields.aliases.clone(),
    }
}

/// Pages that have the address of a page of the site's own.
pub(super) fn taken(files: &[File<PageFields>]) -> Vec<Diagnostic> {
    let taken = files.iter().filter(|file| TAKEN.contains(&file.id.as_str()));
    taken
        .map(|file| {
            let message =
                format!("the site has something of its own at /{}/, so this page would not be shown", file.id);
            let place = Place { path: file.path.clone(), at: At::File };
            Diagnostic::new(Code::BadId, place, message)
                .help(format!("rename the file, to `about-{}.md` for example", file.id))
        })
        .collect()
}
