//! Accounts of one event: date, status, place and who, and accounts that cannot be right together with their own dates.

use std::collections::BTreeMap;

use crosscheck::model::{
    Account, AccountRef, ArticleRef, Aspect, Attribution, Class, Corpus, EntityRef, Event, EventRef, Finding, Mention,
    Party, Stance, Status, Withdrawal,
};

use crate::corpus::{Builder, article, date, findings, line, member, question_of};

fn mention(written: &str, corpus: &Corpus) -> Mention {
    let entity = corpus.entities.iter().position(|entity| entity.id == written).map(EntityRef);
    Mention { written: written.into(), entity }
}

/// `date=2022-09-12; place=kyiv; who=a,b; status=planned; published=2022-09-01; by=x; said=…; inferred=date; article=one`.
fn corpus(accounts: &[&str]) -> Corpus {
    let mut corpus = Builder::new(question_of("")).finish(&[]);
    corpus.questions.clear();
    for (at, text) in accounts.iter().enumerate() {
        let mut account = Account {
            id: String::new(),
            article: ArticleRef(0),
            position: at,
            event: EventRef(0),
            title: None,
            date: None,
            place: None,
            who: Vec::new(),
            status: Status::Happened,
            kind: None,
            attribution: Attribution::default(),
        };
        let mut article = article(&format!("article-{at:04}"));
        let mut event = 0;
        for field in text.split(';').map(str::trim).filter(|field| !field.is_empty()) {
            let (key, value) = field.split_once('=').unwrap_or((field, ""));
            let because = |name: &str| (name.to_owned(), "the text suggests it".to_owned());
            match key {
                "date" => account.date = Some(date(value)),
                "place" => account.place = Some(mention(value, &corpus)),
                "who" => account.who = value.split(',').map(|name| mention(name, &corpus)).collect(),
                "status" => {
                    account.status = match value {
                        "planned" => Status::Planned,
                        "cancelled" => Status::Cancelled,
                        "denied" => Status::Denied,
                        _ => panic!("status {value}"),
                    }
                }
                "published" => article.published = Some(date(value)),
                "published-inferred" => article.inferred = BTreeMap::from([because("published")]),
                "by" => account.attribution.by = Some(Party::Text(value.into())),
                "said" => account.attribution.said = Some(date(value)),
                "denies" => account.attribution.stance = Stance::Denies,
                "inferred" => account.attribution.inferred = value.split(',').map(because).collect(),
                "withdrawn" => article.withdrawn = Some(Withdrawal { on: None, reason: None }),
                "article" => article.id = value.into(),
                "event" => event = 1,
                _ => panic!("account: {key}"),
            }
        }
        let known = corpus.articles.iter().position(|other| other.id == article.id);
        let place = known.unwrap_or_else(|| {
            article.accounts = at..at;
            corpus.articles.push(article);
            corpus.articles.len() - 1
        });
        corpus.articles[place].accounts.end = at + 1;
        account.article = ArticleRef(place);
        account.event = EventRef(event);
        account.id = format!("{}#{at}", corpus.articles[place].id);
        corpus.accounts.push(account);
    }
    for event in 0..2 {
        let accounts = (0..corpus.accounts.len())
            .filter(|at| corpus.accounts[*at].event == EventRef(event))
            .map(AccountRef)
            .collect();
        corpus.events.push(Event { accounts, ..Event::new(&format!("event-{event}")) });
    }
    corpus
}

/// Findings of the first event: the aspect, the accounts in the order in which they are named, and the line.
fn told(accounts: &[&str]) -> Vec<String> {
    let corpus = corpus(accounts);
    let comparison = findings(&corpus);
    let tell = |finding: &Finding| {
        let members: Vec<String> = finding.members.iter().map(|at| member(*at).to_string()).collect();
        let aspect = finding.aspect.map_or("", Aspect::name);
        format!("{aspect} {}: {}", members.join(","), line(finding))
    };
    comparison.of_event(EventRef(0)).iter().map(tell).collect()
}

