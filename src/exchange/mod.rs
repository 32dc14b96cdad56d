//! How data comes and goes: what people type, what cells show, plans of a paste, CSV.
//!
//! Reads records through a `Reader` only, so that completion lists, cells and files hold what
//! their audience may see and nothing else. Never changes a dataset and never touches the disk.

mod choice;
pub mod clipboard;
pub mod csv;
mod date;
pub mod entry;
mod number;
mod place;
pub mod plan;
mod reference;
pub mod show;
