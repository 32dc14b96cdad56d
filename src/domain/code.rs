//! Record codes: how they are generated, and how they are recognised in a text.
//!
//! Randomness is an argument.

/// How a table's codes are generated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// Sequential, as for units.
    Numbered,
    Random,
}

/// Letters and digits that are not confused when read out over the phone.
const ALPHABET: &[u8; 30] = b"ABCDEFGHJKMNPQRSTVWXYZ23456789";

/// A unit's code (`L-0147`).
pub fn unit_code(number: u32) -> String {
    format!("L-{number:04}")
}

/// The number of a unit's code.
pub fn unit_number(code: &str) -> Option<u32> {
    code.strip_prefix("L-")?.parse().ok()
}

/// A case's code (`R-7KQ4M`): random, so that it reveals nothing about the woman, her place in the list
/// or her dates.
pub fn case_code(mut random: u64) -> String {
    let mut code = String::from("R-");
    for _ in 0..5 {
        let letters = ALPHABET.len() as u64;
        code.push(ALPHABET[(random % letters) as usize] as char);
        random /= letters;
    }
    code
}

/// Finds a case's code ("R-7KQ4M"), whatever its case and dash.
pub(super) fn has_case_code(text: &str) -> bool {
    dashed(text)
        .iter()
        .any(|parts| parts.windows(2).any(|pair| matches!(pair, ["R" | "r", code] if is_after_prefix(code))))
}

/// Finds a unit's code ("L-0147"), but not an article of law ("L-1110-5").
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

/// Runs of letters and digits joined by dashes, each split into its parts.
fn dashed(text: &str) -> Vec<Vec<&str>> {
    let is_dash = |letter: char| matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    let joined = text.split(|letter: char| !letter.is_alphanumeric() && !is_dash(letter));
    joined.map(|word| word.split(is_dash).collect()).collect()
}

/// Whether the part after `R-` has the shape of a case's code, ignoring case.
fn is_after_prefix(text: &str) -> bool {
    text.len() == 5 && text.bytes().all(|letter| ALPHABET.contains(&letter.to_ascii_uppercase()))
}
