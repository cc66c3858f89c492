//! Whether a statement's figures and dates are in the words that it quotes (FORMAT.md, "Quotes" 4).

/// Whether a word may not be changed by a suggestion: see [`super::nearest`].
pub(super) fn is_sensitive(word: &str, _lang: &str) -> bool {
    word.chars().any(char::is_numeric)
}
