mod properties;

use rust_decimal::Decimal;

use super::parse;
use crate::model::{Amount, Category, ExchangeRate, Figure, Hedge, Kind, Quantity, Question, Value};

fn question(kind: Kind, unit: Option<&str>) -> Question {
    Question { unit: unit.map(str::to_owned), ..Question::new("q", kind) }
}

fn usd() -> Question {
    question(Kind::Cumulative, Some("USD"))
}

fn rate() -> Question {
    Question { nonneg: false, ..question(Kind::Rate, Some("%")) }
}

fn quantity_of(text: &str, question: &Question) -> Quantity {
    match parse(text, question) {
        Ok(Value::Quantity(quantity)) => quantity,
        other => panic!("{text}: {other:?}"),
    }
}

fn quantity(text: &str) -> Quantity {
    quantity_of(text, &usd())
}

/// One line for a quantity: `hedge delta amount unit`.
fn line(quantity: &Quantity) -> String {
    let amount = match quantity.amount {
        Amount::Stated(figure) => figure.value.normalize().to_string(),
        Amount::Range(low, high) => format!("{}..{}", low.value.normalize(), high.value.normalize()),
        Amount::Vague(vague) => format!("{:?}×{}", vague.word, vague.scale),
    };
    let delta = quantity.delta.map(|delta| format!("{delta:?} ")).unwrap_or_default();
    let unit = quantity.unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
    let hedge = if quantity.hedge == Hedge::None { String::new() } else { format!("{:?} ", quantity.hedge) };
    format!("{hedge}{delta}{amount}{unit}")
}

