//! What others do to the file: noticed at its first bytes, merged with the document, and followed from there.

use std::io::ErrorKind;
use std::sync::Arc;

use crate::edit::{JournalEntry, Merge, MergeContext};
use crate::store::copies;
use crate::store::format::{Envelope, OpenError, SaveId, Standing};
use crate::store::opened::{self, Opened};
use crate::store::outcome::SaveError;

use super::Keeper;
use super::kept_file::{KeptFile, work};
use super::orders::{Report, State};
use super::work::{Occasion, Task};

/// Seconds between two looks at the file.
pub(super) const LOOK_EVERY: f64 = 2.0;

/// Seconds between two looks at the files beside it.
pub(super) const LOOK_BESIDE_EVERY: f64 = 10.0;

/// Looks in a row that find no file, until that is said.
const MISSES: usize = 2;

impl Keeper {
    /// Looks whether the file is still in the known state: only at its first bytes, if it is.
    pub(super) fn look(&mut self, now: f64) {
        let Some(kept) = self.kept.as_mut().filter(|kept| kept.can_look(now)) else {
            return;
        };
        kept.next_look = now + LOOK_EVERY;
        let fs = &*self.tools.fs;
        let is_known = |Envelope { save, checksum, .. }: &Envelope| {
            (*save, checksum.as_str()) == (kept.file.save_id(), kept.file.digest())
        };
        let envelope = match opened::peek(fs, kept.file.path(), kept.file.keys()) {
            Ok(envelope) => envelope,
            // Between two looks a synchroniser may have it away.
            Err(OpenError::Disk(error)) if error.kind == ErrorKind::NotFound => {
                kept.misses += 1;
                if kept.misses == MISSES {
                    let path = kept.file.path().to_owned();
                    self.reports.push(Report::NotSaved(SaveError::Missing(path)));
                }
                return;
            }
            Err(OpenError::Sealed) => {
                self.reports.extend(kept.shut_out(&mut self.tools));
                return self.protect_backups();
            }
            // One that cannot be read is being written: the next look, or the next save, will tell.
            Err(_) => return,
        };
        if std::mem::take(&mut kept.misses) >= MISSES {
            self.reports.push(Report::Found);
        }
        if is_known(&envelope) || envelope.dataset != kept.file.dataset_id() {
            return;
        }
        if let Ok(opened) = opened::open_sealed(fs, kept.file.path(), kept.file.keys())
            && opened.standing == Standing::Sound
        {
            kept.found(Box::new(opened), now);
        }
    }

    /// Looks whether files came or went beside it: synchronisers put their copies there.
    pub(super) fn look_beside(&mut self, now: f64) {
        let Some(kept) = self.kept.as_mut().filter(|kept| now >= kept.next_look_beside) else { return };
        kept.next_look_beside = now + LOOK_BESIDE_EVERY;
        let names = copies::files_beside(&*self.tools.fs, &kept.file);
        if names != kept.beside {
            kept.beside = names;
            self.reports.push(Report::FolderChanged);
        }
    }

    /// Merges what others saved with the document, unless that was reported already.
    pub(super) fn report_outside(&mut self) {
        let Some(kept) = &mut self.kept else { return };
        let Some((opened, reported)) = &mut kept.outside else { return };
        let of = kept.state.revision;
        if reported.replace(of) == Some(of) {
            return;
        }
        let follows = opened.parents.contains(&kept.file.save_id());
        let context = MergeContext {
            base: follows.then_some(&*kept.saved),
            in_hand: kept.typed_text.as_ref().map(|typed| typed.cell.row),
            typed: &kept.typed,
        };
        let merge = Box::new(Merge::of(&kept.state.dataset, &opened.dataset, context));
        self.reports.push(Report::Outside { save: opened.file.save_id(), merge, of });
    }

    pub(super) fn merged(
        &mut self,
        save: SaveId,
        entry: JournalEntry,
        on_mine: Vec<JournalEntry>,
        state: State,
        now: f64,
    ) {
        let Some((kept, opened)) = self.kept.as_mut().and_then(|kept| {
            let (opened, _) = kept.outside.take_if(|(opened, _)| opened.file.save_id() == save)?;
            Some((kept, opened))
        }) else {
            // Meanwhile the work was saved elsewhere, or others saved again: what was taken over is a change like
            // others.
            return self.changed(on_mine, state, now);
        };
        let (fs, random) = (&*self.tools.fs, (self.tools.random)());
        let Opened { dataset, mut file, parents, .. } = *opened;
        // An unsealed state that does not follow ours is an earlier one, which nobody unsealed.
        if kept.file.keys().is_sealing() && !parents.contains(&kept.file.save_id()) && !file.keys().is_sealing() {
            kept.sealing.get_or_insert_with(|| kept.file.keys().clone());
            kept.protect.get_or_insert(Occasion::Noticed);
        }
        if let Some(keys) = &kept.sealing {
            file = file.sealed(keys.clone());
        }
        (kept.file, kept.saved, kept.state) = (file.clone(), Arc::new(dataset), state);
        kept.add_strikes(&on_mine);
        let entries = if entry.changes_nothing() { Vec::new() } else { vec![entry] };
        kept.unsaved = entries.len();
        let is_due = !entries.is_empty() || kept.sealing.is_some();
        (kept.first_change, kept.due) = if is_due { (Some(now), Some(now)) } else { (None, None) };
        let outcome = kept.journal.follow(fs, file, entries, random);
        self.reports.extend(kept.journaled(outcome));
        let base = work(&mut self.tools, kept, self.files, Task::Base);
        self.work.push(base);
        if !is_due {
            self.protect_backups();
        }
    }
}

impl KeptFile {
    /// What others saved is merged with the document from here on.
    pub(super) fn found(&mut self, opened: Box<Opened>, now: f64) {
        self.outside = Some((opened, None));
        self.next_look = now + LOOK_EVERY;
    }
}
