//! One interface language: looks a message up, fills it in, and falls back to English where it has none.

use std::collections::HashMap;
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::concurrent::IntlLangMemoizer;
use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

use super::memo::Memo;
use super::number::{group_with_comma, group_with_full_stop, group_with_space};
use super::{Argument, DateCase, catalogue};
use crate::diagnostics::Diagnostic;
use crate::model::{Date, Quantity};

/// The most digits of a whole number that the plural rules read without rounding.
const LONGEST_EXACT: usize = 15;

/// One interface language. Immutable; share it by reference between threads.
pub struct Language {
    tag: String,
    /// In the order in which they are asked: the language's own, then English.
    bundles: Vec<FluentBundle<FluentResource>>,
    /// The messages, and attributes as `key.attribute`, that take no arguments.
    fixed: HashMap<String, String>,
    /// Dates in words, a memo for each [`DateCase`].
    pub(super) dates: [Memo<Date>; DateCase::ALL],
    pub(super) quantities: Memo<Quantity>,
    plurals: Option<PluralRules>,
    pub(super) decimal: String,
    pub(super) group: String,
}

impl Language {
    /// The language of a BCP 47 tag as the built-in theme speaks it: `uk-UA` is Ukrainian; English where it has none.
    pub fn built_in(tag: &str) -> Self {
        Self::with_theme(tag, &[]).0
    }

    /// The same with a site theme's message files, each by its path and its text; a later file overrides an earlier
    /// one, message by message. Files are of this language: of `themes/<name>/i18n/`, only `<language>.ftl`.
    pub fn with_theme(tag: &str, files: &[(String, String)]) -> (Self, Vec<Diagnostic>) {
        let asked: LanguageIdentifier = tag.parse().unwrap_or_default();
        let base = asked.language.as_str().to_owned();
        let mut problems = Vec::new();
        let own: Vec<FluentResource> = files
            .iter()
            .filter_map(|(path, text)| {
                let (resource, found) = catalogue::site(path, text);
                problems.extend(found);
                resource
            })
            .collect();
        let built_in = catalogue::built_in(&base);
        let speaks_it = built_in.is_some() || !own.is_empty();
        let (tag, identifier) = match speaks_it {
            true => (tag.to_owned(), asked),
            false => ("en".to_owned(), "en".parse().unwrap_or_default()),
        };
        let mut bundles = Vec::new();
        let mut takes_arguments: HashMap<String, bool> = HashMap::new();
        let mut add = |identifier, resources: Vec<FluentResource>| {
            for (key, used) in catalogue::variables(&resources) {
                // What the language itself has comes before what English has.
                takes_arguments.entry(key).or_insert(!used.is_empty());
            }
            bundles.push(bundle(identifier, resources.into_iter()));
        };
        if speaks_it {
            add(identifier.clone(), built_in.unwrap_or_default().into_iter().chain(own).collect());
        }
        if base != "en" {
            add("en".parse().unwrap_or_default(), catalogue::built_in("en").unwrap_or_default());
        }
        let mut language = Self {
            tag,
            bundles,
            fixed: HashMap::new(),
            dates: Default::default(),
            quantities: Memo::default(),
            plurals: plural_rules(&identifier),
            decimal: ".".into(),
            group: ",".into(),
        };
        language.decimal = language.text("number-decimal", &[]);
        language.group = language.text("number-group", &[]);
        for bundle in &mut language.bundles {
            set_up_numbers(bundle, &language.group);
        }
        let without_arguments = takes_arguments.into_iter().filter(|(_, takes)| !takes);
        language.fixed = without_arguments
            .filter_map(|(key, _)| language.complete(&key, &FluentArgs::new()).ok().flatten().map(|text| (key, text)))
            .collect();
        (language, problems)
    }

