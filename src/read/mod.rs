//! Stage 1: files become typed front matter and text.
//!
//! In goes the root folder, out come a [`Collection`] and every problem found. A file is read on its own, so all are
//! read in parallel; nothing is looked up in another file here.

pub mod date;
pub mod fields;
pub mod malformed;
pub mod markdown;
pub mod value;

mod collection;

pub use collection::{Collection, File};
