//! The mode séance: the window shows what the committee may see, and nothing else.
//!
//! Owns which records the session shows, and what of the office's waits aside meanwhile. One place decides: `lens` and
//! `dataset` give the office's records or the committee's copy, and whatever shows anything reads through them. The
//! copy does not contain the rest, so nothing here is masked. The office's own records are reached only through
//! `office` and the document, for figures (whose snapshot has an audience of its own) and for edits.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::dataset::Dataset;
use crate::domain::id::{CellRef, RowSet};
use crate::domain::lens::{Lens, Links, Reader};
use crate::domain::message::Message;
use crate::domain::projection::Projection;
use crate::domain::schema::{Audience, TableId};
use crate::edit::{Edit, Revision};

use super::Session;
use super::command::Request;
use super::crossing::Crossing;
use super::derived::Derived;
use super::focus::Focus;
use super::grid::{Columns, Grid, Sheet};
use super::line::Line;
use super::page::{Page, Section};
use super::shown::ShownRecords;

/// A séance under way.
pub(super) struct Seance {
    /// What the copy was made of.
    of: (Revision, NaiveDate),
    copy: Arc<Projection>,
    /// The office's grids, with what they search and filter.
    pub(super) grids: HashMap<TableId, Grid>,
    pub(super) crossing: Crossing,
    /// How many steps to undo and to redo are from before it: what they change may not be seen.
    before: (usize, usize),
}

impl Session {
    /// Who may see what the window shows.
    pub const fn audience(&self) -> Audience {
        if self.seance.is_some() { Audience::Committee } else { Audience::Office }
    }

    pub const fn is_in_seance(&self) -> bool {
        self.seance.is_some()
    }

    /// The records that are shown.
    pub fn dataset(&self) -> &Dataset {
        self.lens().dataset
    }

