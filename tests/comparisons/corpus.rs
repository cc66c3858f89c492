//! Builds a corpus from claims in a few words: `about 20 million USD; as_of=2023-06; by=x`.

use std::collections::BTreeMap;

use crosscheck::compare::{Comparison, Options, Steps, compare, explain};
use crosscheck::model::{
    Article, ArticleRef, Attribution, Category, Claim, ClaimRef, Corpus, Date, Entity, EntityRef, ExchangeRate,
    Finding, Kind, Member, Part, Party, Question, QuestionRef, Ruling, Scope, Source, SourceRef, Stance, TextMode,
    Verdict, Via, Withdrawal,
};
use crosscheck::read;

pub fn date(written: &str) -> Date {
    read::date::parse(written).unwrap_or_else(|problem| panic!("date {written}: {problem:?}"))
}

pub fn decimal(written: &str) -> rust_decimal::Decimal {
    written.parse().unwrap_or_else(|_| panic!("number {written}"))
}

pub fn question(kind: Kind) -> Question {
    Question { question: "What?".into(), ..Question::new("question", kind) }
}

pub fn kind(name: &str) -> Kind {
    use Kind::{Category, Count, Cumulative, Flow, Level, Rate};
    [Cumulative, Level, Flow, Count, Rate, Category, Kind::Date]
        .into_iter()
        .find(|kind| kind.name() == name)
        .unwrap_or_else(|| panic!("kind {name}"))
}

/// `all(civilians(children)!,soldiers)`: parts in brackets, `!` where they make up the whole.
pub fn part(text: &str) -> Part {
    let (part, rest) = part_of(text);
    assert!(rest.is_empty(), "left over in {text}: {rest}");
    part
}

fn part_of(text: &str) -> (Part, &str) {
    let end = text.find(['(', ')', ',', '!']).unwrap_or(text.len());
    let (name, mut rest) = text.split_at(end);
    let mut part = Part { name: name.into(), parts: Vec::new(), exhaustive: false };
    if let Some(inside) = rest.strip_prefix('(') {
        rest = inside;
        loop {
            let (below, after) = part_of(rest);
            part.parts.push(below);
            if let Some(next) = after.strip_prefix(',') {
                rest = next;
            } else {
                rest = after.strip_prefix(')').expect("a closing bracket");
                break;
            }
        }
        if let Some(after) = rest.strip_prefix('!') {
            part.exhaustive = true;
            rest = after;
        }
    }
    (part, rest)
}

fn categories(text: &str) -> Vec<Category> {
    fn of(part: Part) -> Category {
        Category { name: part.name, members: part.parts.into_iter().map(of).collect() }
    }
    let root = part(&format!("root({text})"));
    root.parts.into_iter().map(of).collect()
}

/// `kind=cumulative; unit=USD; scope.basis=pledged|paid; scope.who=all(men,women)!; since=2022; fx.EUR=1.09; integer`.
pub fn question_of(text: &str) -> Question {
    let mut question = question(Kind::Count);
    for field in text.split(';').map(str::trim).filter(|field| !field.is_empty()) {
        let (key, value) = field.split_once('=').unwrap_or((field, ""));
        match key {
            "kind" => question.kind = kind(value),
            "unit" => question.unit = Some(value.into()),
            "since" => question.since = Some(date(value)),
            "may_fall" => question.may_fall = Some("it is counted again".into()),
            "integer" => question.integer = true,
            "exact_counts" => question.exact_counts = Some(value == "true"),
            "nonneg" => question.nonneg = value == "true",
            "exclusive" => question.exclusive = true,
            "values" if value == "entities" => question.categories_are_entities = true,
            "values" => question.categories = categories(value),
            "about" => question.tolerance.about = decimal(value),
            "round_cap" => question.tolerance.round_cap = decimal(value),
            "strain" => question.tolerance.strain = decimal(value),
            _ if key.starts_with("fx.") => {
                let rate = ExchangeRate { rate: decimal(value), on: None, from: None };
                question.fx.insert(key[3..].into(), rate);
            }
            _ if key.starts_with("scope.") => {
                let scope = if value.contains('(') {
                    let (tree, default) = value.split_once('@').unwrap_or((value, ""));
                    let root = part(tree);
                    let default = if default.is_empty() { root.name.clone() } else { default.into() };
                    Scope::Nested { root, default }
                } else {
                    Scope::Flat { values: value.split('|').map(str::to_owned).collect() }
                };
                question.scope.push((key[6..].into(), scope));
            }
            _ => panic!("question: {key}"),
        }
    }
    question
}

