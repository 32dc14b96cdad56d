//! The words of a typed line, and which groups of them may belong together.
//!
//! Owns where words are parted. Keeps the place of each word in the text, so that a question can be answered by
//! writing the text anew.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;

use crate::domain::commune::{self, Meant};
use crate::domain::fold::fold;

use super::lexicon::UNITS;

/// Words in a group, at most: "SA HLM de l’Oise", "CA de la Région de Château-Thierry".
pub(super) const LONGEST: usize = 8;

/// A word, by its bytes in the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    pub range: Range<usize>,
    pub folded: String,
    /// A comma or semicolon follows: no group goes on over it.
    ends: bool,
    pub is_quoted: bool,
}

/// A typed line.
pub(super) struct Typed<'a> {
    pub text: &'a str,
    pub tokens: Vec<Token>,
    /// What groups mean as communes: a line is read as several kinds of record.
    communes: RefCell<HashMap<Range<usize>, Meant>>,
}

impl<'a> Typed<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let mut tokens: Vec<Token> = Vec::new();
        let mut rest = 0..text.len();
        while let Some(start) = text[rest.clone()].find(|c: char| !c.is_whitespace()).map(|at| rest.start + at) {
            if let Some((inside, end)) = quoted(text, start) {
                tokens.push(Token { folded: fold(&text[inside]), range: start..end, ends: true, is_quoted: true });
                rest.start = end;
                continue;
            }
            let end = text[start..].find(char::is_whitespace).map_or(text.len(), |at| start + at);
            for part in parts(text, start..end) {
                match &text[part.clone()] {
                    "," | ";" => tokens.iter_mut().last().into_iter().for_each(|token| token.ends = true),
                    ":" | "=" => {}
                    word => tokens.push(Token { folded: fold(word), range: part, ends: false, is_quoted: false }),
                }
            }
            rest.start = end;
        }
        // A dash folds to nothing.
        tokens.retain(|token| !token.folded.is_empty());
        Self { text, tokens, communes: RefCell::default() }
    }

    pub(super) const fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The words of a group as they were typed.
    pub(super) fn words(&self, group: &Range<usize>) -> &'a str {
        &self.text[self.bytes(group)]
    }

    /// The place of a group in the text.
    pub(super) fn bytes(&self, group: &Range<usize>) -> Range<usize> {
        match self.tokens.get(group.clone()).unwrap_or_default() {
            [first, .., last] => first.range.start..last.range.end,
            [only] => only.range.clone(),
            [] => self.text.len()..self.text.len(),
        }
    }

    /// The communes that a group may mean.
    pub(super) fn communes(&self, group: &Range<usize>) -> Meant {
        let known = self.communes.borrow().get(group).cloned();
        known.unwrap_or_else(|| {
            let meant = commune::meant(self.words(group));
            self.communes.borrow_mut().insert(group.clone(), meant.clone());
            meant
        })
    }

    pub(super) fn folded(&self, group: &Range<usize>) -> String {
        let words: Vec<_> = self.tokens[group.clone()].iter().map(|token| token.folded.as_str()).collect();
        words.join(" ")
    }

    /// The groups that start at a word, the longest first. A number is not parted from its unit: in "lille 59 m²" the
    /// number is no département.
    pub(super) fn groups(&self, start: usize) -> impl Iterator<Item = Range<usize>> + '_ {
        let most = self.len().min(start + LONGEST);
        let tokens = &self.tokens;
        let is_apart = move |at: usize| tokens[at].ends || tokens[at].is_quoted;
        let end = (start..most).find(|at| is_apart(*at)).map_or(most, |at| at + 1);
        let parts_unit = move |end: usize| {
            tokens.get(end).is_some_and(|next| UNITS.contains(&next.folded.as_str()))
                && is_number(&tokens[end - 1].folded)
                && !tokens[end - 1].ends
        };
        (start + 1..=end).rev().filter(move |end| !parts_unit(*end)).map(move |end| start..end)
    }

    /// Whether a group has digits alone as a word: they may be anything.
    pub(super) fn has_bare_number(&self, group: &Range<usize>) -> bool {
        self.tokens[group.clone()].iter().any(|token| is_number(&token.folded))
    }

    /// The text with other words in place of a group.
    pub(super) fn with(&self, group: &Range<usize>, words: &str) -> String {
        let place = self.bytes(group);
        joined([&self.text[..place.start], words, &self.text[place.end..]])
    }

    /// The text without some groups.
    pub(super) fn without(&self, groups: &[Range<usize>]) -> String {
        let mut places: Vec<_> = groups.iter().map(|group| self.bytes(group)).collect();
        places.sort_by_key(|place| place.start);
        let (mut left, mut from) = (Vec::new(), 0);
        for place in places {
            left.push(self.text.get(from..place.start).unwrap_or_default());
            from = from.max(place.end);
        }
        left.push(&self.text[from..]);
        joined(left)
    }

    /// The text with more at its end, parted from what stands there.
    pub(super) fn and(&self, words: &str) -> String {
        let text = self.text.trim_end().trim_end_matches([',', ';']);
        if text.is_empty() { words.to_owned() } else { format!("{text}, {words}") }
    }
}

pub(super) fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Parts joined by one blank, without those that are blank.
fn joined<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut text = String::new();
    for part in parts.into_iter().map(str::trim).filter(|part| !part.is_empty()) {
        if !text.is_empty() && !part.starts_with([',', ';']) {
            text.push(' ');
        }
        text.push_str(part);
    }
    text.trim_start_matches([',', ';', ' ']).to_owned()
}

/// A text in quotation marks: what is inside, and where it ends. A mark that is not closed goes to the end.
fn quoted(text: &str, start: usize) -> Option<(Range<usize>, usize)> {
    let (open, close) =
        [('"', '"'), ('«', '»'), ('“', '”')].into_iter().find(|(open, _)| text[start..].starts_with(*open))?;
    let inside = start + open.len_utf8();
    Some(match text[inside..].find(close) {
        Some(at) => (inside..inside + at, inside + at + close.len_utf8()),
        None => (inside..text.len(), text.len()),
    })
}

/// The parts of what stands between two blanks: marks that part words stand alone, but not within numbers.
fn parts(text: &str, word: Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut from = word.start;
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    for (at, mark) in text[word.clone()].char_indices().map(|(at, c)| (word.start + at, c)) {
        let (before, after) = (text[..at].chars().next_back(), text[at + mark.len_utf8()..].chars().next());
        let is_apart = match mark {
            ',' | ':' => !(is_digit(before) && is_digit(after)),
            ';' | '=' => true,
            // "+2 enfants", but not "R+2" nor "T6+".
            '+' => at == word.start && is_digit(after),
            _ => false,
        };
        if is_apart {
            parts.extend([from..at, at..at + mark.len_utf8()]);
            from = at + mark.len_utf8();
        }
    }
    parts.push(from..word.end);
    parts.retain(|part| !part.is_empty());
    parts
}
