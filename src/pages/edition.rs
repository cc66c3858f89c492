//! Everything that stage 4 reads, with what it looks up more than once: who said what, what was found about which
//! statement, what is shown at all. Made once for a build, read by all threads.

use std::sync::OnceLock;

use chrono::NaiveDate;

use super::Options;
use super::a_to_z::AToZ;
use super::address::{self, Here};
use super::changed;
use super::charts::Strip;
use super::coverage::Coverage;
use super::order::Order;
use super::parts::{self, Named, Phrase, Verdict};
use super::places::FindingPlaces;
use super::timeline;
use crate::compare::Comparison;
use crate::i18n::Language;
use crate::model::{
    AccountRef, Article, ArticleRef, Attribution, ClaimRef, Class, Corpus, Date, EntityRef, Event, EventRef, Finding,
    Party, QuestionRef, Source, SourceRef, Subject, TextMode, Value, Via,
};

/// The corpus with what was found in it, ready for pages to be made of.
pub struct Edition<'a> {
    /// Everything that was read.
    pub corpus: &'a Corpus,
    /// Everything that was found.
    pub comparison: &'a Comparison,
    /// What the site speaks.
    pub language: &'a Language,
    /// What the command line asks for.
    pub options: Options,
    findings: FindingPlaces,
    /// The sentence of each finding, once it was asked for: most are on three pages and in two data files.
    sentences: Vec<OnceLock<Vec<Phrase>>>,
    /// The first words of each article without a headline, once they were asked for.
    incipits: Vec<OnceLock<Option<String>>>,
    articles_of_sources: Vec<Vec<ArticleRef>>,
    events_of_entities: Vec<Vec<EventRef>>,
    claims_by_entities: Vec<Vec<ClaimRef>>,
    claims_about_entities: Vec<Vec<ClaimRef>>,
    parts_of_events: Vec<Vec<EventRef>>,
    timeline: Vec<EventRef>,
    /// Each event's place in the timeline.
    places: Vec<Option<usize>>,
    unidentified: usize,
    /// Each question's answers in the order in which they are numbered, once somebody asked.
    answers: Vec<OnceLock<Vec<ClaimRef>>>,
    order: OnceLock<Order>,
    overview: OnceLock<Option<Strip>>,
    coverage: OnceLock<Coverage>,
    changed: OnceLock<Option<NaiveDate>>,
    a_to_z: OnceLock<AToZ>,
}

impl<'a> Edition<'a> {
    /// Looks through the corpus once.
    pub fn new(corpus: &'a Corpus, comparison: &'a Comparison, language: &'a Language, options: Options) -> Self {
        let mut edition = Self {
            corpus,
            comparison,
            language,
            options,
            findings: FindingPlaces::new(corpus, &comparison.findings),
            sentences: vec![OnceLock::new(); comparison.findings.len()],
            incipits: vec![OnceLock::new(); corpus.articles.len()],
            articles_of_sources: vec![Vec::new(); corpus.sources.len()],
            events_of_entities: vec![Vec::new(); corpus.entities.len()],
            claims_by_entities: vec![Vec::new(); corpus.entities.len()],
            claims_about_entities: vec![Vec::new(); corpus.entities.len()],
            parts_of_events: vec![Vec::new(); corpus.events.len()],
            timeline: Vec::new(),
            places: vec![None; corpus.events.len()],
            unidentified: 0,
            answers: vec![OnceLock::new(); corpus.questions.len()],
            order: OnceLock::new(),
            overview: OnceLock::new(),
            coverage: OnceLock::new(),
            changed: OnceLock::new(),
            a_to_z: OnceLock::new(),
        };
        edition.index_articles();
        edition.latest_first();
        edition.index_events();
        edition.index_claims();
        edition
    }

    fn index_articles(&mut self) {
        for (position, article) in self.corpus.articles.iter().enumerate() {
            match article.source {
                _ if !self.is_shown(article) => {}
                Some(source) => self.articles_of_sources[source.0].push(ArticleRef(position)),
                None => self.unidentified += 1,
            }
        }
    }

