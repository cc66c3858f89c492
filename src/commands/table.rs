//! `--timings`: how long each stage took, and how much that is for an article.

use std::{fmt::Write as _, time::Duration};

use crosscheck::timings::Timings;

/// The table, one line a stage, and their sum.
pub(super) fn of(timings: &Timings, articles: usize) -> String {
    let mut table = format!("{:<10}{:>10}{:>10} {:<10}{:>14}\n", "stage", "ms", "count", "", "µs an article");
    let mut line = |name: &str, took: Duration, count: &str, what: &str| {
        let each = took.as_micros().checked_div(articles as u128).map(|each| each.to_string()).unwrap_or_default();
        let milliseconds = took.as_secs_f64() * 1000.0;
        // Writing to a String cannot fail.
        let _ = writeln!(table, "{name:<10}{milliseconds:>10.1}{count:>10} {what:<10}{each:>14}");
    };
    for stage in timings.stages() {
        // A stage that counts nothing of its own has only its time to tell.
        let (count, what) = if stage.count == 0 { (String::new(), "") } else { (stage.count.to_string(), stage.what) };
        line(stage.name, stage.took, &count, what);
    }
    line("all", timings.total(), "", "");
    table
}
