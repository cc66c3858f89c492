//! Running totals in plain whole numbers against a program that goes through them one after the other.

use crosscheck::model::Finding;
use proptest::prelude::*;

use crate::corpus::{corpus_of, findings, line, member, question_of};

#[derive(Clone, Debug)]
struct Total {
    /// Not a multiple of 100, so that it is never taken for a rounded figure.
    number: u32,
    day: u32,
    origin: Option<u8>,
}

fn total() -> impl Strategy<Value = Total> {
    (1u32..40, 1u32..9, prop::option::of(0u8..3)).prop_map(|(number, day, origin)| Total { number, day, origin })
}

/// What a reader with pencil and paper would say of an earlier and a later total, or of two of one day.
fn pencil(earlier: &Total, later: &Total, may_fall: bool) -> String {
    let same_origin = earlier.origin.is_some() && earlier.origin == later.origin;
    let apart = earlier.number.abs_diff(later.number);
    match (earlier.day == later.day, earlier.number.cmp(&later.number)) {
        (true, std::cmp::Ordering::Equal) if same_origin => "same echo".into(),
        (true, std::cmp::Ordering::Equal) => "same".into(),
        (true, _) if same_origin => "indeterminate/unspecified:said self would-be:conflict".into(),
        (true, _) => format!("conflict gap={apart}"),
        (false, std::cmp::Ordering::Equal) if same_origin => "evolution/flat same-origin".into(),
        (false, std::cmp::Ordering::Equal) => "evolution/flat".into(),
        (false, std::cmp::Ordering::Less) => format!("evolution/up min_change={apart}"),
        (false, _) if may_fall => "evolution/down may-fall".into(),
        (false, _) if same_origin => "revision same-origin".into(),
        (false, _) => "monotone-violation".into(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases.max(4000)))]

    #[test]
    fn running_totals_are_told_as_with_pencil_and_paper(
        totals in prop::collection::vec(total(), 2..8),
        may_fall in any::<bool>(),
    ) {
        let may = if may_fall { "; may_fall" } else { "" };
        let question = question_of(&format!("kind=cumulative; unit=killed; integer{may}"));
        let claims: Vec<String> = totals
            .iter()
            .map(|total| {
                let by = total.origin.map_or(String::new(), |origin| format!("; by=ministry {origin}"));
                format!("{}; as_of=2023-06-{:02}{by}", total.number, total.day)
            })
            .collect();
        let texts: Vec<&str> = claims.iter().map(String::as_str).collect();
        let corpus = corpus_of(&question, &texts, &(0..texts.len()).collect::<Vec<_>>());
        let comparison = findings(&corpus);
        prop_assert_eq!(comparison.findings.len(), totals.len() * (totals.len() - 1) / 2);
        let apart = |finding: &Finding| (member(finding.members[0]), member(finding.members[1]));
        for finding in &comparison.findings {
            let (first, second) = apart(finding);
            let (a, b) = (&totals[first], &totals[second]);
            prop_assert!(a.day <= b.day, "the earlier is named first");
            prop_assert_eq!(line(finding), pencil(a, b, may_fall));
        }
    }
}
