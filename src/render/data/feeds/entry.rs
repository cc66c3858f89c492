//! One entry: what is new, in words, with the quotes that may be shown.

use chrono::{DateTime, Utc};

use super::html::Html;
use super::moment;
use super::news::{News, What};
use super::tag::Tags;
use crate::i18n::Argument;
use crate::model::{AccountRef, ArticleRef, Attribution, ClaimRef, Finding, Member, Subject};
use crate::pages::Edition;
use crate::pages::address::{self, Here};

/// One entry of a feed.
pub(super) struct Entry {
    pub(super) id: String,
    /// What kind of news it is, for readers that sort by it: `claim`, `difference`…
    pub(super) kind: &'static str,
    /// The same in words.
    pub(super) label: String,
    pub(super) title: String,
    pub(super) url: String,
    pub(super) published: DateTime<Utc>,
    pub(super) updated: DateTime<Utc>,
    /// HTML.
    pub(super) content: String,
}

/// Makes it. `there` is the site as a whole, so that every link is an address.
pub(super) fn entry(edition: &Edition<'_>, there: &Here, tags: &Tags, news: &News) -> Entry {
    let (kind, id, title, address, content) = match news.what {
        What::Article(at) => article(edition, at),
        What::Claim(at) => claim(edition, there, at),
        What::Account(at) => account(edition, there, at),
        What::Difference(position) => difference(edition, there, &edition.comparison.findings[position]),
        What::Correction(at, position) => correction(edition, at, position),
    };
    let published = match news.what {
        What::Article(at) => moment::added(&edition.corpus[at]),
        _ => None,
    };
    Entry {
        id: tags.of(kind, &id),
        kind,
        label: edition.language.text(&format!("feed-kind-{kind}"), &[]),
        title,
        url: there.to(address),
        published: published.unwrap_or(news.since),
        updated: news.since,
        content: content.into_text(),
    }
}

/// Kind, id, title, address and content.
type Parts = (&'static str, String, String, String, Html);

fn article(edition: &Edition<'_>, at: ArticleRef) -> Parts {
    let article = &edition.corpus[at];
    let mut html = Html::default();
    html.paragraph(&edition.language.text(
        "feed-article-says",
        &[
            ("claims", edition.claims_of_article(at).count().into()),
            ("accounts", edition.accounts_of_article(at).count().into()),
        ],
    ));
    ("article", article.id.clone(), by_source(edition, at, &headline(edition, at)), address::article(article), html)
}

fn claim(edition: &Edition<'_>, there: &Here, at: ClaimRef) -> Parts {
    let claim = &edition.corpus[at];
    let value = edition.value(there, claim).name.unwrap_or_else(|| not_named(edition));
    let question = &edition.corpus[claim.question].question;
    let title = edition.language.text("feed-claim", &[("question", question.into()), ("value", value.as_str().into())]);
    let mut html = Html::default();
    let time = claim.period.as_ref().or(claim.as_of.as_ref());
    html.paragraph(&match time {
        Some(date) => format!("{value} ({})", edition.words(date)),
        None => value,
    });
    said(edition, there, claim.article, &claim.id, &claim.attribution, &mut html);
    ("claim", claim.id.clone(), by_source(edition, claim.article, &title), address::claim(claim), html)
}

fn account(edition: &Edition<'_>, there: &Here, at: AccountRef) -> Parts {
    let account = &edition.corpus[at];
    let event = edition.corpus.event_title(account.event);
    let title = account.title.as_deref().unwrap_or(event);
    let place = account.place.as_ref().and_then(|place| edition.mention(there, place).name);
    let facts = account.date.as_ref().map(|date| edition.words(date)).into_iter().chain(place);
    let mut html = Html::default();
    html.paragraph(&facts.collect::<Vec<_>>().join(" · "));
    said(edition, there, account.article, &account.id, &account.attribution, &mut html);
    ("account", account.id.clone(), by_source(edition, account.article, title), address::account(account), html)
}

fn difference(edition: &Edition<'_>, there: &Here, finding: &Finding) -> Parts {
    let subject = match finding.subject {
        Subject::Question(at) => edition.corpus[at].question.as_str(),
        Subject::Event(at) => edition.corpus.event_title(at),
    };
    let title = edition.language.text("feed-difference", &[("subject", subject.into())]);
    let mut html = Html::default();
    html.paragraph(&edition.sentence(finding));
    html.links(finding.members.iter().map(|member| match *member {
        Member::Claim(at) => {
            let claim = &edition.corpus[at];
            let value = edition.value(there, claim).name.unwrap_or_else(|| not_named(edition));
            (there.to(address::claim(claim)), source(edition, claim.article), value)
        }
        Member::Account(at) => {
            let account = &edition.corpus[at];
            let date = account.date.as_ref().map(|date| edition.words(date)).unwrap_or_default();
            (there.to(address::account(account)), source(edition, account.article), date)
        }
    }));
    let id = edition.finding_id(finding);
    ("difference", id, title, address::subject(edition.corpus, finding.subject), html)
}

/// Its id is made of its day, and of its place among those of that day: editors add corrections, and do not move them.
fn correction(edition: &Edition<'_>, at: ArticleRef, position: usize) -> Parts {
    let article = &edition.corpus[at];
    let correction = &article.corrections[position];
    let on = correction.on.as_ref().map_or("", |date| &date.written);
    let before = article.corrections[..position].iter();
    let same = before.filter(|other| other.on.as_ref().map_or("", |date| &date.written) == on).count();
    let title = edition.language.text("feed-correction", &[("title", headline(edition, at).into())]);
    let mut html = Html::default();
    for (key, text) in
        [("correction-was", &correction.was), ("correction-now", &correction.now), ("correction-why", &correction.why)]
    {
        if let Some(text) = text {
            html.paragraph(&format!("{}: {text}", edition.language.text(key, &[])));
        }
    }
    let id = format!("{}/{on}/{}", article.id, same + 1);
    ("correction", id, by_source(edition, at, &title), address::article(article), html)
}

/// Who says it, and in which words.
fn said(edition: &Edition<'_>, there: &Here, at: ArticleRef, id: &str, attribution: &Attribution, html: &mut Html) {
    if let Some(by) = &attribution.by {
        let name = edition.party(there, by).name.unwrap_or_else(|| not_named(edition));
        let stance = edition.language.text(&format!("stance-{}", attribution.stance.name()), &[]);
        html.paragraph(&format!("{name}, {stance}"));
    }
    edition.quotes(there, at, id, &attribution.quotes).iter().for_each(|words| html.quote(words));
}

fn headline(edition: &Edition<'_>, at: ArticleRef) -> String {
    let article = &edition.corpus[at];
    let untitled = || edition.language.text("untitled-article", &[("id", (&article.id).into())]);
    article.title.clone().unwrap_or_else(untitled)
}

fn source(edition: &Edition<'_>, at: ArticleRef) -> String {
    let unknown = || edition.language.text("source-unidentified", &[]);
    edition.corpus.source_of(at).map_or_else(unknown, |source| source.name.clone())
}

fn by_source(edition: &Edition<'_>, at: ArticleRef, title: &str) -> String {
    let source: Argument<'_> = source(edition, at).into();
    edition.language.text("feed-by-source", &[("title", title.into()), ("source", source)])
}

fn not_named(edition: &Edition<'_>) -> String {
    edition.language.text("not-named", &[])
}
