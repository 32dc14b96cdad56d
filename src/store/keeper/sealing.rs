//! How the file is sealed: the journal at once, the file with a save, then its backups.

use crate::store::seal::Key;

use super::Keeper;
use super::kept_file::work;
use super::orders::Report;
use super::work::Task;

impl Keeper {
    /// Seals all that is kept with another key, or with none.
    pub(super) fn seal(&mut self, key: Option<Key>) {
        let (fs, random) = (&*self.tools.fs, (self.tools.random)());
        let Some(kept) = &mut self.kept else { return };
        let keys = kept.file.keys().clone().sealing(key);
        kept.file = kept.file.clone().sealed(keys.clone());
        kept.sealing = Some(keys);
        if let Err(error) = kept.journal.seal(fs, kept.file.clone(), random) {
            kept.journal_failed = true;
            self.reports.push(Report::Journaled(Err(error)));
        }
        self.start(Task::Save);
    }

    /// Once the file is saved without what was struck out, and sealed: the backups follow.
    pub(super) fn protect_backups(&mut self) {
        let Some(kept) = self.kept.as_mut().filter(|kept| kept.unsaved == 0) else { return };
        let strikes = std::mem::take(&mut kept.strikes);
        if !strikes.is_empty() || kept.sealing.take().is_some() {
            let protect = work(&mut self.tools, kept, self.files, Task::Protect(strikes));
            self.work.push(protect);
        }
    }
}
