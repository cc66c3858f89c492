//! Lists that are too long for one page, cut: by year where they are in order of time, else into numbered pages.
//!
//! In goes how long a list is; out come the addresses of its pages and what of the list stands on each. A list that fits
//! one page is not cut. Ids are addresses too, so a page of a list that lies beside things steps aside where one of
//! them has its name.

use std::ops::Range;

use serde::Serialize;

use super::address::Here;

/// What the page of entries without a date is called.
const UNDATED: &str = "undated";

/// How many neighbours of a page its pager links to, on either side.
const NEAR: usize = 2;

/// The pages of a list that is cut by number. The first has the list's own address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbered {
    size: usize,
    count: usize,
    addresses: Vec<String>,
}

impl Numbered {
    /// A list of `count` entries, `size` to a page, that has `address` to itself.
    pub fn new(address: &str, size: usize, count: usize) -> Self {
        Self::beside(address, size, count, |_| false)
    }

    /// The same, below whose address other things lie: `taken` says whether one has a name.
    pub fn beside(address: &str, size: usize, count: usize, taken: impl Fn(&str) -> bool) -> Self {
        let size = size.max(1);
        let pages = count.div_ceil(size).max(1);
        let numbered = (2..=pages).map(|number| format!("{address}{}/", free(number.to_string(), &taken)));
        Self { size, count, addresses: std::iter::once(address.to_owned()).chain(numbered).collect() }
    }

    /// Several lists that are cut side by side, each given as how long it is and how much of it fits a page; what this
    /// says of entries is true of the first.
    pub fn several(address: &str, lists: &[(usize, usize)], taken: impl Fn(&str) -> bool) -> Self {
        let pages = lists.iter().map(|(count, size)| count.div_ceil((*size).max(1))).max().unwrap_or(0);
        let (count, size) = lists.first().copied().unwrap_or_default();
        Self { size: size.max(1), count, ..Self::beside(address, 1, pages, taken) }
    }

    /// The addresses of its pages.
    pub fn addresses(&self) -> &[String] {
        &self.addresses
    }

    /// What of the list stands on a page, the first being 0.
    pub fn range(&self, page: usize) -> Range<usize> {
        let start = page.saturating_mul(self.size).min(self.count);
        start..start.saturating_add(self.size).min(self.count)
    }

    /// The page that an entry stands on.
    pub fn page_of(&self, position: usize) -> usize {
        (position / self.size).min(self.addresses.len() - 1)
    }

    /// What leads from a page to the others; nothing where there is one only.
    pub fn pager(&self, here: &Here, page: usize) -> Option<Pager> {
        Pager::new(here, &self.addresses, page)
    }
}

/// What of a list of which `size` entries fit a page stands on this page.
pub fn share<T>(list: &[T], size: usize, page: usize) -> &[T] {
    let start = page.saturating_mul(size).min(list.len());
    &list[start..start.saturating_add(size).min(list.len())]
}

/// The pages of a list in order of time. One that is cut has an overview at its own address, then a page for each year,
/// or several where a year is too long itself; what has no date is at the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByYear {
    address: String,
    count: usize,
    parts: Vec<Part>,
}

/// A page of a list that is cut by year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its year; `None` for what has no date.
    pub year: Option<i32>,
    /// Its address.
    pub address: String,
    /// What of the list it has.
    pub range: Range<usize>,
}

/// All of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year<'a> {
    /// Which; `None` for what has no date.
    pub year: Option<i32>,
    /// Its pages.
    pub parts: &'a [Part],
}

impl Year<'_> {
    /// How many entries it has.
    pub fn count(&self) -> usize {
        self.parts.iter().map(|part| part.range.len()).sum()
    }
}

