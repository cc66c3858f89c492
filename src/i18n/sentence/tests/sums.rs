//! A whole and its parts.

use super::world::*;
use crate::model::{Flag, Kind, Reason, Verdict};

pub fn sums() -> Vec<Case> {
    use Verdict::{NotChecked, PartExceedsWhole, PartOf, SumMismatch, SumOk};
    let world = |claims: &[&str]| world(Kind::Count, Some("USD")).ask(nested).claims(claims);
    let us = "value: 55.9 million USD; scope.provider: us; article: 0";
    let eu = "value: 3.3 million USD; scope.provider: eu; article: 0";
    let near = "value: about 3 million USD; scope.provider: eu; article: 0";
    let sum = |case: Case, sum: &'static str| figured(case, |figures| figures.sum = decimal(sum));
    vec![
        sum(case("exact", world(&["value: 59.2 million USD", us, eu]), SumOk, Some(Reason::Exact), &[]), "59200000"),
        sum(
            case("rounding", world(&["value: 59 million USD", us, eu]), SumOk, Some(Reason::Rounding), &[]),
            "59200000",
        ),
        sum(
            case(
                "rounding, loose",
                world(&["value: 60 million USD", us, eu]),
                SumOk,
                Some(Reason::Rounding),
                &[Flag::Loose],
            ),
            "59200000",
        ),
        case("hedge", world(&["value: 59 million USD", us, near]), SumOk, Some(Reason::Hedge), &[]),
        sum(
            case("hedge, exact", world(&["value: 58.9 million USD", us, near]), SumOk, Some(Reason::Hedge), &[]),
            "58900000",
        ),
        case("hedge, loose", world(&["value: 62 million USD", us, near]), SumOk, Some(Reason::Hedge), &[Flag::Loose]),
        sum(
            case("bound", world(&["value: more than 50 million USD", us, eu]), SumOk, Some(Reason::Bound), &[]),
            "59200000",
        ),
        sum(
            case("range", world(&["value: 50 to 60 million USD", us, eu]), SumOk, Some(Reason::Range), &[]),
            "59200000",
        ),
        figured(
            sum(case("mismatch", world(&["value: 60.0 million USD", us, eu]), SumMismatch, None, &[]), "59200000"),
            |figures| figures.residual = interval("650000", "950000"),
        ),
        figured(
            sum(
                case("mismatch, too much", world(&["value: 58 million USD", us, eu]), SumMismatch, None, &[]),
                "59200000",
            ),
            |figures| figures.residual = interval("-1200000", "-1000000"),
        ),
        figured(
            case("part missing", world(&["value: 60 million USD", us, eu]), NotChecked, Some(Reason::MissingPart), &[]),
            |figures| figures.implied = interval("1050000", "7150000"),
        ),
        figured(
            case("parts missing", world(&["value: 60 million USD", us]), NotChecked, Some(Reason::MissingPart), &[]),
            |figures| figures.implied = interval("-50000", "7150000"),
        ),
        figured(
            sum(case("some parts", world(&["value: 80 million USD", us, eu]), PartOf, None, &[]), "59200000"),
            |figures| figures.remainder = interval("19000000", "22000000"),
        ),
        sum(
            case(
                "parts exceed the whole",
                world(&["value: 50 million USD; article: 1", us, eu]),
                PartExceedsWhole,
                None,
                &[],
            ),
            "59200000",
        ),
    ]
}
