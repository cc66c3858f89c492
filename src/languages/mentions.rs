//! The numbers of a quote: in digits or words, with the scale that multiplies them.
//!
//! Where a number can be read in several ways, all are kept: the check asks whether a quote may say what the value says,
//! never what exactly it says.

use std::ops::Range;

use rust_decimal::Decimal;

use super::items::Line;
use super::meaning::Meaning;
use super::table::Table;
use super::text::Kind;

/// A number of a quote.
pub(super) struct Mention {
    /// What it may be, with its scale.
    pub values: Vec<Decimal>,
    /// What is written before the scale.
    pub bare: Vec<Decimal>,
    /// 1 where there is none.
    pub scale: Decimal,
    /// Its items, the scale included.
    pub items: Range<usize>,
    /// Whether a message may list it: not an article, and no part of a longer number.
    pub listed: bool,
}

/// Finds all numbers, in the order of the quote.
pub(super) fn mentions(line: &Line<'_>, table: &Table) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::new();
    let mut at = 0;
    while at < line.items.len() {
        let found = spaced_digits(line, at, table).or_else(|| digits(line, at)).or_else(|| words(line, at, table));
        match found {
            Some(mention) => {
                if mention.items.len() > 1 {
                    mentions.extend(parts(line, &mention));
                }
                at = mention.items.end;
                mentions.push(mention);
            }
            None => at += 1,
        }
    }
    share_scales(line, &mut mentions);
    let sums: Vec<Mention> = mentions.windows(2).filter_map(|pair| sum(line, pair.first()?, pair.get(1)?)).collect();
    mentions.extend(sums);
    mentions
}

/// "20", "20m", "20 million", "20-million".
fn digits(line: &Line<'_>, at: usize) -> Option<Mention> {
    let item = line.items.get(at)?;
    if item.digits.is_empty() {
        return None;
    }
    Some(scaled(line, item.digits.clone(), at, at + 1))
}

/// "20 000 000", where the spaces are plain.
fn spaced_digits(line: &Line<'_>, at: usize, table: &Table) -> Option<Mention> {
    let text = |at: usize| {
        let token = line.token(line.items.get(at)?)?;
        (token.kind == Kind::Number).then_some(token)
    };
    let first = text(at)?;
    if first.text.len() > 3 || !first.text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut number = first.text.clone();
    let mut end = at + 1;
    while let Some(group) = text(end) {
        let (whole, rest) = group.text.split_at_checked(3)?;
        let grouped = whole.bytes().all(|byte| byte.is_ascii_digit())
            && (rest.is_empty() || rest.starts_with(table.decimal))
            && !group.glued;
        if !grouped {
            break;
        }
        number.push_str(&group.text);
        end += 1;
    }
    if end == at + 1 {
        return None;
    }
    Some(scaled(line, super::digits::readings(&number, table.decimal), at, end))
}

/// A number in digits with the scales after it.
fn scaled(line: &Line<'_>, bare: Vec<Decimal>, start: usize, mut end: usize) -> Mention {
    let mut scale = Decimal::ONE;
    let mut doubtful = false;
    loop {
        let hyphen = line.items.get(end).is_some_and(|item| line.is_sign(item, "-"));
        let at = if hyphen { end + 1 } else { end };
        let Some(item) = line.items.get(at) else { break };
        let Some(factor) = item.scale() else { break };
        let Some(product) = scale.checked_mul(factor) else { break };
        scale = product;
        // One letter may be a unit of measure: "20 m", "20 t".
        doubtful |= line.token(item).is_some_and(|token| token.text.chars().count() == 1);
        end = at + 1;
        if line.items.get(end).is_some_and(|item| line.is_sign(item, ".")) && end + 1 < line.items.len() {
            let abbreviated = line.items.get(end + 1).is_some_and(|next| next.scale().is_some() || next.is_unit());
            end += usize::from(abbreviated);
        }
    }
    let mut values: Vec<Decimal> = bare.iter().filter_map(|bare| bare.checked_mul(scale)).collect();
    if doubtful {
        values.extend(&bare);
    }
    Mention { values, bare, scale, items: start..end, listed: true }
}

