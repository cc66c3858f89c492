//! The hedges that stand at a number of a quote.
//!
//! Two questions are asked, and answered with different care. *Must* the value have a hedge? Only where a hedge stands
//! right at the number, of a kind that nothing else explains: a false alarm stops an editor's build. *May* it have one?
//! Wherever the words of that hedge stand nearby in the same sentence.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::model::Hedge;

use super::items::Line;
use super::meaning::{Demand, Hedging, Meaning};
use super::mentions::Mention;
use super::table::Table;

/// How many fillers, signs and codes may stand between a hedge and its number.
const BETWEEN: usize = 4;

/// How far before and after the number a hedge may be that the value may have.
const NEARBY_BEFORE: usize = 10;
const NEARBY_AFTER: usize = 6;

/// A hedge that the value must have.
pub(super) struct Demanded {
    /// What it may be in a value.
    pub classes: Vec<Hedge>,
    /// Its items in the quote.
    pub items: Range<usize>,
}

/// The hedge that stands right at the number and must be in the value.
pub(super) fn demanded(line: &Line<'_>, mention: &Mention, table: &Table) -> Option<Demanded> {
    before(line, mention).or_else(|| after(line, mention, table))
}

fn before(line: &Line<'_>, mention: &Mention) -> Option<Demanded> {
    let mut at = mention.items.start;
    let mut filled = false;
    for _ in 0..=BETWEEN {
        at = at.checked_sub(1)?;
        let item = line.items.get(at)?;
        if item.hedges(false).next().is_some() {
            break;
        }
        filled |= !item.is_unit();
        if !(item.is_unit() || item.says(&Meaning::Filler)) {
            return None;
        }
    }
    let hedgings: Vec<&Hedging> = line.items.get(at)?.hedges(false).collect();
    let negated = (1..=2).any(|back| line.item(at.checked_sub(back)).is_some_and(|item| item.says(&Meaning::Negation)));
    let said = line.item(at.checked_sub(1)).is_some_and(|item| item.says(&Meaning::Saying));
    let must = |hedging: &Hedging| match hedging.demand {
        // "spoke about 20", "Gespräche über 20": the word belongs to what is said, not to the number.
        _ if said && (hedging.classes.contains(&Hedge::About) || hedging.demand == Demand::OfMoney) => false,
        Demand::Always => true,
        Demand::OfRound => (is_measured(line, mention) || is_round(mention)) && !precedes_time(line, mention),
        Demand::OfMoney => is_measured(line, mention) && !precedes_time(line, mention),
        Demand::AfterAblative | Demand::Never => false,
    };
    // "More than the 12 promised" is no hedge, "exceeded the sum of 12" is one.
    if filled && !hedgings.iter().all(|hedging| hedging.verb) {
        return None;
    }
    // Where one of the readings is no demand, nothing is certain.
    if hedgings.is_empty() || negated || !hedgings.iter().all(|hedging| must(hedging)) {
        return None;
    }
    Some(Demanded { classes: classes(&hedgings), items: at..at + 1 })
}

fn after(line: &Line<'_>, mention: &Mention, table: &Table) -> Option<Demanded> {
    let mut at = mention.items.end;
    for _ in 0..BETWEEN {
        let item = line.items.get(at)?;
        if item.hedges(true).next().is_some() || !item.is_unit() {
            break;
        }
        at += 1;
    }
    let hedgings: Vec<&Hedging> = line.items.get(at)?.hedges(true).collect();
    let ablative = || {
        let word = line.item(at.checked_sub(1)).and_then(|item| line.tokens.get(item.tokens.end - 1));
        word.is_some_and(|word| table.ablative.iter().any(|ending| word.text.ends_with(ending.as_str())))
    };
    let must = |hedging: &Hedging| match hedging.demand {
        Demand::Always => true,
        Demand::AfterAblative => ablative(),
        _ => false,
    };
    let certain: Vec<&Hedging> = hedgings.into_iter().filter(|hedging| must(hedging)).collect();
    if certain.is_empty() {
        return None;
    }
    Some(Demanded { classes: classes(&certain), items: at..at + 1 })
}

/// Whether the words of this hedge stand near enough to the number.
pub(super) fn may_be(line: &Line<'_>, mention: &Mention, hedge: Hedge) -> bool {
    let has = |at: usize| {
        line.items.get(at).is_some_and(|item| {
            item.hedges(false).chain(item.hedges(true)).any(|hedging| stands_for(&hedging.classes, hedge))
        })
    };
    let ends = |at: &usize| line.items.get(*at).is_some_and(|item| line.ends_sentence(item));
    let first = mention.items.start.saturating_sub(NEARBY_BEFORE);
    // The number itself may be one: "une vingtaine" is about twenty.
    mention.items.clone().any(has)
        || (first..mention.items.start).rev().take_while(|at| !ends(at)).any(has)
        || (mention.items.end..mention.items.end + NEARBY_AFTER).take_while(|at| !ends(at)).any(has)
}

/// Whether a hedge in a quote may be written so in a value. "Slightly more than" is more than.
pub(super) fn stands_for(classes: &[Hedge], hedge: Hedge) -> bool {
    classes.contains(&hedge)
        || hedge == Hedge::MoreThan && classes.contains(&Hedge::JustOver)
        || hedge == Hedge::LessThan && classes.contains(&Hedge::Nearly)
}

fn classes(hedgings: &[&Hedging]) -> Vec<Hedge> {
    hedgings.iter().flat_map(|hedging| hedging.classes.iter().copied()).collect()
}

/// "over 12 days", "over 12 long days".
fn precedes_time(line: &Line<'_>, mention: &Mention) -> bool {
    (mention.items.end..mention.items.end + 2)
        .any(|at| line.items.get(at).is_some_and(|item| item.says(&Meaning::Time)))
}

/// "Over 300 people" says more than 300; "over 12 villages" may say what a dispute is about.
fn is_round(mention: &Mention) -> bool {
    mention.values.iter().all(|value| value.checked_rem(Decimal::TEN).is_some_and(|rest| rest.is_zero()))
}

fn is_measured(line: &Line<'_>, mention: &Mention) -> bool {
    let is_unit = |at: Option<usize>| line.item(at).is_some_and(|item| item.is_unit());
    mention.scale > Decimal::ONE || is_unit(mention.items.start.checked_sub(1)) || is_unit(Some(mention.items.end))
}
