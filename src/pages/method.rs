//! The rules and the constants in force, from the same tables that the comparison goes by.

use rust_decimal::Decimal;
use serde::Serialize;

use super::address::Here;
use super::edition::Edition;
use super::findings::CLASSES;
use super::parts::Named;
use super::question::named;
use crate::compare::readings::{INTEGER_WIDTHS, ROUND_COUNT, VAGUE_WORDS};
use crate::compare::time::{LONGEST_SAME, SOFT_MONTHS};
use crate::model::{Amount, Hedge, Quantity, QuestionRef, Tolerance, Vague, VagueWord, Verdict};

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MethodView {
    /// The verdicts of each class, the gravest class first.
    pub classes: Vec<ClassRow>,
    /// The constants.
    pub constants: Vec<Constant>,
    /// The vague words and how they are read.
    pub vague: Vec<VagueRow>,
    /// Questions with constants of their own.
    pub exceptions: Vec<Exception>,
}

/// A class with its verdicts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ClassRow {
    /// The class' name.
    pub class: &'static str,
    /// The verdicts' names.
    pub verdicts: Vec<&'static str>,
}

/// A constant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Constant {
    /// Its key in the interface's texts, after `constant-`.
    pub key: &'static str,
    /// Its value, for people.
    pub value: String,
}

/// How a vague word is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VagueRow {
    /// The word, in the interface's language.
    pub word: String,
    /// Lowest and highest, strictly.
    pub strict: String,
    /// Lowest and highest, loosely.
    pub loose: String,
}

/// A question's own constants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Exception {
    /// The question.
    pub question: Named,
    /// Those that differ.
    pub constants: Vec<Constant>,
}

/// The view of the page.
pub fn view(edition: &Edition<'_>, here: &Here) -> MethodView {
    let corpus = edition.corpus;
    let site = constants(edition, &corpus.site.tolerance);
    let exceptions = (0..corpus.questions.len()).map(QuestionRef).filter_map(|at| {
        let mut own = constants(edition, &corpus[at].tolerance);
        own.retain(|constant| !site.contains(constant));
        (!own.is_empty()).then(|| Exception { question: named(edition, here, at), constants: own })
    });
    let classes = CLASSES.into_iter().map(|class| ClassRow {
        class: class.name(),
        verdicts: Verdict::ALL.into_iter().filter(|verdict| verdict.class(None) == class).map(Verdict::name).collect(),
    });
    let range = |(low, high): (u32, u32)| {
        format!("{}–{}", edition.language.number(low.into()), edition.language.number(high.into()))
    };
    let vague = VAGUE_WORDS.iter().map(|&(word, strict, loose)| VagueRow {
        word: vague_word(edition, word),
        strict: range(strict),
        loose: range(loose),
    });
    let number = |value: u32| edition.language.number(value.into());
    let fixed = [
        Constant { key: "integer-strict", value: number(INTEGER_WIDTHS.0) },
        Constant { key: "integer-loose", value: number(INTEGER_WIDTHS.1) },
        Constant { key: "round-count", value: number(ROUND_COUNT) },
        Constant { key: "longest-same", value: edition.language.number(LONGEST_SAME.into()) },
        Constant { key: "soft-months", value: number(SOFT_MONTHS) },
    ];
    MethodView {
        classes: classes.collect(),
        vague: vague.collect(),
        exceptions: exceptions.collect(),
        constants: site.into_iter().chain(fixed).collect(),
    }
}

/// A vague word as it stands in a statement without a unit.
fn vague_word(edition: &Edition<'_>, word: VagueWord) -> String {
    let amount = Amount::Vague(Vague { word, scale: Decimal::ONE });
    edition.language.quantity(&Quantity { hedge: Hedge::None, delta: None, amount, unit: None }, None)
}

fn constants(edition: &Edition<'_>, tolerance: &Tolerance) -> Vec<Constant> {
    let share = |share: Decimal| {
        let hundred = share.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(share);
        edition.language.amount(hundred.normalize(), Some("%"))
    };
    vec![
        Constant { key: "round-cap", value: share(tolerance.round_cap) },
        Constant { key: "about", value: share(tolerance.about) },
        Constant { key: "strain", value: edition.language.number(tolerance.strain.normalize()) },
    ]
}
