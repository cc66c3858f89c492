//! What the site writes for other programs: feeds, a calendar, a timeline, data. Read here as bytes; `tests/readers` has
//! the programs that they are meant for read them.

use std::path::Path;
use std::sync::LazyLock;

use serde_json::Value;

use crate::site::Site;

/// Everything that may be switched on, and one thing of each kind that may not be shown, each with a word of its own.
const WITHHELD: &[(&str, &str)] = &[
    (
        "crosscheck.yaml",
        "title: Harbour\nbase_url: https://Example.org:8080/harbour/\nlicense: CC-BY-4.0\npage_data: true\n\
         feeds: { entities: true, questions: true }\n",
    ),
    ("content/sources/courier.md", "---\nname: Courier\ntext: full\nlicense: Ask the Courier\n---\n"),
    ("content/sources/agency.md", "---\nname: Agency\ntext: link\n---\n"),
    ("content/sources/gazette.md", "---\nname: Gazette\ntext: quotes\n---\n"),
    ("content/entities/port.md", "---\nname: Old Port\nkind: place\nlocation: [50.45, 30.52]\n---\n"),
    (
        "content/entities/witness.md",
        "---\nname: Ida Marjoram\nkind: person\nspellings: [I. Marjoram]\nprivate: true\n---\nMarjoram lives here.\n",
    ),
    ("content/questions/boats.md", "---\nquestion: How many boats sank?\nkind: count\nunit: boats\n---\n"),
    (
        "content/articles/shown.md",
        "---\ntitle: The storm\nsource: courier\npublished: 2024-05-03\nadded: 2024-05-04\nurl: https://example.com/storm\n\
         corrections: [{ on: 2024-05-09, was: nine boats, now: twelve boats, why: miscounted }]\n\
         events:\n  - event: storm\n    date: 2024-05-02\n    place: port\n    who: [Ida Marjoram]\n    \
         quote: The storm came on 2 May 2024\n    internal: ask tormentil\n\
         claims:\n  - question: boats\n    value: 12 boats\n    by: Ida Marjoram\n    quote: Bluebell says 12 boats sank\n    \
         internal: from tormentil\n---\n\
         The storm came on 2 May 2024 to the port. </script><b>Bluebell</b> says 12 boats sank, Ida Marjoram too.\n",
    ),
    (
        "content/articles/quoted.md",
        "---\ntitle: Another count\nsource: gazette\npublished: 2024-05-05\n\
         events:\n  - event: storm\n    date: 2024-05-03\n    quote: It came on 3 May 2024\n\
         claims:\n  - question: boats\n    value: 15 boats\n    quote: 15 boats\n---\n\
         It came on 3 May 2024. They lost 15 boats there. Nobody counted celandine.\n\nMore celandine.\n",
    ),
    (
        "content/articles/linked.md",
        "---\ntitle: A third count\nsource: agency\npublished: 2024-05-06\nretrieved: 2024-05-07\n\
         claims:\n  - question: boats\n    value: 40 boats\n    quote: quillwort says 40 boats\n    \
         translation: and quillwort again\n---\nHere quillwort says 40 boats sank.\n",
    ),
    (
        "content/articles/gone.md",
        "---\ntitle: Saxifrage\nsource: courier\npublished: 2024-05-07\nwithdrawn: { on: 2024-06-01, reason: False. }\n\
         events:\n  - event: saxifrage-day\n    title: Saxifrage day\n    date: 2024-05-02\n    quote: saxifrage came\n\
         claims:\n  - question: boats\n    value: 99 boats\n    quote: saxifrage says 99 boats\n---\n\
         Yes, saxifrage came, and saxifrage says 99 boats.\n",
    ),
    (
        "content/articles/draft.md",
        "---\ntitle: Fumitory\nsource: courier\npublished: 2024-05-08\ndraft: true\n\
         events:\n  - event: fumitory-day\n    title: Fumitory day\n    date: 2024-05-02\n    quote: fumitory came\n---\n\
         Then fumitory came.\n",
    ),
    (
        "content/articles/half-draft.md",
        "---\ntitle: Half of it\npublished: 2024-05\n\
         events:\n  - event: fumitory-night\n    title: Fumitory night\n    quote: fumitory\n    draft: true\n\
         claims:\n  - question: boats\n    value: 13 boats\n    quote: fumitory lost 13 boats\n    draft: true\n---\n\
         At night fumitory lost 13 boats.\n",
    ),
    ("content/articles/undated.md", "---\ntitle: When\n---\nWords.\n"),
];

