//! Addresses of the site in files that are no pages: data, feeds, calendars, the sitemap, style sheets.

use serde_json::Value;

use super::html::unescaped;

/// The addresses in a file, as written there.
pub(super) fn of(path: &str, text: &str, base_url: Option<&str>) -> Vec<String> {
    let mut found = match path.rsplit('.').next() {
        Some("json" | "geojson" | "webmanifest" | "jsonld") => of_json(path, text, base_url),
        Some("css") => of_style(text),
        // A feed has pages in it, escaped: `href=&quot;https://…&quot;`.
        Some("xml" | "atom" | "rss") => of_text(&unescaped(text), base_url),
        Some("txt" | "csv") => of_text(text, base_url),
        // A calendar's long lines are folded: the next one then begins with a space.
        Some("ics") => of_text(&text.replace("\r\n ", "").replace("\r\n\t", ""), base_url),
        _ => Vec::new(),
    };
    found.sort_unstable();
    found.dedup();
    found
}

/// All texts that are an address of the site and nothing else, and what some formats name by relative paths.
fn of_json(path: &str, text: &str, base_url: Option<&str>) -> Vec<String> {
    let Ok(value) = serde_json::from_str::<Value>(text) else { return Vec::new() };
    let relative: &[&str] = match path.rsplit('/').next() {
        Some("datapackage.json") => &["path"],
        Some("site.webmanifest") => &["src", "start_url"],
        _ => &[],
    };
    let mut found = Vec::new();
    let mut rest = vec![(None, &value)];
    while let Some((key, value)) = rest.pop() {
        match value {
            Value::String(text) => {
                let is_own = base_url.is_some_and(|base| text.starts_with(base) && !text.contains(char::is_whitespace));
                if is_own || key.is_some_and(|key| relative.contains(&key)) {
                    found.push(text.clone());
                }
            }
            Value::Array(items) => rest.extend(items.iter().map(|item| (key, item))),
            Value::Object(members) => rest.extend(members.iter().map(|(key, value)| (Some(key.as_str()), value))),
            _ => {}
        }
    }
    found
}

/// Every address of the site that stands by itself: after a quotation mark, a bracket, a colon or a space.
fn of_text(text: &str, base_url: Option<&str>) -> Vec<String> {
    let Some(base_url) = base_url else { return Vec::new() };
    let own = text.match_indices(base_url).filter_map(|(at, _)| {
        let before = text[..at].chars().next_back();
        let stands_alone = before.is_none_or(|c| c.is_whitespace() || "\"'>:;,(".contains(c));
        let rest = &text[at..];
        let end = rest.find(|c: char| c.is_whitespace() || "\"'<>,()\\".contains(c)).unwrap_or(rest.len());
        stands_alone.then(|| rest[..end].replace("&amp;", "&"))
    });
    own.collect()
}

/// What a style sheet loads.
fn of_style(text: &str) -> Vec<String> {
    let values = text.split("url(").skip(1).filter_map(|rest| rest.split_once(')'));
    values.map(|(value, _)| value.trim().trim_matches(['"', '\'']).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: Option<&str> = Some("https://example.org/a/");

    #[test]
    fn each_format_is_read_for_what_it_is() {
        let json = r#"[{"url": "https://example.org/a/x/", "quote": "see https://example.org/a/no", "n": null}]"#;
        assert_eq!(of("data/claims.json", json, BASE), ["https://example.org/a/x/"]);
        assert_eq!(of("data/datapackage.json", r#"{"resources": [{"path": ["a.csv"]}]}"#, None), ["a.csv"]);
        let xml = "<loc>https://example.org/a/x/?b&amp;c</loc><link href=\"https://example.org/a/\"/> xhttps://example.org/a/no";
        assert_eq!(of("feed.xml", xml, BASE), ["https://example.org/a/", "https://example.org/a/x/?b&c"]);
        let feed = "<content type=\"html\">&lt;a href=&quot;https://example.org/a/x/#y&quot;&gt;z&lt;/a&gt;</content>";
        assert_eq!(of("feed.xml", feed, BASE), ["https://example.org/a/x/#y"]);
        assert_eq!(
            of("a.ics", "URL:https://example.org/a/eve\r\n nts/x/\r\n", BASE),
            ["https://example.org/a/events/x/"]
        );
        assert_eq!(of("data/x.csv", "1,https://example.org/a/x/,\"https://example.org/a/y/\"\r\n", BASE).len(), 2);
        assert_eq!(of("static/a.css", "a{b:url( 'c.svg' )}d{e:url(f.png)}", None), ["c.svg", "f.png"]);
        assert_eq!(of("a.png", "https://example.org/a/", BASE), [] as [&str; 0]);
    }
}
