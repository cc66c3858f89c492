//! The answers to a question, side by side: who says what, in which words, and a bar for each figure.

use std::ops::Range;

use rust_decimal::Decimal;
use serde::Serialize;

use super::address::{self, Here};
use super::charts::{self, Bar, Plot, Tick, Told};
use super::edition::Edition;
use super::parts::{ArticleLink, Named, Says, When, Words};
use crate::compare::origin;
use crate::compare::readings::{self, Readings};
use crate::model::{
    Amount, Claim, ClaimRef, Class, Date, Delta, Interval, Kind, Member, Part, Quantity, Question, QuestionRef, Quote,
    Scope, Shape, Value,
};

/// The answers that a page shows of one question.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answers {
    /// The axis that all bars share; empty without figures and dates.
    pub ticks: Vec<Tick>,
    /// What the axis counts, in the plural.
    pub unit: Option<String>,
    /// The answers, those of one scope together: figures of different things are not drawn in one row of bars.
    pub panels: Vec<Panel>,
    /// How many answers the page leaves out.
    pub more: usize,
}

/// The answers of one scope.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Panel {
    /// What they are of, where it is stated.
    pub scope: Vec<Stated>,
    /// The answers.
    pub answers: Vec<Answer>,
}

/// A scope's name and value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Stated {
    /// The scope.
    pub name: String,
    /// The value.
    pub value: String,
}

/// The chart of figures of one scope.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Drawing {
    /// What they are of, where it is stated.
    pub scope: Vec<Stated>,
    /// The chart.
    pub plot: Plot,
    /// The numbers of the answers with a figure but without a place in time.
    pub undated: Vec<usize>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// Its number on the page.
    pub number: usize,
    /// Where it is explained: its note in its article's page.
    pub href: String,
    /// The article that gives it.
    pub article: ArticleLink,
    /// The answer in the interface's words.
    pub value: Named,
    /// As written in the front matter.
    pub written: Option<String>,
    /// What it is about in time.
    pub about: Option<About>,
    /// From when a total counts, where it says.
    pub since: Option<When>,
    /// What a change is measured from.
    pub against: Option<When>,
    /// Who says it.
    pub says: Says,
    /// The quote that says the most.
    pub quote: Option<Words>,
    /// The class of the gravest finding about it.
    pub class: Option<&'static str>,
    /// Its bar.
    pub bar: Option<Bar>,
    /// Whether it was withdrawn by its claimant.
    pub superseded: bool,
}

/// The time that an answer is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct About {
    /// `as_of`, `as_of_some` (a moment within a span), `period` or `published`: an answer without a time of its own is
    /// taken to be of its publication.
    pub field: &'static str,
    /// When.
    pub when: When,
}

/// The claims of one scope, each with its number.
type InScope = (Vec<Stated>, Vec<(usize, ClaimRef)>);

