//! What the site writes for machines (FORMAT.md, "What the build writes for machines"): a JSON and a CSV file for each
//! [table](tables).
//!
//! In go the corpus and what was found in it; out come bytes that are the same for the same content, whatever the number
//! of threads. Every rule that binds a page binds these files: an article that was withdrawn is not in them, the words of
//! an article of `text: link` are not, and a private entity is [`WITHHELD`] wherever its id would stand. (Its name in
//! other words is masked in the corpus itself, see [`privacy`](crate::privacy).)

mod articles;
mod cell;
mod claims;
mod entities;
mod events;
mod findings;
mod questions;
mod sources;
mod table;

use crate::{
    compare::Comparison,
    model::{
        Article, ArticleRef, Attribution, Corpus, Date, EntityRef, Inferred, Mention, Party, SourceRef, TextMode, Via,
    },
    pages::{Edition, address},
};

pub use cell::Cell;
pub use table::{Dataset, Kind};

/// What stands where a private entity's id would; no id can be spelled like this.
pub const WITHHELD: &str = "(withheld)";

/// All tables, in the order of their names' importance to a reader. Each gives `data/<name>.json` and
/// `data/<name>.csv`; the accounts are rows within `events.json` and have a CSV file only.
pub fn tables() -> [&'static dyn Dataset; 7] {
    [
        &claims::TABLE,
        &events::TABLE,
        &findings::TABLE,
        &questions::TABLE,
        &articles::TABLE,
        &sources::TABLE,
        &entities::TABLE,
    ]
}

/// One data file.
pub struct DataFile {
    /// Its path on the site.
    pub path: String,
    table: &'static dyn Dataset,
    format: Format,
}

enum Format {
    Json,
    Csv,
}

impl DataFile {
    /// Its bytes.
    pub fn bytes(&self, data: &Data<'_>) -> Vec<u8> {
        match self.format {
            Format::Json => self.table.json(data),
            Format::Csv => self.table.csv(data),
        }
    }
}

/// All data files, to be written one by one or side by side.
pub fn files() -> Vec<DataFile> {
    let json = |table: &'static dyn Dataset| DataFile {
        path: format!("data/{}.json", table.name()),
        table,
        format: Format::Json,
    };
    let csv = |table: &'static dyn Dataset| DataFile {
        path: format!("data/{}.csv", table.name()),
        table,
        format: Format::Csv,
    };
    let accounts: &dyn Dataset = &events::ACCOUNTS;
    tables().into_iter().map(json).chain(tables().into_iter().chain([accounts]).map(csv)).collect()
}

/// What the tables are made from.
pub struct Data<'a> {
    corpus: &'a Corpus,
    comparison: &'a Comparison,
    edition: &'a Edition<'a>,
}

impl<'a> Data<'a> {
    /// Of what the pages are made from too.
    pub fn of(edition: &'a Edition<'a>) -> Self {
        Self { corpus: edition.corpus, comparison: edition.comparison, edition }
    }
}

impl Data<'_> {
    /// An address on the site as a URL.
    fn url(&self, address: &str) -> Cell<'_> {
        format!("{}{address}", self.corpus.site.base_url).into()
    }

    /// An entity's id, unless it is private.
    fn entity(&self, at: EntityRef) -> Cell<'_> {
        let entity = &self.corpus[at];
        if entity.private { WITHHELD.into() } else { (&entity.id).into() }
    }

    /// An entity's id or, where there is none, what was written.
    fn mention<'d>(&'d self, mention: &'d Mention) -> Cell<'d> {
        mention.entity.map_or_else(|| (&mention.written).into(), |entity| self.entity(entity))
    }

    /// A source's id.
    fn source(&self, at: Option<SourceRef>) -> Cell<'_> {
        at.map(|at| &self.corpus[at].id).into()
    }

    /// An id, or a name without one.
    fn party<'d>(&'d self, party: &'d Party) -> Cell<'d> {
        match party {
            Party::Entity(entity) => self.entity(*entity),
            Party::Source(source) => (&self.corpus[*source].id).into(),
            Party::Text(text) => text.into(),
        }
    }

    fn by<'d>(&'d self, attribution: &'d Attribution) -> Cell<'d> {
        attribution.by.as_ref().map(|party| self.party(party)).into()
    }

    /// Where the article got it; not where that was withdrawn.
    fn via<'d>(&'d self, attribution: &'d Attribution) -> Cell<'d> {
        let article = |at: ArticleRef| Some(&self.corpus[at]).filter(|article| article.withdrawn.is_none());
        match attribution.via.as_ref() {
            Some(Via::Article(at)) => article(*at).map(|article| &article.id).into(),
            Some(Via::Claim(at)) => {
                Some(&self.corpus[*at]).filter(|claim| article(claim.article).is_some()).map(|claim| &claim.id).into()
            }
            Some(Via::Party(party)) => self.party(party),
            None => Cell::Null,
        }
    }

    /// The words that a statement rests on; null where there are none, and where they are not ours to give.
    fn quote(&self, article: &Article, attribution: &Attribution) -> Cell<'_> {
        if article.text == TextMode::Link || attribution.quotes.is_empty() {
            return Cell::Null;
        }
        let words = attribution.quotes.iter().map(|quote| quote.text.split_whitespace().collect::<Vec<_>>().join(" "));
        words.collect::<Vec<_>>().join(" […] ").into()
    }
}

/// A date as it is written in front matter.
fn date(date: Option<&Date>) -> Cell<'_> {
    date.map(|date| &date.written).into()
}

/// Field → why it was inferred.
fn inferred(inferred: &Inferred) -> Cell<'_> {
    Cell::Fields(inferred.iter().map(|(field, because)| (field.as_str().into(), because.into())).collect())
}
