//! The results of background jobs, as plain data.

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::chart::kind::Chart;
use crate::chart::out::png::{PngError, Raster};
use crate::domain::dataset::Dataset;
use crate::domain::message::Message;
use crate::edit::{Difference, Merge, Revision};
use crate::report::docx::DocumentError;
use crate::session::command::{Purpose, Request};
use crate::session::dialog::Backed;
use crate::session::{Checked, FoldedTexts, Overview, RecentFile};
use crate::store::{
    Backup, CopyBeside, DiskError, Key, OpenError, Opened, Recovered, Report, SaveError, SaveOutcome, SealedBackup,
};

pub(super) enum Job {
    Opened {
        path: PathBuf,
        if_strange: IfStrange,
        result: Box<Result<(Opened, Recovered), OpenError>>,
        /// The last sound backup of a file that is damaged.
        backup: Option<Backup>,
        /// Its last backup, if it is sealed and the file is not, or is damaged.
        sealed: Option<SealedBackup>,
    },
    /// The key of a sealed file, or of its backup, by its passphrase.
    Unlocked {
        path: PathBuf,
        backup: Option<PathBuf>,
        key: Result<Key, OpenError>,
    },
    /// A new key for a file.
    KeyMade(PathBuf, std::io::Result<Key>),
    /// Copies of the open file, with changes that it does not have or without.
    Copies {
        with_more: Vec<PathBuf>,
        without: Vec<CopyBeside>,
    },
    Copy(Box<Result<LookedAt, Message>>),
    Backups(Result<Vec<Backed>, DiskError>),
    /// A backup of a day, to be restored.
    Restoring(NaiveDate, Box<Result<Opened, OpenError>>),
    /// The keeper of the file has news.
    Kept(Report),
    /// `retry` is the request to repeat if the user agrees to replace an existing file.
    Created {
        dataset: Box<Dataset>,
        result: Result<SaveOutcome, SaveError>,
        retry: Request,
    },
    Exported {
        path: PathBuf,
        result: Result<(), SaveError>,
        retry: Request,
    },
    /// A document was written, under that name or one like it.
    Documented {
        path: PathBuf,
        result: Result<(), ChartExportError>,
        retry: Request,
    },
    /// Progress of an export.
    ChartWritten {
        written: usize,
        of: usize,
    },
    /// The names of the charts that were written, out of how many.
    ChartsWritten {
        path: PathBuf,
        written: Vec<String>,
        of: usize,
        result: Result<(), ChartExportError>,
        retry: Request,
    },
    /// A chart was rasterised for the clipboard.
    Pictured(Chart, Result<Raster, PngError>),
    /// Whether the clipboard still holds what we put there.
    ClipboardSeen {
        is_ours: bool,
    },
    /// The text on the clipboard, if there is one.
    Pasted(Option<String>),
    Checked(Checked),
    Folded(FoldedTexts),
    Matched(Overview),
    /// What became of the recent files.
    Recent(Vec<RecentFile>),
    /// The newly opened document has been on screen.
    Shown,
    /// The path chosen in the file dialog, if any.
    Chosen {
        purpose: Purpose,
        path: Option<PathBuf>,
    },
}

/// What a copy of the open file would change, if the document is still as it was.
pub(super) struct LookedAt {
    pub(super) path: PathBuf,
    pub(super) merge: Merge,
    pub(super) of: Revision,
    pub(super) difference: Difference,
}

/// What to do with a file that is not as it was left: edited by hand, or no longer sealed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum IfStrange {
    Ask,
    Open,
    /// Open it, and seal it as its backups are.
    Seal,
}

/// Why a chart could not be exported.
pub(super) enum ChartExportError {
    Save(SaveError),
    Picture(PngError),
    Document(DocumentError),
}

impl From<SaveError> for ChartExportError {
    fn from(error: SaveError) -> Self {
        Self::Save(error)
    }
}
