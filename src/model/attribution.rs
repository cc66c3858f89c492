//! Who says it, when, on whose word, and in which words: the same on accounts and claims (FORMAT.md, "Attribution").

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use std::collections::BTreeMap;
use std::ops::Range;

use super::{ArticleRef, ClaimRef, Date, EntityRef, SourceRef};

/// Fields that an editor inferred, each with the reason: field name → because.
pub type Inferred = BTreeMap<String, String>;

/// Who asserts something.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Party {
    /// One of the corpus' entities.
    Entity(EntityRef),
    /// One of the corpus' publishers.
    Source(SourceRef),
    /// Somebody without a file.
    Text(String),
}

/// Where the article got it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Via {
    /// Another article of the corpus.
    Article(ArticleRef),
    /// A claim of the corpus.
    Claim(ClaimRef),
    /// A publisher or an entity, or a text such as "a ministry's press release".
    Party(Party),
}

/// How the party stands to what it says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are the words of FORMAT.md")]
pub enum Stance {
    #[default]
    Asserts,
    Reports,
    Estimates,
    Projects,
    Alleges,
    Denies,
}

/// Words of the article, found where they stand.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Quote {
    /// The words, as the article's text has them (not as the front matter spells them).
    pub text: String,
    /// Byte range in the article's [`plain text`](super::Text::plain); `None` where the quote stands in the title.
    pub range: Option<Range<usize>>,
}

/// What accounts and claims have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribution {
    /// Who asserts it; `None`: the article's own voice.
    pub by: Option<Party>,
    /// When it was said; `None`: when the article was published.
    pub said: Option<Date>,
    /// Where the article got it.
    pub via: Option<Via>,
    /// How the party stands to it.
    pub stance: Stance,
    /// The words it rests on, in the order of the text.
    pub quotes: Vec<Quote>,
    /// The editor's translation of the quotes.
    pub translation: Option<String>,
    /// The editor's note, in Markdown, shown.
    pub note: Option<String>,
    /// What is inferred, and why.
    pub inferred: Inferred,
    /// Left out of the site.
    pub draft: bool,
}

impl Stance {
    /// Its name in front matter.
    pub fn name(self) -> &'static str {
        match self {
            Self::Asserts => "asserts",
            Self::Reports => "reports",
            Self::Estimates => "estimates",
            Self::Projects => "projects",
            Self::Alleges => "alleges",
            Self::Denies => "denies",
        }
    }
}
