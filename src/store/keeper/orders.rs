//! What goes between the window and the keeper: orders, reports, and the states they are about.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDateTime;

use crate::domain::dataset::Dataset;
use crate::domain::id::CellRef;
use crate::domain::value::Value;
use crate::edit::{JournalEntry, Merge, Revision, Strike};
use crate::store::file::{Existing, FileIdentity};
use crate::store::format::SaveId;
use crate::store::fs::{DiskError, Fs};
use crate::store::journal::TypedText;
use crate::store::outcome::{SaveError, SaveOutcome};
use crate::store::places::Places;
use crate::store::recovery::Recovered;
use crate::store::seal::Key;

use super::work::Done;

/// What the keeper is given once.
pub struct Tools {
    pub fs: Arc<dyn Fs>,
    pub places: Places,
    /// Local time.
    pub clock: fn() -> NaiveDateTime,
    pub random: Box<dyn FnMut() -> u64 + Send>,
}

/// A value as it is typed, for the draft of an entry that clashed.
pub type Typed = Box<dyn Fn(&Dataset, CellRef, &Value) -> String + Send>;

/// A state of the document.
#[derive(Clone, Debug)]
pub struct State {
    pub dataset: Arc<Dataset>,
    pub revision: Revision,
}

/// A file to keep.
pub struct Kept {
    pub file: FileIdentity,
    /// What the file holds.
    pub saved: Arc<Dataset>,
    /// What the document holds.
    pub state: State,
    /// What an earlier run left: its changes are in the document, and will be journaled again.
    pub recovered: Recovered,
    pub typed: Typed,
}

/// What the window tells the keeper.
pub enum Order {
    /// Keep another file.
    Keep(Box<Kept>),
    /// Keep none.
    Leave,
    /// The document changed.
    Changed(Vec<JournalEntry>, State),
    /// What is being typed into a cell, if anything: a merge leaves its record where it is, and a sudden end
    /// leaves its text.
    Typing(Option<TypedText>),
    /// Report the merge with what others saved once more.
    MergeAgain,
    Save,
    SaveAs(PathBuf, Existing),
    /// The document took over what others saved.
    Merged {
        /// The save that it took over.
        save: SaveId,
        /// What leads there from what they saved.
        on_saved: JournalEntry,
        /// What leads there from the document as it was.
        on_mine: Vec<JournalEntry>,
        state: State,
    },
    /// The user does not want what others saved: the work goes on in a copy.
    Apart,
    /// Something was struck out of the document: it goes from the file, its backups and the journal too.
    Struck(Strike, Vec<JournalEntry>, State),
    /// Seal the file with another key from now on, or no longer seal it.
    Seal(Option<Key>),
    /// Work was done.
    Done(Box<Done>),
}

/// What the keeper tells the window.
#[derive(Debug)]
pub enum Report {
    /// The journal failed, or works again.
    Journaled(Result<(), DiskError>),
    /// A save began.
    Saving,
    Saved {
        revision: Revision,
        outcome: SaveOutcome,
        at: NaiveDateTime,
    },
    /// The file that was missing is there again.
    Found,
    /// The save failed; it is tried again by itself.
    NotSaved(SaveError),
    /// The file was not written under another name.
    NotSavedAs(PathBuf, SaveError),
    /// What was struck out is in no backup any more, but perhaps in these files.
    StruckOut(Vec<PathBuf>),
    /// Files came or went beside the file.
    FolderChanged,
    /// The backups are sealed as the file is, but perhaps not these files.
    Sealed(Vec<PathBuf>),
    /// Others sealed the file with a key that is not known.
    SealedByOthers,
    /// Others saved the file: the merge with the document as of a revision.
    Outside {
        save: SaveId,
        merge: Box<Merge>,
        of: Revision,
    },
}
