//! Who may ask, and how. A person with unpublished drafts in a preview reads hostile pages in the same browser all day.
//!
//! | rule | against |
//! |---|---|
//! | the `Host` must be this machine's: `localhost`, an IP address, or a name that was allowed | a foreign name that is made to point here (DNS rebinding) |
//! | an `Origin` must be the preview's own | scripts of other sites, and of other programs on this machine |
//! | `Sec-Fetch-Site` must be `same-origin` or `none`, or the request opens a page in a tab | images, frames and scripts of other sites that point here |
//! | only `GET` and `HEAD` | anything that might change something |
//! | the target must be a path | proxies and other forms of request |
//!
//! A request that breaks a rule gets a line of text that says which one, and nothing of the site.

use std::net::IpAddr;

use axum::http::{
    HeaderMap, Method, StatusCode,
    header::{self, HeaderName},
    request::Parts,
};

const SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const MODE: HeaderName = HeaderName::from_static("sec-fetch-mode");
const DESTINATION: HeaderName = HeaderName::from_static("sec-fetch-dest");

/// Why a request is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    pub(super) status: StatusCode,
    pub(super) why: &'static str,
}

const fn refused(status: StatusCode, why: &'static str) -> Refusal {
    Refusal { status, why }
}

const BAD_TARGET: Refusal = refused(StatusCode::BAD_REQUEST, "The request must be for a path.");
const BAD_METHOD: Refusal = refused(StatusCode::METHOD_NOT_ALLOWED, "Only GET and HEAD are answered.");
const NO_HOST: Refusal = refused(StatusCode::BAD_REQUEST, "The request must have one Host.");
const BAD_HOST: Refusal =
    refused(StatusCode::FORBIDDEN, "This Host is not allowed. To allow it: crosscheck serve --allow-host NAME");
const BAD_ORIGIN: Refusal = refused(StatusCode::FORBIDDEN, "Requests from other origins are refused.");
const BAD_SITE: Refusal = refused(StatusCode::FORBIDDEN, "Requests from other sites are refused.");

/// Names that may stand in `Host`, besides those of this machine.
#[derive(Clone, Debug, Default)]
pub struct Hosts(Vec<String>);

impl Hosts {
    /// These names, in any case.
    pub fn new(names: impl IntoIterator<Item = String>) -> Self {
        Self(names.into_iter().map(|name| name.to_ascii_lowercase()).collect())
    }

    /// No foreign name can be an IP address, so those are safe from rebinding.
    fn allow(&self, host: &str) -> bool {
        let Some(name) = name_of(host) else { return false };
        let name = name.to_ascii_lowercase();
        let address = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(&name);
        address.parse::<IpAddr>().is_ok()
            || name == "localhost"
            || name.ends_with(".localhost")
            || self.0.contains(&name)
    }
}

/// Gives why the request is refused, where it is.
pub(super) fn check(request: &Parts, hosts: &Hosts) -> Result<(), Refusal> {
    if request.method != Method::GET && request.method != Method::HEAD {
        return Err(BAD_METHOD);
    }
    if request.uri.scheme().is_some() || request.uri.authority().is_some() || !request.uri.path().starts_with('/') {
        return Err(BAD_TARGET);
    }
    let mut named = request.headers.get_all(header::HOST).iter();
    let host = match (named.next(), named.next()) {
        (Some(host), None) => host.to_str().map_err(|_| BAD_HOST)?,
        _ => return Err(NO_HOST),
    };
    if !hosts.allow(host) {
        return Err(BAD_HOST);
    }
    if !request.headers.get_all(header::ORIGIN).iter().all(|origin| is_own(origin.as_bytes(), host)) {
        return Err(BAD_ORIGIN);
    }
    if !comes_from_here(&request.headers) {
        return Err(BAD_SITE);
    }
    Ok(())
}

fn comes_from_here(headers: &HeaderMap) -> bool {
    let is = |name: &HeaderName, value: &str| headers.get(name).is_some_and(|found| found == value);
    let opens_a_tab = is(&MODE, "navigate") && is(&DESTINATION, "document");
    !headers.contains_key(&SITE) || is(&SITE, "same-origin") || is(&SITE, "none") || opens_a_tab
}

/// Whether an origin is the preview's own: the same host and port, over HTTP or through somebody's HTTPS.
fn is_own(origin: &[u8], host: &str) -> bool {
    let rest = origin.strip_prefix(b"http://").or_else(|| origin.strip_prefix(b"https://"));
    rest.is_some_and(|rest| rest.eq_ignore_ascii_case(host.as_bytes()))
}

/// A host without its port; `None` where it is neither.
fn name_of(host: &str) -> Option<&str> {
    let (name, port) = match host.strip_prefix('[') {
        Some(rest) => {
            let end = rest.find(']')? + 2;
            (host.get(..end)?, host.get(end..)?.strip_prefix(':'))
        }
        None => match host.split_once(':') {
            Some((name, port)) => (name, Some(port)),
            None => (host, None),
        },
    };
    let rest = host.len() - name.len();
    let port_is_one = match port {
        Some(port) => !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit()),
        None => rest == 0,
    };
    port_is_one.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_are_hosts() {
        let hosts = Hosts::new(["Ida-laptop.local".to_owned()]);
        for host in [
            "localhost",
            "LOCALHOST:2468",
            "preview.localhost:1",
            "127.0.0.1:2468",
            "192.168.1.5",
            "[::1]:2468",
            "[::1]",
            "ida-laptop.local:2468",
        ] {
            assert!(hosts.allow(host), "{host}");
        }
        for host in [
            "",
            "evil.example",
            "evil.example:2468",
            "localhost.evil.example",
            "evillocalhost",
            "127.0.0.1.evil.example",
            "localhost:2468@evil.example",
            "localhost:",
            "localhost:80:80",
            "[::1",
            "[::1]x",
            "[evil.example]",
            "localhost.",
            "other.local",
        ] {
            assert!(!hosts.allow(host), "{host}");
        }
    }

    #[test]
    fn an_origin_is_host_and_port() {
        assert!(is_own(b"http://localhost:2468", "localhost:2468"));
        assert!(!is_own(b"http://localhost:3000", "localhost:2468"));
        assert!(!is_own(b"null", "localhost:2468"));
        assert!(!is_own(b"http://localhost:2468.evil.example", "localhost:2468"));
    }
}
