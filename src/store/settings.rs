//! Settings kept between sessions: theme, window, language, operator's name, recent files.
//!
//! Owns the settings file. One that cannot be parsed gives the defaults, and is copied before it is
//! overwritten. Never contains data from a dataset.

use std::io;
use std::path::{Path, PathBuf};

use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};

use crate::domain::layout::TableLayout;
use crate::domain::message::Message;

use super::format::DatasetId;
use super::fs::{DiskError, Fs};
use super::places::Places;
use super::save;

/// Maximum number of recent files.
pub const RECENT_FILES: usize = 8;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Theme {
    /// Dark on light, the default.
    #[default]
    Light,
    /// Light on dark.
    Dark,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Language {
    /// French, the default.
    #[default]
    French,
    English,
}

/// Window geometry, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WindowPlace {
    pub x: i32,
    pub y: i32,
    pub width: u32,
    pub height: u32,
    /// Maximised; the rest is the geometry to restore.
    pub maximised: bool,
}

/// All settings. Fields written by a newer version are dropped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub theme: Theme,
    /// Text size in per cent, from 80 to 200.
    pub text_scale: u32,
    pub language: Language,
    /// Last geometry of the window.
    pub window: Option<WindowPlace>,
    /// Disables animations. A setting, because platforms have no common way to query the preference.
    pub reduced_motion: bool,
    /// The window shows what the committee may see.
    pub seance: bool,
    /// The last open page, by its key.
    pub page: Option<String>,
    /// The columns of the tables, where they are not as at first.
    pub columns: Vec<TableLayout>,
    /// How charts were exported last: chart, size, format, scale, and what was switched on.
    pub charts: Vec<String>,
    /// The name recorded in the history; none until the user was asked.
    pub operator: Option<String>,
    /// After how many minutes without a touch a sealed file is locked.
    pub lock_after: u32,
    /// Recent files, latest first.
    pub recent: Vec<PathBuf>,
    /// Their datasets, the latest first: where the backups of a file are that can no longer be read.
    pub datasets: Vec<(PathBuf, DatasetId)>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            text_scale: 100,
            language: Language::default(),
            window: None,
            reduced_motion: false,
            seance: false,
            page: None,
            columns: Vec::new(),
            charts: Vec::new(),
            operator: None,
            lock_after: 10,
            recent: Vec::new(),
            datasets: Vec::new(),
        }
    }
}

impl Settings {
    /// Puts a file first in the recent files. A name that is not Unicode cannot be written and is
    /// ignored.
    pub fn remember(&mut self, path: &Path, dataset: DatasetId) {
        self.forget(path);
        self.datasets.retain(|(recent, _)| recent != path);
        if path.to_str().is_some() {
            self.recent.insert(0, path.to_owned());
            self.recent.truncate(RECENT_FILES);
            self.datasets.insert(0, (path.to_owned(), dataset));
            self.datasets.truncate(RECENT_FILES);
        }
    }

    /// The dataset that a file had when it was last open.
    pub fn dataset_of(&self, path: &Path) -> Option<DatasetId> {
        self.datasets.iter().find(|(recent, _)| recent == path).map(|(_, dataset)| *dataset)
    }

    /// Removes a file from the recent files.
    pub fn forget(&mut self, path: &Path) {
        self.recent.retain(|recent| recent != path);
    }

    /// Clamps the values to what the app supports.
    fn within_bounds(mut self) -> Self {
        self.text_scale = self.text_scale.clamp(80, 200);
        self.lock_after = self.lock_after.clamp(1, 24 * 60);
        self.recent.truncate(RECENT_FILES);
        self.datasets.truncate(RECENT_FILES);
        self
    }
}

/// The settings as loaded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    pub settings: Settings,
    /// A message, if the file could not be used.
    pub trouble: Option<Message>,
}

/// Loads the settings; the defaults if there are none or they cannot be read.
pub fn load_settings(fs: &dyn Fs, places: &Places) -> Loaded {
    let path = places.settings_file();
    let (settings, trouble) = match fs.read(&path) {
        Ok(bytes) => {
            let parsed = parse(&bytes);
            let trouble = parsed
                .is_none()
                .then(|| Message::new("store-settings-unreadable").text("path", path.display().to_string()));
            (parsed.unwrap_or_default(), trouble)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => (Settings::default(), None),
        Err(error) => (Settings::default(), Some(DiskError::at(&path)(error).message())),
    };
    Loaded { settings: settings.within_bounds(), trouble }
}

/// Writes the settings. An existing file that cannot be parsed is copied first, and the path of the
/// copy returned.
///
/// # Errors
/// If the disk reports an error.
pub fn save_settings(fs: &dyn Fs, places: &Places, settings: &Settings) -> Result<Option<PathBuf>, DiskError> {
    let path = places.settings_file();
    fs.create_folders(&places.config).map_err(DiskError::at(&places.config))?;
    let aside = match fs.read(&path) {
        Ok(bytes) if parse(&bytes).is_none() => Some(keep_aside(fs, places, &bytes)?),
        Ok(_) => None,
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(DiskError::at(&path)(error)),
    };
    let text = ron::ser::to_string_pretty(settings, PrettyConfig::new().new_line("\n"))
        .map_err(|error| DiskError::at(&path)(io::Error::other(error)))?;
    save::replace(fs, &path, text.as_bytes())?;
    Ok(aside)
}

fn parse(bytes: &[u8]) -> Option<Settings> {
    ron::de::from_bytes(bytes).ok()
}

/// Copies an invalid file to the first name that is free or has the same content.
fn keep_aside(fs: &dyn Fs, places: &Places, bytes: &[u8]) -> Result<PathBuf, DiskError> {
    let mut number = 1_u64;
    loop {
        let aside = places.config.join(format!("settings-unreadable-{number}.ron"));
        match fs.read(&aside) {
            Ok(kept) if kept == bytes => return Ok(aside),
            Ok(_) => number += 1,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                save::replace(fs, &aside, bytes)?;
                return Ok(aside);
            }
            Err(error) => return Err(DiskError::at(&aside)(error)),
        }
    }
}
