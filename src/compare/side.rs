//! One side of a comparison: a claim with everything worked out that can be known before the other side is.

use super::category;
use super::dates::Dated;
use super::frame::Context;
use super::names::{Key, Names};
use super::number::{Ranks, Wording};
use super::time::Span;
use crate::model::{Claim, ClaimRef, Date, Kind, Stance, Value};

/// A claim, ready to be compared with any other on its question.
#[derive(Debug)]
pub(super) struct Side {
    pub claim: ClaimRef,
    pub superseded: bool,
    pub revises: Option<ClaimRef>,
    pub projects: bool,
    pub denies: bool,
    pub origin: Option<u32>,
    pub answer: Answer,
    pub times: Times,
    /// The same with soft windows a calendar month wider; `None` where nothing is soft.
    pub wide: Option<Box<Times>>,
    pub said: Option<Span>,
    /// What is assumed where the claim is compared as what its question asks for.
    pub assumed: Names,
    /// What is assumed where it is compared as a change.
    pub assumed_of_change: Names,
    /// What a change does not say.
    pub missing_of_change: Names,
}

/// What a claim answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// Nothing: it denies what others say.
    Absent,
    /// That it is not known, or something that cannot be compared.
    Unknown,
    /// A number.
    Number(NumberSide),
    /// One of the question's categories, by its number.
    Category(u32),
    /// A date; it is among the times.
    Date,
}

/// What a pair needs to know of a number; the rest is in [`Number`](super::number::Number).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NumberSide {
    pub ranks: Ranks,
    pub wording: Wording,
    /// Equal where hedge class, numbers, written precision and the unit as stated are.
    pub identity: u32,
    /// 0: the question's unit.
    pub unit: u32,
    pub converted: bool,
    pub is_delta: bool,
}

/// The times of a claim that its question's kind, or a change, makes use of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Times {
    /// The moment it is about: as stated, else when it was published.
    pub as_of: Option<Span>,
    /// The span it is about.
    pub period: Option<Span>,
    /// Where a total starts: as stated, else as the question says.
    pub since: Option<Span>,
    /// What a change is measured from.
    pub against: Option<Span>,
    /// The span of a change.
    pub change: Option<Span>,
    /// The answer of a date question.
    pub date: Option<Dated>,
}

impl NumberSide {
    /// Whether the two are one and the same figure; what was converted never is.
    pub fn is_same_as(&self, other: &Self) -> bool {
        self.identity == other.identity && !self.converted && !other.converted
    }
}