fn site() -> &'static Site {
    static SITE: LazyLock<Site> = LazyLock::new(|| Site::of(WITHHELD));
    &SITE
}

/// The second corpus.
fn quake() -> &'static Site {
    static SITE: LazyLock<Site> =
        LazyLock::new(|| Site::build(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpora/quake")));
    &SITE
}

fn json(site: &Site, path: &str) -> Value {
    serde_json::from_str(site.page(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The one entry of a list whose key has this value.
fn one<'v>(list: &'v Value, key: &str, value: &str) -> &'v Value {
    let found: Vec<&Value> = list.as_array().unwrap().iter().filter(|entry| entry[key] == value).collect();
    assert_eq!(found.len(), 1, "{key} {value} in {list:#}");
    found[0]
}

#[test]
fn no_file_has_a_withheld_word() {
    let site = site();
    // The words that were there to be found are found, in every form.
    for path in [
        "articles/shown/index.html",
        "data/claims.json",
        "data/claims.csv",
        "claims/boats/data.csv",
        "feed.xml",
        "feed.json",
        "claims/boats/feed.xml",
    ] {
        assert!(site.page(path).contains("Bluebell"), "{path}");
    }
    for path in ["events.ics", "data/timelinejs.json", "events/storm/data.csv", "entities/port/feed.json"] {
        assert!(site.has(path), "{path}");
    }
    for word in ["quillwort", "saxifrage says", "saxifrage came", "marjoram", "tormentil", "fumitory", "celandine"] {
        site.assert_nowhere_in_any_case(word);
    }
}

#[test]
fn of_a_withdrawn_article_only_its_notice_knows() {
    let site = site();
    let naming: Vec<&str> = site.paths_with("axifrage").collect();
    assert_eq!(naming, ["articles/gone/index.html"]);
}

#[test]
fn feeds_have_ids_that_stay_and_times_of_the_content() {
    let feed = json(site(), "feed.json");
    assert_eq!(feed["feed_url"], "https://Example.org:8080/harbour/feed.json");
    let claim = one(&feed["items"], "id", "tag:example.org,2026:harbour/claim/shown/boats");
    assert_eq!(claim["title"], "How many boats sank? 12 boats (Courier)");
    assert_eq!(claim["date_modified"], "2024-05-04T00:00:00Z", "added, not published");
    assert_eq!(claim["url"], "https://Example.org:8080/harbour/articles/shown/#boats");
    let article = one(&feed["items"], "id", "tag:example.org,2026:harbour/article/shown");
    assert_eq!(
        [&article["date_published"], &article["date_modified"]],
        ["2024-05-04T00:00:00Z", "2024-05-09T00:00:00Z"]
    );
    let correction = one(&feed["items"], "id", "tag:example.org,2026:harbour/correction/shown/2024-05-09/1");
    assert_eq!(correction["date_modified"], "2024-05-09T00:00:00Z");
    // A contradiction appears with the later of its claims.
    let differences = feed["items"].as_array().unwrap().iter().filter(|item| item["tags"][0] == "difference");
    let mut appeared: Vec<&str> = differences.map(|item| item["date_modified"].as_str().unwrap()).collect();
    appeared.sort_unstable();
    let days = ["2024-05-05T00:00:00Z", "2024-05-05T00:00:00Z", "2024-05-07T00:00:00Z", "2024-05-07T00:00:00Z"];
    assert_eq!(appeared, days, "12 and 15 boats, 2 and 3 May, then 40 boats against each");
}

#[test]
fn a_feed_is_in_order_and_has_each_thing_once() {
    let feed = json(quake(), "feed.json");
    let items = feed["items"].as_array().unwrap();
    assert_eq!(items.len(), 200, "the latest, not all");
    let times: Vec<&str> = items.iter().map(|item| item["date_modified"].as_str().unwrap()).collect();
    assert!(times.windows(2).all(|pair| pair[0] >= pair[1]));
    let ids: std::collections::BTreeSet<&str> = items.iter().map(|item| item["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), items.len());
}

#[test]
fn atom_and_json_say_the_same() {
    let site = site();
    let (atom, feed) = (site.page("feed.xml"), json(site, "feed.json"));
    let items = feed["items"].as_array().unwrap();
    assert_eq!(atom.matches("<entry>").count(), items.len());
    for item in items {
        assert!(atom.contains(&format!("<id>{}</id>", item["id"].as_str().unwrap())), "{}", item["id"]);
    }
    assert!(atom.starts_with("<?xml version=\"1.0\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">"));
}

#[test]
fn pages_name_their_feeds() {
    let site = site();
    let head = |path: &str| site.page(path).split("</head>").next().unwrap().to_owned();
    for (path, href) in [
        ("index.html", "feed.xml"),
        ("articles/shown/index.html", "../../feed.json"),
        ("entities/port/index.html", "../../entities/port/feed.xml"),
        ("claims/boats/index.html", "../../claims/boats/feed.json"),
        ("timeline/index.html", "../events.ics"),
    ] {
        assert!(head(path).contains(&format!("href=\"{href}\"")), "{path}: {}", head(path));
    }
    site.assert_links_lead_somewhere();
}

#[test]
fn without_an_address_there_are_no_feeds() {
    let site = Site::of(&[
        ("crosscheck.yaml", "title: T\n"),
        ("content/articles/a.md", "---\ntitle: A\npublished: 2024\n---\nWords.\n"),
    ]);
    assert!(!site.has("feed.xml") && !site.has("feed.json") && !site.has("events.ics"));
    assert!(site.has("data/datapackage.json"));
    assert!(!site.page("index.html").contains("rel=\"alternate\""));
}

#[test]
fn the_calendar_ends_a_day_later_and_says_what_days_cannot() {
    let site = site();
    let calendar = site.page("events.ics").replace("\r\n ", "");
    for line in [
        "UID:storm@Example.org:8080/harbour",
        "DTSTART;VALUE=DATE:20240503",
        "DTEND;VALUE=DATE:20240504",
        "DTSTAMP:20240509T000000Z",
        "X-EDTF;VALUE=TEXT:2024-05-03",
        "SUMMARY:storm · 3 May 2024\\, and sources differ on the date",
        "LOCATION:Old Port",
        "GEO:50.45;30.52",
    ] {
        assert!(calendar.contains(&format!("\r\n{line}\r\n")), "{line} in {calendar}");
    }
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 1);
}

#[test]
fn timelinejs_is_given_text_and_no_elements() {
    let hostile = json(&Site::of(crate::HOSTILE), "data/timelinejs.json");
    assert_eq!(hostile["title"]["text"]["headline"], "&lt;b&gt;Tests&lt;/b&gt; &amp; more");
    let storm = &json(site(), "data/timelinejs.json")["events"][0];
    assert_eq!(storm["start_date"], serde_json::json!({ "year": "2024", "month": "5", "day": "3" }));
    assert_eq!([&storm["unique_id"], &storm["group"]], ["storm", "Several sources"]);
    assert_eq!(storm["display_date"], "3 May 2024, and sources differ on the date");
}

#[test]
fn the_data_page_says_how_many_rows_there_are_and_what_is_left_out() {
    for site in [site(), quake()] {
        let page = site.page("data/index.html");
        for table in ["claims", "events", "accounts", "findings", "questions", "articles", "sources", "entities"] {
            let rows = json(site, &format!("data/{table}.json")).as_array().unwrap().len();
            assert!(
                page.contains(&format!(
                    "{table}.json</a></span> <span>{} row",
                    if rows == 1 { "one".into() } else { rows.to_string() }
                )),
                "{rows} {table}"
            );
        }
    }
    let page = site().page("data/index.html").to_owned();
    assert!(page.contains("One article is in no feed"), "{page}");
    assert!(page.contains("href=\"https://creativecommons.org/licenses/by/4.0/\""));
    assert!(page.contains("Ask the Courier"));
    assert!(page.contains("Each question has feeds of its own"));
}

#[test]
fn finding_ids_are_unique_and_a_page_has_its_rows() {
    let site = quake();
    let findings = json(site, "data/findings.json");
    let ids: Vec<&str> = findings.as_array().unwrap().iter().map(|finding| finding["id"].as_str().unwrap()).collect();
    let unique: std::collections::BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(unique.len(), ids.len());
    let own = self::site();
    let all: Vec<&str> = own.page("data/claims.csv").lines().collect();
    assert_eq!(own.page("claims/boats/data.csv").lines().collect::<Vec<_>>(), all, "there is one question");
    assert_eq!(own.page("events/storm/data.csv").lines().count(), 3);
}

/// A page's JSON-LD: its nodes.
fn linked(site: &Site, path: &str) -> Value {
    let page = site.page(path);
    let (_, rest) =
        page.split_once("<script type=\"application/ld+json\">").unwrap_or_else(|| panic!("none in {path}"));
    let (json, _) = rest.split_once("</script>").unwrap();
    let mut block: Value = serde_json::from_str(json).unwrap_or_else(|error| panic!("{path}: {error}"));
    assert_eq!(block["@context"], "https://schema.org");
    block["@graph"].take()
}

#[test]
fn an_article_is_its_publishers_and_a_claim_is_whose_it_is() {
    let graph = linked(site(), "articles/shown/index.html");
    let page = one(&graph, "@type", "WebPage");
    assert_eq!(page["isBasedOn"]["@id"], "https://example.com/storm");
    assert!(page.get("author").is_none() && page.get("publisher").is_none());
    let article = one(&graph, "@type", "NewsArticle");
    assert_eq!([&article["@id"], &article["url"]], ["https://example.com/storm"; 2]);
    assert_eq!([&article["publisher"]["name"], &article["headline"]], ["Courier", "The storm"]);
    assert_eq!(article["datePublished"], "2024-05-03");
    assert!(article.get("author").is_none(), "nobody is said to have written it");
    let claim = one(&graph, "@type", "Claim");
    assert_eq!(claim["text"], "Bluebell says 12 boats sank");
    assert_eq!([&claim["appearance"]["@id"], &claim["firstAppearance"]["@id"]], ["https://example.com/storm"; 2]);
    assert!(claim.get("author").is_none(), "she is not named");
    let of_link = linked(site(), "articles/linked/index.html");
    assert!(one(&of_link, "@type", "Claim").get("text").is_none());
    assert!(!site().page("articles/gone/index.html").contains("ld+json"), "a withdrawn article has a notice only");
}

#[test]
fn an_event_has_no_date_while_sources_dispute_it() {
    let event = &linked(site(), "events/storm/index.html")[0];
    assert_eq!([&event["@type"], &event["name"]], ["Event", "storm"]);
    assert!(event.get("startDate").is_none());
    assert_eq!(event["location"][0]["geo"]["latitude"], "50.45");
    let telling: Vec<&Value> = event["subjectOf"].as_array().unwrap().iter().map(|one| &one["headline"]).collect();
    assert_eq!(telling, ["Another count", "The storm"]);
}

#[test]
fn a_figure_is_an_observation_with_what_its_words_promise() {
    let graph = linked(site(), "claims/boats/index.html");
    let figures: Vec<&Value> = graph.as_array().unwrap().iter().filter(|node| node["@type"] == "Observation").collect();
    assert_eq!(figures.len(), 3);
    let twelve = figures.iter().find(|node| node["value"] == "12").unwrap();
    let limits = [&twelve["minValue"], &twelve["maxValue"]];
    let strict = &json(site(), "data/claims.json");
    let claim = one(strict, "id", "shown#boats");
    assert_eq!(limits, [&claim["low"], &claim["high"]]);
    assert_eq!(twelve["unitText"], "boats");
    assert_eq!(twelve["subjectOf"]["@id"], "https://Example.org:8080/harbour/articles/shown/#boats");
}

#[test]
fn the_data_are_a_dataset() {
    let set = &linked(site(), "data/index.html")[0];
    assert_eq!([&set["@type"], &set["license"]], ["Dataset", "https://creativecommons.org/licenses/by/4.0/"]);
    assert_eq!(set["distribution"].as_array().unwrap().len(), 3);
}

#[test]
fn annotations_give_no_more_of_the_text_than_pages_do() {
    let site = site();
    let collection = json(site, "data/annotations.jsonld");
    assert_eq!([&collection["type"], &collection["total"]], [&Value::from("AnnotationCollection"), &Value::from(5)]);
    let page = json(site, "data/annotations/1.jsonld");
    assert_eq!(collection["first"], page["id"]);
    assert_eq!(page["items"].as_array().unwrap().len(), 5);
    let target = |id: &str| {
        one(&page["items"], "id", &format!("tag:example.org,2026:harbour/annotation/{id}"))["target"][0].clone()
    };
    let full = target("shown/boats");
    assert_eq!(full["source"], "https://example.com/storm");
    assert_eq!(full["selector"]["exact"], "Bluebell says 12 boats sank");
    assert_eq!(full["selector"]["prefix"], "came on 2 May 2024 to the port. ", "32 characters");
    // Of a text that is quoted only: the sentence, here with the one before, which is quoted too; no word of the next.
    let quoted = target("quoted/boats");
    assert_eq!(quoted["source"], "https://Example.org:8080/harbour/articles/quoted/");
    assert_eq!(
        [&quoted["selector"]["prefix"], &quoted["selector"]["suffix"]],
        ["t came on 3 May 2024. They lost ", " there."]
    );
    let linked = target("linked/boats");
    assert!(linked.get("selector").is_none());
    assert_eq!(linked["state"]["sourceDate"], "2024-05-07T00:00:00Z");
}
