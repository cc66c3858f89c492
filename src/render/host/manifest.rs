//! `site.webmanifest`: the site's name and mark, for browsers that put it on a home screen.

use serde_json::json;

use crate::model::Site;
use crate::pages::direction;
use crate::render::{Theme, assets};

/// The theme's file that is the site's mark.
const ICON: &str = "static/icon.svg";

/// The file's text. Addresses are relative to it, so that it is true in any folder.
pub(super) fn text(site: &Site, theme: &Theme) -> String {
    let icon = theme.static_files().find(|(path, _)| *path == ICON);
    let icons: Vec<_> = icon
        .map(|(path, bytes)| json!({ "src": assets::url(path, bytes), "sizes": "any", "type": "image/svg+xml" }))
        .into_iter()
        .collect();
    let mut manifest = json!({
        "name": site.title,
        "lang": site.language,
        "dir": direction(&site.language),
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "icons": icons,
    });
    if let Some(description) = &site.description {
        manifest["description"] = description.as_str().into();
    }
    format!("{manifest:#}\n")
}
