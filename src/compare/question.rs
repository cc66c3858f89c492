//! A whole question: its pairs, its sums, its status (COMPARISON.md, "A whole question").
//!
//! Every pair is judged and counted. What is listed is every pair of a question with few live claims; of others the
//! rulings, the sums, the sharpest contradictions, and each claim with the next in time. A pair that has been counted
//! and is not listed leaves nothing behind.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap};

use chrono::NaiveDate;
use rayon::prelude::*;

use super::band::bands;
use super::derived::derived;
use super::frame::{Frame, World};
use super::names::Names;
use super::origin;
use super::outcome::Outcome;
use super::pair::judge;
use super::report::{Counts, QuestionSummary};
use super::show::{Sharpness, finding, sharpness};
use super::side::{Answer, Times};
use super::sum::sums;
use super::trace::Silent;
use crate::model::{Class, Finding, Member, Question, QuestionRef, Verdict};

/// Up to so many live claims all pairs of a question are listed.
pub const FULL_LIST: usize = 20;

/// Of a question with more live claims, so many of its sharpest contradictions are listed.
pub const SHARPEST: usize = 200;

/// From so many claims on, the pairs of one question are shared among the processors.
const MANY: usize = 256;

/// A question's findings, sorted, and its summary; `findings` in it counts from 0.
pub(super) fn compare(world: &World<'_>, at: QuestionRef) -> (Vec<Finding>, QuestionSummary, Sharpness) {
    let frame = Frame::new(world, at);
    let live: Vec<usize> = (0..frame.sides.len()).filter(|side| !frame.sides[*side].superseded).collect();
    let repeated = repetitions(&frame);
    let complete = live.len() <= FULL_LIST;
    let (tally, pairs) = if complete { judge_all(&frame, &repeated) } else { judge_many(&frame, &repeated, &live) };
    let sums = sums(&frame, &repeated);

    let contradicting_sum = sums.iter().any(|(finding, _)| finding.class() == Class::Contradict);
    let of_sums = sums.iter().map(|(_, sharpness)| *sharpness).max().unwrap_or_default();
    let sharpest = tally.sharpest.iter().map(|contradiction| contradiction.0.0).max().unwrap_or_default().max(of_sums);
    let findings = listed(&frame, pairs, sums);
    let summary = QuestionSummary {
        question: at,
        status: tally.worst.max(contradicting_sum.then_some(Class::Contradict)),
        live: live.iter().map(|side| frame.sides[*side].claim).collect(),
        origins: origin::independent(live.iter().map(|side| (frame.sides[*side].origin, frame.claim(*side).article))),
        pairs: tally.counts,
        complete,
        findings: 0..findings.len(),
        bands: bands(&frame),
        derived: derived(&frame),
        relative_gap: match sharpest {
            Sharpness::Ratio(ratio) => Some(ratio),
            _ => None,
        },
        boundless: sharpest == Sharpness::Boundless,
        latest: live.iter().filter_map(|side| recency(&frame, *side)).max(),
    };
    (findings, summary, sharpest)
}

/// A pair that will be listed.
struct Judged {
    pair: (usize, usize),
    outcome: Outcome,
}

/// All pairs of a question with few live claims. Listed are those of which at least one side is live, and of superseded
/// claims each with the one that supersedes it.
fn judge_all(frame: &Frame<'_>, repeated: &[bool]) -> (Tally, Vec<Judged>) {
    let replaces = |b: usize, a: usize| frame.claim(a).superseded_by == Some(frame.sides[b].claim);
    let mut row = Row::default();
    let mut judged = Vec::new();
    for a in 0..frame.sides.len() {
        for b in a + 1..frame.sides.len() {
            let outcome = row.take(frame, repeated, a, b);
            let history = frame.sides[a].superseded && frame.sides[b].superseded;
            if !history || replaces(a, b) || replaces(b, a) {
                judged.push(Judged { pair: (a, b), outcome });
            }
        }
    }
    (row.into(), judged)
}

/// All pairs of a large question, counted; listed are those that are chosen.
fn judge_many(frame: &Frame<'_>, repeated: &[bool], live: &[usize]) -> (Tally, Vec<Judged>) {
    let tally = tally(frame, repeated);
    let judged = chosen_pairs(frame, live, &tally.sharpest)
        .into_iter()
        .map(|(a, b)| Judged { pair: (a, b), outcome: judge(frame, a, b, &mut Silent) })
        .collect();
    (tally, judged)
}

