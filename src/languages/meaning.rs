//! What a phrase of a table says, and how a table's line says that it does.

use std::str::FromStr;

use rust_decimal::Decimal;

use crate::model::{Hedge, VagueWord};

/// What a phrase says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Meaning {
    Number(Decimal),
    /// A number that need not be meant: an article.
    Implied(Decimal),
    Scale(Decimal),
    Vague(Vec<VagueWord>),
    Hedge(Hedging),
    Currency(Vec<String>),
    Percent,
    Points,
    Month(u32),
    Background,
    Filler,
    Joint,
    Time,
    Saying,
    Negation,
}

/// A hedge as a language has it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Hedging {
    /// What it may stand for in a value.
    pub classes: Vec<Hedge>,
    /// Whether it follows the number.
    pub after: bool,
    /// Whether it is a verb, which fillers may separate from its number.
    pub verb: bool,
    /// When a value must have it.
    pub demand: Demand,
}

/// When a hedge that stands at a number must be in the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Demand {
    Always,
    OfRound,
    OfMoney,
    AfterAblative,
    Never,
}

/// The meaning of a line's key and argument: `hedge more-than`.
pub(super) fn meaning(key: &str, argument: &str) -> Option<Meaning> {
    let hedge = |demand: Demand, after: bool| {
        let verb = key == "verb";
        let classes = argument.split(',').map(hedge_named).collect::<Option<Vec<_>>>()?;
        Some(Meaning::Hedge(Hedging { classes, after, verb, demand }))
    };
    Some(match key {
        "number" => Meaning::Number(Decimal::from_str(argument).ok()?),
        "implied" => Meaning::Implied(Decimal::from_str(argument).ok()?),
        "scale" | "short" => Meaning::Scale(Decimal::from_str(argument).ok()?),
        "vague" => Meaning::Vague(argument.split(',').map(vague_named).collect::<Option<_>>()?),
        "hedge" | "verb" => hedge(Demand::Always, false)?,
        "hedge-round" => hedge(Demand::OfRound, false)?,
        "hedge-money" => hedge(Demand::OfMoney, false)?,
        "possible" => hedge(Demand::Never, false)?,
        "after" => hedge(Demand::Always, true)?,
        "after-ablative" => hedge(Demand::AfterAblative, true)?,
        "after-possible" => hedge(Demand::Never, true)?,
        "currency" => Meaning::Currency(argument.split(',').map(str::to_owned).collect()),
        "month" => Meaning::Month(argument.parse().ok().filter(|month| (1..=12).contains(month))?),
        "percent" => Meaning::Percent,
        "points" => Meaning::Points,
        "background" => Meaning::Background,
        "filler" => Meaning::Filler,
        "joint" => Meaning::Joint,
        "time" => Meaning::Time,
        "saying" => Meaning::Saying,
        "negation" => Meaning::Negation,
        _ => return None,
    })
}

fn hedge_named(name: &str) -> Option<Hedge> {
    Some(match name {
        "exactly" => Hedge::Exactly,
        "about" => Hedge::About,
        "nearly" => Hedge::Nearly,
        "just-over" => Hedge::JustOver,
        "at-least" => Hedge::AtLeast,
        "at-most" => Hedge::AtMost,
        "up-to" => Hedge::UpTo,
        "more-than" => Hedge::MoreThan,
        "less-than" => Hedge::LessThan,
        _ => return None,
    })
}

fn vague_named(name: &str) -> Option<VagueWord> {
    Some(match name {
        "couple" => VagueWord::Couple,
        "few" => VagueWord::Few,
        "several" => VagueWord::Several,
        "tens" => VagueWord::Tens,
        "dozens" => VagueWord::Dozens,
        "scores" => VagueWord::Scores,
        "hundreds" => VagueWord::Hundreds,
        "thousands" => VagueWord::Thousands,
        _ => return None,
    })
}
