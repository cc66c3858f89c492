//! Which articles a page can depend on: its reach. Where none of them changed, nor anything that is no article, the page
//! is what it was, and a build need not make its view to know that.
//!
//! | page | its reach |
//! |---|---|
//! | of a question | the articles with a claim on it, and those from which these claims were taken |
//! | of the list of all claims | the same of each question in its part of the list; which part that is depends on how the questions are ordered, and is itself taken in |
//! | of an event | the articles that tell of it, and those from which they took it; and what it says of others, as it says it |
//! | of an article | itself; of each question that it answers, and of each event of which it tells, all articles that do, and those from which they took it |
//!
//! Data files that have many rows know them one by one: what a row follows from stands with the table's columns
//! (`render/data/`), and is taken in by [`Follows`]. A page of annotations reaches its articles, and the titles of events of which
//! they tell.
//!
//! A reach is larger than what a page reads, never smaller. What pages read of other articles:
//!
//! - their neighbours' statements on the same question or event, through findings: verdicts, sentences, quotes, and
//!   with them the neighbour's headline, dates, source, language, terms of text and whatever else it says (an anachronism
//!   looks at all accounts of an article). The whole file counts, so none of this needs a list here;
//! - an event's title and date, which the first account with one gives: every account of the event counts;
//! - whose statement it is in the end, which is followed from claim to claim through `via`, whatever their questions, to
//!   the article at the root; and that one's headline or, where it was withdrawn, its publisher. `revises` and
//!   `superseded_by` lead to ids;
//! - whether what `via` names is an article or a claim at all. Where that comes or goes, so does the article in the
//!   reach.
//!
//! An event's page says besides which events stand before and after it in the timeline, which belong to it, which sources are
//! silent about it, and what else its articles are asked. That is a part of its view which is made by itself
//! ([`event::around`]) and taken in as it is.
//!
//! Other lists count and order everything, and so do pages of sources and entities: they have no reach, and are known by their
//! views alone. Captures are no part of any page: with one that is not there, or does not have what was quoted, nothing is
//! built.
//!
//! `tests/reach/` holds this table against the pages: it edits articles in all ways that it knows of.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hasher};

use super::address::Here;
use super::{About, Edition, Page, event};
use crate::model::{Article, ArticleRef, Attribution, ClaimRef, Corpus, EventRef, QuestionRef, Via};

/// A hash of something and of all that it follows from.
type Print = [u8; 32];

/// The reaches of a site's pages, each by a hash of the articles in it.
pub struct Reach<'a> {
    edition: &'a Edition<'a>,
    /// Of all that is no article.
    others: Print,
    /// Of each question, with the articles that its page reaches.
    questions: Vec<Print>,
    /// Of each event, with the articles that tell of it and those from which they took it.
    events: Vec<Print>,
}

impl<'a> Reach<'a> {
    /// Looks through the corpus once. `others` are the hashes of everything else that pages are made from.
    pub fn of(edition: &'a Edition<'a>, others: &[Print]) -> Self {
        let corpus = edition.corpus;
        let questions = corpus.questions.iter().map(|question| {
            let claims = question.claims.iter().map(|&at| &corpus[at]);
            let articles = articles(corpus, claims.map(|claim| (claim.article, &claim.attribution)));
            print(corpus, &question.id, &articles)
        });
        let events = corpus.events.iter().map(|event| {
            let accounts = event.accounts.iter().map(|&at| &corpus[at]);
            let articles = articles(corpus, accounts.map(|account| (account.article, &account.attribution)));
            print(corpus, &event.id, &articles)
        });
        Self {
            edition,
            others: *blake3::hash(&others.concat()).as_bytes(),
            questions: questions.collect(),
            events: events.collect(),
        }
    }

    /// A hash of all that a page can depend on, the program apart; `None` where that is more than some articles.
    pub fn print(&self, page: &Page) -> Option<Print> {
        let mut print = blake3::Hasher::new_keyed(&self.others);
        let number = |print: &mut blake3::Hasher, number: usize| {
            print.update(&number.to_le_bytes());
        };
        match page.about {
            About::Question(at, part) => {
                print.update(b"question").update(self.questions.get(at.0)?);
                number(&mut print, part);
            }
            About::AllClaims(part) => {
                let order = self.edition.order();
                print.update(b"all claims");
                for count in [part, order.claims, order.questions.len(), order.claim_pages.addresses().len()] {
                    number(&mut print, count);
                }
                for (question, share) in order.answers(self.edition, order.claim_pages.range(part)) {
                    print.update(self.questions.get(question.0)?);
                    number(&mut print, share.start);
                    number(&mut print, share.end);
                }
            }
            About::Event(at, part) => {
                print.update(b"event").update(self.events.get(at.0)?);
                number(&mut print, part);
                let around = event::around(self.edition, &Here::at(&page.path), at, part);
                print.update(&postcard::to_stdvec(&around).ok()?);
            }
            About::Article(at) => {
                print.update(b"article");
                self.add(&mut print, at)?;
            }
            _ => return None,
        }
        Some(*print.update(page.path.as_bytes()).finalize().as_bytes())
    }

