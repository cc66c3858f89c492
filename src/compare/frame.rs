//! A question with all its claims worked out, so that any two can be compared at the cost of a few whole numbers.

use std::collections::HashMap;

use super::Options;
use super::category::{Categories, Geography};
use super::number::{Identity, Number, Ranking};
use super::origin::{self, Numbering};
use super::scope::{ScopeIndex, Standing};
use super::side::{NumberSide, Side};
use crate::model::{Claim, ClaimRef, Corpus, Question, QuestionRef, Value, Verdict};

/// What all questions share.
pub(super) struct World<'a> {
    pub corpus: &'a Corpus,
    pub options: Options,
    pub geography: Geography,
    /// Each claim's origin by number.
    claim_origins: Vec<Option<u32>>,
    /// Each account's origin by number, the same numbers.
    account_origins: Vec<Option<u32>>,
}

impl<'a> World<'a> {
    /// Of a corpus.
    pub fn of(corpus: &'a Corpus, options: Options) -> Self {
        let mut numbering = Numbering::default();
        let claim_origins = corpus
            .claims
            .iter()
            .map(|claim| origin::of_claim(corpus, claim).map(|origin| numbering.number(origin)))
            .collect();
        let account_origins = corpus
            .accounts
            .iter()
            .map(|account| origin::of_account(corpus, account).map(|origin| numbering.number(origin)))
            .collect();
        Self { corpus, options, geography: Geography::of(corpus), claim_origins, account_origins }
    }

    /// An account's origin.
    pub fn account_origin(&self, account: usize) -> Option<u32> {
        self.account_origins.get(account).copied().flatten()
    }
}

/// What is needed to work a claim out.
pub(super) struct Context<'a> {
    pub corpus: &'a Corpus,
    pub question: &'a Question,
    pub categories: Categories<'a>,
    origins: &'a [Option<u32>],
}

impl Context<'_> {
    /// A claim's origin.
    pub fn origin(&self, claim: ClaimRef) -> Option<u32> {
        self.origins.get(claim.0).copied().flatten()
    }
}

/// A question with its claims, ready.
pub(super) struct Frame<'a> {
    pub at: QuestionRef,
    pub question: &'a Question,
    pub corpus: &'a Corpus,
    /// Every claim but those of withdrawn articles, in the order of the corpus.
    pub sides: Vec<Side>,
    /// The numbers of the sides that have one.
    pub numbers: Vec<Option<Number>>,
    pub scopes: Vec<ScopeIndex<'a>>,
    pub categories: Categories<'a>,
    /// The scope values of all sides, a row for each.
    scope_values: Vec<u32>,
    /// The units that are not the question's, by number from 1.
    units: Vec<&'a str>,
    /// Editors' verdicts by the positions of the two sides, the smaller first.
    rulings: HashMap<(usize, usize), Verdict>,
}

