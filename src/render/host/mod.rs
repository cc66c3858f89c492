//! Files for hosts, browsers and search engines: what a site needs beside its pages wherever it is put.
//!
//! | file | read by |
//! |---|---|
//! | `.nojekyll` | GitHub Pages, which else leaves out files whose names begin with `_` or `.` |
//! | `_headers` | Netlify, Cloudflare: the policy, and which files browsers may keep |
//! | `_redirects` | Netlify, Cloudflare, GitLab: older addresses, where there are any |
//! | `sitemap.xml` | search engines: all pages on which they are welcome |
//! | `robots.txt` | search engines, at the root of a host: where the sitemap is |
//! | `site.webmanifest` | browsers that put the site on a home screen |
//!
//! All follow from the pages, the theme and `base_url`. Where the site is published in a folder of its host, paths in
//! `_headers` and `_redirects` begin with that folder, as hosts want them.

mod headers;
mod manifest;
mod redirects;
mod robots;
mod sitemap;

use crate::pages::{Edition, Page, address::Here};
use crate::render::Theme;

pub use headers::POLICY;
use redirects::Redirects;
use sitemap::Sitemap;

/// One of these files.
pub struct HostFile {
    /// Relative to the site's root.
    pub path: String,
    kind: Kind,
}

enum Kind {
    NoJekyll,
    Headers,
    Redirects,
    Robots,
    SitemapIndex,
    /// One part of the sitemap.
    Sitemap(usize),
    WebManifest,
}

/// What these files are made from.
pub struct Host<'a> {
    edition: &'a Edition<'a>,
    theme: &'a Theme,
    redirects: Redirects,
    sitemap: Sitemap,
}

impl<'a> Host<'a> {
    /// Looks through the pages once.
    pub fn new(edition: &'a Edition<'a>, theme: &'a Theme, pages: &[Page]) -> Self {
        let base_url = &edition.corpus.site.base_url;
        Self {
            edition,
            theme,
            redirects: Redirects::of(base_path(base_url), pages),
            sitemap: Sitemap::of(edition, pages),
        }
    }

    /// The files that the site has.
    pub fn files(&self) -> Vec<HostFile> {
        let mut files = Vec::new();
        let mut add = |path: &str, kind| files.push(HostFile { path: path.to_owned(), kind });
        add(".nojekyll", Kind::NoJekyll);
        add("_headers", Kind::Headers);
        if self.redirects.are_taken() {
            add("_redirects", Kind::Redirects);
        }
        add("robots.txt", Kind::Robots);
        add("site.webmanifest", Kind::WebManifest);
        match self.sitemap.parts() {
            0 => {}
            1 => add("sitemap.xml", Kind::Sitemap(0)),
            parts => {
                add("sitemap.xml", Kind::SitemapIndex);
                for part in 0..parts {
                    add(&sitemap::part_name(part), Kind::Sitemap(part));
                }
            }
        }
        files
    }

    /// What one of them says.
    pub fn bytes(&self, file: &HostFile) -> Vec<u8> {
        let site = &self.edition.corpus.site;
        match file.kind {
            Kind::NoJekyll => String::new(),
            Kind::Headers => headers::text(&base_path(&site.base_url), self.theme),
            Kind::Redirects => self.redirects.text(),
            Kind::Robots => robots::text(&site.base_url, self.sitemap.parts() > 0),
            Kind::SitemapIndex => self.sitemap.index(&site.base_url),
            Kind::Sitemap(part) => self.sitemap.part(self.edition, part),
            Kind::WebManifest => manifest::text(site, self.theme),
        }
        .into_bytes()
    }
}

/// The path below which the site is published: `/`, `/azerbaijan/`.
fn base_path(base_url: &str) -> String {
    Here::anywhere(base_url).root
}
