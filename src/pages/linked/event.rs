//! An event's page: the event, and the articles that tell of it.

use std::collections::BTreeSet;

use super::node::Node;
use super::{Linked, iso};
use crate::model::{ArticleRef, Date, EventRef, Mention, Shape, Status};
use crate::pages::address;

impl Linked<'_, '_> {
    /// The event.
    pub(super) fn event(&self, at: EventRef) -> Node {
        let corpus = self.edition.corpus;
        let event = &corpus[at];
        let accounts = self.edition.accounts(event);
        // Where sources contradict each other on the date there is none that could be given as the event's.
        let date = corpus.event_date(at).filter(|_| !self.edition.date_is_disputed(at));
        let (start, end) = date.map_or((None, None), days);
        let place = event.place.as_ref().or_else(|| accounts.iter().find_map(|at| corpus[*at].place.as_ref()));
        let mut said = accounts.iter().map(|account| corpus[*account].status);
        let first = said.next();
        let status = match first.filter(|first| said.all(|other| other == *first)) {
            Some(Status::Happened | Status::Planned) => Some("https://schema.org/EventScheduled".to_owned()),
            Some(Status::Cancelled) => Some("https://schema.org/EventCancelled".to_owned()),
            Some(Status::Denied) | None => None,
        };
        let articles: BTreeSet<ArticleRef> = accounts.iter().map(|account| corpus[*account].article).collect();
        let url = self.here.to(address::event(event));
        let node = Node::new("Event")
            .id(&url)
            .text("url", url)
            .text("name", corpus.event_title(at))
            .maybe("startDate", start)
            .maybe("endDate", end)
            .maybe("eventStatus", status)
            .nodes("location", place.and_then(|place| self.place(place)))
            .nodes("about", event.who.iter().filter_map(|who| self.mention(who)))
            .nodes("subjectOf", articles.into_iter().map(|at| self.article_in_short(&corpus[at])));
        match event.part_of {
            Some(whole) => node.node("superEvent", Node::reference(self.here.to(address::event(&corpus[whole])))),
            None => node,
        }
    }

    fn mention(&self, mention: &Mention) -> Option<Node> {
        match mention.entity {
            Some(entity) => self.entity(entity),
            None => Some(Node::untyped().text("name", &mention.written)),
        }
    }

    /// A place with its point on the map.
    fn place(&self, mention: &Mention) -> Option<Node> {
        let node = match mention.entity {
            Some(entity) => self.entity(entity)?,
            None => Node::new("Place").text("name", &mention.written),
        };
        let Some(point) = mention.entity.and_then(|entity| self.edition.corpus[entity].location) else {
            return Some(node);
        };
        let point = Node::new("GeoCoordinates")
            .text("latitude", point.latitude.to_string())
            .text("longitude", point.longitude.to_string());
        Some(node.node("geo", point))
    }
}

/// When it began and when it ended, as far as ISO 8601 can say it.
fn days(date: &Date) -> (Option<String>, Option<String>) {
    match &date.shape {
        Shape::Moment(_) => (iso(date), None),
        Shape::Duration { start, end } if !(date.approximate || date.uncertain) => {
            (start.as_ref().and_then(iso), end.as_ref().and_then(iso))
        }
        _ => (None, None),
    }
}
