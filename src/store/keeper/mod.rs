//! Keeps an open file safe: journals each change, saves when it is due, and notices what others saved.
//!
//! Owns the file's known state, its journal and the times of saves. A state machine: it is given orders and
//! the time, and returns reports and work, so that it runs on threads of its own and in tests without. What
//! takes long is work, so that a change is in the journal at once even while the file is written. Never
//! changes the document: what others saved is merged there, once the window agrees.

mod kept_file;
mod orders;
mod outside;
mod sealing;
mod work;

use crate::edit::{JournalEntry, Strike};

use super::copies;
use super::journal::{Journal, TypedText};
use super::outcome::SaveError;
use super::recovery::{self, Recovered};
use kept_file::{KeptFile, work};
use outside::{LOOK_BESIDE_EVERY, LOOK_EVERY};
use work::{Occasion, Task, WorkResult};

pub use orders::{Kept, Order, Report, State, Tools, Typed};
pub use work::{Done, Work};

/// Seconds from the last change to the save.
const SAVE_AFTER: f64 = 2.0;
/// Seconds from the first unsaved change to the save, while the user keeps typing.
const SAVE_WITHIN: f64 = 10.0;
/// Seconds from a failed save to the next attempt.
pub const TRY_AGAIN_AFTER: f64 = 30.0;
/// Seconds from a key to its text in the journal.
const TYPED_AFTER: f64 = 0.5;

/// Keeps one file at a time.
pub struct Keeper {
    tools: Tools,
    kept: Option<KeptFile>,
    reports: Vec<Report>,
    work: Vec<Work>,
    /// How many files were kept so far: work for another one is of no interest.
    files: usize,
    /// One works through the backups at a time.
    is_protecting: bool,
}

impl Keeper {
    pub const fn new(tools: Tools) -> Self {
        Self { tools, kept: None, reports: Vec::new(), work: Vec::new(), files: 0, is_protecting: false }
    }

    /// Carries out an order. `now` is in seconds, from any start.
    pub fn take(&mut self, order: Order, now: f64) {
        match order {
            Order::Keep(kept) => self.keep(*kept, now),
            Order::Leave => {
                self.keep_typed(f64::INFINITY);
                self.forget_base();
                self.kept = None;
            }
            Order::Changed(entries, state) => self.changed(entries, state, now),
            Order::Typing(typed) => self.typing(typed, now),
            Order::MergeAgain => {
                if let Some(kept) = &mut self.kept {
                    kept.merge_again();
                }
                self.report_outside();
            }
            Order::Save => self.save(),
            Order::SaveAs(path, existing) => self.start(Task::SaveAs(path, existing)),
            Order::Merged { save, on_saved, on_mine, state } => self.merged(save, on_saved, on_mine, state, now),
            Order::Apart => self.start(Task::SaveApart),
            Order::Struck(strike, entries, state) => {
                self.strike(strike, entries.first());
                self.changed(entries, state, now);
                self.save();
            }
            Order::Seal(key) => self.seal(key),
            Order::Done(done) => self.done(*done, now),
        }
    }

    /// Does what is due.
    pub fn tick(&mut self, now: f64) {
        let Some(kept) = &self.kept else { return };
        if kept.outside.is_none() && kept.due.is_some_and(|due| now >= due) {
            self.save();
        }
        self.keep_typed(now);
        self.protect_when_due(now);
        self.remove_recovered();
        self.look(now);
        self.look_beside(now);
        self.report_outside();
    }

    /// When to call [`tick`](Self::tick) next.
    pub fn due(&self) -> Option<f64> {
        let kept = self.kept.as_ref()?;
        // What others saved waits for the window, and the end of a save is an order.
        let look = (kept.outside.is_none() && !kept.is_saving).then_some(kept.next_look);
        let next = [self.save_due(), kept.typed_due, kept.protect_due, look].into_iter().flatten();
        Some(next.fold(kept.next_look_beside, f64::min))
    }

    /// When the next save is due, if something is unsaved.
    pub fn save_due(&self) -> Option<f64> {
        self.kept.as_ref().filter(|kept| kept.outside.is_none() && !kept.is_saving)?.due
    }

