//! An id from a title: what is left of it in lower-case ASCII letters, digits and hyphens.
//!
//! Ukrainian is transliterated as its passports do it (Cabinet of Ministers resolution 55 of 2010): Київ is `kyiv`, not
//! `kiyiv`. Every other script goes by Unicode's own look-alikes and sounds.

use deunicode::deunicode_char;

/// The longest id that a title gives; a person may choose a longer one.
const LONGEST: usize = 60;

/// The id; empty where the title has nothing that could be in one.
pub(super) fn from_title(title: &str) -> String {
    let ukrainian = title.chars().any(|c| "іїєґІЇЄҐ".contains(c)) && !title.chars().any(|c| "ыэъёЫЭЪЁ".contains(c));
    let mut letters = String::new();
    let mut before = ' ';
    for c in title.chars().flat_map(char::to_lowercase) {
        let known = if ukrainian { ukrainian_letter(c, before) } else { None };
        match known {
            Some(latin) => letters.push_str(latin),
            None if is_apostrophe(c) => {}
            None if c == 'ə' => letters.push('a'), // its look-alike would be "@"
            None => letters.push_str(deunicode_char(c).unwrap_or(" ")),
        }
        if !is_apostrophe(c) {
            before = c;
        }
    }
    let lower = letters.to_lowercase();
    let words = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut id = String::new();
    for word in words {
        if !id.is_empty() && id.len() + 1 + word.len() > LONGEST {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.push_str(word);
    }
    id.truncate(LONGEST);
    id
}

/// Whether a text can be an id.
pub(super) fn is_valid(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘' | '`')
}

/// A lower-case Ukrainian letter in Latin script, given the letter before it.
fn ukrainian_letter(letter: char, before: char) -> Option<&'static str> {
    let initial = !before.is_alphabetic();
    Some(match letter {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' if before == 'з' => "gh",
        'г' => "h",
        'ґ' => "g",
        'д' => "d",
        'е' => "e",
        'є' if initial => "ye",
        'є' => "ie",
        'ж' => "zh",
        'з' => "z",
        'и' => "y",
        'і' => "i",
        'ї' if initial => "yi",
        'ї' => "i",
        'й' if initial => "y",
        'й' => "i",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ь' => "",
        'ю' if initial => "yu",
        'ю' => "iu",
        'я' if initial => "ya",
        'я' => "ia",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn titles_become_ids() {
        for (title, id) in [
            ("Talks in Baku", "talks-in-baku"),
            ("Azerbaijan's “pragmatism”, explained", "azerbaijans-pragmatism-explained"),
            ("Zürich — 2024/25", "zurich-2024-25"),
            ("Київ", "kyiv"),
            ("Згурський, Єнакієве, Їжакевич, Гадяч", "zghurskyi-yenakiieve-yizhakevych-hadiach"),
            ("Знам’янка і Запоріжжя", "znamianka-i-zaporizhzhia"),
            ("Щербухи", "shcherbukhi"),
            ("Какую помощь оказали?", "kakuiu-pomoshch-okazali"),
            ("Bakı və Gəncə", "baki-va-ganca"),
            ("!?", ""),
        ] {
            assert_eq!(from_title(title), id, "{title}");
        }
    }

    #[test]
    fn a_long_title_is_cut_between_words() {
        let id = from_title(&"several words ".repeat(20));
        assert!(id.len() <= LONGEST && id.ends_with("-words") || id.ends_with("-several"), "{id}");
        assert_eq!(from_title(&"x".repeat(500)).len(), LONGEST);
    }

    proptest! {
        #[test]
        fn whatever_the_title_the_id_is_one(title in "\\PC{0,80}") {
            let id = from_title(&title);
            prop_assert!(id.is_empty() || is_valid(&id), "{id}");
            prop_assert!(!id.starts_with('-') && !id.ends_with('-') && !id.contains("--"));
        }
    }
}
