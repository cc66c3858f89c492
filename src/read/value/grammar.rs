//! The grammar of quantities, read once from left to right without going back.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::model::{Amount, Delta, Figure, Hedge, Quantity, Question, Vague};

use super::super::malformed::{Malformed, quoted};
use super::lexer::{Kind, Token, tokens};
use super::number::Written;
use super::{currency, unit, words};

/// Reads a number, a range or a vague quantity with everything around it.
pub(super) fn quantity(text: &str, question: &Question) -> Result<Quantity, Malformed> {
    Reader { text, question, tokens: tokens(text), at: 0 }.quantity()
}

struct Reader<'a> {
    text: &'a str,
    question: &'a Question,
    tokens: Vec<Token>,
    at: usize,
}

/// A number with what stands around it, before the scale of the other end of a range is known.
struct End {
    written: Written,
    power: Option<u32>,
    /// From a sign before the number.
    currency: Option<&'static str>,
    /// The bytes of the number.
    range: Range<usize>,
}

impl<'a> Reader<'a> {
    fn quantity(&mut self) -> Result<Quantity, Malformed> {
        if let Some(vague) = self.vague()? {
            let (unit, more) = self.rest()?;
            if more.is_some() {
                return Err(self.refuse("`more` and `less` belong to a number").help("leave the word out"));
            }
            return Ok(Quantity { hedge: Hedge::None, delta: None, amount: Amount::Vague(vague), unit });
        }
        let opened = self.word(&["between", "from"]);
        let hedge = self.phrase(words::HEDGES);
        let delta = self.delta();
        let second_hedge = self.phrase(words::HEDGES);
        if hedge.is_some() && second_hedge.is_some() {
            return Err(self.refuse("the value has two hedges").help("keep the one that the source uses"));
        }
        let hedge = hedge.or(second_hedge);
        let first = self.end()?;
        let joined = self.joint();
        if opened && !joined {
            return Err(self.stuck().help("a range has two numbers: `between 18 and 22 million`, `18 to 22 million`"));
        }
        let last = if joined { Some(self.end()?) } else { None };
        let (unit, more) = self.rest()?;
        let sign = match (first.currency, last.as_ref().and_then(|last| last.currency)) {
            (Some(a), Some(b)) if a != b => return Err(self.refuse("the two ends of the range are in two currencies")),
            (a, b) => a.or(b),
        };
        if let (Some(sign), Some(unit)) = (sign, &unit) {
            return Err(self
                .refuse(&format!("the unit stands twice, as a currency sign ({sign}) and as `{unit}`"))
                .help("write it once"));
        }
        let unit = unit.or_else(|| sign.map(str::to_owned));
        let decided = unit.as_deref().is_some_and(|unit| unit == "%" || unit == "pp" || unit::is_percent_word(unit));
        let Some(last) = last else {
            let delta = both(delta, more).map_err(|message| self.refuse(message))?;
            let figure = self.figure(&first, first.power, decided)?;
            return Ok(Quantity { hedge: hedge.unwrap_or(Hedge::None), delta, amount: Amount::Stated(figure), unit });
        };
        if hedge.is_some() || delta.is_some() || more.is_some() {
            return Err(self
                .refuse("a range takes no hedge, and no `more` or `less`")
                .help("write the two numbers alone: `18 to 22 million`"));
        }
        let power = |end: &End, other: &End| end.power.or(other.power);
        let low = self.figure(&first, power(&first, &last), decided)?;
        let high = self.figure(&last, power(&last, &first), decided)?;
        if high.value < low.value {
            let help = if first.power.is_some() == last.power.is_some() {
                "the lower number comes first"
            } else {
                "one scale serves both ends: where they differ, write both, `900 thousand to 1.1 million`"
            };
            return Err(self.refuse("the range runs from the higher number to the lower").help(help));
        }
        Ok(Quantity { hedge: Hedge::None, delta: None, amount: Amount::Range(low, high), unit })
    }

