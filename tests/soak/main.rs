//! Ten minutes of random edits, breaks, deletions and renames, after which what is served must be, byte for byte, what a
//! fresh build writes.
//!
//! ```text
//! cargo test --release --test soak -- --ignored --nocapture        SOAK_SECONDS=60 and SOAK_SEED=7 make it another one
//! ```

#[path = "../preview/client.rs"]
#[allow(dead_code, reason = "shared with the tests of the preview, which use more of it")]
mod client;

use std::{
    collections::BTreeMap,
    env, fs,
    path::PathBuf,
    time::{Duration, Instant},
};

use client::{LONG, Served, Site, without_script};
use crosscheck::{pipeline, timings::Timings};

/// Numbers that look random, the same for the same seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

fn number(name: &str, otherwise: u64) -> u64 {
    env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

fn files(site: &Site) -> Vec<PathBuf> {
    let content = walkdir::WalkDir::new(site.path("content")).sort_by_file_name().into_iter().map(Result::unwrap);
    content.filter(|entry| entry.file_type().is_file()).map(|entry| entry.into_path()).collect()
}

/// Does one thing that a person, an editor or a version control system does.
fn disturb(site: &Site, dice: &mut Dice, good: &BTreeMap<PathBuf, Vec<u8>>) -> &'static str {
    let there = files(site);
    let Some(file) = there.get(dice.below(there.len())).cloned() else { return "nothing" };
    let text = fs::read_to_string(&file).unwrap_or_default();
    match dice.below(10) {
        0 | 1 => {
            fs::write(&file, format!("{text}\nA sentence that was added, number {}.\n", dice.below(1000))).unwrap();
            "adds a sentence"
        }
        2 => {
            let temporary = file.with_extension("md.tmp");
            fs::write(&temporary, text.replace("title: ", "title: Re: ")).unwrap();
            fs::rename(temporary, &file).unwrap();
            "saves another title by rename"
        }
        3 => {
            fs::write(&file, text.replacen("---\n", "---\nnonsense: [\n", 1)).unwrap();
            "breaks a file"
        }
        4 => {
            fs::remove_file(&file).unwrap();
            "deletes a file"
        }
        5 => {
            let name = format!("renamed-{}.md", dice.below(20));
            fs::rename(&file, file.with_file_name(name)).unwrap();
            "renames a file"
        }
        6 => {
            let name = format!("content/articles/sub-{}/new-{}.md", dice.below(3), dice.below(20));
            site.write(&name, format!("---\ntitle: New {}\n---\nText.\n", dice.below(1000)));
            "writes a new file"
        }
        7 => {
            fs::write(&file, &text[..text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at)])
                .unwrap();
            "cuts a file in half"
        }
        8 => {
            for (path, bytes) in good {
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, bytes).unwrap();
            }
            "checks everything out again"
        }
        _ => {
            let aside = site.path("aside");
            fs::rename(site.path("content/articles"), &aside).unwrap();
            std::thread::sleep(Duration::from_millis(dice.below(300) as u64));
            fs::rename(aside, site.path("content/articles")).unwrap();
            "moves a folder away and back"
        }
    }
}

/// Everything that a build of the files as they are writes; `None` where they have errors.
fn fresh(site: &Site, served: &Served) -> Option<BTreeMap<String, Vec<u8>>> {
    let options = pipeline::Options { base_url: Some(served.preview.url()), ..pipeline::Options::default() };
    let mut checked = pipeline::check(&site.root(), &options, &mut Timings::default());
    if checked.has_errors(false) {
        return None;
    }
    let output = tempfile::tempdir().unwrap();
    let written = output.path().join("site");
    pipeline::build(&site.root(), &written, &mut checked, &options, &|_, _| {}, &mut Timings::default()).unwrap();
    let entries = walkdir::WalkDir::new(&written).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file()).filter_map(|entry| {
        let name = entry.path().strip_prefix(&written).unwrap().to_str().unwrap().to_owned();
        (!name.starts_with(".crosscheck/")).then(|| (name, fs::read(entry.path()).unwrap()))
    });
    Some(files.collect())
}

/// The names of files that are served otherwise than they are built.
fn differences(served: &Served, fresh: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let differs = |(name, bytes): (&String, &Vec<u8>)| {
        let answer = served.get(&format!("/{name}"));
        let body = match name.ends_with(".html") {
            true => without_script(&String::from_utf8(answer.body).unwrap()).into_bytes(),
            false => answer.body,
        };
        (answer.status != 200 || body != *bytes).then(|| name.clone())
    };
    fresh.iter().filter_map(differs).collect()
}

#[test]
#[ignore = "takes ten minutes"]
fn after_ten_minutes_of_anything_the_preview_serves_what_a_build_writes() {
    let (seconds, seed) = (number("SOAK_SECONDS", 600), number("SOAK_SEED", 20261121));
    let site = Site::demonstration();
    let good: BTreeMap<PathBuf, Vec<u8>> =
        files(&site).into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect();
    let served = site.serve();
    let mut tabs: Vec<_> = ["/", "/claims/", "/articles/pragmatist-approach/"].map(|path| served.tab(path)).into();
    let mut dice = Dice(seed);
    let (mut done, mut compared) = (BTreeMap::<&str, u32>::new(), 0);
    let start = Instant::now();
    let mut last = false;
    while !last {
        last = start.elapsed() >= Duration::from_secs(seconds);
        for _ in 0..=dice.below(8) {
            *done.entry(disturb(&site, &mut dice, &good)).or_default() += 1;
            std::thread::sleep(Duration::from_millis(dice.below(150) as u64));
        }
        served.get("/");
        for tab in &mut tabs {
            while tab.message_within(Duration::from_millis(1)).is_some() {}
        }
        // Somebody clears up, and everything must be as if nothing had been.
        if last || dice.below(6) == 0 {
            for file in files(&site).into_iter().filter(|file| !good.contains_key(file)) {
                // Some of the new files stay, where they can be built.
                if dice.below(2) == 0 || !file.to_string_lossy().contains("/new-") {
                    fs::remove_file(file).unwrap();
                }
            }
            for (path, bytes) in &good {
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, bytes).unwrap();
            }
            let Some(fresh) = fresh(&site, &served) else { continue };
            let until = Instant::now() + LONG;
            loop {
                let different = differences(&served, &fresh);
                if different.is_empty() {
                    break;
                }
                assert!(Instant::now() < until, "seed {seed}: still served otherwise than built: {different:?}");
                std::thread::sleep(Duration::from_millis(100));
            }
            let mut tab = served.tab("/");
            assert_eq!(tab.message()["problems"].as_array().unwrap().len(), 0);
            compared += fresh.len();
        }
    }
    println!("seed {seed}, {} s: {done:?}; {compared} files compared", start.elapsed().as_secs());
    assert!(compared > 0);
}
