//! The backups of the open file: listed with what changed since, opened to be looked at, restored.

use std::path::Path;
use std::sync::Arc;

use crate::edit::Difference;
use crate::session::dialog::{Backed, Dialog};
use crate::store::{self, Backup, Standing};

use super::Host;
use super::job::Job;

impl Host {
    pub(super) fn list_backups(&mut self) {
        let Some(file) = &self.file else { return };
        self.session.ask(Dialog::Backups(None));
        let (fs, places, id) = (Arc::clone(&self.fs), self.places.clone(), file.dataset_id());
        let keys = self.keys.clone();
        let now = self.session.document().snapshot();
        self.worker.start(move || {
            let backed = |Backup { path, day, time }: Backup| {
                let opened =
                    store::open_sealed(&*fs, &path, &keys).ok().filter(|opened| opened.standing == Standing::Sound);
                let difference = opened.map(|opened| Difference::between(&now, &opened.dataset));
                Backed { path, day, time, difference }
            };
            Job::Backups(store::backups(&*fs, &places, id).map(|list| list.into_iter().map(backed).collect()))
        });
    }

    /// Shows them, unless the user has turned to something else.
    pub(super) fn backups_listed(&mut self, list: Vec<Backed>) {
        if matches!(self.session.dialog(), Some(Dialog::Backups(None))) {
            self.session.ask(Dialog::Backups(Some(Arc::new(list))));
        }
    }

    pub(super) fn is_backup(&self, path: &Path) -> bool {
        // Wherever a link or another folder of the app leads to it.
        let path = self.fs.resolve(path).unwrap_or_else(|_| path.to_owned());
        let in_folder = |folder: &Path| folder.parent().is_some_and(|parent| parent.ends_with("backups"));
        path.starts_with(&self.places.data) || path.parent().is_some_and(in_folder)
    }

    pub(super) fn restore(&mut self, backed: Backed) {
        let (fs, keys) = (Arc::clone(&self.fs), self.keys.clone());
        self.worker.start(move || Job::Restoring(backed.day, Box::new(store::open_sealed(&*fs, &backed.path, &keys))));
    }
}
