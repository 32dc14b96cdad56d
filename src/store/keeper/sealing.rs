//! How the file is sealed: the journal at once, the file with a save, then its backups.
//!
//! Others may seal it, too: then what is kept here is sealed as theirs, although nothing here opens it.

use crate::edit::Strikes;
use crate::store::opened;
use crate::store::recovery::{Base, Unprotected};
use crate::store::seal::Key;

use super::Keeper;
use super::kept_file::{KeptFile, work};
use super::orders::{Report, Tools};
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
        self.reports.extend(kept.write_journal_again(&mut self.tools));
        self.start(Task::Save);
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
}

impl KeptFile {
    /// Others sealed the file: what is kept here is sealed with their seal, and comes back with their passphrase.
    pub(super) fn shut_out(&mut self, tools: &mut Tools) -> Vec<Report> {
        self.due = None;
        let mut reports = Vec::new();
        if let Some(seal) = opened::seal_of(&*tools.fs, self.file.path()) {
            let keys = self.file.keys().clone().sealing_for_others(seal);
            self.file = self.file.clone().sealed(keys);
            self.protect = Some(Occasion::Noticed);
            reports.extend(self.write_journal_again(tools));
            // Without it, the journal comes back as long as nobody saves the file.
            let random = (tools.random)();
            self.bases.extend(Base::write(&*tools.fs, &tools.places, &self.saved, &self.file, random));
            self.remove_old_bases(&*tools.fs);
        }
        reports.push(Report::SealedByOthers);
        reports
    }

    /// Backups were worked through. `unprotected` is none if another window does that.
    pub(super) fn protected(
        &mut self,
        tools: &mut Tools,
        strikes: &[Strikes],
        occasion: Occasion,
        unprotected: Option<Unprotected>,
        now: f64,
    ) -> Vec<Report> {
        let waits_for = |of: &Unprotected| occasion == Occasion::Asked && !of.held.is_empty();
        if unprotected.as_ref().is_none_or(waits_for) {
            self.protect.get_or_insert(if unprotected.is_some() { Occasion::Waited } else { occasion });
            self.protect_due = Some(now + HELD_FOR);
            return Vec::new();
        }
        let Unprotected { mut left, held } = unprotected.unwrap_or_default();
        let mut reports = Vec::new();
        // Others may have come after these.
        self.strikes.drain(..strikes.len());
        if !strikes.is_empty() {
            self.journal.set_strikes(self.strikes.clone());
            reports.extend(self.write_journal_again(tools));
        }
        if occasion == Occasion::Waited {
            left.extend(held);
        }
        if occasion != Occasion::Noticed || !left.is_empty() {
            reports.push(if strikes.is_empty() { Report::Sealed(left) } else { Report::StruckOut(left) });
        }
        reports
    }
}