/// What is listed, sorted: the gravest class first, then the sharpest, then by members.
fn listed(frame: &Frame<'_>, pairs: Vec<Judged>, sums: Vec<(Finding, Sharpness)>) -> Vec<Finding> {
    type Place = (Reverse<Class>, Reverse<Sharpness>, Member, Option<Member>, Verdict);
    enum Item {
        Pair(Judged),
        Sum(Box<Finding>),
    }
    let of_two: Vec<Finding> =
        sums.iter().filter(|(sum, _)| sum.members.len() == 2).map(|(sum, _)| sum.clone()).collect();
    let of_pair = |judged: &Judged| finding(frame, judged.pair.0, judged.pair.1, &judged.outcome);
    let mut items: Vec<(Place, Item)> = Vec::with_capacity(pairs.len() + sums.len());
    for (sum, sharpness) in sums {
        let Some(whole) = sum.members.first().copied() else { continue };
        let place = (Reverse(sum.class()), Reverse(sharpness), whole, sum.members.get(1).copied(), sum.verdict);
        items.push((place, Item::Sum(Box::new(sum))));
    }
    for judged in pairs {
        let (a, b) = judged.pair;
        let (first, second) = if judged.outcome.swapped { (b, a) } else { (a, b) };
        let [first, second] = [first, second].map(|side| Member::Claim(frame.sides[side].claim));
        // Of a whole and its only part the sum says the same, and gives figures besides.
        if of_two.iter().any(|sum| sum.members == [first, second] && says_the_same(sum, &of_pair(&judged))) {
            continue;
        }
        let class = judged.outcome.class();
        let sharp = if class == Class::Contradict { sharpness(frame, a, b) } else { Sharpness::None };
        let place = (Reverse(class), Reverse(sharp), first, Some(second), judged.outcome.verdict);
        items.push((place, Item::Pair(judged)));
    }
    items.sort_by_key(|(place, _)| *place);
    let show = |(_, item)| match item {
        Item::Pair(judged) => of_pair(&judged),
        Item::Sum(sum) => *sum,
    };
    items.into_iter().map(show).collect()
}

/// Whether a sum of one part says what the pair of the same claims says.
fn says_the_same(sum: &Finding, pair: &Finding) -> bool {
    sum.verdict == pair.verdict && sum.reason == pair.reason && sum.flags == pair.flags
}

/// The pairs of a large question that are listed; its sums come on top.
fn chosen_pairs(frame: &Frame<'_>, live: &[usize], sharpest: &[Contradiction]) -> Vec<(usize, usize)> {
    let mut pairs: BTreeSet<(usize, usize)> = frame.ruled_pairs().into_iter().collect();
    pairs.extend(sharpest.iter().map(|contradiction| contradiction.pair()));
    pairs.extend(neighbours(frame, live));
    pairs.into_iter().collect()
}

/// Each live claim with the next in time: among those of its own scopes where there are others, else among all.
fn neighbours(frame: &Frame<'_>, live: &[usize]) -> Vec<(usize, usize)> {
    let by_time = |side: &usize| {
        let times = &frame.sides[*side].times;
        (times.as_of.or(times.period).or(times.date.map(|date| date.whole)), *side)
    };
    let mut ordered = live.to_vec();
    ordered.sort_by_key(by_time);
    let mut of_scope: BTreeMap<&[u32], Vec<usize>> = BTreeMap::new();
    for side in &ordered {
        of_scope.entry(frame.scope_values(*side)).or_default().push(*side);
    }
    let alone = |side: usize| of_scope.get(frame.scope_values(side)).is_none_or(|group| group.len() < 2);
    let within = of_scope.values().flat_map(|group| group.windows(2)).map(|pair| (pair[0], pair[1]));
    let across = ordered.windows(2).map(|pair| (pair[0], pair[1])).filter(|(a, b)| alone(*a) || alone(*b));
    within.chain(across).map(|(a, b)| (a.min(b), a.max(b))).collect()
}

/// A contradiction by how sharp it is; of two equally sharp ones that of the earlier claims is the sharper.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Contradiction((Sharpness, Reverse<(usize, usize)>));

impl Contradiction {
    fn pair(&self) -> (usize, usize) {
        self.0.1.0
    }
}

/// What is kept of all pairs.
#[derive(Default)]
struct Tally {
    counts: Counts,
    /// The worst class among live pairs that are not of mere repetitions.
    worst: Option<Class>,
    /// The sharpest contradictions, at most [`SHARPEST`].
    sharpest: Vec<Contradiction>,
}

/// Counts all pairs by verdict.
fn tally(frame: &Frame<'_>, repeated: &[bool]) -> Tally {
    let count = frame.sides.len();
    let of_row = |a: usize| {
        let mut row = Row::default();
        for b in a + 1..count {
            row.take(frame, repeated, a, b);
        }
        row
    };
    let row = if count < MANY {
        (0..count).map(of_row).fold(Row::default(), Row::with)
    } else {
        (0..count).into_par_iter().map(of_row).reduce(Row::default, Row::with)
    };
    row.into()
}

