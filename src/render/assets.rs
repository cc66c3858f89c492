//! What the theme's static files are called on the site.
//!
//! A style sheet or a script has the hash of its bytes in its name, `static/style.1a2b3c4d5e.css`: a host may tell browsers
//! to keep it for ever, because another text has another name. All other files keep theirs, since style sheets refer to
//! them by it (`url(font.woff2)`); pages ask for those with the hash after a `?`, so that they too are asked for anew when
//! they change.

/// So many hexadecimal digits of the hash are in a name.
pub const HASH_DIGITS: usize = 10;

/// The file's path on the site: `static/style.css` → `static/style.1a2b3c4d5e.css`.
pub fn path(path: &str, bytes: &[u8]) -> String {
    match hashed_stem(path) {
        Some((stem, ending)) => format!("{stem}.{}.{ending}", hash(bytes)),
        None => path.to_owned(),
    }
}

/// What pages ask for, from the site's root.
pub fn url(path: &str, bytes: &[u8]) -> String {
    match hashed_stem(path) {
        Some(_) => self::path(path, bytes),
        None => format!("{path}?v={}", hash(bytes)),
    }
}

/// Whether the file has its hash in its name.
pub fn is_hashed(path: &str) -> bool {
    hashed_stem(path).is_some()
}

/// What changes when the file does.
pub fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..HASH_DIGITS].to_owned()
}

/// The name in two parts, of the kinds of files that have a hash between them.
fn hashed_stem(path: &str) -> Option<(&str, &str)> {
    path.rsplit_once('.').filter(|(_, ending)| matches!(*ending, "css" | "js" | "mjs"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_sheets_and_scripts_are_named_after_their_bytes() {
        let hash = hash(b"a");
        assert_eq!(path("static/a.b.css", b"a"), format!("static/a.b.{hash}.css"));
        assert_eq!(url("static/a.js", b"a"), format!("static/a.{hash}.js"));
        assert_ne!(path("static/a.js", b"a"), path("static/a.js", b"b"));
        assert_eq!(path("static/font.woff2", b"a"), "static/font.woff2");
        assert_eq!(url("static/font.woff2", b"a"), format!("static/font.woff2?v={hash}"));
    }
}
