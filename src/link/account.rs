//! One account of an event.

use super::attribution::Context;
use super::claim::check_local_id;
use super::index::local_id;
use super::names::Meaning;
use super::report::{Report, near};
use super::{Linker, verify};
use crate::diagnostics::{Code, Field};
use crate::model::{Account, ArticleRef, Mention};
use crate::read::fields::{AccountFields, Attributed};
use crate::read::is_id;

/// Fields of an account that an editor may infer.
const INFERABLE: &[&str] = &["event", "date", "place", "who", "status", "by", "said", "via", "stance"];

impl Linker<'_> {
    /// Links the account at `events[position]`; `None` where it names no event.
    pub(super) fn account(
        &self,
        fields: &AccountFields,
        article: (ArticleRef, &str),
        position: usize,
        context: &Context<'_>,
        report: &mut Report<'_>,
    ) -> Option<Account> {
        let field = Field::key("events").item(position);
        let (article, article_id) = article;
        let shared = fields.attribution();
        let attribution = self.attribution(&shared, &field, INFERABLE, context, report);
        if let Some(id) = shared.id {
            check_local_id(id, &field, report);
        }
        let id = fields.event.as_deref()?;
        if !is_id(id) {
            let help = "ids are lower-case ASCII letters, digits and hyphens: `chisinau-talks-2023`";
            report.field(
                Code::BadId,
                &field.then("event"),
                format!("`{id}` cannot be the id of an event"),
                Some(help.into()),
            );
            return None;
        }
        if let Some(meant) = self.index.slips.get(id) {
            let message = format!("nobody else speaks of an event `{id}`, but there is one called `{meant}`");
            let help =
                format!("write `{meant}` if that is the one; give `{id}` a file in content/events/ if it is not");
            report.field(Code::UnknownName, &field.then("event"), message, Some(help));
        }
        let date = report.date(&field.then("date"), fields.date.as_deref());
        if let Some(date) = &date {
            verify::date(date, shared.quote, &field, context.lang, report);
        }
        if shared.quote.is_empty() && !context.damaged {
            let help = "quote the article's own words; without them a reader cannot check the account";
            report.field(Code::NoQuote, &field, format!("the account of `{id}` has no quote"), Some(help.into()));
        }
        Some(Account {
            id: format!("{article_id}#{}", local_id(shared.id, Some(id)).unwrap_or_default()),
            article,
            position,
            // An account that is left out may be the only one that names its event.
            event: *self.index.events.get(id)?,
            title: fields.title.clone(),
            date,
            place: fields.place.as_deref().map(|place| self.mention(place, &field.then("place"), report)),
            who: self.mentions(&fields.who, &field.then("who"), report),
            status: fields.status.unwrap_or_default(),
            kind: fields.kind.clone(),
            attribution,
        })
    }

    /// Places or participants, as a list.
    pub(super) fn mentions(&self, names: &[String], field: &Field, report: &mut Report<'_>) -> Vec<Mention> {
        names.iter().enumerate().map(|(at, name)| self.mention(name, &field.item(at), report)).collect()
    }

    /// A place or a participant: an entity by id, name or spelling, else a text.
    pub(super) fn mention(&self, written: &str, field: &Field, report: &mut Report<'_>) -> Mention {
        let entity = match self.index.entities.get(written) {
            Some(&entity) => Some(entity),
            None => match self.index.names.meaning(written) {
                Meaning::One(entity) => Some(entity),
                Meaning::Several(entities) => {
                    self.ambiguous(written, entities, field, report);
                    None
                }
                Meaning::Nobody => {
                    let known = self.index.entities.keys().map(String::as_str).chain(self.index.names.all());
                    let help = match near(written, known) {
                        Some(near) => format!("did you mean `{near}`?"),
                        None => "add a file in content/entities/, or the spelling to one that is there".to_string(),
                    };
                    let message = format!("no entity is called “{written}”; it is shown as text");
                    report.field(Code::UnknownName, field, message, Some(help));
                    None
                }
            },
        };
        Mention { written: written.to_string(), entity }
    }
}
