//! The passage of a text that is nearest to words which are not in it.
//!
//! For the message about a quote that was not found: it shows an editor what the article says instead. It never anchors
//! anything. Where the difference touches a figure or a negation nothing is shown at all, since taking the text's words
//! over without reading would change what is claimed (FORMAT.md, "Quotes" 3).

/// What the text has instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Nearest {
    /// The passage, with each difference as `[quote → text]`.
    Passage(String),
    /// There is one, but it differs in a figure or a negation.
    Withheld,
    /// Nothing in the text is like it.
    Nothing,
}

/// More work than this (words of the quote times words of the text) is not done for a message.
const MOST_WORK: usize = 20_000_000;

/// Finds the passage with the fewest words changed, left out or added. Both texts are in their normal form.
pub fn nearest(quote: &str, text: &str, sensitive: &dyn Fn(&str) -> bool) -> Nearest {
    let quote: Vec<&str> = quote.split(' ').collect();
    let text: Vec<&str> = text.split(' ').collect();
    if quote.len().saturating_mul(text.len()) > MOST_WORK {
        return Nearest::Nothing;
    }
    let Some(passage) = align(&quote, &text) else { return Nearest::Nothing };
    let changed = passage.iter().filter(|step| step.is_change()).count();
    let kept = passage.len() - changed;
    if changed * 2 > quote.len().max(2) || kept == 0 {
        return Nearest::Nothing;
    }
    if passage.iter().any(|step| step.is_change() && step.words().any(sensitive)) {
        return Nearest::Withheld;
    }
    Nearest::Passage(show(&passage))
}

/// One word of the alignment.
#[derive(Clone, Copy, Debug)]
enum Step<'a> {
    Same(&'a str),
    Changed(&'a str, &'a str),
    OnlyInQuote(&'a str),
    OnlyInText(&'a str),
}

impl<'a> Step<'a> {
    fn is_change(&self) -> bool {
        !matches!(self, Self::Same(_))
    }

    fn words(&self) -> impl Iterator<Item = &'a str> {
        let (one, other) = match *self {
            Self::Same(word) | Self::OnlyInQuote(word) | Self::OnlyInText(word) => (word, None),
            Self::Changed(one, other) => (one, Some(other)),
        };
        std::iter::once(one).chain(other)
    }
}

/// Aligns all of the quote with some of the text: edit distance over words, free before and after.
fn align<'a>(quote: &[&'a str], text: &[&'a str]) -> Option<Vec<Step<'a>>> {
    let width = text.len() + 1;
    let mut cost = vec![0u32; (quote.len() + 1) * width];
    for (row, word) in quote.iter().enumerate() {
        let row = row + 1;
        cost[row * width] = row as u32;
        for column in 1..width {
            let same = u32::from(*word != text[column - 1]);
            let change = cost[(row - 1) * width + column - 1] + same;
            let left_out = cost[(row - 1) * width + column] + 1;
            let added = cost[row * width + column - 1] + 1;
            cost[row * width + column] = change.min(left_out).min(added);
        }
    }
    let last = &cost[quote.len() * width..];
    let mut column = (0..width).min_by_key(|&column| last[column])?;
    // A last word that was changed costs no more than one that was left out, and says more.
    while column + 1 < width && last[column + 1] == last[column] {
        column += 1;
    }
    let mut row = quote.len();
    let mut steps = Vec::new();
    while row > 0 {
        let here = cost[row * width + column];
        if column > 0 {
            let (one, other) = (quote[row - 1], text[column - 1]);
            if here == cost[(row - 1) * width + column - 1] + u32::from(one != other) {
                steps.push(if one == other { Step::Same(one) } else { Step::Changed(one, other) });
                row -= 1;
                column -= 1;
                continue;
            }
            if here == cost[row * width + column - 1] + 1 {
                steps.push(Step::OnlyInText(other));
                column -= 1;
                continue;
            }
        }
        steps.push(Step::OnlyInQuote(quote[row - 1]));
        row -= 1;
    }
    steps.reverse();
    Some(steps)
}

/// This many words are shown on each side of a difference.
const WORDS_AROUND: usize = 4;

fn show(steps: &[Step<'_>]) -> String {
    let near_a_change = |at: usize| {
        let from = at.saturating_sub(WORDS_AROUND);
        steps[from..(at + WORDS_AROUND + 1).min(steps.len())].iter().any(Step::is_change)
    };
    let mut words: Vec<String> = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        words.push(match step {
            Step::Same(_) if !near_a_change(at) => {
                if words.last().is_none_or(|last| last != "…") {
                    words.push("…".to_string());
                }
                continue;
            }
            Step::Same(word) => (*word).to_string(),
            Step::Changed(one, other) => format!("[{one} → {other}]"),
            Step::OnlyInQuote(word) => format!("[{word} → nothing]"),
            Step::OnlyInText(word) => format!("[nothing → {word}]"),
        });
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "the Azerbaijani government has provided around $20 million in humanitarian aid to Ukraine since then";

    fn digits(word: &str) -> bool {
        word.contains(|c: char| c.is_ascii_digit())
    }

    #[test]
    fn shows_what_the_text_has_instead() {
        let found = nearest("government has given around $20 million in aid to Ukraine", TEXT, &digits);
        let expected =
            "government has [given → provided] around $20 million in [nothing → humanitarian] aid to Ukraine";
        assert_eq!(found, Nearest::Passage(expected.into()));
    }

    #[test]
    fn shows_only_what_is_near_a_difference() {
        let found = nearest(
            "the Azerbaijani government has given around $20 million in humanitarian aid to Ukraine",
            TEXT,
            &digits,
        );
        let expected = "the Azerbaijani government has [given → provided] around $20 million in …";
        assert_eq!(found, Nearest::Passage(expected.into()));
    }

    #[test]
    fn the_last_word_is_shown_beside_what_the_text_has_there() {
        let found = nearest("has provided around $20 million in humanitarian help", TEXT, &digits);
        assert_eq!(found, Nearest::Passage("… $20 million in humanitarian [help → aid]".into()));
        let found = nearest("the Azerbaijani government has paid", TEXT, &digits);
        assert_eq!(found, Nearest::Passage("the Azerbaijani government has [paid → provided]".into()));
    }

    #[test]
    fn suggests_nothing_where_a_figure_differs() {
        assert_eq!(nearest("has provided around $21 million in humanitarian aid", TEXT, &digits), Nearest::Withheld);
    }

    #[test]
    fn suggests_nothing_where_little_is_alike() {
        assert_eq!(nearest("a treaty was signed in Kyiv on Monday", TEXT, &digits), Nearest::Nothing);
        assert_eq!(nearest("x", "", &digits), Nearest::Nothing);
    }
}
