//! Phone numbers, application and social security numbers, and dates of birth.

use super::text::Word;

/// Ten digits starting with 01 to 09, or nine after +33 or 0033, with optional separators.
pub(super) fn has_phone(text: &str) -> bool {
    if !has_number(text) {
        return false;
    }
    let letters: Vec<char> = text.chars().collect();
    let starts = |place: &usize| {
        let before = place.checked_sub(1).and_then(|before| letters.get(before));
        before.is_none_or(|letter| !letter.is_ascii_digit())
    };
    (0..letters.len()).filter(starts).any(|place| {
        let digits = digits_from(letters.get(place..).unwrap_or_default());
        let is_rest = |rest: &str| {
            let rest = rest.strip_prefix('0').unwrap_or(rest);
            rest.len() == 9 && !rest.starts_with('0')
        };
        match digits.strip_prefix("+33").or_else(|| digits.strip_prefix("0033")) {
            Some(rest) => is_rest(rest),
            None => digits.len() == 10 && digits.starts_with('0') && is_rest(&digits),
        }
    })
}

/// Whether a text has as many digits as the shortest number searched for. Few do.
fn has_number(text: &str) -> bool {
    text.bytes().filter(u8::is_ascii_digit).nth(FEWEST_DIGITS - 1).is_some()
}

/// Of a phone number without its first zero.
const FEWEST_DIGITS: usize = 9;

/// Maximum number of separators between two digits: users type double spaces.
const GAP: usize = 3;

/// The digits from the start on, with at most [`GAP`] separators between two of them.
fn digits_from(letters: &[char]) -> String {
    let mut digits = String::new();
    let mut gap = 0;
    for letter in letters {
        match letter {
            '0'..='9' => gap = 0,
            '+' if digits.is_empty() => {}
            ' ' | '.' | '-' | '/' | '\u{a0}' | '\u{202f}' | '(' | ')' if gap < GAP && !digits.is_empty() => {
                gap += 1;
                continue;
            }
            _ => break,
        }
        digits.push(*letter);
    }
    digits
}

/// A housing application number (18 digits) or a social security number (13, or 15 with its key).
pub(super) fn has_registered_number(text: &str) -> bool {
    if !has_number(text) {
        return false;
    }
    let letters: Vec<char> = text.chars().collect();
    (0..letters.len()).any(|place| {
        let is_start = !place.checked_sub(1).and_then(|before| letters.get(before)).is_some_and(char::is_ascii_digit);
        let digits = digits_from(letters.get(place..).unwrap_or_default());
        let month = digits.get(3..5).and_then(|month| month.parse::<u32>().ok());
        let is_social = digits.starts_with(['1', '2']) && month.is_some_and(|month| (1..=12).contains(&month));
        is_start && (digits.len() == 18 || matches!(digits.len(), 13 | 15) && is_social)
    })
}

/// "née le 12/03/1990", "né en 1990", "date de naissance : 12/03/1990".
pub(super) fn has_birth(words: &[Word]) -> bool {
    words.iter().enumerate().any(|(place, word)| {
        let mut next = words.iter().skip(place + 1).map(|word| word.lower.as_str());
        match word.lower.as_str() {
            "né" | "née" | "nés" | "nées" | "nee" => {
                next.next().is_some_and(|word| matches!(word, "le" | "en"))
                    && next.next().is_some_and(begins_with_digit)
            }
            "naissance" | "ddn" => next.next().is_some_and(begins_with_digit),
            _ => false,
        }
    })
}

fn begins_with_digit(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_ascii_digit())
}