/// "twelve", "twenty-one", "two hundred and fifty thousand", "a million", "million".
fn words(line: &Line<'_>, start: usize, table: &Table) -> Option<Mention> {
    let first = line.items.get(start)?;
    let implied = first.implied();
    let (mut total, mut current) = (Decimal::ZERO, first.number().or(implied));
    let (mut at, mut scale, mut read) = (start, Decimal::ONE, current.is_some());
    let mut values = Vec::new();
    if read {
        at += 1;
    }
    while let Some(mut item) = line.items.get(at) {
        let mut skipped = 0;
        if read && (line.is_sign(item, "-") || item.says(&Meaning::Joint) && !line.is_sign(item, ",")) {
            values.push(total.checked_add(current.unwrap_or_default())?);
            skipped = 1;
            item = match line.items.get(at + 1) {
                Some(item) => item,
                None => break,
            };
        }
        if let Some(number) = item.number() {
            match current {
                Some(ones) if table.ones_first && ones < Decimal::TEN && is_tens(number) => {
                    values.push(ones);
                    current = Some(ones.checked_add(number)?);
                }
                Some(tens) if !fits_below(number, tens) => break,
                Some(tens) => current = Some(tens.checked_add(number)?),
                None if !read || total < Decimal::ONE_HUNDRED => break,
                None => current = Some(number),
            }
        } else if let Some(factor) =
            item.scale().filter(|_| skipped == 0 || line.items.get(at).is_some_and(|item| line.is_sign(item, "-")))
        {
            let multiplied = current.take().unwrap_or(Decimal::ONE).checked_mul(factor)?;
            if factor < Decimal::ONE_THOUSAND {
                current = Some(multiplied);
            } else {
                total = total.checked_add(multiplied)?;
            }
            scale = factor;
        } else {
            break;
        }
        read = true;
        at += skipped + 1;
    }
    if !read {
        return None;
    }
    let value = total.checked_add(current.unwrap_or_default())?;
    values.push(value);
    let bare = values.iter().filter_map(|value| value.checked_div(scale)).collect();
    let listed = implied.is_none() || scale > Decimal::ONE;
    Some(Mention { values, bare, scale, items: start..at, listed })
}

/// 20, 30 … 90.
fn is_tens(number: Decimal) -> bool {
    number >= Decimal::from(20)
        && number < Decimal::ONE_HUNDRED
        && number.checked_rem(Decimal::TEN).is_some_and(|rest| rest.is_zero())
}

/// 1 below 20, 50 below 200; French counts 15 below 60 and 80.
fn fits_below(number: Decimal, above: Decimal) -> bool {
    let rest = |unit: Decimal| above.checked_rem(unit).is_some_and(|rest| rest.is_zero());
    let below_ten = number < Decimal::TEN && above >= Decimal::from(20) && rest(Decimal::TEN);
    let below_hundred = number < Decimal::ONE_HUNDRED && above >= Decimal::ONE_HUNDRED && rest(Decimal::ONE_HUNDRED);
    let below_twenty = number < Decimal::from(20) && (above == Decimal::from(60) || above == Decimal::from(80));
    below_ten || below_twenty || below_hundred
}

/// The numbers that a number with plain spaces may be, read one by one: "in May 12 120 people".
fn parts(line: &Line<'_>, whole: &Mention) -> Vec<Mention> {
    let numbers = whole.items.clone().filter(|at| line.items.get(*at).is_some_and(|item| !item.digits.is_empty()));
    let numbers: Vec<usize> = numbers.collect();
    if numbers.len() < 2 {
        return Vec::new();
    }
    numbers.into_iter().filter_map(|at| digits(line, at)).map(|part| Mention { listed: false, ..part }).collect()
}

/// In "18 to 22 million" the first number may be millions too.
fn share_scales(line: &Line<'_>, mentions: &mut [Mention]) {
    for at in (1..mentions.len()).rev() {
        let Some([left, right]) = mentions.get_mut(at - 1..=at) else { continue };
        let between = line.items.get(left.items.end..right.items.start).unwrap_or_default();
        let joined = between.iter().any(|item| item.says(&Meaning::Joint))
            && between.iter().all(|item| {
                item.says(&Meaning::Joint)
                    || item.is_unit()
                    || item.hedges(false).next().is_some()
                    || item.says(&Meaning::Filler)
            });
        if joined && left.scale == Decimal::ONE && right.scale > Decimal::ONE {
            left.values.extend(left.bare.iter().filter_map(|bare| bare.checked_mul(right.scale)).collect::<Vec<_>>());
            left.scale = right.scale;
        }
    }
}

/// "1 million 500 thousand" is one number, too.
fn sum(line: &Line<'_>, left: &Mention, right: &Mention) -> Option<Mention> {
    let between = line.items.get(left.items.end..right.items.start)?;
    if right.scale >= left.scale
        || left.scale < Decimal::ONE_THOUSAND
        || between.iter().any(|item| !item.says(&Meaning::Joint))
    {
        return None;
    }
    let value = left.values.first()?.checked_add(*right.values.first()?)?;
    let items = left.items.start..right.items.end;
    Some(Mention { values: vec![value], bare: vec![value], scale: Decimal::ONE, items, listed: false })
}
