//! A question to read values for.

use std::collections::BTreeMap;

use crosscheck::model::{Kind, Question, Tolerance};

pub fn question(nonneg: bool) -> Question {
    Question {
        id: "q".into(),
        question: String::new(),
        kind: Kind::Level,
        unit: Some("barrels".into()),
        since: None,
        scope: Vec::new(),
        may_fall: None,
        integer: false,
        exact_counts: None,
        nonneg,
        tolerance: Tolerance::default(),
        fx: BTreeMap::new(),
        exclusive: true,
        categories: Vec::new(),
        categories_are_entities: false,
        rulings: Vec::new(),
        body: String::new(),
        aliases: Vec::new(),
        claims: Vec::new(),
    }
}
