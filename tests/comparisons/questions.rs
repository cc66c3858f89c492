//! What is told of a question as a whole: its status, its bands, what its figures imply, its place among others.

use crosscheck::compare::{Options, explain};
use crosscheck::model::{ClaimRef, Class, Corpus, QuestionRef};

use crate::corpus::{as_drawn, corpus_of, decimal, findings, line, question_of, why};
use crate::summary::derived;

#[test]
fn the_band_of_the_specification() {
    let question = question_of("kind=count; unit=USD");
    let corpus = corpus_of(&question, &["about 20", "22", "more than 21"], &[0, 1, 2]);
    let comparison = findings(&corpus);
    let [band] = &comparison.questions[0].bands[..] else { panic!("{:?}", comparison.questions[0].bands) };
    assert_eq!((band.interval.low, band.interval.high), (Some(decimal("21.5")), Some(decimal("22"))));
    assert_eq!(comparison.questions[0].status, Some(Class::Agree));
}

#[test]
fn bands_are_of_one_time_and_one_scope_and_of_what_agrees() {
    let bands = |question: &str, claims: &[&str]| -> Vec<Vec<usize>> {
        let corpus = corpus_of(&question_of(question), claims, &(0..claims.len()).collect::<Vec<_>>());
        let comparison = findings(&corpus);
        comparison.questions[0].bands.iter().map(|band| band.claims.iter().map(|claim| claim.0).collect()).collect()
    };
    let none: Vec<Vec<usize>> = vec![];
    let level = "kind=level; unit=USD; scope.basis=a|b";
    assert_eq!(
        bands(level, &["20; as_of=2023-06", "20; as_of=2023-06", "30; as_of=2023-07", "30; as_of=2023-07"]),
        [[0, 1], [2, 3]]
    );
    assert_eq!(bands(level, &["20; as_of=2023-06", "20; as_of=2023-07"]), none);
    assert_eq!(bands(level, &["20; as_of=2023", "20; as_of=2023"]), none);
    assert_eq!(bands(level, &["20; as_of=2023-06; scope.basis=a", "20; as_of=2023-06"]), none);
    assert_eq!(bands(level, &["20; as_of=2023-06", "20; as_of=2023-06", "-; stance=denies; as_of=2023-06"]), none);
    assert_eq!(bands(level, &["20; as_of=2023-06", "20 EUR; as_of=2023-06"]), none);
    assert_eq!(bands(level, &["20; as_of=2023-06", "20; as_of=2023-06; superseded"]), none);
    assert_eq!(bands("kind=flow; unit=USD", &["20; period=2022", "20; period=2022", "20; period=2023"]), [[0, 1]]);
}

#[test]
fn a_change_and_a_figure_imply_a_third_value() {
    let question = question_of("kind=level; unit=USD");
    let claims =
        ["exactly 20; as_of=2022-06", "exactly +5; against=2022-06; as_of=2023-06", "exactly 30; as_of=2023-06"];
    let comparison = findings(&corpus_of(&question, &claims, &[0, 1, 2]));
    let derived: Vec<_> = comparison.questions[0]
        .derived
        .iter()
        .map(|value| {
            (value.delta.0, value.base.0, value.forward, value.interval.low.unwrap(), value.interval.high.unwrap())
        })
        .collect();
    let (twenty_five, thirty_less_five) = (decimal("25"), decimal("25"));
    assert_eq!(derived, [(1, 0, true, twenty_five, twenty_five), (1, 2, false, thirty_less_five, thirty_less_five)]);
    let flow = question_of("kind=flow; unit=USD");
    let claims = ["exactly 20; period=2022", "exactly 3 less; against=2022; period=2023"];
    let comparison = findings(&corpus_of(&flow, &claims, &[0, 1]));
    let [value] = &comparison.questions[0].derived[..] else { panic!() };
    assert_eq!((value.base, value.forward, value.interval.low), (ClaimRef(0), true, Some(decimal("17"))));
}

#[test]
fn the_status_is_the_worst_class_and_origins_are_counted() {
    let summary = |question: &str, claims: &[&str]| {
        let corpus = corpus_of(&question_of(question), claims, &(0..claims.len()).collect::<Vec<_>>());
        let comparison = findings(&corpus);
        (comparison.questions[0].status, comparison.questions[0].origins)
    };
    let count = "kind=count; unit=USD; scope.share=total(a,b)!";
    assert_eq!(summary(count, &[]), (None, 0));
    assert_eq!(summary(count, &["20"]), (None, 1));
    assert_eq!(summary(count, &["20", "20"]), (Some(Class::Agree), 2));
    assert_eq!(summary(count, &["20; by=x", "20; by=x"]), (None, 1));
    assert_eq!(summary(count, &["20; by=x", "20; by=x", "20; by=y"]), (Some(Class::Agree), 2));
    assert_eq!(summary(count, &["20; article=one", "20; article=one"]), (Some(Class::Agree), 1));
    assert_eq!(summary(count, &["20", "12; scope.share=a"]), (Some(Class::Explained), 2));
    assert_eq!(summary(count, &["20", "unknown"]), (Some(Class::Unclear), 2));
    assert_eq!(summary(count, &["20", "unknown", "30"]), (Some(Class::Contradict), 3));
    assert_eq!(summary(count, &["20", "30; superseded"]), (None, 1));
    // A sum that does not add up is a contradiction though every pair in it can be explained.
    assert_eq!(summary(count, &["20", "12; scope.share=a", "2; scope.share=b"]), (Some(Class::Contradict), 3));
}

