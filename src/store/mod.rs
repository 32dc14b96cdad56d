//! Where it lives: the file, its backups, settings: all disk access of the app.
//!
//! Owns the format of the file and how it is written so that nothing is ever lost. Never reads
//! a clock nor draws a random number: both are handed in. Never opens a dialog: what it has to
//! say is a message, and what to do about it is for `app` and `cli` to ask.

mod backup;
mod exports;
mod file;
mod format;
mod fs;
mod outcome;
mod places;
mod save;
mod settings;
pub mod template;

pub use backup::KEPT_DAYS;
pub use exports::write_exports;
pub use file::{Existing, FileIdentity, Lineage, Opened, SaveContext, create, open, peek, save, write_export};
pub use format::{
    Contents, DatasetId, Envelope, FORMAT, FilePlace, HEAD_BYTES, Malformed, OpenError, Problem, SaveId, Standing,
    read, write,
};
pub use fs::{Disk, DiskError, Fs, Sink};
pub use outcome::{SaveError, SaveOutcome, SaveWarning};
pub use places::Places;
pub use settings::{Language, Loaded, RECENT_FILES, Settings, Theme, WindowPlace, load_settings, save_settings};
