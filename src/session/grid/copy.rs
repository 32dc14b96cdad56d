//! Copying and cutting the selected cells.

use crate::domain::lens::Lens;
use crate::domain::schema::ColumnInfo;
use crate::edit::EditError;
use crate::words::Words;

use super::act::Desk;
use super::command::Response;
use super::cut::Cut;
use super::state::Grid;

/// Whether the names of the columns are copied along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Headers {
    With,
    Without,
}

impl Grid {
    /// The cells that the next paste moves.
    pub const fn cut(&self) -> Option<&Cut> {
        self.cut.as_ref()
    }

    /// Gives the selected cells to the clipboard.
    pub(super) fn copy(&mut self, headers: Headers, desk: &Desk) -> Response {
        self.cut = None;
        self.copied(headers, desk).map_or(Response::Done, |cut| Response::Copied(cut.text().to_owned()))
    }

    /// Gives the selected cells to the clipboard, to be moved by the next paste.
    pub(super) fn cut_selected(&mut self, desk: &Desk) -> Response {
        if desk.is_read_only {
            return Response::Refused(EditError::ReadOnly.message());
        }
        self.cut = self.copied(Headers::Without, desk);
        self.cut.as_ref().map_or(Response::Done, |cut| Response::Copied(cut.text().to_owned()))
    }

    /// Forgets what was cut where its cells hold something else by now: after an undo, say.
    pub fn keep_cut(&mut self, lens: &Lens, words: &Words) {
        let table = self.table();
        self.cut = self.cut.take().filter(|cut| cut.is_current(table, lens, words));
    }

    fn copied(&self, headers: Headers, desk: &Desk) -> Option<Cut> {
        let (table, shown) = (self.table(), self.columns.shown());
        let block = self.block(desk.arrangement, &shown)?;
        let name = |info: &&'static ColumnInfo| {
            desk.words.text(&format!("col-{}-{}", table.key(), info.key.as_str())).to_owned()
        };
        let header = (headers == Headers::With).then(|| block.columns().iter().map(name).collect());
        Some(Cut::of(header, table, (block.rows(), block.columns()), &desk.lens, desk.words))
    }
}
