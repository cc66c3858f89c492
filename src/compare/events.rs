//! What accounts say of one event, set side by side (COMPARISON.md, "Events are compared too").
//!
//! The date is compared as a date is, status, place and participants as categories are, by the same steps; two accounts
//! that say the same, or of which one is silent, give no finding. What an editor inferred holds a contradiction back.
//!
//! Where the text leaves a choice, this is how it is read:
//!
//! * Status, in order of publication: what was planned or cancelled may later be something else; what has happened cannot
//!   be planned or cancelled afterwards. An account that denies the event disputes every account that does not, whichever
//!   came first; so does one whose stance is `denies`.
//! * A name that belongs to no entity may be another spelling of any: two such places that differ in writing are not told
//!   to conflict (`unspecified:place`).
//! * Participants of whom neither list holds the other are two selections, not a contradiction: `multi-valued`.
//! * Of an event with many accounts, each distinct thing said is compared once, for the first account that says it.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashSet};

use super::anachronism;
use super::category::Geography;
use super::dates::Dated;
use super::frame::World;
use super::names::Key;
use super::origin;
use super::outcome::{Ground, Outcome, Why};
use super::pair::{Voices, agree, dates, differ, overlapping};
use super::report::EventSummary;
use super::show::Sharpness;
use super::time::{Relation, Span};
use super::tree::Kinship;
use crate::model::{
    Account, AccountRef, Aspect, Class, EventRef, Figures, Finding, Member, Mention, Reason, Stance, Status, Subject,
    Verdict,
};

/// Up to so many accounts all pairs are compared; of more, each distinct thing said.
const FULL_LIST: usize = 20;

/// Of so many distinct things said of one aspect the sharpest findings are kept.
const SHARPEST: usize = 200;

/// More distinct things than this are not set against each other pair by pair, but each against the first ones.
const DISTINCT: usize = 100;

/// An event's findings, sorted, and its summary; `findings` in it counts from 0.
pub(super) fn compare(world: &World<'_>, at: EventRef) -> (Vec<Finding>, EventSummary) {
    let corpus = world.corpus;
    let accounts: Vec<AccountRef> = corpus[at]
        .accounts
        .iter()
        .copied()
        .filter(|account| corpus[corpus[*account].article].withdrawn.is_none())
        .collect();
    let mut found: Vec<(Finding, Sharpness)> = Vec::new();
    for aspect in [Aspect::Date, Aspect::Status, Aspect::Place, Aspect::Who] {
        let comparison = Comparison { world, at, aspect };
        let mut of_aspect = comparison.findings(&accounts);
        if accounts.len() > FULL_LIST && of_aspect.len() > SHARPEST {
            of_aspect.sort_by(|a, b| rank(a).cmp(&rank(b)));
            of_aspect.truncate(SHARPEST);
        }
        found.extend(of_aspect);
    }
    found.extend(
        accounts.iter().filter_map(|account| anachronism::find(corpus, at, *account)).map(|f| (f, Sharpness::None)),
    );
    found.sort_by(|a, b| rank(a).cmp(&rank(b)));
    let findings: Vec<Finding> = found.into_iter().map(|(finding, _)| finding).collect();
    let agreed = (accounts.len() > 1).then_some(Class::Agree);
    let summary = EventSummary {
        event: at,
        status: findings.iter().map(Finding::class).max().max(agreed),
        origins: origin::independent(
            accounts.iter().map(|account| (world.account_origin(account.0), corpus[*account].article)),
        ),
        accounts,
        findings: 0..findings.len(),
    };
    (findings, summary)
}

fn rank(
    (finding, sharpness): &(Finding, Sharpness),
) -> (Reverse<Class>, Reverse<Sharpness>, &[Member], Option<Aspect>) {
    (Reverse(finding.class()), Reverse(*sharpness), &finding.members, finding.aspect)
}

/// One aspect of one event.
struct Comparison<'w, 'a> {
    world: &'w World<'a>,
    at: EventRef,
    aspect: Aspect,
}

