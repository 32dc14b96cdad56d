//! What the app remembers between two days: theme, window, language, name of the operator, files.
//!
//! Owns the settings' file. One that does not parse gives the default settings and is kept aside
//! before it is written again. Nothing of a dataset is ever in it.

use std::io;
use std::path::{Path, PathBuf};

use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};

use crate::domain::message::Message;

use super::fs::{DiskError, Fs};
use super::places::Places;
use super::save;

/// How many files are remembered.
pub const RECENT_FILES: usize = 8;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Theme {
    /// Dark on light: the default.
    #[default]
    Light,
    /// Light on dark.
    Dark,
}

/// Language of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Language {
    /// French: the default.
    #[default]
    French,
    English,
}

/// Where the window was, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WindowPlace {
    pub x: i32,
    pub y: i32,
    pub width: u32,
    pub height: u32,
    /// It filled the screen; the rest is where it goes back to.
    pub maximised: bool,
}

/// Everything that is remembered. A field that a newer version wrote is left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// Size of text in per cent, from 80 to 200.
    pub text_scale: u32,
    /// Language of the screen.
    pub language: Language,
    /// Where the window was.
    pub window: Option<WindowPlace>,
    /// Nothing moves on screen, for those whom it disturbs. Platforms do not tell a program in one way
    /// that someone asked them for it, so it is asked here.
    pub reduced_motion: bool,
    /// The page that was open, by its key.
    pub page: Option<String>,
    /// The name shown in the history; none until it was asked for.
    pub operator: Option<String>,
    /// Files, the last opened first.
    pub recent: Vec<PathBuf>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            text_scale: 100,
            language: Language::default(),
            window: None,
            reduced_motion: false,
            page: None,
            operator: None,
            recent: Vec::new(),
        }
    }
}

impl Settings {
    /// Puts a file first among the recent ones. A name that is not Unicode can not be written
    /// and is not remembered.
    pub fn remember(&mut self, path: &Path) {
        self.forget(path);
        if path.to_str().is_some() {
            self.recent.insert(0, path.to_owned());
            self.recent.truncate(RECENT_FILES);
        }
    }

    /// Takes a file out of the recent ones.
    pub fn forget(&mut self, path: &Path) {
        self.recent.retain(|recent| recent != path);
    }

    /// Within what the app can show, whatever the file says.
    fn within_bounds(mut self) -> Self {
        self.text_scale = self.text_scale.clamp(80, 200);
        self.recent.truncate(RECENT_FILES);
        self
    }
}

/// The settings as they were found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// What to use.
    pub settings: Settings,
    /// What to say, where the file could not be used.
    pub trouble: Option<Message>,
}

/// Reads the settings; the default ones where there are none or they can not be read.
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

/// Writes the settings. A file there that does not parse is first copied aside: gives where.
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

/// Copies a file that does not parse to the first name that is free, or that has the same content.
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
