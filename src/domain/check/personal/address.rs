//! Emails, streets, residences, doors, schools, and the person someone is staying with.

use super::people::KIN;
use super::text::Word;

/// Street types. Those marked are also everyday words, so they need a number and a name.
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
    ("r", true),
    ("pl", true),
    ("quai", true),
    ("route", true),
    ("place", true),
    ("cours", true),
    ("passage", true),
];

/// Named groups of homes.
const HOMES: &[&str] = &["résidence", "residence", "rés", "lotissement", "lot", "hameau", "cité", "immeuble"];

/// Parts of a building, followed by a number or a letter.
const DOORS: &[&str] =
    &["bât", "bat", "bâtiment", "batiment", "porte", "apt", "appt", "appartement", "esc", "escalier"];

/// Words after a number that is not an apartment's: "appartement 3 pièces".
const ROOMS: &[&str] = &["pièces", "pièce", "chambres", "chambre", "m²", "m2"];

/// Schools and nurseries.
const SCHOOLS: &[&str] = &["école", "ecole", "collège", "college", "lycée", "lycee", "crèche", "creche", "maternelle"];

/// Words between a school type and its name.
const OF_SCHOOLS: &[&str] = &["élémentaire", "primaire", "maternelle", "publique", "privée", "saint", "sainte"];

/// Articles between a place type and its name.
const ARTICLES: &[&str] = &["de", "du", "des", "la", "le", "les", "l", "d"];

/// "nom@exemple.fr", "nom arobase exemple.fr".
pub(super) fn has_email(words: &[Word]) -> bool {
    let is_host = |host: &str| host.split_once('.').is_some_and(|(host, end)| !host.is_empty() && !end.is_empty());
    let is_whole =
        |word: &Word| word.bare.split_once('@').is_some_and(|(name, host)| !name.is_empty() && is_host(host));
    let is_spelled = |around: &[Word]| matches!(around[1].lower.as_str(), "arobase" | "arobas");
    words.iter().any(is_whole) || words.windows(3).any(is_spelled)
}

/// "12 rue …", "12 bis, place de la Mairie", "rue Victor-Hugo", "résidence des Lilas", "bât. C".
pub(super) fn has_address(words: &[Word]) -> bool {
    (0..words.len()).any(|place| is_street(words, place) || is_home(words, place) || is_door(words, place))
}

fn is_street(words: &[Word], place: usize) -> bool {
    let Some((_, is_everyday)) = STREETS.iter().find(|(street, _)| *street == words[place].lower) else { return false };
    let is_numbered = is_numbered(words.get(..place).unwrap_or_default());
    let after = words.get(place + 1..).unwrap_or_default();
    let is_named = first_name(after).is_some_and(|name| name.starts_with(char::is_uppercase));
    // "12 place de la mairie", but "1 place de parking".
    let is_of_one = after.first().is_some_and(|word| word.lower == "de")
        && after.get(1).is_some_and(|word| word.lower == "la" || word.lower.starts_with("l’"));
    if *is_everyday { is_numbered && (is_named || is_of_one) } else { is_numbered || is_named }
}

fn is_numbered(before: &[Word]) -> bool {
    let is_number = |word: &Word| word.bare.len() <= 6 && word.is_number();
    match before {
        [.., number, again] if matches!(again.lower.as_str(), "bis" | "ter" | "quater") => is_number(number),
        [.., number] => is_number(number),
        [] => false,
    }
}

fn is_home(words: &[Word], place: usize) -> bool {
    let [word, after @ ..] = words.get(place..).unwrap_or_default() else { return false };
    HOMES.contains(&word.lower.as_str())
        // The dot of an abbreviation does not end a clause.
        && (!word.ends || word.lower.len() <= 4)
        && first_name(after).is_some_and(|name| name.starts_with(char::is_uppercase))
}

fn is_door(words: &[Word], place: usize) -> bool {
    let [door, number, ..] = words.get(place..).unwrap_or_default() else { return false };
    let is_letter = number.bare.chars().count() == 1 && number.is_capital();
    let is_of_rooms = words.get(place + 2).is_some_and(|word| ROOMS.contains(&word.lower.as_str()));
    DOORS.contains(&door.lower.as_str()) && (number.is_number() && !is_of_rooms || is_letter)
}

/// The first word that is not an article, without an elided one ("d’Artois").
fn first_name<'a>(words: &[Word<'a>]) -> Option<&'a str> {
    let word = words.iter().find(|word| !ARTICLES.contains(&word.lower.as_str()))?.bare;
    Some(word.split_once(['’', '\'']).filter(|(article, _)| ARTICLES.contains(article)).map_or(word, |(_, name)| name))
}

/// "école Jean Moulin", "au collège de Wattrelos".
pub(super) fn has_school(words: &[Word]) -> bool {
    words.iter().enumerate().any(|(place, word)| {
        let after = words.get(place + 1..).unwrap_or_default();
        let kinds =
            after.iter().take_while(|word| OF_SCHOOLS.contains(&word.lower.as_str()) && !word.is_capital()).count();
        SCHOOLS.contains(&word.lower.as_str())
            && !word.ends
            && first_name(&after[kinds..]).is_some_and(|name| name.starts_with(char::is_uppercase))
    })
}

/// "chez sa sœur à Wattrelos": the person someone is staying with, and where.
pub(super) fn has_refuge(words: &[Word]) -> bool {
    words.windows(3).enumerate().any(|(place, window)| {
        let [at, whose, who] = window else { return false };
        at.lower == "chez"
            && matches!(whose.lower.as_str(), "sa" | "son" | "ses" | "un" | "une" | "des" | "leur" | "leurs")
            && KIN.contains(&who.lower.as_str())
            && !who.ends
            && words.iter().skip(place + 3).take(2).any(Word::is_capital)
    })
}
