//! Which way a language is written.

/// Scripts written from right to left (ISO 15924).
const RIGHT_TO_LEFT_SCRIPTS: &[&str] =
    &["adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"];

/// Languages whose usual script is one of them.
const RIGHT_TO_LEFT_LANGUAGES: &[&str] = &[
    "ar", "arc", "arz", "azb", "bal", "ckb", "dv", "fa", "glk", "he", "iw", "ks", "lrc", "mzn", "nqo", "pnb", "prs",
    "ps", "sd", "sdh", "syr", "ug", "ur", "yi",
];

/// `rtl` or `ltr`, for HTML's `dir`: by the tag's script where it names one, else by its language.
pub fn direction(language: &str) -> &'static str {
    let tag = language.to_ascii_lowercase();
    let mut parts = tag.split(['-', '_']);
    let name = parts.next().unwrap_or_default();
    let script = parts.find(|part| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_alphabetic()));
    let right_to_left = match script {
        Some(script) => RIGHT_TO_LEFT_SCRIPTS.contains(&script),
        None => RIGHT_TO_LEFT_LANGUAGES.contains(&name),
    };
    if right_to_left { "rtl" } else { "ltr" }
}

#[cfg(test)]
mod tests {
    use super::direction;

    #[test]
    fn by_script_then_by_language() {
        let found = ["en", "ar", "ar-EG", "az-Arab", "az", "uz-Latn", "fa-Latn", "he", "UR-pk"].map(direction);
        assert_eq!(found, ["ltr", "rtl", "rtl", "rtl", "ltr", "ltr", "ltr", "rtl", "rtl"]);
    }
}
