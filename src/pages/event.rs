//! An event's page: each source's account side by side, what differs marked, and who says nothing of it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::address::{self, Here};
use super::edition::Edition;
use super::findings::OfClass;
use super::parts::{ArticleLink, Named, Phrase, Says, When};
use super::question::named;
use super::split::{Numbered, Pager, share};
use crate::model::{AccountRef, ArticleRef, Aspect, Class, EventRef, QuestionRef, SourceRef};

/// How many accounts stand on a page.
const ACCOUNTS: usize = 60;

/// How many findings.
const FINDINGS: usize = 250;

/// How many questions are listed.
const ASKED: usize = 12;

/// How many silent sources are named.
const SILENT: usize = 12;

/// How many of its parts, or of the events of its whole, are listed.
const RELATED: usize = 50;

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EventView {
    /// What the site calls it.
    pub title: String,
    /// The editor's date.
    pub date: Option<When>,
    /// The editor's place.
    pub place: Option<Named>,
    /// The editor's participants.
    pub who: Vec<Named>,
    /// The gravest class.
    pub status: Option<&'static str>,
    /// The gravest finding, in a sentence.
    pub lead: Option<Vec<Phrase>>,
    /// What each source says.
    pub accounts: Vec<AccountView>,
    /// How many accounts there are in all.
    pub count: usize,
    /// How many independent origins they have.
    pub origins: usize,
    /// What was found.
    pub findings: Vec<OfClass>,
    /// Sources of the collection that say nothing of it.
    pub silent: Vec<Named>,
    /// How many articles without a known source say nothing of it.
    pub silent_unidentified: usize,
    /// How many silent sources are not named.
    pub silent_more: usize,
    /// The event that it belongs to.
    pub part_of: Option<EventLine>,
    /// The events that belong to it.
    pub parts: Vec<EventLine>,
    /// The event before it.
    pub before: Option<EventLine>,
    /// The event after it.
    pub after: Option<EventLine>,
    /// Questions that several of the same articles answer, the gravest class first.
    pub questions: Vec<Asked>,
    /// Where it stands in the timeline.
    pub in_timeline: Option<String>,
    /// The other pages of the accounts.
    pub pager: Option<Pager>,
    /// The editor's story, Markdown.
    pub body: String,
}

/// A question that articles answer which tell of the event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Asked {
    /// Its name and page.
    pub question: Named,
    /// The class of the gravest finding.
    pub class: Option<&'static str>,
    /// How many of the articles answer it.
    pub articles: usize,
}

/// An event in a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EventLine {
    /// Its name and page.
    pub event: Named,
    /// Its date.
    pub date: Option<When>,
}

/// One account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AccountView {
    /// The article that gives it.
    pub article: ArticleLink,
    /// Where it is explained.
    pub href: String,
    /// What it calls the event, where that is not what the site calls it.
    pub title: Option<String>,
    /// When.
    pub date: Option<When>,
    /// Where.
    pub place: Option<Named>,
    /// Who took part.
    pub who: Vec<Named>,
    /// Whether it took place, by its name in the format.
    pub status: &'static str,
    /// What of it differs from another account: aspect and class.
    pub differs: Vec<Differs>,
    /// Who says it.
    pub says: Says,
}

/// What of an account differs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Differs {
    /// `date`, `status`, `place` or `who`.
    pub aspect: &'static str,
    /// The class of the finding.
    pub class: &'static str,
}

/// What the page says that does not follow from the event's own accounts and file: of other events, sources and questions.
///
/// It is known before the page is made, so that a page of which neither the accounts nor this changed need not be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Around {
    part_of: Option<EventLine>,
    parts: Vec<EventLine>,
    before: Option<EventLine>,
    after: Option<EventLine>,
    in_timeline: Option<String>,
    questions: Vec<Asked>,
    silent: Vec<Named>,
    silent_unidentified: usize,
    silent_more: usize,
}

/// The pages of an event.
pub fn pages(edition: &Edition<'_>, at: EventRef) -> Numbered {
    let event = &edition.corpus[at];
    let lists = [(edition.live_accounts(event).count(), ACCOUNTS), (edition.comparison.of_event(at).len(), FINDINGS)];
    Numbered::several(&address::event(event), &lists, |_| false)
}

/// The view of an event's page.
pub fn view(edition: &Edition<'_>, here: &Here, at: EventRef, page: usize) -> EventView {
    let corpus = edition.corpus;
    let event = &corpus[at];
    let accounts = edition.accounts(event);
    let title = corpus.event_title(at);
    let findings = edition.comparison.of_event(at);
    let summary = edition.comparison.events.get(at.0);
    // Taken apart, so that nothing of it is shown that another build would not look at.
    let Around { part_of, parts, before, after, in_timeline, questions, silent, silent_unidentified, silent_more } =
        around(edition, here, at, page);
    EventView {
        title: title.to_owned(),
        date: event.date.as_ref().map(|date| edition.when(date)),
        place: event.place.as_ref().map(|place| edition.mention(here, place)),
        who: event.who.iter().map(|mention| edition.mention(here, mention)).collect(),
        status: summary.and_then(|summary| summary.status).map(Class::name),
        lead: findings.first().map(|finding| edition.phrases(finding)),
        origins: summary.map_or(accounts.len(), |summary| summary.origins),
        count: accounts.len(),
        findings: edition.by_class(here, share(findings, FINDINGS, page), &|_| None),
        silent,
        silent_more,
        silent_unidentified,
        part_of,
        parts,
        before,
        after,
        questions,
        in_timeline,
        pager: pages(edition, at).pager(here, page),
        body: if page == 0 { event.body.clone() } else { String::new() },
        accounts: share(&accounts, ACCOUNTS, page)
            .iter()
            .map(|&account| account_view(edition, here, account, title))
            .collect(),
    }
}

