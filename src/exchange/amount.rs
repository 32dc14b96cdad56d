//! Typed amounts with what they cover: "450 € HC", "450€/mois", "450 CC".
//!
//! Owns the words around an amount. An amount with charges never becomes a rent without them, nor the other way
//! round; one for a year or a square metre never becomes one for a month.

use crate::domain::fold::fold;
use crate::domain::schema::Covers;
use crate::domain::value::Value;

use super::number;
use super::parsed::{Entry, EntryError};
use super::remainder::{bare, longest};

/// What a word beside an amount says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sense {
    Nothing,
    WithoutCharges,
    WithCharges,
    /// The most that can be paid.
    Most,
    OfCharges,
    NotMonthly,
}

/// Folded, points left out, slashes apart.
const PHRASES: [(Sense, &[&str]); 6] = [
    (
        Sense::Nothing,
        &[
            "€",
            "euro",
            "euros",
            "eur",
            "e",
            "loyer",
            "loyer de",
            "loyer mensuel",
            "loyer mensuel de",
            "mensuel",
            "mensuels",
            "mensuelle",
            "/ mois",
            "par mois",
            "mois",
            "chaque mois",
            "hors apl",
            "avant apl",
            "a month",
            "per month",
            "rent",
            "montant",
            "de",
        ],
    ),
    (
        Sense::WithoutCharges,
        &[
            "hc",
            "h c",
            "h / c",
            "hors charges",
            "hors charge",
            "hors ch",
            "sans charges",
            "sans les charges",
            "charges non comprises",
            "charges en sus",
            "nu",
            "loyer nu",
            "loyer principal",
            "without charges",
        ],
    ),
    (
        Sense::WithCharges,
        &[
            "cc",
            "c c",
            "c / c",
            "tcc",
            "charges comprises",
            "charges comprise",
            "charge comprise",
            "charges incluses",
            "charges incl",
            "charges inclues",
            "avec charges",
            "avec les charges",
            "toutes charges comprises",
            "tout compris",
            "ch comprises",
            "ch comp",
            "charges included",
            "dont charges",
        ],
    ),
    (
        Sense::Most,
        &["max", "maxi", "maximum", "plafond", "au plus", "au maximum", "jusqu a", "pas plus de", "loyer max"],
    ),
    (
        Sense::OfCharges,
        &[
            "charges",
            "de charges",
            "ch",
            "provision",
            "provisions",
            "provision sur charges",
            "provision pour charges",
            "de provision",
            "prov charges",
            "charges locatives",
            "charges mensuelles",
            "of charges",
        ],
    ),
    (
        Sense::NotMonthly,
        &[
            "m²",
            "m2",
            "an",
            "ans",
            "annee",
            "annuel",
            "annuels",
            "annuelle",
            "semaine",
            "semaines",
            "hebdo",
            "jour",
            "jours",
            "nuit",
            "nuits",
            "trimestre",
            "trimestriel",
            "year",
            "week",
            "day",
        ],
    ),
];

pub(super) fn parse(text: &str, covers: Covers) -> Entry {
    let (value, senses) = match read(text) {
        Ok(found) => found,
        Err(error) => return in_part(text, covers).unwrap_or_else(|| Entry::Error(reason(text, covers, error))),
    };
    match refusal(covers, &senses) {
        Some(error) => Entry::Error(error),
        None => Entry::Value(value),
    }
}

/// Whether a text is an amount with what it covers, whatever that is.
pub(super) fn is_amount(text: &str) -> bool {
    read(text).is_ok()
}

/// Why an amount so described is not one of the column.
fn refusal(covers: Covers, senses: &[Sense]) -> Option<EntryError> {
    let says = |sense| senses.contains(&sense);
    if says(Sense::NotMonthly) {
        return Some(EntryError::NotMonthly);
    }
    if says(Sense::WithCharges) && says(Sense::WithoutCharges) {
        return Some(EntryError::NotANumber);
    }
    let foreign: &[Sense] = match covers {
        Covers::Rent | Covers::Charges if says(Sense::WithCharges) => return Some(EntryError::WithCharges),
        Covers::RentAndCharges if says(Sense::WithoutCharges) => return Some(EntryError::WithoutCharges),
        Covers::Rent => &[Sense::Most, Sense::OfCharges],
        Covers::Charges => &[Sense::Most, Sense::WithoutCharges],
        Covers::RentAndCharges => &[Sense::OfCharges],
    };
    senses.iter().any(|sense| foreign.contains(sense)).then_some(EntryError::NotANumber)
}

