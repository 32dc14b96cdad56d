//! The one editable table, for every table of the dataset: its state and what its commands mean.
//!
//! Works on the schema, so it is one piece of code for all record types. Plain state and functions
//! on identities. Types come first (`selection`, `columns`, `showing`, `editor`, `cut`), then the
//! grid (`state`), then what commands do to it (`act` and what it calls).

mod act;
mod arrange;
mod ask;
mod columns;
mod command;
mod copy;
mod cut;
mod editor;
mod filter;
mod folded;
pub mod keys;
mod on_column;
mod paste;
mod replace;
mod replacement;
mod selection;
mod showing;
mod sort;
mod state;
mod step;
mod summary;
mod typing;

pub use act::Desk;
pub use arrange::{Arrangement, still_fits};
pub use columns::Columns;
pub use command::{Fill, GridCommand, Response, SortBy, Then};
pub use cut::Cut;
pub use editor::{Editor, Place};
pub use filter::values;
pub use folded::Folded;
pub use on_column::ON_COLUMN;
pub use replace::Found;
pub use replacement::Replace;
pub use selection::{Block, CellPos, Extent, Selection};
pub use showing::{Showing, Subset};
pub use state::Grid;
pub use step::Direction;
pub use summary::{Measured, Summary};
