//! What can be done to a grid, and what comes of it.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::domain::schema::ColumnKey;
use crate::domain::value::Value;
use crate::domain::view::{NamedView, Test};
use crate::edit::Edit;
use crate::exchange::plan::Plan;
use crate::session::key::Stroke;

use super::editor::Place;
use super::replacement::Replace;
use super::selection::{Extent, Selection};
use super::showing::Subset;
use super::step::Direction;

/// What can be done to a grid.
#[derive(Clone, Debug)]
pub enum GridCommand {
    /// Selects a cell.
    Select(RowId, ColumnKey),
    /// Extends the selection to a cell.
    Extend(RowId, ColumnKey),
    /// Lets the selection reach over whole rows, columns or everything.
    Reach(Extent),
    /// Moves the cursor.
    Move(Direction),
    /// Moves the far corner of the selection.
    ExtendBy(Direction),
    /// Opens the editor on a cell, over what it holds.
    Edit(RowId, ColumnKey, Place),
    /// Opens the editor on a cell, on a text that replaces what it holds.
    TypeOver(RowId, ColumnKey, Place, String),
    /// Opens the editor on the cell of the cursor, over what it holds.
    Open,
    /// A text was typed: into the open editor, or over what the cell of the cursor holds.
    Input(String),
    /// A key of the text in the editor.
    Press(Stroke),
    /// The mouse selects from one character of the text in the editor to another.
    Caret(usize, usize),
    /// An input method shows a text in the editor.
    Compose(String),
    /// Copies what is selected of the text in the editor.
    CopyText,
    /// Cuts it.
    CutText,
    /// The keyboard goes to another offer.
    Offer(Option<usize>),
    /// The calendar shows another month.
    Month(NaiveDate),
    /// Takes this value into the edited cell, then moves.
    Take(Value, Direction),
    /// Makes a record of what is typed and takes it into the edited cell, then moves.
    Create(Direction),
    /// Takes what is typed, then moves.
    Commit(Direction),
    /// Takes what is typed into every selected cell.
    CommitAll,
    /// Takes what is typed, or keeps it as a draft: the grid is left.
    Leave,
    /// Leaves the editor; nothing is changed.
    Cancel,
    /// Empties the selected cells.
    Clear,
    /// Copies the first row of the selection into the others, or the first column.
    Fill(Fill),
    /// Writes today's date into the cell, or into the open editor.
    Today,
    /// Copies the selection.
    Copy,
    /// Copies the selection under its headers.
    CopyWithHeaders,
    /// Copies the selection; the next paste of it moves it.
    Cut,
    /// Pastes a text.
    Paste(String),
    /// Pastes what a preview left.
    PasteAnyway(Arc<Plan>),
    /// Pastes the whole text into the one cell that it was meant for.
    PasteAsOne(Arc<Plan>),
    /// Replaces a text in the selected cells, or in all that are shown.
    Replace(Replace),
    /// Searches.
    Search(String),
    /// Sorts by a column.
    Sort(ColumnKey, SortBy),
    /// Asks what a column is to be filtered by.
    AskFilter(ColumnKey),
    /// Tests a column, or no more.
    Filter(ColumnKey, Option<Test>),
    /// Leaves nothing out any more.
    ClearFilters,
    /// Chooses and orders the rows anew.
    Reapply,
    /// Shows what a view kept, or everything.
    ShowView(Option<NamedView>),
    /// Limits the grid to some rows, or to none any more.
    Limit(Option<Subset>),
    /// A column is this wide.
    Resize(ColumnKey, f32),
    /// Makes a column as wide as what it holds, or all that are shown.
    Fit(Option<ColumnKey>),
    /// Hides a column.
    Hide(ColumnKey),
    /// Shows a column again.
    Show(ColumnKey),
    /// Shows all columns.
    ShowAll,
    /// Moves a column before another, or to the end.
    Place(ColumnKey, Option<ColumnKey>),
    /// The columns up to this one stand still.
    Freeze(ColumnKey),
}

/// How a column joins those sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortBy {
    /// It alone.
    Alone,
    /// After the others.
    Also,
}

/// Which way a fill goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// From the first row downwards.
    Down,
    /// From the first column to the right.
    Right,
}

/// What comes of a command beyond the grid's own state.
#[derive(Clone, Debug)]
pub enum Response {
    /// Nothing.
    Done,
    /// What is typed can not be taken: the editor stays open with the reason.
    Held,
    /// Something to say; nothing was changed.
    Refused(Message),
    /// The dataset is to be changed so; then the grid goes on so.
    Apply(Edit, Then),
    /// The clipboard is to hold this.
    Copied(String),
    /// What this column is filtered by is to be asked.
    AskFilter(ColumnKey),
    /// Some of what was pasted does not fit: to be looked at before anything changes.
    Preview(Plan),
}

/// How a grid goes on once an edit was applied.
#[derive(Clone, Debug)]
pub enum Then {
    /// The editor closes and the cursor moves.
    Step(Direction),
    /// This is selected.
    Select(Selection),
    /// Then this is done, which the editor had to be closed for.
    Again(Box<GridCommand>),
    /// Nothing else.
    Stay,
}

impl GridCommand {
    /// Whether it leaves an open editor, so that what is typed must be taken first.
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
