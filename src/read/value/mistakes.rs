//! What to write instead of a value that was refused.
//!
//! The text is rewritten piece by piece into the words of the grammar and read again; only what is then understood is
//! offered. A help thus never names a value that would be refused in its turn, and nothing is ever accepted by way of it.

use crate::model::Question;

use super::super::malformed::{Malformed, quoted};
use super::lexer::{Kind, Token, tokens};
use super::near_words::PHRASES;
use super::{currency, grammar, unit, words};

const GENERAL: &str = "a value is a number with its hedge, scale and unit: `about 20 million USD`, `more than 40 million`, \
                       `18 to 22 million`, `12`, `dozens of`, `unknown`, `none`";

/// The problem, with what was probably meant.
pub(super) fn explain(text: &str, question: &Question, problem: Malformed) -> Malformed {
    if problem.help.is_some() {
        return problem;
    }
    let refused = || Malformed::new(format!("{} is not a value that crosscheck understands", quoted(text)));
    let understood = |text: &String| grammar::quantity(text, question).is_ok();
    let rewritten = rewritten(text, question);
    let offers: Vec<String> =
        [rewritten.clone(), rearranged(&rewritten)].into_iter().filter(understood).take(1).collect();
    if let Some(offer) = offers.first() {
        let other = offer.strip_prefix("at least ").filter(|_| text.contains('+'));
        let other = other.map(|number| format!("more than {number}")).filter(understood);
        return refused().help(match other {
            Some(other) => format!("write `{offer}` or `{other}`"),
            None => format!("write `{offer}`"),
        });
    }
    if let Some(at) = problem.range.as_ref().map(|range| range.start)
        && let Some(rest) = text.get(at..)
        && let Some(before) = text.get(..at).map(|before| before.trim_end().to_owned())
        && understood(&before)
    {
        let expected = unit::expected(question);
        let own = question.unit.as_ref().map(|own| format!("{before} {own}")).filter(understood);
        let offer = own.unwrap_or(before);
        return Malformed::new(format!("{} is not a unit that crosscheck knows here", quoted(rest)))
            .at(at..text.len())
            .help(format!("{expected}: write `{offer}`; a currency is a code such as `USD`, and what is counted otherwise is another question"));
    }
    if text.chars().any(|c| c.is_numeric() && !c.is_ascii_digit()) {
        return problem.help("write the digits 0 to 9, and the words in English: the quote keeps the source's own");
    }
    problem.help(GENERAL)
}

/// A word, number or sign of the rewritten text.
struct Piece {
    text: String,
    /// Whether no space follows.
    touches_next: bool,
}

/// The text in the words of the grammar, as far as they are known.
fn rewritten(text: &str, question: &Question) -> String {
    let tokens = tokens(text);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if let Some((length, to)) = phrase(&tokens[at..], text, question) {
            pieces.push(Piece { text: to.to_owned(), touches_next: false });
            at += length;
            if tokens.get(at).is_some_and(|next| next.kind == Kind::Sign('.')) {
                at += 1; // "approx.", "c."
            }
            continue;
        }
        let piece = &text[token.range.clone()];
        let next = tokens.get(at + 1).map(|token| token.kind);
        let (length, to) = match token.kind {
            Kind::Sign('>' | '≥') if token.kind == Kind::Sign('≥') || next == Some(Kind::Sign('=')) => {
                (if next == Some(Kind::Sign('=')) { 2 } else { 1 }, "at least".to_owned())
            }
            Kind::Sign('<' | '≤') if token.kind == Kind::Sign('≤') || next == Some(Kind::Sign('=')) => {
                (if next == Some(Kind::Sign('=')) { 2 } else { 1 }, "at most".to_owned())
            }
            Kind::Sign('>') => (1, "more than".to_owned()),
            Kind::Sign('<') => (1, "less than".to_owned()),
            Kind::Sign('~' | '≈' | '∼') if at == 0 => (1, "about".to_owned()),
            Kind::Sign('~' | '—' | '‒' | '/' | '…') => (1, "to".to_owned()),
            Kind::Sign('.') if next == Some(Kind::Sign('.')) => {
                (tokens[at..].iter().take_while(|token| token.kind == Kind::Sign('.')).count(), "to".to_owned())
            }
            Kind::Sign(sign) if currency::of_foreign_sign(sign).is_some() => {
                (1, currency::of_foreign_sign(sign).unwrap_or_default().to_owned())
            }
            Kind::Number => number(&tokens[at..], text),
            Kind::Word if piece.eq_ignore_ascii_case("us") && next == Some(Kind::Sign('$')) => (2, "$".to_owned()),
            Kind::Word if currency::is_currency(&piece.to_uppercase()) => (1, piece.to_uppercase()),
            _ => (1, piece.to_owned()),
        };
        // A minus that touches only what follows it belongs to that: "-5", not "20-ish".
        let touches_next =
            matches!(to.as_str(), "$" | "€" | "£") || matches!(to.as_str(), "-" | "−" | "+") && !token.glued;
        pieces.push(Piece { text: to, touches_next });
        at += length;
    }
    joined(&pieces)
}