#[test]
fn dates_of_accounts_are_compared_as_dates() {
    assert!(told(&["date=2022-09-12", "date=2022-09-12"]).is_empty());
    assert!(told(&["date=2022-09-12", ""]).is_empty());
    assert_eq!(told(&["date=2022-09-12", "date=2022-09-13"]), ["date 0,1: conflict gap_days=1"]);
    assert_eq!(told(&["date=2022-09-12", "date=2022-09"]), ["date 0,1: compatible/precision"]);
    assert_eq!(told(&["date=2022-09-12; by=x", "date=2022-09; by=x"]), ["date 0,1: compatible/precision echo"]);
    assert_eq!(told(&["date=2022-09-12?", "date=2022-09-13"]), ["date 0,1: indeterminate/uncertain would-be:conflict"]);
    assert_eq!(
        told(&["date=2022-09-12; inferred=date", "date=2022-09-13"]),
        ["date 0,1: indeterminate/assumed:date would-be:conflict"]
    );
    assert_eq!(told(&["date=2022-21", "date=2022-06-10"]), ["date 0,1: indeterminate/time-overlap"]);
    assert_eq!(
        told(&["date=2022-09-12; by=x; said=2022-10-02", "date=2022-09-13; by=x; said=2022-10-01"]),
        ["date 1,0: revision same-origin"]
    );
    assert_eq!(
        told(&["date=2022-09-12; by=x", "date=2022-09-13; by=x"]),
        ["date 0,1: indeterminate/unspecified:said self would-be:conflict"]
    );
    assert!(told(&["date=2022-09-12", "date=2022-09-13; withdrawn"]).is_empty());
    assert_eq!(told(&["date=2022-21", "date=2022-07-10"]), ["date 0,1: conflict gap_days=40"]);
    // Said is said, else published; only what is inferred of the date, or of when it was said, holds it back.
    assert_eq!(
        told(&["date=2022-09-12; by=x; published=2022-10-02", "date=2022-09-13; by=x; published=2022-10-01"]),
        ["date 1,0: revision same-origin"]
    );
    assert_eq!(told(&["date=2022-09-12; inferred=place", "date=2022-09-13"]), ["date 0,1: conflict gap_days=1"]);
    assert_eq!(
        told(&["date=2022-09-12; said=2022-10-02; inferred=said", "date=2022-09-13"]),
        ["date 0,1: indeterminate/assumed:said would-be:conflict"]
    );
}

#[test]
fn planned_then_happened_is_an_evolution_in_order_of_publication() {
    let planned = "status=planned; published=2022-09-01";
    assert_eq!(told(&[planned, "published=2022-09-13"]), ["status 0,1: evolution/changed"]);
    assert_eq!(told(&["published=2022-09-13", planned]), ["status 1,0: evolution/changed"]);
    assert_eq!(told(&[planned, "status=cancelled; published=2022-09-13"]), ["status 0,1: evolution/changed"]);
    assert_eq!(told(&["published=2022-08-13", planned]), ["status 0,1: conflict"]);
    assert_eq!(told(&["published=2022-09-01", planned]), ["status 0,1: conflict"]);
    assert_eq!(told(&["published=2022-09", planned]), ["status 0,1: indeterminate/time-overlap"]);
    assert_eq!(told(&["", planned]), ["status 0,1: indeterminate/unspecified:published would-be:conflict"]);
    assert_eq!(told(&["published=2022-09-13; status=denied", "published=2022-09-01"]), ["status 1,0: disputed"]);
    assert_eq!(told(&["published=2022-09-13; denies", planned]), ["status 1,0: disputed"]);
    assert!(told(&["denies", "status=denied"]).is_empty());
    assert_eq!(
        told(&["status=cancelled; published=2022-09-01", "published=2022-09-13"]),
        ["status 0,1: evolution/changed"]
    );
    // An inferred status does not hold a change back.
    let inferred = "status=planned; published=2022-09-01; inferred=status";
    assert_eq!(told(&[inferred, "published=2022-09-13"]), ["status 0,1: evolution/changed"]);
    // One origin corrects itself on one day, and cannot take back later what has happened.
    assert_eq!(
        told(&[
            "published=2022-09-01; by=x; said=2022-08-31",
            "status=planned; published=2022-09-01; by=x; said=2022-08-30"
        ]),
        ["status 1,0: revision same-origin"]
    );
    assert_eq!(
        told(&["published=2022-08-13; by=x", "status=planned; published=2022-09-01; by=x"]),
        ["status 0,1: conflict"]
    );
    assert_eq!(
        told(&["status=denied; inferred=status", ""]),
        ["status 0,1: indeterminate/assumed:status would-be:disputed"]
    );
}