    /// The reports since the last call.
    pub fn reports(&mut self) -> Vec<Report> {
        std::mem::take(&mut self.reports)
    }

    /// What is to be done now; each ends as [`Order::Done`].
    pub fn work(&mut self) -> Vec<Work> {
        std::mem::take(&mut self.work)
    }

    fn keep(&mut self, kept: Kept, now: f64) {
        self.files += 1;
        self.forget_base();
        let Kept { file, saved, state, recovered, typed } = kept;
        let Recovered { journals, strikes, .. } = recovered;
        let is_unprotected = file.keys().is_sealing() || !strikes.is_empty();
        let mut journal = Journal::new(&self.tools.places, file.clone());
        journal.set_strikes(strikes.clone());
        let beside = copies::files_beside(&*self.tools.fs, &file);
        let kept = KeptFile {
            journal,
            file,
            journal_failed: false,
            recovered: journals,
            bases: Vec::new(),
            typed,
            saved,
            state,
            typed_text: None,
            typed_due: None,
            unsaved: 0,
            first_change: None,
            due: None,
            next_look: now + LOOK_EVERY,
            next_look_beside: now + LOOK_BESIDE_EVERY,
            beside,
            is_saving: false,
            misses: 0,
            next: None,
            strikes,
            sealing: None,
            protect: is_unprotected.then_some(Occasion::Noticed),
            protect_due: None,
            outside: None,
        };
        self.work.push(work(&mut self.tools, &kept, self.files, Task::Base));
        self.kept = Some(kept);
        self.protect_backups();
    }

    /// What an earlier run left and the file has.
    fn remove_recovered(&mut self) {
        if let Some(kept) = self.kept.as_mut().filter(|kept| kept.unsaved == 0 && kept.strikes.is_empty()) {
            let _ = recovery::remove_journals(&*self.tools.fs, &std::mem::take(&mut kept.recovered));
        }
    }

    /// Nothing unsaved is left behind: a journal that is has another start to find its base.
    fn forget_base(&mut self) {
        if let Some(kept) =
            self.kept.as_mut().filter(|kept| kept.unsaved == 0 && kept.misses == 0 && kept.journal.is_whole())
        {
            kept.bases.drain(..).for_each(|base| base.remove(&*self.tools.fs));
        }
    }

    fn changed(&mut self, entries: Vec<JournalEntry>, state: State, now: f64) {
        let (fs, random) = (&*self.tools.fs, (self.tools.random)());
        let Some(kept) = &mut self.kept else { return };
        kept.state = state;
        kept.unsaved += entries.len();
        kept.add_strikes(&entries);
        let first = *kept.first_change.get_or_insert(now);
        kept.due = Some((now + SAVE_AFTER).min((first + SAVE_WITHIN).max(now)));
        kept.merge_again();
        let outcome = kept.journal.append(fs, entries, random);
        kept.remove_old_bases(fs);
        // Only what was journaled again may go.
        let outcome = outcome.and_then(|()| recovery::remove_journals(fs, &std::mem::take(&mut kept.recovered)));
        self.reports.extend(kept.journaled(outcome));
    }

    fn typing(&mut self, typed: Option<TypedText>, now: f64) {
        let Some(kept) = &mut self.kept else { return };
        let row = |typed: &Option<TypedText>| typed.as_ref().map(|typed| typed.cell.row);
        if row(&kept.typed_text) != row(&typed) {
            kept.merge_again();
        }
        kept.typed_text = typed;
        kept.typed_due = Some(kept.typed_due.unwrap_or(now + TYPED_AFTER));
        if kept.typed_text.is_none() {
            // At once: what was given up must not stay.
            self.keep_typed(f64::INFINITY);
        }
    }

    fn keep_typed(&mut self, now: f64) {
        let Some(kept) = self.kept.as_mut().filter(|kept| kept.typed_due.is_some_and(|due| now >= due)) else { return };
        kept.typed_due = None;
        let typed = kept.typed_text.clone().filter(|typed| !typed.text.is_empty());
        // The journal says when it fails with the next change.
        let _ = kept.journal.typing(&*self.tools.fs, typed, (self.tools.random)());
    }

