//! How things are measured.

pub mod meter;
pub mod process;
pub mod window;
