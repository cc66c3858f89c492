//! The second wall between a stranger's text and the reader: only elements and attributes that [`markup`](super::markup)
//! writes get through, whatever happened before.
//!
//! What ammonia would give back as it is need not be sent through its parser: nearly every paragraph is such. Whether it
//! is one is read off its bytes by rules stricter than the wall's own, and a property below holds the two against each
//! other.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

const TAGS: [&str; 27] = [
    "a",
    "blockquote",
    "br",
    "code",
    "del",
    "em",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "span",
    "strong",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

const ATTRIBUTES: [(&str, &[&str]); 5] = [
    ("a", &["href", "id", "rel", "role"]),
    ("mark", &["id", "class"]),
    ("span", &["id", "class"]),
    ("sup", &["class"]),
    ("ol", &["start"]),
];

/// What a paragraph is made of: elements that stand in any other and close nothing by being opened.
const INLINE: [&str; 8] = ["a", "code", "del", "em", "mark", "span", "strong", "sup"];

static WALL: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut wall = ammonia::Builder::empty();
    wall.tags(HashSet::from(TAGS))
        .tag_attributes(
            ATTRIBUTES
                .into_iter()
                .map(|(tag, names)| (tag, names.iter().copied().collect()))
                .collect::<HashMap<_, _>>(),
        )
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(ammonia::UrlRelative::PassThrough)
        .link_rel(None);
    wall
});

/// What of some HTML gets through.
pub(super) fn clean(html: String) -> String {
    if is_clean(&html) { html } else { WALL.clean(&html).to_string() }
}

/// Whether HTML is plainly what the wall would give back: paragraphs, well nested, written as the wall writes them.
fn is_clean(html: &str) -> bool {
    if html.starts_with('\u{feff}') {
        return false;
    }
    let mut open: Vec<&str> = Vec::new();
    let mut pieces = html.split('<');
    if !pieces.next().is_some_and(is_text) {
        return false;
    }
    for piece in pieces {
        let Some((tag, text)) = piece.split_once('>') else { return false };
        if !is_text(text) {
            return false;
        }
        let fits = match tag.strip_prefix('/') {
            Some(name) => open.pop() == Some(name),
            None => {
                let (name, attributes) = tag.split_at(tag.find(' ').unwrap_or(tag.len()));
                // An element inside another of its kind, or a paragraph inside anything, is for the parser to judge.
                let stands =
                    if name == "p" { open.is_empty() } else { INLINE.contains(&name) && !open.contains(&name) };
                open.push(name);
                stands && are_attributes(name, attributes)
            }
        };
        if !fits {
            return false;
        }
    }
    open.is_empty()
}

/// Whether words are escaped as the wall escapes them.
fn is_text(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().all(|(at, byte)| match byte {
        b'&' => ["&amp;", "&lt;", "&gt;"].iter().any(|entity| bytes[at..].starts_with(entity.as_bytes())),
        // The second half of a non-breaking space, which is written as an entity.
        0xa0 => at == 0 || bytes[at - 1] != 0xc2,
        0 | b'\r' | b'>' => false,
        _ => true,
    })
}

/// Whether ` name="value"`, some or none, are attributes that the element may have, each once.
fn are_attributes(tag: &str, mut rest: &str) -> bool {
    let allowed = ATTRIBUTES.iter().find(|(name, _)| *name == tag).map_or(&[][..], |(_, names)| names);
    let mut seen: Vec<&str> = Vec::new();
    while !rest.is_empty() {
        let Some((name, after)) = rest.strip_prefix(' ').and_then(|rest| rest.split_once("=\"")) else { return false };
        let Some((value, after)) = after.split_once('"') else { return false };
        let fits = if name == "href" { is_target(value) } else { value.bytes().all(|b| is_plain(b) || b == b' ') };
        if !fits || value.is_empty() || !allowed.contains(&name) || seen.contains(&name) {
            return false;
        }
        seen.push(name);
        rest = after;
    }
    true
}

fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_')
}

