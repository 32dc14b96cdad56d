//! The parts around the pages: side bar, menus, notices.

mod menus;
mod notice;
mod side_bar;

pub use menus::{begin as begin_menu, entry as menu_entry, show as menus};
use notice::show as notice;
pub use side_bar::{WIDTH as SIDE_BAR_WIDTH, show as side_bar};
