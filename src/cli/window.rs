//! Opens the window with its environment.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use crate::app::{self, Surroundings};
use crate::store::{Cost, Disk};

use super::{CliError, Outcome, files};

/// Opens a file, or the welcome page.
pub fn open(file: Option<&Path>, until_first_frame: bool) -> Outcome {
    // Absolute, so that the list of recent files works from any folder.
    let absolute =
        |file: &Path| std::path::absolute(file).map_err(|error| CliError::new(format!("{}: {error}", file.display())));
    let file = file.map(absolute).transpose()?;
    let places = files::places()?;
    let surroundings = move || Surroundings {
        fs: Arc::new(Disk),
        places: places.clone(),
        user: app::user(),
        documents: app::documents(),
        clock: app::now,
        seconds: app::seconds,
        random: fastrand::Rng::new(),
        spawn: app::threads(),
        keeper: app::KeeperRuns::Beside,
        choose_file: app::choose_file,
        open_folder: app::open_folder,
        cost: Cost::STANDARD,
        read_clipboard: Arc::new(app::Clipboard),
    };
    app::run(&surroundings, file.as_deref(), until_first_frame).map_err(|error| CliError::new(error.to_string()))?;
    Ok(ExitCode::SUCCESS)
}