    /// A source's articles are listed from the latest on, as all articles are.
    fn latest_first(&mut self) {
        let corpus = self.corpus;
        for articles in &mut self.articles_of_sources {
            articles.sort_by_cached_key(|&at| std::cmp::Reverse(corpus[at].published.as_ref().map(Date::sort_key)));
        }
    }

    fn index_events(&mut self) {
        for (position, event) in self.corpus.events.iter().enumerate() {
            let at = EventRef(position);
            let accounts = self.accounts(event);
            if accounts.is_empty() && !event.has_file {
                continue;
            }
            self.timeline.push(at);
            if let Some(whole) = event.part_of {
                self.parts_of_events[whole.0].push(at);
            }
            let named = accounts.iter().flat_map(|&account| {
                let account = &self.corpus[account];
                account.who.iter().chain(&account.place)
            });
            let named = named.chain(&event.who).chain(&event.place);
            let mut entities: Vec<EntityRef> = named.filter_map(|mention| mention.entity).collect();
            entities.sort_unstable();
            entities.dedup();
            for entity in entities {
                self.events_of_entities[entity.0].push(at);
            }
        }
        let mut timeline = std::mem::take(&mut self.timeline);
        timeline.sort_by_cached_key(|&at| {
            let date = self.corpus.event_date(at);
            (date.is_none(), date.map(Date::sort_key), at)
        });
        self.timeline = timeline;
        for (place, at) in self.timeline.iter().enumerate() {
            self.places[at.0] = Some(place);
        }
        let places = &self.places;
        let lists = self.events_of_entities.iter_mut().chain(&mut self.parts_of_events);
        lists.for_each(|events| events.sort_by_key(|at| places[at.0]));
    }

    fn index_claims(&mut self) {
        for at in (0..self.corpus.claims.len()).map(ClaimRef) {
            let claim = &self.corpus[at];
            if !self.is_live(claim.article, &claim.attribution) {
                continue;
            }
            let by = match (&claim.attribution.by, &claim.attribution.via) {
                (Some(Party::Entity(entity)), _) | (None, Some(Via::Party(Party::Entity(entity)))) => Some(*entity),
                _ => None,
            };
            if let Some(entity) = by {
                self.claims_by_entities[entity.0].push(at);
            }
            if let Some(Value::Category(id)) = &claim.value
                && self.corpus[claim.question].categories_are_entities
                && let Some(entity) = self.entity(id)
            {
                self.claims_about_entities[entity.0].push(at);
            }
        }
    }

    /// The articles that are shown.
    pub fn articles(&self) -> impl Iterator<Item = ArticleRef> {
        let shown = |at: &ArticleRef| self.is_shown(&self.corpus[*at]);
        (0..self.corpus.articles.len()).map(ArticleRef).filter(shown)
    }

    /// The sources that have an article that is shown.
    pub fn sources(&self) -> impl Iterator<Item = SourceRef> {
        let speaks = |at: &SourceRef| !self.articles_of_sources[at.0].is_empty();
        (0..self.corpus.sources.len()).map(SourceRef).filter(speaks)
    }

    /// How many articles that are shown have no known source.
    pub fn unidentified(&self) -> usize {
        self.unidentified
    }

    /// The questions that have an answer that is shown.
    pub fn questions(&self) -> impl Iterator<Item = QuestionRef> {
        let asked = |at: &QuestionRef| self.live_claims(*at).next().is_some();
        (0..self.corpus.questions.len()).map(QuestionRef).filter(asked)
    }

    /// The entities that may be named.
    pub fn entities(&self) -> impl Iterator<Item = EntityRef> {
        (0..self.corpus.entities.len()).map(EntityRef).filter(|at| !self.corpus[*at].private)
    }

