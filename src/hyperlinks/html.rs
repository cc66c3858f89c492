//! What a page refers to, and what can be referred to in it.
//!
//! A page is cut into tags as HTML's own rules have it: attributes with and without quotes, comments, the text of scripts and
//! styles passed over. No tree is made of it, because none is needed to find attributes.

use std::collections::HashSet;

/// What a page wants a file for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Use {
    /// To lead there.
    Link,
    /// To show it.
    Image,
    /// To work with it: a style sheet, a script, an icon.
    Asset,
    /// A data file names it.
    Data,
    /// It is above the site's folder.
    Outside,
}

/// What was found in a page.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Page {
    /// Each address as written, once, in the order of the page.
    pub(super) uses: Vec<(String, Use)>,
    /// The names that links may end with.
    pub(super) anchors: HashSet<String>,
}

/// Reads a page.
pub(super) fn read(html: &str) -> Page {
    let mut page = Page::default();
    let mut known = HashSet::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
            continue;
        }
        if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let (tag, after) = Tag::read(rest);
        rest = after;
        for (written, wanted) in tag.uses() {
            if known.insert((written.clone(), wanted)) {
                page.uses.push((written, wanted));
            }
        }
        page.anchors.extend(tag.anchors());
        if matches!(tag.name.as_str(), "script" | "style" | "textarea" | "title") {
            rest = end_of_text(rest, &tag.name);
        }
    }
    page
}

struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// Reads a tag that begins here, after its `<`; gives what follows it.
    fn read(text: &str) -> (Self, &str) {
        let end = text.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).unwrap_or(text.len());
        let mut tag = Self { name: text[..end].to_ascii_lowercase(), attributes: Vec::new() };
        let mut rest = &text[end..];
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            if let Some(after) = rest.strip_prefix('>') {
                return (tag, after);
            }
            if rest.is_empty() {
                return (tag, rest);
            }
            let end =
                rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '=')).unwrap_or(rest.len());
            // A stray `=` is part of a name.
            let end = if end == 0 { 1 } else { end };
            let name = rest[..end].to_ascii_lowercase();
            rest = rest[end..].trim_start_matches(|c: char| c.is_ascii_whitespace());
            let mut value = "";
            if let Some(after) = rest.strip_prefix('=') {
                (value, rest) = attribute_value(after.trim_start_matches(|c: char| c.is_ascii_whitespace()));
            }
            tag.attributes.push((name, unescaped(value)));
        }
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    fn uses(&self) -> Vec<(String, Use)> {
        let mut uses = Vec::new();
        for (name, value) in &self.attributes {
            let wanted = match (name.as_str(), self.name.as_str()) {
                ("href", "base") => continue,
                ("href", "link") if self.is_link_to_page() => Use::Link,
                ("href", "link") => Use::Asset,
                ("href" | "xlink:href", "image") => Use::Image,
                ("href" | "xlink:href" | "action" | "formaction" | "cite", _) => Use::Link,
                ("src", "script" | "iframe" | "embed" | "track") | ("data", "object") => Use::Asset,
                ("src" | "poster", _) => Use::Image,
                ("srcset" | "imagesrcset", _) => {
                    let addresses = value.split(',').filter_map(|part| part.split_ascii_whitespace().next());
                    uses.extend(addresses.map(|address| (address.to_owned(), Use::Image)));
                    continue;
                }
                ("content", "meta") => {
                    uses.extend(self.meta(value).map(|address| (address.to_owned(), Use::Link)));
                    continue;
                }
                _ => continue,
            };
            uses.push((value.trim().to_owned(), wanted));
        }
        uses
    }

    fn is_link_to_page(&self) -> bool {
        let kinds = self.attribute("rel").unwrap_or_default();
        kinds
            .split_ascii_whitespace()
            .any(|kind| matches!(kind, "canonical" | "alternate" | "prev" | "next" | "license"))
    }

    /// The address that a `<meta>` names: of a redirect, or of the page itself.
    fn meta<'a>(&self, content: &'a str) -> Option<&'a str> {
        if self.attribute("http-equiv").is_some_and(|kind| kind.eq_ignore_ascii_case("refresh")) {
            let (_, address) = content.split_once('=')?;
            return Some(address.trim());
        }
        matches!(self.attribute("property"), Some("og:url" | "og:image")).then_some(content)
    }

    fn anchors(&self) -> impl Iterator<Item = String> {
        let name = self.attribute("name").filter(|_| self.name == "a");
        self.attribute("id").into_iter().chain(name).map(Into::into)
    }
}

