//! Commands: what views and keys ask for. The session executes them in order; what needs the disk,
//! the platform or the settings goes on to the host as a [`Request`].

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::chart::input::RowOrder;
use crate::chart::kind::Chart;
use crate::chart::out::picture::Picture;
use crate::domain::check::Finding;
use crate::domain::id::{CellRef, RowId};
use crate::domain::schema::{Audience, TableId};
use crate::edit::{Edit, Removal, Strike};
use crate::indicators::Span;
use crate::matching::Criterion;
use crate::report::Report;
use crate::words::Lang;

use super::act::Act;
pub use super::chart_export::ChartExport;
use super::dialog::form::Form;
use super::dialog::{Backed, Dialog};
use super::focus::Focus;
use super::grid::{GridCommand, Subset};
use super::matches::Side;
use super::page::{Page, Section};

#[derive(Clone, Debug)]
pub enum Command {
    Go(Page),
    /// Shows another table of a section.
    Tab(Section, TableId),
    /// Goes to a cell, clearing whatever hides it.
    Reveal(CellRef),
    /// Shows only these rows of a table.
    ShowRows(TableId, Subset),
    Grid(TableId, GridCommand),
    /// Opens the menu of the row under the cursor, or says that it is open.
    RowMenu(bool),
    /// Adds a record before another, or last.
    AddRow(TableId, Option<RowId>),
    /// Adds copies of the selected records.
    DuplicateRows(TableId),
    /// Removes the selected records. Asks first if there are several, or if others refer to them.
    RemoveRows(TableId),
    Apply(Edit),
    Undo,
    Redo,
    /// Opens or closes the card of the record under the cursor.
    Card(bool),
    /// Gives the keyboard to the card, or back to the grid.
    CardFields,
    /// Lists the findings of the card's record, where there are many, or only says how many.
    ListFindings(bool),
    /// Gives the keyboard to a field of the card.
    CardField(TableId, RowId, crate::domain::schema::ColumnKey),
    /// Edits a field of the card in place.
    EditCardField(TableId, RowId, crate::domain::schema::ColumnKey),
    /// Scrolls the card by so many pages.
    ScrollCard(i32),
    /// Goes to the next cell with a finding.
    NextFinding(TableId),
    /// Saves what a table shows as a named view.
    KeepView(TableId, String),
    DropView(TableId, String),
    /// Gives the keyboard to the page's search.
    Search,
    /// Gives the keyboard to a field, and selects from one character to another.
    Focus(Focus, Option<(usize, usize)>),
    Span(Span),
    /// The day of the figures.
    AsOf(NaiveDate),
    ChartOrder(RowOrder),
    ChartAudience(Audience),
    /// Copies the figures behind a chart.
    CopyFigures(Chart),
    Ask(Dialog),
    /// Gives an answer of the open dialog, by its place.
    Answer(usize),
    Dismiss,
    DismissNotice,
    /// Asks whether to add the next period, with this one's commitments.
    AskRenew,
    /// Adds them, and shows them.
    Renew(Edit),
    /// Shows the commitments as a grid of landlords and periods, or as a list.
    Crossed(bool),
    /// Switches a criterion of the matching off, or on again.
    Switch(Criterion),
    /// Looks at the matching from the side of the cases, or of the units.
    MatchFrom(Side),
    /// Looks at the units for a case, or the cases for a unit.
    LookAt(RowId),
    /// Asks what an act needs.
    Act(Act),
    /// Makes the edit of a filled form.
    Fill(Box<Form>),
    /// Asks where what an audience may read of a table is to be written.
    AskExport(TableId, Audience),
    /// Asks for a record in one line.
    AskQuick,
    /// Makes what a line says.
    QuickEntry(String),
    /// Takes an offer of the nth field of a form, or an answer to what a line leaves open.
    TakeOffer(usize, usize),
    /// Shows what the committee may see and nothing else, or everything again.
    Seance(bool),
    /// Opens the window for the committee, or closes it.
    CommitteeWindow(bool),
    /// Says in the window for the committee what is spoken of; nothing if none.
    Discuss(Option<(TableId, RowId)>),
    /// Asks the system to leave this window out of captures, while that one is open.
    LeaveOut(bool),
    /// Goes back to the record shown before.
    Back,
    /// Lists the records that were removed.
    AskRemoved,
    /// Brings them back.
    BringBack(Removal),
    /// Sets the operator's name.
    Operator(String),
    /// Asks whether to strike something out.
    AskStrike(Strike),
    /// Asks whether to strike out what a finding about personal data means.
    AskStrikeFound(Finding),
    /// Asks whether to purge the closed cases past the retention period.
    AskPurge,
    /// Purges them, for good.
    Purge(Vec<RowId>),
    /// Strikes it out, for good.
    Strike(Strike),
    /// Passes a request to the host.
    Host(Request),
}

