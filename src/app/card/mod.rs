//! The record card: everything about the record under the cursor, beside the grid.
//!
//! `content` is what it says, as plain data read through the schema; `view` paints it and turns
//! clicks into commands. Neither changes anything.

mod content;
mod keys;
mod view;

pub use content::{Card, Field, History, Moment, Past, Step};
pub use keys::{take_escape, takes_space};
pub use view::show;