/// The amount and what the words around it say.
fn read(text: &str) -> Result<(Value, Vec<Sense>), EntryError> {
    let bare = [",-", ".-", ",–", ",--"].iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text);
    match number::money(bare) {
        Ok(value) => return Ok((value, Vec::new())),
        Err(EntryError::NotANumber) => {}
        Err(error) => return Err(error),
    }
    if let Some(amount) = cents_behind_sign(bare) {
        return Ok((number::money(&amount)?, Vec::new()));
    }
    let is_of_number = |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | ',');
    let start = bare.find(|c: char| c.is_ascii_digit()).ok_or(EntryError::NotANumber)?;
    let (before, number_on) = bare.split_at(start);
    let end = number_on.find(|c| !is_of_number(c)).unwrap_or(number_on.len());
    let (number, after) = number_on.split_at(end);
    // A minus would fold to a blank.
    if before.contains(['-', '−', '–']) {
        return Err(EntryError::Negative);
    }
    let mut said = senses(before).ok_or(EntryError::NotANumber)?;
    said.extend(senses(after).ok_or(EntryError::NotANumber)?);
    let value = number::money(number.trim_end_matches([' ', ',', '.', '\u{a0}', '\u{202f}']))?;
    Ok((value, said))
}

/// "450€50": cents behind the sign.
fn cents_behind_sign(text: &str) -> Option<String> {
    let (euros, cents) = text.split_once('€')?;
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (is_digits(euros) && cents.len() == 2 && is_digits(cents)).then(|| format!("{euros},{cents}"))
}

fn words(text: &str) -> String {
    let apart =
        fold(text).replace('.', "").replace('/', " / ").replace('€', " € ").replace(['(', ')', ':', '=', ','], " ");
    apart.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What each word says; `None` if one is not known.
fn senses(text: &str) -> Option<Vec<Sense>> {
    let words = words(text);
    let (mut left, mut senses) = (words.as_str(), Vec::new());
    while !left.is_empty() {
        let (phrase, sense) = known(left)?;
        senses.push(sense);
        left = left[phrase.len()..].trim_start();
        // "450 €/an": the slash belongs to the word behind it.
        left = left.strip_prefix("/ ").filter(|rest| known(rest).is_some()).unwrap_or(left);
    }
    Some(senses)
}

/// The longest known phrase that a text starts with.
fn known(text: &str) -> Option<(&'static str, Sense)> {
    let all = PHRASES.iter().flat_map(|(sense, phrases)| phrases.iter().map(move |phrase| (*phrase, *sense)));
    let follows = |phrase: &str| text.strip_prefix(phrase).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    all.filter(|(phrase, _)| follows(phrase)).max_by_key(|(phrase, _)| phrase.len())
}

/// An amount followed by how it is made up: "450 HC + 50 de charges".
fn in_part(text: &str, covers: Covers) -> Option<Entry> {
    let start = |start: &str| read(start).ok().filter(|(_, senses)| refusal(covers, senses).is_none());
    let is_sure = |(_, senses): &(Value, Vec<Sense>), rest: &str| {
        let tail = words(bare(rest));
        let has = |words: &[&str]| tail.split(' ').any(|word| words.contains(&word));
        let names_charges = has(&["charges", "charge", "ch"]);
        match covers {
            Covers::Rent if senses.contains(&Sense::WithoutCharges) => {
                tail.starts_with('+') || names_charges || has(&["cc"])
            }
            Covers::Rent => tail.starts_with('+') && names_charges,
            Covers::RentAndCharges => tail.starts_with("dont") && names_charges,
            Covers::Charges => false,
        }
    };
    let ((value, _), rest) = longest(text, start, is_sure)?;
    Some(Entry::Part(value, rest.to_owned()))
}

/// The most telling reason for a text that is not understood.
fn reason(text: &str, covers: Covers, error: EntryError) -> EntryError {
    if error != EntryError::NotANumber || !text.contains(|c: char| c.is_ascii_digit()) {
        return error;
    }
    let words = words(text);
    let says = |sense| {
        (0..words.len())
            .filter(|at| *at == 0 || words.as_bytes()[at - 1] == b' ')
            .any(|at| words.get(at..).and_then(known).is_some_and(|(_, known)| known == sense))
    };
    match covers {
        _ if says(Sense::NotMonthly) => EntryError::NotMonthly,
        Covers::Rent if says(Sense::WithCharges) => EntryError::WithCharges,
        _ => error,
    }
}
