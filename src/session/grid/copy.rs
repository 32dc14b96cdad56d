//! Copies and cuts the selected cells.

use crate::domain::lens::Lens;
use crate::domain::schema::ColumnInfo;
use crate::edit::EditError;
use crate::words::Words;

use super::act::GridContext;
use super::command::Response;
use super::cut::Cut;
use super::state::Grid;

/// Whether column names are copied too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Headers {
    With,
    Without,
}

impl Grid {
    /// The cut cells.
    pub const fn cut(&self) -> Option<&Cut> {
        self.cut.as_ref()
    }

    pub(super) fn copy(&mut self, headers: Headers, ctx: &GridContext) -> Response {
        self.cut = None;
        self.copied(headers, ctx).map_or(Response::Done, |cut| Response::Copied(cut.copied(self.table())))
    }

    pub(super) fn cut_selected(&mut self, ctx: &GridContext) -> Response {
        if ctx.is_read_only {
            return Response::Refused(EditError::ReadOnly.message());
        }
        self.cut = self.copied(Headers::Without, ctx);
        self.cut.as_ref().map_or(Response::Done, |cut| Response::Copied(cut.copied(self.table())))
    }

    /// Forgets the cut if its cells have changed, for example by undo.
    pub fn keep_cut(&mut self, lens: &Lens, words: &Words) {
        let sheet = &self.sheet;
        self.cut = self.cut.take().filter(|cut| cut.is_current(sheet, lens, words));
    }

    fn copied(&self, headers: Headers, ctx: &GridContext) -> Option<Cut> {
        let shown = self.columns.shown();
        let block = self.block(ctx.arrangement, &shown)?;
        let name = |info: &&'static ColumnInfo| self.sheet.header(info.key, ctx.words);
        let header = (headers == Headers::With).then(|| block.columns().iter().map(name).collect());
        Some(Cut::of(header, &self.sheet, (block.rows(), block.columns()), &ctx.lens, ctx.words))
    }
}
