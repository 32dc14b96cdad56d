//! Splits a text into words, without surrounding punctuation.

/// A word of a text.
pub(super) struct Word<'a> {
    /// As written.
    pub bare: &'a str,
    /// In lower case.
    pub lower: String,
    /// A clause ends after this word: what follows is about something else.
    pub ends: bool,
}

impl Word<'_> {
    pub fn is_capital(&self) -> bool {
        self.bare.starts_with(char::is_uppercase)
    }

    pub fn is_number(&self) -> bool {
        self.bare.starts_with(|letter: char| letter.is_ascii_digit())
    }
}

/// The words of a text. A dot between two letters also separates ("M.Dupont"), except in an email.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let is_dotted = |word: &str| word.contains('.') && !word.contains('@');
    let split = |word| if is_dotted(word) { split_dots(word) } else { vec![word] };
    text.split_inclusive(char::is_whitespace).flat_map(split).filter_map(word).collect()
}

/// Splits a word at each dot that precedes a letter.
fn split_dots(word: &str) -> Vec<&str> {
    let is_letter_after =
        |place: usize| word.get(place + 1..).is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    let mut parts = Vec::new();
    let mut from = 0;
    for (place, _) in word.match_indices('.').filter(|(place, _)| is_letter_after(*place)) {
        parts.extend(word.get(from..=place));
        from = place + 1;
    }
    parts.extend(word.get(from..));
    parts
}

fn word(raw: &str) -> Option<Word<'_>> {
    let bare = raw.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '+');
    let after = raw.trim_end().trim_end_matches([')', '»', '"']);
    let ends = after.ends_with([',', ';', '!', '?', '.']) || raw.contains('\n');
    (!bare.is_empty()).then(|| Word { bare, lower: bare.to_lowercase(), ends })
}
