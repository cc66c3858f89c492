//! Positions of records in the [`Corpus`](super::Corpus). Cheap to copy, ordered as the records are (by id).

use serde::{Deserialize, Serialize};

macro_rules! reference {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub struct $name(pub usize);
    };
}

reference!(
    /// A position in `Corpus::articles`.
    ArticleRef
);
reference!(
    /// A position in `Corpus::accounts`.
    AccountRef
);
reference!(
    /// A position in `Corpus::claims`.
    ClaimRef
);
reference!(
    /// A position in `Corpus::questions`.
    QuestionRef
);
reference!(
    /// A position in `Corpus::events`.
    EventRef
);
reference!(
    /// A position in `Corpus::sources`.
    SourceRef
);
reference!(
    /// A position in `Corpus::entities`.
    EntityRef
);
