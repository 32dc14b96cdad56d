//! Streets, residences, doors, schools, and the person someone is staying with.

use super::birth::MONTHS;
use super::known::{is_everyday, is_given};
use super::people::Found;
use super::places::{ARTICLES, DOORS, HOMES, OF_SCHOOLS, ROOMS, SCHOOLS, STREETS, StreetWord};
use super::relations::KIN;
use super::text::Word;

/// Words from which an address is at most found, or as which it is struck out.
const LONGEST: usize = 12;

/// "12 rue …", "12 bis, place de la Mairie", "rue Victor-Hugo", "résidence des Lilas", "bât. C".
pub(super) fn addresses(words: &[Word]) -> Vec<Found> {
    let looks = [street, home, door, shelter, unnamed, announced, refuge];
    (0..words.len()).flat_map(|place| looks.iter().filter_map(move |look| look(words, place))).collect()
}

/// The last word of the clause that a place is in.
fn clause(words: &[Word], place: usize) -> usize {
    let rest = words.get(place..).unwrap_or_default();
    place
        + rest
            .iter()
            .take(LONGEST)
            .take_while(|word| word.goes_on() && !word.opens)
            .count()
            .min(rest.len().saturating_sub(1))
}

/// A name with a capital, of a person or a place, or a day, after its articles: "de la Gare", "du 8 mai".
fn named<'a>(words: &'a [Word<'a>]) -> Option<&'a Word<'a>> {
    let articles = words.iter().take_while(|word| word.is_one_of(ARTICLES) && !word.ends).count();
    let name = words.get(articles)?;
    // After an article an everyday word is a name too, unless it is an acronym.
    let is_plain = if articles > 0 { !(name.is_upper() && is_everyday(name)) } else { !is_everyday(name) };
    let is_day = name.is_house() && words.get(articles + 1).is_some_and(|month| month.is_one_of(MONTHS));
    (name.is_capital() && is_plain || is_day && articles > 0).then_some(name)
}

/// What is called after a street, and is no address.
const STOPS: &[&str] = &["arret", "cote", "metro", "quartier", "station"];

fn street(words: &[Word], place: usize) -> Option<Found> {
    let word = &words[place];
    let street = STREETS.iter().find(|street| street.name == word.folded)?;
    if place.checked_sub(1).is_some_and(|before| words[before].is_one_of(STOPS)) {
        return None;
    }
    let number = house_before(words, place);
    let after = if word.goes_on() { words.get(place + 1..).unwrap_or_default() } else { &[] };
    let is_named = named(after).is_some();
    let is_found = match street.is {
        StreetWord::Plain => number.is_some() || is_named || is_named_small(words, place, after),
        StreetWord::Named => number.is_some() || is_named,
        StreetWord::Everyday => {
            is_named && is_numbered_after(words, place)
                || number.is_some()
                    && (is_named
                        || is_of_one(after)
                        || word.is_one_of(&["all", "r"]) && after.first().is_some_and(|name| !name.is_number()))
        }
    };
    is_found.then(|| (number.unwrap_or(place), clause(words, place)))
}

/// Whether the clause of a street is followed by the number of its house alone: "route d’Arras, 112".
fn is_numbered_after(words: &[Word], place: usize) -> bool {
    let last = clause(words, place);
    let is_sign = words.get(last + 1).is_some_and(|word| word.is_one_of(&["au", "n", "no"]));
    let number = last + 1 + usize::from(is_sign);
    words.get(number).is_some_and(|word| word.is_house() && (word.ends || number + 1 == words.len()))
}

/// The number of a house right before: "12", "12 bis", "12,", "18 de la".
fn house_before(words: &[Word], place: usize) -> Option<usize> {
    let before = |steps: usize| place.checked_sub(steps).and_then(|at| words.get(at));
    let is_house = |steps: usize| before(steps).is_some_and(|word| word.is_house() && !is_day(words, place - steps));
    let is_again = before(1).is_some_and(|word| word.is_one_of(&["bis", "ter", "quater"]));
    let is_grand = before(1).is_some_and(|word| word.is_one_of(&["grand", "grande"]));
    let steps = if is_again || is_grand { 2 } else { 1 };
    is_house(steps).then(|| place - steps)
}

