//! What each stage costs: processor time of one thread, for each article and for each kind of page.
//!
//! ```text
//! python3 corpus.py 1000 /tmp/corpus
//! cargo bench --bench stages -- /tmp/corpus/crosscheck        as many folders as you like
//! ```
//!
//! Each stage runs `RUNS` times over the same input, and the least counts: what disturbs a run only ever adds to it. The
//! time is the thread's own where the system tells it (Linux), so that a busy machine gives nearly the same figures as an
//! idle one; elsewhere it is the clock's.

use std::{collections::BTreeMap, env, fs, path::Path, time::Duration, time::Instant};

use crosscheck::{
    compare, link,
    outputs::Outputs,
    pages::{self, Edition, Page},
    pipeline, privacy, read,
    search::{Index, Memory},
    write::Writer,
};

const RUNS: usize = 5;

fn main() {
    let folders: Vec<String> = env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    if folders.is_empty() {
        println!("usage: cargo bench --bench stages -- DIR...    (folders with crosscheck.yaml)");
    }
    // All that a stage does in parallel, it does in the one thread that is measured.
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build().expect("a pool");
    pool.install(|| folders.iter().for_each(|folder| measure(Path::new(folder))));
}

fn measure(root: &Path) {
    let ((collection, _), read) = least(|| read::read(root));
    let articles = collection.articles.len();
    println!("{}: {articles} articles", root.display());
    let tell = |name: &str, took: Duration, what: String| {
        println!("  {name:<10} {:>8.1} µs an article   {what}", took.as_secs_f64() * 1e6 / articles as f64);
    };
    tell("read", read, String::new());
    let captures = link::Captures::under(root);
    let ((mut corpus, _), linking) = least(|| link::link(collection.clone(), &captures, &link::Options::default()));
    tell("link", linking, String::new());
    let (comparison, comparing) = least(|| compare::compare(&corpus, compare::Options::default()));
    tell("compare", comparing, format!("{} findings", comparison.findings.len()));
    privacy::mask(&mut corpus);
    let (renderer, language) = pipeline::theme(root, &corpus.site).expect("a theme");
    let edition = || Edition::new(&corpus, &comparison, &language, pages::Options::default());
    let (_, indexing) = least(edition);
    tell("pages", indexing, String::new());

    let edition = edition();
    let (pages, listing) = least(|| pages::pages(&edition));
    tell("list", listing, format!("{} pages", pages.len()));
    let mut kinds: BTreeMap<&str, Vec<&Page>> = BTreeMap::new();
    for page in &pages {
        kinds.entry(pages::view(&edition, page).template()).or_default().push(page);
    }
    for (template, pages) in kinds {
        // All pages of a kind at once: one is over before the clock has ticked.
        let view = |page: &&Page| pages::view(&edition, page);
        let (_, viewing) = least(|| pages.iter().map(view).for_each(drop));
        let render = |page: &&Page| renderer.render(page, &view(page)).expect("a page").len();
        let (bytes, both) = least(|| pages.iter().map(render).sum::<usize>());
        tell("view", viewing, format!("{template}, {} pages", pages.len()));
        tell("render", both.saturating_sub(viewing), format!("{template}, {} kB", bytes / 1000));
    }

    let files = |memory: &Memory| Index::of(&edition, memory).into_files();
    let (index, took) = least(|| files(&Memory::default()));
    let bytes: usize = index.iter().map(|(_, bytes)| bytes.len()).sum();
    tell("search", took, format!("{} files, {} kB", index.len(), bytes / 1000));
    let memory = Memory::default();
    files(&memory);
    let (_, took) = least(|| files(&memory));
    tell("search", took, "all words known".into());

    let outputs = Outputs::new(&edition, &renderer, &memory);
    for output in outputs.all().iter().filter(|output| output.page().is_none()) {
        let (bytes, took) = least(|| outputs.bytes(output).expect("bytes"));
        if took > Duration::from_millis(1) {
            tell("data", took, format!("{}, {} kB", output.path(), bytes.len() / 1000));
        }
    }
    let bytes: Vec<_> =
        outputs.all().iter().map(|output| (output.path(), outputs.bytes(output).expect("bytes"))).collect();
    let folder = env::temp_dir().join(format!("crosscheck-stages-{}", std::process::id()));
    let write = || {
        let writer = Writer::open(&folder).expect("a folder");
        bytes.iter().try_for_each(|(path, bytes)| writer.put(path, bytes)).expect("to write");
        writer.finish().expect("to write")
    };
    let (_, writing) = once(write);
    tell("write", writing, "a new folder".into());
    let (_, writing) = least(write);
    tell("write", writing, "nothing changed".into());
    fs::remove_dir_all(&folder).expect("to clean up");
}

/// The shortest of some runs, and what the last gave.
fn least<T>(run: impl Fn() -> T) -> (T, Duration) {
    let (mut result, mut took) = once(&run);
    for _ in 1..RUNS {
        let (again, time) = once(&run);
        (result, took) = (again, took.min(time));
    }
    (result, took)
}

fn once<T>(run: impl Fn() -> T) -> (T, Duration) {
    let (clock, processor) = (Instant::now(), processor());
    let result = run();
    let took = match (processor, self::processor()) {
        (Some(before), Some(after)) => after - before,
        _ => clock.elapsed(),
    };
    (result, took)
}

/// How long this thread has had a processor, where the system tells.
fn processor() -> Option<Duration> {
    let text = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}
