//! The unit of a value: a currency, a percentage, or the question's own noun.

use unicode_normalization::UnicodeNormalization;

use crate::model::Question;

use super::currency;

/// The canonical unit that the text names, if it names one: an ISO 4217 code, `%`, `pp`, or a noun as the question
/// spells it.
pub(super) fn named(text: &str, question: &Question) -> Option<String> {
    let own = question.unit.as_deref();
    let nouns = own.into_iter().chain(question.fx.keys().map(String::as_str));
    if let Some(noun) = nouns.into_iter().find(|noun| same_noun(noun, text)) {
        return Some(noun.to_owned());
    }
    if text == "%" {
        // A question may spell its unit out; the sign still means it.
        return Some(own.filter(|own| is_percent_word(own)).unwrap_or("%").to_owned());
    }
    if text.eq_ignore_ascii_case("pp") {
        return Some("pp".to_owned());
    }
    currency::is_currency(text).then(|| text.to_owned())
}

/// The question's unit for messages: "answers are counted in …".
pub(super) fn expected(question: &Question) -> String {
    match &question.unit {
        Some(unit) => format!("answers to this question are in `{unit}`"),
        None => "the question declares no unit".to_owned(),
    }
}

/// "percent" and "per cent", which the grammar writes `%`.
pub(super) fn is_percent_word(text: &str) -> bool {
    matches!(text.to_lowercase().as_str(), "percent" | "per cent" | "per-cent" | "pct")
}

/// Whether two nouns are the same but for letter case, white space and, in English, number. Codes are no nouns.
fn same_noun(a: &str, b: &str) -> bool {
    if currency::is_currency(a) {
        return a == b;
    }
    let folded = |text: &str| text.nfc().flat_map(char::to_lowercase).collect::<String>();
    let (a, b) = (folded(a), folded(b));
    let (mut a, mut b) = (a.split_whitespace(), b.split_whitespace());
    loop {
        match (a.next(), b.next()) {
            (Some(a), Some(b)) if a == b || singular(a) == singular(b) => {}
            (None, None) => return true,
            _ => return false,
        }
    }
}

/// An English noun in the singular; anything else comes back as it is, or shortened the same way on both sides.
fn singular(word: &str) -> String {
    match word {
        "people" | "persons" => return "person".into(),
        "children" => return "child".into(),
        "feet" => return "foot".into(),
        _ => {}
    }
    if let Some(stem) = word.strip_suffix("men") {
        return format!("{stem}man");
    }
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return format!("{stem}y");
    }
    for ending in ["ses", "xes", "ches", "shes"] {
        if let Some(stem) = word.strip_suffix(ending) {
            return format!("{stem}{}", &ending[..ending.len() - 2]);
        }
    }
    match word.strip_suffix('s') {
        Some(stem) if stem.len() > 2 && !stem.ends_with('s') => stem.to_owned(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_differ_in_case_and_number_only() {
        for (a, b) in [
            ("barrels", "barrel"),
            ("Barrels", "barrels"),
            ("people", "person"),
            ("servicemen", "serviceman"),
            ("armored vehicles", "armored  vehicle"),
            ("countries", "country"),
            ("gas", "gas"),
            ("losses", "loss"),
            ("барелів", "Барелів"),
            ("km²", "km²"),
        ] {
            assert!(same_noun(a, b), "{a} {b}");
        }
        for (a, b) in [("barrels", "tonnes"), ("killed", "wounded"), ("armored vehicles", "vehicles"), ("gas", "ga")] {
            assert!(!same_noun(a, b), "{a} {b}");
        }
    }
}
