//! Everything that was read, cross-referenced and immutable: what stage 2 (link) gives and every later stage reads.

use super::{
    Account, AccountRef, Article, ArticleRef, Claim, ClaimRef, Date, EditorPage, Entity, EntityRef, Event, EventRef,
    Question, QuestionRef, Site, Source, SourceRef, Text, Texts,
};

/// All records, each list sorted by id. Accounts and claims are in the order of their articles, then as written.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    /// The site's settings.
    pub site: Site,
    /// Articles, drafts included only where they were asked for.
    pub articles: Vec<Article>,
    /// What they say in full.
    pub texts: Texts,
    /// What articles say of events.
    pub accounts: Vec<Account>,
    /// What articles answer to questions.
    pub claims: Vec<Claim>,
    /// What the claims answer.
    pub questions: Vec<Question>,
    /// Events, those without a file included.
    pub events: Vec<Event>,
    /// Publishers.
    pub sources: Vec<Source>,
    /// People, organizations, states and places.
    pub entities: Vec<Entity>,
    /// The editor's own pages.
    pub pages: Vec<EditorPage>,
}

macro_rules! lookup {
    ($($reference:ident => $list:ident: $record:ident),* $(,)?) => {
        $(impl std::ops::Index<$reference> for Corpus {
            type Output = $record;
            fn index(&self, at: $reference) -> &$record {
                &self.$list[at.0]
            }
        })*
    };
}

lookup! {
    ArticleRef => articles: Article,
    AccountRef => accounts: Account,
    ClaimRef => claims: Claim,
    QuestionRef => questions: Question,
    EventRef => events: Event,
    SourceRef => sources: Source,
    EntityRef => entities: Entity,
}

impl Corpus {
    /// The text of an article, made anew.
    pub fn text(&self, at: ArticleRef) -> Text {
        self.texts.of(at, &self[at])
    }

    /// What the site calls an event: the editor's title, else the first that an account gives, else its id.
    pub fn event_title(&self, at: EventRef) -> &str {
        let event = &self[at];
        let told = || event.accounts.iter().find_map(|account| self[*account].title.as_deref());
        event.title.as_deref().or_else(told).unwrap_or(&event.id)
    }

    /// When an event took place, as far as one date can say it: the editor's, else the first that an account gives.
    pub fn event_date(&self, at: EventRef) -> Option<&Date> {
        let event = &self[at];
        let told = || event.accounts.iter().find_map(|account| self[*account].date.as_ref());
        event.date.as_ref().or_else(told)
    }

    /// The publisher of an article, where it is known.
    pub fn source_of(&self, at: ArticleRef) -> Option<&Source> {
        self[at].source.map(|source| &self[source])
    }
}
