//! The one place where views get their words from the interface's language.

use super::Edition;
use crate::model::{Date, Finding};

impl Edition<'_> {
    /// A date for people.
    pub fn words(&self, date: &Date) -> String {
        self.language.date_in_words(date)
    }

    /// A unit for the end of an axis, in the plural: "US dollars".
    pub fn unit(&self, unit: &str) -> String {
        let named = |family: &str| self.language.find(&format!("{family}-{unit}.many"), &[]);
        named("currency").or_else(|| named("unit")).unwrap_or_else(|| unit.to_owned())
    }

    /// A finding for people.
    pub fn sentence(&self, finding: &Finding) -> String {
        self.language.text(&format!("verdict-{}.explanation", finding.verdict.name()), &[])
    }
}
