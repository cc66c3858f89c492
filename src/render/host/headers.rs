//! `_headers`: what Netlify and Cloudflare send with each file.

use crate::render::{Theme, assets};

/// The Content-Security-Policy of every page: the site's own files and nothing else, no script or style inside a page.
pub const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'";

/// Cloudflare reads 100 rules; two are taken.
const MOST_ASSETS: usize = 98;

/// The file's text. What may change says nothing of caching: these hosts then have browsers ask each time, which is right.
/// The rules name whole paths, because a second rule for the same file would be added to the first, and because `*` within
/// a path is understood differently by each host.
pub(super) fn text(base: &str, theme: &Theme) -> String {
    let mut text = format!(
        "{base}*\n  Content-Security-Policy: {POLICY}; frame-ancestors 'none'\n  X-Content-Type-Options: nosniff\n  \
         Referrer-Policy: strict-origin-when-cross-origin\n  \
         Permissions-Policy: camera=(), geolocation=(), microphone=()\n  Cross-Origin-Opener-Policy: same-origin\n\n\
         {base}data/*\n  Access-Control-Allow-Origin: *\n"
    );
    let hashed = theme.static_files().filter(|(path, _)| assets::is_hashed(path)).take(MOST_ASSETS);
    for (path, bytes) in hashed {
        let path = super::redirects::encoded(&assets::path(path, bytes));
        text.push_str(&format!("\n{base}{path}\n  Cache-Control: public, max-age=31536000, immutable\n"));
    }
    text
}
