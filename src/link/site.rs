//! The site's settings, with their defaults.

use super::question;
use super::report::Report;
use crate::diagnostics::{Code, Diagnostic, Field};
use crate::model::{Feeds, Publish, PublishTo, Site};
use crate::read::File;
use crate::read::fields::{PublishFields, SettingsFields};

/// How few and how many entries a page of a list may have: fewer would be a page for each thing, and more are heavy.
const PAGE_SIZES: std::ops::RangeInclusive<usize> = 20..=2000;

pub(super) fn site(file: &File<SettingsFields>, base_url: Option<&str>) -> (Site, Vec<Diagnostic>) {
    let mut report = Report::new(&file.path);
    let fields = &file.fields;
    let default = Site::default();
    let field = Field::key("base_url");
    let base_url = match base_url {
        Some(given) => given.to_string(),
        None => match fields.base_url.as_deref() {
            Some(path) if path.starts_with('/') && !path.starts_with("//") => path.to_string(),
            written => report.url(&field, written).unwrap_or(default.base_url),
        },
    };
    if base_url.contains(['?', '#']) {
        let message = "the address of a site has no `?` and no `#`";
        report.field(
            Code::BadUrl,
            &field,
            message,
            Some("write the folder that the site will be in: https://example.org/a/".into()),
        );
    }
    let site = Site {
        title: fields.title.clone().unwrap_or_default(),
        description: fields.description.clone(),
        base_url: if base_url.ends_with('/') { base_url } else { base_url + "/" },
        language: fields.language.clone().unwrap_or(default.language),
        theme: fields.theme.clone().unwrap_or(default.theme),
        text: fields.text.unwrap_or(default.text),
        license: fields.license.clone().filter(|license| !license.trim().is_empty()),
        feeds: Feeds { entities: fields.feeds.entities == Some(true), questions: fields.feeds.questions == Some(true) },
        page_data: fields.page_data == Some(true),
        page_size: page_size(fields.page_size.as_deref(), &mut report).unwrap_or(default.page_size),
        tolerance: question::tolerance(&fields.tolerance, &default.tolerance, &mut report),
        publish: fields.publish.as_ref().and_then(|fields| publish(fields, &mut report)),
    };
    (site, report.into_diagnostics())
}

/// Where the site is published; what that needs must be there.
fn publish(fields: &PublishFields, report: &mut Report) -> Option<Publish> {
    let to = fields.to?;
    let mut needs = |is_there: bool, key: &str, help: &str| {
        if !is_there {
            let message = format!("`publish` names no `{key}`");
            report.field(Code::MissingKey, &Field::key("publish"), message, Some(help.into()));
        }
    };
    match to {
        PublishTo::Folder => needs(fields.folder.is_some(), "folder", "write, for example, folder: /srv/www/flood"),
        PublishTo::Command => needs(
            !fields.command.is_empty(),
            "command",
            "write a program and its arguments, such as command: [rsync, -a, \"{folder}/\", \"host:/srv/www/\"]",
        ),
        PublishTo::Git => {}
    }
    let PublishFields { to: _, folder, branch, remote, command } = fields.clone();
    Some(Publish { to, folder, branch, remote, command })
}

fn page_size(written: Option<&str>, report: &mut Report<'_>) -> Option<usize> {
    let written = written?.trim();
    let size = written.parse().ok().filter(|size| PAGE_SIZES.contains(size));
    if size.is_none() {
        let message = format!("`page_size` cannot be `{written}`");
        let help = format!("write a whole number from {} to {}", PAGE_SIZES.start(), PAGE_SIZES.end());
        report.field(Code::BadValue, &Field::key("page_size"), message, Some(help));
    }
    size
}