/// What an event's page says of others.
pub fn around(edition: &Edition<'_>, here: &Here, at: EventRef, page: usize) -> Around {
    let event = &edition.corpus[at];
    let accounts = edition.accounts(event);
    let place = edition.place(at);
    let neighbour = |step: isize| {
        let position = place?.checked_add_signed(step)?;
        edition.timeline().get(position).map(|&other| line(edition, here, other))
    };
    let (silent, silent_more, silent_unidentified) = silent(edition, &accounts);
    Around {
        part_of: event.part_of.map(|whole| line(edition, here, whole)),
        parts: edition.parts_of(at).iter().take(RELATED).map(|&part| line(edition, here, part)).collect(),
        before: neighbour(-1),
        after: neighbour(1),
        in_timeline: edition.in_timeline(at).map(|address| here.to(address)),
        questions: if page == 0 { questions(edition, here, &accounts) } else { Vec::new() },
        silent: silent.iter().map(|&source| edition.source_name(here, source)).collect(),
        silent_unidentified,
        silent_more,
    }
}

/// An event in a line.
pub fn line(edition: &Edition<'_>, here: &Here, at: EventRef) -> EventLine {
    let name = Named::link(edition.corpus.event_title(at), here.to(address::event(&edition.corpus[at])));
    EventLine { event: name, date: edition.corpus.event_date(at).map(|date| edition.when(date)) }
}

fn account_view(edition: &Edition<'_>, here: &Here, at: AccountRef, title: &str) -> AccountView {
    let account = &edition.corpus[at];
    let mut differs: Vec<Differs> = edition
        .about_account(at)
        .filter(|finding| finding.class() != Class::Agree)
        .map(|finding| {
            // An anachronism is about the date.
            let aspect = finding.aspect.unwrap_or(Aspect::Date);
            Differs { aspect: aspect.name(), class: finding.class().name() }
        })
        .collect();
    differs.sort();
    differs.dedup();
    AccountView {
        article: edition.article_link(here, account.article),
        href: here.to(address::account(account)),
        title: account.title.clone().filter(|own| own != title),
        date: account.date.as_ref().map(|date| edition.when(date)),
        place: account.place.as_ref().map(|place| edition.mention(here, place)),
        who: account.who.iter().map(|mention| edition.mention(here, mention)).collect(),
        status: account.status.name(),
        differs,
        says: edition.says(here, account.article, &account.id, &account.attribution),
    }
}

/// What the articles that tell of an event are asked besides. A claim is about a question and not about an event: that
/// several of them answer it is as much as can be said.
fn questions(edition: &Edition<'_>, here: &Here, accounts: &[AccountRef]) -> Vec<Asked> {
    let articles: BTreeSet<ArticleRef> = accounts.iter().map(|&account| edition.corpus[account].article).collect();
    let mut tally: BTreeMap<QuestionRef, usize> = BTreeMap::new();
    for &article in &articles {
        let asked = edition.claims_of_article(article).map(|claim| edition.corpus[claim].question);
        let asked: BTreeSet<QuestionRef> = asked.collect();
        asked.into_iter().for_each(|question| *tally.entry(question).or_default() += 1);
    }
    let class = |question: QuestionRef| edition.comparison.questions[question.0].status;
    let mut asked: Vec<(QuestionRef, usize)> = tally.into_iter().filter(|(_, count)| *count > 1).collect();
    asked.sort_by_key(|&(question, count)| Reverse((class(question), count)));
    let view = |(question, articles)| Asked {
        question: named(edition, here, question),
        class: class(question).map(Class::name),
        articles,
    };
    asked.into_iter().take(ASKED).map(view).collect()
}

/// The sources without an account, those with the most articles first; how many more there are, and how many articles of
/// unknown source say nothing of it either.
fn silent(edition: &Edition<'_>, accounts: &[AccountRef]) -> (Vec<SourceRef>, usize, usize) {
    let telling: BTreeSet<ArticleRef> = accounts.iter().map(|&account| edition.corpus[account].article).collect();
    let sources: BTreeSet<SourceRef> = telling.iter().filter_map(|&article| edition.corpus[article].source).collect();
    let all = &edition.order().sources;
    let silent = all.iter().copied().filter(|source| !sources.contains(source)).take(SILENT).collect::<Vec<_>>();
    let more = (all.len() - sources.len()).saturating_sub(silent.len());
    let unidentified = telling.iter().filter(|article| edition.corpus[**article].source.is_none()).count();
    (silent, more, edition.unidentified().saturating_sub(unidentified))
}
