//! A commune as people write it: its name with a postcode, CEDEX, département, or article behind it.
//!
//! Takes a text apart; which communes it means is for the caller. Every word of the text is in one of the parts.

use crate::domain::fold::{fold, fold_place};

use super::{Commune, DEPARTEMENTS};

/// The parts of a text.
#[derive(Debug, Default)]
pub(super) struct Written {
    /// Folded; empty if there is only a code.
    pub name: String,
    pub departement: Option<&'static str>,
    /// Five digits: a postcode or an INSEE code.
    pub code: Option<String>,
    /// The code, if any, is one of the post's own for large receivers.
    pub is_cedex: bool,
    /// What else is in parentheses or behind a comma, folded: `Lomme (Lille)`.
    pub beside: Option<String>,
}

impl Written {
    pub(super) fn of(text: &str) -> Self {
        let mut written = Self::default();
        for part in fold_place(text).split(['(', ')', ',']) {
            let words: Vec<&str> = part.split(' ').filter(|word| !word.is_empty()).collect();
            let words = written.take_codes(&words).join(" ");
            written.take_words(words);
        }
        written
    }

    /// Whether the commune is in the département, if one is given.
    pub(super) fn allows(&self, commune: &Commune) -> bool {
        self.departement.is_none_or(|code| code == commune.departement)
    }

    /// Takes postcode, département and CEDEX off both ends of a part.
    fn take_codes<'a>(&mut self, words: &'a [&'a str]) -> &'a [&'a str] {
        let mut words = words;
        // F-59000, the international form.
        if let ["f", code, ..] = words
            && is_code(code)
        {
            words = &words[1..];
        }
        loop {
            words = match words {
                [rest @ .., "cedex"] | [rest @ .., "cedex", _] if is_cedex(words) && !rest.is_empty() => {
                    self.is_cedex = true;
                    rest
                }
                [code, rest @ ..] | [rest @ .., code] if self.code.is_none() && is_code(code) => {
                    self.code = Some((*code).to_owned());
                    rest
                }
                _ => match self.without_departement(words) {
                    Some(rest) => rest,
                    None => return words,
                },
            };
        }
    }

    fn without_departement<'a>(&mut self, words: &'a [&'a str]) -> Option<&'a [&'a str]> {
        let known = |word: &str| DEPARTEMENTS.iter().find(|(code, _)| *code == word).map(|(code, _)| *code);
        let (code, rest) = match words {
            [first, rest @ ..] if known(first).is_some() => (known(first), rest),
            [rest @ .., last] => (Some(known(last)?), rest),
            [] => return None,
        };
        if self.departement.is_some() {
            return None;
        }
        self.departement = code;
        Some(rest)
    }

    fn take_words(&mut self, words: String) {
        let departement = DEPARTEMENTS.iter().find(|(_, name)| fold(name) == words).map(|(code, _)| *code);
        match words.as_str() {
            "" => {}
            _ if self.name.is_empty() => self.name = words,
            // "Bassée (La)", as lists sort it.
            "la" | "le" | "les" | "l" => self.name = format!("{words} {}", self.name),
            _ if self.departement.is_none() && departement.is_some() => self.departement = departement,
            _ => self.beside = Some(self.beside.take().map_or(words.clone(), |more| format!("{more} {words}"))),
        }
    }
}

fn is_code(word: &str) -> bool {
    word.len() == 5 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether the words end with CEDEX, or with CEDEX and its number.
fn is_cedex(words: &[&str]) -> bool {
    match words {
        [.., "cedex", number] => number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit()),
        [.., last] => *last == "cedex",
        [] => false,
    }
}
