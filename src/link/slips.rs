//! Ids that look like a slip of the pen.
//!
//! An event needs no file, so a misspelt id makes an event of its own without a word, and the account is compared with
//! nobody's. An id that one account alone has, a single letter away from one that is known, is worth a question. Digits
//! tell events apart and are never taken for slips.

use std::collections::{BTreeMap, HashMap};

/// Shorter ids differ by a letter because they are meant to.
const SHORTEST: usize = 8;

/// Id → the known one that was most likely meant, for each id that is named only once.
pub(super) fn slips(named: &BTreeMap<String, usize>) -> HashMap<String, String> {
    // Two words that are a letter apart are the same after a letter is taken out of either, or of both.
    let mut shortened: HashMap<u64, Vec<&str>> = HashMap::new();
    let known = named.iter().filter(|(id, times)| **times > 1 && id.len() >= SHORTEST);
    for (id, _) in known {
        for key in keys(id) {
            shortened.entry(key).or_default().push(id);
        }
    }
    let alone = named.iter().filter(|(id, times)| **times == 1 && id.len() >= SHORTEST);
    alone
        .filter_map(|(id, _)| {
            let mut near = keys(id).filter_map(|key| shortened.get(&key)).flatten();
            let meant =
                near.find(|known| strsim::damerau_levenshtein(id, known) == 1 && digits(id) == digits(known))?;
            Some((id.to_string(), meant.to_string()))
        })
        .collect()
}

/// Of the id, and of the id without each of its letters in turn.
fn keys(id: &str) -> impl Iterator<Item = u64> {
    let bytes = id.as_bytes();
    let without = (0..bytes.len()).filter(|&at| !bytes[at].is_ascii_digit());
    std::iter::once(hash(bytes, &[])).chain(without.map(|at| hash(&bytes[..at], &bytes[at + 1..])))
}

/// FNV-1a: there are twenty of these for each event, and what two of them agree in is looked at letter by letter.
fn hash(start: &[u8], end: &[u8]) -> u64 {
    let add = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
    end.iter().fold(start.iter().fold(0xcbf2_9ce4_8422_2325, add), add)
}

fn digits(id: &str) -> String {
    id.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(once: &[&str], known: &[&str]) -> Vec<(String, String)> {
        let named = once.iter().map(|id| (id.to_string(), 1));
        let named = named.chain(known.iter().map(|id| (id.to_string(), 2))).collect();
        let mut found: Vec<_> = slips(&named).into_iter().collect();
        found.sort();
        found
    }

    #[test]
    fn a_letter_left_out_added_changed_or_swapped_is_a_slip() {
        for slip in ["varnholt-flod-2025", "varnholt-floood-2025", "varnholt-fload-2025", "varnholt-folod-2025"] {
            assert_eq!(meant(&[slip], &["varnholt-flood-2025"]), [(slip.into(), "varnholt-flood-2025".into())]);
        }
    }

    #[test]
    fn other_years_other_words_and_what_several_name_are_no_slips() {
        assert_eq!(meant(&["flood-varnholt-2024"], &["flood-varnholt-2025"]), []);
        assert_eq!(meant(&["varnholt-fire-2025"], &["varnholt-flood-2025"]), []);
        assert_eq!(meant(&["talks-a"], &["talks-b"]), []);
        assert_eq!(meant(&["varnholt-flood-2025", "varnholt-flod-2025"], &[]), []);
        assert_eq!(meant(&[], &["varnholt-flood-2025", "varnholt-flod-2025"]), []);
    }
}
