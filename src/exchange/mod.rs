//! Data entering and leaving the app: typed entry, cell display, paste plans, CSV.
//!
//! Reads records only through a `Reader`, so that completion lists, cells and files contain only what
//! their audience may see. Never changes a dataset or touches the disk.

mod amount;
mod choice;
pub mod clipboard;
pub mod csv;
mod date;
pub mod entry;
mod floor;
pub mod harmless;
pub mod leftover;
mod number;
mod parsed;
pub mod phrase;
mod place;
pub mod plan;
mod reference;
mod remainder;
pub mod show;
mod vocabulary;
