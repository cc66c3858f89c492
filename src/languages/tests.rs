use proptest::prelude::*;

use super::{SOURCES, Table, Verification, has_table, is_sensitive, verify, verify_date};
use crate::model::{Kind, Quantity, Question, Value};
use crate::read::{date, value};

fn quantity(text: &str) -> Quantity {
    let question = Question { unit: Some("killed".into()), ..Question::new("q", Kind::Cumulative) };
    match value::parse(text, &question) {
        Ok(Value::Quantity(quantity)) => quantity,
        other => panic!("{text}: {other:?}"),
    }
}

/// The messages of a check, or nothing where it passes.
fn check(lang: &str, value: &str, quote: &str) -> String {
    match verify(&quantity(value), value, &[quote], lang) {
        Verification::Ok => String::new(),
        Verification::NoTable => "no table".into(),
        Verification::Problems(problems) => {
            problems.iter().map(|problem| problem.message()).collect::<Vec<_>>().join("; ")
        }
    }
}

fn passes(lang: &str, cases: &[(&str, &str)]) {
    for (value, quote) in cases {
        assert_eq!(check(lang, value, quote), "", "{value} — {quote}");
    }
}

fn fails(lang: &str, cases: &[(&str, &str, &str)]) {
    for (value, quote, expected) in cases {
        let found = check(lang, value, quote);
        assert!(found.contains(expected), "{value} — {quote}: {found}");
    }
}

#[test]
fn every_table_can_be_read_and_names_the_same_things() {
    for (code, source) in SOURCES {
        let table = Table::read(source).unwrap_or_else(|problem| panic!("{code}: {problem}"));
        for currency in ["USD", "EUR", "GBP", "RUB", "UAH", "AZN", "TRY"] {
            assert!(table.names_currency(currency), "{code} {currency}");
        }
        for month in 1..=12 {
            assert!(source.contains(&format!("\nmonth {month} = ")), "{code} {month}");
        }
        for scale in ["1000", "1000000", "1000000000", "1000000000000"] {
            assert!(source.contains(&format!("\nscale {scale} = ")), "{code} {scale}");
        }
    }
    assert!(has_table("en-GB") && has_table("UK") && has_table("ar_EG"));
    assert!(!has_table("ka") && !has_table(""));
}

#[test]
fn english_figures_are_found_as_they_are_written() {
    passes(
        "en",
        &[
            (
                "around 20 million USD",
                "has provided around $20 million in humanitarian aid to Ukraine since the beginning",
            ),
            ("more than 40 million USD", "The value of this assistance has exceeded $40 million as of mid-2025."),
            ("12 killed", "Azerbaijan’s Tovuz region that killed 12 Azerbaijani servicemen and a civilian"),
            ("1 killed", "Azerbaijan’s Tovuz region that killed 12 Azerbaijani servicemen and a civilian"),
            ("555 million USD", "with a trade turnover worth $555 million during the reporting period"),
            ("3.83 million", "has sent 3.83 million barrels of oil to Belarus since the beginning of 2020"),
            (
                "about 204 million USD",
                "the trade turnover between Azerbaijan and Belarus was about $204 million, which is",
            ),
            (
                "approximately 56 million USD more",
                "about $204 million, which is approximately $56 million more than the figure of 2017",
            ),
            (
                "60 million USD",
                "The volume of trade between Azerbaijan and Belarus reached $60 million in January-February this year",
            ),
            (
                "55.9 million USD",
                "Imports from Belarus to Azerbaijan amounted to $55.9 million, while the volume of exports",
            ),
            ("3.3 million USD", "while the volume of exports from Azerbaijan to Belarus was $3.3 million."),
            ("120", "an international movement uniting 120 members and 17 observer countries"),
            ("six", "The meeting resulted in six bilateral cooperation documents"),
            ("20 million USD", "20 million dollars"),
            ("20 million USD", "US$20m"),
            ("20 million USD", "USD 20 million"),
            ("20 million USD", "20 million US dollars"),
            ("20 million USD", "a $20-million package"),
            ("20 million USD", "$20,000,000"),
            ("20 million USD", "20 000 000 dollars"),
            ("20,000", "20,000 people"),
            ("20 thousand", "20k people"),
            ("20", "twenty people"),
            ("21", "twenty-one people"),
            ("250", "two hundred and fifty people"),
            ("150 thousand", "one hundred fifty thousand people"),
            ("1 million", "a million people"),
            ("1.5 million", "one and a half million people"),
            ("500,000", "half a million people"),
            ("12", "a dozen people"),
            ("24", "two dozen people"),
            ("2", "a couple of civilians"),
            ("a couple of", "a couple of civilians"),
            ("dozens of killed", "Dozens of people were killed"),
            ("hundreds of thousands", "hundreds of thousands of people"),
            ("18 to 22 million USD", "between $18 and $22 million"),
            ("18 to 22 million", "between 18 and 22 million"),
            ("18 to 22", "18–22 people"),
            ("12 %", "inflation of 12 per cent"),
            ("12.5 %", "rose 12.5%"),
            ("2 pp", "fell by two percentage points"),
            ("2 pp", "fell by 2"),
            ("20 million EUR", "€20m, or $22m"),
            ("22 million USD", "€20m, or $22m"),
            ("0", "There were no casualties"),
            ("20 million CAD", "C$20 million"),
            ("5 million AZN", "AZN 5 million"),
            ("5 million AZN", "5 million manats ($2.9 million)"),
            ("-5", "fell by five"),
        ],
    );
}