    /// The BCP 47 tag of what it speaks: the one asked for, or `en` where that language is not spoken.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// A message by its key, or one of its attributes by `key.attribute`; `None` where no language has it.
    pub fn find(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> Option<String> {
        if let Some(text) = self.fixed.get(key) {
            return Some(text.clone());
        }
        let filled: FluentArgs<'_> = arguments.iter().map(|(name, value)| (*name, value.to_fluent())).collect();
        self.complete(key, &filled).unwrap_or_else(Some)
    }

    /// All messages that take no arguments, by their keys.
    pub fn fixed(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fixed.iter().map(|(key, text)| (key.as_str(), text.as_str()))
    }

    /// A message filled in; as an error where something that it asks for is not there.
    fn complete(&self, key: &str, filled: &FluentArgs<'_>) -> Result<Option<String>, String> {
        let (id, attribute) = match key.split_once('.') {
            Some((id, attribute)) => (id, Some(attribute)),
            None => (key, None),
        };
        let mut flawed = None;
        for bundle in &self.bundles {
            let Some(message) = bundle.get_message(id) else { continue };
            let pattern = match attribute {
                None => message.value(),
                Some(name) => message.get_attribute(name).map(|found| found.value()),
            };
            let Some(pattern) = pattern else { continue };
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, Some(filled), &mut errors).into_owned();
            if errors.is_empty() {
                return Ok(Some(text));
            }
            flawed.get_or_insert(text);
        }
        flawed.map_or(Ok(None), Err)
    }

    /// A message by its key. A key that no language has gives the key itself, so that nothing is silently lost; the
    /// tests see to it that code and built-in templates name none.
    pub fn text(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        self.find(key, arguments).unwrap_or_else(|| key.to_owned())
    }

    /// Whether there is such a message (or `key.attribute`), in this language or in English.
    pub fn has(&self, key: &str) -> bool {
        let (id, attribute) = key.split_once('.').map_or((key, None), |(id, name)| (id, Some(name)));
        self.bundles.iter().filter_map(|bundle| bundle.get_message(id)).any(|message| match attribute {
            None => message.value().is_some(),
            Some(name) => message.get_attribute(name).is_some(),
        })
    }

    /// The plural category of a number in plain decimal notation, exactly as written: "1.0" is not "1". By the rules
    /// that Fluent itself uses for counts.
    pub(super) fn plural(&self, digits: &str) -> &'static str {
        let digits = digits.trim_start_matches('-');
        // No rule looks further than at the last six digits of a whole number; longer ones would be rounded.
        let tail = match digits.len().checked_sub(LONGEST_EXACT) {
            Some(cut @ 1..) if !digits.contains('.') => format!("1{}", digits.get(cut..).unwrap_or_default()),
            _ => digits.to_owned(),
        };
        match self.plurals.as_ref().and_then(|rules| rules.select(tail.as_str()).ok()) {
            Some(PluralCategory::ZERO) => "zero",
            Some(PluralCategory::ONE) => "one",
            Some(PluralCategory::TWO) => "two",
            Some(PluralCategory::FEW) => "few",
            Some(PluralCategory::MANY) => "many",
            Some(PluralCategory::OTHER) | None => "other",
        }
    }
}

/// CLDR's rules for a language, by its base where there are none for the region.
fn plural_rules(identifier: &LanguageIdentifier) -> Option<PluralRules> {
    let base = LanguageIdentifier::from_parts(identifier.language, None, None, &[]);
    [identifier.clone(), base]
        .into_iter()
        .find_map(|identifier| PluralRules::create(identifier, PluralRuleType::CARDINAL).ok())
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Language").field("tag", &self.tag).finish_non_exhaustive()
    }
}

