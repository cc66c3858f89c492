//! The one place where views get their words from the interface's language.

use super::Edition;
use crate::model::{Date, Finding};

impl Edition<'_> {
    /// A date for people.
    pub fn words(&self, date: &Date) -> String {
        self.language.date_in_words(date)
    }

    /// A finding for people.
    pub fn sentence(&self, finding: &Finding) -> String {
        format!("{} {:?}", finding.verdict.name(), finding.reason.as_ref().map(ToString::to_string))
    }
}
