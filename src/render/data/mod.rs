//! What the site writes for machines (FORMAT.md, "What the build writes for machines"): a JSON and a CSV file for each
//! [table](tables), `datapackage.json`, which describes all of them, [feeds], a [calendar], a timeline for
//! [TimelineJS](timelinejs), and [annotations].
//!
//! In go the corpus and what was found in it; out come bytes that are the same for the same content, whatever the number
//! of threads. Every rule that binds a page binds these files: an article that was withdrawn is not in them, the words of
//! an article of `text: link` are not, and a private entity is [`WITHHELD`] wherever its id would stand. (Its name in
//! other words is masked in the corpus itself, see [`privacy`](crate::privacy).)

mod annotations;
mod articles;
mod calendar;
mod cell;
mod claims;
mod entities;
mod events;
mod feeds;
mod findings;
mod former;
mod html;
mod moment;
mod package;
mod plan;
mod questions;
mod sink;
mod sources;
mod table;
mod tag;
mod timelinejs;

use crate::{
    cache::Rows,
    compare::Comparison,
    model::{
        Account, Article, ArticleRef, Attribution, Claim, Corpus, Date, EntityRef, EventRef, Inferred, Mention, Party,
        QuestionRef, SourceRef, TextMode, Via,
    },
    pages::{self, Edition, Reach, address},
};

pub use cell::Cell;
pub use former::Former;
pub use moment::without_content;
pub use package::describe;
pub use plan::Plan;

pub use sink::{Sheet, Sink};
pub use table::{Dataset, Heading, Kind};

/// What stands where a private entity's id would; no id can be spelled like this.
pub const WITHHELD: &str = "(withheld)";

