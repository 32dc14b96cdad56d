//! The one editable table, for every table of the dataset.
//!
//! Works on the schema, so it is one piece of code for all record types. Its state and its
//! arrangement of rows know nothing of egui; `view` paints them and turns input into commands.
//! Positions on screen stay in here: everything that leaves is a row's identity and a column's key.

mod arrange;
mod editor;
mod header;
mod keys;
mod paint;
mod state;
mod view;

pub use arrange::Arrangement;
pub use state::{Direction, Editor, Grid, GridCommand, Order, Subset};
pub use view::{GridView, show};