/// The value that stands here, and what follows it.
fn attribute_value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(text) = text.strip_prefix(quote) {
            let end = text.find(quote).unwrap_or(text.len());
            return (&text[..end], text.get(end + 1..).unwrap_or_default());
        }
    }
    let end = text.find(|c: char| c.is_ascii_whitespace() || c == '>').unwrap_or(text.len());
    (&text[..end], &text[end..])
}

/// What follows text that has no tags in it.
fn end_of_text<'a>(text: &'a str, name: &str) -> &'a str {
    let mut rest = text;
    while let Some(at) = rest.find("</") {
        rest = &rest[at + 2..];
        if rest.get(..name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name)) {
            return rest;
        }
    }
    ""
}

/// Character references that occur in addresses and ids.
pub(super) fn unescaped(value: &str) -> String {
    if !value.contains('&') {
        return value.to_owned();
    }
    let mut text = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        // No reference is longer, and none is looked for further: text may be long and have many `&`.
        let end = rest.bytes().take(11).position(|byte| byte == b';');
        let reference = end.map(|end| &rest[1..end]);
        let character = reference.and_then(|reference| match reference {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => {
                let number = reference.strip_prefix('#')?;
                let code = match number.strip_prefix(['x', 'X']) {
                    Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                    None => number.parse().ok()?,
                };
                char::from_u32(code)
            }
        });
        match (character, end) {
            (Some(character), Some(end)) => {
                text.push(character);
                rest = &rest[end + 1..];
            }
            _ => {
                text.push('&');
                rest = &rest[1..];
            }
        }
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uses(html: &str) -> Vec<(String, Use)> {
        read(html).uses
    }

    #[test]
    fn every_kind_of_reference_is_found() {
        let html = r#"<link rel="stylesheet" href="a.css"><link rel=canonical href=/x/><script src='b.js'></script>
            <a href="c/?x=1&amp;y=2#z">c</a><img src=d.png srcset="e.png 1x, f.png 2x"><video poster="g.png"></video>
            <meta http-equiv="refresh" content="0; url=../h/"><meta property="og:url" content="https://i/"><svg><use xlink:href="j.svg#k"/></svg>"#;
        let found: Vec<String> =
            uses(html).into_iter().map(|(written, wanted)| format!("{written} {wanted:?}")).collect();
        let wanted = [
            "a.css Asset",
            "/x/ Link",
            "b.js Asset",
            "c/?x=1&y=2#z Link",
            "d.png Image",
            "e.png Image",
            "f.png Image",
            "g.png Image",
            "../h/ Link",
            "https://i/ Link",
            "j.svg#k Link",
        ];
        assert_eq!(found, wanted);
    }

    #[test]
    fn what_is_no_tag_is_passed_over() {
        let html = "<!-- <a href=no> --><script>'<a href=no>'</script><style>/*<a href=no>*/</style><title><a href=no></title>\
                    1 < 2 <a title='>' href=yes>";
        assert_eq!(uses(html), [("yes".to_owned(), Use::Link)]);
    }

    #[test]
    fn anchors_are_ids_and_names() {
        let page = read("<h1 id=\"a&amp;b\"><a name='c'></a><input name=d><p ID=e>");
        assert_eq!(page.anchors, HashSet::from(["a&b", "c", "e"].map(str::to_owned)));
    }

    #[test]
    fn torn_html_ends_somewhere() {
        for html in [
            "<",
            "<a",
            "<a href",
            "<a href=",
            "<a href='x",
            "<script>",
            "<!--",
            "<a =x>",
            "<a / / >",
            "</",
            "<a href=é",
        ] {
            read(html);
        }
    }

    proptest::proptest! {
        #[test]
        fn whatever_it_is_it_is_read(html in "[<>a-c=\"'& /!é#;-]{0,60}") {
            read(&html);
        }
    }
}
