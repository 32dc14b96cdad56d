//! Memoised texts of visible cells.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::domain::id::CellRef;
use crate::domain::lens::Lens;
use crate::domain::schema::Kind;
use crate::exchange::show;
use crate::words::Words;

/// The owner clears it when an input changes.
#[derive(Default)]
pub struct Texts {
    kept: RefCell<HashMap<CellRef, Rc<str>>>,
}

impl Texts {
    /// More than a tall screen shows, and little memory.
    const MOST: usize = 20_000;

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

    /// To be called when the dataset, the day or the language changes.
    pub fn clear(&self) {
        self.kept.borrow_mut().clear();
    }
}