fn bundle(
    identifier: LanguageIdentifier,
    resources: impl Iterator<Item = FluentResource>,
) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    // Directions are kept apart by the HTML (`<bdi>`), which knows what is a name: isolation marks around every
    // number and word would end up in titles, feeds and what people copy.
    bundle.set_use_isolating(false);
    for resource in resources {
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// How a count is written inside a message. Fluent takes a function without state, hence one for each separator.
fn set_up_numbers(bundle: &mut FluentBundle<FluentResource>, group: &str) {
    type Formatter = fn(&FluentValue<'_>, &IntlLangMemoizer) -> Option<String>;
    let formatter: Formatter = match group {
        "," => |value, _| as_count(value).map(group_with_comma),
        "." => |value, _| as_count(value).map(group_with_full_stop),
        _ => |value, _| as_count(value).map(group_with_space),
    };
    bundle.set_formatter(Some(formatter));
}

fn as_count(value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(number.as_string().into_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn themed(tag: &str, text: &str) -> Language {
        let (language, problems) = Language::with_theme(tag, &[("themes/x/i18n/x.ftl".into(), text.into())]);
        assert_eq!(problems, []);
        language
    }

    #[test]
    fn it_is_shared_between_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Language>();
    }

    #[test]
    fn a_region_does_not_hide_the_language() {
        let text = |tag: &str| Language::built_in(tag).text("month-short-1", &[]);
        assert_eq!(text("uk-UA"), "січ.");
        assert_eq!(text("en-GB"), "Jan");
    }

    #[test]
    fn a_language_that_is_not_spoken_is_english() {
        let arabic = Language::built_in("ar");
        assert_eq!((arabic.tag(), arabic.text("month-short-1", &[]).as_str()), ("en", "Jan"));
        assert_eq!(Language::built_in("not a tag").tag(), "en");
    }

    #[test]
    fn a_theme_overrides_single_messages_and_english_fills_in() {
        let english = themed("en", "month-short-1 = Jan.\n");
        assert_eq!(english.text("month-short-1", &[]), "Jan.");
        assert_eq!(english.text("month-short-2", &[]), "Feb");
        let azerbaijani = themed("az", "month-short-1 = yan\n");
        assert_eq!(azerbaijani.tag(), "az");
        assert_eq!(azerbaijani.text("month-short-1", &[]), "yan");
        assert_eq!(azerbaijani.text("month-short-2", &[]), "Feb");
    }

    #[test]
    fn an_unknown_key_is_known_to_be_unknown() {
        let english = Language::built_in("en");
        assert_eq!(english.find("no-such-key", &[]), None);
        assert!(!english.has("no-such-key") && !english.has("month-1.no-such-attribute"));
        assert!(english.has("month-1") && english.has("currency-USD.many"));
        assert_eq!(english.text("no-such-key", &[]), "no-such-key");
    }

    #[test]
    fn a_count_chooses_its_plural_and_is_grouped() {
        let ukrainian = themed(
            "uk",
            "articles-found = { $n } { $n ->\n    [one] стаття\n    [few] статті\n    [many] статей\n   *[other] статті\n }\n",
        );
        let text = |n: i64| ukrainian.text("articles-found", &[("n", n.into())]);
        assert_eq!(text(0), "0 статей");
        assert_eq!(text(1), "1 стаття");
        assert_eq!(text(2), "2 статті");
        assert_eq!(text(5), "5 статей");
        assert_eq!(text(11), "11 статей");
        assert_eq!(text(21), "21 стаття");
        assert_eq!(text(12_004), "12\u{a0}004 статті");
        let english = themed("en", "found = { $n }\n");
        assert_eq!(english.text("found", &[("n", 12_004_usize.into())]), "12,004");
    }

    #[test]
    fn both_ways_of_choosing_a_plural_agree() {
        let message = "k = { $n ->\n    [one] one\n    [few] few\n    [many] many\n   *[other] other\n }\n";
        for tag in ["en", "uk"] {
            let language = themed(tag, message);
            for n in (0..=125_i64).chain([1_000_001, 1_000_000_000_002]) {
                assert_eq!(language.text("k", &[("n", n.into())]), collapse(language.plural(&n.to_string())), "{n}");
            }
        }
        fn collapse(category: &str) -> &str {
            if matches!(category, "one" | "few" | "many") { category } else { "other" }
        }
    }

    #[test]
    fn a_decimal_has_its_own_plural() {
        let (english, ukrainian) = (Language::built_in("en"), Language::built_in("uk"));
        assert_eq!([english.plural("1"), english.plural("1.0"), english.plural("1.5")], ["one", "other", "other"]);
        assert_eq!([ukrainian.plural("1"), ukrainian.plural("2"), ukrainian.plural("5")], ["one", "few", "many"]);
        assert_eq!([ukrainian.plural("1.0"), ukrainian.plural("2.5"), ukrainian.plural("0.1")], ["other"; 3]);
        assert_eq!(ukrainian.plural("79228162514264337593543950331"), "one");
    }
}