#[test]
fn hedges_are_found_near_their_number_and_no_other() {
    passes(
        "en",
        &[
            ("more than 40 million USD", "surpassed the $40 million mark"),
            ("at least 20", "no fewer than 20 people"),
            ("at least 20", "20 or more people"),
            ("at most 20", "no more than 20 people"),
            ("up to 20", "as many as 20 people"),
            ("nearly 20", "almost 20 people"),
            ("just over 20", "slightly more than 20 people"),
            ("more than 20", "slightly more than 20 people"),
            ("less than 20", "fewer than 20 people"),
            ("12", "a total of 12 people"),
            ("exactly 12", "a total of 12 people"),
            ("about 20 million USD", "an amount estimated at $20 million"),
            // hedges that belong to something else, or that are none
            ("17", "more than 120 members and 17 observer countries"),
            ("12", "over 12 days of fighting"),
            ("12", "a dispute over 12 villages"),
            ("12", "the ministry spoke about 12 servicemen"),
            ("12", "under 12 agreements signed in Baku"),
            ("40 million USD", "has not exceeded $40 million"),
            ("40 million USD", "rose from more than $20 million to $40 million"),
            ("56 million", "$56 million more than the figure of 2017"),
            ("20", "20 people were killed, more than 40 wounded"),
            // the number stands twice: one place that fits is enough
            ("20", "more than 20 people, 20 by the ministry's count"),
            ("more than 20", "20 people, and more than 20 by the ministry's count"),
        ],
    );
    fails(
        "en",
        &[
            ("40 million USD", "has exceeded $40 million", "the quote says “exceeded”, the value has no hedge"),
            ("40 million USD", "has exceeded the sum of $40 million", "“exceeded”"),
            ("40 million", "over 40 million people", "“over”"),
            ("300", "over 300 people", "“over”"),
            ("20 million USD", "around $20 million", "the quote says “around”, the value has no hedge"),
            ("about 20 million USD", "more than $20 million", "the quote says “more than”, the value says “about”"),
            ("about 20 million USD", "provided $20 million", "the value says “about”, the quote does not"),
            ("exactly 12", "12 people", "the value says “exactly”, the quote does not"),
            ("20", "at least 20 people", "“at least”"),
            ("20", "the ministry said more than 20 people had died", "“more than”"),
            ("20", "20 or more people", "“or more”"),
        ],
    );
}

