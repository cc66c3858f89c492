//! A page that is left as it is because nothing in its reach changed is the page that would have been made.
//!
//! Articles of both corpora are edited in every way that an author may think of, one edit at a time. After each, and
//! after it was taken back, the site that was brought up to date is compared, to the last byte, with one that was built
//! without anything known. A reach that is too small leaves a page that should have changed.

mod edits;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use crosscheck::{
    cache::Cache,
    pipeline::{self, Options},
    timings::Timings,
};
use edits::{Article, Edit, edits};
use tempfile::TempDir;
use walkdir::WalkDir;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

type Files = BTreeMap<PathBuf, Vec<u8>>;

/// A copy of a corpus that is edited.
struct Site {
    folder: TempDir,
    articles: Vec<Article>,
    sources: Vec<String>,
}

/// How many edits gave a site, and which did not.
#[derive(Default)]
struct Tried {
    built: BTreeMap<String, usize>,
    wrong: BTreeMap<String, usize>,
}

impl Site {
    fn copy(of: &Path) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let parts = ["crosscheck.yaml", "content", "seeds"].map(|part| of.join(part));
        for entry in parts.iter().flat_map(WalkDir::new) {
            let entry = entry.unwrap();
            let to = folder.path().join(entry.path().strip_prefix(of).unwrap());
            match entry.file_type().is_dir() {
                true => fs::create_dir(to).unwrap(),
                false => drop(fs::copy(entry.path(), to).unwrap()),
            }
        }
        // Lists have several pages, which must be told apart.
        let settings = folder.path().join("crosscheck.yaml");
        let text = fs::read_to_string(&settings).unwrap();
        fs::write(settings, format!("{text}page_size: 20\n")).unwrap();
        let named = |kind: &str| -> Vec<String> {
            let files = fs::read_dir(folder.path().join("content").join(kind)).unwrap();
            let mut ids: Vec<String> =
                files.map(|file| file.unwrap().file_name().to_str().unwrap().trim_end_matches(".md").into()).collect();
            ids.sort();
            ids
        };
        let article = |id: &String| {
            let text = fs::read_to_string(folder.path().join(format!("content/articles/{id}.md"))).unwrap();
            Article::read(id, &text)
        };
        let (articles, sources) = (named("articles").iter().map(article).collect(), named("sources"));
        Self { folder, articles, sources }
    }

    fn at(&self, part: &str) -> PathBuf {
        self.folder.path().join(part)
    }

    fn article(&self, id: &str) -> PathBuf {
        self.at(&format!("content/articles/{id}.md"))
    }

    /// Builds what is there now; nothing where it has errors.
    fn build(&self, output: &str, cache: Option<Cache>) -> Option<Files> {
        let options = Options { cache, no_search: true, drafts: false, base_url: None, strict: false };
        let mut checked = pipeline::check(self.folder.path(), &options, &mut Timings::default());
        if checked.has_errors(false) {
            return None;
        }
        let output = self.at(output);
        let made =
            pipeline::build(self.folder.path(), &output, &mut checked, &options, &|_, _| (), &mut Timings::default());
        made.expect("a site");
        let files = WalkDir::new(&output).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
        let files = files.map(|file| (file.path().strip_prefix(&output).unwrap().to_owned(), file.into_path()));
        let said = files.filter(|(name, _)| !name.starts_with(".crosscheck"));
        Some(said.map(|(name, path)| (name, fs::read(path).unwrap())).collect())
    }

    fn anew(&self) -> Option<Files> {
        self.build("anew", None)
    }

    fn brought_up_to_date(&self) -> Files {
        self.build("site", Cache::at(self.at("cache"))).expect("it built a moment ago")
    }

    /// Does one thing to the content, then takes it back; each time the site must be as if built anew.
    fn try_edit(&self, edit: &Edit, before: &Files, tried: &mut Tried) {
        let old: Vec<Option<String>> =
            edit.files.iter().map(|(id, _)| fs::read_to_string(self.article(id)).ok()).collect();
        let put = |id: &str, text: &Option<String>| match text {
            Some(text) => fs::write(self.article(id), text).unwrap(),
            None => fs::remove_file(self.article(id)).unwrap(),
        };
        edit.files.iter().for_each(|(id, text)| put(id, text));
        let anew = self.anew();
        let what = || format!("{} of {}", edit.name, edit.files[0].0);
        if let Some(anew) = &anew {
            assert_same(&self.brought_up_to_date(), anew, &what());
        }
        edit.files.iter().zip(&old).for_each(|((id, _), text)| put(id, text));
        if anew.is_some() {
            assert_same(&self.brought_up_to_date(), before, &format!("{}, taken back", what()));
        }
        let kind = edit.name.split(':').next().unwrap_or_default().to_owned();
        let list = if anew.is_some() { &mut tried.built } else { &mut tried.wrong };
        *list.entry(kind).or_default() += 1;
    }

    /// Tries every `step`th of all edits of all articles.
    fn try_edits(&self, step: usize) -> Tried {
        let before = self.anew().expect("the corpus has no errors");
        assert_same(&self.brought_up_to_date(), &before, "the first build");
        let all = self.articles.iter().flat_map(|article| edits(article, &self.articles, &self.sources));
        let mut tried = Tried::default();
        all.step_by(step).for_each(|edit| self.try_edit(&edit, &before, &mut tried));
        tried
    }
}

