//! The two readers against each other, and the careful one against anything at all.

use proptest::prelude::*;

use super::*;

/// What front matter is made of, whole and broken.
const FRAGMENTS: [&str; 66] = [
    "title: ",
    "claims:\n",
    "- question: ",
    "  quote: ",
    "events:\n",
    "- event: ",
    "who: ",
    "authors: ",
    "inferred: ",
    "lang: en\n",
    "scope: ",
    "\n",
    "\n",
    "\n",
    " ",
    "  ",
    "    ",
    "- ",
    ":",
    ": ",
    "a",
    "b c",
    "3.30",
    "2020",
    "20,000",
    "no",
    "null",
    "~",
    "true",
    "\"",
    "'",
    "\\",
    "\\n",
    "[",
    "]",
    "{",
    "}",
    ", ",
    ",",
    "#",
    " # ",
    "|",
    ">",
    "|\n",
    ">-\n",
    "&",
    "*",
    "!",
    "%",
    "@",
    "`",
    "<<: ",
    "---\n",
    "...\n",
    "? ",
    "\t",
    "\r\n",
    "é",
    "ح",
    "“",
    "\u{2028}",
    "\u{feff}",
    "\u{0}",
    "draft: true\n",
    "text: full\n",
    "claim",
];

fn garbage() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(FRAGMENTS.as_slice()), 0..24).prop_map(|fragments| fragments.concat())
}

const TEXTS: [&str; 26] = [
    "a",
    "b c",
    "3.30",
    "2020",
    "\"a: b\"",
    "'it''s'",
    "a, b",
    "it's 5% & more",
    "",
    "|\n      x\n      y",
    "a:b",
    "-1",
    "x - y",
    ">-\n      x\n      y\n\n      z",
    "a\n      b",
    "\"a\n      b\"",
    "a # b",
    "null",
    "https://a.b/#c",
    "“a” b",
    "a -- b?",
    "\"\\u00e9\\t\"",
    "a ",
    "'a'  ",
    "a\n\n      b",
    "\"\"",
];
const LISTS: [&str; 8] = [
    "[a, b]",
    "[]",
    "[a,b, 'c, d']",
    "\n      - a\n      - b",
    "\n    - 1\n    - 'b'",
    "",
    "[ \"a\" , b ]",
    "\n    - a\n      b\n    - c",
];
const QUOTES: [&str; 6] = [
    "{ exact: a, prefix: \"b \" }",
    "[a, { exact: b }]",
    "\n      - a\n      - exact: b\n        suffix: c",
    "a b",
    "'3'",
    "\n      a b\n      c",
];
const GROUPS: [&str; 5] = ["{ a: b }", "{a: b, c: 'd, e'}", "\n      a: b\n      c: d e", "{}", "\n      a: 1\n"];

/// Lines as people write them, most of them right: a key that fits its value, then the other way round.
fn plausible() -> impl Strategy<Value = String> {
    fn field(indent: &'static str) -> impl Strategy<Value = String> {
        let pick = |values: &'static [&'static str]| prop::sample::select(values);
        let pair = prop_oneof![
            6 => (pick(&["title", "lang", "url", "value", "note", "by", "as_of"]), pick(&TEXTS)),
            2 => (pick(&["authors", "aliases"]), pick(&LISTS)),
            2 => (pick(&["quote"]), pick(&QUOTES)),
            2 => (pick(&["inferred", "scope"]), pick(&GROUPS)),
            1 => (pick(&["title", "quote", "authors", "draft"]), pick(&["[a]", "{ a: b }", "true", "- a", "full", "a: b"])),
        ];
        pair.prop_map(move |(key, value)| format!("{indent}{key}: {value}\n"))
    }
    let belongs = |top: bool| {
        move |line: &String| {
            let key = line.trim_start().split(':').next().unwrap();
            if top {
                ["title", "lang", "url", "authors", "aliases", "inferred", "draft"].contains(&key)
            } else {
                !["title", "lang", "url", "authors", "aliases"].contains(&key)
            }
        }
    };
    let tops = prop::collection::vec(field("").prop_filter("not of an article", belongs(true)), 0..4);
    let inner = prop::collection::vec(field("    ").prop_filter("not of a claim", belongs(false)), 0..4);
    let claims = prop::collection::vec((prop::sample::select(TEXTS.as_slice()), inner), 0..3);
    (tops, claims, any::<bool>()).prop_map(|(tops, claims, windows)| {
        let once = |lines: Vec<String>| {
            let mut keys = std::collections::HashSet::new();
            lines.into_iter().filter(|line| keys.insert(line.split(':').next().unwrap().to_owned())).collect::<String>()
        };
        let mut yaml = once(tops);
        if !claims.is_empty() {
            yaml += "claims:\n";
        }
        for (question, fields) in claims {
            yaml += &format!("  - question: {question}\n{}", once(fields));
        }
        if windows { yaml.replace('\n', "\r\n") } else { yaml }
    })
}

