//! Which columns a grid shows: order, hidden ones, widths, how many stand still.
//!
//! Columns are known by their keys. Widths never move by themselves.

use std::collections::{HashMap, HashSet};

use crate::domain::schema::{ColumnInfo, ColumnKey, TableId};

/// How a table's columns stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    table: TableId,
    order: Vec<ColumnKey>,
    hidden: HashSet<ColumnKey>,
    widths: HashMap<ColumnKey, f32>,
    /// Columns that are to be made as wide as what they hold: whoever paints them knows how wide.
    fitting: HashSet<ColumnKey>,
    still: usize,
}

impl Columns {
    /// Every column, in the order of the schema; the first stands still.
    pub fn of(table: TableId) -> Self {
        Self {
            table,
            order: table.columns().iter().map(|info| info.key).collect(),
            hidden: HashSet::new(),
            widths: HashMap::new(),
            fitting: HashSet::new(),
            still: 1,
        }
    }

    /// The columns that are shown, in order.
    pub fn shown(&self) -> Vec<&'static ColumnInfo> {
        self.order.iter().filter(|key| !self.hidden.contains(key)).filter_map(|key| self.table.column(*key)).collect()
    }

    /// The columns that are not, in order.
    pub fn hidden(&self) -> Vec<&'static ColumnInfo> {
        self.order.iter().filter(|key| self.hidden.contains(key)).filter_map(|key| self.table.column(*key)).collect()
    }

    /// Whether a column is shown.
    pub fn is_shown(&self, column: ColumnKey) -> bool {
        self.order.contains(&column) && !self.hidden.contains(&column)
    }

    /// The column itself, or where it is hidden the next one that is shown, in the direction of
    /// another one first.
    pub fn near(&self, column: ColumnKey, toward: ColumnKey) -> Option<ColumnKey> {
        let place = |column| self.order.iter().position(|key| *key == column).unwrap_or(0);
        let (at, toward) = (place(column), place(toward));
        let (left, right) = (self.order.get(..=at)?, self.order.get(at..)?);
        let is_shown = |key: &&ColumnKey| self.is_shown(**key);
        let left = || left.iter().rev().find(is_shown);
        let right = || right.iter().find(is_shown);
        if at <= toward { right().or_else(left) } else { left().or_else(right) }.copied()
    }

    /// How many of those shown do not scroll sideways.
    pub const fn still(&self) -> usize {
        self.still
    }

    /// How wide a column was made.
    pub fn width(&self, column: ColumnKey) -> Option<f32> {
        self.widths.get(&column).copied()
    }

    /// The shown column so many places to the right of another, or to its left.
    pub fn beside(&self, column: ColumnKey, by: isize) -> Option<ColumnKey> {
        let shown = self.shown();
        let place = shown.iter().position(|info| info.key == column)?.checked_add_signed(by)?;
        shown.get(place).map(|info| info.key)
    }

    /// The columns that are to be made as wide as what they hold.
    pub const fn fitting(&self) -> &HashSet<ColumnKey> {
        &self.fitting
    }

    /// Asks for a column to be made as wide as what it holds, or for all that are shown.
    pub fn fit(&mut self, column: Option<ColumnKey>) {
        match column {
            Some(column) => self.fitting.extend([column]),
            None => self.fitting.extend(self.shown().iter().map(|info| info.key)),
        }
    }

    /// Hides a column, but never the last one.
    pub fn hide(&mut self, column: ColumnKey) {
        if self.shown().len() > 1 {
            self.hidden.insert(column);
        }
    }

    /// Shows a column again, where it was.
    pub fn show(&mut self, column: ColumnKey) {
        self.hidden.remove(&column);
    }

    /// Shows all of them.
    pub fn show_all(&mut self) {
        self.hidden.clear();
    }

    /// Moves a column before another one, or to the end.
    pub fn place(&mut self, column: ColumnKey, before: Option<ColumnKey>) {
        if before == Some(column) || !self.order.contains(&column) {
            return;
        }
        self.order.retain(|key| *key != column);
        let at = before.and_then(|key| self.order.iter().position(|other| *other == key)).unwrap_or(self.order.len());
        self.order.insert(at, column);
    }

    /// Makes the columns up to this one stand still; the same again lets them go but the first.
    pub fn freeze(&mut self, column: ColumnKey) {
        let shown = self.shown();
        let still = shown.iter().position(|info| info.key == column).map_or(1, |place| place + 1);
        self.still = if self.still == still { 1 } else { still.min(shown.len().saturating_sub(1)).max(1) };
    }

    /// Makes a column as wide as the mouse asks, never too narrow to take hold of again.
    pub fn resize(&mut self, column: ColumnKey, width: f32) {
        self.fitting.remove(&column);
        self.widths.insert(column, width.clamp(32.0, 900.0));
    }
}
