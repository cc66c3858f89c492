//! Files that have all of the corpus in them: made by all threads and taken part by part, so that none is ever in memory as
//! a whole.

use rayon::prelude::*;
use serde::Serialize;

/// Takes the parts of a file in their order.
pub type Sink<'s> = dyn FnMut(&[u8]) + Send + 's;

/// How many rows one thread makes at a time.
const CHUNK: usize = 512;

/// How many chunks are made before the next ones are.
const CHUNKS: usize = 8;

/// Makes rows, side by side, while the ones before them are taken.
pub(super) fn each<R: Sync>(rows: &[R], lines: impl Fn(&[R]) -> Vec<u8> + Sync, to: &mut Sink<'_>) {
    let mut made: Vec<Vec<u8>> = Vec::new();
    for some in rows.chunks(CHUNK * CHUNKS) {
        let make = || some.par_chunks(CHUNK).map(&lines).collect();
        (made, ()) = rayon::join(make, || made.iter().for_each(|part| to(part)));
    }
    made.iter().for_each(|part| to(part));
}

/// A JSON array of what each row gives, one a line.
pub(super) fn json_list<R: Sync, J: Serialize>(rows: &[R], one: impl Fn(&R) -> J + Sync, to: &mut Sink<'_>) {
    if rows.is_empty() {
        return to(b"[]");
    }
    let lines = |rows: &[R]| {
        let mut text = Vec::new();
        for row in rows {
            text.extend_from_slice(b",\n");
            // Text keys and plain values, written to memory: there is nothing that could be refused.
            let _ = serde_json::to_writer(&mut text, &one(row));
        }
        text
    };
    let mut is_first = true;
    each(rows, lines, &mut |part| match std::mem::take(&mut is_first) {
        // In the place of the first comma.
        true => [b"[", &part[1..]].into_iter().for_each(&mut *to),
        false => to(part),
    });
    to(b"\n]");
}
