//! What there is to find: the site's pages about something, and the single quotes of articles.
//!
//! In goes an edition, out comes for each page what it is found by, what a list of results shows of it, and which filters
//! let it through. A document holds nothing that its page does not show: an article whose words may not be shown has
//! none here, one that was withdrawn is not here at all, and a private entity is in no filter.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};

use serde::Serialize;

use crate::model::{
    ArticleRef, Attribution, Claim, Date, EntityRef, EventRef, Mention, Party, Question, QuestionRef, SourceRef, Value,
    Via, Window,
};
use crate::pages::address::{self, Here};
use crate::pages::{Edition, When};
use crate::read::markdown::plain_text;

/// How many characters of a page's words a result shows.
const OPENING: usize = 180;

/// What a page is about. The order is that of the documents' numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Event,
    Question,
    Entity,
    Source,
    Page,
    Article,
}

impl Kind {
    /// Its name, in the index and in addresses of searches.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Question => "question",
            Self::Entity => "entity",
            Self::Source => "source",
            Self::Page => "page",
            Self::Article => "article",
        }
    }
}

/// One page of the site, by what it is about.
#[derive(Clone, Copy, Debug)]
pub(super) enum About {
    Event(EventRef),
    Question(QuestionRef),
    Entity(EntityRef),
    Source(SourceRef),
    Page(usize),
    Article(ArticleRef),
}

/// Where words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(super) enum Field {
    Title,
    /// In a single quote, which is a document of its own.
    Quote,
    Body,
    /// Names beside the text: the publisher, who took part.
    Beside,
}

/// Lets documents through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Filter {
    Source(SourceRef),
    Entity(EntityRef),
}

/// Words in one language.
#[derive(Serialize)]
pub(super) struct Words<'a> {
    pub(super) field: Field,
    pub(super) text: Cow<'a, str>,
    pub(super) language: &'a str,
}

/// A page, and the quotes in it.
pub(super) struct Document<'a> {
    /// Its address, from the site's root.
    pub(super) address: String,
    pub(super) title: Option<&'a str>,
    /// Its first words.
    pub(super) opening: String,
    /// Who published it.
    pub(super) source: Option<&'a str>,
    pub(super) date: Option<When>,
    /// The days that its date may mean.
    pub(super) days: Option<Window>,
    /// The language of its title and its words, where that is not the site's.
    pub(super) language: Option<&'a str>,
    pub(super) words: Vec<Words<'a>>,
    pub(super) filters: BTreeSet<Filter>,
    pub(super) quotes: Vec<Passage<'a>>,
}

/// Quoted words of an article.
pub(super) struct Passage<'a> {
    /// Where they stand on the article's page.
    pub(super) anchor: String,
    pub(super) text: String,
    pub(super) translation: Option<&'a str>,
    pub(super) filters: BTreeSet<Filter>,
}

impl Document<'_> {
    /// What it is found by, then what each of its quotes is found by. `site` is the language of the site.
    pub(super) fn found_by<'d>(&'d self, site: &'d str) -> Vec<Vec<Words<'d>>> {
        let own = self.words.iter().map(|words| Words { text: (&*words.text).into(), ..*words }).collect();
        let language = self.language.unwrap_or(site);
        let of_quote = |quote: &'d Passage<'_>| {
            let said = Words { field: Field::Quote, text: (&*quote.text).into(), language };
            let translated =
                quote.translation.map(|text| Words { field: Field::Quote, text: text.into(), language: site });
            [said].into_iter().chain(translated).collect()
        };
        [own].into_iter().chain(self.quotes.iter().map(of_quote)).collect()
    }
}

/// All pages that can be found, kind by kind. Those with a date go from the oldest to the latest, so that what is added
/// comes last and moves no other's number.
pub(super) fn all(edition: &Edition<'_>) -> [(Kind, Vec<About>); 6] {
    let mut articles: Vec<ArticleRef> = edition.articles().collect();
    articles.sort_by_cached_key(|at| (edition.corpus[*at].published.as_ref().map(Date::sort_key), *at));
    [
        (Kind::Event, edition.timeline().iter().copied().map(About::Event).collect()),
        (Kind::Question, (0..edition.corpus.questions.len()).map(|at| About::Question(QuestionRef(at))).collect()),
        (Kind::Entity, edition.entities().map(About::Entity).collect()),
        (Kind::Source, (0..edition.corpus.sources.len()).map(|at| About::Source(SourceRef(at))).collect()),
        (Kind::Page, (0..edition.corpus.pages.len()).map(About::Page).collect()),
        (Kind::Article, articles.into_iter().map(About::Article).collect()),
    ]
}

