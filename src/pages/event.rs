//! An event's page: each source's account side by side, what differs marked, and who says nothing of it.

use serde::Serialize;

use super::address::{self, Here};
use super::edition::Edition;
use super::findings::OfClass;
use super::parts::{ArticleLink, Named, Phrase, Says, When};
use crate::model::{AccountRef, ArticleRef, Aspect, Class, EventRef};

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
    /// The editor's story, Markdown.
    pub body: String,
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

/// The view of an event's page.
pub fn view(edition: &Edition<'_>, here: &Here, at: EventRef) -> EventView {
    let corpus = edition.corpus;
    let event = &corpus[at];
    let accounts = edition.accounts(event);
    let title = corpus.event_title(at);
    let findings = edition.comparison.of_event(at);
    let summary = edition.comparison.events.get(at.0);
    let place = edition.place(at);
    let neighbour = |step: isize| {
        let position = place?.checked_add_signed(step)?;
        edition.timeline().get(position).map(|&other| line(edition, here, other))
    };
    let silent = silent(edition, &accounts);
    EventView {
        title: title.to_owned(),
        date: event.date.as_ref().map(|date| edition.when(date)),
        place: event.place.as_ref().map(|place| edition.mention(here, place)),
        who: event.who.iter().map(|mention| edition.mention(here, mention)).collect(),
        status: summary.and_then(|summary| summary.status).map(Class::name),
        lead: findings.first().map(|finding| edition.phrases(finding)),
        origins: summary.map_or(accounts.len(), |summary| summary.origins),
        findings: edition.by_class(here, findings),
        silent: silent.0.iter().take(SILENT).map(|&source| edition.source_name(here, source)).collect(),
        silent_more: silent.0.len().saturating_sub(SILENT),
        silent_unidentified: silent.1,
        part_of: event.part_of.map(|whole| line(edition, here, whole)),
        parts: edition.parts_of(at).iter().take(RELATED).map(|&part| line(edition, here, part)).collect(),
        before: neighbour(-1),
        after: neighbour(1),
        body: event.body.clone(),
        accounts: accounts.into_iter().map(|account| account_view(edition, here, account, title)).collect(),
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

/// The sources without an account, and how many articles of unknown source there are besides.
fn silent(edition: &Edition<'_>, accounts: &[AccountRef]) -> (Vec<crate::model::SourceRef>, usize) {
    let telling: Vec<ArticleRef> = accounts.iter().map(|&account| edition.corpus[account].article).collect();
    let sources: Vec<_> = telling.iter().filter_map(|&article| edition.corpus[article].source).collect();
    let silent = edition.sources().filter(|source| !sources.contains(source)).collect();
    let told = telling.iter().collect::<std::collections::BTreeSet<_>>();
    let told = told.into_iter().filter(|article| edition.corpus[**article].source.is_none()).count();
    (silent, edition.unidentified().saturating_sub(told))
}