impl Comparison<'_, '_> {
    fn findings(&self, accounts: &[AccountRef]) -> Vec<(Finding, Sharpness)> {
        let speaking: Vec<AccountRef> = accounts.iter().copied().filter(|account| self.speaks(*account)).collect();
        let distinct = if accounts.len() > FULL_LIST { self.distinct(&speaking) } else { speaking };
        let mut found = Vec::new();
        for (position, a) in distinct.iter().enumerate().take(DISTINCT) {
            found.extend(distinct[position + 1..].iter().filter_map(|b| self.pair(*a, *b)));
        }
        found
    }

    fn account(&self, account: AccountRef) -> &Account {
        &self.world.corpus[account]
    }

    /// Whether the account says anything of it.
    fn speaks(&self, account: AccountRef) -> bool {
        let account = self.account(account);
        match self.aspect {
            Aspect::Date => account.date.is_some(),
            Aspect::Status => true,
            Aspect::Place => account.place.is_some(),
            Aspect::Who => !account.who.is_empty(),
        }
    }

    /// For each distinct thing said, in the order of the corpus, the first account that says it.
    fn distinct(&self, accounts: &[AccountRef]) -> Vec<AccountRef> {
        let mut said: HashSet<(String, Option<Span>)> = HashSet::new();
        let of = |account: &Account| match self.aspect {
            Aspect::Date => (account.date.as_ref().map_or_else(String::new, |date| date.written.clone()), None),
            // When it was published decides what a status means beside another.
            Aspect::Status => {
                (format!("{:?} {:?}", account.status, account.attribution.stance), self.published(account))
            }
            Aspect::Place => (account.place.as_ref().map_or_else(String::new, identity), None),
            Aspect::Who => {
                let names: Vec<String> = identities(&account.who).into_iter().collect();
                (names.join("\n"), None)
            }
        };
        accounts.iter().copied().filter(|account| said.insert(of(self.account(*account)))).collect()
    }

    fn published(&self, account: &Account) -> Option<Span> {
        self.world.corpus[account.article].published.as_ref().map(Span::of)
    }

    /// The finding on two accounts; `None` where they say the same.
    fn pair(&self, a: AccountRef, b: AccountRef) -> Option<(Finding, Sharpness)> {
        let (outcome, days) = self.judge(a, b);
        if outcome.verdict == Verdict::Same {
            return None;
        }
        let members = if outcome.swapped { [b, a] } else { [a, b] };
        let gap_days = days.filter(|_| outcome.verdict == Verdict::Conflict);
        let finding = Finding {
            subject: Subject::Event(self.at),
            aspect: Some(self.aspect),
            members: members.map(Member::Account).to_vec(),
            verdict: outcome.verdict,
            reason: outcome.reason(None),
            flags: outcome.flag_list(None),
            figures: Figures { gap_days, ..Figures::default() },
        };
        Some((finding, gap_days.map_or(Sharpness::None, Sharpness::Days)))
    }

    /// The verdict, and for dates how many days they are apart.
    fn judge(&self, a: AccountRef, b: AccountRef) -> (Outcome, Option<i64>) {
        let voices = self.voices(a, b);
        let (a, b) = (self.account(a), self.account(b));
        let ground = self.ground(a, b);
        match self.aspect {
            Aspect::Date => date_verdict(ground, voices, a, b),
            Aspect::Status => (self.status_verdict(ground, voices, a, b), None),
            Aspect::Place => (place_verdict(&self.world.geography, ground, voices, a, b), None),
            Aspect::Who => (who_verdict(ground, voices, a, b), None),
        }
    }

    fn voices(&self, a: AccountRef, b: AccountRef) -> Voices {
        let (origin_a, origin_b) = (self.world.account_origin(a.0), self.world.account_origin(b.0));
        let said = |account: AccountRef| {
            let account = self.account(account);
            account.attribution.said.as_ref().map(Span::of).or_else(|| self.published(account))
        };
        Voices { same_origin: origin_a.is_some() && origin_a == origin_b, said: (said(a), said(b)) }
    }

    /// What is inferred of the aspect, or of when it was said.
    fn ground(&self, a: &Account, b: &Account) -> Ground {
        let key = match self.aspect {
            Aspect::Date => Key::Date,
            Aspect::Status => Key::Status,
            Aspect::Place => Key::Place,
            Aspect::Who => Key::Who,
        };
        let inferred = |name: &str| [a, b].iter().any(|account| account.attribution.inferred.contains_key(name));
        let mut ground = Ground::default();
        if inferred(self.aspect.name()) {
            ground.assumed.add(key);
        }
        if inferred("said") {
            ground.assumed.add(Key::Said);
        }
        ground
    }