    /// The claims of an article that are shown.
    pub fn claims_of_article(&self, at: ArticleRef) -> impl Iterator<Item = ClaimRef> {
        let live = move |claim: &ClaimRef| self.is_live(at, &self.corpus[*claim].attribution);
        self.corpus[at].claims.clone().map(ClaimRef).filter(live)
    }

    /// The accounts of an article that are shown.
    pub fn accounts_of_article(&self, at: ArticleRef) -> impl Iterator<Item = AccountRef> {
        let live = move |account: &AccountRef| self.is_live(at, &self.corpus[*account].attribution);
        self.corpus[at].accounts.clone().map(AccountRef).filter(live)
    }

    /// The class of the gravest finding about what an article says.
    pub fn gravest_of_article(&self, at: ArticleRef) -> Option<Class> {
        let claims = self.claims_of_article(at).flat_map(|claim| self.positions_about_claim(claim));
        let accounts = self.accounts_of_article(at).flat_map(|account| self.positions_about_account(account));
        claims.chain(accounts).map(|position| self.comparison.findings[position].class()).max()
    }

    /// Where in the list of findings those about a claim are.
    pub fn positions_about_claim(&self, at: ClaimRef) -> impl Iterator<Item = usize> {
        self.findings.of_claim(at)
    }

    /// Where in the list of findings those about an account are.
    pub fn positions_about_account(&self, at: AccountRef) -> impl Iterator<Item = usize> {
        self.findings.of_account(at)
    }

    /// The state that a source is of.
    pub fn country(&self, here: &Here, source: &Source) -> Option<Named> {
        let named = source.country_entity.map(|entity| self.entity_name(here, entity));
        named.or_else(|| source.country.as_ref().map(Named::text))
    }

    /// An entity by its id.
    pub fn entity(&self, id: &str) -> Option<EntityRef> {
        self.corpus.entities.binary_search_by(|entity| entity.id.as_str().cmp(id)).ok().map(EntityRef)
    }

    /// Whether an article is shown beyond a notice that it was withdrawn.
    pub fn is_shown(&self, article: &Article) -> bool {
        article.withdrawn.is_none() && (self.options.drafts || !article.draft)
    }

    /// Whether a statement is shown.
    pub fn is_live(&self, article: ArticleRef, attribution: &Attribution) -> bool {
        self.is_shown(&self.corpus[article]) && (self.options.drafts || !attribution.draft)
    }

    /// The claims on a question that are shown, in the order of the corpus.
    pub fn live_claims(&self, question: QuestionRef) -> impl Iterator<Item = ClaimRef> {
        let live = |at: &ClaimRef| self.is_live(self.corpus[*at].article, &self.corpus[*at].attribution);
        self.corpus[question].claims.iter().copied().filter(live)
    }

    /// The claims on a question that are shown, in the order in which they are numbered.
    pub fn in_order(&self, question: QuestionRef) -> &[ClaimRef] {
        self.answers[question.0].get_or_init(|| self.put_in_order(question))
    }

    /// The first words of an article that has no headline and whose text may be shown.
    pub(super) fn incipit(&self, at: ArticleRef) -> Option<String> {
        let article = &self.corpus[at];
        if article.title.is_some() || article.text != TextMode::Full || article.withdrawn.is_some() {
            return None;
        }
        self.incipits[at.0].get_or_init(|| parts::incipit(&self.corpus.text(at).plain)).clone()
    }

    /// In which order lists are, and on which pages.
    pub fn order(&self) -> &Order {
        self.order.get_or_init(|| Order::new(self))
    }

    /// The day of the last dated change to anything that is shown.
    pub fn changed(&self) -> Option<NaiveDate> {
        *self.changed.get_or_init(|| changed::last(self))
    }

    /// Who tells of what.
    pub fn coverage(&self) -> &Coverage {
        self.coverage.get_or_init(|| Coverage::new(self))
    }

    /// The timeline as a picture in a single lane, with links that are relative to the site's root.
    pub fn overview(&self) -> Option<&Strip> {
        self.overview.get_or_init(|| timeline::overview(self)).as_ref()
    }