    /// "a couple of", "hundreds of thousands".
    fn vague(&mut self) -> Result<Option<Vague>, Malformed> {
        let Some(word) = self.phrase(words::VAGUE) else { return Ok(None) };
        self.word(&["of"]);
        let power = self.peek_word().and_then(words::plural_scale);
        if power.is_some() {
            let alone = words::scale(self.peek_word().unwrap_or_default()).is_none();
            self.refuse_scale_that_is_the_unit()?;
            self.at += 1;
            if alone {
                self.word(&["of"]);
            }
        }
        let scale = Decimal::from(10i64.pow(power.unwrap_or(0)));
        Ok(Some(Vague { word, scale }))
    }

    /// "an additional", "+", "-". Where values may be negative, a minus that touches what follows is left for the number.
    fn delta(&mut self) -> Option<Delta> {
        if self.phrase(words::ADDITIONS).is_some() {
            return Some(Delta::More);
        }
        match self.peek_sign()? {
            '+' => {
                self.at += 1;
                Some(Delta::More)
            }
            '-' | '−' if !self.sign_is_minus() => {
                self.at += 1;
                Some(Delta::Less)
            }
            _ => None,
        }
    }

    fn sign_is_minus(&self) -> bool {
        !self.question.nonneg
            && matches!(self.peek_sign(), Some('-' | '−'))
            && self.tokens.get(self.at + 1).is_some_and(|next| next.glued)
    }

    /// [minus] [currency sign] number [scale]
    fn end(&mut self) -> Result<End, Malformed> {
        let negative = self.sign_is_minus();
        if negative {
            self.at += 1;
        }
        let mut currency = None;
        if let Some(sign) = self.peek_sign()
            && let Some(code) = currency::of_sign(sign)
        {
            if let Some(own) = self.question.unit.as_deref().filter(|own| currency::may_also_mean(sign, own)) {
                return Err(self
                    .refuse(&format!("`{sign}` may be {code} or {own}, in which the question counts"))
                    .help(format!("write the code after the number: `{code}` or `{own}`")));
            }
            currency = Some(code);
            self.at += 1;
        }
        let Some(token) = self.tokens.get(self.at) else { return Err(self.stuck()) };
        let range = token.range.clone();
        let piece = &self.text[range.clone()];
        let mut written = match token.kind {
            Kind::Number => Written::read(piece).map_err(|problem| problem.at(range.clone()))?,
            Kind::Word => words::number(piece).map(Written::small).ok_or_else(|| self.stuck())?,
            Kind::Sign(_) => return Err(self.stuck()),
        };
        written.negative = negative;
        self.at += 1;
        let power = self.peek_word().and_then(words::scale);
        if power.is_some() {
            self.refuse_scale_that_is_the_unit()?;
            self.at += 1;
        }
        Ok(End { written, power, currency, range })
    }

    /// "12 m" where the question counts in metres.
    fn refuse_scale_that_is_the_unit(&self) -> Result<(), Malformed> {
        let (Some(word), Some(own)) = (self.peek_word(), self.question.unit.as_deref()) else { return Ok(()) };
        if !word.eq_ignore_ascii_case(own) {
            return Ok(());
        }
        Err(self
            .refuse(&format!("`{word}` is a scale here, and the question's unit"))
            .help("write the scale in full, `12 million`, or leave the unit out"))
    }

    /// "and", "to", a hyphen or a dash, with a number after it.
    fn joint(&mut self) -> bool {
        let Some(token) = self.tokens.get(self.at) else { return false };
        let joins = match token.kind {
            Kind::Word => ["and", "to"].iter().any(|word| self.text[token.range.clone()].eq_ignore_ascii_case(word)),
            Kind::Sign(sign) => matches!(sign, '-' | '–'),
            Kind::Number => false,
        };
        let before = self.at;
        self.at += 1;
        if joins {
            let mut next = self.at;
            if self.sign_is_minus() {
                next += 1;
            }
            if matches!(self.tokens.get(next).map(|token| token.kind), Some(Kind::Sign('$' | '€' | '£'))) {
                next += 1;
            }
            let number = self.tokens.get(next).is_some_and(|token| match token.kind {
                Kind::Number => true,
                Kind::Word => words::number(&self.text[token.range.clone()]).is_some(),
                Kind::Sign(_) => false,
            });
            // "twenty-one" is one number in words, which the grammar does not have.
            let compound = self.tokens.get(next).is_some_and(|token| token.glued && token.kind == Kind::Word)
                && self.text[..self.tokens[before].range.start].to_lowercase().ends_with("twenty");
            if number && !compound {
                return true;
            }
        }
        self.at = before;
        false
    }

