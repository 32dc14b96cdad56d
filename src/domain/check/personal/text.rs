//! Splits a text into words, and knows where each stands.

use std::ops::Range;

use crate::domain::fold::fold;

/// A word of a text.
pub(super) struct Word<'a> {
    /// As written.
    pub bare: &'a str,
    /// In small letters, without accents; a hyphen is a space.
    pub folded: String,
    pub at: Range<usize>,
    /// A clause ends after this word: what follows is about something else.
    pub ends: bool,
    /// A bracket opens after it: what follows explains it.
    pub opens: bool,
    /// A dot follows, which may only shorten the word.
    pub has_dot: bool,
    pub case: Case,
    /// Part of the name of something that is known.
    pub named: Option<Named>,
}

/// Which capitals a word has that say something: in a text of capitals none does.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    Small,
    /// Begins with one.
    Capital,
    /// Several letters, all capitals.
    Upper,
}

/// What is known by its name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    /// A commune.
    Place,
    /// An organisation of the dataset.
    Organisation,
}

impl Word<'_> {
    pub fn is_capital(&self) -> bool {
        self.case != Case::Small
    }

    pub fn is_upper(&self) -> bool {
        self.case == Case::Upper
    }

    pub fn is_place(&self) -> bool {
        self.named == Some(Named::Place)
    }

    pub fn is_organisation(&self) -> bool {
        self.named == Some(Named::Organisation)
    }

    /// Begins with a digit.
    pub fn is_number(&self) -> bool {
        self.bare.starts_with(|letter: char| letter.is_ascii_digit())
    }

    /// A short number alone, such as a door or a house has: "12", "14bis".
    pub fn is_house(&self) -> bool {
        let digits = self.bare.trim_end_matches(|letter: char| letter.is_alphabetic());
        let is_short = (1..=4).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
        is_short && matches!(self.folded.get(digits.len()..), Some("" | "a" | "b" | "c" | "bis" | "ter" | "quater"))
    }

    pub fn is_letter(&self) -> bool {
        self.bare.chars().count() == 1 && self.bare.starts_with(char::is_alphabetic)
    }

    pub fn is_one_of(&self, list: &[&str]) -> bool {
        list.contains(&self.folded.as_str())
    }

    /// The clause goes on after the word, or only its own dot stands there: "av. Foch".
    pub fn goes_on(&self) -> bool {
        !self.ends || self.has_dot && self.folded.len() <= 5
    }
}

/// Letters that make a text of capitals only a loud one. A name alone is shorter.
const LOUD: usize = 10;

/// The words of a text. A dot, a colon or a bracket between letters also separates ("M.Dupont").
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let is_loud = !text.contains(char::is_lowercase) && text.chars().filter(|c| c.is_uppercase()).count() >= LOUD;
    let mut found: Vec<Word> = Vec::new();
    let mut letters = text.char_indices().peekable();
    let mut before = ' ';
    let mut from = None;
    while let Some((place, letter)) = letters.next() {
        let after = letters.peek().map_or(' ', |(_, letter)| *letter);
        let is_within = letter.is_alphanumeric() || is_combining(letter) || joins(before, letter, after);
        match (from, is_within) {
            (None, true) => from = Some(place),
            (Some(start), false) => {
                add(&mut found, text, start..place, is_loud);
                from = None;
            }
            _ => {}
        }
        if let (Some(start), '\'' | '’') = (from, letter)
            && is_elided(&text[start..place])
        {
            add(&mut found, text, start..place, is_loud);
            from = None;
        }
        before = letter;
    }
    if let Some(start) = from {
        add(&mut found, text, start..text.len(), is_loud);
    }
    for place in 0..found.len() {
        let until = found.get(place + 1).map_or(text.len(), |next| next.at.start);
        let gap = &text[found[place].at.end..until];
        found[place].has_dot = gap.starts_with('.');
        found[place].ends = ends(gap);
        found[place].opens = gap.contains('(');
    }
    found
}

fn is_combining(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}')
}

/// Whether a character between two others is part of a word.
fn joins(before: char, letter: char, after: char) -> bool {
    let is_between = |is: fn(char) -> bool| is(before) && is(after);
    match letter {
        '-' | '‑' | '‐' | '_' | '\'' | '’' => is_between(char::is_alphanumeric),
        '.' | ',' | '/' | ':' => is_between(|letter| letter.is_ascii_digit()),
        _ => false,
    }
}

/// "d’", "l’", "qu’", but not "P’".
fn is_elided(part: &str) -> bool {
    matches!(part.to_lowercase().as_str(), "c" | "d" | "j" | "l" | "m" | "n" | "qu" | "s" | "t")
}

/// Whether what stands between two words ends a clause.
fn ends(gap: &str) -> bool {
    gap.contains([',', ';', '!', '?', '.', '\n', ')', '/', '|']) || gap.trim().starts_with(['-', '–', '—'])
}

fn add<'a>(found: &mut Vec<Word<'a>>, text: &'a str, at: Range<usize>, is_loud: bool) {
    let bare = &text[at.clone()];
    let letters = || bare.chars().filter(|letter| letter.is_alphabetic());
    let case = if is_loud || !bare.starts_with(char::is_uppercase) {
        Case::Small
    } else if letters().count() > 1 && letters().all(char::is_uppercase) {
        Case::Upper
    } else {
        Case::Capital
    };
    found.push(Word { bare, folded: fold(bare), at, ends: false, opens: false, has_dot: false, case, named: None });
}
