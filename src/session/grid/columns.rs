//! The columns of a grid: order, hidden ones, widths, how many are frozen; for each set of columns apart.
//!
//! Columns are identified by key. Widths only change on request.

use std::collections::{HashMap, HashSet};

use crate::domain::layout::{SetLayout, TableLayout};
use crate::domain::schema::{ColumnInfo, ColumnKey, ColumnSet, TableId};

/// The set of all columns: `columns-<key>` in the word files.
const ALL: &str = "all";

#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    all: Vec<&'static ColumnInfo>,
    sets: &'static [ColumnSet],
    /// Of each set, of all columns, and of a named view, in this order.
    layouts: Vec<Layout>,
    chosen: usize,
    widths: HashMap<ColumnKey, f32>,
    /// Columns to fit to their content; the view measures it.
    fitting: HashSet<ColumnKey>,
}

#[derive(Clone, Debug, PartialEq)]
struct Layout {
    order: Vec<ColumnKey>,
    hidden: HashSet<ColumnKey>,
    still: usize,
}

impl Layout {
    /// These columns in their order, the first of them frozen; the others hidden.
    fn of(all: &[&'static ColumnInfo], shown: &[ColumnKey]) -> Self {
        let rest = all.iter().map(|info| info.key).filter(|key| !shown.contains(key));
        let hidden: HashSet<_> = rest.clone().collect();
        Self { order: shown.iter().copied().chain(rest).collect(), hidden, still: 1 }
    }

    fn all(all: &[&'static ColumnInfo]) -> Self {
        Self::of(all, &all.iter().map(|info| info.key).collect::<Vec<_>>())
    }

    fn is_shown(&self, column: ColumnKey) -> bool {
        self.order.contains(&column) && !self.hidden.contains(&column)
    }

    /// Drops the columns that are gone and puts new ones after those that precede them. If none is left that was not
    /// hidden, all are shown.
    fn follow(&mut self, all: &[&'static ColumnInfo]) {
        self.order.retain(|key| all.iter().any(|info| info.key == *key));
        let mut before = None;
        for info in all {
            if !self.order.contains(&info.key) {
                let at = before.and_then(|before| self.order.iter().position(|key| *key == before));
                self.order.insert(at.map_or(0, |at| at + 1), info.key);
            }
            before = Some(info.key);
        }
        if self.order.iter().all(|key| self.hidden.contains(key)) {
            self.hidden.clear();
        }
    }
}

impl Columns {
    /// The columns of a table: of its sets the usual one is shown, or all if it has none.
    pub fn of(table: TableId) -> Self {
        Self::with(table.columns().to_vec(), table.sets())
    }

    /// All columns, in the given order; the first is frozen.
    pub fn all(all: Vec<&'static ColumnInfo>) -> Self {
        Self::with(all, &[])
    }

    fn with(all: Vec<&'static ColumnInfo>, sets: &'static [ColumnSet]) -> Self {
        let layouts = sets.iter().map(|set| Layout::of(&all, set.columns));
        Self {
            layouts: layouts.chain([Layout::all(&all), Layout::all(&all)]).collect(),
            all,
            sets,
            chosen: 0,
            widths: HashMap::new(),
            fitting: HashSet::new(),
        }
    }

    /// The same layout for other columns: some may be new, and some gone.
    pub fn follow(&mut self, all: &[&'static ColumnInfo]) {
        if self.all != all {
            self.layouts.iter_mut().for_each(|layout| layout.follow(all));
            self.all = all.to_vec();
        }
    }

    /// The keys of the sets to choose from, all columns last.
    pub fn sets(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.sets.iter().map(|set| set.key).chain([ALL])
    }

    /// Which of them is shown; none while a named view is.
    pub fn chosen(&self) -> Option<usize> {
        (self.chosen < self.named()).then_some(self.chosen)
    }

    /// Shows a set as it was left.
    pub fn choose(&mut self, set: usize) {
        self.chosen = set.min(self.named() - 1);
    }

    /// Shows all columns but those that a named view hides.
    pub fn choose_view(&mut self, hidden: &[ColumnKey]) {
        self.chosen = self.named();
        *self.layout_mut() = Layout::all(&self.all);
        for column in hidden {
            self.hide(*column);
        }
    }

    /// Leaves a named view.
    pub fn leave_view(&mut self) {
        self.chosen = self.chosen().unwrap_or_default();
    }

    /// Whether the set is not as it was at first.
    pub fn is_changed(&self) -> bool {
        self.chosen().is_some_and(|set| self.layouts[set] != self.fresh(set))
    }

    /// Makes the set what it was at first.
    pub fn reset(&mut self) {
        if let Some(set) = self.chosen() {
            self.layouts[set] = self.fresh(set);
        }
    }

    /// Brings a column into sight: in this set if it was hidden there, else in the first set that shows it.
    pub fn reveal(&mut self, column: ColumnKey) {
        let is_of_set = self.chosen().is_none_or(|set| self.fresh(set).is_shown(column));
        match self.layouts.iter().take(self.named()).position(|layout| layout.is_shown(column)) {
            Some(set) if !is_of_set => self.choose(set),
            _ => self.show(column),
        }
    }

    pub fn shown(&self) -> Vec<&'static ColumnInfo> {
        let Layout { order, hidden, .. } = self.layout();
        order.iter().filter(|key| !hidden.contains(key)).filter_map(|key| self.column(*key)).collect()
    }

    /// In the order of the schema, so that it does not depend on how columns were moved.
    pub fn hidden(&self) -> Vec<&'static ColumnInfo> {
        self.all.iter().copied().filter(|info| self.layout().hidden.contains(&info.key)).collect()
    }

    pub fn is_shown(&self, column: ColumnKey) -> bool {
        self.layout().is_shown(column)
    }

    /// The column itself, or if it is hidden the nearest shown one, preferably towards another
    /// column.
    pub fn near(&self, column: ColumnKey, toward: ColumnKey) -> Option<ColumnKey> {
        let order = &self.layout().order;
        let place = |column| order.iter().position(|key| *key == column).unwrap_or(0);
        let (at, toward) = (place(column), place(toward));
        let (left, right) = (order.get(..=at)?, order.get(at..)?);
        let is_shown = |key: &&ColumnKey| self.is_shown(**key);
        let left = || left.iter().rev().find(is_shown);
        let right = || right.iter().find(is_shown);
        if at <= toward { right().or_else(left) } else { left().or_else(right) }.copied()
    }

    /// How many shown columns are frozen.
    pub fn still(&self) -> usize {
        self.layout().still
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

    /// The next shown column that can be written, to the right or left.
    pub fn writable_beside(&self, column: ColumnKey, is_right: bool) -> Option<ColumnKey> {
        let shown = self.shown();
        let place = shown.iter().position(|info| info.key == column)?;
        let writable = |info: &&&ColumnInfo| !info.is_derived();
        let next = if is_right {
            shown[place + 1..].iter().find(writable)
        } else {
            shown[..place].iter().rev().find(writable)
        };
        next.map(|info| info.key)
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
            self.layout_mut().hidden.insert(column);
        }
    }

    pub fn show(&mut self, column: ColumnKey) {
        self.layout_mut().hidden.remove(&column);
    }

    pub fn show_all(&mut self) {
        self.layout_mut().hidden.clear();
    }

    /// Moves a column before another one, or to the end.
    pub fn place(&mut self, column: ColumnKey, before: Option<ColumnKey>) {
        let order = &mut self.layout_mut().order;
        if before == Some(column) || !order.contains(&column) {
            return;
        }
        order.retain(|key| *key != column);
        let at = before.and_then(|key| order.iter().position(|other| *other == key)).unwrap_or(order.len());
        order.insert(at, column);
    }

    /// Freezes the columns up to this one; a second time, only the first.
    pub fn freeze(&mut self, column: ColumnKey) {
        let shown = self.shown();
        let still = shown.iter().position(|info| info.key == column).map_or(1, |place| place + 1);
        let layout = self.layout_mut();
        layout.still = if layout.still == still { 1 } else { still.min(shown.len().saturating_sub(1)).max(1) };
    }

    /// Sets a width, never too narrow to be dragged again.
    pub fn resize(&mut self, column: ColumnKey, width: f32) {
        self.fitting.remove(&column);
        self.widths.insert(column, width.clamp(32.0, 900.0));
    }

    /// For the settings: what differs from the beginning.
    pub fn kept(&self, table: TableId) -> Option<TableLayout> {
        let changed = self.sets().enumerate().filter(|(set, _)| self.layouts[*set] != self.fresh(*set));
        let sets: Vec<_> = changed
            .map(|(set, key)| {
                let Layout { order, hidden, still } = &self.layouts[set];
                let shown = order.iter().filter(|key| !hidden.contains(key)).map(|key| key.as_str().to_owned());
                SetLayout { set: key.to_owned(), shown: shown.collect(), frozen: *still }
            })
            .collect();
        let shown = self.chosen().filter(|set| *set > 0).and_then(|set| self.sets().nth(set)).unwrap_or_default();
        // Never negative nor above 900.
        let mut widths: Vec<_> =
            self.widths.iter().map(|(key, width)| (key.as_str().to_owned(), width.round() as u16)).collect();
        widths.sort();
        let kept = TableLayout { table: table.key().to_owned(), shown: shown.to_owned(), sets, widths };
        (!kept.shown.is_empty() || !kept.sets.is_empty() || !kept.widths.is_empty()).then_some(kept)
    }

    /// As kept in the settings. Columns that this version does not know are left out.
    pub fn restored(table: TableId, kept: &TableLayout) -> Self {
        let mut columns = Self::of(table);
        let known = |name: &String| table.column_named(name).map(|info| info.key);
        for SetLayout { set, shown, frozen } in &kept.sets {
            let mut seen = HashSet::new();
            let shown: Vec<_> = shown.iter().filter_map(known).filter(|key| seen.insert(*key)).collect();
            if let Some(at) = columns.sets().position(|key| key == set)
                && !shown.is_empty()
            {
                columns.layouts[at] =
                    Layout { still: (*frozen).clamp(1, shown.len()), ..Layout::of(&columns.all, &shown) };
            }
        }
        columns.chosen = columns.sets().position(|key| key == kept.shown).unwrap_or_default();
        for (name, width) in &kept.widths {
            if let Some(column) = known(name) {
                columns.resize(column, f32::from(*width));
            }
        }
        columns
    }

    fn column(&self, key: ColumnKey) -> Option<&'static ColumnInfo> {
        self.all.iter().find(|info| info.key == key).copied()
    }

    /// Where the layout of a named view is.
    fn named(&self) -> usize {
        self.layouts.len() - 1
    }

    fn layout(&self) -> &Layout {
        &self.layouts[self.chosen]
    }

    fn layout_mut(&mut self) -> &mut Layout {
        &mut self.layouts[self.chosen]
    }

    /// A set as it is at first.
    fn fresh(&self, set: usize) -> Layout {
        self.sets.get(set).map_or_else(|| Layout::all(&self.all), |set| Layout::of(&self.all, set.columns))
    }
}