impl From<Row> for Tally {
    fn from(row: Row) -> Self {
        let sharpest = row.sharpest.into_iter().map(|Reverse(contradiction)| contradiction).collect();
        Self { counts: row.counts, worst: row.worst, sharpest }
    }
}

#[derive(Default)]
struct Row {
    counts: Counts,
    worst: Option<Class>,
    /// The least sharp one on top.
    sharpest: BinaryHeap<Reverse<Contradiction>>,
}

impl Row {
    fn take(&mut self, frame: &Frame<'_>, repeated: &[bool], a: usize, b: usize) -> Outcome {
        let outcome = judge(frame, a, b, &mut Silent);
        self.counts.add(outcome.verdict);
        if frame.sides[a].superseded || frame.sides[b].superseded {
            return outcome;
        }
        let class = outcome.class();
        // A contradiction counts whoever repeats it: what somebody said again may contradict what they said in between.
        if class == Class::Contradict || !repeated[a] && !repeated[b] {
            self.worst = self.worst.max(Some(class));
        }
        if class == Class::Contradict {
            self.keep(Contradiction((sharpness(frame, a, b), Reverse((a, b)))));
        }
        outcome
    }

    fn keep(&mut self, contradiction: Contradiction) {
        if self.sharpest.len() < SHARPEST {
            self.sharpest.push(Reverse(contradiction));
        } else if self.sharpest.peek().is_some_and(|least| least.0 < contradiction) {
            self.sharpest.pop();
            self.sharpest.push(Reverse(contradiction));
        }
    }

    fn with(mut self, other: Self) -> Self {
        self.counts = self.counts.plus(other.counts);
        self.worst = self.worst.max(other.worst);
        for Reverse(contradiction) in other.sharpest {
            self.keep(contradiction);
        }
        self
    }
}

/// Which sides merely repeat another: one origin, the same answer in the same words, the same scopes and times. What
/// was said first is kept, and before that what rests on nothing assumed.
fn repetitions(frame: &Frame<'_>) -> Vec<bool> {
    type Said<'a> = (u32, &'a [u32], Spoken, Times, bool, bool);
    let mut kept: HashMap<Said<'_>, usize> = HashMap::new();
    let mut repeated = vec![false; frame.sides.len()];
    let rank = |side: usize| {
        let assumed = frame.sides[side].assumed != Names::NONE;
        let said = frame.sides[side].said;
        (assumed, said.is_none(), said, side)
    };
    for (at, side) in frame.sides.iter().enumerate().filter(|(_, side)| !side.superseded) {
        let Some(origin) = side.origin else { continue };
        let spoken = Spoken::of(&side.answer);
        let said = (origin, frame.scope_values(at), spoken, side.times, side.projects, side.denies);
        let first = kept.entry(said).or_insert(at);
        if *first == at {
            continue;
        }
        let again = if rank(at) < rank(*first) { std::mem::replace(first, at) } else { at };
        repeated[again] = true;
    }
    repeated
}

/// An answer in its words.
#[derive(PartialEq, Eq, Hash)]
enum Spoken {
    Absent,
    Unknown,
    Number(u32),
    Category(u32),
    Date,
}

impl Spoken {
    fn of(answer: &Answer) -> Self {
        match answer {
            Answer::Absent => Self::Absent,
            Answer::Unknown => Self::Unknown,
            Answer::Number(number) => Self::Number(number.identity),
            Answer::Category(category) => Self::Category(*category),
            Answer::Date => Self::Date,
        }
    }
}

/// The last day on which a claim was published or, where that is unknown, said or is about.
fn recency(frame: &Frame<'_>, side: usize) -> Option<NaiveDate> {
    let claim = frame.claim(side);
    let published = frame.corpus[claim.article].published.as_ref();
    let date = published.or(claim.attribution.said.as_ref()).or(claim.as_of.as_ref()).or(claim.period.as_ref())?;
    date.window.end.or(date.window.start)
}

/// The order in which readers should see questions: by class, then number of independent origins, then gap relative to
/// the smaller figure, then recency, then id.
pub(super) fn order<'a>(
    questions: &[Question],
    summaries: impl Iterator<Item = (&'a QuestionSummary, Sharpness)>,
) -> Vec<QuestionRef> {
    let mut order: Vec<(&QuestionSummary, Sharpness)> = summaries.collect();
    let key = |(summary, sharpness): &(&QuestionSummary, Sharpness)| {
        (Reverse(summary.status), Reverse(summary.origins), Reverse(*sharpness), Reverse(summary.latest))
    };
    let id = |summary: &QuestionSummary| questions.get(summary.question.0).map(|question| question.id.as_str());
    order.sort_by(|a, b| key(a).cmp(&key(b)).then_with(|| id(a.0).cmp(&id(b.0))));
    order.into_iter().map(|(summary, _)| summary.question).collect()
}
