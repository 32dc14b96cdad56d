//! Hands each change to the journal, on a thread: the window never waits for the disk.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::edit::JournalEntry;
use crate::store::{self, DiskError, FileIdentity, Fs, Journal, Places, SaveId};

use super::job::Job;
use super::worker::Worker;

/// The journal of the open file; none before a file is open, and for one that is read only.
#[derive(Default)]
pub(super) struct Journaling {
    journal: Option<Arc<SharedJournal>>,
    /// Changes handed over since the last save.
    handed: usize,
    failed: bool,
}

struct SharedJournal {
    /// Handed over, in order, and not yet written.
    pending: Mutex<Vec<JournalEntry>>,
    journal: Mutex<Journal>,
    /// Journals of an earlier run, whose changes are handed over again.
    recovered: Mutex<Vec<PathBuf>>,
}

/// A thread that panicked with the lock left whole values behind.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl SharedJournal {
    /// Writes what is pending, all in one flush.
    fn flush(&self, fs: &dyn Fs, random: u64) -> Result<(), DiskError> {
        // Taken while the journal is locked: two threads keep the order.
        let mut journal = lock(&self.journal);
        let pending = std::mem::take(&mut *lock(&self.pending));
        if !pending.is_empty() {
            journal.append(fs, pending, random)?;
        }
        store::remove_journals(fs, &std::mem::take(&mut *lock(&self.recovered)))
    }
}

/// The journal's part in a save, on the thread that saves.
pub(super) struct SaveNote {
    journal: Option<Arc<SharedJournal>>,
    /// How many changes the saved state contains.
    pub(super) contains: usize,
    random: u64,
}

impl SaveNote {
    /// A journal that cannot be written must not prevent the save: it makes the journal unnecessary.
    pub(super) fn begin(&self, fs: &dyn Fs, save: SaveId) {
        if let Some(shared) = &self.journal {
            let flushed = shared.flush(fs, self.random);
            let _ = flushed.and_then(|()| lock(&shared.journal).saving(save, self.contains));
        }
    }

    /// A journal that cannot be removed is found at the next start, which sees that the file has its changes.
    pub(super) fn end(&self, fs: &dyn Fs, file: &FileIdentity) {
        if let Some(shared) = &self.journal {
            // Another name than that of the flush.
            let random = self.random.rotate_left(32);
            let _ = lock(&shared.journal).saved(fs, file.clone(), self.contains, random);
        }
    }
}

impl Journaling {
    pub(super) fn of_file(places: &Places, file: FileIdentity, recovered: Vec<PathBuf>) -> Self {
        let (pending, journal) = (Mutex::default(), Mutex::new(Journal::new(places, file)));
        let shared = SharedJournal { pending, journal, recovered: Mutex::new(recovered) };
        Self { journal: Some(Arc::new(shared)), ..Self::default() }
    }

    /// Hands over changes, to be flushed on a thread. Only a failure, and its end, are reported.
    pub(super) fn hand(&mut self, entries: Vec<JournalEntry>, random: u64, fs: &Arc<dyn Fs>, worker: &Worker<Job>) {
        let Some(shared) = self.journal.as_ref().filter(|_| !entries.is_empty()) else { return };
        self.handed += entries.len();
        lock(&shared.pending).extend(entries);
        let (shared, fs, had_failed) = (Arc::clone(shared), Arc::clone(fs), self.failed);
        worker.start_with_progress(move |report| {
            let outcome = shared.flush(&*fs, random);
            if outcome.is_err() || had_failed {
                report(Job::Journaled(outcome));
            }
        });
    }

    /// For a save that contains all changes handed over so far.
    pub(super) fn note(&self, random: u64) -> SaveNote {
        SaveNote { journal: self.journal.clone(), contains: self.handed, random }
    }

    pub(super) const fn saved(&mut self, contains: usize) {
        self.handed = self.handed.saturating_sub(contains);
    }

    /// The error to report: once, until the journal works again.
    pub(super) fn flushed(&mut self, outcome: Result<(), DiskError>) -> Option<DiskError> {
        let had_failed = std::mem::replace(&mut self.failed, outcome.is_err());
        outcome.err().filter(|_| !had_failed)
    }
}
