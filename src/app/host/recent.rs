//! The recent files, as the first screen shows them: when each was changed, and whether it is still there.
//!
//! The disk is asked in the background, each time that no file is open: a share that does not answer holds up nothing.

use std::io;
use std::sync::Arc;

use chrono::{DateTime, Local};

use crate::session::{FileState, RecentFile};
use crate::store::Fs;

use super::job::Job;
use super::recent_files::Recent;
use super::{Coming, Host};

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
            self.recent.is_asked = false;
            return;
        }
        if self.coming == Coming::Opened || self.recent.is_asked {
            return;
        }
        self.recent = Recent { is_asked: true, ..Recent::listed(&self.settings) };
        let (fs, files) = (Arc::clone(&self.fs), self.recent.files.clone());
        let looked = move |file: RecentFile| RecentFile { state: state(&*fs, &file), ..file };
        self.worker.start(move || Job::Recent(files.into_iter().map(looked).collect()));
    }
}
