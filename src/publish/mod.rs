//! A built site → the place where people read it: a folder, a branch of a git repository, or whatever a command of the
//! user's own does with it.
//!
//! In goes a [`Release`](crate::write::Release), exactly the files that a build wrote; a [`Plan`] of what would be added,
//! changed and deleted comes out before anything is touched. Nothing here prints or asks: who calls it shows the plan, and
//! goes on or not. Wherever a site is put:
//!
//! * **Only what a former run wrote is changed or removed.** A `CNAME`, a verification file, another site beside it: what the
//!   manifest at the target does not list stays, and a site that wants its place is refused.
//! * **Nothing is half done.** A branch changes in one step or not at all; a folder gets what pages ask for before the pages,
//!   deletions come last, and a run that was cut short is taken up by the next.
//! * **The same site twice is the same result**, and the second time there is nothing to do.

pub mod command;
mod consent;
mod error;
mod folder;
pub mod git;

pub use crate::write::Plan;
pub use consent::Consent;
pub use error::PublishError;
pub use folder::{Folded, FolderTarget};
