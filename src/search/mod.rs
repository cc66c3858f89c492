//! Search, as plain files that any host can serve: an edition of the corpus → the files of its index.
//!
//! A browser cannot load an index of ten thousand articles, and a static site has nobody to ask. So the index lies in
//! many small files, and `search.js` fetches the few that a query needs:
//!
//! | file | holds |
//! |---|---|
//! | `search/index.json` | how many documents there are, and the names of the other files, each with its first word or its first document |
//! | `search/words/*.txt` | a run of words, sorted, each with the documents that have it |
//! | `search/texts/*.json` | what results show of a run of documents |
//! | `search/dates.txt` | every document's date, and how many quotes belong to it |
//!
//! Documents are the site's pages and the single quotes of articles ([`documents`]). Their words are cut, folded
//! ([`cut`], [`fold`]) and counted in runs side by side ([`count`], [`tally`]), but for those that a former index had too
//! ([`memory`]), and put together ([`merge`]). Forms of a word share one list, so that a browser finds `floods` by `flood`
//! without knowing any grammar ([`stem`], [`groups`]).
//!
//! A file is named after what it begins with, and where files begin and end depends on what is near only ([`shelves`]): one
//! more article changes those files that it has something in, and moves few. Browsers keep files by the version that
//! `index.json` gives, and look at that again before long, so that they never mix two indexes.
//!
//! Of whatever size a site is, there are at most some hundreds of files of words and as many of texts: those of a large site
//! are larger.
//!
//! It must never hold a word that its pages do not show.

mod count;
mod cut;
mod digits;
mod documents;
mod fold;
mod groups;
mod index;
mod memory;
mod merge;
mod shelves;
mod stem;
mod tally;
mod ukrainian;

pub use index::Index;
pub use memory::Memory;

/// What the paths of all its files start with.
pub const FOLDER: &str = "search/";
/// It never has more files: words and texts, both of which are as many as [`shelves`] lets them be, and some room.
pub const MOST_FILES: usize = 5 * shelves::MOST_FILES / 2;