impl ByYear {
    /// A list with these years, `size` entries to a page. `taken` as in [`Numbered::beside`].
    pub fn new(
        address: &str,
        size: usize,
        years: impl ExactSizeIterator<Item = Option<i32>>,
        taken: impl Fn(&str) -> bool,
    ) -> Self {
        let mut list = Self { address: address.to_owned(), count: years.len(), parts: Vec::new() };
        if list.count <= size {
            return list;
        }
        let mut runs: Vec<(Option<i32>, Range<usize>)> = Vec::new();
        for (position, year) in years.enumerate() {
            match runs.last_mut().filter(|(last, _)| *last == year) {
                Some((_, range)) => range.end = position + 1,
                None => runs.push((year, position..position + 1)),
            }
        }
        for (year, run) in runs {
            let name = year.map_or_else(|| UNDATED.to_owned(), |year| year.to_string());
            let pages = Numbered::new(&format!("{address}{}/", free(name, &taken)), size, run.len());
            for (page, address) in pages.addresses.iter().enumerate() {
                let range = pages.range(page);
                let range = run.start + range.start..run.start + range.end;
                list.parts.push(Part { year, address: address.clone(), range });
            }
        }
        list
    }

    /// Whether it has a page for each year.
    pub fn is_cut(&self) -> bool {
        !self.parts.is_empty()
    }

    /// The addresses of its pages: its own, then those of the years.
    pub fn addresses(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.address.as_str()).chain(self.parts.iter().map(|part| part.address.as_str()))
    }

    /// The page of this number in [`ByYear::addresses`], where it is a year's.
    pub fn part(&self, page: usize) -> Option<&Part> {
        self.parts.get(page.checked_sub(1)?)
    }

    /// What of the list stands on a page: all of it where it is not cut, nothing on the overview of one that is.
    pub fn range(&self, page: usize) -> Range<usize> {
        match self.part(page) {
            Some(part) => part.range.clone(),
            None if self.is_cut() => 0..0,
            None => 0..self.count,
        }
    }

    /// The address of the page that an entry stands on.
    pub fn address_of(&self, position: usize) -> &str {
        let after = self.parts.partition_point(|part| part.range.end <= position);
        self.parts.get(after).map_or(&self.address, |part| &part.address)
    }

    /// Its years, in the order of the list.
    pub fn years(&self) -> impl Iterator<Item = Year<'_>> {
        self.parts.chunk_by(|a, b| a.year == b.year).map(|parts| Year { year: parts[0].year, parts })
    }

    /// What leads from a year's page to the others of that year; nothing where there is one only.
    pub fn pager(&self, here: &Here, page: usize) -> Option<Pager> {
        let part = self.part(page)?;
        let of_year: Vec<&Part> = self.parts.iter().filter(|other| other.year == part.year).collect();
        let page = of_year.iter().position(|other| other.address == part.address)?;
        let addresses: Vec<String> = of_year.into_iter().map(|part| part.address.clone()).collect();
        Pager::new(here, &addresses, page)
    }
}

/// What leads from one page of a list to the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Pager {
    /// The page's number, from 1.
    pub page: usize,
    /// How many there are.
    pub pages: usize,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
    /// The first, the last, and those near this one.
    pub links: Vec<PagerLink>,
}

/// A page that a pager leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PagerLink {
    /// Its number, from 1.
    pub number: usize,
    /// Where it is.
    pub href: String,
    /// Whether pages are left out before it.
    pub gap: bool,
}

impl Pager {
    fn new(here: &Here, addresses: &[String], page: usize) -> Option<Self> {
        let pages = addresses.len();
        if pages < 2 {
            return None;
        }
        let link = |page: usize| addresses.get(page).map(|address| here.to(address));
        let near = page.saturating_sub(NEAR)..=page.saturating_add(NEAR);
        let mut links: Vec<PagerLink> = Vec::new();
        for (at, address) in addresses.iter().enumerate() {
            if at == 0 || at + 1 == pages || near.contains(&at) {
                let gap = links.last().is_some_and(|last| last.number != at);
                links.push(PagerLink { number: at + 1, href: here.to(address), gap });
            }
        }
        Some(Self { page: page + 1, pages, previous: page.checked_sub(1).and_then(link), next: link(page + 1), links })
    }
}