#[test]
fn what_the_quote_does_not_say_is_a_problem() {
    fails(
        "en",
        &[
            ("40", "killed 14 people", "the value says “40”, the quote says “14”"),
            ("40", "killed many people", "the quote has no such number"),
            ("20 million USD", "$20 billion", "the value says “20 million USD”, the quote says “20 billion”"),
            ("20 million USD", "$20", "the quote says “20”"),
            ("20 million USD", "€20 million", "the value is in USD, the quote says “€”"),
            ("20 million USD", "20 million hryvnias", "the quote says “hryvnias”"),
            ("20 million USD", "20 million people", "the value is in USD, of which the quote says nothing"),
            ("20 %", "20 people", "the value is in %"),
            ("20 million USD", "£20m ($25m)", "the quote says “£”"),
            ("20 million", "19.8 million", "“19.8 million”"),
            ("18 to 23 million", "between 18 and 22 million", "“18 to 23 million”"),
            ("several", "dozens of people", "the quote says “dozens”"),
            ("hundreds of", "hundreds of thousands of people", "“hundreds of thousands”"),
            ("2", "killed 14 people", "“14”"),
            ("1", "killed 14 people", "“14”"),
        ],
    );
    let several = check("en", "40", "in 2020 14 of 38 people and 400 more, 39 in all");
    assert!(several.contains("“39”, “38” and “14”"), "{several}");
}

#[test]
fn other_languages_are_read_by_the_same_mechanism() {
    passes(
        "uk",
        &[
            ("more than 40 million USD", "вартість допомоги перевищила 40 млн доларів"),
            ("1.5 million USD", "надав 1,5 млн доларів США"),
            ("1.5 million USD", "надав 1.5 млн. дол."),
            ("about 20 million USD", "близько 20 мільйонів доларів"),
            ("12", "загинули дванадцять військових"),
            ("12", "дванадцятьма голосами"),
            ("25", "двадцять п’ять осіб"),
            ("1", "загинув військовий"),
            ("20,000", "20 000 осіб"),
            ("20,000", "20 тис. осіб"),
            ("1 million", "мільйон гривень"),
            ("up to 20", "до 20 осіб"),
            ("20", "до 20 осіб"),
            ("at least 20", "щонайменше 20 осіб"),
            ("several", "кілька осіб"),
            ("dozens of", "десятки людей"),
            ("18 to 22 million UAH", "від 18 до 22 мільйонів гривень"),
            ("12 %", "12 відсотків"),
            ("2 pp", "2 в.п."),
            ("1.5 million", "1 млн 500 тис."),
        ],
    );
    fails(
        "uk",
        &[
            ("40 million USD", "понад 40 млн доларів", "“понад”"),
            ("40", "загинули 14 осіб", "“14”"),
            ("20 million USD", "20 млрд доларів", "“20 млрд”"),
            ("20 million USD", "20 млн гривень", "“гривень”"),
            ("about 20", "20 осіб", "the value says “about”"),
        ],
    );
    passes(
        "ru",
        &[
            ("more than 40 million USD", "превысила 40 миллионов долларов"),
            ("about 20", "около двадцати человек"),
            ("3", "трёх человек"),
            ("at least 20", "не менее 20 человек"),
            ("at most 20", "не более 20 человек"),
        ],
    );
    fails("ru", &[("20", "более 20 человек", "“более”"), ("20", "свыше 20 человек", "“свыше”")]);
    passes(
        "az",
        &[
            ("more than 40 million USD", "yardımın dəyəri 40 milyon dolları aşıb"),
            ("more than 40 million USD", "40 milyon dollardan çox"),
            ("about 20 million AZN", "təxminən 20 milyon manat"),
            ("25", "iyirmi beş nəfər"),
            ("20", "20 milyon, artıq 20 nəfər"),
        ],
    );
    fails(
        "az",
        &[
            ("40 million USD", "40 milyon dollardan çox", "“çox”"),
            ("40 million USD", "40 milyon dolları aşıb", "“aşıb”"),
        ],
    );
    passes(
        "tr",
        &[
            ("more than 40 million USD", "40 milyon dolardan fazla"),
            ("about 20 million TRY", "yaklaşık 20 milyon lira"),
            ("56 million USD more", "geçen yıla göre 56 milyon dolar fazla"),
            ("20 %", "yüzde 20"),
            ("20 %", "%20"),
        ],
    );
    fails("tr", &[("40 million USD", "40 milyon dolardan fazla", "“fazla”"), ("20", "40’tan fazla kişi", "“40”")]);
    passes(
        "ar",
        &[
            ("20 million USD", "٢٠ مليون دولار"),
            ("about 20 million USD", "نحو ٢٠ مليون دولار"),
            ("about 20 million USD", "بنحو 20 مليون دولار"),
            ("more than 40 million USD", "أكثر من 40 مليون دولار"),
            ("more than 40 million USD", "تجاوزت قيمتها 40 مليون دولار"),
            ("20.5 million", "٢٠٫٥ مليونًا"),
            ("2 million", "مليوني دولار أو مليونين"),
            ("12", "اثني عشر جنديا"),
            ("25", "خمسة وعشرين جنديا"),
            ("300", "ثلاثمئة جندي"),
            ("1", "مقتل جندي"),
            ("2", "مقتل جنديين"),
        ],
    );
    fails("ar", &[("20 million USD", "أكثر من ٢٠ مليون دولار", "“أكثر من”"), ("40", "١٤ قتيلا", "“١٤”")]);
    passes(
        "fr",
        &[
            ("more than 40 million EUR", "plus de 40 millions d’euros"),
            ("about 20", "une vingtaine de personnes"),
            ("about 20", "environ vingt personnes"),
            ("1.5 billion EUR", "1,5 milliard d’euros"),
            ("more than 10", "plus d’une dizaine"),
            ("up to 20", "jusqu’à 20 personnes"),
            ("75", "soixante-quinze personnes"),
            ("96", "quatre-vingt-seize personnes"),
        ],
    );
    fails("fr", &[("20", "près de 20 personnes", "“près de”"), ("20", "au moins 20 personnes", "“au moins”")]);
    passes(
        "de",
        &[
            ("more than 40 million EUR", "über 40 Millionen Euro"),
            ("1.5 billion EUR", "1,5 Mrd. Euro"),
            ("1,500", "1.500 Menschen"),
            ("21", "einundzwanzig Menschen"),
            ("12", "Gespräche über 12 Soldaten"),
            ("nearly 20", "knapp 20 Menschen"),
        ],
    );
    fails(
        "de",
        &[("40 million EUR", "über 40 Millionen Euro", "“über”"), ("20", "mindestens 20 Menschen", "“mindestens”")],
    );
}

