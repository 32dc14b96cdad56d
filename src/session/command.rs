//! Commands: what views and keys ask for. The session carries them out in order; what needs the
//! disk, the platform or the settings goes on to the window's host as a [`Request`].

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::chart::input::RowOrder;
use crate::chart::kind::Chart;
use crate::chart::out::picture::Picture;
use crate::domain::id::{CellRef, RowId};
use crate::domain::schema::{Audience, TableId};
use crate::edit::Edit;
use crate::indicators::Span;
use crate::words::Lang;

use super::dialog::Dialog;
use super::focus::Focus;
use super::grid::{GridCommand, Subset};
use super::page::{Page, Section};

/// Something to do.
#[derive(Clone, Debug)]
pub enum Command {
    /// Shows a page.
    Go(Page),
    /// Shows another table of a section that holds several.
    Tab(Section, TableId),
    /// Shows a cell, wherever it is.
    Reveal(CellRef),
    /// Shows only these rows of a table.
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
    /// Gives the keyboard to the card, or back to the grid.
    CardFields,
    /// Gives the keyboard to a field of the card.
    CardField(TableId, RowId, crate::domain::schema::ColumnKey),
    /// Edits a field of the card in its place.
    EditCardField(TableId, RowId, crate::domain::schema::ColumnKey),
    /// Scrolls the card by so many pages.
    ScrollCard(i32),
    /// Goes to the next cell of a table that the checks found fault with.
    NextFinding(TableId),
    /// Keeps what a table shows as a view of that name.
    KeepView(TableId, String),
    /// Removes a view.
    DropView(TableId, String),
    /// Gives the keyboard to the page's search.
    Search,
    /// Gives the keyboard to a field, its selection from and to these characters.
    Focus(Focus, Option<(usize, usize)>),
    /// Which period the figures are of.
    Span(Span),
    /// As of which day.
    AsOf(NaiveDate),
    /// In which order landlords stand on charts.
    ChartOrder(RowOrder),
    /// For whom charts are.
    ChartAudience(Audience),
    /// Copies the figures behind a chart.
    CopyFigures(Chart),
    /// Opens a dialog.
    Ask(Dialog),
    /// Closes the dialog.
    Dismiss,
    /// Closes the notice.
    DismissNotice,
    /// The operator's name, asked once.
    Operator(String),
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
    /// Asks the host.
    Host(Request),
}

/// What only the window's host can do: disk, platform, settings.
#[derive(Clone, Debug)]
pub enum Request {
    /// Opens a file.
    Open(PathBuf),
    /// Opens a file that was edited by hand or damaged, after asking.
    OpenAnyway(PathBuf),
    /// Makes a new file, and opens it.
    Create(Start, PathBuf),
    /// Lets the platform's dialog choose a file; what was typed so far is where it begins.
    Browse(Purpose, PathBuf),
    /// Saves now.
    Save,
    /// Saves under another name, and goes on there.
    SaveAs(PathBuf),
    /// Writes a table as the office's CSV.
    Export(TableId, PathBuf),
    /// Writes a chart to a file, or all of them into a folder.
    ExportCharts(ChartExport, PathBuf),
    /// Writes over a file that is there already.
    Overwrite(Box<Self>),
    /// Gives the picture of a chart to the clipboard.
    CopyChart(Chart, Picture),
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
    /// Remembers what the session is set to: the page, the operator's name.
    Remember,
    /// Leaves; asks where work is not saved.
    Quit,
    /// Leaves although some entries are still to be corrected; they are in the file.
    QuitWithDrafts,
    /// Leaves without saving.
    QuitAnyway,
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

impl Purpose {
    /// What to do with the path that was chosen. A new file gets the ending of its kind where none
    /// was typed.
    pub fn request(self, path: PathBuf) -> Request {
        let ended = |end| if path.extension().is_some() { path.clone() } else { path.with_extension(end) };
        match self {
            Self::Open => Request::Open(path),
            Self::Create(start) => Request::Create(start, ended("ron")),
            Self::SaveAs => Request::SaveAs(ended("ron")),
            Self::Charts(export) if export.chart.is_none() => Request::ExportCharts(export, path),
            Self::Charts(export) => Request::ExportCharts(export, ended(export.picture.format.extension())),
            Self::Export(table) => Request::Export(table, ended("csv")),
        }
    }
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
