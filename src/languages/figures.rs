//! Compares a quantity with what its quotes say: number and scale, unit, hedge.
//!
//! The number is looked for in all quotes. Where it stands several times, any place that fits in everything is enough;
//! otherwise the place that fits best is what is reported.

use rust_decimal::Decimal;

use crate::model::{Amount, Hedge, Quantity, Vague};

use super::hedges;
use super::items::Line;
use super::meaning::Meaning;
use super::mentions::{Mention, mentions};
use super::problem::Problem;
use super::table::Table;
use super::units::{self, Fit};

/// At most so many numbers of a quote are listed in a message.
const LISTED: usize = 3;

/// Scales that are mistaken for one another.
const SCALES: [i64; 4] = [1_000, 1_000_000, 1_000_000_000, 1_000_000_000_000];

/// All problems of a quantity; `written` is the value as the front matter has it.
pub(super) fn compare(quantity: &Quantity, written: &str, quotes: &[&str], table: &Table) -> Vec<Problem> {
    let lines: Vec<Line<'_>> = quotes.iter().map(|quote| Line::read(quote, table)).collect();
    let numbers: Vec<(&Line<'_>, Mention)> =
        lines.iter().flat_map(|line| mentions(line, table).into_iter().map(move |mention| (line, mention))).collect();
    let quoted = Quoted { lines: &lines, numbers: &numbers, table, written };
    match &quantity.amount {
        Amount::Stated(figure) => quoted.stated(figure.value.abs(), Some(quantity.hedge), quantity.unit.as_deref()),
        // A range takes no hedge: each end must be there, and one of them with the unit.
        Amount::Range(low, high) => {
            let mut problems = quoted.stated(low.value.abs(), None, None);
            problems.extend(quoted.stated(high.value.abs(), None, quantity.unit.as_deref()));
            problems.dedup();
            problems
        }
        Amount::Vague(vague) => quoted.vague(vague),
    }
}

struct Quoted<'a> {
    lines: &'a [Line<'a>],
    numbers: &'a [(&'a Line<'a>, Mention)],
    table: &'a Table,
    written: &'a str,
}