impl<'a> Frame<'a> {
    /// Of a question.
    pub fn new(world: &'a World<'a>, at: QuestionRef) -> Self {
        let corpus = world.corpus;
        let question = &corpus[at];
        let claims: Vec<ClaimRef> = question
            .claims
            .iter()
            .copied()
            .filter(|claim| corpus[corpus[*claim].article].withdrawn.is_none())
            .collect();
        let mut scopes: Vec<ScopeIndex<'a>> =
            question.scope.iter().map(|(name, scope)| ScopeIndex::new(name, scope)).collect();
        let mut scope_values = Vec::with_capacity(claims.len() * scopes.len());
        for claim in &claims {
            scope_values.extend(scopes.iter_mut().map(|scope| scope.value(&corpus[*claim])));
        }

        let mut units = Vec::new();
        let in_units: Vec<Option<(Number, u32, bool)>> =
            claims.iter().map(|claim| in_unit(&corpus[*claim], question, &mut units, world.options)).collect();
        let ranking = Ranking::of(in_units.iter().flatten().map(|(number, ..)| number));
        let mut identities: HashMap<(&Identity, Option<&str>), u32> = HashMap::new();
        let mut context = Context {
            corpus,
            question,
            categories: Categories::new(corpus, &world.geography, question),
            origins: &world.claim_origins,
        };
        let sides = claims
            .iter()
            .zip(&in_units)
            .map(|(claim, number)| {
                let number = number.as_ref().map(|(number, unit, converted)| NumberSide {
                    ranks: ranking.ranks(number),
                    wording: number.wording,
                    identity: {
                        let next = identities.len() as u32;
                        *identities.entry((&number.identity, stated_unit(&corpus[*claim], question))).or_insert(next)
                    },
                    unit: *unit,
                    converted: *converted,
                    is_delta: number.is_delta,
                });
                Side::new(&mut context, *claim, number)
            })
            .collect();
        let numbers = in_units.into_iter().map(|number| number.map(|(number, ..)| number)).collect();

        let place = |claim: ClaimRef| claims.binary_search(&claim).ok();
        let mut rulings = HashMap::new();
        for ruling in &question.rulings {
            if let (Some(a), Some(b)) = (place(ruling.claims[0]), place(ruling.claims[1])) {
                rulings.entry((a.min(b), a.max(b))).or_insert(ruling.verdict);
            }
        }
        Self {
            at,
            question,
            corpus,
            sides,
            numbers,
            scopes,
            categories: context.categories,
            scope_values,
            units,
            rulings,
        }
    }

    /// How two sides stand to each other in a scope.
    pub fn standing(&self, scope: usize, a: usize, b: usize) -> Standing {
        let row = self.scopes.len();
        self.scopes[scope].standing(self.scope_values[a * row + scope], self.scope_values[b * row + scope])
    }

    /// The scope values of a side.
    pub fn scope_values(&self, side: usize) -> &[u32] {
        let row = self.scopes.len();
        &self.scope_values[side * row..(side + 1) * row]
    }

    /// The editors' verdict on two sides.
    pub fn ruling(&self, a: usize, b: usize) -> Option<Verdict> {
        if self.rulings.is_empty() {
            return None;
        }
        self.rulings.get(&(a.min(b), a.max(b))).copied()
    }

    /// The pairs on which editors have ruled, in order.
    pub fn ruled_pairs(&self) -> Vec<(usize, usize)> {
        let mut pairs: Vec<_> = self.rulings.keys().copied().collect();
        pairs.sort_unstable();
        pairs
    }

    /// A unit that is not the question's.
    pub fn foreign_unit(&self, unit: u32) -> Option<String> {
        let position = (unit as usize).checked_sub(1)?;
        self.units.get(position).map(|unit| (*unit).to_owned())
    }

    /// The claim of a side.
    pub fn claim(&self, side: usize) -> &'a Claim {
        &self.corpus[self.sides[side].claim]
    }
}

/// A claim's number in the unit in which it is compared: the question's, where it is stated in that or a rate is
/// declared; else its own.
fn in_unit<'a>(
    claim: &'a Claim,
    question: &'a Question,
    units: &mut Vec<&'a str>,
    options: Options,
) -> Option<(Number, u32, bool)> {
    let value = claim.value.as_ref()?;
    let mut number = Number::of(value, question)?;
    if options.strict {
        number.readings.loose = number.readings.strict;
    }
    let Some(unit) = stated_unit(claim, question) else {
        return Some((number, 0, false));
    };
    if question.unit.is_some()
        && let Some(rate) = question.fx.get(unit)
    {
        return Some((number.converted(rate.rate)?, 0, true));
    }
    let position = units.iter().position(|known| *known == unit).unwrap_or_else(|| {
        units.push(unit);
        units.len() - 1
    });
    Some((number, position as u32 + 1, false))
}

/// The unit that a claim states, where it is not the question's.
fn stated_unit<'a>(claim: &'a Claim, question: &Question) -> Option<&'a str> {
    let Some(Value::Quantity(quantity)) = &claim.value else {
        return None;
    };
    quantity.unit.as_deref().filter(|unit| question.unit.as_deref() != Some(*unit))
}
