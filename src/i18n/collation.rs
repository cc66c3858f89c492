//! The order of names in a list from A to Z, and the letters of such a list.
//!
//! Words go by the alphabet of the site's language; letters of another script come after it, by their code points. Case and
//! accents do not count, but for letters that an alphabet has as letters of their own: Ukrainian Ґ stands after Г.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Alphabets that differ from the order of the code points of their letters without accents.
const ALPHABETS: &[(&str, &str)] = &[
    ("az", "abcçdeəfgğhxıijkqlmnoöprsştuüvyzw"),
    ("be", "абвгґдеёжзійклмнопрстуўфхцчшыьэюя"),
    ("cs", "abcčdefghijklmnopqrřsštuvwxyzž"),
    ("da", "abcdefghijklmnopqrstuvwxyzæøå"),
    ("es", "abcdefghijklmnñopqrstuvwxyz"),
    ("et", "abcdefghijklmnopqrsšzžtuvwõäöüxy"),
    ("fi", "abcdefghijklmnopqrstuvwxyzåäö"),
    ("nb", "abcdefghijklmnopqrstuvwxyzæøå"),
    ("pl", "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"),
    ("sv", "abcdefghijklmnopqrstuvwxyzåäö"),
    ("tr", "abcçdefgğhıijklmnoöpqrsştuüvwxyz"),
    ("uk", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
];
const LATIN: &str = "abcdefghijklmnopqrstuvwxyz";

/// A letter's place: digits, the language's own letters, all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Space,
    Digit(char),
    Own(usize),
    Other(char),
}

/// The order of one language.
#[derive(Clone, Copy, Debug)]
pub struct Collation {
    alphabet: &'static str,
    /// Whether a capital i keeps its dot.
    dotted: bool,
}

/// Compares as its name does in a list.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SortKey(Vec<Place>, String);

impl Collation {
    /// For a BCP 47 tag.
    pub fn of(language: &str) -> Self {
        let name = language.split(['-', '_']).next().unwrap_or_default();
        let name = if matches!(name, "no" | "nn") { "nb" } else { name };
        let own = ALPHABETS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        Self { alphabet: own.map_or(LATIN, |(_, alphabet)| alphabet), dotted: matches!(name, "az" | "tr") }
    }

    /// What sorts a name. What is neither a letter nor a digit counts as one space, and not at the beginning.
    pub fn key(&self, name: &str) -> SortKey {
        let mut places = Vec::with_capacity(name.len());
        for c in name.nfc().flat_map(|c| self.lower(c)) {
            if is_combining_mark(c) {
                continue;
            }
            let place = self.place(c);
            if place != Place::Space || places.last().is_some_and(|last| *last != Place::Space) {
                places.push(place);
            }
        }
        SortKey(places, name.to_owned())
    }

    /// The letter that a name stands under, as a heading: `Ґ`, `0–9`, and `…` for what begins with neither letter nor digit.
    pub fn letter(&self, key: &SortKey) -> String {
        match key.0.first() {
            Some(Place::Digit(_)) => "0–9".to_owned(),
            Some(Place::Own(at)) => self.alphabet.chars().nth(*at).map_or_else(String::new, |c| self.upper(c)),
            Some(Place::Other(c)) => c.to_uppercase().collect(),
            Some(Place::Space) | None => "…".to_owned(),
        }
    }

    fn place(&self, c: char) -> Place {
        if let Some(at) = self.alphabet.chars().position(|letter| letter == c) {
            return Place::Own(at);
        }
        let base = match c {
            'ı' => 'i',
            'ø' => 'o',
            'ł' => 'l',
            'đ' | 'ð' => 'd',
            'ə' | 'æ' => 'a',
            'ß' => 's',
            'ґ' => 'г',
            _ => std::iter::once(c).nfkd().next().unwrap_or(c),
        };
        match self.alphabet.chars().position(|letter| letter == base) {
            Some(at) => Place::Own(at),
            None if base.is_numeric() => Place::Digit(base),
            None if base.is_alphabetic() => Place::Other(base),
            None => Place::Space,
        }
    }

    fn lower(&self, c: char) -> impl Iterator<Item = char> {
        let c = match c {
            'I' if self.dotted => 'ı',
            'İ' => 'i',
            c => c,
        };
        c.to_lowercase()
    }

    fn upper(&self, c: char) -> String {
        if self.dotted && c == 'i' { "İ".to_owned() } else { c.to_uppercase().collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(language: &str, mut names: Vec<&'static str>) -> Vec<&'static str> {
        let collation = Collation::of(language);
        names.sort_by_key(|name| collation.key(name));
        names
    }

    #[test]
    fn names_go_by_the_alphabet_of_the_language() {
        assert_eq!(
            sorted("uk", vec!["Яна", "Європа", "Ґалаґан", "Іран", "Гана", "Йорк"]),
            ["Гана", "Ґалаґан", "Європа", "Іран", "Йорк", "Яна"]
        );
        assert_eq!(sorted("sv", vec!["Öland", "Oslo", "Åland", "Zorn"]), ["Oslo", "Zorn", "Åland", "Öland"]);
        assert_eq!(
            sorted("en", vec!["Zorn", "öland", "Oslo", "Éire", "eirene"]),
            ["Éire", "eirene", "öland", "Oslo", "Zorn"]
        );
        assert_eq!(sorted("tr", vec!["İzmir", "Isparta", "Iğdır", "Jülich"]), ["Iğdır", "Isparta", "İzmir", "Jülich"]);
    }

    #[test]
    fn words_go_before_longer_words_and_other_scripts_last() {
        assert_eq!(
            sorted("en", vec!["Bakusta", "Київ", "Baku talks", "“Baku”", "7 days", "القاهرة"]),
            ["7 days", "“Baku”", "Baku talks", "Bakusta", "Київ", "القاهرة"]
        );
    }

    #[test]
    fn letters_are_headings() {
        let letter = |language: &str, name: &str| {
            let collation = Collation::of(language);
            collation.letter(&collation.key(name))
        };
        assert_eq!(letter("uk", "ґанок"), "Ґ");
        assert_eq!(letter("en", "Éire"), "E");
        assert_eq!(letter("tr", "izmir"), "İ");
        assert_eq!(letter("en", "“12 days”"), "0–9");
        assert_eq!(letter("en", "أحمد"), "ا");
        assert_eq!(letter("en", "—"), "…");
    }
}
