//! Keeps derived data up to date with the document.
//!
//! `follow` runs after every command and updates what the next command depends on. `refresh` runs
//! before views read and updates what is only displayed.

use std::cell::OnceCell;
use std::collections::HashMap;

use crate::domain::check::Finding;
use crate::domain::id::{CellRef, RowId};
use crate::domain::lens::Links;
use crate::domain::schema::{Audience, ColumnInfo, TableId};
use crate::indicators::{Snapshot, SpanAsOf};

use super::Session;
use super::derived::{
    CachedSummary, CheckJob, Checked, CheckedOf, FoldJob, FoldedKey, FoldedTexts, SnapshotKey, SummaryKey,
};
use super::grid::{Arrangement, Summary, still_fits};

impl Session {
    /// Updates what the next command depends on: links, and the rows of the shown table.
    pub(super) fn follow(&mut self) {
        let revision = self.document.revision();
        if self.derived.links_of != Some(revision) {
            self.derived.links = Links::updated(&self.derived.links, self.document.dataset());
            self.derived.links_of = Some(revision);
        }
        self.follow_seance();
        let today = self.today();
        if self.derived.texts_of != Some((revision, today)) {
            self.derived.texts.clear();
            self.derived.folded = OnceCell::new();
            self.derived.strays.borrow_mut().clear();
            self.derived.texts_of = Some((revision, today));
        }
        if let Some(table) = self.shown_table() {
            self.arrange(table);
        }
        self.follow_card();
        self.filling = self
            .filling
            .filter(|(table, row)| self.shown_table() == Some(*table) && self.cursor_row(*table) == Some(*row));
    }

    /// Updates what views read; cheap when nothing changed.
    pub fn refresh(&mut self) {
        self.follow();
        self.refresh_card();
        self.refresh_matching();
        self.refresh_summary();
    }

    /// The figures of the current records, period and audience; memoised.
    pub fn snapshot(&self) -> Snapshot {
        let of = self.snapshot_key();
        let mut kept = self.derived.snapshot.borrow_mut();
        if let Some((kept_of, snapshot)) = &*kept
            && *kept_of == of
        {
            return snapshot.clone();
        }
        let snapshot = self.figures(of.view, of.audience);
        *kept = Some((of, snapshot.clone()));
        snapshot
    }

    /// The figures of the current records, for a period, a day and an audience.
    pub(super) fn figures(&self, view: SpanAsOf, audience: Audience) -> Snapshot {
        let dataset = self.document.snapshot();
        let links = Links::updated(&self.derived.links, &dataset);
        Snapshot::new(dataset, links, view, audience)
    }

    pub(super) fn snapshot_key(&self) -> SnapshotKey {
        SnapshotKey { revision: self.document.revision(), view: self.view(), audience: self.chart_audience() }
    }

    /// Whether a shown row no longer passes the filters.
    pub fn is_stray(&self, table: TableId, row: RowId) -> bool {
        let grid = self.grid(table);
        if grid.shows_all() {
            return false;
        }
        let mut strays = self.derived.strays.borrow_mut();
        *strays.entry(row).or_insert_with(|| !still_fits((grid.sheet(), grid.query()), row, &self.lens(), &self.words))
    }

    /// A background job that folds the texts of the shown table, started when the search gets the
    /// keyboard so that the first letter does not wait for it.
    pub fn take_fold_job(&mut self) -> Option<FoldJob> {
        if self.focus != super::focus::Focus::Search {
            return None;
        }
        let of = self.folded_of()?;
        if self.derived.folded.get().is_some() || self.derived.folding == Some(of) {
            return None;
        }
        self.derived.folding = Some(of);
        Some(FoldJob::new(of, self.grid(of.table).sheet().clone(), self.shown_records()))
    }

    /// Accepts the result of a fold job, unless it is out of date.
    pub fn folded(&mut self, texts: FoldedTexts) {
        if self.folded_of() == Some(texts.of) {
            // Already set if a search was typed before the job ended.
            let _ = self.derived.folded.set(texts.folded);
        }
    }

    fn folded_of(&self) -> Option<FoldedKey> {
        Some(FoldedKey {
            document: self.opened,
            revision: self.document.revision(),
            today: self.today(),
            lang: self.words.lang(),
            table: self.derived.folded_of?,
            is_crossed: self.shows_crossed(),
            audience: self.audience(),
        })
    }

    /// A background job that runs the checks, once for each change. Their findings are for the office.
    pub fn take_check_job(&mut self) -> Option<CheckJob> {
        let of = self.checked_of();
        if !self.is_open() || self.is_in_seance() || self.derived.checking || self.derived.checked == Some(of) {
            return None;
        }
        self.derived.checking = true;
        self.derived.checked = Some(of);
        Some(CheckJob::new(self.opened, self.document.snapshot(), of))
    }

    /// What findings are made of.
    fn checked_of(&self) -> CheckedOf {
        let filling = self.filling.map(|(_, row)| row);
        CheckedOf { revision: self.document.revision(), today: self.today(), lang: self.words.lang(), filling }
    }

