//! Every closed word of the comparison and the format has a name and a one-line explanation in every language.

use super::{Language, catalogue};
use crate::model::{Aspect, Class, EntityKind, Flag, Kind, Reason, SourceKind, Stance, Status, Verdict};

fn reasons() -> Vec<Reason> {
    use Reason::*;
    vec![
        Bound,
        Hedge,
        Rounding,
        Range,
        Precision,
        Granularity,
        Overlap,
        Exact,
        Flat,
        Up,
        Down,
        Open,
        Changed,
        StillToCome,
        NotYet,
        Unit,
        ChangeVsLevel,
        PeriodOverlap,
        Since,
        ScopeAndTime,
        CrossedScopes,
        Projection,
        MultiValued,
        NoValue,
        TimeOverlap,
        Uncertain,
        MissingPart,
    ]
}

#[test]
fn every_closed_word_has_a_name_and_an_explanation() {
    let mut keys: Vec<String> = Vec::new();
    let classes = [Class::Agree, Class::Explained, Class::Unclear, Class::Contradict];
    keys.extend(classes.map(|class| format!("class-{}", class.name())));
    keys.extend(Verdict::ALL.map(|verdict| format!("verdict-{}", verdict.name())));
    keys.extend(reasons().iter().map(|reason| format!("reason-{reason}")));
    // These carry names, which are not part of the key.
    keys.extend(["reason-scope", "reason-assumed", "reason-unspecified", "flag-unspecified"].map(str::to_owned));
    let flags = [
        Flag::Loose,
        Flag::Echo,
        Flag::OwnContradiction,
        Flag::SameOrigin,
        Flag::Strained,
        Flag::Stale,
        Flag::Converted,
        Flag::Uncertain,
        Flag::MayFall,
        Flag::Ruled,
    ];
    keys.extend(flags.map(|flag| format!("flag-{}", flag.to_string().trim_end_matches('?'))));
    let kinds = [Kind::Cumulative, Kind::Level, Kind::Flow, Kind::Count, Kind::Rate, Kind::Category, Kind::Date];
    keys.extend(kinds.map(|kind| format!("kind-{}", kind.name())));
    let stances =
        [Stance::Asserts, Stance::Reports, Stance::Estimates, Stance::Projects, Stance::Alleges, Stance::Denies];
    keys.extend(stances.map(|stance| format!("stance-{}", stance.name())));
    let statuses = [Status::Happened, Status::Planned, Status::Cancelled, Status::Denied];
    keys.extend(statuses.map(|status| format!("status-{}", status.name())));
    let aspects = [Aspect::Date, Aspect::Status, Aspect::Place, Aspect::Who];
    keys.extend(aspects.map(|aspect| format!("aspect-{}", aspect.name())));
    for (tag, _) in catalogue::BUILT_IN {
        let language = Language::built_in(tag);
        for key in &keys {
            let explanation = format!("{key}.explanation");
            assert!(language.has(key) && language.has(&explanation), "{tag}: {key}");
            assert!(language.text(&explanation, &[]).ends_with('.'), "{tag}: {explanation}");
        }
        let sources = [SourceKind::Outlet, SourceKind::Agency, SourceKind::State, SourceKind::Organization];
        let entities = [EntityKind::Person, EntityKind::Organization, EntityKind::State, EntityKind::Place];
        let names = sources.map(|kind| format!("source-{}", kind.name()));
        for key in names.iter().chain(&entities.map(|kind| format!("entity-{}", kind.name()))) {
            assert!(language.has(key), "{tag}: {key}");
        }
    }
}
