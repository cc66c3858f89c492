//! One side of a comparison: who says it, what they say, and of when.

use std::borrow::Cow;

use super::Telling;
use super::text::isolated;
use crate::i18n::{DateCase, Language};
use crate::model::{
    Account, Article, ArticleRef, Aspect, Attribution, Claim, Corpus, Date, Entity, EntityRef, Kind, Member, Mention,
    Party, Precision, Question, Scope, Shape, Stance, Value,
};

/// A longer title is cut in a sentence.
const LONGEST_TITLE: usize = 50;

/// One claim or account, with what it stands in.
pub(super) struct Side<'a> {
    pub member: Member,
    pub at: ArticleRef,
    pub article: &'a Article,
    pub claim: Option<&'a Claim>,
    pub account: Option<&'a Account>,
    pub attribution: &'a Attribution,
}

impl<'a> Side<'a> {
    pub fn of(corpus: &'a Corpus, member: Member) -> Self {
        match member {
            Member::Claim(claim) => {
                let claim = &corpus[claim];
                let (at, attribution) = (claim.article, &claim.attribution);
                Self { member, at, article: &corpus[at], claim: Some(claim), account: None, attribution }
            }
            Member::Account(account) => {
                let account = &corpus[account];
                let (at, attribution) = (account.article, &account.attribution);
                Self { member, at, article: &corpus[at], claim: None, account: Some(account), attribution }
            }
        }
    }

    /// The moment that a claim is about, as stated.
    pub fn as_of(&self) -> Option<&'a Date> {
        self.claim.and_then(|claim| claim.as_of.as_ref())
    }

    /// The time that it speaks of: a period, a moment, or the day of publication.
    pub fn time(&self, kind: Option<Kind>) -> Option<Cow<'a, Date>> {
        match kind {
            Some(Kind::Flow) => self.claim.and_then(|claim| claim.period.as_ref()).map(Cow::Borrowed),
            Some(Kind::Count | Kind::Date) | None => None,
            Some(_) => match self.as_of() {
                Some(as_of) => Some(Cow::Borrowed(as_of)),
                None => self.article.published.as_ref().map(day_of),
            },
        }
    }

    /// Where a running total starts.
    pub fn since(&self, question: Option<&'a Question>) -> Option<&'a Date> {
        self.claim?.since.as_ref().or_else(|| question?.since.as_ref())
    }

    pub fn denies(&self) -> bool {
        self.attribution.stance == Stance::Denies
    }

    pub fn projects(&self) -> bool {
        self.attribution.stance == Stance::Projects
    }

    pub fn value(&self) -> Option<&'a Value> {
        self.claim.and_then(|claim| claim.value.as_ref())
    }

    /// Whether a field of it, or its article's date, is the editor's inference.
    pub fn inferred(&self, field: &str) -> bool {
        self.attribution.inferred.contains_key(field)
            || (field == "published" && self.article.inferred.contains_key(field))
    }

    /// What it says of a scope: its own value, or what silence means; `None` where it is unstated.
    pub fn scope(&self, name: &str, scope: &'a Scope) -> Option<&'a str> {
        let stated = self.claim.and_then(|claim| claim.scope.get(name));
        match scope {
            Scope::Flat { .. } => stated.map(String::as_str),
            Scope::Nested { default, .. } => Some(stated.map_or(default.as_str(), String::as_str)),
        }
    }
}

impl<'a> Telling<'a> {
    /// What a side says, in words; `None` where it says nothing, as a bare denial does.
    pub(super) fn value(&self, side: &Side<'_>) -> Option<String> {
        let words = match (side.value(), side.account) {
            (Some(Value::Quantity(quantity)), _) => {
                self.language.quantity(quantity, self.question.and_then(|question| question.unit.as_deref()))
            }
            (Some(Value::Category(category)), _) => self.named(category),
            (Some(Value::Date(date)), _) => self.language.date_when(date),
            (Some(Value::Unknown), _) => self.language.text("value-unknown", &[]),
            (Some(Value::Nothing), _) => self.language.text("value-none", &[]),
            (None, Some(account)) => self.aspect(account)?,
            (None, None) => return None,
        };
        Some(isolated(&words))
    }

    /// What an account says of the aspect that is compared.
    fn aspect(&self, account: &Account) -> Option<String> {
        match self.finding.aspect? {
            Aspect::Date => account.date.as_ref().map(|date| self.language.date_when(date)),
            Aspect::Status => Some(self.language.text(&format!("status-said-{}", account.status.name()), &[])),
            Aspect::Place => account.place.as_ref().map(|place| self.mention(place)),
            Aspect::Who if account.who.is_empty() => None,
            Aspect::Who => {
                let names: Vec<_> = account.who.iter().map(|mention| self.mention(mention)).collect();
                Some(self.language.all_of(&names))
            }
        }
    }

    fn mention(&self, mention: &Mention) -> String {
        mention.entity.map_or_else(|| mention.written.clone(), |entity| self.entity(entity))
    }

    pub(super) fn entity(&self, entity: EntityRef) -> String {
        self.language.entity(&self.corpus[entity])
    }

    /// A category, or a scope's value.
    pub(super) fn named(&self, value: &str) -> String {
        self.language.named(self.corpus, value)
    }

