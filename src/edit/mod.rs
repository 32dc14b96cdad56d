//! How the dataset changes: edits and their inverses, behind one door.
//!
//! Owns undo, redo, history and integrity between tables. Never touches the disk and never
//! reads a clock: who and when are handed in with each edit.

mod cell;
mod document;
mod fresh;
mod integrity;
mod label;
mod message;
mod operations;
mod perform;
mod place;
mod step;

pub use cell::set_cell;
pub use document::{Applied, Document, Edit, EditError, Revision, Stamp};
pub use fresh::Fresh;
pub use integrity::remove_rows;
pub use operations::{absorb_landlord, hand_over_cases};
pub use place::{CellPos, EditPlace, Extent, Selection};
pub use step::{ChangedAt, Stepped};
