//! Ids that never change: `tag:` URIs (RFC 4151), from the site's address and the content's own ids.

/// A day on which whoever publishes the site had its name. The tag scheme wants one that lies in the past and never
/// changes; no site that this program writes is older than the program.
const SINCE: &str = "2026";

/// Makes ids.
pub(super) struct Tags {
    authority: String,
    /// The folder that the site is published in, with a final `/`; nothing at the root of a host.
    folder: String,
}

impl Tags {
    /// For a site at this address.
    pub(super) fn new(base_url: &str) -> Self {
        let rest = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
        let (host, folder) = rest.split_once('/').unwrap_or((rest, ""));
        let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
        let host = host.split_once(':').map_or(host, |(host, _)| host);
        // A site without an address is nobody's but its reader's.
        let host = if host.is_empty() { "localhost" } else { host };
        Self { authority: allowed(&host.to_lowercase()), folder: allowed(folder) }
    }

    /// The id of a thing of some kind. A full id has its `#` as a `/`: a tag cannot have one.
    pub(super) fn of(&self, kind: &str, id: &str) -> String {
        let id = allowed(id.trim_end_matches('/'));
        let slash = if id.is_empty() { "" } else { "/" };
        format!("tag:{},{SINCE}:{}{kind}{slash}{id}", self.authority, self.folder)
    }
}

/// What a tag may hold; everything else is percent-encoded.
fn allowed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(char::from(byte)),
            b'#' => out.push('/'),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_tags() {
        let tags = Tags::new("https://me@Example.org:8080/azerbaijan/");
        assert_eq!(tags.of("claim", "a-b#toll"), "tag:example.org,2026:azerbaijan/claim/a-b/toll");
        assert_eq!(tags.of("feed", ""), "tag:example.org,2026:azerbaijan/feed");
        assert_eq!(Tags::new("https://example.org/").of("feed", "claims/x/"), "tag:example.org,2026:feed/claims/x");
        assert_eq!(tags.of("claim", "a b"), "tag:example.org,2026:azerbaijan/claim/a%20b");
    }
}
