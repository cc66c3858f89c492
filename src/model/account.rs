//! What an article says of an event.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ArticleRef, Attribution, Date, EventRef, Mention};

/// Whether the event took place, by the account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are the words of FORMAT.md")]
pub enum Status {
    #[default]
    Happened,
    Planned,
    Cancelled,
    Denied,
}

/// One account, linked.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Account {
    /// The full id: `article#id`.
    pub id: String,
    /// The article that gives it.
    pub article: ArticleRef,
    /// Its position among the article's accounts: `events[position]` in the front matter.
    pub position: usize,
    /// What it is about.
    pub event: EventRef,
    /// The editor's words for it; `None`: the event's own title.
    pub title: Option<String>,
    /// When it took place, by this account.
    pub date: Option<Date>,
    /// Where.
    pub place: Option<Mention>,
    /// Who took part.
    pub who: Vec<Mention>,
    /// Whether it took place.
    pub status: Status,
    /// Free text that the timeline filters by.
    pub kind: Option<String>,
    /// Who says it, and in which words.
    pub attribution: Attribution,
}

impl Status {
    /// Its name in front matter.
    pub fn name(self) -> &'static str {
        match self {
            Self::Happened => "happened",
            Self::Planned => "planned",
            Self::Cancelled => "cancelled",
            Self::Denied => "denied",
        }
    }
}
