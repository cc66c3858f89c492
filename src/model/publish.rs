//! Where the site is published, as the settings say.

use schemars::JsonSchema;
use serde::Deserialize;

/// What a site is published to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PublishTo {
    /// A folder.
    Folder,
    /// A branch of a git repository.
    Git,
    /// Whatever a command does with it.
    Command,
}

/// The settings of `crosscheck publish`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publish {
    /// To what.
    pub to: PublishTo,
    /// The folder, relative to the root.
    pub folder: Option<String>,
    /// The branch; `None`: `gh-pages`.
    pub branch: Option<String>,
    /// The repository that has the branch; `None`: `origin`.
    pub remote: Option<String>,
    /// A program and its arguments.
    pub command: Vec<String>,
}
