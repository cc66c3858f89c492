//! All files of the site by their paths, made one at a time: what `build` writes is what the preview serves.
//!
//! In go an edition of the corpus and a theme; out come paths and, for each, its bytes, the same whenever and in whatever
//! order they are asked for. A file that is not listed here is in no site.

use crate::diagnostics::Diagnostic;
use crate::pages::{self, Edition, Page, View};
use crate::render::data::{self, Data, DataFile};
use crate::render::host::{Host, HostFile};
use crate::render::{Renderer, assets};

/// Every file of one site.
pub struct Outputs<'a> {
    edition: &'a Edition<'a>,
    renderer: &'a Renderer,
    data: Data<'a>,
    host: Host<'a>,
    /// Sorted by path. Two of one path stay two, so that who writes them can say so.
    files: Vec<Output>,
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
}

impl<'a> Outputs<'a> {
    /// Lists them.
    pub fn new(edition: &'a Edition<'a>, renderer: &'a Renderer) -> Self {
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
        Self { edition, renderer, data: Data::of(edition), host, files }
    }

    /// All of them, in the order of their paths.
    pub fn all(&self) -> &[Output] {
        &self.files
    }

    /// The file at a path.
    pub fn at(&self, path: &str) -> Option<&Output> {
        self.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok().map(|at| &self.files[at])
    }

    /// A page's view.
    pub fn view(&self, page: &Page) -> View {
        pages::view(self.edition, page)
    }

    /// What a page with this view says.
    pub fn page(&self, page: &Page, view: &View) -> Result<Vec<u8>, Diagnostic> {
        self.renderer.render(page, view)
    }

    /// What a file says.
    pub fn bytes(&self, output: &Output) -> Result<Vec<u8>, Diagnostic> {
        match &output.made_from {
            MadeFrom::Page(page) => self.page(page, &self.view(page)),
            MadeFrom::Data(file) => Ok(file.bytes(&self.data)),
            MadeFrom::Host(file) => Ok(self.host.bytes(file)),
            MadeFrom::Theme(bytes) => Ok(bytes.clone()),
        }
    }
}

impl Output {
    /// Its path, relative to the site's root and with `/`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The page that it is, if it is one.
    pub fn page(&self) -> Option<&Page> {
        match &self.made_from {
            MadeFrom::Page(page) => Some(page),
            _ => None,
        }
    }
}
