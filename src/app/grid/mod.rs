//! The one editable table, for every table of the dataset.
//!
//! Works on the schema, so it is one piece of code for all record types. Its core (`state`,
//! `selection`, `columns`, `arrange`, `act` and what it calls) is plain state and functions on
//! identities and knows nothing of egui; `view` paints it and turns input into commands.
//! Positions on screen stay in here: what leaves is a row's identity and a column's key.

mod act;
mod arrange;
mod columns;
mod command;
mod cut;
mod editor;
mod filter;
mod fit;
mod folded;
mod header;
pub mod keys;
mod layout;
mod naming;
mod paint;
mod paste;
mod replace;
mod selection;
mod showing;
mod sort;
mod state;
mod step;
mod summary;
mod typing;
mod view;

pub use act::Desk;
pub use arrange::{Arrangement, still_fits};
pub use columns::{Columns, ON_COLUMN};
pub use command::{Direction, Fill, GridCommand, Response, Then};
pub use cut::Cut;
pub use filter::{Filter, Test, values};
pub use folded::Folded;
pub use naming::{Answer, Name};
pub use paste::{Misfit, Paste};
pub use replace::{Found, Replace};
pub use selection::{Block, Reach, Selection, Spot};
pub use state::{Editor, Grid, Order, Subset};
pub use summary::{Measured, Summary};
pub use view::{GridView, id, show};
