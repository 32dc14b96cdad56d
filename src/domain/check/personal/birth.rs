//! Dates of birth.

use super::known::is_everyday;
use super::people::Found;
use super::text::Word;

pub(super) const MONTHS: &[&str] = &[
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
];

/// Words between a place of birth and its day: "née à Oujda au Maroc le 12/03/1990".
const FARTHEST: usize = 5;

/// "née le 12/03/1990", "né en 1990", "née à Oujda en 90", "DDN 12/03/90".
pub(super) fn births(words: &[Word]) -> Vec<Found> {
    (0..words.len()).filter_map(|place| birth(words, place)).collect()
}

fn birth(words: &[Word], place: usize) -> Option<Found> {
    let word = &words[place];
    let day = match word.folded.as_str() {
        // "ne le 12 au matin" is a negation.
        "ne" if !word.bare.contains(['é', 'É']) => day_after(words, place).filter(|day| is_whole_date(words, *day)),
        "ne" | "nee" | "nes" | "nees" => day_after(words, place).or_else(|| day_after_place(words, place)),
        "naissance" | "naiss" | "ddn" | "dn" | "dob" | "anniversaire" | "anniv" => day_after(words, place),
        // "a eu 36 ans le 3 mai".
        "ans" if place > 1 && words[place - 2].is_one_of(&["aura", "eu", "ses"]) => day_after(words, place),
        // "34 ans le 12 mai".
        "ans" if place > 0 && words[place - 1].is_number() => {
            day_after(words, place).filter(|day| words.get(day + 1).is_some_and(|month| month.is_one_of(MONTHS)))
        }
        // "D.D.N."
        "n" if place > 1 && words[place - 2..place].iter().all(|word| word.folded == "d") => day_after(words, place),
        _ => None,
    }?;
    Some((place, day + words[day..].iter().take_while(|word| !word.ends).count().min(words.len() - 1 - day)))
}

/// Where the day or the year begins, if it comes next.
fn day_after(words: &[Word], place: usize) -> Option<usize> {
    let is_small = |word: &Word| word.is_one_of(&["e", "es", "le", "la", "en", "un", "d", "au"]);
    let between = words.get(place + 1..)?.iter().take(3).take_while(|word| is_small(word)).count();
    let day = place + 1 + between;
    let word = words.get(day)?;
    (word.is_number() || word.is_one_of(MONTHS)).then_some(day)
}

/// Where the day begins after the place: "née à Oujda le 12/03/1990".
fn day_after_place(words: &[Word], place: usize) -> Option<usize> {
    let near = words.get(place + 1..)?;
    near.first().filter(|word| word.is_one_of(&["a", "au", "aux", "en"]))?;
    let pairs = near.windows(2).take(FARTHEST).take_while(|pair| !pair[0].ends);
    let is_day = |pair: &[Word]| pair[0].is_one_of(&["le", "en"]) && pair[1].is_number();
    pairs.enumerate().find(|(_, pair)| is_day(pair)).map(|(steps, _)| place + steps + 2)
}

/// "12/03/90", "12 mars 1990".
fn is_whole_date(words: &[Word], day: usize) -> bool {
    let parts = words[day].bare.split(['/', '.', '-']).filter(|part| !part.is_empty());
    let is_spelled = words.get(day + 1).is_some_and(|month| month.is_one_of(MONTHS));
    parts.count() == 3 || is_spelled && words.get(day + 2).is_some_and(Word::is_number)
}

/// "° 12/03/1990 à Oujda", the sign that registers use for a birth, or a day long ago beside a name or an age, where
/// nothing says what was then: "SOW Fatou 12/03/1990", "36 ans (03/05/1985)".
pub(super) fn alone<'a>(text: &str, words: &'a [Word<'a>]) -> impl Iterator<Item = Found> {
    words.iter().enumerate().filter_map(move |(place, word)| {
        if !word.is_number() || !is_whole_date(words, place) {
            return None;
        }
        let before = text.get(..word.at.start)?.trim_end();
        let is_signed = before.strip_suffix('°').is_some_and(|sign| !sign.trim_end().ends_with(char::is_alphanumeric));
        let last = place.checked_sub(1).map(|before| &words[before]);
        let is_unsaid =
            last.is_none_or(|last| last.folded == "ans" || last.ends || last.is_capital() && !is_everyday(last));
        let is_long_ago = year(word).is_some_and(|year| (1920..=LATEST_ADULT).contains(&year));
        (is_signed || is_unsaid && is_long_ago).then_some((place, place))
    })
}

/// Whoever was born later does not ask for a home, and what is noted is more recent.
const LATEST_ADULT: u32 = 2005;

/// The year of a whole date in numbers.
fn year(word: &Word) -> Option<u32> {
    let (_, year) = word.bare.rsplit_once(['/', '.', '-'])?;
    year.parse().ok().filter(|_| year.len() == 4)
}