/// All tables, in the order of their names' importance to a reader. Each gives `data/<name>.json` and
/// `data/<name>.csv`; the accounts are rows within `events.json` too.
pub fn tables() -> [&'static dyn Dataset; 8] {
    [
        &claims::TABLE,
        &events::TABLE,
        &events::ACCOUNTS,
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
    made_from: MadeFrom,
}

enum MadeFrom {
    Json(&'static dyn Dataset),
    Csv(&'static dyn Dataset),
    /// The claims on a question.
    OfQuestion(QuestionRef),
    /// The accounts of an event.
    OfEvent(EventRef),
    Annotations,
    AnnotationPage(usize),
    Calendar,
    TimelineJs,
    Feed(feeds::About, feeds::Format),
    Package,
}

impl DataFile {
    fn new(path: impl Into<String>, made_from: MadeFrom) -> Self {
        Self { path: path.into(), made_from }
    }

    /// Whether it has a row of each thing of a kind.
    pub fn is_table(&self) -> bool {
        use MadeFrom::{Calendar, Csv, Json, TimelineJs};
        matches!(self.made_from, Json(_) | Csv(_) | Calendar | TimelineJs)
    }

    /// A hash of all that it can depend on, the program apart; `None` where that is more than some articles.
    pub fn reach(&self, data: &Data<'_>, reach: &Reach<'_>) -> Option<[u8; 32]> {
        match self.made_from {
            MadeFrom::AnnotationPage(page) => Some(annotations::reach(data.corpus, reach, page)),
            MadeFrom::Annotations | MadeFrom::Feed(..) | MadeFrom::Package => None,
            _ => self.plan(data, Some(reach)).print(),
        }
    }

    /// How its rows are cut into chunks, where it has rows. With a reach they can be known again.
    pub fn plan(&self, data: &Data<'_>, reach: Option<&Reach<'_>>) -> Plan {
        match self.made_from {
            MadeFrom::Json(table) | MadeFrom::Csv(table) => table.plan(data, reach),
            MadeFrom::OfQuestion(at) => claims::TABLE.plan_of(data, &data.claims_of(at), reach),
            MadeFrom::OfEvent(at) => events::ACCOUNTS.plan_of(data, &data.accounts_of(at), reach),
            MadeFrom::Calendar => calendar::plan(data, reach),
            MadeFrom::TimelineJs => timelinejs::plan(data, reach),
            MadeFrom::Annotations | MadeFrom::AnnotationPage(_) | MadeFrom::Feed(..) | MadeFrom::Package => {
                Plan::default()
            }
        }
    }

    /// Gives its bytes, part by part; rows that the former build's file has are taken from there. Tells where the rows are.
    /// Where nobody takes the bytes, rows that the former build had are not even looked at.
    pub fn write(&self, data: &Data<'_>, plan: &Plan, former: Option<&Former>, to: Option<&mut Sink<'_>>) -> Rows {
        let mut sheet = Sheet::new(plan, former, to);
        let to = &mut sheet;
        match self.made_from {
            MadeFrom::Json(table) => table.json(data, to),
            MadeFrom::Csv(table) => table.csv(data, to),
            MadeFrom::OfQuestion(at) => claims::TABLE.csv_of(data, &data.claims_of(at), to),
            MadeFrom::OfEvent(at) => events::ACCOUNTS.csv_of(data, &data.accounts_of(at), to),
            MadeFrom::Annotations => to.put(&annotations::collection(data)),
            MadeFrom::AnnotationPage(page) => to.put(&annotations::page(data, page)),
            MadeFrom::Calendar => calendar::write(data, to),
            MadeFrom::TimelineJs => timelinejs::write(data, to),
            MadeFrom::Feed(about, format) => to.put(&feeds::bytes(data, about, format)),
            MadeFrom::Package => to.put(&package::bytes(data)),
        }
        sheet.into_rows()
    }
}

/// All data files, to be written one by one or side by side.
pub fn files(edition: &Edition<'_>) -> Vec<DataFile> {
    let corpus = edition.corpus;
    let mut files = vec![DataFile::new(package::PATH, MadeFrom::Package)];
    for table in tables() {
        files.push(DataFile::new(format!("data/{}.json", table.name()), MadeFrom::Json(table)));
        files.push(DataFile::new(format!("data/{}.csv", table.name()), MadeFrom::Csv(table)));
    }
    let annotated = 0..annotations::pages(corpus);
    if !annotated.is_empty() {
        files.push(DataFile::new(pages::ANNOTATIONS, MadeFrom::Annotations));
    }
    files.extend(annotated.map(|page| DataFile::new(annotations::page_path(page), MadeFrom::AnnotationPage(page))));
    if edition.has_dated_events() {
        files.push(DataFile::new(pages::CALENDAR, MadeFrom::Calendar));
        files.push(DataFile::new(pages::TIMELINE_JS, MadeFrom::TimelineJs));
    }
    let feeds = feeds::files(edition).into_iter();
    files.extend(feeds.map(|(path, about, format)| DataFile::new(path, MadeFrom::Feed(about, format))));
    if corpus.site.page_data {
        let beside = |address: String| format!("{address}data.csv");
        files.extend(
            (0..corpus.questions.len())
                .map(QuestionRef)
                .map(|at| DataFile::new(beside(address::question(&corpus[at])), MadeFrom::OfQuestion(at))),
        );
        files.extend(
            edition
                .timeline()
                .iter()
                .map(|&at| DataFile::new(beside(address::event(&corpus[at])), MadeFrom::OfEvent(at))),
        );
    }
    files
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
    /// The claims on a question that are shown.
    fn claims_of(&self, at: QuestionRef) -> Vec<&Claim> {
        self.rows(self.edition.live_claims(at).collect())
    }

    /// The accounts of an event that are shown.
    fn accounts_of(&self, at: EventRef) -> Vec<&Account> {
        self.rows(self.edition.accounts(&self.corpus[at]))
    }

    /// Records by their positions.
    fn rows<A, R>(&self, positions: Vec<A>) -> Vec<&R>
    where
        Corpus: std::ops::Index<A, Output = R>,
    {
        positions.into_iter().map(|at| &self.corpus[at]).collect()
    }

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn every_table_and_column_is_described_in_every_language() {
        for tag in ["en", "uk"] {
            let language = Language::built_in(tag);
            for table in tables() {
                assert!(language.has(&format!("data-{}.about", table.name())), "{tag}: {}", table.name());
                for heading in table.columns() {
                    let about = describe(table.name(), heading.name, &language);
                    assert!(!about.starts_with("data-field-"), "{tag}: {} of {}", heading.name, table.name());
                    assert!(language.has(&format!("data-type-{}", heading.kind.name())));
                }
            }
        }
    }

    #[test]
    fn keys_are_columns_and_references_are_tables() {
        let names: Vec<&str> = tables().iter().map(|table| table.name()).collect();
        for table in tables() {
            let columns = table.columns();
            let key = columns.iter().find(|heading| Some(heading.name) == table.key()).unwrap();
            assert_eq!(key.kind, Kind::Id);
            assert!(columns.iter().filter_map(|heading| heading.refers).all(|other| names.contains(&other)));
            let mut unique: Vec<&str> = columns.iter().map(|heading| heading.name).collect();
            unique.sort_unstable();
            unique.dedup();
            assert_eq!(unique.len(), columns.len());
        }
    }
}
