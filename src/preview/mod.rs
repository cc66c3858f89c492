//! The preview: a site that is only in memory, and shows what was just saved.

pub mod http;
mod problem;
mod site;
pub mod watch;

pub use problem::{Line, Note, Problem, Spot};
pub use site::{Site, State};
