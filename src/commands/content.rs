//! What commands that read the content have in common.

use clap::Args;
use crosscheck::pipeline::Options;

#[derive(Debug, Args)]
pub(super) struct Content {
    /// Keep drafts
    #[arg(long)]
    drafts: bool,
    /// Take warnings for errors, and let only strict readings of figures agree
    #[arg(long)]
    strict: bool,
}

impl Content {
    pub(super) fn options(&self, base_url: Option<String>) -> Options {
        Options { drafts: self.drafts, base_url, strict: self.strict }
    }
}
