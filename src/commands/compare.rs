//! `crosscheck compare`: why two claims were, or were not, set against each other.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::Path;

use clap::Args;
use crosscheck::compare::{self, Steps, readings};
use crosscheck::diagnostics::suggest;
use crosscheck::i18n::Language;
use crosscheck::model::{Claim, ClaimRef, Corpus, Figures, Finding, Interval, Member, Question, QuestionRef};
use crosscheck::pipeline::{self, Checked};
use crosscheck::timings::Timings;

use super::{Failure, Outcome, Terminal, content::Content};

/// Show how the claims on a question are compared, step by step
///
/// Prints the claims with both readings of their values, each pair with its verdict, and the facts that led to it, by the
/// numbers of the method's steps. With two claims (article#id), only that pair.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  crosscheck compare aid-to-ukraine
  crosscheck compare aid-to-ukraine article-a#aid-to-ukraine article-b#aid-to-ukraine")]
pub(super) struct Compare {
    #[command(flatten)]
    content: Content,
    /// The question's id
    question: String,
    /// Two claims on it, as article#id
    #[arg(num_args = 2, value_names = ["CLAIM", "CLAIM"])]
    claims: Vec<String>,
}

impl Compare {
    pub(super) fn run(self, root: &Path, terminal: &mut Terminal) -> Result<Outcome, Failure> {
        let options = self.content.options(None);
        let checked = pipeline::check(root, &options, &mut Timings::default());
        let corpus = &checked.corpus;
        let Some(at) = corpus.questions.iter().position(|question| question.id == self.question) else {
            let failure = Failure::new(format!("there is no question `{}`", self.question));
            let near = suggest(&self.question, corpus.questions.iter().map(|question| question.id.as_str()));
            return Err(match near {
                Some(near) => failure.help(format!("did you mean `{near}`?")),
                None => failure.help("questions are the files in content/questions/"),
            });
        };
        let report = Report { checked: &checked, question: QuestionRef(at), strict: options.strict };
        let text = match self.claims.as_slice() {
            [a, b] => report.one_pair(report.claim(a)?, report.claim(b)?)?,
            _ => report.whole(),
        };
        terminal.text(&text)?;
        if checked.has_errors(false) {
            terminal
                .aside("The content has errors, and what could not be read is not compared: see `crosscheck check`.\n");
        }
        Ok(Outcome::Done)
    }
}

struct Report<'a> {
    checked: &'a Checked,
    question: QuestionRef,
    strict: bool,
}

