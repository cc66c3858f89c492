//! Statements that fit together.

use super::world::*;
use crate::model::{ClaimRef, ExchangeRate, Flag, Reason, Ruling, Verdict};
use crate::read::date;

pub fn agreements() -> Vec<Case> {
    use Reason::{Bound, Granularity, Hedge, Overlap, Precision, Range, Rounding};
    use Verdict::{Compatible, Same};
    vec![
        case("same", money().claims(&[A20, A20]), Same, None, &[]),
        case("same, nobody says the basis", money().ask(flat).claims(&[A20, A20]), Same, None, &[]),
        case("same, echo", money().claims(&["value: $20 million; via: a press release"; 2]), Same, None, &[Flag::Echo]),
        case(
            "same, echo in one article",
            money().claims(&["value: $20 million; by: USAID; article: 0"; 2]),
            Same,
            None,
            &[Flag::Echo],
        ),
        case(
            "same, one side silent",
            money().ask(flat).claims(&[A20, "value: about $20 million; as_of: 2023-06; scope.basis: pledged"]),
            Same,
            None,
            &[Flag::Unspecified(names(&["basis"]))],
        ),
        case("same date", when().claims(&["value: 2022-09-12"; 2]), Same, None, &[]),
        case("same date, uncertain", when().claims(&["value: 2022-09-12?"; 2]), Same, None, &[Flag::Uncertain]),
        case("same category", category().claims(&["value: side-a"; 2]), Same, None, &[]),
        case(
            "bound",
            money().claims(&["value: more than $40 million", "value: $50 million"]),
            Compatible,
            Some(Bound),
            &[],
        ),
        case(
            "bound, strained",
            money().claims(&["value: $95 million", "value: more than $40 million"]),
            Compatible,
            Some(Bound),
            &[Flag::Strained],
        ),
        case(
            "bound, loose",
            money().claims(&["value: up to $300 million", "value: $310 million"]),
            Compatible,
            Some(Bound),
            &[Flag::Loose],
        ),
        case(
            "hedge",
            money().claims(&["value: about $20 million", "value: $20.5 million"]),
            Compatible,
            Some(Hedge),
            &[],
        ),
        case(
            "hedge, loose",
            money().claims(&["value: $22 million", "value: about $20 million"]),
            Compatible,
            Some(Hedge),
            &[Flag::Loose],
        ),
        case(
            "rounding",
            money().claims(&["value: $20 million", "value: $20.4 million"]),
            Compatible,
            Some(Rounding),
            &[],
        ),
        case(
            "rounding, loose",
            toll().claims(&["value: 198 killed", "value: 200 killed"]),
            Compatible,
            Some(Rounding),
            &[Flag::Loose],
        ),
        case(
            "range",
            money().claims(&["value: between 18 and 22 million USD", "value: $21 million"]),
            Compatible,
            Some(Range),
            &[],
        ),
        case("vague", toll().claims(&["value: dozens of killed", "value: 40 killed"]), Compatible, Some(Range), &[]),
        case("precision", when().claims(&["value: 2022-09", "value: 2022-09-12"]), Compatible, Some(Precision), &[]),
        case(
            "overlap",
            when().claims(&["value: 2022-09-10/2022-09-14", "value: 2022-09-12/2022-09-15"]),
            Compatible,
            Some(Overlap),
            &[],
        ),
        case(
            "granularity",
            category().claims(&["value: side-a-army", "value: side-a"]),
            Compatible,
            Some(Granularity),
            &[],
        ),
        case(
            "converted",
            money()
                .ask(|question| {
                    let rate = ExchangeRate {
                        rate: "1.09".parse().unwrap(),
                        on: Some(date::parse("2023-06-15").unwrap()),
                        from: Some("ECB".into()),
                    };
                    question.fx.insert("EUR".into(), rate);
                })
                .claims(&["value: €20 million", "value: $21.8 million"]),
            Compatible,
            Some(Rounding),
            &[Flag::Converted],
        ),
        case(
            "ruled",
            trade()
                .ask(|question| {
                    question.rulings.push(Ruling {
                        claims: [ClaimRef(1), ClaimRef(0)],
                        values: ["about 204 million USD".into(), "210 million USD".into()],
                        verdict: Verdict::Compatible,
                        because: "one counts services".into(),
                        by: Some("the editors".into()),
                        on: None,
                    });
                })
                .claims(&["value: about 204 million USD", "value: 210 million USD"]),
            Compatible,
            None,
            &[Flag::Ruled],
        ),
    ]
}
