//! A site in memory: an edition of the corpus that makes each file when it is asked for.
//!
//! Threads of its own keep the corpus and what was found in it, and everything that refers to these; others ask them.
//! They end when nobody can ask any more. A page is made again only where what its template sees has changed since it
//! was last made, by this edition or a former one.

use std::{
    collections::{BTreeMap, HashMap},
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Receiver, Sender, channel},
    },
    thread,
};

use axum::body::Bytes;

use super::{
    notes::Notes,
    places::Places,
    problem::{Note, Problem},
    site::Site,
};
use crate::{
    compare::Comparison,
    diagnostics::Diagnostic,
    i18n::Language,
    model::Corpus,
    outputs::{Output, Outputs},
    pages::{self, Edition},
    render::Renderer,
};

/// So many pages are made at once: a person looks at one, and other tabs must not wait for a slow one.
const MAKERS: usize = 2;
/// Made pages are kept up to this many bytes.
const KEPT: usize = 64 << 20;

/// What a site is made from.
pub(super) struct Parts {
    pub(super) corpus: Corpus,
    pub(super) comparison: Comparison,
    pub(super) language: Arc<Language>,
    pub(super) renderer: Arc<Renderer>,
    pub(super) options: pages::Options,
    pub(super) notes: Notes,
    pub(super) places: Places,
    pub(super) made: Arc<Made>,
}

/// A site in memory.
pub(super) struct Live {
    asks: Mutex<Sender<Ask>>,
    styles: BTreeMap<String, String>,
}

enum Ask {
    Has(String, Sender<bool>),
    File(String, Sender<Option<Result<Bytes, Problem>>>),
    Notes(String, Sender<Vec<Note>>),
}

impl Live {
    /// Starts the threads; gives the site once its list of files is there, or what kept it from being.
    pub(super) fn start(parts: Parts) -> Result<Self, Problem> {
        let styles = styles(&parts.renderer);
        let (asks, asked) = channel();
        let (ready, is_ready) = channel();
        let panicked = || Problem::of_program("the pages could not be listed; see the terminal");
        thread::Builder::new()
            .name("preview site".into())
            .spawn(move || keep(&parts, asked, &ready))
            .map_err(|error| Problem::of_program(format!("no thread could be started: {error}")))?;
        is_ready.recv().map_err(|_| panicked())?;
        Ok(Self { asks: Mutex::new(asks), styles })
    }

    fn ask<T>(&self, ask: impl FnOnce(Sender<T>) -> Ask) -> Option<T> {
        let (answer, answered) = channel();
        self.asks.lock().unwrap_or_else(PoisonError::into_inner).send(ask(answer)).ok()?;
        answered.recv().ok()
    }
}

impl Site for Live {
    fn has(&self, path: &str) -> bool {
        self.ask(|answer| Ask::Has(path.to_owned(), answer)).unwrap_or(false)
    }

    fn file(&self, path: &str) -> Option<Result<Bytes, Problem>> {
        let gone = || Some(Err(Problem::of_program("the site is gone; save a file to build it again")));
        self.ask(|answer| Ask::File(path.to_owned(), answer)).unwrap_or_else(gone)
    }

    fn notes(&self, path: &str) -> Vec<Note> {
        self.ask(|answer| Ask::Notes(path.to_owned(), answer)).unwrap_or_default()
    }

    fn styles(&self) -> &BTreeMap<String, String> {
        &self.styles
    }
}

/// The style sheets with the versions that the theme's `asset` gives them.
fn styles(renderer: &Renderer) -> BTreeMap<String, String> {
    let files = renderer.theme().static_files().filter(|(path, _)| path.ends_with(".css"));
    files.map(|(path, bytes)| (path.to_owned(), blake3::hash(bytes).to_hex()[..10].to_owned())).collect()
}

