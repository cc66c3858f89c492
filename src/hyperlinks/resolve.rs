//! Where a link leads from the page that it stands on.

use percent_encoding::percent_decode_str;

/// The address of the site, in the parts that links are compared with.
pub(super) struct Base {
    /// All of it, where it is known: `https://example.org/town/`.
    url: Option<String>,
    /// `https://example.org`, where it is known.
    origin: Option<String>,
    /// `/town/`.
    path: String,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// To a path of the site, decoded, and a place there.
    Here { path: String, anchor: Option<String> },
    /// To an address of http(s), without an anchor.
    Elsewhere(String),
    /// Above the site's folder.
    Outside,
    /// To something that is no page: `mailto:`, `data:`.
    Ignored,
}

impl Base {
    pub(super) fn of(base_url: &str) -> Self {
        let Some((scheme, rest)) = base_url.split_once("://") else {
            return Self { url: None, origin: None, path: base_url.to_owned() };
        };
        let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let path = if path.is_empty() { "/" } else { path };
        Self { url: Some(base_url.to_owned()), origin: Some(format!("{scheme}://{host}")), path: path.to_owned() }
    }

    /// The address of the site, where it is known.
    pub(super) fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    /// Where a link on the page in this file leads.
    pub(super) fn resolve(&self, page: &str, written: &str) -> Target {
        let written = written.trim();
        let (address, anchor) = match written.split_once('#') {
            Some((address, anchor)) => (address, decoded(anchor)),
            None => (written, None),
        };
        // `#` alone and `#top` lead to the top of any page.
        let anchor = anchor.filter(|anchor| !anchor.is_empty() && anchor != "top");
        let here = |path: &str| match decoded(path.split('?').next().unwrap_or_default()) {
            Some(path) => Target::Here { path, anchor: anchor.clone() },
            None => Target::Ignored,
        };
        if let Some(rest) = self.url.as_deref().and_then(|base| address.strip_prefix(base)) {
            return here(rest);
        }
        if let Some(scheme) = scheme(address) {
            let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
            return if is_web { Target::Elsewhere(address.to_owned()) } else { Target::Ignored };
        }
        if let Some(host) = address.strip_prefix("//") {
            return Target::Elsewhere(format!("https://{host}"));
        }
        if address.starts_with('/') {
            return match (address.strip_prefix(&self.path), &self.origin) {
                (Some(rest), _) => here(rest),
                (None, Some(origin)) => Target::Elsewhere(format!("{origin}{address}")),
                (None, None) => Target::Outside,
            };
        }
        if address.is_empty() || address.starts_with('?') {
            return Target::Here { path: page.to_owned(), anchor };
        }
        match joined(page, address.split('?').next().unwrap_or_default()) {
            Some(path) => here(&path),
            None => Target::Outside,
        }
    }
}

/// The file at a path; a folder is its `index.html`, with and without a `/` at its end, as hosts have it.
pub(super) fn file(path: &str, has: &dyn Fn(&str) -> bool) -> Option<String> {
    if path.is_empty() || path.ends_with('/') {
        return Some(format!("{path}index.html")).filter(|path| has(path));
    }
    let candidates = [path.to_owned(), format!("{path}/index.html")];
    candidates.into_iter().find(|path| has(path))
}

/// The scheme of an address, if it has one.
fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let plain = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    plain.then_some(scheme)
}

/// A relative address, from the page in this file; `None` where it leads above the site.
fn joined(page: &str, address: &str) -> Option<String> {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            ".." => {
                parts.pop()?;
            }
            "." | "" => {}
            part => parts.push(part),
        }
    }
    let folder = address.is_empty()
        || address.ends_with(['/'])
        || address.ends_with("..")
        || address.ends_with("/.")
        || address == ".";
    let path = parts.join("/");
    Some(if folder && !path.is_empty() { format!("{path}/") } else { path })
}

fn decoded(text: &str) -> Option<String> {
    percent_decode_str(text).decode_utf8().ok().map(Into::into)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn here(path: &str, anchor: Option<&str>) -> Target {
        Target::Here { path: path.into(), anchor: anchor.map(Into::into) }
    }

    #[test]
    fn links_lead_where_a_browser_goes() {
        let base = Base::of("https://example.org/town/");
        let from = |written: &str| base.resolve("articles/a/index.html", written);
        assert_eq!(from("../../claims/b/#c"), here("claims/b/", Some("c")));
        assert_eq!(from("../../"), here("", None));
        assert_eq!(from(".."), here("articles/", None));
        assert_eq!(from("./"), here("articles/a/", None));
        assert_eq!(from("x.csv?v=1"), here("articles/a/x.csv", None));
        assert_eq!(from("#%D0%BA"), here("articles/a/index.html", Some("к")));
        assert_eq!(from("#"), here("articles/a/index.html", None));
        assert_eq!(from("#top"), here("articles/a/index.html", None));
        assert_eq!(from("/town/data/"), here("data/", None));
        assert_eq!(from("https://example.org/town/data/x%20y.csv"), here("data/x y.csv", None));
        assert_eq!(from("/elsewhere/"), Target::Elsewhere("https://example.org/elsewhere/".into()));
        assert_eq!(from("//host/x"), Target::Elsewhere("https://host/x".into()));
        assert_eq!(from("HTTP://host/x#y"), Target::Elsewhere("HTTP://host/x".into()));
        assert_eq!(from("../../../x"), Target::Outside);
        assert_eq!(from("mailto:ida@example.org"), Target::Ignored);
        assert_eq!(from("%FF"), Target::Ignored);
        let base = Base::of("/");
        assert_eq!(base.resolve("index.html", "/claims/"), here("claims/", None));
        assert_eq!(base.resolve("index.html", "./"), here("", None));
    }

    #[test]
    fn a_folder_is_its_page() {
        let has = |path: &str| ["index.html", "a/index.html", "b"].contains(&path);
        assert_eq!(file("", &has).as_deref(), Some("index.html"));
        assert_eq!(file("a", &has).as_deref(), Some("a/index.html"));
        assert_eq!(file("a/", &has).as_deref(), Some("a/index.html"));
        assert_eq!(file("b", &has).as_deref(), Some("b"));
        assert_eq!(file("b/", &has), None);
        assert_eq!(file("A/", &has), None, "capital letters count");
    }
}
