//! Whole corpora, from files to the last byte of the site: the demonstration in `content/`, and `tests/corpora/quake`,
//! which shares nothing with it (its README says what is where).
//!
//! What the comparison must find in the second is in `expected.json`, reasoned from COMPARISON.md claim by claim and
//! never copied from the program: every pair and every sum of every question, no more and no less; of events, what must
//! be among the findings. Beside it stand words that no output may have, because their article or person forbids it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

use aho_corasick::AhoCorasick;
use crosscheck::diagnostics::{Code, Severity};
use crosscheck::model::{Corpus, Finding, Flag, Interval, Member, Reason, Verdict};
use crosscheck::pipeline::{self, Checked, Options};
use crosscheck::timings::Timings;
use serde_json::{Map, Value, json};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn demonstration() -> PathBuf {
    ROOT.into()
}

fn quake() -> PathBuf {
    Path::new(ROOT).join("tests/corpora/quake")
}

fn check(root: &Path) -> Checked {
    pipeline::check(root, &Options::default(), &mut Timings::default())
}

fn expected() -> Value {
    let text = fs::read_to_string(quake().join("expected.json")).expect("expected.json");
    serde_json::from_str(&text).expect("expected.json is JSON")
}

/// What is wrong with a corpus, hints apart, a line each.
fn problems(root: &Path) -> Vec<String> {
    let mut lines: Vec<String> = check(root)
        .diagnostics
        .iter()
        .filter(|problem| problem.severity() != Severity::Hint)
        .map(|problem| format!("{} {}: {}", problem.code.name(), problem.place.path, problem.message))
        .collect();
    lines.sort();
    lines
}

#[test]
fn the_demonstration_has_no_problems() {
    assert_eq!(problems(&demonstration()), [""; 0]);
}

#[test]
fn the_second_corpus_has_no_problem_but_a_place_without_a_file() {
    let place = "unknown-name content/articles/ridge-undated.md: \
                 no entity is called “A meadow above the mill”; it is shown as text";
    assert_eq!(problems(&quake()), [place]);
}

#[test]
fn it_has_what_it_promises() {
    let Checked { corpus, diagnostics, .. } = check(&quake());
    assert_eq!(corpus.articles.len(), 60);
    assert_eq!(corpus.sources.len(), 12);
    let languages: BTreeSet<&str> = corpus.articles.iter().map(|article| article.lang.as_str()).collect();
    assert_eq!(languages, BTreeSet::from(["ar", "en", "uk"]));
    let kinds: BTreeSet<&str> = corpus.questions.iter().map(|question| question.kind.name()).collect();
    assert_eq!(kinds.len(), 7, "{kinds:?}");
    let modes: BTreeSet<&str> = corpus.articles.iter().map(|article| article.text.name()).collect();
    assert_eq!(modes, BTreeSet::from(["full", "link", "quotes"]));
    let drafts = diagnostics.iter().filter(|diagnostic| diagnostic.code == Code::Draft).count();
    assert_eq!(drafts, 3, "an article, an account and a claim");
}

