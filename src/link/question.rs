//! Questions, and the rulings that editors made on their claims.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::normal::Normal;
use super::report::{Report, near};
use super::{Linker, index::Index};
use crate::diagnostics::{Code, Diagnostic, Field};
use crate::model::{
    Category, Claim, ClaimRef, ExchangeRate, Kind, Part, Question, QuestionRef, Ruling, Scope, Site, Tolerance,
};
use crate::read::File;
use crate::read::fields::{
    CategoryFields, PartFields, QuestionFields, RulingFields, ScopeFields, ToleranceFields, ValuesFields,
};
use crate::read::value;

/// A question without its claims and rulings, which come when articles have been linked.
pub(super) fn question(file: &File<QuestionFields>, site: &Site) -> (Question, Vec<Diagnostic>) {
    let mut report = Report::new(&file.path);
    let fields = &file.fields;
    let kind = fields.kind.unwrap_or(Kind::Count);
    check_fields(file, kind, &mut report);
    let mut scopes = Vec::new();
    for (name, scope) in fields.scope.iter() {
        scopes.push((name.clone(), self::scope(scope, &Field::key("scope").then(name), &mut report)));
    }
    let question = Question {
        id: file.id.clone(),
        question: fields.question.clone().unwrap_or_else(|| file.id.clone()),
        kind,
        unit: fields.unit.clone(),
        since: report.date(&Field::key("since"), fields.since.as_deref()),
        scope: scopes,
        may_fall: fields.may_fall.clone(),
        integer: fields.integer == Some(true),
        exact_counts: fields.exact_counts,
        nonneg: fields.nonneg != Some(false),
        tolerance: tolerance(&fields.tolerance, &site.tolerance, &mut report),
        fx: exchange_rates(fields, &mut report),
        exclusive: fields.exclusive == Some(true),
        categories: match &fields.values {
            Some(ValuesFields::Listed(values)) => categories(values, &mut report),
            _ => Vec::new(),
        },
        categories_are_entities: fields.values == Some(ValuesFields::Entities),
        rulings: Vec::new(),
        body: file.body.clone(),
        aliases: fields.aliases.clone(),
        claims: Vec::new(),
    };
    (question, report.into_diagnostics())
}

/// Settings that the kind needs and lacks, or has no use for.
fn check_fields(file: &File<QuestionFields>, kind: Kind, report: &mut Report<'_>) {
    let fields = &file.fields;
    if kind == Kind::Category && !file.damaged {
        let top = Field::default();
        if fields.exclusive.is_none() {
            let help = "write `exclusive: true` where one answer rules out the others, else `exclusive: false`";
            report.field(
                Code::MissingKey,
                &top,
                "a category must say whether its values exclude each other",
                Some(help.into()),
            );
        }
        if fields.values.is_none() {
            let help =
                "write `values: [ally, partner]`, with groups as `{ side-a: [side-a-army] }`, or `values: entities`";
            report.field(Code::MissingKey, &top, "a category must list its values", Some(help.into()));
        }
    }
    let numeric = !matches!(kind, Kind::Category | Kind::Date);
    let used = [
        ("unit", fields.unit.is_some(), numeric),
        ("since", fields.since.is_some(), kind == Kind::Cumulative),
        ("may_fall", fields.may_fall.is_some(), kind == Kind::Cumulative),
        ("integer", fields.integer.is_some(), numeric),
        ("exact_counts", fields.exact_counts.is_some(), numeric),
        ("nonneg", fields.nonneg.is_some(), numeric),
        ("fx", !fields.fx.is_empty(), numeric),
        ("exclusive", fields.exclusive.is_some(), kind == Kind::Category),
        ("values", fields.values.is_some(), kind == Kind::Category),
    ];
    for (name, given, used) in used {
        if given && !used && fields.kind.is_some() {
            let message = format!("`{name}` has no role in a question of kind `{}`", kind.name());
            report.field(Code::WrongField, &Field::key(name), message, Some("leave it out".into()));
        }
    }
}

