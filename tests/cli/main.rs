//! The program as a person runs it: what it prints, what it writes, how it ends.
//!
//! `harness` runs the program in a folder of its own; `cases` runs each folder of `tests/cases`; the other modules are
//! tests by feature.

mod build;
mod cache;
mod cases;
mod check;
mod docs;
mod harness;
mod init;
mod new;
mod publish;
mod usage;
mod worked;