/// Text that YAML would rather take for something else, in the ways in which YAML can write it.
fn hostile() -> impl Strategy<Value = (String, String)> {
    let words = prop::sample::select(
        [
            "3.30",
            "1e3",
            "0x1F",
            "0o17",
            "no",
            "yes",
            "true",
            "null",
            "~",
            "2020-01-01",
            "12:30:45",
            "a: b",
            "a #b",
            "a # b",
            "#a",
            "- a",
            "-",
            "*a",
            "&a",
            "!a",
            "%a",
            "@a",
            "`a`",
            "[a]",
            "{a}",
            "a, b",
            "it's",
            "\"a\"",
            "'",
            "\\",
            "\\n",
            "a\nb",
            "a\n\nb",
            " a ",
            "",
            "?",
            "? a",
            ":",
            "a:",
            "|",
            ">",
            "<<",
            "---",
            "...",
            "“a”",
            "Зеленський: 5",
            "١٢٫٥",
            "a\tb",
            "\u{a0}",
            "=",
            "a\u{301}",
            "🙂",
            ".inf",
            ".NaN",
            "-0",
            "1_000",
            "+1",
            ",a",
            "a]",
            "}",
        ]
        .as_slice(),
    );
    let text = prop::collection::vec(words, 1..4).prop_map(|words| words.join(" "));
    (text, 0..3_usize).prop_map(|(text, style)| {
        let written = match style {
            0 => format!(
                "\"{}\"",
                text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\t', "\\t")
            ),
            1 if !text.contains(['\n', '\t']) => format!("'{}'", text.replace('\'', "''")),
            _ => serde_json::to_string(&text).unwrap(),
        };
        (text, written)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn what_the_fast_reader_takes_the_careful_one_reads_alike(yaml in prop_oneof![garbage(), plausible()]) {
        if let Some(fields) = fast::<ArticleFields>(&yaml) {
            let reading = careful::<ArticleFields>("a.md", &yaml, 0);
            prop_assert_eq!(&reading.problems, &[]);
            prop_assert_eq!(reading.fields, fields);
        }
    }

    #[test]
    fn what_the_careful_reader_has_nothing_against_serde_reads_alike(yaml in prop_oneof![garbage(), plausible()]) {
        let reading = careful::<ArticleFields>("a.md", &yaml, 0);
        // Serde may refuse a number in an open form, and takes no nothing; what it does read must be the same.
        if let (true, Ok(fields)) = (reading.problems.is_empty(), serde_yaml::from_str::<ArticleFields>(&yaml)) {
            prop_assume!(!yaml.contains(['\u{2028}', '\u{feff}']));
            prop_assert_eq!(reading.fields, fields);
        }
    }

    #[test]
    fn what_the_careful_reader_has_nothing_against_is_yaml(yaml in prop_oneof![garbage(), plausible()]) {
        if careful::<ArticleFields>("a.md", &yaml, 0).problems.is_empty() {
            let verdict = serde_yaml::from_str::<serde::de::IgnoredAny>(&yaml);
            prop_assert!(verdict.is_ok(), "{:?}", verdict);
        }
    }

    #[test]
    fn every_problem_lies_in_the_text(yaml in prop_oneof![garbage(), plausible()]) {
        for problem in careful::<ArticleFields>("a.md", &yaml, 7).problems {
            let At::Bytes(range) = &problem.place.at else { panic!("no place") };
            prop_assert!(yaml.get(range.start - 7..range.end - 7).is_some(), "{:?}", problem);
        }
    }

    #[test]
    fn hostile_text_stays_as_it_is((text, written) in hostile(), (key, short) in hostile()) {
        let yaml = format!(
            "title: {written}\nauthors: [{written}, {short}]\ninferred:\n  {short}: {written}\nclaims:\n  - question: {written}\n    \
             quote: [{written}, {{ exact: {short}, prefix: {written} }}]\n    value: {short}\n"
        );
        let reading = careful::<ArticleFields>("a.md", &yaml, 0);
        prop_assume!(!text.is_empty() && !key.is_empty());
        prop_assert_eq!(&reading.problems, &[], "{}", yaml);
        let fields = reading.fields;
        prop_assert_eq!(fields.title.as_deref(), Some(text.as_str()));
        prop_assert_eq!(&fields.authors, &[text.clone(), key.clone()]);
        prop_assert_eq!(fields.inferred.get(&key), Some(&text));
        let claim = &fields.claims[0];
        prop_assert_eq!(claim.value.as_deref(), Some(key.as_str()));
        prop_assert_eq!(claim.quote.iter().map(|quote| quote.exact.as_str()).collect::<Vec<_>>(), [text.as_str(), key.as_str()]);
        prop_assert_eq!(serde_yaml::from_str::<ArticleFields>(&yaml).unwrap(), fields);
    }
}

#[test]
fn what_serde_cannot_take_is_read_all_the_same() {
    let yaml = "title: a\nclaims:\n- question: b\n  quote: 3.30\n- question: c\n  quote: [2020, true]\nevents:\n- event: d\n  who: 12\n";
    assert_eq!(fast::<ArticleFields>(yaml), None);
    let Reading { fields, problems } = read::<ArticleFields>("a.md", yaml, 0);
    assert_eq!(problems, []);
    assert_eq!(fields.claims[0].quote[0].exact, "3.30");
    assert_eq!(fields.claims[1].quote[1].exact, "true");
    assert_eq!(*fields.events[0].who, ["12".to_owned()]);
}

#[test]
fn what_cannot_be_read_leaves_its_place_in_a_list() {
    let yaml = "claims:\n- value: 1\n- 5\n- question: c\n  quote: [a, [b], c]\nauthors: [a, {b: c}, d]\n";
    let Reading { fields, problems } = read::<ArticleFields>("a.md", yaml, 0);
    assert_eq!(problems.len(), 4);
    assert_eq!(
        fields.claims.iter().map(|claim| claim.question.as_deref()).collect::<Vec<_>>(),
        [None, None, Some("c")]
    );
    assert_eq!(fields.claims[0].value.as_deref(), Some("1"));
    assert_eq!(fields.claims[2].quote.iter().map(|quote| quote.exact.as_str()).collect::<Vec<_>>(), ["a", "", "c"]);
    assert_eq!(fields.authors, ["a", "", "d"]);
}

#[test]
fn depth_and_size_are_limited() {
    for yaml in
        ["[".repeat(50_000), "- ".repeat(50_000), "{a: ".repeat(20_000), "title: ".repeat(20_000), "? ".repeat(5_000)]
    {
        assert!(read::<ArticleFields>("a.md", &yaml, 0).is_damaged());
    }
    let deep: String = (0..2_000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    assert!(read::<ArticleFields>("a.md", &deep, 0).is_damaged());
}

#[test]
fn the_tree_has_everything_in_its_place() {
    let yaml = "title: é\nclaims:\n  - question: b\n    quote: 'c d'\n";
    let root = tree::<ArticleFields>(yaml);
    let claims = &root.entries()[1];
    assert_eq!(&yaml[claims.key_range.clone()], "claims");
    let Kind::Sequence(items) = &claims.value.kind else { panic!("{claims:?}") };
    assert_eq!(&yaml[items[0].entries()[1].value.range.clone()], "'c d'");
}
