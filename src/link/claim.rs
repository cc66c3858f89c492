//! One claim of an article.

use std::collections::BTreeMap;

use super::attribution::Context;
use super::index::local_id;
use super::report::{Report, near};
use super::{Linker, verify};
use crate::diagnostics::{Code, Field};
use crate::model::{ArticleRef, Claim, ClaimRef, Kind, Part, Question, Scope, Stance, Value};
use crate::read::fields::{Attributed, ClaimFields};
use crate::read::is_id;
use crate::read::value;

/// Fields of a claim that an editor may infer.
const INFERABLE: &[&str] = &[
    "value",
    "as_of",
    "period",
    "since",
    "against",
    "scope",
    "by",
    "said",
    "via",
    "stance",
    "revises",
    "superseded_by",
];

impl Linker<'_> {
    /// Links the claim at `claims[position]`; `None` where its question is not known.
    pub(super) fn claim(
        &self,
        fields: &ClaimFields,
        article: (ArticleRef, &str),
        position: usize,
        context: &Context<'_>,
        report: &mut Report<'_>,
    ) -> Option<Claim> {
        let field = Field::key("claims").item(position);
        let (article, article_id) = article;
        let shared = fields.attribution();
        let mut allowed = INFERABLE.to_vec();
        let declared = fields.question.as_deref().and_then(|id| self.index.questions.get(id));
        let question = declared.map(|at| &self.questions[at.0]);
        allowed.extend(question.iter().flat_map(|question| question.scope.iter().map(|(name, _)| name.as_str())));
        let attribution = self.attribution(&shared, &field, &allowed, context, report);
        if let Some(id) = shared.id {
            check_local_id(id, &field, report);
        }
        let id = fields.question.as_deref()?;
        let Some(question) = question else {
            let known = self.index.questions.keys().map(String::as_str);
            let otherwise = "write it with `crosscheck new question`, or name one of those in content/questions/";
            report.unknown_id(&field.then("question"), "question", id, known, otherwise);
            return None;
        };
        // Where the question itself has an error, what does not fit it follows from that, most likely.
        let mut unheard = Report::new("");
        let of_question = match declared.is_some_and(|at| self.index.damaged.contains(at)) {
            true => &mut unheard,
            false => &mut *report,
        };
        self.check_fields(fields, question, &field, of_question);
        let value = self.value(fields, question, &field, context.damaged, of_question);
        let scope = scope(fields, question, &field, of_question);
        if let Some(value) = &value {
            let written = fields.value.as_deref().unwrap_or_default();
            verify::value(value, written, shared.quote, &field, context.lang, report);
        }
        if shared.quote.is_empty() && !context.damaged {
            let help = "quote the article's own words; without them a reader cannot check the claim";
            report.field(Code::NoQuote, &field, format!("the claim on `{id}` has no quote"), Some(help.into()));
        }
        Some(Claim {
            id: format!("{article_id}#{}", local_id(shared.id, Some(id)).unwrap_or_default()),
            article,
            position,
            question: *declared?,
            value,
            written: fields.value.clone(),
            as_of: report.date(&field.then("as_of"), fields.as_of.as_deref()),
            period: report.date(&field.then("period"), fields.period.as_deref()),
            since: report.date(&field.then("since"), fields.since.as_deref()),
            against: report.date(&field.then("against"), fields.against.as_deref()),
            scope,
            attribution,
            revises: self.claim_ref(fields.revises.as_deref(), article_id, &field.then("revises"), report),
            superseded: fields.superseded_by.is_some(),
            superseded_by: self.claim_ref(
                fields.superseded_by.as_deref(),
                article_id,
                &field.then("superseded_by"),
                report,
            ),
        })
    }

    fn value(
        &self,
        fields: &ClaimFields,
        question: &Question,
        field: &Field,
        damaged: bool,
        report: &mut Report<'_>,
    ) -> Option<Value> {
        let Some(written) = fields.value.as_deref() else {
            if fields.stance != Some(Stance::Denies) && !damaged {
                let help =
                    "write what the article answers, `unknown` where it says that it is not known, or `stance: denies`";
                let message = format!("the claim on `{}` has no value", question.id);
                report.field(Code::MissingKey, field, message, Some(help.into()));
            }
            return None;
        };
        let field = field.then("value");
        match value::parse(written, question) {
            Ok(Value::Category(id)) if question.categories_are_entities && !self.index.entities.contains_key(&id) => {
                let known = self.index.entities.keys().map(String::as_str);
                report.unknown_id(&field, "entity", &id, known, "the values of this question are ids of entities");
                None
            }
            Ok(value) => Some(value),
            Err(malformed) => {
                report.field(Code::BadValue, &field, malformed.message, malformed.help);
                None
            }
        }
    }

    /// Fields that the question's kind has no use for.
    fn check_fields(&self, fields: &ClaimFields, question: &Question, field: &Field, report: &mut Report<'_>) {
        let kind = question.kind;
        let timed = matches!(kind, Kind::Cumulative | Kind::Level | Kind::Rate | Kind::Category);
        let used = [
            ("as_of", fields.as_of.is_some(), timed),
            ("period", fields.period.is_some(), kind == Kind::Flow || fields.against.is_some()),
            ("since", fields.since.is_some(), kind == Kind::Cumulative),
        ];
        for (name, given, used) in used {
            if given && !used {
                let message = format!("`{name}` has no role in a question of kind `{}`", kind.name());
                let help = match name {
                    "as_of" if kind == Kind::Flow => "a flow is over a span: write `period`",
                    "period" => "write `as_of`, the moment that the figure is about",
                    _ => "leave it out",
                };
                report.field(Code::WrongField, &field.then(name), message, Some(help.into()));
            }
        }
    }

    /// Another claim: of any article by its full id, or of the same article by its own.
    fn claim_ref(
        &self,
        written: Option<&str>,
        article: &str,
        field: &Field,
        report: &mut Report<'_>,
    ) -> Option<ClaimRef> {
        let written = written?;
        let full = if written.contains('#') { written.to_string() } else { format!("{article}#{written}") };
        if let Some(&claim) = self.index.claims.get(&full) {
            return claim;
        }
        let known = self.index.claims.keys().map(String::as_str);
        let help = match near(&full, known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "name a claim as `article#id`; the correction counts all the same".to_string(),
        };
        report.field(Code::UnknownClaim, field, format!("no claim here has the id `{written}`"), Some(help));
        None
    }
}

