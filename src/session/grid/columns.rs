//! The columns of a grid: order, hidden ones, widths, how many are frozen.
//!
//! Columns are identified by key. Widths only change on request.

use std::collections::{HashMap, HashSet};

use crate::domain::schema::{ColumnInfo, ColumnKey};

#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    all: Vec<&'static ColumnInfo>,
    order: Vec<ColumnKey>,
    hidden: HashSet<ColumnKey>,
    widths: HashMap<ColumnKey, f32>,
    /// Columns to fit to their content; the view measures it.
    fitting: HashSet<ColumnKey>,
    still: usize,
}

impl Columns {
    /// Every column, in the given order; the first is frozen.
    pub fn of(all: Vec<&'static ColumnInfo>) -> Self {
        Self {
            order: all.iter().map(|info| info.key).collect(),
            all,
            hidden: HashSet::new(),
            widths: HashMap::new(),
            fitting: HashSet::new(),
            still: 1,
        }
    }

    /// Drops the columns that are gone and puts new ones after those that precede them.
    pub fn follow(&mut self, all: &[&'static ColumnInfo]) {
        if self.all == all {
            return;
        }
        self.order.retain(|key| all.iter().any(|info| info.key == *key));
        let mut before = None;
        for info in all {
            if !self.order.contains(&info.key) {
                let at = before.and_then(|before| self.order.iter().position(|key| *key == before));
                self.order.insert(at.map_or(0, |at| at + 1), info.key);
            }
            before = Some(info.key);
        }
        self.all = all.to_vec();
    }

    fn column(&self, key: ColumnKey) -> Option<&'static ColumnInfo> {
        self.all.iter().find(|info| info.key == key).copied()
    }

    pub fn shown(&self) -> Vec<&'static ColumnInfo> {
        self.order.iter().filter(|key| !self.hidden.contains(key)).filter_map(|key| self.column(*key)).collect()
    }

    pub fn hidden(&self) -> Vec<&'static ColumnInfo> {
        self.order.iter().filter(|key| self.hidden.contains(key)).filter_map(|key| self.column(*key)).collect()
    }

    pub fn is_shown(&self, column: ColumnKey) -> bool {
        self.order.contains(&column) && !self.hidden.contains(&column)
    }

    /// The column itself, or if it is hidden the nearest shown one, preferably towards another
    /// column.
    pub fn near(&self, column: ColumnKey, toward: ColumnKey) -> Option<ColumnKey> {
        let place = |column| self.order.iter().position(|key| *key == column).unwrap_or(0);
        let (at, toward) = (place(column), place(toward));
        let (left, right) = (self.order.get(..=at)?, self.order.get(at..)?);
        let is_shown = |key: &&ColumnKey| self.is_shown(**key);
        let left = || left.iter().rev().find(is_shown);
        let right = || right.iter().find(is_shown);
        if at <= toward { right().or_else(left) } else { left().or_else(right) }.copied()
    }

    /// How many shown columns are frozen.
    pub const fn still(&self) -> usize {
        self.still
    }

    /// The width set by the user.
    pub fn width(&self, column: ColumnKey) -> Option<f32> {
        self.widths.get(&column).copied()
    }

    /// The shown column at a distance to the right of another (negative: left).
    pub fn beside(&self, column: ColumnKey, by: isize) -> Option<ColumnKey> {
        let shown = self.shown();
        let place = shown.iter().position(|info| info.key == column)?.checked_add_signed(by)?;
        shown.get(place).map(|info| info.key)
    }

    pub const fn fitting(&self) -> &HashSet<ColumnKey> {
        &self.fitting
    }

    /// Requests that a column, or all shown ones, be fitted to their content.
    pub fn fit(&mut self, column: Option<ColumnKey>) {
        match column {
            Some(column) => self.fitting.extend([column]),
            None => self.fitting.extend(self.shown().iter().map(|info| info.key)),
        }
    }

    pub fn hide(&mut self, column: ColumnKey) {
        if self.shown().len() > 1 {
            self.hidden.insert(column);
        }
    }

    pub fn show(&mut self, column: ColumnKey) {
        self.hidden.remove(&column);
    }

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

    /// Freezes the columns up to this one; a second time, only the first.
    pub fn freeze(&mut self, column: ColumnKey) {
        let shown = self.shown();
        let still = shown.iter().position(|info| info.key == column).map_or(1, |place| place + 1);
        self.still = if self.still == still { 1 } else { still.min(shown.len().saturating_sub(1)).max(1) };
    }

    /// Sets a width, never too narrow to be dragged again.
    pub fn resize(&mut self, column: ColumnKey, width: f32) {
        self.fitting.remove(&column);
        self.widths.insert(column, width.clamp(32.0, 900.0));
    }
}