    /// The backups follow the file. The changes tell all that is struck out but the word, which is looked for first:
    /// elsewhere there may be more around it.
    fn strike(&mut self, strike: Strike, change: Option<&JournalEntry>) {
        let Some(kept) = &mut self.kept else { return };
        if let Some(change) = change.filter(|_| strike.is_text()) {
            kept.strikes.push(change.signing(vec![strike]));
        }
        kept.protect = Some(Occasion::Asked);
    }

    fn save(&mut self) {
        let is_due = |kept: &KeptFile| kept.unsaved > 0 || kept.sealing.is_some();
        if self.kept.as_ref().is_some_and(|kept| is_due(kept) && kept.outside.is_none()) {
            self.start(Task::Save);
        }
    }

    /// Starts a save, or starts it when the one that is under way ends.
    fn start(&mut self, task: Task) {
        let Some(kept) = &mut self.kept else { return };
        if kept.is_saving {
            kept.next = Some(task);
            return;
        }
        kept.is_saving = true;
        let work = work(&mut self.tools, kept, self.files, task);
        // A journal that cannot be written must not prevent the save: it makes the journal unnecessary.
        let _ = kept.journal.saving(work.save_id(), kept.unsaved);
        self.reports.push(Report::Saving);
        self.work.push(work);
    }

    fn done(&mut self, done: Done, now: f64) {
        if matches!(done.result, WorkResult::Protected(..)) {
            self.is_protecting = false;
        }
        let Some(kept) = self.kept.as_mut().filter(|_| done.of == self.files) else { return self.protect_backups() };
        let (task, result) = match done.result {
            WorkResult::Saved(task, result, base) => {
                kept.bases.extend(base);
                (task, result)
            }
            WorkResult::Protected(strikes, occasion, unprotected) => {
                self.reports.extend(kept.protected(&mut self.tools, &strikes, occasion, unprotected, now));
                return self.protect_backups();
            }
            // Without a base the journal still fits the file, as long as nobody else saves it.
            WorkResult::Base(base) => {
                kept.bases.extend(base.ok());
                return kept.remove_old_bases(&*self.tools.fs);
            }
        };
        kept.is_saving = false;
        let next = kept.next.take();
        match (task, result) {
            (_, Ok(outcome)) => {
                // It may have been written before it was to be sealed in another way.
                let keys = kept.sealing.clone().unwrap_or_else(|| outcome.file().keys().clone());
                if keys == *outcome.file().keys() {
                    kept.sealing = None;
                }
                kept.file = outcome.file().clone().sealed(keys);
                let random = (self.tools.random)();
                kept.journal.set_strikes(kept.strikes.clone());
                // One that cannot be removed is found at the next start, which sees that the file has its changes.
                let _ = kept.journal.saved(&*self.tools.fs, kept.file.clone(), done.contains, random);
                kept.saved = done.state.dataset;
                kept.unsaved -= done.contains.min(kept.unsaved);
                let later = (kept.unsaved > 0).then_some(now);
                (kept.first_change, kept.due) = (later, later.map(|now| now + SAVE_AFTER));
                kept.outside = None;
                kept.remove_old_bases(&*self.tools.fs);
                self.reports.push(Report::Saved { revision: done.state.revision, outcome, at: done.at });
                self.protect_backups();
            }
            (Task::Save, Err(SaveError::Changed(opened))) => {
                kept.found(opened, now);
                self.report_outside();
            }
            (_, Err(SaveError::Sealed(_))) => {
                self.reports.extend(kept.shut_out(&mut self.tools));
                self.protect_backups();
            }
            (Task::SaveAs(path, _), Err(error)) => self.reports.push(Report::NotSavedAs(path, error)),
            (_, Err(error)) => {
                let again = now + TRY_AGAIN_AFTER;
                (kept.first_change, kept.due) = (Some(again), Some(again));
                self.reports.push(Report::NotSaved(error));
            }
        }
        match next {
            // After a merge, once that is made.
            Some(Task::Save) => self.save(),
            Some(task) => self.start(task),
            None => {}
        }
    }
}
