//! Where to: what the command line says, else what the settings say.

use std::path::{self, Path};

use crosscheck::{
    model::{self, PublishTo},
    publish::{FolderTarget, command::CommandTarget, git::Branch},
};

use super::{Failure, Publish};

/// Where the site goes.
pub(super) enum Target {
    Folder(FolderTarget),
    Git(Branch),
    Command {
        command: CommandTarget,
        words: Vec<String>,
        /// Whether somebody else may have written it.
        is_from_settings: bool,
    },
}

impl Publish {
    /// Finds the target, and refuses one that cannot be meant.
    pub(super) fn target(
        &self,
        root: &Path,
        output: &Path,
        settings: Option<&model::Publish>,
    ) -> Result<Target, Failure> {
        match self.wanted(settings)? {
            PublishTo::Folder => {
                let folder = match (&self.folder, settings.and_then(|settings| settings.folder.as_ref())) {
                    (Some(given), _) => path::absolute(given).map_err(Failure::io("find the folder", given))?,
                    (None, Some(set)) => set.into(),
                    (None, None) => return Err(missing("folder", "folder: /srv/www/flood", "--folder DIR")),
                };
                Ok(Target::Folder(FolderTarget::new(root, output, &folder)?))
            }
            PublishTo::Git => {
                let of_settings =
                    |of: fn(&model::Publish) -> &Option<String>| settings.and_then(|settings| of(settings).as_deref());
                let remote = self.remote.as_deref().or_else(|| of_settings(|settings| &settings.remote));
                let branch = self.branch.as_deref().or_else(|| of_settings(|settings| &settings.branch));
                Ok(Target::Git(Branch::open(root, remote.unwrap_or("origin"), branch.unwrap_or("gh-pages"))?))
            }
            PublishTo::Command => {
                let is_from_settings = self.command.is_empty();
                let words = match settings {
                    _ if !is_from_settings => self.command.clone(),
                    Some(settings) if !settings.command.is_empty() => settings.command.clone(),
                    _ => return Err(missing("command", "command: [rsync, -a, …]", "-- COMMAND")),
                };
                let command = CommandTarget::new(root, words.clone())?;
                Ok(Target::Command { command, words, is_from_settings })
            }
        }
    }

    fn wanted(&self, settings: Option<&model::Publish>) -> Result<PublishTo, Failure> {
        let of_flags = if !self.command.is_empty() {
            Some(PublishTo::Command)
        } else if self.folder.is_some() {
            Some(PublishTo::Folder)
        } else if self.branch.is_some() || self.remote.is_some() {
            Some(PublishTo::Git)
        } else {
            None
        };
        let asked = self.to.map(PublishTo::from);
        if let (Some(asked), Some(of_flags)) = (asked, of_flags)
            && asked != of_flags
        {
            return Err(
                Failure::new("--to names one target, and another option a second one").help("leave out one of them")
            );
        }
        let wanted = asked.or(of_flags).or(settings.map(|settings| settings.to)).ok_or_else(|| {
            Failure::new("crosscheck.yaml does not say where to publish").help(
                "write there, for example, publish: { to: git, branch: gh-pages }, or name a target: --folder DIR, \
                 --branch NAME, -- COMMAND",
            )
        })?;
        if wanted != PublishTo::Git && (self.squash || self.message.is_some()) {
            return Err(Failure::new("only a branch has commits to squash or to give a message")
                .help("leave out --squash and --message, or publish with --branch NAME"));
        }
        Ok(wanted)
    }
}

fn missing(what: &str, setting: &str, flag: &str) -> Failure {
    Failure::new(format!("no {what} to publish to is named"))
        .help(format!("write {setting} under publish: in crosscheck.yaml, or give {flag}"))
}
