//! Statements that differ for a reason.

use super::world::*;
use crate::model::{Aspect, Flag, Kind, Reason, Verdict};

pub fn explanations() -> Vec<Case> {
    use Reason::{Changed, Down, Flat, Open, Up};
    use Verdict::{DifferentPeriod, Evolution, PartOf, Revision, Superseded};
    let earlier = "value: more than $40 million; as_of: 2023-06";
    let later = "value: about $20 million; as_of: mid-2025";
    let rate = || world(Kind::Rate, Some("%"));
    vec![
        case("flat", money().claims(&[A20, later]), Evolution, Some(Flat), &[]),
        case(
            "flat, stale",
            money()
                .claims(&["value: about $20 million; as_of: 2019; article: 1", "value: about $20 million; article: 4"]),
            Evolution,
            Some(Flat),
            &[Flag::Stale],
        ),
        case(
            "flat, same origin",
            money()
                .claims(&["value: $20 million; as_of: 2023; by: USAID", "value: $20 million; as_of: 2024; by: USAID"]),
            Evolution,
            Some(Flat),
            &[Flag::SameOrigin],
        ),
        case(
            "flat category",
            category().claims(&["value: side-a; as_of: 2023-06", "value: side-a; as_of: 2024-06"]),
            Evolution,
            Some(Flat),
            &[],
        ),
        figured(
            case("up", money().ask(flat).claims(&[A20, &format!("{M40}; article: 2")]), Evolution, Some(Up), &[]),
            |figures| figures.min_change = decimal("18000000"),
        ),
        figured(
            case(
                "up, no date",
                money().claims(&["value: about $20 million; article: 1", M40]),
                Evolution,
                Some(Up),
                &[],
            ),
            |figures| figures.min_change = decimal("18000000"),
        ),
        figured(
            case(
                "up, inferred date",
                level().claims(&["value: $20 million; as_of: 2021; inferred: as_of", M40]),
                Evolution,
                Some(Up),
                &[],
            ),
            |figures| figures.min_change = decimal("1000000"),
        ),
        figured(
            case(
                "up, in per cent",
                rate().claims(&["value: 25%; as_of: 2023-06", "value: 28%; as_of: 2024-06"]),
                Evolution,
                Some(Up),
                &[],
            ),
            |figures| figures.min_change = decimal("2"),
        ),
        case("up, no least", money().claims(&[A20, M40]), Evolution, Some(Up), &[]),
        case("down", level().claims(&[earlier, later]), Evolution, Some(Down), &[]),
        case(
            "down, may fall",
            money()
                .ask(|question| question.may_fall = Some("aid that was not called up is returned".into()))
                .claims(&[earlier, later]),
            Evolution,
            Some(Down),
            &[Flag::MayFall],
        ),
        case(
            "open",
            world(Kind::Cumulative, Some("killed"))
                .claims(&["value: at least 12 killed; as_of: 2022-09-13", "value: 49 killed; as_of: 2022-09-14"]),
            Evolution,
            Some(Open),
            &[],
        ),
        case(
            "open category",
            category().claims(&["value: side-a; as_of: 2023-06", "value: side-a-army; as_of: 2024-06"]),
            Evolution,
            Some(Open),
            &[],
        ),
        case(
            "changed",
            category().claims(&["value: side-a; as_of: 2023-06", "value: side-b; as_of: 2024-06"]),
            Evolution,
            Some(Changed),
            &[],
        ),
        case(
            "changed, denied",
            category().claims(&["value: side-a; as_of: 2023-06", "stance: denies; as_of: 2024-06"]),
            Evolution,
            Some(Changed),
            &[],
        ),
        about(
            case(
                "changed, status",
                money().accounts(&["status: planned", "status: happened"]),
                Evolution,
                Some(Changed),
                &[],
            ),
            Aspect::Status,
        ),
        case(
            "different periods",
            trade().claims(&["value: $10 million; period: 2022", "value: $12 million; period: 2023-33"]),
            DifferentPeriod,
            None,
            &[],
        ),
        case(
            "part of a scope",
            money().ask(nested).claims(&["value: $45 million", "value: $20 million; scope.provider: us"]),
            PartOf,
            None,
            &[],
        ),
        case(
            "part of a period",
            trade().claims(&["value: $12 million; period: 2023", "value: $10 million; period: 2023-33"]),
            PartOf,
            None,
            &[],
        ),
        case(
            "part by its start",
            money().claims(&["value: $45 million; since: 2022-02", "value: $20 million; since: 2023-01-01"]),
            PartOf,
            None,
            &[],
        ),
        case(
            "revision, declared",
            toll().claims(&["value: 17 killed", "value: 15 killed; revises: 0; article: 0"]),
            Revision,
            None,
            &[],
        ),
        case(
            "revision, own figure",
            toll().claims(&["value: 17 killed; by: Ministry of Health", "value: 15 killed; by: Ministry of Health"]),
            Revision,
            None,
            &[Flag::SameOrigin],
        ),
        case(
            "revision, own total",
            world(Kind::Cumulative, Some("killed")).claims(&[
                "value: 120 killed; as_of: 2022-09-14; by: Ministry of Defence",
                "value: 105 killed; as_of: 2022-09-16; by: Ministry of Defence",
            ]),
            Revision,
            None,
            &[Flag::SameOrigin],
        ),
        case("superseded", toll().claims(&["value: 17 killed", "value: 15 killed"]), Superseded, None, &[]),
        case("superseded, denial", toll().claims(&["stance: denies", "value: 15 killed"]), Superseded, None, &[]),
    ]
}