impl Edition<'_> {
    /// Some answers to a question, at most so many: those of the gravest finding first, then in their order.
    pub fn some_answers(&self, here: &Here, at: QuestionRef, most: usize) -> Answers {
        let claims = self.in_order(at);
        if claims.len() <= most {
            return self.answers(here, at, 0..claims.len());
        }
        let finding = self.comparison.of_question(at).first();
        let leads = |claim: &ClaimRef| finding.is_some_and(|finding| finding.members.contains(&Member::Claim(*claim)));
        let leading = claims.iter().filter(|claim| leads(claim)).take(most);
        let leading: Vec<ClaimRef> =
            leading.chain(claims.iter().filter(|claim| !leads(claim))).copied().take(most).collect();
        let chosen: Vec<(usize, ClaimRef)> =
            claims.iter().copied().enumerate().filter(|(_, claim)| leading.contains(claim)).collect();
        Answers { more: claims.len() - chosen.len(), ..self.answers_of(here, at, &chosen) }
    }

    /// A part of the answers to a question, each with its number.
    pub fn answers(&self, here: &Here, at: QuestionRef, part: Range<usize>) -> Answers {
        let all: Vec<(usize, ClaimRef)> = self.in_order(at).iter().copied().enumerate().collect();
        self.answers_of(here, at, &all[part])
    }

    fn answers_of(&self, here: &Here, at: QuestionRef, claims: &[(usize, ClaimRef)]) -> Answers {
        let question = &self.corpus[at];
        let figures = figures(claims.iter().map(|&(_, claim)| figure(&self.corpus[claim], question)));
        let figures: Vec<_> =
            figures.into_iter().map(|drawn| drawn.map(|drawn| (drawn.readings, drawn.point))).collect();
        let dates: Vec<_> = claims.iter().map(|&(_, claim)| date(&self.corpus[claim])).collect();
        let chart = match question.kind {
            Kind::Date => charts::days(&dates, self.language),
            _ => charts::rows(&figures, self.language),
        };
        let (ticks, bars) = chart.map_or((Vec::new(), vec![None; claims.len()]), |chart| (chart.ticks, chart.bars));
        let mut panels: Vec<Panel> = Vec::new();
        for (&(position, claim), bar) in claims.iter().zip(bars) {
            let answer = self.answer(here, claim, position + 1, bar);
            let scope = self.scope(&self.corpus[claim]);
            match panels.last_mut().filter(|panel| panel.scope == scope) {
                Some(panel) => panel.answers.push(answer),
                None => panels.push(Panel { scope, answers: vec![answer] }),
            }
        }
        let unit = question.unit.as_deref().map(|unit| self.unit(unit));
        Answers { ticks, unit, panels, more: 0 }
    }

    /// The charts of figures against time, with the numbers of [`Edition::answers`]: one for each scope, since figures of
    /// different things have no place on one axis.
    pub fn plots(&self, at: QuestionRef, part: Range<usize>) -> Vec<Drawing> {
        let question = &self.corpus[at];
        let first = part.start;
        let claims = &self.in_order(at)[part];
        let mut scopes: Vec<InScope> = Vec::new();
        for (position, &claim) in claims.iter().enumerate() {
            let scope = self.scope(&self.corpus[claim]);
            let told = (first + position + 1, claim);
            match scopes.last_mut().filter(|(last, _)| *last == scope) {
                Some((_, claims)) => claims.push(told),
                None => scopes.push((scope, vec![told])),
            }
        }
        let drawing = |(scope, claims): InScope| {
            let figures = figures(claims.iter().map(|&(_, claim)| figure(&self.corpus[claim], question)));
            let (mut told, mut undated) = (Vec::new(), Vec::new());
            for (&(number, claim), figure) in claims.iter().zip(figures) {
                let Some(figure) = figure else { continue };
                match self.drawn(number, claim, figure) {
                    Some(mark) => told.push(mark),
                    None => undated.push(number),
                }
            }
            Some(Drawing { scope, plot: charts::plot(&told, self.language)?, undated })
        };
        scopes.into_iter().filter_map(drawing).collect()
    }

    fn drawn(&self, number: usize, at: ClaimRef, drawn: Figure) -> Option<Told<'_>> {
        let claim = &self.corpus[at];
        let (field, date) = self.time(claim)?;
        let window = date.stated();
        Some(Told {
            first: window.start?,
            last: window.end?,
            assumed: field == "published" || claim.attribution.inferred.contains_key(field),
            readings: drawn.readings,
            point: drawn.point,
            numbers: vec![number],
            origin: origin::of_claim(self.corpus, claim),
        })
    }

    /// The claims on a question in the order in which they are numbered: by scope, then by the time they are about.
    pub(super) fn put_in_order(&self, at: QuestionRef) -> Vec<ClaimRef> {
        let mut claims: Vec<ClaimRef> = self.live_claims(at).collect();
        claims.sort_by_cached_key(|&claim| {
            let claim = &self.corpus[claim];
            (scope_order(claim, &self.corpus[at]), self.time(claim).map(|(_, date)| date.sort_key()), claim.id.clone())
        });
        claims
    }

    /// The time that a claim is about, and the field that says so.
    pub fn time<'c>(&'c self, claim: &'c Claim) -> Option<(&'static str, &'c Date)> {
        let kind = self.corpus[claim.question].kind;
        let published = || self.corpus[claim.article].published.as_ref().map(|date| ("published", date));
        match kind {
            Kind::Flow => claim.period.as_ref().map(|date| ("period", date)),
            Kind::Count | Kind::Date => None,
            _ => claim.as_of.as_ref().map(|date| ("as_of", date)).or_else(published),
        }
    }

    /// One answer.
    pub fn answer(&self, here: &Here, at: ClaimRef, number: usize, bar: Option<Bar>) -> Answer {
        let claim = &self.corpus[at];
        let when = |date: &Option<Date>| date.as_ref().map(|date| self.when(date));
        Answer {
            number,
            href: here.to(address::claim(claim)),
            article: self.article_link(here, claim.article),
            value: self.value(here, claim),
            written: claim.written.clone(),
            about: self.time(claim).map(|(field, date)| About { field: called(field, date), when: self.when(date) }),
            since: when(&claim.since),
            against: when(&claim.against),
            says: self.says(here, claim.article, &claim.id, &claim.attribution),
            quote: self.telling_quote(here, claim),
            class: self.gravest_class(at).map(Class::name),
            bar,
            superseded: claim.superseded,
        }
    }

    /// A claim's value in the interface's words; an entity with its page.
    pub fn value(&self, here: &Here, claim: &Claim) -> Named {
        let question = &self.corpus[claim.question];
        match &claim.value {
            None => Named::text(self.language.text("value-denies", &[])),
            Some(Value::Unknown) => Named::text(self.language.text("value-unknown", &[])),
            Some(Value::Nothing) => Named::text(self.language.text("value-none", &[])),
            Some(Value::Quantity(quantity)) => Named::text(self.language.quantity(quantity, question.unit.as_deref())),
            Some(Value::Date(date)) => Named::text(self.words(date)),
            Some(Value::Category(id)) if question.categories_are_entities => {
                self.entity(id).map_or_else(|| Named::text(id), |entity| self.entity_name(here, entity))
            }
            Some(Value::Category(value)) => Named::text(self.language.named(self.corpus, value)),
        }
    }

    /// Of a claim's quotes, the one to show where there is room for one: that with the figure, else the first that stands
    /// in the text rather than in the headline.
    pub fn telling_quote(&self, here: &Here, claim: &Claim) -> Option<Words> {
        let quotes = &claim.attribution.quotes;
        let figure = match &claim.value {
            Some(Value::Quantity(_)) => claim.written.as_deref().map(leading_digits).unwrap_or_default(),
            _ => String::new(),
        };
        let has_figure = || {
            let digits = |quote: &Quote| quote.text.chars().filter(char::is_ascii_digit).collect::<String>();
            quotes.iter().position(|quote| !figure.is_empty() && digits(quote).contains(&figure))
        };
        let in_text = || quotes.iter().position(|quote| quote.range.is_some());
        let position = has_figure().or_else(in_text).unwrap_or(0);
        self.quotes(here, claim.article, &claim.id, quotes).into_iter().nth(position)
    }

    /// The class of the gravest finding about a claim.
    pub fn gravest_class(&self, at: ClaimRef) -> Option<Class> {
        self.about_claim(at).map(|finding| finding.class()).max()
    }

    /// What a claim is of, scope by scope, in the order that the question declares.
    fn scope(&self, claim: &Claim) -> Vec<Stated> {
        let declared = self.corpus[claim.question].scope.iter();
        let stated = declared.filter_map(|(name, scope)| match (claim.scope.get(name), scope) {
            (Some(value), _) => Some((name, value)),
            // Silence means the whole, unless the question says otherwise.
            (None, Scope::Nested { default, .. }) => Some((name, default)),
            (None, Scope::Flat { .. }) => None,
        });
        let told = |(name, value): (&String, &String)| Stated {
            name: name.replace('-', " "),
            value: self.language.named(self.corpus, value),
        };
        stated.map(told).collect()
    }
}

