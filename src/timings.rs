//! How long each stage took, for `--timings`: wall time, and what there was to do.

use std::time::{Duration, Instant};

/// One stage's share of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Its name, as the table of stages in `lib.rs` has it.
    pub name: &'static str,
    /// From its start to its end.
    pub took: Duration,
    /// How many things it worked on.
    pub count: usize,
    /// What these things are, in the plural.
    pub what: &'static str,
}

/// All stages of a run so far, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timings {
    stages: Vec<Stage>,
}

impl Timings {
    /// Runs a stage and notes how long it took; `count` looks at what came out.
    pub fn stage<T>(
        &mut self,
        name: &'static str,
        what: &'static str,
        run: impl FnOnce() -> T,
        count: impl FnOnce(&T) -> usize,
    ) -> T {
        let start = Instant::now();
        let result = run();
        let took = start.elapsed();
        self.stages.push(Stage { name, took, count: count(&result), what });
        result
    }

    /// The stages.
    pub fn stages(&self) -> &[Stage] {
        &self.stages
    }

    /// All stages together.
    pub fn total(&self) -> Duration {
        self.stages.iter().map(|stage| stage.took).sum()
    }
}