impl Side {
    /// A claim; its number was read before, and is ranked among those of its question.
    pub fn new<'a>(context: &mut Context<'a>, claim: ClaimRef, number: Option<NumberSide>) -> Self {
        let record: &'a Claim = &context.corpus[claim];
        let published = context.corpus[record.article].published.as_ref();
        let question = context.question;
        let denies = record.attribution.stance == Stance::Denies;
        let answer = match (&record.value, question.kind, number) {
            (None, ..) if denies => Answer::Absent,
            (Some(Value::Category(name)), Kind::Category, _) => Answer::Category(context.categories.value(name)),
            (Some(Value::Nothing), Kind::Category, _) => Answer::Category(category::NONE),
            (Some(Value::Date(_)), Kind::Date, _) => Answer::Date,
            (_, Kind::Category | Kind::Date, _) | (_, _, None) => Answer::Unknown,
            (_, _, Some(number)) => Answer::Number(number),
        };
        let times = |span: fn(&Date) -> Span, dated: fn(&Date) -> Dated| {
            let as_of = match question.kind {
                Kind::Flow => record.as_of.as_ref(),
                Kind::Count | Kind::Date => None,
                Kind::Cumulative | Kind::Level | Kind::Rate | Kind::Category => record.as_of.as_ref().or(published),
            }
            .map(span);
            let since = match question.kind {
                Kind::Cumulative => record.since.as_ref().or(question.since.as_ref()).map(span),
                _ => None,
            };
            let period = record.period.as_ref().map(span);
            let against = record.against.as_ref().map(span);
            let measured = as_of.or_else(|| record.as_of.as_ref().map(span)).zip(against);
            Times {
                as_of,
                period,
                since,
                against,
                change: period.or(measured.map(|(to, from)| Span::from_to(from, to))),
                date: match (&record.value, question.kind) {
                    (Some(Value::Date(date)), Kind::Date) => Some(dated(date)),
                    _ => None,
                },
            }
        };
        let value_date = match &record.value {
            Some(Value::Date(date)) => Some(date),
            _ => None,
        };
        // When an article was published is never stated as what it is about: nothing that rests on it contradicts.
        let since = record.since.as_ref().or(question.since.as_ref());
        let soft = [&record.as_of, &record.period, &record.against]
            .into_iter()
            .flatten()
            .chain(since)
            .chain(value_date)
            .any(|date| date.soft);
        let (assumed, assumed_of_change, missing_of_change) = names(context, record);
        Self {
            claim,
            superseded: record.superseded,
            revises: record.revises,
            projects: record.attribution.stance == Stance::Projects,
            denies,
            origin: context.origin(claim),
            answer,
            times: times(Span::of, Dated::of),
            wide: soft.then(|| Box::new(times(Span::widened, Dated::widened))),
            said: record.attribution.said.as_ref().or(published).map(Span::of),
            assumed,
            assumed_of_change,
            missing_of_change,
        }
    }

    /// Its number, where it has one.
    pub fn number(&self) -> Option<&NumberSide> {
        match &self.answer {
            Answer::Number(number) => Some(number),
            _ => None,
        }
    }

    /// Whether it says by how much something changed.
    pub fn is_change(&self) -> bool {
        !self.denies && self.number().is_some_and(|number| number.is_delta)
    }

    /// Its times, as written or with soft windows wider.
    pub fn times(&self, wider: bool) -> &Times {
        self.wide.as_deref().filter(|_| wider).unwrap_or(&self.times)
    }
}

/// What is assumed of a claim as it stands, what is assumed of it as a change, and what it leaves out as a change.
fn names(context: &Context<'_>, claim: &Claim) -> (Names, Names, Names) {
    let kind = context.question.kind;
    let inferred = |name: &str| claim.attribution.inferred.contains_key(name);
    let published = context.corpus[claim.article].published.is_some();
    let mut always = Names::NONE;
    for (position, (name, _)) in context.question.scope.iter().enumerate() {
        let stated = claim.scope.contains_key(name);
        if stated && (inferred(name) || inferred("scope") || inferred(&format!("scope.{name}"))) {
            always.add_scope(position);
        }
    }
    if inferred("said") {
        always.add(Key::Said);
    }
    let dated = matches!(kind, Kind::Cumulative | Kind::Level | Kind::Rate | Kind::Category);
    let as_of_assumed = match &claim.as_of {
        Some(_) => inferred("as_of"),
        None => dated && published,
    };

    let mut assumed = always;
    if dated && as_of_assumed {
        assumed.add(Key::AsOf);
    }
    if kind == Kind::Cumulative && claim.since.is_some() && inferred("since") {
        assumed.add(Key::Since);
    }
    if kind == Kind::Flow && claim.period.is_some() && inferred("period") {
        assumed.add(Key::Period);
    }

    let mut assumed_of_change = always;
    let mut missing_of_change = Names::NONE;
    if claim.period.is_some() {
        if inferred("period") {
            assumed_of_change.add(Key::Period);
        }
    } else if as_of_assumed {
        assumed_of_change.add(Key::AsOf);
    }
    if claim.against.is_none() {
        missing_of_change.add(Key::Against);
    } else if inferred("against") {
        assumed_of_change.add(Key::Against);
    }
    if claim.period.is_none() && claim.as_of.is_none() {
        match kind {
            Kind::Flow => missing_of_change.add(Key::Period),
            _ if dated && published => {}
            _ if dated || claim.against.is_some() => missing_of_change.add(Key::AsOf),
            _ => {}
        }
    }
    (assumed, assumed_of_change, missing_of_change)
}