/// Where a claim's scopes stand among those that its question declares: what is silent first, a whole before its parts.
fn scope_order(claim: &Claim, question: &Question) -> Vec<Option<usize>> {
    let place = |(name, scope): &(String, Scope)| match (claim.scope.get(name), scope) {
        (value, Scope::Nested { root, default }) => {
            let value = value.unwrap_or(default);
            parts(root).iter().position(|part| *part == value)
        }
        (value, Scope::Flat { values }) => value.and_then(|value| values.iter().position(|one| one == value)),
    };
    question.scope.iter().map(place).collect()
}

/// The names of a whole and of all its parts, a whole before its parts.
fn parts(root: &Part) -> Vec<&String> {
    let mut names = Vec::new();
    let mut waiting = vec![root];
    while let Some(part) = waiting.pop() {
        names.push(&part.name);
        waiting.extend(part.parts.iter().rev());
    }
    names
}

/// The digits of the first number in a text.
fn leading_digits(text: &str) -> String {
    let from_first = text.chars().skip_while(|c| !c.is_ascii_digit());
    from_first.take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).filter(char::is_ascii_digit).collect()
}

/// What of a claim is drawn.
#[derive(Clone, Copy, Debug)]
struct Figure {
    /// Its readings in the question's unit.
    readings: Readings,
    /// The figure itself, where one is stated.
    point: Option<Decimal>,
    /// Whether it is a change, which has no place among totals.
    is_change: bool,
}

