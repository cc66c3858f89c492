//! The Data page: the site's data as a dataset, for those who search for data.

use super::Linked;
use super::node::Node;
use crate::pages::dated::CALENDAR;
use crate::pages::{Feed, license};

impl Linked<'_, '_> {
    /// All data files as one dataset.
    pub(super) fn dataset(&self) -> Node {
        let site = &self.edition.corpus.site;
        let mut files = vec![("data/datapackage.json", "application/json")];
        let feed = Feed::atom("");
        if Feed::are_there(site) {
            files.push((&feed, "application/atom+xml"));
        }
        if self.edition.has_dated_events() {
            files.push((CALENDAR, "text/calendar"));
        }
        let files = files.into_iter().map(|(path, media)| {
            Node::new("DataDownload").text("contentUrl", self.here.to(path)).text("encodingFormat", media)
        });
        Node::new("Dataset")
            .id(self.here.to("data/"))
            .text("url", self.here.to("data/"))
            .text("name", &site.title)
            .text("description", self.description())
            .text("inLanguage", &site.language)
            .maybe("license", site.license.as_deref().and_then(license::address))
            .node("isPartOf", Node::reference(self.here.to("")))
            .nodes("distribution", files)
    }

    fn description(&self) -> String {
        let site = &self.edition.corpus.site;
        site.description.clone().unwrap_or_else(|| self.edition.language.text("data-standfirst", &[]))
    }
}