/// A corpus with the entities `kyiv` within `ukraine`, `lviv` within `ukraine`, and `baku`.
pub struct Builder {
    pub corpus: Corpus,
    /// For each claim what it refers to by number: (revises, superseded_by, via, via the article of).
    links: Vec<[Option<usize>; 4]>,
}

impl Builder {
    pub fn new(question: Question) -> Self {
        let entity = |id: &str, within: Option<usize>| Entity {
            id: id.into(),
            name: id.into(),
            kind: None,
            spellings: Vec::new(),
            private: false,
            within: within.map(EntityRef),
            location: None,
            body: String::new(),
            aliases: Vec::new(),
        };
        let source = |id: &str| Source {
            id: id.into(),
            name: id.into(),
            url: None,
            kind: None,
            country: None,
            country_entity: None,
            text: None,
            license: None,
            body: String::new(),
            aliases: Vec::new(),
        };
        let corpus = Corpus {
            entities: vec![
                entity("baku", None),
                entity("kyiv", Some(3)),
                entity("lviv", Some(3)),
                entity("ukraine", None),
            ],
            sources: vec![source("agency"), source("paper")],
            questions: vec![question],
            ..Corpus::default()
        };
        Self { corpus, links: Vec::new() }
    }

    /// A claim; in an article of its own unless `article=` names one.
    pub fn claim(&mut self, text: &str) -> ClaimRef {
        let mut fields = text.split(';').map(str::trim);
        let written = fields.next().unwrap_or_default();
        let question = &self.corpus.questions[0];
        let value = (written != "-").then(|| {
            read::value::parse(written, question).unwrap_or_else(|problem| panic!("value {written}: {problem:?}"))
        });
        let at = self.corpus.claims.len();
        let mut claim = Claim {
            id: String::new(),
            article: ArticleRef(0),
            position: 0,
            question: QuestionRef(0),
            value,
            written: Some(written.into()),
            as_of: None,
            period: None,
            since: None,
            against: None,
            scope: BTreeMap::new(),
            attribution: Attribution::default(),
            revises: None,
            superseded: false,
            superseded_by: None,
        };
        let mut article = article(&format!("article-{at:04}"));
        let mut links = [None; 4];
        for field in fields.filter(|field| !field.is_empty()) {
            let (key, value) = field.split_once('=').unwrap_or((field, ""));
            match key {
                "as_of" => claim.as_of = Some(date(value)),
                "period" => claim.period = Some(date(value)),
                "since" => claim.since = Some(date(value)),
                "against" => claim.against = Some(date(value)),
                "said" => claim.attribution.said = Some(date(value)),
                "published" => article.published = Some(date(value)),
                "article" => article.id = value.into(),
                "source" => article.source = Some(SourceRef(usize::from(value == "paper"))),
                "withdrawn" => article.withdrawn = Some(Withdrawal { on: None, reason: None }),
                "by" => claim.attribution.by = Some(party(value)),
                "via" => match value.split_at(1) {
                    ("#", number) => links[2] = Some(number.parse().expect("a claim's number")),
                    ("@", number) => links[3] = Some(number.parse().expect("a claim's number")),
                    _ => claim.attribution.via = Some(Via::Party(party(value))),
                },
                "stance" => claim.attribution.stance = stance(value),
                "inferred" => {
                    let because = |name: &str| (name.to_owned(), "the text suggests it".to_owned());
                    claim.attribution.inferred = value.split(',').map(because).collect();
                }
                "superseded" => claim.superseded = true,
                "superseded_by" => links[1] = Some(value.parse().expect("a claim's number")),
                "revises" => links[0] = Some(value.parse().expect("a claim's number")),
                _ if key.starts_with("scope.") => {
                    claim.scope.insert(key[6..].into(), value.into());
                }
                _ => panic!("claim: {key}"),
            }
        }
        let known = self.corpus.articles.iter().position(|other| other.id == article.id);
        claim.article = ArticleRef(known.unwrap_or_else(|| {
            self.corpus.articles.push(article);
            self.corpus.articles.len() - 1
        }));
        claim.id = format!("{}#c{at:04}", self.corpus[claim.article].id);
        self.corpus.claims.push(claim);
        self.corpus.questions[0].claims.push(ClaimRef(at));
        self.links.push(links);
        ClaimRef(at)
    }

