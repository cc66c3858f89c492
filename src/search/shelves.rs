//! Divides a long run of items into files of about one size, such that a change moves few borders.
//!
//! Whether an item is the last of its file depends on the item itself and on how much the file holds by then: after a
//! change, the borders soon fall where they fell before, and the files beyond are the same files.

use std::ops::Range;

/// How large the files are to be, in bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Size {
    /// No smaller, but for the last.
    pub(super) least: usize,
    /// About so much more.
    pub(super) more: usize,
    /// An item that would make it larger than this starts the next.
    pub(super) most: usize,
}

/// There are no more files than about so many: those of a large site are larger.
pub(super) const MOST_FILES: usize = 1000;

impl Size {
    /// The size of the files of so many bytes. It grows in steps: a little more moves no borders.
    pub(super) fn of_all(self, bytes: usize) -> Self {
        let mut halves = 2;
        while halves * (self.least + self.more) * MOST_FILES < 2 * bytes {
            halves = if halves.is_power_of_two() { halves / 2 * 3 } else { halves / 3 * 4 };
        }
        let part = |of: usize| of * halves / 2;
        Self { least: part(self.least), more: part(self.more), most: part(self.most) }
    }
}

/// The files, as ranges of the items, of which each has a name and a size.
pub(super) fn divide<'i>(items: impl Iterator<Item = (&'i str, usize)>, size: Size) -> Vec<Range<usize>> {
    let mut files = Vec::new();
    let (mut start, mut filled, mut at) = (0, 0, 0);
    for (name, bytes) in items {
        if filled > 0 && filled + bytes > size.most {
            files.push(start..at);
            (start, filled) = (at, 0);
        }
        filled += bytes;
        at += 1;
        if filled >= size.least && is_last(name, bytes, size.more) {
            files.push(start..at);
            (start, filled) = (at, 0);
        }
    }
    if start < at {
        files.push(start..at);
    }
    files
}

/// True of one item in so many that, on the average, a file holds `more` bytes before one.
fn is_last(name: &str, bytes: usize, more: usize) -> bool {
    let hash = blake3::hash(name.as_bytes());
    let number = u32::from_le_bytes(hash.as_bytes()[..4].try_into().unwrap_or_default());
    (number as usize) % more < bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: Size = Size { least: 1000, more: 500, most: 4000 };

    fn divided(names: &[String]) -> Vec<Vec<String>> {
        divide(names.iter().map(|name| (name.as_str(), name.len())), SIZE)
            .into_iter()
            .map(|range| names[range].to_vec())
            .collect()
    }

    #[test]
    fn every_item_is_in_one_file_of_about_the_size() {
        let names: Vec<String> = (0..5000).map(|number| format!("word-{number}")).collect();
        let files = divided(&names);
        assert_eq!(files.concat(), names);
        let bytes: usize = names.iter().map(String::len).sum();
        assert!((bytes / 2500..=bytes / 1000).contains(&files.len()), "{} of {bytes}", files.len());
        assert!(files.iter().all(|file| file.iter().map(String::len).sum::<usize>() <= SIZE.most));
    }

    #[test]
    fn one_more_item_changes_few_files() {
        let mut names: Vec<String> = (0..5000).map(|number| format!("word-{number}")).collect();
        let before = divided(&names);
        names.insert(100, "one more".into());
        let changed = divided(&names).iter().filter(|file| !before.contains(file)).count();
        assert!(changed <= before.len() / 4, "{changed} of {}", before.len());
    }

    #[test]
    fn the_number_of_files_is_bounded() {
        let names: Vec<String> = (0..500_000).map(|number| format!("word-{number}")).collect();
        let bytes: usize = names.iter().map(String::len).sum();
        for times in [1, 2, 5] {
            let sized = names.iter().map(|name| (name.as_str(), name.len() * times));
            let files = divide(sized, SIZE.of_all(bytes * times)).len();
            assert!((MOST_FILES / 2..=MOST_FILES * 11 / 10).contains(&files), "{files}");
        }
        assert_eq!(SIZE.of_all(1_400_000).least, SIZE.least);
        assert_eq!([2, 3, 4, 5, 7].map(|times| SIZE.of_all(1_490_000 * times).least), [2000, 3000, 4000, 6000, 8000]);
    }

    #[test]
    fn a_large_item_has_a_file_of_its_own() {
        let items = [("a", 10), ("b", 9000), ("c", 10)];
        assert_eq!(divide(items.into_iter(), SIZE).first(), Some(&(0..1)));
        assert!(divide(std::iter::empty(), SIZE).is_empty());
    }
}
