//! The window. Views read the state and push commands; commands change it; egui stays in here.

mod action;
#[expect(clippy::module_inception, reason = "the app of the app: where a newcomer looks first")]
mod app;
mod calendar;
pub mod card;
pub mod chart_view;
mod command;
mod dialogs;
pub mod grid;
mod pages;
mod platform;
mod run;
mod shell;
mod state;
mod style;
mod texts;

pub use action::{ACTIONS, Action};
pub use app::App;
pub use platform::{documents, now, open_folder, see_picture};
pub use run::{RunError, has_display, run};
pub use state::worker::{Spawn, at_once, threads};
pub use state::{SeePicture, State, Surroundings};
pub use style::install as install_style;
pub use texts::Texts;
