//! Texts that look like they name a person, an address or a home, or hold what nobody sees.
//!
//! Works on the machine, on the schema: every text of every table, whoever may see it, and codes
//! of cases and units where every audience sees the column. A message says what kind of thing it
//! looks like, never the text.

use super::{Findings, Severity};
use crate::domain::code::{has_case_code, has_unit_code};
use crate::domain::hidden::is_hidden;
use crate::domain::id::CellRef;
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::schema::{TableId, Visibility};
use crate::domain::value::Value;

pub(super) fn check(lens: &Lens, found: &mut Findings) {
    for id in TableId::ALL.iter().copied() {
        let table = lens.dataset.table(id);
        for column in id.columns().iter().filter(|column| !column.derived && column.kind.is_text()) {
            let is_for_everyone = [table.visibility(), column.visibility] == [Visibility::Everyone; 2];
            table.scan(&[column.key], &mut |row, column, value| {
                for key in looks_like(&value, is_for_everyone) {
                    let message = Message::new(key).term("column", id.column_word(column));
                    found.add(Severity::Warning, CellRef { table: id, row, column }, message);
                }
            });
        }
    }
}

/// What a value's texts look like they hold, as keys of findings; a code is out of place only
/// where everyone reads it.
fn looks_like(value: &Value, is_for_everyone: bool) -> Vec<&'static str> {
    let texts = match value {
        Value::Text(text) => std::slice::from_ref(text),
        Value::Texts(texts) => texts,
        _ => return Vec::new(),
    };
    let any = |holds: fn(&str) -> bool| texts.iter().any(|text| holds(text));
    let any_words = |holds: fn(&[&str]) -> bool| texts.iter().any(|text| holds(&words(text)));
    let tests: [(&str, bool); 7] = [
        ("finding-personal-email", any_words(|words| words.iter().any(|word| is_email(word)))),
        ("finding-personal-phone", any(has_phone)),
        ("finding-personal-address", any_words(has_address)),
        ("finding-personal-name", any_words(has_titled_name)),
        ("finding-case-code", is_for_everyone && any(has_case_code)),
        ("finding-unit-code", is_for_everyone && any(has_unit_code)),
        ("finding-hidden-characters", any(|text| text.chars().any(is_hidden))),
    ];
    tests.into_iter().filter(|(_, is_there)| *is_there).map(|(key, _)| key).collect()
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect()
}

/// A word without the punctuation around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '+')
}

fn is_email(word: &str) -> bool {
    word.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.split_once('.').is_some_and(|(host, end)| !host.is_empty() && !end.is_empty())
    })
}

/// Ten digits from 01 to 09, or nine after +33 or 0033, with single separators at most.
fn has_phone(text: &str) -> bool {
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

/// The digits that begin there and run on with at most one separator between two of them.
fn digits_from(letters: &[char]) -> String {
    let mut digits = String::new();
    let mut gap = 0;
    for letter in letters {
        match letter {
            '0'..='9' => gap = 0,
            '+' if digits.is_empty() => {}
            ' ' | '.' | '-' | '/' | '\u{a0}' | '\u{202f}' | '(' | ')' if gap == 0 && !digits.is_empty() => {
                gap = 1;
                continue;
            }
            _ => break,
        }
        digits.push(*letter);
    }
    digits
}

/// Kinds of streets; of those marked, everyday words too, so that a name must follow.
const STREETS: &[(&str, bool)] = &[
    ("rue", false),
    ("avenue", false),
    ("av", false),
    ("bd", false),
    ("boulevard", false),
    ("impasse", false),
    ("allée", false),
    ("chemin", false),
    ("square", false),
    ("quai", true),
    ("route", true),
    ("place", true),
    ("cours", true),
    ("passage", true),
];

/// Small words between a street's kind and its name.
const ARTICLES: &[&str] = &["de", "du", "des", "la", "le", "les", "l", "d"];

/// "12 rue …", "12 bis, place de la Mairie", "rue Victor-Hugo".
fn has_address(words: &[&str]) -> bool {
    words.iter().enumerate().any(|(place, word)| {
        let lower = word.to_lowercase();
        let Some((_, is_everyday)) = STREETS.iter().find(|(street, _)| *street == lower) else { return false };
        let is_numbered = is_numbered(words.get(..place).unwrap_or_default());
        let is_named = words.get(place + 1..).and_then(first_name).is_some_and(starts_upper);
        if *is_everyday { is_numbered && is_named } else { is_numbered || is_named }
    })
}

fn is_numbered(before: &[&str]) -> bool {
    let is_number = |word: &str| word.len() <= 6 && word.starts_with(|letter: char| letter.is_ascii_digit());
    match before {
        [.., number, "bis" | "ter" | "quater"] | [.., number] => is_number(number),
        [] => false,
    }
}

/// The first word that is no article, without an elided one ("d’Artois").
fn first_name<'a>(words: &[&'a str]) -> Option<&'a str> {
    let word = words.iter().find(|word| !ARTICLES.contains(&word.to_lowercase().as_str()))?;
    Some(word.split_once(['’', '\'']).filter(|(article, _)| ARTICLES.contains(article)).map_or(*word, |(_, name)| name))
}

/// Forms of address that a name follows.
const TITLES: &[&str] =
    &["mme", "mmes", "madame", "mlle", "mademoiselle", "m", "mr", "monsieur", "dr", "docteur", "maître"];

/// "Mme Dupont", "M. DUPONT".
fn has_titled_name(words: &[&str]) -> bool {
    words.windows(2).any(|pair| match pair {
        [title, name] => TITLES.contains(&title.to_lowercase().as_str()) && starts_upper(name),
        _ => false,
    })
}

fn starts_upper(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}
