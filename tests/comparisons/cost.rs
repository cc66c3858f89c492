//! What the comparison may cost, on two cores: `cargo test --release --test comparisons cost -- --ignored --nocapture`.

use std::time::{Duration, Instant};

use crosscheck::model::{ArticleRef, ClaimRef, Corpus, QuestionRef};

use crate::corpus::{corpus_of, findings, question_of};

const QUESTION: &str = "kind=cumulative; unit=USD; fx.EUR=1.1; scope.basis=paid|pledged; scope.who=all(us,eu(de,fr))!";

/// Claims as different from each other as a few words allow.
fn claims(count: usize) -> Vec<String> {
    let hedges = ["", "about ", "more than ", "nearly ", "at least ", "up to ", "exactly "];
    let scopes = ["", "", "; scope.basis=paid", "; scope.who=us", "; scope.who=eu"];
    let voices = ["", "; by=x", "; by=y", "; source=agency", "; published=2024-05-06"];
    (0..count)
        .map(|at| {
            let grown = 50 + at * 7919 % 400;
            let unit = if at % 11 == 0 { "EUR" } else { "USD" };
            let (month, day) = (1 + at * 31 % 12, 1 + at * 17 % 28);
            let (hedge, scope, voice) = (hedges[at % 7], scopes[at % 5], voices[at * 3 % 5]);
            format!("{hedge}{grown} million {unit}; as_of=20{:02}-{month:02}-{day:02}{scope}{voice}", 15 + at % 10)
        })
        .collect()
}

fn corpus(count: usize) -> Corpus {
    let claims = claims(count);
    let texts: Vec<&str> = claims.iter().map(String::as_str).collect();
    corpus_of(&question_of(QUESTION), &texts, &(0..count).collect::<Vec<_>>())
}

/// The same question and its claims many times.
fn repeated(one: &Corpus, times: usize) -> Corpus {
    let mut corpus = Corpus { entities: one.entities.clone(), sources: one.sources.clone(), ..Corpus::default() };
    for time in 0..times {
        let (articles, claims) = (corpus.articles.len(), corpus.claims.len());
        corpus.articles.extend(one.articles.iter().cloned());
        corpus.claims.extend(one.claims.iter().cloned().map(|mut claim| {
            claim.question = QuestionRef(time);
            claim.article = ArticleRef(claim.article.0 + articles);
            claim
        }));
        let mut question = one.questions[0].clone();
        question.claims = (claims..corpus.claims.len()).map(ClaimRef).collect();
        corpus.questions.push(question);
    }
    corpus
}

fn time(corpus: &Corpus, limit: Duration) {
    let start = Instant::now();
    let comparison = findings(corpus);
    let taken = start.elapsed();
    let pairs: u64 = comparison.questions.iter().map(|question| question.pairs.total()).sum();
    let counts: Vec<_> = comparison.questions[0].pairs.iter().collect();
    println!("{pairs} pairs, {} findings: {taken:?}; {counts:?}", comparison.findings.len());
    assert!(taken < limit, "{taken:?}");
}

#[test]
#[ignore = "measures; meaningful with --release only"]
fn a_hundred_thousand_claims_in_five_thousand_questions_take_less_than_a_second() {
    time(&repeated(&corpus(20), 5000), Duration::from_secs(1));
}

#[test]
#[ignore = "measures; meaningful with --release only"]
fn one_question_of_five_thousand_claims_takes_less_than_two_seconds() {
    time(&corpus(5000), Duration::from_secs(2));
}