#[track_caller]
fn assert_same(site: &Files, anew: &Files, what: &str) {
    let names = site.keys().chain(anew.keys());
    let different: BTreeSet<_> = names.filter(|name| site.get(*name) != anew.get(*name)).collect();
    assert!(different.is_empty(), "{what}: not as if built anew: {different:?}");
}

/// Most edits must give a site, and of each kind of edit one: else nothing was tried.
fn assert_enough(tried: &Tried, of_each_kind: bool) {
    let [built, wrong] = [&tried.built, &tried.wrong].map(|list| list.values().sum::<usize>());
    println!("{built} edits built, {wrong} had errors");
    assert!(built > wrong, "{:?}", tried.wrong);
    let never: Vec<_> = tried.wrong.keys().filter(|kind| !tried.built.contains_key(*kind)).collect();
    assert!(!of_each_kind || never.is_empty(), "never built: {never:?}");
}

fn quake() -> Site {
    Site::copy(&Path::new(ROOT).join("tests/corpora/quake"))
}

#[test]
fn after_some_edits_the_second_corpus_is_as_if_built_anew() {
    assert_enough(&quake().try_edits(1499), false);
}

#[test]
fn after_some_edits_the_demonstration_is_as_if_built_anew() {
    assert_enough(&Site::copy(Path::new(ROOT)).try_edits(149), false);
}

/// Where something was taken from an article that has nothing else to do with its own: no question and no event in common.
#[test]
fn an_article_reaches_what_was_taken_from_it() {
    let site = quake();
    let take = |id: &str, line: &str, from: &str| {
        let text = fs::read_to_string(site.article(id)).unwrap();
        let taken = text.replacen(line, &format!("{line}    via: {from}\n"), 1);
        assert_ne!(taken, text);
        fs::write(site.article(id), taken).unwrap();
    };
    take("border-line-may", "  - question: collapsed-buildings\n", "health-water#water-safe");
    take("sawt-camp", "  - event: river-camp\n", "health-water");
    let before = site.anew().expect("no errors");
    assert_same(&site.brought_up_to_date(), &before, "the first build");
    let giver = site.articles.iter().find(|article| article.id == "health-water").expect("an article");
    let mut tried = Tried::default();
    for edit in edits(giver, &site.articles, &site.sources) {
        if ["title", "source", "withdrawn", "removed", "claims by"].iter().any(|kind| edit.name.starts_with(kind)) {
            site.try_edit(&edit, &before, &mut tried);
        }
    }
    assert_enough(&tried, false);
}

/// Where a statement names one of an article that has nothing else to do with its own, its rows in the tables name that too.
#[test]
fn an_article_reaches_what_names_its_claims() {
    let site = quake();
    let name = |id: &str, field: &str| {
        let text = fs::read_to_string(site.article(id)).unwrap();
        let line = "  - question: collapsed-buildings\n";
        let named = text.replacen(line, &format!("{line}    {field}: health-water#water-safe\n"), 1);
        assert_ne!(named, text);
        fs::write(site.article(id), named).unwrap();
    };
    name("border-line-may", "superseded_by");
    name("ridge-may", "revises");
    let before = site.anew().expect("no errors");
    assert_same(&site.brought_up_to_date(), &before, "the first build");
    let named = site.articles.iter().find(|article| article.id == "health-water").expect("an article");
    let mut tried = Tried::default();
    for edit in edits(named, &site.articles, &site.sources) {
        if ["draft", "claims draft", "claims removed", "withdrawn"].iter().any(|kind| edit.name.starts_with(kind)) {
            site.try_edit(&edit, &before, &mut tried);
        }
    }
    assert_enough(&tried, false);
}

/// An event may have its title from an article whose statements stand on another page of annotations.
#[test]
fn a_page_of_annotations_reaches_the_titles_of_events() {
    let folder = tempfile::tempdir().unwrap();
    let site = Site { folder, articles: Vec::new(), sources: Vec::new() };
    fs::create_dir_all(site.at("content/articles")).unwrap();
    fs::write(site.at("crosscheck.yaml"), "title: Flood\n").unwrap();
    let article = |title: &str| {
        let events = (0..6).map(|event| format!("- {{event: e{event}{title}}}\n")).collect::<String>();
        format!("---\ntitle: A\nevents:\n{events}---\nThe river rose.\n")
    };
    // A page has a thousand.
    for number in 100..300 {
        fs::write(site.article(&format!("a{number}")), article("")).unwrap();
    }
    fs::write(site.article("last"), article(", title: A flood")).unwrap();
    let before = site.anew().expect("no errors");
    assert!(before.contains_key(Path::new("data/annotations/2.jsonld")));
    assert_same(&site.brought_up_to_date(), &before, "the first build");
    let files = vec![("last".to_owned(), Some(article(", title: A deluge")))];
    site.try_edit(&Edit { name: "title".into(), files }, &before, &mut Tried::default());
}

/// An hour for all of them; `CROSSCHECK_EVERY=10` tries every tenth.
#[test]
#[ignore = "thousands of edits: cargo test --release --test reach -- --ignored"]
fn after_every_edit_both_are_as_if_built_anew() {
    let step = std::env::var("CROSSCHECK_EVERY").map_or(1, |every| every.parse().expect("a number"));
    assert_enough(&quake().try_edits(step), step == 1);
    assert_enough(&Site::copy(Path::new(ROOT)).try_edits(step), false);
}
