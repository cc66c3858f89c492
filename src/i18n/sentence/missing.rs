//! What one side leaves unsaid, what the editors inferred, and what neither side says.

use super::Telling;
use super::side::{Side, words};
use super::text::isolated;
use crate::compare::unstated_scopes;
use crate::i18n::Argument;
use crate::model::{ClaimRef, Class, Flag, Scope, Verdict};

/// With more values than these, a sentence names the scope instead.
const MOST_ALTERNATIVES: usize = 6;

/// How a remark calls the side it is about, and the other.
type Naming<'n, 'a> = &'n dyn Fn(&Side<'a>, &Side<'a>) -> (String, String);

impl<'a> Telling<'a> {
    /// Held back because a side is silent.
    pub(super) fn held_by_silence(&self, names: &[String]) -> Vec<String> {
        if let ([only], [_, second]) = (names, &self.sides[..])
            && only == "said"
            && let Some(origin) = self.origin(second)
        {
            return vec![self.say("held-said", &[("origin", origin.into())])];
        }
        let mut all = self.silences(names, &|x, y| self.names(x, y));
        all.push(self.say("held", &[]));
        all
    }

    /// Held back because it would rest on something that an article does not state.
    pub(super) fn held_by_assumption(&self, names: &[String]) -> Vec<String> {
        let [first, second] = &self.sides[..] else { return Vec::new() };
        let undated = |side: &Side<'a>| side.claim.is_some() && side.as_of().is_none();
        if let [only] = names
            && only == "as_of"
        {
            let stale = |key: &str, x: &Side<'a>, y: &Side<'a>| {
                let (x, y) = self.names(x, y);
                vec![self.say(key, &[("kind", self.kind().into()), ("x", x.into()), ("y", y.into())])]
            };
            match (undated(first), undated(second)) {
                (true, true) => return stale("held-stale-both", first, second),
                (true, false) if !second.inferred("as_of") => return stale("held-stale", first, second),
                (false, true) if !first.inferred("as_of") => return stale("held-stale", second, first),
                _ => {}
            }
        }
        let full = |x: &Side<'a>, y: &Side<'a>| self.names(x, y);
        let mut all = Vec::new();
        if names.iter().any(|name| name == "as_of") {
            all.extend(self.stale());
        }
        all.extend(self.inferences(names, &full));
        if let Some(silent) = self.unspecified() {
            all.extend(self.silences(silent, &full));
        }
        all.push(self.say("held", &[]));
        all
    }

    /// For each side that gives no date for its figure: that it may repeat an older one.
    pub(super) fn stale(&self) -> Vec<String> {
        let [a, b] = &self.sides[..] else { return Vec::new() };
        let names = self.names(a, b);
        [(a, names.0), (b, names.1)]
            .into_iter()
            .filter(|(side, _)| side.claim.is_some() && side.as_of().is_none())
            .map(|(_, name)| self.say("note-stale", &[("kind", self.kind().into()), ("x", name.into())]))
            .collect()
    }

    /// What a change over time rests on though no article states it.
    pub(super) fn assumed_notes(&self) -> Vec<String> {
        let [a, b] = &self.sides[..] else { return Vec::new() };
        let names = self.names(a, b);
        let undated = |side: &Side<'a>| side.claim.is_some() && side.as_of().is_none();
        let mut all = match (undated(a), undated(b)) {
            (true, true) => vec![self.say("note-as-published-both", &[])],
            (true, false) => vec![self.say("note-as-published", &[("x", (&names.0).into())])],
            (false, true) => vec![self.say("note-as-published", &[("x", (&names.1).into())])],
            (false, false) => Vec::new(),
        };
        all.extend(self.inferences(&["as_of".to_owned()], &self.as_introduced()));
        all
    }

    /// What neither side says of a scope that the question declares; the verdict stands all the same.
    pub(super) fn neither_says(&self) -> Vec<String> {
        let stands = !matches!(self.finding.verdict, Verdict::Superseded | Verdict::Revision)
            && self.finding.class() != Class::Unclear;
        let Some(question) = self.question.filter(|_| stands) else { return Vec::new() };
        let claims: Vec<ClaimRef> = self.claims().collect();
        let unstated = unstated_scopes(self.corpus, question, &claims);
        let scopes = question.scope.iter().filter(|(name, _)| unstated.contains(&name.as_str()));
        scopes.map(|(name, scope)| self.about_scope("neither-scope", "neither-other", name, scope, &[])).collect()
    }

    /// What is unsaid on one side though the verdict stands.
    pub(super) fn unspecified_notes(&self) -> Vec<String> {
        match self.unspecified() {
            Some(names) if self.finding.verdict != Verdict::Indeterminate => {
                self.silences(names, &self.as_introduced())
            }
            _ => Vec::new(),
        }
    }

