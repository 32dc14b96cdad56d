//! How the dataset changes: edits and their inverses, with a single entry point.
//!
//! Owns undo, redo, history and referential integrity. Never touches the disk or reads a clock: each
//! edit is given its author and time.

mod apart;
mod beside;
mod cell;
mod difference;
mod document;
#[expect(clippy::module_inception, reason = "the type that the room is about")]
mod edit;
mod fresh;
mod integrity;
mod journal;
mod label;
mod merge;
mod message;
mod operations;
mod perform;
mod place;
mod removed;
mod step;
mod strike;
mod trial;

pub use cell::{set_cell, would_show};
pub use difference::{Difference, restore};
pub use document::{Applied, Document, Revision, Stamp};
pub use edit::{Edit, EditError};
pub use fresh::Fresh;
pub use integrity::remove_rows;
pub use journal::JournalEntry;
pub use merge::{Clash, Merge, MergeContext};
pub use operations::{absorb_landlord, hand_over_cases, renew_period};
pub use place::{CellPos, EditPlace, Extent, Selection};
pub use removed::{Removal, removals};
pub use step::{ChangedAt, Stepped};
pub use strike::{Strike, Strikes, Struck};
pub use trial::{outcome, trial};
