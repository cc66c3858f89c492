//! COMPARISON.md, tried case by case.
//!
//! `worked.json` are the worked cases that came with the specification. `cases/*.txt` are ours, a line each; how a line is
//! written stands in `cases.rs`. Every case is run with its claims in both orders.

mod cases;
mod corpus;
mod worked;
