//! Every verdict with every reason and flag that it can carry, as a reader and as an author sees it, in both languages.

mod agreements;
mod contradictions;
mod explanations;
mod sums;
mod unclear;
mod world;

use super::*;
use agreements::agreements;
use contradictions::contradictions;
use explanations::explanations;
use sums::sums;
use unclear::unclear;
use world::*;

fn told(cases: &[Case], tag: &str) -> String {
    let language = Language::built_in(tag);
    let lines: Vec<String> = cases
        .iter()
        .map(|(name, world, finding)| {
            let sentence = language.sentence(&world.corpus, finding).to_string();
            let hint = language.author_hint(&world.corpus, finding);
            let hint = hint.map(|hint| format!("\n  author: {}: {}", hint.would_be, hint.advice));
            format!("{name}\n  {sentence}{}", hint.unwrap_or_default())
        })
        .collect();
    lines.join("\n")
}

#[test]
fn every_verdict_in_words() {
    for tag in ["en", "uk"] {
        for (name, cases) in [
            ("agreements", agreements()),
            ("explanations", explanations()),
            ("contradictions", contradictions()),
            ("unclear", unclear()),
            ("sums", sums()),
        ] {
            insta::assert_snapshot!(format!("{name}_{tag}"), told(&cases, tag));
        }
    }
}

fn all_cases() -> Vec<Case> {
    [agreements(), explanations(), contradictions(), unclear(), sums()].into_iter().flatten().collect()
}

/// What must never be in a sentence for readers.
#[test]
fn no_jargon_and_no_gaps() {
    let forbidden = [
        "indeterminate",
        "strict",
        "loose reading",
        "hold(",
        "would-be",
        "would be “",
        "verdict",
        "as_of",
        "{",
        "}",
        "  ",
        " ,",
        " .",
        "..",
        "“”",
        "«»",
        "()",
        "none:",
        "вердикт",
    ];
    for tag in ["en", "uk"] {
        let language = Language::built_in(tag);
        for (name, world, finding) in all_cases() {
            let sentence = language.sentence(&world.corpus, &finding).to_string();
            let lower = sentence.to_lowercase();
            for word in forbidden {
                assert!(!lower.contains(word), "{tag}, {name}: {word:?} in {sentence}");
            }
            assert!(sentence.ends_with('.') || sentence.ends_with("…"), "{tag}, {name}: {sentence}");
            assert!(sentence.chars().next().is_some_and(|first| !first.is_lowercase()), "{tag}, {name}: {sentence}");
        }
    }
}

/// The examples of the specification, word for word in shape.
#[test]
fn the_examples_of_the_specification() {
    let english = Language::built_in("en");
    let said = |cases: Vec<Case>, name: &str| {
        let (_, world, finding) = cases.into_iter().find(|(case, ..)| *case == name).unwrap();
        english.sentence(&world.corpus, &finding).to_string()
    };
    assert_eq!(
        said(contradictions(), "conflict"),
        "Azernews and Caliber.Az both speak of June 2023. No figure fits both: they are at least $18 million apart."
    );
    assert!(said(explanations(), "up").starts_with(
        "The total rose by at least $18 million between June 2023 and mid-2025; the two statements do not contradict each \
         other."
    ));
    assert_eq!(
        said(unclear(), "no date"),
        "Caliber.Az gave no date for its figure and may repeat an older one, so it is not set against Azernews."
    );
    assert!(said(agreements(), "rounding, loose").ends_with("These agree only if 200 killed is a rounded figure."));
    assert!(said(agreements(), "same, echo").ends_with("2 articles, one origin: a press release."));
    assert_eq!(
        said(sums(), "rounding, loose"),
        "$55.9 million + $3.3 million = $59.2 million; the whole is given as $60 million. They agree only if $60 million is \
         rounded."
    );
    assert!(
        said(contradictions(), "conflict, a day")
            .ends_with("They are one day apart; a night or a time zone may explain it.")
    );
    assert!(
        said(contradictions(), "conflict, basis unsaid")
            .ends_with("Neither says whether this is pledged, committed or disbursed.")
    );
}

/// Names keep their own direction of writing.
#[test]
fn names_are_kept_apart() {
    let mut world = toll().claims(&["value: 17 killed", "value: 18 killed"]);
    world.corpus.sources[0].name = "وفا".into();
    let finding = world.found(Verdict::Conflict, None, &[]);
    let sentence = Language::built_in("en").sentence(&world.corpus, &finding);
    assert_eq!(sentence.parts()[0], Part::Isolated("وفا".into()));
    assert_eq!(sentence.parts()[1], Part::Text(" said ".into()));
}

/// Any verdict with any reason gives a sentence, also where the comparison would not give it.
#[test]
fn nothing_that_may_be_found_is_left_without_words() {
    let english = Language::built_in("en");
    let reasons = [
        Reason::Bound,
        Reason::Hedge,
        Reason::Rounding,
        Reason::Range,
        Reason::Precision,
        Reason::Granularity,
        Reason::Overlap,
        Reason::Exact,
        Reason::Flat,
        Reason::Up,
        Reason::Down,
        Reason::Open,
        Reason::Changed,
        Reason::StillToCome,
        Reason::NotYet,
        Reason::Unit,
        Reason::Scope("basis".into()),
        Reason::ChangeVsLevel,
        Reason::PeriodOverlap,
        Reason::Since,
        Reason::ScopeAndTime,
        Reason::CrossedScopes,
        Reason::Projection,
        Reason::MultiValued,
        Reason::NoValue,
        Reason::Assumed(names(&["as_of", "basis", "published"])),
        Reason::Unspecified(names(&["as_of", "basis", "who"])),
        Reason::TimeOverlap,
        Reason::Uncertain,
        Reason::MissingPart,
    ];
    for kind in [Kind::Cumulative, Kind::Level, Kind::Flow, Kind::Count, Kind::Rate, Kind::Category, Kind::Date] {
        let value = match kind {
            Kind::Category => "value: side-a",
            Kind::Date => "value: 2022-09-12",
            _ => "value: 12 killed",
        };
        let world = world(kind, Some("killed")).ask(flat).ask(nested).claims(&[value, "stance: denies"]);
        for verdict in Verdict::ALL {
            for reason in reasons.iter().cloned().map(Some).chain([None]) {
                let finding = world.found(verdict, reason.clone(), &[]);
                let sentence = english.sentence(&world.corpus, &finding).to_string();
                let alone = Finding { members: finding.members[..1].to_vec(), ..finding.clone() };
                english.sentence(&world.corpus, &alone);
                if verdict != Verdict::Anachronism {
                    assert!(!sentence.is_empty(), "{verdict:?} {reason:?}");
                }
                assert!(!sentence.contains('{'), "{sentence}");
            }
        }
    }
}
