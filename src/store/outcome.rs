//! The outcome of a save, and its message.
//!
//! Decides nothing: see `file`.

use std::path::PathBuf;

use crate::domain::message::Message;

use super::file::FileIdentity;
use super::fs::DiskError;
use super::opened::Opened;

/// The outcome of a save. The work is on disk in both cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveOutcome {
    /// Saved to the file.
    Saved {
        /// The file for the next save.
        file: FileIdentity,
        /// Problems that did not prevent the save.
        warnings: Vec<SaveWarning>,
    },
    /// The file on disk was not in the known state. It is untouched; the work was saved to a copy next
    /// to it, which is used from now on.
    Conflict {
        /// The copy, used for the next save.
        file: FileIdentity,
        /// Problems that did not prevent the save.
        warnings: Vec<SaveWarning>,
    },
}

impl SaveOutcome {
    /// The file for the next save.
    pub const fn file(&self) -> &FileIdentity {
        match self {
            Self::Saved { file, .. } | Self::Conflict { file, .. } => file,
        }
    }

    /// Problems that did not prevent the save.
    pub fn warnings(&self) -> &[SaveWarning] {
        match self {
            Self::Saved { warnings, .. } | Self::Conflict { warnings, .. } => warnings,
        }
    }

    /// The message, if any; a plain save has none.
    pub fn message(&self) -> Option<Message> {
        match self {
            Self::Saved { .. } => None,
            Self::Conflict { file, .. } => {
                Some(Message::new("store-save-conflict").text("path", file.path().display().to_string()))
            }
        }
    }
}

/// A problem that did not prevent a save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveWarning {
    /// The daily backup failed.
    Backup(DiskError),
    /// The new file has not the permissions of the one it replaces.
    Permissions(DiskError),
    /// The folder could not be flushed: after a power cut right now, the old state may come back.
    NotFlushed(DiskError),
}

impl SaveWarning {
    pub fn message(&self) -> Message {
        let (Self::Backup(error) | Self::Permissions(error) | Self::NotFlushed(error)) = self;
        let message = Message::new(match self {
            Self::Backup(_) => "store-save-no-backup",
            Self::Permissions(_) => "store-save-permissions",
            Self::NotFlushed(_) => "store-save-not-flushed",
        });
        message.text("path", error.path.display().to_string()).text("detail", error.detail.clone())
    }
}

/// Why a save failed. The file on disk is untouched.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveError {
    /// The disk reported an error.
    Disk(DiskError),
    /// The file already exists.
    Exists(PathBuf),
    /// The folder that it was to be written to does not exist.
    NoFolder(PathBuf),
    /// The file is no longer where it was.
    Missing(PathBuf),
    /// Others saved the file, in this state.
    Changed(Box<Opened>),
    /// The file is sealed with another key by now.
    Sealed(PathBuf),
    /// The records could not be serialised.
    Unwritable(String),
}

impl SaveError {
    pub fn message(&self) -> Message {
        match self {
            Self::Disk(error) => error.message(),
            Self::Exists(path) => Message::new("store-save-exists").text("path", path.display().to_string()),
            Self::NoFolder(path) => Message::new("store-save-no-folder").text("path", path.display().to_string()),
            Self::Missing(path) => Message::new("store-save-missing").text("path", path.display().to_string()),
            Self::Changed(opened) => {
                Message::new("store-save-changed").text("path", opened.file.path().display().to_string())
            }
            Self::Sealed(path) => Message::new("store-save-sealed").text("path", path.display().to_string()),
            Self::Unwritable(detail) => Message::new("store-save-unwritable").text("detail", detail.clone()),
        }
    }
}

impl From<DiskError> for SaveError {
    fn from(error: DiskError) -> Self {
        Self::Disk(error)
    }
}
