//! A sentence as parts. What comes from the corpus (names, values, reasons) may be written from right to left, or from
//! left to right in a sentence that is not: such parts are kept apart from the interface's own words. Inside the program
//! they travel between Unicode isolation marks; a page puts `<bdi>` around them; plain text has no marks at all.

use std::fmt;

const ISOLATE: char = '\u{2068}';
const END: char = '\u{2069}';

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// The interface's own words.
    Text(String),
    /// Words or figures of the corpus, with a direction of their own: `<bdi>` in HTML.
    Isolated(String),
}

/// A finding's sentence, or a few.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    parts: Vec<Part>,
}

impl Sentence {
    /// From whole sentences with isolation marks in them.
    pub(super) fn new(sentences: &[String]) -> Self {
        let mut parts = Vec::new();
        let mut open = String::new();
        let mut depth = 0_usize;
        for letter in sentences.join(" ").chars() {
            match letter {
                ISOLATE => {
                    if depth == 0 && !open.is_empty() {
                        parts.push(Part::Text(std::mem::take(&mut open)));
                    }
                    depth += 1;
                }
                END => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        parts.push(Part::Isolated(std::mem::take(&mut open)));
                    }
                }
                other => open.push(other),
            }
        }
        if !open.is_empty() {
            parts.push(Part::Text(open));
        }
        Self { parts }
    }

    /// Its parts, in order, for a page.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }
}

/// As plain text.
impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts.iter().try_for_each(|part| match part {
            Part::Text(text) | Part::Isolated(text) => f.write_str(text),
        })
    }
}

/// Marks a text of the corpus as one with a direction of its own. What it has of direction controls is left out.
pub(super) fn isolated(text: &str) -> String {
    let control = |letter: &char| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let mut isolated = String::with_capacity(text.len() + ISOLATE.len_utf8() + END.len_utf8());
    isolated.push(ISOLATE);
    isolated.extend(text.chars().filter(|letter| !control(letter)));
    isolated.push(END);
    isolated
}

/// With a capital letter. A first word with capitals of its own (eHealth, al-Jazeera) is a name and stays as it is.
pub(super) fn capitalised(text: String) -> String {
    let (mark, words) = text.split_at(if text.starts_with(ISOLATE) { ISOLATE.len_utf8() } else { 0 });
    let first_word = words.split([' ', END]).next().unwrap_or_default();
    let mut letters = words.chars();
    match letters.next() {
        Some(first) if first.is_lowercase() && !first_word.contains(char::is_uppercase) => {
            mark.chars().chain(first.to_uppercase()).chain(letters).collect()
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_parts_and_plain_text_has_no_marks() {
        let sentence = Sentence::new(&[format!("{} and {} differ.", isolated("وفا"), isolated("a\u{202e}b"))]);
        let part = |text: &str| Part::Isolated(text.into());
        let text = |text: &str| Part::Text(text.into());
        assert_eq!(sentence.parts(), [part("وفا"), text(" and "), part("ab"), text(" differ.")]);
        assert_eq!(sentence.to_string(), "وفا and ab differ.");
    }

    #[test]
    fn a_sentence_begins_with_a_capital_but_a_name_is_left_alone() {
        assert_eq!(capitalised("an unidentified source".into()), "An unidentified source");
        assert_eq!(
            capitalised(format!("{} says", isolated("the Joint Declaration"))),
            format!("{} says", isolated("The Joint Declaration"))
        );
        for name in ["eHealth", "al-Jazeera", "24 Kanal", "وفا"] {
            let named = format!("{} says", isolated(name));
            assert_eq!(capitalised(named.clone()), named);
        }
    }
}