/// Whether a number is a day or an hour rather than a house.
fn is_day(words: &[Word], place: usize) -> bool {
    words.get(place).is_some_and(|word| word.folded.ends_with('h'))
}

/// "rue pasteur", but neither "la rue" where somebody sleeps nor "une rue calme".
fn is_named_small(words: &[Word], place: usize, after: &[Word]) -> bool {
    let articles = after.iter().take_while(|word| word.is_one_of(ARTICLES)).count();
    let before = place.checked_sub(1).map(|before| &words[before]);
    let is_a_street = before.is_none_or(|before| !before.is_one_of(&["cette", "de", "en", "la", "une"]));
    is_a_street && after.get(articles).is_some_and(|name| !is_everyday(name) && !name.is_letter())
}

/// "12 place de la mairie", "8 place du marché", but "1 place de parking".
fn is_of_one(after: &[Word]) -> bool {
    match after {
        [de, article, name, ..] if de.folded == "de" => {
            article.is_one_of(&["l", "la"]) && name.bare.chars().count() > 1
        }
        [du, name, ..] => du.folded == "du" && (!is_everyday(name) || name.folded == "marche"),
        _ => false,
    }
}

fn home(words: &[Word], place: usize) -> Option<Found> {
    let word = words.get(place).filter(|word| word.is_one_of(HOMES) && word.goes_on())?;
    let after = words.get(place + 1..).unwrap_or_default();
    let is_named = named(after).is_some_and(|name| !name.is_organisation() && !name.is_upper());
    let is_small = |article: &Word, name: &Word| {
        let is_short =
            word.is_one_of(&["rce", "res", "resid"]) && article.is_one_of(&["des", "du"]) && !name.is_number();
        !article.ends && (is_short || article.is_one_of(&["la", "le", "les"]) && !is_everyday(name))
    };
    let takes_small = word.is_one_of(&["lieu dit", "lieudit", "rce", "res", "resid", "residence"]);
    let is_named_small = takes_small && matches!(after, [article, name, ..] if is_small(article, name));
    (is_named || is_named_small).then(|| (place, clause(words, place)))
}

/// "appt 12", "bât C", "esc. B", "2e étage porte droite".
fn door(words: &[Word], place: usize) -> Option<Found> {
    let door = words.get(place).filter(|word| word.is_one_of(DOORS) && word.goes_on())?;
    let is_sign = words.get(place + 1).is_some_and(|word| word.is_one_of(&["n", "no", "num"]));
    let at = place + 1 + usize::from(is_sign);
    let number = words.get(at)?;
    // "bat A refaire" is to be done.
    let is_to_do = number.bare == "A"
        && !number.ends
        && words.get(at + 1).is_some_and(|word| !word.is_one_of(DOORS) && !word.is_capital());
    let is_letter = number.is_letter()
        && !is_to_do
        && (number.is_capital() || number.is_one_of(&["b", "c", "d", "e", "f"]) && door.folded != "porte");
    let is_of_rooms = words.get(at + 1).is_some_and(|word| word.is_one_of(ROOMS) || word.is_one_of(MONTHS));
    let is_side = door.folded == "porte" && number.is_one_of(&["droite", "face", "gauche"]);
    let is_door = number.is_house() && !is_of_rooms || is_letter || is_side;
    is_door.then(|| (place, clause(words, at)))
}

/// "foyer Béthanie, chambre 8": the room of somebody.
fn shelter(words: &[Word], place: usize) -> Option<Found> {
    const SHELTERS: &[&str] = &["auberge", "chrs", "foyer", "hotel", "pension"];
    const FARTHEST: usize = 6;
    words.get(place).filter(|word| word.is_one_of(SHELTERS))?;
    let after = words.get(place + 1..)?;
    let room = after
        .windows(2)
        .take(FARTHEST)
        .position(|pair| pair[0].is_one_of(&["chambre", "ch"]) && pair[1].is_house() && pair[0].goes_on())?;
    Some((place, place + 2 + room))
}

