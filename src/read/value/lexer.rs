//! Cuts a value into words, numbers and signs. It knows nothing of what they mean.

use std::ops::Range;

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters, with the marks and apostrophes inside.
    Word,
    /// Digits, with what may stand between them.
    Number,
    /// Any other character.
    Sign(char),
}

/// A piece of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// What it is.
    pub kind: Kind,
    /// Where it is.
    pub range: Range<usize>,
    /// Whether it touches the piece before it.
    pub glued: bool,
}

/// White space that may stand between thousands: no-break, thin and narrow no-break.
pub(super) const THOUSANDS_SPACES: [char; 3] = ['\u{a0}', '\u{2009}', '\u{202f}'];

/// Cuts the text; all but white space is in exactly one token.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((start, first)) = rest.next() {
        if first.is_whitespace() {
            continue;
        }
        let mut end = start + first.len_utf8();
        let kind = if first.is_ascii_digit() {
            while let Some((_, next)) = rest.next_if(|(at, next)| continues_number(text, *at, *next)) {
                end += next.len_utf8();
            }
            Kind::Number
        } else if first.is_alphabetic() {
            while let Some((_, next)) = rest.next_if(|(_, next)| continues_word(*next)) {
                end += next.len_utf8();
            }
            Kind::Word
        } else {
            Kind::Sign(first)
        };
        let glued = tokens.last().is_some_and(|last| last.range.end == start);
        tokens.push(Token { kind, range: start..end, glued });
    }
    tokens
}

/// A digit, or a separator with a digit after it.
fn continues_number(text: &str, at: usize, next: char) -> bool {
    let separates = matches!(next, ',' | '.') || THOUSANDS_SPACES.contains(&next);
    next.is_ascii_digit() || separates && text[at + next.len_utf8()..].starts_with(|after: char| after.is_ascii_digit())
}

/// Letters and the marks that belong to them; combining marks are neither letters nor white space nor ASCII.
fn continues_word(next: char) -> bool {
    next.is_alphabetic()
        || matches!(next, '\'' | '’' | '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{200c}' | '\u{200d}')
}
