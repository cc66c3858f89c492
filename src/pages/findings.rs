//! Findings as pages show them: a sentence that a reader can check, with the statements that it is about.

use serde::Serialize;

use super::address::{self, Here};
use super::edition::Edition;
use super::parts::{ArticleLink, Named, Phrase, Words};
use crate::model::{Class, Finding, Flag, Member, Subject};

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
    /// The article that makes it.
    pub article: ArticleLink,
    /// What it says, in the interface's words.
    pub value: Named,
    /// Where it is explained.
    pub href: String,
    /// The quote that says the most.
    pub quote: Option<Words>,
}

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
    pub fn found(&self, here: &Here, finding: &Finding) -> Found {
        Found {
            class: finding.class().name(),
            verdict: finding.verdict.name(),
            aspect: finding.aspect.map(|aspect| aspect.name()),
            sentence: self.phrases(finding),
            ruled: finding.flags.contains(&Flag::Ruled),
            members: finding.members.iter().map(|&member| self.cited(here, member)).collect(),
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
    pub fn by_class(&self, here: &Here, findings: &[Finding]) -> Vec<OfClass> {
        let of = |class: Class| {
            let findings = findings.iter().filter(|finding| finding.class() == class);
            OfClass { class: class.name(), findings: findings.map(|finding| self.found(here, finding)).collect() }
        };
        CLASSES.into_iter().map(of).filter(|group| !group.findings.is_empty()).collect()
    }

    fn cited(&self, here: &Here, member: Member) -> Cited {
        let corpus = self.corpus;
        let (article, value, address, id, attribution) = match member {
            Member::Claim(at) => {
                let claim = &corpus[at];
                (claim.article, self.value(here, claim), address::claim(claim), &claim.id, &claim.attribution)
            }
            Member::Account(at) => {
                let account = &corpus[at];
                let value = Named::text(account.date.as_ref().map(|date| self.words(date)).unwrap_or_default());
                (account.article, value, address::account(account), &account.id, &account.attribution)
            }
        };
        Cited {
            article: self.article_link(here, article),
            value,
            href: here.to(address),
            quote: match member {
                Member::Claim(at) => self.telling_quote(here, &corpus[at]),
                Member::Account(_) => self.quotes(here, article, id, &attribution.quotes).into_iter().next(),
            },
        }
    }
}
