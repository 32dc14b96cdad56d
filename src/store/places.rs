//! The app's own folders, for backups, journals and settings.
//!
//! Owns their names. The dataset's file is wherever its owner put it.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use super::format::DatasetId;

/// The app's own folders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    pub data: PathBuf,
    pub config: PathBuf,
}

impl Places {
    /// The folders of this platform and user; `None` without a home folder.
    pub fn of_platform() -> Option<Self> {
        let dirs = ProjectDirs::from("fr", "", "Clefs")?;
        Some(Self { data: dirs.data_local_dir().to_owned(), config: dirs.config_dir().to_owned() })
    }

    /// Both under one folder, for portable use and for tests.
    pub fn under(home: &Path) -> Self {
        Self { data: home.join("data"), config: home.join("config") }
    }

    /// The backups of a dataset, wherever its file is.
    pub fn backups_of(&self, dataset: DatasetId) -> PathBuf {
        self.data.join("backups").join(dataset.to_string())
    }

    /// The journals of a dataset: never next to its file, which may be synchronised.
    pub fn journals_of(&self, dataset: DatasetId) -> PathBuf {
        self.data.join("journals").join(dataset.to_string())
    }

    pub fn settings_file(&self) -> PathBuf {
        self.config.join("settings.ron")
    }
}
