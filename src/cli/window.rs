//! Opens the window, with everything that it has around it.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use crate::app::{self, Surroundings};
use crate::store::Disk;

use super::{CliError, Outcome, files};

/// Opens the window on a file, or on the welcome page.
pub fn open(file: Option<&Path>, until_first_frame: bool) -> Outcome {
    // The window remembers the file in its list of recent ones, to be opened from anywhere.
    let absolute =
        |file: &Path| std::path::absolute(file).map_err(|error| CliError::new(format!("{}: {error}", file.display())));
    let file = file.map(absolute).transpose()?;
    let places = files::places()?;
    let surroundings = move || Surroundings {
        fs: Arc::new(Disk),
        places: places.clone(),
        documents: app::documents(),
        clock: app::now,
        random: fastrand::Rng::new(),
        spawn: app::threads(),
        choose_file: app::choose_file,
        open_folder: app::open_folder,
        see_picture: Arc::new(app::see_picture),
    };
    app::run(&surroundings, file.as_deref(), until_first_frame).map_err(|error| CliError::new(error.to_string()))?;
    Ok(ExitCode::SUCCESS)
}
