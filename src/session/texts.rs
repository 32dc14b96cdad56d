//! Texts of cells in sight, formatted once per revision.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::domain::id::CellRef;
use crate::domain::lens::Lens;
use crate::domain::schema::Kind;
use crate::exchange::show;
use crate::words::Words;

/// Kept texts; cleared by whoever knows that something changed.
#[derive(Default)]
pub struct Texts {
    kept: RefCell<HashMap<CellRef, Rc<str>>>,
}

impl Texts {
    /// More than a tall screen shows, less than would be felt in memory.
    const MOST: usize = 20_000;

    /// The text of a cell.
    pub fn of(&self, cell: CellRef, kind: Kind, lens: &Lens, words: &Words) -> Rc<str> {
        if let Some(text) = self.kept.borrow().get(&cell) {
            return Rc::clone(text);
        }
        let text: Rc<str> = show::value(&lens.value(cell), kind, lens, words).into();
        let mut kept = self.kept.borrow_mut();
        if kept.len() >= Self::MOST {
            kept.clear();
        }
        kept.insert(cell, Rc::clone(&text));
        text
    }

    /// Forgets them all: the dataset, the day or the language changed.
    pub fn clear(&self) {
        self.kept.borrow_mut().clear();
    }
}