#[test]
fn a_place_within_another_is_granularity() {
    assert!(told(&["place=kyiv", "place=kyiv"]).is_empty());
    assert_eq!(told(&["place=kyiv", "place=ukraine"]), ["place 0,1: compatible/granularity"]);
    assert_eq!(told(&["place=kyiv", "place=lviv"]), ["place 0,1: conflict"]);
    assert_eq!(told(&["place=kyiv", "place=Kijów"]), ["place 0,1: indeterminate/unspecified:place would-be:conflict"]);
    assert!(told(&["place=Kijów", "place=kijów"]).is_empty());
    assert_eq!(
        told(&["place=kyiv; by=x; said=2022-10-02", "place=lviv; by=x; said=2022-10-01"]),
        ["place 1,0: revision same-origin"]
    );
    assert_eq!(
        told(&["place=kyiv; inferred=place", "place=lviv"]),
        ["place 0,1: indeterminate/assumed:place would-be:conflict"]
    );
}

#[test]
fn fewer_people_named_is_granularity_and_another_selection_is_not_a_contradiction() {
    assert!(told(&["who=baku,kyiv", "who=kyiv,baku"]).is_empty());
    assert!(told(&["who=baku,kyiv", ""]).is_empty());
    assert_eq!(told(&["who=baku,kyiv", "who=kyiv"]), ["who 0,1: compatible/granularity"]);
    assert_eq!(told(&["who=baku,kyiv", "who=kyiv,lviv"]), ["who 0,1: not-comparable/multi-valued"]);
}

#[test]
fn still_to_come_though_it_is_over() {
    assert_eq!(told(&["status=planned; date=2022-09-01; published=2022-09-02"]), ["date 0: anachronism/still-to-come"]);
    assert!(told(&["status=planned; date=2022-09-02; published=2022-09-02"]).is_empty());
    assert!(told(&["status=planned; date=2022-09; published=2022-09-02"]).is_empty());
    assert_eq!(
        told(&["status=planned; date=2022-09-01; published=2022-09-02; inferred=date"]),
        ["date 0: indeterminate/assumed:date would-be:anachronism"]
    );
    assert_eq!(
        told(&["status=planned; date=2022-21; published=2022-09-02"]),
        ["date 0: indeterminate/time-overlap would-be:anachronism"]
    );
    assert_eq!(
        told(&["status=planned; date=2022-09-01?; published=2022-09-02"]),
        ["date 0: indeterminate/uncertain would-be:anachronism"]
    );
    assert_eq!(
        told(&["status=planned; date=2022-09-01; published=2022-09-02; published-inferred"]),
        ["date 0: indeterminate/assumed:published would-be:anachronism"]
    );
    assert_eq!(
        told(&["status=planned; date=2022-09-01; published=2022-09-02; inferred=date; published-inferred"]),
        ["date 0: indeterminate/assumed:date,published would-be:anachronism"]
    );
    assert_eq!(
        told(&["status=planned; date=2022-02-01; published=2022-21"]),
        ["date 0: indeterminate/time-overlap would-be:anachronism"]
    );
    assert_eq!(
        told(&["status=planned; date=2022-09-01; published=2022-09-02?"]),
        ["date 0: indeterminate/uncertain would-be:anachronism"]
    );
    assert!(told(&["status=planned; denies; date=2022-09-01; published=2022-09-02"]).is_empty());
    assert!(told(&["status=cancelled; date=2022-09-01; published=2022-09-02"]).is_empty());
}

#[test]
fn where_publication_is_unknown_the_latest_thing_that_the_article_reports_counts() {
    let planned = "status=planned; date=2022-09-01; article=one";
    assert_eq!(
        told(&[planned, "date=2022-08-01; article=one; event", "date=2022-09-02; article=one; event"]),
        ["date 0: anachronism/still-to-come"]
    );
    assert!(told(&[planned, "date=2022-09-01; article=one; event"]).is_empty());
    assert!(told(&[planned, "date=2022-09-02; article=two; event"]).is_empty());
    assert!(told(&[planned, "date=2022-09-02; article=one; event; status=planned"]).is_empty());
    assert!(told(&[planned, "date=2022-09-02; article=one; event; denies"]).is_empty());
    assert!(
        told(&["status=cancelled; date=2022-09-01; article=one", "date=2022-09-02; article=one; event"]).is_empty()
    );
    assert_eq!(
        told(&["status=planned; date=2022-02-01; article=one", "date=2022-21; article=one; event"]),
        ["date 0: indeterminate/time-overlap would-be:anachronism"]
    );
    // Of two that begin on one day the one with a firm date counts.
    let inferred = "date=2022-09-02; article=one; event; inferred=date";
    let firm = "date=2022-09-02; article=one; event";
    assert_eq!(told(&[planned, inferred, firm]), ["date 0: anachronism/still-to-come"]);
    assert_eq!(told(&[planned, firm, inferred]), ["date 0: anachronism/still-to-come"]);
    assert_eq!(
        told(&[planned, "date=2022-09-02; article=one; event; inferred=date"]),
        ["date 0: indeterminate/assumed:date would-be:anachronism"]
    );
}

