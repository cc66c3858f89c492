//! Files that have all of the corpus in them: made by all threads and taken part by part, so that none is ever in memory as
//! a whole; and rows that stand in the file of a former build, which are taken from there.

use rayon::prelude::*;
use serde::Serialize;

use super::former::Former;
use super::plan::{Piece, Plan};
use crate::cache::{Chunk, Rows};

/// Takes the parts of a file in their order.
pub type Sink<'s> = dyn FnMut(&[u8]) + Send + 's;

/// How many chunks are made before the next ones are.
const CHUNKS: usize = 32;

/// A file that is being made, with what is known of its rows.
pub struct Sheet<'s, 't> {
    plan: &'s Plan,
    former: Option<&'s Former>,
    /// Who takes it; nobody where it is only to be known what it would be.
    to: Option<&'s mut Sink<'t>>,
    /// How many bytes it has so far.
    length: u64,
    /// Whether it has a row.
    has_rows: bool,
    /// A hash of what is no row.
    beside: blake3::Hasher,
    /// Where the rows are that the next build may take from it.
    chunks: Vec<Chunk>,
}

/// Some rows that were made, or would have been.
enum Lines {
    /// These, and hashes of what they follow from and of themselves where they may be known again.
    Made(Vec<u8>, Option<([u8; 32], [u8; 32])>),
    /// As the former build's file has them.
    Known(Chunk),
}

impl<'s, 't> Sheet<'s, 't> {
    /// An empty one.
    pub(super) fn new(plan: &'s Plan, former: Option<&'s Former>, to: Option<&'s mut Sink<'t>>) -> Self {
        Self { plan, former, to, length: 0, has_rows: false, beside: blake3::Hasher::new(), chunks: Vec::new() }
    }

    /// What the next build may take from it.
    pub(super) fn into_rows(self) -> Rows {
        Rows { beside: *self.beside.finalize().as_bytes(), chunks: self.chunks }
    }

    /// Gives a part that is no row.
    pub(super) fn put(&mut self, part: &[u8]) {
        self.beside.update(part);
        self.give(part);
    }

    fn give(&mut self, part: &[u8]) {
        self.length += part.len() as u64;
        if let Some(to) = &mut self.to {
            to(part);
        }
    }

    /// Gives the rows that the plan is of. Some are made, side by side, while the ones before them are taken. `lines` makes
    /// some of them, as they stand in the file one after the other; `between` is what stands between them and the next.
    pub(super) fn rows<R: Sync>(&mut self, rows: &[R], between: &[u8], lines: impl Fn(&[R]) -> Vec<u8> + Sync) {
        let (plan, former, is_given) = (self.plan, self.former, self.to.is_some());
        let make = |piece: &Piece| {
            let known = piece.from.as_ref().zip(former);
            if let Some(chunk) = known.and_then(|(from, former)| former.chunk(from)).filter(|_| !is_given) {
                return Lines::Known(*chunk);
            }
            let known = known.and_then(|(from, former)| former.rows(from));
            let bytes = known.unwrap_or_else(|| lines(rows.get(piece.rows.clone()).unwrap_or_default()));
            let hash = piece.from.map(|from| (from, *blake3::hash(&bytes).as_bytes()));
            Lines::Made(bytes, hash)
        };
        let mut made: Vec<Lines> = Vec::new();
        for pieces in plan.pieces().chunks(CHUNKS) {
            let before = std::mem::take(&mut made);
            let take = || before.into_iter().for_each(|lines| self.take(lines, between));
            (made, ()) = rayon::join(|| pieces.par_iter().map(make).collect(), take);
        }
        made.into_iter().for_each(|lines| self.take(lines, between));
    }

    fn take(&mut self, lines: Lines, between: &[u8]) {
        if std::mem::replace(&mut self.has_rows, true) {
            self.give(between);
        }
        match lines {
            Lines::Known(chunk) => {
                self.chunks.push(Chunk { start: self.length, ..chunk });
                self.length += chunk.length;
            }
            Lines::Made(bytes, hash) => {
                let (start, length) = (self.length, bytes.len() as u64);
                self.chunks.extend(hash.map(|(from, bytes)| Chunk { from, start, length, bytes }));
                self.give(&bytes);
            }
        }
    }

    /// Gives a JSON array of what each row gives, one a line.
    pub(super) fn json_list<R: Sync, J: Serialize>(&mut self, rows: &[R], one: impl Fn(&R) -> J + Sync) {
        if rows.is_empty() {
            return self.put(b"[]");
        }
        let lines = |rows: &[R]| {
            let mut text = Vec::new();
            for (position, row) in rows.iter().enumerate() {
                text.extend_from_slice(if position == 0 { b"" } else { BETWEEN });
                // Text keys and plain values, written to memory: there is nothing that could be refused.
                let _ = serde_json::to_writer(&mut text, &one(row));
            }
            text
        };
        self.put(b"[\n");
        self.rows(rows, BETWEEN, lines);
        self.put(b"\n]");
    }
}

/// What stands between two rows of a JSON array.
const BETWEEN: &[u8] = b",\n";
