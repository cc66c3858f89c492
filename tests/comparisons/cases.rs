//! Cases of our own, a line each, in `cases/*.txt`:
//!
//! ```text
//! ? kind=cumulative; unit=USD; scope.basis=pledged|paid          the question of the cases below it
//! about 20 million; as_of=2023-06 <> 22 million; as_of=2023-06 => compatible/hedge loose
//! sum 60 <> 55.9; scope.share=part-1 <> 3.3; scope.share=part-2 => sum-ok/rounding loose
//! ```
//!
//! What stands left of `=>` are claims (`corpus.rs` says how they are written; `-` is a claim without a value), right of it
//! is the one finding on the pair or, after `sum`, the one finding of the sum; `none` where there must be none. `first=0`
//! or `first=1` says which of a pair the finding must name first, whatever the order of the corpus. Claims after a third
//! `<>` of a pair are there to be referred to (`via=#2`, `via=@2` its article). `ruled VERDICT` before a pair rules on it. `strict` compares
//! strictly. `status`, `bands` and `derived` ask for what is told of the question as a whole (`summary.rs`).

use std::fmt::Write as _;
use std::path::Path;

use crosscheck::compare::{Options, compare};
use crosscheck::model::{Finding, Member, Question, Verdict};

use crate::corpus::{corpus_of, line, member, question_of, ruling};
use crate::summary::{bands, derived, status};

fn is_of_a_sum(finding: &Finding) -> bool {
    matches!(finding.verdict, Verdict::SumOk | Verdict::SumMismatch | Verdict::NotChecked)
        || finding.figures.remainder.is_some()
        || finding.members.len() > 2
}

/// What a case asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    Pair,
    Sum,
    Status,
    Bands,
    Derived,
}

struct Case<'a> {
    question: &'a Question,
    claims: Vec<&'a str>,
    asked: Asked,
    strict: bool,
    ruled: Option<Verdict>,
    expected: &'a str,
}

impl<'a> Case<'a> {
    fn of(question: &'a Question, text: &'a str) -> Self {
        let (left, expected) = text.rsplit_once("=>").unwrap_or_else(|| panic!("no => in {text}"));
        let (mut left, mut asked, mut strict, mut ruled) = (left.trim(), Asked::Pair, false, None);
        while let Some((word, rest)) = left.split_once(' ') {
            match word {
                "strict" => strict = true,
                "sum" => asked = Asked::Sum,
                "status" => asked = Asked::Status,
                "bands" => asked = Asked::Bands,
                "derived" => asked = Asked::Derived,
                "ruled" => {
                    let (name, rest) = rest.split_once(' ').unwrap();
                    ruled = Verdict::ALL.into_iter().find(|verdict| verdict.name() == name);
                    assert!(ruled.is_some(), "{name}");
                    left = rest;
                    continue;
                }
                _ => break,
            }
            left = rest;
        }
        let claims = left.split("<>").map(str::trim).collect();
        Self { question, claims, asked, strict, ruled, expected: expected.trim() }
    }

    /// What is found with the claims in this order.
    fn found(&self, order: &[usize]) -> String {
        let mut corpus = corpus_of(self.question, &self.claims, order);
        let place = |claim: usize| order.iter().position(|at| *at == claim).unwrap();
        if let Some(verdict) = self.ruled {
            corpus.questions[0].rulings.push(ruling([place(0), place(1)], verdict));
        }
        let comparison = compare(&corpus, Options { strict: self.strict });
        match self.asked {
            Asked::Status => return status(&comparison.questions[0], self.expected.contains("latest=")),
            Asked::Bands => return bands(&comparison.questions[0], order),
            Asked::Derived => return derived(&comparison.questions[0], order),
            Asked::Pair | Asked::Sum => {}
        }
        let sum = self.asked == Asked::Sum;
        let concerns = |finding: &&Finding| {
            let mut members: Vec<usize> = finding.members.iter().map(|at| order[member(*at)]).collect();
            members.sort_unstable();
            if sum { is_of_a_sum(finding) } else { members == [0, 1] && !is_only_of_a_sum(finding) }
        };
        let found: Vec<&Finding> = comparison.findings.iter().filter(concerns).collect();
        match found[..] {
            [] => "none".into(),
            [finding] => {
                let mut told = if sum { line(finding) } else { line_of_a_pair(finding) };
                if self.expected.contains("first=") {
                    write!(told, " first={}", order[member(finding.members[0])]).unwrap();
                }
                told
            }
            _ => found.iter().map(|finding| line(finding)).collect::<Vec<_>>().join(" AND "),
        }
    }
}

fn is_only_of_a_sum(finding: &Finding) -> bool {
    matches!(finding.verdict, Verdict::SumOk | Verdict::SumMismatch | Verdict::NotChecked)
}

/// Of a whole and its only part the sum speaks for the pair, and gives figures that the pair has not.
fn line_of_a_pair(finding: &Finding) -> String {
    let mut finding = finding.clone();
    finding.figures.remainder = None;
    finding.members.retain(|member| matches!(member, Member::Claim(_)));
    line(&finding)
}

#[test]
fn every_case_gives_what_it_says_in_both_orders() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/comparisons/cases");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let (mut tried, mut wrong) = (0, String::new());
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let mut question = question_of("");
        for (number, text) in text.lines().enumerate() {
            let text = text.trim();
            if let Some(declared) = text.strip_prefix('?') {
                question = question_of(declared);
            } else if !text.is_empty() && !text.starts_with('#') {
                let case = Case::of(&question, text);
                tried += 1;
                let forwards: Vec<usize> = (0..case.claims.len()).collect();
                let backwards: Vec<usize> = forwards.iter().rev().copied().collect();
                for order in [forwards, backwards] {
                    let found = case.found(&order);
                    if found != case.expected {
                        let line = number + 1;
                        writeln!(wrong, "{name}:{line} {order:?}\n  {text}\n  found {found}").unwrap();
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(tried >= 150, "only {tried} cases were found");
}
