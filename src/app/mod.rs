//! The window: shows the session, gives it the platform's events, does what it asks of the disk.
//! egui stays in here.

mod action;
#[expect(clippy::module_inception, reason = "the app of the app: where a newcomer looks first")]
mod app;
mod calendar;
mod card;
pub mod chart_view;
mod dialogs;
mod field;
mod focus;
pub mod grid;
mod host;
mod pages;
mod platform;
mod queue;
mod run;
mod shell;
mod style;

pub use app::App;
pub use host::worker::{Spawn, at_once, threads};
pub use host::{ChooseFile, Host, SeePicture, Surroundings};
pub use platform::{choose_file, documents, now, open_folder, see_picture};
pub use run::{RunError, has_display, run};
pub use style::install as install_style;
