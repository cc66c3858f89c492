//! A small corpus to find something in: statements are written as `value: about $20 million; as_of: 2023-06`.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::model::{
    Account, AccountRef, Article, ArticleRef, Aspect, Attribution, Category, Claim, ClaimRef, Corpus, Event, EventRef,
    Figures, Finding, Flag, Interval, Kind, Member, Mention, Part, Party, Question, QuestionRef, Reason, Scope, Source,
    SourceRef, Stance, Status, Subject, TextMode, Value, Verdict, Via,
};
use crate::read::{date, value};

/// A corpus with two known publishers, one article each, and two unidentified ones.
pub struct World {
    pub corpus: Corpus,
}

pub fn article(id: &str, title: &str, source: Option<usize>, published: Option<&str>) -> Article {
    Article {
        id: id.into(),
        path: format!("content/articles/{id}.md"),
        hash: [0; 32],
        title: Some(title.into()),
        source: source.map(SourceRef),
        authors: Vec::new(),
        published: published.map(|text| date::parse(text).unwrap()),
        url: None,
        archived: None,
        retrieved: None,
        lang: "en".into(),
        capture: None,
        text: TextMode::Full,
        added: None,
        corrections: Vec::new(),
        withdrawn: None,
        inferred: BTreeMap::new(),
        draft: false,
        body_start: 0,
        cuts: crate::model::Cuts::default(),
        aliases: Vec::new(),
        accounts: 0..0,
        claims: 0..0,
    }
}

pub fn source(id: &str, name: &str) -> Source {
    Source {
        id: id.into(),
        name: name.into(),
        url: None,
        kind: None,
        country: None,
        country_entity: None,
        text: None,
        license: None,
        body: String::new(),
        aliases: Vec::new(),
    }
}

/// Articles: 0 Azernews, 1 Caliber.Az, 2 and 3 unidentified, 4 Azernews again.
pub fn world(kind: Kind, unit: Option<&str>) -> World {
    let question = Question {
        question: "How much?".into(),
        unit: unit.map(str::to_owned),
        exclusive: true,
        categories: ["side-a", "side-a-army", "side-b"]
            .map(|name| Category { name: name.into(), members: Vec::new() })
            .into(),
        ..Question::new("q", kind)
    };
    let event = Event::new("e");
    World {
        corpus: Corpus {
            articles: vec![
                article("azernews-1", "Ministers talk on the phone", Some(0), Some("2020-05-16")),
                article("caliber-1", "A pragmatist approach", Some(1), Some("2023-06-02T14:26")),
                article(
                    "unknown-1",
                    "Azerbaijan and Ukraine: A Strategic Partnership Grows Stronger in 2025",
                    None,
                    None,
                ),
                article("unknown-2", "Strategic partner", None, None),
                article("azernews-2", "Views from Baku", Some(0), Some("2024-08-21")),
            ],
            sources: vec![source("azernews", "Azernews"), source("caliber-az", "Caliber.Az")],
            questions: vec![question],
            events: vec![event],
            ..Corpus::default()
        },
    }
}

/// The keys of a statement, written as `value: about $20 million; as_of: 2023-06`.
pub fn keys(text: &str) -> Vec<(&str, &str)> {
    text.split(';').filter_map(|pair| pair.split_once(':')).map(|(key, value)| (key.trim(), value.trim())).collect()
}

pub fn attribution(keys: &[(&str, &str)]) -> Attribution {
    let get = |name: &str| keys.iter().find(|(key, _)| *key == name).map(|(_, value)| *value);
    Attribution {
        by: get("by").map(|by| Party::Text(by.into())),
        said: get("said").map(|said| date::parse(said).unwrap()),
        via: get("via").map(|via| Via::Party(Party::Text(via.into()))),
        stance: match get("stance") {
            Some("denies") => Stance::Denies,
            Some("projects") => Stance::Projects,
            _ => Stance::Asserts,
        },
        inferred: get("inferred")
            .into_iter()
            .flat_map(|fields| fields.split(','))
            .map(|field| (field.to_owned(), "because".to_owned()))
            .collect(),
        ..Attribution::default()
    }
}

impl World {
    pub fn ask(mut self, change: impl FnOnce(&mut Question)) -> Self {
        change(&mut self.corpus.questions[0]);
        self
    }