#[test]
fn every_finding_of_every_question_is_as_reasoned() {
    let Checked { corpus, comparison, .. } = check(&quake());
    let expected = expected();
    let mut wrong = String::new();
    for (at, question) in corpus.questions.iter().enumerate() {
        let id = &question.id;
        let of = &expected["questions"][id];
        let wanted: BTreeMap<String, Value> = of["findings"]
            .as_array()
            .unwrap_or_else(|| panic!("expected.json says nothing of the question {id}"))
            .iter()
            .map(|finding| (key(finding), plain(finding)))
            .collect();
        let found: BTreeMap<String, Value> = comparison
            .of_question(crosscheck::model::QuestionRef(at))
            .iter()
            .map(|finding| described(&corpus, finding))
            .map(|finding| (key(&finding), plain(&finding)))
            .collect();
        for key in wanted.keys().chain(found.keys()).collect::<BTreeSet<_>>() {
            let (wanted, found) = (wanted.get(key), found.get(key));
            if wanted != found {
                writeln!(wrong, "{id}: {key}\n  expected {}\n  found    {}", shown(wanted), shown(found)).unwrap();
            }
        }
        let status = json!(comparison.questions[at].status.map(|class| class.name()));
        if status != of["status"] {
            writeln!(wrong, "{id}: expected the status {}, found {status}", of["status"]).unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn what_accounts_of_an_event_differ_in_is_among_the_findings() {
    let Checked { corpus, comparison, .. } = check(&quake());
    let mut wrong = String::new();
    for (id, wanted) in expected()["events"].as_object().unwrap() {
        let at = corpus.events.iter().position(|event| event.id == *id).unwrap_or_else(|| panic!("no event {id}"));
        let findings = comparison.of_event(crosscheck::model::EventRef(at));
        let found: BTreeMap<String, Value> = findings
            .iter()
            .map(|finding| described(&corpus, finding))
            .map(|finding| (key(&finding), plain(&finding)))
            .collect();
        for wanted in wanted.as_array().unwrap() {
            let found = found.get(&key(wanted));
            if found != Some(&plain(wanted)) {
                writeln!(wrong, "{id}: expected {}\n  found {}", plain(wanted), shown(found)).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_verdict_reason_and_flag_occurs() {
    let Checked { comparison, .. } = check(&quake());
    let verdicts: BTreeSet<Verdict> = comparison.findings.iter().map(|finding| finding.verdict).collect();
    assert_eq!(verdicts, BTreeSet::from(Verdict::ALL));

    let reasons: BTreeSet<String> =
        comparison.findings.iter().filter_map(|finding| finding.reason.as_ref()).map(family).collect();
    for reason in [
        "bound",
        "hedge",
        "rounding",
        "range",
        "precision",
        "granularity",
        "overlap",
        "exact",
        "flat",
        "up",
        "down",
        "open",
        "changed",
        "still-to-come",
        "not-yet",
        "unit",
        "scope",
        "change-vs-level",
        "period-overlap",
        "since",
        "scope-and-time",
        "crossed-scopes",
        "projection",
        "multi-valued",
        "no-value",
        "assumed",
        "unspecified",
        "time-overlap",
        "uncertain",
        "missing-part",
    ] {
        assert!(reasons.contains(reason), "no finding with the reason {reason}");
    }

    let flags: BTreeSet<String> =
        comparison.findings.iter().flat_map(|finding| &finding.flags).map(flag_family).collect();
    for flag in [
        "loose",
        "echo",
        "self",
        "same-origin",
        "strained",
        "stale?",
        "converted",
        "uncertain",
        "may-fall",
        "unspecified",
        "ruled",
        "would-be",
    ] {
        assert!(flags.contains(flag), "no finding with the flag {flag}");
    }
}

#[test]
fn a_ruling_on_another_value_is_void() {
    let folder = tempfile::tempdir().unwrap();
    copy(&quake(), folder.path()).unwrap();
    let question = folder.path().join("content/questions/depth.md");
    let text = fs::read_to_string(&question).unwrap();
    fs::write(&question, text.replace("[about 10 km, 14 km]", "[about 12 km, 14 km]")).unwrap();

    let Checked { comparison, diagnostics, .. } = check(folder.path());
    assert!(diagnostics.iter().any(|diagnostic| diagnostic.code == Code::RulingVoid));
    assert!(!comparison.findings.iter().any(|finding| finding.flags.contains(&Flag::Ruled)));
}

#[test]
fn what_is_withheld_is_in_no_byte_of_the_site() {
    let site = tempfile::tempdir().unwrap();
    let mut checked = check(&quake());
    pipeline::build(&quake(), site.path(), &mut checked, &Options::default(), &|_, _| (), &mut Timings::default())
        .unwrap();
    let expected = expected();
    let only_in = expected["only_in"].as_object().unwrap();
    let mut withheld: Vec<(&str, &str)> = expected["withheld"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(why, words)| words.as_array().unwrap().iter().map(|words| (why.as_str(), words.as_str().unwrap())))
        .collect();
    withheld.extend(only_in.keys().map(|words| ("to be in some files only", words.as_str())));
    let search = AhoCorasick::new(withheld.iter().map(|(_, words)| words)).unwrap();

    let mut sources = files(&quake().join("content")).unwrap();
    sources.extend(files(&quake().join("seeds")).unwrap());
    let written: BTreeSet<usize> = sources.iter().flat_map(|file| found(&search, file)).collect();
    for (at, (why, words)) in withheld.iter().enumerate() {
        assert!(
            written.contains(&at),
            "{why}: “{words}” is not in the corpus: that the site has it not proves nothing"
        );
    }

    let pages = files(site.path()).unwrap();
    assert!(pages.len() > 60);
    let mut leaks = String::new();
    for file in &pages {
        for at in found(&search, file).into_iter().collect::<BTreeSet<_>>() {
            let (why, words) = withheld[at];
            let allowed = only_in.get(words).and_then(Value::as_array);
            if allowed.is_some_and(|files| files.contains(&json!(file.0))) {
                continue;
            }
            writeln!(leaks, "{why}: “{words}” is in {}", file.0).unwrap();
        }
    }
    assert!(leaks.is_empty(), "\n{leaks}");
}

#[test]
fn the_demonstration_builds() {
    let site = tempfile::tempdir().unwrap();
    let mut checked = check(&demonstration());
    let built = pipeline::build(
        &demonstration(),
        site.path(),
        &mut checked,
        &Options::default(),
        &|_, _| (),
        &mut Timings::default(),
    );
    assert!(built.unwrap().pages >= 5);
}

/// Which of the words are in a file, or in its path.
fn found(search: &AhoCorasick, (path, bytes): &(String, Vec<u8>)) -> Vec<usize> {
    let places = search.find_overlapping_iter(path).chain(search.find_overlapping_iter(bytes));
    places.map(|place| place.pattern().as_usize()).collect()
}

/// A finding as `expected.json` writes one.
fn described(corpus: &Corpus, finding: &Finding) -> Value {
    let id = |member: &Member| match member {
        Member::Claim(claim) => corpus[*claim].id.clone(),
        Member::Account(account) => corpus[*account].id.clone(),
    };
    let interval = |interval: &Option<Interval>| {
        interval.map(|i| json!([i.low.map(|n| n.normalize().to_string()), i.high.map(|n| n.normalize().to_string())]))
    };
    let number = |number: &Option<rust_decimal::Decimal>| number.map(|number| json!(number.normalize().to_string()));
    let figures = &finding.figures;
    let mut described = Map::new();
    let mut put = |name: &str, value: Option<Value>| {
        described.extend(value.map(|value| (name.to_string(), value)));
    };
    put("of", Some(finding.members.iter().map(id).collect()));
    put("aspect", finding.aspect.map(|aspect| json!(aspect.name())));
    put("verdict", Some(json!(finding.verdict.name())));
    put("reason", finding.reason.as_ref().map(|reason| json!(reason.to_string())));
    put("flags", Some(finding.flags.iter().map(ToString::to_string).collect()));
    put("gap", number(&figures.gap));
    put("gap_days", figures.gap_days.map(|days| json!(days)));
    put("min_change", number(&figures.min_change));
    put("residual", interval(&figures.residual));
    put("implied", interval(&figures.implied));
    put("remainder", interval(&figures.remainder));
    Value::Object(described)
}

/// What a finding is about: its members, whatever their order, and for an event the aspect.
fn key(finding: &Value) -> String {
    let mut members: Vec<&str> = finding["of"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    members.sort_unstable();
    let aspect = finding["aspect"].as_str().unwrap_or_default();
    // A whole and one part of it may be compared as a pair and as a sum.
    let sum = ["implied", "remainder", "residual"].iter().any(|figure| finding.get(figure).is_some());
    format!("{aspect} {} {}", members.join(" + "), if sum { "(sum)" } else { "" }).trim().to_string()
}

/// A finding in one form: flags in order, the order of members only where it says who is who.
fn plain(finding: &Value) -> Value {
    let mut plain = finding.as_object().unwrap().clone();
    let mut flags: Vec<Value> = finding["flags"].as_array().cloned().unwrap_or_default();
    flags.sort_by_key(ToString::to_string);
    plain.insert("flags".into(), flags.into());
    let verdict = finding["verdict"].as_str().unwrap_or_default();
    if ["same", "compatible", "conflict", "not-comparable", "indeterminate"].contains(&verdict) {
        let mut members: Vec<Value> = finding["of"].as_array().cloned().unwrap_or_default();
        members.sort_by_key(ToString::to_string);
        plain.insert("of".into(), members.into());
    }
    Value::Object(plain)
}

fn shown(finding: Option<&Value>) -> String {
    finding.map_or_else(|| "nothing".to_string(), ToString::to_string)
}

/// A reason without the names that go with it.
fn family(reason: &Reason) -> String {
    match reason {
        Reason::Scope(_) => "scope".into(),
        other => before_colon(&other.to_string()),
    }
}

fn flag_family(flag: &Flag) -> String {
    before_colon(&flag.to_string())
}

fn before_colon(text: &str) -> String {
    text.split(':').next().unwrap_or_default().to_string()
}

/// Every file under a folder with its bytes.
fn files(folder: &Path) -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry?;
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            found.push((path.display().to_string(), fs::read(entry.path())?));
        }
    }
    Ok(found)
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    for (path, bytes) in files(from)? {
        let path = to.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, bytes)?;
    }
    Ok(())
}
