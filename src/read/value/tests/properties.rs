//! What holds of any text.

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::{line, parse, quantity_of, rate, usd};
use crate::model::{Amount, Delta, Figure, Hedge, Quantity, Question, Vague, VagueWord, Value};

const HEDGES: &[(&str, Hedge)] = &[
    ("", Hedge::None),
    ("exactly ", Hedge::Exactly),
    ("about ", Hedge::About),
    ("nearly ", Hedge::Nearly),
    ("just over ", Hedge::JustOver),
    ("at least ", Hedge::AtLeast),
    ("at most ", Hedge::AtMost),
    ("up to ", Hedge::UpTo),
    ("more than ", Hedge::MoreThan),
    ("less than ", Hedge::LessThan),
];

/// A canonical rendering: no scale, the digits in full.
fn render(quantity: &Quantity) -> String {
    let hedge = HEDGES.iter().find(|(_, hedge)| *hedge == quantity.hedge).unwrap().0;
    let unit = quantity.unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
    let delta = match quantity.delta {
        Some(Delta::More) => " more",
        Some(Delta::Less) => " less",
        None => "",
    };
    let number = |figure: &Figure| {
        // A number whose last written digit stands before the dot is written with a scale that ends there.
        let place = figure.last_place.normalize();
        let zeros = place.mantissa().to_string().len() - 1;
        let (scale, power) = [("", 0), (" thousand", 3), (" million", 6), (" billion", 9), (" trillion", 12)]
            .into_iter()
            .find(|(_, power)| *power >= zeros)
            .unwrap();
        let decimals = power - zeros + place.scale() as usize;
        let decimals = if scale.is_empty() && decimals == 3 { 4 } else { decimals };
        format!("{:.decimals$}{scale}", figure.value / Decimal::from(10i64.pow(power as u32)))
    };
    match &quantity.amount {
        Amount::Stated(figure) => format!("{hedge}{}{unit}{delta}", number(figure)),
        Amount::Range(low, high) => format!("{} to {}{unit}", number(low), number(high)),
        Amount::Vague(Vague { word, scale }) => {
            let word = match word {
                VagueWord::Couple => "a couple",
                VagueWord::Few => "a few",
                VagueWord::Several => "several",
                VagueWord::Tens => "tens",
                VagueWord::Dozens => "dozens",
                VagueWord::Scores => "scores",
                VagueWord::Hundreds => "hundreds",
                VagueWord::Thousands => "thousands",
            };
            let scale = match scale.to_string().len() {
                4 => " thousand",
                7 => " million",
                10 => " billion",
                13 => " trillion",
                _ => "",
            };
            format!("{word} of{scale}{unit}")
        }
    }
}

fn numbers() -> impl Strategy<Value = String> {
    prop_oneof![
        "[1-9][0-9]{0,5}",
        "[1-9][0-9]{0,2}(,[0-9]{3}){1,3}",
        "[1-9][0-9]{0,3}\\.[0-9]{1,2}",
        "(two|seven|twenty)",
    ]
}

fn expressions() -> impl Strategy<Value = String> {
    let scale = "( thousand| million| bn|k|m|)";
    let stated = (
        "(about |more than |nearly |a total of |up to |)(another |\\+|-|)",
        "(\\$|€|)",
        numbers(),
        scale,
        "( more| less|)",
    )
        .prop_map(|(hedge, sign, number, scale, more)| format!("{hedge}{sign}{number}{scale}{more}"));
    let range = (numbers(), "( to |-|–| and )", numbers(), scale, "( USD|)")
        .prop_map(|(a, joint, b, scale, unit)| format!("{a}{joint}{b}{scale}{unit}"));
    let vague = "(a few|several|dozens of|hundreds of)( thousands| million|)( USD| %|)";
    prop_oneof![stated, range, vague]
}

/// Every digit written, in order, with number words as digits: what a figure must not lose.
fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,40}") {
        let _ = parse(&text, &usd());
        let _ = parse(&text, &rate());
    }

    #[test]
    fn no_text_of_its_own_words_makes_it_panic(
        words in proptest::collection::vec(
            prop_oneof![
                numbers(),
                proptest::sample::select(vec![
                    "about", "more", "than", "less", "a", "few", "dozens", "of", "an", "additional", "another", "to", "-",
                    "–", "−", "+", "$", "€", "%", "pp", "USD", "million", "m", "thousands", "between", "and", "from", "~",
                    ">", "=", ".", ",", "'", "ish", "twenty", "up", "no", "us", "dollars", "per", "cent", "c",
                ]).prop_map(str::to_owned),
            ],
            0..8,
        ),
        glue in proptest::collection::vec(any::<bool>(), 8),
    ) {
        let mut text = String::new();
        for (word, glued) in words.iter().zip(glue) {
            if !glued { text.push(' '); }
            text.push_str(word);
        }
        for question in [usd(), rate()] {
            match parse(&text, &question) {
                Ok(Value::Quantity(quantity)) => {
                    // Whatever is accepted says the same again in its canonical form.
                    let again = quantity_of(&render(&quantity), &Question { nonneg: question.nonneg, ..usd() });
                    prop_assert_eq!(line(&again), line(&quantity), "{} → {}", text, render(&quantity));
                }
                Ok(_) => {}
                Err(problem) => prop_assert!(problem.help.is_some(), "{}: {}", text, problem.message),
            }
        }
    }

    #[test]
    fn expressions_of_the_grammar_say_the_same_in_canonical_form(text in expressions()) {
        if let Ok(Value::Quantity(quantity)) = parse(&text, &usd()) {
            let again = quantity_of(&render(&quantity), &usd());
            prop_assert_eq!(line(&again), line(&quantity), "{}", render(&quantity));
            if let (Amount::Stated(a), Amount::Stated(b)) = (&quantity.amount, &again.amount)
                && a.last_place.scale() != 3
            {
                prop_assert_eq!(a.last_place, b.last_place, "{}", render(&quantity));
            }
        }
    }

    /// One character changed, dropped or added: what is still accepted must hold every digit that was written, and must
    /// not have words left over that are no part of the grammar.
    #[test]
    fn a_slip_of_the_pen_is_refused_or_changes_what_is_read(text in expressions(), at in 0usize..40, with in "[0-9a-z,.$% -]") {
        let characters: Vec<char> = text.chars().collect();
        let mut slipped = characters.clone();
        let at = at % (characters.len() + 1);
        if at < slipped.len() { slipped[at] = with.chars().next().unwrap(); } else { slipped.extend(with.chars()); }
        let slipped: String = slipped.into_iter().collect();
        if let Ok(Value::Quantity(quantity)) = parse(&slipped, &usd()) {
            if let Amount::Stated(figure) = &quantity.amount {
                let shown = digits(&figure.value.to_string());
                let written = digits(&slipped);
                prop_assert!(shown.trim_start_matches('0').starts_with(written.trim_start_matches('0').trim_end_matches('0')), "{}", slipped);
            }
            const KNOWN: &[&str] = &[
                "about", "more", "than", "nearly", "a", "total", "of", "up", "to", "another", "thousand", "bn", "k",
                "m", "mn", "less", "and", "few", "several", "dozens", "hundreds", "thousands", "million", "millions", "billion", "two", "seven", "twenty",
                "usd", "over", "ten", "tens", "eur", "scores", "pp", "some",
            ];
            for word in slipped.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
                let code = word.len() == 3 && word.chars().all(char::is_uppercase);
                prop_assert!(code || KNOWN.contains(&word.to_lowercase().as_str()), "{}: {}", slipped, word);
            }
        }
    }
}
