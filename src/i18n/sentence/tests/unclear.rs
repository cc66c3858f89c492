//! Statements that are not set against each other.

use super::world::*;
use crate::model::{Flag, Kind, Reason, Verdict};

pub fn unclear() -> Vec<Case> {
    use Reason::{
        Assumed, ChangeVsLevel, CrossedScopes, MultiValued, NoValue, PeriodOverlap, Projection, ScopeAndTime, Since,
        TimeOverlap, Uncertain, Unit, Unspecified,
    };
    use Verdict::{Indeterminate, NotComparable};
    let held = |names_: &[&str]| Some(Unspecified(names(names_)));
    let assumed = |names_: &[&str]| Some(Assumed(names(names_)));
    let conflict = [Flag::WouldBe(Verdict::Conflict)];
    let anachronism = [Flag::WouldBe(Verdict::Anachronism)];
    let evolution = [Flag::WouldBe(Verdict::Evolution)];
    let silent = "value: more than $40 million; as_of: 2023-06";
    let disbursed = "value: about $20 million; as_of: 2023-06; scope.basis: disbursed";
    vec![
        case(
            "unit",
            world(Kind::Rate, Some("%")).claims(&["value: 25%", "value: 25 pp"]),
            NotComparable,
            Some(Unit),
            &[],
        ),
        case(
            "scope",
            money().ask(flat).claims(&[disbursed, "value: more than $40 million; scope.basis: pledged"]),
            NotComparable,
            Some(Reason::Scope("basis".into())),
            &[],
        ),
        case(
            "change and total",
            money().claims(&["value: more than $40 million", "value: an additional $20 million"]),
            NotComparable,
            Some(ChangeVsLevel),
            &[],
        ),
        case(
            "periods overlap",
            trade().claims(&["value: $1 million; period: 2022-07/2023-06", "value: $2 million; period: 2023"]),
            NotComparable,
            Some(PeriodOverlap),
            &[],
        ),
        case(
            "since",
            money().claims(&[
                "value: $1 million; since: 2022-02; as_of: 2022-12",
                "value: $2 million; since: 2023-01; as_of: 2023-12",
            ]),
            NotComparable,
            Some(Since),
            &[],
        ),
        case("scope and time", money().claims(&[A20, M40]), NotComparable, Some(ScopeAndTime), &[]),
        case("crossed scopes", money().claims(&[A20, silent]), NotComparable, Some(CrossedScopes), &[]),
        case(
            "projection",
            level().claims(&["value: $20 million", "value: $50 million; stance: projects"]),
            NotComparable,
            Some(Projection),
            &[],
        ),
        case(
            "several answers",
            category().claims(&["value: side-a", "value: side-b"]),
            NotComparable,
            Some(MultiValued),
            &[],
        ),
        case("not known", toll().claims(&["value: 17 killed", "value: unknown"]), NotComparable, Some(NoValue), &[]),
        case("both not known", toll().claims(&["value: unknown"; 2]), NotComparable, Some(NoValue), &[]),
        case("both deny", toll().claims(&["stance: denies"; 2]), NotComparable, Some(NoValue), &[]),
        case(
            "denies something else",
            toll().claims(&["value: 17 killed", "value: 30 killed; stance: denies"]),
            NotComparable,
            Some(NoValue),
            &[],
        ),
        case(
            "basis unsaid",
            money().ask(flat).claims(&[disbursed, silent]),
            Indeterminate,
            held(&["basis"]),
            &conflict,
        ),
        case(
            "basis and start unsaid",
            money().ask(flat).claims(&[
                "value: about $20 million; as_of: 2023-06; scope.basis: disbursed; since: 2022-02",
                "value: more than $40 million; as_of: mid-2025; article: 2",
            ]),
            Indeterminate,
            held(&["basis", "since"]),
            &evolution,
        ),
        case(
            "no date at all",
            money().claims(&[A20, "value: $90 million; article: 2"]),
            Indeterminate,
            held(&["as_of"]),
            &conflict,
        ),
        case(
            "period unsaid",
            trade().claims(&["value: $1 million", "value: $2 million"]),
            Indeterminate,
            held(&["period"]),
            &conflict,
        ),
        case(
            "measured from what",
            money().claims(&["value: an additional $1 million; against: 2022", "value: another $2 million"]),
            Indeterminate,
            held(&["against"]),
            &conflict,
        ),
        case(
            "when said",
            toll().claims(&["value: 17 killed; by: Ministry of Health", "value: 15 killed; by: Ministry of Health"]),
            Indeterminate,
            held(&["said"]),
            &[Flag::OwnContradiction, Flag::WouldBe(Verdict::Conflict)],
        ),
        case("no date", money().claims(&[A20, "value: $90 million"]), Indeterminate, assumed(&["as_of"]), &conflict),
        case(
            "no date, category",
            category().claims(&["value: side-a", "value: side-b; as_of: 2023-06"]),
            Indeterminate,
            assumed(&["as_of"]),
            &conflict,
        ),
        case(
            "no dates",
            money().claims(&["value: $20 million", "value: $90 million"]),
            Indeterminate,
            assumed(&["as_of"]),
            &conflict,
        ),
        case(
            "inferred date",
            money().claims(&[A20, "value: $90 million; as_of: 2023-06; inferred: as_of"]),
            Indeterminate,
            assumed(&["as_of"]),
            &conflict,
        ),
        case(
            "inferred start, basis unsaid",
            money()
                .ask(flat)
                .claims(&[disbursed, "value: $90 million; as_of: 2023-06; since: 2022-02; inferred: since"]),
            Indeterminate,
            assumed(&["since"]),
            &[Flag::Unspecified(names(&["basis"])), Flag::WouldBe(Verdict::Conflict)],
        ),
        case(
            "inferred scope",
            money()
                .ask(flat)
                .claims(&[disbursed, "value: $90 million; as_of: 2023-06; scope.basis: disbursed; inferred: basis"]),
            Indeterminate,
            assumed(&["basis"]),
            &conflict,
        ),
        case(
            "inferred scope, the other silent",
            money().ask(flat).claims(&[
                "value: about $20 million; as_of: 2023-06",
                "value: $90 million; as_of: 2023-06; scope.basis: disbursed; inferred: basis",
            ]),
            Indeterminate,
            assumed(&["basis"]),
            &[Flag::Unspecified(names(&["basis"])), Flag::WouldBe(Verdict::Conflict)],
        ),
        case(
            "inferred scope and start",
            money().ask(flat).claims(&[
                disbursed,
                "value: $90 million; as_of: 2023-06; since: 2022-02; scope.basis: disbursed; inferred: basis,since",
            ]),
            Indeterminate,
            assumed(&["basis", "since"]),
            &conflict,
        ),
        case(
            "times overlap",
            money().claims(&["value: 20 million USD; as_of: 2023", "value: 30 million USD; as_of: 2023-06"]),
            Indeterminate,
            Some(TimeOverlap),
            &[],
        ),
        case(
            "soft times",
            when().claims(&["value: mid-2025", "value: 2025-09-03"]),
            Indeterminate,
            Some(TimeOverlap),
            &[Flag::WouldBe(Verdict::Conflict)],
        ),
        case(
            "uncertain",
            when().claims(&["value: 2022-09-12?", "value: 2022-09-20"]),
            Indeterminate,
            Some(Uncertain),
            &[Flag::Uncertain, Flag::WouldBe(Verdict::Conflict)],
        ),
        case(
            "not yet, inferred",
            money().accounts(&["date: 2020-06; inferred: date"]),
            Indeterminate,
            assumed(&["date"]),
            &anachronism,
        ),
        case(
            "still to come, soft",
            money().accounts(&["status: planned; date: early-2020"]),
            Indeterminate,
            Some(TimeOverlap),
            &anachronism,
        ),
        case(
            "still to come, uncertain, publication unknown",
            money().accounts(&["status: planned; date: 2025-07-10?; article: 2"]),
            Indeterminate,
            Some(Uncertain),
            &anachronism,
        ),
        case(
            "sum, date inferred",
            money().ask(nested).claims(&[
                "value: 60.0 million USD; as_of: 2023-06; inferred: as_of",
                "value: 55.9 million USD; as_of: 2023-06; scope.provider: us",
                "value: 3.3 million USD; as_of: 2023-06; scope.provider: eu",
            ]),
            Indeterminate,
            assumed(&["as_of"]),
            &[Flag::WouldBe(Verdict::SumMismatch)],
        ),
    ]
}
