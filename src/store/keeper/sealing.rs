//! How the file is sealed: the journal at once, the file with a save, then its backups.
//!
//! Others may seal it, too: then what is kept here is sealed as theirs, although nothing here opens it.

use crate::edit::Strikes;
use crate::store::opened;
use crate::store::recovery::{Base, Unprotected};
use crate::store::seal::Key;

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
        kept.protect = Some(Occasion::Asked);
        kept.file = kept.file.clone().sealed(keys);
        self.write_journal_again();
        self.start(Task::Save);
    }

    /// As the file is sealed now, and without what it should no longer have.
    fn write_journal_again(&mut self) {
        let (fs, random) = (&*self.tools.fs, (self.tools.random)());
        let Some(kept) = &mut self.kept else { return };
        if let Err(error) = kept.journal.write_again(fs, kept.file.clone(), random) {
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
            kept.file = kept.file.clone().sealed(keys);
            kept.protect = Some(Occasion::Noticed);
            self.write_journal_again();
            self.seal_base();
            self.protect_backups();
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
        let Some(kept) = &mut self.kept else { return };
        let is_ready = kept.sealing.is_none() && (kept.unsaved == 0 || kept.strikes.is_empty());
        let is_at_it = self.is_protecting || kept.protect_due.is_some();
        if let Some(occasion) = kept.protect.take_if(|_| is_ready && !is_at_it) {
            self.is_protecting = true;
            let protect = work(&mut self.tools, kept, self.files, Task::Protect(kept.strikes.clone(), occasion));
            self.work.push(protect);
        }
    }

    /// What another window had in hand, once it had the time to finish.
    pub(super) fn protect_when_due(&mut self, now: f64) {
        if self.kept.as_mut().and_then(|kept| kept.protect_due.take_if(|due| now >= *due)).is_some() {
            self.protect_backups();
        }
    }

    /// `unprotected` is none if another window works through the backups.
    pub(super) fn protected(
        &mut self,
        strikes: &[Strikes],
        occasion: Occasion,
        unprotected: Option<Unprotected>,
        now: f64,
    ) {
        let Some(kept) = &mut self.kept else { return };
        let waits_for = |of: &Unprotected| occasion == Occasion::Asked && !of.held.is_empty();
        if unprotected.as_ref().is_none_or(waits_for) {
            kept.protect.get_or_insert(if unprotected.is_some() { Occasion::Waited } else { occasion });
            kept.protect_due = Some(now + HELD_FOR);
            return;
        }
        let Unprotected { mut left, held } = unprotected.unwrap_or_default();
        // Others may have come after these.
        kept.strikes.drain(..strikes.len());
        if !strikes.is_empty() {
            kept.journal.set_strikes(kept.strikes.clone());
            self.write_journal_again();
        }
        if occasion == Occasion::Waited {
            left.extend(held);
        }
        if occasion != Occasion::Noticed || !left.is_empty() {
            self.reports.push(if strikes.is_empty() { Report::Sealed(left) } else { Report::StruckOut(left) });
        }
        self.protect_backups();
    }
}
