//! What crosscheck knows, as plain data: articles, the accounts and claims they make, the questions and
//! events those are about, and what was found when they were compared.
//!
//! Nothing here prints a message or knows a template, and only [`Texts`] reads files. Records refer to each other by
//! position (`ClaimRef`, `ArticleRef` …) in the [`Corpus`] that holds them all; ids are text and are what
//! people write and URLs are made of.

mod account;
mod article;
mod attribution;
mod claim;
mod corpus;
mod date;
mod entity;
mod event;
mod finding;
mod page;
mod publish;
mod question;
mod refs;
mod site;
mod source;
mod texts;
mod value;

pub use account::{Account, Status};
pub use article::{Article, Capture, Correction, TextMode, Withdrawal};
pub use attribution::{Attribution, Inferred, Party, Quote, Stance, Via};
pub use claim::Claim;
pub use corpus::Corpus;
pub use date::{Date, DateInner, Instant, Precision, Shape, SortKey, Window};
pub use entity::{Entity, EntityKind, Location, Mention};
pub use event::Event;
pub use finding::{Aspect, Class, Figures, Finding, Flag, Interval, Member, Reason, Subject, Verdict};
pub use page::EditorPage;
pub use publish::{Publish, PublishTo};
pub use question::{Category, ExchangeRate, Kind, Part, Question, Ruling, Scope, Tolerance};
pub use refs::{AccountRef, ArticleRef, ClaimRef, EntityRef, EventRef, QuestionRef, SourceRef};
pub use site::{Feeds, Site};
pub use source::{Source, SourceKind};
pub use texts::{Cuts, Text, Texts, body, passages};
pub use value::{Amount, Delta, Figure, Hedge, Quantity, Vague, VagueWord, Value};
