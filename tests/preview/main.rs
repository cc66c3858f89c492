//! `crosscheck serve` on real files: what a person does to them, and what the browser is told and served.

mod client;
mod command;

use std::fs;

use client::{Site, without_script};
use crosscheck::{
    pipeline,
    preview::{Options, Report},
    timings::Timings,
};
use serde_json::Value;

const ARTICLE: &str = "content/articles/pragmatist-approach.md";
const PAGE: &str = "/articles/pragmatist-approach/";
const OTHER: &str = "content/articles/karimli-on-russia.md";
const OTHER_PAGE: &str = "/articles/karimli-on-russia/";

fn problems(message: &Value) -> &Vec<Value> {
    message["problems"].as_array().unwrap()
}

fn is_good(message: &Value) -> bool {
    problems(message).is_empty()
}

/// Changes the title of the article in a way that can be seen.
fn retitle(site: &Site, file: &str, title: &str) {
    let text = site.read(file);
    let rest = text.strip_prefix("---\n").unwrap();
    let rest = match rest.split_once("title: ") {
        Some((before, after)) if !before.contains("---") => {
            format!("{before}{}", after.split_once('\n').unwrap().1)
        }
        _ => rest.to_owned(),
    };
    site.write(file, format!("---\ntitle: {title}\n{rest}"));
}

#[test]
fn a_saved_article_reaches_its_tab_and_no_other_page() {
    let site = Site::demonstration();
    let served = site.serve();
    let (mut tab, mut other) = (served.tab(PAGE), served.tab(OTHER_PAGE));
    let (before, same) = (tab.message(), other.message());
    retitle(&site, ARTICLE, "A title that was just written");
    let after = tab.until("reloaded", |message| message["page"] != before["page"]);
    assert_eq!(after["saved"], PAGE);
    assert!(served.page(PAGE).contains("A title that was just written"));
    let told = other.message();
    assert_eq!(told["build"], after["build"]);
    assert_eq!(told["page"], same["page"], "a page that stays as it is must not be reloaded");
}

#[test]
fn a_broken_file_leaves_the_last_good_site_and_says_what_is_wrong_until_it_is_mended() {
    let site = Site::demonstration();
    let served = site.serve();
    let mut tab = served.tab(PAGE);
    let before = tab.message();
    let (page, good) = (served.page(PAGE), site.read(ARTICLE));
    site.write(ARTICLE, good.replacen("source:", "sorce: <b>x</b>\nsource:", 1));
    let broken = tab.until("broken", |message| !is_good(message));
    assert_eq!(broken["page"], before["page"]);
    assert_eq!(broken["stale"], true);
    let problem = &problems(&broken)[0];
    assert_eq!(problem["code"], "unknown-key");
    assert_eq!(problem["place"]["path"], ARTICLE);
    let line = problem["place"]["line"].as_u64().unwrap();
    let open = problem["place"]["open"].as_str().unwrap();
    assert!(open.starts_with("vscode://file/") && open.contains(&format!("{ARTICLE}:{line}:")), "{open}");
    assert_eq!(problem["excerpt"][0]["number"], line);
    assert_eq!(served.page(PAGE), page);

    site.write(OTHER, "no front matter at all");
    let worse = tab.until("worse", |message| problems(message).iter().any(|problem| problem["place"]["path"] == OTHER));
    assert!(problems(&worse).iter().any(|problem| problem["place"]["path"] == ARTICLE), "all problems are listed");
    site.write(ARTICLE, good);
    let better = tab.until("better", |message| !problems(message).iter().any(|one| one["place"]["path"] == ARTICLE));
    assert!(!is_good(&better));
    fs::copy(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(OTHER), site.path(OTHER)).unwrap();
    let mended = tab.until("mended", is_good);
    assert_eq!((&mended["page"], &mended["stale"]), (&before["page"], &false.into()));
}