    fn unspecified(&self) -> Option<&'a [String]> {
        self.finding.flags.iter().find_map(|flag| match flag {
            Flag::Unspecified(names) => Some(&names[..]),
            _ => None,
        })
    }

    /// Names as the sentence before has introduced them, whichever comes first here.
    fn as_introduced(&self) -> impl Fn(&Side<'a>, &Side<'a>) -> (String, String) {
        let (a, b) = match &self.sides[..] {
            [a, b] => self.names(a, b),
            _ => (String::new(), String::new()),
        };
        let first = self.sides.first().map(|side| side.member);
        move |x, _| if Some(x.member) == first { (a.clone(), b.clone()) } else { (b.clone(), a.clone()) }
    }

    /// A sentence for each name: which side does not say it, or that neither does.
    fn silences(&self, names: &[String], called: Naming<'_, 'a>) -> Vec<String> {
        let [first, second] = &self.sides[..] else { return Vec::new() };
        let scopes = self.question.map_or(&[][..], |question| &question.scope[..]);
        let mut all = Vec::new();
        for name in names {
            if let Some((_, scope)) = scopes.iter().find(|(declared, _)| declared == name) {
                let (of_first, of_second) = (first.scope(name, scope), second.scope(name, scope));
                let lacks = |x: &Side<'a>, y: &Side<'a>, stated: Option<&str>| {
                    // What the editors inferred for the other side, that side does not say.
                    let stated = stated.filter(|_| !self.is_inferred(y, name));
                    let (x, y) = called(x, y);
                    let value = isolated(&self.named(stated.unwrap_or_default()));
                    let more = [("x", x), ("y", y), ("value", value)];
                    let key = if stated.is_some() { "lacks-scope" } else { "lacks-scope-plain" };
                    self.about_scope(key, "lacks-other", name, scope, &more)
                };
                all.push(match (of_first, of_second) {
                    (None, None) => self.about_scope("neither-scope", "neither-other", name, scope, &[]),
                    (None, stated) => lacks(first, second, stated),
                    (stated, _) => lacks(second, first, stated),
                });
                continue;
            }
            let field = Argument::from(words(name));
            let lacks = |x: &Side<'a>, y: &Side<'a>| {
                let key = self.key_or("lacks-", name);
                self.say(&key, &[("x", called(x, y).0.into()), ("field", field.clone())])
            };
            all.push(match (self.states(first, name), self.states(second, name)) {
                (false, false) => self.say(&self.key_or("neither-", name), &[("field", field.clone())]),
                (false, true) => lacks(first, second),
                (true, _) => lacks(second, first),
            });
        }
        all
    }

    /// A message about a scope: its alternatives where they are few, else its name.
    fn about_scope(&self, key: &str, for_many: &str, name: &str, scope: &Scope, more: &[(&str, String)]) -> String {
        let values = match scope {
            Scope::Flat { values } => &values[..],
            Scope::Nested { .. } => &[],
        };
        let mut arguments: Vec<(&str, Argument<'_>)> =
            more.iter().map(|(name, text)| (*name, Argument::from(text))).collect();
        match (1..=MOST_ALTERNATIVES).contains(&values.len()) {
            true => {
                arguments.push(("values", self.alternatives(values).into()));
                self.say(key, &arguments)
            }
            false => {
                arguments.push(("field", isolated(&words(name)).into()));
                self.say(for_many, &arguments)
            }
        }
    }

    /// What the editors inferred on either side, of these names.
    fn inferences(&self, names: &[String], called: Naming<'_, 'a>) -> Vec<String> {
        let [first, second] = &self.sides[..] else { return Vec::new() };
        let inferred =
            |side: &Side<'a>| -> Vec<&String> { names.iter().filter(|name| self.is_inferred(side, name)).collect() };
        let fields = |names: &[&String]| {
            let words: Vec<String> = names.iter().map(|name| self.inferred_words(name)).collect();
            Argument::from(self.language.all_of(&words))
        };
        let (of_first, of_second) = (inferred(first), inferred(second));
        if !of_first.is_empty() && of_first == of_second {
            let arguments = [("count", of_first.len().into()), ("fields", fields(&of_first))];
            return vec![self.say("note-inferred-both", &arguments)];
        }
        [(first, second, of_first), (second, first, of_second)]
            .into_iter()
            .filter(|(.., inferred)| !inferred.is_empty())
            .map(|(x, y, inferred)| {
                let (x, count) = (called(x, y).0, inferred.len());
                self.say("note-inferred", &[("x", x.into()), ("count", count.into()), ("fields", fields(&inferred))])
            })
            .collect()
    }

    /// Whether a side states it only by the editors' inference; a scope may be named by itself or as `scope`.
    pub(super) fn is_inferred(&self, side: &Side<'a>, name: &str) -> bool {
        let stated_scope = side.claim.is_some_and(|claim| claim.scope.contains_key(name));
        side.inferred(name) || (stated_scope && side.inferred("scope"))
    }

    pub(super) fn inferred_words(&self, name: &str) -> String {
        let key = format!("inferred-{name}");
        match name != "scope" && self.language.has(&key) {
            true => self.language.text(&key, &[]),
            false => self.language.text("inferred-scope", &[("scope", isolated(&words(name)).into())]),
        }
    }

    /// Whether a side states what a name stands for.
    pub(super) fn states(&self, side: &Side<'a>, name: &str) -> bool {
        let claim = side.claim;
        let scopes = self.question.map_or(&[][..], |question| &question.scope[..]);
        if let Some((_, scope)) = scopes.iter().find(|(declared, _)| declared == name) {
            return side.scope(name, scope).is_some();
        }
        match (name, side.account) {
            ("as_of", _) => side.as_of().is_some(),
            ("since", _) => side.since(self.question).is_some(),
            ("period", _) => claim.is_some_and(|claim| claim.period.is_some()),
            ("against", _) => claim.is_some_and(|claim| claim.against.is_some()),
            ("said", _) => side.attribution.said.is_some(),
            ("published", _) => side.article.published.is_some(),
            ("date", Some(account)) => account.date.is_some(),
            ("place", Some(account)) => account.place.is_some(),
            ("who", Some(account)) => !account.who.is_empty(),
            _ => true,
        }
    }

    fn key_or(&self, family: &str, name: &str) -> String {
        let key = format!("{family}{name}");
        if self.language.has(&key) { key } else { format!("{family}other") }
    }
}
