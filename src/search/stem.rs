//! Which words of a language are forms of one word.
//!
//! Only whether two keys are equal means anything: a key is no word, and is in no file. Forms are put together when the
//! index is made, so that a browser needs to know nothing of grammar: a word that it finds leads to all its forms.

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;

use super::fold::{fold, is_apostrophe, is_joiner};
use super::ukrainian;

/// Knows the forms of one language's words.
pub(super) struct Forms {
    rules: Rules,
    elision: Elision,
}

enum Rules {
    Snowball(Stemmer),
    Ukrainian,
    /// A language whose forms are not known: each word stands for itself.
    None,
}

/// What an apostrophe within a word does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Elision {
    /// It belongs to the word: п'ять.
    None,
    /// What stands before it is another word: l'eau.
    Before,
    /// What stands after it is an ending: İstanbul'da.
    After,
}

impl Forms {
    /// For a BCP 47 tag.
    pub(super) fn of(language: &str) -> Self {
        let name = language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        let algorithm = match name.as_str() {
            "ar" => Algorithm::Arabic,
            "da" => Algorithm::Danish,
            "de" => Algorithm::German,
            "el" => Algorithm::Greek,
            "en" => Algorithm::English,
            "es" => Algorithm::Spanish,
            "fi" => Algorithm::Finnish,
            "fr" => Algorithm::French,
            "hu" => Algorithm::Hungarian,
            "it" => Algorithm::Italian,
            "nb" | "nn" | "no" => Algorithm::Norwegian,
            "nl" => Algorithm::Dutch,
            "pt" => Algorithm::Portuguese,
            "ro" => Algorithm::Romanian,
            "ru" => Algorithm::Russian,
            "sv" => Algorithm::Swedish,
            "ta" => Algorithm::Tamil,
            "tr" => Algorithm::Turkish,
            "uk" => return Self { rules: Rules::Ukrainian, elision: Elision::None },
            _ => return Self { rules: Rules::None, elision: elision(&name) },
        };
        Self { rules: Rules::Snowball(Stemmer::create(algorithm)), elision: elision(&name) }
    }

    /// The key of a word as written: equal for all forms of a word that are known as such. `None` of numbers.
    pub(super) fn key(&self, written: &str) -> Option<String> {
        if !written.chars().all(|c| c.is_alphabetic() || is_joiner(c) || is_mark(c)) {
            return None;
        }
        let core = match self.elision {
            Elision::None => written,
            Elision::Before => written.rsplit(is_apostrophe).next().unwrap_or(written),
            Elision::After => written.split(is_apostrophe).next().unwrap_or(written),
        };
        // A stemmer knows accented letters, but neither capitals nor invisible characters.
        let plain: String = if core.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            core.to_ascii_lowercase()
        } else {
            core.nfc().filter(|c| !is_joiner(*c)).flat_map(char::to_lowercase).collect()
        };
        let key = match &self.rules {
            Rules::Snowball(stemmer) => fold(&stemmer.stem(&plain)),
            Rules::Ukrainian => ukrainian::stem(&plain),
            Rules::None => fold(&plain),
        };
        (!key.is_empty()).then_some(key)
    }
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

fn elision(language: &str) -> Elision {
    match language {
        "ca" | "fr" | "it" => Elision::Before,
        "az" | "tr" => Elision::After,
        _ => Elision::None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn are_one(language: &str, words: &[&str]) {
        let forms = Forms::of(language);
        let first = forms.key(words[0]);
        assert!(first.is_some());
        for word in words {
            assert_eq!(forms.key(word), first, "{word}");
        }
    }

    #[test]
    fn forms_are_one_word() {
        are_one("en", &["flood", "Floods", "flooded", "flooding"]);
        are_one("en-GB", &["Zelenskyy", "Zelenskyy's", "Zelenskyy’s"]);
        are_one("ru", &["войска", "войсками", "Войскам"]);
        are_one("fr", &["eau", "l'eau", "L’eau"]);
        are_one("tr", &["İstanbul", "İstanbul'da", "İSTANBUL’DA"]);
        are_one("az", &["Bakı", "Bakı’da"]);
        are_one("ar", &["الزلزال", "زلزال", "والزلزال"]);
        are_one("de", &["Überschwemmung", "Überschwemmungen"]);
    }

    #[test]
    fn numbers_have_no_forms() {
        assert_eq!(Forms::of("en").key("20,000"), None);
        assert_eq!(Forms::of("en").key("M23"), None);
    }

    proptest! {
        #[test]
        fn no_word_is_too_strange(word in "\\PC{0,16}", language in "(ar|da|de|el|en|es|fi|fr|hu|it|nb|nl|pt|ro|ru|sv|ta|tr|uk|az|xx)") {
            Forms::of(&language).key(&word);
        }

        #[test]
        fn no_arabic_word_is_too_strange(word in "[ءآأإابةتثجحخدذرزسشصضطظعغفقكلمنهوىيـًّ]{0,12}") {
            Forms::of("ar").key(&word);
        }
    }
}