#[test]
fn a_language_without_a_table_is_not_verified() {
    assert_eq!(verify(&quantity("20"), "20", &["14"], "ka"), Verification::NoTable);
    assert_eq!(verify_date(&date::parse("2023").unwrap(), &["14"], "hy"), Verification::NoTable);
    assert_eq!(verify(&quantity("20"), "20", &[], "en"), Verification::Ok);
}

#[test]
fn several_quotes_are_evidence_together() {
    let value = quantity("20 million USD");
    let quotes = ["gave 20 million in aid", "the dollars came in May"];
    assert_eq!(verify(&value, "20 million USD", &quotes, "en"), Verification::Ok);
}

#[test]
fn help_says_what_to_write() {
    let Verification::Problems(problems) =
        verify(&quantity("$40 million"), "$40 million", &["exceeded $40 million"], "en")
    else {
        panic!("no problem");
    };
    assert_eq!(problems[0].help(), "write `more than $40 million`");
    assert_eq!(problems[0].code().name(), "hedge-not-in-value");
}

fn date_check(lang: &str, date: &str, quote: &str) -> bool {
    verify_date(&date::parse(date).unwrap(), &[quote], lang) == Verification::Ok
}

#[test]
fn dates_are_compared_as_dates() {
    for (lang, date, quote) in [
        ("en", "2023-06-01", "On June 1, 2023, Azerbaijani President Ilham Aliyev arrived in Moldova"),
        ("en", "2023-06-01", "on 1 June 2023"),
        ("en", "2023-06-01", "on June 1"),
        ("en", "2023-06", "on June 1st, 2023"),
        ("en", "2023-06-01", "in June 2023"),
        ("en", "2023-06-01", "the President arrived in Moldova"),
        ("en", "2023-06-01", "since February 24, 2022"),
        ("en", "2023-06-01", "the agreement of July 22, 2020"),
        ("en", "2023-06-01", "Moldova, 2019"),
        ("en", "2023-06-01", "In May they met"),
        ("en", "2025-07-10/2025-07-11", "scheduled for July 10-11 in Rome"),
        ("en", "2020-01/2020-02", "reached $60 million in January-February this year"),
        ("en", "2022-01-14", "On June 1, 2023 and on July 21, 2023"),
        ("en", "2023-06~", "on June 28, 2023"),
        ("en", "2022-02/..", "on June 28, 2023"),
        ("en", "2023-06-01", "06/02/2023"),
        ("en", "2020-05-12", "talked with his counterpart, the Foreign Ministry reported on May 13"),
        ("uk", "2023-06-01", "1 червня 2023 року"),
        ("uk", "2023-06-01", "01.06.2023"),
        ("ar", "2023-06-01", "في ١ يونيو ٢٠٢٣"),
        ("de", "2023-06-01", "am 1. Juni 2023"),
        ("az", "2023-06-01", "2023-06-01"),
    ] {
        assert!(date_check(lang, date, quote), "{date} — {quote}");
    }
    for (lang, date, quote) in [
        ("en", "2023-06-02", "On June 1, 2023, Azerbaijani President Ilham Aliyev arrived in Moldova"),
        ("en", "2023-06-02", "on June 1"),
        ("en", "2022-06", "on June 1, 2023"),
        ("en", "2023-05", "in June 2023"),
        ("en", "2023-06-01", "2023-06-02"),
        ("en", "2023-07/..", "on June 28, 2023"),
        ("uk", "2023-06-01", "2 червня 2023 року"),
        ("uk", "2023-06-01", "02.06.2023"),
        ("de", "2023-06-01", "am 2. Juni 2023"),
        ("ar", "2023-06-01", "في ٢ يونيو ٢٠٢٣"),
    ] {
        assert!(!date_check(lang, date, quote), "{date} — {quote}");
    }
}

