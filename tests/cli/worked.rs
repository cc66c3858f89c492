//! The worked cases of the method, each in both orders, through real content files and out of `findings.json`.
//!
//! All cases are questions of one site, so that one build answers them all. A case that is a pair is written twice,
//! with the articles' ids exchanged, so that neither the order of files nor that of ids decides anything.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::harness::Test;
use serde_json::Value;

const CASES: &str = include_str!("../comparisons/worked.json");

/// What a case says of one claim, as front matter of a list item.
fn claim(question: &str, id: &str, fields: &Value) -> String {
    let mut text = format!("  - question: {question}\n    id: {id}\n");
    for (key, value) in fields.as_object().expect("a claim is an object") {
        writeln!(text, "    {key}: {value}").unwrap();
    }
    text
}

fn article(claims: &str) -> String {
    format!("---\nclaims:\n{claims}---\n")
}

fn question(fields: &Value) -> String {
    let mut text = String::from("---\nquestion: How many?\n");
    for (key, value) in fields.as_object().expect("a question is an object") {
        writeln!(text, "{key}: {value}").unwrap();
    }
    text + "---\n"
}

#[test]
fn the_worked_cases_come_out_as_worked() {
    let cases: Vec<Value> = serde_json::from_str(CASES).expect("the cases are JSON");
    assert_eq!(cases.len(), 44);
    let mut test = Test::new().file("crosscheck.yaml", "title: Cases\n");
    // Question → its case, and the full ids of the claims that its finding must name.
    let mut expected: BTreeMap<String, (&Value, Vec<String>)> = BTreeMap::new();
    for case in &cases {
        let name = case["id"].as_str().expect("an id").to_lowercase();
        if case["whole"].is_object() {
            let id = format!("{name}-sum");
            let mut claims = claim(&id, "whole", &case["whole"]);
            let mut ids = vec![format!("{id}#whole")];
            for (position, part) in case["parts"].as_array().expect("parts").iter().enumerate() {
                claims += &claim(&id, &format!("part-{position}"), part);
                ids.push(format!("{id}#part-{position}"));
            }
            test = test
                .file(&format!("content/questions/{id}.md"), question(&case["question"]))
                .file(&format!("content/articles/{id}.md"), article(&claims));
            expected.insert(id, (case, ids));
            continue;
        }
        for (order, [first, second]) in [("ab", ["a", "b"]), ("ba", ["b", "a"])] {
            let id = format!("{name}-{order}");
            let mut ids = Vec::new();
            for (position, side) in [first, second].into_iter().enumerate() {
                let file = format!("{id}-{position}");
                test = test.file(&format!("content/articles/{file}.md"), article(&claim(&id, side, &case[side])));
                ids.push(format!("{file}#{side}"));
            }
            test = test.file(&format!("content/questions/{id}.md"), question(&case["question"]));
            expected.insert(id, (case, ids));
        }
    }
    let built = test.args(["build", "--quiet"]).any_output().success();
    let findings = built.folder.read("site/data/findings.json");
    let findings: Vec<Value> = serde_json::from_str(&findings).expect("findings are JSON");
    let mut wrong = String::new();
    for (question, (case, claims)) in &expected {
        let mut ids = claims.clone();
        ids.sort();
        let found = findings.iter().filter(|finding| finding["question"] == question.as_str()).find(|finding| {
            let mut members: Vec<String> =
                finding["claims"].as_array().expect("claims").iter().map(|id| id.as_str().unwrap().into()).collect();
            members.sort();
            members == ids && (claims.len() > 2 || is_sum(finding) == case["whole"].is_object())
        });
        let Some(found) = found else {
            writeln!(wrong, "{question}: no finding").unwrap();
            continue;
        };
        let expect = &case["expect"];
        let mut pairs = vec![
            ("verdict", expect["verdict"].clone(), found["verdict"].clone()),
            ("reason", expect["reason"].clone(), found["reason"].clone()),
            ("flags", sorted(&expect["flags"]), sorted(&found["flags"])),
        ];
        for (figure, value) in case["figures"].as_object().expect("figures") {
            pairs.push((figure, value.clone(), found[figure].clone()));
        }
        for (what, wanted, got) in pairs {
            if wanted != got {
                writeln!(wrong, "{question}: {what} is {got}, not {wanted} ({})", case["note"]).unwrap();
            }
        }
        if found["sentence"].as_str().is_none_or(str::is_empty) {
            writeln!(wrong, "{question}: no sentence").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Whether a finding is of a sum, not of the pair that the same two claims are.
fn is_sum(finding: &Value) -> bool {
    finding["verdict"].as_str().is_some_and(|verdict| verdict.starts_with("sum-") || verdict == "not-checked")
}

fn sorted(flags: &Value) -> Value {
    let mut flags = flags.as_array().cloned().unwrap_or_default();
    flags.sort_by_key(ToString::to_string);
    Value::Array(flags)
}
