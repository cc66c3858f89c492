//! A question's page: what is asked, and each figure as an observation.

use super::node::Node;
use super::{Linked, iso};
use crate::compare::readings;
use crate::model::{Amount, Claim, ClaimRef, Hedge, Kind, Quantity, QuestionRef, Value};
use crate::pages::address;

impl Linked<'_, '_> {
    /// The page and its figures.
    pub(super) fn question(&self, at: QuestionRef) -> Vec<Node> {
        let question = &self.edition.corpus[at];
        let address = address::question(question);
        let asked = self.here.to(format!("{address}#_about"));
        let variable = Node::new("StatisticalVariable").id(&asked).text("name", &question.question);
        let figures: Vec<Node> =
            self.edition.in_order(at).iter().filter_map(|&claim| self.observation(claim, &asked)).collect();
        let page = self.page(&address, &question.question);
        if figures.is_empty() {
            return vec![page];
        }
        [page.node("mainEntity", Node::reference(&asked)), variable].into_iter().chain(figures).collect()
    }

    /// A figure with what its words promise at the least and at the most. A change is no observation of what changed.
    fn observation(&self, at: ClaimRef, asked: &str) -> Option<Node> {
        let corpus = self.edition.corpus;
        let claim = &corpus[at];
        let question = &corpus[claim.question];
        let Some(Value::Quantity(quantity @ Quantity { delta: None, unit, .. })) = &claim.value else { return None };
        let strict = readings::of_value(claim.value.as_ref()?, question)?.strict;
        let plain = |number: rust_decimal::Decimal| number.normalize().to_string();
        let url = self.here.to(address::claim(claim));
        let node = Node::new("Observation")
            .maybe("name", self.edition.value(&self.here, claim).name)
            .node("variableMeasured", Node::reference(asked))
            .maybe("value", stated(quantity).map(plain))
            .maybe("minValue", strict.low.map(plain))
            .maybe("maxValue", strict.high.map(plain))
            .maybe("unitText", unit.clone().or_else(|| question.unit.clone()))
            .maybe("observationDate", observed(claim, question.kind))
            .node("subjectOf", Node::new("Claim").id(&url).text("url", &url));
        Some(node)
    }
}

/// The figure as stated, where the words put the truth at it or around it, and not on one side.
fn stated(quantity: &Quantity) -> Option<rust_decimal::Decimal> {
    match (quantity.hedge, &quantity.amount) {
        (Hedge::None | Hedge::Exactly | Hedge::About, Amount::Stated(figure)) => Some(figure.value),
        _ => None,
    }
}

/// When a figure was true, as far as the claim itself says it.
fn observed(claim: &Claim, kind: Kind) -> Option<String> {
    let date = if kind == Kind::Flow { claim.period.as_ref() } else { claim.as_of.as_ref() };
    date.and_then(iso)
}
