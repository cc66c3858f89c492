//! What commands that read the content have in common.

use clap::Args;
use crosscheck::{cache::Cache, pipeline::Options};

#[derive(Debug, Args)]
pub(super) struct Content {
    /// Keep drafts
    #[arg(long)]
    drafts: bool,
    /// Take warnings for errors, and let only strict readings of figures agree
    #[arg(long)]
    strict: bool,
    /// Read and render everything anew, and remember nothing
    #[arg(long)]
    no_cache: bool,
}

impl Content {
    pub(super) fn options(&self, base_url: Option<String>) -> Options {
        let cache = if self.no_cache { None } else { Cache::of_user() };
        Options { drafts: self.drafts, base_url, strict: self.strict, cache, ..Options::default() }
    }
}
