//! Accounts that cannot be right together with their own dates: still to come though it is over by then, or not yet when
//! it is told as done.

use super::names::Key;
use super::outcome::{Ground, Outcome, Why};
use super::time::{Relation, Span};
use crate::model::{
    Account, AccountRef, Aspect, Corpus, Date, EventRef, Figures, Finding, Member, Reason, Stance, Status, Subject,
    Verdict,
};

/// The anachronism of an account, if it is one.
///
/// A date that is inferred, soft or marked `?` holds it back, and so does a publication date that is: the contradiction
/// rests on both. Whoever denies an event says neither that it is to come nor that it is over.
pub(super) fn find(corpus: &Corpus, event: EventRef, at: AccountRef) -> Option<Finding> {
    let account = &corpus[at];
    let article = &corpus[account.article];
    let date = account.date.as_ref()?;
    if account.attribution.stance == Stance::Denies {
        return None;
    }
    let window = Span::of(date);
    let against;
    let mut ground = Ground::default();
    if account.attribution.inferred.contains_key("date") {
        ground.assumed.add(Key::Date);
    }
    let reason = match (account.status, &article.published) {
        (Status::Planned, Some(published)) if window.relation(Span::of(published)) == Relation::Before => {
            against = Some(published);
            Reason::StillToCome
        }
        (Status::Planned, None) => {
            let latest = latest_that_happened(corpus, account)?;
            let latest_date = latest.date.as_ref()?;
            if window.relation(Span::of(latest_date)) != Relation::Before {
                return None;
            }
            if latest.attribution.inferred.contains_key("date") {
                ground.assumed.add(Key::Date);
            }
            against = Some(latest_date);
            Reason::StillToCome
        }
        (Status::Happened, Some(published)) if window.relation(Span::of(published)) == Relation::After => {
            against = Some(published);
            Reason::NotYet
        }
        _ => return None,
    };
    if article.published.is_some() && article.inferred.contains_key("published") {
        ground.assumed.add(Key::Published);
    }
    let dates = [Some(date), against];
    let any = |is: fn(&Date) -> bool| dates.into_iter().flatten().any(is);
    let outcome = if !ground.assumed.is_empty() {
        ground.hold(Verdict::Anachronism, Why::Because(reason))
    } else if any(|date| date.soft) {
        Outcome::new(Verdict::Indeterminate, Why::Because(Reason::TimeOverlap)).instead_of(Verdict::Anachronism)
    } else if any(|date| date.uncertain) {
        Outcome::new(Verdict::Indeterminate, Why::Because(Reason::Uncertain)).instead_of(Verdict::Anachronism)
    } else {
        Outcome::new(Verdict::Anachronism, Why::Because(reason))
    };
    Some(Finding {
        subject: Subject::Event(event),
        aspect: Some(Aspect::Date),
        members: vec![Member::Account(at)],
        verdict: outcome.verdict,
        reason: outcome.reason(None),
        flags: outcome.flag_list(None),
        figures: Figures::default(),
    })
}

/// Whether nothing about the account's date holds a contradiction back.
fn is_firm(account: &Account, date: &Date) -> bool {
    !account.attribution.inferred.contains_key("date") && !date.soft && !date.uncertain
}

/// Of what the same article reports as happened, the account that begins last; of several, one whose date is firm.
fn latest_that_happened<'a>(corpus: &'a Corpus, account: &Account) -> Option<&'a Account> {
    let accounts = corpus.accounts.get(corpus[account.article].accounts.clone())?;
    accounts
        .iter()
        .filter(|other| other.status == Status::Happened && other.attribution.stance != Stance::Denies)
        .filter(|other| other.date.is_some())
        .max_by_key(|other| other.date.as_ref().map(|date| (Span::of(date).start, is_firm(other, date))))
}
