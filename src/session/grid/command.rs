//! Commands to a grid, and the responses.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::id::{CellRef, RowId};
use crate::domain::message::Message;
use crate::domain::schema::ColumnKey;
use crate::domain::value::Value;
use crate::domain::view::{NamedView, Test};
use crate::edit::Edit;
use crate::exchange::plan::Plan;
use crate::session::copied::Copied;
use crate::session::key::Stroke;

use super::editor::{CalendarStep, EditorPlace};
use super::query::Subset;
use super::replacement::Replace;
use super::selection::{Extent, Selection};
use super::step::Direction;

#[derive(Clone, Debug)]
pub enum GridCommand {
    Select(RowId, ColumnKey),
    Extend(RowId, ColumnKey),
    /// Extends the selection to whole rows, columns or everything.
    Reach(Extent),
    Move(Direction),
    ExtendBy(Direction),
    /// Opens the editor on the value of a cell: of the grid, or of a record in the card.
    Edit(RowId, ColumnKey, EditorPlace),
    /// Opens the editor on a text that replaces the value.
    TypeOver(RowId, ColumnKey, EditorPlace, String),
    /// Opens the editor on the cell under the cursor.
    Open,
    /// Typed text, for the open editor or replacing the value under the cursor.
    Input(String),
    /// A text editing key.
    Press(Stroke),
    /// Selects from one character of the editor's text to another.
    Caret(usize, usize),
    /// Text that an input method is composing.
    Compose(String),
    /// Copies the selected text of the editor.
    CopyText,
    /// Cuts it.
    CutText,
    /// Highlights another suggestion.
    Offer(Option<usize>),
    Month(NaiveDate),
    /// Writes another day of the calendar into the open editor.
    StepDay(CalendarStep),
    /// Commits this value, then moves.
    Take(Value, Direction),
    /// Creates a record named by the typed text, commits a reference to it, then moves.
    Create(Direction),
    /// Commits the typed text, then moves.
    Commit(Direction),
    /// Commits the typed text to every selected cell.
    CommitAll,
    /// Commits the typed text, as a draft if it is invalid.
    Leave,
    /// Closes the editor without a change.
    Cancel,
    /// Clears the selected cells.
    Clear,
    /// Clears one cell of a record.
    ClearCell(CellRef),
    /// Goes back to the text that was just left as a draft, otherwise clears the selected cells.
    Back,
    Fill(Fill),
    /// Inserts today's date into the cell or the open editor.
    Today,
    Copy,
    /// Copies the selection with its headers.
    CopyWithHeaders,
    /// Copies the selection; pasting it moves it.
    Cut,
    Paste(String),
    /// Pastes what fits, after the preview.
    PasteAnyway(Arc<Plan>),
    /// Pastes the whole text into one cell.
    PasteAsOne(Arc<Plan>),
    Replace(Replace),
    Search(String),
    Sort(ColumnKey, SortBy),
    /// Opens the filter dialog of a column.
    AskFilter(ColumnKey),
    /// Sets or removes the filter of a column.
    Filter(ColumnKey, Option<Test>),
    /// Clears filters, search and subset.
    ClearFilters,
    /// Applies filters and sort again.
    Reapply,
    /// Shows a view, or everything.
    ShowView(Option<NamedView>),
    /// Limits the grid to a subset, or lifts the limit.
    Limit(Option<Subset>),
    Resize(ColumnKey, f32),
    /// Fits a column, or all shown ones, to their content.
    Fit(Option<ColumnKey>),
    Hide(ColumnKey),
    Show(ColumnKey),
    ShowAll,
    /// Shows another set of columns, by its place among them.
    Columns(usize),
    /// Makes the set of columns what it was at first.
    ResetColumns,
    /// Moves a column before another, or to the end.
    Place(ColumnKey, Option<ColumnKey>),
    /// Freezes the columns up to this one.
    Freeze(ColumnKey),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortBy {
    /// Replaces the current sort.
    Alone,
    /// Added as the last sort key.
    Also,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    Down,
    Right,
}

/// What a command requires beyond the grid's own state.
#[derive(Clone, Debug)]
pub enum Response {
    Done,
    /// Nothing was changed, for this reason.
    Refused(Message),
    /// Apply the edit, then call `Grid::follow`.
    Apply(Edit, FollowUp),
    /// The same, for an edit of which there is something to say.
    Noted(Edit, FollowUp, Vec<Message>),
    /// Put this on the clipboard.
    Copied(Copied),
    /// Open the filter dialog of this column.
    AskFilter(ColumnKey),
    /// Show a preview before pasting.
    Preview(Plan),
}

impl Response {
    /// The same response with another follow-up, if it has one.
    #[must_use]
    pub(super) fn then(self, then: FollowUp) -> Self {
        match self {
            Self::Apply(edit, _) => Self::Apply(edit, then),
            Self::Noted(edit, _, said) => Self::Noted(edit, then, said),
            other => other,
        }
    }
}

/// What a grid does after its edit was applied.
#[derive(Clone, Debug)]
pub enum FollowUp {
    Step(Direction),
    Select(Selection),
    /// Run the command that required the editor to close first.
    Again(Box<GridCommand>),
    Stay,
}

impl GridCommand {
    /// Whether it changes which columns are shown, and where.
    pub const fn lays_out(&self) -> bool {
        matches!(
            self,
            Self::Hide(_)
                | Self::Show(_)
                | Self::ShowAll
                | Self::Columns(_)
                | Self::ResetColumns
                | Self::Place(..)
                | Self::Freeze(_)
        )
    }

    /// Whether it closes the editor, so that the typed text must be committed first.
    pub(super) const fn leaves_editor(&self) -> bool {
        !matches!(
            self,
            Self::Input(_)
                | Self::Press(_)
                | Self::Caret(..)
                | Self::Compose(_)
                | Self::CopyText
                | Self::CutText
                | Self::CommitAll
                | Self::Offer(_)
                | Self::Month(_)
                | Self::StepDay(_)
                | Self::Take(..)
                | Self::Create(_)
                | Self::Today
                | Self::Commit(_)
                | Self::Leave
                | Self::Cancel
                | Self::Resize(..)
                | Self::Fit(_)
        )
    }
}