    /// [unit] ['more'|'less'], to the end of the text.
    fn rest(&self) -> Result<(Option<String>, Option<Delta>), Malformed> {
        let Some(first) = self.tokens.get(self.at) else { return Ok((None, None)) };
        let whole = &self.text[first.range.start..];
        if let Some(unit) = unit::named(whole, self.question) {
            return Ok((Some(unit), None));
        }
        let Some(last) = self.tokens.last() else { return Ok((None, None)) };
        let more = match self.text[last.range.clone()].to_lowercase().as_str() {
            "more" => Delta::More,
            "less" => Delta::Less,
            _ => return Err(self.stuck()),
        };
        let between = self.text[first.range.start..last.range.start].trim_end();
        if between.is_empty() {
            return Ok((None, Some(more)));
        }
        match unit::named(between, self.question) {
            Some(unit) => Ok((Some(unit), Some(more))),
            None => Err(self.stuck()),
        }
    }

    fn figure(&self, end: &End, power: Option<u32>, decided: bool) -> Result<Figure, Malformed> {
        if end.written.ambiguous && power.is_none() && !decided {
            let piece = &self.text[end.range.clone()];
            return Err(Malformed::new(format!("{} can be read in two ways: decimal or thousands?", quoted(piece)))
                .at(end.range.clone())
                .help(format!("write `{}` for thousands, or `{piece}0` for a decimal", piece.replace('.', ","))));
        }
        end.written.figure(power.unwrap_or(0)).map_err(|problem| problem.at(end.range.clone()))
    }

    /// The longest phrase of a table that stands here, and goes past it.
    fn phrase<T: Copy>(&mut self, table: &[(&str, T)]) -> Option<T> {
        let (length, found) = table
            .iter()
            .filter_map(|(phrase, meaning)| Some((self.phrase_length(phrase)?, *meaning)))
            .max_by_key(|(length, _)| *length)?;
        self.at += length;
        Some(found)
    }

    fn phrase_length(&self, phrase: &str) -> Option<usize> {
        let mut length = 0;
        for word in phrase.split(' ') {
            let token = self.tokens.get(self.at + length)?;
            if token.kind != Kind::Word || !self.text[token.range.clone()].eq_ignore_ascii_case(word) {
                return None;
            }
            length += 1;
        }
        Some(length)
    }

    fn word(&mut self, words: &[&str]) -> bool {
        let found = self.peek_word().is_some_and(|here| words.iter().any(|word| here.eq_ignore_ascii_case(word)));
        self.at += usize::from(found);
        found
    }

    fn peek_word(&self) -> Option<&'a str> {
        let token = self.tokens.get(self.at).filter(|token| token.kind == Kind::Word)?;
        Some(&self.text[token.range.clone()])
    }

    fn peek_sign(&self) -> Option<char> {
        match self.tokens.get(self.at)?.kind {
            Kind::Sign(sign) => Some(sign),
            _ => None,
        }
    }

    /// A problem with the value as a whole.
    fn refuse(&self, message: &str) -> Malformed {
        Malformed::new(format!("{}: {message}", quoted(self.text)))
    }

    /// The text ends, or goes on, where the grammar does not.
    fn stuck(&self) -> Malformed {
        match self.tokens.get(self.at) {
            None if self.at == 0 => self.refuse("there is nothing to read"),
            None => self.refuse("a number is missing at the end"),
            Some(token) => {
                let from = token.range.start;
                if self.at == 0 {
                    return Malformed::new(format!("{} is not a value that crosscheck understands", quoted(self.text)));
                }
                Malformed::new(format!(
                    "{} is not a value that crosscheck understands, from {} on",
                    quoted(self.text),
                    quoted(&self.text[from..])
                ))
                .at(from..self.text.len())
            }
        }
    }
}

/// "an additional 20 more" says it twice, "an additional 20 less" says two things.
fn both(before: Option<Delta>, after: Option<Delta>) -> Result<Option<Delta>, &'static str> {
    match (before, after) {
        (Some(a), Some(b)) if a != b => Err("it says both more and less"),
        (a, b) => Ok(a.or(b)),
    }
}
