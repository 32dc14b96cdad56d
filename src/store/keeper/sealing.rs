//! How the file is sealed: the journal at once, the file with a save, then its backups.
//!
//! Others may seal it, too: then what is kept here is sealed as theirs, although nothing here opens it.

use crate::edit::Strike;
use crate::store::opened;
use crate::store::recovery::{Base, Unprotected};
use crate::store::seal::{Key, Keys};

use super::Keeper;
use super::kept_file::work;
use super::orders::Report;
use super::outside::LOOK_EVERY;
use super::work::{Occasion, Task};

/// Seconds until another window has seen how the file is sealed, and sealed what it holds.
const HELD_FOR: f64 = 3.0 * LOOK_EVERY;

impl Keeper {
    /// Seals all that is kept with another key, or with none.
    pub(super) fn seal(&mut self, key: Option<Key>) {
        let Some(kept) = &mut self.kept else { return };
        let keys = kept.file.keys().clone().sealing(key);
        kept.sealing = Some(keys.clone());
        self.seal_journal(keys);
        self.start(Task::Save);
    }

    fn seal_journal(&mut self, keys: Keys) {
        let (fs, random) = (&*self.tools.fs, (self.tools.random)());
        let Some(kept) = &mut self.kept else { return };
        kept.file = kept.file.clone().sealed(keys);
        if let Err(error) = kept.journal.seal(fs, kept.file.clone(), random) {
            kept.journal_failed = true;
            self.reports.push(Report::Journaled(Err(error)));
        }
    }

    /// Others sealed the file: what is kept here is sealed with their seal, and comes back with their passphrase.
    pub(super) fn shut_out(&mut self) {
        let Some(kept) = &mut self.kept else { return };
        kept.due = None;
        if let Some(seal) = opened::seal_of(&*self.tools.fs, kept.file.path()) {
            let keys = kept.file.keys().clone().sealing_for_others(seal);
            self.seal_journal(keys);
            self.seal_base();
            self.protect(Vec::new(), Occasion::Noticed);
        }
        self.reports.push(Report::SealedByOthers);
    }

    fn seal_base(&mut self) {
        let (fs, random) = (&*self.tools.fs, (self.tools.random)());
        let Some(kept) = &mut self.kept else { return };
        // Without it, the journal comes back as long as nobody saves the file.
        kept.bases.extend(Base::write(fs, &self.tools.places, &kept.saved, &kept.file, random));
        kept.remove_old_bases(fs);
    }

    /// Once the file is saved without what was struck out, and sealed: the backups follow.
    pub(super) fn protect_backups(&mut self) {
        let Some(kept) = self.kept.as_mut().filter(|kept| kept.unsaved == 0) else { return };
        let strikes = std::mem::take(&mut kept.strikes);
        if !strikes.is_empty() || kept.sealing.take().is_some() {
            self.protect(strikes, Occasion::Asked);
        }
    }

    pub(super) fn protect(&mut self, strikes: Vec<Strike>, occasion: Occasion) {
        if let Some(kept) = &self.kept {
            let protect = work(&mut self.tools, kept, self.files, Task::Protect(strikes, occasion));
            self.work.push(protect);
        }
    }

    /// What another window held, once it had the time to see to it.
    pub(super) fn protect_held(&mut self, now: f64) {
        if self.kept.as_mut().and_then(|kept| kept.held.take_if(|due| now >= *due)).is_some() {
            self.protect(Vec::new(), Occasion::Waited);
        }
    }

    pub(super) fn protected(&mut self, strikes: &[Strike], occasion: Occasion, unprotected: Unprotected, now: f64) {
        let Some(kept) = &mut self.kept else { return };
        let Unprotected { mut left, held } = unprotected;
        match occasion {
            Occasion::Noticed if left.is_empty() => return,
            Occasion::Asked if !held.is_empty() => return kept.held = Some(now + HELD_FOR),
            Occasion::Waited => left.extend(held),
            Occasion::Noticed | Occasion::Asked => {}
        }
        self.reports.push(if strikes.is_empty() { Report::Sealed(left) } else { Report::StruckOut(left) });
    }
}
