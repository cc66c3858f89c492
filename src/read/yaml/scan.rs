//! Whether front matter can be left to the fast reader.
//!
//! The fast reader knows no positions, stops at the first error, follows aliases and drops comments without a word. So a
//! text that has anything of the kind, or might, goes to the careful reader. To be wrong in that direction costs a
//! millisecond; most files have none of it.

/// How deep brackets may be nested for the fast reader, whose time grows with the square of it.
const MAX_NESTING: usize = 64;

/// Whether a text has nothing on which the two readers could differ.
pub fn is_plain(yaml: &str) -> bool {
    is_shallow(yaml)
        && !yaml.contains(['\t', '\u{85}', '\u{2028}', '\u{2029}', '\u{feff}'])
        && yaml.lines().all(is_plain_line)
}

/// Whether brackets, taken naively, are not nested too deep.
pub fn is_shallow(yaml: &str) -> bool {
    let mut nesting = 0_usize;
    yaml.bytes().all(|byte| {
        match byte {
            b'[' | b'{' => nesting += 1,
            b']' | b'}' => nesting = nesting.saturating_sub(1),
            _ => {}
        }
        nesting <= MAX_NESTING
    })
}

fn is_plain_line(line: &str) -> bool {
    let content = line.trim();
    if content.starts_with(['%', '?']) || content.starts_with("---") || content.starts_with("...") || content == "-" {
        return false;
    }
    if content.starts_with('#') {
        return true;
    }
    let mut before = ' ';
    let mut characters = content.chars().peekable();
    while let Some(c) = characters.next() {
        let starts = matches!(before, ' ' | '[' | '{' | ',' | '-' | ':');
        let suspicious = match c {
            // A comment, an anchor, an alias, a tag.
            '#' | '&' | '*' | '!' => starts,
            // A merge key.
            '<' => characters.peek() == Some(&'<'),
            // An item without words.
            '"' | '\'' => starts && characters.peek() == Some(&c),
            // A number of which the comma belongs to YAML.
            ',' => before.is_ascii_digit() && characters.peek().is_some_and(char::is_ascii_digit),
            '\r' => true,
            _ => false,
        };
        if suspicious {
            return false;
        }
        before = c;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_texts_are_plain() {
        for yaml in
            ["title: It's 5–3, he said\nwho: [a, b]\n", "a: { b: c }\r\n# note\n", "a: \"b: c\"", "q: AT&T C# 'x'"]
        {
            assert!(is_plain(yaml), "{yaml}");
        }
    }

    #[test]
    fn what_the_fast_reader_would_swallow_is_not() {
        for yaml in [
            "a: b # c",
            "a: &b c",
            "a: *b",
            "a: !b c",
            "<<: b",
            "a:\tb",
            "---\na: b",
            "...",
            "%YAML",
            "? a",
            "a: ''",
            "[&a b]",
            "-\n",
            "a: 20,000",
            "a: b\u{2028}c",
            "a: b\rc",
        ] {
            assert!(!is_plain(yaml), "{yaml}");
        }
        assert!(!is_plain(&"[".repeat(100)));
    }
}
