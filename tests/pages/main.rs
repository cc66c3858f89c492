//! Builds whole sites and reads them as a browser would: every link must lead somewhere, nothing may be loaded from
//! elsewhere, and what must not be shown must be nowhere.

mod machines;
mod search;
mod site;

use crosscheck::diagnostics::Code;
use crosscheck::pipeline::{self, Options};
use crosscheck::timings::Timings;
use site::Site;

/// A small corpus that tries to do harm, in two scripts, with every way of showing a text.
const HOSTILE: &[(&str, &str)] = &[
    (
        "crosscheck.yaml",
        "title: \"<b>Tests</b> & more\"\nbase_url: https://example.org/sub/folder/\nlanguage: en\ntext: quotes\n",
    ),
    (
        "content/sources/full.md",
        "---\nname: 'Full \"><script>alert(1)</script>'\ntext: full\n---\n<img src=x onerror=alert(1)>\n",
    ),
    ("content/sources/linked.md", "---\nname: Linked\ntext: link\n---\n"),
    ("content/entities/ruler.md", "---\nname: Ruler\nkind: person\naliases: [old-ruler]\n---\n"),
    (
        "content/entities/witness.md",
        "---\nname: Hidden Witness\nkind: person\nspellings: [H. Witness]\nprivate: true\n---\n",
    ),
    (
        "content/questions/killed.md",
        "---\nquestion: How many were killed?\nkind: count\nunit: killed\ninteger: true\n---\n[here](/method/) ![x](https://example.org/pixel.png)\n",
    ),
    (
        "content/articles/whole.md",
        "---\ntitle: '</title><script>alert(2)</script>'\nsource: full\npublished: 2024-05-03\nurl: https://example.org/a?b=1&c=2\n\
         events:\n  - event: strike\n    title: The strike\n    date: 2024-05-02\n    who: [Ruler, Hidden Witness]\n    quote: struck the town on 2 May 2024\n\
         claims:\n  - question: killed\n    value: 12 killed\n    by: Hidden Witness\n    quote: 12 people were killed\n---\n\
         They struck the town on 2 May 2024, and 12 people were killed.\n\n<script>alert(3)</script>\n\n[x](javascript:alert(4)) ![y](https://example.org/p.png)\n",
    ),
    (
        "content/articles/quoted.md",
        "---\ntitle: مقال\nlang: ar\npublished: 2024-05-04\n\
         events:\n  - event: strike\n    date: 2024-05-03?\n    quote: وقع القصف\n\
         claims:\n  - question: killed\n    value: 15 killed\n    quote: قتل 15 شخصا\n---\n\
         وقع القصف. قتل 15 شخصا. جملة سرية لا تظهر.\n\nفقرة سرية.\n",
    ),
    (
        "content/articles/linked.md",
        "---\ntitle: Linked\nsource: linked\npublished: 2024-05-05\nurl: https://linked.example.org/a\narchived: https://archive.example.org/a\n\
         claims:\n  - question: killed\n    value: 40 killed\n    quote: as many as unsaid words say, 40 killed\n---\n\
         It is as many as unsaid words say, 40 killed.\n",
    ),
    (
        "content/articles/gone.md",
        "---\ntitle: Gone\npublished: 2024-05-06\nwithdrawn: { on: 2024-06-01, reason: It was false. }\n\
         claims:\n  - question: killed\n    value: 99 killed\n    quote: vanished words, 99 killed\n---\nThese are vanished words, 99 killed.\n",
    ),
];

#[test]
fn the_demonstration_leads_everywhere_it_says() {
    let site = Site::build(std::path::Path::new(env!("CARGO_MANIFEST_DIR")));
    site.assert_links_lead_somewhere();
    site.assert_policy();
}

#[test]
fn a_hostile_corpus_leads_everywhere_too() {
    let site = Site::of(HOSTILE);
    site.assert_links_lead_somewhere();
    site.assert_policy();
}

#[test]
fn only_quoted_sentences_are_shown_of_quotes_and_nothing_of_link() {
    let site = Site::of(HOSTILE);
    site.assert_nowhere("سرية");
    site.assert_nowhere("unsaid words");
    assert!(site.page("articles/quoted/index.html").contains("وقع القصف"));
}

#[test]
fn a_quote_can_be_looked_up_where_it_was_said_unless_its_words_may_not_be_shown() {
    let site = Site::of(HOSTILE);
    let original = "href=\"https://example.org/a?b=1&amp;c=2#:~:text=12%20people%20were%20killed\"";
    assert!(site.page("articles/whole/index.html").contains(original));
    let linked = site.page("articles/linked/index.html");
    assert!(!linked.contains(":~:"), "{linked}");
    assert!(linked.contains("href=\"https://linked.example.org/a\">in the original</a>"), "{linked}");
    site.assert_nowhere("unsaid%20words");
}

