//! The two ways to see the commitments, as a list or crossed, with a grid of its own for each.
//!
//! One of the two grids is shown, the other waits aside with its cursor, sort and widths. What is crossed is worked
//! out in `commitments`, again after each change.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::check::{Finding, Severity};
use crate::domain::id::{CellRef, RowId};
use crate::domain::schema::{ColumnKey, TableId};
use crate::domain::value::Value;
use crate::edit::{ChangedAt, Edit, Revision};
use crate::words::Lang;

use super::Session;
use super::commitments::{self, REGION, target_of};
use super::grid::{CellPos, Columns, EditorPlace, Extent, Foot, Grid, Selection, Sheet};

const TABLE: TableId = TableId::Commitments;

#[derive(Default)]
pub(super) struct Crossing {
    /// The grid of the commitments that is not shown.
    aside: Option<Grid>,
    /// What the shown one was worked out from.
    of: Option<(Revision, NaiveDate, Lang)>,
}

impl Session {
    /// Whether the commitments are shown as a grid of landlords and periods.
    pub fn shows_crossed(&self) -> bool {
        self.grid(TABLE).sheet().crossed().is_some()
    }

    pub(super) fn show_crossed(&mut self, is_crossed: bool) {
        if self.shows_crossed() != is_crossed {
            let other = self.crossing.aside.take().unwrap_or_else(|| {
                let sheet = self.crossed_anew();
                let columns = Columns::all(sheet.columns());
                Grid::of(sheet, columns)
            });
            self.crossing.aside = self.grids.insert(TABLE, other);
            self.crossing.of = None;
            self.derived.forget_rows(TABLE);
        }
        self.show_page_of(TABLE);
        self.follow();
    }

    /// The office's columns of a table as a list. What is arranged in a séance goes with it.
    pub(super) fn list_columns(&self, table: TableId) -> &Columns {
        let office = self.seance.as_ref().map(|seance| (&seance.grids, &seance.crossing));
        let (grids, crossing) = office.unwrap_or((&self.grids, &self.crossing));
        let grid = &grids[&table];
        crossing.aside.as_ref().filter(|_| grid.sheet().crossed().is_some()).unwrap_or(grid).columns()
    }

    /// Shows a table as a list, where each record has a row.
    pub(super) fn show_list(&mut self, table: TableId) {
        if table == TABLE && self.shows_crossed() {
            self.show_crossed(false);
        }
    }

    /// Lays the crossed commitments out again, if anything changed.
    pub(super) fn cross_again(&mut self, table: TableId) {
        let of = (self.document.revision(), self.today(), self.words.lang());
        if table == TABLE && self.shows_crossed() && self.crossing.of != Some(of) {
            let sheet = self.crossed_anew();
            self.with_grid(TABLE, |grid| grid.lay_out(sheet));
            self.crossing.of = Some(of);
        }
    }

    fn crossed_anew(&mut self) -> Sheet {
        let mut rng = self.environment.random.clone();
        let mut fresh = || self.document.dataset().fresh_id(&mut || rng.u64(..));
        let kept = self.grid(TABLE).sheet().crossed();
        let crossed = commitments::crossed(&self.lens(), &self.words, kept, &mut fresh);
        self.environment.random = rng;
        Sheet::Crossed(Arc::new(crossed))
    }

    /// Where a change is seen in the shown grid; what is not crossed is shown in the list.
    pub(super) fn shown_at(&mut self, at: ChangedAt) -> ChangedAt {
        if at.table != TABLE || !self.shows_crossed() {
            return at;
        }
        if let Some((row, column)) = self.grid(TABLE).sheet().place(target_of(at.row)) {
            return ChangedAt { row, column: Some(column), ..at };
        }
        self.show_list(TABLE);
        at
    }

    /// Makes the commitments of the next period and shows them, selected, in the crossed grid.
    pub(super) fn renew(&mut self, edit: &Edit) {
        if !self.apply(edit) {
            return;
        }
        self.show_crossed(true);
        let Edit::Batch { edits, .. } = edit else { return };
        let made = edits.iter().filter_map(|edit| match edit {
            Edit::Insert { table: TABLE, row, .. } => Some(*row),
            _ => None,
        });
        let (grid, arrangement) = (self.grid(TABLE), self.arrangement(TABLE));
        let places: Vec<CellPos> = made
            .filter_map(|row| grid.sheet().place(target_of(row)))
            .filter(|(row, column)| arrangement.contains(*row) && grid.columns().is_shown(*column))
            .collect();
        let shown = grid.columns().shown();
        let rows = places.iter().map(|(row, _)| *row);
        let columns = || shown.iter().map(|info| info.key).filter(|key| places.iter().any(|(_, column)| column == key));
        let top = rows.min_by_key(|row| arrangement.place(*row));
        if let (Some(top), Some(left), Some(right)) = (top, columns().next(), columns().next_back()) {
            let selection = Selection { cursor: (top, left), corner: (top, right), reach: Extent::Columns };
            self.with_grid(TABLE, |grid| grid.set_selection(selection));
        }
    }

    /// The first of the selected commitments that wait to be confirmed.
    pub(super) fn to_confirm(&self) -> Option<RowId> {
        self.unconfirmed().first().copied().filter(|_| !self.is_read_only())
    }

    /// The selected commitments that wait to be confirmed.
    pub(super) fn unconfirmed(&self) -> Vec<RowId> {
        let waits = |row: &RowId| self.dataset().commitments.find(*row).is_some_and(commitments::is_proposed);
        self.selected_rows(TABLE).into_iter().filter(waits).collect()
    }

    /// What stands below the column that is being typed into, with what is typed.
    pub fn foot_typed(&self, column: ColumnKey) -> Option<Foot> {
        let grid = self.grid(TABLE);
        let editor = grid.editor().filter(|editor| editor.place == EditorPlace::Grid && editor.at.1 == column)?;
        let (sum, target) = grid.sheet().crossed()?.column(column)?.sum?;
        let kind = grid.sheet().column(column)?.kind;
        let number = |value: &Value| if let Value::Integer(n) = value { Some(*n) } else { None };
        let typed = number(&self.value_typed(kind, editor.text()).ok()?);
        let present = number(&grid.sheet().value(editor.at, &self.lens()));
        Some(if editor.at.0 == REGION {
            commitments::foot(sum, typed, &self.words)
        } else {
            commitments::foot(sum - present.unwrap_or(0) + typed.unwrap_or(0), target, &self.words)
        })
    }

    /// The finding about a place of a grid; crossed, about any value of its record.
    pub fn finding_of(&self, table: TableId, at: CellPos) -> Option<&Finding> {
        let sheet = self.grid(table).sheet();
        let cell = sheet.cell(at);
        match sheet.crossing(at).filter(|crossing| crossing.cell.table == table) {
            Some(_) => table.columns().iter().find_map(|info| self.finding_at(CellRef { column: info.key, ..cell })),
            None => self.finding_at(cell),
        }
    }

    /// How serious the finding about a place of a grid is.
    pub fn doubt_at(&self, table: TableId, at: CellPos) -> Option<Severity> {
        self.finding_of(table, at).map(|finding| finding.severity)
    }

    /// What is to be known about the cell under the cursor.
    pub fn remark(&self, table: TableId) -> Option<&str> {
        let grid = self.grid(table);
        grid.sheet().crossing(grid.cursor()?)?.remark.as_deref()
    }
}