    /// The corpus, with what claims say of each other. `place[n]`: where the claim called `n` stands.
    pub fn finish(mut self, place: &[usize]) -> Corpus {
        let articles: Vec<ArticleRef> = self.corpus.claims.iter().map(|claim| claim.article).collect();
        for (claim, [revises, superseded_by, via, article]) in self.corpus.claims.iter_mut().zip(self.links) {
            claim.revises = revises.map(|number| ClaimRef(place[number]));
            claim.superseded_by = superseded_by.map(|number| ClaimRef(place[number]));
            claim.superseded |= claim.superseded_by.is_some();
            if let Some(number) = via {
                claim.attribution.via = Some(Via::Claim(ClaimRef(place[number])));
            }
            if let Some(number) = article {
                claim.attribution.via = Some(Via::Article(articles[place[number]]));
            }
        }
        self.corpus
    }
}

pub fn ruling(claims: [usize; 2], verdict: Verdict) -> Ruling {
    Ruling {
        claims: claims.map(ClaimRef),
        values: [String::new(), String::new()],
        verdict,
        because: "they count different things".into(),
        by: None,
        on: None,
    }
}

pub fn article(id: &str) -> Article {
    Article {
        id: id.into(),
        path: format!("content/articles/{id}.md"),
        hash: [0; 32],
        title: None,
        source: None,
        authors: Vec::new(),
        published: None,
        url: None,
        archived: None,
        retrieved: None,
        lang: "en".into(),
        capture: None,
        text: TextMode::default(),
        added: None,
        corrections: Vec::new(),
        withdrawn: None,
        inferred: BTreeMap::new(),
        draft: false,
        body_start: 0,
        cuts: crosscheck::model::Cuts::default(),
        aliases: Vec::new(),
        accounts: 0..0,
        claims: 0..0,
    }
}

fn party(name: &str) -> Party {
    match name {
        "agency" => Party::Source(SourceRef(0)),
        "paper" => Party::Source(SourceRef(1)),
        _ => Party::Text(name.into()),
    }
}

fn stance(name: &str) -> Stance {
    match name {
        "denies" => Stance::Denies,
        "projects" => Stance::Projects,
        "estimates" => Stance::Estimates,
        "alleges" => Stance::Alleges,
        "reports" => Stance::Reports,
        _ => panic!("stance {name}"),
    }
}

/// A corpus of these claims, in this order of theirs.
pub fn corpus_of(question: &Question, claims: &[&str], order: &[usize]) -> Corpus {
    let mut builder = Builder::new(question.clone());
    let mut place = vec![0; claims.len()];
    for (at, claim) in order.iter().enumerate() {
        place[*claim] = at;
        builder.claim(claims[*claim]);
    }
    builder.finish(&place)
}

pub fn findings(corpus: &Corpus) -> Comparison {
    compare(corpus, Options::default())
}

/// A finding in a line: `verdict/reason flags figures first=n`, `order[n]` being what stands at `n`.
pub fn line(finding: &Finding) -> String {
    let mut line = finding.verdict.name().to_owned();
    if let Some(reason) = &finding.reason {
        line += &format!("/{reason}");
    }
    for flag in &finding.flags {
        line += &format!(" {flag}");
    }
    let figures = &finding.figures;
    for (name, value) in [("gap", figures.gap), ("min_change", figures.min_change)] {
        if let Some(value) = value {
            line += &format!(" {name}={}", value.normalize());
        }
    }
    if let Some(days) = figures.gap_days {
        line += &format!(" gap_days={days}");
    }
    for (name, interval) in
        [("residual", figures.residual), ("implied", figures.implied), ("remainder", figures.remainder)]
    {
        if let Some(interval) = interval {
            let end = |end: Option<rust_decimal::Decimal>| end.map_or("*".into(), |end| end.normalize().to_string());
            line += &format!(" {name}={}..{}", end(interval.low), end(interval.high));
        }
    }
    if let Some(unit) = &figures.unit {
        line += &format!(" unit={unit}");
    }
    line
}

pub fn member(member: Member) -> usize {
    match member {
        Member::Claim(claim) => claim.0,
        Member::Account(account) => account.0,
    }
}

pub fn in_order(question: &Question, claims: &[String], order: &[usize]) -> Corpus {
    let claims: Vec<&str> = claims.iter().map(String::as_str).collect();
    corpus_of(question, &claims, order)
}

pub fn as_drawn(question: &Question, claims: &[String]) -> Corpus {
    in_order(question, claims, &(0..claims.len()).collect::<Vec<_>>())
}

/// The finding on two claims of a corpus with its steps.
pub fn why(corpus: &Corpus, a: usize, b: usize) -> Option<(Finding, Steps)> {
    explain(corpus, Options::default(), QuestionRef(0), &[[ClaimRef(a), ClaimRef(b)]]).pop().flatten()
}
