//! **crosscheck** turns a folder of annotated articles into a static site that shows what happened, who says so, and
//! where the sources differ.
//!
//! ```text
//! content/ seeds/ crosscheck.yaml      themes/
//!         │                               │
//!   1 read      files → typed articles, questions, events …       [`read`]
//!   2 link      ids resolved, quotes anchored → Corpus            [`link`]
//!   3 compare   pairs and sums within a question → Findings       [`compare`]
//!   4 pages     Corpus + Findings → pages with their contexts     [`pages`]
//!   5 render    page → bytes                                      [`render`]
//!   6 write     only what changed                                 [`write`]
//! ```
//!
//! One direction: no stage knows a later one. Problems are values ([`diagnostics`]) that flow along and are printed at
//! the end, all of them.

pub mod cache;
pub mod compare;
pub mod diagnostics;
pub mod fault;
pub mod hints;
pub mod hosts;
pub mod hyperlinks;
pub mod i18n;
pub mod languages;
pub mod link;
pub mod model;
pub mod outputs;
pub mod pages;
pub mod pipeline;
pub mod preview;
pub mod privacy;
pub mod publish;
pub mod read;
pub mod render;
pub mod search;
pub mod timings;
pub mod write;