/// The constants in force: a question's own, else the site's.
pub(super) fn tolerance(fields: &ToleranceFields, site: &Tolerance, report: &mut Report<'_>) -> Tolerance {
    let mut read = |name: &str, written: &Option<String>, otherwise| {
        let field = Field::key("tolerance").then(name);
        let Some(number) = report.decimal(&field, written.as_deref()) else { return otherwise };
        let most = if name == "strain" { rust_decimal::Decimal::ONE_HUNDRED } else { rust_decimal::Decimal::ONE };
        let least = if name == "strain" { rust_decimal::Decimal::ONE } else { rust_decimal::Decimal::ZERO };
        if number < least || number > most {
            let message = format!("`{name}` must lie between {least} and {most}");
            report.field(
                Code::BadValue,
                &field,
                message,
                Some("`round_cap` and `about` are shares (0.05), `strain` is a factor (1.5)".into()),
            );
            return otherwise;
        }
        number
    };
    Tolerance {
        round_cap: read("round_cap", &fields.round_cap, site.round_cap),
        about: read("about", &fields.about, site.about),
        strain: read("strain", &fields.strain, site.strain),
    }
}

fn exchange_rates(fields: &QuestionFields, report: &mut Report<'_>) -> BTreeMap<String, ExchangeRate> {
    let mut rates = BTreeMap::new();
    for (unit, fields) in fields.fx.iter() {
        let field = Field::key("fx").then(unit);
        let rate = report.decimal(&field.then("rate"), fields.rate.as_deref());
        let on = report.date(&field.then("on"), fields.on.as_deref());
        match rate {
            Some(rate) if rate > rust_decimal::Decimal::ZERO => {
                rates.insert(unit.clone(), ExchangeRate { rate, on, from: fields.from.clone() });
            }
            Some(_) => report.field(Code::BadValue, &field.then("rate"), "a rate is more than zero", None),
            None => {}
        }
    }
    rates
}

/// Deeper scopes are not read.
const DEEPEST: usize = 16;

fn scope(fields: &ScopeFields, field: &Field, report: &mut Report<'_>) -> Scope {
    let mut seen = HashSet::new();
    match fields {
        ScopeFields::Flat(values) => {
            for value in values {
                distinct(value, field, &mut seen, report);
            }
            Scope::Flat { values: values.clone() }
        }
        ScopeFields::Nested(whole) => {
            let name = whole.whole.clone().unwrap_or_default();
            distinct(&name, field, &mut seen, report);
            let parts = parts(&whole.parts, 1, field, &mut seen, report);
            let root = Part { name: name.clone(), parts, exhaustive: whole.exhaustive == Some(true) };
            let default = match &whole.default {
                Some(default) if !seen.contains(default) => {
                    let message = format!("the default `{default}` is not one of the scope's values");
                    report.field(
                        Code::UnknownScope,
                        &field.then("default"),
                        message,
                        Some(format!("leave it out: silence then means `{name}`")),
                    );
                    name
                }
                Some(default) => default.clone(),
                None => name,
            };
            Scope::Nested { root, default }
        }
    }
}

fn parts(
    fields: &[PartFields],
    depth: usize,
    field: &Field,
    seen: &mut HashSet<String>,
    report: &mut Report<'_>,
) -> Vec<Part> {
    if depth > DEEPEST {
        let message = format!("a scope may be {DEEPEST} levels deep, no more");
        report.field(Code::BadType, field, message, None);
        return Vec::new();
    }
    let mut list = Vec::new();
    for part in fields {
        let (name, inner, exhaustive) = match part {
            PartFields::Leaf(name) => (name, [].as_slice(), false),
            PartFields::Divided { whole, parts, exhaustive } => (whole, parts.as_slice(), *exhaustive),
        };
        distinct(name, field, seen, report);
        let parts = parts(inner, depth + 1, field, seen, report);
        list.push(Part { name: name.clone(), parts, exhaustive });
    }
    list
}

fn categories(fields: &[CategoryFields], report: &mut Report<'_>) -> Vec<Category> {
    fn inner(
        fields: &[CategoryFields],
        depth: usize,
        seen: &mut HashSet<String>,
        report: &mut Report<'_>,
    ) -> Vec<Category> {
        if depth > DEEPEST {
            let message = format!("values may be {DEEPEST} levels deep, no more");
            report.field(Code::BadType, &Field::key("values"), message, None);
            return Vec::new();
        }
        let mut list = Vec::new();
        for value in fields {
            distinct(&value.name, &Field::key("values"), seen, report);
            list.push(Category { name: value.name.clone(), members: inner(&value.members, depth + 1, seen, report) });
        }
        list
    }
    inner(fields, 1, &mut HashSet::new(), report)
}

