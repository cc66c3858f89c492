//! In which order lists are, and on which page of a list each thing stands: worked out once for all pages.

use std::ops::Range;

use super::claims::{self, Subject};
use super::corrections::{self, Corrections};
use super::edition::Edition;
use super::split::{ByYear, Numbered, free};
use crate::model::{ArticleRef, Date, EntityKind, EntityRef, QuestionRef, SourceRef};

/// The lists of a site and their pages.
pub struct Order {
    /// The articles that are shown, the latest first; those without a date at the end.
    pub articles: Vec<ArticleRef>,
    /// The pages of that list.
    pub article_pages: ByYear,
    /// The pages of [`Edition::timeline`].
    pub timeline_pages: ByYear,
    /// The questions and events that were compared, the gravest class first, then questions with nothing to compare.
    pub subjects: Vec<Subject>,
    /// The pages of that list.
    pub subject_pages: Numbered,
    /// The questions that have an answer, the sharpest difference first, each with how many answers there are before it.
    pub questions: Vec<(QuestionRef, usize)>,
    /// The questions that have none.
    pub unanswered: Vec<QuestionRef>,
    /// How many answers there are in all.
    pub claims: usize,
    /// The pages of the list of all their answers.
    pub claim_pages: Numbered,
    /// The sources that have an article, those with the most first.
    pub sources: Vec<SourceRef>,
    /// The articles without a known source.
    pub unidentified: Vec<ArticleRef>,
    /// The pages of both lists.
    pub source_pages: Numbered,
    /// The entities that may be named, by kind, then by name.
    pub entities: Vec<EntityRef>,
    /// The pages of that list.
    pub entity_pages: Numbered,
    /// What was corrected.
    pub corrections: Corrections,
    /// The pages of that list.
    pub correction_pages: Numbered,
}

impl Order {
    /// Looks through the edition once.
    pub fn new(edition: &Edition<'_>) -> Self {
        let corpus = edition.corpus;
        let size = corpus.site.page_size;
        let articles = latest_first(edition);
        let years = articles.iter().map(|&at| corpus[at].published.as_ref().and_then(Date::year));
        let is_article = |id: &str| corpus.articles.binary_search_by(|article| article.id.as_str().cmp(id)).is_ok();
        let is_question = |id: &str| corpus.questions.binary_search_by(|one| one.id.as_str().cmp(id)).is_ok();
        let is_source = |id: &str| corpus.sources.binary_search_by(|source| source.id.as_str().cmp(id)).is_ok();
        let is_entity = |id: &str| edition.entity(id).is_some();
        let article_pages = ByYear::new("articles/", size, years, is_article);
        let years = edition.timeline().iter().map(|&at| corpus.event_date(at).and_then(Date::year));
        let timeline_pages = ByYear::new("timeline/", size, years, |_| false);
        let subjects = claims::subjects(edition);
        let (questions, answers) = answered(edition);
        let order = edition.comparison.order.iter().copied();
        let unanswered: Vec<QuestionRef> = order.filter(|&at| edition.live_claims(at).next().is_none()).collect();
        let all_claims = format!("claims/{}/", free("all".to_owned(), &is_question));
        let sources = by_articles(edition);
        let unidentified: Vec<ArticleRef> =
            articles.iter().copied().filter(|&at| corpus[at].source.is_none()).collect();
        let entities = by_kind(edition);
        let corrections = corrections::all(edition);
        Self {
            article_pages,
            timeline_pages,
            subject_pages: Numbered::several(
                "claims/",
                &[(subjects.len(), size), (unanswered.len(), size)],
                is_question,
            ),
            claim_pages: Numbered::new(&all_claims, size, answers),
            source_pages: Numbered::several(
                "sources/",
                &[(sources.len(), size), (unidentified.len(), size)],
                is_source,
            ),
            entity_pages: Numbered::beside("entities/", size, entities.len(), is_entity),
            correction_pages: Numbered::several(
                "corrections/",
                &[(corrections.articles.len(), size), (corrections.claims.len(), size)],
                |_| false,
            ),
            articles,
            subjects,
            questions,
            unanswered,
            claims: answers,
            sources,
            unidentified,
            entities,
            corrections,
        }
    }

    /// The questions of which answers stand in a part of the list of all answers, each with its share of them.
    pub fn answers(&self, edition: &Edition<'_>, part: Range<usize>) -> Vec<(QuestionRef, Range<usize>)> {
        let first = self.questions.partition_point(|(_, before)| *before <= part.start).saturating_sub(1);
        let mut shares = Vec::new();
        for &(question, before) in &self.questions[first..] {
            if before >= part.end {
                break;
            }
            let count = edition.in_order(question).len();
            let share = part.start.saturating_sub(before)..(part.end - before).min(count);
            if !share.is_empty() {
                shares.push((question, share));
            }
        }
        shares
    }
}

fn latest_first(edition: &Edition<'_>) -> Vec<ArticleRef> {
    let mut articles: Vec<ArticleRef> = edition.articles().collect();
    let date = |at: &ArticleRef| edition.corpus[*at].published.as_ref().map(Date::sort_key);
    articles.sort_by_cached_key(|at| std::cmp::Reverse(date(at)));
    articles
}

/// The questions that have an answer, and how many answers there are in all.
fn answered(edition: &Edition<'_>) -> (Vec<(QuestionRef, usize)>, usize) {
    let (mut questions, mut answers) = (Vec::new(), 0);
    for &at in &edition.comparison.order {
        let own = edition.live_claims(at).count();
        if own > 0 {
            questions.push((at, answers));
            answers += own;
        }
    }
    (questions, answers)
}

fn by_articles(edition: &Edition<'_>) -> Vec<SourceRef> {
    let mut sources: Vec<SourceRef> = edition.sources().collect();
    sources
        .sort_by_cached_key(|&at| (std::cmp::Reverse(edition.articles_of(at).len()), edition.corpus[at].name.clone()));
    sources
}

fn by_kind(edition: &Edition<'_>) -> Vec<EntityRef> {
    let place = |kind: Option<EntityKind>| kind.map_or(EntityKind::ALL.len(), |kind| kind as usize);
    let mut entities: Vec<EntityRef> = edition.entities().collect();
    entities.sort_by_cached_key(|&at| (place(edition.corpus[at].kind), edition.corpus[at].name.clone()));
    entities
}
