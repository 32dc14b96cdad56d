//! Texts that a spreadsheet would run: made harmless where they leave the app, and what they were where they come
//! back. One rule for the clipboard and for CSV.
//!
//! An apostrophe before the text marks it as text. Where a text begins with apostrophes of its own, it gets one
//! more, so that exactly what was copied is pasted.

use std::borrow::Cow;

use crate::domain::hidden::is_hidden;

/// The text as a spreadsheet may read it.
pub fn harmless(text: &str) -> Cow<'_, str> {
    if is_run(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text that was made harmless, or any other as it is.
pub fn original(text: &str) -> &str {
    text.strip_prefix('\'').filter(|_| is_run(text)).unwrap_or(text)
}

/// Each part of a text of which a spreadsheet makes a cell.
pub fn harmless_parts(text: &str) -> String {
    parts(text).flat_map(|(part, end)| [harmless(part), end.into()]).collect()
}

/// What [`harmless_parts`] was given, or any other text as it is.
pub fn original_parts(text: &str) -> String {
    parts(text).flat_map(|(part, end)| [original(part), end]).collect()
}

/// Lines and what is between tabs, each with its end.
fn parts(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let ends = ['\n', '\t'];
    text.split_inclusive(ends).map(move |part| part.split_at(part.trim_end_matches(ends).len()))
}

/// Whether a spreadsheet would run the text, apostrophes and invisible characters before it aside. A number, or
/// a phone number that begins with a plus, is none.
fn is_run(text: &str) -> bool {
    let text = text.trim_start_matches(|letter| letter == '\'' || is_hidden(letter));
    let Some(after) = text.strip_prefix(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) else {
        return false;
    };
    let is_number = text.starts_with(['+', '-'])
        && after.contains(|letter: char| letter.is_ascii_digit())
        && after
            .chars()
            .all(|letter| letter.is_ascii_digit() || matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '.' | ','));
    !is_number
}
