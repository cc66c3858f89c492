//! The one place where views get their words from the interface's language.

use super::Edition;
use super::parts::Phrase;
use crate::i18n::Part;
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

    /// A finding for people, as plain text.
    pub fn sentence(&self, finding: &Finding) -> String {
        match self.sentence_kept(finding) {
            Some(kept) => kept.get_or_init(|| self.told(finding)).iter().map(|phrase| phrase.text.as_str()).collect(),
            None => self.language.sentence(self.corpus, finding).to_string(),
        }
    }

    /// A finding for people, names and values apart from the interface's own words.
    pub fn phrases(&self, finding: &Finding) -> Vec<Phrase> {
        match self.sentence_kept(finding) {
            Some(kept) => kept.get_or_init(|| self.told(finding)).clone(),
            None => self.told(finding),
        }
    }

    fn told(&self, finding: &Finding) -> Vec<Phrase> {
        let sentence = self.language.sentence(self.corpus, finding);
        let phrase = |part: &Part| match part {
            Part::Text(text) => Phrase { text: text.clone(), isolated: false },
            Part::Isolated(text) => Phrase { text: text.clone(), isolated: true },
        };
        sentence.parts().iter().map(phrase).collect()
    }
}
