//! How the rows of a file are cut into chunks: each is made by one thread and, where nothing that it follows from changed, is
//! taken from the file of the former build.

use std::ops::Range;

use rayon::prelude::*;

use super::former::Former;
use crate::pages::{Follows, Reach};

/// How many chunks a file has that are known by what they follow from, or nearly so many. One that has fewer rows knows each.
const CHUNKS: usize = 512;

/// How many rows such a chunk has at the most, on an average.
const ROWS: usize = 128;

/// How many it has at the most.
const MOST: usize = 512;

/// How many rows are looked at before the next ones are.
const AT_ONCE: usize = 1 << 14;

/// A hash of something and of all that it follows from.
type Print = [u8; 32];

/// All rows of a file, in chunks.
#[derive(Debug, Default)]
pub struct Plan {
    pieces: Vec<Piece>,
    /// A hash of all else that the file follows from, where that is known.
    others: Option<Print>,
}

/// A chunk that is to be made.
#[derive(Debug)]
pub(super) struct Piece {
    /// Its rows.
    pub(super) rows: Range<usize>,
    /// A hash of all that they follow from, the program apart; none where nobody wants to know them again.
    pub(super) from: Option<Print>,
}

impl Plan {
    /// Of rows of which it is known what each follows from; without a reach all of them are to be made.
    pub(super) fn of<R: Sync>(
        rows: &[R],
        reach: Option<&Reach<'_>>,
        follows: impl Fn(&R, &mut Follows<'_, '_>) + Sync,
    ) -> Self {
        let Some(reach) = reach else { return Self::all(rows.len()) };
        Self::cut(rows, reach.print_of(|_| ()), |row| reach.print_row(|from| follows(row, from)))
    }

    fn all(rows: usize) -> Self {
        let piece = |start| Piece { rows: start..rows.min(start + MOST), from: None };
        Self { pieces: (0..rows).step_by(MOST).map(piece).collect(), others: None }
    }

    /// Where one chunk ends and the next begins is told by the names of rows: one that comes or goes moves no border but its own,
    /// and one that changes none.
    fn cut<R: Sync>(rows: &[R], others: Print, from: impl Fn(&R) -> (Print, u64) + Sync) -> Self {
        let mut plan = Self { pieces: Vec::new(), others: Some(others) };
        let average = (rows.len() / CHUNKS).next_power_of_two().min(ROWS) as u64;
        let (mut start, mut hasher) = (0, blake3::Hasher::new());
        for (part, some) in rows.chunks(AT_ONCE).enumerate() {
            let prints: Vec<(Print, u64)> = some.par_iter().map(&from).collect();
            for (offset, (print, name)) in prints.iter().enumerate() {
                hasher.update(print);
                let end = part * AT_ONCE + offset + 1;
                if name.is_multiple_of(average) || end - start == MOST || end == rows.len() {
                    plan.pieces.push(Piece { rows: start..end, from: Some(*hasher.finalize().as_bytes()) });
                    (start, hasher) = (end, blake3::Hasher::new());
                }
            }
        }
        plan
    }

    /// Its chunks, in order.
    pub(super) fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// Whether most of its rows follow from what rows of the former build do.
    pub fn is_known(&self, former: &Former) -> bool {
        let is_new = |piece: &&Piece| piece.from.is_none_or(|from| former.chunk(&from).is_none());
        self.pieces.iter().filter(is_new).count() <= self.pieces.len() / 4
    }

    /// A hash of all that the file follows from; none where that is not known.
    pub fn print(&self) -> Option<Print> {
        let mut print = blake3::Hasher::new();
        print.update(self.others.as_ref()?);
        for piece in &self.pieces {
            print.update(piece.from.as_ref()?);
        }
        Some(*print.finalize().as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of rows with a name and something to say.
    fn of(rows: &[(u64, u64)]) -> Plan {
        Plan::cut(rows, [0; 32], |&(name, says)| {
            let print = *blake3::hash(format!("{name} {says}").as_bytes()).as_bytes();
            (print, name.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32)
        })
    }

    fn rows(count: u64) -> Vec<(u64, u64)> {
        (0..count).map(|name| (name, 0)).collect()
    }

    fn froms(plan: &Plan) -> Vec<Print> {
        plan.pieces().iter().filter_map(|piece| piece.from).collect()
    }

    #[test]
    fn every_row_is_in_one_chunk() {
        for count in [0, 1, 63, 512, 513, 40_000] {
            let rows = rows(count);
            for plan in [of(&rows), Plan::all(rows.len())] {
                let all: Vec<usize> = plan.pieces().iter().flat_map(|piece| piece.rows.clone()).collect();
                assert_eq!(all, (0..rows.len()).collect::<Vec<_>>());
                assert!(plan.pieces().iter().all(|piece| (1..=MOST).contains(&piece.rows.len())));
            }
        }
    }

    #[test]
    fn a_row_that_comes_or_changes_leaves_the_other_chunks() {
        let rows = rows(40_000);
        let before = froms(&of(&rows));
        let mut more = rows.clone();
        more.insert(20_000, (1_000_000, 0));
        more[30_000].1 = 1;
        let after = froms(&of(&more));
        let new = after.iter().filter(|from| !before.contains(from)).count();
        assert!((1..=6).contains(&new) && before.len() > 200, "{new} of {}", before.len());
        assert_ne!(of(&rows).print(), of(&more).print());
    }

    #[test]
    fn rows_that_only_say_something_else_are_cut_as_before() {
        let borders = |plan: &Plan| plan.pieces().iter().map(|piece| piece.rows.end).collect::<Vec<_>>();
        let mut others = rows(40_000);
        others.iter_mut().for_each(|row| row.1 = 1);
        assert_eq!(borders(&of(&others)), borders(&of(&rows(40_000))));
    }
}
