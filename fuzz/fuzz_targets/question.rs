//! A question to read values for.

use crosscheck::model::{Kind, Question};

pub fn question(nonneg: bool) -> Question {
    Question { unit: Some("barrels".into()), nonneg, ..Question::new("q", Kind::Level) }
}