fn figure(text: &str) -> Figure {
    match quantity(text).amount {
        Amount::Stated(figure) => figure,
        other => panic!("{text}: {other:?}"),
    }
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn help_in(text: &str, question: &Question) -> String {
    parse(text, question).expect_err(text).help.unwrap_or_default()
}

fn help(text: &str) -> String {
    help_in(text, &usd())
}

#[test]
fn the_grammar_is_read() {
    for (text, expected) in [
        ("20", "20"),
        ("20 million USD", "20000000 USD"),
        ("around 20 million USD", "About 20000000 USD"),
        ("$20m", "20000000 USD"),
        ("$1.2bn", "1200000000 USD"),
        ("€ 1.2 bn", "1200000000 EUR"),
        ("£20k", "20000 GBP"),
        ("20,000", "20000"),
        ("20\u{202f}000\u{202f}000", "20000000"),
        ("20\u{a0}000", "20000"),
        ("20\u{a0}million", "20000000"),
        ("1,234.56", "1234.56"),
        ("twelve", "12"),
        ("Twenty million AZN", "20000000 AZN"),
        ("More than 40 million", "MoreThan 40000000"),
        ("exactly 12", "Exactly 12"),
        ("a total of 12", "Exactly 12"),
        ("some 20 thousand", "About 20000"),
        ("an estimated $3 trillion", "About 3000000000000 USD"),
        ("just under 20", "Nearly 20"),
        ("close to 20", "Nearly 20"),
        ("slightly more than 20", "JustOver 20"),
        ("no fewer than 20", "AtLeast 20"),
        ("no more than 20", "AtMost 20"),
        ("as many as 20", "UpTo 20"),
        ("in excess of 20", "MoreThan 20"),
        ("under 20", "LessThan 20"),
        ("an additional 20 million USD", "More 20000000 USD"),
        ("approximately 56 million USD more", "About More 56000000 USD"),
        ("another 12", "More 12"),
        ("up to another 12", "UpTo More 12"),
        ("a further approximately 12", "About More 12"),
        ("+12", "More 12"),
        ("-12", "Less 12"),
        ("−$12m", "Less 12000000 USD"),
        ("12 less", "Less 12"),
        ("another 12 more", "More 12"),
        ("12 %", "12 %"),
        ("0.5 pp", "0.5 pp"),
        ("3.830%", "3.83 %"),
        ("18 to 22 million", "18000000..22000000"),
        ("between 18 and 22 million USD", "18000000..22000000 USD"),
        ("from $18 million to $22 million", "18000000..22000000 USD"),
        ("$18-22m", "18000000..22000000 USD"),
        ("18–22", "18..22"),
        ("two to three", "2..3"),
        ("900 thousand to 1.1 million", "900000..1100000"),
        ("18 million to 22", "18000000..22000000"),
        ("18 to $22 million", "18000000..22000000 USD"),
        ("a couple of million USD", "Couple×1000000 USD"),
        ("a few", "Few×1"),
        ("several million", "Several×1000000"),
        ("tens of", "Tens×1"),
        ("dozens", "Dozens×1"),
        ("hundreds of thousands", "Hundreds×1000"),
        ("hundreds of thousands of USD", "Hundreds×1000 USD"),
        ("tens of millions", "Tens×1000000"),
        ("thousands of USD", "Thousands×1 USD"),
        ("  20  million   USD  ", "20000000 USD"),
    ] {
        assert_eq!(line(&quantity(text)), expected, "{text}");
    }
}

#[test]
fn the_questions_own_noun_is_a_unit() {
    let barrels = question(Kind::Cumulative, Some("barrels"));
    for text in ["3.83 million barrels", "3.83 million Barrels", "3.83 million barrel"] {
        assert_eq!(line(&quantity_of(text, &barrels)), "3830000 barrels", "{text}");
    }
    assert_eq!(line(&quantity_of("1 barrel more", &barrels)), "More 1 barrels");
    assert_eq!(line(&quantity_of("dozens of barrels", &barrels)), "Dozens×1 barrels");
    let vehicles = question(Kind::Count, Some("armored vehicles"));
    assert_eq!(line(&quantity_of("12 armored vehicles", &vehicles)), "12 armored vehicles");
    let killed = question(Kind::Count, Some("осіб загинуло"));
    assert_eq!(line(&quantity_of("12 Осіб загинуло", &killed)), "12 осіб загинуло");
    let share = question(Kind::Rate, Some("% of GDP"));
    assert_eq!(line(&quantity_of("2.1 % of GDP", &share)), "2.1 % of GDP");
    assert_eq!(line(&quantity_of("2.1 %", &share)), "2.1 %");
    let mut tonnes = question(Kind::Cumulative, Some("tonnes"));
    tonnes.fx.insert("barrels".into(), ExchangeRate { rate: decimal("0.136"), on: None, from: None });
    assert_eq!(line(&quantity_of("12 barrels", &tonnes)), "12 barrels");
    assert!(help_in("12 people", &killed).contains("`12 осіб загинуло`"));
    let metres = question(Kind::Level, Some("m"));
    assert!(help_in("12 m", &metres).contains("scale in full"));
}

#[test]
fn a_minus_is_a_sign_only_where_values_may_be_negative() {
    for (text, expected) in [
        ("-2.1 %", "-2.1 %"),
        ("−2.1%", "-2.1 %"),
        ("- 2.1 %", "Less 2.1 %"),
        ("+2.1 %", "More 2.1 %"),
        ("-5 to -3 %", "-5..-3 %"),
        ("-5 to 3", "-5..3"),
        ("-5 - -3", "-5..-3"),
        ("about -2", "About -2"),
        ("-$5m", "-5000000 USD"),
        ("-0", "0"),
        ("2 % less", "Less 2 %"),
    ] {
        assert_eq!(line(&quantity_of(text, &rate())), expected, "{text}");
    }
    assert_eq!(line(&quantity("-2.1 %")), "Less 2.1 %");
    assert!(parse("-5 to -3", &usd()).is_err());
    assert!(parse("-3 to -5", &rate()).is_err());
}

#[test]
fn precision_is_that_of_the_writing() {
    for (text, q, r, five) in [
        ("20 million", "1000000", "10000000", false),
        ("20.0 million", "100000", "100000", false),
        ("20,000,000", "1", "10000000", false),
        ("25 million", "1000000", "1000000", true),
        ("2,400", "1", "100", false),
        ("2,500", "1", "100", true),
        ("55.9 million", "100000", "100000", false),
        ("2.50", "0.01", "0.01", true),
        ("0", "1", "1", false),
        ("0.0", "0.1", "0.1", false),
        ("0 million", "1000000", "1000000", false),
        ("twenty", "1", "10", false),
        ("fifteen", "1", "1", true),
        ("1.23456789 million", "0.01", "0.01", false),
    ] {
        let figure = figure(text);
        assert_eq!(
            (figure.last_place, figure.last_nonzero_place, figure.ends_in_five),
            (decimal(q), decimal(r), five),
            "{text}"
        );
    }
}

#[test]
fn a_dot_before_three_digits_is_asked_about() {
    for text in ["1.500 USD", "$1.500", "12.500", "about 1.500", "1.500 to 1.800"] {
        assert!(parse(text, &usd()).expect_err(text).message.contains("decimal or thousands?"), "{text}");
    }
    for text in ["1.125 billion", "5.375%", "0.125", "1,234.500", "1234.500", "1.5000", "1.50"] {
        assert!(parse(text, &usd()).is_ok(), "{text}");
    }
    assert!(help("1.500 USD").contains("write `1,500` for thousands, or `1.5000` for a decimal"));
}

#[test]
fn what_is_not_wholly_understood_is_refused() {
    for text in [
        "20 million USD pledged",
        "20 million million",
        "20 USD EUR",
        "$20 USD",
        "about about 20",
        "about an additional about 20",
        "another 20 less",
        "+20 less",
        "about 18 to 22",
        "18 to 22 more",
        "another 18 to 22",
        "dozens of more",
        "between 18",
        "between 18 million USD",
        "18 to",
        "to 18",
        "22 to 18",
        "500 to 2 million",
        "$18 to €22",
        "20,00",
        "2,0000",
        "20,000 000",
        "1,000\u{a0}000",
        "020",
        "1.2.3",
        "1.5,000",
        ".5",
        "5.",
        "twenty-one",
        "thirty",
        "about",
        "USD",
        "%",
        "$",
        "million",
        "20 USD.",
        "20million5",
        "٢٠ million",
        "20 usd",
        "20 USDs",
        "20 ZZZ",
        "nothing",
        "-",
        "--5",
        "20 people",
        "99999999999999999999999999999",
        "99999999999999999999 trillion",
        "1.00000000000000000000000000000",
        "",
        "   ",
    ] {
        assert!(parse(text, &usd()).is_err(), "{text}");
    }
    assert!(parse(&"about ".repeat(1000), &usd()).is_err());
}

#[test]
fn near_misses_are_answered_with_what_to_write() {
    for (text, expected) in [
        (">40 million", "write `more than 40 million`"),
        ("> $40 million", "write `more than $40 million`"),
        (">= 40", "write `at least 40`"),
        ("<40", "write `less than 40`"),
        ("≤ 40", "write `at most 40`"),
        ("~20", "write `about 20`"),
        ("c. 20", "write `about 20`"),
        ("ca. 20 mln USD", "write `about 20 million USD`"),
        ("approx. 20", "write `about 20`"),
        ("20+", "write `at least 20` or `more than 20`"),
        ("20+ million", "write `at least 20 million` or"),
        ("20-ish", "write `about 20`"),
        ("20ish", "write `about 20`"),
        ("USD 20 million", "write `20 million USD`"),
        ("about USD 20 million", "write `about 20 million USD`"),
        ("US$20m", "write `$20 m`"),
        ("20 million dollars", "write `20 million USD`"),
        ("20 million US dollars", "write `20 million USD`"),
        ("20 million $", "write `20 million USD`"),
        ("20 usd", "write `20 USD`"),
        ("₴20", "write `20 UAH`"),
        ("20 per cent", "write `20%`"),
        ("20 percent", "write `20%`"),
        ("2 percentage points", "write `2 pp`"),
        ("5% to 7%", "write `5 to 7%`"),
        ("20 000", "write `20,000`"),
        ("20'000", "write `20,000`"),
        ("1.500.000", "write `1,500,000`"),
        ("1,5 million", "write `1.5`"),
        ("20 mln", "write `20 million`"),
        ("20 millions", "write `20 million`"),
        ("20 b", "write `20 billion`"),
        ("twenty-one", "write `21`"),
        ("thirty-five", "write `35`"),
        ("a million", "write `1 million`"),
        ("not less than 20", "write `at least 20`"),
        ("18 or 22", "write `18 to 22`"),
        ("18..22", "write `18 to 22`"),
        ("18 — 22", "write `18 to 22`"),
        ("12 more USD", "write `another 12 USD`"),
        ("20 people", "answers to this question are in `USD`: write `20 USD`"),
        ("between 18", "a range has two numbers"),
        ("about 18 to 22", "write the two numbers alone"),
        ("500 to 2 million", "one scale serves both ends"),
        ("٢٠ million", "the digits 0 to 9"),
        ("$20 USD", "write it once"),
        ("millions of USD", "a value is a number"),
        ("a lot", "a value is a number"),
    ] {
        assert!(help(text).contains(expected), "{text}: {}", help(text));
    }
    let canadian = question(Kind::Level, Some("CAD"));
    assert!(help_in("$20", &canadian).contains("`USD` or `CAD`"));
}

#[test]
fn every_help_that_offers_a_value_offers_one_that_is_read() {
    for text in ["~20 mln dollars", "> USD 5", "20+", "12 more USD", "thirty", "18 or 22", "20 000 $", "c. 5 per cent"]
    {
        let help = help(text);
        let offers: Vec<&str> = help.split('`').skip(1).step_by(2).collect();
        assert!(!offers.is_empty(), "{text}: {help}");
        for offer in offers {
            assert!(parse(offer, &usd()).is_ok(), "{text}: {offer}");
        }
    }
}

#[test]
fn unknown_and_none_answer_every_kind() {
    for kind in [Kind::Cumulative, Kind::Category, Kind::Date] {
        assert_eq!(parse("unknown", &question(kind, None)), Ok(Value::Unknown));
        assert_eq!(parse("None", &question(kind, None)), Ok(Value::Nothing));
    }
}

#[test]
fn categories_are_those_declared() {
    let leaf = |name: &str| Category { name: name.into(), members: Vec::new() };
    let mut sides = question(Kind::Category, None);
    sides.categories = vec![Category { name: "side-a".into(), members: vec![leaf("side-a-army")] }, leaf("partner")];
    for name in ["side-a", "side-a-army", "partner"] {
        assert_eq!(parse(name, &sides), Ok(Value::Category(name.into())));
    }
    assert!(help_in("Side A army", &sides).contains("`side-a-army`"));
    assert!(help_in("partnr", &sides).contains("`partner`"));
    assert!(help_in("ally", &sides).contains("`side-a`, `side-a-army`, `partner`"));
    let entities = Question { categories_are_entities: true, ..sides };
    assert_eq!(parse("anybody", &entities), Ok(Value::Category("anybody".into())));
}

#[test]
fn dates_are_read_as_dates() {
    let when = question(Kind::Date, None);
    assert!(matches!(parse("2023-06~", &when), Ok(Value::Date(date)) if date.approximate));
    assert!(help_in("June 2023", &when).contains("`2023-06`"));
}

#[test]
fn a_problem_is_placed_in_the_text_as_given() {
    let problem = parse("  20 people", &usd()).unwrap_err();
    assert_eq!(problem.range, Some(5..11));
}
