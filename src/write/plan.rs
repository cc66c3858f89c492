//! What writing a site somewhere would do there.

/// The files that would be touched, each list in the order of their paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Files that are not there yet.
    pub added: Vec<String>,
    /// Files that are there with other bytes.
    pub changed: Vec<String>,
    /// Files that an earlier run wrote and the site no longer has.
    pub deleted: Vec<String>,
    /// Files that an earlier run wrote and the site no longer has, which stay because somebody has altered them since.
    pub kept: Vec<String>,
    /// How many files are there already, byte for byte.
    pub unchanged: usize,
}

impl Plan {
    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.deleted.is_empty()
    }
}
