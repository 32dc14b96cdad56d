//! The window: displays the session, passes it the platform's events, and serves its requests to
//! the disk. No other module uses egui.

mod action;
#[expect(clippy::module_inception, reason = "the app of the app: where a newcomer looks first")]
mod app;
mod calendar;
mod card;
pub mod chart_view;
pub mod committee;
mod dialogs;
mod explain;
mod field;
mod focus;
pub mod grid;
mod heard;
mod host;
mod offers;
mod pages;
mod platform;
mod queue;
mod run;
mod shell;
mod striking;
mod style;

pub use app::App;
pub use host::keeping::KeeperRuns;
pub use host::worker::{Spawn, at_once, threads};
pub use host::{ChooseFile, Host, ReadClipboard, Surroundings};
pub use platform::{Clipboard, choose_file, documents, now, open_folder, seconds, user};
pub use run::{RunError, has_display, run};
pub use style::install as install_style;
