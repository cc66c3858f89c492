//! What an author may do to an article, as new text of its file: everything that another page could show or follow from.

use serde_yaml::{Mapping, Value};

/// An article's file, taken apart.
#[derive(Clone)]
pub struct Article {
    pub id: String,
    pub fields: Mapping,
    pub body: String,
}

/// One thing done to one article: what it is called, and the files that it leaves, by id; a file without text is gone.
pub struct Edit {
    pub name: String,
    pub files: Vec<(String, Option<String>)>,
}

impl Article {
    pub fn read(id: &str, text: &str) -> Self {
        let (front, body) = text.trim_start_matches("---\n").split_once("\n---\n").expect("front matter");
        let fields = serde_yaml::from_str(front).expect("YAML");
        Self { id: id.into(), fields, body: body.into() }
    }

    fn text(&self) -> String {
        format!("---\n{}---\n{}", serde_yaml::to_string(&self.fields).expect("YAML"), self.body)
    }

    fn count(&self, list: &str) -> usize {
        self.fields.get(list).and_then(Value::as_sequence).map_or(0, Vec::len)
    }

    fn statements(&mut self, list: &str) -> &mut Vec<Value> {
        let list = self.fields.entry(list.into()).or_insert_with(|| Value::Sequence(Vec::new()));
        list.as_sequence_mut().expect("a list")
    }

    fn statement(&mut self, list: &str, at: usize) -> &mut Mapping {
        self.statements(list)[at].as_mapping_mut().expect("a statement")
    }

    /// Every claim and account: the list that it is in, and its place there.
    fn all_statements(&self) -> impl Iterator<Item = (&'static str, usize)> + use<> {
        let [accounts, claims] = ["events", "claims"].map(|list| (list, self.count(list)));
        [accounts, claims].into_iter().flat_map(|(list, count)| (0..count).map(move |at| (list, at)))
    }

    /// What a field says, of each statement that has it.
    fn said<'a>(&'a self, list: &str, field: &'a str) -> impl Iterator<Item = &'a str> {
        let list = self.fields.get(list).and_then(Value::as_sequence).into_iter().flatten();
        list.filter_map(move |statement| statement.get(field)?.as_str())
    }
}

/// Everything that is tried on an article. `all` are the articles of the corpus.
pub fn edits(article: &Article, all: &[Article], sources: &[String]) -> Vec<Edit> {
    let mut edits = Edits { article, edits: Vec::new() };
    of_article(&mut edits, sources);
    for (list, at) in article.all_statements() {
        of_statement(&mut edits, all, list, at);
    }
    for at in 0..article.count("claims") {
        of_claim(&mut edits, all, at);
    }
    for at in 0..article.count("events") {
        of_account(&mut edits, all, at);
    }
    edits.edits
}

struct Edits<'a> {
    article: &'a Article,
    edits: Vec<Edit>,
}

impl Edits<'_> {
    fn push(&mut self, name: &str, files: Vec<(String, Option<String>)>) {
        self.edits.push(Edit { name: name.into(), files });
    }

    /// The article as it is after something was done to it. Its capture would have to be edited too: it goes.
    fn edit(&mut self, name: &str, change: impl FnOnce(&mut Article)) {
        let mut article = self.article.clone();
        article.fields.remove("capture");
        change(&mut article);
        self.push(name, vec![(article.id.clone(), Some(article.text()))]);
    }

    /// The same for one field, which is set or taken away.
    fn set(&mut self, name: &str, field: &str, yaml: &str) {
        self.edit(&format!("{name}: {yaml}"), |article| put(&mut article.fields, field, yaml));
    }

    /// The same for a field of a statement, whose quotes need not bear it out.
    fn state(&mut self, name: &str, (list, at): (&str, usize), field: &str, yaml: &str) {
        self.edit(&format!("{list} {name}: {yaml}"), |article| {
            let statement = article.statement(list, at);
            put(statement, field, yaml);
            if ["value", "date"].contains(&field) {
                statement.remove("quote");
            }
        });
    }
}

/// Sets a field, or takes it away where there is nothing to set it to.
fn put(fields: &mut Mapping, field: &str, yaml: &str) {
    match serde_yaml::from_str(yaml).expect("YAML") {
        Value::Null => fields.remove(field),
        value => fields.insert(field.into(), value),
    };
}

fn of_article(edits: &mut Edits<'_>, sources: &[String]) {
    for (field, values) in [
        ("title", &["Quite another headline", ""][..]),
        ("authors", &["[A. Nother, Y. Etanother]", ""]),
        ("published", &["2019-01-01", "2024-03-12", "2031-05", ""]),
        ("url", &["https://elsewhere.example.org/new", ""]),
        ("archived", &["https://archive.example.org/1", ""]),
        ("retrieved", &["2025-01-02"]),
        ("added", &["2025-01-03"]),
        ("lang", &["en", "ar"]),
        ("text", &["full", "quotes", "link", ""]),
        ("corrections", &["[{on: 2025-01-04, was: one, now: two, why: a slip}]"]),
        ("withdrawn", &["{on: 2025-01-05, reason: nobody wrote it}"]),
        ("draft", &["true"]),
        ("inferred", &["{published: by its place in the paper, title: none was printed}"]),
        ("aliases", &["[an-older-name]"]),
        ("source", &[""]),
    ] {
        values.iter().for_each(|value| edits.set(field, field, value));
    }
    sources.iter().take(3).for_each(|source| edits.set("source", "source", source));
    edits.edit("text before", |article| article.body.insert_str(0, "A word before all others.\n\n"));
    edits.edit("text after", |article| article.body.push_str("\nA last word.\n"));
    let Article { id, .. } = edits.article.clone();
    let copy = |new: &str| (new.to_owned(), Some(edits.article.text()));
    let gone = (id.clone(), None);
    let (first, last) = (copy("a-first-one"), copy("zz-last-one"));
    edits.push("removed", vec![gone.clone()]);
    edits.push("added", vec![last.clone()]);
    edits.push("added first", vec![first]);
    edits.push("renamed", vec![gone, last]);
}

