//! Typed numbers and amounts, with the spaces, points and commas of users and spreadsheets.
//!
//! Owns the meaning of a separator. One that may be for thousands or decimals is never guessed.

use crate::domain::schema::NumberUnit;
use crate::domain::value::{Money, Value};
use crate::words::Lang;

use super::parsed::EntryError;

/// Parses a whole number, optionally followed by the column's unit.
pub(super) fn integer(text: &str, measure: NumberUnit, lang: Lang) -> Result<Value, EntryError> {
    let units: &[&str] = match measure {
        NumberUnit::Floor => &[],
        // A rank: "1er", "2e".
        NumberUnit::Plain => &["ère", "ere", "er", "ème", "eme", "e", "st", "nd", "rd", "th"],
        NumberUnit::SquareMetres => &[
            "m² habitables",
            "m2 habitables",
            "m² habitable",
            "m2 habitable",
            "m² hab.",
            "m2 hab.",
            "m² hab",
            "m2 hab",
            "m² shab",
            "m2 shab",
            "m²",
            "m2",
            "mètres carrés",
            "metres carres",
            "m carrés",
            "m carres",
            "sqm",
        ],
        NumberUnit::Children => &["enfants", "enfant", "enf.", "enf", "children", "child"],
        NumberUnit::Adults => &["adultes", "adulte", "ad.", "adults", "adult"],
        NumberUnit::People => &["personnes", "personne", "pers.", "pers", "people", "person"],
        NumberUnit::Days => &["jours calendaires", "jours", "jour", "jrs.", "jrs", "jr", "days", "day", "j.", "j", "d"],
    };
    let none: &[&str] = match measure {
        NumberUnit::Children => {
            &["aucun", "aucun enfant", "sans enfant", "sans", "pas d'enfant", "none", "no children"]
        }
        _ => &[],
    };
    if none.contains(&text.to_lowercase().replace('’', "'").as_str()) {
        return Ok(Value::Integer(0));
    }
    let text = without_unit(text, units);
    // In English, a comma separates thousands, as decimals have a point.
    let text = if lang == Lang::En && !text.contains('.') { text.replace(',', " ") } else { text };
    let number = read(&text)?;
    if !number.decimals.is_empty() {
        return Err(EntryError::NotWhole);
    }
    u32::try_from(number.whole).map(|n| Value::Integer(n.into())).map_err(|_| EntryError::TooLarge)
}

/// Parses an amount in euros into cents.
pub(super) fn money(text: &str) -> Result<Value, EntryError> {
    let number = read(&without_unit(text, &["€", "euros", "euro", "eur"]))?;
    let cents = match number.decimals.as_slice() {
        [] => 0,
        [tenths] => u64::from(*tenths) * 10,
        [tenths, cents] => u64::from(*tenths) * 10 + u64::from(*cents),
        _ => return Err(EntryError::TooPrecise),
    };
    let total = number.whole.checked_mul(100).and_then(|whole| whole.checked_add(cents));
    total
        .and_then(|cents| i64::try_from(cents).ok())
        .map(|cents| Value::Money(Money(cents)))
        .ok_or(EntryError::TooLarge)
}

struct Number {
    whole: u64,
    /// Decimals without trailing zeros.
    decimals: Vec<u8>,
}

fn without_unit(text: &str, units: &[&str]) -> String {
    let small = text.to_lowercase();
    let bare = units.iter().find_map(|unit| small.strip_suffix(unit)).unwrap_or(&small);
    bare.trim().chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect()
}

fn read(text: &str) -> Result<Number, EntryError> {
    if !text.chars().any(|c| c.is_ascii_digit()) {
        return Err(EntryError::NotANumber);
    }
    if let Some(rest) = text.strip_prefix(['-', '−', '(']) {
        let rest = rest.trim_end_matches(')');
        return Err(read(rest).err().unwrap_or(EntryError::Negative));
    }
    if !text.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | ',' | '.')) {
        return Err(EntryError::NotANumber);
    }
    let marks: Vec<char> = text.chars().filter(|c| matches!(c, ',' | '.')).collect();
    let (whole, decimals) = match marks.as_slice() {
        [] => (text, ""),
        [only] => {
            let (whole, decimals) = text.split_once(*only).unwrap_or((text, ""));
            // 1.234 may be a thousand or a decimal; 0,500 and 1 234,567 are unambiguous.
            if decimals.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0') {
                return Err(EntryError::Ambiguous);
            }
            (whole, decimals)
        }
        // A repeated separator can only separate thousands.
        [first, others @ ..] if others.iter().all(|mark| mark == first) => (text, ""),
        [.., last] => text.rsplit_once(*last).unwrap_or((text, "")),
    };
    if !decimals.chars().all(|c| c.is_ascii_digit()) {
        return Err(EntryError::BadGrouping);
    }
    let decimals = decimals.trim_end_matches('0').bytes().map(|digit| digit - b'0').collect();
    Ok(Number { whole: grouped(whole)?, decimals })
}

/// A whole number, ungrouped or in groups of three with the same separator throughout.
fn grouped(text: &str) -> Result<u64, EntryError> {
    let groups: Vec<&str> = text.split([' ', ',', '.']).collect();
    let is_grouped = match groups.as_slice() {
        [only] => !only.is_empty(),
        [first, others @ ..] => (1..=3).contains(&first.len()) && others.iter().all(|group| group.len() == 3),
        [] => false,
    };
    let marks: Vec<char> = text.chars().filter(|c| !c.is_ascii_digit()).collect();
    if !is_grouped || marks.iter().any(|mark| Some(mark) != marks.first()) {
        return Err(EntryError::BadGrouping);
    }
    groups.concat().parse().map_err(|_| EntryError::TooLarge)
}
