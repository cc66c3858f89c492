//! Where `crosscheck publish` puts the site.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::PublishTo;

/// Where the site is published, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Publish")]
pub struct PublishFields {
    /// `folder`, `git` (a branch) or `command`.
    #[schemars(required)]
    #[serde(deserialize_with = "super::required::read")]
    pub to: Option<PublishTo>,
    /// The folder to publish to, from the root: a server's document root, a mounted share.
    pub folder: Option<String>,
    /// The branch to publish to. Absent: `gh-pages`.
    pub branch: Option<String>,
    /// The repository that has the branch: a remote's name or address, `.` for this one. Absent: `origin`.
    pub remote: Option<String>,
    /// The command to publish with, a program and its arguments: `[rsync, -a, --delete, "{folder}/", "host:/srv/www/"]`. No
    /// shell reads it; `{folder}` is the folder with the built site.
    #[serde(default)]
    pub command: Vec<String>,
}
