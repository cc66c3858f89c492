//! Cuts running text into words, numbers and signs, and folds away what does not change what a word says.
//!
//! Quotes and tables go through the same fold, so that a table may be written as the language is.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Number,
    Sign,
}

/// A piece of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub kind: Kind,
    /// Folded; digits are ASCII.
    pub text: String,
    /// Where it is in the text as given.
    pub range: Range<usize>,
    /// Whether it touches the piece before it.
    pub glued: bool,
}

/// Cuts a text. `elision`: a word ends after its apostrophe, as in French "d'une".
pub(super) fn tokens(text: &str, elision: bool) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((start, first)) = rest.next() {
        if first.is_whitespace() || is_invisible(first) {
            continue;
        }
        let mut end = start + first.len_utf8();
        let kind = if digit(first).is_some() {
            while let Some((_, next)) = rest.next_if(|(at, next)| continues_number(text, *at, *next)) {
                end += next.len_utf8();
            }
            Kind::Number
        } else if first.is_alphabetic() {
            let mut elided = false;
            while let Some((_, next)) = rest.next_if(|(at, next)| !elided && continues_word(text, *at, *next, elision))
            {
                end += next.len_utf8();
                elided = elision && is_apostrophe(next);
            }
            Kind::Word
        } else {
            Kind::Sign
        };
        let glued = tokens.last().is_some_and(|last| last.range.end == start);
        tokens.push(Token { kind, text: fold(&text[start..end]), range: start..end, glued });
    }
    tokens
}

/// Lower case, one form of each letter, ASCII digits, plain apostrophes and hyphens.
pub(super) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase().replace('`', "'");
    }
    text.nfc()
        .flat_map(char::to_lowercase)
        .filter_map(|c| match c {
            c if digit(c).is_some() => digit(c),
            c if is_apostrophe(c) => Some('\''),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
            'ё' => Some('е'),
            'ı' => Some('i'), // İ, I, i and ı are one letter here
            'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
            'ى' => Some('ي'),
            'ة' => Some('ه'),
            '\u{307}' | '\u{640}' | '\u{64b}'..='\u{652}' | '\u{670}' => None,
            c if is_invisible(c) => None,
            c => Some(c),
        })
        .collect()
}

/// The ASCII digit that a decimal digit of any of the scripts in the tables stands for.
fn digit(c: char) -> Option<char> {
    let zero = match c {
        '0'..='9' => return Some(c),
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6f0}'..='\u{6f9}' => 0x6f0,
        _ => return None,
    };
    char::from_digit(u32::from(c) - zero, 10)
}

/// Soft hyphens and marks of direction.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '＇')
}

/// What may stand between the digits of one number.
pub(super) fn is_separator(c: char) -> bool {
    matches!(c, ',' | '.' | '\'' | '’' | '\u{66b}' | '\u{66c}' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}

fn continues_number(text: &str, at: usize, next: char) -> bool {
    digit(next).is_some()
        || is_separator(next) && text[at + next.len_utf8()..].starts_with(|after: char| digit(after).is_some())
}

/// `elision`: a lone "d'" is a word, as a table has it.
fn continues_word(text: &str, at: usize, next: char, elision: bool) -> bool {
    let is_mark = |c: char| matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}');
    let ends = at + next.len_utf8() == text.len();
    next.is_alphabetic()
        || is_mark(next)
        || is_invisible(next)
        || is_apostrophe(next) && (text[at + next.len_utf8()..].starts_with(char::is_alphabetic) || ends && elision)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str, elision: bool) -> Vec<String> {
        tokens(text, elision).into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn words_numbers_and_signs_are_apart() {
        assert_eq!(
            pieces("US$20m, (п’ять) 18–22%", false),
            ["us", "$", "20", "m", ",", "(", "п'ять", ")", "18", "-", "22", "%"]
        );
        assert_eq!(pieces("٢٠٫٥ مليونًا", false), ["20٫5", "مليونا"]);
        assert_eq!(pieces("20\u{a0}000 1,5", false), ["20\u{a0}000", "1,5"]);
        assert_eq!(pieces("plus d’une", true), ["plus", "d'", "une"]);
        assert_eq!(pieces("İYİRMİ altı", false), ["iyirmi", "alti"]);
    }

    #[test]
    fn ranges_are_of_the_text_as_given() {
        let text = "понад 40 млн";
        let cut: Vec<&str> = tokens(text, false).into_iter().map(|token| &text[token.range]).collect();
        assert_eq!(cut, ["понад", "40", "млн"]);
    }
}
