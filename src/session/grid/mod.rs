//! The editable grid, the same for every table of the dataset: its state and its commands.
//!
//! Works on the schema, so one implementation serves all record types. Types come first
//! (`selection`, `sheet`, `columns`, `query`, `editor`, `cut`), then the grid (`state`), then the commands
//! (`act` and what it calls).

mod act;
mod arrange;
mod ask;
mod column_actions;
mod columns;
mod command;
mod copy;
mod cut;
mod editor;
mod filter;
mod folded;
pub mod keys;
mod paste;
mod query;
mod replace;
mod replacement;
mod selection;
mod sheet;
mod sort;
mod state;
mod step;
mod summary;
mod trail;
mod typing;
mod write;

pub use act::{GridContext, OffersOfCell};
pub use arrange::{Arrangement, still_fits};
pub use column_actions::COLUMN_ACTIONS;
pub use columns::Columns;
pub use command::{Fill, FollowUp, GridCommand, Response, SortBy};
pub use cut::Cut;
pub use editor::{CalendarStep, Editor, EditorPlace};
pub use filter::values;
pub use folded::Folded;
pub use query::{RowQuery, Subset};
pub use replace::Found;
pub use replacement::Replace;
pub use selection::{CellBlock, CellPos, Extent, Selection};
pub use sheet::{Crossed, CrossedCell, CrossedColumn, Foot, Sheet};
pub use state::Grid;
pub use step::Direction;
pub use summary::{ColumnSummary, Summary};
pub use trail::{GridMove, Trail};
