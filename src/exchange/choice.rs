//! Typed choices, one or several, and yes or no.
//!
//! Owns how a text is compared with a choice and its alternative names (`F3` for `T3`), which are in `vocabulary`.
//! The list itself belongs to the column.

use crate::domain::fold::{MatchRank, fold, rank};
use crate::domain::unit::Dwelling;
use crate::domain::value::{ChoiceKey, ChoiceSet, Value};
use crate::words::{Words, choice_key};

use super::parsed::{Entry, EntryError, Suggestion, last_part, of_offers};
use super::remainder::{bare, longest, starts_with_any};
use super::vocabulary;

/// Separators in a list of choices.
pub(super) const SEPARATORS: [char; 5] = [',', ';', '/', '+', '\n'];

/// Parses one choice: by its word, key or alternative name, with what adds to it, or by an unambiguous prefix.
/// Several choices are asked about.
pub(super) fn one(text: &str, set: ChoiceSet, words: &Words) -> Entry {
    if let Some(key) = named(text, set, words) {
        return Entry::Value(Value::Choice(key.into()));
    }
    if let Some(several) = keys(text, set, words).filter(|keys| keys.len() > 1) {
        let offers = several.into_iter().map(|key| offer(Value::Choice(key.into()), key, set, words));
        return Entry::Ask(offers.collect());
    }
    if let Some((key, rest)) = in_part(text, set, words) {
        return Entry::Part(Value::Choice(key.into()), rest.to_owned());
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
    let folded = fold(text.trim_end_matches(['.', '!', ' ']));
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
    let heading = vocabulary::heading(set, key).map(|heading| words.text(heading).to_owned()).unwrap_or_default();
    Suggestion { heading, ..Suggestion::new(value, words.text(&choice_key(set.name, key)).to_owned()) }
}

fn word(set: ChoiceSet, key: &str, words: &Words) -> String {
    fold(words.text(&choice_key(set.name, key)))
}

/// The choice with exactly that name.
pub(super) fn named(text: &str, set: ChoiceSet, words: &Words) -> Option<&'static str> {
    let typed = fold(text);
    let own = |typed: &str| {
        let is_called = |key: &&&'static str| typed == word(set, key, words) || typed == fold(key);
        set.keys.iter().find(is_called).copied()
    };
    own(&typed).or_else(|| {
        let vocabulary = vocabulary::of(set)?;
        let plain = typed.replace(['.', ':', '='], " ");
        let mut plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        loop {
            let other = vocabulary.names.iter().find(|(_, names)| names.contains(&plain.as_str())).map(|(key, _)| *key);
            let is_dwelling = set == Dwelling::SET;
            let found = own(&plain).or(other).or_else(|| if is_dwelling { dwelling(&plain) } else { None });
            if found.is_some() {
                return found;
            }
            let label = vocabulary.labels.iter().find(|label| starts_with_any(&plain, &[**label]))?;
            plain = plain[label.len()..].trim_start().to_owned();
        }
    })
}

/// The choice that a text names along with what adds to it, and that.
fn in_part<'a>(text: &'a str, set: ChoiceSet, words: &Words) -> Option<(&'static str, &'a str)> {
    let vocabulary = vocabulary::of(set)?;
    if let Some((first, others)) = text.trim_start().split_once(' ')
        && vocabulary.before.contains(&fold(first).as_str())
        && let Some(key) = named(others, set, words)
    {
        return Some((key, first));
    }
    longest(
        text,
        |start| named(start, set, words),
        |key, rest| {
            let folded = fold(bare(rest));
            let folded = folded.trim_start_matches('(');
            let is_number = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
            let unit = folded.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | ',' | '.'));
            let is_whole = |rest: &str| !rest.starts_with(char::is_alphanumeric);
            let mut measures = vocabulary.measures.iter();
            let is_measure = is_number(folded) && measures.any(|known| unit.strip_prefix(known).is_some_and(is_whole));
            let names_another = folded
                .split([' ', ',', '/', '+', '(', ')'])
                .filter(|word| word.len() > 1 && !is_number(word))
                .any(|word| named(word, set, words).is_some_and(|other| other != *key));
            (is_measure || starts_with_any(folded, vocabulary.after)) && !names_another
        },
    )
}

/// Alternative names of a dwelling type: F3, 3, T 3, T III, 3 pièces; seven rooms count as six and more.
fn dwelling(plain: &str) -> Option<&'static str> {
    const ROMAN: [(&str, &str); 6] = [("vi", "6"), ("iv", "4"), ("v", "5"), ("iii", "3"), ("ii", "2"), ("i", "1")];
    let bare: String = plain.chars().filter(|c| *c != ' ').collect();
    if matches!(bare.as_str(), "studio" | "studios") {
        return Some(Dwelling::T1.key());
    }
    let rooms = if let Some(rooms) = bare.strip_prefix("type").or_else(|| bare.strip_prefix(['t', 'f', 'p'])) {
        // Roman numbers need the letter before them: a "V" alone may be anything.
        let roman = ROMAN.iter().find_map(|(roman, digit)| Some(format!("{digit}{}", rooms.strip_prefix(roman)?)));
        roman.unwrap_or_else(|| rooms.to_owned())
    } else {
        let units = ["piecesprincipales", "pieces", "piece", "pces", "pcs", "p"];
        units.iter().find_map(|unit| bare.strip_suffix(unit)).unwrap_or(&bare).to_owned()
    };
    let dwelling = match rooms.as_str() {
        "1bis" | "1b" => Dwelling::T1bis,
        "6+" | "6etplus" | "6et+" | "6ouplus" => Dwelling::T6plus,
        _ => match rooms.parse::<u8>().ok()? {
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