/// A name that nothing has yet.
pub fn free(mut name: String, taken: &impl Fn(&str) -> bool) -> String {
    while taken(&name) {
        name.push_str("-list");
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_that_fits_has_one_page() {
        let list = Numbered::new("claims/", 10, 10);
        assert_eq!((list.addresses(), list.range(0)), (&["claims/".to_owned()][..], 0..10));
        assert_eq!(list.pager(&Here::at("claims/index.html"), 0), None);
        assert_eq!(Numbered::new("claims/", 10, 0).range(0), 0..0);
    }

    #[test]
    fn a_page_steps_aside_for_a_thing_of_its_name() {
        let list = Numbered::beside("claims/", 10, 25, |name| name == "2");
        assert_eq!(list.addresses(), ["claims/", "claims/2-list/", "claims/3/"]);
    }

    #[test]
    fn a_pager_leads_to_the_ends_and_the_neighbours() {
        let list = Numbered::new("a/", 1, 20);
        let pager = list.pager(&Here::at("a/10/index.html"), 9).unwrap();
        let numbers: Vec<_> = pager.links.iter().map(|link| (link.number, link.gap)).collect();
        let expected = [(1, false), (8, true), (9, false), (10, false), (11, false), (12, false), (20, true)];
        assert_eq!(numbers, expected);
        assert_eq!((pager.page, pager.pages), (10, 20));
        assert_eq!((pager.previous.as_deref(), pager.next.as_deref()), (Some("../../a/9/"), Some("../../a/11/")));
    }

    #[test]
    fn years_have_pages_of_their_own() {
        let years = [Some(2023), Some(2024), Some(2024), Some(2024), None];
        let list = ByYear::new("timeline/", 2, years.into_iter(), |_| false);
        let addresses: Vec<&str> = list.addresses().collect();
        let expected = ["timeline/", "timeline/2023/", "timeline/2024/", "timeline/2024/2/", "timeline/undated/"];
        assert_eq!(addresses, expected);
        assert_eq!((list.range(0), list.range(2), list.range(3)), (0..0, 1..3, 3..4));
        assert_eq!(list.years().map(|year| year.count()).collect::<Vec<_>>(), [1, 3, 1]);
        let here = Here::at("timeline/2024/index.html");
        assert_eq!(list.pager(&here, 2).map(|pager| (pager.page, pager.pages)), Some((1, 2)));
        assert_eq!(list.pager(&here, 1), None);
    }

    #[test]
    fn a_short_list_in_order_of_time_is_not_cut() {
        let list = ByYear::new("timeline/", 2, [Some(2023), None].into_iter(), |_| false);
        assert!(!list.is_cut());
        assert_eq!((list.range(0), list.address_of(1)), (0..2, "timeline/"));
    }

    proptest::proptest! {
        #[test]
        fn every_entry_stands_on_one_page(count in 0_usize..200, size in 1_usize..40) {
            let list = Numbered::new("a/", size, count);
            let all: Vec<usize> = (0..list.addresses().len()).flat_map(|page| list.range(page)).collect();
            proptest::prop_assert_eq!(all, (0..count).collect::<Vec<_>>());
            for position in 0..count {
                proptest::prop_assert!(list.range(list.page_of(position)).contains(&position));
            }
        }

        #[test]
        fn every_entry_stands_in_its_year(mut years in proptest::collection::vec(1990_i32..1996, 1..60), size in 1_usize..20) {
            years.sort_unstable();
            let list = ByYear::new("t/", size, years.iter().map(|&year| Some(year)), |_| false);
            for (position, year) in years.iter().enumerate() {
                let address = list.address_of(position);
                let expected = if list.is_cut() { format!("t/{year}/") } else { "t/".to_owned() };
                proptest::prop_assert!(address.starts_with(&expected), "{} {}", address, expected);
                let page = list.addresses().position(|other| other == address).unwrap();
                proptest::prop_assert!(list.range(page).contains(&position));
            }
        }
    }
}
