//! All files of the site by their paths, made one at a time: what `build` writes is what the preview serves.
//!
//! In go an edition of the corpus and a theme; out come paths and, for each, its bytes, the same whenever and in whatever
//! order they are asked for. A file that is not listed here is in no site.

use std::sync::OnceLock;

use crate::cache::Rows;
use crate::diagnostics::Diagnostic;
use crate::pages::{self, Edition, Page, Reach, View};
use crate::render::data::{self, Data, DataFile, Former, Plan, Sink};
use crate::render::host::{Host, HostFile};
use crate::render::{Renderer, assets};
use crate::search::{self, Index, Memory};

/// Every file of one site.
pub struct Outputs<'a> {
    edition: &'a Edition<'a>,
    renderer: &'a Renderer,
    data: Data<'a>,
    host: Host<'a>,
    /// Sorted by path. Two of one path stay two, so that who writes them can say so.
    files: Vec<Output>,
    /// The search index, made as a whole when a file of it is first asked for.
    search: OnceLock<Vec<Output>>,
    memory: &'a Memory,
}

/// One file of the site.
pub struct Output {
    path: String,
    made_from: MadeFrom,
}

enum MadeFrom {
    Page(Page),
    Data(DataFile),
    Host(HostFile),
    Theme(Vec<u8>),
    Search(Vec<u8>),
}

impl<'a> Outputs<'a> {
    /// Lists them. What `memory` has of a former search index need not be done again.
    pub fn new(edition: &'a Edition<'a>, renderer: &'a Renderer, memory: &'a Memory) -> Self {
        let pages = pages::pages(edition);
        let host = Host::new(edition, renderer.theme(), &pages);
        let of_host = host.files().into_iter();
        let of_host = of_host.map(|file| Output { path: file.path.clone(), made_from: MadeFrom::Host(file) });
        let pages = pages.into_iter().map(|page| Output { path: page.path.clone(), made_from: MadeFrom::Page(page) });
        let data = data::files(edition)
            .into_iter()
            .map(|file| Output { path: file.path.clone(), made_from: MadeFrom::Data(file) });
        let theme = renderer.theme().static_files().map(|(path, bytes)| Output {
            path: assets::path(path, bytes),
            made_from: MadeFrom::Theme(bytes.to_owned()),
        });
        let mut files: Vec<Output> = pages.chain(data).chain(of_host).chain(theme).collect();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Self { edition, renderer, data: Data::of(edition), host, files, search: OnceLock::new(), memory }
    }

    /// All of them but those of the search index, in the order of their paths.
    pub fn all(&self) -> &[Output] {
        &self.files
    }

    /// The files of the search index, in the order of their paths; none where the site is to have none.
    pub fn search(&self) -> &[Output] {
        if self.edition.options.no_search {
            return &[];
        }
        let made = || {
            let files = Index::of(self.edition, self.memory).into_files().into_iter();
            files.map(|(path, bytes)| Output { path, made_from: MadeFrom::Search(bytes) }).collect()
        };
        self.search.get_or_init(made)
    }

    /// The file at a path.
    pub fn at(&self, path: &str) -> Option<&Output> {
        let among = |files: &'_ [Output]| files.binary_search_by(|file| file.path.as_str().cmp(path)).ok();
        match among(&self.files) {
            Some(at) => self.files.get(at),
            None if path.starts_with(search::FOLDER) => among(self.search()).and_then(|at| self.search().get(at)),
            None => None,
        }
    }

    /// A page's view.
    pub fn view(&self, page: &Page) -> View {
        pages::view(self.edition, page)
    }

    /// What a page with this view says.
    pub fn page(&self, page: &Page, view: &View) -> Result<Vec<u8>, Diagnostic> {
        self.renderer.render(page, view)
    }

    /// A hash of all that a file can depend on, the program apart; `None` where that is more than some articles.
    pub fn reach(&self, output: &Output, reach: &Reach<'_>) -> Option<[u8; 32]> {
        match &output.made_from {
            MadeFrom::Page(page) => reach.print(page),
            MadeFrom::Data(file) => file.reach(&self.data, reach),
            MadeFrom::Host(_) | MadeFrom::Theme(_) | MadeFrom::Search(_) => None,
        }
    }

    /// How the rows of a table are cut into chunks, which with a reach can be known again.
    pub fn plan(&self, table: &DataFile, reach: Option<&Reach<'_>>) -> Plan {
        table.plan(&self.data, reach)
    }

    /// Gives what a table says, part by part, and tells where its rows are; those that the former build's file has are taken
    /// from there. Where nobody takes it, those are not even looked at.
    pub fn table(&self, table: &DataFile, plan: &Plan, former: Option<&Former>, to: Option<&mut Sink<'_>>) -> Rows {
        table.write(&self.data, plan, former, to)
    }

    /// What a file says.
    pub fn bytes(&self, output: &Output) -> Result<Vec<u8>, Diagnostic> {
        match &output.made_from {
            MadeFrom::Page(page) => self.page(page, &self.view(page)),
            MadeFrom::Data(file) => {
                let mut bytes = Vec::new();
                let plan = file.plan(&self.data, None);
                file.write(&self.data, &plan, None, Some(&mut |part| bytes.extend_from_slice(part)));
                Ok(bytes)
            }
            MadeFrom::Host(file) => Ok(self.host.bytes(file)),
            MadeFrom::Theme(bytes) | MadeFrom::Search(bytes) => Ok(bytes.clone()),
        }
    }
}

impl Output {
    /// Its path, relative to the site's root and with `/`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The table that it has the rows of, if it has those of a whole one: such a file is made by all threads, and too large
    /// to be in memory as a whole.
    pub fn table(&self) -> Option<&DataFile> {
        match &self.made_from {
            MadeFrom::Data(file) if file.is_table() => Some(file),
            _ => None,
        }
    }

    /// The page that it is, if it is one.
    pub fn page(&self) -> Option<&Page> {
        match &self.made_from {
            MadeFrom::Page(page) => Some(page),
            _ => None,
        }
    }
}
