//! COMPARISON.md, tried case by case.
//!
//! `worked.json` are the worked cases that came with the specification. `cases/*.txt` are ours, a line each; how a line is
//! written stands in `cases.rs`. Every case is run with its claims in both orders. `laws.rs` are what must
//! hold of any corpus; `questions.rs` and `listed.rs` are what is told of a question as a whole; `sums.rs` and `totals.rs` compare with slower, simpler programs; `events.rs` are accounts.

mod cases;
mod corpus;
mod cost;
mod events;
mod laws;
mod listed;
mod questions;
mod summary;
mod sums;
mod totals;
mod worked;