fn of_statement(edits: &mut Edits<'_>, all: &[Article], list: &'static str, at: usize) {
    let place = (list, at);
    for (field, values) in [
        ("by", &["A witness", ""][..]),
        ("said", &["2024-03-11", ""]),
        ("stance", &["denies", "projects", "alleges", ""]),
        ("note", &["An editor's *note*.", ""]),
        ("translation", &["Other words.", ""]),
        ("quote", &[""]),
        ("id", &["another-name"]),
        ("draft", &["true"]),
        ("inferred", &["{by: it seems so, said: from the text}", ""]),
        ("via", &["the wireless", ""]),
    ] {
        values.iter().for_each(|value| edits.state(field, place, field, value));
    }
    let own = &edits.article.id;
    let others = || all.iter().filter(|other| other.id != *own && other.count("claims") > 0);
    let claims: Vec<String> = others()
        .filter_map(|other| Some(format!("{}#{}", other.id, other.said("claims", "question").next()?)))
        .collect();
    let articles: Vec<String> = others().map(|other| other.id.clone()).collect();
    // One of them each: which is as good as any, and not always the same.
    let nth = |list: &[String]| list.get((own.len() * 7 + at * 3) % list.len().max(1)).cloned();
    if let (Some(article), Some(claim)) = (nth(&articles), nth(&claims)) {
        edits.state("via article", place, "via", &article);
        edits.state("via claim", place, "via", &format!("'{claim}'"));
    }
    edits.edit(&format!("{list} removed"), |article| {
        article.statements(list).remove(at);
    });
    edits.edit(&format!("{list} added"), |article| {
        let mut again = article.statement(list, at).clone();
        put(&mut again, "id", "once-more");
        article.statements(list).push(again.into());
    });
    edits.edit(&format!("{list} in another order"), |article| article.statements(list).reverse());
}

fn of_claim(edits: &mut Edits<'_>, all: &[Article], at: usize) {
    let place = ("claims", at);
    for (field, values) in [
        ("as_of", &["2024-03-14", ""][..]),
        ("period", &["2024-03-01/2024-03-31", ""]),
        ("since", &["2024-03-11", ""]),
        ("against", &["2024-03-12", ""]),
        ("scope", &[""]),
        ("value", &["3", "about 400", "unknown", "2024-03-12"]),
    ] {
        values.iter().for_each(|value| edits.state(field, place, field, value));
    }
    edits.edit("claims value with its quote", |article| {
        let Some(value) = article.said("claims", "value").nth(at) else { return };
        let digits: String =
            value.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
        let Ok(number) = digits.parse::<u64>() else { return };
        let more = (number + 1).to_string();
        let front = serde_yaml::to_string(&article.fields).expect("YAML").replace(&digits, &more);
        article.body = article.body.replace(&digits, &more);
        article.fields = serde_yaml::from_str(&front).expect("YAML");
    });
    let question = edits.article.said("claims", "question").nth(at).map(str::to_owned);
    let own = &edits.article.id;
    // Somebody else's answer to the same question.
    let rival = all.iter().filter(|other| other.id != *own).find_map(|other| {
        let same = other.said("claims", "question").find(|asked| Some(*asked) == question.as_deref())?;
        Some(format!("'{}#{same}'", other.id))
    });
    if let Some(rival) = rival {
        edits.state("revises", place, "revises", &rival);
        edits.state("superseded_by", place, "superseded_by", &rival);
        edits.state("via a rival", place, "via", &rival);
    }
    let asked = all.iter().flat_map(|other| other.said("claims", "question"));
    if let Some(other) = asked.into_iter().find(|other| Some(*other) != question.as_deref()).map(str::to_owned) {
        edits.state("moved", place, "question", &other);
    }
}

fn of_account(edits: &mut Edits<'_>, all: &[Article], at: usize) {
    let place = ("events", at);
    for (field, values) in [
        ("date", &["2024-03-15", "2001-01-01", "2040-01", ""][..]),
        ("title", &["What they call it", ""]),
        ("place", &["A place of no name", ""]),
        ("who", &["[A stranger]", ""]),
        ("status", &["planned", "cancelled", "denied", "happened"]),
        ("kind", &["another kind", ""]),
    ] {
        values.iter().for_each(|value| edits.state(field, place, field, value));
    }
    let told = edits.article.said("events", "event").nth(at).map(str::to_owned);
    let known = all.iter().flat_map(|other| other.said("events", "event"));
    if let Some(other) = known.into_iter().find(|other| Some(*other) != told.as_deref()).map(str::to_owned) {
        edits.state("moved", place, "event", &other);
    }
    edits.state("moved", place, "event", "something-new");
}
