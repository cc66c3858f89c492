//! Whether a statement's figures and dates are in the words that it quotes (FORMAT.md, "Quotes" 4).

use super::report::Report;
use crate::diagnostics::{Code, Diagnostic, Field};
use crate::languages::{self, Verification};
use crate::model::{Article, Date, Value};
use crate::read::fields::Quotes;

/// Checks a claim's value; categories are exempt, dates are compared as dates.
pub(super) fn value(
    value: &Value,
    written: &str,
    quotes: &Quotes,
    statement: &Field,
    lang: &str,
    report: &mut Report<'_>,
) {
    let words = words(quotes);
    let verification = match value {
        Value::Quantity(quantity) => languages::verify(quantity, written, &words, lang),
        Value::Date(date) => languages::verify_date(date, &words, lang),
        Value::Unknown | Value::Nothing | Value::Category(_) => return,
    };
    tell(verification, statement, "value", report);
}

/// Checks the date of an account.
pub(super) fn date(date: &Date, quotes: &Quotes, statement: &Field, lang: &str, report: &mut Report<'_>) {
    tell(languages::verify_date(date, &words(quotes), lang), statement, "date", report);
}

/// The quotes as the editor wrote them, so that a quote which is not found does not hide that its figure is wrong too; one without
/// words is reported as that.
fn words(quotes: &Quotes) -> Vec<&str> {
    quotes.iter().map(|quote| quote.exact.as_str()).filter(|quote| !quote.trim().is_empty()).collect()
}

fn tell(verification: Verification, statement: &Field, name: &str, report: &mut Report<'_>) {
    let Verification::Problems(problems) = verification else { return };
    for problem in problems {
        let place = report.at(&statement.then(name));
        let quote = report.at(&statement.then("quote"));
        let diagnostic = Diagnostic::new(problem.code(), place, problem.message());
        report.add(diagnostic.related(quote, "the quote").help(problem.help()));
    }
}

/// One notice for each language in which figures cannot be verified, at the first article in it.
pub(super) fn unverified(articles: &[Article]) -> Vec<Diagnostic> {
    let mut seen: Vec<&str> = Vec::new();
    let mut notices = Vec::new();
    for article in articles {
        let lang = article.lang.as_str();
        if seen.contains(&lang) || article.claims.is_empty() {
            continue;
        }
        seen.push(lang);
        if !languages::has_table(lang) {
            let report = Report::new(&article.path);
            let message =
                format!("figures in articles in `{lang}` are not verified: there is no table of its numbers and words");
            let help = "read the figures of these articles against their quotes yourself";
            notices.push(Diagnostic::new(Code::NotVerified, report.at(&Field::key("lang")), message).help(help));
        }
    }
    notices
}
