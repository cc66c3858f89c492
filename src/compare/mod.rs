//! Stage 3: claims and accounts are set side by side (COMPARISON.md).

mod report;

pub use report::{Band, Comparison, Counts, Derived, EventSummary, QuestionSummary};
