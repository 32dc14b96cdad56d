//! The recent files as they are known so far. Asks nothing of the disk.

use std::path::PathBuf;

use crate::session::{FileState, RecentFile};
use crate::store::Settings;

#[derive(Default)]
pub(super) struct Recent {
    pub(super) files: Vec<RecentFile>,
    /// The disk was asked about them since the last file was open.
    pub(super) is_asked: bool,
}

impl Recent {
    /// Before the disk is asked.
    pub(super) fn listed(settings: &Settings) -> Self {
        let file = |path: &PathBuf| RecentFile { path: path.clone(), state: FileState::Unknown };
        Self { files: settings.recent.iter().map(file).collect(), is_asked: false }
    }
}
