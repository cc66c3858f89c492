//! "Did you mean …?"

use strsim::damerau_levenshtein;

/// The candidate that a word was most likely meant to be; `None` where none is near.
///
/// Near is: the same but for case, spaces, underscores and hyphens; or the one candidate that begins with the word; or
/// a few typing slips away, about one for every three letters. Of equally near ones, the first wins.
pub fn suggest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = fold(word);
    if folded.is_empty() || word.len() > MAX_LENGTH {
        return None;
    }
    let slips = ((folded.chars().count() + 1) / 3).max(1);
    let mut near: Option<(usize, &str)> = None;
    let mut beginning = Vec::new();
    for candidate in candidates {
        let other = fold(candidate);
        if other == folded {
            if candidate != word {
                return Some(candidate);
            }
            continue;
        }
        if other.starts_with(&folded) && folded.chars().count() >= 3 {
            beginning.push(candidate);
        }
        // Words of very different lengths need not be compared letter by letter.
        if other.chars().count().abs_diff(folded.chars().count()) > slips {
            continue;
        }
        let distance = damerau_levenshtein(&folded, &other);
        if distance <= slips && near.is_none_or(|(nearest, _)| distance < nearest) {
            near = Some((distance, candidate));
        }
    }
    near.map(|(_, candidate)| candidate).or(match beginning.as_slice() {
        [only] => Some(only),
        _ => None,
    })
}

/// Nothing longer is a key, a word or an id that somebody mistyped.
const MAX_LENGTH: usize = 200;

fn fold(word: &str) -> String {
    word.chars().filter(|c| !matches!(c, ' ' | '_' | '-')).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_meant() {
        let keys = ["title", "published", "retrieved", "as_of", "superseded_by", "denies"];
        for (slip, meant) in [
            ("tilte", "title"),
            ("Title", "title"),
            ("titel", "title"),
            ("publishd", "published"),
            ("as-of", "as_of"),
            ("asof", "as_of"),
            ("superceded by", "superseded_by"),
            ("pub", "published"),
            ("denys", "denies"),
        ] {
            assert_eq!(suggest(slip, keys), Some(meant), "{slip}");
        }
    }

    #[test]
    fn does_not_guess() {
        assert_eq!(suggest("colour", ["title", "lang"]), None);
        assert_eq!(suggest("", ["a"]), None);
        assert_eq!(suggest("a", ["a"]), None);
        assert_eq!(suggest("baku", ["baku-city", "baku-government"]), None);
        assert_eq!(suggest(&"x".repeat(10_000), ["x"]), None);
    }
}