    /// The same for a part of a file, which follows from what `takes` takes in.
    pub fn print_of(&self, takes: impl FnOnce(&mut Follows<'_, 'a>)) -> Print {
        self.print_row(takes).0
    }

    /// The same for a row of a table, and a number for the row that stays the same when what it follows from changes: it is made
    /// of names alone.
    pub fn print_row(&self, takes: impl FnOnce(&mut Follows<'_, 'a>)) -> (Print, u64) {
        let print = blake3::Hasher::new_keyed(&self.others);
        let mut follows = Follows { reach: self, print, names: DefaultHasher::new() };
        takes(&mut follows);
        (*follows.print.finalize().as_bytes(), follows.names.finish())
    }

    /// Takes the reach of an article's page in.
    fn add(&self, print: &mut blake3::Hasher, at: ArticleRef) -> Option<()> {
        let corpus = self.edition.corpus;
        let article = &corpus[at];
        print.update(&self::print(corpus, "", &[at]));
        for claim in article.claims.clone().map(ClaimRef) {
            print.update(self.questions.get(corpus[claim].question.0)?);
        }
        for account in &corpus.accounts[article.accounts.clone()] {
            print.update(self.events.get(account.event.0)?);
        }
        Some(())
    }
}

/// What a row of a table follows from. It follows from all that is no article, too.
pub struct Follows<'r, 'a> {
    reach: &'r Reach<'a>,
    print: blake3::Hasher,
    names: DefaultHasher,
}

impl Follows<'_, '_> {
    /// A question with all articles that answer it, and those from which they took it.
    pub fn question(&mut self, at: QuestionRef) {
        self.text(&self.reach.edition.corpus[at].id);
        self.print.update(&self.reach.questions[at.0]);
    }

    /// An event with all articles that tell of it, and those from which they took it.
    pub fn event(&mut self, at: EventRef) {
        self.text(&self.reach.edition.corpus[at].id);
        self.print.update(&self.reach.events[at.0]);
    }

    /// An article and nothing else.
    pub fn article(&mut self, article: &Article) {
        self.text(&article.id);
        self.print.update(&article.hash);
    }

    /// What an article says, and from where it has that: one article away, and no further.
    pub fn statement(&mut self, id: &str, article: ArticleRef, attribution: &Attribution) {
        let corpus = self.reach.edition.corpus;
        self.text(id);
        self.article(&corpus[article]);
        match &attribution.via {
            Some(Via::Claim(root)) => self.article(&corpus[corpus[*root].article]),
            Some(Via::Article(root)) => self.article(&corpus[*root]),
            Some(Via::Party(_)) | None => {}
        }
    }

    /// Words, such as an id.
    pub fn text(&mut self, text: &str) {
        self.number(text.len());
        self.print.update(text.as_bytes());
        self.names.write(text.as_bytes());
    }

    /// A number.
    pub fn number(&mut self, number: usize) {
        self.print.update(&number.to_le_bytes());
        self.names.write_usize(number);
    }
}

/// The articles that make some statements, and those from which they have them.
fn articles<'a>(
    corpus: &'a Corpus,
    statements: impl Iterator<Item = (ArticleRef, &'a Attribution)>,
) -> Vec<ArticleRef> {
    let mut reached = Vec::new();
    let mut followed: HashSet<ClaimRef> = HashSet::new();
    for (article, attribution) in statements {
        reached.push(article);
        let mut via = attribution.via.as_ref();
        while let Some(from) = via {
            via = match from {
                Via::Claim(root) if followed.insert(*root) => {
                    reached.push(corpus[*root].article);
                    corpus[*root].attribution.via.as_ref()
                }
                Via::Article(root) => {
                    reached.push(*root);
                    None
                }
                Via::Claim(_) | Via::Party(_) => None,
            };
        }
    }
    reached.sort_unstable();
    reached.dedup();
    reached
}

/// Of something by its id, and of articles in the order of the corpus by theirs and what their files say.
fn print(corpus: &Corpus, of: &str, articles: &[ArticleRef]) -> Print {
    let mut print = blake3::Hasher::new();
    print.update(&of.len().to_le_bytes()).update(of.as_bytes());
    for article in articles.iter().map(|&at| &corpus[at]) {
        print.update(&article.id.len().to_le_bytes()).update(article.id.as_bytes()).update(&article.hash);
    }
    *print.finalize().as_bytes()
}
