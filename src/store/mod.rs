//! Storage: the file, its journal and backups, exports and settings; all disk access of the app.
//!
//! Owns the file format and the safe write that never loses data. Never reads a clock or draws a random
//! number: both are arguments. Never opens a dialog: it returns messages, and `app` and `cli` ask the
//! user what to do.

mod backup;
mod copies;
mod exports;
mod file;
mod format;
mod fs;
mod journal;
mod keeper;
mod opened;
mod outcome;
mod places;
mod recovery;
mod save;
mod seal;
mod settings;
pub mod template;

pub use backup::{Backup, KEPT_DAYS, KEPT_MONTHS, SealedBackup, backups, sealed_backup, sound_backup};
pub use copies::{CopyBeside, copies_beside};
pub use exports::{write_beside, write_exports};
pub use file::{Existing, FileIdentity, Lineage, SaveContext, create, save, save_beside, write_export};
pub use format::{
    Contents, DatasetId, Envelope, FORMAT, FilePlace, HEAD_BYTES, Malformed, OpenError, Problem, SaveId, Standing,
    read, write,
};
pub use fs::{Disk, DiskError, Fs, Sink};
pub use journal::{Journal, TypedText};
pub use keeper::{Done, Keeper, Kept, Order, Report, State, TRY_AGAIN_AFTER, Tools, Typed, Work};
pub use opened::{Opened, open, open_sealed, peek, unlock};
pub use outcome::{SaveError, SaveOutcome, SaveWarning};
pub use places::Places;
pub use recovery::{Recovered, Unfitting, recover, remove_journals};
pub use seal::{Cost, Key, Keys};
pub use settings::{Language, Loaded, RECENT_FILES, Settings, Theme, WindowPlace, load_settings, save_settings};
