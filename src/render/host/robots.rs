//! `robots.txt`: everything may be read; what should not be listed says so on its own page.

/// The file's text.
pub(super) fn text(base_url: &str, has_sitemap: bool) -> String {
    let mut text = String::from("User-agent: *\nDisallow:\n");
    if has_sitemap {
        text.push_str(&format!("\nSitemap: {base_url}sitemap.xml\n"));
    }
    text
}
