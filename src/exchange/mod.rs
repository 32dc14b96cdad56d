//! Data entering and leaving the app: typed entry, cell display, paste plans, CSV.
//!
//! Reads records only through a `Reader`, so that completion lists, cells and files contain only what
//! their audience may see. Never changes a dataset or touches the disk.

mod choice;
pub mod clipboard;
pub mod csv;
mod date;
pub mod entry;
pub mod harmless;
mod number;
mod parsed;
mod place;
pub mod plan;
mod reference;
pub mod show;