/// "12 Victor Hugo, Lens", "14 KLEBER LIEVIN", "45 jean jaures, 62300 lens".
fn unnamed(words: &[Word], place: usize) -> Option<Found> {
    let number = words.get(place).filter(|word| word.is_house() && !word.ends)?;
    let is_name = |word: &Word| {
        word.is_capital() && !word.is_upper() && !is_everyday(word) && !word.is_place() && !word.is_organisation()
    };
    let [first, second, ..] = words.get(place + 1..)? else { return None };
    let begins = number.bare.len() < 4 && !is_everyday(first) && !first.is_letter();
    if begins && is_name(first) && !first.ends && is_name(second) {
        return Some((place, clause(words, place)));
    }
    if begins && !first.is_place() && !first.ends && second.is_place() && !is_everyday(second) {
        return Some((place, place + 2));
    }
    let near = words.get(place + 1..)?.iter().take(5);
    let before_code = near.take_while(|word| !word.is_number()).count();
    let code = words.get(place + 1 + before_code).filter(|word| is_postcode(word))?;
    (begins && before_code > 0 && code.is_number()).then(|| (place, clause(words, place + 1 + before_code)))
}

fn is_postcode(word: &Word) -> bool {
    let is_five = word.bare.len() == 5 && word.bare.bytes().all(|digit| digit.is_ascii_digit());
    is_five && !word.bare.starts_with("00")
}

/// "adresse : 45 jean jaures", "habite au 45 jaures".
fn announced(words: &[Word], place: usize) -> Option<Found> {
    let says = ["adresse", "demeure", "dom", "domicile", "habite", "loge", "reside"];
    words.get(place).filter(|word| word.is_one_of(&says) && word.goes_on())?;
    let is_small = |word: &&Word| word.is_one_of(&["a", "actuelle", "au", "le", "l"]);
    let number = place + 1 + words.get(place + 1..)?.iter().take_while(is_small).count();
    let is_house = words.get(number).is_some_and(|word| word.is_house() && word.goes_on());
    let is_named =
        words.get(number + 1).is_some_and(|word| !is_everyday(word) && !word.is_letter() && !word.is_place());
    (is_house && is_named).then(|| (number, clause(words, number)))
}

/// "école Jean Moulin", "au collège de Wattrelos", "lycée baggio".
pub(super) fn schools(words: &[Word]) -> Vec<Found> {
    let school = |place: usize| {
        words.get(place).filter(|word| word.is_one_of(SCHOOLS) && word.goes_on())?;
        let kinds = words
            .get(place + 1..)?
            .iter()
            .take_while(|word| word.is_one_of(OF_SCHOOLS) && !word.is_capital() && !word.ends);
        let after = words.get(place + 1 + kinds.count()..)?;
        // "collège adapté" is of a kind.
        let is_small =
            after.first().is_some_and(|name| !is_everyday(name) && !name.is_letter() && !name.bare.ends_with('é'));
        (named(after).is_some() || is_small).then(|| (place, clause(words, place)))
    };
    (0..words.len()).filter_map(school).collect()
}

/// "chez sa sœur à Wattrelos": the person someone is staying with, and where.
fn refuge(words: &[Word], place: usize) -> Option<Found> {
    let [at, whose, who, after @ ..] = words.get(place..)? else { return None };
    // "hébergée par sa cousine à Carvin".
    let is_hosted = at.folded == "par" && place > 0 && words[place - 1].folded.starts_with("heberge");
    let is_whose = whose.is_one_of(&["des", "leur", "leurs", "sa", "ses", "son", "un", "une"]);
    if at.folded != "chez" && !is_hosted || !is_whose || !who.is_one_of(KIN) {
        return None;
    }
    // "chez sa tante Odile" names her, not where she lives.
    let is_where = |word: &Word| {
        word.is_place() && word.is_capital()
            || !is_everyday(word) && (word.is_place() || word.is_capital() && !is_given(word))
    };
    let where_to = after.iter().take(3).position(is_where)?;
    // After a comma only a commune says where.
    let place_name = &after[where_to];
    (!who.ends || place_name.is_place()).then_some((place, place + 3 + where_to))
}
