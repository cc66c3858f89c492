use std::sync::LazyLock;

use super::*;

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn english() -> Language {
    Language::built_in("en")
}

fn ukrainian() -> Language {
    Language::built_in("uk")
}

/// A figure as the reader of values makes it: the number in units and the place of its last written digit.
fn figure(value: &str, last_place: &str) -> Figure {
    Figure {
        value: decimal(value),
        last_place: decimal(last_place),
        last_nonzero_place: decimal(last_place),
        ends_in_five: false,
    }
}

fn quantity(hedge: Hedge, amount: Amount, unit: &str) -> Quantity {
    Quantity { hedge, delta: None, amount, unit: Some(unit.into()) }
}

#[test]
fn amounts_as_people_write_them() {
    for (value, unit, in_english, in_ukrainian) in [
        ("18000000", Some("USD"), "$18 million", "18 мільйонів доларів США"),
        ("1000000", Some("USD"), "$1 million", "1 мільйон доларів США"),
        ("2000000", Some("USD"), "$2 million", "2 мільйони доларів США"),
        ("2500000", Some("USD"), "$2.5 million", "2,5 мільйона доларів США"),
        ("56000000", Some("USD"), "$56 million", "56 мільйонів доларів США"),
        ("59200000", Some("barrels"), "59.2 million barrels", "59,2 мільйона барелів"),
        ("3830000", Some("barrels"), "3.83 million barrels", "3,83 мільйона барелів"),
        ("12", Some("killed"), "12 killed", "12 загиблих"),
        ("25", Some("%"), "25%", "25%"),
        ("0.5", Some("pp"), "0.5 percentage points", "0,5 відсоткового пункту"),
        ("1200000000", Some("EUR"), "€1.2 billion", "1,2 мільярда євро"),
        ("204000000", Some("AZN"), "204 million AZN", "204 мільйони манатів"),
        ("204000000", Some("JPY"), "204 million JPY", "204 мільйони JPY"),
        ("1234", None, "1,234", "1\u{a0}234"),
        ("1234567", Some("USD"), "$1,234,567", "1\u{a0}234\u{a0}567 доларів США"),
        ("-350000", Some("USD"), "\u{2212}$350,000", "\u{2212}350\u{a0}000 доларів США"),
        ("3000000000000", Some("USD"), "$3 trillion", "3 трильйони доларів США"),
        ("7", Some("MiG-29s"), "7 MiG-29s", "7 MiG-29s"),
        ("300", Some("قتيل"), "300 قتيل", "300 قتيل"),
    ] {
        assert_eq!(english().amount(decimal(value), unit), in_english);
        assert_eq!(ukrainian().amount(decimal(value), unit), in_ukrainian);
    }
}

#[test]
fn nouns_agree_with_their_number() {
    let lines: Vec<String> = ["0", "1", "2", "5", "11", "21", "22", "25", "101", "1.5", "0.1", "1000000", "1001"]
        .iter()
        .flat_map(|n| {
            ["USD", "UAH", "pp", "barrels", "people", "killed", "tonnes", "days"].map(|unit| {
                let case = |case| ukrainian().amount_in(decimal(n), Some(unit), case);
                format!(
                    "{} | {} | {} | {}",
                    english().amount(decimal(n), Some(unit)),
                    case(AmountCase::Nominative),
                    case(AmountCase::Genitive),
                    case(AmountCase::Accusative),
                )
            })
        })
        .collect();
    insta::assert_snapshot!("agreement", lines.join("\n"));
}

#[test]
fn written_precision_is_kept() {
    for (value, last_place, text) in [
        ("20000000", "1000000", "$20 million"),
        ("20000000", "100000", "$20.0 million"),
        ("20000000", "1", "$20,000,000"),
        ("2400000000", "1000000", "$2,400 million"),
        ("1200000000", "10000000", "$1.20 billion"),
        ("1250000000", "10000000", "$1.25 billion"),
        ("60", "1", "$60"),
        ("60", "0.1", "$60.0"),
        ("3.30", "0.01", "$3.30"),
        ("0", "1", "$0"),
    ] {
        assert_eq!(english().figure(&figure(value, last_place), Some("USD")), text);
    }
}

