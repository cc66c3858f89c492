//! What goes with any verdict: one origin, a conversion, an uncertain date; and the editors' rulings.

use std::collections::{BTreeSet, HashSet};

use rust_decimal::Decimal;

use super::Telling;
use super::pair::{ended, quantity};
use super::side::Side;
use super::text::isolated;
use crate::compare::origin::{self, Origin};
use crate::model::{ClaimRef, Flag, Reason, Verdict};

impl<'a> Telling<'a> {
    /// The remarks that follow the verdict's own sentences.
    pub(super) fn remarks(&self) -> Vec<String> {
        let mut all = self.unspecified_notes();
        all.extend(self.neither_says());
        all.extend(self.conversions());
        // An answer that is a date says so itself.
        if self.has(&Flag::Uncertain) && self.kind() != "date" {
            all.push(self.say("note-uncertain", &[]));
        }
        all.extend(self.one_origin());
        all
    }

    /// What the editors hold, where they ruled on these two.
    pub(super) fn ruling(&self) -> Option<String> {
        if !self.has(&Flag::Ruled) {
            return None;
        }
        let claims: BTreeSet<ClaimRef> = self.claims().collect();
        let ruling = self
            .question?
            .rulings
            .iter()
            .find(|ruling| ruling.claims.iter().copied().collect::<BTreeSet<_>>() == claims)?;
        let key = format!("ruling-{}", self.finding.verdict.name());
        Some(self.say(&key, &[("because", isolated(&ended(&ruling.because)).into())]))
    }

    /// Whose statement it is in the end, by name; `None` where that is unknown.
    pub(super) fn origin(&self, side: &Side<'a>) -> Option<String> {
        let origin = match (side.claim, side.account) {
            (Some(claim), _) => origin::of_claim(self.corpus, claim),
            (None, account) => origin::of_account(self.corpus, account?),
        };
        let name = match origin? {
            Origin::Entity(entity) => self.entity(entity),
            Origin::Source(source) => self.corpus[source].name.clone(),
            Origin::Text(text) => text.to_owned(),
        };
        Some(isolated(&name))
    }

    fn one_origin(&self) -> Option<String> {
        let origin = self.origin(self.sides.first()?);
        if self.has(&Flag::Echo) {
            let articles: HashSet<_> = self.sides.iter().map(|side| side.at).collect();
            let n = articles.len().into();
            return Some(match origin {
                Some(origin) => self.say("echo", &[("n", n), ("origin", origin.into())]),
                None => self.say("echo-unnamed", &[("n", n)]),
            });
        }
        // A revision names its origin, and so does the sentence on statements whose dates are not known.
        let named = match (self.finding.verdict, self.reason()) {
            (Verdict::Revision, _) => true,
            (_, Some(Reason::Unspecified(names))) => names.iter().eq(["said"]),
            _ => false,
        };
        let same = !named && (self.has(&Flag::OwnContradiction) || self.has(&Flag::SameOrigin));
        origin.filter(|_| same).map(|origin| self.say("note-self", &[("origin", origin.into())]))
    }

    /// The rate for each unit that was converted.
    fn conversions(&self) -> Vec<String> {
        let Some(question) = self.question.filter(|_| self.has(&Flag::Converted)) else { return Vec::new() };
        let units: BTreeSet<&str> = self.sides.iter().filter_map(|side| quantity(side)?.unit.as_deref()).collect();
        units
            .into_iter()
            .filter_map(|unit| Some((unit, question.fx.get(unit)?)))
            .map(|(unit, exchange)| {
                let one = isolated(&self.language.amount(Decimal::ONE, Some(unit)));
                let rate = isolated(&self.language.amount(exchange.rate, question.unit.as_deref()));
                let from = exchange.from.as_deref().map(isolated);
                let on = exchange.on.as_ref().map(|date| self.language.date_in_words(date));
                let details: Vec<String> = from.into_iter().chain(on).collect();
                match details.is_empty() {
                    true => self.say("note-converted", &[("one", one.into()), ("rate", rate.into())]),
                    false => self.say(
                        "note-converted-from",
                        &[("one", one.into()), ("rate", rate.into()), ("details", details.join(", ").into())],
                    ),
                }
            })
            .collect()
    }
}
