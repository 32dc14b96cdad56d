//! The recent files, as the first screen shows them: when each was changed, and whether it is still there.
//!
//! The disk is asked in the background, each time that no file is open: a share that does not answer holds up nothing.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Local};

use crate::session::{FileState, RecentFile};
use crate::store::{Fs, Settings};

use super::Host;
use super::job::Job;

/// The recent files, before the disk is asked.
pub(super) fn listed(settings: &Settings) -> Vec<RecentFile> {
    let file = |path: &PathBuf| RecentFile { path: path.clone(), state: FileState::Unknown };
    settings.recent.iter().map(file).collect()
}

fn state(fs: &dyn Fs, file: &RecentFile) -> FileState {
    match fs.modified(&file.path) {
        Ok(time) => FileState::Changed(DateTime::<Local>::from(time).date_naive()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => FileState::Gone,
        Err(_) => FileState::Unknown,
    }
}

impl Host {
    /// Asks the disk about the recent files, once while none is open.
    pub(super) fn look_for_recent(&mut self) {
        if self.file.is_some() {
            self.knows_recent = false;
            return;
        }
        if self.is_loading || std::mem::replace(&mut self.knows_recent, true) {
            return;
        }
        self.recent = listed(&self.settings);
        let (fs, files) = (Arc::clone(&self.fs), self.recent.clone());
        let looked = move |file: RecentFile| RecentFile { state: state(&*fs, &file), ..file };
        self.worker.start(move || Job::Recent(files.into_iter().map(looked).collect()));
    }
}