/// Whether a link leads within the page or to a plain URL.
fn is_target(href: &str) -> bool {
    match href.strip_prefix('#') {
        Some(anchor) => anchor.bytes().all(is_plain),
        None => {
            ["https://", "http://"].iter().any(|scheme| href.starts_with(scheme))
                && href.bytes().all(|byte| is_plain(byte) || b":/?#=%+,;~!*()@".contains(&byte))
                && ammonia::Url::parse(href).is_ok()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ordinary_paragraphs_are_clean() {
        for html in [
            "",
            "<p>Officials said &amp; &lt;did&gt; \"nothing\".</p>\n",
            "<p>On <mark id=\"q.a-1\" class=\"m-agree several\">two</mark><sup class=\"ref\"><a href=\"#a-1\" role=\"doc-noteref\">1</a></sup></p>",
            "<p><a href=\"https://example.org/a?b=c#d\" rel=\"nofollow noopener\">протокол</a></p>",
        ] {
            assert!(is_clean(html), "{html}");
            assert_eq!(WALL.clean(html).to_string(), html);
        }
    }

    #[test]
    fn what_must_not_pass_is_not_clean() {
        for html in [
            "<script>alert(1)</script>",
            "<p onclick=\"x\">a</p>",
            "<p><a href=\"javascript:alert(1)\">a</a></p>",
            "<p><a href=\"https://example.org:99999/\">a</a></p>",
            "<p>a",
            "a</p>",
            "<p>a<p>b</p></p>",
            "<p>a\u{a0}b</p>",
            "<p>a&nbsp;b</p>",
            "<P>a</P>",
        ] {
            assert!(!is_clean(html), "{html}");
        }
    }

    /// Pieces that make tags, broken tags, entities and awkward letters.
    fn piece() -> impl Strategy<Value = String> {
        let tag = prop::sample::select([&TAGS[..], &["script", "style", "svg", "b", "table", "template"]].concat());
        let attribute = prop::sample::select(vec![
            "",
            " class=\"ref\"",
            " id=\"q.a\"",
            " id=\"a\" class=\"m-a b\"",
            " href=\"#a.b\"",
            " href=\"https://example.org/%20?a=b\"",
            " href=\"https://exa mple\"",
            " href=\"https://1.2.3.4.5/\"",
            " href=\"https://xn--a/\"",
            " href=\"http://@/\"",
            " href=\"javascript:x\"",
            " rel=\"nofollow\"",
            " onclick=\"x\"",
            " class='a'",
        ]);
        prop_oneof![
            4 => (tag.clone(), attribute.clone()).prop_map(|(tag, attribute)| format!("<{tag}{attribute}>")),
            4 => tag.clone().prop_map(|tag| format!("</{tag}>")),
            4 => (prop::sample::select(INLINE.to_vec()), attribute, "[a-z ]{0,3}")
                .prop_map(|(tag, attribute, words)| format!("<{tag}{attribute}>{words}</{tag}>")),
            2 => prop::sample::select(vec!["<p>", "</p>", "</p>\n", "\n", " "]).prop_map(str::to_owned),
            2 => prop::sample::select(vec!["&amp;", "&lt;", "&nbsp;", "&", "&#0;", "\u{a0}", "\u{feff}", "\0", "\r\n", "\"", "'", "<", ">", "<!--", "-->", "é", "à", "\u{c}"])
                .prop_map(str::to_owned),
            1 => "[ -~]{0,6}",
        ]
    }

    /// What a stranger may put where it does not belong.
    fn hostile() -> impl Strategy<Value = String> {
        let known = prop::sample::select(vec![
            "<!--",
            "-->",
            "--!>",
            "<!-->",
            "<![CDATA[",
            "]]>",
            "<!doctype html>",
            "<?xml?>",
            "</",
            "</>",
            "< p>",
            "</p >",
            "<p/>",
            "<br/>",
            "<a href=\"#a\"id=\"b\">",
            "<a href=\"#a\" href=\"#b\">",
            "<a id=\"<p>\">",
            "<a id=\"a\"\"b\">",
            "<a id=a>",
            "<a\thref=\"#a\">",
            "<a\nhref=\"#a\">",
            "<a/href=\"#a\">",
            "<A HREF=\"#a\">",
            "<a href=\"#a\" />",
            "<a href=\"&#35;a\">",
            "<a href=\"https://a.org/?a&amp;b\">",
            "<a href=\"https://a.org/?a&b\">",
            "<a href=\"//a.org/\">",
            "<a href=\"\\\\a.org\">",
            "<a href=\" #a\">",
            "<a href=\"#\">",
            "<a href=\"https://\">",
            "<a href=\"https://a.org:0/\">",
            "<a href=\"https://[::1]/\">",
            "<a href=\"https://a.org/\u{e9}\">",
            "<a href=\"https://%61.org/\">",
            "<a href=\"https://0x7f.1/\">",
            "<span class=\"\">",
            "<span class=\" a\">",
            "<span class=\"a\" onclick=\"b\">",
            "<mark id=\"a\" class=\"b\" id=\"c\">",
            "<ol start=\"1\">",
            "<select>",
            "<option>",
            "<math>",
            "<mi>",
            "<annotation-xml>",
            "<svg><desc>",
            "<noscript>",
            "<plaintext>",
            "<textarea>",
            "<title>",
            "<frameset>",
            "<body class=\"a\">",
            "<html>",
            "<head>",
            "<button>",
            "<nobr>",
            "<ruby><rt>",
            "<dd>",
            "<caption>",
            "&notit;",
            "&amp",
            "&ampx;",
            "&#x26;",
            "&#38",
            "&lt",
            "&gt;",
            "&quot;",
            "&AMP;",
            "\u{2028}",
            "\u{200d}",
            "\u{202e}",
            "\u{fffe}",
            "\u{10ffff}",
            "\u{ad}",
            "\u{85}",
            "\u{7f}",
            "\u{b}",
            "\t",
            "\u{c2}",
            "\u{2a0}",
            "\u{a0}",
            "\u{301}",
            "\u{1f1e6}",
            "\u{130}",
        ]);
        prop_oneof![6 => known.prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from), 1 => "[<>&\"'/=a-z! -]{1,4}"]
    }

    /// Well nested paragraphs as they are written here.
    fn paragraphs() -> impl Strategy<Value = String> {
        let words = || prop_oneof![4 => "[a-zа-я .,]{0,6}", 1 => prop::sample::select(vec!["&amp;", "&lt;p&gt;", "\"", "'"]).prop_map(str::to_owned)];
        let attributes = prop::sample::select(vec![
            ("a", " href=\"#a-1\" role=\"doc-noteref\""),
            ("a", " href=\"https://example.org/a?b=c#d\" rel=\"nofollow noopener\""),
            ("mark", " id=\"q.a-1\" class=\"m-agree several\""),
            ("span", " class=\"n\""),
            ("sup", " class=\"ref\""),
            ("em", ""),
            ("strong", ""),
            ("code", ""),
            ("del", ""),
        ]);
        let inner = words().prop_recursive(4, 12, 3, move |inner| {
            (attributes.clone(), prop::collection::vec(prop_oneof![inner, words()], 0..3))
                .prop_map(|((tag, attributes), inner)| format!("<{tag}{attributes}>{}</{tag}>", inner.concat()))
        });
        prop::collection::vec(prop::collection::vec(inner, 0..4), 0..3)
            .prop_map(|list| list.iter().map(|inner| format!("<p>{}</p>\n", inner.concat())).collect())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases.max(4000)))]

        /// The same of paragraphs that are sound but for what was put in or taken out somewhere.
        #[test]
        fn nor_of_paragraphs_that_somebody_tampered_with(
            html in paragraphs(),
            changes in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..4, prop::option::of(hostile())), 0..3),
        ) {
            let mut html: Vec<char> = html.chars().collect();
            for (at, taken, put) in changes {
                let at = at.index(html.len() + 1);
                let end = (at + taken).min(html.len());
                html.splice(at..end, put.iter().flat_map(|put| put.chars()));
            }
            let html: String = html.into_iter().collect();
            if is_clean(&html) {
                prop_assert_eq!(WALL.clean(&html).to_string(), html);
            }
        }

        /// What is said to be clean is what the wall gives back.
        #[test]
        fn the_wall_changes_nothing_of_what_is_clean(pieces in prop::collection::vec(piece(), 0..12), paragraph: bool) {
            let inner = pieces.concat();
            let html = if paragraph { format!("<p>{inner}</p>\n") } else { inner };
            if is_clean(&html) {
                prop_assert_eq!(WALL.clean(&html).to_string(), html);
            }
        }
    }
}