impl Quoted<'_> {
    fn stated(&self, value: Decimal, hedge: Option<Hedge>, unit: Option<&str>) -> Vec<Problem> {
        let places = self.numbers.iter().filter(|(_, mention)| mention.values.contains(&value));
        let best = places.map(|(line, mention)| self.at(line, mention, hedge, unit)).min_by_key(Vec::len);
        match best {
            Some(problems) => problems,
            None if self.need_not_be_written(value) => Vec::new(),
            None => vec![self.not_found(value)],
        }
    }

    /// The problems of one place where the number stands.
    fn at(&self, line: &Line<'_>, mention: &Mention, hedge: Option<Hedge>, unit: Option<&str>) -> Vec<Problem> {
        let mut problems = Vec::new();
        match units::fit(unit, line, mention, self.lines, self.table) {
            Fit::Fits => {}
            Fit::Other(words) => {
                problems.push(Problem::Unit { value: unit.unwrap_or_default().to_owned(), quote: Some(words) });
            }
            Fit::Missing => problems.push(Problem::Unit { value: unit.unwrap_or_default().to_owned(), quote: None }),
        }
        let Some(hedge) = hedge else { return problems };
        let demanded = hedges::demanded(line, mention, self.table);
        // "A total of 12" is 12: leaving it out claims no more than the quote does.
        let demanded = demanded.filter(|demanded| demanded.classes.iter().all(|class| *class != Hedge::Exactly));
        if hedge != Hedge::None && hedges::may_be(line, mention, hedge) {
            return problems;
        }
        match demanded {
            Some(demanded) if !hedges::stands_for(&demanded.classes, hedge) => {
                problems.push(Problem::HedgeInQuote {
                    quote: line.words(demanded.items).to_owned(),
                    hedge: demanded.classes.first().copied().unwrap_or(Hedge::None),
                    has: hedge,
                    value: self.written.to_owned(),
                });
            }
            None if hedge != Hedge::None => problems.push(Problem::HedgeInValue { hedge }),
            _ => {}
        }
        problems
    }

    /// No thing needs the word "none", one thing needs no number, and some languages have a dual.
    fn need_not_be_written(&self, value: Decimal) -> bool {
        let negated = || self.lines.iter().flat_map(|line| &line.items).any(|item| item.says(&Meaning::Negation));
        value.is_zero() && negated()
            || value == Decimal::ONE && !self.table.articles
            || value == Decimal::TWO && self.table.dual
    }

    fn not_found(&self, value: Decimal) -> Problem {
        let written = self.written.to_owned();
        let differs_by_scale = |bare: &Decimal| {
            !bare.is_zero()
                && SCALES.iter().any(|scale| {
                    let scale = Decimal::from(*scale);
                    bare.checked_mul(scale) == Some(value) || value.checked_mul(scale) == Some(*bare)
                })
        };
        let listed = || self.numbers.iter().filter(|(_, mention)| mention.listed);
        let scaled = listed().find(|(_, mention)| {
            mention.bare.iter().chain(&mention.values).any(|bare| *bare == value || differs_by_scale(bare))
        });
        if let Some((line, mention)) = scaled {
            return Problem::Scale { value: written, quote: line.words(mention.items.clone()).to_owned() };
        }
        let mut nearest: Vec<(Decimal, String)> = listed()
            .filter_map(|(line, mention)| {
                let distance = mention.values.iter().map(|number| distance(*number, value)).min()?;
                Some((distance, line.words(mention.items.clone()).to_owned()))
            })
            .collect();
        nearest.sort();
        nearest.dedup();
        Problem::Number { value: written, quote: nearest.into_iter().take(LISTED).map(|(_, words)| words).collect() }
    }

    fn vague(&self, vague: &Vague) -> Vec<Problem> {
        if !self.table.names_vague(vague.word) {
            return Vec::new();
        }
        let said = self.lines.iter().any(|line| {
            line.items.iter().enumerate().any(|(at, item)| {
                item.vague().any(|words| words.contains(&vague.word)) && scale_after(line, at) == vague.scale
            })
        });
        if said { Vec::new() } else { vec![self.not_found_vague()] }
    }

    fn not_found_vague(&self) -> Problem {
        let words = self
            .lines
            .iter()
            .flat_map(|line| {
                line.items
                    .iter()
                    .enumerate()
                    .filter(|(at, item)| item.vague().next().is_some() && !multiplies(line, *at))
                    .map(|(at, _)| {
                        line.words(at..scale_position(line, at).map_or(at + 1, |scale| scale + 1)).to_owned()
                    })
            })
            .take(LISTED)
            .collect();
        Problem::Number { value: self.written.to_owned(), quote: words }
    }
}

/// "hundreds of thousands": what multiplies a vague word.
fn scale_after(line: &Line<'_>, at: usize) -> Decimal {
    scale_position(line, at).and_then(|scale| line.items.get(scale)?.scale()).unwrap_or(Decimal::ONE)
}

/// Right after the vague word, or with one filler between.
fn scale_position(line: &Line<'_>, at: usize) -> Option<usize> {
    let is_scale = |at: &usize| {
        line.items.get(*at).and_then(|item| item.scale()).is_some_and(|scale| scale >= Decimal::ONE_THOUSAND)
    };
    let filled = line.items.get(at + 1).is_some_and(|item| item.says(&Meaning::Filler));
    Some(at + 1).filter(is_scale).or_else(|| Some(at + 2).filter(|next| filled && is_scale(next)))
}

/// Whether the item is the scale of a vague word before it.
fn multiplies(line: &Line<'_>, at: usize) -> bool {
    (1..=2).filter_map(|back| at.checked_sub(back)).any(|before| {
        line.items.get(before).is_some_and(|item| item.vague().next().is_some())
            && scale_position(line, before) == Some(at)
    })
}

/// How far two numbers are apart, by factor: 14 is nearer to 40 than 400 is.
fn distance(a: Decimal, b: Decimal) -> Decimal {
    let (low, high) = if a < b { (a, b) } else { (b, a) };
    high.checked_div(low).unwrap_or(Decimal::MAX)
}
