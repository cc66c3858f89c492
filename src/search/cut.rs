//! Text into words, and a word as written into the words that it is found by.
//!
//! [`cut`] finds where words are: runs of letters, marks and digits, joined by an apostrophe or by characters that nobody
//! sees, and digits joined by the signs that stand within numbers. It parts where UAX #29 does (a test holds it to
//! that; only `90's` is one word here), and some of what UAX #29 joins: `example.org`, `a_b`. [`words`] then folds one of them: most give one
//! word; a number gives one without separators between thousands, and scripts that put no spaces between words give
//! each two neighbouring letters. [`figures`] adds numbers with what they are of, so that `$18` and `20 million` are
//! found as they are written. `search.js` does all of this in the same way.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;

use super::fold::{LONGEST, digit, fold, is_apostrophe, is_joiner};

/// A word of a text, by its place in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The places of a text's words, in order. None starts with a mark: one without a letter before it is no word.
pub(super) fn cut(text: &str) -> impl Iterator<Item = Place> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text.get(at..)?.find(begins_word)?;
        at = end_of_word(text, start);
        Some(Place { start, end: at })
    })
}

/// Letters, marks and digits.
fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    (c.is_alphanumeric() || is_combining_mark(c)) && !is_joiner(c)
}

fn begins_word(c: char) -> bool {
    is_letter(c) && (c.is_ascii() || !is_combining_mark(c))
}

fn end_of_word(text: &str, start: usize) -> usize {
    // Nearly all words of many languages are plain letters, and after them comes a space.
    let bytes = &text.as_bytes()[start..];
    let plain = bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    if plain > 0 && bytes.get(plain).is_none_or(|next| next.is_ascii() && !matches!(next, b'\'' | b'`' | b'.' | b',')) {
        return start + plain;
    }
    let mut end = start;
    let mut last = ' ';
    let mut rest = text[start..].char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        if is_letter(c) {
            end = start + at + c.len_utf8();
            last = c;
            continue;
        }
        let goes_on = if is_joiner(c) {
            let mut apostrophes = usize::from(is_apostrophe(c));
            while let Some((_, next)) = rest.next_if(|(_, c)| is_joiner(*c)) {
                apostrophes += usize::from(is_apostrophe(next));
            }
            apostrophes <= 1 && rest.peek().is_some_and(|(_, next)| begins_word(*next))
        } else {
            matches!(c, '.' | ',' | '٫' | '٬')
                && digit(last).is_some()
                && rest.peek().is_some_and(|(_, next)| digit(*next).is_some())
        };
        if !goes_on {
            break;
        }
    }
    end
}

/// What a word is found by, folded; nothing where only marks are left of it.
pub(super) fn words(written: &str) -> Vec<String> {
    let folded = fold(written);
    let mut words = Vec::with_capacity(1);
    if folded.contains(['.', ',']) {
        number(&folded, &mut words);
    } else if folded.is_ascii() {
        words.push(folded);
    } else {
        by_script(&folded, &mut words);
    }
    words.retain(|word| !word.is_empty());
    words
}

/// `20,000` is 20000 and `1,5` is 1.5; what is no number (`12.05.2024`) falls into its parts.
fn number(folded: &str, words: &mut Vec<String>) {
    let parts: Vec<&str> = folded.split(['.', ',']).collect();
    let signs: Vec<char> = folded.chars().filter(|c| matches!(c, '.' | ',')).collect();
    let digits = parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    match (parts.split_last(), signs.first(), signs.last()) {
        (Some((last, whole)), Some(first_sign), Some(last_sign)) if digits => {
            if first_sign == last_sign && are_thousands(&parts) {
                words.push(parts.concat());
            } else if whole.len() == 1 || first_sign != last_sign && are_thousands(whole) {
                words.push(format!("{}.{last}", whole.concat()));
            } else {
                words.extend(parts.into_iter().map(str::to_owned));
            }
        }
        _ => words.extend(parts.into_iter().map(str::to_owned)),
    }
}

/// One to three digits, then groups of three.
fn are_thousands(groups: &[&str]) -> bool {
    groups.len() > 1 && groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3)
}

/// Runs of letters as they are; of scripts without spaces each two neighbours, or one that is alone.
fn by_script(folded: &str, words: &mut Vec<String>) {
    let mut run = String::new();
    let mut before: Option<(char, bool)> = None;
    for c in folded.chars() {
        if is_unspaced(c) {
            if !run.is_empty() {
                words.push(std::mem::take(&mut run));
            }
            if let Some((first, _)) = before {
                words.push([first, c].iter().collect());
            }
            before = Some((c, before.is_some()));
        } else {
            if let Some((alone, false)) = before {
                words.push(alone.into());
            }
            before = None;
            run.push(c);
        }
    }
    if let Some((alone, false)) = before {
        words.push(alone.into());
    }
    if !run.is_empty() {
        words.push(run);
    }
}

