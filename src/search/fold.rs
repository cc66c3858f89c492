//! A word as it is looked for: without case, accents and the many ways to type one sign.
//!
//! In goes a word as somebody wrote it, out comes what both an article's word and a reader's become. `search.js` folds
//! what is typed by the same steps; `tests/search/words.json` holds both to the same results. What is folded is never
//! shown.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// No word in the index has more letters; whoever types more finds what begins like it.
pub(super) const LONGEST: usize = 30;

/// The word without case, accents, apostrophes and invisible characters, in one spelling of each letter and digit.
pub(super) fn fold(word: &str) -> String {
    if word.is_ascii() {
        let kept = word.bytes().filter(|byte| !matches!(byte, b'\'' | b'`'));
        return kept.take(LONGEST).map(|byte| byte.to_ascii_lowercase() as char).collect();
    }
    let mut folded = String::with_capacity(word.len());
    for c in word.chars().filter(|c| !is_joiner(*c)).nfkd().flat_map(char::to_lowercase) {
        match c {
            _ if is_combining_mark(c) || is_joiner(c) || c == 'ـ' => {}
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            _ => folded.push(letter(c)),
        }
    }
    let folded = without_article(&folded);
    folded.chars().take(LONGEST).collect()
}

/// One letter for those that differ as accented ones do but do not decompose, and for spellings that writers mix.
fn letter(c: char) -> char {
    match c {
        'ø' => 'o',
        'đ' | 'ð' => 'd',
        'ł' => 'l',
        'ħ' => 'h',
        'ı' => 'i',
        'ŋ' => 'n',
        'ə' => 'e',
        'ς' => 'σ',
        'ґ' => 'г',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        'ة' | 'ە' => 'ه',
        'ٱ' => 'ا',
        '٫' => '.',
        '٬' => ',',
        _ => digit(c).map_or(c, |digit| char::from(b'0' + digit)),
    }
}

/// The value of a decimal digit of the scripts that news are written in.
pub(super) fn digit(c: char) -> Option<u8> {
    let zero = match c {
        '0'..='9' => '0',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        '०'..='९' => '०',
        _ => return None,
    };
    u8::try_from(u32::from(c) - u32::from(zero)).ok()
}

/// Apostrophes, whichever the keyboard gave, and characters that nobody sees: they join the letters around them.
pub(super) fn is_joiner(c: char) -> bool {
    is_apostrophe(c)
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The signs that stand for an apostrophe.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '`' | '´' | '‘' | '’' | '‛' | '′' | 'ʼ' | '׳' | '＇')
}

/// Arabic writes its article, and some prepositions before it, as part of the word.
fn without_article(word: &str) -> &str {
    for article in ["وال", "بال", "كال", "فال", "ال", "لل"] {
        if let Some(rest) = word.strip_prefix(article)
            && rest.chars().count() >= 3
        {
            return rest;
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn variants_are_one_word() {
        for (variants, folded) in [
            (&["Zürich", "ZU\u{308}RICH", "zurich"][..], "zurich"),
            (&["Pérez", "PEREZ"], "perez"),
            (&["п'ять", "П’ять", "пʼять", "п`ять"], "пять"),
            (&["Київ", "КИЇВ"], "киів"),
            (&["Straße", "STRASSE", "STRAẞE"], "strasse"),
            (&["Əliyev", "eliyev"], "eliyev"),
            (&["İstanbul", "istanbul", "ıstanbul"], "istanbul"),
            (&["Ὀδυσσεύς", "οδυσσευσ"], "οδυσσευσ"),
            (&["الحَرْب", "الحـــرب", "والحرب", "حرب"], "حرب"),
            (&["أحمد", "احمد", "إحمد"], "احمد"),
            (&["مدينة", "مدينه"], "مدينه"),
            (&["٢٠٢٣", "۲۰۲۳", "2023", "２０２３"], "2023"),
            (&["co\u{ad}operate", "cooperate"], "cooperate"),
            (&["ﬁre", "FIRE"], "fire"),
        ] {
            for variant in variants {
                assert_eq!(fold(variant), folded, "{variant}");
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_folded_stays(word in "\\PC{0,12}") {
            // Only the article may be there twice: the word without it is one more word.
            prop_assume!(!word.contains('ل'));
            let once = fold(&word);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn case_does_not_matter(word in "[a-zA-Zа-яіїєґА-ЯІЇЄҐéÉüÜğĞşŞ’']{0,12}") {
            prop_assert_eq!(fold(&word.to_uppercase()), fold(&word.to_lowercase()));
        }
    }
}