#[test]
fn articles_come_move_and_go() {
    let site = Site::demonstration();
    let served = site.serve();
    let mut home = served.tab("/");
    home.message();
    site.write("content/articles/2026/new-one.md", "---\ntitle: New\n---\nText.\n");
    let told = home.until("new", |message| message["saved"] == "/articles/new-one/");
    assert!(is_good(&told), "{told}");
    assert_eq!(served.get("/articles/new-one/").status, 200);
    assert_eq!(served.get("/articles/new-one").status, 308);
    fs::rename(site.path("content/articles/2026/new-one.md"), site.path("content/articles/moved-one.md")).unwrap();
    home.until("moved", |message| message["saved"] == "/articles/moved-one/");
    assert_eq!(served.get("/articles/new-one/").status, 404);
    assert_eq!(served.get("/articles/moved-one/").status, 200);
    let mut tab = served.tab("/articles/moved-one/");
    let before = tab.message();
    fs::remove_file(site.path("content/articles/moved-one.md")).unwrap();
    tab.until("gone", |message| message["page"] != before["page"]);
    assert_eq!(served.get("/articles/moved-one/").status, 404);
}

#[test]
fn a_style_sheet_is_swapped_and_a_template_reloads() {
    let site = Site::demonstration();
    site.write("themes/mine/theme.yaml", "contract: 1\n");
    site.write("themes/mine/static/style.css", "p { color: red }\n");
    site.edit("crosscheck.yaml", "theme: default", "theme: mine");
    let served = site.serve();
    let mut tab = served.tab(PAGE);
    let before = tab.message();
    assert!(is_good(&before), "{before}");
    site.write("themes/mine/static/style.css", "p { color: green }\n");
    let styled = tab.until("styled", |message| message["styles"] != before["styles"]);
    assert_eq!(styled["page"], before["page"], "a style sheet is no reason to reload");
    let (path, version) = styled["styles"].as_object().unwrap().iter().next().unwrap();
    let path = path.replace(".css", &format!(".{}.css", version.as_str().unwrap()));
    assert_eq!(served.get(&format!("/{path}")).body, b"p { color: green }\n");
    assert!(served.page(PAGE).contains(&path), "the page asks for it");

    let own = r#"{% extends "default/base.html" %}{% block footer %}MY OWN FOOTER{% endblock %}"#;
    site.write("themes/mine/templates/base.html", own);
    tab.until("reloaded", |message| message["page"] != before["page"]);
    assert!(served.page(PAGE).contains("MY OWN FOOTER"));

    site.write("themes/mine/templates/base.html", "{% if %}");
    let broken = tab.until("broken", |message| !is_good(message));
    assert_eq!(problems(&broken)[0]["place"]["path"], "themes/mine/templates/base.html");
    assert!(served.page(PAGE).contains("MY OWN FOOTER"), "the last good theme stays");
    site.write("themes/mine/templates/base.html", own);
    tab.until("mended", is_good);
}

#[test]
fn settings_and_captures_are_part_of_the_site() {
    let site = Site::demonstration();
    let served = site.serve();
    let mut tab = served.tab("/");
    let before = tab.message();
    site.edit("crosscheck.yaml", "title: ", "title: Another title of ");
    tab.until("retitled", |message| message["page"] != before["page"]);
    assert!(served.page("/").contains("Another title of "));
    let text = site.read(ARTICLE);
    let capture = text.lines().find_map(|line| line.strip_prefix("capture: ")).unwrap();
    let captured = site.read(capture);
    site.write(capture, "Nothing of it.");
    let broken = tab.until("broken", |message| !is_good(message));
    assert!(problems(&broken).iter().any(|problem| problem["code"] == "quote-not-in-capture"), "{broken}");
    site.write(capture, captured);
    tab.until("mended", is_good);
}

#[test]
fn a_site_that_is_broken_from_the_start_shows_what_could_be_made() {
    let site = Site::demonstration();
    let good = site.read(ARTICLE);
    site.write(ARTICLE, good.replacen("source:", "sorce: x\nsource:", 1));
    let served = site.serve();
    let mut tab = served.tab(OTHER_PAGE);
    let broken = tab.message();
    assert_eq!((problems(&broken).len(), &broken["stale"]), (1, &false.into()));
    assert_eq!(served.get(OTHER_PAGE).status, 200);
    site.write(ARTICLE, good);
    tab.until("mended", is_good);
}