    /// The records that are shown, as of today: the one reader of everything on screen.
    pub fn lens(&self) -> Lens<'_> {
        match &self.seance {
            Some(seance) => seance.copy.lens(),
            None => self.office(),
        }
    }

    /// All records, as of today: for what is not shown.
    fn office(&self) -> Lens<'_> {
        Lens::new(self.document.dataset(), &self.derived.links, self.today())
    }

    pub(super) fn shown_records(&self) -> ShownRecords {
        match &self.seance {
            Some(seance) => ShownRecords::Copy(Arc::clone(&seance.copy)),
            None => ShownRecords::Office(self.document.snapshot()),
        }
    }

    /// The pages that the audience may see, in the order of the side bar.
    pub fn pages(&self) -> impl Iterator<Item = Page> {
        Page::all().filter(|page| self.shows(*page))
    }

    /// Whether the audience may see a page.
    pub fn shows(&self, page: Page) -> bool {
        page.is_for(self.audience())
    }

    /// The tables of a section that the audience may see.
    pub fn tables(&self, section: Section) -> impl Iterator<Item = TableId> {
        section.tables_for(self.audience())
    }

    /// Whether the audience sees the rows of a table as they are. Otherwise a figure does not open them, and none is
    /// added or removed: which row it is, or that others refer to it, may not be seen.
    pub fn sees_whole(&self, table: TableId) -> bool {
        table.is_whole_for(self.audience())
    }

    /// Begins or ends the séance. What is open then closes, and the office's grids wait aside.
    pub(super) fn show_seance(&mut self, is_on: bool) {
        if is_on != self.is_in_seance() {
            if is_on {
                self.begin_seance();
            } else {
                self.end_seance();
            }
            self.requests.push(Request::Seance(is_on));
        }
    }

    pub(super) fn begin_seance(&mut self) {
        let audience = Audience::Committee;
        let grid = |table: &TableId| {
            let shown = table.columns_for(audience);
            let mut columns = self.list_columns(*table).clone();
            columns.leave_view();
            columns.follow(&shown);
            // The sets of the office's work would show little but blanks.
            let columns = if table.is_whole_for(audience) { columns } else { Columns::all(shown) };
            (*table, Grid::of(Sheet::Records(*table, audience), columns))
        };
        let shown = TableId::ALL.iter().map(grid).collect();
        let office = self.office();
        let seance = Seance {
            of: (self.document.revision(), self.today()),
            copy: Arc::new(Projection::of(
                &Lens::new(office.dataset, &Links::of(office.dataset), office.as_of),
                audience,
            )),
            grids: std::mem::replace(&mut self.grids, shown),
            crossing: std::mem::take(&mut self.crossing),
            before: self.document.steps(),
        };
        self.seance = Some(Box::new(seance));
        self.close_all();
    }

    /// Returns whether there was one.
    pub(super) fn end_seance(&mut self) -> bool {
        let Some(seance) = self.seance.take() else { return false };
        (self.grids, self.crossing) = (seance.grids, seance.crossing);
        self.close_all();
        true
    }

    /// Closes and forgets what was shown to the audience of before.
    fn close_all(&mut self) {
        self.derived = Derived::default();
        (self.summary, self.dialog, self.notice, self.copied) = (None, None, None, None);
        self.card = super::carding::OpenCard::default();
        self.matching = super::matches::Matching::default();
        self.lists = super::list_cursor::ListCursors::default();
        self.row_menu = super::row_menu::RowMenu::default();
        (self.search, self.focus) = (Line::default(), Focus::Page);
        self.waiting.clear();
        self.visited.clear();
        if !self.shows(self.page) {
            self.page = Page::Dashboard;
        }
        self.follow();
    }

    /// Makes the copy again, if the records or the day changed.
    pub(super) fn follow_seance(&mut self) {
        let (of, steps) = ((self.document.revision(), self.today()), self.document.steps());
        let office = Lens::new(self.document.dataset(), &self.derived.links, of.1);
        let Some(seance) = &mut self.seance else { return };
        seance.before = (seance.before.0.min(steps.0), seance.before.1.min(steps.1));
        if seance.of != of {
            seance.copy = Arc::new(Projection::of(&office, Audience::Committee));
            seance.of = of;
        }
    }

    /// How many steps can be undone and redone before the eyes of the audience: those of the séance, if there is one.
    pub(super) fn steps(&self) -> (usize, usize) {
        let (undo, redo) = self.document.steps();
        let before = self.seance.as_ref().map_or((0, 0), |seance| seance.before);
        (undo.saturating_sub(before.0), redo.saturating_sub(before.1))
    }

    /// Whether an edit changes nothing but what the audience sees. If not, says so without a word about what it is.
    pub(super) fn may_make(&mut self, edit: &Edit) -> bool {
        let is_shown = !self.is_in_seance() || self.is_edit_shown(edit, &mut RowSet::default());
        if !is_shown {
            self.refuse(Message::new("seance-withheld"));
        }
        is_shown
    }

    /// `made` are the records that the edit itself adds.
    fn is_edit_shown(&self, edit: &Edit, made: &mut RowSet) -> bool {
        let is_cell_shown = |cell: &CellRef| made.contains(&cell.row) || self.lens().read(*cell).is_some();
        match edit {
            Edit::Set { cell, .. } | Edit::Draft { cell, .. } => is_cell_shown(cell),
            // It keeps what others have read.
            Edit::Insert { table: TableId::Publications, .. } => true,
            Edit::Insert { table, row, values, .. } => {
                made.insert(*row);
                let columns = table.columns_for(self.audience());
                let is_known = |(key, _): &(_, _)| columns.iter().any(|info| info.key == *key);
                self.sees_whole(*table) && values.iter().all(is_known)
            }
            Edit::Remove { table, .. } => self.sees_whole(*table),
            Edit::Batch { edits, .. } => edits.iter().all(|edit| self.is_edit_shown(edit, made)),
            Edit::KeepView(_) | Edit::DropView { .. } | Edit::Strike(_) => false,
        }
    }

    /// The grids of the office and, in a séance, those that are shown.
    pub(super) fn all_grids(&mut self) -> impl Iterator<Item = &mut Grid> {
        let aside = self.seance.iter_mut().flat_map(|seance| seance.grids.values_mut());
        self.grids.values_mut().chain(aside)
    }
}
