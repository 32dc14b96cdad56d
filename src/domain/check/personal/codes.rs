//! Codes of cases and units, which are out of place where everyone reads.

use crate::domain::id::is_after_case_prefix;

/// A case's code: "R-7KQ4M", whatever its capitals and its dash.
pub(super) fn has_case_code(text: &str) -> bool {
    dashed(text)
        .iter()
        .any(|parts| parts.windows(2).any(|pair| matches!(pair, ["R" | "r", code] if is_after_case_prefix(code))))
}

/// A unit's code: "L-0147", but no article of a law ("L-1110-5").
pub(super) fn has_unit_code(text: &str) -> bool {
    let is_number = |part: &str| part.len() >= 4 && part.bytes().all(|letter| letter.is_ascii_digit());
    dashed(text).iter().any(|parts| {
        (0..parts.len()).any(|place| match parts.get(place..).unwrap_or_default() {
            ["L" | "l", _, next, ..] if next.starts_with(|letter: char| letter.is_ascii_digit()) => false,
            ["L" | "l", number, ..] => is_number(number),
            _ => false,
        })
    })
}

/// Letters and digits that dashes join, each in its parts.
fn dashed(text: &str) -> Vec<Vec<&str>> {
    let is_dash = |letter: char| matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    let joined = text.split(|letter: char| !letter.is_alphanumeric() && !is_dash(letter));
    joined.map(|word| word.split(is_dash).collect()).collect()
}
