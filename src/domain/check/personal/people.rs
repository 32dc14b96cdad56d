//! Names of persons: after a form of address, after who somebody is to another, given names, initials.

use super::known::{is_everyday, is_given, is_listed};
use super::places::{DOORS, STREETS};
use super::relations::{
    BEFORE_SOMEBODY, BETWEEN, DAYS, KIN, NAMED_AFTER, OBJECTS, OF_SOMEBODY, PARTICLES, ROLES, TITLES,
};
use super::text::Word;

/// Words from the first to the last of a passage.
pub(super) type Found = (usize, usize);

/// Words that follow the first of a name at most.
const LONGEST: usize = 4;

/// Names of persons in a text. Given names and initials count only where none is an organisation's.
pub(super) fn names(words: &[Word], is_free: bool) -> Vec<Found> {
    let mut found = titled(words);
    found.extend((0..words.len()).filter_map(|place| of_kin(words, place)));
    if is_free {
        let free = [of_role, after_birth, given, initialled, family_name, double, to_call, somebody, met];
        found.extend((0..words.len()).flat_map(|place| free.iter().filter_map(move |look| look(words, place))));
    }
    found
}

/// "Mme Dupont", "M. DUPONT", "madame dupont", "Mme K", "M. B.", "Mme El Amrani".
pub(super) fn titled(words: &[Word]) -> Vec<Found> {
    let is_title =
        |word: &Word| TITLES.iter().find(|(title, _)| *title == word.folded).map(|(_, takes_small)| *takes_small);
    let title = |place: usize| {
        let takes_small = is_title(&words[place]).filter(|_| words[place].goes_on())?;
        // "m. dupont", but not "45 m. carrés".
        let is_short = words[place].bare == "m" && words[place].has_dot && !(place > 0 && words[place - 1].is_number());
        let takes_small = takes_small || is_short;
        let name = words.get(place + 1)?;
        let after = words.get(place + 2);
        if name.is_one_of(PARTICLES) && after.is_some_and(|after| is_family_name(after) && !after.is_place()) {
            return Some((place, until(words, place + 2)));
        }
        let is_initial = name.is_letter()
            && (name.has_dot || name.is_capital() && (name.bare != "A" || name.ends || after.is_none()));
        // "Madame craint son ex" says what she does.
        let is_day = words.get(place + 3).is_some_and(|day| day.is_number() || day.is_one_of(DAYS));
        let is_verb = !name.ends && !is_day && after.is_some_and(|after| after.is_one_of(OBJECTS));
        let is_small = takes_small && !is_verb && !name.is_letter() && !is_everyday(name) && is_title(name).is_none();
        let is_name = is_initial || is_small || is_family_name(name);
        is_name.then(|| (place, until(words, place + 1)))
    };
    (0..words.len()).filter_map(title).collect()
}

/// A capital that begins no everyday word, and no code ("T3").
fn is_family_name(word: &Word) -> bool {
    let is_plain = !word.bare.contains(|letter: char| letter.is_ascii_digit());
    word.is_capital() && is_plain && !word.is_letter() && !is_everyday(word)
}

/// Such a word that names no commune and no organisation.
fn is_nobody_else(word: &Word) -> bool {
    is_family_name(word) && !word.is_place() && !word.is_organisation()
}

/// The last word of a name that begins here: capitals and initials go on with it.
fn until(words: &[Word], place: usize) -> usize {
    let goes_on = |pair: &[Word]| {
        let [word, next] = pair else { return false };
        let is_linked = !word.opens && (!word.ends || word.has_dot && word.is_letter());
        let is_plain = !next.bare.contains(|letter: char| letter.is_ascii_digit());
        is_linked && is_plain && (next.is_capital() && (next.is_letter() || !is_everyday(next)) || is_given(next))
    };
    let pairs = words.get(place..).unwrap_or_default().windows(2).take(LONGEST);
    place + pairs.take_while(|pair| goes_on(pair)).count()
}

/// "fils Léo", "ex-conjoint : Karim", "fille aînée (Awa)".
fn of_kin(words: &[Word], place: usize) -> Option<Found> {
    words[place].is_one_of(KIN).then(|| called(words, place, false))?
}

/// "dossier Kowalski", "candidate 1 Gueye", "famille benhamou", "nom d'usage : leroy".
fn of_role(words: &[Word], place: usize) -> Option<Found> {
    let is_role = words[place].is_one_of(ROLES);
    let takes_small = words[place].is_one_of(&["famille", "nom", "prenom"]);
    (is_role && !words[place].ends).then(|| called(words, place, takes_small))?
}

