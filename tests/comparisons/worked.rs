//! The worked cases that came with the specification, in both orders, with their figures.

use crosscheck::model::{Finding, Question, Verdict};
use serde_json::Value;

use crate::corpus::{corpus_of, findings, line, member, question_of};

fn question(case: &Value) -> Question {
    let mut text = String::new();
    for (key, value) in case["question"].as_object().unwrap() {
        match (key.as_str(), value) {
            ("scope", Value::Object(scopes)) => {
                for (name, scope) in scopes {
                    text += &format!("scope.{name}={};", scope_of(scope));
                }
            }
            ("values", Value::Array(values)) => {
                text += &format!("values={};", values.iter().map(category).collect::<Vec<_>>().join(","));
            }
            (_, Value::Bool(true)) => text += &format!("{key};"),
            (_, Value::String(value)) => text += &format!("{key}={value};"),
            _ => panic!("{key}: {value}"),
        }
    }
    question_of(&text)
}

fn scope_of(scope: &Value) -> String {
    match scope {
        Value::Array(values) => values.iter().map(|value| value.as_str().unwrap()).collect::<Vec<_>>().join("|"),
        Value::Object(tree) => {
            let parts: Vec<String> = tree["parts"].as_array().unwrap().iter().map(scope_of).collect();
            let exhaustive = if tree["exhaustive"] == Value::Bool(true) { "!" } else { "" };
            format!("{}({}){exhaustive}", tree["whole"].as_str().unwrap(), parts.join(","))
        }
        other => other.as_str().unwrap().to_owned(),
    }
}

fn category(value: &Value) -> String {
    match value {
        Value::Object(group) => {
            let (name, members) = group.iter().next().unwrap();
            format!("{name}({})", members.as_array().unwrap().iter().map(category).collect::<Vec<_>>().join(","))
        }
        other => other.as_str().unwrap().to_owned(),
    }
}

fn claim(fields: &Value, article: &str) -> String {
    let mut text = fields["value"].as_str().unwrap_or("-").to_owned();
    for (key, value) in fields.as_object().unwrap() {
        match (key.as_str(), value) {
            ("value", _) => {}
            ("superseded_by", _) => text += "; superseded",
            ("scope", Value::Object(scope)) => {
                for (name, value) in scope {
                    text += &format!("; scope.{name}={}", value.as_str().unwrap());
                }
            }
            (_, Value::String(value)) => text += &format!("; {key}={value}"),
            _ => panic!("{key}: {value}"),
        }
    }
    text + &format!("; article={article}")
}

fn expected(case: &Value) -> String {
    let expect = &case["expect"];
    let mut text = expect["verdict"].as_str().unwrap().to_owned();
    if let Some(reason) = expect["reason"].as_str() {
        text += &format!("/{reason}");
    }
    for flag in expect["flags"].as_array().unwrap() {
        text += &format!(" {}", flag.as_str().unwrap());
    }
    for (name, value) in case["figures"].as_object().unwrap() {
        text += &match value {
            Value::Array(ends) => format!(" {name}={}..{}", ends[0].as_str().unwrap(), ends[1].as_str().unwrap()),
            Value::String(value) => format!(" {name}={value}"),
            value => format!(" {name}={value}"),
        };
    }
    text
}

fn is_of_a_sum(finding: &Finding) -> bool {
    matches!(finding.verdict, Verdict::SumOk | Verdict::SumMismatch | Verdict::NotChecked) || finding.members.len() > 2
}

#[test]
fn every_worked_case_gives_what_it_says() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("worked.json")).unwrap();
    assert_eq!(cases.len(), 44);
    let mut wrong = Vec::new();
    for case in &cases {
        let question = question(case);
        let sum = case.get("parts").is_some();
        let claims: Vec<String> = if sum {
            let parts = case["parts"].as_array().unwrap();
            std::iter::once(&case["whole"]).chain(parts).map(|fields| claim(fields, "one")).collect()
        } else {
            vec![claim(&case["a"], "article-a"), claim(&case["b"], "article-b")]
        };
        let claims: Vec<&str> = claims.iter().map(String::as_str).collect();
        let forwards: Vec<usize> = (0..claims.len()).collect();
        let backwards: Vec<usize> = forwards.iter().rev().copied().collect();
        for order in [forwards, backwards] {
            let corpus = corpus_of(&question, &claims, &order);
            let comparison = findings(&corpus);
            let found: Vec<&Finding> =
                comparison.findings.iter().filter(|finding| is_of_a_sum(finding) == sum).collect();
            let told: Vec<String> = found.iter().map(|finding| line(finding)).collect();
            if told != [expected(case)] {
                wrong.push(format!("{} {order:?}: {told:?}, expected {}", case["id"], expected(case)));
            }
            if sum {
                let members: Vec<usize> = found[0].members.iter().map(|at| order[member(*at)]).collect();
                assert_eq!(members, (0..claims.len()).collect::<Vec<_>>(), "the whole comes first");
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
