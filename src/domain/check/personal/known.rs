//! Words that tell a person's name from others: given names, everyday words, communes, and the organisations of
//! the dataset.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::domain::commune;
use crate::domain::dataset::Dataset;
use crate::domain::fold::fold;

use super::people;
use super::text::{Named, Word, words};

/// Given names, and whether each is one in small letters too.
static GIVEN: LazyLock<HashMap<&str, bool>> = LazyLock::new(|| {
    let names = listed(include_str!("../../../../assets/given-names.txt"));
    names.map(|name| name.strip_suffix('*').map_or((name, true), |name| (name, false))).collect()
});

static EVERYDAY: LazyLock<HashSet<&str>> =
    LazyLock::new(|| listed(include_str!("../../../../assets/everyday-words.txt")).collect());

static COMMUNES: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(commune::names().map(|(_, found)| fold(found.former.unwrap_or(found.commune.name)))));

fn listed(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
}

/// Whether a word is a given name: "Jean-Pierre", "nadia", but "claire" only with a capital.
pub(super) fn is_given(word: &Word) -> bool {
    // Capitals alone may be an acronym: "ADIL".
    if word.is_upper() && is_everyday(word) {
        return false;
    }
    let is_sure = word.is_capital() || word.folded.contains(' ');
    word.folded.split(' ').all(|part| GIVEN.get(part).is_some_and(|in_small_letters| is_sure || *in_small_letters))
}

/// Whether a word is no name of a person: listed, or with an ending of verbs and adverbs.
pub(super) fn is_everyday(word: &Word) -> bool {
    let folded = word.folded.as_str();
    let is_long = |ending: &str, least: usize| folded.len() >= least && folded.ends_with(ending);
    EVERYDAY.contains(folded)
        || !folded.starts_with(|letter: char| letter.is_alphabetic())
        || !word.is_capital()
            && (["ée", "és", "ées"].iter().any(|ending| word.bare.ends_with(ending))
                || is_long("ment", 8)
                || is_long("tion", 7)
                || is_long("rait", 6)
                || is_long("aient", 7))
}

/// Whether a part of a word is an everyday word itself.
pub(super) fn is_listed(part: &str) -> bool {
    EVERYDAY.contains(fold(part).as_str())
}

/// Names of several words, by their first.
#[derive(Default)]
struct Phrases(HashMap<String, Vec<String>>);

impl Phrases {
    fn of(folded: impl Iterator<Item = String>) -> Self {
        let mut phrases: HashMap<String, Vec<String>> = HashMap::new();
        for phrase in folded {
            let first = phrase.split(' ').next().unwrap_or_default().to_owned();
            phrases.entry(first).or_default().push(phrase);
        }
        Self(phrases)
    }

    /// How many words from the start on are one of the names, at most.
    fn length(&self, words: &[Word]) -> usize {
        let first = words.first().and_then(|word| word.folded.split(' ').next()).unwrap_or_default();
        let fits = |phrase: &String| {
            let mut rest = phrase.as_str();
            for (place, word) in words.iter().enumerate() {
                rest = rest.strip_prefix(word.folded.as_str())?;
                if rest.is_empty() {
                    return Some(place + 1);
                }
                rest = rest.strip_prefix(' ')?;
            }
            None
        };
        self.0.get(first).and_then(|phrases| phrases.iter().filter_map(fits).max()).unwrap_or_default()
    }
}

/// The organisations of a dataset, which may be called after a person, and the codes of its cases.
pub(super) struct Organisations<'a> {
    names: Phrases,
    dataset: &'a Dataset,
    /// Without their "R-".
    codes: OnceCell<HashSet<&'a str>>,
}

impl<'d> Organisations<'d> {
    pub fn of(dataset: &'d Dataset) -> Self {
        let landlords = dataset.landlords.iter().map(|of| (&of.name, &of.short_name, &of.aliases));
        let associations = dataset.associations.iter().map(|of| (&of.name, &of.short_name, &of.aliases));
        let names =
            landlords.chain(associations).flat_map(|(name, short, aliases)| [name, short].into_iter().chain(aliases));
        // Somebody may stand there who is none.
        let is_person = |name: &str| !people::titled(&words(name)).is_empty();
        let folded = names.filter(|name| !is_person(name)).map(|name| {
            let parts: Vec<_> = words(name).into_iter().map(|word| word.folded).collect();
            parts.join(" ")
        });
        let names = Phrases::of(folded.filter(|name| !name.is_empty()));
        Self { names, dataset, codes: OnceCell::new() }
    }

    /// Whether a text has the code of a case, however it is written: "R 4WHA2", "dossier esr7d".
    pub fn names_case(&self, text: &str) -> bool {
        let codes = self.codes.get_or_init(|| {
            let codes = self.dataset.relocations.iter().map(|case| case.code.as_str());
            codes.filter_map(|code| code.strip_prefix("R-")).collect()
        });
        let mut words = text.split(|letter: char| !letter.is_alphanumeric()).map(str::to_uppercase);
        words.any(|word| codes.contains(word.as_str()))
    }

    /// The words of a text, with what is known of each.
    pub fn read<'a>(&self, text: &'a str) -> Vec<Word<'a>> {
        let mut read = words(text);
        for place in 0..read.len() {
            let places = COMMUNES.length(&read[place..]);
            let organisations = self.names.length(&read[place..]);
            read.iter_mut().skip(place).take(places).for_each(|word| word.named = Some(Named::Place));
            read.iter_mut().skip(place).take(organisations).for_each(|word| word.named = Some(Named::Organisation));
        }
        read
    }
}