    /// A scope's values as alternatives: "pledged, committed or disbursed".
    pub(super) fn alternatives(&self, values: &[String]) -> String {
        let names: Vec<String> = values.iter().map(|value| isolated(&self.named(value))).collect();
        self.language.one_of_these(&names)
    }

    /// Names for two sides in the order in which a sentence mentions them, told apart where they would be the same.
    pub(super) fn names(&self, first: &Side<'_>, second: &Side<'_>) -> (String, String) {
        let plain = (self.name(first, None), self.name(second, None));
        let unidentified = first.article.source.is_none() && second.article.source.is_none();
        match (first.at == second.at, plain.0 == plain.1) {
            (true, true) => (plain.0, self.language.text("name-same-article", &[])),
            (true, false) if unidentified => (plain.0, self.name_in_same_article(second)),
            (false, same) if same || unidentified => {
                let (detail_a, detail_b) = self.details(first, second);
                (self.name(first, Some(&detail_a)), self.name(second, Some(&detail_b)))
            }
            _ => plain,
        }
    }

    /// Who says it, in the article that was just named.
    fn name_in_same_article(&self, side: &Side<'_>) -> String {
        match self.speaker(side) {
            Some(speaker) => {
                let same = self.language.text("name-in-same-article", &[]);
                self.language.text("name-details", &[("name", speaker.into()), ("details", same.into())])
            }
            None => self.language.text("name-article-itself", &[]),
        }
    }

    /// Who says it: the speaker, with the publisher in brackets, or the publisher.
    pub(super) fn name(&self, side: &Side<'_>, detail: Option<&str>) -> String {
        let source = side.article.source.map(|source| isolated(&self.corpus[source].name));
        let publisher = source.unwrap_or_else(|| self.language.text("name-unidentified", &[]));
        let (name, publisher) = match self.speaker(side) {
            Some(speaker) => (speaker, Some(publisher)),
            None => (publisher, None),
        };
        let details: Vec<String> = publisher.into_iter().chain(detail.map(str::to_owned)).collect();
        match details.is_empty() {
            true => name,
            false => {
                self.language.text("name-details", &[("name", name.into()), ("details", details.join(", ").into())])
            }
        }
    }

    /// Who says it, where that is not the article's own publisher.
    fn speaker(&self, side: &Side<'_>) -> Option<String> {
        let by = side.attribution.by.as_ref()?;
        let own = matches!(by, Party::Source(by) if Some(*by) == side.article.source);
        (!own).then(|| isolated(&self.party(by)))
    }

    pub(super) fn party(&self, party: &Party) -> String {
        match party {
            Party::Entity(entity) => self.entity(*entity),
            Party::Source(source) => self.corpus[*source].name.clone(),
            Party::Text(text) => text.clone(),
        }
    }

    /// What tells two articles of one publisher apart: their titles where the publisher is not known, else their dates,
    /// else their titles, else their ids.
    fn details(&self, a: &Side<'_>, b: &Side<'_>) -> (String, String) {
        let date = |side: &Side<'_>| {
            let date = side.article.published.as_ref();
            date.map_or_else(|| self.language.text("undated", &[]), |date| self.language.date_in_words(&day_of(date)))
        };
        let title = |side: &Side<'_>| match side.article.title.as_deref() {
            Some(title) => self.language.text("name-title", &[("title", isolated(&shortened(title)).into())]),
            None => self.language.text("name-untitled", &[]),
        };
        let id = |side: &Side<'_>| side.article.id.clone();
        let mut ways = [(date(a), date(b)), (title(a), title(b)), (id(a), id(b))];
        if a.article.source.is_none() {
            ways.swap(0, 1);
        }
        let [.., ids] = &ways;
        ways.iter().find(|(first, second)| first != second).unwrap_or(ids).clone()
    }

    /// The time that a side speaks of, as an object of "speaks of".
    pub(super) fn spoken_of(&self, side: &Side<'_>) -> Option<String> {
        side.time(self.question.map(|question| question.kind))
            .map(|date| self.language.date(&date, DateCase::Accusative))
    }
}

impl Language {
    /// A category or a scope's value as its question writes it; an entity's id is that entity's name.
    pub fn named(&self, corpus: &Corpus, value: &str) -> String {
        match corpus.entities.binary_search_by(|entity| entity.id.as_str().cmp(value)) {
            Ok(at) => self.entity(&corpus[EntityRef(at)]),
            Err(_) => value.to_owned(),
        }
    }

    fn entity(&self, entity: &Entity) -> String {
        if entity.private { self.text("not-named", &[]) } else { entity.name.clone() }
    }
}

/// A key that an editor chose, as words: `kind-of-aid` is "kind of aid".
pub(super) fn words(key: &str) -> String {
    key.replace(['-', '_'], " ")
}

/// A date without its time of day.
fn day_of(date: &Date) -> Cow<'_, Date> {
    match date.shape {
        Shape::Moment(Precision::Minute) => {
            let mut day = date.clone();
            (day.shape, day.instant) = (Shape::Moment(Precision::Day), None);
            Cow::Owned(day)
        }
        _ => Cow::Borrowed(date),
    }
}

fn shortened(title: &str) -> String {
    if title.chars().count() <= LONGEST_TITLE {
        return title.to_owned();
    }
    let cut: String = title.chars().take(LONGEST_TITLE).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches([',', ';', ':', '.', ' ']))
}
