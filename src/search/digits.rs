//! Numbers as few characters of plain text: five bits in each, the sixth says that more follow.
//!
//! The characters are `0` to `o` in the order of ASCII, none of which needs escaping in a line of text.

/// The first of the characters.
const FIRST: u8 = b'0';

/// Writes a number, its highest digit first.
pub(super) fn push(text: &mut String, number: u32) {
    let digits = (32 - number.leading_zeros()).div_ceil(5).max(1);
    for place in (0..digits).rev() {
        let more = if place > 0 { 32 } else { 0 };
        let digit = (number >> (5 * place)) as u8 & 31 | more;
        text.push(char::from(FIRST + digit));
    }
}

/// Writes a number that may be negative.
pub(super) fn push_signed(text: &mut String, number: i32) {
    push(text, ((number << 1) ^ (number >> 31)) as u32);
}

/// Reads them back: what `search.js` does.
#[cfg(test)]
pub(super) fn read(text: &str) -> Vec<u32> {
    let mut numbers = Vec::new();
    let mut number = 0;
    for byte in text.bytes() {
        let digit = u32::from(byte - FIRST);
        number = number << 5 | digit & 31;
        if digit < 32 {
            numbers.push(std::mem::take(&mut number));
        }
    }
    numbers
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn small_numbers_are_one_character() {
        let written = |number| {
            let mut text = String::new();
            push(&mut text, number);
            text
        };
        assert_eq!([0, 31, 32, 1023, 1024].map(written), ["0", "O", "Q0", "oO", "QP0"]);
    }

    proptest! {
        #[test]
        fn numbers_read_back(numbers in proptest::collection::vec(any::<u32>(), 0..20)) {
            let mut text = String::new();
            numbers.iter().for_each(|number| push(&mut text, *number));
            prop_assert_eq!(read(&text), numbers);
        }

        #[test]
        fn signed_numbers_read_back(number in any::<i32>()) {
            let mut text = String::new();
            push_signed(&mut text, number);
            let read = read(&text)[0];
            prop_assert_eq!((read >> 1) as i32 ^ -((read & 1) as i32), number);
        }
    }
}