/// The longest known phrase at the beginning of the tokens.
fn phrase(tokens: &[Token], text: &str, question: &Question) -> Option<(usize, &'static str)> {
    PHRASES
        .iter()
        .filter(|(from, _)| question.unit.as_deref().is_none_or(|own| !own.eq_ignore_ascii_case(from)))
        .filter_map(|(from, to)| {
            let words: Vec<&str> = from.split(' ').collect();
            let here = tokens.get(..words.len())?;
            let same =
                here.iter().zip(&words).all(|(token, word)| text[token.range.clone()].eq_ignore_ascii_case(word));
            same.then_some((words.len(), *to))
        })
        .max_by_key(|(length, _)| *length)
}

/// A number with plain spaces, apostrophes, underscores or dots between thousands, or a decimal comma.
fn number(tokens: &[Token], text: &str) -> (usize, String) {
    let piece = |token: &Token| text[token.range.clone()].to_owned();
    let Some(first) = tokens.first().map(piece) else { return (1, String::new()) };
    let mut groups = vec![first];
    let mut length = 1;
    while let [next, ..] = &tokens[length..] {
        let group = match (next.kind, tokens.get(length + 1)) {
            (Kind::Number, _) if !next.glued => Some((1, piece(next))),
            (Kind::Sign('\'' | '’' | '_'), Some(after)) if next.glued && after.glued && after.kind == Kind::Number => {
                Some((2, piece(after)))
            }
            _ => None,
        };
        match group {
            Some((tokens, group)) if group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit()) => {
                groups.push(group);
                length += tokens;
            }
            _ => break,
        }
    }
    (length, groups.join(","))
}

/// Sets the pieces in a line; signs that touch a number do so again.
fn joined(pieces: &[Piece]) -> String {
    let mut line = String::new();
    let mut touching = true;
    for Piece { text, touches_next } in pieces {
        if !touching && !matches!(text.as_str(), "%" | "+") {
            line.push(' ');
        }
        line.push_str(text);
        touching = *touches_next;
    }
    line
}

/// The parts in the order of the grammar: hedge, number, unit.
fn rearranged(text: &str) -> String {
    let mut words: Vec<&str> = text.split(' ').collect();
    let mut front: Option<&str> = None;
    let mut back: Option<String> = None;
    // "20 million+", "20+ million"
    let plus: Vec<String> = words.iter().map(|word| word.trim_end_matches('+').to_owned()).collect();
    if plus.iter().zip(&words).any(|(bare, word)| bare != word && !bare.is_empty()) {
        front = Some("at least");
        words = plus.iter().map(String::as_str).collect();
    }
    // "20 - ish", "20 ish", "20 or so"
    if let [rest @ .., "-", "ish"] | [rest @ .., "ish"] | [rest @ .., "to", "so"] = words.as_slice() {
        front = Some("about");
        words = rest.to_vec();
    }
    // "USD 20 million", "20 million $"
    if let Some(position) = words.iter().position(|word| currency::is_currency(word))
        && position + 1 < words.len()
    {
        back = Some(words.remove(position).to_owned());
    } else if let Some(sign) = words.last().and_then(|word| word.chars().next()).and_then(currency::of_sign)
        && words.last().is_some_and(|word| word.chars().count() == 1)
    {
        words.pop();
        back = Some(sign.to_owned());
    }
    // "5% to 7%", "18 million USD to 22 million USD"
    if let Some(position) = words.iter().position(|word| word.ends_with('%'))
        && position + 1 < words.len()
        && words.last().is_some_and(|word| word.ends_with('%'))
        && let Some(word) = words.get_mut(position)
    {
        *word = word.trim_end_matches('%');
    }
    // "12 more killed" → "another 12 killed", "12 fewer killed" → "12 killed less"
    let mut after: Option<&str> = None;
    if let Some(position) = words.iter().position(|word| matches!(*word, "more" | "fewer" | "less"))
        && position > 0
        && words.get(position + 1).is_some_and(|next| !next.eq_ignore_ascii_case("than"))
    {
        match words.remove(position) {
            "more" => front = front.or(Some("another")),
            _ => after = Some("less"),
        }
    } else if words.last() == Some(&"fewer") {
        words.pop();
        after = Some("less");
    }
    // "twenty - five", "30 - five"
    let compound = match words.as_slice() {
        [rest @ .., tens, "-", ones] => tens_and_ones(tens, ones).map(|number| (rest.to_vec(), number)),
        _ => None,
    };
    let number;
    if let Some((rest, found)) = compound {
        number = found;
        words = rest;
        words.push(&number);
    }
    let words = words.into_iter().filter(|word| !word.is_empty());
    front.into_iter().chain(words).chain(back.as_deref()).chain(after).collect::<Vec<_>>().join(" ")
}

fn tens_and_ones(tens: &str, ones: &str) -> Option<String> {
    let tens =
        if tens.eq_ignore_ascii_case("twenty") { 20 } else { tens.parse().ok().filter(|tens| tens % 10 == 0)? };
    let ones = words::number(ones).filter(|ones| *ones < 10)?;
    Some((tens + ones).to_string())
}