/// What there is to find of a page.
pub(super) fn document<'a>(edition: &Edition<'a>, about: About) -> Document<'a> {
    match about {
        About::Event(at) => event(edition, at),
        About::Question(at) => question(edition, at),
        About::Entity(at) => entity(edition, at),
        About::Source(at) => {
            let source = &edition.corpus[at];
            let mut document = plain(edition, address::source(source), &source.name, &source.body);
            document.filters.insert(Filter::Source(at));
            document
        }
        About::Page(at) => {
            let page = &edition.corpus.pages[at];
            plain(edition, address::editor_page(page), &page.title, &page.body)
        }
        About::Article(at) => article(edition, at),
    }
}

/// A page with a title and the editor's words.
fn plain<'a>(edition: &Edition<'a>, address: String, title: &'a str, markdown: &str) -> Document<'a> {
    let language = edition.corpus.site.language.as_str();
    let body = plain_text(markdown);
    Document {
        address,
        title: Some(title),
        opening: opening(&body),
        source: None,
        date: None,
        days: None,
        language: None,
        words: vec![
            Words { field: Field::Title, text: title.into(), language },
            Words { field: Field::Body, text: body.into(), language },
        ],
        filters: BTreeSet::new(),
        quotes: Vec::new(),
    }
}

fn event<'a>(edition: &Edition<'a>, at: EventRef) -> Document<'a> {
    let corpus = edition.corpus;
    let event = &corpus[at];
    let mut document = plain(edition, address::event(event), corpus.event_title(at), &event.body);
    let date = corpus.event_date(at);
    document.date = date.map(|date| edition.when(date));
    document.days = date.map(|date| date.window);
    let accounts = edition.accounts(event);
    let told = accounts.iter().flat_map(|&at| corpus[at].place.iter().chain(&corpus[at].who));
    let mut names = Vec::new();
    for mention in event.place.iter().chain(&event.who).chain(told) {
        document.filters.extend(filter_of(edition, mention));
        if let Some(name) = name(edition, mention).filter(|name| !names.contains(name)) {
            names.push(name);
        }
    }
    if document.opening.is_empty() {
        document.opening = opening(&names.join(" · "));
    }
    let language = edition.corpus.site.language.as_str();
    let titles = accounts.iter().filter_map(|&at| corpus[at].title.as_deref());
    let beside = names.into_iter().chain(titles.filter(|title| Some(*title) != document.title));
    let beside: BTreeSet<&str> = beside.collect();
    let beside = beside.into_iter().map(|text| Words { field: Field::Beside, text: text.into(), language });
    document.words.extend(beside);
    document.filters.extend(accounts.iter().filter_map(|&at| corpus[corpus[at].article].source).map(Filter::Source));
    document
}

fn question<'a>(edition: &Edition<'a>, at: QuestionRef) -> Document<'a> {
    let question = &edition.corpus[at];
    let mut document = plain(edition, address::question(question), &question.question, &question.body);
    for claim in edition.live_claims(at) {
        let claim = &edition.corpus[claim];
        document.filters.extend(edition.corpus[claim.article].source.map(Filter::Source));
        document.filters.extend(of_claim(edition, question, claim));
    }
    document
}

fn entity<'a>(edition: &Edition<'a>, at: EntityRef) -> Document<'a> {
    let entity = &edition.corpus[at];
    let mut document = plain(edition, address::entity(entity), &entity.name, &entity.body);
    if document.opening.is_empty() {
        document.opening = opening(&entity.spellings.join(" · "));
    }
    let language = edition.corpus.site.language.as_str();
    let spellings = entity.spellings.iter().map(|name| Words { field: Field::Title, text: name.into(), language });
    document.words.extend(spellings);
    document.filters.insert(Filter::Entity(at));
    document
}

