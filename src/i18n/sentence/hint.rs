//! For the author of the annotations: what would have been found, and what to add. Readers never see it.

use super::side::Side;
use super::{Telling, id_of};
use crate::model::{Flag, Reason, Verdict};

/// What an author can do about a verdict that is held back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// What would have been found.
    pub would_be: String,
    /// What to add, or to state.
    pub advice: String,
}

impl<'a> Telling<'a> {
    /// What held the verdict back; `None` where nothing did.
    pub(super) fn hint(&self) -> Option<Hint> {
        let would_be = self.finding.flags.iter().find_map(|flag| match flag {
            Flag::WouldBe(verdict) => Some(*verdict),
            _ => None,
        })?;
        let mut all = Vec::new();
        let unspecified = self.finding.flags.iter().find_map(|flag| match flag {
            Flag::Unspecified(names) => Some(names),
            _ => None,
        });
        match self.reason() {
            Some(Reason::Unspecified(names)) => all.extend(self.to_add(names)),
            Some(Reason::Assumed(names)) => {
                all.extend(self.to_confirm(names));
                all.extend(unspecified.map_or_else(Vec::new, |names| self.to_add(names)));
            }
            Some(Reason::Uncertain) => all.push(self.language.text("hint-uncertain", &[])),
            Some(Reason::TimeOverlap) => all.push(self.language.text("hint-soft", &[])),
            _ => {}
        }
        Some(Hint { would_be: self.would_be(would_be), advice: all.join("; ") })
    }

    fn would_be(&self, verdict: Verdict) -> String {
        let name = self.language.text(&format!("verdict-{}", verdict.name()), &[]);
        self.language.text("hint-would-be", &[("verdict", name.into())])
    }

    /// Which keys to add to which claims or accounts.
    fn to_add(&self, names: &[String]) -> Vec<String> {
        self.for_each_side(names, "hint-add", |side, name| !self.states(side, name))
    }

    /// Which keys are inferred, or taken from the day of publication.
    fn to_confirm(&self, names: &[String]) -> Vec<String> {
        let mut all = self.for_each_side(names, "hint-inferred", |side, name| self.is_inferred(side, name));
        all.extend(self.for_each_side(names, "hint-add", |side, name| {
            name == "as_of" && side.claim.is_some() && side.as_of().is_none()
        }));
        all
    }

    fn for_each_side(&self, names: &[String], key: &str, concerns: impl Fn(&Side<'a>, &str) -> bool) -> Vec<String> {
        self.sides
            .iter()
            .filter_map(|side| {
                let keys: Vec<String> =
                    names.iter().filter(|name| concerns(side, name)).map(|name| format!("`{name}`")).collect();
                let count = keys.len();
                let keys = Some(self.language.all_of(&keys)).filter(|keys| !keys.is_empty())?;
                let id = id_of(self.corpus, side.member);
                Some(self.language.text(key, &[("count", count.into()), ("keys", keys.into()), ("id", id.into())]))
            })
            .collect()
    }
}
