//! Quick entry: the line as typed, and the answer that is highlighted.
//!
//! All else follows from the text (`session::quick`).

use crate::session::line::Line;

/// How many lines are remembered.
const LISTED: usize = 10;

#[derive(Clone, Debug, Default)]
pub struct Quick {
    /// As typed.
    pub line: Line,
    /// The highlighted answer to the first question; none before an arrow key, so that Enter alone chooses nothing.
    pub at: Option<usize>,
    /// What the lines before made, the latest first.
    pub done: Vec<String>,
}

impl Quick {
    /// Empty, for the next line.
    pub fn after(made: String, mut before: Vec<String>) -> Self {
        before.insert(0, made);
        before.truncate(LISTED);
        Self { done: before, ..Self::default() }
    }

    /// Moves the highlight among so many answers.
    pub fn step(&mut self, by: isize, answers: usize) {
        let Some(last) = answers.checked_sub(1) else { return };
        self.at = Some(match self.at {
            None if by < 0 => last,
            None => 0,
            Some(at) => at.saturating_add_signed(by).min(last),
        });
    }

    /// Writes another line in its place, which the undo of the field takes back.
    pub fn answer(&mut self, text: &str) {
        self.line.set(text);
        self.at = None;
    }
}
