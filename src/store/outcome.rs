//! What became of a save, and what to say of it.
//!
//! Owns no decision: see `file`.

use std::path::PathBuf;

use crate::domain::message::Message;

use super::file::FileIdentity;
use super::fs::DiskError;

/// What became of a save. The work is on the disk in both cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveOutcome {
    /// The file holds it.
    Saved {
        /// The file, to save to from now on.
        file: FileIdentity,
        /// What did not go well beside.
        warnings: Vec<SaveWarning>,
    },
    /// The file on the disk was not the one that is known: it is untouched, and the work is in a
    /// file beside it, which it goes on in from now on.
    Conflict {
        /// The copy, to save to from now on.
        file: FileIdentity,
        /// What did not go well beside.
        warnings: Vec<SaveWarning>,
    },
}

impl SaveOutcome {
    /// The file that holds the work, to save to from now on.
    pub const fn file(&self) -> &FileIdentity {
        match self {
            Self::Saved { file, .. } | Self::Conflict { file, .. } => file,
        }
    }

    /// What did not go well beside.
    pub fn warnings(&self) -> &[SaveWarning] {
        match self {
            Self::Saved { warnings, .. } | Self::Conflict { warnings, .. } => warnings,
        }
    }

    /// What to say of it: of a plain save nothing.
    pub fn message(&self) -> Option<Message> {
        match self {
            Self::Saved { .. } => None,
            Self::Conflict { file, .. } => {
                Some(Message::new("store-save-conflict").text("path", file.path().display().to_string()))
            }
        }
    }
}

/// What did not go well beside a save that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveWarning {
    /// The day's backup could not be kept.
    Backup(DiskError),
    /// The folder could not be flushed: after a power cut right now, the state before may be back.
    NotFlushed(DiskError),
}

impl SaveWarning {
    /// What to say of it.
    pub fn message(&self) -> Message {
        let (Self::Backup(error) | Self::NotFlushed(error)) = self;
        let message = Message::new(match self {
            Self::Backup(_) => "store-save-no-backup",
            Self::NotFlushed(_) => "store-save-not-flushed",
        });
        message.text("path", error.path.display().to_string()).text("detail", error.detail.clone())
    }
}

/// Why nothing was saved. What was on the disk is untouched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// The disk refused.
    Disk(DiskError),
    /// There is such a file already.
    Exists(PathBuf),
    /// The records can not be written down.
    Unwritable(String),
}

impl SaveError {
    /// What to say of it.
    pub fn message(&self) -> Message {
        match self {
            Self::Disk(error) => error.message(),
            Self::Exists(path) => Message::new("store-save-exists").text("path", path.display().to_string()),
            Self::Unwritable(detail) => Message::new("store-save-unwritable").text("detail", detail.clone()),
        }
    }
}

impl From<DiskError> for SaveError {
    fn from(error: DiskError) -> Self {
        Self::Disk(error)
    }
}