fn keep(parts: &Parts, asked: Receiver<Ask>, ready: &Sender<()>) {
    let edition = Edition::new(&parts.corpus, &parts.comparison, &parts.language, parts.options);
    let outputs = Outputs::new(&edition, &parts.renderer);
    let maker = Maker { parts, edition: &edition, outputs: &outputs, theme: parts.renderer.theme().fingerprint() };
    let asked = Mutex::new(asked);
    // Who started this waits for it, unless the preview ends meanwhile.
    let _ = ready.send(());
    thread::scope(|scope| {
        for _ in 0..MAKERS {
            scope.spawn(|| {
                loop {
                    let ask = asked.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    match ask {
                        Ok(ask) => maker.answer(ask),
                        Err(_) => return,
                    }
                }
            });
        }
    });
}

struct Maker<'a> {
    parts: &'a Parts,
    edition: &'a Edition<'a>,
    outputs: &'a Outputs<'a>,
    theme: [u8; 32],
}

impl Maker<'_> {
    /// Whoever asked may have gone away.
    fn answer(&self, ask: Ask) {
        match ask {
            Ask::Has(path, answer) => drop(answer.send(self.outputs.at(&path).is_some())),
            Ask::File(path, answer) => drop(answer.send(self.outputs.at(&path).map(|output| self.file(output)))),
            Ask::Notes(path, answer) => {
                let notes = catch_unwind(AssertUnwindSafe(|| self.parts.notes.on(&self.parts.corpus, &path)));
                drop(answer.send(notes.unwrap_or_default()));
            }
        }
    }

    fn file(&self, output: &Output) -> Result<Bytes, Problem> {
        match catch_unwind(AssertUnwindSafe(|| self.make(output))) {
            Ok(made) => made.map_err(|diagnostic| {
                let located = self.parts.places.locate(vec![diagnostic]);
                located.first().map(|one| self.parts.places.problem(one)).unwrap_or_default()
            }),
            Err(panic) => Err(Problem::of_program(format!(
                "crosscheck itself failed while it made {}: {}",
                output.path(),
                super::panic_message(panic.as_ref())
            ))),
        }
    }

    fn make(&self, output: &Output) -> Result<Bytes, Diagnostic> {
        let Some(page) = output.page() else { return self.outputs.bytes(output).map(Bytes::from) };
        let view = pages::view(self.edition, page);
        let mut hasher = blake3::Hasher::new_keyed(&self.theme);
        let hashed = serde_json::to_writer(&mut hasher, &view).is_ok().then(|| hasher.finalize());
        if let Some(kept) = hashed.and_then(|hash| self.parts.made.find(output.path(), hash)) {
            return Ok(kept);
        }
        let bytes = Bytes::from(self.parts.renderer.render(page, &view)?);
        if let Some(hash) = hashed {
            self.parts.made.keep(output.path(), hash, &bytes);
        }
        Ok(bytes)
    }
}

/// Pages that were made, with a hash of what they were made from; shared by all editions.
#[derive(Default)]
pub(super) struct Made(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    pages: HashMap<String, (blake3::Hash, Bytes)>,
    size: usize,
}

impl Made {
    fn find(&self, path: &str, hash: blake3::Hash) -> Option<Bytes> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.pages.get(path).filter(|(of, _)| *of == hash).map(|(_, bytes)| bytes.clone())
    }

    fn keep(&self, path: &str, hash: blake3::Hash, bytes: &Bytes) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.size + bytes.len() > KEPT {
            *kept = Kept::default();
        }
        kept.size += bytes.len();
        if let Some((_, before)) = kept.pages.insert(path.to_owned(), (hash, bytes.clone())) {
            kept.size = kept.size.saturating_sub(before.len());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_kept_for_what_it_was_made_from() {
        let made = Made::default();
        let (one, two) = (blake3::hash(b"1"), blake3::hash(b"2"));
        made.keep("a", one, &"A".into());
        assert_eq!(made.find("a", one), Some("A".into()));
        assert_eq!(made.find("a", two), None);
        made.keep("a", two, &"B".into());
        assert_eq!((made.find("a", one), made.find("a", two)), (None, Some("B".into())));
        let large = Bytes::from(vec![0; KEPT]);
        made.keep("b", one, &large);
        assert_eq!(made.find("a", two), None, "memory has a limit");
    }
}