#[test]
fn not_yet_when_it_is_told_as_done() {
    assert_eq!(told(&["date=2022-09-03; published=2022-09-02"]), ["date 0: anachronism/not-yet"]);
    assert_eq!(
        told(&["date=2022-09-03; published=2022-09-02?"]),
        ["date 0: indeterminate/uncertain would-be:anachronism"]
    );
    assert_eq!(
        told(&["date=2022-09-03; published=2022-09-02; published-inferred"]),
        ["date 0: indeterminate/assumed:published would-be:anachronism"]
    );
    assert!(told(&["date=2022-09-02; published=2022-09-02"]).is_empty());
    assert!(told(&["date=2022-09; published=2022-09-02"]).is_empty());
    assert!(told(&["date=2022-09-03"]).is_empty());
    assert!(told(&["status=planned; date=2022-09-03; published=2022-09-02"]).is_empty());
}

#[test]
fn an_event_has_a_status_and_counts_origins() {
    let summary = |accounts: &[&str]| {
        let comparison = findings(&corpus(accounts));
        (comparison.events[0].status, comparison.events[0].origins, comparison.events[0].accounts.len())
    };
    assert_eq!(summary(&[]), (None, 0, 0));
    assert_eq!(summary(&["date=2022-09-12"]), (None, 1, 1));
    assert_eq!(summary(&["date=2022-09-12; by=x", "date=2022-09-12; by=x"]), (Some(Class::Agree), 1, 2));
    assert_eq!(summary(&["date=2022-09-12", "date=2022-09-13"]), (Some(Class::Contradict), 2, 2));
    assert_eq!(summary(&["date=2022-09-13; published=2022-09-12"]), (Some(Class::Contradict), 1, 1));
}

#[test]
fn many_accounts_are_compared_by_what_they_say() {
    let texts: Vec<String> = (0..400).map(|at| format!("date=2022-09-{:02}", 10 + at % 3)).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let expected = ["date 0,2: conflict gap_days=2", "date 0,1: conflict gap_days=1", "date 1,2: conflict gap_days=1"];
    assert_eq!(told(&texts), expected);
}

#[test]
fn of_twenty_accounts_all_pairs_are_compared_and_of_more_what_is_distinct() {
    let texts: Vec<String> = (0..21).map(|at| format!("date=2022-09-{}", 10 + at % 2)).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    assert_eq!(told(&texts[..20]).len(), 100);
    assert_eq!(told(&texts), ["date 0,1: conflict gap_days=1"]);
    // A status is distinct with who denies and when it was published.
    let mut texts = vec!["published=2022-09-13"; 21];
    texts.extend([
        "status=planned; published=2022-09-01",
        "status=planned; published=2022-09-20",
        "denies; published=2022-09-13",
    ]);
    assert_eq!(
        told(&texts),
        [
            "status 0,22: conflict",
            "status 0,23: disputed",
            "status 21,23: disputed",
            "status 22,23: disputed",
            "status 21,0: evolution/changed"
        ]
    );
}

#[test]
fn of_many_distinct_dates_the_two_hundred_sharpest_differences_are_listed() {
    let texts: Vec<String> = (0..30).map(|at| format!("date=2022-09-{:02}", 1 + at)).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let comparison = findings(&corpus(&texts));
    let days: Vec<i64> = comparison.findings.iter().map(|finding| finding.figures.gap_days.unwrap()).collect();
    // One pair is 29 days apart, two are 28, … nineteen are 11; of those 10 days apart as many as there is room for.
    assert_eq!(days.len(), 200);
    assert_eq!((days[0], days[189], days[190], days[199]), (29, 11, 10, 10));
}