/// A claim's figure, converted where the question declares a rate; nothing where there is none to draw.
fn figure(claim: &Claim, question: &Question) -> Option<Figure> {
    let value = claim.value.as_ref()?;
    let readings = readings::of_value(value, question)?;
    let Value::Quantity(Quantity { amount, delta, unit, .. }) = value else {
        return Some(Figure { readings, point: None, is_change: false });
    };
    let rate = match unit.as_deref().filter(|unit| question.unit.as_deref() != Some(*unit)) {
        None => Decimal::ONE,
        Some(unit) => question.fx.get(unit)?.rate,
    };
    let point = match amount {
        Amount::Stated(figure) if *delta == Some(Delta::Less) => Some(-figure.value.abs()),
        Amount::Stated(figure) => Some(figure.value),
        _ => None,
    };
    let convert = |figure: Option<Decimal>| figure.map_or(Some(None), |figure| figure.checked_mul(rate).map(Some));
    let converted =
        |reading: Interval| Some(Interval { low: convert(reading.low)?, high: convert(reading.high)?, ..reading });
    let readings = Readings { strict: converted(readings.strict)?, loose: converted(readings.loose)? };
    Some(Figure { readings, point: convert(point)?, is_change: delta.is_some() })
}

/// The date that a claim answers with.
fn date(claim: &Claim) -> Option<&Date> {
    match claim.value.as_ref()? {
        Value::Date(date) => Some(date),
        _ => None,
    }
}

/// What a time is called before its words: what is "by 2022" is not "as of" it.
fn called(field: &'static str, date: &Date) -> &'static str {
    match (field, &date.shape) {
        ("as_of", Shape::Moment(_) | Shape::OneOf(_)) => field,
        ("as_of", _) => "as_of_some",
        _ => field,
    }
}

/// The figures of some claims that can stand on one axis: totals or changes, whichever there are more of. One alone is
/// no picture.
fn figures(claims: impl Iterator<Item = Option<Figure>>) -> Vec<Option<Figure>> {
    let mut all: Vec<Option<Figure>> = claims.collect();
    let changes = all.iter().flatten().filter(|figure| figure.is_change).count();
    let totals = all.iter().flatten().count() - changes;
    let wanted = changes > totals;
    let alone = changes.max(totals) < 2;
    for figure in &mut all {
        *figure = figure.filter(|figure| !alone && figure.is_change == wanted);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(is_change: bool) -> Option<Figure> {
        let zero = Interval::point(Decimal::ZERO);
        Some(Figure { readings: Readings { strict: zero, loose: zero }, point: None, is_change })
    }

    #[test]
    fn a_change_has_no_place_among_totals() {
        let count = |claims: Vec<Option<Figure>>| figures(claims.into_iter()).iter().flatten().count();
        assert_eq!(count(vec![drawn(true), None, drawn(true)]), 2);
        assert_eq!(count(vec![drawn(true), drawn(false), drawn(false)]), 2);
        assert_eq!(count(vec![drawn(true), drawn(true), drawn(false)]), 2);
        assert_eq!(count(vec![drawn(true), drawn(false), None]), 0);
    }
}
