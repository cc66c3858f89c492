//! A question's page: every answer, what was found when they were compared, and under which rules.

use std::collections::HashMap;

use serde::Serialize;

use super::address;
use super::address::Here;
use super::answers::{Answers, Drawing, Stated};
use super::edition::Edition;
use super::findings::{AnswerPlace, OfClass};
use super::grid::{Grid, grid};
use super::parts::{Named, Phrase, When};
use super::split::{Numbered, Pager, share};
use crate::model::{ClaimRef, Class, Part, QuestionRef, Scope};

/// How many answers stand on a page.
const ANSWERS: usize = 100;

/// How many findings.
const FINDINGS: usize = 250;

/// How many ranges that all can live with, and how many implied values, are shown.
const BANDS: usize = 50;

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct QuestionView {
    /// The question, as asked.
    pub question: String,
    /// Its kind, by its name in the format.
    pub kind: &'static str,
    /// From when totals count.
    pub since: Option<When>,
    /// What of it is told apart: each scope with its values.
    pub scopes: Vec<Stated>,
    /// The gravest class.
    pub status: Option<&'static str>,
    /// How many independent origins the answers have.
    pub origins: usize,
    /// How many answers there are in all.
    pub count: usize,
    /// The gravest finding, in a sentence.
    pub lead: Option<Vec<Phrase>>,
    /// The answers.
    pub answers: Answers,
    /// Figures against time, for each scope.
    pub plots: Vec<Drawing>,
    /// Who gives which of several answers, where they are no figures.
    pub grid: Option<Grid>,
    /// What all of some answers can live with.
    pub bands: Vec<BandView>,
    /// What two answers imply together.
    pub derived: Vec<DerivedView>,
    /// What was found.
    pub findings: Vec<OfClass>,
    /// How many pairs were compared, where not all are listed.
    pub pairs: Option<u64>,
    /// Editors' verdicts.
    pub rulings: Vec<RulingView>,
    /// Why a running total may fall.
    pub may_fall: Option<String>,
    /// Rates by which foreign units were converted.
    pub rates: Vec<RateView>,
    /// The editor's words, Markdown.
    pub body: String,
    /// The other pages of the answers.
    pub pager: Option<Pager>,
}

/// A band.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BandView {
    /// The numbers of the answers.
    pub answers: Vec<usize>,
    /// What lies in all of them, in words.
    pub interval: String,
}

/// A derived value: nobody said it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DerivedView {
    /// The numbers of the answers that imply it.
    pub answers: [usize; 2],
    /// What they imply, in words.
    pub interval: String,
    /// What it is of.
    pub when: Option<When>,
}

/// An editor's verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RulingView {
    /// The class of the verdict.
    pub class: &'static str,
    /// The numbers of the answers.
    pub answers: Vec<usize>,
    /// Why.
    pub because: String,
    /// Who ruled.
    pub by: Option<String>,
    /// When.
    pub on: Option<When>,
}

/// A rate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RateView {
    /// One of this unit …
    pub unit: String,
    /// … is so much of the question's.
    pub amount: String,
    /// When it applied.
    pub on: Option<When>,
    /// Who published it.
    pub from: Option<String>,
}

/// The pages of a question.
pub fn pages(edition: &Edition<'_>, at: QuestionRef) -> Numbered {
    let findings = edition.comparison.of_question(at).len();
    let lists = [(edition.live_claims(at).count(), ANSWERS), (findings, FINDINGS)];
    Numbered::several(&address::question(&edition.corpus[at]), &lists, |_| false)
}

