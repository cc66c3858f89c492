//! Which machines are asked: none of this one's own, none of a private network.
//!
//! The check is made where a name becomes an address, for every redirect anew; a name that means another machine the second time
//! does not get around it. What goes through a proxy gets no address here: of that, only what is written as a number is
//! checked, and the rest is for the proxy to refuse.

use std::error::Error as _;
use std::fmt;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;
use ureq::{Error, Proxy};

use super::{Limits, host as host_of};

/// Why nothing was asked.
pub(super) const WHY: &str = "it is in a private network, which is not asked; --allow-private asks";

/// Looks names up, and refuses what is private.
#[derive(Debug)]
pub(super) struct Guard {
    names: DefaultResolver,
    allow_private: bool,
    own_host: Option<String>,
    proxy: Option<Proxy>,
}

#[derive(Debug)]
struct Refusal;

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(WHY)
    }
}

impl std::error::Error for Refusal {}

impl Guard {
    pub(super) fn new(limits: &Limits) -> Self {
        Self {
            names: DefaultResolver::default(),
            allow_private: limits.allow_private,
            own_host: limits.own_host.as_ref().map(|host| host.to_lowercase()),
            proxy: Proxy::try_from_env(),
        }
    }

    /// Whether it is the proxy itself that is looked up, and not what is asked of it.
    fn is_proxy(&self, uri: &Uri) -> bool {
        self.proxy.as_ref().is_some_and(|proxy| uri.authority() == proxy.uri().authority())
    }

    fn is_allowed(&self, uri: &Uri) -> bool {
        let host = uri.authority().map(|authority| authority.as_str().to_lowercase());
        self.allow_private || (host.is_some() && host == self.own_host)
    }
}

impl Resolver for Guard {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.names.resolve(uri, config, timeout)?;
        if !self.is_proxy(uri) && !self.is_allowed(uri) && found.iter().any(|address| is_private(address.ip())) {
            return Err(Error::Io(io::Error::other(Refusal)));
        }
        Ok(found)
    }
}

/// Whether an address names a private machine by its number: no name has to be looked up to know that.
pub(super) fn is_private_number(address: &str, limits: &Limits) -> bool {
    let Ok(url) = ammonia::Url::parse(address) else { return false };
    let Some(host) = url.host_str() else { return false };
    let own =
        limits.own_host.as_ref().is_some_and(|own| host_of(address).is_some_and(|host| host.eq_ignore_ascii_case(own)));
    let number = host.trim_start_matches('[').trim_end_matches(']').parse();
    !limits.allow_private && !own && number.is_ok_and(is_private)
}

/// Whether an error is this module's own.
pub(super) fn is_refusal(error: &io::Error) -> bool {
    error.get_ref().is_some_and(|inner| inner.is::<Refusal>())
        || error.source().is_some_and(|inner| inner.is::<Refusal>())
}

/// Whether an address means a machine that the public cannot reach.
fn is_private(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_private_v4(address),
        IpAddr::V6(address) => is_private_v6(address),
    }
}

fn is_private_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_multicast()
        || address.is_documentation()
        // "This network", shared address space, protocol assignments, benchmarks, what is reserved.
        || a == 0
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 198 && (18..20).contains(&b))
        || a >= 240
}

fn is_private_v6(address: Ipv6Addr) -> bool {
    let segments = address.segments();
    let [first, second, ..] = segments;
    let embedded = || {
        let [.., high, low] = segments;
        let [[a, b], [c, d]] = [high, low].map(u16::to_be_bytes);
        is_private_v4(Ipv4Addr::new(a, b, c, d))
    };
    address.is_loopback()
        || address.is_unspecified()
        || address.is_multicast()
        || (first & 0xfe00) == 0xfc00
        || (first & 0xffc0) == 0xfe80
        || (first == 0x2001 && second == 0xdb8)
        // Addresses that have one of the older kind in them, mapped or translated.
        || (segments[..5] == [0; 5] && embedded())
        || (first == 0x64 && second == 0xff9b && embedded())
        || (first == 0x2002 && {
            let [[a, b], [c, d]] = [second, segments[2]].map(u16::to_be_bytes);
            is_private_v4(Ipv4Addr::new(a, b, c, d))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_needs_no_looking_up() {
        let mut limits = Limits::default();
        for private in
            ["http://127.0.0.1/", "http://2130706433/x", "http://0x7f.1:80/", "https://[::1]:8/", "http://a@10.0.0.1/"]
        {
            assert!(is_private_number(private, &limits), "{private}");
        }
        for other in ["http://8.8.8.8/", "http://localhost.example/", "http://[2606:4700::1111]/", "nothing"] {
            assert!(!is_private_number(other, &limits), "{other}");
        }
        limits.own_host = Some("127.0.0.1:80".into());
        assert!(!is_private_number("http://127.0.0.1:80/x", &limits));
        assert!(is_private_number("http://127.0.0.1:81/x", &limits));
        limits.allow_private = true;
        assert!(!is_private_number("http://127.0.0.1:81/x", &limits));
    }

    #[test]
    fn machines_of_ones_own_are_told_from_the_publics() {
        for private in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fd00::1",
            "fe80::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001:db8::1",
            "ff02::1",
        ] {
            assert!(is_private(private.parse().unwrap()), "{private}");
        }
        for public in [
            "8.8.8.8",
            "100.128.0.1",
            "172.32.0.1",
            "192.0.1.1",
            "2606:4700::1111",
            "::ffff:8.8.8.8",
            "64:ff9b::808:808",
        ] {
            assert!(!is_private(public.parse().unwrap()), "{public}");
        }
    }
}