#[test]
fn questions_come_by_class_then_origins_then_relative_gap_then_recency_then_id() {
    let mut corpus = Corpus::default();
    let mut add = |id: &str, claims: &[&str]| {
        let at = QuestionRef(corpus.questions.len());
        let mut question = question_of("kind=count; unit=USD");
        question.id = id.into();
        let mut of_question = corpus_of(&question, claims, &(0..claims.len()).collect::<Vec<_>>());
        let (articles, before) = (corpus.articles.len(), corpus.claims.len());
        for claim in &mut of_question.claims {
            claim.question = at;
            claim.article.0 += articles;
        }
        let mut question = of_question.questions.remove(0);
        question.claims = (before..before + of_question.claims.len()).map(ClaimRef).collect();
        corpus.articles.extend(of_question.articles);
        corpus.claims.extend(of_question.claims);
        corpus.questions.push(question);
    };
    add("agreed", &["20", "20", "20"]);
    add("b-older", &["20; published=2020", "30; published=2020"]);
    add("newer", &["20; published=2021", "30; published=2021"]);
    add("a-just-as-old", &["20; published=2020", "30; published=2020"]);
    add("wider", &["20", "40"]);
    add("of-three", &["20", "20", "30"]);
    add("of-zero", &["none", "1"]);
    let order = findings(&corpus).order;
    let ids: Vec<&str> = order.iter().map(|question| corpus[*question].id.as_str()).collect();
    assert_eq!(ids, ["of-three", "of-zero", "wider", "newer", "a-just-as-old", "b-older", "agreed"]);
}

#[test]
fn of_several_figures_at_one_end_of_a_change_the_first_is_taken() {
    let question = question_of("kind=level; unit=USD");
    let claims =
        ["exactly 20; as_of=2022-06", "exactly 21; as_of=2022-06", "exactly +5; against=2022-06; as_of=2023-06"];
    for (order, expected) in [([0, 1, 2], "0+2=25..25"), ([1, 0, 2], "1+2=26..26")] {
        let comparison = findings(&corpus_of(&question, &claims, &order));
        assert_eq!(derived(&comparison.questions[0], &order), expected);
    }
}

#[test]
fn scopes_that_neither_states_are_named() {
    let question = question_of("kind=count; unit=USD; scope.basis=a|b; scope.who=all(x,y)");
    let corpus = corpus_of(&question, &["20", "30", "30; scope.basis=a"], &[0, 1, 2]);
    let unstated =
        |claims: [usize; 2]| crosscheck::compare::unstated_scopes(&corpus, &corpus.questions[0], &claims.map(ClaimRef));
    assert_eq!(unstated([0, 1]), ["basis"]);
    assert!(unstated([0, 2]).is_empty());
}

#[test]
fn the_steps_of_a_verdict_can_be_told() {
    let question = question_of("kind=cumulative; unit=USD; scope.basis=a|b");
    let corpus = corpus_of(&question, &["20; as_of=2023-06", "30; as_of=2023-07; scope.basis=a"], &[0, 1]);
    let (finding, steps) = why(&corpus, 1, 0).unwrap();
    assert_eq!(line(&finding), "indeterminate/unspecified:basis would-be:evolution");
    let told: Vec<u8> = steps.0.iter().map(|(step, _)| *step).collect();
    assert_eq!(told, [1, 2, 7, 8], "{steps:?}");
    assert_eq!(why(&corpus, 0, 0), None);
    assert_eq!(why(&corpus, 0, 7), None);
    let pairs = [[ClaimRef(0), ClaimRef(1)], [ClaimRef(1), ClaimRef(1)]];
    assert_eq!(explain(&corpus, Options::default(), QuestionRef(0), &pairs), [Some((finding, steps)), None]);
    assert_eq!(explain(&corpus, Options::default(), QuestionRef(1), &pairs), [None, None]);
}

#[test]
fn figures_too_large_to_calculate_with_are_no_value() {
    let question = question_of("kind=cumulative; unit=USD; fx.EUR=1000000; scope.share=total(a,b)!");
    let huge = "9,999,999,999,999,999,999,999,999,999";
    let claims = [
        format!("{huge}; as_of=2023-06"),
        format!("about {huge}; as_of=2023-06"),
        format!("exactly {huge} EUR; as_of=2023-06"),
        format!("exactly {huge}; as_of=2023-06; scope.share=a"),
        format!("exactly {huge}; as_of=2023-06; scope.share=b"),
        "20; as_of=2023-06".into(),
    ];
    let comparison = findings(&as_drawn(&question, &claims));
    let no_value = comparison.findings.iter().filter(|finding| line(finding) == "not-comparable/no-value").count();
    assert_eq!(no_value, 5, "the one that cannot be converted, with each of the others");
}
