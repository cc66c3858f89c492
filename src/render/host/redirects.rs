//! `_redirects`: older addresses, for hosts that answer with a real redirect. The pages that say "moved" are there all the
//! same; Netlify and GitLab show these, being files, and only then look here.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::pages::{About, Page};

/// Cloudflare takes so many; a file with more would be cut somewhere.
const MOST: usize = 2_000;
/// And no line may be longer, in bytes.
const LONGEST: usize = 1_000;

/// What would end an address in a line, or mean something there.
const SPECIAL: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'*').add(b':').add(b'?').add(b'<').add(b'>');

/// The lines, where the hosts take that many.
pub(super) struct Redirects {
    lines: Vec<String>,
}

impl Redirects {
    pub(super) fn of(base: String, pages: &[Page]) -> Self {
        let lines = pages.iter().filter_map(|page| match &page.about {
            About::Moved(to) => {
                let from = encoded(page.path.trim_end_matches("index.html"));
                Some(format!("{base}{from} {base}{} 301\n", encoded(to)))
            }
            _ => None,
        });
        Self { lines: lines.filter(|line| line.len() <= LONGEST).collect() }
    }

    /// Whether there is a file to write.
    pub(super) fn are_taken(&self) -> bool {
        (1..=MOST).contains(&self.lines.len())
    }

    pub(super) fn text(&self) -> String {
        self.lines.concat()
    }
}

/// A path as part of a URL.
pub(super) fn encoded(path: &str) -> String {
    utf8_percent_encode(path, SPECIAL).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved(count: usize) -> Redirects {
        let page =
            |at: usize| Page { path: format!("events/old {at}/index.html"), about: About::Moved("events/new/".into()) };
        Redirects::of("/sub/".into(), &(0..count).map(page).collect::<Vec<_>>())
    }

    #[test]
    fn a_line_each_below_the_base() {
        assert_eq!(moved(1).text(), "/sub/events/old%200/ /sub/events/new/ 301\n");
    }

    #[test]
    fn more_than_hosts_take_are_left_to_the_pages() {
        assert!(!moved(0).are_taken() && moved(1).are_taken() && moved(2_000).are_taken() && !moved(2_001).are_taken());
    }
}
