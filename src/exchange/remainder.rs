//! Reads the start of a text and says what remains.
//!
//! Owns where a text may be parted, and the words that make it doubtful: then nothing of it is taken.

use crate::domain::fold::fold;

/// Bytes of the longest start that is tried: no value is written longer.
const LONGEST: usize = 60;

/// Words that make what stands before them uncertain.
const DOUBTS: [&str; 32] = [
    "ou",
    "or",
    "pas",
    "sauf",
    "environ",
    "env",
    "peut",
    "maybe",
    "voire",
    "minimum",
    "mini",
    "min",
    "maximum",
    "maxi",
    "max",
    "plutot",
    "confirmer",
    "verifier",
    "preciser",
    "definir",
    "estime",
    "estimee",
    "ancien",
    "ancienne",
    "futur",
    "future",
    "avant",
    "devenu",
    "transforme",
    "bis",
    "moins",
    "plus",
];

/// The longest start that reads as a value followed by what surely adds to it, and that rest without the marks
/// between; nothing if the rest is doubtful.
pub(super) fn longest<T>(
    text: &str,
    read: impl Fn(&str) -> Option<T>,
    is_sure: impl Fn(&T, &str) -> bool,
) -> Option<(T, &str)> {
    let breaks = text.char_indices().take_while(|(at, _)| *at <= LONGEST).filter(|(_, c)| is_break(*c));
    let breaks: Vec<usize> = breaks.map(|(at, _)| at).collect();
    breaks.into_iter().rev().find_map(|at| {
        let (start, rest) = text.split_at(at);
        let value = read(start.trim_end())?;
        let is_taken = !bare(rest).is_empty() && !is_doubtful(rest) && is_sure(&value, rest);
        is_taken.then(|| (value, bare(rest)))
    })
}

/// Whether a text starts with one of these, each of whole words. All folded.
pub(super) fn starts_with_any(text: &str, starts: &[&str]) -> bool {
    let is_end = |rest: &str| rest.is_empty() || rest.starts_with([' ', ',', ')']);
    starts.iter().any(|start| text.strip_prefix(start).is_some_and(is_end))
}

fn is_doubtful(rest: &str) -> bool {
    rest.contains(['?', '~', '≈', '…', '!'])
        || fold(rest).split([' ', '/', ',', '(', ')', '.']).any(|word| DOUBTS.contains(&word))
}

fn is_break(c: char) -> bool {
    c.is_whitespace() || matches!(c, '(' | ',' | '+' | '/' | ';' | ':' | '-' | '–' | '—')
}

/// Without the marks between it and what stands before. A plus stays: it adds something.
pub(super) fn bare(rest: &str) -> &str {
    let rest = rest.trim_start_matches(|c: char| c != '(' && c != '+' && is_break(c)).trim_end();
    let within = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    within.filter(|within| !within.contains(['(', ')'])).unwrap_or(rest).trim()
}
