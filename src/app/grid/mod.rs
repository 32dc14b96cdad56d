//! The grid on screen: paints the visible part, turns mouse actions into commands.
//!
//! The grid's state belongs to the session; positions on screen never leave this module.

mod editor;
mod fit;
mod foot;
mod header;
mod layout;
mod paint;
mod scroll;
mod spoken;
mod view;

pub use editor::id as editor_id;
pub use editor::show as show_editor;
pub use spoken::told;
pub use view::{GridView, id, rows_in_sight, show};
