//! Jobs beside the window: what comes back of each, as plain data.

use std::path::PathBuf;

use crate::chart::kind::Chart;
use crate::chart::out::png::{PngError, Raster};
use crate::domain::dataset::Dataset;
use crate::edit::Revision;
use crate::session::command::{Purpose, Request};
use crate::session::{Checked, FoldedTexts};
use crate::store::{OpenError, Opened, SaveError, SaveOutcome};

/// The result of a job.
pub(super) enum Job {
    /// A file was read.
    Opened { path: PathBuf, anyway: bool, result: Box<Result<Opened, OpenError>> },
    /// The work was saved; where the name was taken, what to do once that was asked.
    Saved { revision: Revision, result: Result<SaveOutcome, SaveError>, retry: Option<Request> },
    /// A new file was made.
    Created { dataset: Box<Dataset>, result: Result<SaveOutcome, SaveError>, retry: Request },
    /// A table was written.
    Exported { path: PathBuf, result: Result<(), SaveError>, retry: Request },
    /// So many charts were written of those that are to be.
    ChartWritten { written: usize, of: usize },
    /// Charts were written: the names of those that are in the folder, of how many.
    ChartsWritten { path: PathBuf, written: Vec<String>, of: usize, result: Result<(), ChartTrouble>, retry: Request },
    /// A chart was made a picture, for the clipboard.
    Pictured(Chart, Result<Raster, PngError>),
    /// The clipboard was looked at: whether it still holds our picture.
    ClipboardSeen { is_ours: bool },
    /// A document was checked.
    Checked(Checked),
    /// The texts of a table were folded for the search.
    Folded(FoldedTexts),
    /// A document that was just opened is on screen.
    Shown,
    /// A file was chosen, or none.
    Chosen { purpose: Purpose, path: Option<PathBuf> },
}

/// Why a chart did not get out.
pub(super) enum ChartTrouble {
    Save(SaveError),
    Picture(PngError),
}

impl From<SaveError> for ChartTrouble {
    fn from(error: SaveError) -> Self {
        Self::Save(error)
    }
}
