//! Invisible characters: they break files, reverse text, or split a word so that no search or check
//! finds it.
//!
//! Owns the list. Line ends and tabs are allowed, and so are the joiners that some scripts and emoji
//! need.

/// Whether a character is a control, turns the direction of a text, or takes no room at all.
///
/// ```
/// use clefs::domain::hidden::is_hidden;
/// assert!("\0\u{202e}\u{2066}\u{200b}\u{feff}".chars().all(is_hidden));
/// assert!(!"Été\u{a0}; 👩‍👧\r\n\t".chars().any(is_hidden));
/// ```
pub fn is_hidden(letter: char) -> bool {
    // Bidirectional marks, embeddings, overrides and isolates.
    let turns =
        matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    // Zero-width spaces, invisible operators, annotation anchors, tags.
    let takes_no_room = matches!(
        letter,
        '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
    );
    turns || takes_no_room || (letter.is_control() && !matches!(letter, '\t' | '\n' | '\r'))
}
