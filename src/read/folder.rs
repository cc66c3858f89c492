//! The folders under `content/`, one for each kind of file.

/// A kind of file that has a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is explained in FORMAT.md")]
pub enum Folder {
    Articles,
    Questions,
    Events,
    Sources,
    Entities,
    Pages,
}

impl Folder {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Articles, Self::Questions, Self::Events, Self::Sources, Self::Entities, Self::Pages];

    /// Its name under `content/`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Articles => "articles",
            Self::Questions => "questions",
            Self::Events => "events",
            Self::Sources => "sources",
            Self::Entities => "entities",
            Self::Pages => "pages",
        }
    }

    /// One file in it: "article".
    pub fn singular(self) -> &'static str {
        match self {
            Self::Entities => "entity",
            other => other.name().trim_end_matches('s'),
        }
    }

    /// The folder with a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|folder| folder.name() == name)
    }
}