#[test]
fn drafts_are_shown_where_they_are_asked_for_and_said_to_be_drafts() {
    let site = Site::demonstration();
    site.write("content/articles/draft-one.md", "---\ntitle: Draft\ndraft: true\n---\nText.\n");
    assert_eq!(site.serve().get("/articles/draft-one/").status, 404);
    let served = site.serve_with(Options { drafts: true, ..Options::default() });
    assert_eq!(served.get("/articles/draft-one/").status, 200);
    let notes = served.tab("/articles/draft-one/").message()["notes"].clone();
    let kinds: Vec<&str> = notes.as_array().unwrap().iter().map(|note| note["kind"].as_str().unwrap()).collect();
    assert!(kinds.contains(&"draft") && kinds.contains(&"missing"), "{kinds:?}");
    assert!(!served.page("/articles/draft-one/").contains("is a draft: the site leaves it out"));
}

#[test]
fn what_is_missing_is_told_to_the_author_only() {
    let site = Site::demonstration();
    site.write("content/events/nobody-tells.md", "---\ntitle: Nobody tells of this\ndate: 2023-01-01\n---\n");
    let served = site.serve();
    let notes = served.tab("/events/nobody-tells/").message()["notes"].clone();
    assert_eq!(notes[0]["text"], "No article gives an account of this event.");
    assert!(!served.page("/events/nobody-tells/").contains("No article gives an account"));
}

#[test]
fn nothing_is_written() {
    let site = Site::demonstration();
    site.write("site/mine.txt", "mine");
    let list = || {
        let entries = walkdir::WalkDir::new(site.root()).sort_by_file_name().into_iter().map(Result::unwrap);
        entries.map(|entry| (entry.path().to_owned(), entry.metadata().unwrap().len())).collect::<Vec<_>>()
    };
    let before = list();
    let served = site.serve();
    served.page(PAGE);
    served.page("/");
    drop(served);
    assert_eq!(list(), before);
}

#[test]
fn what_is_served_is_what_a_build_writes() {
    let site = Site::demonstration();
    let served = site.serve();
    let mut tab = served.tab(PAGE);
    let before = tab.message();
    retitle(&site, ARTICLE, "Edited before it is compared");
    tab.until("reloaded", |message| message["page"] != before["page"]);
    let output = tempfile::tempdir().unwrap();
    let options = pipeline::Options { base_url: Some(served.preview.url()), ..pipeline::Options::default() };
    let mut checked = pipeline::check(&site.root(), &options, &mut Timings::default());
    let written = output.path().join("site");
    pipeline::build(&site.root(), &written, &mut checked, &options, &|_, _| {}, &mut Timings::default()).unwrap();
    let mut compared = 0;
    for entry in walkdir::WalkDir::new(&written).into_iter().map(Result::unwrap) {
        let name = entry.path().strip_prefix(&written).unwrap().to_str().unwrap();
        if !entry.file_type().is_file() || name.starts_with(".crosscheck/") {
            continue;
        }
        let answer = served.get(&format!("/{name}"));
        let body = match name.ends_with(".html") {
            true => without_script(&String::from_utf8(answer.body).unwrap()).into_bytes(),
            false => answer.body,
        };
        assert_eq!(answer.status, 200, "{name}");
        assert!(body == fs::read(entry.path()).unwrap(), "{name} is served otherwise than it is written");
        compared += 1;
    }
    assert!(compared > 20, "{compared}");
}

#[test]
fn every_build_is_reported_once() {
    let site = Site::demonstration();
    let served = site.serve();
    let next = || served.reports.recv_timeout(client::LONG).unwrap();
    assert!(matches!(next(), Report::Built { changes, stale: false, .. } if changes.is_empty()));
    retitle(&site, ARTICLE, "Once");
    match next() {
        Report::Built { changes, errors, .. } => {
            assert_eq!(changes.changed, [ARTICLE]);
            assert!(errors.is_empty());
        }
        other => panic!("{other:?}"),
    }
    assert!(served.reports.recv_timeout(std::time::Duration::from_secs(1)).is_err());
}