    /// The address of an event in the timeline.
    pub fn in_timeline(&self, at: EventRef) -> Option<String> {
        let page = self.order().timeline_pages.address_of(self.place(at)?);
        Some(format!("{page}#{}", address::in_list(&self.corpus[at])))
    }

    /// The accounts of an event that are shown.
    pub fn live_accounts<'e>(&'e self, event: &'e Event) -> impl Iterator<Item = AccountRef> + 'e {
        let live = |at: &AccountRef| self.is_live(self.corpus[*at].article, &self.corpus[*at].attribution);
        event.accounts.iter().copied().filter(live)
    }

    /// The same, as a list.
    pub fn accounts(&self, event: &Event) -> Vec<AccountRef> {
        self.live_accounts(event).collect()
    }

    /// What was found about a claim.
    pub fn about_claim(&self, at: ClaimRef) -> impl Iterator<Item = &'a Finding> {
        self.findings.of_claim(at).map(|position| &self.comparison.findings[position])
    }

    /// What was found about an account.
    pub fn about_account(&self, at: AccountRef) -> impl Iterator<Item = &'a Finding> {
        self.findings.of_account(at).map(|position| &self.comparison.findings[position])
    }

    /// A source's articles that are shown, the latest first.
    pub fn articles_of(&self, source: SourceRef) -> &[ArticleRef] {
        &self.articles_of_sources[source.0]
    }

    /// The events that name an entity, in order of time.
    pub fn events_of(&self, entity: EntityRef) -> &[EventRef] {
        &self.events_of_entities[entity.0]
    }

    /// What an entity is said to have said.
    pub fn claims_by(&self, entity: EntityRef) -> &[ClaimRef] {
        &self.claims_by_entities[entity.0]
    }

    /// The claims whose answer is this entity.
    pub fn claims_about(&self, entity: EntityRef) -> &[ClaimRef] {
        &self.claims_about_entities[entity.0]
    }

    /// The events that are parts of an event, in order of time.
    pub fn parts_of(&self, event: EventRef) -> &[EventRef] {
        &self.parts_of_events[event.0]
    }

    /// Where in the timeline an event is.
    pub fn place(&self, at: EventRef) -> Option<usize> {
        self.places.get(at.0).copied().flatten()
    }

    /// All events that are shown, in order of time; those without a date at the end.
    pub fn timeline(&self) -> &[EventRef] {
        &self.timeline
    }

    /// Where the sentence of a finding is kept; nothing for one that is not in the list of all findings.
    pub(super) fn sentence_kept(&self, finding: &Finding) -> Option<&OnceLock<Vec<Phrase>>> {
        self.sentences.get(self.position(finding)?)
    }

    /// Where among those about the same question or event a finding of the list of all findings is.
    pub fn place_of(&self, finding: &Finding) -> usize {
        let Comparison { questions, events, .. } = self.comparison;
        let about = match finding.subject {
            Subject::Question(at) => questions.get(at.0).map(|summary| summary.findings.start),
            Subject::Event(at) => events.get(at.0).map(|summary| summary.findings.start),
        };
        self.position(finding).unwrap_or_default().saturating_sub(about.unwrap_or_default())
    }

    /// Where in the list of all findings one is; nothing, or what is beyond the list, for another.
    fn position(&self, finding: &Finding) -> Option<usize> {
        let bytes = std::ptr::from_ref(finding).addr().checked_sub(self.comparison.findings.as_ptr().addr())?;
        Some(bytes / size_of::<Finding>())
    }

    /// Everything that has a name, from A to Z.
    pub fn a_to_z(&self) -> &AToZ {
        self.a_to_z.get_or_init(|| AToZ::of(self))
    }

    /// A finding for its label and sentence.
    pub fn verdict(&self, finding: &Finding) -> Verdict {
        Verdict { class: finding.class().name(), name: finding.verdict.name(), sentence: self.phrases(finding) }
    }
}
