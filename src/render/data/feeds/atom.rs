//! A feed as Atom (RFC 4287).

use atom_syndication::{Category, Content, Entry, Feed, FixedDateTime, Generator, Link, Person, Text, WriteConfig};
use chrono::{DateTime, Utc};

/// The feed's bytes.
pub(super) fn write(feed: &super::Feed) -> Vec<u8> {
    let atom = Feed {
        title: text(&feed.title),
        id: feed.id.clone(),
        updated: fixed(feed.updated),
        authors: vec![Person { name: clean(&feed.author), ..Person::default() }],
        generator: Some(Generator { value: "crosscheck".into(), ..Generator::default() }),
        links: vec![link(&feed.page, "alternate", "text/html"), link(&feed.address, "self", "application/atom+xml")],
        rights: feed.rights.as_deref().map(text),
        subtitle: feed.subtitle.as_deref().map(text),
        entries: feed.entries.iter().map(entry).collect(),
        lang: Some(feed.language.clone()),
        ..Feed::default()
    };
    let config = WriteConfig { write_document_declaration: true, indent_size: Some(1) };
    // A write to memory cannot fail.
    let mut bytes = atom.write_with_config(Vec::new(), config).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn entry(entry: &super::Entry) -> Entry {
    let label = Some(clean(&entry.label));
    Entry {
        title: text(&entry.title),
        id: entry.id.clone(),
        updated: fixed(entry.updated),
        published: Some(fixed(entry.published)),
        categories: vec![Category { term: entry.kind.into(), label, ..Category::default() }],
        links: vec![link(&entry.url, "alternate", "text/html")],
        content: Some(Content {
            value: Some(clean(&entry.content)),
            content_type: Some("html".into()),
            ..Content::default()
        }),
        ..Entry::default()
    }
}

fn text(value: &str) -> Text {
    Text::plain(clean(value))
}

fn link(href: &str, rel: &str, mime: &str) -> Link {
    Link { href: href.into(), rel: rel.into(), mime_type: Some(mime.into()), ..Link::default() }
}

fn fixed(moment: DateTime<Utc>) -> FixedDateTime {
    moment.fixed_offset()
}

/// XML has no way to write most control characters.
fn clean(text: &str) -> String {
    let allowed = |c: &char| matches!(c, '\t' | '\n') || !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    text.chars().filter(allowed).collect()
}
