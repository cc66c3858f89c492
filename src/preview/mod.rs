//! The preview: a site that is only in memory, and shows what was just saved.

pub mod watch;
