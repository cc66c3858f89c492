//! Which Ukrainian words are forms of one word, by their endings: no stemmer that others keep knows Ukrainian.
//!
//! A light one: it takes off the longest ending that leaves a stem, then evens out what changes inside a stem when an
//! ending is there or not (рік, року; українець, українця; рука, руці). Two words that it takes for one by mistake cost
//! a reader a result too many; a form that it misses is still found by its beginning.

/// Endings of nouns, adjectives and verbs. Each leaves at least three letters.
const ENDINGS: &[&str] = &[
    "уватимуть",
    "уватиме",
    "ювати",
    "увати",
    "ували",
    "ювали",
    "увала",
    "ювала",
    "увало",
    "ювало",
    "ують",
    "юють",
    "ював",
    "ував",
    "ість",
    "істю",
    "ості",
    "остей",
    "остям",
    "остями",
    "остях",
    "ового",
    "овому",
    "овими",
    "ових",
    "овим",
    "овий",
    "овою",
    "ової",
    "ього",
    "ьому",
    "ьою",
    "ьої",
    "ими",
    "іми",
    "ого",
    "ому",
    "ами",
    "ями",
    "ові",
    "еві",
    "єві",
    "ева",
    "єва",
    "ова",
    "ову",
    "єву",
    "еву",
    "ати",
    "яти",
    "ити",
    "іти",
    "їти",
    "ути",
    "ала",
    "яла",
    "ила",
    "іла",
    "їла",
    "ула",
    "али",
    "яли",
    "или",
    "іли",
    "їли",
    "ули",
    "ало",
    "яло",
    "ило",
    "іло",
    "їло",
    "уло",
    "ають",
    "яють",
    "іють",
    "ать",
    "ять",
    "ить",
    "їть",
    "уть",
    "ють",
    "ємо",
    "емо",
    "имо",
    "аємо",
    "аєте",
    "ає",
    "яє",
    "іє",
    "ий",
    "ій",
    "їй",
    "их",
    "іх",
    "їх",
    "им",
    "ім",
    "їм",
    "ої",
    "ою",
    "ею",
    "єю",
    "ом",
    "ем",
    "єм",
    "ам",
    "ям",
    "ах",
    "ях",
    "ів",
    "їв",
    "ев",
    "єв",
    "ей",
    "ав",
    "яв",
    "ив",
    "ув",
    "ти",
    "ла",
    "ло",
    "ли",
    "ть",
    "ся",
    "ією",
    "іями",
    "іях",
    "іям",
    "ію",
    "ії",
    "ія",
    "а",
    "е",
    "є",
    "и",
    "і",
    "ї",
    "о",
    "у",
    "ю",
    "я",
    "ь",
    "й",
    "в",
];

/// Endings of names such as Київ and Львів, whose stem may be as short as two letters.
const OF_NAMES: &[&str] = &["івом", "євом", "овом", "ову", "єву", "ові", "єві", "ова", "єва", "ів", "їв"];

/// Endings with a vowel that goes when another ending comes: українець, вересень, будинок.
const FLEETING: &[(&str, &str)] = &[("ець", "ц"), ("єць", "йц"), ("ень", "н"), ("ок", "к")];

/// The stem of a word in lower case, without apostrophes.
pub(super) fn stem(word: &str) -> String {
    let letters = word.chars().count();
    let word = match word.strip_suffix("ся").or_else(|| word.strip_suffix("сь")) {
        Some(active) if letters > 5 => active,
        _ => word,
    };
    match FLEETING.iter().find_map(|(whole, kept)| Some((leaves(word, whole, 3)?, kept))) {
        Some((stem, kept)) => even(&format!("{stem}{kept}")),
        None => even(without(word, OF_NAMES, 2).or_else(|| longest(word)).unwrap_or(word)),
    }
}

fn longest(word: &str) -> Option<&str> {
    let shorter = ENDINGS.iter().filter_map(|ending| leaves(word, ending, 3));
    shorter.min_by_key(|stem| stem.len())
}

fn without<'w>(word: &'w str, endings: &[&str], least: usize) -> Option<&'w str> {
    endings.iter().find_map(|ending| leaves(word, ending, least))
}

fn leaves<'w>(word: &'w str, ending: &str, least: usize) -> Option<&'w str> {
    word.strip_suffix(ending).filter(|stem| stem.chars().count() >= least)
}

/// The stem with the sounds that change put into one of their shapes.
fn even(stem: &str) -> String {
    let mut letters: Vec<char> = stem.chars().collect();
    letters.retain(|c| *c != 'ь');
    match letters.last_mut() {
        Some(last @ 'ц') => *last = 'к',
        Some(last @ 'з') => *last = 'г',
        _ => {}
    }
    if let Some(vowel) = letters.iter_mut().rev().find(|c| is_vowel(**c)) {
        match *vowel {
            'і' | 'ї' | 'е' | 'є' => *vowel = 'о',
            _ => {}
        }
    }
    letters.into_iter().collect()
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'а' | 'е' | 'є' | 'и' | 'і' | 'ї' | 'о' | 'у' | 'ю' | 'я')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_have_one_stem() {
        for words in [
            &["землетрус", "землетрусу", "землетруси", "землетрусом", "землетрусів"][..],
            &["повінь", "повені", "повеней", "повенями"],
            &["рік", "року", "роки", "роком"],
            &["Київ", "Києва", "Києву", "Києві"],
            &["Харків", "Харкова", "Харкові"],
            &["Львів", "Львова"],
            &["українець", "українця", "українці", "українців"],
            &["українська", "українського", "українському", "українською"],
            &["рука", "руки", "руці", "рукою"],
            &["допомога", "допомоги", "допомогу", "допомозі"],
            &["будинок", "будинку", "будинки", "будинків"],
            &["вересень", "вересня", "вересні"],
            &["загинув", "загинула", "загинули", "загинути", "загинуть"],
            &["мільйон", "мільйони", "мільйонів", "мільйона"],
            &["Зеленський", "Зеленського", "Зеленському", "Зеленським"],
            &["Росія", "Росії", "Росію", "Росією"],
            &["повернувся", "повернулися", "повернутися"],
        ] {
            let stems: Vec<String> = words.iter().map(|word| stem(&word.to_lowercase())).collect();
            assert!(stems.iter().all(|one| *one == stems[0]), "{words:?} gave {stems:?}");
        }
    }

    #[test]
    fn other_words_have_others() {
        for (one, other) in
            [("війна", "війська"), ("вода", "влада"), ("збитки", "збут"), ("тон", "том"), ("дім", "дим")]
        {
            assert_ne!(stem(one), stem(other), "{one}, {other}");
        }
    }
}