fn distinct(name: &str, field: &Field, seen: &mut HashSet<String>, report: &mut Report<'_>) {
    if !name.is_empty() && !seen.insert(name.to_string()) {
        let message = format!("`{name}` is listed twice");
        report.field(Code::DuplicateId, field, message, Some("each value has one name, and one place".into()));
    }
}

impl Linker<'_> {
    /// The rulings of a question that are in force: both claims are here, and say what they said when ruled on.
    pub(super) fn rulings(
        &self,
        file: &File<QuestionFields>,
        at: QuestionRef,
        claims: &[Claim],
    ) -> (Vec<Ruling>, Vec<Diagnostic>) {
        let mut report = Report::new(&file.path);
        let mut rulings: Vec<Ruling> = Vec::new();
        let mut ruled: HashMap<[ClaimRef; 2], Field> = HashMap::new();
        for (position, fields) in file.fields.rulings.iter().enumerate() {
            let field = Field::key("rulings").item(position);
            let Some(ruling) = self.ruling(fields, &field, at, claims, &mut report) else { continue };
            let mut pair = ruling.claims;
            pair.sort_unstable();
            if let Some(first) = ruled.get(&pair) {
                let message = "an earlier ruling is on the same two claims, so this one has no effect";
                let first = report.at(first);
                report.add(
                    Diagnostic::new(Code::RulingVoid, report.at(&field), message)
                        .help("keep one of the two rulings")
                        .related(first, "the earlier ruling"),
                );
                continue;
            }
            ruled.insert(pair, field);
            rulings.push(ruling);
        }
        (rulings, report.into_diagnostics())
    }

    fn ruling(
        &self,
        fields: &RulingFields,
        field: &Field,
        at: QuestionRef,
        claims: &[Claim],
        report: &mut Report<'_>,
    ) -> Option<Ruling> {
        let ids = fields.claims.as_ref()?;
        let values = fields.values.as_ref()?;
        let mut refs = [ClaimRef(0); 2];
        for (side, id) in ids.iter().enumerate() {
            let field = field.then("claims").item(side);
            refs[side] = ruled_claim(self.index, id, &field, report)?;
            if claims[refs[side].0].question != at {
                let message = format!("`{id}` does not answer this question");
                report.field(Code::UnknownId, &field, message, Some("rule on two claims of one question".into()));
                return None;
            }
        }
        if refs[0] == refs[1] {
            let message = format!("the ruling names `{}` twice", ids[0]);
            let help = "a ruling is on two claims: name the other one, too".to_string();
            report.field(Code::UnknownId, &field.then("claims"), message, Some(help));
            return None;
        }
        let question = &self.questions[at.0];
        let mut void = false;
        for (side, ruled) in values.iter().enumerate() {
            // What was taken out because something is wrong with it has been reported.
            if ruled.is_empty() {
                return None;
            }
            let claim = &claims[refs[side].0];
            let field = field.then("values").item(side);
            let written = claim.written.as_deref().unwrap_or_default();
            let same_text = Normal::new(written).text() == Normal::new(ruled).text();
            let same_value = || claim.value.is_some() && value::parse(ruled, question).ok() == claim.value;
            if !same_text && !same_value() {
                let message =
                    format!("this ruling is void: `{}` now says “{written}”, the ruling was on “{ruled}”", claim.id);
                report.field(
                    Code::RulingVoid,
                    &field,
                    message,
                    Some("look at both claims again, then write the value as it is, or take the ruling out".into()),
                );
                void = true;
            }
        }
        if void {
            return None;
        }
        Some(Ruling {
            claims: refs,
            values: values.clone(),
            verdict: fields.verdict?,
            because: fields.because.clone().unwrap_or_default(),
            by: fields.by.clone(),
            on: report.date(&field.then("on"), fields.on.as_deref()),
        })
    }
}

fn ruled_claim(index: &Index, id: &str, field: &Field, report: &mut Report<'_>) -> Option<ClaimRef> {
    match index.claims.get(id) {
        Some(claim) => *claim,
        None => {
            let help = match near(id, index.claims.keys().map(String::as_str)) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "name each claim as `article#id`".to_string(),
            };
            report.field(Code::UnknownId, field, format!("there is no claim `{id}`"), Some(help));
            None
        }
    }
}