/// What only the host can do: disk, platform, settings.
#[derive(Clone, Debug)]
pub enum Request {
    Open(PathBuf),
    /// Opens a file that was edited by hand or damaged, once the user agreed.
    OpenAnyway(PathBuf),
    /// Reads the clipboard, and pastes its text.
    Paste,
    /// Creates a file and opens it.
    Create(Start, PathBuf),
    /// Opens the platform's file dialog at the path typed so far.
    Browse(Purpose, PathBuf),
    Save,
    /// Saves under another name and keeps working there.
    SaveAs(PathBuf),
    /// Writes a table as the office's CSV.
    Export(TableId, Audience, PathBuf),
    /// Writes a chart to a file, or all of them into a folder.
    ExportCharts(ChartExport, PathBuf),
    /// Writes a document, beside any of the same name.
    WriteReport(Report, PathBuf),
    /// Runs a request again, replacing an existing file.
    Overwrite(Box<Self>),
    /// Copies a chart to the clipboard as an image.
    CopyChart(Chart, Picture),
    Dark(bool),
    /// Text scale in per cent.
    Scale(u32),
    ReducedMotion(bool),
    /// Keeps that the window shows what the committee may see.
    Seance(bool),
    Language(Lang),
    /// Opens a folder in the platform's file manager.
    OpenFolder(PathBuf),
    /// Saves the settings: the page, the operator's name.
    Remember,
    /// Shows what another state of the dataset would change.
    LookAtCopy(PathBuf),
    /// Merges that state.
    TakeCopy,
    /// Looks which backups there are, and how far each is from the present.
    ListBackups,
    /// Takes over the records of a backup, which can be undone.
    Restore(Backed),
    /// Something was struck out of the document: it goes from all that is kept.
    Struck(Strike),
    /// Takes over what others saved, although it removes many records.
    TakeRemovals,
    /// Leaves to others what they saved, and goes on in a copy.
    SaveApart,
    /// Opens it and seals it as its backups are.
    OpenSealing(PathBuf),
    /// Opens a file with a passphrase: its own, or that of its backup.
    Unlock {
        path: PathBuf,
        backup: Option<PathBuf>,
        passphrase: String,
    },
    /// Seals the open file with a passphrase.
    Seal(String),
    /// No longer seals it.
    Unseal,
    /// Leaves the sealed file until its passphrase is given.
    Lock,
    /// After how many minutes without a touch that happens by itself.
    LockAfter(u32),
    /// Quits; asks if work is not saved.
    Quit,
    /// Quits although drafts remain; they are in the file.
    QuitWithDrafts,
    /// Quits without saving.
    QuitAnyway,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// The convention of 2021.
    Template,
    /// Fictitious data, to try things out.
    Sample,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Open,
    Create(Start),
    SaveAs,
    Export(TableId, Audience),
    /// Export one chart to a file, or all of them to a folder.
    Charts(ChartExport),
    Report(Report),
    /// Look at another state of the open dataset, to merge it.
    Copy,
}

impl Purpose {
    /// What a path was asked for, and the path.
    pub fn of(request: Request) -> Option<(Self, PathBuf)> {
        Some(match request {
            Request::Create(start, path) => (Self::Create(start), path),
            Request::SaveAs(path) => (Self::SaveAs, path),
            Request::Export(table, audience, path) => (Self::Export(table, audience), path),
            Request::ExportCharts(export, path) => (Self::Charts(export), path),
            Request::WriteReport(report, path) => (Self::Report(report), path),
            Request::Overwrite(request) => return Self::of(*request),
            _ => return None,
        })
    }

    /// The request for the chosen path. A missing file extension is added.
    pub fn request(self, path: PathBuf) -> Request {
        let ended = |end| if path.extension().is_some() { path.clone() } else { path.with_extension(end) };
        match self {
            Self::Open => Request::Open(path),
            Self::Copy => Request::LookAtCopy(path),
            Self::Create(start) => Request::Create(start, ended("ron")),
            Self::SaveAs => Request::SaveAs(ended("ron")),
            Self::Charts(export) if export.chart.is_none() => Request::ExportCharts(export, path),
            Self::Charts(export) => Request::ExportCharts(export, ended(export.picture.format.extension())),
            Self::Export(table, audience) => Request::Export(table, audience, ended("csv")),
            Self::Report(report) => Request::WriteReport(report, ended("docx")),
        }
    }
}

/// Where views push their commands.
pub type Outbox = Vec<Command>;