#[test]
fn words_that_change_what_is_said_are_sensitive() {
    for word in
        ["20", "$20,", "twenty", "million", "dollars", "USD", "not", "isn’t", "cannot", "%", "٢٠", "€", "dozens"]
    {
        assert!(is_sensitive(word, "en"), "{word}");
    }
    for word in ["aid", "the", "a", "Ukraine", "provided", "about", "June"] {
        assert!(!is_sensitive(word, "en"), "{word}");
    }
    for (lang, word) in
        [("uk", "мільйонів"), ("uk", "не"), ("ar", "دولار"), ("de", "keine"), ("fr", "n’est"), ("tr", "yirmi")]
    {
        assert!(is_sensitive(word, lang), "{word}");
    }
    assert!(is_sensitive("14", "ka") && !is_sensitive("ara", "ka"));
}

proptest! {
    #[test]
    fn no_quote_makes_it_panic(quote in "\\PC{0,60}", lang in "(en|uk|ru|az|tr|ar|fr|de)") {
        let _ = verify(&quantity("about 20 million USD"), "about 20 million USD", &[&quote], &lang);
        let _ = verify_date(&date::parse("2023-06-01").unwrap(), &[&quote], &lang);
        let _ = is_sensitive(&quote, &lang);
    }

    #[test]
    fn no_quote_of_figures_makes_it_panic(
        words in proptest::collection::vec(
            proptest::sample::select(vec![
                "20", "000", "1.5", "twenty", "one", "-", "and", "million", "m", ".", "hundred", "thousand", "$", "USD", "a",
                "more than", "or more", "about", "not", "June", "1", "2023", ",", "%", "٢٠", "999999999999999999999999999",
                "trillion", "dozen", "half a", "to", "/",
            ]),
            0..14,
        ),
        lang in "(en|uk|ru|az|tr|ar|fr|de)",
    ) {
        let quote = words.join(" ");
        let _ = verify(&quantity("about 20 million USD"), "about 20 million USD", &[&quote], &lang);
        let _ = verify_date(&date::parse("2023-06-01").unwrap(), &[&quote], &lang);
    }

    #[test]
    fn a_value_is_in_a_quote_that_is_written_like_it(number in 2u32..5000, scale in "( thousand| million| billion|)", hedge in "(more than |about |nearly |at least |)") {
        let text = format!("{hedge}{number}{scale} USD");
        let quote = format!("The ministry gave {hedge}${number}{scale} in aid.");
        prop_assert_eq!(verify(&quantity(&text), &text, &[&quote], "en"), Verification::Ok);
        let other = format!("{hedge}{}{scale} USD", number + 1);
        prop_assert!(verify(&quantity(&other), &other, &[&quote], "en") != Verification::Ok);
    }
}
