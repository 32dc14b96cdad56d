//! Typed choices, one or several, and yes or no.
//!
//! Owns the alternative names of a choice (`F3` for `T3`). The list itself belongs to the column.

use crate::domain::fold::{MatchRank, fold, rank};
use crate::domain::unit::Dwelling;
use crate::domain::value::{ChoiceKey, ChoiceSet, Value};
use crate::words::{Words, choice_key};

use super::parsed::{Entry, EntryError, Suggestion, last_part, of_offers};

/// Separators in a list of choices.
const SEPARATORS: [char; 5] = [',', ';', '/', '+', '\n'];

/// Parses one choice: by its word, key or alternative name, or by an unambiguous prefix.
pub(super) fn one(text: &str, set: ChoiceSet, words: &Words) -> Entry {
    if let Some(key) = named(text, set, words) {
        return Entry::Value(Value::Choice(key.into()));
    }
    of_offers(suggest_one(text, set, words), true, not_a_choice(set, words))
}

/// Parses several choices: with or without separators, or as a range (`T2-T4`).
pub(super) fn several(text: &str, set: ChoiceSet, words: &Words) -> Entry {
    match keys(text, set, words) {
        Some(keys) => Entry::Value(list(&keys)),
        None => Entry::Error(not_a_choice(set, words)),
    }
}

/// Choices that match a partial text, in list order.
pub(super) fn suggest_one(text: &str, set: ChoiceSet, words: &Words) -> Vec<Suggestion> {
    offers(text, set, words).map(|key| offer(Value::Choice(key.into()), key, set, words)).collect()
}

/// Completions for the next item of a list.
pub(super) fn suggest_next(text: &str, set: ChoiceSet, words: &Words) -> Vec<Suggestion> {
    let (settled, typed) = last_part(text, &SEPARATORS);
    let settled = keys(settled, set, words).unwrap_or_default();
    offers(typed, set, words)
        .filter(|key| !settled.contains(key))
        .map(|key| {
            let with: Vec<_> = settled.iter().copied().chain([key]).collect();
            offer(list(&with), key, set, words)
        })
        .collect()
}

/// Parses yes or no.
pub(super) fn flag(text: &str, words: &Words) -> Result<Value, EntryError> {
    let folded = fold(text);
    let is = |key: &str| folded == fold(words.text(key));
    match folded.as_str() {
        "oui" | "o" | "x" | "vrai" | "yes" | "y" | "true" | "1" | "✓" => Ok(Value::Flag(true)),
        "non" | "n" | "faux" | "no" | "false" | "0" | "✗" => Ok(Value::Flag(false)),
        _ if is("yes") => Ok(Value::Flag(true)),
        _ if is("no") => Ok(Value::Flag(false)),
        _ => Err(EntryError::NotAFlag),
    }
}

/// Yes and no, if they start with the text.
pub(super) fn flags(text: &str, words: &Words) -> Vec<Suggestion> {
    let typed = fold(text);
    [(true, "yes"), (false, "no")]
        .into_iter()
        .map(|(flag, key)| Suggestion::new(Value::Flag(flag), words.text(key).to_owned()))
        .filter(|offer| fold(&offer.label).starts_with(&typed))
        .collect()
}

fn offers<'a>(text: &str, set: ChoiceSet, words: &'a Words) -> impl Iterator<Item = &'static str> + 'a {
    let typed = fold(text);
    let exact = named(text, set, words);
    set.keys.iter().copied().filter(move |key| {
        exact == Some(*key) || rank(&word(set, key, words), &typed).is_some_and(|rank| rank <= MatchRank::Words)
    })
}

fn offer(value: Value, key: &'static str, set: ChoiceSet, words: &Words) -> Suggestion {
    Suggestion::new(value, words.text(&choice_key(set.name, key)).to_owned())
}

fn word(set: ChoiceSet, key: &str, words: &Words) -> String {
    fold(words.text(&choice_key(set.name, key)))
}

/// The choice with exactly that name.
fn named(text: &str, set: ChoiceSet, words: &Words) -> Option<&'static str> {
    let typed = fold(text);
    let called = |key: &&&'static str| typed == word(set, key, words) || typed == fold(key);
    set.keys.iter().find(called).copied().or_else(|| if set == Dwelling::SET { dwelling(&typed) } else { None })
}

/// Alternative names of a dwelling type: F3, 3, T 3, 3 pièces; seven rooms count as six and more.
fn dwelling(folded: &str) -> Option<&'static str> {
    let bare: String = folded.chars().filter(|c| *c != ' ').collect();
    let bare = bare.strip_suffix("pieces").or_else(|| bare.strip_suffix("piece")).unwrap_or(&bare);
    if bare == "studio" {
        return Some(Dwelling::T1.key());
    }
    let rooms = bare.strip_prefix(['t', 'f']).unwrap_or(bare);
    let dwelling = match rooms {
        "1bis" | "1b" => Dwelling::T1bis,
        _ => match rooms.trim_end_matches('+').parse::<u8>().ok()? {
            1 => Dwelling::T1,
            2 => Dwelling::T2,
            3 => Dwelling::T3,
            4 => Dwelling::T4,
            5 => Dwelling::T5,
            6..=9 => Dwelling::T6plus,
            // None, or a surface one column off.
            _ => return None,
        },
    };
    Some(dwelling.key())
}

fn list(keys: &[&'static str]) -> Value {
    if keys.is_empty() { Value::Empty } else { Value::Choices(keys.iter().map(|key| ChoiceKey::from(*key)).collect()) }
}

/// The choices in a list, without duplicates, in the order typed; `None` if any part is invalid.
fn keys(text: &str, set: ChoiceSet, words: &Words) -> Option<Vec<&'static str>> {
    let mut keys = Vec::new();
    for part in text.split(SEPARATORS).map(str::trim).filter(|part| !part.is_empty()) {
        let found = match named(part, set, words) {
            Some(key) => vec![key],
            None => range(part, set, words).or_else(|| run(part, set, words))?,
        };
        for key in found {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
    }
    Some(keys)
}

/// A range of choices, in list order.
fn range(part: &str, set: ChoiceSet, words: &Words) -> Option<Vec<&'static str>> {
    let (from, to) =
        part.split_once(['-', '–']).or_else(|| part.split_once(" à ")).or_else(|| part.split_once(" to "))?;
    let place = |text| named(text, set, words).and_then(|key| set.keys.iter().position(|known| *known == key));
    set.keys.get(place(from)?..=place(to)?).map(<[_]>::to_vec)
}

/// Choices without separators, matched longest first (`T1 bis` before `T1`).
fn run(part: &str, set: ChoiceSet, words: &Words) -> Option<Vec<&'static str>> {
    let parts: Vec<&str> =
        part.split_whitespace().filter(|word| !matches!(*word, "et" | "ou" | "and" | "or")).collect();
    let mut keys = Vec::new();
    let mut from = 0;
    while from < parts.len() {
        let (to, key) =
            (from + 1..=parts.len()).rev().find_map(|to| Some((to, named(&parts[from..to].join(" "), set, words)?)))?;
        keys.push(key);
        from = to;
    }
    Some(keys)
}

fn not_a_choice(set: ChoiceSet, words: &Words) -> EntryError {
    const SHOWN: usize = 8;
    let mut choices: Vec<&str> = Vec::new();
    let keys: Vec<String> = set.keys.iter().take(SHOWN).map(|key| choice_key(set.name, key)).collect();
    choices.extend(keys.iter().map(|key| words.text(key)));
    if set.keys.len() > SHOWN {
        choices.push("…");
    }
    EntryError::NotAChoice { choices: choices.join(", ") }
}