/// The view of a question's page. All but answers and findings stands on the first.
pub fn view(edition: &Edition<'_>, here: &Here, at: QuestionRef, page: usize) -> QuestionView {
    let question = &edition.corpus[at];
    let summary = edition.comparison.questions.get(at.0);
    let order = edition.in_order(at);
    let numbers: HashMap<ClaimRef, usize> =
        order.iter().enumerate().map(|(place, &claim)| (claim, place + 1)).collect();
    let number = |claim: ClaimRef| numbers.get(&claim).copied();
    let numbers = |claims: &[ClaimRef]| claims.iter().filter_map(|&claim| number(claim)).collect::<Vec<usize>>();
    let findings = edition.comparison.of_question(at);
    let pages = pages(edition, at);
    let place = |claim: ClaimRef| {
        let number = number(claim)?;
        let there = pages.page_of(number - 1);
        let page = if there == page { String::new() } else { here.to(pages.addresses().get(there)?) };
        Some(AnswerPlace { number, href: format!("{page}#a{number}") })
    };
    let unit = |own: &Option<String>| own.clone().or_else(|| question.unit.clone());
    let first = |count: usize| if page == 0 { count } else { 0 };
    let part = (page * ANSWERS).min(order.len())..((page + 1) * ANSWERS).min(order.len());
    let bands = summary.map_or(&[][..], |summary| &summary.bands).iter().take(first(BANDS)).map(|band| BandView {
        answers: numbers(&band.claims),
        interval: edition.language.interval(&band.interval, unit(&band.unit).as_deref()),
    });
    let derived = summary.map_or(&[][..], |summary| &summary.derived).iter().take(first(BANDS)).filter_map(|derived| {
        let delta = &edition.corpus[derived.delta];
        let when =
            if derived.forward { delta.period.as_ref().or(delta.as_of.as_ref()) } else { delta.against.as_ref() };
        Some(DerivedView {
            answers: [number(derived.delta)?, number(derived.base)?],
            interval: edition.language.interval(&derived.interval, unit(&derived.unit).as_deref()),
            when: when.map(|date| edition.when(date)),
        })
    });
    let rulings = question.rulings.iter().take(first(usize::MAX)).map(|ruling| RulingView {
        class: ruling.verdict.class(None).name(),
        answers: numbers(&ruling.claims),
        because: ruling.because.clone(),
        by: ruling.by.clone(),
        on: ruling.on.as_ref().map(|date| edition.when(date)),
    });
    let rates = question.fx.iter().map(|(unit, rate)| RateView {
        unit: unit.clone(),
        amount: edition.language.amount(rate.rate, question.unit.as_deref()),
        on: rate.on.as_ref().map(|date| edition.when(date)),
        from: rate.from.clone(),
    });
    QuestionView {
        question: question.question.clone(),
        kind: question.kind.name(),
        since: question.since.as_ref().map(|date| edition.when(date)),
        scopes: question.scope.iter().map(|(name, scope)| stated(edition, name, scope)).collect(),
        status: summary.and_then(|summary| summary.status).map(Class::name),
        origins: summary.map_or(0, |summary| summary.origins),
        count: order.len(),
        lead: findings.first().map(|finding| edition.phrases(finding)),
        answers: edition.answers(here, at, part.clone()),
        plots: edition.plots(at, part.clone()),
        grid: grid(edition, here, at, part),
        bands: bands.collect(),
        derived: derived.collect(),
        findings: edition.by_class(here, share(findings, FINDINGS, page), &place),
        pairs: summary.filter(|summary| !summary.complete).map(|summary| summary.pairs.total()),
        rulings: rulings.collect(),
        may_fall: question.may_fall.clone(),
        rates: rates.collect(),
        body: if page == 0 { question.body.clone() } else { String::new() },
        pager: pages.pager(here, page),
    }
}

fn stated(edition: &Edition<'_>, name: &str, scope: &Scope) -> Stated {
    let of_value = |value: &str| edition.language.named(edition.corpus, value);
    let value = match scope {
        Scope::Flat { values } => values.iter().map(|value| of_value(value)).collect::<Vec<_>>().join(", "),
        Scope::Nested { root, .. } => tree(root, &of_value, 8),
    };
    Stated { name: name.replace('-', " "), value }
}

/// A whole and its parts: "turnover (imports, exports)".
fn tree(part: &Part, of_value: &dyn Fn(&str) -> String, depth: usize) -> String {
    let name = of_value(&part.name);
    if part.parts.is_empty() || depth == 0 {
        return name;
    }
    let parts: Vec<String> = part.parts.iter().map(|part| tree(part, of_value, depth - 1)).collect();
    format!("{name} ({})", parts.join(", "))
}

/// The question's name with a link, for other pages.
pub fn named(edition: &Edition<'_>, here: &Here, at: QuestionRef) -> Named {
    let question = &edition.corpus[at];
    Named::link(&question.question, here.to(super::address::question(question)))
}
