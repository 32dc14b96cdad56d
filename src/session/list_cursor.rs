//! Which item of a page's list has the cursor, though items come and go.

use crate::domain::check::Finding;
use crate::todo::Todo;

/// The cursors of the pages that are lists.
#[derive(Default)]
pub(super) struct ListCursors {
    pub(super) todos: ListCursor<Todo>,
    pub(super) findings: ListCursor<Finding>,
}

pub(super) struct ListCursor<T> {
    /// The item, and where it stood: if it is gone, the cursor is on the one that stands there now.
    at: Option<(T, usize)>,
    /// Incremented when another item must be scrolled into view.
    pub(super) moves: u64,
}

impl<T> Default for ListCursor<T> {
    fn default() -> Self {
        Self { at: None, moves: 0 }
    }
}

impl<T: Clone> ListCursor<T> {
    /// The item with the cursor, and its place in the list.
    pub(super) fn at_hand<'a>(&self, items: &'a [T], is_same: impl Fn(&T, &T) -> bool) -> Option<(usize, &'a T)> {
        let (item, at) = self.at.as_ref().map_or((None, 0), |(item, at)| (Some(item), *at));
        let found = item.and_then(|item| items.iter().position(|other| is_same(item, other)));
        let at = found.unwrap_or(at).min(items.len().checked_sub(1)?);
        Some((at, items.get(at)?))
    }

    /// Goes from a place to another one.
    pub(super) fn step(&mut self, items: &[T], from: usize, by: isize) {
        let to = from.saturating_add_signed(by).min(items.len().saturating_sub(1));
        self.at = items.get(to).cloned().map(|item| (item, to));
        self.moves += 1;
    }
}