/// Scripts that write words without spaces between them.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// The numbers of a text with what they are of, each as one word: `20000` for `20 000`, `$18`, `18%`, `20 million`.
/// `places` are the text's words.
pub(super) fn figures(text: &str, places: &[Place], mut found: impl FnMut(&str)) {
    let mut figure = String::new();
    let between = |first: usize| {
        let start = places.get(first).map_or(0, |place| place.end);
        let end = places.get(first + 1).map_or(text.len(), |place| place.start);
        text.get(start..end).unwrap_or_default()
    };
    let mut at = 0;
    while let Some(place) = places.get(at) {
        let Some(mut number) = plain_number(&text[place.start..place.end]) else {
            at += 1;
            continue;
        };
        let first = at;
        let short = number.len() <= 3;
        while short
            && is_gap(between(at))
            && let Some(next) = places.get(at + 1)
            && let Some(group) = plain_number(&text[next.start..next.end]).filter(|group| group.len() == 3)
        {
            number.to_mut().push_str(&group);
            at += 1;
        }
        if at > first {
            found(&number);
        }
        let before = match first.checked_sub(1) {
            Some(before) => between(before),
            None => &text[..place.start],
        };
        let after = between(at);
        let signs = [currency(before.trim_end_matches(is_space).chars().next_back(), before), sign_after(after)];
        for sign in signs.into_iter().flatten() {
            figure.clear();
            figure.extend([sign].iter().filter(|sign| **sign != '%'));
            figure.push_str(&number);
            figure.extend([sign].iter().filter(|sign| **sign == '%'));
            found(&figure);
        }
        if is_gap(after)
            && let Some(next) = places.get(at + 1)
            && let Some(noun) = first_word(&text[next.start..next.end])
            && !noun.starts_with(|c: char| c.is_ascii_digit())
        {
            figure.clear();
            figure.extend([&number, " ", &noun]);
            found(&figure);
        }
        at += 1;
    }
}

/// The first that a word is found by.
fn first_word(written: &str) -> Option<Cow<'_, str>> {
    if written.len() <= LONGEST && written.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Some(Cow::Borrowed(written));
    }
    words(written).into_iter().next().map(Cow::Owned)
}

/// A number that is one word.
fn plain_number(written: &str) -> Option<Cow<'_, str>> {
    written.chars().next().filter(|c| digit(*c).is_some())?;
    if written.len() <= LONGEST && written.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Cow::Borrowed(written));
    }
    let mut words = words(written);
    let number = words.pop().filter(|_| words.is_empty())?;
    number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.').then_some(Cow::Owned(number))
}

/// A currency's sign directly before a number, or with one space between.
fn currency(sign: Option<char>, before: &str) -> Option<char> {
    sign.filter(|sign| is_currency(*sign) && before.chars().rev().take_while(|c| is_space(*c)).count() <= 1)
}

/// A currency's or a per cent sign directly after a number, or with one space between.
fn sign_after(after: &str) -> Option<char> {
    let mut rest = after.chars();
    let sign = rest.next().and_then(|c| if is_space(c) { rest.next() } else { Some(c) })?;
    match sign {
        '%' | '٪' => Some('%'),
        _ => Some(sign).filter(|sign| is_currency(*sign)),
    }
}

fn is_currency(c: char) -> bool {
    matches!(c, '$' | '£' | '¥' | '\u{20a0}'..='\u{20cf}')
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}')
}

/// One space or one hyphen.
fn is_gap(between: &str) -> bool {
    let mut chars = between.chars();
    matches!((chars.next(), chars.next()), (Some(c), None) if is_space(c) || matches!(c, '-' | '\u{2010}' | '\u{2011}'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::*;

    /// What a text is found by: its words, then its figures.
    fn found(text: &str) -> (Vec<String>, Vec<String>) {
        let places: Vec<Place> = cut(text).collect();
        let words = places.iter().flat_map(|place| words(&text[place.start..place.end])).collect();
        let mut of = Vec::new();
        figures(text, &places, |figure| of.push(figure.to_owned()));
        (words, of)
    }

    /// The table that `search.js` is tested against too.
    #[test]
    fn the_table_of_words() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/search/words.json");
        let table: Vec<(String, Vec<String>, Vec<String>)> =
            serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        assert!(table.len() > 20);
        for (text, words, figures) in table {
            assert_eq!(found(&text), (words, figures), "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_word_is_longer_than_one_of_uax_29(text in "([a-zéïіжق\u{301}_'’.-]{0,8}|[0-9.,_-]{0,8}| ){0,6}") {
            // Where the halves of an apostrophe are a digit and a letter, 90's is one word here.
            let text = if text.contains(|c: char| c.is_ascii_digit()) { text.replace(['\'', '’'], "") } else { text };
            let bounds: Vec<usize> = text.split_word_bound_indices().map(|(at, _)| at).collect();
            for place in cut(&text) {
                prop_assert!(!bounds.iter().any(|bound| place.start < *bound && *bound < place.end), "{:?}", &text[place.start..place.end]);
            }
        }

        #[test]
        fn every_letter_is_in_a_word(text in "\\PC{0,40}") {
            let mut outside = text.clone();
            let places: Vec<Place> = cut(&text).collect();
            for place in places.iter().rev() {
                outside.replace_range(place.start..place.end, " ");
            }
            prop_assert!(!outside.contains(begins_word), "{outside}");
            figures(&text, &places, |_| {});
        }
    }
}
