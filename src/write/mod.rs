//! Stage 6: outputs → files, only those that changed.
//!
//! In go pairs of a relative path and its bytes, from any number of threads, in any order; out comes a folder with
//! exactly these files, the manifest that says which they are, and whatever else was there before. A [`Writer`] keeps
//! five promises:
//!
//! * **It touches only what it wrote.** The folder's manifest lists the files of the former build. A file that is not in
//!   it is somebody else's: it is never removed, and a build that would overwrite it is refused. A folder with content
//!   but without a manifest is refused as a whole.
//! * **The last good site stays until there is a better one.** Changed files wait in a staging folder, laid out as the
//!   site is; only [`Writer::finish`] moves them in, whole folders where nothing is there yet. A writer that is dropped
//!   before leaves the folder as it was.
//! * **An interrupted run mends itself.** Every file is moved in whole, and a journal written beforehand names all files
//!   that the run was about to put in place, so that the next run knows them as its own.
//! * **It trusts no file that it did not read.** A file counts as unchanged when its bytes on the disk equal the bytes
//!   rendered now; one that was altered by hand is restored.
//! * **A reader on the way sees a whole site.** Style sheets and data come before the pages that ask for them, and what is
//!   no longer asked for goes last.
//!
//! A [`Release`] is such a folder as the place where a site is taken from, to be published; the writer then puts it into
//! another folder under the same promises.
//!
//! It never follows a symbolic link inside the output folder, and never writes outside of it.

mod error;
mod folder;
mod manifest;
mod path;
mod plan;
mod release;
mod writer;

pub use error::WriteError;
pub use folder::output_folder;
pub use manifest::Manifest;
pub use path::OWN_FOLDER;
pub use plan::Plan;
pub use release::Release;
pub use writer::{Look, Summary, Writer};
