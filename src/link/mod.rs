//! Stage 2: ids resolved, values and dates read, quotes anchored → the [`Corpus`](crate::model::Corpus).

mod normal;
