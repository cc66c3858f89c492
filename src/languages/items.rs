//! A quote as a row of items: each the longest phrase of the table that stands there, a number, or a word unknown to it.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::read::value::is_currency;

use super::digits;
use super::meaning::{Hedging, Meaning};
use super::table::Table;
use super::text::{Kind, Token, tokens};

/// A piece of a quote with all that it may say.
pub(super) struct Item<'t> {
    meanings: Vec<&'t Meaning>,
    /// Its tokens in the quote.
    pub tokens: Range<usize>,
    /// For digits: the values that they may be read as.
    pub digits: Vec<Decimal>,
    /// For a code such as USD, in capitals.
    code: Option<String>,
    /// For words of a number that are written together.
    together: Option<Decimal>,
}

/// A quote, cut.
pub(super) struct Line<'t> {
    /// As given.
    pub quote: &'t str,
    pub tokens: Vec<Token>,
    pub items: Vec<Item<'t>>,
}

impl<'t> Line<'t> {
    /// Cuts a quote by a table.
    pub(super) fn read(quote: &'t str, table: &'t Table) -> Self {
        let tokens = tokens(quote, table.elision);
        let mut items = Vec::new();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let (length, meanings) = match token.kind {
                Kind::Number => (1, Vec::new()),
                _ => table.longest(&tokens[at..]),
            };
            let together = if length == 0 { table.number_written_together(token) } else { None };
            let code = quote.get(token.range.clone()).filter(|text| is_currency(text)).map(str::to_owned);
            let digits =
                if token.kind == Kind::Number { digits::readings(&token.text, table.decimal) } else { Vec::new() };
            let end = at + length.max(1);
            items.push(Item { meanings, tokens: at..end, digits, code, together });
            at = end;
        }
        Self { quote, tokens, items }
    }

    /// The item at a position; none beyond the ends.
    pub(super) fn item(&self, at: Option<usize>) -> Option<&Item<'t>> {
        self.items.get(at?)
    }

    /// The bytes of some items.
    pub(super) fn bytes(&self, items: Range<usize>) -> Range<usize> {
        let tokens = self.items.get(items).unwrap_or_default();
        let first =
            tokens.first().and_then(|item| self.tokens.get(item.tokens.start)).map_or(0, |token| token.range.start);
        let last =
            tokens.last().and_then(|item| self.tokens.get(item.tokens.end - 1)).map_or(first, |token| token.range.end);
        first..last
    }

    /// The words of some items, as the quote has them.
    pub(super) fn words(&self, items: Range<usize>) -> &'t str {
        self.quote.get(self.bytes(items)).unwrap_or_default()
    }

    /// The first token of an item.
    pub(super) fn token(&self, item: &Item<'t>) -> Option<&Token> {
        self.tokens.get(item.tokens.start)
    }

    /// Whether the item is this sign.
    pub(super) fn is_sign(&self, item: &Item<'t>, sign: &str) -> bool {
        self.token(item).is_some_and(|token| token.kind == Kind::Sign && token.text == sign)
    }

    /// Whether a sentence ends here. A dot after an abbreviation does too: that only makes a check milder.
    pub(super) fn ends_sentence(&self, item: &Item<'t>) -> bool {
        [".", "!", "?", ";", "؟"].iter().any(|sign| self.is_sign(item, sign))
    }
}

impl<'t> Item<'t> {
    pub(super) fn number(&self) -> Option<Decimal> {
        self.together.or_else(|| {
            self.meanings.iter().find_map(|meaning| match meaning {
                Meaning::Number(number) => Some(*number),
                _ => None,
            })
        })
    }

    pub(super) fn implied(&self) -> Option<Decimal> {
        self.meanings.iter().find_map(|meaning| match meaning {
            Meaning::Implied(number) => Some(*number),
            _ => None,
        })
    }

    pub(super) fn scale(&self) -> Option<Decimal> {
        self.meanings.iter().find_map(|meaning| match meaning {
            Meaning::Scale(scale) => Some(*scale),
            _ => None,
        })
    }

    pub(super) fn month(&self) -> Option<u32> {
        self.meanings.iter().find_map(|meaning| match meaning {
            Meaning::Month(month) => Some(*month),
            _ => None,
        })
    }

    /// The hedges before a number that it may be, or those after one.
    pub(super) fn hedges(&self, after: bool) -> impl Iterator<Item = &'t Hedging> {
        self.meanings.iter().filter_map(move |meaning| match meaning {
            Meaning::Hedge(hedging) if hedging.after == after => Some(hedging),
            _ => None,
        })
    }

    pub(super) fn vague(&self) -> impl Iterator<Item = &'t [crate::model::VagueWord]> {
        self.meanings.iter().filter_map(|meaning| match meaning {
            Meaning::Vague(words) => Some(words.as_slice()),
            _ => None,
        })
    }

    /// Whether it names a currency, a percentage or points.
    pub(super) fn is_unit(&self) -> bool {
        self.code.is_some() || self.says(&Meaning::Percent) || self.says(&Meaning::Points) || self.is_currency_word()
    }

    fn is_currency_word(&self) -> bool {
        self.meanings.iter().any(|meaning| matches!(meaning, Meaning::Currency(_)))
    }

    /// Whether the currency may be meant.
    pub(super) fn may_be_currency(&self, code: &str) -> bool {
        self.code.as_deref() == Some(code)
            || self.meanings.iter().any(|meaning| match meaning {
                Meaning::Currency(codes) => codes.iter().any(|known| known == code),
                _ => false,
            })
    }

    pub(super) fn is_code(&self) -> bool {
        self.code.is_some()
    }

    pub(super) fn says(&self, what: &Meaning) -> bool {
        self.meanings.contains(&what)
    }

    /// Whether a sensitive word (FORMAT.md, "Quotes" rule 3): a number, a scale, a unit or a negation.
    pub(super) fn is_sensitive(&self) -> bool {
        !self.digits.is_empty()
            || self.number().is_some()
            || self.scale().is_some()
            || self.is_unit()
            || self.says(&Meaning::Negation)
            || self.vague().next().is_some()
    }
}
