//! Where the selection went, move by move: the view scrolls after each of them, however many came within
//! one frame, so that what is in sight does not depend on frames.

use super::selection::CellPos;

/// More moves than a user makes within a frame.
const MOST: usize = 256;

/// A move of the selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GridMove {
    number: u64,
    /// None if the first row and column of the next arrangement are selected.
    pub to: Option<CellPos>,
    /// Back to the left edge, whatever is in sight already.
    pub is_home: bool,
}

impl GridMove {
    /// To where the selection is already.
    pub const fn to(corner: Option<CellPos>) -> Self {
        Self { number: 0, to: corner, is_home: false }
    }
}

#[derive(Clone, Debug, Default)]
pub struct Trail {
    moves: Vec<GridMove>,
    made: u64,
}

impl Trail {
    pub(super) fn push(&mut self, to: Option<CellPos>, is_home: bool) {
        if self.moves.len() == MOST {
            self.moves.drain(..MOST / 2);
        }
        self.made += 1;
        self.moves.push(GridMove { number: self.made, to, is_home });
    }

    /// Marks the last move as one back to the left edge.
    pub(super) fn went_home(&mut self) {
        if let Some(last) = self.moves.last_mut() {
            last.is_home = true;
        }
    }

    /// How many moves there were.
    pub const fn made(&self) -> u64 {
        self.made
    }

    /// The moves after the first `seen`.
    pub fn since(&self, seen: u64) -> impl Iterator<Item = &GridMove> {
        self.moves.iter().filter(move |step| step.number > seen)
    }
}
