//! Stage 1: files → typed articles, questions, events …, one file at a time, with positions.

pub mod markdown;
