//! Findings as pages show them: a sentence that a reader can check, with the statements that it is about.

use serde::Serialize;

use super::address::{self, Here};
use super::edition::Edition;
use super::parts::{Named, Phrase, Words};
use crate::model::{ClaimRef, Class, Finding, Flag, Member, Subject};

/// The classes in the order in which pages show them: the gravest first.
pub const CLASSES: [Class; 4] = [Class::Contradict, Class::Unclear, Class::Explained, Class::Agree];

/// A finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Found {
    /// The class' name.
    pub class: &'static str,
    /// The verdict's name.
    pub verdict: &'static str,
    /// What of an event was compared.
    pub aspect: Option<&'static str>,
    /// What was found.
    pub sentence: Vec<Phrase>,
    /// Whether an editor ruled so.
    pub ruled: bool,
    /// What was compared.
    pub members: Vec<Cited>,
}

/// A statement that a finding is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cited {
    /// The answer that it is, on a page that numbers them: all else about it is said there.
    pub answer: Option<AnswerPlace>,
    /// Who published it; without a name where that is not known.
    pub source: Named,
    /// What it says, in the interface's words; not where an answer says so.
    pub value: Option<Named>,
    /// Where it is explained.
    pub href: String,
    /// The quote that says the most.
    pub quote: Option<Words>,
}

/// Where one of a question's answers stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AnswerPlace {
    /// Its number.
    pub number: usize,
    /// Where that is.
    pub href: String,
}

/// The place of an answer, on a page that numbers them.
pub type AnswerPlaces<'a> = &'a dyn Fn(ClaimRef) -> Option<AnswerPlace>;

/// Findings of one class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OfClass {
    /// The class' name.
    pub class: &'static str,
    /// The findings.
    pub findings: Vec<Found>,
}

impl Edition<'_> {
    /// A finding.
    pub fn found(&self, here: &Here, finding: &Finding, answers: AnswerPlaces<'_>) -> Found {
        Found {
            class: finding.class().name(),
            verdict: finding.verdict.name(),
            aspect: finding.aspect.map(|aspect| aspect.name()),
            sentence: self.phrases(finding),
            ruled: finding.flags.contains(&Flag::Ruled),
            members: finding.members.iter().map(|&member| self.cited(here, member, answers)).collect(),
        }
    }

    /// A finding's id: the same from build to build for as long as the same statements are compared, whatever is found of
    /// them.
    pub fn finding_id(&self, finding: &Finding) -> String {
        let corpus = self.corpus;
        let (subject, own) = match finding.subject {
            Subject::Question(at) => ("question", &corpus[at].id),
            Subject::Event(at) => ("event", &corpus[at].id),
        };
        let mut members = finding.members.clone();
        members.sort_unstable();
        let ids = members.iter().map(|member| match *member {
            Member::Claim(at) => corpus[at].id.as_str(),
            Member::Account(at) => corpus[at].id.as_str(),
        });
        let aspect = finding.aspect.map_or("", |aspect| aspect.name());
        let mut hasher = blake3::Hasher::new();
        for part in [subject, own, aspect].into_iter().chain(ids) {
            hasher.update(part.as_bytes());
            hasher.update(b"\n");
        }
        let id = hasher.finalize().to_hex()[..16].to_owned();
        match self.twins_before(finding, &members) {
            0 => id,
            more => format!("{id}-{}", more + 1),
        }
    }

    /// How many findings before this one are about the same statements: a whole and its only known part are both a pair
    /// and a sum.
    fn twins_before(&self, finding: &Finding, sorted: &[Member]) -> usize {
        let about: Vec<&Finding> = match sorted.first() {
            Some(&Member::Claim(at)) => self.about_claim(at).collect(),
            Some(&Member::Account(at)) => self.about_account(at).collect(),
            None => Vec::new(),
        };
        let before = about.into_iter().take_while(|other| !std::ptr::eq(*other, finding));
        let twin = |other: &&Finding| {
            other.aspect == finding.aspect
                && other.members.len() == sorted.len()
                && sorted.iter().all(|member| other.members.contains(member))
        };
        before.filter(twin).count()
    }

    /// Findings by class, the gravest class first; their order within a class is kept.
    pub fn by_class(&self, here: &Here, findings: &[Finding], answers: AnswerPlaces<'_>) -> Vec<OfClass> {
        let of = |class: Class| {
            let findings = findings.iter().filter(|finding| finding.class() == class);
            OfClass {
                class: class.name(),
                findings: findings.map(|finding| self.found(here, finding, answers)).collect(),
            }
        };
        CLASSES.into_iter().map(of).filter(|group| !group.findings.is_empty()).collect()
    }

    fn cited(&self, here: &Here, member: Member, answers: AnswerPlaces<'_>) -> Cited {
        let corpus = self.corpus;
        let source = |article| self.publisher(here, &corpus[article]);
        match member {
            Member::Claim(at) => {
                let claim = &corpus[at];
                let answer = answers(at);
                Cited {
                    source: if answer.is_some() { source(claim.article).unlinked() } else { source(claim.article) },
                    value: answer.is_none().then(|| self.value(here, claim)),
                    answer,
                    href: here.to(address::claim(claim)),
                    quote: self.telling_quote(here, claim),
                }
            }
            Member::Account(at) => {
                let account = &corpus[at];
                Cited {
                    answer: None,
                    source: source(account.article),
                    value: account.date.as_ref().map(|date| Named::text(self.words(date))),
                    href: here.to(address::account(account)),
                    quote: self
                        .quotes(here, account.article, &account.id, &account.attribution.quotes)
                        .into_iter()
                        .next(),
                }
            }
        }
    }
}
