//! How a verdict came about, step by step, for whoever asks; nobody pays for it otherwise.

/// Takes the facts that a comparison rests on, each with the number of its step in COMPARISON.md.
pub(super) trait Trace {
    /// A fact of a step, as a plain sentence; made only where it is kept.
    fn note(&mut self, step: u8, fact: impl FnOnce() -> String);
}

/// Keeps nothing.
pub(super) struct Silent;

impl Trace for Silent {
    fn note(&mut self, _step: u8, _fact: impl FnOnce() -> String) {}
}

/// Keeps every fact, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Steps(pub Vec<(u8, String)>);

impl Trace for Steps {
    fn note(&mut self, step: u8, fact: impl FnOnce() -> String) {
        self.0.push((step, fact()));
    }
}