/// The id that an author gives to a second account or claim.
pub(super) fn check_local_id(id: &str, field: &Field, report: &mut Report<'_>) {
    if !is_id(id) {
        let message = format!("`{id}` cannot be an id");
        let help = "ids are lower-case ASCII letters, digits and hyphens";
        report.field(Code::BadId, &field.then("id"), message, Some(help.into()));
    }
}

/// The scope as stated, as far as the question declares it.
fn scope(
    fields: &ClaimFields,
    question: &Question,
    field: &Field,
    report: &mut Report<'_>,
) -> BTreeMap<String, String> {
    let mut stated = BTreeMap::new();
    for (name, value) in fields.scope.iter() {
        let field = field.then("scope").then(name);
        let Some((_, scope)) = question.scope.iter().find(|(declared, _)| declared == name) else {
            let known = question.scope.iter().map(|(name, _)| name.as_str());
            let help = match near(name, known.clone()) {
                Some(near) => format!("did you mean `{near}`?"),
                None if question.scope.is_empty() => {
                    format!("declare it in content/questions/{}.md, or leave it out", question.id)
                }
                None => format!("it declares {}", list(known)),
            };
            let message = format!("the question `{}` declares no scope `{name}`", question.id);
            report.name(Code::UnknownScope, &field, message, Some(help));
            continue;
        };
        let mut values = Vec::new();
        match scope {
            Scope::Flat { values: flat, .. } => values.extend(flat.iter().map(String::as_str)),
            Scope::Nested { root, .. } => names(root, &mut values),
        }
        if values.contains(&value.as_str()) {
            stated.insert(name.clone(), value.clone());
        } else {
            let help = match near(value, values.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("it may be {}", list(values.into_iter())),
            };
            let message = format!("the scope `{name}` of `{}` has no value `{value}`", question.id);
            report.field(Code::UnknownScope, &field, message, Some(help));
        }
    }
    stated
}

fn names<'p>(part: &'p Part, into: &mut Vec<&'p str>) {
    into.push(&part.name);
    for part in &part.parts {
        names(part, into);
    }
}

fn list<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
    names.join(", ")
}