    /// With claims, the first in article 0, the second in 1 and so on, unless they say `article: 2`.
    pub fn claims(mut self, claims: &[&str]) -> Self {
        for (position, text) in claims.iter().enumerate() {
            let keys = keys(text);
            let get = |name: &str| keys.iter().find(|(key, _)| *key == name).map(|(_, value)| *value);
            let at = |name: &str| get(name).map(|text| date::parse(text).unwrap());
            let article = get("article").map_or(position.min(3), |number| number.parse().unwrap());
            let question = &self.corpus.questions[0];
            let parsed = get("value").map(|text| match question.kind {
                Kind::Date => Value::Date(date::parse(text).unwrap()),
                _ => value::parse(text, question).unwrap_or_else(|_| panic!("{text}")),
            });
            let claim = Claim {
                id: format!("{}#{}", self.corpus.articles[article].id, get("id").unwrap_or("q")),
                article: ArticleRef(article),
                position: 0,
                question: QuestionRef(0),
                value: parsed,
                written: get("value").map(str::to_owned),
                as_of: at("as_of"),
                period: at("period"),
                since: at("since"),
                against: at("against"),
                scope: keys
                    .iter()
                    .filter_map(|(key, value)| Some((key.strip_prefix("scope.")?.to_owned(), (*value).to_owned())))
                    .collect(),
                attribution: attribution(&keys),
                revises: get("revises").map(|number| ClaimRef(number.parse().unwrap())),
                superseded: false,
                superseded_by: None,
            };
            self.corpus.claims.push(claim);
        }
        self
    }

    /// With accounts of the event, one an article.
    pub fn accounts(mut self, accounts: &[&str]) -> Self {
        for (position, text) in accounts.iter().enumerate() {
            let keys = keys(text);
            let get = |name: &str| keys.iter().find(|(key, _)| *key == name).map(|(_, value)| *value);
            let mention = |text: &str| Mention { written: text.trim().into(), entity: None };
            let article = get("article").map_or(position, |number| number.parse().unwrap());
            self.corpus.accounts.push(Account {
                id: format!("{}#e", self.corpus.articles[article].id),
                article: ArticleRef(article),
                position: 0,
                event: EventRef(0),
                title: None,
                date: get("date").map(|text| date::parse(text).unwrap()),
                place: get("place").map(mention),
                who: get("who").map_or_else(Vec::new, |who| who.split(',').map(mention).collect()),
                status: match get("status") {
                    Some("planned") => Status::Planned,
                    Some("cancelled") => Status::Cancelled,
                    Some("denied") => Status::Denied,
                    _ => Status::Happened,
                },
                kind: None,
                attribution: attribution(&keys),
            });
        }
        self
    }

    pub fn found(&self, verdict: Verdict, reason: Option<Reason>, flags: &[Flag]) -> Finding {
        let claims = (0..self.corpus.claims.len()).map(|at| Member::Claim(ClaimRef(at)));
        let accounts = (0..self.corpus.accounts.len()).map(|at| Member::Account(AccountRef(at)));
        Finding {
            subject: match self.corpus.accounts.is_empty() {
                true => Subject::Question(QuestionRef(0)),
                false => Subject::Event(EventRef(0)),
            },
            aspect: None,
            members: claims.chain(accounts).collect(),
            verdict,
            reason,
            flags: flags.to_vec(),
            figures: Figures::default(),
        }
    }
}

pub fn money() -> World {
    world(Kind::Cumulative, Some("USD"))
}

pub fn level() -> World {
    world(Kind::Level, Some("USD"))
}

pub fn toll() -> World {
    world(Kind::Count, Some("killed"))
}

pub fn trade() -> World {
    world(Kind::Flow, Some("USD"))
}

pub fn category() -> World {
    world(Kind::Category, None)
}

pub fn when() -> World {
    world(Kind::Date, None)
}

pub fn flat(question: &mut Question) {
    let values = ["pledged", "committed", "disbursed"].map(str::to_owned).into();
    question.scope.push(("basis".into(), Scope::Flat { values }));
}

pub fn nested(question: &mut Question) {
    let part = |name: &str| Part { name: name.into(), parts: Vec::new(), exhaustive: false };
    let root = Part { name: "all".into(), parts: vec![part("us"), part("eu"), part("uk")], exhaustive: true };
    question.scope.push(("provider".into(), Scope::Nested { root, default: "all".into() }));
}

pub fn decimal(text: &str) -> Option<Decimal> {
    Some(text.parse().unwrap())
}

pub fn interval(low: &str, high: &str) -> Option<Interval> {
    Some(Interval { low: decimal(low), high: decimal(high), low_open: false, high_open: false })
}

/// A name for the case, the corpus, and what was found.
pub type Case = (&'static str, World, Finding);

pub fn case(name: &'static str, world: World, verdict: Verdict, reason: Option<Reason>, flags: &[Flag]) -> Case {
    let finding = world.found(verdict, reason, flags);
    (name, world, finding)
}

pub fn figured(case: Case, change: impl FnOnce(&mut Figures)) -> Case {
    let (name, world, mut finding) = case;
    change(&mut finding.figures);
    (name, world, finding)
}

pub fn about(case: Case, aspect: Aspect) -> Case {
    let (name, world, finding) = case;
    (name, world, Finding { aspect: Some(aspect), ..finding })
}

pub fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

pub const A20: &str = "value: about $20 million; as_of: 2023-06";
pub const M40: &str = "value: more than $40 million; as_of: mid-2025";
