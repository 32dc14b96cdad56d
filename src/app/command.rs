//! Commands: what views ask for. Views push them, `state` carries them out in order, once a frame.

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::chart::input::Order;
use crate::chart::kind::Chart;
use crate::chart::out::picture::Picture;
use crate::domain::id::{CellRef, RowId};
use crate::domain::schema::{Audience, TableId};
use crate::edit::Edit;
use crate::indicators::Span;
use crate::store::Existing;
use crate::words::Lang;

use super::dialogs::Dialog;
use super::grid::{GridCommand, Subset};
use super::pages::{Page, Section};

/// Something to do.
#[derive(Clone, Debug)]
pub enum Command {
    /// Shows a page.
    Go(Page),
    /// Shows another table of a section that holds several.
    Tab(Section, TableId),
    /// Shows a cell, wherever it is.
    Reveal(CellRef),
    /// Shows just these rows of a table.
    ShowRows(TableId, Subset),
    /// Does something to a grid.
    Grid(TableId, GridCommand),
    /// Adds a record to a table.
    AddRow(TableId),
    /// Adds copies of the selected records.
    DuplicateRows(TableId),
    /// Removes the selected records; asks where there are several, or where others name them.
    RemoveRows(TableId),
    /// Changes the dataset.
    Apply(Edit),
    /// Takes back the last change.
    Undo,
    /// Does it again.
    Redo,
    /// Opens or closes the card of the record under the cursor.
    Card(bool),
    /// Goes to the next cell of a table that the checks found fault with.
    NextFinding(TableId),
    /// Keeps what a table shows as a view of that name.
    KeepView(TableId, String),
    /// Lets go of a view.
    DropView(TableId, String),
    /// Puts the keyboard into the page's search.
    Search,
    /// Which period the figures are of.
    Span(Span),
    /// As of which day.
    AsOf(NaiveDate),
    /// Opens a file.
    Open(PathBuf),
    /// Opens a file that was edited by hand or damaged, after asking.
    OpenAnyway(PathBuf),
    /// Makes a new file, and opens it.
    Create(Start, PathBuf, Existing),
    /// Lets the platform's dialog choose a file.
    Browse(Purpose),
    /// Saves now.
    Save,
    /// Saves under another name, and goes on there.
    SaveAs(PathBuf, Existing),
    /// Writes a table as the office's CSV.
    Export(TableId, PathBuf, Existing),
    /// In which order landlords stand on charts.
    ChartOrder(Order),
    /// For whom charts are.
    ChartAudience(Audience),
    /// Writes a chart to a file, or all of them into a folder.
    ExportCharts(ChartExport, PathBuf, Existing),
    /// Gives the picture of a chart to the clipboard.
    CopyChart(Chart, Picture),
    /// Gives the figures behind a chart to the clipboard.
    CopyFigures(Chart),
    /// Opens a dialog.
    Ask(Dialog),
    /// Closes the dialog.
    Dismiss,
    /// Closes the notice.
    DismissNotice,
    /// The operator's name, asked once.
    Operator(String),
    /// Light or dark.
    Dark(bool),
    /// Text scale in per cent.
    Scale(u32),
    /// Whether nothing is to move on screen.
    ReducedMotion(bool),
    /// Language of the screen.
    Language(Lang),
    /// Opens a folder in the platform's file manager.
    OpenFolder(PathBuf),
    /// Leaves; asks where work is not saved.
    Quit,
    /// Leaves although some entries are still to be corrected; they are in the file.
    QuitWithDrafts,
    /// Leaves without saving.
    QuitAnyway,
    /// Hands the open cases of an association to another one.
    HandOver {
        /// The association that leaves.
        from: RowId,
        /// The one that takes them.
        to: RowId,
    },
    /// Confirms that a landlord was absorbed by another one.
    Absorb {
        /// The landlord that is gone.
        landlord: RowId,
        /// Its successor.
        successor: RowId,
        /// From which day.
        on: NaiveDate,
    },
}

/// What a new file starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// The convention of 2021.
    Template,
    /// Made-up data, to try things out.
    Sample,
}

/// What a file is chosen for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To open it.
    Open,
    /// To make a new one.
    Create(Start),
    /// To save under that name.
    SaveAs,
    /// To export a table.
    Export(TableId),
    /// To write a chart, or into a folder all of them.
    Charts(ChartExport),
}

/// Which charts leave the app, and how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChartExport {
    /// Which one; none is all of them.
    pub chart: Option<Chart>,
    /// How.
    pub picture: Picture,
}

/// What views push their commands into.
pub type Outbox = Vec<Command>;
