//! `sitemap.xml`: the pages on which search engines are welcome, each with the day of its last dated change, if any.
//!
//! Search engines take 50,000 addresses and 50 MB in a file; a larger site has several, and an index of them at the same
//! address. Where the site does not know its own address there is none: addresses in it must be whole.

use crate::pages::{self, Edition, Page};

/// So many addresses in a file.
const MOST_URLS: usize = 50_000;
/// So many bytes, with room for the first and last lines.
const MOST_BYTES: usize = 50_000_000 - 1_000;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const SPACE: &str = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

/// Where each part of the sitemap ends, as a position in the list of pages that are in it.
pub(super) struct Sitemap {
    ends: Vec<usize>,
}

impl Sitemap {
    pub(super) fn of(edition: &Edition<'_>, pages: &[Page]) -> Self {
        let base_url = &edition.corpus.site.base_url;
        if !base_url.contains("://") {
            return Self { ends: Vec::new() };
        }
        let listed = pages.iter().filter(|page| pages::is_indexable(edition, page));
        // With the longest date, so that a date more or less moves no page from one part to another.
        let longest = entry("", Some("0000-00-00")).len();
        Self { ends: ends(listed.map(|page| longest + escaped(&address(base_url, page)).len()), MOST_URLS, MOST_BYTES) }
    }

    /// How many parts there are.
    pub(super) fn parts(&self) -> usize {
        self.ends.len()
    }

    /// The file that lists the parts.
    pub(super) fn index(&self, base_url: &str) -> String {
        let mut text = format!("{HEAD}<sitemapindex {SPACE}>\n");
        for part in 0..self.parts() {
            let address = escaped(&format!("{base_url}{}", part_name(part)));
            text.push_str(&format!("<sitemap><loc>{address}</loc></sitemap>\n"));
        }
        text + "</sitemapindex>\n"
    }

    /// One part.
    pub(super) fn part(&self, edition: &Edition<'_>, part: usize) -> String {
        let start = part.checked_sub(1).map_or(0, |before| self.ends[before]);
        let base_url = &edition.corpus.site.base_url;
        let pages = pages::pages(edition);
        let listed = pages.iter().filter(|page| pages::is_indexable(edition, page));
        let mut text = format!("{HEAD}<urlset {SPACE}>\n");
        for page in listed.skip(start).take(self.ends[part] - start) {
            let changed = pages::changed(edition, page).map(|day| day.to_string());
            text.push_str(&entry(&escaped(&address(base_url, page)), changed.as_deref()));
        }
        text + "</urlset>\n"
    }
}

/// What a part is called where there are several.
pub(super) fn part_name(part: usize) -> String {
    format!("sitemap-{}.xml", part + 1)
}

fn address(base_url: &str, page: &Page) -> String {
    format!("{base_url}{}", page.path.trim_end_matches("index.html"))
}

fn entry(address: &str, changed: Option<&str>) -> String {
    let changed = changed.map(|day| format!("<lastmod>{day}</lastmod>")).unwrap_or_default();
    format!("<url><loc>{address}</loc>{changed}</url>\n")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Where to cut a list of entries of these lengths.
fn ends(lengths: impl Iterator<Item = usize>, most: usize, most_bytes: usize) -> Vec<usize> {
    let mut ends = Vec::new();
    let (mut count, mut bytes, mut all) = (0, 0, 0);
    for length in lengths {
        if count > 0 && (count == most || bytes + length > most_bytes) {
            ends.push(all);
            (count, bytes) = (0, 0);
        }
        count += 1;
        bytes += length;
        all += 1;
    }
    if all > 0 {
        ends.push(all);
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_sitemap_is_cut_by_count_and_by_size() {
        let cut = |lengths: &[usize]| ends(lengths.iter().copied(), 3, 100);
        assert_eq!(cut(&[]), [] as [usize; 0]);
        assert_eq!(cut(&[10]), [1]);
        assert_eq!(cut(&[10; 3]), [3]);
        assert_eq!(cut(&[10; 7]), [3, 6, 7]);
        assert_eq!(cut(&[60, 60, 40, 200, 1]), [1, 3, 4, 5]);
    }
}
