//! Characters that nobody sees: they break files, turn a text round, or cut a word so that no
//! search and no check finds it.
//!
//! Owns which they are. Line ends and tabs are not among them, nor the joiners that some scripts
//! and emoji need.

/// Whether a character is a control, turns the direction of a text, or takes no room at all.
///
/// ```
/// use clefs::domain::hidden::is_hidden;
/// assert!("\0\u{202e}\u{2066}\u{200b}\u{feff}".chars().all(is_hidden));
/// assert!(!"Été\u{a0}; 👩‍👧\r\n\t".chars().any(is_hidden));
/// ```
pub fn is_hidden(letter: char) -> bool {
    // Marks, embeddings, overrides and isolates of direction.
    let turns =
        matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    // Blanks without width, invisible signs, anchors of annotations, tags.
    let takes_no_room = matches!(
        letter,
        '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
    );
    turns || takes_no_room || (letter.is_control() && !matches!(letter, '\t' | '\n' | '\r'))
}