/// Whoever is named after what they are.
fn called(words: &[Word], place: usize, takes_small: bool) -> Option<Found> {
    let mut name = place + 1;
    while words.get(name - 1)?.goes_on()
        && words.get(name).is_some_and(|word| word.is_one_of(BETWEEN) || word.is_house())
    {
        name += 1;
    }
    let word = words.get(name).filter(|_| words[name - 1].goes_on())?;
    // Few capitals are an acronym: "mère RSA", "dossier FSL".
    let is_acronym = word.is_upper() && word.bare.chars().count() <= 4;
    let is_small = takes_small && !word.is_letter() && !is_everyday(word) && !is_feminine(word);
    let is_name = is_nobody_else(word) && !is_acronym || is_small;
    let from = if words[place..name].iter().any(|word| word.opens) { name } else { place };
    is_name.then(|| (from, until(words, name)))
}

/// An adjective after "famille": "syrienne", "primo-arrivante".
fn is_feminine(word: &Word) -> bool {
    let endings = ["aine", "aise", "ale", "ane", "ante", "elle", "ente", "euse", "ienne", "ine", "ique", "ive", "oise"];
    !word.is_capital() && endings.iter().any(|ending| word.folded.ends_with(ending))
}

/// "Haddad née Belkacem", "ép. Leroy", "s'appelle Oksana".
fn after_birth(words: &[Word], place: usize) -> Option<Found> {
    let is_such = words[place].is_one_of(&["nee", "ep", "epouse", "veuve", "vve", "appelle"]) && words[place].goes_on();
    let is_called = words[place].folded != "appelle" || place > 0 && words[place - 1].folded == "s";
    let name = words.get(place + 1).filter(|_| is_such && is_called)?;
    is_nobody_else(name).then(|| (place, until(words, place + 1)))
}

/// "Nadia", "Nadia Dupont", "DUPONT Nadia", "jordan delcroix".
fn given(words: &[Word], place: usize) -> Option<Found> {
    let word = &words[place];
    let next = words.get(place + 1).filter(|_| !word.ends);
    if word.is_organisation() || !is_given(word) || is_called_after(words, place) {
        return None;
    }
    // "Albert" is a commune, "Albert Caron" is not.
    if word.is_place() && !next.is_some_and(is_nobody_else) {
        return None;
    }
    let before = place.checked_sub(1).and_then(|before| words.get(before));
    // "12 Victor Hugo" is an address; "la marine" is none.
    let is_other = |before: &Word| {
        before.is_house() && !before.ends && next.is_some_and(is_family_name)
            || !word.is_capital() && before.is_one_of(&["la", "le", "les", "une", "un"])
    };
    if before.is_some_and(is_other) {
        return None;
    }
    let is_first = |before: &&Word| !before.ends && is_nobody_else(before);
    let from = before.filter(is_first).map_or(place, |_| place - 1);
    let is_small_name = |next: &&Word| !word.is_capital() && !is_everyday(next) && next.bare.chars().count() > 3;
    let small = next.filter(is_small_name).map_or(place, |_| place + 1);
    Some((from, until(words, place).max(small)))
}

/// Whether a given name is that of a place: "hôpital Jeanne de Flandre", "rue du Docteur Jean Moulin".
fn is_called_after(words: &[Word], place: usize) -> bool {
    let mut before = words.get(place.saturating_sub(4)..place).unwrap_or_default().iter().rev();
    // Whoever is said to come from, or to be with somebody.
    let is_of = |word: &Word| word.is_one_of(&["avec", "chez", "d", "de", "par", "pour"]);
    let is_whose = place.checked_sub(1).is_some_and(|before| is_of(&words[before]));
    !is_whose
        && before
            .by_ref()
            .take_while(|word| word.goes_on())
            .any(|word| word.is_one_of(NAMED_AFTER) || STREETS.iter().any(|street| street.name == word.folded))
}

/// "C. Lemaire", "J.P. Caron", "Ch. Vasseur", and "Dupont N." where a clause begins.
fn initialled(words: &[Word], place: usize) -> Option<Found> {
    let word = &words[place];
    let is_initial =
        |word: &Word| word.is_capital() && word.has_dot && (word.is_letter() || word.is_one_of(&["ch", "ph", "th"]));
    let before = place.checked_sub(1).and_then(|before| words.get(before));
    if is_initial(word) && !before.is_some_and(|before| before.is_one_of(DOORS) || before.is_house()) {
        let initials = words[place..].iter().take_while(|word| is_initial(word)).count();
        let name = words.get(place + initials)?;
        return (is_nobody_else(name) && name.bare.chars().count() > 2)
            .then(|| (place, until(words, place + initials)));
    }
    let is_begun = before.is_none_or(|before| before.ends);
    let next = words.get(place + 1).filter(|_| !word.ends)?;
    // "CCH R.441-10" is a law.
    let is_of_law = words.get(place + 2).is_some_and(|after| after.is_number() && after.at.start <= next.at.end + 1);
    let is_long = word.bare.chars().count() > if word.is_upper() { 3 } else { 2 };
    let is_name = is_begun && is_nobody_else(word) && is_long && is_initial(next) && !is_of_law;
    is_name.then_some((place, place + 1))
}

