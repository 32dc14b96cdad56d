//! Codes that people read: how they are made, and whether a text holds one.
//!
//! Randomness is handed in.

/// How the app makes the codes of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// In order, as for units.
    Numbered,
    /// At random, as for cases.
    Random,
}

/// Letters and digits that are not mistaken for one another when read out in a call.
const ALPHABET: &[u8; 30] = b"ABCDEFGHJKMNPQRSTVWXYZ23456789";

/// A unit's code (`L-0147`).
pub fn unit_code(number: u32) -> String {
    format!("L-{number:04}")
}

/// The number of a unit's code.
pub fn unit_number(code: &str) -> Option<u32> {
    code.strip_prefix("L-")?.parse().ok()
}

/// A case's code (`R-7KQ4M`): random, so that it reveals nothing about the woman, her order or her date.
pub fn case_code(mut random: u64) -> String {
    let mut code = String::from("R-");
    for _ in 0..5 {
        let letters = ALPHABET.len() as u64;
        code.push(ALPHABET[(random % letters) as usize] as char);
        random /= letters;
    }
    code
}

/// A case's code: "R-7KQ4M", whatever its capitals and its dash.
pub(super) fn has_case_code(text: &str) -> bool {
    dashed(text)
        .iter()
        .any(|parts| parts.windows(2).any(|pair| matches!(pair, ["R" | "r", code] if is_after_prefix(code))))
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

/// Whether what follows `R-` is shaped as in a case's code, capitals or not.
fn is_after_prefix(text: &str) -> bool {
    text.len() == 5 && text.bytes().all(|letter| ALPHABET.contains(&letter.to_ascii_uppercase()))
}
