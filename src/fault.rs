//! Where a run may be cut short: before each step that changes something outside of the program's memory.
//!
//! Tests set `CROSSCHECK_ABORT_AT=n` and the program ends at its n-th such step as if the power had failed, so that every
//! state that a crash can leave behind is tried. A release build has no such thing.

/// Called before each change to a file or a repository.
#[inline]
pub fn step() {
    #[cfg(debug_assertions)]
    debug::step();
}

#[cfg(debug_assertions)]
mod debug {
    use std::{
        env, process,
        sync::{
            OnceLock,
            atomic::{AtomicU64, Ordering},
        },
    };

    static STEPS: AtomicU64 = AtomicU64::new(0);
    static LAST: OnceLock<Option<u64>> = OnceLock::new();

    pub(super) fn step() {
        let last = LAST.get_or_init(|| env::var("CROSSCHECK_ABORT_AT").ok()?.parse().ok());
        if let Some(last) = last
            && STEPS.fetch_add(1, Ordering::Relaxed) + 1 == *last
        {
            process::abort();
        }
    }
}
