//! A site in memory: an edition of the corpus that makes each file when it is asked for.
//!
//! Threads of its own keep the corpus and what was found in it, and everything that refers to these; others ask them.
//! They end when nobody can ask any more. The corpus may be [changed](Live::change) in place: who asks meanwhile waits. A
//! page is made again only where what its template sees has changed since it was last made, by whichever edition.

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
    compare,
    diagnostics::Diagnostic,
    i18n::Language,
    model::Corpus,
    outputs::{Output, Outputs},
    pages::{self, Edition},
    render::{Renderer, assets},
    search::Memory,
};

/// So many pages are made at once: a person looks at one, and other tabs must not wait for a slow one.
const MAKERS: usize = 2;
/// Made pages are kept up to this many bytes.
const KEPT: usize = 64 << 20;

/// What a site is made from.
pub(super) struct Parts {
    pub(super) corpus: Corpus,
    pub(super) compared: compare::Kept,
    pub(super) language: Arc<Language>,
    pub(super) renderer: Arc<Renderer>,
    pub(super) options: pages::Options,
    pub(super) notes: Notes,
    pub(super) places: Places,
    pub(super) made: Arc<Made>,
    /// What the search index was last made from, by whichever edition.
    pub(super) searched: Arc<Memory>,
}

/// A site in memory.
pub(super) struct Live {
    asks: Mutex<Sender<Ask>>,
    styles: BTreeMap<String, String>,
}

enum Ask {
    Question(Question),
    Change(Change),
}

enum Question {
    Has(String, Sender<bool>),
    File(String, Sender<Option<Result<Bytes, Problem>>>),
    Notes(String, Sender<Vec<Note>>),
}

/// What is to be done to the parts, and who waits until the files are listed again.
struct Change {
    apply: Box<dyn FnOnce(&mut Parts) + Send>,
    done: Sender<()>,
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
            .spawn(move || keep(parts, asked, ready))
            .map_err(|error| Problem::of_program(format!("no thread could be started: {error}")))?;
        is_ready.recv().map_err(|_| panicked())?;
        Ok(Self { asks: Mutex::new(asks), styles })
    }

    /// Changes what the site is made from; `None` where that failed, and with it the site.
    pub(super) fn change(&self, apply: impl FnOnce(&mut Parts) + Send + 'static) -> Option<()> {
        self.ask(|done| Ask::Change(Change { apply: Box::new(apply), done }))
    }

    fn ask<T>(&self, ask: impl FnOnce(Sender<T>) -> Ask) -> Option<T> {
        let (answer, answered) = channel();
        self.asks.lock().unwrap_or_else(PoisonError::into_inner).send(ask(answer)).ok()?;
        answered.recv().ok()
    }
}

impl Site for Live {
    fn has(&self, path: &str) -> bool {
        self.ask(|answer| Ask::Question(Question::Has(path.to_owned(), answer))).unwrap_or(false)
    }

    fn file(&self, path: &str) -> Option<Result<Bytes, Problem>> {
        let gone = || Some(Err(Problem::of_program("the site is gone; save a file to build it again")));
        self.ask(|answer| Ask::Question(Question::File(path.to_owned(), answer))).unwrap_or_else(gone)
    }

    fn notes(&self, path: &str) -> Vec<Note> {
        self.ask(|answer| Ask::Question(Question::Notes(path.to_owned(), answer))).unwrap_or_default()
    }

    fn styles(&self) -> &BTreeMap<String, String> {
        &self.styles
    }
}

/// The style sheets with the hashes that are in their names on the site.
fn styles(renderer: &Renderer) -> BTreeMap<String, String> {
    let files = renderer.theme().static_files().filter(|(path, _)| path.ends_with(".css"));
    files.map(|(path, bytes)| (path.to_owned(), assets::hash(bytes))).collect()
}

fn keep(mut parts: Parts, asked: Receiver<Ask>, mut ready: Sender<()>) {
    let asked = Mutex::new(asked);
    while let Some(change) = serve(&parts, &asked, &ready) {
        (change.apply)(&mut parts);
        ready = change.done;
    }
}

/// Answers until nobody can ask any more, or until the parts are to be changed.
fn serve(parts: &Parts, asked: &Mutex<Receiver<Ask>>, ready: &Sender<()>) -> Option<Change> {
    let edition = Edition::new(&parts.corpus, parts.compared.comparison(), &parts.language, parts.options);
    let outputs = Outputs::new(&edition, &parts.renderer, &parts.searched);
    let maker = Maker { parts, edition: &edition, outputs: &outputs, theme: parts.renderer.theme().fingerprint() };
    // Who started this waits for it, unless the preview ends meanwhile.
    let _ = ready.send(());
    let change = Mutex::new(None);
    thread::scope(|scope| {
        for _ in 0..MAKERS {
            scope.spawn(|| {
                while let Some(question) = next(asked, &change) {
                    maker.answer(question);
                }
            });
        }
    });
    change.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// The next question; `None` once there is a change to make, or nobody can ask any more.
fn next(asked: &Mutex<Receiver<Ask>>, change: &Mutex<Option<Change>>) -> Option<Question> {
    let asked = asked.lock().unwrap_or_else(PoisonError::into_inner);
    let mut change = change.lock().unwrap_or_else(PoisonError::into_inner);
    if change.is_some() {
        return None;
    }
    match asked.recv().ok()? {
        Ask::Change(wanted) => {
            *change = Some(wanted);
            None
        }
        Ask::Question(question) => Some(question),
    }
}

struct Maker<'a> {
    parts: &'a Parts,
    edition: &'a Edition<'a>,
    outputs: &'a Outputs<'a>,
    theme: [u8; 32],
}

impl Maker<'_> {
    /// Whoever asked may have gone away.
    fn answer(&self, question: Question) {
        match question {
            Question::Has(path, answer) => drop(answer.send(self.outputs.at(&path).is_some())),
            Question::File(path, answer) => drop(answer.send(self.outputs.at(&path).map(|output| self.file(output)))),
            Question::Notes(path, answer) => {
                let notes = catch_unwind(AssertUnwindSafe(|| self.parts.notes.on(self.edition, &path)));
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