/// "BENALI pas joignable": a longer word in capitals amid small letters.
fn family_name(words: &[Word], place: usize) -> Option<Found> {
    let word = &words[place];
    let before = place.checked_sub(1).and_then(|before| words.get(before)).filter(|before| !before.ends);
    let next = words.get(place + 1).filter(|_| !word.ends);
    let is_name = word.is_upper() && word.bare.chars().count() >= 5 && word.bare.chars().all(char::is_alphabetic);
    let is_small = before.iter().chain(&next).any(|word| word.bare.starts_with(char::is_lowercase));
    // Elsewhere it may be an organisation: "tutelle ATINORD en cours".
    let is_begun = before.is_none_or(|before| before.is_one_of(BEFORE_SOMEBODY));
    (is_name && is_small && is_nobody_else(word) && is_begun).then(|| (place, until(words, place)))
}

/// "Dupont-Moretti / Hem": two capitals joined where a clause begins.
fn double(words: &[Word], place: usize) -> Option<Found> {
    const LEAST: usize = 3;
    let word = &words[place];
    let is_begun = place == 0 || words[place - 1].ends;
    let parts: Vec<&str> = word.bare.split('-').collect();
    let is_name = |part: &&str| part.chars().count() >= LEAST && part.starts_with(char::is_uppercase);
    let is_double = parts.len() == 2 && parts.iter().all(is_name) && !parts.iter().any(|part| is_listed(part));
    (is_begun && is_double && is_nobody_else(word)).then(|| (place, until(words, place)))
}

/// "benali à rappeler": whatever stands alone before, unless it is an everyday word.
fn to_call(words: &[Word], place: usize) -> Option<Found> {
    const CALLS: &[&str] = &["appeler", "contacter", "rappeler", "recontacter", "relancer"];
    const LEAST: usize = 4;
    let word = &words[place];
    let [to, call, ..] = words.get(place + 1..)? else { return None };
    let is_to_call = to.folded == "a" && call.is_one_of(CALLS) && !word.ends && !to.ends;
    let is_begun = place == 0 || words[place - 1].ends;
    let is_plain = word.bare.chars().all(char::is_alphabetic) && word.bare.chars().count() >= LEAST;
    let is_name = !is_everyday(word) && !word.is_place() && !word.is_organisation();
    (is_begun && is_to_call && is_plain && is_name).then_some((place, place))
}

/// "Gulnara veut rester", "Traoré d’accord", "Blerta et ses enfants": a capital that begins a clause, and what only
/// somebody does.
fn somebody(words: &[Word], place: usize) -> Option<Found> {
    let word = &words[place];
    let is_begun = place == 0 || words[place - 1].ends;
    let rest = words.get(place + 1..).filter(|_| !word.ends)?;
    let does = match rest {
        [does, ..] if does.is_one_of(OF_SOMEBODY) => true,
        // "Rogez (Partenord) confirme".
        [of, ..] if word.opens => of.is_organisation() || of.is_one_of(ROLES),
        [d, accord, ..] if d.folded == "d" => accord.folded == "accord",
        [and, whose, ..] if and.folded == "et" => whose.is_one_of(&["sa", "ses", "son"]),
        _ => false,
    };
    (is_begun && does && is_nobody_else(word) && word.bare.chars().count() > 3).then_some((place, place))
}

/// "réunion avec Carlier", "refus de Da Costa".
fn met(words: &[Word], place: usize) -> Option<Found> {
    let [word, name, ..] = words.get(place..)? else { return None };
    let is_with = word.folded == "avec" && is_nobody_else(name) && !name.is_upper();
    let is_particle = word.is_one_of(&["ben", "da", "dos", "van", "von"]) && word.is_capital() && is_nobody_else(name);
    let is_linked = !word.ends && !word.opens && !is_called_after(words, place);
    let from = if is_with { place + 1 } else { place };
    (is_linked && (is_with || is_particle)).then(|| (from, until(words, place + 1)))
}