fn article<'a>(edition: &Edition<'a>, at: ArticleRef) -> Document<'a> {
    let corpus = edition.corpus;
    let article = &corpus[at];
    let language = article.lang.as_str();
    let shown: Vec<String> = edition.shown(at).into_words();
    let source = article.source.map(|source| corpus[source].name.as_str());
    let beside = article.authors.iter().map(String::as_str).chain(source);
    let beside = beside.map(|text| Words { field: Field::Beside, text: text.into(), language: "" });
    let title = article.title.iter().map(|title| Words { field: Field::Title, text: title.into(), language });
    let opening = opening(shown.first().map(String::as_str).unwrap_or_default());
    let body = shown.into_iter().map(|text| Words { field: Field::Body, text: text.into(), language });
    let mut document = Document {
        address: address::article(article),
        title: article.title.as_deref(),
        opening,
        source,
        date: article.published.as_ref().map(|date| edition.when(date)),
        days: article.published.as_ref().map(|date| date.window),
        language: Some(language).filter(|language| *language != corpus.site.language),
        words: title.chain(body).chain(beside).collect(),
        filters: article.source.into_iter().map(Filter::Source).collect(),
        quotes: Vec::new(),
    };
    let mut quoted = HashSet::new();
    let accounts = edition.accounts_of_article(at).map(|at| {
        let account = &corpus[at];
        let mentions = account.place.iter().chain(&account.who);
        let mut filters: Vec<Filter> = mentions.filter_map(|mention| filter_of(edition, mention)).collect();
        filters.extend(of_attribution(edition, &account.attribution));
        (&account.id, &account.attribution, filters)
    });
    let claims = edition.claims_of_article(at).map(|at| {
        let claim = &corpus[at];
        (&claim.id, &claim.attribution, of_claim(edition, &corpus[claim.question], claim))
    });
    for (id, attribution, filters) in accounts.chain(claims) {
        if let Some(note) = &attribution.note {
            let text = plain_text(note).into();
            document.words.push(Words { field: Field::Body, text, language: &corpus.site.language });
        }
        document.filters.extend(&filters);
        let quotes = edition.quotes(&Here::at(""), at, id, &attribution.quotes);
        for (position, quote) in quotes.into_iter().enumerate() {
            let Some((_, anchor)) = quote.href.split_once('#') else { continue };
            if !quoted.insert(quote.text.clone()) {
                continue;
            }
            let translation = attribution.translation.as_deref().filter(|_| position == 0);
            let filters = filters.iter().copied().chain(article.source.map(Filter::Source)).collect();
            document.quotes.push(Passage { anchor: anchor.to_owned(), text: quote.text, translation, filters });
        }
    }
    document
}

fn of_claim(edition: &Edition<'_>, question: &Question, claim: &Claim) -> Vec<Filter> {
    let mut filters = of_attribution(edition, &claim.attribution);
    if let Some(Value::Category(id)) = &claim.value
        && question.categories_are_entities
    {
        filters.extend(edition.entity(id).and_then(|entity| public(edition, entity)));
    }
    filters
}

/// Whom a statement names as its origin.
fn of_attribution(edition: &Edition<'_>, attribution: &Attribution) -> Vec<Filter> {
    let via = match &attribution.via {
        Some(Via::Party(party)) => Some(party),
        _ => None,
    };
    let parties = attribution.by.iter().chain(via);
    let entities = parties.filter_map(|party| match party {
        Party::Entity(entity) => public(edition, *entity),
        _ => None,
    });
    entities.collect()
}

fn filter_of(edition: &Edition<'_>, mention: &Mention) -> Option<Filter> {
    public(edition, mention.entity?)
}

fn public(edition: &Edition<'_>, entity: EntityRef) -> Option<Filter> {
    (!edition.corpus[entity].private).then_some(Filter::Entity(entity))
}

fn name<'a>(edition: &Edition<'a>, mention: &'a Mention) -> Option<&'a str> {
    match mention.entity {
        Some(entity) => Some(&edition.corpus[entity]).filter(|entity| !entity.private).map(|entity| &*entity.name),
        None => Some(&mention.written),
    }
}

/// The first words of a text, on one line.
fn opening(text: &str) -> String {
    let mut opening = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        length += word.chars().count() + 1;
        if length > OPENING && !opening.is_empty() {
            opening.push_str(" …");
            break;
        }
        if !opening.is_empty() {
            opening.push(' ');
        }
        opening.extend(word.chars().take(OPENING));
    }
    opening
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_opening_ends_with_a_word() {
        assert_eq!(opening(" One\ntwo  "), "One two");
        let long = opening(&"word ".repeat(100));
        assert!(long.ends_with("word …") && long.chars().count() <= OPENING + 2, "{long}");
        assert_eq!(opening(&"x".repeat(500)).len(), OPENING);
    }
}
