//! Something that happened, was planned, or is said to have been.

use super::{AccountRef, Date, EventRef, Mention};

/// One event. What the editor's file does not give stays `None`; accounts say the rest, each for itself.
#[derive(Clone, Debug)]
pub struct Event {
    /// The id that annotations use.
    pub id: String,
    /// The editor's title, from the event's own file.
    pub title: Option<String>,
    /// The editor's date.
    pub date: Option<Date>,
    /// The editor's place.
    pub place: Option<Mention>,
    /// The editor's participants.
    pub who: Vec<Mention>,
    /// The larger event that it belongs to.
    pub part_of: Option<EventRef>,
    /// The editor's story, Markdown.
    pub body: String,
    /// Older ids, which redirect here.
    pub aliases: Vec<String>,
    /// What articles say of it, in the order of the corpus.
    pub accounts: Vec<AccountRef>,
    /// Whether the event has a file of its own.
    pub has_file: bool,
}

impl Event {
    /// An event of which nothing is known but its id.
    pub fn new(id: &str) -> Self {
        Self {
            id: id.into(),
            title: None,
            date: None,
            place: None,
            who: Vec::new(),
            part_of: None,
            body: String::new(),
            aliases: Vec::new(),
            accounts: Vec::new(),
            has_file: false,
        }
    }
}
