//! Typed storeys: "RDC", "1er", "R+2", "2ème étage".
//!
//! Owns the names of a storey. What lies below the ground floor cannot be held and is refused; nor is a storey
//! guessed from "last" or from a mezzanine.

use crate::domain::fold::fold;
use crate::domain::schema::NumberUnit;
use crate::domain::value::Value;
use crate::words::Lang;

use super::number;
use super::parsed::{Entry, EntryError};
use super::remainder::{bare, longest, starts_with_any};

/// The highest storey: a larger number is a surface, or a door.
const HIGHEST: u32 = 50;

const GROUND: [&str; 12] = [
    "rdc",
    "r d c",
    "rdch",
    "rdch",
    "rez",
    "rez de chaussee",
    "rez de ch",
    "rez chaussee",
    "rez de chausse",
    "ground floor",
    "ground",
    "rdc bas",
];
const BELOW: [&str; 8] = ["sous sol", "ss", "s sol", "ssol", "cave", "basement", "souterrain", "demi sous sol"];
const NAMED: [&str; 12] = [
    "premier",
    "deuxieme",
    "troisieme",
    "quatrieme",
    "cinquieme",
    "sixieme",
    "septieme",
    "huitieme",
    "neuvieme",
    "dixieme",
    "onzieme",
    "douzieme",
];
/// Around a storey, saying nothing more.
const BEFORE: [&str; 7] = ["au", "a l", "le", "en", "etage", "n°", "floor"];
const AFTER: [&str; 3] = ["etage", "etages", "floor"];
const ORDINALS: [&str; 12] = ["er", "ere", "e", "eme", "ieme", "em", "me", "nd", "nde", "°", "st", "rd"];
/// What follows a storey may begin so. Which door it is would lead to a home, so that is no note.
const RESTS: [&str; 14] = [
    "sur",
    "avec",
    "sans",
    "ascenseur",
    "duplex",
    "en duplex",
    "sureleve",
    "et dernier",
    "dernier",
    "avec ascenseur",
    "+ jardin",
    "+ terrasse",
    "balcon",
    "pmr",
];

pub(super) fn parse(text: &str, lang: Lang) -> Entry {
    match number::integer(text, NumberUnit::Plain, lang) {
        Ok(Value::Integer(n)) if n > i64::from(HIGHEST) => return Entry::Error(EntryError::NotAFloor),
        Ok(value) => return Entry::Value(value),
        Err(EntryError::Negative) => return Entry::Error(EntryError::BelowGround),
        Err(_) => {}
    }
    if is_below(text) {
        return Entry::Error(EntryError::BelowGround);
    }
    let value = |storey: u32| Value::Integer(storey.into());
    if let Some(storey) = storey(text) {
        return Entry::Value(value(storey));
    }
    match longest(text, storey, |_, rest| is_sure(bare(rest))) {
        Some((storey, rest)) => Entry::Part(value(storey), rest.to_owned()),
        None => Entry::Error(EntryError::NotAFloor),
    }
}

fn is_sure(rest: &str) -> bool {
    starts_with_any(&fold(rest), &RESTS)
}

/// "R-1" folds to the same text as "R 1", so this comes first.
fn is_below(text: &str) -> bool {
    let folded = fold(text);
    let bare: String = text.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    let minus = bare.strip_prefix("niveau").unwrap_or(&bare);
    let minus = minus.strip_prefix('r').unwrap_or(minus);
    minus.strip_prefix(['-', '−', '–']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        || BELOW.iter().any(|below| folded == *below || starts_with_any(&folded, &[below]))
        || folded.contains("sous sol")
}

fn storey(text: &str) -> Option<u32> {
    let plain = fold(text).replace("et.", "etage ").replace(['.', ':'], " ");
    let mut words: Vec<&str> = plain.split_whitespace().collect();
    let is_ground = |words: &[&str]| GROUND.contains(&words.join(" ").as_str());
    if is_ground(&words) {
        return Some(0);
    }
    // A dash between numbers is a range, and folds to a blank.
    if text.contains(['-', '–']) && plain.bytes().filter(u8::is_ascii_digit).count() > 1 {
        return None;
    }
    let mut has_label = false;
    while let [first, rest @ ..] = words.as_slice()
        && BEFORE.contains(first)
    {
        has_label = true;
        words = rest.to_vec();
    }
    while let [rest @ .., last] = words.as_slice()
        && AFTER.contains(last)
    {
        has_label = true;
        words = rest.to_vec();
    }
    if is_ground(&words) {
        return Some(0);
    }
    let bare = words.concat();
    if let Some(at) = NAMED.iter().position(|name| *name == bare) {
        return u32::try_from(at + 1).ok();
    }
    if matches!(bare.as_str(), "second" | "seconde") {
        return Some(2);
    }
    let above = bare.strip_prefix("r+");
    let digits = above.unwrap_or(&bare);
    let end = digits.bytes().take_while(u8::is_ascii_digit).count();
    let (number, suffix) = digits.split_at(end);
    let is_marked = ORDINALS.contains(&suffix) || (suffix.is_empty() && (has_label || above.is_some()));
    number.parse().ok().filter(|storey| is_marked && *storey <= HIGHEST)
}