#[test]
fn intervals() {
    let interval = |low: Option<&str>, high: Option<&str>, low_open, high_open| Interval {
        low: low.map(decimal),
        high: high.map(decimal),
        low_open,
        high_open,
    };
    for (interval, unit, in_english, in_ukrainian) in [
        (
            interval(Some("1050000"), Some("7150000"), false, false),
            "USD",
            "between $1.05 million and $7.15 million",
            "від 1,05 мільйона до 7,15 мільйона доларів США",
        ),
        (interval(Some("3"), Some("5"), false, false), "barrels", "between 3 and 5 barrels", "від 3 до 5 барелів"),
        (interval(Some("3"), Some("5"), false, false), "%", "between 3% and 5%", "від 3% до 5%"),
        (
            interval(Some("-5"), Some("2"), false, false),
            "USD",
            "between \u{2212}$5 and $2",
            "від \u{2212}5 доларів США до 2 доларів США",
        ),
        (interval(Some("13"), None, false, false), "killed", "at least 13 killed", "щонайменше 13 загиблих"),
        (interval(Some("21"), None, true, false), "tonnes", "more than 21 tonnes", "понад 21 тонну"),
        (interval(None, Some("5"), false, true), "%", "less than 5%", "менше ніж 5%"),
        (interval(None, Some("1"), false, false), "killed", "at most 1 killed", "щонайбільше 1 загиблий"),
        (interval(Some("5"), Some("5.0"), false, false), "%", "5%", "5%"),
        (interval(None, None, false, false), "%", "any amount", "будь-яка кількість"),
    ] {
        assert_eq!(english().interval(&interval, Some(unit)), in_english);
        assert_eq!(ukrainian().interval(&interval, Some(unit)), in_ukrainian);
    }
}

#[test]
fn differences() {
    for (value, unit, in_english, in_ukrainian) in [
        ("2", "%", "2 percentage points", "2 відсоткові пункти"),
        ("1", "killed", "1", "1 особу"),
        ("5", "killed", "5", "5 осіб"),
        ("18000000", "USD", "$18 million", "18 мільйонів доларів США"),
        ("1", "tonnes", "1 tonne", "1 тонну"),
    ] {
        let difference = |language: Language| language.difference(decimal(value), Some(unit), AmountCase::Accusative);
        assert_eq!(difference(english()), in_english);
        assert_eq!(difference(ukrainian()), in_ukrainian);
    }
}

#[test]
fn statements_with_their_hedges() {
    let stated = || Amount::Stated(figure("2000000", "1000000"));
    let hedges = [
        Hedge::None,
        Hedge::Exactly,
        Hedge::About,
        Hedge::Nearly,
        Hedge::JustOver,
        Hedge::AtLeast,
        Hedge::AtMost,
        Hedge::UpTo,
        Hedge::MoreThan,
        Hedge::LessThan,
    ];
    let mut all: Vec<Quantity> = hedges.into_iter().map(|hedge| quantity(hedge, stated(), "USD")).collect();
    all.extend(
        [Delta::More, Delta::Less]
            .map(|delta| Quantity { delta: Some(delta), ..quantity(Hedge::None, stated(), "USD") }),
    );
    all.push(Quantity { delta: Some(Delta::More), ..quantity(Hedge::About, stated(), "USD") });
    let range = || Amount::Range(figure("18000000", "1000000"), figure("22000000", "1000000"));
    all.push(quantity(Hedge::None, range(), "USD"));
    all.push(quantity(Hedge::None, range(), "barrels"));
    for word in [
        VagueWord::Couple,
        VagueWord::Few,
        VagueWord::Several,
        VagueWord::Tens,
        VagueWord::Dozens,
        VagueWord::Scores,
        VagueWord::Hundreds,
        VagueWord::Thousands,
    ] {
        all.push(quantity(Hedge::None, Amount::Vague(Vague { word, scale: Decimal::ONE }), "killed"));
    }
    let thousands = Vague { word: VagueWord::Hundreds, scale: Decimal::ONE_THOUSAND };
    all.push(quantity(Hedge::None, Amount::Vague(thousands), "USD"));
    all.push(Quantity { unit: None, ..quantity(Hedge::None, Amount::Vague(thousands), "") });
    for (tag, language) in [("en", english()), ("uk", ukrainian())] {
        let lines: Vec<String> = all.iter().map(|quantity| language.quantity(quantity, None)).collect();
        insta::assert_snapshot!(format!("statements_{tag}"), lines.join("\n"));
    }
}

proptest::proptest! {
    #[test]
    fn no_digit_is_lost(mantissa in proptest::num::i64::ANY, scale in 0_u32..12) {
        let value = Decimal::new(mantissa, scale);
        static ENGLISH: LazyLock<Language> = LazyLock::new(english);
        let text = ENGLISH.amount(value, None);
        let mut parts = text.split(' ');
        let number = decimal(&parts.next().unwrap().replace(',', "").replace('\u{2212}', "-"));
        let scale = match parts.next() {
            None => Decimal::ONE,
            Some("million") => decimal("1000000"),
            Some("billion") => decimal("1000000000"),
            Some("trillion") => decimal("1000000000000"),
            Some(other) => panic!("{other}"),
        };
        proptest::prop_assert_eq!(number.checked_mul(scale).unwrap(), value);
    }
}
