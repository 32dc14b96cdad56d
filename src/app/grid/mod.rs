//! The grid on screen: paints what is in sight, turns the mouse into commands.
//!
//! The grid itself is the session's; positions on screen stay in here.

mod editor;
mod fit;
mod header;
mod layout;
mod paint;
mod view;

pub use editor::id as editor_id;
pub use editor::show as show_editor;
pub use view::{GridView, id, rows_in_sight, show};