impl Report<'_> {
    fn corpus(&self) -> &Corpus {
        &self.checked.corpus
    }

    fn asked(&self) -> &Question {
        &self.corpus()[self.question]
    }

    fn claim(&self, id: &str) -> Result<ClaimRef, Failure> {
        let asked = self.asked();
        let found = asked.claims.iter().copied().find(|claim| self.corpus()[*claim].id == id);
        found.ok_or_else(|| {
            let failure = Failure::new(format!("no claim `{id}` answers `{}`", asked.id));
            match suggest(id, asked.claims.iter().map(|claim| self.corpus()[*claim].id.as_str())) {
                Some(near) => failure.help(format!("did you mean `{near}`?")),
                None => failure.help("name a claim as article#id"),
            }
        })
    }

    fn whole(&self) -> String {
        let summary = &self.checked.comparison.questions[self.question.0];
        let mut text = self.head(&self.asked().claims);
        let findings = self.checked.comparison.of_question(self.question);
        let pairs: Vec<[ClaimRef; 2]> = findings.iter().filter_map(pair).collect();
        let explained: HashMap<[ClaimRef; 2], (Finding, Steps)> =
            pairs.iter().copied().zip(self.explain(&pairs)).filter_map(|(pair, told)| Some((pair, told?))).collect();
        for finding in findings {
            let told = pair(finding).and_then(|pair| explained.get(&pair));
            // A sum of two has the members of a pair, and not its steps.
            let steps = told
                .filter(|(pair, _)| pair.verdict == finding.verdict && pair.reason == finding.reason)
                .map(|(_, steps)| steps);
            self.finding(finding, steps, &mut text);
        }
        let verdicts: Vec<String> =
            summary.pairs.iter().map(|(verdict, count)| format!("{count} {}", verdict.name())).collect();
        if !verdicts.is_empty() {
            line(&mut text, &format!("All pairs: {}.", verdicts.join(", ")));
        }
        if !summary.complete {
            line(&mut text, "Not every pair is shown; name two claims to see theirs.");
        }
        for band in &summary.bands {
            let names: Vec<String> = band.claims.iter().map(|claim| self.letter(*claim)).collect();
            line(&mut text, &format!("{} can all live with {}.", names.join(", "), interval(&band.interval)));
        }
        let status = summary.status.map_or("nothing to compare", |class| class.name());
        line(&mut text, &format!("The question as a whole: {status}; independent origins: {}.", summary.origins));
        text
    }

    fn one_pair(&self, a: ClaimRef, b: ClaimRef) -> Result<String, Failure> {
        let mut text = self.head(&[a, b]);
        let (finding, steps) = self
            .explain(&[[a, b]])
            .pop()
            .flatten()
            .ok_or_else(|| Failure::new("these are not two claims that still stand"))?;
        self.finding(&finding, Some(&steps), &mut text);
        Ok(text)
    }

    fn explain(&self, pairs: &[[ClaimRef; 2]]) -> Vec<Option<(Finding, Steps)>> {
        compare::explain(self.corpus(), compare::Options { strict: self.strict }, self.question, pairs)
    }

    fn head(&self, claims: &[ClaimRef]) -> String {
        let asked = self.asked();
        let mut text = format!("{}\n{} · {}", asked.question, asked.id, asked.kind.name());
        if let Some(unit) = &asked.unit {
            text += &format!(" · {unit}");
        }
        if let Some(since) = &asked.since {
            text += &format!(" · since {}", since.written);
        }
        text += "\n\n";
        for claim in claims {
            self.describe(*claim, &mut text);
        }
        text.push('\n');
        text
    }

    fn describe(&self, at: ClaimRef, text: &mut String) {
        let corpus = self.corpus();
        let claim = &corpus[at];
        let said = claim.written.as_deref().unwrap_or("(denies, without a value)");
        line(text, &format!("{:<3}{said}   {}   {}", self.letter(at), self.times(claim), claim.id));
        if let Some(readings) = claim.value.as_ref().and_then(|value| readings::of_value(value, self.asked())) {
            line(text, &format!("   strictly {}, loosely {}", interval(&readings.strict), interval(&readings.loose)));
        }
        for quote in &claim.attribution.quotes {
            line(text, &format!("   “{}”", quote.text.split_whitespace().collect::<Vec<_>>().join(" ")));
        }
    }

    /// What the claim says of time and scope, and what is assumed.
    fn times(&self, claim: &Claim) -> String {
        let stated = [
            ("as of", &claim.as_of),
            ("over", &claim.period),
            ("since", &claim.since),
            ("against", &claim.against),
            ("said", &claim.attribution.said),
        ];
        let mut parts: Vec<String> =
            stated.into_iter().filter_map(|(word, date)| Some(format!("{word} {}", date.as_ref()?.written))).collect();
        if claim.as_of.is_none()
            && claim.period.is_none()
            && let Some(published) = &self.corpus()[claim.article].published
        {
            parts.push(format!("published {}", published.written));
        }
        parts.extend(claim.scope.iter().map(|(name, value)| format!("{name}: {value}")));
        let inferred: Vec<&str> = claim.attribution.inferred.keys().map(String::as_str).collect();
        if !inferred.is_empty() {
            parts.push(format!("inferred: {}", inferred.join(", ")));
        }
        parts.join(" · ")
    }

    fn finding(&self, finding: &Finding, steps: Option<&Steps>, text: &mut String) {
        let names: Vec<String> = claims(finding).map(|claim| self.letter(claim)).collect();
        let mut verdict = finding.verdict.name().to_string();
        if let Some(reason) = &finding.reason {
            verdict += &format!("/{reason}");
        }
        let flags: Vec<String> = finding.flags.iter().map(ToString::to_string).collect();
        let flags = if flags.is_empty() { String::new() } else { format!(" [{}]", flags.join(", ")) };
        line(
            text,
            &format!(
                "{} → {verdict}{flags} ({}){}",
                names.join(" × "),
                finding.class().name(),
                figures(&finding.figures)
            ),
        );
        for (step, fact) in steps.into_iter().flat_map(|steps| &steps.0) {
            line(text, &format!("   step {step:<2} {fact}"));
        }
        let sentence = Language::built_in("en").sentence(self.corpus(), finding);
        line(text, &format!("   {sentence}"));
        text.push('\n');
    }

    /// A short name for a claim: A to Z, then by number.
    fn letter(&self, claim: ClaimRef) -> String {
        let place = self.asked().claims.iter().position(|other| *other == claim).unwrap_or_default();
        match u8::try_from(place) {
            Ok(place) if place < 26 => char::from(b'A' + place).to_string(),
            _ => format!("#{}", place + 1),
        }
    }
}

/// The claims of a finding.
fn claims(finding: &Finding) -> impl Iterator<Item = ClaimRef> {
    finding.members.iter().filter_map(|member| match member {
        Member::Claim(claim) => Some(*claim),
        Member::Account(_) => None,
    })
}

/// The two claims of a finding that is of two.
fn pair(finding: &Finding) -> Option<[ClaimRef; 2]> {
    claims(finding).collect::<Vec<_>>().try_into().ok()
}

fn line(text: &mut String, words: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(text, "{}", words.trim_end());
}

fn figures(figures: &Figures) -> String {
    let numbers = [("gap", figures.gap), ("grew by at least", figures.min_change)];
    let ranges = [("residual", figures.residual), ("implied", figures.implied), ("remainder", figures.remainder)];
    let mut text = String::new();
    for (name, number) in numbers {
        text += &number.map(|number| format!(", {name} {}", number.normalize())).unwrap_or_default();
    }
    text += &figures.gap_days.map(|days| format!(", {days} days apart")).unwrap_or_default();
    for (name, range) in ranges {
        text += &range.map(|range| format!(", {name} {}", interval(&range))).unwrap_or_default();
    }
    text
}

/// In the notation of COMPARISON.md: [19, 21], (40, ∞).
fn interval(interval: &Interval) -> String {
    let low = interval.low.map_or("−∞".into(), |low| low.normalize().to_string());
    let high = interval.high.map_or("∞".into(), |high| high.normalize().to_string());
    let open = if interval.low_open || interval.low.is_none() { '(' } else { '[' };
    let close = if interval.high_open || interval.high.is_none() { ')' } else { ']' };
    format!("{open}{low}, {high}{close}")
}