    /// Accepts the findings, unless they belong to an earlier document, or are not for the audience.
    pub fn checked(&mut self, checked: Checked) {
        if checked.document == self.opened && !self.is_in_seance() {
            self.derived.checking = false;
            self.derived.findings = checked.findings;
            self.derived.at_cell = checked.at_cell;
            self.derived.todos = checked.todos;
        }
    }

    /// The findings of the current revision, checked now if need be: "next finding" must not go by
    /// outdated ones.
    pub(super) fn findings_now(&mut self) -> &HashMap<CellRef, usize> {
        let of = self.checked_of();
        if self.derived.checked != Some(of) || self.derived.checking {
            let checked = CheckJob::new(self.opened, self.document.snapshot(), of).run();
            self.checked(checked);
            self.derived.checked = Some(of);
        }
        &self.derived.at_cell
    }

    /// The finding about a cell of a record.
    pub fn finding_at(&self, cell: CellRef) -> Option<&Finding> {
        self.derived.at_cell.get(&cell).map(|place| &self.derived.findings[*place])
    }

    pub fn findings_of(&self, table: TableId, row: RowId) -> impl Iterator<Item = &Finding> {
        let is_of = move |cell: CellRef| cell.table == table && cell.row == row;
        self.findings().iter().filter(move |finding| finding.cell().is_some_and(is_of))
    }

    /// The footer's summary of a selection of several cells.
    pub fn summary(&self) -> Option<&Summary> {
        self.summary.as_ref()?.summary.as_ref()
    }

    /// Filters and sorts the rows of the shown table, if out of date.
    fn arrange(&mut self, table: TableId) {
        let revision = self.document.revision();
        let wanted = self.grid(table).arrangement();
        if self.derived.folded_of != Some(table) {
            self.derived.folded = OnceCell::new();
            self.derived.folded_of = Some(table);
        }
        self.cross_again(table);
        let what = (self.grid(table).sheet(), self.grid(table).query());
        let fresh = match self.derived.arrangements.get(&table) {
            Some((kept, arrangement, _)) if (*kept, *arrangement) == (revision, wanted) => return,
            Some((_, arrangement, kept)) if *arrangement == wanted => kept.updated(what, &self.lens()),
            kept => {
                let kept = kept.map(|(_, _, kept)| kept);
                Arrangement::of(what, &self.lens(), &self.words, &self.derived.folded, kept)
            }
        };
        self.derived.strays.borrow_mut().clear();
        self.keep_within(table, &fresh);
        self.derived.arrangements.insert(table, (revision, wanted, fresh));
    }

    fn keep_within(&mut self, table: TableId, fresh: &Arrangement) {
        if let Some(mut grid) = self.grids.remove(&table) {
            grid.keep_selection_within(fresh);
            grid.keep_cut(&self.lens(), &self.words);
            self.grids.insert(table, grid);
        }
    }

    /// Shows a row that is filtered out, until the filters are applied again.
    pub(super) fn bring_into_rows(&mut self, table: TableId, row: RowId) {
        if let Some((_, _, arrangement)) = self.derived.arrangements.get_mut(&table) {
            arrangement.bring_in(row);
            self.derived.strays.borrow_mut().clear();
        }
    }

    fn refresh_summary(&mut self) {
        let Some(table) = self.shown_table() else {
            self.summary = None;
            return;
        };
        let grid = self.grid(table);
        let is_kept = self.summary.as_ref().is_some_and(|CachedSummary { of, .. }| {
            of.table == table
                && of.selection == grid.selection()
                && of.document == self.opened
                && of.revision == self.document.revision()
                && of.arrangement == grid.arrangement()
                && of.today == self.today()
                && of.columns == *grid.columns()
        });
        if !is_kept {
            let of = SummaryKey {
                table,
                selection: grid.selection(),
                columns: grid.columns().clone(),
                document: self.opened,
                revision: self.document.revision(),
                arrangement: grid.arrangement(),
                today: self.today(),
            };
            self.summary = Some(CachedSummary { of, summary: self.summarise(table) });
        }
    }

    fn summarise(&self, table: TableId) -> Option<Summary> {
        let grid = self.grid(table);
        let shown = grid.columns().shown();
        let block = grid.block(self.arrangement(table), &shown).filter(|block| !block.is_one())?;
        if let Some(many) = Summary::of_many(block.rows().len().saturating_mul(block.columns().len())) {
            return Some(many);
        }
        let lens = self.lens();
        let value = |(row, info): (RowId, &'static ColumnInfo)| (info.kind, grid.sheet().value((row, info.key), &lens));
        let summary = Summary::of(block.cells().map(value));
        // Crossed, homes and women do not add up, nor do years; each column has its sum below.
        let is_mixed = grid.sheet().crossed().is_some() && block.columns().len() > 1;
        Some(if is_mixed { Summary { measured: None, ..summary } } else { summary })
    }
}