#[test]
fn what_was_withdrawn_leaves_a_notice_only() {
    let site = Site::of(HOSTILE);
    site.assert_nowhere("vanished words");
    site.assert_nowhere("99 killed");
    assert!(site.page("articles/gone/index.html").contains("It was false."));
}

#[test]
fn a_private_person_is_named_nowhere() {
    let site = Site::of(HOSTILE);
    site.assert_nowhere("Hidden");
    assert!(!site.has("entities/witness/index.html"));
}

#[test]
fn an_article_says_its_language_and_its_original() {
    let site = Site::of(HOSTILE);
    assert!(site.page("articles/quoted/index.html").contains("<h1 lang=\"ar\" dir=\"rtl\">"));
    let whole = site.page("articles/whole/index.html");
    assert!(whole.contains("<link rel=\"canonical\" href=\"https://example.org/a?b=1&amp;c=2\">"), "{whole}");
    assert!(whole.contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(!site.page("articles/quoted/index.html").contains("noindex"));
}

#[test]
fn an_older_address_leads_to_the_new_one_and_404_works_at_any_depth() {
    let site = Site::of(HOSTILE);
    assert!(site.page("entities/old-ruler/index.html").contains("url=../../entities/ruler/\""));
    assert!(site.page("404.html").contains("href=\"/sub/folder/static/style."));
}

#[test]
fn hosts_are_told_about_older_addresses_and_what_may_be_kept() {
    let site = Site::of(HOSTILE);
    assert_eq!(site.page("_redirects"), "/sub/folder/entities/old-ruler/ /sub/folder/entities/ruler/ 301\n");
    assert_eq!(site.page(".nojekyll"), "");
    let headers = site.page("_headers");
    assert!(headers.starts_with("/sub/folder/*\n  Content-Security-Policy: default-src 'none'; "), "{headers}");
    let kept = headers.lines().filter_map(|line| line.strip_prefix("/sub/folder/static/"));
    let kept: Vec<&str> = kept.collect();
    assert!(kept.len() >= 2, "{headers}");
    for name in kept {
        let (_, hash) = name.rsplit_once('.').unwrap().0.rsplit_once('.').unwrap();
        let bytes = site.page(&format!("static/{name}")).as_bytes();
        assert_eq!(blake3::hash(bytes).to_hex()[..10], *hash, "{name} may be kept for ever");
    }
}

#[test]
fn the_sitemap_lists_where_search_engines_are_welcome_with_true_dates_only() {
    let added = HOSTILE.iter().map(|(path, text)| (*path, text.replace("published: 2024-05-04", "added: 2024-06-07")));
    let files: Vec<(&str, String)> = added.collect();
    let site = Site::of(&files.iter().map(|(path, text)| (*path, text.as_str())).collect::<Vec<_>>());
    let sitemap = site.page("sitemap.xml");
    let base = "<url><loc>https://example.org/sub/folder/";
    assert!(sitemap.contains(&format!("{base}articles/quoted/</loc><lastmod>2024-06-07</lastmod></url>")), "{sitemap}");
    assert!(sitemap.contains(&format!("{base}claims/killed/</loc><lastmod>2024-06-07</lastmod></url>")), "{sitemap}");
    // Its publication is no change of this site.
    assert!(sitemap.contains(&format!("{base}articles/linked/</loc></url>")), "{sitemap}");
    for absent in ["articles/whole/", "articles/gone/", "old-ruler", "404", "witness"] {
        assert!(!sitemap.contains(absent), "{absent} in {sitemap}");
    }
    assert!(site.page("robots.txt").ends_with("\nSitemap: https://example.org/sub/folder/sitemap.xml\n"));
}

#[test]
fn links_to_a_page_are_shown_with_what_it_says() {
    let site = Site::of(HOSTILE);
    let whole = site.page("articles/whole/index.html");
    let title = r#"<meta property="og:title" content="&lt;/title&gt;&lt;script&gt;alert(2)&lt;/script&gt;">"#;
    assert!(whole.contains(title), "{title} in {whole}");
    assert!(whole.contains("<meta property=\"og:type\" content=\"article\">"));
    assert!(!whole.contains("og:description"), "an article's words are not the editor's");
    let question = site.page("claims/killed/index.html");
    assert!(question.contains("<meta property=\"og:url\" content=\"https://example.org/sub/folder/claims/killed/\">"));
    assert!(question.contains("<meta property=\"og:description\" content=\"here"), "{question}");
}

#[test]
fn only_somebody_elses_whole_text_points_to_the_original() {
    let quoted: Vec<_> =
        HOSTILE.iter().map(|(path, text)| (*path, text.replace("text: full", "text: quotes"))).collect();
    let site = Site::of(&quoted.iter().map(|(path, text)| (*path, text.as_str())).collect::<Vec<_>>());
    let page = site.page("articles/whole/index.html");
    assert!(
        page.contains("<link rel=\"canonical\" href=\"https://example.org/sub/folder/articles/whole/\">"),
        "{page}"
    );
}

/// Seventy articles over three years, each with an event and a claim, all of one source.
fn long() -> Site {
    let question = |asked: &str| format!("---\nquestion: {asked}?\nkind: count\nunit: boats\n---\n");
    let mut files = vec![
        ("crosscheck.yaml".to_owned(), "title: Long\nbase_url: https://example.org/\npage_size: 20\n".to_owned()),
        ("content/sources/one.md".to_owned(), "---\nname: One\n---\n".to_owned()),
        ("content/entities/town.md".to_owned(), "---\nname: Town\nkind: place\n---\n".to_owned()),
        // Ids that are what pages of lists would be called.
        ("content/questions/2.md".to_owned(), question("Two")),
        ("content/questions/all.md".to_owned(), question("All")),
    ];
    for at in 0..70 {
        let day = format!("{}-{:02}-{:02}", 2020 + at / 28, 1 + at % 12, 1 + at % 27);
        let question = if at % 2 == 0 { "2" } else { "all" };
        let text = format!(
            "---\ntitle: Article {at}\nsource: one\npublished: {day}\nevents:\n  - event: e-{at}\n    title: Event {at}\n    \
             date: {day}\n    place: Town\n    quote: It happened\nclaims:\n  - question: {question}\n    value: {at} boats\n    \
             quote: {at} boats sank\n---\nIt happened, and {at} boats sank.\n"
        );
        files.push((format!("content/articles/a-{at}.md"), text));
    }
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    Site::of(&files)
}

#[test]
fn long_lists_are_cut_and_still_lead_everywhere() {
    let site = long();
    site.assert_links_lead_somewhere();
    site.assert_policy();
    for page in [
        "timeline/2021/index.html",
        "timeline/2021/2/index.html",
        "articles/2022/index.html",
        "claims/all-list/index.html",
        "claims/all-list/4/index.html",
        "sources/one/4/index.html",
    ] {
        assert!(site.has(page), "no {page}");
    }
    for (page, heading) in [("claims/2/index.html", "<h1>Two?</h1>"), ("claims/all/index.html", "<h1>All?</h1>")] {
        assert!(site.page(page).contains(heading), "{page}: a question keeps its address");
    }
    assert!(site.page("events/e-30/index.html").contains("href=\"../../timeline/2021/#e.e-30\""));
    let pages = ["", "2020/", "2020/2/", "2021/", "2021/2/", "2022/"].map(|part| format!("timeline/{part}index.html"));
    for at in 0..70 {
        let anchor = format!("id=\"e.e-{at}\"");
        let on = pages.iter().filter(|page| site.page(page).contains(&anchor)).count();
        assert_eq!(on, 1, "event {at} stands on one page of the timeline");
    }
}

#[test]
fn what_narrows_a_list_down_is_there_for_a_script_only() {
    let site = long();
    let page = site.page("timeline/2020/index.html");
    let (_, from_template) = page.split_once("<template id=\"_filter\">").unwrap();
    let (template, rest) = from_template.split_once("</template>").unwrap();
    assert!(template.contains("<select") && template.contains("role=\"status\""));
    assert!(!rest.contains("<select") && rest.contains("data-dates=\"2020-01-01/2020-01-01\""));
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    assert!(Site::of(HOSTILE) == Site::of(HOSTILE));
}

#[test]
fn an_editors_page_is_not_lost_behind_one_of_the_sites_own() {
    let site = Site::build(std::path::Path::new(env!("CARGO_MANIFEST_DIR")));
    let folders = site.top_folders();
    assert!(folders.contains("timeline") && folders.contains("static"), "{folders:?}");
    for folder in folders.into_iter().filter(|folder| *folder != "about") {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(root.path().join("content/pages")).unwrap();
        std::fs::write(root.path().join("crosscheck.yaml"), "title: Town\n").unwrap();
        std::fs::write(root.path().join(format!("content/pages/{folder}.md")), "---\ntitle: Own\n---\n").unwrap();
        let checked = pipeline::check(root.path(), &Options::default(), &mut Timings::default());
        let codes: Vec<_> = checked.diagnostics.iter().map(|problem| problem.code).collect();
        assert_eq!(codes, [Code::BadId], "{folder}");
    }
}