    /// Status as a category, in order of publication.
    fn status_verdict(&self, mut ground: Ground, voices: Voices, a: &Account, b: &Account) -> Outcome {
        match (denies(a), denies(b)) {
            (true, true) => return agree(ground, voices, Verdict::Same, Why::None),
            (a_denies, b_denies) if a_denies || b_denies => {
                return ground.hold(Verdict::Disputed, Why::None).oriented(a_denies);
            }
            _ if a.status == b.status => return agree(ground, voices, Verdict::Same, Why::None),
            _ => {}
        }
        let time = match (self.published(a), self.published(b)) {
            (Some(a), Some(b)) => a.relation(b),
            _ => {
                ground.missing.add(Key::Published);
                Relation::Same
            }
        };
        let earlier = match time {
            Relation::Before => Some((a, false)),
            Relation::After => Some((b, true)),
            Relation::Same | Relation::Overlap => None,
        };
        match earlier {
            Some((earlier, swapped)) if earlier.status != Status::Happened => {
                ground.hold_unless_assumed(Verdict::Evolution, Why::Because(Reason::Changed)).oriented(swapped)
            }
            Some(_) => differ(ground, Voices { said: (None, None), same_origin: false }, Relation::Same),
            None => differ(ground, voices, time),
        }
    }
}

fn denies(account: &Account) -> bool {
    account.status == Status::Denied || account.attribution.stance == Stance::Denies
}

fn date_verdict(ground: Ground, voices: Voices, a: &Account, b: &Account) -> (Outcome, Option<i64>) {
    let (Some(a), Some(b)) = (&a.date, &b.date) else {
        return (Outcome::not_comparable(Reason::NoValue), None);
    };
    let verdict = |read: fn(&crate::model::Date) -> Dated| {
        let (a, b) = (read(a), read(b));
        (dates(ground, voices, a.matches(&b), a.uncertain || b.uncertain), a.days_between(&b))
    };
    let (outcome, days) = verdict(Dated::of);
    let vanishes = outcome.class() == Class::Contradict
        && (a.soft || b.soft)
        && verdict(Dated::widened).0.class() != Class::Contradict;
    (if vanishes { overlapping(outcome) } else { outcome }, Some(days))
}

fn place_verdict(geography: &Geography, mut ground: Ground, voices: Voices, a: &Account, b: &Account) -> Outcome {
    let (Some(a), Some(b)) = (&a.place, &b.place) else {
        return Outcome::not_comparable(Reason::NoValue);
    };
    if identity(a) == identity(b) {
        return agree(ground, voices, Verdict::Same, Why::None);
    }
    let (Some(entity_a), Some(entity_b)) = (a.entity, b.entity) else {
        ground.missing.add(Key::Place);
        return ground.hold(Verdict::Conflict, Why::None);
    };
    match geography.kinship(entity_a.0, entity_b.0) {
        Kinship::Same => agree(ground, voices, Verdict::Same, Why::None),
        Kinship::Inside | Kinship::Around => {
            agree(ground, voices, Verdict::Compatible, Why::Because(Reason::Granularity))
        }
        Kinship::Apart => differ(ground, voices, Relation::Same),
    }
}

fn who_verdict(ground: Ground, voices: Voices, a: &Account, b: &Account) -> Outcome {
    let (a, b) = (identities(&a.who), identities(&b.who));
    if a == b {
        agree(ground, voices, Verdict::Same, Why::None)
    } else if a.is_subset(&b) || b.is_subset(&a) {
        agree(ground, voices, Verdict::Compatible, Why::Because(Reason::Granularity))
    } else {
        ground.verdict(Verdict::NotComparable, Why::Because(Reason::MultiValued))
    }
}

/// What makes two mentions the same: the entity or, where none is known, the name as written.
fn identity(mention: &Mention) -> String {
    match mention.entity {
        Some(entity) => format!("#{}", entity.0),
        None => mention.written.trim().to_lowercase(),
    }
}

fn identities(mentions: &[Mention]) -> BTreeSet<String> {
    mentions.iter().map(identity).collect()
}
