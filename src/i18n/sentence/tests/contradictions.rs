//! Statements that cannot all be right.

use super::world::*;
use crate::model::{Aspect, Flag, Kind, Reason, Verdict};

pub fn contradictions() -> Vec<Case> {
    use Verdict::{Anachronism, Conflict, Disputed, MonotoneViolation, PartExceedsWhole};
    let same_time = "value: more than $40 million; as_of: 2023-06";
    let gap = |case: Case, gap: &'static str| figured(case, |figures| figures.gap = decimal(gap));
    let days = |case: Case, days: i64| figured(case, |figures| figures.gap_days = Some(days));
    vec![
        gap(case("conflict", money().claims(&[A20, same_time]), Conflict, None, &[]), "18000000"),
        gap(
            case("conflict, basis unsaid", money().ask(flat).claims(&[A20, same_time]), Conflict, None, &[]),
            "18000000",
        ),
        gap(
            case("conflict, no time", toll().claims(&["value: 17 killed", "value: 18 killed"]), Conflict, None, &[]),
            "1",
        ),
        gap(
            case(
                "conflict, five",
                toll().claims(&["value: 17 killed; by: Ministry of Health", "value: 22 killed; article: 2"]),
                Conflict,
                None,
                &[],
            ),
            "5",
        ),
        gap(
            case(
                "conflict, unidentified sources",
                toll().claims(&["value: 17 killed; article: 2", "value: 38 killed; article: 3"]),
                Conflict,
                None,
                &[],
            ),
            "21",
        ),
        gap(
            case(
                "conflict, one publisher",
                toll().claims(&["value: 17 killed", "value: 19 killed; article: 4"]),
                Conflict,
                None,
                &[],
            ),
            "2",
        ),
        gap(
            case(
                "conflict, one article",
                toll().claims(&["value: 17 killed", "value: 19 killed; article: 0"]),
                Conflict,
                None,
                &[Flag::OwnContradiction],
            ),
            "2",
        ),
        gap(
            case(
                "conflict, a period",
                trade().claims(&["value: 10 million USD; period: 2023", "value: 12.5 million USD; period: 2023"]),
                Conflict,
                None,
                &[],
            ),
            "1500000",
        ),
        gap(
            case(
                "conflict, per cent",
                world(Kind::Rate, Some("%")).claims(&["value: 25%; as_of: 2023-06", "value: 27%; as_of: 2023-06"]),
                Conflict,
                None,
                &[],
            ),
            "1",
        ),
        case("conflict, touching", money().claims(&[A20, same_time]), Conflict, None, &[]),
        case(
            "conflict, category",
            category().claims(&["value: side-a; as_of: 2023-06", "value: side-b; as_of: 2023-06"]),
            Conflict,
            None,
            &[],
        ),
        days(
            case(
                "conflict, an open end",
                when().claims(&["value: 2024-03-12/..", "value: ../2024-03-10"]),
                Conflict,
                None,
                &[],
            ),
            2,
        ),
        days(
            case("conflict, a day", when().claims(&["value: 2022-09-12", "value: 2022-09-13"]), Conflict, None, &[]),
            1,
        ),
        days(
            case("conflict, days", when().claims(&["value: 2022-09-12", "value: 2022-10-03"]), Conflict, None, &[]),
            21,
        ),
        days(
            about(
                case("event, date", money().accounts(&["date: 2023-06-01", "date: 2023-06-02"]), Conflict, None, &[]),
                Aspect::Date,
            ),
            1,
        ),
        about(
            case("event, place", money().accounts(&["place: Chisinau", "place: Brussels"]), Conflict, None, &[]),
            Aspect::Place,
        ),
        about(
            case(
                "event, place within",
                money().accounts(&["place: Moldova", "place: Chisinau"]),
                Verdict::Compatible,
                Some(Reason::Granularity),
                &[],
            ),
            Aspect::Place,
        ),
        about(
            case(
                "event, fewer people",
                money().accounts(&["who: Ilham Aliyev, Volodymyr Zelenskyy, Charles Michel", "who: Ilham Aliyev"]),
                Verdict::Compatible,
                Some(Reason::Granularity),
                &[],
            ),
            Aspect::Who,
        ),
        about(
            case(
                "event, other people",
                money().accounts(&["who: Ilham Aliyev, Olaf Scholz", "who: Ilham Aliyev, Charles Michel"]),
                Verdict::Compatible,
                Some(Reason::Overlap),
                &[],
            ),
            Aspect::Who,
        ),
        about(
            case("event, status", money().accounts(&["status: happened", "status: cancelled"]), Conflict, None, &[]),
            Aspect::Status,
        ),
        about(
            case("event, denied", money().accounts(&["status: happened", "status: denied"]), Disputed, None, &[]),
            Aspect::Status,
        ),
        case(
            "falling total",
            money()
                .claims(&["value: more than $40 million; as_of: 2023-06", "value: about $20 million; as_of: mid-2025"]),
            MonotoneViolation,
            None,
            &[],
        ),
        case(
            "falling total, same origin",
            money().claims(&[
                "value: more than $40 million; as_of: 2020; by: USAID",
                "value: about $20 million; as_of: 2023; by: USAID",
            ]),
            MonotoneViolation,
            None,
            &[Flag::SameOrigin],
        ),
        case(
            "part above whole",
            money().ask(nested).claims(&["value: $45 million", "value: $50 million; scope.provider: us"]),
            PartExceedsWhole,
            None,
            &[],
        ),
        case(
            "denied",
            toll().claims(&["value: 17 killed; by: Ministry of Health", "stance: denies; by: Ministry of Defence"]),
            Disputed,
            None,
            &[],
        ),
        case(
            "denied category",
            category().claims(&["value: side-a", "stance: denies; value: side-a"]),
            Disputed,
            None,
            &[],
        ),
        case("denied date", when().claims(&["value: 2022-09-12", "stance: denies"]), Disputed, None, &[]),
        case(
            "still to come",
            money().accounts(&["status: planned; date: 2020-05-01"]),
            Anachronism,
            Some(Reason::StillToCome),
            &[],
        ),
        case(
            "still to come, publication unknown",
            money().accounts(&["status: planned; date: 2025-07-10/2025-07-11; article: 2"]),
            Anachronism,
            Some(Reason::StillToCome),
            &[],
        ),
        case("not yet", money().accounts(&["date: 2020-06"]), Anachronism, Some(Reason::NotYet), &[]),
    ]
}
