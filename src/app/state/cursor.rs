//! What is derived of the cursor and the selection: the card of the record, the sums of the
//! footer.
//!
//! Each is worked out when the record, the selection or the dataset changed, and kept until
//! then: a history is read through once, not once a frame.

use chrono::NaiveDate;

use crate::app::card::Card;
use crate::app::grid::{Columns, Selection, Summary};
use crate::app::pages::Page;
use crate::domain::check::Finding;
use crate::domain::id::{CellRef, RowId};
use crate::domain::schema::TableId;
use crate::edit::Revision;
use crate::words::Lang;

use super::State;

/// What is derived of the cursor.
#[derive(Default)]
pub(super) struct AtCursor {
    /// The card is open.
    pub(super) is_card_open: bool,
    card: Option<(CardOf, Card)>,
    summary: Option<(SummaryOf, Option<Summary>)>,
}

/// What a card was made of.
#[derive(Clone, Copy, PartialEq)]
struct CardOf {
    table: TableId,
    row: RowId,
    document: u64,
    revision: Revision,
    today: NaiveDate,
    lang: Lang,
}

/// What a summary was made of.
struct SummaryOf {
    table: TableId,
    selection: Option<Selection>,
    columns: Columns,
    document: u64,
    revision: Revision,
    arrangement: u64,
    today: NaiveDate,
}

impl State {
    /// Whether the card of the record under the cursor is open.
    pub const fn shows_card(&self) -> bool {
        self.at_cursor.is_card_open
    }

    /// The record under the cursor and its card, where it is open.
    pub fn card(&self) -> Option<(RowId, &Card)> {
        self.at_cursor.card.as_ref().map(|(of, card)| (of.row, card))
    }

    /// What is said of the selection, where it is more than one cell.
    pub fn summary(&self) -> Option<&Summary> {
        self.at_cursor.summary.as_ref()?.1.as_ref()
    }

    /// What the checks found of a record.
    pub fn findings_of(&self, table: TableId, row: RowId) -> impl Iterator<Item = &Finding> {
        let is_of = move |cell: CellRef| cell.table == table && cell.row == row;
        self.findings().iter().filter(move |finding| finding.cell().is_some_and(is_of))
    }

    /// Brings card and summary up to date; cheap where nothing changed.
    pub(super) fn follow_cursor(&mut self) {
        let table = match self.page {
            Page::Section(section) if self.file.is_some() => Some(self.table_of(section)),
            _ => None,
        };
        self.follow_with_card(table);
        self.follow_with_summary(table);
    }

    fn follow_with_card(&mut self, table: Option<TableId>) {
        let cursor = table.filter(|_| self.shows_card()).and_then(|table| Some((table, self.cursor_row(table)?)));
        let Some((table, row)) = cursor.filter(|(table, row)| self.dataset().table(*table).contains(*row)) else {
            self.at_cursor.card = None;
            return;
        };
        let of = CardOf {
            table,
            row,
            document: self.opened,
            revision: self.document.revision(),
            today: self.today(),
            lang: self.words.lang(),
        };
        if self.at_cursor.card.as_ref().is_none_or(|(kept, _)| *kept != of) {
            self.at_cursor.card = Some((of, Card::of(table, row, &self.lens(), &self.words)));
        }
    }

    fn follow_with_summary(&mut self, table: Option<TableId>) {
        let Some(table) = table else {
            self.at_cursor.summary = None;
            return;
        };
        let grid = self.grid(table);
        let is_kept = self.at_cursor.summary.as_ref().is_some_and(|(kept, _)| {
            kept.table == table
                && kept.selection == grid.selection()
                && kept.document == self.opened
                && kept.revision == self.document.revision()
                && kept.arrangement == grid.arrangement()
                && kept.today == self.today()
                && kept.columns == *grid.columns()
        });
        if is_kept {
            return;
        }
        let of = SummaryOf {
            table,
            selection: grid.selection(),
            columns: grid.columns().clone(),
            document: self.opened,
            revision: self.document.revision(),
            arrangement: grid.arrangement(),
            today: self.today(),
        };
        self.at_cursor.summary = Some((of, self.summarise(table)));
    }

    fn summarise(&self, table: TableId) -> Option<Summary> {
        let grid = self.grid(table);
        let shown = grid.columns().shown();
        let block = grid.block(self.arrangement(table), &shown).filter(|block| !block.is_one())?;
        if let Some(many) = Summary::of_many(block.rows().len().saturating_mul(block.columns().len())) {
            return Some(many);
        }
        let lens = self.lens();
        let value = |(row, info): (RowId, &'static crate::domain::schema::ColumnInfo)| {
            (info.kind, lens.value(CellRef { table, row, column: info.key }))
        };
        Some(Summary::of(block.cells().map(value)))
    }
}
